//! What is around the documents: menus, toolbar, status, notices, what lies over the window.

pub(super) mod menus;
pub(super) mod notices;
pub(super) mod overlays;
pub(super) mod status;
