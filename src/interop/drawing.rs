//! Why a file of a drawing was not read.

use std::{error::Error, fmt, path::PathBuf};

use crate::locale::{Catalog, UiLang, Value, say_path};

/// Why a file was not read as a drawing; nothing of it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawingError {
    /// The file as it was named.
    pub file: PathBuf,
    /// What is wrong with it.
    pub problem: DrawingProblem,
}

/// What is wrong with a file of a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DrawingProblem {
    /// More bytes than are read.
    TooLarge,
    /// More steps than a document may have.
    TooMany,
    /// No list of steps or connectors.
    NoSteps,
    /// What a reader could not go past.
    Damaged {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What it said.
        detail: String,
    },
}

impl From<serde_json::Error> for DrawingProblem {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let said = error.to_string();
        // The place is said in the reader's language, once.
        let detail = said.rsplit_once(" at line ").map_or(said.as_str(), |(detail, _)| detail).to_owned();
        Self::Damaged { line, column, detail }
    }
}

impl DrawingError {
    /// The error in the language of `catalog`: what and where in the first line, then what to do.
    pub fn say(&self, catalog: &Catalog) -> String {
        let key = match &self.problem {
            DrawingProblem::TooLarge => "file-too-large",
            DrawingProblem::TooMany => "drawing-too-many",
            DrawingProblem::NoSteps => "drawing-no-steps",
            DrawingProblem::Damaged { .. } => "drawing-damaged",
        };
        let (line, column, detail) = match &self.problem {
            DrawingProblem::Damaged { line, column, detail } => (*line, *column, detail.as_str()),
            DrawingProblem::TooLarge | DrawingProblem::TooMany | DrawingProblem::NoSteps => (0, 0, ""),
        };
        let place = say_path(&self.file);
        let values: [(&str, Value<'_>); 4] = [
            ("place", place.into()),
            ("line", line.to_string().into()),
            ("column", column.to_string().into()),
            ("detail", detail.into()),
        ];
        catalog.text_with(key, &values)
    }
}

impl fmt::Display for DrawingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Catalog::of(UiLang::En)))
    }
}

impl Error for DrawingError {}
