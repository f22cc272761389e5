//! The field in which a text of the page is written where it stands.
//!
//! A real text field, so that input methods, the clipboard and screen readers work. Owns which keys end it.

use eframe::egui::{
    self, EventFilter, Frame, Id, Key, KeyboardShortcut, Margin, Modifiers, Stroke, TextBuffer, TextEdit,
    Theme, Ui, UiBuilder,
    text::{CCursor, CCursorRange, LayoutJob, TextFormat},
    text_edit::TextEditState,
};

use super::text_place::TextPlace;
use crate::{
    edit::TextOf,
    ui::theme::{self, Tokens},
};

/// Keys that would take the focus away go to the field, which knows what they end.
const KEPT: EventFilter =
    EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextAnswer {
    /// Another letter.
    Changed,
    /// The text is as it shall be.
    Done,
    /// The text is as it shall be, and the next one follows.
    Next,
    /// The text shall be what it was.
    GivenUp,
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

    /// Shows the field, called `name`, at its place; gives back what was done and where the field is.
    pub fn ui(&mut self, ui: &mut Ui, place: &TextPlace, name: &str) -> (Option<TextAnswer>, egui::Rect) {
        let id = Id::unique("canvas-text-field");
        if self.is_new {
            self.begin(ui, id);
        }
        let ended = if ui.memory(|memory| memory.has_focus(id)) { ending(ui) } else { None };
        let rect = Self::ground(ui, place);
        let mut layouter = |ui: &Ui, text: &dyn TextBuffer, _: f32| {
            let mut job =
                LayoutJob { halign: place.align.x(), keep_trailing_whitespace: true, ..LayoutJob::default() };
            job.wrap.max_width = place.wrap;
            let format = TextFormat {
                font_id: place.font.clone(),
                color: place.ink,
                line_height: Some(place.line_height),
                ..TextFormat::default()
            };
            job.append(text.as_str(), 0.0, format);
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let inner = if place.framed { rect.shrink2(egui::vec2(6.0, 0.0)) } else { rect };
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
            // The paper is white in both looks.
            ui.visuals_mut().text_cursor.stroke = Stroke::new(1.5, paper_tokens().accent);
            ui.visuals_mut().selection.bg_fill = paper_tokens().selected;
            ui.visuals_mut().selection.stroke = Stroke::new(1.0, paper_tokens().text);
            ui.add(edit)
        });
        let response = response.inner;
        ui.ctx().accesskit_node_builder(id, |node| node.set_label(name));
        let is_first = std::mem::take(&mut self.is_new);
        let answer = match ended {
            Some(ended) => Some(ended),
            None if response.changed() || (is_first && self.is_typed) => Some(TextAnswer::Changed),
            None if !is_first && !response.has_focus() => Some(TextAnswer::Done),
            None => None,
        };
        (answer, rect.union(response.rect))
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

    fn ground(ui: &Ui, place: &TextPlace) -> egui::Rect {
        let tokens = paper_tokens();
        if let Some((rect, color)) = place.cover {
            ui.painter().rect_filled(rect, 0, color);
        }
        if place.framed {
            let rect = place.rect.expand(2.0);
            let edge = Stroke::new(2.0, tokens.accent);
            ui.painter().rect(rect, theme::RADIUS, theme::PAPER, edge, egui::StrokeKind::Outside);
        }
        place.rect
    }
}

const fn paper_tokens() -> &'static Tokens {
    Tokens::in_theme(Theme::Light)
}

/// The key that ends the field, taken before the field sees it.
fn ending(ui: &Ui) -> Option<TextAnswer> {
    ui.input_mut(|input| {
        let mut took = |key| input.consume_key(Modifiers::NONE, key);
        if took(Key::Escape) {
            Some(TextAnswer::GivenUp)
        } else if took(Key::Tab) {
            Some(TextAnswer::Next)
        } else if input.modifiers.is_none() && input.consume_key(Modifiers::NONE, Key::Enter) {
            Some(TextAnswer::Done)
        } else {
            None
        }
    })
}
