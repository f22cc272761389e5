//! The search for commands and steps.

use eframe::egui::{
    self, Align2, Area, Frame, Id, Key, Label, Modal, Modifiers, Order, Rect, Response, RichText, Role,
    ScrollArea, Sense, TextStyle, TextWrapMode, Ui, WidgetInfo, WidgetText, vec2,
};

use crate::ui::{
    theme::{CARD_RADIUS, CONTROL, RADIUS, Tokens},
    widgets::{caption, text_field},
};

const WIDTH: f32 = 520.0;
const ROW: f32 = 28.0;
/// How many rows are seen at once; half a row says that there are more.
const ROWS: f32 = 12.5;
/// How far the popup is from the window's upper edge.
const TOP: f32 = 72.0;
/// How much of the window's height is left to what is around the rows: the field, and some air.
const AROUND: f32 = TOP + CONTROL + 60.0;
/// How much of a row's width its detail takes at most.
const MOST_DETAIL: f32 = 0.6;

/// Something that was found.
#[derive(Clone, Debug)]
pub struct FindRow {
    /// Its name.
    pub title: String,
    /// What it is or where; of what cannot be taken now, why.
    pub detail: String,
    /// Whether it can be taken now.
    pub is_usable: bool,
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindAnswer {
    /// What was found at this position.
    Take(usize),
    /// Nothing.
    Close,
}

/// What it says.
#[derive(Clone, Copy, Debug)]
pub struct FinderWords<'w> {
    /// In the empty field.
    pub hint: &'w str,
    /// Where nothing was found.
    pub nothing: &'w str,
}

/// Shows the field and what was found by it; `chosen` is the position of the row that Enter takes.
pub fn finder_ui(
    ui: &Ui,
    words: FinderWords<'_>,
    search: &mut String,
    rows: &[FindRow],
    chosen: &mut usize,
) -> Option<FindAnswer> {
    let id = Id::unique("finder");
    let frame = Frame::popup(ui.style()).inner_margin(10).corner_radius(CARD_RADIUS);
    let area = Area::new(id).kind(egui::UiKind::Modal).order(Order::Foreground);
    let area = area.anchor(Align2::CENTER_TOP, vec2(0.0, TOP)).interactable(true);
    let modal = Modal::new(id).area(area).frame(frame).backdrop_color(Tokens::of(ui).veil);
    let shown = modal.show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 60.0));
        let moved = keyed(ui, rows.len(), chosen);
        let before = search.clone();
        let size = vec2(ui.available_width(), CONTROL);
        let field = text_field(ui, search, words.hint, size);
        let entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        if !entered {
            field.request_focus();
        }
        if before != *search {
            *chosen = 0;
        }
        ui.add_space(2.0);
        let clicked = list_ui(ui, words.nothing, rows, *chosen, moved);
        clicked.or_else(|| (entered && rows.get(*chosen).is_some_and(|row| row.is_usable)).then_some(*chosen))
    });
    let closed = shown.should_close();
    shown.inner.map(FindAnswer::Take).or(closed.then_some(FindAnswer::Close))
}

/// The arrow keys move the choice, although the field has the focus; whether they did.
fn keyed(ui: &Ui, count: usize, chosen: &mut usize) -> bool {
    let pressed = |key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::NONE, key));
    let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
    *chosen = (*chosen + down).saturating_sub(up).min(count.saturating_sub(1));
    down + up > 0
}

fn list_ui(ui: &mut Ui, nothing: &str, rows: &[FindRow], chosen: usize, moved: bool) -> Option<usize> {
    if rows.is_empty() {
        ui.add_space(4.0);
        ui.label(caption(ui, nothing));
        return None;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut clicked = None;
    let room = (ui.ctx().content_rect().height() - AROUND).clamp(ROW, ROW * ROWS);
    ScrollArea::vertical().max_height(room).show(ui, |ui| {
        for (at, row) in rows.iter().enumerate() {
            let response = row_ui(ui, row, at == chosen);
            if at == chosen && moved {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                clicked = Some(at);
            }
        }
    });
    clicked
}

fn row_ui(ui: &mut Ui, row: &FindRow, is_chosen: bool) -> Response {
    let tokens = Tokens::of(ui);
    let sense = if row.is_usable { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    let name = format!("{}, {}", row.title, row.detail);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, row.is_usable, is_chosen, &name));
    if is_chosen || response.hovered() {
        let ground = if is_chosen { tokens.selected } else { tokens.hover };
        ui.painter().rect_filled(rect, RADIUS, ground);
    }
    let inner = rect.shrink2(vec2(10.0, 0.0));
    let detail = caption(ui, &row.detail);
    let detail = WidgetText::from(detail).into_galley(
        ui,
        Some(TextWrapMode::Truncate),
        inner.width() * MOST_DETAIL,
        TextStyle::Small,
    );
    let width = detail.size().x;
    ui.painter().galley(inner.right_center() - vec2(width, detail.size().y / 2.0), detail, tokens.muted);
    let room = Rect::from_min_max(inner.min, inner.max - vec2(width + 12.0, 0.0));
    let mut title = ui.new_child(egui::UiBuilder::new().max_rect(room).layout(*ui.layout()));
    let color = if row.is_usable { tokens.text } else { tokens.muted };
    let name = RichText::new(row.title.as_str()).color(color);
    title.horizontal_centered(|ui| ui.add(Label::new(name).truncate().selectable(false)));
    if row.is_usable { response } else { response.on_hover_text(row.detail.as_str()) }
}
