//! The field in which a cell is written.

use eframe::egui::{
    EventFilter, Frame, Key, KeyboardShortcut, Margin, Modifiers, Rect, Stroke, StrokeKind, TextEdit, Ui,
    UiBuilder, pos2, vec2,
};

use super::{grid::ROW, keys::field_id, listing::OpenPlace, paint, picker::put_cursor_behind};
use crate::{
    locale::Catalog,
    model::{ConnectorId, Step, StepId},
    text::Face,
    ui::{
        panels::field_error::FieldError,
        theme::{self, BODY, CAPTION, Tokens},
    },
};

const KEPT: EventFilter =
    EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
/// What breaks a line in a cell.
const LINE_BREAK: KeyboardShortcut = KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter);

/// Above the text of a field that is as high as its row.
const ABOVE: f32 = 4.0;

/// What a cell is written into.
pub(super) enum CellTarget {
    /// A step, as it was before.
    Step(Box<Step>),
    /// A step that comes into being with its first letter, and the connector that leads to it.
    New(StepId, ConnectorId),
}

/// A cell that is being written.
pub(super) struct Writing {
    pub(super) target: CellTarget,
    pub(super) text: String,
    /// Why what is written cannot be taken, in words.
    pub(super) problem: Option<FieldError>,
    /// Whether the document shows what is written.
    pub(super) is_previewed: bool,
    is_new: bool,
    /// Whether what is there was typed and is still to be shown.
    is_typed: bool,
}

/// How a cell was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// So many rows down.
    Down,
    /// To the next cell, or the one before.
    Next { is_back: bool },
    /// Something else has the keyboard now.
    Gone,
    /// Nowhere: the cursor stays.
    Stays,
}

impl Writing {
    /// A cell that says `text`; `typed` takes its place.
    pub(super) fn new(target: CellTarget, text: String, typed: Option<String>) -> Self {
        let is_typed = typed.is_some();
        let text = typed.unwrap_or(text);
        Self { target, text, problem: None, is_previewed: false, is_new: true, is_typed }
    }

    /// Adds what was typed before the field was there.
    pub(super) fn type_more(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Shows the field, called `name`, over its cell inside of `sight`; whether something else is written there now,
    /// and how it was left.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        place: OpenPlace,
        name: &str,
        catalog: &Catalog,
    ) -> (bool, Option<Left>) {
        let OpenPlace { cell, sight } = place;
        if self.is_new {
            put_cursor_behind(ui, &self.text);
        }
        let left = if ui.memory(|memory| memory.has_focus(field_id())) { leaving(ui) } else { None };
        let tokens = Tokens::of(ui);
        let width = cell.width().max(96.0).min(sight.width());
        let font = theme::font(Face::Regular, BODY);
        let height = self.height(ui, width - 16.0).min(sight.height());
        // In sight, whatever was moved meanwhile.
        let at = pos2(
            cell.left().min(sight.right() - width).max(sight.left()),
            cell.top().min(sight.bottom() - height).max(sight.top()),
        );
        let rect = Rect::from_min_size(at, vec2(width, height));
        let color = if self.problem.is_some() { tokens.error } else { tokens.accent };
        ui.painter().rect(rect, 2, tokens.surface, Stroke::new(2.0, color), StrokeKind::Inside);
        let inner = rect.shrink2(vec2(8.0, ABOVE));
        let edit = TextEdit::multiline(&mut self.text)
            .id(field_id())
            .font(font)
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .desired_rows(1)
            .desired_width(inner.width())
            .event_filter(KEPT)
            .return_key(LINE_BREAK);
        let response = ui
            .scope_builder(UiBuilder::new().max_rect(inner), |ui| {
                ui.spacing_mut().interact_size.y = 0.0;
                ui.add(edit)
            })
            .inner;
        ui.ctx().accesskit_node_builder(field_id(), |node| node.set_label(name));
        if let Some(problem) = self.problem {
            problem_ui(ui, &problem.say(catalog), rect, sight);
        }
        let is_first = std::mem::take(&mut self.is_new);
        let is_changed = response.changed() || (is_first && std::mem::take(&mut self.is_typed));
        let is_gone = !is_first && !response.has_focus();
        (is_changed, left.or(is_gone.then_some(Left::Gone)))
    }

    fn height(&self, ui: &Ui, width: f32) -> f32 {
        let font = theme::font(Face::Regular, BODY);
        let color = Tokens::of(ui).text;
        let galley = ui.fonts_mut(|fonts| fonts.layout(self.text.clone(), font, color, width));
        (galley.size().y + 2.0 * ABOVE).max(ROW)
    }
}

/// What is wrong, below the field or above it.
fn problem_ui(ui: &Ui, problem: &str, field: Rect, sight: Rect) {
    let tokens = Tokens::of(ui);
    let font = theme::font(Face::Regular, CAPTION);
    let text = ui.painter().layout_no_wrap(problem.to_owned(), font.clone(), tokens.error);
    let size = text.size() + vec2(16.0, 8.0);
    let is_below = field.bottom() + size.y <= sight.bottom();
    let top = if is_below { field.bottom() } else { field.top() - size.y };
    let left = field.left().min(sight.right() - size.x).max(sight.left());
    let rect = Rect::from_min_size(pos2(left, top), size);
    ui.painter().rect_filled(rect, theme::RADIUS, tokens.error_ground);
    paint::line(ui, rect.shrink2(vec2(8.0, 0.0)), problem, font, tokens.error);
}

/// The key that leaves the cell, taken before the field sees it.
fn leaving(ui: &Ui) -> Option<Left> {
    ui.input_mut(|input| {
        let is_plain = !input.modifiers.shift;
        if input.consume_key(Modifiers::NONE, Key::Escape) {
            Some(Left::Stays)
        } else if input.consume_key(Modifiers::SHIFT, Key::Tab) {
            Some(Left::Next { is_back: true })
        } else if input.consume_key(Modifiers::NONE, Key::Tab) {
            Some(Left::Next { is_back: false })
        } else if is_plain && input.consume_key(Modifiers::NONE, Key::Enter) {
            Some(Left::Down)
        } else {
            None
        }
    })
}
