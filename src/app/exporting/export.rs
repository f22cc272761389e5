//! The export dialog of the window, and what runs for it in the background.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
        mpsc::{Receiver, TryRecvError, channel},
    },
    thread,
};

use eframe::egui::{ColorImage, Context, Ui};

use crate::app::{
    dispatch::Message,
    documents::open_document::OpenDocument,
    exporting::preview::{Previewer, Wish, decode},
    laneway::{Dialog, Laneway, Purpose},
    services::api::Services,
};
use crate::{
    locale::Catalog,
    ui::dialogs::{self, ExportAnswer, ExportForm, ExportState, ExportView},
};

/// The export dialog and what runs for it.
pub(crate) struct ExportDialog {
    pub(crate) form: ExportForm,
    state: ExportState,
    /// Whether the state was not shown yet.
    is_news: bool,
    job: Option<Receiver<Outcome>>,
    progress: Arc<Progress>,
    preview: Previewer,
    /// How many pixels of the screen the preview had in the last frame.
    room: Option<(u32, u32)>,
}

/// How far a job in the background is, and whether it is still wanted.
#[derive(Default)]
struct Progress {
    /// The number of the page that is being drawn.
    page: AtomicUsize,
    /// How many there are.
    count: AtomicUsize,
    is_stopped: AtomicBool,
}

/// What came of an export.
#[derive(Clone)]
pub(crate) enum Outcome {
    /// These files were written.
    Written(Vec<PathBuf>),
    /// This picture is to go into the clipboard.
    Copied(Arc<ColorImage>),
    /// It did not work, in words.
    Failed(String),
}

impl ExportDialog {
    fn new(form: ExportForm) -> Self {
        let preview = Previewer::default();
        let (state, progress) = (ExportState::Asking, Arc::default());
        Self { form, state, is_news: false, job: None, progress, preview, room: None }
    }

    /// Shows the dialog for what is open.
    pub(crate) fn ui(
        &mut self,
        ui: &Ui,
        catalog: &Catalog,
        open: &OpenDocument,
        services: &Arc<dyn Services>,
    ) -> Option<ExportAnswer> {
        let wish = self.form.options().zip(self.room);
        let lang = catalog.lang();
        let wish = wish.map(|(options, room)| Wish { page: open.page_index(), options, room, lang });
        self.preview.update(ui.ctx(), wish, services, open.editor.document());
        if self.job.is_some() {
            let Progress { page, count, is_stopped: _ } = &*self.progress;
            let (page, count) = (page.load(Ordering::Relaxed), count.load(Ordering::Relaxed));
            self.state = ExportState::Running { page, count };
        }
        let langs = open.editor.document().languages();
        let view = ExportView {
            state: &self.state,
            is_news: std::mem::take(&mut self.is_news),
            preview: self.preview.shown(),
            is_behind: self.preview.is_behind(),
            langs: &langs,
            pages: open.editor.document().pages.len(),
        };
        let before = self.form.clone();
        let (answer, room) = dialogs::export_ui(ui, catalog, &mut self.form, &view);
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

    /// What the background has to say since the last frame.
    pub(crate) fn poll(&self, catalog: &Catalog) -> Option<Message> {
        let outcome = match self.job.as_ref()?.try_recv() {
            Ok(outcome) => outcome,
            Err(TryRecvError::Disconnected) => Outcome::Failed(catalog.text("ui-export-broke")),
            Err(TryRecvError::Empty) => return None,
        };
        Some(Message::Exported(outcome))
    }

    /// Runs `work` in the background.
    fn run(&mut self, ctx: &Context, work: impl FnOnce() -> Result<Outcome, String> + Send + 'static) {
        let (sender, receiver) = channel();
        let ctx = ctx.clone();
        let spawned = thread::Builder::new().name("export".to_owned()).spawn(move || {
            // A closed window no longer listens; the files are written all the same.
            drop(sender.send(work().unwrap_or_else(Outcome::Failed)));
            ctx.request_repaint();
        });
        match spawned {
            Ok(_) => (self.job, self.state) = (Some(receiver), ExportState::Running { page: 0, count: 0 }),
            Err(error) => self.state = ExportState::Failed(error.to_string()),
        }
        self.is_news = true;
    }
}

impl Laneway {
    /// Opens the dialog with the choices of the last time, in the language that the chart is shown in.
    pub(crate) fn show_export(&mut self) {
        let Some(open) = self.open() else { return };
        let lang = open.lang.clone();
        let form = match self.export_form.take() {
            Some(last) => last.speaking(lang),
            None => ExportForm::new(lang),
        };
        self.dialog = Some(Dialog::Export(Box::new(ExportDialog::new(form))));
    }

