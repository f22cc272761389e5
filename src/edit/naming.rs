//! New names for copies.
//!
//! Owns that nothing in a copy keeps its name and that what named each other still does. Knows no page and no
//! clipboard.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::model::{
    Connector, ConnectorId, End, Lane, LaneId, Link, Page, PageId, Phase, PhaseId, Pool, PoolId, Step,
    StepId, Text,
};

/// Names given to the parts of one copy.
pub(super) struct Naming<'a> {
    mint: &'a mut dyn FnMut() -> u32,
    /// Everything that was given; ids are unique among all kinds of records.
    given: BTreeSet<String>,
    steps: BTreeMap<StepId, StepId>,
    lanes: BTreeMap<LaneId, LaneId>,
    pools: BTreeMap<PoolId, PoolId>,
    phases: BTreeMap<PhaseId, PhaseId>,
}

impl<'a> Naming<'a> {
    /// Names made with the chance that `mint` gives.
    pub(super) const fn new(mint: &'a mut dyn FnMut() -> u32) -> Self {
        Self {
            mint,
            given: BTreeSet::new(),
            steps: BTreeMap::new(),
            lanes: BTreeMap::new(),
            pools: BTreeMap::new(),
            phases: BTreeMap::new(),
        }
    }

    /// A name that was not given yet.
    fn fresh<Id>(&mut self, make: impl Fn(u32) -> Id, text: impl Fn(&Id) -> &str) -> Id {
        let mut chance = (self.mint)();
        loop {
            let id = make(chance);
            if self.given.insert(text(&id).to_owned()) {
                return id;
            }
            chance = chance.wrapping_add(1);
        }
    }

    /// Gives a step a new name. Every step of the copy comes before what names it.
    pub(super) fn name_step(&mut self, step: &Step) -> StepId {
        let id = self.fresh(|chance| StepId::mint(word(&step.text), chance), StepId::as_str);
        self.steps.insert(step.id.clone(), id.clone());
        id
    }

    /// Gives a lane a new name.
    pub(super) fn name_lane(&mut self, id: &LaneId, title: &Text) -> LaneId {
        let new = self.fresh(|chance| LaneId::mint(word(title), chance), LaneId::as_str);
        self.lanes.insert(id.clone(), new.clone());
        new
    }

    /// Gives a pool a new name. Every pool of the copy comes before what lies in it.
    pub(super) fn name_pool(&mut self, id: &PoolId, title: &Text) -> PoolId {
        let new = self.fresh(|chance| PoolId::mint(word(title), chance), PoolId::as_str);
        self.pools.insert(id.clone(), new.clone());
        new
    }

    /// Gives a phase a new name.
    pub(super) fn name_phase(&mut self, id: &PhaseId, title: &Text) -> PhaseId {
        let new = self.fresh(|chance| PhaseId::mint(word(title), chance), PhaseId::as_str);
        self.phases.insert(id.clone(), new.clone());
        new
    }

    /// The new name of a step; its own where it is not part of the copy.
    pub(super) fn step(&self, id: &StepId) -> StepId {
        self.steps.get(id).unwrap_or(id).clone()
    }

    /// The new name of a pool.
    fn pool(&self, id: Option<&PoolId>) -> Option<PoolId> {
        id.map(|id| self.pools.get(id).unwrap_or(id).clone())
    }

    /// A copy of `pool`, which was given a name.
    fn pool_copy(&self, pool: &Pool) -> Pool {
        let Pool { id, title, parent } = pool;
        let id = self.pools.get(id).unwrap_or(id).clone();
        Pool { id, title: title.clone(), parent: self.pool(parent.as_ref()) }
    }

    /// A copy of `step`, which was given a name.
    pub(super) fn step_copy(&self, step: &Step) -> Step {
        let link = step.link.clone().map(|link| match link {
            Link::Step(to) => Link::Step(self.step(&to)),
            Link::Page(_) | Link::Address(_) => link,
        });
        Step {
            id: self.step(&step.id),
            lane: self.lanes.get(&step.lane).unwrap_or(&step.lane).clone(),
            phase: step.phase.as_ref().map(|phase| self.phases.get(phase).unwrap_or(phase).clone()),
            link,
            ..step.clone()
        }
    }

