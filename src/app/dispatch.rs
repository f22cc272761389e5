//! Does what was asked for, after the frame is drawn.

use std::{
    path::PathBuf,
    sync::{Arc, mpsc::TryRecvError},
};

use eframe::egui::{Context, ThemePreference, ViewportCommand};

use crate::app::{
    commands::AppCommand,
    documents::open_document::{DocKey, OpenDocument},
    exporting::export::Outcome,
    importing::tables,
    jobs::works::Work,
    laneway::{Dialog, Laneway, Purpose},
    laying_out::lay_out::Layout,
    leaving::ask::{Answer, Ask},
    saving::save::Saved,
};
use crate::{
    edit::{Command, EditRequest, PageCommand, Selection},
    geom::{Camera, Size},
    locale::{Lang, UiLang},
    template,
    ui::{
        dialogs::{
            BandAnswer, ExportAnswer, FindAnswer, ImportAnswer, LineAnswer, ReportAnswer, SaveTableAnswer,
        },
        panels::Request,
        start::Choice,
        tabs::TabAnswer,
        theme,
    },
};

/// Something to do after the frame.
#[derive(Clone)]
pub(crate) enum Message {
    Command(AppCommand),
    Start(Choice),
    Files(Vec<PathBuf>),
    /// The system answered a question for files; none: it was cancelled.
    Chosen(Purpose, Vec<PathBuf>),
    PathDialog(LineAnswer),
    Tab(TabAnswer),
    ShowDoc(DocKey),
    /// This text was pasted.
    Paste(String),
    /// A question was answered.
    Answer(Answer),
    /// A name was typed.
    Named(LineAnswer),
    Band(BandAnswer),
    Found(FindAnswer),
    /// Change the document that is shown.
    Edit(EditRequest),
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
    Exported(Outcome),
    /// A layout in the background came to this; `None`: to nothing.
    LaidOut(Option<Layout>),
    /// The tables in the background came to this.
    Tables(Result<tables::Outcome, String>),
    /// What runs in the background is no longer wanted.
    Stop(Work),
    Import(ImportAnswer),
    Report(ReportAnswer),
    SaveTable(SaveTableAnswer),
}

impl Laneway {
    pub(crate) fn dispatch(&mut self, ctx: &Context, message: Message) {
        // The frame that shows the change is the next one.
        ctx.request_repaint();
        match message {
            Message::Command(command) => self.command(ctx, command),
            Message::Start(choice) => self.start_chosen(ctx, choice),
            Message::Files(files) => self.open_files(files),
            Message::Chosen(purpose, files) => self.take_files(ctx, purpose, files),
            Message::PathDialog(answer) => self.path_dialog(ctx, answer),
            Message::Tab(answer) => self.tab_answered(answer),
            Message::ShowDoc(key) => self.show_doc(key),
            Message::Paste(text) => self.paste(ctx, &text),
            Message::Answer(answer) => self.answered(ctx, answer),
            Message::Named(answer) => self.named(ctx, answer),
            Message::Band(answer) => self.band_answered(ctx, answer),
            Message::Found(answer) => self.found(ctx, answer),
            Message::Edit(request) => self.edit(ctx, request),
            Message::Panel(request) => self.panel_request(ctx, request),
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
            Message::LaidOut(found) => self.laid_out(ctx, found),
            Message::Tables(found) => self.tables_worked(ctx, found),
            Message::Stop(work) => self.stop(ctx, work),
            Message::SaveTable(answer) => self.save_table_answered(ctx, answer),
            Message::Report(answer) => self.report_answered(ctx, answer),
            Message::Import(answer) => self.import_answered(ctx, answer),
        }
    }

    pub(crate) fn with_open(
        &mut self,
        change: impl FnOnce(&dyn crate::app::services::api::Services, &mut OpenDocument),
    ) {
        let services = Arc::clone(&self.services);
        if let Some(open) = self.open_mut() {
            change(services.as_ref(), open);
        }
    }