    /// Closes whatever dialog is open; the choices of an export are kept for the next one.
    pub(crate) fn close_dialog(&mut self) {
        if let Some(Dialog::Export(export)) = self.dialog.take() {
            self.export_form = Some(export.form);
        }
    }

    pub(crate) fn export_answered(&mut self, ctx: &Context, answer: ExportAnswer) {
        match answer {
            ExportAnswer::Write => self.ask_where_to_export(ctx),
            ExportAnswer::Copy => self.copy_picture(ctx),
            ExportAnswer::Stop => {
                if let Some(Dialog::Export(export)) = &self.dialog {
                    export.progress.is_stopped.store(true, Ordering::Relaxed);
                }
            }
            ExportAnswer::Close => self.close_dialog(),
        }
    }

    fn ask_where_to_export(&mut self, ctx: &Context) {
        let (Some(Dialog::Export(export)), Some(open)) = (&self.dialog, self.open()) else { return };
        let stem = Path::new(&open.name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let name = format!("{}.{}", stem.unwrap_or_default(), export.form.format().extension());
        self.ask(ctx, Purpose::Export, &name);
    }

    /// Writes the files that the dialog describes.
    pub(crate) fn export(&mut self, ctx: &Context, path: PathBuf) {
        let catalog = self.catalog();
        let open = self.current.and_then(|current| self.docs.get(current));
        let (Some(Dialog::Export(export)), Some(open)) = (&mut self.dialog, open) else { return };
        let path = with_extension(path, export.form.format().extension());
        let Some(choice) = export.form.choice(path, open.page_index()) else { return };
        let (services, document) = (Arc::clone(&self.services), Arc::clone(open.editor.document()));
        let (progress, woken) = (Arc::<Progress>::default(), ctx.clone());
        export.progress = Arc::clone(&progress);
        let watch = move |page: usize, count: usize| {
            progress.page.store(page, Ordering::Relaxed);
            progress.count.store(count, Ordering::Relaxed);
            woken.request_repaint();
            !progress.is_stopped.load(Ordering::Relaxed)
        };
        export.run(ctx, move || services.export(&document, &choice, catalog, &watch).map(Outcome::Written));
    }

    fn copy_picture(&mut self, ctx: &Context) {
        let catalog = self.catalog();
        let open = self.current.and_then(|current| self.docs.get(current));
        let (Some(Dialog::Export(export)), Some(open)) = (&mut self.dialog, open) else { return };
        let Some(options) = export.form.picture_options() else { return };
        let (services, document, page) =
            (Arc::clone(&self.services), Arc::clone(open.editor.document()), open.page_index());
        export.run(ctx, move || {
            let png = services.draw(&document, page, &options, catalog)?;
            Ok(Outcome::Copied(Arc::new(decode(&png)?.whole())))
        });
    }

    pub(crate) fn exported(&mut self, ctx: &Context, outcome: Outcome) {
        let Some(Dialog::Export(export)) = &mut self.dialog else { return };
        (export.job, export.is_news) = (None, true);
        export.state = match outcome {
            // Stopped before anything was written.
            Outcome::Written(files) if files.is_empty() => ExportState::Asking,
            Outcome::Written(files) => ExportState::Done(files),
            Outcome::Copied(image) => {
                ctx.copy_image(Arc::unwrap_or_clone(image));
                ExportState::Copied
            }
            Outcome::Failed(reason) => ExportState::Failed(reason),
        };
    }
}

/// `path` with `extension`, unless it has it already; a dot inside a name is no reason to lose the rest of it.
pub(crate) fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    if path.extension().is_some_and(|own| own.eq_ignore_ascii_case(extension)) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(extension);
    name.into()
}