    /// A copy of `connector` between the copies of its steps.
    pub(super) fn connector_copy(&mut self, connector: &Connector) -> Connector {
        let end = |end: &End| match end {
            End::Attached { step, port } => End::Attached { step: self.step(step), port: *port },
            End::Free(at) => End::Free(*at),
        };
        let (from, to) = (end(&connector.from), end(&connector.to));
        let id = self.fresh(|chance| ConnectorId::mint(word(&connector.label), chance), ConnectorId::as_str);
        Connector { id, from, to, ..connector.clone() }
    }
}

/// A copy of `page` with new names, made with the chance that `mint` gives. What named each other in it still does;
/// a title gets a number.
pub fn copy_page(page: &Page, mint: &mut dyn FnMut() -> u32) -> Page {
    let mut naming = Naming::new(mint);
    let id = naming.fresh(|chance| PageId::mint(word(&page.title), chance), PageId::as_str);
    for pool in page.pools.values() {
        naming.name_pool(&pool.id, &pool.title);
    }
    let pools = page.pools.values().map(|pool| naming.pool_copy(pool));
    let pools = by_id(pools, |pool| pool.id.clone());
    let lanes: Vec<Arc<Lane>> = page
        .lanes
        .iter()
        .map(|lane| {
            let id = naming.name_lane(&lane.id, &lane.title);
            Arc::new(Lane { id, pool: naming.pool(lane.pool.as_ref()), ..Lane::clone(lane) })
        })
        .collect();
    let phases: Vec<Arc<Phase>> = page
        .phases
        .iter()
        .map(|phase| {
            Arc::new(Phase { id: naming.name_phase(&phase.id, &phase.title), ..Phase::clone(phase) })
        })
        .collect();
    for step in page.steps.values() {
        naming.name_step(step);
    }
    let steps = page.steps.values().map(|step| {
        let copy = naming.step_copy(step);
        let link = copy
            .link
            .map(|link| if link == Link::Page(page.id.clone()) { Link::Page(id.clone()) } else { link });
        Step { link, ..copy }
    });
    let steps = by_id(steps, |step| step.id.clone());
    let connectors = page.connectors.values().map(|of| naming.connector_copy(of)).collect();
    let z_order = page.z_order.iter().map(|(id, rank)| (naming.step(id), rank)).collect();
    Page {
        title: numbered(&page.title),
        orientation: page.orientation,
        lanes,
        pools,
        phases,
        steps,
        connectors,
        z_order,
        id,
    }
}

/// `Calls` becomes `Calls (2)`, and that `Calls (3)`.
fn numbered(title: &Text) -> Text {
    let mut new = Text::EMPTY;
    for (lang, text) in title.iter() {
        let number = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
        let number = number.and_then(|(stem, number)| Some((stem, number.parse::<u32>().ok()?)));
        let (stem, number) = number.unwrap_or((text, 1));
        new.set(lang.clone(), format!("{stem} ({})", number.saturating_add(1)));
    }
    new
}

/// What an id is made of.
fn word(text: &Text) -> &str {
    text.iter().next().map_or("", |(_, text)| text)
}

/// Records under their names.
pub(super) fn by_id<Id: Ord, T>(
    records: impl IntoIterator<Item = T>,
    id: impl Fn(&T) -> Id,
) -> BTreeMap<Id, Arc<T>> {
    records.into_iter().map(|record| (id(&record), Arc::new(record))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::fixture::en;

    #[test]
    fn copies_of_copies_are_counted() {
        assert_eq!(numbered(&en("Calls")), en("Calls (2)"));
        assert_eq!(numbered(&en("Calls (2)")), en("Calls (3)"));
        assert_eq!(numbered(&en("Calls (new)")), en("Calls (new) (2)"));
        assert_eq!(numbered(&Text::EMPTY), Text::EMPTY);
    }

    #[test]
    fn even_the_same_chance_gives_different_names() {
        let mut same = || 7;
        let mut naming = Naming::new(&mut same);
        let lane = LaneId::mint("lane", 0);
        assert_ne!(naming.name_lane(&lane, &en("Lane")), naming.name_lane(&lane, &en("Lane")));
    }
}
