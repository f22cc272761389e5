//! The list of files that were opened lately.

use std::path::PathBuf;

use eframe::egui::{
    Key, Label, Rect, Response, RichText, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::Choice;
use crate::{
    locale::{Catalog, say_path},
    ui::{
        theme::{RADIUS, Tokens},
        tip::WithTip as _,
        widgets::{caption, focus_ring, strong},
    },
};

const ROW: f32 = 44.0;
/// How far a row's ground reaches out to both sides of its text.
const BLEED: f32 = 8.0;
const CROSS: f32 = 22.0;

/// A file that was opened lately.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentRow {
    /// Where it is.
    pub path: PathBuf,
    /// What it is called.
    pub name: String,
    /// When it was opened and what was in it.
    pub caption: String,
    /// Whether it is still there.
    pub is_there: bool,
}

/// Shows the list, where there is one.
pub(super) fn recent_ui(ui: &mut Ui, catalog: &Catalog, rows: &[RecentRow]) -> Option<Choice> {
    if rows.is_empty() {
        return None;
    }
    ui.add_space(22.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.label(strong(catalog.text("ui-recent"), 12.0).color(Tokens::of(ui).muted));
    ui.add_space(6.0);
    let mut choice = None;
    for row in rows {
        choice = choice.or(row_ui(ui, catalog, row));
    }
    choice
}

fn row_ui(ui: &mut Ui, catalog: &Catalog, row: &RecentRow) -> Option<Choice> {
    let (inner, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let rect = inner.expand2(vec2(BLEED, 0.0));
    let response = ui.interact(rect, ui.scope_id().with(("recent", &row.path)), Sense::click());
    let label = format!("{}, {}", row.name, row.caption);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let at = Rect::from_center_size(rect.right_center() - vec2(16.0, 0.0), vec2(CROSS, CROSS));
    // Above the row, so that it gets its own clicks.
    let cross = ui.interact(at, ui.scope_id().with(("forget", &row.path)), Sense::click());
    let forget = catalog.text_with("ui-forget", &[("file", row.name.as_str().into())]);
    cross.widget_info(|| WidgetInfo::labeled(Role::Button, true, &forget));
    let is_active = response.contains_pointer() || response.has_focus() || cross.has_focus();
    row_paint(ui, row, rect, &response, is_active);
    if is_active {
        cross_paint(ui, at, &cross);
    }
    for one in [&response, &cross] {
        if one.gained_focus() {
            one.scroll_to_me(None);
        }
    }
    let deleted = response.has_focus() && ui.input(|i| i.key_pressed(Key::Delete));
    let forgotten = cross.with_tip(forget).clicked() || deleted;
    let tip = say_path(&row.path);
    let tip = if row.is_there { tip } else { format!("{tip}\n{}", catalog.text("ui-recent-gone")) };
    let opened = response.with_tip(tip).clicked();
    if forgotten {
        return Some(Choice::Forget(row.path.clone()));
    }
    opened.then(|| Choice::Recent(row.path.clone()))
}

fn row_paint(ui: &mut Ui, row: &RecentRow, rect: Rect, response: &Response, is_active: bool) {
    let tokens = Tokens::of(ui);
    if is_active {
        ui.painter().rect_filled(rect, RADIUS, tokens.hover);
    }
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    let mut text = rect.shrink2(vec2(BLEED, 4.0));
    if is_active {
        text.max.x = rect.max.x - 30.0;
    }
    ui.scope_builder(UiBuilder::new().max_rect(text), |ui| {
        let color = if row.is_there { tokens.text } else { tokens.muted };
        ui.add(Label::new(RichText::new(&row.name).color(color)).truncate());
        ui.add(Label::new(caption(ui, &row.caption)).truncate());
    });
}

fn cross_paint(ui: &Ui, rect: Rect, response: &Response) {
    let tokens = Tokens::of(ui);
    if response.hovered() {
        ui.painter().rect_filled(rect, RADIUS, tokens.selected);
    }
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    let (centre, arm) = (rect.center(), 4.0);
    let stroke = Stroke::new(1.5, if response.hovered() { tokens.text } else { tokens.muted });
    for way in [vec2(arm, arm), vec2(arm, -arm)] {
        ui.painter().line_segment([centre - way, centre + way], stroke);
    }
}
