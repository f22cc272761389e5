//! The steps as a list in the order of the flow: by lane, by page, or one after the other.

use std::sync::Arc;

use eframe::egui::{
    FontSelection, Rect, Response, Role, ScrollArea, Sense, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2,
    vec2,
};

use super::{PanelRequest, Shown};
use serde::{Deserialize, Serialize};

use crate::{
    edit::{EditRequest, Selection},
    locale::{Lang, fold},
    model::{LaneId, Page, PageId, Step, StepId},
    text::{Face, markup::one_line},
    ui::{
        chrome::choice_ui,
        theme::{self, BODY, CONTROL, RADIUS, Tokens},
        tip::WithTip as _,
        widgets::{caption, focus_ring, text_field},
    },
};

/// The height of a row.
const ROW: f32 = 26.0;

/// By what the steps are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OutlineOrder {
    /// Those of the page that is shown, by lane.
    #[default]
    Lanes,
    /// Those of the page that is shown, one after the other as the flow runs.
    Flow,
    /// Those of all pages.
    Pages,
}

impl OutlineOrder {
    const ALL: [Self; 3] = [Self::Lanes, Self::Flow, Self::Pages];

    /// Its name's key in the catalogue.
    const fn key(self) -> &'static str {
        match self {
            Self::Lanes => "panel-outline-lanes",
            Self::Flow => "panel-outline-flow",
            Self::Pages => "panel-outline-pages",
        }
    }
}

/// What the outline of one document remembers.
#[derive(Default)]
pub struct OutlinePanel {
    filter: String,
    rows: Vec<Row>,
    /// What the rows were made of.
    made_of: Option<MadeOf>,
    /// The step that was brought into sight last.
    followed: Option<StepId>,
}

/// What rows are made of.
#[derive(PartialEq)]
struct MadeOf {
    state: OutlineState,
    page: PageId,
    lang: Lang,
    filter: String,
}

/// Of which state of the document the outline is, and in which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutlineState {
    /// Counts the states of the document, so that the list is made once for each.
    pub revision: u64,
    /// By what the steps are listed.
    pub order: OutlineOrder,
}

enum Row {
    Page(PageId, String),
    Lane(LaneId, String),
    Step(StepRow),
}

struct StepRow {
    page: PageId,
    step: StepId,
    name: String,
}

/// Shows the steps as `state` says.
pub fn outline_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    outline: &mut OutlinePanel,
    state: OutlineState,
) -> Vec<PanelRequest> {
    let mut out = Vec::new();
    let catalog = shown.catalog;
    ui.horizontal(|ui| {
        ui.label(caption(ui, catalog.text("panel-outline")));
        let options = OutlineOrder::ALL.map(|order| (order, catalog.text(order.key())));
        let chosen = choice_ui(ui, &catalog.text("panel-outline-by"), &state.order, &options);
        out.extend(chosen.map(PanelRequest::OrderOutline));
    });
    ui.add_space(2.0);
    let size = vec2(ui.available_width(), CONTROL);
    text_field(ui, &mut outline.filter, &catalog.text("panel-find-step"), size);
    ui.add_space(4.0);
    outline.refresh(shown, state);
    if outline.rows.is_empty() {
        ui.label(caption(ui, catalog.text("panel-no-step-found")));
    }
    let selected = shown.selection.only_step();
    let follow = selected.filter(|id| outline.followed.as_ref() != Some(*id));
    let follow = follow.and_then(|id| outline.rows.iter().position(|row| row.is_step(id)));
    outline.followed = selected.cloned();
    ui.spacing_mut().item_spacing.y = 0.0;
    let scroll = ScrollArea::vertical().id_salt("outline").min_scrolled_height(0.0).auto_shrink(false);
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
    fn refresh(&mut self, shown: &Shown<'_>, state: OutlineState) {
        let (page, lang, filter) = (shown.page.id.clone(), shown.lang.clone(), self.filter.clone());
        let made_of = Some(MadeOf { state, page, lang, filter });
        if self.made_of != made_of {
            self.made_of = made_of;
            self.rows = match state.order {
                OutlineOrder::Lanes => by_lane(shown, &self.filter),
                OutlineOrder::Flow => step_rows(shown, shown.page, &shown.steps_in_order(), &self.filter),
                OutlineOrder::Pages => by_page(shown, &self.filter),
            };
        }
    }
}

/// Those of `steps` whose text holds all words of `filter`.
fn step_rows(shown: &Shown<'_>, page: &Page, steps: &[&Arc<Step>], filter: &str) -> Vec<Row> {
    let filter = fold(filter);
    let named = steps.iter().map(|step| (step, shown.step_name(step)));
    let found = named.filter(|(_, name)| filter.split_whitespace().all(|word| fold(name).contains(word)));
    let row =
        found.map(|(step, name)| Row::Step(StepRow { page: page.id.clone(), step: step.id.clone(), name }));
    row.collect()
}

/// Every page with its steps: those of the page that is shown in the order of the flow, those of others as they are read.
fn by_page(shown: &Shown<'_>, filter: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    for page in &shown.document.pages {
        let found = if page.id == shown.page.id {
            step_rows(shown, page, &shown.steps_in_order(), filter)
        } else {
            step_rows(shown, page, &page.steps_in_reading_order(), filter)
        };
        if filter.trim().is_empty() || !found.is_empty() {
            let title = one_line(shown.document.page_title(page, shown.lang));
            rows.push(Row::Page(page.id.clone(), title));
            rows.extend(found);
        }
    }
    rows
}

/// The steps of each lane in the order of the flow.
fn by_lane(shown: &Shown<'_>, filter: &str) -> Vec<Row> {
    let page = shown.page;
    let mut by_lane: std::collections::BTreeMap<&LaneId, Vec<&Arc<Step>>> = std::collections::BTreeMap::new();
    for step in shown.steps_in_order() {
        by_lane.entry(&step.lane).or_default().push(step);
    }
    let mut rows = Vec::new();
    for lane in &page.lanes {
        let steps = by_lane.remove(&lane.id).unwrap_or_default();
        let found = step_rows(shown, page, &steps, filter);
        if filter.trim().is_empty() || !found.is_empty() {
            rows.push(Row::Lane(lane.id.clone(), shown.read(&lane.title)));
            rows.extend(found);
        }
    }
    rows
}

impl Row {
    fn is_step(&self, id: &StepId) -> bool {
        matches!(self, Self::Step(row) if row.step == *id)
    }

    fn show(&self, ui: &mut Ui, shown: &Shown<'_>) -> Option<PanelRequest> {
        match self {
            Self::Page(id, name) => {
                let is_shown = shown.page.id == *id;
                let response = row_ui(ui, name, Face::SemiBold, 2.0, is_shown);
                response.clicked().then(|| PanelRequest::ShowPage(id.clone()))
            }
            Self::Lane(id, name) => {
                let is_selected = shown.selection.lanes.contains(id);
                let response = row_ui(ui, name, Face::SemiBold, 2.0, is_selected);
                response
                    .clicked()
                    .then(|| PanelRequest::Edit(EditRequest::Select(Selection::lane(id.clone()))))
            }
            Self::Step(StepRow { page, step, name }) => {
                let is_selected = shown.selection.steps.contains(step);
                let response = row_ui(ui, name, Face::Regular, 18.0, is_selected);
                if response.double_clicked() {
                    return Some(PanelRequest::Write(step.clone()));
                }
                let jump = || PanelRequest::Jump { page: page.clone(), to: Selection::step(step.clone()) };
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
