//! Texts that a spreadsheet would compute.

use std::borrow::Cow;

/// Whether a spreadsheet takes a cell of a CSV file that begins so for a formula or a command.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// `text` with an apostrophe before it where a spreadsheet would take it for a formula.
///
/// A text that begins with apostrophes and would be one without them gets one more, so that [`unguarded`] can take
/// it off again.
pub(in crate::interop::table) fn guarded(text: &str) -> Cow<'_, str> {
    if is_formula(text.trim_start_matches('\'')) { format!("'{text}").into() } else { text.into() }
}

/// `text` without the apostrophe that keeps spreadsheets from computing it.
pub(super) fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest,
        Some(_) | None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_come_back() {
        for text in ["=1+1", "+34 600", "-5", "@SUM(A1)", "'=x", "''-y", "\tz"] {
            assert!(guarded(text).starts_with('\''), "{text}");
            assert_eq!(unguarded(&guarded(text)), text);
        }
        for text in ["", "Call", "'quoted'", "a=b", "5-3"] {
            assert_eq!(guarded(text), text);
            assert_eq!(unguarded(text), text);
        }
    }
}
