//! The application: its state, and a frame from beginning to end.

use std::{path::PathBuf, sync::Arc};

use eframe::egui::{
    self, CentralPanel, Context, Frame, Margin, Panel, Ui, text_edit::TextEditState, util::IdTypeMap,
};

use super::{
    canvas::surface::{CanvasFrame, canvas_ui},
    choosing::{choose::Choosing, file_dialogs::FileDialogs, replace_question::Replacing},
    clipboard::{
        copy_picture::CopyingPicture,
        pasted_words::PastedWords,
        system::{OneKind, SystemClipboard, connect},
    },
    commands::{
        availability::CommandState,
        command::{AppCommand, EditCommand, SaveCommand},
        keys::{PressedKeys, pressed},
    },
    comparing::compare::Comparing,
    documents::{key::DocKey, open_document::OpenDocument, tabs::Documents, tabs::tab_words},
    editing::changes::Editing,
    effect::Effect,
    env::Env,
    exporting::export::Exporting,
    finding::{
        find_bar::FindBar, finder::Searching, folder_search::FolderSearch, replace_text::ReplacingText,
    },
    following::follow::Following,
    importing::{files::Importing, report::ImportReport},
    jobs::{
        job::Jobs,
        works::{escaped, works_ui},
    },
    laying_out::lay_out::LayingOut,
    leaving::leave::Leaving,
    message::Message,
    opening::sweeping::Sweeping,
    panels::{docks, state::Panels},
    recovering::recover::Recovering,
    repairing::repair::Repairing,
    saving::save::Saving,
    services::api::Services,
    settings::{
        home::{Home, system_secs},
        profile::Profile,
        seen::brought_on_screen,
        stored::Settings,
    },
    shell::{
        menus::{context_groups, menus_ui, toolbar_ui},
        state::Shell,
        status::status_ui,
        veil::drop_veil_ui,
    },
    starting::start_page::StartPage,
    tabulating::save_table::Tabulating,
    versions::dialog::Versions,
    watching::outside::Outside,
};
use crate::{
    edit::Editor,
    locale::{Catalog, UiLang},
    persist::StateFolder,
    ui::{
        input_queue::InputQueue,
        tabs::document_tabs_ui,
        theme,
        widgets::{error_banner, warning_banner},
    },
};

/// The longest side of a texture, in pixels: more than any screen needs for its letters. Letters of every size that was
/// ever seen are kept until a texture is full; where a graphics card allows 16,384 pixels, that is after 800 MB.
const LONGEST_TEXTURE: usize = 4096;

/// The window's state.
pub struct Laneway {
    ctx: Context,
    services: Arc<dyn Services>,
    dialogs: Arc<dyn FileDialogs>,
    clipboard: Arc<dyn SystemClipboard>,
    /// What is open.
    pub(super) documents: Documents,
    /// What is shown beside that.
    pub(super) shell: Shell,
    /// The panels around the canvas.
    pub(super) panels: Panels,
    /// What runs in the background.
    pub(super) jobs: Jobs,
    /// What is remembered of the person.
    pub(super) profile: Profile,
    /// What each capability has on its mind.
    pub(super) capabilities: Capabilities,
}

/// The capabilities, each with a state of its own.
#[derive(Default)]
pub(super) struct Capabilities {
    pub(super) choosing: Choosing,
    pub(super) copying_picture: CopyingPicture,
    pub(super) editing: Editing,
    pub(super) exporting: Exporting,
    pub(super) find_bar: FindBar,
    pub(super) following: Following,
    pub(super) importing: Importing,
    pub(super) import_report: ImportReport,
    pub(super) laying_out: LayingOut,
    pub(super) leaving: Leaving,
    pub(super) recovering: Recovering,
    pub(super) replacing: Replacing,
    pub(super) replacing_text: ReplacingText,
    pub(super) folder_search: FolderSearch,
    pub(super) repairing: Repairing,
    pub(super) saving: Saving,
    pub(super) searching: Searching,
    pub(super) starting: StartPage,
    pub(super) sweeping: Sweeping,
    pub(super) tabulating: Tabulating,
    pub(super) outside: Outside,
    pub(super) versions: Versions,
    pub(super) comparing: Comparing,
}

