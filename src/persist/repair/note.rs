//! What became of a damaged file, said one by one.

use crate::locale::Catalog;

/// What was done to a file so that it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RepairKind {
    /// The file breaks off.
    CutOff,
    /// A record that cannot be read was left out.
    Record,
    /// A field that cannot be read, or is not known, was left out.
    Field,
    /// A field that no record can be without cannot be read, or is missing: what is usual stands there.
    Usual,
    /// Brackets, marks or commas in a line were put right.
    Signs,
    /// No mark says where a text ends: it was kept up to where the next thing begins.
    Guessed,
    /// What stands there a second time, just the same, was left out.
    Duplicate,
    /// Of two versions that a merge left, ours was kept and theirs left out.
    Conflict,
    /// What only one side of an unfinished merge has was kept.
    Theirs,
    /// An entry that belongs to nothing was left out.
    LeftOver,
    /// A reference to what is not there was taken out.
    Reference,
    /// A record got another name, because the one that it had is another's, or none.
    Renamed,
    /// Something got a new place.
    Place,
    /// A number that cannot be was replaced.
    Number,
    /// Characters that cannot stand in a text were taken out.
    Characters,
    /// A lane or a page was added, because nothing can be without one.
    Added,
}

impl RepairKind {
    const fn key(self) -> &'static str {
        match self {
            Self::CutOff => "repair-cut-off",
            Self::Record => "repair-record",
            Self::Field => "repair-field",
            Self::Usual => "repair-usual",
            Self::Signs => "repair-signs",
            Self::Guessed => "repair-guessed",
            Self::Duplicate => "repair-duplicate",
            Self::Conflict => "repair-conflict",
            Self::Theirs => "repair-theirs",
            Self::LeftOver => "repair-left-over",
            Self::Reference => "repair-reference",
            Self::Renamed => "repair-renamed",
            Self::Place => "repair-place",
            Self::Number => "repair-number",
            Self::Characters => "repair-characters",
            Self::Added => "repair-added",
        }
    }

    /// Its name for programs.
    pub fn name(self) -> &'static str {
        self.key().trim_start_matches("repair-")
    }

    /// Whether something that the file says is no longer there, or may not be: nobody knows what stood behind a break.
    pub const fn is_loss(self) -> bool {
        match self {
            Self::CutOff
            | Self::Record
            | Self::Field
            | Self::Usual
            | Self::Conflict
            | Self::LeftOver
            | Self::Number
            | Self::Characters
            | Self::Reference => true,
            Self::Signs
            | Self::Guessed
            | Self::Duplicate
            | Self::Theirs
            | Self::Renamed
            | Self::Place
            | Self::Added => false,
        }
    }
}

/// One thing that was done to a file, and to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepairNote {
    /// What was done.
    pub kind: RepairKind,
    /// The id of the record, or the beginning of what stands there.
    pub about: String,
}

impl RepairNote {
    /// The note in the language of `catalog`.
    pub fn say(&self, catalog: &Catalog) -> String {
        catalog.text_with(self.kind.key(), &[("what", self.about.as_str().into())])
    }
}

/// The most characters of a text that a note quotes.
const LONGEST: usize = 60;

/// Everything that was done so far.
#[derive(Debug, Default)]
pub(in crate::persist) struct RepairNotes(pub(in crate::persist) Vec<RepairNote>);

impl RepairNotes {
    /// Adds a note about `about`, of which a long text is shortened.
    pub(in crate::persist) fn add(&mut self, kind: RepairKind, about: &str) {
        let line: String = about.split_whitespace().collect::<Vec<_>>().join(" ");
        let about = if line.chars().count() <= LONGEST {
            line
        } else {
            line.chars().take(LONGEST - 1).chain(['…']).collect()
        };
        self.0.push(RepairNote { kind, about });
    }

    /// Adds those of `others` that are not there yet.
    pub(super) fn add_others(&mut self, Self(others): Self) {
        for note in others {
            if !self.0.contains(&note) {
                self.0.push(note);
            }
        }
    }
}
