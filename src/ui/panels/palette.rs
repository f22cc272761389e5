//! The symbols that can be put on the page.

use eframe::egui::{DragAndDrop, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::PanelRequest;
use crate::{
    locale::Catalog,
    model::StepKind,
    scene::kind_name,
    ui::{
        symbol::paint_symbol,
        theme::{RADIUS, Tokens},
        tip::WithTip as _,
        widgets::{caption, focus_ring},
    },
};

const COLUMNS: usize = 4;
/// The least a cell takes.
const CELL: eframe::egui::Vec2 = vec2(42.0, 38.0);
/// How large a symbol is drawn.
const SYMBOL: eframe::egui::Vec2 = vec2(30.0, 20.0);

/// Shows the symbols.
///
/// A click asks for [`PanelRequest::Arm`], a double click for [`PanelRequest::Add`]; a drag carries the kind as egui's
/// drag-and-drop payload, of the type [`StepKind`], for the canvas to take.
pub fn palette_ui(ui: &mut Ui, catalog: &Catalog, armed: Option<StepKind>) -> Vec<PanelRequest> {
    let mut out = Vec::new();
    ui.label(caption(ui, catalog.text("panel-symbols")));
    ui.add_space(2.0);
    // Wider panels give each cell more room; the symbols keep their size.
    let pitch = vec2((ui.available_width() / COLUMNS as f32).max(CELL.x), CELL.y + 2.0);
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let rows = StepKind::PALETTE.chunks(COLUMNS);
    for row in rows {
        ui.horizontal(|ui| {
            for kind in row {
                let is_armed = armed.is_some_and(|armed| armed.name() == kind.name());
                let response = cell_ui(ui, *kind, pitch, &kind_name(catalog, *kind), is_armed);
                if response.double_clicked() {
                    out.push(PanelRequest::Add(*kind));
                } else if response.clicked() {
                    out.push(PanelRequest::Arm(*kind));
                }
                if response.drag_started() {
                    DragAndDrop::set_payload(ui.ctx(), *kind);
                }
            }
        });
    }
    carried_ui(ui);
    out
}

fn cell_ui(ui: &mut Ui, kind: StepKind, pitch: eframe::egui::Vec2, name: &str, is_armed: bool) -> Response {
    let (place, response) = ui.allocate_exact_size(pitch, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_armed, name));
    let tokens = Tokens::of(ui);
    let cell = Rect::from_center_size(place.center(), CELL);
    if is_armed {
        ui.painter().rect(cell, RADIUS, tokens.selected, Stroke::new(1.0, tokens.accent), StrokeKind::Inside);
    } else if response.hovered() || response.dragged() {
        ui.painter().rect_filled(cell, RADIUS, tokens.hover);
    }
    if response.has_focus() {
        focus_ring(ui, cell);
    }
    paint_symbol(
        ui.painter(),
        kind,
        Rect::from_center_size(cell.center(), SYMBOL),
        tokens.text,
        tokens.panel,
    );
    response.with_tip(name)
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
