//! The field in which a text of the page is written where it stands.
//!
//! A real text field, so that input methods, the clipboard and screen readers work. Owns which keys end it.

use std::sync::Arc;

use eframe::egui::{
    self, EventFilter, Frame, Galley, Id, Key, KeyboardShortcut, Margin, Modifiers, Stroke, TextBuffer,
    TextEdit, Theme, Ui, UiBuilder, Vec2,
    text::{CCursor, CCursorRange, LayoutJob, TextFormat},
    text_edit::TextEditState,
    vec2,
};

use super::text_place::TextPlace;
use crate::{
    edit::TextOf,
    ui::theme::{self, Tokens},
};

/// Keys that would take the focus away go to the field, which knows what they end.
const KEPT: EventFilter =
    EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };

/// Between the frame of a field and its text.
const PADDING: f32 = 6.0;
/// How much wider than on the page a text may be to have its lines, as parts of its width.
const SLACK: [f32; 6] = [0.02, 0.04, 0.06, 0.09, 0.12, 0.16];

/// A text that is being written.
#[derive(Clone, Debug)]
pub struct TextField {
    of: TextOf,
    text: String,
    /// Whether the field was not shown yet.
    is_new: bool,
    /// Whether what is there was typed already, and not only found.
    is_typed: bool,
}

/// What was done in the field.
#[derive(Clone, Copy, Debug)]
pub struct FieldUse {
    /// Whether something else is written there now.
    pub is_changed: bool,
    /// How the field was left, if it was.
    pub ended: Option<TextEnd>,
    /// Where the field is.
    pub rect: egui::Rect,
}

/// How a text is ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextEnd {
    /// It is as it shall be.
    Done,
    /// The same, and the next one follows.
    Next,
}

impl TextField {
    /// The field of `of`, which says `text`; `typed` takes its place.
    pub fn new(of: TextOf, text: String, typed: Option<String>) -> Self {
        let is_typed = typed.is_some();
        Self { of, text: typed.unwrap_or(text), is_new: true, is_typed }
    }

    /// Which text it is.
    pub const fn of(&self) -> &TextOf {
        &self.of
    }

    /// What it says.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Shows the field, called `name`, at its place; gives back what was done.
    pub fn ui(&mut self, ui: &mut Ui, place: &TextPlace, name: &str) -> FieldUse {
        let id = Id::unique("canvas-text-field");
        if self.is_new {
            self.begin(ui, id);
        }
        let ended = if ui.memory(|memory| memory.has_focus(id)) { ending(ui) } else { None };
        let rect = Self::ground(ui, place, laid_out(ui, place, &self.text).size());
        let mut layouter = |ui: &Ui, text: &dyn TextBuffer, _: f32| laid_out(ui, place, text.as_str());
        let inner = if place.framed { rect.shrink2(vec2(PADDING, 0.0)) } else { rect };
        let edit = TextEdit::multiline(&mut self.text)
            .id(id)
            .layouter(&mut layouter)
            .frame(Frame::NONE)
            .margin(Margin::ZERO)
            .align(place.align)
            .desired_rows(1)
            .desired_width(inner.width())
            .min_size(inner.size())
            .event_filter(KEPT)
            .return_key(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter));
        let response = ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
            // No higher than the text asks for: a field of the window's usual height would not be in the middle.
            ui.spacing_mut().interact_size.y = 0.0;
            // The paper is white in both looks.
            ui.visuals_mut().text_cursor.stroke = Stroke::new(1.5, paper_tokens().accent);
            ui.visuals_mut().selection.bg_fill = paper_tokens().selected;
            ui.visuals_mut().selection.stroke = Stroke::new(1.0, paper_tokens().text);
            ui.add(edit)
        });
        let response = response.inner;
        ui.ctx().accesskit_node_builder(id, |node| node.set_label(name));
        let is_first = std::mem::take(&mut self.is_new);
        let is_gone = !is_first && !response.has_focus();
        FieldUse {
            is_changed: response.changed() || (is_first && self.is_typed),
            ended: ended.or(is_gone.then_some(TextEnd::Done)),
            rect: rect.union(response.rect),
        }
    }

    /// Takes the keyboard; all is selected, or the cursor is behind what was typed.
    fn begin(&self, ui: &Ui, id: Id) {
        let mut state = TextEditState::default();
        let end = CCursor::new(self.text.chars().count());
        let start = if self.is_typed { end } else { CCursor::new(0) };
        state.cursor.set_char_range(Some(CCursorRange::two(start, end)));
        state.store(ui.ctx(), id);
        ui.memory_mut(|memory| memory.request_focus(id));
    }

    /// Draws what the text stands on and gives back its place, which has room for a text of the size `text`.
    fn ground(ui: &Ui, place: &TextPlace, text: Vec2) -> egui::Rect {
        let tokens = paper_tokens();
        let padding = if place.framed { vec2(2.0 * PADDING, 4.0) } else { Vec2::ZERO };
        let rect = place.align.align_size_within_rect(place.rect.size().max(text + padding), place.rect);
        if let Some((rect, color)) = place.cover {
            ui.painter().rect_filled(rect, 0, color);
        }
        if place.framed {
            let edge = Stroke::new(2.0, tokens.accent);
            ui.painter().rect(rect.expand(2.0), theme::RADIUS, theme::PAPER, edge, egui::StrokeKind::Outside);
        }
        rect
    }
}

/// The text in the letters of the page, in as many lines as it has there: letters of another size are not exactly as
/// wide, so that a line may need a little more.
fn laid_out(ui: &Ui, place: &TextPlace, text: &str) -> Arc<Galley> {
    let broken_at = |wrap: f32| {
        let mut job =
            LayoutJob { halign: place.align.x(), keep_trailing_whitespace: true, ..LayoutJob::default() };
        job.wrap.max_width = wrap;
        let format = TextFormat {
            font_id: place.font.clone(),
            color: place.ink,
            line_height: Some(place.line_height),
            ..TextFormat::default()
        };
        job.append(text, 0.0, format);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let first = broken_at(place.wrap);
    let fits = |galley: &Arc<Galley>| place.lines.is_none_or(|lines| galley.rows.len() <= lines);
    if fits(&first) {
        return first;
    }
    SLACK.into_iter().map(|part| broken_at(place.wrap * (1.0 + part))).find(fits).unwrap_or(first)
}

const fn paper_tokens() -> &'static Tokens {
    Tokens::in_theme(Theme::Light)
}

/// The key that ends the field, taken before the field sees it.
fn ending(ui: &Ui) -> Option<TextEnd> {
    ui.input_mut(|input| {
        let mut took = |key| input.consume_key(Modifiers::NONE, key);
        if took(Key::Tab) {
            Some(TextEnd::Next)
        } else if took(Key::Escape)
            || (input.modifiers.is_none() && input.consume_key(Modifiers::NONE, Key::Enter))
        {
            Some(TextEnd::Done)
        } else {
            None
        }
    })
}
