//! Two charts compared: the picture with its marks, and the differences in words beside it.

mod dialog;
mod list;
mod picture;
mod state;

pub use dialog::{CompareAnswer, CompareFound, CompareView, compare_ui};
pub use state::{CompareContent, CompareLine, ComparePage, CompareState};
