//! The symbols that can be put on the page: a list with their names, or a grid of small pictures.

use eframe::egui::{
    Align, DragAndDrop, FontSelection, Key, Layout, Rect, Response, Role, ScrollArea, Sense, Stroke,
    StrokeKind, TextWrapMode, Ui, Vec2, WidgetInfo, WidgetText, pos2, vec2,
};

use super::PanelRequest;
use crate::{
    locale::Catalog,
    model::StepKind,
    text::Face,
    ui::{
        icons::Icon,
        symbol::{found_symbols, paint_symbol},
        theme::{self, BODY, CONTROL, RADIUS, Tokens},
        tip::WithTip as _,
        widgets::{caption, focus_ring, icon_button, text_field},
    },
};

const COLUMNS: usize = 4;
/// The least a cell of the grid takes.
const CELL: Vec2 = vec2(42.0, 38.0);
/// The height of a row of the list.
const ROW: f32 = 26.0;
/// How large a symbol is drawn in the grid, and how much of that in the list.
const SYMBOL: Vec2 = vec2(30.0, 20.0);
const IN_LIST: f32 = 0.8;

/// What the palette of one document remembers.
#[derive(Default)]
pub struct PalettePanel {
    sought: String,
}

/// How the palette is seen now.
#[derive(Clone, Copy)]
pub struct PaletteView {
    /// The symbol that the next press on the canvas puts there.
    pub armed: Option<StepKind>,
    /// Whether it is a list with names, or else a grid.
    pub is_list: bool,
    /// The most height of the symbols below their heading and field.
    pub most_height: f32,
}

/// Shows the symbols.
///
/// A click asks for [`PanelRequest::Arm`], a double click, or Enter after words that find it first, for
/// [`PanelRequest::Add`]; a drag carries the kind as egui's drag-and-drop payload, of the type [`StepKind`], for the
/// canvas to take.
pub fn palette_ui(
    ui: &mut Ui,
    catalog: &Catalog,
    palette: &mut PalettePanel,
    view: PaletteView,
) -> Vec<PanelRequest> {
    let mut out: Vec<PanelRequest> = title_ui(ui, catalog, view).into_iter().collect();
    let size = vec2(ui.available_width(), CONTROL);
    let field = text_field(ui, &mut palette.sought, &catalog.text("panel-find-symbol"), size);
    ui.add_space(4.0);
    let found = found_symbols(catalog, &StepKind::PALETTE, &palette.sought);
    let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if is_entered && !palette.sought.is_empty() {
        out.extend(found.first().map(|(kind, _)| PanelRequest::Add(*kind)));
        palette.sought.clear();
    }
    if found.is_empty() {
        ui.label(caption(ui, catalog.text("panel-no-symbol-found")));
    }
    let symbols: Vec<Symbol<'_>> =
        found.iter().map(|(kind, name)| Symbol::new(*kind, name, view.armed)).collect();
    let scroll = ScrollArea::vertical().id_salt("palette").max_height(view.most_height);
    let scroll = scroll.min_scrolled_height(0.0).auto_shrink([false, true]);
    scroll.show(ui, |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        if view.is_list {
            out.extend(symbols.iter().filter_map(|symbol| symbol.row_ui(ui)));
        } else {
            out.extend(grid_ui(ui, &symbols));
        }
    });
    carried_ui(ui);
    out
}

/// What the symbols are, and the switch from list to grid and back.
fn title_ui(ui: &mut Ui, catalog: &Catalog, view: PaletteView) -> Option<PanelRequest> {
    let (icon, key) =
        if view.is_list { (Icon::Grid, "panel-symbols-grid") } else { (Icon::List, "panel-symbols-list") };
    ui.horizontal(|ui| {
        ui.label(caption(ui, catalog.text("panel-symbols")));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = catalog.text(key);
            let response = icon_button(ui, icon, &name, true).with_tip(name);
            response.clicked().then_some(PanelRequest::ListSymbols(!view.is_list))
        })
        .inner
    })
    .inner
}

