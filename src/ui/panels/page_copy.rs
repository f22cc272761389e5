//! A copy of a page with ids of its own.

use std::{collections::BTreeMap, sync::Arc};

use crate::model::{
    Connector, ConnectorId, End, Lane, LaneId, Link, Page, PageId, Phase, PhaseId, Step, StepId,
};

/// The same page under new ids; links between its steps lead to the copies.
pub(super) fn copy(page: &Page, mint: &mut dyn FnMut() -> u32) -> Page {
    let lanes: BTreeMap<LaneId, LaneId> = page
        .lanes
        .iter()
        .map(|lane| (lane.id.clone(), LaneId::mint(slug(lane.id.as_str()), mint())))
        .collect();
    let phases: BTreeMap<PhaseId, PhaseId> = page
        .phases
        .iter()
        .map(|phase| (phase.id.clone(), PhaseId::mint(slug(phase.id.as_str()), mint())))
        .collect();
    let steps: BTreeMap<StepId, StepId> =
        page.steps.keys().map(|id| (id.clone(), StepId::mint(slug(id.as_str()), mint()))).collect();
    let step_of = |id: &StepId| steps.get(id).unwrap_or(id).clone();
    let lane_of = |id: &LaneId| lanes.get(id).unwrap_or(id).clone();
    let end_of = |end: &End| match end {
        End::Attached { step, port } => End::Attached { step: step_of(step), port: *port },
        End::Free(at) => End::Free(*at),
    };
    let copied_step = |step: &Arc<Step>| {
        let link = step.link.clone().map(|link| match link {
            Link::Step(id) => Link::Step(step_of(&id)),
            other @ (Link::Page(_) | Link::Address(_)) => other,
        });
        let phase = step.phase.as_ref().map(|id| phases.get(id).unwrap_or(id).clone());
        Step { id: step_of(&step.id), lane: lane_of(&step.lane), phase, link, ..Step::clone(step) }
    };
    let mut copied_connector = |connector: &Arc<Connector>| Connector {
        id: ConnectorId::mint(slug(connector.id.as_str()), mint()),
        from: end_of(&connector.from),
        to: end_of(&connector.to),
        ..Connector::clone(connector)
    };
    let connectors: Vec<Connector> = page.connectors.values().map(&mut copied_connector).collect();
    Page {
        id: PageId::mint(slug(page.id.as_str()), mint()),
        title: page.title.clone(),
        orientation: page.orientation,
        lanes: page
            .lanes
            .iter()
            .map(|lane| Arc::new(Lane { id: lane_of(&lane.id), ..Lane::clone(lane) }))
            .collect(),
        phases: page
            .phases
            .iter()
            .map(|phase| {
                let id = phases.get(&phase.id).unwrap_or(&phase.id).clone();
                Arc::new(Phase { id, ..Phase::clone(phase) })
            })
            .collect(),
        steps: page.steps.values().map(copied_step).map(|step| (step.id.clone(), Arc::new(step))).collect(),
        connectors: connectors.into_iter().map(|one| (one.id.clone(), Arc::new(one))).collect(),
        z_order: page.z_order.iter().map(step_of).collect(),
    }
}

/// An id without the chance at its end.
fn slug(id: &str) -> &str {
    match id.rsplit_once('-') {
        Some((slug, end)) if end.len() == 5 && !slug.is_empty() => slug,
        _ => id,
    }
}
