//! Where the line of a connector may meet its steps, and what each place costs.

use crate::{
    geom::{Point, Side},
    model::{Connector, End, Page, Port, Step, StepKind},
    shape,
};

/// What a place beside the middle of its side costs more.
const OFF_MIDDLE: f64 = 40.0;

/// What a place costs more that is another one than the end has and was to keep.
const NOT_HELD: f64 = 100.0;
/// What a place costs more that is beside the middle for the sake of a straight line.
const STRAIGHT: f64 = 10.0;
/// So far beside the middle such a place may lie, …
const JOG: f64 = 24.0;
/// … and no nearer to the corner than this part of the side.
const CORNER: f64 = 0.15;
/// Lines that are less apart are one.
const SAME: f64 = 1e-6;

/// A place where a connector may meet its step.
pub(super) struct PortChoice {
    pub(super) port: Port,
    pub(super) point: Point,
    pub(super) cost: f64,
}

/// Which way a connector passes through an end.
#[derive(Clone, Copy)]
pub(super) enum Passage {
    Out,
    In,
}

/// The places that one end of `connector` may have: its own where it is decided, else all, dearer than its own where
/// that is held; none for a free end.
pub(super) fn choices(page: &Page, connector: &Connector, way: Passage, is_held: bool) -> Vec<PortChoice> {
    let end = match way {
        Passage::Out => &connector.from,
        Passage::In => &connector.to,
    };
    let End::Attached { step, port } = end else { return Vec::new() };
    let Some(step) = page.steps.get(step) else { return Vec::new() };
    let place = |side, t| shape::place(step.kind, step.rect, side, t);
    // A port without a route was written by somebody who left only the way to the router.
    if let Some(port) = port.filter(|port| port.pinned || connector.route.is_none()) {
        return vec![PortChoice { port, point: place(port.side, port.t), cost: 0.0 }];
    }
    let held = port.filter(|_| is_held);
    let change = |side: Side, t: f64| match held {
        Some(port) if port.side != side || (port.t - t).abs() > SAME => NOT_HELD,
        Some(_) | None => 0.0,
    };
    let sides = Side::ALL.into_iter().filter(|side| is_open(step, *side));
    sides
        .flat_map(|side| shape::places(step.kind, side).iter().map(move |t| (side, *t)))
        .map(|(side, t)| PortChoice {
            port: Port { side, t, pinned: false },
            point: place(side, t),
            cost: side_cost(page.orientation.forward(), side, way)
                + if t == 0.5 { 0.0 } else { OFF_MIDDLE }
                + change(side, t),
        })
        .collect()
}

/// Offers, beside the middle of straight sides, the places from which a line to the middle of the other step's
/// facing side has no jog.
pub(super) fn straighten(
    page: &Page,
    connector: &Connector,
    from: &mut Vec<PortChoice>,
    to: &mut Vec<PortChoice>,
) {
    let step = |end: &End| end.step().and_then(|id| page.steps.get(id)).map(AsRef::as_ref);
    let (Some(first), Some(last)) = (step(&connector.from), step(&connector.to)) else { return };
    let more = (facing(first, from, to), facing(last, to, from));
    from.extend(more.0);
    to.extend(more.1);
}

/// The places on `step` that face the middles among the places `others` of another step.
fn facing(step: &Step, own: &[PortChoice], others: &[PortChoice]) -> Vec<PortChoice> {
    let [_, _, ..] = own else { return Vec::new() };
    let middle = |choice: &&PortChoice| choice.port.t == 0.5;
    let straight = own.iter().filter(middle).filter(|own| shape::is_straight(step.kind, own.port.side));
    let pairs = straight.flat_map(|own| others.iter().filter(middle).map(move |other| (own, other)));
    pairs
        .filter_map(|(own, other)| {
            let side = own.port.side;
            let way = other.point - own.point;
            let aside = way - side.normal() * way.dot(side.normal());
            let is_near = (SAME..=JOG).contains(&aside.hypot());
            let faces = other.port.side == side.opposite() && way.dot(side.normal()) > 0.0;
            let extent = if side.is_horizontal() { step.rect.height() } else { step.rect.width() };
            let t = 0.5 + (aside.x + aside.y) / extent;
            let port = Port { side, t, pinned: false };
            (is_near && faces && (CORNER..=1.0 - CORNER).contains(&t)).then(|| PortChoice {
                port,
                point: own.point + aside,
                cost: own.cost + STRAIGHT,
            })
        })
        .collect()
}

/// Whether lines may use that side: a label that hangs below its symbol is not to be struck through.
fn is_open(step: &Step, side: Side) -> bool {
    side != Side::Bottom || !matches!(step.kind, StepKind::Event(_)) || step.text.is_empty()
}

/// Lines leave with the flow and arrive with the flow; across it is nearly as good, against it is bad.
fn side_cost(forward: Side, side: Side, way: Passage) -> f64 {
    let (with, against) = match way {
        Passage::Out => (forward, forward.opposite()),
        Passage::In => (forward.opposite(), forward),
    };
    if side == with {
        0.0
    } else if side == against {
        40.0
    } else {
        10.0
    }
}
