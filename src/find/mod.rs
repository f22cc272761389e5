//! Words in all texts of a document: where they stand, and what they are replaced by.
//!
//! Owns what counts as found, and that replacing breaks no markup. Looks at documents only: it gives back hits and the
//! edit that replaces them, and neither shows nor saves anything.

mod folded;
mod hit;
mod marked_text;
mod pattern;
mod replacing;
#[cfg(test)]
mod tests;
mod text_ref;
mod texts;

pub use hit::{TextHit, find};
pub use marked_text::MarkedText;
pub use pattern::{Pattern, Sought};
pub use replacing::{NewText, Replacement, replace, replacements};
pub use text_ref::{TextRef, WhichText};
