//! Connectors.

use serde::{Deserialize, Serialize};

use super::{ConnectorId, Properties, StepId, Style, Text};
use crate::geom::{Point, Side, serial};

/// A line from one step to another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Connector {
    /// Its name.
    pub id: ConnectorId,
    /// What it means, and how it is drawn.
    pub kind: ConnectorKind,
    /// Where it begins.
    pub from: End,
    /// Where it ends, with the arrow head.
    pub to: End,
    /// The way it takes. Routes are data: opening a file never moves a line. `None`: not routed yet.
    pub route: Option<Route>,
    /// The label.
    pub label: Text,
    /// How many of the cases take it, in percent of those that reach its start: 0 to 100.
    pub share: Option<f64>,
    /// Overrides of the theme; only `line` and `text` count.
    pub style: Style,
    /// Free key/value pairs.
    pub properties: Properties,
}

/// What a connector means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ConnectorKind {
    /// What comes next (solid).
    #[default]
    Sequence,
    /// Something told or sent (dashed).
    Message,
    /// Belongs together (dotted, no arrow head).
    Association,
}

/// One end of a connector.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum End {
    /// On a step.
    Attached {
        /// The step.
        step: StepId,
        /// Where on its outline; `None`: the router chooses.
        port: Option<Port>,
    },
    /// On nothing, at a point in page coordinates.
    Free(#[serde(with = "serial::PointForm")] Point),
}

impl End {
    /// The step it is attached to.
    pub const fn step(&self) -> Option<&StepId> {
        match self {
            Self::Attached { step, .. } => Some(step),
            Self::Free(_) => None,
        }
    }
}

/// Which end of a connector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ConnectorEnd {
    /// Where it begins.
    From,
    /// Where it ends.
    To,
}

/// A place on a step's outline.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Port {
    /// The side of the step.
    pub side: Side,
    /// 0 to 1 along that side, left to right or top to bottom.
    pub t: f64,
    /// Whether a person chose it, so that the router keeps it.
    pub pinned: bool,
}

/// The way a connector takes between its two ends.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// The corners between the ends, in order.
    pub bends: Vec<Bend>,
    /// Where the label stands; `None`: no label was placed.
    pub label: Option<LabelPlace>,
}

/// Where the label of a connector stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelPlace {
    /// Its middle, in page coordinates.
    #[serde(with = "serial::PointForm")]
    pub at: Point,
    /// Whether a person placed it, so that it keeps that place beside its line.
    pub pinned: bool,
}

/// A corner of a route.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bend {
    /// In page coordinates.
    #[serde(with = "serial::PointForm")]
    pub at: Point,
    /// Whether a person placed it, so that the router keeps it.
    pub pinned: bool,
}
