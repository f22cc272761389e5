//! What the window needs from below: documents, pictures, files.
//!
//! Behind a trait so that tests can put their own documents in its place.

use std::path::{Path, PathBuf};

use crate::{
    locale::{Catalog, Lang},
    model::Document,
    scene::Scene,
};

pub use crate::ui::{dialogs::ExportChoice, start::TemplateInfo};

/// What the window needs from below. Called from background threads too; errors are words for people,
/// in the language of the catalogue.
pub trait Services: Send + Sync + 'static {
    /// The bundled templates in the order of the start page, described in `lang`.
    fn templates(&self, lang: &Lang) -> Vec<TemplateInfo>;

    /// A fresh document made from the template `id`.
    fn open_template(&self, id: &str) -> Result<Document, String>;

    /// The document in the file `path`.
    fn load(&self, path: &Path, catalog: &Catalog) -> Result<Document, String>;

    /// Chance, for new ids.
    fn entropy(&self) -> u32;

    /// The picture of a page; an empty scene where there is no such page.
    fn scene(&self, document: &Document, page: usize, lang: &Lang) -> Scene;

    /// Writes files and gives back which ones.
    fn export(
        &self,
        document: &Document,
        choice: &ExportChoice,
        catalog: &Catalog,
    ) -> Result<Vec<PathBuf>, String>;
}
