//! What is done to lanes, pools and phases.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::{LaneId, PhaseId, PoolId, Role, Text};

/// What becomes of the steps of a lane or phase that goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Content<Id> {
    /// They go too.
    Delete,
    /// They move there.
    MoveTo(Id),
}

/// What is done to lanes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum LaneCommand {
    /// Adds a lane; between two of a pool, it lies in the pool.
    Add {
        /// Its name.
        id: LaneId,
        /// Its place among the lanes; 0: first.
        at: usize,
        /// The heading.
        title: Text,
        /// Who it is.
        role: Role,
    },
    /// Moves a lane with everything in it; where it leaves its pool or comes amid another one, it belongs to what is
    /// there.
    Move {
        /// Which.
        lane: LaneId,
        /// Its new place among the lanes.
        to: usize,
    },
    /// Sets how far a lane reaches across the page; never less than its content needs.
    Resize {
        /// Which.
        lane: LaneId,
        /// Document units.
        size: f64,
    },
    /// Removes a lane; the last one stays.
    Delete {
        /// Which.
        lane: LaneId,
        /// What becomes of its steps.
        content: Content<LaneId>,
    },
    /// Says who a lane is.
    SetRole {
        /// Which.
        lane: LaneId,
        /// Who.
        role: Role,
    },
}

/// What lies in a pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PoolPart {
    /// A lane.
    Lane(LaneId),
    /// Another pool, with everything in it.
    Pool(PoolId),
}

/// What is done to pools; [`Command::SetText`](super::Command::SetText) gives one its heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PoolCommand {
    /// Puts a new pool around lanes that stand side by side. It lies in the nearest pool around all of them, and takes
    /// whole pools of that in.
    Add {
        /// Its name.
        id: PoolId,
        /// Which lanes.
        lanes: BTreeSet<LaneId>,
        /// The heading.
        title: Text,
    },
    /// Moves a pool with everything in it; where it leaves the pool around it or comes amid another one, it belongs to
    /// what is there.
    Move {
        /// Which.
        pool: PoolId,
        /// How many other lanes come before it afterwards.
        to: usize,
    },
    /// Puts a lane or a pool into another one, or out of all; it moves to the nearest place where that goes.
    PutIn {
        /// What.
        part: PoolPart,
        /// Where; `None`: in no pool.
        pool: Option<PoolId>,
    },
    /// Takes a pool away; what lies in it stays, in the pool around it.
    Dissolve {
        /// Which.
        pool: PoolId,
    },
}

/// What is done to phases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PhaseCommand {
    /// Adds a phase. The first one of a page takes in all steps.
    Add {
        /// Its name.
        id: PhaseId,
        /// Its place among the phases; 0: first.
        at: usize,
        /// The heading.
        title: Text,
    },
    /// Moves a phase with everything in it.
    Move {
        /// Which.
        phase: PhaseId,
        /// Its new place among the phases.
        to: usize,
    },
    /// Sets how far a phase reaches along the page; never less than its content needs.
    Resize {
        /// Which.
        phase: PhaseId,
        /// Document units.
        size: f64,
    },
    /// Removes a phase; its steps go too or belong to another one. Without phases they belong to none.
    Delete {
        /// Which.
        phase: PhaseId,
        /// What becomes of its steps; `None`: they stay where they are and belong to what is there.
        content: Option<Content<PhaseId>>,
    },
}
