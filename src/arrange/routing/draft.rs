//! A part of a page as a request for the router.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    ends::{Passage, PortChoice, choices, straighten},
    region::Region,
};
use crate::{
    geom::{Point, Rect, Size},
    model::{
        Connector, ConnectorEnd, ConnectorId, ConnectorKind, End, LabelPlace, Page, Port, Route, Step,
        StepId, StepKind,
    },
    route::{self, Barrier, Connection, ObstacleIx, RouteRequest, RouteSettings, Terminal},
    shape,
    text::Fonts,
};

/// The room that connectors keep from the frame.
const EDGE: f64 = 8.0;

/// A connector to be routed, with what its ends may become.
pub(super) struct PlannedConnector<'a> {
    pub(super) id: &'a ConnectorId,
    pub(super) from: Vec<PortChoice>,
    pub(super) to: Vec<PortChoice>,
    /// The ports that it has.
    pub(super) old: (Option<Port>, Option<Port>),
    /// The pinned bends.
    pub(super) via: Vec<Point>,
    /// The label's place, if a person placed it.
    pub(super) label: Option<LabelPlace>,
}

/// The ends that connectors keep if they can.
pub type HeldEnds = BTreeMap<ConnectorId, ConnectorEnd>;

/// What of connectors is made anew.
#[derive(Clone, Copy)]
pub(super) enum Want<'a> {
    /// Their lines with their labels; some of their ends are held.
    Lines(&'a HeldEnds),
    /// Only the labels, on the lines that they have.
    Labels,
}

/// The request and how to read its answer: the first connections are those of the plans.
pub(super) struct RoutingDraft<'a> {
    pub(super) request: RouteRequest,
    pub(super) plans: Vec<PlannedConnector<'a>>,
}

/// The bends of a connector that a person placed.
pub(super) fn pinned_bends(connector: &Connector) -> impl Iterator<Item = Point> {
    let bends = connector.route.iter().flat_map(|route| &route.bends);
    bends.filter(|bend| bend.pinned).map(|bend| bend.at)
}

impl<'a> RoutingDraft<'a> {
    /// The request to route `touched` among what lies in `region`, or to place only their labels.
    pub(super) fn of(
        page: &'a Page,
        touched: &BTreeSet<ConnectorId>,
        want: Want<'_>,
        region: &Region<'_>,
        fonts: &Fonts,
    ) -> Self {
        let steps: Vec<&Step> = page.steps.values().map(AsRef::as_ref).filter(|s| near(s, region)).collect();
        let indices = steps.iter().enumerate().map(|(i, step)| (&step.id, ObstacleIx(i))).collect();
        let sheet = ConnectionReader { page, indices, fonts };
        let mut connections = Vec::new();
        let mut plans = Vec::new();
        for connector in touched.iter().filter_map(|id| page.connectors.get(id)) {
            let plan = PlannedConnector::of(page, connector, want);
            let fixed = match want {
                Want::Lines(_) => None,
                Want::Labels => shape::polyline(page, connector).map(|line| line.points),
            };
            connections.push(Connection { fixed, ..sheet.connection(connector, &plan) });
            plans.push(plan);
        }
        let has_label = connections.iter().any(|connection| connection.label.is_some());
        let kept = page.connectors.values().filter(|connector| !touched.contains(&connector.id));
        connections.extend(kept.filter_map(|connector| sheet.kept(connector, region, has_label)));
        let length = match want {
            Want::Lines(_) => page.length_without(touched),
            Want::Labels => page.length(),
        };
        let request = RouteRequest {
            flow: page.orientation,
            obstacles: steps.iter().map(|step| taken(step, fonts)).collect(),
            barriers: barriers(page, length),
            bounds: page.orientation.rect((0.0, length), (0.0, page.breadth())).inset(-EDGE),
            connections,
            settings: RouteSettings::default(),
        };
        Self { request, plans }
    }
}

impl<'a> PlannedConnector<'a> {
    fn of(page: &Page, connector: &'a Connector, want: Want<'_>) -> Self {
        let held = match want {
            Want::Lines(held) => held.get(&connector.id),
            Want::Labels => None,
        };
        let is_held = |which| held == Some(&which);
        let mut from = choices(page, connector, Passage::Out, is_held(ConnectorEnd::From));
        let mut to = choices(page, connector, Passage::In, is_held(ConnectorEnd::To));
        straighten(page, connector, &mut from, &mut to);
        let port = |end: &End| match end {
            End::Attached { port, .. } => *port,
            End::Free(_) => None,
        };
        Self {
            id: &connector.id,
            from,
            to,
            old: (port(&connector.from), port(&connector.to)),
            via: pinned_bends(connector).collect(),
            label: connector.route.as_ref().and_then(|route| route.label).filter(|label| label.pinned),
        }
    }
}

