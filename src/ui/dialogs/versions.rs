//! What a file held before: when, how it looked, and what became of it since.

use eframe::egui::{
    Align, Label, Layout, Rect, RichText, Role, ScrollArea, Sense, TextStyle, TextWrapMode, Ui, UiBuilder,
    WidgetInfo, WidgetText, vec2,
};

use super::{frame::dialog_ui, question::button_width};
use crate::{
    locale::Catalog,
    ui::{
        canvas::Picture,
        chrome::dialog_heading,
        theme::{self, CONTROL, RADIUS, Tokens},
        thumbnail::thumbnail_ui,
        widgets::{accent_button, caption, plain_button, strong},
    },
};

const WIDTH: f32 = 860.0;
const HEIGHT: f32 = 430.0;
const LIST: f32 = 270.0;
const GAP: f32 = 18.0;
const ROW: f32 = 52.0;
/// The room for what became of a version, below its picture.
const LINES: f32 = 130.0;

/// A version as it is shown.
pub struct VersionView<'v> {
    /// When it was written.
    pub when: &'v str,
    /// What became of it since, in a few words.
    pub summary: &'v str,
    /// The same, a line a change.
    pub lines: &'v [String],
    /// Its page; `None`: not drawn yet, or not to be.
    pub picture: Option<&'v Picture>,
    /// Whether it can be opened.
    pub is_readable: bool,
}

/// What a person asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionsAnswer {
    /// The chart as the chosen version has it, as an edit.
    Restore,
    /// The chosen version beside the chart.
    Open,
    /// The chart and the chosen version in one picture.
    Compare,
    /// No versions at all.
    Clear,
    /// Nothing.
    Close,
}

/// Shows `versions`, the newest first; `chosen` is the position of one of them.
pub fn versions_ui(
    ui: &Ui,
    catalog: &Catalog,
    versions: &[VersionView<'_>],
    chosen: &mut usize,
) -> Option<VersionsAnswer> {
    let mut answer = None;
    let room = ui.ctx().content_rect().size() - vec2(64.0, 190.0);
    let closed = dialog_ui(ui, "versions", WIDTH.min(room.x), |ui| {
        dialog_heading(ui, &catalog.text("ui-versions-heading"));
        let size = vec2(ui.available_width(), HEIGHT.min(room.y));
        let (area, _) = ui.allocate_exact_size(size, Sense::hover());
        let (list, shown) = area.split_left_right_at_x(area.min.x + LIST);
        ui.scope_builder(UiBuilder::new().max_rect(list), |ui| list_ui(ui, versions, chosen));
        let shown = shown.with_min_x(shown.min.x + GAP);
        ui.scope_builder(UiBuilder::new().max_rect(shown), |ui| match versions.get(*chosen) {
            Some(version) => version_ui(ui, catalog, version),
            None => drop(ui.add(Label::new(catalog.text("ui-versions-none")).wrap())),
        });
        ui.add_space(8.0);
        ui.add(Label::new(caption(ui, catalog.text("ui-versions-kept"))).wrap());
        ui.add_space(10.0);
        answer = buttons_ui(ui, catalog, versions, *chosen);
    });
    answer.or(closed.then_some(VersionsAnswer::Close))
}

fn list_ui(ui: &mut Ui, versions: &[VersionView<'_>], chosen: &mut usize) {
    let tokens = Tokens::of(ui);
    ScrollArea::vertical().id_salt("versions").auto_shrink(false).show_rows(
        ui,
        ROW,
        versions.len(),
        |ui, rows| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (at, version) in versions.iter().enumerate().skip(rows.start).take(rows.len()) {
                let (rect, response) =
                    ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
                let label = format!("{}, {}", version.when, version.summary);
                response
                    .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, at == *chosen, &label));
                if response.clicked() || response.gained_focus() {
                    *chosen = at;
                }
                if at == *chosen || response.hovered() {
                    let ground = if at == *chosen { tokens.selected } else { tokens.hover };
                    ui.painter().rect_filled(rect, RADIUS, ground);
                }
                let inner = rect.shrink2(vec2(10.0, 8.0));
                let line = |text: RichText, style: TextStyle| {
                    WidgetText::from(text).into_galley(ui, Some(TextWrapMode::Truncate), inner.width(), style)
                };
                let when = line(strong(version.when, theme::BODY), TextStyle::Body);
                let summary = line(caption(ui, version.summary), TextStyle::Small);
                let below = inner.left_bottom() - vec2(0.0, summary.size().y);
                ui.painter().galley(inner.min, when, tokens.text);
                ui.painter().galley(below, summary, tokens.muted);
            }
        },
    );
}

fn version_ui(ui: &mut Ui, catalog: &Catalog, version: &VersionView<'_>) {
    let tokens = Tokens::of(ui);
    let area = ui.max_rect();
    let frame = Rect::from_min_max(area.min, area.max - vec2(0.0, LINES + 8.0));
    thumbnail_ui(ui, version.picture, frame);
    let below = Rect::from_min_max(frame.left_bottom() + vec2(0.0, 8.0), area.max);
    ui.scope_builder(UiBuilder::new().max_rect(below), |ui| {
        if !version.is_readable {
            ui.add(Label::new(RichText::new(version.summary).color(tokens.error)).wrap());
            return;
        }
        ui.add(Label::new(strong(catalog.text("ui-versions-since"), theme::BODY)));
        ScrollArea::vertical().id_salt("version-lines").auto_shrink(false).show(ui, |ui| {
            for line in version.lines {
                ui.add(Label::new(line.as_str()).wrap());
            }
        });
    });
}

fn buttons_ui(
    ui: &mut Ui,
    catalog: &Catalog,
    versions: &[VersionView<'_>],
    chosen: usize,
) -> Option<VersionsAnswer> {
    let shown = versions.get(chosen);
    let can_open = shown.is_some_and(|version| version.picture.is_some());
    // What the chart is already need not be brought back.
    let can_restore = can_open && shown.is_some_and(|version| !version.lines.is_empty());
    let mut answer = None;
    let row = vec2(ui.available_width(), CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        // What cannot be done is there all the same, so that nothing moves while a version is being opened.
        let mut button = |ui: &mut Ui, key: &str, is_enabled: bool, is_first: bool, value| {
            let words = catalog.text(key);
            let size = vec2(button_width(ui, &words), CONTROL);
            let shown = |ui: &mut Ui| {
                if is_first { accent_button(ui, &words, size) } else { plain_button(ui, &words, size) }
            };
            let button = ui.add_enabled_ui(is_enabled, shown).inner;
            if is_first && ui.memory(|memory| memory.focused().is_none()) {
                button.request_focus();
            }
            if button.clicked() {
                answer = Some(value);
            }
        };
        button(ui, "ui-close", true, !can_restore, VersionsAnswer::Close);
        if !versions.is_empty() {
            button(ui, "ui-versions-open", can_open, false, VersionsAnswer::Open);
            button(ui, "ui-versions-compare", can_open, false, VersionsAnswer::Compare);
            button(ui, "ui-versions-restore", can_restore, can_restore, VersionsAnswer::Restore);
        }
        if !versions.is_empty() {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                button(ui, "ui-versions-clear", true, false, VersionsAnswer::Clear);
            });
        }
    });
    answer
}
