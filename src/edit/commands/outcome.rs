//! What a command asks to be shown.

use crate::{edit::Selection, model::PageId};

/// What follows from a command for what is seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::edit) struct Showing {
    /// What is selected then; `None`: what was selected before.
    pub(in crate::edit) select: Option<Selection>,
    /// The page that is shown then; `None`: the same.
    pub(in crate::edit) show: Option<PageId>,
}

impl Showing {
    /// Nothing else is seen.
    pub(in crate::edit) const SAME: Self = Self { select: None, show: None };

    /// `selection` is selected.
    pub(in crate::edit) fn select(selection: Selection) -> Self {
        Self { select: Some(selection), show: None }
    }
}
