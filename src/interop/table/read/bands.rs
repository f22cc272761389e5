//! Lanes and phases by the names that rows give.

use std::collections::BTreeMap;

use super::reader::key_of;
use crate::interop::draft::LaneDraft;

/// The most lanes, or phases, of a page; no process has so many, and a chart of them could not be read.
const MOST: usize = 400;

/// How a name fits a lane or phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BandMatch {
    /// It is its name.
    Same,
    /// It differs in capitals, accents and blanks.
    Spelling,
    /// There are too many already: this is the last one.
    Full,
}

/// The lane or phase of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MatchedBand {
    pub(in crate::interop::table) index: usize,
    pub(in crate::interop::table) fit: BandMatch,
}

/// Lanes or phases by their names.
#[derive(Debug, Default)]
pub(super) struct BandNames {
    /// Which one a folded name means.
    index: BTreeMap<String, usize>,
    titles: Vec<String>,
}

impl BandNames {
    /// The title of the one at `index`.
    pub(in crate::interop::table) fn title(&self, index: usize) -> &str {
        self.titles.get(index).map_or("", String::as_str)
    }

    /// Their titles in order.
    pub(in crate::interop::table) fn into_titles(self) -> Vec<String> {
        self.titles
    }

    /// The one that `name` means; a new one where none does.
    pub(in crate::interop::table) fn find(&mut self, name: &str) -> MatchedBand {
        let title = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let key = key_of(&title);
        if let Some(index) = self.index.get(&key).copied() {
            let fit =
                if self.titles.get(index) == Some(&title) { BandMatch::Same } else { BandMatch::Spelling };
            return MatchedBand { index, fit };
        }
        if self.titles.len() >= MOST {
            return MatchedBand { index: self.titles.len() - 1, fit: BandMatch::Full };
        }
        self.titles.push(title);
        let index = self.titles.len() - 1;
        self.index.insert(key, index);
        MatchedBand { index, fit: BandMatch::Same }
    }
}

/// The lanes of a table and the pools around them.
pub(super) struct NestedLanes {
    /// Pools and lanes in order, each pool before what lies in it.
    pub(super) lanes: Vec<LaneDraft>,
    /// Where each of the table's lanes is among them.
    pub(super) places: Vec<usize>,
}

impl NestedLanes {
    /// Those of lanes with `titles`, of which some lie in pools: their names from the outside, by the lane.
    pub(super) fn new(titles: Vec<String>, pools: &BTreeMap<usize, Vec<String>>) -> Self {
        let mut nested = Self { lanes: Vec::new(), places: Vec::new() };
        let mut known: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for (nth, title) in titles.into_iter().enumerate() {
            let (mut path, mut parent) = (Vec::new(), None);
            for pool in pools.get(&nth).into_iter().flatten() {
                path.push(key_of(pool));
                let index = *known.entry(path.clone()).or_insert_with(|| nested.add(pool.clone(), parent));
                parent = Some(index);
            }
            let place = nested.add(title, parent);
            nested.places.push(place);
        }
        nested
    }

    fn add(&mut self, title: String, parent: Option<usize>) -> usize {
        self.lanes.push(LaneDraft { title, parent, ..LaneDraft::default() });
        self.lanes.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_little_are_one_and_too_many_are_refused() {
        let mut bands = BandNames::default();
        assert_eq!(bands.find("Sales"), MatchedBand { index: 0, fit: BandMatch::Same });
        assert_eq!(bands.find(" SALES "), MatchedBand { index: 0, fit: BandMatch::Spelling });
        for nth in 1..MOST {
            assert_eq!(bands.find(&format!("Team {nth}")), MatchedBand { index: nth, fit: BandMatch::Same });
        }
        assert_eq!(bands.find("One more"), MatchedBand { index: MOST - 1, fit: BandMatch::Full });
        assert_eq!(bands.into_titles().len(), MOST);
    }
}
