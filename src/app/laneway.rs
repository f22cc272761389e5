//! The application: its state, and a frame from beginning to end.

use std::{path::PathBuf, sync::Arc};

use eframe::egui::{self, CentralPanel, Context, Frame, Panel, Ui};

use crate::app::{
    canvas::surface::{self, Around},
    choosing::file_dialogs::{Asked, FileDialogs},
    clipboard::copy_paste::Pasted,
    commands::{self, Pressed},
    dispatch::Message,
    documents::open_document::{DocKey, OpenDocument},
    editing::delete_band::BandDialog,
    exporting::export::ExportDialog,
    finding::finder::Finder,
    importing::dialog::ImportDialog,
    importing::tables::TablesJob,
    laying_out::lay_out::LayoutJob,
    leaving::ask::Ask,
    leaving::leave::Leaving,
    panels::state::Panels,
    saving::name_template::NameDialog,
    services::api::Services,
    settings::home::Home,
    settings::stored::Settings,
    shell::menus,
    shell::notices::Notice,
    shell::overlays,
    shell::status,
    starting::start_page::StartPage,
    tabulating::save_table::TableDialog,
};
use crate::{
    edit::Editor,
    interop::Report,
    locale::{Catalog, UiLang},
    ui::{
        dialogs::{ExportForm, TableKind},
        tabs::document_tabs_ui,
        theme,
    },
};

/// The window's state.
pub struct Laneway {
    pub(crate) services: Arc<dyn Services>,
    pub(crate) dialogs: Box<dyn FileDialogs>,
    pub(crate) lang: UiLang,
    /// Where settings and templates of the person are kept; `None`: nowhere.
    pub(crate) home: Option<Box<dyn Home>>,
    pub(crate) settings: Settings,
    /// The documents that are open, in the order of their tabs.
    pub(crate) docs: Vec<OpenDocument>,
    /// The position of the one that is shown; `None`: the start page.
    pub(crate) current: Option<usize>,
    pub(crate) start: StartPage,
    /// What went wrong, in words.
    pub(crate) problem: Option<String>,
    /// The notice at the bottom of the canvas.
    pub(crate) notice: Option<Notice>,
    pub(crate) pasted: Pasted,
    /// The name that was given last.
    pub(crate) last_key: u64,
    /// The documents that are closed when those with unsaved work have been saved.
    pub(crate) leaving: Option<Leaving>,
    /// Whether the window may be closed without asking.
    pub(crate) may_quit: bool,
    pub(crate) dialog: Option<Dialog>,
    /// What was chosen in the export dialog the last time.
    pub(crate) export_form: Option<ExportForm>,
    /// The panels around the canvas.
    pub(crate) panels: Panels,
    /// A question to the system that is not answered yet.
    pub(crate) asked: Option<(Purpose, Asked)>,
    /// The layout that runs in the background.
    pub(crate) layout: Option<LayoutJob>,
    /// What is done with tables in the background.
    pub(crate) tables: Option<TablesJob>,
    title: String,
}

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    Open,
    Save(DocKey),
    Export,
    /// Tables to be made into a chart.
    Import,
    /// A chart to be written as a table.
    Table(DocKey, TableKind),
}

