//! The panels around the canvas: where they are, and what happens to what they ask for.

use std::sync::Arc;

use eframe::egui::{Align, Context, Frame, IdSalt, Layout, Margin, Panel, Rect, Ui};

use crate::app::{
    checking::checks::Checks,
    commands::AppCommand,
    dispatch::Message,
    documents::open_document::OpenDocument,
    laneway::Laneway,
    panels::state::{PanelName, PanelState},
};
use crate::{
    edit::{Selection, TextOf},
    geom,
    locale::{Catalog, Lang},
    model::{HEADER, PHASE_BAND, Page, StepId, StepKind},
    shape,
    tools::Mode,
    ui::{
        canvas,
        panels::{self, Outline, Request, Shown, StepTable},
        theme::{self, Tokens},
        widgets::{caption, strong},
    },
    validate::Severity,
};

/// The least height of the table, and what it leaves of the canvas and its tabs.
const LEAST_TABLE: f32 = 140.0;
const LEAST_CANVAS: f32 = 120.0;

/// What the panels remember of one document.
#[derive(Default)]
pub(crate) struct DocumentPanels {
    outline: Outline,
    pub(crate) table: StepTable,
    /// The languages of its labels, and the state of the document that they were looked up in.
    languages: (u64, Vec<Lang>),
    pub(crate) checks: Checks,
}

fn shown<'a>(open: &'a OpenDocument, catalog: &'a Catalog, mint: &'a dyn Fn() -> u32) -> Option<Shown<'a>> {
    Some(Shown {
        document: open.editor.document(),
        page: open.page()?,
        selection: open.editor.selection(),
        languages: &open.panels.languages.1,
        lang: &open.lang,
        catalog,
        problems: open.panels.checks.found(),
        mint,
    })
}

impl Laneway {
    /// Shows the panels of the document that is shown around the room that is left for the canvas.
    pub(crate) fn panels_ui(&mut self, ui: &mut Ui, messages: &mut Vec<Message>) {
        let catalog = self.catalog();
        let services = Arc::clone(&self.services);
        let Some(open) = self.current.and_then(|current| self.docs.get_mut(current)) else { return };
        open.refresh(services.as_ref());
        let revision = open.editor.revision();
        if open.panels.languages.0 != revision || open.panels.languages.1.is_empty() {
            open.panels.languages = (revision, open.editor.document().languages());
        }
        open.panels.checks.update(ui.ctx(), &open.editor, (catalog, &services));
        let armed = match open.canvas.tools.mode() {
            Mode::Place(kind) => Some(kind),
            Mode::Select => None,
        };
        let mint = || services.entropy();
        let is_settled = !open.editor.is_in_gesture();
        let mut outline = std::mem::take(&mut open.panels.outline);
        let mut table = std::mem::take(&mut open.panels.table);
        let mut requests = Vec::new();
        if let Some(shown) = shown(open, catalog, &mint) {
            let panels = &mut self.panels;
            let symbols = (&mut panels.symbols, armed);
            let right = most(ui, 0.3, (240.0, 480.0));
            requests.extend(left_ui(ui, &shown, symbols, (&mut outline, revision)));
            requests.extend(right_ui(ui, &shown, (&mut panels.properties, right)));
            let (asked, is_closed) = bottom_ui(ui, &shown, &mut panels.problems);
            requests.extend(asked);
            let close = |name| Message::Command(AppCommand::Toggle(name));
            messages.extend(is_closed.then(|| close(PanelName::Problems)));
            let (asked, is_closed) =
                table_ui(ui, &shown, (&mut panels.table, &mut table), (revision, is_settled));
            requests.extend(asked);
            messages.extend(is_closed.then(|| close(PanelName::Table)));
            requests.extend(tabs_ui(ui, &shown));
        }
        open.panels.outline = outline;
        open.panels.table = table;
        messages.extend(requests.into_iter().map(Message::Panel));
        // While an edge is dragged there is nothing to be kept yet.
        if self.settings.panels != self.panels && !ui.input(|input| input.pointer.any_down()) {
            let panels = self.panels;
            self.remember(|settings| settings.panels = panels);
        }
    }

    /// Shows the small map over the corner of the canvas.
    pub(crate) fn map_ui(&self, ui: &mut Ui, canvas: Rect, messages: &mut Vec<Message>) {
        let Some(open) = self.open().filter(|_| self.panels.map.is_visible) else { return };
        let mint = || self.services.entropy();
        let (Some(shown), Some(camera)) = (shown(open, self.catalog(), &mint), open.camera) else { return };
        let place = (open.picture.bounds, canvas);
        let asked = panels::map_ui(ui, &shown, place, (camera, open.viewport));
        messages.extend(asked.map(Message::Panel));
    }

