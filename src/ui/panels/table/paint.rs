//! Lines of text in cells.

use eframe::egui::{Color32, FontId, FontSelection, Rect, TextWrapMode, Ui, WidgetText, pos2};

/// Paints `text` at the left of `rect`, halfway down, cut off where it is too long; whether it was.
pub(super) fn line(ui: &Ui, rect: Rect, text: &str, font: FontId, color: Color32) -> bool {
    if text.is_empty() {
        return false;
    }
    let text = WidgetText::from(text);
    let galley = text.into_galley(ui, Some(TextWrapMode::Truncate), rect.width(), FontSelection::from(font));
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    let is_cut = galley.elided;
    ui.painter().galley(at, galley, color);
    is_cut
}
