//! Charts written as tables.

pub(super) mod save_table;
