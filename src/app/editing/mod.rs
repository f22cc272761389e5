//! What menus and panels do to the document that is shown.

pub(super) mod changes;
pub(super) mod delete_band;
mod extract;
pub(super) mod fix_question;
pub(super) mod languages;
mod splice;
