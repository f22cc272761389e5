//! Ways of connectors over rows, columns and the channels between them.
//!
//! Owns what a way costs, the search for it, and better cells for steps whose lines bend or cross. Must not know
//! coordinates.

pub(super) mod board;
pub(super) mod search;
pub(super) mod settle;
pub(super) mod sheet;
