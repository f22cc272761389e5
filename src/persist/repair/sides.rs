//! The two sides of a merge that nobody finished: a file with the marks that version control leaves in it.

use std::collections::BTreeSet;

use super::{Branch, Field, RepairKind, RepairNotes};

/// A text with marks, as each of the two sides has it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sides {
    pub(super) ours: String,
    pub(super) theirs: String,
}

/// Where a line stands between marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Both,
    Ours,
    Base,
    Theirs,
}

impl Sides {
    /// The sides of `text`, line for line as long as it; `None`: it has no whole marks.
    pub(super) fn of(text: &str) -> Option<Self> {
        let (mut ours, mut theirs) = (String::new(), String::new());
        let (mut part, mut count) = (Part::Both, 0);
        for line in text.split_inclusive('\n') {
            let next = next_part(part, line.trim_end());
            if let Some(next) = next {
                count += usize::from(next == Part::Both);
                part = next;
            }
            let is_text = next.is_none();
            ours.push_str(if is_text && matches!(part, Part::Both | Part::Ours) { line } else { "\n" });
            theirs.push_str(if is_text && matches!(part, Part::Both | Part::Theirs) { line } else { "\n" });
        }
        (count > 0 && part == Part::Both).then_some(Self { ours, theirs })
    }
}

/// What begins with `line`, if it is the mark that may come next.
fn next_part(part: Part, line: &str) -> Option<Part> {
    let is_mark =
        |sign: &str| line.strip_prefix(sign).is_some_and(|name| name.is_empty() || name.starts_with(' '));
    match part {
        Part::Both => is_mark("<<<<<<<").then_some(Part::Ours),
        Part::Ours if is_mark("|||||||") => Some(Part::Base),
        Part::Ours | Part::Base => is_mark("=======").then_some(Part::Theirs),
        Part::Theirs => is_mark(">>>>>>>").then_some(Part::Both),
    }
}

/// Puts into `ours` what only `theirs` has; where both say something else about the same, ours stays.
pub(super) fn unite<'t>(ours: &mut Branch<'t>, theirs: Branch<'t>, about: &str, notes: &mut RepairNotes) {
    match (ours, theirs) {
        (Branch::Record(ours), Branch::Record(theirs)) => unite_fields(ours, theirs, notes),
        (Branch::List(ours), Branch::List(theirs)) => unite_lists(ours, theirs, about, notes),
        (ours, theirs) if *ours == theirs => {}
        (Branch::Value(_) | Branch::Words(_) | Branch::Record(_) | Branch::List(_), _) => {
            notes.add(RepairKind::Conflict, about);
        }
    }
}

fn unite_fields<'t>(ours: &mut Vec<Field<'t>>, theirs: Vec<Field<'t>>, notes: &mut RepairNotes) {
    for their in theirs {
        if let Some(our) = ours.iter_mut().find(|our| our.name == their.name) {
            unite(&mut our.branch, their.branch, &their.name, notes);
        } else {
            notes.add(RepairKind::Theirs, &their.name);
            ours.push(their);
        }
    }
}

fn unite_lists<'t>(ours: &mut Vec<Branch<'t>>, theirs: Vec<Branch<'t>>, name: &str, notes: &mut RepairNotes) {
    let same: BTreeSet<String> = ours.iter().map(Branch::to_string).collect();
    for their in theirs {
        if same.contains(&their.to_string()) {
            continue;
        }
        let key = their.key().to_owned();
        match ours.iter_mut().find(|our| !key.is_empty() && our.key() == key) {
            Some(our) if name == "pages" => unite(our, their, &key, notes),
            Some(_) => notes.add_of(RepairKind::Conflict, "", &key),
            None => {
                notes.add_of(RepairKind::Theirs, if key.is_empty() { name } else { "" }, &key);
                ours.push(their);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_part_a_text_into_two() {
        let text = "a\n<<<<<<< HEAD\nb\n||||||| base\nx\n=======\nc\n>>>>>>> branch\nd";
        let sides = Sides::of(text).expect("marks");
        assert_eq!(sides.ours, "a\n\nb\n\n\n\n\n\nd");
        assert_eq!(sides.theirs, "a\n\n\n\n\n\nc\n\nd");
        assert_eq!(Sides::of("a\n<<<<<<< HEAD\nb\n"), None);
        assert_eq!(Sides::of("a\n=======\nb\n"), None);
    }
}
