//! What became of a record as a whole.

use super::{Field, Revision};

/// What became of a record; of several things, the first is what is said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RevisionKind {
    /// It came.
    Added,
    /// It is gone.
    Removed,
    /// It means something else or looks otherwise.
    Changed,
    /// It stands elsewhere.
    Moved,
}

impl RevisionKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Added, Self::Removed, Self::Changed, Self::Moved];

    /// What `revision` makes of its record.
    pub const fn of(revision: &Revision) -> Self {
        match revision {
            Revision::Added => Self::Added,
            Revision::Removed => Self::Removed,
            Revision::Changed(change) => match change.field {
                Field::Lane | Field::Phase | Field::Order => Self::Moved,
                _ if change.field.is_place() => Self::Moved,
                _ => Self::Changed,
            },
        }
    }

    /// Its name in the catalogue's keys.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Moved => "moved",
        }
    }
}
