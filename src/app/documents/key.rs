//! What an open document is called.

/// Names an open document as long as the window lives; positions among the tabs change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct DocKey(pub(crate) u64);
