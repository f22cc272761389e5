//! The panels around the canvas: where they are.

use std::collections::BTreeMap;

use eframe::egui::{self, Align, Frame, IdSalt, Layout, Margin, Panel, Rect, Ui, UiBuilder};

use super::{
    answer::PanelAnswer,
    room::{LEAST_PROPERTIES, LEAST_SYMBOLS, STRIP, SideRoom},
    state::{PanelName, PanelState, Panels},
};
use crate::{
    app::{
        checking::checks::CheckedDocument, documents::open_document::OpenDocument, env::Env, jobs::job::Jobs,
    },
    locale::Catalog,
    tools::Mode,
    ui::{
        icons::Icon,
        panels::{
            self, OutlinePanel, OutlineState, PalettePanel, PaletteView, PanelRequest, Shown, StepTable,
        },
        theme::{self, Tokens},
        tip::WithTip as _,
        widgets::{icon_button, strong},
    },
};

/// The least heights of the list of problems and of the table, and what they leave of the canvas and its tabs.
const LEAST_PROBLEMS: f32 = 96.0;
const LEAST_TABLE: f32 = 140.0;
const LEAST_CANVAS: f32 = 120.0;
/// The part of the panel's height that the symbols take at most, the least height that has room for the outline below
/// them, and the height of what stands above the symbols.
const SYMBOLS: f32 = 0.55;
const LEAST_BOTH: f32 = 320.0;
const ABOVE_SYMBOLS: f32 = 72.0;

fn shown<'a>(
    open: &'a OpenDocument,
    groups: &'a BTreeMap<String, bool>,
    catalog: &'a Catalog,
    mint: &'a dyn Fn() -> u32,
) -> Option<Shown<'a>> {
    Some(Shown {
        document: open.editor.document(),
        page: open.page()?,
        selection: open.editor.selection(),
        languages: &open.panels.languages.1,
        lang: &open.lang,
        catalog,
        flows: open.editor.flows(),
        problems: open.panels.checks.found(),
        groups,
        mint,
    })
}

/// Shows the panels of `open` around the room that is left for the canvas.
pub(crate) fn panels_ui(
    ui: &mut Ui,
    open: &mut OpenDocument,
    panels: &mut Panels,
    jobs: &mut Jobs,
    env: &Env,
) -> Vec<PanelAnswer> {
    open.refresh(env.services.as_ref());
    let revision = open.editor.revision();
    if open.panels.languages.0 != revision || open.panels.languages.1.is_empty() {
        open.panels.languages = (revision, open.editor.document().languages());
    }
    let folder = open.file.as_ref().and_then(|file| file.path.parent());
    let checked = CheckedDocument { editor: &open.editor, folder };
    open.panels.checks.update(checked, jobs, env);
    let armed = match open.canvas.tools.mode() {
        Mode::Place(kind) => Some(kind),
        Mode::Select => None,
    };
    let mint = || env.services.entropy();
    let of = TableOf { revision, is_settled: !open.editor.is_in_gesture() };
    let mut palette = std::mem::take(&mut open.panels.palette);
    let mut outline = std::mem::take(&mut open.panels.outline);
    let mut table = std::mem::take(&mut open.panels.table);
    let (opened, mut folded) = (open.panels.opened, Vec::new());
    let mut answers = Vec::new();
    if let Some(shown) = shown(open, &panels.groups, env.catalog, &mint) {
        let room = SideRoom::of(ui.available_width(), panels, opened);
        folded = room.folded();
        let view = PaletteView { armed, is_list: panels.lists_symbols, most_height: 0.0 };
        let listed = OutlineState { revision, order: panels.outline_order };
        let symbols = Symbols { view, palette: &mut palette, outline: &mut outline, listed };
        answers.extend(match room.symbols {
            Some(most) => requested(left_ui(ui, &shown, &mut panels.symbols, most, symbols)),
            None => strip_ui(ui, PanelName::Symbols, env.catalog),
        });
        answers.extend(match room.properties {
            Some(most) => requested(right_ui(ui, &shown, &mut panels.properties, most)),
            None => strip_ui(ui, PanelName::Properties, env.catalog),
        });
        answers.extend(bottom_ui(ui, &shown, &mut panels.problems));
        answers.extend(table_ui(ui, &shown, &mut panels.table, &mut table, of));
        answers.extend(tabs_ui(ui, &shown).into_iter().map(PanelAnswer::Request));
    }
    open.panels.folded = folded;
    open.panels.palette = palette;
    open.panels.outline = outline;
    open.panels.table = table;
    answers
}

