//! Lanes and phases: the two ways in which a page is divided.

use serde::{Deserialize, Serialize};

use super::{LaneId, PhaseId, Style, Text};

/// A band of the page that belongs to somebody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lane {
    /// Its name.
    pub id: LaneId,
    /// The heading.
    pub title: Text,
    /// Who it is, which chooses the colour.
    pub role: Role,
    /// Extent across the page, in document units, > 0.
    pub size: f64,
    /// Overrides of the theme; `fill` is the header's colour.
    pub style: Style,
    /// The pool it belongs to; neighbouring lanes with an equal group are drawn as one pool.
    pub group: Text,
}

/// Who acts in a lane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Role {
    /// The person served.
    Customer,
    /// The person who serves.
    Employee,
    /// The department behind.
    ServiceDepartment,
    /// Who answers for the process.
    ProcessOwner,
    /// Anybody else.
    #[default]
    Other,
}

impl Role {
    /// All of them, in the usual order of lanes.
    pub const ALL: [Self; 5] =
        [Self::Customer, Self::Employee, Self::ServiceDepartment, Self::ProcessOwner, Self::Other];
}

/// A stage of the process: a band across all lanes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Its name.
    pub id: PhaseId,
    /// The heading.
    pub title: Text,
    /// Extent along the page, in document units, > 0.
    pub size: f64,
}
