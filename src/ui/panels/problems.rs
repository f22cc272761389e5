//! What the check found: the list below the canvas, and the cards in the properties.

use eframe::egui::{
    Align, Color32, FontSelection, Frame, Label, Layout, Margin, Painter, Panel, Rect, RichText, Role,
    ScrollArea, Sense, Shape, Stroke, TextWrapMode, Ui, UiBuilder, WidgetInfo, WidgetText, pos2, vec2,
};

use super::{PanelRequest, Problem, Shown, choice::link_ui, request::selection_of};
use crate::{
    edit::EditRequest,
    model::StepId,
    text::Face,
    ui::{
        theme::{self, BODY, CAPTION, RADIUS, Tokens, UNIT},
        tip::WithTip as _,
        widgets::{caption, focus_ring, strong},
    },
    validate::{Code, Fix, Severity, Target},
};

/// The height of a row.
const ROW: f32 = 28.0;
/// The height of the cards below the properties, and the most of that panel's.
const CARDS: f32 = 104.0;
const MOST_CARDS: f32 = 0.2;

/// What is asked for when `fix` is chosen: the page is shown on which it acts, and then it is done, after asking where it
/// is a guess.
fn requests(shown: &Shown<'_>, problem: &Problem, fix: &Fix) -> Vec<PanelRequest> {
    let page = &problem.found.page;
    let show = (*page != shown.page.id).then(|| PanelRequest::ShowPage(page.clone()));
    let request = if fix.is_open() {
        PanelRequest::AskFix(fix.clone())
    } else {
        PanelRequest::Edit(EditRequest::Run(fix.command.clone()))
    };
    show.into_iter().chain([request]).collect()
}

/// What a fix of `problem` is called.
fn fix_name(shown: &Shown<'_>, problem: &Problem, fix: &Fix) -> String {
    let page = shown.document.page(&problem.found.page);
    let step = |id: &StepId| page.and_then(|page| page.steps.get(id));
    fix.say(shown.catalog, &|id| step(id).map(|step| shown.step_name(step)).unwrap_or_default())
}

enum Row<'a> {
    Heading(Group, usize),
    Problem(&'a Problem),
}

/// What is listed under one heading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    /// What a merge left to be decided.
    Conflicts,
    /// What else is found.
    Of(Severity),
}

impl Group {
    const ALL: [Self; 4] =
        [Self::Conflicts, Self::Of(Severity::Error), Self::Of(Severity::Warning), Self::Of(Severity::Hint)];

    fn of(problem: &Problem) -> Self {
        match problem.found.code {
            Code::MergeConflict => Self::Conflicts,
            _ => Self::Of(problem.found.severity),
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Conflicts => "panel-conflicts",
            Self::Of(Severity::Error) => "panel-errors",
            Self::Of(Severity::Warning) => "panel-warnings",
            Self::Of(Severity::Hint) => "panel-hints",
        }
    }
}