    /// Does what a panel asked for.
    pub(crate) fn panel_request(&mut self, ctx: &Context, request: Request) {
        match request {
            Request::Edit(request) => self.edit(ctx, request),
            Request::DeleteSelected => self.delete(ctx, false),
            Request::Arm(kind) => self.arm(kind),
            Request::Add(kind) => self.add_symbol(ctx, kind),
            Request::ShowPage(page) => {
                self.with_open(|services, open| open.show_page(services, &page));
            }
            Request::Jump { page, to } => self.with_open(|services, open| {
                open.show_page(services, &page);
                open.editor.select(to);
                open.bring_selection_into_sight();
            }),
            Request::Write(step) => self.write_text(step),
            Request::Read(lang) => self.with_open(|services, open| open.show_lang(services, lang)),
            Request::Refuse(reason) => self.refuse(ctx, reason),
            Request::Centre(point) => self.with_open(|_, open| open.centre_on(point)),
        }
    }

    /// Shows or hides a panel; a table that is shown has the keyboard.
    pub(crate) fn toggle(&mut self, panel: PanelName) {
        self.panels.toggle(panel);
        if panel != PanelName::Table {
            return;
        }
        let is_visible = self.panels.table.is_visible;
        self.with_open(|_, open| {
            if is_visible {
                open.panels.table.take_keyboard();
            } else {
                open.panels.table.put_down();
                open.editor.commit();
            }
        });
    }

    /// Adds a step as the menu does.
    fn add_symbol(&mut self, ctx: &Context, kind: StepKind) {
        self.with_open(|_, open| open.canvas.tools.set_mode(Mode::Select));
        self.insert_step(ctx, kind);
    }

    /// Makes the next press on the canvas put a symbol there, or no longer do so.
    fn arm(&mut self, kind: StepKind) {
        self.with_open(|_, open| {
            let tools = &mut open.canvas.tools;
            let is_armed = tools.mode() == Mode::Place(kind);
            tools.set_mode(if is_armed { Mode::Select } else { Mode::Place(kind) });
        });
    }

    /// Selects a step and lets its text be written in its place.
    fn write_text(&mut self, step: StepId) {
        let Some(open) = self.open_mut() else { return };
        open.editor.select(Selection::step(step.clone()));
        open.bring_selection_into_sight();
        open.canvas.write(TextOf::Step(step));
    }
}

impl OpenDocument {
    /// Brings what is selected to the middle of the canvas, unless all of it is seen already.
    pub(crate) fn bring_selection_into_sight(&mut self) {
        let Some(bounds) = self.page().and_then(|page| bounds(page, self.editor.selection())) else { return };
        let Some(camera) = self.camera else { return };
        // A page that is kept fitted comes into sight by itself.
        let camera = if self.fitted { canvas::fitted(&self.picture, self.viewport) } else { camera };
        let seen = camera.visible(self.viewport);
        if seen.union(bounds) != seen {
            self.centre_on(bounds.center());
        }
    }
}

/// Where `selection` stands on `page`.
fn bounds(page: &Page, selection: &Selection) -> Option<geom::Rect> {
    let steps = selection.steps.iter().filter_map(|id| Some(page.steps.get(id)?.rect));
    let connectors = selection.connectors.iter().filter_map(|id| {
        let line = shape::polyline(page, page.connectors.get(id)?)?;
        line.segments().map(|(a, b)| geom::Rect::from_points(a, b)).reduce(|all, piece| all.union(piece))
    });
    let lanes = selection.lanes.iter().filter_map(|id| {
        let (_, from, to) = page.lane_band(id)?;
        Some(page.orientation.rect((-HEADER, 0.0), (from, to)))
    });
    let phases = selection.phases.iter().filter_map(|id| {
        let (_, from, to) = page.phase_band(id)?;
        Some(page.orientation.rect((from, to), (-PHASE_BAND, 0.0)))
    });
    steps.chain(connectors).chain(lanes).chain(phases).reduce(|all, one| all.union(one))
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

/// The most width of a panel in the room that `ui` has: a part of it, between its least and its usual most, so that
/// the canvas keeps its share of a narrow window.
fn most(ui: &Ui, part: f32, (least, most): (f32, f32)) -> f32 {
    (ui.available_width() * part).clamp(least, most)
}

fn left_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    (state, armed): (&mut PanelState, Option<StepKind>),
    (outline, revision): (&mut Outline, u64),
) -> Vec<Request> {
    let mut requests = Vec::new();
    let frame = frame(ui, Margin { left: 16, right: 16, top: 12, bottom: 8 });
    let range = 200.0..=most(ui, 0.25, (200.0, 420.0));
    let panel = Panel::left("symbols").frame(frame).default_size(state.size).size_range(range);
    let shown_panel = panel.show_collapsible(ui, &mut state.is_visible, |ui| {
        requests.extend(ui.scope(|ui| panels::palette_ui(ui, shown.catalog, armed)).inner);
        ui.add_space(8.0);
        let line = ui.max_rect().expand2(eframe::egui::vec2(16.0, 0.0)).x_range();
        let stroke = eframe::egui::Stroke::new(1.0, Tokens::of(ui).border);
        ui.painter().hline(line, ui.cursor().top(), stroke);
        ui.add_space(12.0);
        requests.extend(panels::outline_ui(ui, shown, outline, revision));
    });
    name_edge(ui, "symbols", shown.catalog);
    if let Some(panel) = shown_panel {
        resized(ui, state, panel.response.rect.width());
    }
    requests
}

