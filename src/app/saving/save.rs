//! Documents into files.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use crate::app::{
    documents::open_document::{DocKey, OpenDocument},
    laneway::{Dialog, Laneway, Purpose},
    leaving::ask::Ask,
    starting::start_page::counts,
};
use crate::pipeline;

/// What a document's file name ends in.
const ENDING: &str = "ron";

/// What came of an attempt to save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Saved {
    /// The file holds the document.
    Done,
    /// A person has to answer first.
    Asked,
    /// It did not work; the reason is shown.
    Failed,
}

impl Laneway {
    /// Saves the document `key` in its file; asks for one where it has none.
    pub(crate) fn save(&mut self, ctx: &Context, key: DocKey) -> Saved {
        let Some(open) = self.doc(key) else { return Saved::Done };
        let Some(file) = &open.file else { return self.save_as(ctx, key) };
        let path = file.path.clone();
        // A file that is gone is written anew.
        let is_changed = self.services.stamp(&path).is_some_and(|stamp| stamp != file.stamp);
        if is_changed {
            self.dialog = Some(Dialog::Ask(Ask::Changed(key, path)));
            return Saved::Asked;
        }
        self.write(ctx, key, &path)
    }

    /// Asks where to save the document `key`.
    pub(crate) fn save_as(&mut self, ctx: &Context, key: DocKey) -> Saved {
        let Some(open) = self.doc(key) else { return Saved::Done };
        let suggested = match &open.file {
            Some(file) if self.dialogs.is_available() => {
                file.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
            }
            Some(file) => file.path.display().to_string(),
            None => suggested_name(open),
        };
        self.ask(ctx, Purpose::Save(key), &suggested);
        Saved::Asked
    }

    /// Saves the document `key` in the file `path`, which a person named.
    pub(crate) fn save_to(&mut self, ctx: &Context, key: DocKey, path: &Path) -> Saved {
        let named = with_ending(path.to_owned());
        if self.is_kept_elsewhere(key, &named) {
            self.problem = Some(self.catalog().text("ui-save-elsewhere"));
            return Saved::Failed;
        }
        let is_own = self.doc(key).and_then(|open| open.file.as_ref()).is_some_and(|file| file.path == named);
        // The system's dialog asked already, but for the name that was typed.
        let was_asked = self.dialogs.is_available() && named == path;
        if !is_own && !was_asked && self.services.stamp(&named).is_some() {
            self.dialog = Some(Dialog::Ask(Ask::Exists(key, named)));
            return Saved::Asked;
        }
        self.write(ctx, key, &named)
    }

    /// Writes the document `key` to the file `path`, whatever is there.
    pub(crate) fn write(&mut self, ctx: &Context, key: DocKey, path: &Path) -> Saved {
        let (catalog, services) = (self.catalog(), std::sync::Arc::clone(&self.services));
        let Some(open) = self.docs.iter_mut().find(|open| open.key == key) else { return Saved::Done };
        // What is shown is what is saved.
        open.editor.commit();
        let stamp = match services.save(open.editor.document(), path, catalog) {
            Ok(stamp) => stamp,
            Err(reason) => {
                self.problem = Some(catalog.text_with("ui-save-failed", &[("reason", reason.into())]));
                return Saved::Failed;
            }
        };
        let had_comments = open.has_comments;
        open.saved(path, stamp, services.time_of_day());
        let inside = counts(open.editor.document());
        self.problem = None;
        self.note_opened(path, Some(inside));
        let to = [("file", path.display().to_string().into())];
        let mut text = catalog.text_with("ui-saved-to", &to);
        if had_comments {
            text = format!("{text}\n{}", catalog.text("ui-comments-dropped"));
        }
        self.say(ctx, text);
        Saved::Done
    }

    /// Keeps the document that is shown as a template called `name`.
    pub(crate) fn save_template(&mut self, ctx: &Context, name: &str) {
        let catalog = self.catalog();
        let (Some(home), Some(open)) = (&self.home, self.open()) else { return };
        match home.save_as_template(open.editor.document(), name, catalog) {
            Ok(path) => {
                let kept = [("file", path.display().to_string().into())];
                self.say(ctx, catalog.text_with("ui-template-kept", &kept));
            }
            Err(reason) => {
                self.problem = Some(catalog.text_with("ui-save-failed", &[("reason", reason.into())]));
            }
        }
    }

    /// Reads the document `key` from its file again.
    pub(crate) fn revert(&mut self, key: DocKey) {
        let catalog = self.catalog();
        let Some(at) = self.docs.iter().position(|open| open.key == key) else { return };
        let Some(open) = self.docs.get_mut(at) else { return };
        let Some(path) = open.file.as_ref().map(|file| file.path.clone()) else { return };
        match self.services.load(&path, catalog) {
            Ok(loaded) => {
                let (page, camera, fitted, lang) =
                    (open.editor.page_id().clone(), open.camera, open.fitted, &open.lang);
                let services = self.services.as_ref();
                let mut fresh = OpenDocument::from_file(services, key, (&path, loaded), lang);
                fresh.show_page(services, &page);
                (fresh.camera, fresh.fitted, fresh.viewport) = (camera, fitted, open.viewport);
                *open = fresh;
                // States of the document that is read now have the same names as those of the other one.
                self.forget_layout(key);
                self.problem = None;
            }
            Err(reason) => {
                self.problem = Some(catalog.text_with("ui-open-failed", &[("reason", reason.into())]));
            }
        }
    }
}

/// The file name for a document that has none yet.
fn suggested_name(open: &OpenDocument) -> String {
    let slug = pipeline::slug(&open.name);
    format!("{}.{ENDING}", if slug.is_empty() { "chart" } else { slug.as_str() })
}

/// `path` as a document's file name; what already is one stays.
fn with_ending(path: PathBuf) -> PathBuf {
    crate::app::exporting::export::with_extension(path, ENDING)
}
