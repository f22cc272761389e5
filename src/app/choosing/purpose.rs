//! What a path is asked for.

use crate::{app::documents::key::DocKey, export::Format, ui::dialogs::TableKind};

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Files to be opened.
    Open,
    /// Where a document is to be saved.
    Save(DocKey),
    /// Where pictures are to be written.
    Export,
    /// A file in another form to be made into a chart.
    Import,
    /// A damaged file to be repaired.
    Repair,
    /// Where a chart is to be written as a table.
    SaveTable(DocKey, TableKind),
    /// A chart that the one that is shown is compared with.
    Compare,
    /// A folder whose charts are looked through.
    Folder,
    /// Where the picture of a comparison is to be written.
    ComparePicture(Format),
}

impl Purpose {
    /// What the dialog in which it is typed is called: a key in the catalogue.
    pub(crate) const fn heading(self) -> &'static str {
        match self {
            Self::Open => "ui-path-open",
            Self::Save(_) => "ui-path-save",
            Self::Export | Self::ComparePicture(_) => "ui-path-export",
            Self::Import => "ui-path-import",
            Self::Repair => "ui-path-repair",
            Self::SaveTable(..) => "ui-path-table",
            Self::Compare => "ui-path-compare",
            Self::Folder => "ui-path-folder",
        }
    }

    /// Whether the file is there already.
    pub(crate) const fn is_reading(self) -> bool {
        match self {
            Self::Open | Self::Import | Self::Repair | Self::Compare | Self::Folder => true,
            Self::Save(_) | Self::Export | Self::SaveTable(..) | Self::ComparePicture(_) => false,
        }
    }
}
