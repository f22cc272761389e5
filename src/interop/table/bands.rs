//! Lanes and phases by the names that rows give.

use std::collections::BTreeMap;

use super::read::key_of;

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
    pub(super) index: usize,
    pub(super) fit: BandMatch,
}

/// Which lane or phase a folded name means.
#[derive(Debug, Default)]
pub(super) struct BandNames(BTreeMap<String, usize>);

impl BandNames {
    /// The one of `titles` that `name` means; a new one where none does.
    pub(super) fn find(&mut self, name: &str, titles: &mut Vec<String>) -> MatchedBand {
        let title = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let key = key_of(&title);
        if let Some(index) = self.0.get(&key).copied() {
            let fit = if titles.get(index) == Some(&title) { BandMatch::Same } else { BandMatch::Spelling };
            return MatchedBand { index, fit };
        }
        if titles.len() >= MOST {
            return MatchedBand { index: titles.len() - 1, fit: BandMatch::Full };
        }
        titles.push(title);
        let index = titles.len() - 1;
        self.0.insert(key, index);
        MatchedBand { index, fit: BandMatch::Same }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_little_are_one_and_too_many_are_refused() {
        let (mut bands, mut titles) = (BandNames::default(), Vec::new());
        assert_eq!(bands.find("Sales", &mut titles), MatchedBand { index: 0, fit: BandMatch::Same });
        assert_eq!(bands.find(" SALES ", &mut titles), MatchedBand { index: 0, fit: BandMatch::Spelling });
        for nth in 1..MOST {
            assert_eq!(
                bands.find(&format!("Team {nth}"), &mut titles),
                MatchedBand { index: nth, fit: BandMatch::Same }
            );
        }
        assert_eq!(
            bands.find("One more", &mut titles),
            MatchedBand { index: MOST - 1, fit: BandMatch::Full }
        );
        assert_eq!(titles.len(), MOST);
    }
}
