//! A document that is open, and how it is seen.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{key::DocKey, sight::Opening};
use crate::{
    app::{
        canvas::{glide::Glide, state::CanvasState},
        panels::remembered::DocumentPanels,
        services::api::{LoadedFile, Services, Shot, Stamp},
    },
    edit::{Editor, Resumed},
    geom::{Camera, Size},
    interop::Report,
    locale::{Catalog, Lang, say_path},
    model::{Document, Page, PageId, Step, Text},
    persist::RepairNote,
    pipeline,
    scene::{Cache, kind_name},
    text::markup::one_line,
    ui::canvas::{Motion, Picture},
};

/// The eye can follow so many steps.
const MOST_FOLLOWED: usize = 500;

/// What is known of a document's file.
pub(crate) struct DocFile {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What it held when it was read or written last.
    pub(crate) holds: HeldContent,
    /// What the document was made of before that was taken in by an edit, which may be undone.
    former: Option<FormerContent>,
}

/// A content of a file, of which a document was made.
#[derive(Clone)]
pub(crate) struct HeldContent {
    pub(crate) stamp: Stamp,
    /// The document that it was; `None`: that is not known.
    pub(crate) document: Option<Arc<Document>>,
}

/// What a document was made of until an edit.
struct FormerContent {
    basis: HeldContent,
    /// The state to which the edit led.
    until: u64,
}

/// A document with the page, language and camera it is seen through.
#[expect(clippy::struct_excessive_bools, reason = "each says something of its own")]
pub(crate) struct OpenDocument {
    pub(crate) key: DocKey,
    /// The document, what is selected and what can be undone.
    pub(crate) editor: Editor,
    /// The file it was read from or written to last.
    pub(crate) file: Option<DocFile>,
    /// Whether the file has comments, which saving drops.
    pub(crate) has_comments: bool,
    /// What became of everything in the table that it was made of.
    pub(crate) report: Option<Report>,
    /// What was done to the damaged file that it was made of.
    pub(crate) repair: Option<Vec<RepairNote>>,
    /// Whether it is what another window left.
    pub(crate) is_recovered: bool,
    /// When it was saved, as it is read; `None`: not since it was opened.
    pub(crate) saved_at: Option<String>,
    /// What the window's title calls it: file name or title.
    pub(crate) name: String,
    /// The language of its texts.
    pub(crate) lang: Lang,
    /// The page's picture in that language.
    pub(crate) picture: Picture,
    /// What of the picture's scene can be used again.
    cache: Cache,
    /// The page that the picture shows.
    pictured_page: PageId,
    /// The editor's revision that the picture shows.
    pictured: u64,
    /// Whether the picture is one of a gesture, which says of itself what was so before.
    is_draft: bool,
    /// How it was last seen.
    pub(crate) camera: Option<Camera>,
    /// Whether the page is kept fitted into the window: it is fitted anew when the room for it changes and when it is
    /// laid out. An edit leaves it as large as it is, below the pointer.
    pub(crate) fitted: bool,
    /// The size of the canvas that it was fitted into last; zero: it is to be fitted.
    pub(super) fitted_into: Size,
    /// Whether the page was opened and not seen yet.
    pub(super) opening: Option<Opening>,
    /// The way to where the page fits again.
    pub(super) glide: Option<Glide>,
    /// The way of everything to the places of a layout or back, and the editor's revision that has them there.
    pub(crate) motion: Option<(Motion, u64)>,
    /// What the panels remember of it.
    pub(crate) panels: DocumentPanels,
    /// The size of the canvas when it was last drawn.
    pub(crate) viewport: Size,
    /// What is being done on the canvas.
    pub(crate) canvas: CanvasState,
}

impl OpenDocument {
    /// `document`, which no file holds yet, read in `wished` where it has that language.
    pub(crate) fn new(services: &dyn Services, key: DocKey, document: Document, wished: &Lang) -> Self {
        let languages = document.languages();
        let lang = languages.into_iter().find(|lang| lang == wished);
        let lang = lang.unwrap_or_else(|| document.language.clone());
        let mut cache = Cache::default();
        let picture = Picture::new(&services.next_scene(
            &document,
            Shot { page: 0, lang: &lang, is_draft: false },
            &mut cache,
        ));
        let editor = Editor::new(document, pipeline::fonts(), false);
        Self {
            key,
            cache,
            is_draft: false,
            pictured_page: editor.page_id().clone(),
            pictured: editor.revision(),
            editor,
            file: None,
            has_comments: false,
            report: None,
            repair: None,
            is_recovered: false,
            saved_at: None,
            name: String::new(),
            lang,
            picture,
            camera: None,
            fitted: true,
            fitted_into: Size::ZERO,
            opening: Some(Opening::Start),
            glide: None,
            motion: None,
            panels: DocumentPanels::default(),
            viewport: Size::ZERO,
            canvas: CanvasState::default(),
        }
    }

    /// Says that it was read from the file `path`.
    pub(crate) fn is_in_file(&mut self, path: &Path, stamp: Stamp, has_comments: bool) {
        self.editor.saved(self.editor.state());
        self.keep_in(path, stamp);
        self.is_based_on(Arc::clone(self.editor.document()));
        self.has_comments = has_comments;
    }

    /// The same document as its file has it now, seen as this one is.
    pub(crate) fn read_again(&mut self, services: &dyn Services, path: &Path, loaded: LoadedFile) {
        let mut fresh = Self::new(services, self.key, loaded.document, &self.lang);
        fresh.is_in_file(path, loaded.stamp, loaded.comments_dropped);
        fresh.show_page(services, self.editor.page_id());
        (fresh.camera, fresh.fitted, fresh.viewport) = (self.camera, self.fitted, self.viewport);
        *self = fresh;
    }