/// Shows the small map over the corner of the canvas.
pub(crate) fn map_ui(
    ui: &mut Ui,
    canvas: Rect,
    open: &OpenDocument,
    panels: &Panels,
    env: &Env,
) -> Option<PanelAnswer> {
    let mint = || env.services.entropy();
    let (shown, camera) = (shown(open, &panels.groups, env.catalog, &mint)?, open.camera?);
    let sight = panels::MapSight { paper: open.picture.bounds, canvas, camera, viewport: open.viewport };
    panels::map_ui(ui, &shown, sight).map(PanelAnswer::Request)
}

/// What the panel of the symbols shows.
struct Symbols<'a> {
    view: PaletteView,
    palette: &'a mut PalettePanel,
    outline: &'a mut OutlinePanel,
    listed: OutlineState,
}

/// Of what the table is.
#[derive(Clone, Copy)]
struct TableOf {
    /// The editor's revision.
    revision: u64,
    /// Whether no gesture is in progress.
    is_settled: bool,
}

impl Symbols<'_> {
    /// The symbols, and below them the outline where there is room for it.
    fn ui(self, ui: &mut Ui, shown: &Shown<'_>) -> Vec<PanelRequest> {
        let Symbols { view, palette, outline, listed } = self;
        let height = ui.available_height();
        let has_outline = height >= LEAST_BOTH;
        let most_height = if has_outline { SYMBOLS * height } else { height - ABOVE_SYMBOLS };
        let view = PaletteView { most_height: most_height.max(0.0), ..view };
        let mut requests = ui.scope(|ui| panels::palette_ui(ui, shown.catalog, palette, view)).inner;
        if has_outline {
            ui.add_space(8.0);
            let line = ui.max_rect().expand2(egui::vec2(16.0, 0.0)).x_range();
            let stroke = egui::Stroke::new(1.0, Tokens::of(ui).border);
            ui.painter().hline(line, ui.cursor().top(), stroke);
            ui.add_space(12.0);
            requests.extend(panels::outline_ui(ui, shown, outline, listed));
        }
        requests
    }
}

fn frame(ui: &Ui, margin: Margin) -> Frame {
    Frame::new().fill(Tokens::of(ui).panel).inner_margin(margin)
}

/// Calls the edge of a panel by a name in the interface's language; egui's own is English.
fn name_edge(ui: &Ui, panel: &str, catalog: &Catalog) {
    let edge = ui.scope_id().with_salt(IdSalt::new(panel)).with("__resize");
    let name = catalog.text("panel-resize");
    ui.ctx().accesskit_node_builder(edge, |node| node.set_label(name));
}

/// Takes over how wide a person made a panel; what a narrow window made of it is no wish.
fn resized(ui: &Ui, state: &mut PanelState, size: f32) {
    let is_dragged = ui.input(|input| input.pointer.any_down());
    if is_dragged && state.is_visible && (state.size - size).abs() > 0.5 {
        state.size = size;
    }
}

fn requested(requests: Vec<PanelRequest>) -> Vec<PanelAnswer> {
    requests.into_iter().map(PanelAnswer::Request).collect()
}

/// What a panel at a side leaves where it has no room: a sign that opens it.
fn strip_ui(ui: &mut Ui, name: PanelName, catalog: &Catalog) -> Vec<PanelAnswer> {
    let (panel, icon, key) = match name {
        PanelName::Symbols => (Panel::left("symbols-strip"), Icon::Grid, "ui-cmd-symbols"),
        PanelName::Properties | PanelName::Problems | PanelName::Table | PanelName::Map => {
            (Panel::right("properties-strip"), Icon::List, "ui-cmd-properties")
        }
    };
    let panel = panel.exact_size(STRIP).resizable(false).frame(frame(ui, Margin::symmetric(4, 12)));
    let words = catalog.text(key);
    let is_clicked =
        panel.show(ui, |ui| icon_button(ui, icon, &words, true).with_tip(words.as_str()).clicked()).inner;
    is_clicked.then_some(PanelAnswer::Unfold(name)).into_iter().collect()
}

/// Shows `content` in the room that `ui` has, and cuts off what goes beyond: a panel grows with what is in it else.
fn within_room<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.max_rect();
    let mut inner = ui.new_child(UiBuilder::new().max_rect(room));
    inner.shrink_clip_rect(room.expand2(egui::vec2(16.0, 0.0)));
    let shown = content(&mut inner);
    ui.advance_cursor_after_rect(room);
    shown
}

