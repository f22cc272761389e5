//! Connectors follow their steps and keep out of the way of others.
//!
//! Owns which ones: those of steps that were put somewhere, those that a step was put on, and those whose line no
//! longer holds together. All others stay as they are.

use std::{cell::LazyCell, collections::BTreeSet, sync::Arc};

use crate::{
    arrange::Routed,
    edit::{
        Refusal,
        transaction::{EditedLine, Transaction, edited_lines, step_set},
    },
    geom::{Point, Polyline, Rect, RectIndex, Side, segment_crosses_rect},
    model::{Connector, ConnectorId, End, Page, Port, Step, StepId},
};

/// Routes what has to be routed.
pub(super) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let touched = touched(tx);
    if touched.is_empty() {
        return Ok(());
    }
    for (id, Routed { from, to, route }) in tx.routes(&touched)? {
        tx.update_connector(&id, |connector| {
            for (end, chosen) in [(&mut connector.from, from), (&mut connector.to, to)] {
                if let (End::Attached { port, .. }, Some(_)) = (end, chosen) {
                    *port = chosen;
                }
            }
            connector.route = Some(route);
        })?;
    }
    tx.routed(touched);
    Ok(())
}

fn touched(tx: &Transaction<'_>) -> BTreeSet<ConnectorId> {
    let page = tx.page();
    let placed = &tx.touched().placed;
    if placed.is_empty()
        && tx.touched().to_route.is_empty()
        && tx.connectors_before().next().is_none()
        && !tx.has_moved_steps()
    {
        return BTreeSet::new();
    }
    let obstacles = RectIndex::of(tx.placed_steps().map(|step| step.rect));
    let steps = LazyCell::new(|| FlowSteps::of(page));
    let placed = step_set(tx, placed);
    let must = |edited: &EditedLine<'_>| {
        let connector = edited.now;
        if tx.touched().to_route.contains(&connector.id) {
            return true;
        }
        if edited.is_untouched() && edited.area().is_some_and(|area| !obstacles.meets(area)) {
            return false;
        }
        let Some(line) = edited.line() else { return true };
        match edited.ends_on(&placed).into_iter().filter(|is_on| *is_on).count() {
            // It moved as a whole, or it did not.
            2 => {
                !is_sound(edited, &line)
                    || leaves_the_lanes(page, connector)
                    || steps.are_passed(connector, &line)
            }
            1 => true,
            _ => {
                (!edited.is_untouched() && (!is_sound(edited, &line) || leaves_the_lanes(page, connector)))
                    || passed(&line, &obstacles).next().is_some()
            }
        }
    };
    edited_lines(tx).filter(must).map(|edited| edited.now.id.clone()).collect()
}

/// Whether a line still holds together: upright and level pieces only, leaving and arriving at right angles.
fn is_sound(edited: &EditedLine<'_>, line: &Polyline) -> bool {
    let first = line.points.first().zip(line.points.get(1));
    let last = line.points.last().zip(line.points.iter().rev().nth(1));
    let [from, to] = edited.steps;
    line.is_orthogonal()
        && leaves_well(&edited.now.from, from, first)
        && leaves_well(&edited.now.to, to, last)
}

/// Whether a line between steps bends above the first lane, below the last one or before the page's beginning,
/// where no person put it.
fn leaves_the_lanes(page: &Page, connector: &Connector) -> bool {
    let (orientation, breadth) = (page.orientation, page.breadth());
    let is_loose = connector.from.step().is_none() || connector.to.step().is_none();
    let mut bends = connector.route.iter().flat_map(|route| &route.bends).filter(|bend| !bend.pinned);
    !is_loose
        && bends.any(|bend| {
            let (along, across) = (orientation.along(bend.at), orientation.across(bend.at));
            along < 0.0 || across < 0.0 || across > breadth
        })
}

fn leaves_well(end: &End, step: Option<&Arc<Step>>, piece: Option<(&Point, &Point)>) -> bool {
    let (Some((at, next)), End::Attached { step: _, port }) = (piece, end) else { return true };
    let (Some(step), Some(Port { side, .. })) = (step, port) else { return false };
    let way = *next - *at;
    let outward = way.dot(Side::normal(*side));
    outward > 1.0 && way.cross(side.normal()).abs() < 0.1 && !step.rect.inset(-0.5).contains(*next)
}

/// The steps that no line may pass, found by their places.
struct FlowSteps<'a> {
    ids: Vec<&'a StepId>,
    places: RectIndex,
}

impl<'a> FlowSteps<'a> {
    fn of(page: &'a Page) -> Self {
        let steps = || page.steps.values().filter(|step| step.kind.is_flow());
        Self {
            ids: steps().map(|step| &step.id).collect(),
            places: RectIndex::of(steps().map(|step| step.rect)),
        }
    }

    /// Whether a line passes a step but its own.
    fn are_passed(&self, connector: &Connector, line: &Polyline) -> bool {
        let own = [connector.from.step(), connector.to.step()];
        passed(line, &self.places).any(|number| !own.contains(&self.ids.get(number).copied()))
    }
}

/// The numbers of the boxes that a line passes.
fn passed(line: &Polyline, places: &RectIndex) -> impl Iterator<Item = usize> {
    line.segments().flat_map(move |(a, b)| {
        let near = places.touching(Rect::from_points(a, b)).into_iter();
        near.filter(move |number| places.get(*number).is_some_and(|rect| segment_crosses_rect(a, b, rect)))
    })
}
