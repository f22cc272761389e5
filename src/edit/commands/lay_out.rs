//! Taking over what the layout found.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    edit::{Refusal, bands::Lanes, space::make_reach, transaction::Transaction},
    geom::{Point, Rect},
    model::{Connector, End, LaneId, Page, Step, StepId},
};

/// Places everything on the page as `laid_out` has it.
pub(super) fn page(tx: &mut Transaction<'_>, laid_out: &Page) -> Result<(), Refusal> {
    if !tx.page().steps.is_empty() && tx.page().steps.values().all(|step| step.pinned) {
        return Err(Refusal::Pinned);
    }
    let Page { steps, connectors, lanes, phases, .. } = laid_out;
    let known: Vec<StepId> = tx.page().steps.keys().filter(|id| steps.contains_key(*id)).cloned().collect();
    for (id, step) in known.iter().filter_map(|id| Some((id, steps.get(id)?))) {
        tx.update_step(id, |own| own.rect = step.rect)?;
    }
    let known: Vec<_> =
        tx.page().connectors.keys().filter(|id| connectors.contains_key(id)).cloned().collect();
    for (id, line) in known.iter().filter_map(|id| Some((id, connectors.get(id)?))) {
        tx.update_connector(id, |own| take_line(own, line))?;
    }
    tx.update_lanes(|own| {
        let place = |id: &_| lanes.iter().position(|lane| lane.id == *id).unwrap_or(usize::MAX);
        own.sort_by_key(|lane| place(&lane.id));
        for lane in own {
            if let Some(of) = lanes.iter().find(|of| of.id == lane.id) {
                let lane = Arc::make_mut(lane);
                (lane.size, lane.given) = (of.size, of.given);
            }
        }
    });
    if !tx.page().phases.is_empty() {
        tx.update_phases(|own| {
            for phase in own {
                if let Some(of) = phases.iter().find(|of| of.id == phase.id) {
                    Arc::make_mut(phase).size = of.size;
                }
            }
        });
    }
    tx.lay_out();
    Ok(())
}

/// Gives a connector the ends' places and the route of another one.
fn take_line(own: &mut Connector, of: &Connector) {
    for (own, of) in [(&mut own.from, &of.from), (&mut own.to, &of.to)] {
        match (own, of) {
            (End::Attached { step, port }, End::Attached { step: other, port: found }) if step == other => {
                *port = *found;
            }
            (End::Free(at), End::Free(to)) => *at = *to,
            (End::Attached { .. } | End::Free(_), _) => {}
        }
    }
    own.route.clone_from(&of.route);
}

/// Puts steps at places and forgets the lines between them, so that they are routed anew.
pub(super) fn steps(tx: &mut Transaction<'_>, places: &BTreeMap<StepId, Point>) -> Result<(), Refusal> {
    if places.is_empty() {
        return Err(Refusal::Nothing);
    }
    if places.keys().all(|id| tx.step(id).is_ok_and(|step| step.pinned)) {
        return Err(Refusal::Pinned);
    }
    let before = starts(tx.page());
    make_reach_of(tx, places)?;
    let after = starts(tx.page());
    let orientation = tx.page().orientation;
    for (id, at) in places {
        // The others were placed around it.
        if tx.step(id)?.pinned {
            continue;
        }
        let start = |of: &BTreeMap<LaneId, f64>, step: &Step| of.get(&step.lane).copied().unwrap_or_default();
        let by = start(&after, tx.step(id)?) - start(&before, tx.step(id)?);
        let at = *at + orientation.point(0.0, by).to_vec2();
        tx.update_step(id, |step| step.rect = Rect::from_center_size(at, step.rect.size()))?;
        tx.place(id);
    }
    let is_inside = |end: &End| end.step().is_some_and(|step| places.contains_key(step));
    let between: Vec<_> = tx
        .page()
        .connectors
        .values()
        .filter(|connector| is_inside(&connector.from) && is_inside(&connector.to))
        .map(|connector| connector.id.clone())
        .collect();
    for id in between {
        tx.update_connector(&id, |connector| {
            if let Some(route) = &mut connector.route {
                (route.bends, route.label) = (Vec::new(), None);
            }
            for end in [&mut connector.from, &mut connector.to] {
                if let End::Attached { port, .. } = end {
                    *port = None;
                }
            }
        })?;
        tx.reroute(&id);
    }
    Ok(())
}

/// Where the lanes begin.
fn starts(page: &Page) -> BTreeMap<LaneId, f64> {
    page.lane_bands().map(|(lane, from, _)| (lane.id.clone(), from)).collect()
}

/// Makes lanes large enough where a step would come to stand in the next one, or reach into it: what stands there is not
/// in its way.
fn make_reach_of(tx: &mut Transaction<'_>, places: &BTreeMap<StepId, Point>) -> Result<(), Refusal> {
    let page = tx.page();
    let mut reaches: BTreeMap<LaneId, f64> = BTreeMap::new();
    for (id, at) in places {
        let step = tx.step(id)?;
        let (_, from, to) = page.lane_band(&step.lane).ok_or(Refusal::Gone)?;
        let (top, bottom) = page.orientation.span_across(step.rect);
        let end = page.orientation.across(*at) + (bottom - top) / 2.0;
        if end > to && !step.pinned {
            let reach = reaches.entry(step.lane.clone()).or_default();
            *reach = reach.max(end - from);
        }
    }
    for (lane, reach) in reaches {
        let (_, from, _) = tx.page().lane_band(&lane).ok_or(Refusal::Gone)?;
        make_reach::<Lanes>(tx, &lane, from + reach)?;
    }
    Ok(())
}
