//! Does what was asked for, after the frame is drawn.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, mpsc::TryRecvError},
};

use eframe::egui::{Context, ViewportCommand};

use super::{
    commands::{AppCommand, Needs, TABLE},
    exporting::Outcome,
    laneway::{Dialog, Laneway, Purpose},
    open_document::OpenDocument,
    start_page::counts,
};
use crate::{
    edit::Deed,
    geom::{Camera, Size},
    locale::{Lang, UiLang},
    model::Document,
    template,
    ui::{
        dialogs::{ExportAnswer, PathAnswer},
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
    Page(usize),
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
    Exported(Outcome),
}

impl Laneway {
    pub(super) fn dispatch(&mut self, ctx: &Context, message: Message) {
        // The frame that shows the change is the next one.
        ctx.request_repaint();
        match message {
            Message::Command(command) => self.command(ctx, command),
            Message::Start(choice) => self.start_chosen(ctx, choice),
            Message::Files(files) => self.open_files(files),
            Message::Path(purpose, Some(path)) => self.take_path(ctx, purpose, path),
            Message::Path(_, None) => {}
            Message::PathDialog(answer) => self.path_dialog(ctx, answer),
            Message::Edit(deed) => self.edit(deed),
            Message::Page(page) => self.with_open(|services, open| open.show_page(services, page)),
            Message::ChartLang(lang) => self.with_open(|services, open| open.show_lang(services, lang)),
            Message::Camera { camera, viewport, steered } => self.with_open(|_, open| {
                open.camera = Some(camera);
                open.viewport = viewport;
                open.fitted &= !steered;
            }),
            Message::Dismiss => self.problem = None,
            Message::CloseDialog => self.close_dialog(),
            Message::Export(answer) => self.export_answered(ctx, answer),
            Message::Exported(outcome) => self.exported(ctx, outcome),
        }
    }

    fn with_open(&mut self, change: impl FnOnce(&dyn super::Services, &mut OpenDocument)) {
        let services = Arc::clone(&self.services);
        if let Some(open) = self.open_mut() {
            change(services.as_ref(), open);
        }
    }

    fn edit(&mut self, deed: Deed) {
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

    pub(super) fn command(&mut self, ctx: &Context, command: AppCommand) {
        if !self.is_enabled(command) {
            return;
        }
        match command {
            AppCommand::NewChart => self.open_template(template::BLANK),
            AppCommand::Open => self.ask(ctx, Purpose::Open, ""),
            AppCommand::Export => self.show_export(),
            AppCommand::StartPage => self.show_start_page(),
            AppCommand::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            AppCommand::ZoomIn => self.with_open(|_, open| open.zoom_by(1)),
            AppCommand::ZoomOut => self.with_open(|_, open| open.zoom_by(-1)),
            AppCommand::ZoomReset => self.with_open(|_, open| open.zoom_to(1.0)),
            AppCommand::ZoomFit => self.with_open(|_, open| open.fitted = true),
            AppCommand::Look(look) => {
                ctx.set_theme(look);
                self.remember(|settings| settings.look = look);
            }
            AppCommand::Scale(percent) => self.scale_to(ctx, percent),
            AppCommand::Speak(lang) => self.speak(lang),
            AppCommand::Shortcuts => self.dialog = Some(Dialog::Shortcuts),
            AppCommand::About => self.dialog = Some(Dialog::About),
        }
    }

    fn speak(&mut self, lang: UiLang) {
        self.lang = lang;
        self.start.follow_interface();
        self.remember(|settings| settings.lang = Some(lang));
    }

    fn open_template(&mut self, id: &str) {
        let opened = self.services.open_template(id);
        self.show(opened, None, &self.lang.into());
    }

    /// Opens a file; what is open stays when that fails.
    pub(super) fn load(&mut self, path: &Path) {
        let opened = self.services.load(path, self.catalog());
        let inside = opened.as_ref().ok().map(counts);
        self.show(opened, Some(path), &self.lang.into());
        self.note_opened(path, inside);
    }

    /// Shows a document in the language `wished`, or says why there is none.
    pub(super) fn show(&mut self, opened: Result<Document, String>, path: Option<&Path>, wished: &Lang) {
        match opened {
            Ok(document) => {
                let open = OpenDocument::new(self.services.as_ref(), document, path, wished);
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
    pub(super) fn ask(&mut self, ctx: &Context, purpose: Purpose, suggested: &str) {
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
        if let Some(Dialog::Export(export)) = &self.dialog {
            messages.extend(export.poll(self.catalog()));
        }
        messages
    }
}
