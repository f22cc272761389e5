//! What is selected.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::{ConnectorId, LaneId, Page, PhaseId, StepId};

/// Records of one page that a person chose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Selection {
    /// Steps.
    pub steps: BTreeSet<StepId>,
    /// Connectors.
    pub connectors: BTreeSet<ConnectorId>,
    /// Lanes.
    pub lanes: BTreeSet<LaneId>,
    /// Phases.
    pub phases: BTreeSet<PhaseId>,
}

impl Selection {
    /// One step.
    pub fn step(id: StepId) -> Self {
        Self { steps: BTreeSet::from([id]), ..Self::default() }
    }

    /// Several steps.
    pub fn steps(ids: impl IntoIterator<Item = StepId>) -> Self {
        Self { steps: ids.into_iter().collect(), ..Self::default() }
    }

    /// One connector.
    pub fn connector(id: ConnectorId) -> Self {
        Self { connectors: BTreeSet::from([id]), ..Self::default() }
    }

    /// One lane.
    pub fn lane(id: LaneId) -> Self {
        Self { lanes: BTreeSet::from([id]), ..Self::default() }
    }

    /// One phase.
    pub fn phase(id: PhaseId) -> Self {
        Self { phases: BTreeSet::from([id]), ..Self::default() }
    }

    /// Every step and connector of `page`.
    pub fn everything(page: &Page) -> Self {
        Self {
            steps: page.steps.keys().cloned().collect(),
            connectors: page.connectors.keys().cloned().collect(),
            ..Self::default()
        }
    }

    /// Whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many records are selected.
    pub fn len(&self) -> usize {
        let Self { steps, connectors, lanes, phases } = self;
        steps.len() + connectors.len() + lanes.len() + phases.len()
    }

    /// The step, if it is all that is selected.
    pub fn only_step(&self) -> Option<&StepId> {
        self.steps.first().filter(|_| self.len() == 1)
    }

    /// The connector, if it is all that is selected.
    pub fn only_connector(&self) -> Option<&ConnectorId> {
        self.connectors.first().filter(|_| self.len() == 1)
    }

    /// The lane, if it is all that is selected.
    pub fn only_lane(&self) -> Option<&LaneId> {
        self.lanes.first().filter(|_| self.len() == 1)
    }

    /// The phase, if it is all that is selected.
    pub fn only_phase(&self) -> Option<&PhaseId> {
        self.phases.first().filter(|_| self.len() == 1)
    }

    /// Adds `other`, or takes it away where all of it was there already.
    pub fn toggle(&mut self, other: &Self) {
        toggle(&mut self.steps, &other.steps);
        toggle(&mut self.connectors, &other.connectors);
        toggle(&mut self.lanes, &other.lanes);
        toggle(&mut self.phases, &other.phases);
    }

    /// Takes out what is not on `page`.
    pub fn keep_existing(&mut self, page: &Page) {
        let Self { steps, connectors, lanes, phases } = self;
        steps.retain(|id| page.steps.contains_key(id));
        connectors.retain(|id| page.connectors.contains_key(id));
        lanes.retain(|id| page.lanes.iter().any(|lane| lane.id == *id));
        phases.retain(|id| page.phases.iter().any(|phase| phase.id == *id));
    }
}

fn toggle<Id: Ord + Clone>(mine: &mut BTreeSet<Id>, other: &BTreeSet<Id>) {
    if other.is_subset(mine) {
        mine.retain(|id| !other.contains(id));
    } else {
        mine.extend(other.iter().cloned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choosing_twice_takes_away() {
        let step = |name| Selection::step(StepId::mint(name, 1));
        let mut chosen = step("a");
        chosen.toggle(&step("b"));
        assert_eq!(chosen.len(), 2);
        chosen.toggle(&step("a"));
        assert_eq!(chosen, step("b"));
    }
}
