//! What is meant by what is written into a cell.

use super::{
    cell,
    column::Column,
    listing::InRows,
    next::{self, StepNames},
};
use crate::{
    edit::{Command, NewStep, StepCommand, TextOf},
    geom::Point,
    locale::fold,
    model::{ConnectorId, LaneId, PhaseId, Step, StepId, StepKind, Text},
    scene::kind_name,
    shape,
    ui::panels::{Shown, field_error::FieldError, times::takes_time},
};

/// The room between the last step and a new one, along the flow.
const GAP: f64 = 36.0;

/// What makes the cell say `text`; nothing where it does already. Or why it cannot.
pub(super) fn write(
    listing: InRows<'_>,
    names: Option<&StepNames>,
    step: &Step,
    column: &Column,
    text: &str,
) -> Result<Vec<Command>, FieldError> {
    let InRows { shown, rows } = listing;
    if *column != Column::Number && cell::source(shown, rows, step, column) == text {
        return Ok(Vec::new());
    }
    let steps = || [step.id.clone()].into();
    let one = |command: StepCommand| Ok(vec![Command::Step(command)]);
    match column {
        Column::Number => Ok(Vec::new()),
        Column::Text(lang) => Ok(vec![Command::SetText {
            of: TextOf::Step(step.id.clone()),
            lang: lang.clone(),
            text: text.to_owned(),
        }]),
        Column::Detail(detail) => {
            let of = TextOf::Detail(step.id.clone(), *detail);
            Ok(vec![Command::SetText { of, lang: shown.lang.clone(), text: text.to_owned() }])
        }
        Column::Kind => {
            let kind = kind_named(shown, text).ok_or(FieldError::NoKind)?;
            // Which kind of end or decision it is stays.
            if kind.name() == step.kind.name() {
                return Ok(Vec::new());
            }
            one(StepCommand::SetKind { steps: steps(), kind })
        }
        Column::Lane => {
            let lane = lane_named(shown, text).ok_or(FieldError::NoLane)?;
            one(StepCommand::PutInLane { steps: steps(), lane })
        }
        Column::Phase => {
            let phase = phase_named(shown, text).ok_or(FieldError::NoPhase)?;
            one(StepCommand::PutInPhase { steps: steps(), phase })
        }
        Column::Next => {
            let own = names.is_none().then(|| StepNames::of(shown));
            let names = names.or(own.as_ref()).ok_or(FieldError::NoStep)?;
            next::write(shown, rows, names, &step.id, text).map_err(|()| FieldError::NoStep)
        }
        Column::Time(usual) => {
            let time = usual.written(step.time, text)?;
            if time != step.time && !takes_time(step.kind) && !text.trim().is_empty() {
                return Err(FieldError::NoTime);
            }
            one(StepCommand::SetTime { step: step.id.clone(), time })
        }
    }
}

/// Makes one command of several, if there are any.
pub(super) fn joined(mut commands: Vec<Command>) -> Option<Command> {
    match commands.len() {
        0 => None,
        1 => commands.pop(),
        _ => Some(Command::All(commands)),
    }
}

/// The symbol of that name.
pub(super) fn kind_named(shown: &Shown<'_>, name: &str) -> Option<StepKind> {
    let wanted = fold(name.trim());
    let is_meant =
        |kind: &StepKind| fold(&kind_name(shown.catalog, *kind)) == wanted || kind.name() == wanted;
    StepKind::PALETTE.into_iter().find(is_meant)
}

/// The lane of that title.
pub(super) fn lane_named(shown: &Shown<'_>, title: &str) -> Option<LaneId> {
    let wanted = fold(title.trim());
    let lanes = &shown.page.lanes;
    let lane = lanes.iter().find(|lane| fold(&shown.band_name(&lane.title, lane.id.as_str())) == wanted);
    lane.map(|lane| lane.id.clone())
}

fn phase_named(shown: &Shown<'_>, title: &str) -> Option<PhaseId> {
    let wanted = fold(title.trim());
    let phases = &shown.page.phases;
    let phase = phases.iter().find(|phase| fold(&shown.band_name(&phase.title, phase.id.as_str())) == wanted);
    phase.map(|phase| phase.id.clone())
}

/// A step behind the last one of the page, in its lane, and connected with it where nothing follows that yet. What
/// the step `id` and the `connector` are already, because they are shown, does not count.
pub(super) fn append(shown: &Shown<'_>, id: &StepId, connector: &ConnectorId, text: &str) -> Command {
    let (page, kind, at) = (shown.page, StepKind::Process, behind_last(shown, id));
    let last = last(shown, id);
    let step = NewStep { id: id.clone(), kind, at, text: Text::new(shown.lang.clone(), text) };
    let leads_on = |last: &Step| page.connectors.leaving(&last.id).any(|way| way.id != *connector);
    let goes_on = |last: &&Step| !matches!(last.kind, StepKind::End(_)) && !leads_on(last);
    Command::Step(match last.filter(goes_on) {
        Some(last) => {
            let (from, connector) = (last.id.clone(), connector.clone());
            StepCommand::CreateAfter { step, from, connector, label: Text::EMPTY }
        }
        None => StepCommand::Create { step, onto: None },
    })
}

/// The last step of the page but `id`, in the order of the flow.
fn last<'a>(shown: &Shown<'a>, id: &StepId) -> Option<&'a Step> {
    let mut steps = shown.steps_in_order().into_iter();
    steps.rfind(|step| step.id != *id && step.kind != StepKind::Note).map(AsRef::as_ref)
}

/// The middle of a new step `id` behind the last one, in its lane.
pub(super) fn behind_last(shown: &Shown<'_>, id: &StepId) -> Point {
    let (page, flow) = (shown.page, shown.page.orientation);
    let (from, to) = flow.span_along(shape::default_size(StepKind::Process).to_rect());
    let half = (to - from) / 2.0;
    if let Some(last) = last(shown, id) {
        return flow.point(flow.span_along(last.rect).1 + GAP + half, flow.across(last.rect.center()));
    }
    let middle = page.lanes.first().map(|lane| lane.size / 2.0);
    flow.point(GAP + half, middle.unwrap_or_default())
}
