//! A version that was opened in the background.

use std::{path::Path, sync::Arc};

use crate::{
    app::{documents::open_document::OpenDocument, env::Env, services::api::Services},
    locale::{Catalog, Lang},
    model::{Document, DocumentId, PageId},
    persist::{Version, VersionStore},
    pipeline,
    revise::diff,
    scene::Scene,
};

/// A version with what is shown of it.
pub(super) struct OpenedVersion {
    pub(super) document: Document,
    /// What became of it since, in a few words.
    pub(super) summary: String,
    /// The same, a line a change.
    pub(super) lines: Vec<String>,
    pub(super) scene: Scene,
}

/// What versions are opened for: the document that they are compared with, seen as it is shown.
#[derive(Clone)]
pub(super) struct Present {
    document: Arc<Document>,
    page: PageId,
    lang: Lang,
    services: Arc<dyn Services>,
    catalog: &'static Catalog,
}

impl Present {
    pub(super) fn new(open: &OpenDocument, env: &Env) -> Self {
        Self {
            document: Arc::clone(open.editor.document()),
            page: open.editor.page_id().clone(),
            lang: open.lang.clone(),
            services: Arc::clone(&env.services),
            catalog: env.catalog,
        }
    }

    /// What is said of a version that cannot be opened.
    pub(super) fn unreadable(&self) -> String {
        self.catalog.text("versions-unreadable")
    }

    /// Opens a version; `None` where that cannot be done.
    pub(super) fn open(
        &self,
        store: &VersionStore,
        id: &DocumentId,
        version: &Version,
    ) -> Option<OpenedVersion> {
        let bytes = store.read(id, version).ok()?;
        let document = pipeline::open(bytes, Path::new("")).ok()?.document;
        let document = Document { id: self.document.id.clone(), ..document };
        let differences = diff(&document, &self.document);
        let lines = differences.lines(self.catalog, &self.lang);
        let page = document.pages.iter().position(|page| page.id == self.page).unwrap_or_default();
        Some(OpenedVersion {
            summary: differences.summary(self.catalog),
            lines,
            scene: self.services.scene(&document, page, &self.lang),
            document,
        })
    }
}