/// Shows everything that was found: what a merge left to be decided, and the others from the worst on. A click leads
/// there, and what can be put right at once has a button for that.
pub fn problems_ui(ui: &mut Ui, shown: &Shown<'_>) -> Vec<PanelRequest> {
    let mut out = Vec::new();
    if shown.problems.is_empty() {
        ui.add_space(4.0);
        ui.label(caption(ui, shown.catalog.text("panel-no-problems")));
        return out;
    }
    let mut rows = Vec::new();
    for group in Group::ALL {
        let problems = || shown.problems.iter().filter(|problem| Group::of(problem) == group);
        let count = problems().count();
        if count > 0 {
            rows.push(Row::Heading(group, count));
            rows.extend(problems().map(Row::Problem));
        }
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let scroll = ScrollArea::vertical().id_salt("problems").auto_shrink(false);
    scroll.show_rows(ui, ROW, rows.len(), |ui, range| {
        for row in rows.get(range).unwrap_or_default() {
            match row {
                Row::Heading(group, count) => heading_ui(ui, shown, *group, *count),
                Row::Problem(problem) => out.extend(problem_ui(ui, shown, problem)),
            }
        }
    });
    out
}

fn heading_ui(ui: &mut Ui, shown: &Shown<'_>, group: Group, count: usize) {
    let text = shown.catalog.text_with(group.key(), &[("count", count.into())]);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    // A part of its own: what is put into the list itself would move the next row.
    let layout = Layout::left_to_right(Align::Center);
    let mut row = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    row.label(strong(text, CAPTION).color(Tokens::of(ui).muted));
}

fn problem_ui(ui: &mut Ui, shown: &Shown<'_>, problem: &Problem) -> Vec<PanelRequest> {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &problem.found.message));
    let tokens = Tokens::of(ui);
    let ground = rect.expand2(vec2(8.0, 0.0));
    let selected = selection_of(&problem.found.target);
    let is_selected = !selected.is_empty() && selected == *shown.selection;
    if is_selected {
        ui.painter().rect_filled(ground, RADIUS, tokens.selected);
    } else if response.hovered() {
        ui.painter().rect_filled(ground, RADIUS, tokens.hover);
    }
    if response.has_focus() {
        focus_ring(ui, ground);
    }
    paint_severity(ui.painter(), problem.found.severity, pos2(rect.left() + 8.0, rect.center().y), tokens);
    let mut chosen = None;
    let layout = Layout::right_to_left(Align::Center);
    let mut row = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    row.spacing_mut().item_spacing.x = 16.0;
    for fix in &problem.fixes {
        if link_ui(&mut row, &fix_name(shown, problem, fix), tokens.accent) {
            chosen = Some(fix);
        }
    }
    let room = row.available_width();
    let font = FontSelection::from(theme::font(Face::Regular, BODY));
    let text = WidgetText::from(problem.found.message.as_str());
    let text = text.into_galley(ui, Some(TextWrapMode::Truncate), room - 40.0, font);
    let is_cut = text.elided;
    let at = pos2(rect.left() + 24.0, rect.center().y - text.size().y / 2.0);
    ui.painter().galley(at, text, tokens.text);
    let response = if is_cut { response.with_tip(&problem.found.message) } else { response };
    if let Some(fix) = chosen {
        return requests(shown, problem, fix);
    }
    let jump =
        || PanelRequest::Jump { page: problem.found.page.clone(), to: selection_of(&problem.found.target) };
    response.clicked().then(jump).into_iter().collect()
}

/// A disc, a triangle or a ring: told apart without colours, too.
fn paint_severity(painter: &Painter, severity: Severity, at: eframe::egui::Pos2, tokens: &Tokens) {
    match severity {
        Severity::Error => {
            painter.circle_filled(at, 5.5, tokens.error);
            let bar = Rect::from_center_size(at, vec2(6.0, 1.6));
            painter.rect_filled(bar, 0, tokens.panel);
        }
        Severity::Warning => {
            let corners = [vec2(0.0, -5.5), vec2(6.0, 5.0), vec2(-6.0, 5.0)].map(|corner| at + corner);
            painter.add(Shape::convex_polygon(corners.to_vec(), tokens.warning, Stroke::NONE));
        }
        Severity::Hint => {
            painter.circle_stroke(at, 4.0, Stroke::new(1.5, tokens.muted));
        }
    }
}

/// What is wrong with what is selected, as cards at the lower edge; a hint is no reason for one. They have their room,
/// also where nothing is wrong, so that fields and buttons stay where they are when a problem comes or goes.
pub(super) fn cards_ui(ui: &mut Ui, shown: &Shown<'_>, out: &mut Vec<PanelRequest>) {
    let wrong = shown.problems.iter().filter(|problem| {
        problem.found.severity != Severity::Hint
            && problem.found.page == shown.page.id
            && is_about(shown, &problem.found.target)
    });
    let cards: Vec<&Problem> = wrong.collect();
    let height = CARDS.min(MOST_CARDS * ui.available_height());
    let frame = Frame::new().inner_margin(Margin::symmetric(16, 6));
    let panel = Panel::bottom("cards").exact_size(height).resizable(false).frame(frame);
    panel.show(ui, |ui| {
        if cards.is_empty() {
            ui.label(caption(ui, shown.catalog.text("panel-no-problems-here")));
            return;
        }
        ScrollArea::vertical().id_salt("cards").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = UNIT;
            for problem in cards {
                out.extend(card_ui(ui, shown, problem));
            }
        });
    });
}

/// Whether `target` is what is selected; a branch is shown with its decision, too.
fn is_about(shown: &Shown<'_>, target: &Target) -> bool {
    let selection = shown.selection;
    match target {
        Target::Document | Target::Page(_) => selection.is_empty(),
        Target::Lane(id) => selection.only_lane() == Some(id),
        Target::Phase(id) => selection.only_phase() == Some(id),
        Target::Step(id) => selection.only_step() == Some(id),
        Target::Connector(id) => {
            let from = shown.connector(id).and_then(|connector| connector.from.step());
            selection.only_connector() == Some(id) || (from.is_some() && from == selection.only_step())
        }
    }
}

fn card_ui(ui: &mut Ui, shown: &Shown<'_>, problem: &Problem) -> Vec<PanelRequest> {
    let tokens = Tokens::of(ui);
    let (color, ground) = match problem.found.severity {
        Severity::Error => (tokens.error, tokens.error_ground),
        Severity::Warning | Severity::Hint => (tokens.warning, tokens.warning_ground),
    };
    let mut chosen = None;
    Frame::new().fill(ground).corner_radius(4).inner_margin(Margin::symmetric(12, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(Label::new(text(&problem.found.message, color)).wrap());
        for fix in &problem.fixes {
            if link_ui(ui, &fix_name(shown, problem, fix), color) {
                chosen = Some(fix);
            }
        }
    });
    chosen.map(|fix| requests(shown, problem, fix)).unwrap_or_default()
}

fn text(text: &str, color: Color32) -> RichText {
    RichText::new(text).font(theme::font(Face::Regular, CAPTION)).color(color)
}