fn right_ui(ui: &mut Ui, shown: &Shown<'_>, (state, right): (&mut PanelState, f32)) -> Vec<Request> {
    let frame = frame(ui, Margin::ZERO);
    let range = 240.0..=right;
    let panel = Panel::right("properties").frame(frame).default_size(state.size).size_range(range);
    let panel = panel.show_collapsible(ui, &mut state.is_visible, |ui| panels::properties_ui(ui, shown));
    let Some(panel) = panel else { return Vec::new() };
    name_edge(ui, "properties", shown.catalog);
    resized(ui, state, panel.response.rect.width());
    panel.inner
}

fn tabs_ui(ui: &mut Ui, shown: &Shown<'_>) -> Vec<Request> {
    let frame = frame(ui, Margin { left: 10, right: 10, top: 0, bottom: 2 });
    let panel = Panel::bottom("pages").exact_size(theme::TABS).resizable(false).frame(frame);
    panel.show(ui, |ui| panels::page_tabs_ui(ui, shown)).inner
}

/// The list of problems; also says whether it is to be closed.
fn bottom_ui(ui: &mut Ui, shown: &Shown<'_>, state: &mut PanelState) -> (Vec<Request>, bool) {
    let frame = frame(ui, Margin { left: 16, right: 12, top: 4, bottom: 4 });
    let panel = Panel::bottom("problems").frame(frame).resizable(true);
    let panel = panel.default_size(state.size).size_range(96.0..=420.0);
    let panel = panel.show_collapsible(ui, &mut state.is_visible, |ui| {
        let is_closed = ui
            .horizontal(|ui| {
                ui.label(strong(shown.catalog.text("panel-problems"), theme::BODY));
                let layout = Layout::right_to_left(Align::Center);
                ui.with_layout(layout, |ui| ui.button(shown.catalog.text("ui-close")).clicked()).inner
            })
            .inner;
        (panels::problems_ui(ui, shown), is_closed)
    });
    let Some(panel) = panel else { return Default::default() };
    name_edge(ui, "problems", shown.catalog);
    resized(ui, state, panel.response.rect.height());
    panel.inner
}

/// The steps as a table; also says whether it is to be closed.
fn table_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    (state, table): (&mut PanelState, &mut StepTable),
    revision: (u64, bool),
) -> (Vec<Request>, bool) {
    let frame = frame(ui, Margin { left: 0, right: 0, top: 4, bottom: 0 });
    let most = (ui.available_height() - LEAST_CANVAS).max(LEAST_TABLE);
    let panel = Panel::bottom("table").frame(frame).resizable(true);
    let panel = panel.default_size(state.size).size_range(LEAST_TABLE..=most);
    let panel =
        panel.show_collapsible(ui, &mut state.is_visible, |ui| panels::table_ui(ui, shown, table, revision));
    name_edge(ui, "table", shown.catalog);
    let Some(panel) = panel else { return Default::default() };
    resized(ui, state, panel.response.rect.height());
    panel.inner
}

/// How many problems there are, for the status bar; a click shows or hides the list.
pub(crate) fn problem_count_ui(ui: &mut Ui, app: &Laneway, messages: &mut Vec<Message>) {
    let Some(open) = app.open() else { return };
    let count = open.panels.checks.problems();
    let text = app.catalog().text_with("panel-problem-count", &[("count", count.into())]);
    let tokens = Tokens::of(ui);
    let text = match open.panels.checks.worst() {
        Some(Severity::Error) => strong(text, theme::CAPTION).color(tokens.error),
        Some(Severity::Warning) => strong(text, theme::CAPTION).color(tokens.warning),
        Some(Severity::Hint) | None => caption(ui, text),
    };
    let tip = app.catalog().text("ui-cmd-problems-tip");
    if ui.button(text).on_hover_text(format!("{tip} (F8)")).clicked() {
        messages.push(Message::Command(AppCommand::Toggle(PanelName::Problems)));
    }
}
