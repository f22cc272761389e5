//! Does what was asked for, after the frame is drawn.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{TryRecvError, channel},
    },
    thread,
};

use eframe::egui::{Context, ViewportCommand};

use super::{
    commands::{AppCommand, Needs, TABLE},
    laneway::{Dialog, ExportDialog, Laneway, Purpose},
    open_document::OpenDocument,
};
use crate::{
    edit::Deed,
    geom::{Camera, Size},
    locale::{Lang, UiLang},
    model::Document,
    template,
    ui::{
        dialogs::{ExportAnswer, ExportForm, ExportState, PathAnswer},
        panels::Request,
        start::Choice,
    },
};

/// Something to do after the frame.
#[derive(Clone)]
pub(super) enum Message {
    Command(AppCommand),
    Start(Choice),
    Files(Vec<PathBuf>),
    /// The system answered a question for a path.
    Path(Purpose, Option<PathBuf>),
    PathDialog(PathAnswer),
    /// Change the document that is shown.
    Edit(Deed),
    /// What a panel asked for.
    Panel(Request),
    ChartLang(Lang),
    /// How the canvas was drawn, and whether a person moved it.
    Camera {
        camera: Camera,
        viewport: Size,
        steered: bool,
    },
    Dismiss,
    CloseDialog,
    Export(ExportAnswer),
    Exported(Result<Vec<PathBuf>, String>),
}

impl Laneway {
    pub(super) fn dispatch(&mut self, ctx: &Context, message: Message) {
        // The frame that shows the change is the next one.
        ctx.request_repaint();
        match message {
            Message::Command(command) => self.command(ctx, command),
            Message::Start(Choice::New) => self.command(ctx, AppCommand::NewChart),
            Message::Start(Choice::Open) => self.command(ctx, AppCommand::Open),
            Message::Start(Choice::Template(id)) => self.open_template(&id),
            Message::Files(files) => self.open_files(files),
            Message::Path(purpose, Some(path)) => self.take_path(ctx, purpose, path),
            Message::Path(_, None) => {}
            Message::PathDialog(answer) => self.path_dialog(ctx, answer),
            Message::Edit(deed) => self.edit(deed),
            Message::Panel(request) => self.panel_request(ctx, request),
            Message::ChartLang(lang) => self.with_open(|services, open| open.show_lang(services, lang)),
            Message::Camera { camera, viewport, steered } => self.with_open(|_, open| {
                open.camera = Some(camera);
                open.viewport = viewport;
                open.fitted &= !steered;
            }),
            Message::Dismiss => self.problem = None,
            Message::CloseDialog | Message::Export(ExportAnswer::Close) => self.dialog = None,
            Message::Export(ExportAnswer::Write) => self.ask_where_to_export(ctx),
            Message::Exported(result) => self.exported(result),
        }
    }

    pub(super) fn with_open(&mut self, change: impl FnOnce(&dyn super::Services, &mut OpenDocument)) {
        let services = Arc::clone(&self.services);
        if let Some(open) = self.open_mut() {
            change(services.as_ref(), open);
        }
    }

    pub(super) fn edit(&mut self, deed: Deed) {
        let catalog = self.catalog();
        let refused = self.open_mut().and_then(|open| open.editor.perform(deed).err());
        self.refused = refused.map(|refusal| refusal.say(catalog));
        self.with_open(|services, open| open.refresh(services));
    }

    pub(super) fn is_enabled(&self, command: AppCommand) -> bool {
        let needs = TABLE.iter().find(|row| row.command == command).map(|row| row.needs);
        match needs {
            Some(Needs::Document) => self.open().is_some(),
            Some(Needs::Nothing) | None => true,
        }
    }

    fn command(&mut self, ctx: &Context, command: AppCommand) {
        if !self.is_enabled(command) {
            return;
        }
        match command {
            AppCommand::NewChart => self.open_template(template::BLANK),
            AppCommand::Open => self.ask(ctx, Purpose::Open, ""),
            AppCommand::Export => self.show_export(),
            AppCommand::StartPage => self.current = None,
            AppCommand::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            AppCommand::ZoomIn => self.with_open(|_, open| open.zoom_by(1)),
            AppCommand::ZoomOut => self.with_open(|_, open| open.zoom_by(-1)),
            AppCommand::ZoomReset => self.with_open(|_, open| open.zoom_to(1.0)),
            AppCommand::ZoomFit => self.with_open(|_, open| open.fitted = true),
            AppCommand::Toggle(panel) => self.panels.toggle(panel),
            AppCommand::Look(look) => {
                self.look = look;
                ctx.set_theme(look);
            }
            AppCommand::Speak(lang) => self.speak(lang),
            AppCommand::Shortcuts => self.dialog = Some(Dialog::Shortcuts),
            AppCommand::About => self.dialog = Some(Dialog::About),
        }
    }

    fn speak(&mut self, lang: UiLang) {
        self.lang = lang;
        self.cards = None;
    }

    fn open_template(&mut self, id: &str) {
        let opened = self.services.open_template(id);
        self.show(opened, None);
    }

