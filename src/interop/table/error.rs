//! Why a file gave no table.

use std::{error::Error, fmt, path::PathBuf};

use crate::locale::{Catalog, UiLang, Value, say_path};

/// Why a file was not read as tables; nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    /// The file as it was named.
    pub file: PathBuf,
    /// What is wrong with it.
    pub problem: TableProblem,
}

/// What is wrong with a file of tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableProblem {
    /// More bytes than are read.
    TooLarge,
    /// Nothing in it.
    Empty,
    /// An archive of something else than a workbook.
    NotATable,
    /// A workbook that cannot be read: the part of it, and what is wrong there.
    Damaged {
        /// The part of the workbook.
        part: String,
        /// What the reader said.
        detail: String,
    },
    /// Parts that unpack to far more than they seem, too many parts, or parts with odd names.
    Bomb {
        /// The part of the workbook.
        part: String,
    },
    /// A document type definition, in which entities may hide.
    Entities {
        /// The part of the workbook.
        part: String,
    },
    /// More rows than a document may have steps, or more columns than a spreadsheet.
    TooMany {
        /// The sheet and cell where it became too much.
        place: String,
    },
    /// Nothing that looks like steps; the headers that were found.
    NoSteps {
        /// The headers, or the first row.
        found: Vec<String>,
    },
    /// No table has that title; those that there are.
    NoSuchTable {
        /// What was asked for.
        title: String,
        /// The titles of the tables.
        known: Vec<String>,
    },
    /// No column has that header; those that there are.
    NoSuchColumn {
        /// What was asked for.
        column: String,
        /// The headers of the columns.
        known: Vec<String>,
    },
}

impl TableError {
    /// The error in the language of `catalog`: what and where in the first line, then what to do.
    pub fn say(&self, catalog: &Catalog) -> String {
        let (key, part, detail) = match &self.problem {
            TableProblem::TooLarge => ("file-too-large", String::new(), String::new()),
            TableProblem::Empty => ("table-empty", String::new(), String::new()),
            TableProblem::NotATable => ("table-not-a-table", String::new(), String::new()),
            TableProblem::Damaged { part, detail } => ("table-damaged", part.clone(), detail.clone()),
            TableProblem::Bomb { part } => ("table-bomb", part.clone(), String::new()),
            TableProblem::Entities { part } => ("table-entities", part.clone(), String::new()),
            TableProblem::TooMany { place } => ("table-too-many", place.clone(), String::new()),
            TableProblem::NoSteps { found } => ("table-no-steps", String::new(), listed(found, catalog)),
            TableProblem::NoSuchTable { title, known } => {
                ("table-no-such-table", title.clone(), listed(known, catalog))
            }
            TableProblem::NoSuchColumn { column, known } => {
                ("table-no-such-column", column.clone(), listed(known, catalog))
            }
        };
        let place = say_path(&self.file);
        let values: [(&str, Value<'_>); 3] =
            [("place", place.into()), ("part", part.into()), ("detail", detail.into())];
        catalog.text_with(key, &values)
    }
}

/// How many names a message lists.
const MOST_NAMES: usize = 12;

fn listed(names: &[String], catalog: &Catalog) -> String {
    let quoted = names.iter().take(MOST_NAMES).map(|name| catalog.quote(name));
    let mut list = quoted.collect::<Vec<_>>().join(", ");
    if names.len() > MOST_NAMES {
        list.push_str(", …");
    }
    list
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Catalog::of(UiLang::En)))
    }
}

impl Error for TableError {}
