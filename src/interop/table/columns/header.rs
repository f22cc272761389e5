//! What columns mean, by their headers.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use super::{field::StepField, synonyms::SYNONYMS};
use crate::locale::fold;

/// Words that say nothing about what a column means.
const FILLERS: [&str; 29] = [
    "a", "an", "the", "of", "to", "s", "de", "del", "la", "el", "los", "las", "le", "les", "l", "d", "des",
    "du", "da", "do", "di", "der", "die", "das", "den", "van", "het", "process", "proceso",
];

/// The most bytes of a header: what is longer is no header, and would only cost time.
const LONGEST_HEADER: usize = 120;

/// How a header was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeaderReading {
    /// As one of the known spellings.
    Exact(StepField),
    /// As a slip of the pen in one of them.
    Close(StepField),
    /// Not at all.
    Unknown,
}

/// `header` without capitals, accents, blanks, marks and words that say nothing.
fn folded(header: &str) -> String {
    let folded = fold(header);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let telling: String = words.clone().filter(|word| !FILLERS.contains(word)).collect();
    if telling.is_empty() { words.collect() } else { telling }
}

/// What a column with `header` means.
pub(super) fn read(header: &str) -> HeaderReading {
    if header.len() > LONGEST_HEADER {
        return HeaderReading::Unknown;
    }
    if let Some(field) = exact(header) {
        return HeaderReading::Exact(field);
    }
    let folded = folded(header);
    // Short words are too near to each other for slips to be told from other words.
    let is_slip = |word: &str| word.len() >= 7 && is_near(word, &folded, 1 + word.len() / 12);
    let found = SYNONYMS.iter().find(|(_, words)| words.iter().any(|word| is_slip(word)));
    found.map_or(HeaderReading::Unknown, |(field, _)| HeaderReading::Close(*field))
}

/// What a column with `header` means, if it is one of the known spellings.
pub(in crate::interop::table) fn exact(header: &str) -> Option<StepField> {
    static KNOWN: LazyLock<BTreeMap<&str, StepField>> = LazyLock::new(|| {
        // Of a word that is there twice the first meaning counts.
        let words = SYNONYMS.iter().rev().flat_map(|(field, words)| words.iter().map(|word| (*word, *field)));
        words.collect()
    });
    if header.len() > LONGEST_HEADER {
        return None;
    }
    if header.trim() == "#" {
        return Some(StepField::Id);
    }
    KNOWN.get(folded(header).as_str()).copied()
}

/// How many of the fields are named by the headers in `row`; slips of the pen are not looked for.
pub(in crate::interop::table) fn known_in<'a>(row: impl Iterator<Item = &'a str>) -> usize {
    row.filter_map(exact).collect::<BTreeSet<StepField>>().len()
}

/// Whether at most `most` letters have to be put in, taken out or changed to make one of the other.
pub(super) fn is_near(a: &str, b: &str, most: usize) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return false;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.iter().enumerate() {
        let mut corner = i;
        let mut last = i + 1;
        let mut next = vec![last];
        for (right, above) in b.iter().zip(row.iter().skip(1)) {
            let changed = corner + usize::from(left != right);
            last = changed.min(last + 1).min(above + 1);
            corner = *above;
            next.push(last);
        }
        row = next;
    }
    row.last().is_some_and(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_in_use_are_known() {
        let table = [
            (
                StepField::Id,
                "Process Step ID|Process step ID|Step ID|ID|Id. de paso de proceso|Prozessschritt-ID|#|N.º|No.",
            ),
            (
                StepField::Description,
                "Process Step Description|Process Step|  Description|Process step|Descripción de paso de proceso|Paso|\
                 Prozessschrittbeschreibung|Description de l'étape du processus|Task|Actividad",
            ),
            (
                StepField::Next,
                "Next Step ID|Next step id|Id. de paso siguiente|ID des nächsten Schritts|Siguiente|Next",
            ),
            (
                StepField::Label,
                "Connector Label|Etiqueta de conector|Étiquette de connecteur|Connector label",
            ),
            (StepField::Kind, "Shape Type|Tipo de forma|Shape-Typ|Type de forme|Shape type"),
            (StepField::Function, "Function|Función|Funktion|Fonction|Lane|Carril|Role"),
            (StepField::Phase, "Phase|Fase|Stage"),
            (StepField::AltText, "Alt Text|Alt Description|Texto alternativo|Alternativtext|Alt text"),
        ];
        for (field, headers) in table {
            for header in headers.split('|') {
                assert_eq!(read(header), HeaderReading::Exact(field), "{header}");
            }
        }
    }

    #[test]
    fn slips_are_understood_and_other_words_are_not() {
        assert_eq!(read("Process Step Desccription"), HeaderReading::Close(StepField::Description));
        assert_eq!(read("Conector Label"), HeaderReading::Close(StepField::Label));
        for other in ["Cost", "Due date", "_ProcessInventoryMovements", "", "Region", "System"] {
            assert_eq!(read(other), HeaderReading::Unknown, "{other}");
        }
    }

    #[test]
    fn nearness_counts_letters() {
        assert!(is_near("collapesed", "collapsed", 1));
        assert!(!is_near("collapesed", "collapsed", 0));
        assert!(!is_near("start", "end", 2));
        assert!(is_near("", "a", 1));
    }
}
