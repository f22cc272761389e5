//! What the window shows in real life: the bundled templates, files, and pictures made of them.

use std::{
    hash::{BuildHasher as _, RandomState},
    path::{Path, PathBuf},
};

use super::{ExportChoice, Services, TemplateInfo};
use crate::{
    locale::{Catalog, Lang},
    model::Document,
    pipeline::{self, About, Nth, Target},
    scene::Scene,
    template::{self, TEMPLATES},
};

/// The program's own templates and the files of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bundled;

impl Services for Bundled {
    fn templates(&self, lang: &Lang) -> Vec<TemplateInfo> {
        let info = |template: &template::Template| {
            // A template that does not open is left out; a test opens every one.
            let About { title, description, languages, lanes, steps } =
                pipeline::about(template, lang).ok()?;
            Some(TemplateInfo { id: template.id.to_owned(), title, description, lanes, steps, languages })
        };
        TEMPLATES.iter().filter_map(info).collect()
    }

    fn open_template(&self, id: &str) -> Result<Document, String> {
        let template = template::find(id).ok_or_else(|| id.to_owned())?;
        pipeline::open_template(template).map_err(|error| error.to_string())
    }

    fn load(&self, path: &Path, catalog: &Catalog) -> Result<Document, String> {
        pipeline::open_file(path).map(|opened| opened.document).map_err(|error| error.say(catalog))
    }

    fn entropy(&self) -> u32 {
        // Every `RandomState` has keys of its own, which begin with chance from the system.
        let [a, b, c, d, ..] = RandomState::new().hash_one(0_u8).to_le_bytes();
        u32::from_le_bytes([a, b, c, d])
    }

    fn scene(&self, document: &Document, page: usize, lang: &Lang) -> Scene {
        let page = document.pages.get(page).or_else(|| document.pages.first());
        page.map(|page| pipeline::scene_of(document, page, lang)).unwrap_or_default()
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
            let bytes = pipeline::draw(document, page, options).map_err(|error| error.say(catalog))?;
            pipeline::write(&path, &bytes, options.format, false).map_err(|error| error.say(catalog))?;
            written.push(path);
        }
        Ok(written)
    }
}