    pub(crate) fn command(&mut self, ctx: &Context, command: AppCommand) {
        if !self.is_enabled(command) {
            return;
        }
        let key = self.open().map(|open| open.key);
        match command {
            AppCommand::NewChart => self.open_template(template::BLANK),
            AppCommand::Open => self.ask(ctx, Purpose::Open, ""),
            AppCommand::Save => self.save_alone(ctx, key, Self::save),
            AppCommand::SaveAs => self.save_alone(ctx, key, Self::save_as),
            AppCommand::SaveAsTemplate => self.ask_template_name(),
            AppCommand::Revert => self.dialog = key.map(|key| Dialog::Ask(Ask::Revert(key))),
            AppCommand::Export => self.show_export(),
            AppCommand::ImportTable => self.ask(ctx, Purpose::Import, ""),
            AppCommand::ImportReport => self.show_import_report(),
            AppCommand::SaveTable => self.show_save_table(),
            AppCommand::StartPage => self.show_start_page(),
            AppCommand::Close => self.close(key.into_iter().collect()),
            AppCommand::CloseAll => self.close(self.all_keys()),
            AppCommand::Quit => self.quit(ctx),
            AppCommand::Undo | AppCommand::Redo => self.undo(ctx, command == AppCommand::Undo),
            AppCommand::Cut => self.cut(ctx),
            AppCommand::Copy => drop(self.copy(ctx)),
            AppCommand::Paste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
            AppCommand::Duplicate => self.duplicate(ctx),
            AppCommand::Delete => self.delete(ctx, true),
            AppCommand::DeleteLeavingGap => self.delete(ctx, false),
            AppCommand::SelectAll => self.select_all(ctx),
            AppCommand::SelectNone => self.select(ctx, Selection::default()),
            AppCommand::Rename => self.write_selected(),
            AppCommand::Find => self.show_finder(ctx),
            AppCommand::ZoomIn => self.with_open(|_, open| open.zoom_by(1)),
            AppCommand::ZoomOut => self.with_open(|_, open| open.zoom_by(-1)),
            AppCommand::ZoomReset => self.with_open(|_, open| open.zoom_to(1.0)),
            AppCommand::ZoomFit => self.with_open(|_, open| open.fit()),
            AppCommand::Toggle(panel) => self.toggle(panel),
            AppCommand::Look(look) => self.look(ctx, look),
            AppCommand::LessMotion => self.calm(ctx),
            AppCommand::ScaleUp => self.scale(ctx, Some(true)),
            AppCommand::ScaleDown => self.scale(ctx, Some(false)),
            AppCommand::ScaleReset => self.scale(ctx, None),
            AppCommand::Speak(lang) => self.speak(lang),
            AppCommand::Step(kind) => self.insert_step(ctx, kind),
            AppCommand::Lane(place) => self.insert_lane(ctx, place),
            AppCommand::Phase(place) => self.insert_phase(ctx, place),
            AppCommand::Page => self.insert_page(ctx),
            AppCommand::Arrange(how) => self.arrange(ctx, how),
            AppCommand::FitSize => self.fit_size(ctx),
            AppCommand::Pin => self.pin(ctx),
            AppCommand::TidyLines => self.tidy_selected(ctx),
            AppCommand::TidyAllLines => self.tidy_all(ctx),
            AppCommand::LayOut(what) => self.lay_out(ctx, what),
            AppCommand::Space(spacing) => self.remember(|settings| settings.spacing = spacing),
            AppCommand::TurnPage => self.run(ctx, Command::Page(PageCommand::Flip)),
            AppCommand::PlaceLabels => self.place_labels(ctx),
            AppCommand::Reverse => self.reverse(ctx),
            AppCommand::NextDocument => self.step_document(true),
            AppCommand::PreviousDocument => self.step_document(false),
            AppCommand::Shortcuts => self.dialog = Some(Dialog::Shortcuts),
            AppCommand::About => self.dialog = Some(Dialog::About),
        }
    }