    /// Says that the file `path` holds the document as it was in `state`.
    pub(crate) fn saved(&mut self, path: &Path, state: u64, stamp: Stamp, time: String) {
        self.editor.saved(state);
        self.keep_in(path, stamp);
        self.has_comments = false;
        self.saved_at = Some(time);
    }

    /// Goes on with what was done to it in a window that is gone.
    pub(crate) fn resume(&mut self, services: &dyn Services, resumed: Resumed) {
        self.is_recovered = true;
        let document = Document::clone(self.editor.document());
        self.editor = Editor::resumed(document, pipeline::fonts(), resumed);
        self.redraw(services, false);
    }

    /// Says that it is saved in the file `path`, and that this is the content that was known of it.
    pub(crate) fn keep_in(&mut self, path: &Path, stamp: Stamp) {
        self.name = say_path(path.file_name().unwrap_or(path.as_os_str()));
        let holds = HeldContent { stamp, document: None };
        self.file = Some(DocFile { path: path.to_owned(), holds, former: None });
    }

    /// Says which document its file holds.
    pub(crate) fn is_based_on(&mut self, base: Arc<Document>) {
        if let Some(file) = &mut self.file {
            file.holds.document = Some(base);
        }
    }

    /// Says that its last edit took in `holds`, what its file `path` holds now.
    pub(crate) fn took_in(&mut self, path: &Path, holds: HeldContent) {
        let former = self.basis().cloned().map(|basis| FormerContent { basis, until: self.editor.state() });
        self.keep_in(path, holds.stamp);
        self.file = self.file.take().map(|file| DocFile { holds, former, ..file });
    }

    /// The content of its file of which the document was made as it is now; not what an edit took in that was undone.
    pub(crate) fn basis(&self) -> Option<&HeldContent> {
        let DocFile { holds, former, .. } = self.file.as_ref()?;
        let former = former.as_ref().filter(|former| !self.editor.is_done(former.until));
        Some(former.map_or(holds, |former| &former.basis))
    }

    /// Ends what is in progress on it.
    pub(crate) fn rest(&mut self) {
        self.canvas.rest(&mut self.editor);
    }

    /// Whether there is work in it that no file holds. What was made of a table or of a damaged file, or recovered, is
    /// work as it is, what was only begun from a template is not.
    pub(crate) fn is_unsaved(&self) -> bool {
        let is_work = self.is_recovered || self.report.is_some() || self.repair.is_some();
        let is_begun = self.file.is_none() && self.editor.state() == 0 && !is_work;
        self.editor.is_dirty() && !is_begun
    }

    /// The page as it is before a layout comes or goes, where the eye can follow that.
    pub(crate) fn followed_page(&self) -> Option<Page> {
        self.page().filter(|page| page.steps.len() <= MOST_FOLLOWED).cloned()
    }

    /// Forgets where steps came from when the page has changed since.
    pub(crate) fn drop_old_motion(&mut self) {
        self.motion = self.motion.take().filter(|(_, revision)| *revision == self.editor.revision());
    }

    /// Shows another page.
    pub(crate) fn show_page(&mut self, services: &dyn Services, id: &PageId) {
        if id == self.editor.page_id() {
            return;
        }
        self.editor.show_page(id);
        self.redraw(services, false);
    }

    /// Shows the texts in another language.
    pub(crate) fn show_lang(&mut self, services: &dyn Services, lang: Lang) {
        self.lang = lang;
        self.redraw(services, false);
    }

    /// Draws the picture anew if the document changed since. What is said of it to readers who do not see it follows
    /// a frame later, when nothing is being changed: telling the whole flow takes longer than drawing a change.
    pub(crate) fn refresh(&mut self, services: &dyn Services) {
        if self.pictured != self.editor.revision() {
            self.redraw(services, true);
        } else if self.is_draft && !self.editor.is_in_gesture() {
            self.redraw(services, false);
        }
    }

    fn redraw(&mut self, services: &dyn Services, is_draft: bool) {
        // Adding a page, or taking that back, shows another one, too.
        if self.pictured_page != *self.editor.page_id() {
            self.pictured_page = self.editor.page_id().clone();
            self.open_page();
        }
        self.keep_to_languages();
        let shot = Shot { page: self.page_index(), lang: &self.lang, is_draft };
        let document = self.editor.document();
        self.picture.update(&services.next_scene(document, shot, &mut self.cache));
        self.is_draft = is_draft;
        self.pictured = self.editor.revision();
    }

    /// Reads the document in its own language where it lost the one that it was read in.
    fn keep_to_languages(&mut self) {
        let document = self.editor.document();
        // No gesture takes a language out.
        if !self.editor.is_in_gesture() && !document.languages().contains(&self.lang) {
            self.lang = document.language.clone();
        }
    }

    /// The position of the page that is shown.
    pub(crate) fn page_index(&self) -> usize {
        let pages = &self.editor.document().pages;
        pages.iter().position(|page| page.id == *self.editor.page_id()).unwrap_or_default()
    }

    /// The page that is shown.
    pub(crate) fn page(&self) -> Option<&Page> {
        self.editor.page()
    }

    /// What a reader of the chart sees of `text`, on one line and without markup.
    pub(crate) fn read(&self, text: &Text) -> String {
        one_line(text.get(&self.lang, &self.editor.document().language))
    }

    /// What a step is called: its text, or else its kind.
    pub(crate) fn step_name(&self, catalog: &Catalog, step: &Step) -> String {
        let text = self.read(&step.text);
        if text.is_empty() { kind_name(catalog, step.kind) } else { text }
    }
}
