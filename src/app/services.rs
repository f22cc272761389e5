//! What the window needs from below: documents, pictures, files.
//!
//! Behind a trait so that tests can put their own documents in its place.

use std::path::{Path, PathBuf};

use crate::{
    export::Options,
    locale::{Catalog, Lang},
    model::Document,
    scene::Scene,
};

pub use crate::ui::{
    dialogs::ExportChoice,
    start::{Entry, EntryId},
};

/// What the window needs from below. Called from background threads too; errors are words for people,
/// in the language of the catalogue.
pub trait Services: Send + Sync + 'static {
    /// The bundled templates in the order of the start page. Asked for once.
    fn templates(&self) -> Vec<Entry>;

    /// A fresh document made from the template `id`.
    fn open_template(&self, id: &str) -> Result<Document, String>;

    /// The document in the file `path`.
    fn load(&self, path: &Path, catalog: &Catalog) -> Result<Document, String>;

    /// The picture of a page; an empty scene where there is no such page.
    fn scene(&self, document: &Document, page: usize, lang: &Lang) -> Scene;

    /// The bytes of the file that an export of a page writes; of the first one where there is no such page.
    fn draw(
        &self,
        document: &Document,
        page: usize,
        options: &Options,
        catalog: &Catalog,
    ) -> Result<Vec<u8>, String>;

    /// Writes files and gives back which ones.
    fn export(
        &self,
        document: &Document,
        choice: &ExportChoice,
        catalog: &Catalog,
    ) -> Result<Vec<PathBuf>, String>;
}
