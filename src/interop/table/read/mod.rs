//! Tables as drafts of pages: rows become steps, lanes, phases and connectors, and every cell is accounted for.

pub(super) mod bands;
pub(super) mod connections;
pub(super) mod reader;
