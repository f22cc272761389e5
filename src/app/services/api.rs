//! What the window needs from below: documents, pictures, files.
//!
//! Behind a trait so that tests can put their own documents in its place.

use std::{
    ffi::OsStr,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io,
    path::{Path, PathBuf},
};

use crate::{
    arrange::PagePart,
    export::Drawing,
    geom::Size,
    interop::{Imported, Report, TableError, TableFile, WriteTableError, WrittenTable},
    locale::{Catalog, Lang},
    model::Document,
    persist::{RepairNote, SaveError, VersionStore, Written},
    pipeline::{DrawError, FileKind, OpenError, Origin, PublishError, SourceError, WriteError},
    progress::Progress,
    scene::{Cache, Scene},
};

pub use crate::ui::{
    dialogs::{ExportChoice, TableKind, WantedPages},
    start::{EntryId, GalleryEntry},
};

/// Tells one content of a file from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(u64);

impl Stamp {
    /// The stamp of a file that holds `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        Self(hasher.finish())
    }

    /// The stamp that was kept as `bits`.
    pub(crate) const fn of_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// What is kept of it.
    pub(crate) const fn bits(self) -> u64 {
        self.0
    }
}

/// A document with what is to be known of its file.
#[derive(Clone, Debug)]
pub struct LoadedFile {
    /// The document.
    pub document: Document,
    /// Whether the file had comments, which are not kept.
    pub comments_dropped: bool,
    /// The file's content.
    pub stamp: Stamp,
}

/// What a save may replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replaceable {
    /// Whatever is there: a person said so.
    Anything,
    /// What the file held when it was read or written last.
    Only(Stamp),
    /// Nothing.
    Nothing,
}

/// A save that is wanted.
#[derive(Clone, Debug)]
pub struct SaveWish {
    /// The file.
    pub path: PathBuf,
    /// What it may replace.
    pub replaces: Replaceable,
    /// Where the file that it replaces is kept; `None`: nowhere.
    pub versions: Option<VersionStore>,
    /// The time, in seconds since 1970.
    pub now: u64,
}

/// What came of a save.
#[derive(Clone, Debug)]
pub enum SaveEnd {
    /// The file holds the document.
    Saved(SavedFile),
    /// Nothing was written: the file is not what it was.
    Changed,
    /// Nothing was written: there is a file.
    Exists,
    /// Nothing was written: there is a file that cannot be read.
    Unreadable,
}

/// A file that was saved.
#[derive(Clone, Debug)]
pub struct SavedFile {
    /// What it holds now.
    pub stamp: Stamp,
    /// What it did not keep of the one before.
    pub written: Written,
    /// Whether the one before should have been kept as a version, and was not.
    pub is_version_lost: bool,
}

/// What could be saved of a damaged file.
#[derive(Clone, Debug)]
pub struct RepairedFile {
    /// The chart, ready to be shown.
    pub document: Document,
    /// What was done to the file.
    pub notes: Vec<RepairNote>,
}

/// What a file in another form than our own holds.
#[derive(Clone, Debug)]
pub enum Importable {
    /// A chart, ready to be shown.
    Chart(Box<Imported>),
    /// Tables, of which a chart can be made.
    Tables(TableFile),
}

/// Which table of a document is wanted.
#[derive(Clone, Copy, Debug)]
pub struct WantedTable<'a> {
    /// What kind: all pages are in a workbook, one in any other.
    pub kind: TableKind,
    /// The position of that one.
    pub page: usize,
    /// The language of its texts.
    pub lang: &'a Lang,
    /// The file that it is for.
    pub path: &'a Path,
}

/// Why an export was not written, or not whole.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The document has not what is asked for.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// A file was not made.
    #[error(transparent)]
    Publish(#[from] PublishError),
}

impl ExportError {
    /// Whether there is something that was not made of the document, and nothing else is wrong.
    pub(crate) const fn is_in_the_way(&self) -> bool {
        matches!(self, Self::Publish(PublishError::Write(WriteError::Exists)))
    }

    /// The error in the language of `catalog`; `name` is what it calls the document.
    pub fn say(&self, name: &str, catalog: &Catalog) -> String {
        match self {
            Self::Source(error) => error.say(name, catalog),
            Self::Publish(error) => error.say(catalog),
        }
    }
}

