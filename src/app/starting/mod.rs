//! The start page.

pub(super) mod start_page;
