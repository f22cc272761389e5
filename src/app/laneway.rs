//! The application: its state, and a frame from beginning to end.

use std::{
    path::PathBuf,
    sync::{Arc, mpsc::Receiver},
};

use eframe::egui::{self, CentralPanel, Context, Frame, Panel, ThemePreference, Ui};

use super::{
    canvas, commands,
    dispatch::Message,
    files::{Asked, FileDialogs},
    open_document::OpenDocument,
    parts,
    services::Services,
};
use crate::{
    locale::{Catalog, UiLang},
    ui::{
        dialogs::{ExportForm, ExportState},
        start::Card,
        theme,
    },
};

/// The window's state.
pub struct Laneway {
    pub(super) services: Arc<dyn Services>,
    pub(super) dialogs: Box<dyn FileDialogs>,
    pub(super) lang: UiLang,
    pub(super) look: ThemePreference,
    /// The documents that are open, in the order of their tabs.
    pub(super) docs: Vec<OpenDocument>,
    /// The position of the one that is shown; `None`: the start page.
    pub(super) current: Option<usize>,
    /// The start page's cards, in the interface's language; made when they are first shown.
    pub(super) cards: Option<Vec<Card>>,
    pub(super) search: String,
    /// What went wrong, in words.
    pub(super) problem: Option<String>,
    /// Why the last edit was not done, in words.
    pub(super) refused: Option<String>,
    pub(super) dialog: Option<Dialog>,
    /// A question to the system that is not answered yet.
    pub(super) asked: Option<(Purpose, Asked)>,
    title: String,
}

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Open,
    Export,
}

/// What lies over the window.
pub(super) enum Dialog {
    About,
    Shortcuts,
    Path { purpose: Purpose, path: String, behind: Option<Box<ExportDialog>> },
    Export(Box<ExportDialog>),
}

/// The export dialog and what runs for it.
pub(super) struct ExportDialog {
    pub(super) form: ExportForm,
    pub(super) state: ExportState,
    pub(super) job: Option<Receiver<Result<Vec<PathBuf>, String>>>,
}

impl Laneway {
    /// A window on the start page, in the system's language.
    pub fn new(ctx: &Context, services: Box<dyn Services>, dialogs: Box<dyn FileDialogs>) -> Self {
        theme::install(ctx);
        let tag = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
        Self {
            services: services.into(),
            dialogs,
            lang: UiLang::from_tag(&tag.unwrap_or_default()),
            look: ThemePreference::System,
            docs: Vec::new(),
            current: None,
            cards: None,
            search: String::new(),
            problem: None,
            refused: None,
            dialog: None,
            asked: None,
            title: String::new(),
        }
    }

    /// The same window in the language `lang`.
    #[must_use]
    pub fn speaking(mut self, lang: UiLang) -> Self {
        self.lang = lang;
        self
    }

    /// Opens the first of `files`; the others have no place yet and are named.
    pub fn open_files(&mut self, files: Vec<PathBuf>) {
        let mut files = files.into_iter();
        if let Some(first) = files.next() {
            self.load(&first);
        }
        let others: Vec<String> = files.map(|path| path.display().to_string()).collect();
        if !others.is_empty() && self.problem.is_none() {
            let files = [("files", others.join(", ").into())];
            self.problem = Some(self.catalog().text_with("ui-one-file", &files));
        }
    }

    /// The document that is shown.
    pub(super) fn open(&self) -> Option<&OpenDocument> {
        self.docs.get(self.current?)
    }

    /// The document that is shown, to be changed.
    pub(super) fn open_mut(&mut self) -> Option<&mut OpenDocument> {
        self.docs.get_mut(self.current?)
    }

    pub(super) fn catalog(&self) -> &'static Catalog {
        Catalog::of(self.lang)
    }

    /// A frame: input, drawing, and then what was asked for.
    fn frame(&mut self, ui: &mut Ui) {
        let mut messages: Vec<Message> = self.background();
        if self.dialog.is_none() {
            messages.extend(commands::pressed(ui.ctx()).map(Message::Command));
        }
        let dropped: Vec<PathBuf> =
            ui.input(|i| i.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
        if !dropped.is_empty() {
            messages.push(Message::Files(dropped));
        }
        self.areas_ui(ui, &mut messages);
        self.dialog_ui(ui, &mut messages);
        parts::drop_veil_ui(ui, self.catalog());
        for message in messages {
            self.dispatch(ui.ctx(), message);
        }
        self.name_window(ui.ctx());
    }

    fn areas_ui(&mut self, ui: &mut Ui, messages: &mut Vec<Message>) {
        let catalog = self.catalog();
        let bar = |height: f32| {
            let margin = egui::Margin::symmetric(10, 0);
            let frame = Frame::new().fill(theme::Tokens::of(ui).panel).inner_margin(margin);
            (frame, height)
        };
        let ((menu_frame, menu), (tool_frame, tool), (tabs_frame, tabs), (status_frame, status)) =
            (bar(30.0), bar(theme::BAR), bar(theme::TABS), bar(28.0));
        let panel =
            |panel: Panel, frame: Frame, height: f32| panel.exact_size(height).resizable(false).frame(frame);
        panel(Panel::top("menus"), menu_frame, menu)
            .show_separator_line(self.open().is_none())
            .show(ui, |ui| messages.extend(parts::menus_ui(ui, self)));
        if let Some(problem) = &self.problem {
            let close = catalog.text("ui-close");
            let shown = Panel::top("problem").frame(Frame::new()).resizable(false);
            if shown.show(ui, |ui| crate::ui::widgets::error_banner(ui, problem, &close)).inner {
                messages.push(Message::Dismiss);
            }
        }
        if self.open().is_none() {
            self.start_ui(ui, messages);
            return;
        }
        panel(Panel::top("tools"), tool_frame, tool)
            .show(ui, |ui| messages.extend(parts::toolbar_ui(ui, self)));
        panel(Panel::top("tabs"), tabs_frame, tabs).show(ui, |ui| messages.extend(parts::tabs_ui(ui, self)));
        panel(Panel::bottom("status"), status_frame, status)
            .show(ui, |ui| parts::status_ui(ui, self, messages));
        CentralPanel::no_frame().show(ui, |ui| {
            let services = Arc::clone(&self.services);
            if let Some(open) = self.open_mut() {
                canvas::canvas_ui(ui, (services.as_ref(), catalog), open, messages);
            }
        });
    }

    fn start_ui(&mut self, ui: &mut Ui, messages: &mut Vec<Message>) {
        let catalog = self.catalog();
        let (services, lang) = (&self.services, self.lang.into());
        let cards = self.cards.get_or_insert_with(|| parts::cards(services.as_ref(), &lang));
        let choice = crate::ui::start::start_ui(ui, catalog, cards, &mut self.search);
        messages.extend(choice.map(Message::Start));
    }

    fn name_window(&mut self, ctx: &Context) {
        let title = self.open().map_or("Laneway".to_owned(), |open| format!("{} — Laneway", open.name));
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

impl eframe::App for Laneway {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