fn left_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    state: &mut PanelState,
    most: f32,
    symbols: Symbols<'_>,
) -> Vec<PanelRequest> {
    let mut requests = Vec::new();
    let frame = frame(ui, Margin { left: 16, right: 16, top: 12, bottom: 8 });
    let panel = Panel::left("symbols").frame(frame).default_size(state.size);
    let panel = panel.size_range(LEAST_SYMBOLS..=most);
    let shown_panel = panel.show_collapsible(ui, &mut state.is_visible, |ui| {
        requests.extend(within_room(ui, |ui| symbols.ui(ui, shown)));
    });
    name_edge(ui, "symbols", shown.catalog);
    if let Some(panel) = shown_panel {
        resized(ui, state, panel.response.rect.width());
    }
    requests
}

fn right_ui(ui: &mut Ui, shown: &Shown<'_>, state: &mut PanelState, right: f32) -> Vec<PanelRequest> {
    let frame = frame(ui, Margin::ZERO);
    let range = LEAST_PROPERTIES..=right;
    let panel = Panel::right("properties").frame(frame).default_size(state.size).size_range(range);
    let panel = panel.show_collapsible(ui, &mut state.is_visible, |ui| {
        within_room(ui, |ui| panels::properties_ui(ui, shown))
    });
    let Some(panel) = panel else { return Vec::new() };
    name_edge(ui, "properties", shown.catalog);
    resized(ui, state, panel.response.rect.width());
    panel.inner
}

fn tabs_ui(ui: &mut Ui, shown: &Shown<'_>) -> Vec<PanelRequest> {
    let frame = frame(ui, Margin { left: 10, right: 10, top: 0, bottom: 2 });
    let panel = Panel::bottom("pages").exact_size(theme::TABS).resizable(false).frame(frame);
    panel.show(ui, |ui| panels::page_tabs_ui(ui, shown)).inner
}

/// The list of problems.
fn bottom_ui(ui: &mut Ui, shown: &Shown<'_>, state: &mut PanelState) -> Vec<PanelAnswer> {
    let frame = frame(ui, Margin { left: 16, right: 12, top: 4, bottom: 4 });
    let most = (ui.available_height() - LEAST_CANVAS).max(LEAST_PROBLEMS);
    let panel = Panel::bottom("problems").frame(frame).resizable(true).drag_to_open(false);
    let panel = panel.default_size(state.size).size_range(LEAST_PROBLEMS..=most);
    let panel = panel.show_collapsible(ui, &mut state.is_visible, |ui| {
        // However little there is to be shown, it stays as high as it was made.
        ui.set_min_height(ui.available_height());
        let is_closed = ui
            .horizontal(|ui| {
                ui.label(strong(shown.catalog.text("panel-problems"), theme::BODY));
                let layout = Layout::right_to_left(Align::Center);
                ui.with_layout(layout, |ui| ui.button(shown.catalog.text("ui-close")).clicked()).inner
            })
            .inner;
        (panels::problems_ui(ui, shown), is_closed)
    });
    let Some(panel) = panel else { return Vec::new() };
    name_edge(ui, "problems", shown.catalog);
    resized(ui, state, panel.response.rect.height());
    let (requests, is_closed) = panel.inner;
    answers(requests, is_closed, PanelName::Problems)
}

/// The steps as a table.
fn table_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    state: &mut PanelState,
    table: &mut StepTable,
    of: TableOf,
) -> Vec<PanelAnswer> {
    let frame = frame(ui, Margin { left: 0, right: 0, top: 4, bottom: 0 });
    let most = (ui.available_height() - LEAST_CANVAS).max(LEAST_TABLE);
    // The edge that it would leave when it is hidden would lie on that of the problems.
    let panel = Panel::bottom("table").frame(frame).resizable(true).drag_to_open(false);
    let panel = panel.default_size(state.size).size_range(LEAST_TABLE..=most);
    let panel = panel.show_collapsible(ui, &mut state.is_visible, |ui| {
        panels::table_ui(ui, shown, table, (of.revision, of.is_settled))
    });
    let Some(panel) = panel else { return Vec::new() };
    name_edge(ui, "table", shown.catalog);
    resized(ui, state, panel.response.rect.height());
    let (requests, is_closed) = panel.inner;
    answers(requests, is_closed, PanelName::Table)
}

/// What was asked for in a panel that may have been closed.
fn answers(requests: Vec<PanelRequest>, is_closed: bool, panel: PanelName) -> Vec<PanelAnswer> {
    let closed = is_closed.then_some(PanelAnswer::Close(panel));
    requests.into_iter().map(PanelAnswer::Request).chain(closed).collect()
}
