//! The differences in words, of which one is chosen.

use eframe::egui::{
    EventFilter, FocusDirection, Id, Key, Painter, Pos2, Rect, Role, ScrollArea, Sense, Stroke, Ui,
    UiBuilder, WidgetInfo, pos2, text::LayoutJob, vec2,
};

use super::state::{CompareContent, CompareLine, CompareState};
use crate::{
    revise::{RevisionKind, mark_color},
    text::Face,
    ui::{
        theme::{self, RADIUS, Tokens, screen_color},
        widgets::focus_ring,
    },
};

const ROW: f32 = 44.0;
/// The room of the summary above the list.
const SUMMARY: f32 = 34.0;
/// The room of a sign before its line.
const SIGN: f32 = 30.0;

/// Shows the differences in `area`, and above them how many there are; a click or an arrow key chooses one. `name` is
/// what the list is called.
pub(super) fn list_ui(
    ui: &mut Ui,
    area: Rect,
    name: &str,
    content: &CompareContent<'_>,
    state: &mut CompareState,
) {
    let CompareContent { summary, lines, .. } = *content;
    let (above, area) = area.split_top_bottom_at_y(area.min.y + SUMMARY);
    let response = ui.interact(above, Id::unique("compare-summary"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, summary));
    text(ui, summary, (Face::Regular, theme::CAPTION), above.shrink2(vec2(4.0, 0.0)));
    response.on_hover_text(summary);
    let id = Id::unique("compare-list");
    let response = ui.interact(area, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, name));
    if !std::mem::replace(&mut state.has_begun, true) && !lines.is_empty() {
        response.request_focus();
    }
    ui.painter().rect_filled(area, RADIUS, Tokens::of(ui).panel);
    if response.has_focus() {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        if let Some((at, line)) = keyed(ui, lines, state.chosen) {
            state.choose(at, line);
            // The filter counts from the second frame on; in the first one the arrow would lead away from the list, too.
            ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        }
    }
    ui.scope_builder(UiBuilder::new().max_rect(area.shrink(4.0)), |ui| rows_ui(ui, id, lines, state));
    if response.has_focus() {
        focus_ring(ui, area);
    }
}

/// The line that the keys lead to.
fn keyed<'l>(ui: &Ui, lines: &'l [CompareLine], chosen: Option<usize>) -> Option<(usize, &'l CompareLine)> {
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let mut choices = lines.iter().enumerate().filter(|(_, line)| line.kind.is_some());
    if pressed(Key::ArrowDown) {
        choices.find(|(at, _)| chosen.is_none_or(|chosen| *at > chosen))
    } else if pressed(Key::ArrowUp) {
        choices.rfind(|(at, _)| chosen.is_some_and(|chosen| *at < chosen))
    } else if pressed(Key::Home) {
        choices.next()
    } else if pressed(Key::End) {
        choices.next_back()
    } else {
        None
    }
}

fn rows_ui(ui: &mut Ui, list: Id, lines: &[CompareLine], state: &mut CompareState) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut scroll = ScrollArea::vertical().id_salt("compare-lines").auto_shrink(false);
    if let Some(chosen) = state.chosen.filter(|_| std::mem::take(&mut state.scrolls)) {
        // The line in the middle of the list.
        let middle = ROW * (chosen as f32 + 0.5) - ui.max_rect().height() / 2.0;
        scroll = scroll.vertical_scroll_offset(middle.max(0.0));
    }
    scroll.show_rows(ui, ROW, lines.len(), |ui, rows| {
        for (at, line) in lines.iter().enumerate().skip(rows.start).take(rows.len()) {
            if row_ui(ui, line, state.chosen == Some(at)) {
                state.choose(at, line);
                // What was clicked is in sight.
                state.scrolls = false;
                ui.memory_mut(|memory| memory.request_focus(list));
            }
        }
    });
}

/// Shows a line; whether it was clicked.
fn row_ui(ui: &mut Ui, line: &CompareLine, is_chosen: bool) -> bool {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    let Some(kind) = line.kind else {
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &line.words));
        text(ui, &line.words, (Face::SemiBold, theme::BODY), rect.shrink2(vec2(8.0, 4.0)));
        return false;
    };
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &line.words));
    if is_chosen || response.hovered() {
        let ground = if is_chosen { tokens.selected } else { tokens.hover };
        ui.painter().rect_filled(rect, RADIUS, ground);
    }
    sign(ui.painter(), kind, pos2(rect.min.x + SIGN / 2.0, rect.center().y));
    text(
        ui,
        &line.words,
        (Face::Regular, theme::BODY),
        rect.with_min_x(rect.min.x + SIGN).shrink2(vec2(0.0, 4.0)),
    );
    response.on_hover_text(&line.words).clicked()
}

/// A text in at most two lines.
fn text(ui: &Ui, words: &str, font: (Face, f32), area: Rect) {
    let font = theme::font(font.0, font.1);
    let mut job = LayoutJob::simple(words.to_owned(), font, Tokens::of(ui).text, area.width());
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let at = pos2(area.min.x, area.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, Tokens::of(ui).text);
}

/// The sign that the picture has beside what is marked.
fn sign(painter: &Painter, kind: RevisionKind, at: Pos2) {
    painter.circle_filled(at, 7.0, screen_color(mark_color(kind)));
    let strokes: &[[(f32, f32); 2]] = match kind {
        RevisionKind::Added => &[[(-3.5, 0.0), (3.5, 0.0)], [(0.0, -3.5), (0.0, 3.5)]],
        RevisionKind::Removed => &[[(-3.5, 0.0), (3.5, 0.0)]],
        RevisionKind::Changed => {
            &[[(-3.5, -1.5), (3.5, -1.5)], [(-3.5, 1.5), (3.5, 1.5)], [(-2.0, 4.0), (2.0, -4.0)]]
        }
        RevisionKind::Moved => {
            &[[(-3.5, 0.0), (3.5, 0.0)], [(0.5, -3.0), (3.5, 0.0)], [(0.5, 3.0), (3.5, 0.0)]]
        }
    };
    for ends in strokes {
        let ends = ends.map(|(x, y)| at + vec2(x, y));
        painter.line_segment(ends, Stroke::new(1.5, theme::PAPER));
    }
}
