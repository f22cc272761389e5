//! Several values in one cell.

/// What may stand between values, the usual one first.
const MARKS: [char; 4] = [',', ';', '\n', '|'];

/// What is written between pools that lie in one another, the outer one first.
pub(in crate::interop::table) const POOLS_APART: &str = " / ";

/// What stands between the values in `text`; only the first kind of mark that is there divides.
fn mark_of(text: &str) -> Option<char> {
    MARKS.into_iter().find(|mark| text.contains(*mark))
}

/// The values in `text`, trimmed. A place between two marks may be empty.
pub(in crate::interop::table) fn split(text: &str) -> Vec<&str> {
    match mark_of(text) {
        Some(mark) => text.split(mark).map(str::trim).collect(),
        None => vec![text.trim()],
    }
}

/// The labels in `labels` for the connections to `next`, in their order; an empty one is no label.
///
/// They are divided as the connections are, and the only connection has the whole text: a comma in it is a comma.
pub(in crate::interop::table) fn labels_for<'a>(next: &str, labels: &'a str) -> Vec<&'a str> {
    match mark_of(next) {
        Some(mark) if labels.contains(mark) => labels.split(mark).map(str::trim).collect(),
        Some(_) => split(labels),
        None => vec![labels.trim()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_divided_by_one_kind_of_mark() {
        assert_eq!(split("P2, P3"), ["P2", "P3"]);
        assert_eq!(split("P2;P3"), ["P2", "P3"]);
        assert_eq!(split("a;b, c"), ["a;b", "c"]);
        assert_eq!(split("Yes,,No"), ["Yes", "", "No"]);
        assert_eq!(split(""), [""]);
    }

    #[test]
    fn labels_are_divided_as_the_connections_are() {
        assert_eq!(labels_for("P2,P3", "yes; of course,no"), ["yes; of course", "no"]);
        assert_eq!(labels_for("P2;P3", "yes, of course;no"), ["yes, of course", "no"]);
        assert_eq!(labels_for("P2;P3", "yes,no"), ["yes", "no"]);
        assert_eq!(labels_for("P2", "yes, of course"), ["yes, of course"]);
    }
}
