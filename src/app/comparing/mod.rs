//! Two charts compared: the one that is shown with a file, with what was saved, or with a version.

pub(super) mod compare;
mod made;
mod side;