fn grid_ui(ui: &mut Ui, symbols: &[Symbol<'_>]) -> Vec<PanelRequest> {
    // Wider panels give each cell more room; the symbols keep their size.
    let pitch = vec2((ui.available_width() / COLUMNS as f32).max(CELL.x), CELL.y + 2.0);
    let mut out = Vec::new();
    for row in symbols.chunks(COLUMNS) {
        ui.horizontal(|ui| out.extend(row.iter().filter_map(|symbol| symbol.cell_ui(ui, pitch))));
    }
    out
}

/// A symbol among the others.
struct Symbol<'a> {
    kind: StepKind,
    name: &'a str,
    is_armed: bool,
}

impl<'a> Symbol<'a> {
    fn new(kind: StepKind, name: &'a str, armed: Option<StepKind>) -> Self {
        Self { kind, name, is_armed: armed.is_some_and(|armed| armed.name() == kind.name()) }
    }

    /// A row of the list.
    fn row_ui(&self, ui: &mut Ui) -> Option<PanelRequest> {
        let size = vec2(ui.available_width(), ROW);
        let (row, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
        let middle = pos2(row.left() + SYMBOL.x / 2.0 + 4.0, row.center().y);
        self.paint(ui, row, Rect::from_center_size(middle, IN_LIST * SYMBOL), &response);
        let left = row.left() + SYMBOL.x + 14.0;
        let font = FontSelection::from(theme::font(Face::Regular, BODY));
        let text = WidgetText::from(self.name);
        let text = text.into_galley(ui, Some(TextWrapMode::Truncate), row.right() - left, font);
        let is_cut = text.elided;
        let at = pos2(left, row.center().y - text.size().y / 2.0);
        ui.painter().galley(at, text, Tokens::of(ui).text);
        self.asked(ui, &if is_cut { response.with_tip(self.name) } else { response })
    }

    /// A cell of the grid, which takes `pitch`.
    fn cell_ui(&self, ui: &mut Ui, pitch: Vec2) -> Option<PanelRequest> {
        let (place, response) = ui.allocate_exact_size(pitch, Sense::click_and_drag());
        let cell = Rect::from_center_size(place.center(), CELL);
        self.paint(ui, cell, Rect::from_center_size(cell.center(), SYMBOL), &response);
        self.asked(ui, &response.with_tip(self.name))
    }

    /// Draws the symbol into `symbol`, on a `ground` that says what becomes of it.
    fn paint(&self, ui: &Ui, ground: Rect, symbol: Rect, response: &Response) {
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, self.is_armed, self.name));
        let tokens = Tokens::of(ui);
        if self.is_armed {
            let edge = Stroke::new(1.0, tokens.accent);
            ui.painter().rect(ground, RADIUS, tokens.selected, edge, StrokeKind::Inside);
        } else if response.hovered() || response.dragged() {
            ui.painter().rect_filled(ground, RADIUS, tokens.hover);
        }
        if response.has_focus() {
            focus_ring(ui, ground);
        }
        paint_symbol(ui.painter(), self.kind, symbol, tokens.text, tokens.panel);
    }

    fn asked(&self, ui: &Ui, response: &Response) -> Option<PanelRequest> {
        if response.drag_started() {
            DragAndDrop::set_payload(ui.ctx(), self.kind);
        }
        if response.double_clicked() {
            return Some(PanelRequest::Add(self.kind));
        }
        response.clicked().then_some(PanelRequest::Arm(self.kind))
    }
}

/// Draws the symbol that is being carried at the pointer.
fn carried_ui(ui: &Ui) {
    let Some(kind) = DragAndDrop::payload::<StepKind>(ui.ctx()) else { return };
    let Some(pointer) = ui.input(|input| input.pointer.latest_pos()) else { return };
    let layer = eframe::egui::LayerId::new(eframe::egui::Order::Tooltip, ui.scope_id().with("carried"));
    let painter = ui.ctx().layer_painter(layer);
    let place = Rect::from_center_size(pointer, 1.6 * SYMBOL);
    let color = Tokens::of(ui).accent;
    painter.rect_filled(place.expand(8.0), RADIUS, Tokens::of(ui).surface.gamma_multiply(0.7));
    paint_symbol(&painter, *kind, place, color, Tokens::of(ui).surface);
}