/// What is needed to make connections.
struct ConnectionReader<'a> {
    page: &'a Page,
    indices: BTreeMap<&'a StepId, ObstacleIx>,
    fonts: &'a Fonts,
}

impl ConnectionReader<'_> {
    /// The connection of a connector that is to be routed.
    fn connection(&self, connector: &Connector, plan: &PlannedConnector<'_>) -> Connection {
        Connection {
            from: self.terminal(&connector.from, &plan.from),
            to: self.terminal(&connector.to, &plan.to),
            via: plan.via.clone(),
            label: label_size(self.page, connector, self.fonts).filter(|_| plan.label.is_none()),
            label_at: None,
            fixed: None,
            label_near_start: leaves_decision(self.page, connector),
        }
    }

    /// The connection of a connector that stays as it is; `None` when it is far away or has no line.
    fn kept(&self, connector: &Connector, region: &Region<'_>, with_labels: bool) -> Option<Connection> {
        let Route { bends, label } = connector.route.as_ref()?;
        let ends = [&connector.from, &connector.to].map(|end| match end {
            End::Free(point) => Some(Rect::from_points(*point, *point)),
            End::Attached { step, .. } => self.page.steps.get(step).map(|step| step.rect),
        });
        let [Some(from), Some(to)] = ends else { return None };
        let area = bends.iter().fold(from.union(to), |area, bend| area.union_pt(bend.at));
        if !region.touches(area) {
            return None;
        }
        let label = label.map(|label| label.at);
        let label = label.filter(|at| with_labels || region.touches(Rect::from_points(*at, *at)));
        let label_size = label.and_then(|_| label_size(self.page, connector, self.fonts));
        Some(Connection {
            from: self.terminal(&connector.from, &[]),
            to: self.terminal(&connector.to, &[]),
            via: Vec::new(),
            label: None,
            label_at: label.zip(label_size).map(|(at, size)| Rect::from_center_size(at, size)),
            fixed: Some(shape::polyline(self.page, connector)?.points),
            label_near_start: false,
        })
    }

    fn terminal(&self, end: &End, choices: &[PortChoice]) -> Terminal {
        match end {
            End::Free(point) => Terminal::Free(*point),
            End::Attached { step, .. } => Terminal::Ports {
                obstacle: self.indices.get(step).copied().unwrap_or(ObstacleIx(usize::MAX)),
                ports: choices
                    .iter()
                    .map(|choice| route::PortOption {
                        side: choice.port.side,
                        point: choice.point,
                        cost: choice.cost,
                    })
                    .collect(),
            },
        }
    }
}

/// Whether a step may stand in the region, measured with more room than any label below it takes.
fn near(step: &Step, region: &Region<'_>) -> bool {
    let room = if has_label_below(step) { step.rect.inflate(100.0, 100.0) } else { step.rect };
    region.touches(room)
}

const fn has_label_below(step: &Step) -> bool {
    matches!(step.kind, StepKind::Event(_))
}

/// The room that a step takes up: its rectangle, and a label that stands below it.
pub fn taken(step: &Step, fonts: &Fonts) -> Rect {
    if !has_label_below(step) {
        return step.rect;
    }
    step.text.iter().fold(step.rect, |taken, (_, text)| {
        let shape::Label { block, at } = shape::label(fonts, step.kind, step.rect, text);
        taken.union(block.bounds() + at.to_vec2())
    })
}

/// The borders of lanes and phases, which a connector may cross but not run along.
fn barriers(page: &Page, length: f64) -> Vec<Barrier> {
    let breadth = page.breadth();
    let at = |along, across| page.orientation.point(along, across);
    let lanes = page.lane_bands().map(|(_, _, to)| Barrier { a: at(0.0, to), b: at(length, to) });
    let phases = page.phase_bands().map(|(_, _, to)| to.min(length));
    lanes.chain(phases.map(|to| Barrier { a: at(to, 0.0), b: at(to, breadth) })).collect()
}

fn leaves_decision(page: &Page, connector: &Connector) -> bool {
    connector.from.step().and_then(|id| page.steps.get(id)).is_some_and(|step| step.kind.can_branch())
}

/// The room that the label needs in every language; `None`: no label.
pub fn label_size(page: &Page, connector: &Connector, fonts: &Fonts) -> Option<Size> {
    let bold = leaves_decision(page, connector) && connector.kind == ConnectorKind::Sequence;
    connector
        .label
        .iter()
        .map(|(_, text)| shape::connector_label_size(fonts, text, bold))
        .reduce(|a, b| Size::new(a.width.max(b.width), a.height.max(b.height)))
}
