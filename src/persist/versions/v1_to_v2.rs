//! Version 1 to version 2: the list of raised steps becomes a rank at the place of each, and neighbouring lanes with the
//! same group come to lie in one pool.

use std::collections::{BTreeMap, BTreeSet};

use super::{Fault, convert::fault, v1, v2, values::Pairs};
use crate::{model::Breach, persist::FileFault};

impl v1::File {
    /// The same file in version 2.
    pub(in crate::persist) fn upgrade(self) -> Result<v2::File, Fault> {
        let v1::Document {
            language,
            pages,
            title,
            subtitle,
            description,
            title_block,
            theme,
            line_jumps,
            properties,
        } = self.document;
        let mut names = PoolNames::new(&pages);
        let pages = pages.into_iter().map(|of| page(of, &mut names)).collect::<Result<_, _>>()?;
        Ok(v2::File::of(v2::Document {
            language,
            pages,
            id: None,
            title,
            subtitle,
            description,
            translations: Vec::new(),
            title_block,
            theme,
            line_jumps,
            properties,
        }))
    }
}

fn page(from: v1::Page, names: &mut PoolNames) -> Result<v2::Page, Fault> {
    let v1::Page { id, lanes, title, orientation, phases, steps, connectors, places } = from;
    let places = places.map(|of| self::places(&id, of)).transpose()?;
    let (lanes, pools) = pooled(lanes, names);
    Ok(v2::Page { id, lanes, title, orientation, pools, phases, steps, connectors, places })
}

/// Names for pools that nothing else in the file has.
struct PoolNames {
    taken: BTreeSet<String>,
    last: usize,
}

impl PoolNames {
    fn new(pages: &[v1::Page]) -> Self {
        let ids = pages.iter().flat_map(|page| {
            let lanes = page.lanes.iter().map(|lane| &lane.id);
            let phases = page.phases.iter().map(|phase| &phase.id);
            let steps = page.steps.iter().map(|step| &step.id);
            let connectors = page.connectors.iter().map(|connector| &connector.id);
            lanes.chain(phases).chain(steps).chain(connectors).chain([&page.id]).cloned()
        });
        Self { taken: ids.collect(), last: 0 }
    }

    fn next(&mut self) -> String {
        loop {
            self.last += 1;
            let name = format!("pool-{}", self.last);
            if !self.taken.contains(&name) {
                return name;
            }
        }
    }
}

/// What a text says, whichever language comes first.
fn said(text: &Pairs) -> BTreeMap<&str, &str> {
    let said = text.0.iter().filter(|(_, words)| !words.is_empty());
    said.map(|(lang, words)| (lang.as_str(), words.as_str())).collect()
}

/// Lanes, and the pools that their groups mean.
fn pooled(lanes: Vec<v1::Lane>, names: &mut PoolNames) -> (Vec<v2::Lane>, Vec<v2::Pool>) {
    let mut pools: Vec<v2::Pool> = Vec::new();
    let mut is_open = false;
    let lanes = lanes.into_iter().map(|lane| {
        let v1::Lane { id, size, title, role, group, style } = lane;
        let has_pool = !said(&group).is_empty();
        let is_same = is_open && pools.last().is_some_and(|pool| said(&pool.title) == said(&group));
        if has_pool && !is_same {
            pools.push(v2::Pool { id: names.next(), title: group, parent: None });
        }
        is_open = has_pool;
        let pool = pools.last().filter(|_| has_pool).map(|pool| pool.id.clone());
        v2::Lane { id, size, title, role, pool, given: None, style }
    });
    let lanes = lanes.collect();
    (lanes, pools)
}

fn places(page: &str, from: v1::Places) -> Result<v2::Places, Fault> {
    let v1::Places { z_order, steps, connectors } = from;
    let mut ranks = BTreeMap::new();
    for (step, rank) in z_order.into_iter().zip(1..) {
        if let Some((twice, _)) = ranks.get_key_value(&step) {
            return Err(fault("id", page, FileFault::RaisedTwice(String::clone(twice))));
        }
        ranks.insert(step, rank);
    }
    let steps = steps.into_iter().map(|place| {
        let v1::StepPlace { step, along, across, size, pinned, fit, style } = place;
        let z = ranks.remove(&step).unwrap_or_default();
        v2::StepPlace { step, along, across, size, z, pinned, fit, style }
    });
    let steps = steps.collect();
    if let Some(target) = ranks.into_keys().next() {
        let breach = Breach::Dangling { id: page.to_owned(), field: "z_order", target };
        return Err(fault("id", page, FileFault::Breach(breach)));
    }
    Ok(v2::Places { steps, connectors })
}
