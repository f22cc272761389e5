//! Lanes, which pools hold, and phases: the two ways in which a page is divided.

use serde::{Deserialize, Serialize};

use super::{LaneId, PhaseId, PoolId, Style, Text};

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
    /// The extent that a person gave it, below which it does not shrink by itself; > 0.
    pub given: Option<f64>,
    /// Overrides of the theme; `fill` is the header's colour.
    pub style: Style,
    /// The pool that it lies in.
    pub pool: Option<PoolId>,
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

/// Lanes side by side that belong together: a participant and, within one, what is a lane with lanes of its own in
/// other notations.
///
/// Which lanes it holds is said by them, and which pools, by those; their order is that of the page's lanes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pool {
    /// Its name.
    pub id: PoolId,
    /// The heading.
    pub title: Text,
    /// The pool that it lies in.
    pub parent: Option<PoolId>,
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
