//! Steps that one side removed and that stay, with their connectors.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    edits::Edits,
    field_merge::{Origin, Three},
    page_merge::{PageMerge, Records},
};
use crate::{
    model::{Connector, ConnectorId, End, StepId},
    revise::RecordId,
};

/// The connectors of steps that one side removed and that stay.
pub(super) struct Revived<'r> {
    /// Those that stay as the side has them that has the step.
    pub(super) kept: BTreeMap<ConnectorId, (&'r Connector, Origin)>,
    /// Those that go, because the step at their other end does, with the side that has them.
    pub(super) gone: Vec<(&'r Connector, Origin)>,
}

impl<'r> Revived<'r> {
    /// Finds them among the connectors `lines` of the page that is merged.
    pub(super) fn of(merge: &PageMerge<'_, '_>, lines: &Three<Records<'r, Connector>>) -> Self {
        let mut found = Self { kept: BTreeMap::new(), gone: Vec::new() };
        let lost = LostSteps::of(merge);
        let ours = lines.ours.values().map(|line| (*line, Origin::Ours));
        let theirs = lines.theirs.values().map(|line| (*line, Origin::Theirs));
        for (line, origin) in ours.chain(theirs) {
            let ends = || [&line.from, &line.to].into_iter().filter_map(End::step);
            if !ends().any(|id| lost.revived.get(id) == Some(&origin)) {
                continue;
            }
            if ends().any(|id| lost.gone.contains(id)) {
                found.gone.push((line, origin));
            } else {
                found.kept.entry(line.id.clone()).or_insert((line, origin));
            }
        }
        found
    }
}

/// The steps that one side removed.
struct LostSteps {
    /// Those that stay, with the side that has them.
    revived: BTreeMap<StepId, Origin>,
    /// The others.
    gone: BTreeSet<StepId>,
}

impl LostSteps {
    fn of(merge: &PageMerge<'_, '_>) -> Self {
        let Three { base, ours, theirs } = merge.sides.map(|side| &side.page.steps);
        let mut lost = Self { revived: BTreeMap::new(), gone: BTreeSet::new() };
        let stays = |edits: &Edits, id: &StepId| {
            let record = RecordId::Step(id.clone());
            edits.has(&record) || merge.needed.contains(&record)
        };
        for id in base.into_iter().flat_map(|base| base.keys()) {
            let origin = match (ours.contains_key(id), theirs.contains_key(id)) {
                (true, true) => continue,
                (true, false) if stays(merge.edits[0], id) => Origin::Ours,
                (false, true) if stays(merge.edits[1], id) => Origin::Theirs,
                (true | false, false) | (false, true) => {
                    lost.gone.insert(id.clone());
                    continue;
                }
            };
            lost.revived.insert(id.clone(), origin);
        }
        lost
    }
}