impl Laneway {
    /// A window on the start page, in the system's language.
    pub fn new(ctx: &Context, services: Box<dyn Services>, dialogs: Box<dyn FileDialogs>) -> Self {
        theme::install(ctx);
        ctx.add_plugin(InputQueue::default());
        ctx.add_plugin(PastedWords);
        let tag = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
        Self {
            ctx: ctx.clone(),
            services: services.into(),
            dialogs: dialogs.into(),
            clipboard: Arc::new(OneKind),
            documents: Documents::default(),
            shell: Shell::default(),
            panels: Panels::default(),
            jobs: Jobs::new(ctx.clone()),
            profile: Profile::new(UiLang::from_tag(&tag.unwrap_or_default())),
            capabilities: Capabilities::default(),
        }
    }

    /// The same window in the language `lang`.
    #[must_use]
    pub fn speaking(mut self, lang: UiLang) -> Self {
        self.profile.speak(lang);
        self
    }

    /// The same window for a person whose things are kept in `home`: their look, language and scale.
    #[must_use]
    pub fn at_home(mut self, ctx: &Context, home: Box<dyn Home>) -> Self {
        self.profile.move_in(ctx, home.into());
        let Settings { panels, recent, .. } = self.profile.settings();
        self.panels = panels.clone();
        self.capabilities
            .sweeping
            .sweep_beside(&mut self.jobs, recent.iter().map(|file| file.path.as_path()));
        self
    }

    /// The same window, which keeps unsaved work in `folder` and offers what was left there.
    #[must_use]
    pub fn keeping_work_in(mut self, folder: StateFolder) -> Self {
        let env = self.env();
        self.capabilities.recovering.begin(&mut self.jobs, &env, folder, system_secs);
        self
    }

    /// The same window as that of a program: unsaved work is written, and files are let go of, before it ends, by a fault
    /// or because the system says so.
    #[must_use]
    pub(super) fn braced(mut self) -> Self {
        let env = self.env();
        let farewell = self.capabilities.outside.farewell(&mut self.jobs, &env);
        self.capabilities.recovering.brace(&mut self.jobs, Arc::new(farewell));
        self
    }

    /// The same window, which puts things into `clipboard` in several kinds at once.
    #[must_use]
    pub fn copying_to(mut self, clipboard: Box<dyn SystemClipboard>) -> Self {
        self.clipboard = clipboard.into();
        self
    }

    /// The same with the clipboard of the system, where that holds several kinds.
    #[must_use]
    pub(super) fn copying_to_system(mut self) -> Self {
        match connect(&mut self.jobs) {
            Some(clipboard) => self.copying_to(clipboard),
            None => self,
        }
    }

    /// Opens `files`, each in a tab of its own; the last one that could be opened is shown.
    pub fn open_files(&mut self, files: Vec<PathBuf>) {
        self.perform(vec![Effect::ForgetProblems, Effect::Open(files)]);
    }

    /// The document that is shown, with what is selected; `None` on the start page.
    pub fn editor(&self) -> Option<&Editor> {
        self.documents.shown().map(|open| &open.editor)
    }

    /// The same, to be changed; the window draws what it finds in the next frame.
    pub fn editor_mut(&mut self) -> Option<&mut Editor> {
        self.documents.shown_mut().map(|open| &mut open.editor)
    }

    /// What capabilities may use of what is around the window.
    pub(super) fn env(&self) -> Env {
        Env {
            ctx: self.ctx.clone(),
            services: Arc::clone(&self.services),
            dialogs: Arc::clone(&self.dialogs),
            clipboard: Arc::clone(&self.clipboard),
            home: self.profile.home().cloned(),
            keeps_versions: self.profile.settings().keeps_versions,
            catalog: self.profile.catalog(),
        }
    }