/// What lies over the window.
pub(crate) enum Dialog {
    About,
    Shortcuts,
    Path {
        purpose: Purpose,
        path: String,
        /// Why the last path would not do, in words.
        problem: Option<String>,
        behind: Option<Box<ExportDialog>>,
    },
    Ask(Ask),
    Name(NameDialog),
    Band(BandDialog),
    Find(Box<Finder>),
    Export(Box<ExportDialog>),
    Import(Box<ImportDialog>),
    Table(Box<TableDialog>),
    /// What became of everything in the table that the chart was made of.
    Report(Box<Report>),
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
            home: None,
            settings: Settings::default(),
            docs: Vec::new(),
            current: None,
            start: StartPage::default(),
            problem: None,
            notice: None,
            pasted: Pasted::default(),
            last_key: 0,
            leaving: None,
            may_quit: false,
            dialog: None,
            export_form: None,
            panels: Panels::default(),
            asked: None,
            layout: None,
            tables: None,
            title: String::new(),
        }
    }

    /// The same window in the language `lang`.
    #[must_use]
    pub fn speaking(mut self, lang: UiLang) -> Self {
        self.lang = lang;
        self
    }

    /// The document that is shown, with what is selected; `None` on the start page.
    pub fn editor(&self) -> Option<&Editor> {
        self.open().map(|open| &open.editor)
    }

    /// The same, to be changed; the window draws what it finds in the next frame.
    pub fn editor_mut(&mut self) -> Option<&mut Editor> {
        self.open_mut().map(|open| &mut open.editor)
    }

    pub(crate) fn catalog(&self) -> &'static Catalog {
        Catalog::of(self.lang)
    }

    /// A frame: input, drawing, and then what was asked for.
    fn frame(&mut self, ui: &mut Ui) {
        let mut messages: Vec<Message> = self.background();
        messages.extend(self.escaped_work(ui.ctx()));
        if self.dialog.is_none() {
            messages.extend(commands::pressed(ui.ctx(), |command| self.is_enabled(command)).map(|pressed| {
                match pressed {
                    Pressed::Command(command) => Message::Command(command),
                    Pressed::Paste(text) => Message::Paste(text),
                }
            }));
        }
        let dropped: Vec<PathBuf> =
            ui.input(|i| i.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
        if !dropped.is_empty() {
            messages.push(Message::Files(dropped));
        }
        self.areas_ui(ui, &mut messages);
        self.dialog_ui(ui, &mut messages);
        overlays::drop_veil_ui(ui, self.catalog());
        let (shown, had_dialog) = (self.open().map(|open| open.key), self.dialog.is_some());
        for message in messages {
            self.dispatch(ui.ctx(), message);
        }
        self.rest_behind(shown, had_dialog);
        self.guard_window(ui.ctx());
        self.name_window(ui.ctx());
    }

    /// Ends what was in progress on a document that is no longer shown, or over which a dialog was opened: it would
    /// not hear of the button that goes up, and would have keys that are meant for others.
    fn rest_behind(&mut self, shown: Option<DocKey>, had_dialog: bool) {
        let is_covered = self.dialog.is_some() && !had_dialog;
        let is_elsewhere = self.open().map(|open| open.key) != shown;
        let left = self.docs.iter_mut().find(|open| Some(open.key) == shown);
        if let Some(open) = left.filter(|_| is_covered || is_elsewhere) {
            open.rest();
        }
    }

    fn areas_ui(&mut self, ui: &mut Ui, messages: &mut Vec<Message>) {
        self.bars_ui(ui, messages);
        if self.open().is_none() {
            self.start_page_ui(ui, messages);
            self.works_ui(ui, ui.max_rect(), messages);
            return;
        }
        self.panels_ui(ui, messages);
        let mut canvas = egui::Rect::NOTHING;
        CentralPanel::no_frame().show(ui, |ui| {
            canvas = ui.max_rect();
            let (services, catalog) = (Arc::clone(&self.services), self.catalog());
            let around = Around {
                groups: menus::context_groups(ui.ctx(), self),
                shows_properties: self.panels.properties.is_visible,
            };
            if let Some(open) = self.open_mut() {
                surface::canvas_ui(ui, (services.as_ref(), catalog, around), open, messages);
            }
            self.map_ui(ui, canvas, messages);
        });
        self.notice_ui(ui, canvas);
        self.works_ui(ui, canvas, messages);
    }

    /// Everything above and below the canvas.
    fn bars_ui(&self, ui: &mut Ui, messages: &mut Vec<Message>) {
        let margin = egui::Margin::symmetric(10, 0);
        let fill = theme::Tokens::of(ui).panel;
        let bar = |panel: Panel, height: f32| {
            let frame = Frame::new().fill(fill).inner_margin(margin);
            panel.exact_size(height).resizable(false).frame(frame)
        };
        bar(Panel::top("menus"), 30.0)
            .show_separator_line(self.docs.is_empty())
            .show(ui, |ui| messages.extend(menus::menus_ui(ui, self)));
        if let Some(problem) = &self.problem {
            let close = self.catalog().text("ui-close");
            let shown = Panel::top("problem").frame(Frame::new()).resizable(false);
            if shown.show(ui, |ui| crate::ui::widgets::error_banner(ui, problem, &close)).inner {
                messages.push(Message::Dismiss);
            }
        }
        if self.open().is_some() {
            bar(Panel::top("tools"), theme::BAR).show(ui, |ui| messages.extend(menus::toolbar_ui(ui, self)));
        }
        if !self.docs.is_empty() {
            bar(Panel::top("tabs"), theme::TABS).show(ui, |ui| {
                let answer = document_tabs_ui(ui, &self.tabs(), self.current, &self.tab_words());
                messages.extend(answer.map(Message::Tab));
            });
        }
        if self.open().is_some() {
            bar(Panel::bottom("status"), 28.0).show(ui, |ui| status::status_ui(ui, self, messages));
        }
    }

    fn name_window(&mut self, ctx: &Context) {
        let title = self.open().map_or("Laneway".to_owned(), |open| {
            let mark = if open.is_unsaved() { "• " } else { "" };
            format!("{mark}{} — Laneway", open.name)
        });
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
