//! What a hard invariant that does not hold is called.

use super::{LIMIT_COORDINATE, LIMIT_NESTING, LIMIT_STEPS};
use crate::locale::{Catalog, UiLang};

/// A hard invariant that does not hold, and where.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", self.say(Catalog::of(UiLang::En)))]
pub enum Breach {
    /// The document has no page.
    NoPage,
    /// The document has more steps than are allowed.
    TooManySteps {
        /// How many.
        count: usize,
    },
    /// Two records have one id.
    UsedTwice {
        /// The id.
        id: String,
    },
    /// A page has no lane.
    NoLane {
        /// The page.
        id: String,
    },
    /// A pool lies in itself.
    PoolInItself {
        /// The pool.
        id: String,
    },
    /// A pool lies in more others than are allowed.
    TooNested {
        /// The pool.
        id: String,
    },
    /// Between the lanes of a pool stands one that is not in it.
    LanesApart {
        /// The pool.
        id: String,
    },
    /// A pool holds no lane.
    EmptyPool {
        /// The pool.
        id: String,
    },
    /// A record names another one that is not there.
    Dangling {
        /// The record.
        id: String,
        /// Its field, as files call it.
        field: &'static str,
        /// What it names.
        target: String,
    },
    /// Something stands where nothing can.
    OutOfReach {
        /// The record.
        id: String,
        /// Where: x and y.
        at: (f64, f64),
    },
    /// A size that nothing can have.
    Size {
        /// The record.
        id: String,
        /// Its size.
        size: f64,
    },
    /// A number outside of what it may be.
    OutOfRange {
        /// The record.
        id: String,
        /// Which number.
        number: Ranged,
        /// What it is.
        value: f64,
    },
    /// A text holds a control character.
    ControlCharacter {
        /// The record, or empty where it is the document itself.
        id: String,
        /// The character.
        found: char,
    },
}

/// A number of a record that has a range; each begins at 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ranged {
    /// A time, in minutes.
    Time,
    /// A place along a step's side.
    Side,
    /// A share, in percent.
    Share,
}

impl Ranged {
    /// The largest value.
    pub(super) const fn most(self) -> f64 {
        match self {
            Self::Time => LIMIT_COORDINATE,
            Self::Side => 1.0,
            Self::Share => 100.0,
        }
    }
}

impl Breach {
    /// The id of the record, or empty where it is the document itself.
    pub fn id(&self) -> &str {
        match self {
            Self::NoPage | Self::TooManySteps { .. } => "",
            Self::UsedTwice { id }
            | Self::NoLane { id }
            | Self::PoolInItself { id }
            | Self::TooNested { id }
            | Self::LanesApart { id }
            | Self::EmptyPool { id }
            | Self::Dangling { id, .. }
            | Self::OutOfReach { id, .. }
            | Self::Size { id, .. }
            | Self::OutOfRange { id, .. }
            | Self::ControlCharacter { id, .. } => id,
        }
    }

    /// What is wrong and what to do, in the language of `catalog`.
    pub fn say(&self, catalog: &Catalog) -> String {
        let id = self.id();
        match self {
            Self::NoPage => catalog.text("breach-no-page"),
            Self::TooManySteps { count } => {
                let (count, most) = (count.to_string(), LIMIT_STEPS.to_string());
                catalog.text_with("breach-too-many-steps", &[("count", count.into()), ("most", most.into())])
            }
            Self::UsedTwice { .. } => catalog.text_with("breach-used-twice", &[("id", id.into())]),
            Self::NoLane { .. } => catalog.text_with("breach-no-lane", &[("id", id.into())]),
            Self::PoolInItself { .. } => catalog.text_with("breach-pool-in-itself", &[("id", id.into())]),
            Self::TooNested { .. } => {
                let most = LIMIT_NESTING.to_string();
                catalog.text_with("breach-too-nested", &[("id", id.into()), ("most", most.into())])
            }
            Self::LanesApart { .. } => catalog.text_with("breach-lanes-apart", &[("id", id.into())]),
            Self::EmptyPool { .. } => catalog.text_with("breach-empty-pool", &[("id", id.into())]),
            Self::Dangling { field, target, .. } => catalog.text_with(
                "breach-dangling",
                &[("id", id.into()), ("field", (*field).into()), ("target", target.as_str().into())],
            ),
            Self::OutOfReach { at: (x, y), .. } => catalog.text_with(
                "breach-out-of-reach",
                &[("id", id.into()), ("x", x.to_string().into()), ("y", y.to_string().into())],
            ),
            Self::Size { size, .. } => {
                catalog.text_with("breach-size", &[("id", id.into()), ("size", size.to_string().into())])
            }
            Self::OutOfRange { number, value, .. } => {
                let what = match number {
                    Ranged::Time => catalog.text("breach-time"),
                    Ranged::Side => catalog.text("breach-side"),
                    Ranged::Share => catalog.text("breach-share"),
                };
                let (value, most) = (value.to_string(), number.most().to_string());
                catalog.text_with(
                    "breach-out-of-range",
                    &[
                        ("id", id.into()),
                        ("what", what.into()),
                        ("value", value.into()),
                        ("most", most.into()),
                    ],
                )
            }
            Self::ControlCharacter { found, .. } => {
                let code = format!("U+{:04X}", u32::from(*found));
                catalog.text_with("breach-control-character", &[("code", code.into())])
            }
        }
    }
}
