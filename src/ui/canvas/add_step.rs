//! The list from which the symbol of a new step is chosen.

use eframe::egui::{
    self, Area, Frame, Id, Key, Modifiers, Order, Pos2, Rect, Response, Role, ScrollArea, Sense, Ui,
    WidgetInfo, vec2,
};

use crate::{
    geom::Point,
    locale::Catalog,
    model::{StepId, StepKind},
    text::Face,
    ui::{
        symbol::{found_symbols, paint_symbol},
        theme::{self, Tokens},
        widgets::{focus_ring, text_field, typed_text},
    },
};

const WIDTH: f32 = 240.0;
const ROW: f32 = 30.0;
/// The width of the column of symbols.
const COLUMN: f32 = 52.0;
/// How large a symbol is drawn.
const SYMBOL: egui::Vec2 = vec2(30.0, 20.0);
/// How many rows are seen at once.
const ROWS: f32 = 9.0;
/// The height of the list with all its rows, its field and its frame.
const HEIGHT: f32 = ROW * ROWS + theme::CONTROL + 28.0;

/// A list of symbols that is open.
pub struct AddStep {
    /// The middle of the new step's place.
    pub at: Point,
    /// The step that will lead to it.
    pub from: Option<StepId>,
    filter: String,
    /// The row that Enter chooses.
    row: usize,
    kinds: Vec<StepKind>,
    is_new: bool,
}

/// What was done with the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddAnswer {
    /// A symbol was chosen.
    Add(StepKind),
    /// The list was closed.
    Close,
}

impl AddStep {
    /// A list for a new step at `at`, led to by `from`.
    pub fn new(at: Point, from: Option<StepId>) -> Self {
        let fits = |kind: &StepKind| from.is_none() || *kind != StepKind::Start;
        let kinds: Vec<_> = StepKind::PALETTE.into_iter().filter(fits).collect();
        // Most steps are of this kind.
        let row = kinds.iter().position(|kind| *kind == StepKind::Process).unwrap_or_default();
        Self { at, from, filter: String::new(), row, kinds, is_new: true }
    }
}

/// Shows the list at `pos` inside `within`; gives back what was done and where the list is.
pub fn add_step_ui(
    ui: &Ui,
    catalog: &Catalog,
    list: &mut AddStep,
    pos: Pos2,
    within: Rect,
) -> (Option<AddAnswer>, Rect) {
    let shown = Area::new(Id::unique("add-step"))
        .order(Order::Foreground)
        .fixed_pos(place(pos, within.shrink(4.0)))
        .constrain_to(within.shrink(4.0))
        .show(ui.ctx(), |ui| {
            let frame = Frame::popup(ui.style()).inner_margin(8).corner_radius(theme::CARD_RADIUS);
            frame.show(ui, |ui| list_ui(ui, catalog, list)).inner
        });
    let rect = shown.response.rect;
    let is_outside = ui.input(|i| {
        i.pointer.any_pressed() && i.pointer.interact_pos().is_some_and(|pointer| !rect.contains(pointer))
    });
    let closed = (is_outside && !std::mem::take(&mut list.is_new)).then_some(AddAnswer::Close);
    list.is_new = false;
    (shown.inner.or(closed), rect)
}

/// Where the list begins: at `pos`, or as far up as it takes to show all its rows.
fn place(pos: Pos2, within: Rect) -> Pos2 {
    egui::pos2(pos.x, pos.y.min(within.max.y - HEIGHT).max(within.min.y))
}

fn list_ui(ui: &mut Ui, catalog: &Catalog, list: &mut AddStep) -> Option<AddAnswer> {
    ui.set_width(WIDTH);
    let keys = keys(ui);
    let hint = catalog.text("canvas-find-symbol");
    let field = text_field(ui, &mut list.filter, &hint, vec2(WIDTH, theme::CONTROL));
    if !field.has_focus() {
        list.filter.push_str(&typed_text(ui));
        field.request_focus();
    }
    if field.changed() {
        list.row = 0;
    }
    let rows = found_symbols(catalog, &list.kinds, &list.filter);
    let last = rows.len().saturating_sub(1);
    let row = list.row.saturating_add_signed(keys.by).min(last);
    let mut chosen = rows.get(row).filter(|_| keys.takes).map(|(kind, _)| AddAnswer::Add(*kind));
    if rows.is_empty() {
        ui.label(crate::ui::widgets::caption(ui, catalog.text("canvas-no-symbol")));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().max_height(ROW * ROWS).show(ui, |ui| {
        for (i, (kind, name)) in rows.iter().enumerate() {
            let response = row_ui(ui, *kind, name, i == row);
            if i == row && keys.by != 0 {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                chosen = Some(AddAnswer::Add(*kind));
            }
        }
    });
    list.row = row;
    chosen.or_else(|| keys.closes.then_some(AddAnswer::Close))
}

/// What the keys ask of the list.
struct Keys {
    by: isize,
    takes: bool,
    closes: bool,
}

/// The list's keys, taken before its field sees them.
fn keys(ui: &Ui) -> Keys {
    ui.input_mut(|input| {
        let mut took = |key| input.count_and_consume_key(Modifiers::NONE, key).cast_signed();
        let by = took(Key::ArrowDown) - took(Key::ArrowUp);
        Keys { by, takes: took(Key::Enter) > 0, closes: took(Key::Escape) > 0 }
    })
}

fn row_ui(ui: &mut Ui, kind: StepKind, name: &str, is_chosen: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, name));
    let tokens = Tokens::of(ui);
    let ground = match (is_chosen, response.hovered()) {
        (true, _) => Some(tokens.selected),
        (false, true) => Some(tokens.hover),
        (false, false) => None,
    };
    if let Some(ground) = ground {
        ui.painter().rect_filled(rect, theme::RADIUS, ground);
    }
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    let place = Rect::from_min_size(rect.min, vec2(COLUMN, ROW));
    let symbol = Rect::from_center_size(place.center(), SYMBOL);
    paint_symbol(ui.painter(), kind, symbol, tokens.text, ground.unwrap_or(tokens.surface));
    let at = egui::pos2(place.max.x + 4.0, rect.center().y);
    let font = theme::font(Face::Regular, theme::BODY);
    ui.painter().text(at, egui::Align2::LEFT_CENTER, name, font, tokens.text);
    response
}
