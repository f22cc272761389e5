//! Why what a person wrote in a field of a panel or in a cell is not taken.

use crate::locale::Catalog;

/// Why what a person wrote in a field or cell is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.key())]
pub(super) enum FieldError {
    /// It says no time.
    Time,
    /// The best or worst time of something that has no usual one.
    UsualFirst,
    /// The best time is more than the usual one, or that more than the worst.
    TimeOrder,
    /// The step takes no time.
    NoTime,
    /// It says no share.
    Share,
    /// It says no length.
    Length,
    /// No symbol is called that.
    NoKind,
    /// No lane is called that.
    NoLane,
    /// No phase is called that.
    NoPhase,
    /// No step is called that.
    NoStep,
}

impl FieldError {
    const fn key(self) -> &'static str {
        match self {
            Self::Time => "panel-time-bad",
            Self::UsualFirst => "panel-time-usual-first",
            Self::TimeOrder => "panel-time-order",
            Self::NoTime => "panel-table-no-time",
            Self::Share => "panel-share-bad",
            Self::Length => "panel-length-bad",
            Self::NoKind => "panel-table-no-kind",
            Self::NoLane => "panel-table-no-lane",
            Self::NoPhase => "panel-table-no-phase",
            Self::NoStep => "panel-table-no-step",
        }
    }

    /// The reason in the language of `catalog`.
    pub(super) fn say(self, catalog: &Catalog) -> String {
        catalog.text(self.key())
    }
}
