//! Fixes that lead the flow on: what comes after a step, and what before it.

use std::sync::Arc;

use super::fix::{Fix, Mint, Repairs};
use crate::{
    edit::{Command, ConnectorCommand, NewStep, StepCommand, rules, worded},
    flow::{Direction, FlowNode, PerNode},
    model::{
        Connector, ConnectorEnd, ConnectorId, ConnectorKind, End, Outcome, Page, Step, StepId, StepKind, Text,
    },
    shape,
};

/// Between a step and the end that is added after it.
const GAP: f64 = 36.0;

impl<'a> Repairs<'a> {
    /// The steps that take part in the flow, by id.
    fn steps(&self) -> impl Iterator<Item = (FlowNode, &'a Step)> {
        let steps = self.flow.steps();
        steps.filter_map(|(node, step)| Some((node, self.page.steps.get(&step.id)?.as_ref())))
    }

    /// What can be reached from a beginning.
    fn reached(&self) -> &PerNode<bool> {
        self.reached.get_or_init(|| self.flow.graph().reached(self.flow.beginnings(), Direction::Forward))
    }
}

fn attached(step: &StepId) -> End {
    End::Attached { step: step.clone(), port: None }
}

fn can_follow(page: &Page, from: &StepId, to: &StepId) -> bool {
    rules::can_connect(page, &attached(from), &attached(to), ConnectorKind::Sequence, None).is_ok()
}

fn connect(mint: Mint<'_>, from: &Step, to: &Step, key: &'static str) -> Fix {
    let command = ConnectorCommand::Create {
        id: ConnectorId::mint(from.id.as_str(), mint()),
        from: attached(&from.id),
        to: attached(&to.id),
        kind: ConnectorKind::Sequence,
        label: Text::EMPTY,
    };
    Fix { key, command: Command::Connector(command) }
}

/// How far `other` stands from `step`, the way along the flow counted first; `None` where it does not stand on the
/// side that is asked for. What stands straight below comes after.
fn distance(page: &Page, step: &Step, other: &Step, is_after: bool) -> Option<f64> {
    let away = (other.rect.center() - step.rect.center()) * if is_after { 1.0 } else { -1.0 };
    let (along, across) = (page.orientation.along(away.to_point()), page.orientation.across(away.to_point()));
    let is_there = along > 0.5 || (along > -0.5 && across > 0.0);
    is_there.then(|| along + across.abs() / 4.0)
}

/// The nearest of `others` on one side: in the lane of `step` if there is one.
fn nearest<'a>(
    page: &Page,
    step: &Step,
    others: impl Iterator<Item = &'a Step>,
    is_after: bool,
) -> Option<&'a Step> {
    let reading = others.filter_map(|other| {
        let distance = distance(page, step, other, is_after)?;
        Some((other.lane != step.lane, distance, other))
    });
    reading.min_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))).map(|(_, _, other)| other)
}

/// Leads from a step that leads nowhere to the next one: to one that nothing leads to, if there is one in the lane.
pub(super) fn connect_after(repairs: &Repairs<'_>, mint: Mint<'_>, step: &Step) -> Option<Fix> {
    let (page, flow) = (repairs.page, &repairs.flow);
    let fits = |other: &Step| can_follow(page, &step.id, &other.id);
    let waits = |node: FlowNode| flow.incoming(node) == 0;
    let waiting = repairs.steps().filter(|(node, other)| waits(*node) && fits(other)).map(|(_, other)| other);
    let here = repairs.steps().map(|(_, other)| other).filter(|other| other.lane == step.lane && fits(other));
    let next = nearest(page, step, here, true).or_else(|| nearest(page, step, waiting, true))?;
    Some(connect(mint, step, next, "fix-connect-next"))
}

/// Leads to a step that is never reached from one that is: from a decision or a step that leads nowhere yet, so that
/// no step branches that must not.
pub(super) fn connect_before(repairs: &Repairs<'_>, mint: Mint<'_>, step: &Step) -> Option<Fix> {
    let (page, flow) = (repairs.page, &repairs.flow);
    let node = flow.node(&step.id)?;
    if flow.incoming(node) > 0 {
        // The step before it is not reached either; that one is the one to be connected.
        return None;
    }
    let reached = repairs.reached();
    let is_open = |node: FlowNode, other: &Step| other.kind.can_branch() || flow.outgoing(node).is_empty();
    let fits = |node: FlowNode, other: &Step| {
        reached[node] && is_open(node, other) && can_follow(page, &other.id, &step.id)
    };
    let before = repairs.steps().filter(|(node, other)| fits(*node, other)).map(|(_, other)| other);
    let before = nearest(page, step, before, false)?;
    Some(connect(mint, before, step, "fix-connect-previous"))
}

/// Puts an end behind a step that leads nowhere.
pub(super) fn end_after(repairs: &Repairs<'_>, mint: Mint<'_>, step: &Step) -> Option<Fix> {
    let kind = StepKind::End(Outcome::Solved);
    let orientation = repairs.page.orientation;
    let centre = step.rect.center();
    let half = |size: crate::geom::Size| orientation.length(size) / 2.0;
    let along = orientation.along(centre) + half(step.rect.size()) + GAP + half(shape::default_size(kind));
    let text = worded(&repairs.document.languages(), |words| words.text("fix-end-text"));
    let id = StepId::mint("end", mint());
    let connector = ConnectorId::mint(step.id.as_str(), mint());
    let at = orientation.point(along, orientation.across(centre));
    let command = StepCommand::CreateAfter {
        step: NewStep { id, kind, at, text },
        from: step.id.clone(),
        connector,
        label: Text::EMPTY,
    };
    step.kind.is_flow().then_some(Fix { key: "fix-add-end", command: Command::Step(command) })
}

/// Leads what comes into a start to the step after it.
pub(super) fn lead_past_start(page: &Page, start: &Step) -> Option<Fix> {
    let is_flow = |connector: &&Arc<Connector>| connector.kind == ConnectorKind::Sequence;
    let mut ways = page.connectors.leaving(&start.id).filter(is_flow);
    let (Some(only), None) = (ways.next(), ways.next()) else { return None };
    let next = only.to.step()?;
    let mut commands = Vec::new();
    for way in page.connectors.entering(&start.id).filter(is_flow) {
        let (end, id) = (attached(next), Some(&way.id));
        rules::can_connect(page, &way.from, &end, ConnectorKind::Sequence, id).ok()?;
        let connector = way.id.clone();
        let command = ConnectorCommand::Reconnect { connector, which: ConnectorEnd::To, end };
        commands.push(Command::Connector(command));
    }
    (!commands.is_empty()).then_some(Fix { key: "fix-past-start", command: Command::All(commands) })
}
