//! The answer.

use super::foreign::Foreign;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A chart of a version that this program reads; what is wrong further in, reading it says.
    Document,
    /// A chart of a newer version of the format.
    TooNew(u32),
    /// Meant to be a chart, but its very beginning is damaged.
    Damaged,
    /// A workbook with sheets, `.xlsx`.
    Workbook,
    /// Text in rows, as commas, tabs or lines divide it.
    DelimitedText,
    /// The geometry of a chart in our neutral JSON.
    Geometry,
    /// A file of another program.
    Foreign(Foreign),
    /// Nothing in it.
    Empty,
    /// Bytes of no kind that is known.
    Unknown,
}

impl FileKind {
    /// Whether it is, or is meant to be, a chart in our own format.
    pub const fn is_document(self) -> bool {
        matches!(self, Self::Document | Self::TooNew(_) | Self::Damaged)
    }

    /// Whether a chart is made of it that is in no file yet.
    pub const fn is_imported(self) -> bool {
        self.is_table() || matches!(self, Self::Geometry)
    }

    /// Whether tables can be read from it.
    pub const fn is_table(self) -> bool {
        matches!(self, Self::Workbook | Self::DelimitedText)
    }
}
