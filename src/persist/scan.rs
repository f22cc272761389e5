//! A look over a file's text before it is parsed: how deep its brackets go, and what it says besides data.
//!
//! Knows RON's strings, raw strings, characters and comments, so that a bracket in a text does not count, and
//! nothing else of RON. Does not recurse, so no input overflows it.

/// What the look over a text found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Scan {
    /// Whether there are comments.
    pub(super) comments: bool,
    /// The byte offset of the first bracket that is nested deeper than allowed.
    pub(super) too_deep: Option<usize>,
}

/// Looks over `text`; brackets may nest up to `limit`.
pub(super) fn scan(text: &str, limit: usize) -> Scan {
    let bytes = text.as_bytes();
    let mut found = Scan::default();
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(byte) = bytes.get(at) {
        let rest = bytes.get(at..).unwrap_or_default();
        at += match byte {
            b'"' => string_len(rest),
            b'r' if !follows_name(bytes, at) => raw_string_len(rest).unwrap_or(1),
            b'\'' => char_len(rest),
            b'/' => {
                let length = comment_len(rest);
                found.comments |= length.is_some();
                length.unwrap_or(1)
            }
            b'(' | b'[' | b'{' => {
                depth += 1;
                if depth > limit {
                    return Scan { too_deep: Some(at), ..found };
                }
                1
            }
            b')' | b']' | b'}' => {
                depth = depth.saturating_sub(1);
                1
            }
            _ => rest.iter().skip(1).take_while(|byte| !is_sign(**byte)).count() + 1,
        };
    }
    found
}

/// Whether something begins or ends there.
const fn is_sign(byte: u8) -> bool {
    matches!(byte, b'"' | b'r' | b'\'' | b'/' | b'(' | b'[' | b'{' | b')' | b']' | b'}')
}

/// Whether the byte at `at` goes on with a name; `br"…"` is a raw string all the same.
fn follows_name(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| bytes.get(i));
    before.is_some_and(|b| b.is_ascii_alphanumeric() && *b != b'b' || *b == b'_')
}

/// The length of the string that `rest` begins with.
pub(super) fn string_len(rest: &[u8]) -> usize {
    let mut at = 1;
    loop {
        let left = rest.get(at..).unwrap_or_default();
        let Some(plain) = left.iter().position(|byte| matches!(byte, b'"' | b'\\')) else {
            return rest.len();
        };
        at += plain;
        if rest.get(at) == Some(&b'"') {
            return at + 1;
        }
        // What is escaped ends no string.
        at += 2;
    }
}

/// The length of the raw string that `rest` begins with, if it does.
pub(super) fn raw_string_len(rest: &[u8]) -> Option<usize> {
    let hashes = rest.iter().skip(1).take_while(|b| **b == b'#').count();
    let body = hashes + 2;
    if rest.get(body - 1) != Some(&b'"') {
        return None;
    }
    let closes = |from: usize| {
        rest.get(from) == Some(&b'"')
            && rest.get(from + 1..from + 1 + hashes).is_some_and(|tail| tail.iter().all(|b| *b == b'#'))
    };
    let end = (body..rest.len()).find(|from| closes(*from));
    Some(end.map_or(rest.len(), |from| from + 1 + hashes))
}

/// Only characters that could be mistaken for the beginning of something else matter: `'"'`, `'('`, `'\''`.
fn char_len(rest: &[u8]) -> usize {
    match rest {
        [b'\'', b'\\', _, b'\'', ..] => 4,
        [b'\'', _, b'\'', ..] => 3,
        _ => 1,
    }
}

/// The length of the comment that `rest` begins with, if it does; block comments nest.
pub(super) fn comment_len(rest: &[u8]) -> Option<usize> {
    if rest.starts_with(b"//") {
        return Some(rest.iter().take_while(|b| **b != b'\n').count());
    }
    if !rest.starts_with(b"/*") {
        return None;
    }
    let (mut at, mut depth) = (2, 1_usize);
    while depth > 0 {
        match rest.get(at..) {
            None | Some([] | [_]) => return Some(rest.len()),
            Some([b'/', b'*', ..]) => (at, depth) = (at + 2, depth + 1),
            Some([b'*', b'/', ..]) => (at, depth) = (at + 2, depth - 1),
            Some(_) => at += 1,
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_texts_and_comments_do_not_count() {
        for flat in [
            r#"("((((", "\"((((")"#,
            r##"(r"((((", r#"(("(("#)"##,
            "( /* (((( /* (( */ (( */ 1)",
            "( // ((((\n1)",
            "('(', '\"', '(', '\\'', '(')",
            "()()()[]{}",
            "(or: \"((\")",
        ] {
            assert_eq!(scan(flat, 1).too_deep, None, "{flat}");
        }
        assert_eq!(scan("([{", 2).too_deep, Some(2));
        assert_eq!(scan("(/* ( */ [\"(\" {", 2).too_deep, Some(14));
    }

    #[test]
    fn comments_are_noticed() {
        assert!(scan("( // x\n)", 9).comments);
        assert!(scan("( /* x", 9).comments);
        assert!(!scan("(\"// no comment\", 1 / 2)", 9).comments);
    }
}