    /// Opens a file; what is open stays when that fails.
    pub(super) fn load(&mut self, path: &Path) {
        let opened = self.services.load(path, self.catalog());
        self.show(opened, Some(path));
    }

    fn show(&mut self, opened: Result<Document, String>, path: Option<&Path>) {
        match opened {
            Ok(document) => {
                let lang = self.lang.into();
                let open = OpenDocument::new(self.services.as_ref(), document, path, &lang);
                self.docs.push(open);
                self.current = Some(self.docs.len() - 1);
                self.problem = None;
            }
            Err(reason) => {
                self.problem = Some(self.catalog().text_with("ui-open-failed", &[("reason", reason.into())]));
            }
        }
    }

    /// Asks the system for a path, or asks in the window where the system cannot.
    fn ask(&mut self, ctx: &Context, purpose: Purpose, suggested: &str) {
        if self.dialogs.is_available() {
            let asked = match purpose {
                Purpose::Open => self.dialogs.open(ctx),
                Purpose::Export => self.dialogs.save(ctx, suggested),
            };
            self.asked = Some((purpose, asked));
            return;
        }
        let behind = match self.dialog.take() {
            Some(Dialog::Export(export)) => Some(export),
            Some(Dialog::About | Dialog::Shortcuts | Dialog::Path { .. }) | None => None,
        };
        self.dialog = Some(Dialog::Path { purpose, path: suggested.to_owned(), behind });
    }

    fn take_path(&mut self, ctx: &Context, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::Open => self.load(&path),
            Purpose::Export => self.export(ctx, path),
        }
    }

    fn path_dialog(&mut self, ctx: &Context, answer: PathAnswer) {
        let Some(Dialog::Path { purpose, path, behind }) = self.dialog.take() else { return };
        self.dialog = behind.map(Dialog::Export);
        if answer == PathAnswer::Take {
            self.take_path(ctx, purpose, PathBuf::from(path.trim()));
        }
    }

    fn show_export(&mut self) {
        let Some(open) = self.open() else { return };
        let form = ExportForm::new(open.lang.clone());
        let dialog = ExportDialog { form, state: ExportState::Asking, job: None };
        self.dialog = Some(Dialog::Export(Box::new(dialog)));
    }

    fn ask_where_to_export(&mut self, ctx: &Context) {
        let (Some(Dialog::Export(export)), Some(open)) = (&self.dialog, self.open()) else { return };
        let stem = Path::new(&open.name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let name = format!("{}.{}", stem.unwrap_or_default(), export.form.format().extension());
        self.ask(ctx, Purpose::Export, &name);
    }

    fn export(&mut self, ctx: &Context, path: PathBuf) {
        let catalog = self.catalog();
        let open = self.current.and_then(|current| self.docs.get(current));
        let (Some(Dialog::Export(export)), Some(open)) = (&mut self.dialog, open) else { return };
        let path = with_extension(path, export.form.format().extension());
        let Some(choice) = export.form.choice(path, open.page_index()) else { return };
        let (sender, receiver) = channel();
        let (services, document) = (Arc::clone(&self.services), Arc::clone(open.editor.document()));
        let ctx = ctx.clone();
        let spawned = thread::Builder::new().name("export".to_owned()).spawn(move || {
            let result = services.export(&document, &choice, catalog);
            // A closed window no longer listens; the files are written all the same.
            drop(sender.send(result));
            ctx.request_repaint();
        });
        match spawned {
            Ok(_) => (export.job, export.state) = (Some(receiver), ExportState::Running),
            Err(error) => export.state = ExportState::Failed(error.to_string()),
        }
    }

    fn exported(&mut self, result: Result<Vec<PathBuf>, String>) {
        if let Some(Dialog::Export(export)) = &mut self.dialog {
            export.job = None;
            export.state = match result {
                Ok(files) => ExportState::Done(files),
                Err(reason) => ExportState::Failed(reason),
            };
        }
    }

    /// What background threads had to say since the last frame.
    pub(super) fn background(&mut self) -> Vec<Message> {
        let mut messages = Vec::new();
        if let Some((purpose, asked)) = &self.asked {
            let answer = match asked.try_recv() {
                Ok(path) => Some(path),
                Err(TryRecvError::Disconnected) => Some(None),
                Err(TryRecvError::Empty) => None,
            };
            if let Some(path) = answer {
                messages.push(Message::Path(*purpose, path));
                self.asked = None;
            }
        }
        if let Some(Dialog::Export(export)) = &self.dialog
            && let Some(job) = &export.job
        {
            match job.try_recv() {
                Ok(result) => messages.push(Message::Exported(result)),
                Err(TryRecvError::Disconnected) => {
                    let reason = self.catalog().text("ui-export-broke");
                    messages.push(Message::Exported(Err(reason)));
                }
                Err(TryRecvError::Empty) => {}
            }
        }
        messages
    }
}

/// `path` with `extension`, unless it has it already; a dot inside a name is no reason to lose the rest of it.
fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    if path.extension().is_some_and(|own| own.eq_ignore_ascii_case(extension)) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(extension);
    name.into()
}
