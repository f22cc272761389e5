//! Steps that move as one block, with the lines between them.

use std::{collections::BTreeSet, sync::Arc};

use super::band_kind::BandKind;
use crate::{
    edit::{
        Refusal,
        transaction::{Transaction, edited_lines, step_set},
    },
    geom::{Axis, Point, Vec2},
    model::{Bend, Connector, ConnectorId, Page, Route, StepId},
};

/// How far a line that belongs to a block of steps may run outside of it.
const LINE_REACH: f64 = 32.0;

/// The lines between more steps than this are found on a walk over all lines.
const MANY: usize = 50;

/// Where the first of some steps begins on an axis and where the last one ends; `None` where there are none.
pub(in crate::edit) fn span_of_steps<'s>(
    page: &Page,
    axis: Axis,
    steps: impl IntoIterator<Item = &'s StepId>,
) -> Option<(f64, f64)> {
    let spans = steps.into_iter().filter_map(|id| page.steps.get(id));
    let spans = spans.map(|step| axis.span(page.orientation, step.rect));
    spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// Moves steps into the band `id` as a block that begins at `start`; they stand to each other as they did.
pub(in crate::edit) fn bring_into<K: BandKind>(
    tx: &mut Transaction<'_>,
    steps: &BTreeSet<StepId>,
    id: &K::Id,
    start: f64,
) -> Result<(), Refusal> {
    let Some((now, _)) = span_of_steps(tx.page(), K::AXIS, steps) else { return Ok(()) };
    let by = K::AXIS.vector(tx.page().orientation, start - now);
    for step in steps {
        tx.update_step(step, |step| {
            step.rect = step.rect + by;
            K::assign(step, id);
        })?;
        tx.place(step);
    }
    move_lines_between(tx, steps, by);
    Ok(())
}

/// Moves bends and labels of connectors that have both ends on `steps`, which have moved by `by` already. A line
/// that runs outside of them is no part of what moves: it finds its way anew.
pub(in crate::edit) fn move_lines_between(tx: &mut Transaction<'_>, steps: &BTreeSet<StepId>, by: Vec2) {
    let page = tx.page();
    let Some(block) = tx.some_steps(steps).map(|step| step.rect).reduce(|a, b| a.union(b)) else { return };
    let block = block.inflate(LINE_REACH, LINE_REACH);
    let inner = lines_between(tx, steps);
    // All of the page is looked at for where its lanes end, and only where a person placed a bend.
    let bends = inner.iter().flat_map(|connector| &connector.route).flat_map(|route| &route.bends);
    let lanes = bends.into_iter().any(|bend| bend.pinned).then(|| page.grid());
    // What a person placed moves along as long as it stays in the lanes.
    let stays = |at: Point| lanes.is_some_and(|lanes| lanes.contains(at));
    let moves = |bend: &Bend| block.contains(bend.at + by) || (bend.pinned && stays(bend.at + by));
    let inner: Vec<ConnectorId> = inner.into_iter().map(|connector| connector.id.clone()).collect();
    if inner.is_empty() {
        return;
    }
    let (mut inner, mut torn) = (inner.iter().peekable(), Vec::new());
    let pick = |connector: &Connector| {
        inner.next_if(|id| **id == connector.id)?;
        let is_whole = connector.route.as_ref()?.bends.iter().all(moves);
        if !is_whole {
            torn.push(connector.id.clone());
        }
        Some(is_whole)
    };
    tx.update_connectors(pick, |connector, is_whole| {
        let Some(route) = &mut connector.route else { return };
        if is_whole {
            return shift_route(route, by);
        }
        for bend in route.bends.iter_mut().filter(|bend| moves(bend)) {
            bend.at += by;
        }
    });
    for id in torn {
        tx.reroute(&id);
    }
}

/// The connectors that have both ends on `steps`, by id.
fn lines_between<'t>(tx: &'t Transaction<'_>, steps: &BTreeSet<StepId>) -> Vec<&'t Arc<Connector>> {
    if steps.len() < MANY {
        let leaving = steps.iter().flat_map(|step| tx.page().connectors.leaving(step));
        let mut inner: Vec<&Arc<Connector>> = leaving
            .filter(|connector| connector.to.step().is_some_and(|step| steps.contains(step)))
            .collect();
        inner.sort_by(|a, b| a.id.cmp(&b.id));
        return inner;
    }
    let steps = step_set(tx, steps);
    edited_lines(tx)
        .filter(|edited| edited.ends_on(&steps) == [true, true])
        .map(|edited| edited.now)
        .collect()
}

/// Moves a whole route.
pub(in crate::edit) fn shift_route(route: &mut Route, by: Vec2) {
    for bend in &mut route.bends {
        bend.at += by;
    }
    if let Some(label) = &mut route.label {
        label.at += by;
    }
}
