//! What goes and what does not.
//!
//! Asked by tools before a change, by commands during it and by paste alike, so that what is shown is what will be
//! done. Changes nothing.

use std::{collections::BTreeSet, sync::Arc};

use super::Refusal;
use crate::{
    geom::Point,
    model::{
        Connector, ConnectorId, ConnectorKind, Document, End, LaneId, Page, PhaseId, PoolId, StepId, StepKind,
    },
};

/// Whether a connector of `kind` may lead `from` one end `to` the other. `except` is the connector itself where it
/// is there already.
pub fn can_connect(
    page: &Page,
    from: &End,
    to: &End,
    kind: ConnectorKind,
    except: Option<&ConnectorId>,
) -> Result<(), Refusal> {
    let kind_of = |end: &End| match end {
        End::Attached { step, .. } => page.steps.get(step).map(|step| Some(step.kind)).ok_or(Refusal::Gone),
        End::Free(_) => Ok(None),
    };
    let (start, end) = (kind_of(from)?, kind_of(to)?);
    if from.step().is_some() && from.step() == to.step() {
        return Err(Refusal::ToItself);
    }
    if kind == ConnectorKind::Sequence {
        if start.is_some_and(|kind| matches!(kind, StepKind::End(_))) {
            return Err(Refusal::OutOfEnd);
        }
        if end == Some(StepKind::Start) {
            return Err(Refusal::IntoStart);
        }
        if start.or(end).is_some_and(|_| [start, end].contains(&Some(StepKind::Note))) {
            return Err(Refusal::NoteInFlow);
        }
    }
    let is_same = |other: &&Arc<Connector>| {
        other.kind == kind && Some(&other.id) != except && to.step().is_some() && other.to.step() == to.step()
    };
    // Two branches of a decision may lead to the same step; anything else twice says nothing.
    let may_repeat = start.is_some_and(StepKind::can_branch);
    let leaving = from.step().into_iter().flat_map(|step| page.connectors.leaving(step));
    if !may_repeat && leaving.into_iter().any(|other| is_same(&other)) {
        return Err(Refusal::Twice);
    }
    Ok(())
}

/// Whether names for new records are new: ids are unique in a whole document.
pub fn check_new<'a>(document: &Document, ids: impl IntoIterator<Item = &'a str>) -> Result<(), Refusal> {
    let mut new: BTreeSet<&str> = BTreeSet::new();
    let are_different = ids.into_iter().all(|id| new.insert(id));
    let is_new = |page: &Page| {
        let lanes = page.lanes.iter().map(|lane| lane.id.as_str());
        let pools = page.pools.keys().map(PoolId::as_str);
        let phases = page.phases.iter().map(|phase| phase.id.as_str());
        let steps = page.steps.keys().map(StepId::as_str);
        let connectors = page.connectors.keys().map(ConnectorId::as_str);
        let bands = std::iter::once(page.id.as_str()).chain(lanes).chain(pools).chain(phases);
        let mut all = bands.chain(steps).chain(connectors);
        !all.any(|id| new.contains(id))
    };
    if are_different && document.pages.iter().all(is_new) { Ok(()) } else { Err(Refusal::Taken) }
}

/// What a new connector between these steps means: what touches a note is an association.
pub fn natural_kind(page: &Page, from: &End, to: &End) -> ConnectorKind {
    let is_note = |end: &End| {
        end.step().and_then(|id| page.steps.get(id)).is_some_and(|step| step.kind == StepKind::Note)
    };
    if is_note(from) || is_note(to) { ConnectorKind::Association } else { ConnectorKind::Sequence }
}

/// The one rule of membership: a step belongs to the lane and the phase in which its middle lies. Beyond the
/// first or last one, it belongs to that; `None` where the page has no phases or no lane.
pub fn membership(page: &Page, middle: Point) -> (Option<LaneId>, Option<PhaseId>) {
    let (along, across) = (page.orientation.along(middle), page.orientation.across(middle));
    let lane = page.lane_bands().find(|(_, _, to)| across < *to).map(|(lane, ..)| lane.id.clone());
    let lane = lane.or_else(|| page.lanes.last().map(|lane| lane.id.clone()));
    // Where the last phase ends makes no difference, and would have to be looked for on all of the page.
    let mut end = 0.0;
    let phase = page.phases.iter().find(|phase| {
        end += phase.size;
        along < end
    });
    let phase = phase.or_else(|| page.phases.last()).map(|phase| phase.id.clone());
    (lane, phase)
}

/// The connector that a step which is added behind `step` is put into: the only one that leads on from there, unless
/// the flow branches there anyway.
pub fn way_on(page: &Page, step: &StepId) -> Option<ConnectorId> {
    let can_branch = page.steps.get(step).is_none_or(|step| step.kind.can_branch());
    let leaving = page.connectors.leaving(step);
    let mut ways = leaving.filter(|connector| connector.kind == ConnectorKind::Sequence);
    let only = ways.next().filter(|_| !can_branch && ways.next().is_none())?;
    only.to.step().map(|_| only.id.clone())
}

/// The connector that a step which is let go at `at` is put into: the nearest one whose line runs there, or passes no
/// further away than `reach`, and that does not lead to or from `step`.
pub fn line_under(page: &Page, at: Point, reach: f64, step: Option<&StepId>) -> Option<ConnectorId> {
    let distance = |connector: &Arc<Connector>| {
        let own = [connector.from.step(), connector.to.step()];
        let is_meant = connector.kind == ConnectorKind::Sequence
            && own.iter().all(Option::is_some)
            && !own.contains(&step);
        let line = crate::shape::polyline(page, connector).filter(|_| is_meant)?;
        let distance = line.nearest(at).distance(at);
        (distance <= reach).then(|| (distance, connector.id.clone()))
    };
    let near = page.connectors.values().filter_map(distance);
    near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, connector)| connector)
}
