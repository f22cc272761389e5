//! What columns mean, and where on a sheet tables are: headers in people's words, guesses, words for symbols.

pub(super) mod field;
pub(super) mod find;
pub(super) mod found;
pub(super) mod guess;
pub(super) mod header;
pub(super) mod kinds;
pub(super) mod lists;
pub(super) mod synonyms;