/// Which picture of a document is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Shot<'a> {
    /// The position of the page.
    pub page: usize,
    /// The language of its texts.
    pub lang: &'a Lang,
    /// Whether the next one follows at once: what is said of the picture may be that of an earlier one.
    pub is_draft: bool,
}

/// Which page is written as what.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnPage {
    /// The position of the page.
    pub page: usize,
    /// Which part of it.
    pub part: PagePart,
    /// The language of its texts.
    pub lang: Lang,
    /// What it is written as.
    pub drawing: Drawing,
}

/// What the window needs from below. Called from background threads too; who shows an error says it in the person's
/// language.
pub trait Services: Send + Sync + 'static {
    /// The bundled templates in the order of the start page. Asked for once.
    fn templates(&self) -> Vec<GalleryEntry>;

    /// A fresh document with nothing but lanes in it.
    fn blank(&self) -> Result<Document, OpenError>;

    /// What the file `path` is, by what is in it; `None` where it cannot be read.
    fn recognise(&self, path: &Path) -> Option<FileKind>;

    /// Has the system open a file or a place in the web as it would for the person, with another program. May last.
    fn open_outside(&self, place: &OsStr) -> io::Result<()>;

    /// The document in the file `path`.
    fn load(&self, path: &Path) -> Result<LoadedFile, OpenError>;

    /// What can be saved of the chart in the file `path`, which does not open; `None`: nothing.
    fn repair(&self, path: &Path) -> Option<RepairedFile>;

    /// Writes `document` to a file, whole or not at all, where that may be replaced; a file that is gone is written
    /// anew.
    fn save(&self, document: &Document, wish: &SaveWish) -> Result<SaveEnd, SaveError>;

    /// The time of day where the person is, as it is read: `12:04`.
    fn time_of_day(&self) -> String;

    /// The time `secs` seconds after the beginning of 1970 where the person is, as it is read:
    /// `2026-01-31 08:15:03`.
    fn time(&self, secs: u64) -> String;

    /// Chance, for new ids.
    fn entropy(&self) -> u32;

    /// The picture of a page; an empty scene where there is no such page.
    fn scene(&self, document: &Document, page: usize, lang: &Lang) -> Scene;

    /// The same, made anew only where the page differs from that which `cache` has seen last.
    fn next_scene(&self, document: &Document, shot: Shot<'_>, cache: &mut Cache) -> Scene;

    /// The bytes of the file that an export of a page writes; of the first one where there is no such page.
    fn draw(&self, document: &Document, page: &DrawnPage) -> Result<Vec<u8>, DrawError>;

    /// What the file `path`, which is in another form than our own, holds, its texts being in `lang`; `None` where
    /// whoever follows `progress` stops it.
    fn importable(
        &self,
        path: &Path,
        lang: &Lang,
        progress: &mut Progress<'_>,
    ) -> Result<Option<Importable>, OpenError>;

    /// What would become of everything in `tables`, their texts being in `lang`.
    fn look_at_tables(&self, tables: &TableFile, lang: &Lang) -> Result<Report, TableError>;

    /// The chart that `tables` describe, ready to be shown; `None` where whoever follows `progress` stops it.
    fn import_tables(
        &self,
        tables: &TableFile,
        lang: &Lang,
        progress: &mut Progress<'_>,
    ) -> Result<Option<Imported>, TableError>;

    /// The table that `wanted` describes.
    fn table(&self, document: &Document, wanted: WantedTable<'_>) -> Result<WrittenTable, WriteTableError>;

    /// Writes `bytes`, which come from `origin`, to the file `path`, whole or not at all, where that may be replaced.
    fn write_bytes(&self, path: &Path, bytes: &[u8], origin: Origin<'_>) -> Result<(), WriteError>;

    /// How large the picture of a page is, in document units; nothing where there is no such page or part.
    fn size(&self, document: &Document, page: &DrawnPage) -> Size;

    /// Writes files and gives back which ones. `watch` is told the number of each page and how many there are
    /// before that page is drawn; where it says no, nothing more is written.
    fn export(
        &self,
        document: &Document,
        choice: &ExportChoice,
        watch: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Vec<PathBuf>, ExportError>;
}
