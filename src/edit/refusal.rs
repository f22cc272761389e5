//! Why something is not done.

use crate::locale::Catalog;

/// Why a command was refused. Nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("refused: {}", self.key())]
pub enum Refusal {
    /// What the command names is no longer there.
    Gone,
    /// A connector into a start.
    IntoStart,
    /// A connector out of an end.
    OutOfEnd,
    /// A connector from a step to itself.
    ToItself,
    /// The two steps are connected that way already.
    Twice,
    /// An association or a note where a step of the flow is needed.
    NoteInFlow,
    /// The last lane cannot go.
    LastLane,
    /// A pool around lanes that do not stand side by side, or that would cut another pool.
    LanesApart,
    /// A pool into itself or one in it.
    PoolInItself,
    /// More pools in one another than a document may have.
    TooNested,
    /// The last page cannot go.
    LastPage,
    /// The last language cannot go.
    LastLanguage,
    /// A step would not fit on any page.
    OutOfReach,
    /// More steps than a document may have.
    TooMany,
    /// What is new has the name of something that is there.
    Taken,
    /// There is nothing to do it to.
    Nothing,
    /// Whoever waited for it called it off.
    Stopped,
    /// Everything that would be moved is pinned.
    Pinned,
    /// Steps stand already as they are to stand.
    AsBefore,
    /// Steps of different lanes cannot be lined up across the lanes, because each keeps its lane.
    KeepLanes,
    /// Another step stands where one would come.
    InTheWay,
    /// There is too little room between lanes or phases.
    NoRoom,
}

impl Refusal {
    /// The reason's key in the catalogue.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Gone => "edit-refused-gone",
            Self::IntoStart => "edit-refused-into-start",
            Self::OutOfEnd => "edit-refused-out-of-end",
            Self::ToItself => "edit-refused-to-itself",
            Self::Twice => "edit-refused-twice",
            Self::NoteInFlow => "edit-refused-note",
            Self::LastLane => "edit-refused-last-lane",
            Self::LanesApart => "edit-refused-lanes-apart",
            Self::PoolInItself => "edit-refused-pool-in-itself",
            Self::TooNested => "edit-refused-too-nested",
            Self::LastPage => "edit-refused-last-page",
            Self::LastLanguage => "edit-refused-last-language",
            Self::OutOfReach => "edit-refused-out-of-reach",
            Self::TooMany => "edit-refused-too-many",
            Self::Taken => "edit-refused-taken",
            Self::Nothing => "edit-refused-nothing",
            Self::Stopped => "edit-refused-stopped",
            Self::Pinned => "edit-refused-pinned",
            Self::AsBefore => "edit-refused-as-before",
            Self::KeepLanes => "edit-refused-keep-lanes",
            Self::InTheWay => "edit-refused-in-the-way",
            Self::NoRoom => "edit-refused-no-room",
        }
    }

    /// The reason in the language of `catalog`.
    pub fn say(self, catalog: &Catalog) -> String {
        catalog.text(self.key())
    }
}
