//! What the window shows in real life: the bundled templates, files, and pictures made of them.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{Entry, EntryId, ExportChoice, Services};
use crate::{
    export::Options,
    locale::{Catalog, Lang},
    model::{Document, Page},
    pipeline::{self, Nth, Target},
    scene::Scene,
    template::{self, TEMPLATES},
};

/// The program's own templates and the files of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bundled;

impl Services for Bundled {
    fn templates(&self) -> Vec<Entry> {
        let entry = |template: &template::Template| {
            let opened = pipeline::open_template(template);
            // In English: the program's own files open, and a test sees to it.
            let document = opened.map(Arc::new).map_err(|error| error.to_string());
            Entry { id: EntryId::Bundled(template.id.to_owned()), document }
        };
        TEMPLATES.iter().map(entry).collect()
    }

    fn open_template(&self, id: &str) -> Result<Document, String> {
        let template = template::find(id).ok_or_else(|| id.to_owned())?;
        pipeline::open_template(template).map_err(|error| error.to_string())
    }

    fn load(&self, path: &Path, catalog: &Catalog) -> Result<Document, String> {
        pipeline::open_file(path).map(|opened| opened.document).map_err(|error| error.say(catalog))
    }

    fn scene(&self, document: &Document, page: usize, lang: &Lang) -> Scene {
        page_of(document, page).map(|page| pipeline::scene_of(document, page, lang)).unwrap_or_default()
    }

    fn draw(
        &self,
        document: &Document,
        page: usize,
        options: &Options,
        catalog: &Catalog,
    ) -> Result<Vec<u8>, String> {
        let page = page_of(document, page).ok_or_else(|| catalog.text("draw-nothing"))?;
        pipeline::draw(document, page, options).map_err(|error| error.say(catalog))
    }

    fn export(
        &self,
        document: &Document,
        choice: &ExportChoice,
        catalog: &Catalog,
    ) -> Result<Vec<PathBuf>, String> {
        let options = &choice.options;
        let lang = options.lang.as_ref().unwrap_or(&document.language);
        let chosen = |index: &usize| choice.page.is_none_or(|only| only == *index);
        let pages: Vec<usize> = (0..document.pages.len()).filter(chosen).collect();
        let target = Target::File(choice.path.clone());
        let mut written = Vec::new();
        for (number, index) in pages.iter().enumerate() {
            let Some(page) = document.pages.get(*index) else { continue };
            let nth = Nth {
                number: number + 1,
                count: pages.len(),
                input: "",
                pages: pages.len(),
                page: index + 1,
                title: document.page_title(page, lang),
                extension: options.format.extension(),
            };
            let Some(path) = target.file_name(&nth) else { continue };
            let bytes = self.draw(document, *index, options, catalog)?;
            pipeline::write(&path, &bytes, options.format, false).map_err(|error| error.say(catalog))?;
            written.push(path);
        }
        Ok(written)
    }
}

/// The page of the number `page`, or the first.
fn page_of(document: &Document, page: usize) -> Option<&Page> {
    document.pages.get(page).or_else(|| document.pages.first())
}
