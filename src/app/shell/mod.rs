//! What is around the documents: menus, toolbar, status, what is said of what happened, the veil over the window.

pub(super) mod answer;
pub(super) mod menus;
pub(super) mod notices;
pub(super) mod shortcuts;
pub(super) mod state;
pub(super) mod status;
pub(super) mod veil;
