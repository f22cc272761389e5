//! Words of a file that nobody knows, read as those that are nearly the same.

use ron::error::SpannedError;

/// `value` with the word in it that is nearly the one at which `error` stopped, or with the signs between its words put
/// right; `None`: no word is near, or several are.
pub(super) fn respelt(value: &str, error: &SpannedError) -> Option<String> {
    // A number or a word that somebody put in marks.
    if let Some(bare) = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')) {
        let is_word =
            !bare.is_empty() && bare.chars().all(|c| c.is_ascii_alphanumeric() || "().,- ".contains(c));
        return is_word.then(|| bare.to_owned());
    }
    known_word(value, error).or_else(|| signs_put_right(value)).filter(|spelling| spelling != value)
}

/// `value` with the word at which `error` stopped read as the one that it nearly is, or as two that are glued together.
fn known_word(value: &str, error: &SpannedError) -> Option<String> {
    let ron::Error::NoSuchEnumVariant { expected, found, .. } = &error.code else { return None };
    let word = nearest(found, expected).map(str::to_owned).or_else(|| unglued(found, expected))?;
    let at = value.rfind(found.as_str())?;
    let (before, rest) = value.split_at(at);
    Some(format!("{before}{word}{}", rest.get(found.len()..)?))
}

/// `found` as one of `words` and the word in its brackets, which are missing: `DecisionPlain`.
fn unglued(found: &str, words: &[&'static str]) -> Option<String> {
    let inner = found.char_indices().skip(1).filter(|(_, c)| c.is_ascii_uppercase());
    let mut readings = inner.filter_map(|(at, _)| {
        let (word, inner) = found.split_at(at);
        Some(format!("{}({inner})", nearest(word, words)?))
    });
    readings.next().filter(|_| readings.next().is_none())
}

/// A value of one word, or of one and another in brackets, with the signs that belong there; `None`: it is none.
fn signs_put_right(value: &str) -> Option<String> {
    let mut words = value.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    if value.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    match (words.next()?, words.next(), words.next()) {
        (word, None, _) => Some(word.to_owned()),
        (word, Some(inner), None) => Some(format!("{word}({inner})")),
        (_, Some(_), Some(_)) => None,
    }
}

/// The one of `words` that is `found` but for capitals, or else but for a letter or two.
fn nearest(found: &str, words: &[&'static str]) -> Option<&'static str> {
    let found = found.to_lowercase();
    let distances = words.iter().map(|word| (distance(&found, &word.to_lowercase()), *word));
    let (least, word) = distances.clone().min_by_key(|(distance, _)| *distance)?;
    let is_only = distances.filter(|(distance, _)| *distance == least).count() == 1;
    (is_only && least <= MOST_LETTERS && least * 3 <= word.len()).then_some(word)
}

/// The most letters in which a word differs from the one that was meant.
const MOST_LETTERS: usize = 2;

/// In how many letters two words differ: put in, left out or another (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (at, left) in a.chars().enumerate() {
        let mut diagonal = at;
        let mut last = at + 1;
        let mut next = vec![last];
        for (right, above) in b.chars().zip(row.iter().skip(1)) {
            last = (last + 1).min(above + 1).min(diagonal + usize::from(left != right));
            diagonal = *above;
            next.push(last);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_what_it_nearly_is_if_that_is_one() {
        let words = &["Process", "Decision", "Delay", "Document", "Data", "End"];
        for (found, word) in [
            ("process", Some("Process")),
            ("Proces", Some("Process")),
            ("DECISION", Some("Decision")),
            ("Dezision", Some("Decision")),
            ("Dely", Some("Delay")),
            ("Step", None),
            ("And", Some("End")),
            ("X", None),
            ("", None),
        ] {
            assert_eq!(nearest(found, words), word, "{found}");
        }
        assert_eq!(nearest("ab", &["aba", "abb"]), None);
    }

    #[test]
    fn two_words_without_their_brackets_are_told_apart() {
        let words = &["Process", "Decision", "Data", "ManualInput"];
        for (found, read) in [
            ("DecisionPlain", Some("Decision(Plain)")),
            ("DezisionPlain", Some("Decision(Plain)")),
            ("ManualInputPlain", Some("ManualInput(Plain)")),
            ("ChoicePlain", None),
            ("Plain", None),
        ] {
            assert_eq!(unglued(found, words).as_deref(), read, "{found}");
        }
        for (value, read) in [
            ("Decision((Plain)", Some("Decision(Plain)")),
            ("(Process)", Some("Process")),
            ("Decision.Plain", Some("Decision(Plain)")),
            ("(1.0, 2.0", None),
            ("One(Two, Three)", None),
        ] {
            assert_eq!(signs_put_right(value).as_deref(), read, "{value}");
        }
    }
}
