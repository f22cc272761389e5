//! What the window needs from below: documents, pictures, files.
//!
//! Behind a trait so that tests can put their own documents in its place.

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::{Path, PathBuf},
};

use crate::{
    arrange::PagePart,
    export::Drawing,
    geom::Size,
    interop::{Imported, Report, TableFile, WrittenTable},
    locale::{Catalog, Lang},
    model::Document,
    pipeline::FileKind,
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

/// What a file in another form than our own holds.
#[derive(Clone, Debug)]
pub enum Importable {
    /// A chart, ready to be shown.
    Chart(Box<Imported>),
    /// Tables, of which a chart can be made.
    Tables(TableFile),
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

/// What the window needs from below. Called from background threads too; errors are words for people,
/// in the language of the catalogue.
pub trait Services: Send + Sync + 'static {
    /// The bundled templates in the order of the start page. Asked for once.
    fn templates(&self) -> Vec<GalleryEntry>;

    /// A fresh document made from the template `id`.
    fn open_template(&self, id: &str) -> Result<Document, String>;

    /// What the file `path` is, by what is in it; `None` where it cannot be read.
    fn recognise(&self, path: &Path) -> Option<FileKind>;

    /// The document in the file `path`.
    fn load(&self, path: &Path, catalog: &Catalog) -> Result<LoadedFile, String>;

    /// Writes `document` to the file `path`, whole or not at all.
    fn save(&self, document: &Document, path: &Path, catalog: &Catalog) -> Result<Stamp, String>;

    /// What the file `path` holds now; `None` where there is none that can be read.
    fn stamp(&self, path: &Path) -> Option<Stamp>;

    /// The time of day where the person is, as it is read: `12:04`.
    fn time_of_day(&self) -> String;

    /// Chance, for new ids.
    fn entropy(&self) -> u32;

    /// The picture of a page; an empty scene where there is no such page.
    fn scene(&self, document: &Document, page: usize, lang: &Lang) -> Scene;

    /// The same, made anew only where the page differs from that which `cache` has seen last.
    fn next_scene(&self, document: &Document, shot: Shot<'_>, cache: &mut Cache) -> Scene;

    /// The bytes of the file that an export of a page writes; of the first one where there is no such page.
    fn draw(&self, document: &Document, page: &DrawnPage, catalog: &Catalog) -> Result<Vec<u8>, String>;

    /// What the file `path`, which is in another form than our own, holds, its texts being in `lang`; `None` where
    /// whoever follows `progress` stops it.
    fn importable(
        &self,
        path: &Path,
        lang: &Lang,
        catalog: &Catalog,
        progress: &mut Progress<'_>,
    ) -> Result<Option<Importable>, String>;

    /// What would become of everything in `tables`, their texts being in `lang`.
    fn look_at_tables(&self, tables: &TableFile, lang: &Lang, catalog: &Catalog) -> Result<Report, String>;

    /// The chart that `tables` describe, ready to be shown; `None` where whoever follows `progress` stops it.
    fn import_tables(
        &self,
        tables: &TableFile,
        lang: &Lang,
        catalog: &Catalog,
        progress: &mut Progress<'_>,
    ) -> Result<Option<Imported>, String>;

    /// A table of the kind `kind`: all pages where that is a workbook, else the page of the given number.
    fn table(
        &self,
        document: &Document,
        page_and_lang: (usize, &Lang),
        path_and_kind: (&Path, TableKind),
    ) -> Result<WrittenTable, String>;

    /// Writes `bytes` to the file `path`, whole or not at all.
    fn write_bytes(&self, path: &Path, bytes: &[u8], catalog: &Catalog) -> Result<(), String>;

    /// How large the picture of a page is, in document units; nothing where there is no such page or part.
    fn size(&self, document: &Document, page: &DrawnPage) -> Size;

    /// Writes files and gives back which ones. `watch` is told the number of each page and how many there are
    /// before that page is drawn; where it says no, nothing more is written.
    fn export(
        &self,
        document: &Document,
        choice: &ExportChoice,
        catalog: &Catalog,
        watch: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Vec<PathBuf>, String>;
}
