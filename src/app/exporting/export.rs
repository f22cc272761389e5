//! The export dialog of the window, and what runs for it in the background.

use std::{
    path::{Path, PathBuf, absolute},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use eframe::egui::{ColorImage, Ui};

use super::preview::{
    image::PictureError,
    make::PreviewWish,
    previewer::{PreviewSource, Previewer},
};
use crate::{
    app::{
        choosing::{chosen_file::ChosenFile, purpose::Purpose},
        clipboard::picture::PictureSource,
        documents::{open_document::OpenDocument, tabs::Documents},
        effect::{DialogName, Effect},
        env::Env,
        jobs::job::{Job, Jobs, NotFound},
        saving::names::with_extension,
        services::api::{DrawnPage, ExportChoice, ExportError},
    },
    arrange::PagePart,
    export::Drawing,
    locale::Catalog,
    model::Text,
    text::markup,
    ui::dialogs::{self, ExportAnswer, ExportForm, ExportState, ExportView},
};

/// The exports of the window.
#[derive(Default)]
pub(crate) struct Exporting {
    dialog: Option<ExportDialog>,
    /// What was chosen in the dialog the last time.
    last: Option<ExportForm>,
    /// Outlives the dialog, so that one picture at a time is made however often it is opened: they can be large.
    preview: Previewer,
}

/// The export dialog and what runs for it.
struct ExportDialog {
    form: ExportForm,
    state: ExportState,
    /// Whether the state was not shown yet.
    is_news: bool,
    job: Option<Job<Exported>>,
    /// What was to be written last.
    written: PathBuf,
    pages: Arc<PagesDone>,
    /// How many pixels of the screen the preview had in the last frame.
    room: Option<(u32, u32)>,
}

/// Which page is drawn.
#[derive(Default)]
struct PagesDone {
    /// The number of the page that is being drawn.
    page: AtomicUsize,
    /// How many there are.
    count: AtomicUsize,
}

/// What came of an export.
pub(crate) enum Exported {
    /// These files were written.
    Written(Vec<PathBuf>),
    /// The picture is in the clipboard, or these pixels of it are to be put there.
    Copied(Option<Box<ColorImage>>),
    /// No file was written.
    NotWritten(ExportError),
    /// No picture was made.
    NotDrawn(PictureError),
    /// The work broke off.
    Broken,
}

impl ExportDialog {
    fn new(form: ExportForm) -> Self {
        Self {
            form,
            state: ExportState::Asking,
            is_news: false,
            job: None,
            written: PathBuf::new(),
            pages: Arc::default(),
            room: None,
        }
    }

    /// Shows the dialog for what is open.
    fn ui(&mut self, ui: &Ui, open: &OpenDocument, preview: &Previewer, env: &Env) -> Option<ExportAnswer> {
        if self.job.is_some() {
            let PagesDone { page, count } = &*self.pages;
            let (page, count) = (page.load(Ordering::Relaxed), count.load(Ordering::Relaxed));
            self.state = ExportState::Running { page, count };
        }
        let langs = open.editor.document().languages();
        let parts = parts(open, env.catalog);
        let view = ExportView {
            state: &self.state,
            is_news: std::mem::take(&mut self.is_news),
            preview: preview.shown(),
            is_behind: preview.is_behind(),
            langs: &langs,
            pages: open.editor.document().pages.len(),
            parts: &parts,
        };
        let before = self.form.clone();
        let (answer, room) = dialogs::export_ui(ui, env.catalog, &mut self.form, &view);
        if self.room != Some(room) || before != self.form {
            self.room = Some(room);
            ui.ctx().request_repaint();
        }
        if before != self.form && self.job.is_none() {
            // What was done with the choices before says nothing of these.
            self.state = ExportState::Asking;
        }
        answer
    }

    /// The preview that there ought to be of what is open; `None` while that is not known.
    fn wish(&self, open: &OpenDocument) -> Option<PreviewWish> {
        let (drawing, room) = self.form.drawing().zip(self.room)?;
        Some(PreviewWish { page: drawn_page(open, &self.form, drawing), room })
    }

    fn runs(&mut self, job: Job<Exported>) {
        self.job = Some(job);
        self.state = ExportState::Running { page: 0, count: 0 };
        self.is_news = true;
    }

    /// Writes the files that the dialog describes.
    fn write(&mut self, open: &OpenDocument, jobs: &mut Jobs, env: &Env, file: ChosenFile) {
        let file = file.named(self.form.format().extension());
        let Some(choice) = self.form.choice(file.path.clone(), open.page_index()) else { return };
        let choice = ExportChoice { replaces: file.may_replace(choice.is_one_file()), ..choice };
        self.written = file.path;
        let (services, document) = (Arc::clone(&env.services), Arc::clone(open.editor.document()));
        let (pages, woken) = (Arc::<PagesDone>::default(), env.ctx.clone());
        self.pages = Arc::clone(&pages);
        self.runs(jobs.start("export", None, move |progress| {
            let mut watch = |page: usize, count: usize| {
                pages.page.store(page, Ordering::Relaxed);
                pages.count.store(count, Ordering::Relaxed);
                woken.request_repaint();
                progress.nth(page.saturating_sub(1), count).is_ok()
            };
            let written = services.export(&document, &choice, &mut watch);
            Ok(written.map_or_else(Exported::NotWritten, Exported::Written))
        }));
    }

    /// The folder of what was written.
    fn folder(&self) -> Option<PathBuf> {
        let ExportState::Done(files) = &self.state else { return None };
        let folder = absolute(files.first()?.parent()?).ok()?;
        Some(folder)
    }

    /// Draws the picture for the clipboard.
    fn copy(&mut self, open: &OpenDocument, jobs: &mut Jobs, env: &Env) {
        let Some(drawing) = self.form.picture() else { return };
        let source = PictureSource {
            services: Arc::clone(&env.services),
            document: Arc::clone(open.editor.document()),
            page: drawn_page(open, &self.form, drawing),
        };
        let clipboard = Arc::clone(&env.clipboard);
        self.runs(jobs.start("export", None, move |_| {
            Ok(source.put(clipboard.as_ref()).map_or_else(Exported::NotDrawn, Exported::Copied))
        }));
    }
}

/// The page that is shown, or its part that is chosen, written as `drawing`.
fn drawn_page(open: &OpenDocument, form: &ExportForm, drawing: Drawing) -> DrawnPage {
    DrawnPage { page: open.page_index(), part: form.part(), lang: form.lang().clone(), drawing }
}

/// The parts of the page that is shown, with their names; all of it first.
fn parts(open: &OpenDocument, catalog: &Catalog) -> Vec<(PagePart, String)> {
    let Some(page) = open.page() else { return Vec::new() };
    let mut parts = vec![(PagePart::default(), catalog.text("ui-part-all"))];
    let steps = &open.editor.selection().steps;
    if !steps.is_empty() {
        let part = PagePart { steps: Some(steps.clone()), ..PagePart::default() };
        parts.push((part, catalog.text("ui-part-selection")));
    }
    let named = |key: &str, title: &Text| {
        let title = markup::one_line(&open.read(title));
        catalog.text_with(key, &[("title", title.into())])
    };
    parts.extend(page.lanes.iter().map(|lane| {
        let part = PagePart { lane: Some(lane.id.clone()), ..PagePart::default() };
        (part, named("ui-part-lane", &lane.title))
    }));
    parts.extend(page.phases.iter().map(|phase| {
        let part = PagePart { phase: Some(phase.id.clone()), ..PagePart::default() };
        (part, named("ui-part-phase", &phase.title))
    }));
    parts
}

impl Exporting {
    /// Opens the dialog with the choices of the last time, in the language that the chart is shown in.
    pub(crate) fn show(&mut self, documents: &Documents) -> Vec<Effect> {
        let Some(open) = documents.shown() else { return Vec::new() };
        let lang = open.lang.clone();
        let form = match self.last.take() {
            Some(last) => last.speaking(lang),
            None => ExportForm::new(lang),
        };
        self.dialog = Some(ExportDialog::new(form));
        vec![Effect::Show(DialogName::Export)]
    }

    /// The dialog is no longer shown. Its choices are kept for the next one; what is being written is written all the
    /// same.
    pub(crate) fn close(&mut self) {
        let Some(dialog) = self.dialog.take() else { return };
        self.preview.clear();
        self.last = Some(dialog.form);
        if let Some(job) = dialog.job {
            job.detach();
        }
    }

    /// Shows the dialog for the document that is shown.
    pub(crate) fn ui(
        &mut self,
        ui: &Ui,
        documents: &Documents,
        jobs: &mut Jobs,
        env: &Env,
    ) -> Option<ExportAnswer> {
        let (dialog, open) = (self.dialog.as_mut()?, documents.shown()?);
        let subject =
            PreviewSource { document: open.editor.document(), services: &env.services, catalog: env.catalog };
        self.preview.update(ui.ctx(), dialog.wish(open), subject, jobs);
        dialog.ui(ui, open, &self.preview, env)
    }

    /// Does what was asked for in the dialog.
    pub(crate) fn answered(
        &mut self,
        documents: &Documents,
        jobs: &mut Jobs,
        env: &Env,
        answer: ExportAnswer,
    ) -> Vec<Effect> {
        let (Some(dialog), Some(open)) = (&mut self.dialog, documents.shown()) else { return Vec::new() };
        match answer {
            ExportAnswer::Write => {
                let name = open.file.as_ref().map_or(Path::new(&open.name), |file| &file.path);
                let stem = name.file_stem().unwrap_or_default();
                let name = with_extension(stem.into(), dialog.form.format().extension());
                return vec![Effect::Ask(Purpose::Export, name)];
            }
            ExportAnswer::Copy => dialog.copy(open, jobs, env),
            ExportAnswer::Stop => {
                if let Some(job) = &dialog.job {
                    job.stop();
                }
            }
            ExportAnswer::OpenFolder => {
                return dialog.folder().map(Effect::OpenOutside).into_iter().collect();
            }
            ExportAnswer::Close => return vec![Effect::CloseDialog],
        }
        Vec::new()
    }

    /// Writes the files that the dialog describes.
    pub(crate) fn write(&mut self, documents: &Documents, jobs: &mut Jobs, env: &Env, file: ChosenFile) {
        if let (Some(dialog), Some(open)) = (&mut self.dialog, documents.shown()) {
            dialog.write(open, jobs, env, file);
        }
    }

    /// What came of an export since the last frame.
    pub(crate) fn poll(&self) -> Option<Exported> {
        match self.dialog.as_ref()?.job.as_ref()?.poll()? {
            Ok(exported) => Some(exported),
            // Stopped before anything was written.
            Err(NotFound::Stopped) => Some(Exported::Written(Vec::new())),
            Err(NotFound::Broken) => Some(Exported::Broken),
        }
    }

    /// Says in the dialog what came of an export.
    pub(crate) fn ended(
        &mut self,
        documents: &Documents,
        catalog: &Catalog,
        exported: Exported,
    ) -> Vec<Effect> {
        let Some(dialog) = &mut self.dialog else { return Vec::new() };
        (dialog.job, dialog.is_news) = (None, true);
        let (state, effect) = match exported {
            Exported::Written(files) if files.is_empty() => (ExportState::Asking, None),
            Exported::Written(files) => (ExportState::Done(files), None),
            Exported::Copied(image) => (ExportState::Copied, image.map(Effect::CopyImage)),
            Exported::NotWritten(error) if error.is_in_the_way() => {
                (ExportState::Asking, Some(Effect::AskReplace(Purpose::Export, dialog.written.clone())))
            }
            Exported::NotWritten(error) => {
                let name = documents.shown().map_or("", |open| &open.name);
                (ExportState::Failed(error.say(name, catalog)), None)
            }
            Exported::NotDrawn(error) => (ExportState::Failed(error.say(catalog)), None),
            Exported::Broken => (ExportState::Failed(catalog.text("ui-export-broke")), None),
        };
        dialog.state = state;
        effect.into_iter().collect()
    }
}
