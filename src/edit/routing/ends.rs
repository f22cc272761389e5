//! Where the line of a connector may meet its steps, and what each place costs.

use crate::{
    geom::{Point, Side},
    model::{Connector, End, Page, Port, Step, StepKind},
    shape,
};

/// What a place beside the middle of its side costs more.
const OFF_MIDDLE: f64 = 40.0;

/// A place where a connector may meet its step.
pub(super) struct Choice {
    pub(super) port: Port,
    pub(super) point: Point,
    pub(super) cost: f64,
}

/// Which way a connector passes through an end.
#[derive(Clone, Copy)]
pub(super) enum Way {
    Out,
    In,
}

/// The places that one end of `connector` may have: its own where it is decided, else all; none for a free end.
pub(super) fn choices(page: &Page, connector: &Connector, way: Way) -> Vec<Choice> {
    let end = match way {
        Way::Out => &connector.from,
        Way::In => &connector.to,
    };
    let End::Attached { step, port } = end else { return Vec::new() };
    let Some(step) = page.steps.get(step) else { return Vec::new() };
    let place = |side, t| shape::place(step.kind, step.rect, side, t);
    // A port without a route was written by somebody who left only the way to the router.
    if let Some(port) = port.filter(|port| port.pinned || connector.route.is_none()) {
        return vec![Choice { port, point: place(port.side, port.t), cost: 0.0 }];
    }
    let sides = Side::ALL.into_iter().filter(|side| is_open(step, *side));
    sides
        .flat_map(|side| shape::places(step.kind, side).iter().map(move |t| (side, *t)))
        .map(|(side, t)| Choice {
            port: Port { side, t, pinned: false },
            point: place(side, t),
            cost: side_cost(page.orientation.forward(), side, way) + if t == 0.5 { 0.0 } else { OFF_MIDDLE },
        })
        .collect()
}

/// Whether lines may use that side: a label that hangs below its symbol is not to be struck through.
fn is_open(step: &Step, side: Side) -> bool {
    side != Side::Bottom || !matches!(step.kind, StepKind::Event(_)) || step.text.is_empty()
}

/// Lines leave with the flow and arrive with the flow; across it is nearly as good, against it is bad.
fn side_cost(forward: Side, side: Side, way: Way) -> f64 {
    let (with, against) = match way {
        Way::Out => (forward, forward.opposite()),
        Way::In => (forward.opposite(), forward),
    };
    if side == with {
        0.0
    } else if side == against {
        40.0
    } else {
        10.0
    }
}
