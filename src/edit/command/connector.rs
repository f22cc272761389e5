//! What is done to connectors.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    geom::{Point, serial},
    model::{Bend, ConnectorEnd, ConnectorId, ConnectorKind, End, StepId, Text},
};

/// What is done to connectors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ConnectorCommand {
    /// Adds a connector.
    Create {
        /// Its name.
        id: ConnectorId,
        /// Where it begins.
        from: End,
        /// Where it ends.
        to: End,
        /// What it means.
        kind: ConnectorKind,
        /// What it says.
        label: Text,
    },
    /// Puts an end somewhere else: on a step, or on nothing.
    Reconnect {
        /// Which.
        connector: ConnectorId,
        /// Which end.
        which: ConnectorEnd,
        /// Where to.
        end: End,
    },
    /// Makes beginning and end change places.
    Reverse {
        /// Which.
        connector: ConnectorId,
    },
    /// Changes what connectors mean.
    SetKind {
        /// Which.
        connectors: BTreeSet<ConnectorId>,
        /// What they become.
        kind: ConnectorKind,
    },
    /// Sets how many of the cases take a connector; where a decision has two branches with shares, the other one
    /// follows.
    SetShare {
        /// Which.
        connector: ConnectorId,
        /// Percent; `None`: not said.
        share: Option<f64>,
    },
    /// Makes the shares of a decision's branches add up to 100: missing ones get what is left, or all are scaled.
    EvenShares {
        /// The decision.
        step: StepId,
    },
    /// Gives a connector the corners that a person placed; the ends keep their ports.
    SetBends {
        /// Which.
        connector: ConnectorId,
        /// The corners.
        bends: Vec<Bend>,
    },
    /// Puts a connector's label somewhere else, where it stays: it keeps that place beside its line.
    MoveLabel {
        /// Which.
        connector: ConnectorId,
        /// The label's middle, in page coordinates.
        #[serde(with = "serial::PointForm")]
        at: Point,
    },
    /// Finds places for the labels of connectors, forgetting where a person put them.
    PlaceLabels {
        /// Which.
        connectors: BTreeSet<ConnectorId>,
    },
    /// Finds the way of connectors anew, forgetting pinned bends, ports and labels.
    Tidy {
        /// Which.
        connectors: BTreeSet<ConnectorId>,
    },
}
