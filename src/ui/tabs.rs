//! The tabs of the open documents.
//!
//! Shows what it is given and says what was asked for; which documents there are is the application's business.

use eframe::egui::{
    self, Align, Color32, CornerRadius, Galley, Id, Layout, PointerButton, Rect, Response, Role, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, scroll_area::ScrollBarVisibility, vec2,
};
use std::sync::Arc;

use super::{
    icons::{Icon, paint_icon},
    theme::{self, CONTROL, RADIUS, TABS, Tokens},
    tip::WithTip as _,
    widgets::{focus_ring, icon_button},
};
use crate::text::Face;

/// The most that a title takes.
const WIDEST: f32 = 220.0;
/// The square of the cross that closes.
const CROSS: f32 = 20.0;

/// An open document.
pub struct Tab {
    /// What it is called.
    pub title: String,
    /// Where it is kept, in full.
    pub tooltip: String,
    /// Whether it has changes that no file holds.
    pub is_unsaved: bool,
}

/// What the tabs are called for those who do not see them.
pub struct TabWords {
    /// The cross.
    pub close: String,
    /// The dot.
    pub unsaved: String,
    /// The plus.
    pub start: String,
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabAnswer {
    /// To show the document at this position.
    Show(usize),
    /// To close it.
    Close(usize),
    /// To move a document from one position to another.
    Move(usize, usize),
    /// To show the start page.
    Start,
}

/// Shows the tabs and the way to the start page, which is shown where there is no `current`.
pub fn document_tabs_ui(
    ui: &mut Ui,
    tabs: &[Tab],
    current: Option<usize>,
    words: &TabWords,
) -> Option<TabAnswer> {
    let mut answer = None;
    ui.with_layout(Layout::left_to_right(Align::Max), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let room = ui.available_width() - CONTROL - 8.0;
        let area = ScrollArea::horizontal()
            .id_salt("documents")
            .max_width(room)
            .scroll_bar_visibility(ScrollBarVisibility::AlwaysHidden);
        area.show(ui, |ui| {
            ui.with_layout(Layout::left_to_right(Align::Max), |ui| {
                answer = row_ui(ui, tabs, current, words);
            });
        });
        ui.allocate_ui_with_layout(Vec2::splat(CONTROL), Layout::left_to_right(Align::Center), |ui| {
            let plus = icon_button(ui, Icon::Plus, &words.start, true).with_tip(&words.start);
            if current.is_none() {
                ui.painter().rect_stroke(
                    plus.rect,
                    RADIUS,
                    Stroke::new(1.0, Tokens::of(ui).border),
                    StrokeKind::Inside,
                );
            }
            if plus.clicked() {
                answer = Some(TabAnswer::Start);
            }
        });
    });
    answer
}

fn row_ui(ui: &mut Ui, tabs: &[Tab], current: Option<usize>, words: &TabWords) -> Option<TabAnswer> {
    let mut answer = None;
    let (mut places, mut moving) = (Vec::new(), None);
    for (at, tab) in tabs.iter().enumerate() {
        let (response, asked) = tab_ui(ui, tab, current == Some(at), words);
        answer = answer.or(asked.map(|asked| match asked {
            Asked::Show => TabAnswer::Show(at),
            Asked::Close => TabAnswer::Close(at),
        }));
        if response.dragged() || response.drag_stopped() {
            moving = Some((at, response.drag_stopped()));
        }
        places.push(response.rect);
    }
    keep_in_sight(ui, current, &places);
    answer.or(moving.and_then(|(from, is_let_go)| moved_ui(ui, from, is_let_go, &places)))
}

/// Scrolls to the tab that is shown, once after another one became it.
fn keep_in_sight(ui: &Ui, current: Option<usize>, places: &[Rect]) {
    let id = Id::unique("tab-in-sight");
    let now = (current, places.len());
    let before = ui.data(|data| data.get_temp(id));
    if before == Some(now) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, now));
    if let Some(rect) = current.and_then(|at| places.get(at)) {
        ui.scroll_to_rect(*rect, None);
    }
}