    /// Saves a document that nothing waits for.
    fn save_alone(
        &mut self,
        ctx: &Context,
        key: Option<DocKey>,
        save: impl FnOnce(&mut Self, &Context, DocKey) -> Saved,
    ) {
        self.leaving = None;
        if let Some(key) = key {
            save(self, ctx, key);
        }
    }

    fn look(&mut self, ctx: &Context, look: ThemePreference) {
        ctx.set_theme(look);
        self.remember(|settings| settings.look = look);
    }

    fn calm(&mut self, ctx: &Context) {
        let is_calm = !self.settings.is_calm;
        theme::calm(ctx, is_calm);
        self.remember(|settings| settings.is_calm = is_calm);
    }

    fn speak(&mut self, lang: UiLang) {
        self.lang = lang;
        self.start.follow_interface();
        self.remember(|settings| settings.lang = Some(lang));
    }

    fn open_template(&mut self, id: &str) {
        let opened = self.services.open_template(id);
        self.show(opened, &self.lang.into());
    }

    /// Asks the system for a path, or asks in the window where the system cannot.
    pub(crate) fn ask(&mut self, ctx: &Context, purpose: Purpose, suggested: &str) {
        if self.dialogs.is_available() {
            let asked = match purpose {
                Purpose::Open | Purpose::Import => self.dialogs.open(ctx),
                Purpose::Save(_) | Purpose::Export | Purpose::Table(..) => self.dialogs.save(ctx, suggested),
            };
            self.asked = Some((purpose, asked));
            return;
        }
        let behind = match self.dialog.take() {
            Some(Dialog::Export(export)) => Some(export),
            _ => None,
        };
        self.dialog = Some(Dialog::Path { purpose, path: suggested.to_owned(), problem: None, behind });
    }

    fn take_files(&mut self, ctx: &Context, purpose: Purpose, files: Vec<PathBuf>) {
        let mut files = files.into_iter();
        let Some(path) = files.next() else {
            // What waited for the document to be saved does not happen.
            self.leaving = None;
            return;
        };
        match purpose {
            Purpose::Open => self.open_files(std::iter::once(path).chain(files).collect()),
            Purpose::Save(key) => {
                let saved = self.save_to(ctx, key, &path);
                self.after_saving(ctx, saved);
            }
            Purpose::Export => self.export(ctx, path),
            Purpose::Import => {
                self.problem = None;
                if let Err(reason) = self.look_at_tables(&path, files.as_slice()) {
                    self.open_waiting(files.collect(), Some(reason));
                }
            }
            Purpose::Table(key, kind) => self.write_table(ctx, (key, kind), path),
        }
    }

    fn path_dialog(&mut self, ctx: &Context, answer: LineAnswer) {
        let Some(Dialog::Path { purpose, path, behind, .. }) = self.dialog.take() else { return };
        self.dialog = behind.map(Dialog::Export);
        if answer == LineAnswer::Cancel {
            self.leaving = None;
            return;
        }
        let before = self.problem.take();
        self.take_files(ctx, purpose, vec![PathBuf::from(path.trim())]);
        if self.problem.is_some() && self.dialog.is_none() {
            // What was typed is mended more easily than typed again.
            let problem = std::mem::replace(&mut self.problem, before);
            self.dialog = Some(Dialog::Path { purpose, path, problem, behind: None });
        }
    }

    /// What background threads had to say since the last frame.
    pub(crate) fn background(&mut self) -> Vec<Message> {
        let mut messages = Vec::new();
        if let Some((purpose, asked)) = &self.asked {
            let answer = match asked.try_recv() {
                Ok(files) => Some(files),
                Err(TryRecvError::Disconnected) => Some(Vec::new()),
                Err(TryRecvError::Empty) => None,
            };
            if let Some(files) = answer {
                messages.push(Message::Chosen(*purpose, files));
                self.asked = None;
            }
        }
        if let Some(Dialog::Export(export)) = &self.dialog {
            messages.extend(export.poll(self.catalog()));
        }
        messages.extend(self.poll_layout());
        messages.extend(self.poll_tables());
        messages
    }
}
