//! The search for commands and steps; words in the texts of the chart, found and replaced.

pub(super) mod find_bar;
pub(super) mod finder;
mod folder_charts;
pub(super) mod folder_search;
pub(super) mod replace_text;
