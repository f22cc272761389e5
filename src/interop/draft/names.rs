//! Names for records.

use std::collections::BTreeSet;

use crate::model::{ConnectorId, LaneId, PageId, PhaseId, PoolId, StepId};

/// Gives names that are unique in a document, without chance.
#[derive(Debug, Default)]
pub(in crate::interop) struct RecordNames {
    taken: BTreeSet<String>,
}

impl RecordNames {
    /// `wish` itself if it can be a name and nobody has it, else one made of it.
    pub(in crate::interop) fn step(&mut self, wish: &str) -> StepId {
        self.name(wish, StepId::parse, StepId::mint, StepId::as_str)
    }

    /// The same for a page.
    pub(super) fn page(&mut self, wish: &str) -> PageId {
        self.name(wish, PageId::parse, PageId::mint, PageId::as_str)
    }

    /// The same for a lane.
    pub(super) fn lane(&mut self, wish: &str) -> LaneId {
        self.name(wish, LaneId::parse, LaneId::mint, LaneId::as_str)
    }

    /// The same for a pool.
    pub(super) fn pool(&mut self, wish: &str) -> PoolId {
        self.name(wish, PoolId::parse, PoolId::mint, PoolId::as_str)
    }

    /// The same for a phase.
    pub(super) fn phase(&mut self, wish: &str) -> PhaseId {
        self.name(wish, PhaseId::parse, PhaseId::mint, PhaseId::as_str)
    }

    /// The same for a connector.
    pub(super) fn connector(&mut self, wish: &str) -> ConnectorId {
        self.name(wish, ConnectorId::parse, ConnectorId::mint, ConnectorId::as_str)
    }

    fn name<Id, E>(
        &mut self,
        wish: &str,
        parse: impl Fn(&str) -> Result<Id, E>,
        mint: impl Fn(&str, u32) -> Id,
        text: impl Fn(&Id) -> &str,
    ) -> Id {
        if let Ok(id) = parse(&wish.to_lowercase())
            && self.taken.insert(text(&id).to_owned())
        {
            return id;
        }
        let mut seed = hash(wish);
        loop {
            let id = mint(wish, seed);
            if self.taken.insert(text(&id).to_owned()) {
                return id;
            }
            seed = hash(text(&id)).wrapping_add(seed);
        }
    }
}

/// FNV-1a: the same in every run and on every machine.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_source_where_they_can_be() {
        let mut names = RecordNames::default();
        assert_eq!(names.step("P100").as_str(), "p100");
        let second = names.step("P100");
        assert!(second.as_str().starts_with("p100-"), "{second}");
        assert_ne!(names.step("P100"), second);
        let mut again = RecordNames::default();
        again.step("P100");
        assert_eq!(again.step("P100"), second);
        assert!(names.step("¿Sí?").as_str().starts_with("s-"));
    }
}
