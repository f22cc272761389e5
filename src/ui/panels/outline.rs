//! The steps as a list: by lane, in the order of the flow.

use eframe::egui::{
    FontSelection, Rect, Response, Role, ScrollArea, Sense, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2,
    vec2,
};

use super::{PanelRequest, Shown};
use crate::{
    edit::{EditRequest, Selection},
    locale::{Lang, fold},
    model::{LaneId, PageId, Step, StepId},
    text::Face,
    ui::{
        theme::{self, BODY, CONTROL, RADIUS, Tokens},
        tip::WithTip as _,
        widgets::{caption, focus_ring, text_field},
    },
};

/// The height of a row.
const ROW: f32 = 26.0;

/// What the outline of one document remembers.
#[derive(Default)]
pub struct OutlinePanel {
    filter: String,
    rows: Vec<Row>,
    /// What the rows were made of.
    made_of: Option<(u64, PageId, Lang, String)>,
    /// The step that was brought into sight last.
    followed: Option<StepId>,
}

enum Row {
    Lane(LaneId, String),
    Step(StepId, String),
}

/// Shows the steps; `revision` counts the states of the document, so that the list is made once for each.
pub fn outline_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    outline: &mut OutlinePanel,
    revision: u64,
) -> Vec<PanelRequest> {
    let mut out = Vec::new();
    let catalog = shown.catalog;
    ui.label(caption(ui, catalog.text("panel-outline")));
    ui.add_space(2.0);
    let size = vec2(ui.available_width(), CONTROL);
    text_field(ui, &mut outline.filter, &catalog.text("panel-find-step"), size);
    ui.add_space(4.0);
    outline.refresh(shown, revision);
    if outline.rows.is_empty() {
        ui.label(caption(ui, catalog.text("panel-no-step-found")));
    }
    let selected = shown.selection.only_step();
    let follow = selected.filter(|id| outline.followed.as_ref() != Some(*id));
    let follow = follow.and_then(|id| outline.rows.iter().position(|row| row.is_step(id)));
    outline.followed = selected.cloned();
    ui.spacing_mut().item_spacing.y = 0.0;
    let scroll = ScrollArea::vertical().id_salt("outline").auto_shrink(false);
    scroll.show_rows(ui, ROW, outline.rows.len(), |ui, range| {
        if let Some(row) = follow {
            let below = (row as f32 - range.start as f32) * ROW;
            let at = pos2(ui.max_rect().left(), ui.max_rect().top() + below);
            ui.scroll_to_rect(Rect::from_min_size(at, vec2(1.0, ROW)), None);
        }
        for row in outline.rows.get(range).unwrap_or_default() {
            out.extend(row.show(ui, shown));
        }
    });
    out
}

impl OutlinePanel {
    fn refresh(&mut self, shown: &Shown<'_>, revision: u64) {
        let is_same = self.made_of.as_ref().is_some_and(|(made, page, lang, filter)| {
            *made == revision && *page == shown.page.id && lang == shown.lang && *filter == self.filter
        });
        if !is_same {
            self.made_of = Some((revision, shown.page.id.clone(), shown.lang.clone(), self.filter.clone()));
            self.rows = rows(shown, &self.filter);
        }
    }
}

/// The steps of each lane in the order of the flow; of those whose text holds all words of `filter`.
fn rows(shown: &Shown<'_>, filter: &str) -> Vec<Row> {
    let words: Vec<String> = fold(filter).split_whitespace().map(str::to_owned).collect();
    let page = shown.page;
    let mut by_lane: std::collections::BTreeMap<&LaneId, Vec<&Step>> = std::collections::BTreeMap::new();
    for step in shown.steps_in_order() {
        by_lane.entry(&step.lane).or_default().push(step);
    }
    let mut rows = Vec::new();
    for lane in &page.lanes {
        let steps = by_lane.remove(&lane.id).unwrap_or_default();
        let named = steps.into_iter().map(|step| (step, shown.step_name(step)));
        let found: Vec<Row> = named
            .filter(|(_, name)| words.iter().all(|word| fold(name).contains(word)))
            .map(|(step, name)| Row::Step(step.id.clone(), name))
            .collect();
        if words.is_empty() || !found.is_empty() {
            rows.push(Row::Lane(lane.id.clone(), shown.read(&lane.title)));
            rows.extend(found);
        }
    }
    rows
}

impl Row {
    fn is_step(&self, id: &StepId) -> bool {
        matches!(self, Self::Step(own, _) if own == id)
    }

    fn show(&self, ui: &mut Ui, shown: &Shown<'_>) -> Option<PanelRequest> {
        match self {
            Self::Lane(id, name) => {
                let is_selected = shown.selection.lanes.contains(id);
                let response = row_ui(ui, name, Face::SemiBold, 2.0, is_selected);
                response
                    .clicked()
                    .then(|| PanelRequest::Edit(EditRequest::Select(Selection::lane(id.clone()))))
            }
            Self::Step(id, name) => {
                let is_selected = shown.selection.steps.contains(id);
                let response = row_ui(ui, name, Face::Regular, 18.0, is_selected);
                if response.double_clicked() {
                    return Some(PanelRequest::Write(id.clone()));
                }
                let jump =
                    || PanelRequest::Jump { page: shown.page.id.clone(), to: Selection::step(id.clone()) };
                response.clicked().then(jump)
            }
        }
    }
}

fn row_ui(ui: &mut Ui, text: &str, face: Face, indent: f32, is_selected: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_selected, text));
    let tokens = Tokens::of(ui);
    let ground = rect.expand2(vec2(8.0, -1.0));
    if is_selected {
        ui.painter().rect_filled(ground, RADIUS, tokens.selected);
    } else if response.hovered() {
        ui.painter().rect_filled(ground, RADIUS, tokens.hover);
    }
    if response.has_focus() {
        focus_ring(ui, ground);
    }
    let font = FontSelection::from(theme::font(face, BODY));
    let width = rect.width() - indent;
    let text_galley = WidgetText::from(text).into_galley(ui, Some(TextWrapMode::Truncate), width, font);
    let is_cut = text_galley.elided;
    let at = pos2(rect.left() + indent, rect.center().y - text_galley.size().y / 2.0);
    ui.painter().galley(at, text_galley, tokens.text);
    if is_cut { response.with_tip(text) } else { response }
}
