//! What became of a damaged file, said one by one.

use super::{
    lines::RecordLines,
    named::{NamedRecord, RecordWords, shortened},
};
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
    /// Letters of a line cannot be read; `U+FFFD` stands in their place.
    Letters,
    /// The file was read in another encoding than UTF-8.
    Encoding,
    /// A word that nobody knows was read as the one that is nearly the same.
    Spelling,
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
            Self::Letters => "repair-letters",
            Self::Encoding => "repair-encoding",
            Self::Spelling => "repair-spelling",
            Self::Added => "repair-added",
        }
    }

    /// What says it of something.
    const fn key_with_what(self) -> &'static str {
        match self {
            Self::Signs => "repair-signs-of",
            Self::Letters => "repair-letters-of",
            other => other.key(),
        }
    }

    /// Its name for programs.
    pub fn name(self) -> &'static str {
        self.key().trim_start_matches("repair-")
    }

    /// Whether it may hold of a whole file alike, so that the records matter to nobody: of quotation marks, say.
    pub(super) const fn is_of_signs(self) -> bool {
        matches!(self, Self::Signs | Self::Spelling | Self::Letters)
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
            | Self::Letters
            | Self::Reference => true,
            Self::Encoding
            | Self::Spelling
            | Self::Signs
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
    /// The id of the record, perhaps with a field of it, or the beginning of what stands there.
    pub about: String,
    /// The line of the damage, counted from 1, where that is known.
    pub line: Option<usize>,
    /// The record.
    pub record: Option<NamedRecord>,
    /// What is meant beside the record.
    pub(super) said: String,
    /// The id of the record; empty where it is none, or not known yet.
    pub(super) id: String,
}

impl RepairNote {
    /// The note in the language of `catalog`.
    pub fn say(&self, catalog: &Catalog) -> String {
        let said = self.say_without_line(catalog);
        match self.line {
            Some(line) => {
                let line = line.to_string();
                catalog.text_with("repair-in-line", &[("line", line.into()), ("said", said.into())])
            }
            None => said,
        }
    }

    /// The same without the line of the damage.
    pub(super) fn say_without_line(&self, catalog: &Catalog) -> String {
        let record = self.record.as_ref().map_or_else(|| self.id.clone(), |record| record.say(catalog));
        self.say_of(&record, catalog)
    }

    /// The same of no record, as it holds of many.
    pub(super) fn say_of_many(&self, catalog: &Catalog) -> String {
        self.say_of("", catalog)
    }

    fn say_of(&self, record: &str, catalog: &Catalog) -> String {
        let parts: Vec<&str> =
            [record, self.said.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        let key = if parts.is_empty() { self.kind.key() } else { self.kind.key_with_what() };
        catalog.text_with(key, &[("what", parts.join(", ").into())])
    }
}

/// Everything that was done so far.
#[derive(Debug, Default)]
pub(in crate::persist) struct RepairNotes(pub(in crate::persist) Vec<RepairNote>);

impl RepairNotes {
    /// Adds a note about `said`, of which a long text is shortened.
    pub(in crate::persist) fn add(&mut self, kind: RepairKind, said: &str) {
        self.add_of(kind, said, "");
    }

    /// Adds a note about the record `id`, and about `said` in it.
    pub(in crate::persist) fn add_of(&mut self, kind: RepairKind, said: &str, id: &str) {
        let (said, id) = (shortened(said), shortened(id));
        let about = [said.as_str(), id.as_str()].join(" ").trim().to_owned();
        self.0.push(RepairNote { kind, about, line: None, record: None, said, id });
    }

    /// Adds a note about `said` in a line.
    pub(super) fn add_in_line(&mut self, kind: RepairKind, line: usize, said: &str) {
        self.add(kind, said);
        if let Some(note) = self.0.last_mut() {
            note.line = Some(line);
        }
    }

    /// Adds those of `others` that are not there yet.
    pub(super) fn add_others(&mut self, Self(others): Self) {
        for note in others {
            if !self.0.contains(&note) {
                self.0.push(note);
            }
        }
    }

    /// Gives each note its record, by what people call it, and its line in the file, and puts them in its order.
    pub(super) fn locate(&mut self, lines: &RecordLines<'_>, names: &RecordWords) {
        for note in &mut self.0 {
            // What is said of a field begins with its name.
            let field = note.said.split(':').next().unwrap_or_default();
            note.line = note.line.or_else(|| lines.line_of(&note.id, field));
            if note.id.is_empty()
                && let Some(line) = note.line
            {
                lines.id_at(line).clone_into(&mut note.id);
            }
            note.record = names.get(&note.id).cloned();
        }
        self.0.sort_by_key(|note| note.line);
    }
}
