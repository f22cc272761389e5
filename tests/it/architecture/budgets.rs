//! What is not yet as it shall be, in numbers that may only become smaller.

/// Types that the whole crate sees and that share their name with another one of these.
pub(super) const HOMONYMS_OF_THE_CRATE: usize = 0;
/// The same of the types that are seen outside of their file, of a hundred of them.
pub(super) const HOMONYMS_AROUND_PERCENT: usize = 12;
/// Functions that take a tuple apart in their parameters.
pub(super) const TUPLE_PARAMETERS: usize = 27;
/// Private words that are used without an explanation.
pub(super) const UNEXPLAINED_WORDS: usize = 35;
/// Folders with more files than there may be.
pub(super) const FULL_FOLDERS: &[&str] = &["src/interop/table"];
