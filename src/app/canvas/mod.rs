//! The canvas of the document that is shown: what is done on it, and what lies over it.

pub(super) mod card;
pub(super) mod glide;
pub(super) mod over;
pub(super) mod state;
mod step_menu;
pub(super) mod surface;
pub(super) mod update;
