//! Routes for connectors that have none: a page is turned into a request for the router, and its answer into
//! records.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    geom::{Orientation, Point, Rect, Side, Size},
    model::{Bend, Connector, ConnectorId, ConnectorKind, End, Page, Port, Route, Step, StepId, StepKind},
    route::{self, Barrier, Flow, Job, ObstacleIx, RouteRequest, Settings, Terminal},
    shape,
    text::Fonts,
};

/// The room that connectors keep from the frame.
const EDGE: f64 = 8.0;

/// Routes each connector of `page` that has no route; the others stay and are kept clear of. Returns whether
/// there were any.
pub fn route_missing(page: &mut Page, fonts: &Fonts) -> bool {
    if page.connectors.values().all(|connector| connector.route.is_some()) {
        return false;
    }
    let draft = Draft::of(page, fonts);
    let routes = route::route(&draft.request);
    for (plan, found) in draft.plans.iter().zip(routes) {
        let Some(connector) = page.connectors.get_mut(&plan.id).filter(|connector| connector.route.is_none())
        else {
            continue;
        };
        let connector = Arc::make_mut(connector);
        settle(&mut connector.from, &plan.from, found.points.first());
        settle(&mut connector.to, &plan.to, found.points.last());
        let inner = found.points.len().saturating_sub(2);
        let bends = found.points.iter().skip(1).take(inner).map(|at| Bend { at: *at, pinned: false });
        connector.route =
            Some(Route { bends: bends.collect(), label: found.label.map(|rect| rect.center()) });
    }
    true
}

/// A place where a connector may meet its step.
struct Choice {
    port: Port,
    point: Point,
    cost: f64,
}

/// A connector in the request, with what its ends may become.
struct Plan {
    id: ConnectorId,
    from: Vec<Choice>,
    to: Vec<Choice>,
}

/// The request and how to read its answer.
struct Draft {
    request: RouteRequest,
    plans: Vec<Plan>,
}

impl Draft {
    fn of(page: &Page, fonts: &Fonts) -> Self {
        let indices: BTreeMap<&StepId, ObstacleIx> =
            page.steps.keys().enumerate().map(|(i, id)| (id, ObstacleIx(i))).collect();
        let mut jobs = Vec::new();
        let mut plans = Vec::new();
        for connector in page.connectors.values() {
            let from = choices(page, &connector.from, Way::Out);
            let to = choices(page, &connector.to, Way::In);
            jobs.push(Job {
                from: terminal(&indices, &connector.from, &from),
                to: terminal(&indices, &connector.to, &to),
                via: Vec::new(),
                label: label_size(page, connector, fonts),
                fixed: shape::polyline(page, connector).map(|line| line.points),
                label_near_start: leaves_decision(page, connector),
            });
            plans.push(Plan { id: connector.id.clone(), from, to });
        }
        let request = RouteRequest {
            flow: match page.orientation {
                Orientation::Horizontal => Flow::LeftToRight,
                Orientation::Vertical => Flow::TopToBottom,
            },
            obstacles: page.steps.values().map(|step| taken(step, fonts)).collect(),
            barriers: barriers(page),
            bounds: page.grid().inset(-EDGE),
            jobs,
            settings: Settings::default(),
        };
        Self { request, plans }
    }
}

/// The room that a step takes up: its rectangle, and a label that stands below it.
fn taken(step: &Step, fonts: &Fonts) -> Rect {
    step.text.iter().fold(step.rect, |taken, (_, text)| {
        let shape::Label { block, at } = shape::label(fonts, step.kind, step.rect, text);
        let label = block.bounds() + at.to_vec2();
        if label.y0 >= step.rect.y1 { taken.union(label) } else { taken }
    })
}

/// The borders of lanes and phases, which a connector may cross but not run along.
fn barriers(page: &Page) -> Vec<Barrier> {
    let (length, breadth) = (page.length(), page.breadth());
    let at = |along, across| page.orientation.point(along, across);
    let lanes = page.lane_bands().map(|(_, _, to)| Barrier { a: at(0.0, to), b: at(length, to) });
    let phases = page.phase_bands().map(|(_, _, to)| Barrier { a: at(to, 0.0), b: at(to, breadth) });
    lanes.chain(phases).collect()
}

/// Which way a connector passes through an end.
#[derive(Clone, Copy)]
enum Way {
    Out,
    In,
}

fn choices(page: &Page, end: &End, way: Way) -> Vec<Choice> {
    let End::Attached { step, port } = end else { return Vec::new() };
    let Some(step) = page.steps.get(step) else { return Vec::new() };
    let place = |side, t| shape::place(step.kind, step.rect, side, t);
    if let Some(port) = port {
        return vec![Choice { port: *port, point: place(port.side, port.t), cost: 0.0 }];
    }
    // A label that hangs below its symbol is not to be struck through.
    let is_open = |side: &Side| {
        *side != Side::Bottom || !matches!(step.kind, StepKind::Event(_)) || step.text.is_empty()
    };
    Side::ALL
        .into_iter()
        .filter(is_open)
        .flat_map(|side| shape::places(step.kind, side).iter().map(move |t| (side, *t)))
        .map(|(side, t)| Choice {
            port: Port { side, t, pinned: false },
            point: place(side, t),
            cost: side_cost(page.orientation.forward(), side, way) + if t == 0.5 { 0.0 } else { 14.0 },
        })
        .collect()
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

fn terminal(indices: &BTreeMap<&StepId, ObstacleIx>, end: &End, choices: &[Choice]) -> Terminal {
    match end {
        End::Free(point) => Terminal::Free(*point),
        End::Attached { step, .. } => Terminal::Ports {
            obstacle: indices.get(step).copied().unwrap_or(ObstacleIx(usize::MAX)),
            ports: choices
                .iter()
                .map(|choice| route::Port { side: choice.port.side, point: choice.point, cost: choice.cost })
                .collect(),
        },
    }
}

/// Notes the place that the router chose.
fn settle(end: &mut End, choices: &[Choice], chosen: Option<&Point>) {
    let (End::Attached { port, .. }, Some(chosen)) = (end, chosen) else { return };
    let distance = |choice: &&Choice| choice.point.distance(*chosen);
    if let Some(choice) = choices.iter().min_by(|a, b| distance(a).total_cmp(&distance(b))) {
        *port = Some(choice.port);
    }
}

fn leaves_decision(page: &Page, connector: &Connector) -> bool {
    connector.from.step().and_then(|id| page.steps.get(id)).is_some_and(|step| step.kind.can_branch())
}

/// The room that the label needs in every language; `None`: no label.
fn label_size(page: &Page, connector: &Connector, fonts: &Fonts) -> Option<Size> {
    let bold = leaves_decision(page, connector) && connector.kind == ConnectorKind::Sequence;
    connector
        .label
        .iter()
        .map(|(_, text)| shape::connector_label(fonts, text, bold).bounds().size())
        .reduce(|a, b| Size::new(a.width.max(b.width), a.height.max(b.height)))
}