/// Shows where a tab that is being dragged will go; when it is let go, where it goes.
fn moved_ui(ui: &Ui, from: usize, is_let_go: bool, places: &[Rect]) -> Option<TabAnswer> {
    let pointer = ui.input(|i| i.pointer.latest_pos())?;
    let others = places.iter().enumerate().filter(|(at, _)| *at != from);
    let to = others.filter(|(_, rect)| rect.center().x < pointer.x).count();
    if to == from {
        return None;
    }
    if is_let_go {
        return Some(TabAnswer::Move(from, to));
    }
    let at = places.get(to)?;
    let x = if to < from { at.min.x - 1.0 } else { at.max.x + 1.0 };
    ui.painter().vline(x, at.y_range(), Stroke::new(2.0, Tokens::of(ui).accent));
    None
}

/// What was asked of a tab.
enum Asked {
    Show,
    Close,
}

fn tab_ui(ui: &mut Ui, tab: &Tab, is_current: bool, words: &TabWords) -> (Response, Option<Asked>) {
    let tokens = Tokens::of(ui);
    let (face, color) =
        if is_current { (Face::SemiBold, tokens.text) } else { (Face::Regular, tokens.muted) };
    let galley = title_galley(ui, &tab.title, face, color);
    let size = vec2(galley.size().x + 14.0 + 6.0 + CROSS + 6.0, TABS - 2.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let name = if tab.is_unsaved { format!("{}, {}", tab.title, words.unsaved) } else { tab.title.clone() };
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_current, &name));
    // Above the tab, so that it gets its own clicks.
    let cross =
        Rect::from_center_size(rect.right_center() - vec2(6.0 + CROSS / 2.0, 0.0), Vec2::splat(CROSS));
    let close = ui.interact(cross, response.id.with("close"), Sense::click());
    close.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{}: {}", words.close, tab.title)));
    ground_ui(ui, rect, is_current, &response);
    ui.painter().galley(rect.left_center() + vec2(14.0, -galley.size().y / 2.0), galley, color);
    let is_pointed_at = response.contains_pointer() || close.has_focus();
    if tab.is_unsaved && !is_pointed_at {
        ui.painter().circle_filled(cross.center(), 3.5, color);
    } else if is_current || is_pointed_at {
        cross_ui(ui, cross, &close);
    }
    let is_closed = close.clicked() || response.clicked_by(PointerButton::Middle);
    let close = close.with_tip(words.close.as_str());
    let asked = if is_closed || close.middle_clicked() {
        Some(Asked::Close)
    } else {
        (response.clicked() || response.drag_started()).then_some(Asked::Show)
    };
    (response.with_tip(tab.tooltip.as_str()), asked)
}

fn ground_ui(ui: &Ui, rect: Rect, is_current: bool, response: &Response) {
    let tokens = Tokens::of(ui);
    let corners = CornerRadius { nw: RADIUS, ne: RADIUS, sw: 0, se: 0 };
    if is_current {
        ui.painter().rect(rect, corners, tokens.surface, Stroke::new(1.0, tokens.border), StrokeKind::Inside);
    } else if response.contains_pointer() {
        ui.painter().rect_filled(rect, corners, tokens.hover);
    }
    if response.has_focus() {
        focus_ring(ui, rect.shrink(2.0));
    }
}

fn cross_ui(ui: &Ui, rect: Rect, response: &Response) {
    let tokens = Tokens::of(ui);
    if response.hovered() {
        ui.painter().rect_filled(rect, RADIUS, tokens.hover);
    }
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    paint_icon(ui.painter(), Icon::Cross, rect, tokens.muted);
}

/// The title on one line, cut where it is too long.
fn title_galley(ui: &Ui, title: &str, face: Face, color: Color32) -> Arc<Galley> {
    let format = egui::TextFormat::simple(theme::font(face, theme::BODY), color);
    let mut job = egui::text::LayoutJob::single_section(title.to_owned(), format);
    job.wrap = egui::text::TextWrapping::truncate_at_width(WIDEST);
    ui.painter().layout_job(job)
}