    /// What the commands are looked at with.
    pub(super) fn state(&self) -> CommandState<'_> {
        CommandState {
            documents: &self.documents,
            settings: self.profile.settings(),
            panels: &self.panels,
            catalog: self.catalog(),
            has_home: self.profile.home().is_some(),
            leads_back: self.capabilities.following.leads_back(&self.documents),
        }
    }

    fn catalog(&self) -> &'static Catalog {
        self.profile.catalog()
    }

    /// A frame: input, drawing, and then what was asked for.
    fn frame(&mut self, ui: &mut Ui) {
        let mut messages = self.poll();
        messages.extend(self.keys(ui));
        let dropped: Vec<PathBuf> =
            ui.input(|i| i.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
        if !dropped.is_empty() {
            messages.push(Message::Files(dropped));
        }
        self.areas_ui(ui, &mut messages);
        messages.extend(self.dialog_ui(ui));
        drop_veil_ui(ui, self.catalog());
        let (shown, had_dialog) = (self.documents.shown_key(), self.shell.dialog.is_some());
        for message in messages {
            self.dispatch(message);
        }
        self.keep_panels(ui);
        self.rest_behind(shown, had_dialog);
        self.guard_window(ui.ctx());
        self.keep_work();
        self.name_window(ui.ctx());
        self.place_window(ui.ctx());
    }

    /// What keys ask for that no widget takes.
    fn keys(&mut self, ui: &Ui) -> Vec<Message> {
        let is_in_dialog = self.shell.dialog.is_some();
        let is_taking =
            self.documents.shown().is_some_and(|open| open.is_at_work() || open.canvas.is_taken());
        let stopped = escaped(ui, &mut self.jobs, is_in_dialog || is_taking);
        let mut messages: Vec<Message> = stopped.map(Message::Stop).into_iter().collect();
        if !is_in_dialog {
            let state = self.state();
            messages.extend(pressed(ui.ctx(), |command| state.is_enabled(command)).map(
                |pressed| match pressed {
                    PressedKeys::Command(command) => Message::Command(command),
                    PressedKeys::Paste(text) => Message::Paste(text),
                    PressedKeys::PastePicture => Message::PastePicture,
                },
            ));
        }
        messages
    }

    /// Remembers the panels; while an edge is dragged there is nothing to be kept yet.
    fn keep_panels(&mut self, ui: &Ui) {
        if !ui.input(|input| input.pointer.any_down()) {
            let effects = self.profile.keep_panels(&self.panels);
            self.perform(effects);
        }
    }

    /// Ends what was in progress on a document that is no longer shown, or over which a dialog was opened: it would
    /// not hear of the button that goes up, and would have keys that are meant for others.
    fn rest_behind(&mut self, shown: Option<DocKey>, had_dialog: bool) {
        let is_covered = self.shell.dialog.is_some() && !had_dialog;
        let is_elsewhere = self.documents.shown_key() != shown;
        if is_elsewhere {
            // The library remembers where the cursor was in every field that ever was, for each step of each chart.
            self.ctx.data_mut(IdTypeMap::remove_by_type::<TextEditState>);
        }
        let left = shown.and_then(|key| self.documents.get_mut(key));
        if let Some(open) = left.filter(|_| is_covered || is_elsewhere) {
            open.rest();
        }
    }

    fn areas_ui(&mut self, ui: &mut Ui, messages: &mut Vec<Message>) {
        self.bars_ui(ui, messages);
        let env = self.env();
        let all = &mut self.capabilities;
        if all.find_bar.is_open() && self.documents.shown().is_some() {
            let frame = Frame::new().fill(theme::Tokens::of(ui).panel).inner_margin(Margin::symmetric(10, 0));
            let bar = Panel::top("find").resizable(false).frame(frame);
            let asked = bar.show(ui, |ui| all.find_bar.ui(ui, &self.documents, &env)).inner;
            messages.extend(asked.map(Message::FindBar));
        }
        let within = if let Some(open) = self.documents.shown_mut() {
            let asked = docks::panels_ui(ui, open, &mut self.panels, &mut self.jobs, &env);
            messages.extend(asked.into_iter().map(Message::Panel));
            self.canvas_ui(ui, &env, messages)
        } else {
            let recent = &self.profile.settings().recent;
            let choice = self.capabilities.starting.ui(ui, &env, recent);
            messages.extend(choice.map(Message::Start));
            ui.max_rect()
        };
        messages.extend(works_ui(ui, &mut self.jobs, env.catalog, within).map(Message::Stop));
    }

    /// The canvas and what lies over it; gives back its place.
    fn canvas_ui(&mut self, ui: &mut Ui, env: &Env, messages: &mut Vec<Message>) -> egui::Rect {
        let mut canvas = egui::Rect::NOTHING;
        CentralPanel::no_frame().show(ui, |ui| {
            canvas = ui.max_rect();
            let mut frame = CanvasFrame {
                services: env.services.as_ref(),
                catalog: env.catalog,
                groups: context_groups(ui.ctx(), &self.state()),
                shows_properties: self.panels.properties.is_visible,
                found: self.capabilities.find_bar.marked(),
                answers: Vec::new(),
            };
            if let Some(open) = self.documents.shown_mut() {
                canvas_ui(ui, open, &mut frame);
            }
            messages.extend(frame.answers.into_iter().map(Message::Canvas));
            let passed = self.capabilities.following.passed_ui(ui, canvas, &self.documents, env.catalog);
            messages.extend(passed.map(Message::Following));
            if let Some(open) = self.documents.shown().filter(|_| self.panels.map.is_visible) {
                messages.extend(docks::map_ui(ui, canvas, open, &self.panels, env).map(Message::Panel));
            }
        });
        if self.shell.notices.ui(ui, env.catalog, canvas) {
            messages.push(Message::Command(AppCommand::Edit(EditCommand::Undo)));
        }
        canvas
    }

    /// Everything above and below the canvas.
    fn bars_ui(&self, ui: &mut Ui, messages: &mut Vec<Message>) {
        let margin = Margin::symmetric(10, 0);
        let fill = theme::Tokens::of(ui).panel;
        let bar = |panel: Panel, height: f32| {
            let frame = Frame::new().fill(fill).inner_margin(margin);
            panel.exact_size(height).resizable(false).frame(frame)
        };
        let (state, catalog) = (self.state(), self.catalog());
        bar(Panel::top("menus"), 30.0)
            .show_separator_line(self.documents.is_empty())
            .show(ui, |ui| messages.extend(menus_ui(ui, &state).map(Message::Shell)));
        let close = catalog.text("ui-close");
        let Shell { problem, warning, .. } = &self.shell;
        let problem =
            problem.as_ref().map(|problem| told_ui(ui, "problem", |ui| error_banner(ui, problem, &close)));
        let warning =
            warning.as_ref().map(|warning| told_ui(ui, "warning", |ui| warning_banner(ui, warning, &close)));
        if [problem, warning].contains(&Some(true)) {
            messages.push(Message::DismissProblems);
        }
        self.unkept_ui(ui, messages);
        self.opener_ui(ui, messages);
        let is_open = self.documents.shown().is_some();
        if is_open {
            bar(Panel::top("tools"), theme::BAR)
                .show(ui, |ui| messages.extend(toolbar_ui(ui, &state).map(Message::Shell)));
        }
        if !self.documents.is_empty() {
            bar(Panel::top("tabs"), theme::TABS).show(ui, |ui| {
                let tabs = self.documents.tabs(catalog);
                let answer = document_tabs_ui(ui, &tabs, self.documents.current(), &tab_words(catalog));
                messages.extend(answer.map(Message::Tab));
            });
        }
        if is_open {
            bar(Panel::bottom("status"), 28.0)
                .show(ui, |ui| messages.extend(status_ui(ui, &state).into_iter().map(Message::Shell)));
        }
    }

    /// Says for as long as it is so that unsaved work is not kept.
    fn unkept_ui(&self, ui: &mut Ui, messages: &mut Vec<Message>) {
        let env = self.env();
        if self.documents.shown_key().is_none() {
            return;
        }
        let Some(warning) = self.capabilities.recovering.warning(&env) else { return };
        let save = env.catalog.text("ui-save");
        if told_ui(ui, "unkept", |ui| error_banner(ui, &warning, &save)) {
            messages.push(Message::Command(AppCommand::Save(SaveCommand::Save)));
        }
    }

    /// Says that somebody else has the file of the document that is shown open, too.
    fn opener_ui(&self, ui: &mut Ui, messages: &mut Vec<Message>) {
        let env = self.env();
        let Some(key) = self.documents.shown_key() else { return };
        let Some(hint) = self.capabilities.outside.hint(key, &env) else { return };
        let dismiss = env.catalog.text("ui-elsewhere-go-on");
        if told_ui(ui, "elsewhere", |ui| warning_banner(ui, &hint, &dismiss)) {
            messages.push(Message::ForgetOpener(key));
        }
    }

    /// Looks whose unsaved work is to be kept, and whose files are to be watched.
    fn keep_work(&mut self) {
        let env = self.env();
        self.capabilities.outside.follow(&self.documents, &mut self.jobs, &env);
        self.capabilities.recovering.follow(&mut self.documents);
    }

    /// Keeps the window open where its own button would close it over unsaved work.
    fn guard_window(&mut self, ctx: &Context) {
        if ctx.input(|input| input.viewport().close_requested()) {
            let effects = self.capabilities.leaving.close_requested(&mut self.documents);
            self.perform(effects);
        }
    }

    /// Looks once that a window which opened where it was last lies on the screen that there is now.
    fn place_window(&mut self, ctx: &Context) {
        let (outer, monitor) =
            ctx.input(|input| (input.viewport().outer_rect, input.viewport().monitor_size));
        let (Some(outer), Some(monitor), false) = (outer, monitor, self.shell.is_placed) else { return };
        self.shell.is_placed = true;
        if let Some(corner) = brought_on_screen(outer, monitor) {
            ctx.send_viewport_cmd(egui::ViewportCommand::OuterPosition(corner));
        }
    }

    fn name_window(&mut self, ctx: &Context) {
        let title = self.documents.shown().map_or("Laneway".to_owned(), |open| {
            let mark = if open.is_unsaved() { "• " } else { "" };
            format!("{mark}{} — Laneway", open.name)
        });
        if title != self.shell.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.shell.title = title;
        }
    }
}

impl eframe::App for Laneway {
    fn raw_input_hook(&mut self, _ctx: &Context, input: &mut egui::RawInput) {
        input.max_texture_side = input.max_texture_side.map(|side| side.min(LONGEST_TEXTURE));
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        let is_answered = self.capabilities.leaving.is_answered();
        self.capabilities.recovering.end(&self.documents, is_answered);
        self.capabilities.outside.end();
        let seen: Vec<_> = self.documents.iter().filter_map(OpenDocument::seen).collect();
        if !seen.is_empty() {
            self.profile.keep_seen(&seen);
        }
        let (info, scale) = (self.ctx.input(|input| input.viewport().clone()), self.ctx.zoom_factor());
        self.profile.keep_window(&info, scale);
        self.clipboard.hand_over();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

/// A row of its own above the document; what it gives back is whether it was taken away.
fn told_ui(ui: &mut Ui, id: &str, row_ui: impl FnOnce(&mut Ui) -> bool) -> bool {
    Panel::top(id.to_owned()).frame(Frame::new()).resizable(false).show(ui, row_ui).inner
}
