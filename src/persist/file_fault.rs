//! What a file says that cannot be, beyond the document's own invariants.

use std::fmt;

use crate::{locale::Catalog, model::Breach};

/// Something in a file that has the form of a document but cannot be one.
#[derive(Clone, Debug, PartialEq)]
pub enum FileFault {
    /// A hard invariant of the document does not hold.
    Breach(Breach),
    /// Not an id.
    Id(String),
    /// Not a language code.
    Language(String),
    /// It does not say what a translation was right for.
    RightFor(String),
    /// Not a colour.
    Color(String),
    /// A key stands twice in one map.
    KeyTwice(String),
    /// A number too large, or none.
    Number,
    /// A control character stands in the file itself.
    ControlCharacter(char),
    /// A step or a connector has two places.
    TwoPlaces {
        /// Which of the two.
        of: PlaceOf,
        /// Its id.
        id: String,
    },
    /// A step has no place.
    NoPlace(String),
    /// A place of something that is not there.
    PlaceOfNothing {
        /// Of a step or a connector.
        of: PlaceOf,
        /// The id that it names.
        id: String,
    },
    /// A place names a lane that is not there.
    PlaceInNoLane {
        /// The record.
        id: String,
        /// The lane.
        lane: String,
    },
    /// A step is raised twice.
    RaisedTwice(String),
    /// Not routed, but with a route.
    UnroutedRoute(String),
    /// An end of a connector is a step and a point.
    TwoEnds {
        /// The connector.
        id: String,
        /// The end, as files call it.
        end: &'static str,
    },
    /// An end of a connector is neither a step nor a point.
    NoEnd {
        /// The connector.
        id: String,
        /// The end, as files call it.
        end: &'static str,
    },
}

/// What a place is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceOf {
    /// A step.
    Step,
    /// A connector.
    Connector,
}

impl PlaceOf {
    /// What the file calls it.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Step => "step",
            Self::Connector => "connector",
        }
    }
}

/// Marks what our own readers of values say among the parser's errors, which carry text alone.
const KEY_TWICE: &str = "key twice: ";
/// The same for a number.
const NUMBER: &str = "not a number";

/// As a message of the parser; `FileFault::from_parser` reads it.
impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::KeyTwice(key) => write!(f, "{KEY_TWICE}{key}"),
            Self::Number => f.write_str(NUMBER),
            other => write!(f, "{other:?}"),
        }
    }
}

impl FileFault {
    /// What one of our readers of values said through the parser.
    pub(super) fn from_parser(message: &str) -> Option<Self> {
        if message == NUMBER {
            return Some(Self::Number);
        }
        message.strip_prefix(KEY_TWICE).map(|key| Self::KeyTwice(key.to_owned()))
    }

    /// What is wrong and what to do, in the language of `catalog`.
    pub fn say(&self, catalog: &Catalog) -> String {
        match self {
            Self::Breach(breach) => breach.say(catalog),
            Self::Id(id) => catalog.text_with("fault-id", &[("id", id.as_str().into())]),
            Self::Language(code) => catalog.text_with("fault-language", &[("code", code.as_str().into())]),
            Self::RightFor(value) => {
                catalog.text_with("fault-right-for", &[("value", value.as_str().into())])
            }
            Self::Color(code) => catalog.text_with("fault-color", &[("code", code.as_str().into())]),
            Self::KeyTwice(key) => catalog.text_with("fault-key-twice", &[("key", key.as_str().into())]),
            Self::Number => catalog.text("fault-number"),
            Self::ControlCharacter(c) => {
                let code = format!("U+{:04X}", u32::from(*c));
                catalog.text_with("fault-control-character", &[("code", code.into())])
            }
            Self::TwoPlaces { of, id } => {
                let of = of.say(catalog);
                catalog.text_with("fault-two-places", &[("of", of.into()), ("id", id.as_str().into())])
            }
            Self::NoPlace(id) => catalog.text_with("fault-no-place", &[("id", id.as_str().into())]),
            Self::PlaceOfNothing { of, id } => {
                let of = of.say(catalog);
                catalog.text_with("fault-place-of-nothing", &[("of", of.into()), ("id", id.as_str().into())])
            }
            Self::PlaceInNoLane { id, lane } => catalog.text_with(
                "fault-place-in-no-lane",
                &[("id", id.as_str().into()), ("lane", lane.as_str().into())],
            ),
            Self::RaisedTwice(id) => catalog.text_with("fault-raised-twice", &[("id", id.as_str().into())]),
            Self::UnroutedRoute(id) => {
                catalog.text_with("fault-unrouted-route", &[("id", id.as_str().into())])
            }
            Self::TwoEnds { id, end } => {
                catalog.text_with("fault-two-ends", &[("id", id.as_str().into()), ("end", (*end).into())])
            }
            Self::NoEnd { id, end } => {
                catalog.text_with("fault-no-end", &[("id", id.as_str().into()), ("end", (*end).into())])
            }
        }
    }
}

impl PlaceOf {
    fn say(self, catalog: &Catalog) -> String {
        match self {
            Self::Step => catalog.text("fault-step"),
            Self::Connector => catalog.text("fault-connector"),
        }
    }
}

/// What the parser of files stopped at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// A field that no record of this kind has.
    UnknownField(String),
    /// A field that must be there is not.
    MissingField(String),
    /// A field stands twice.
    FieldTwice(String),
    /// A word that is none of those that may stand there.
    UnknownWord(String),
    /// Another kind of value than must stand there.
    WrongValue(String),
    /// A bracket, comma, colon or quotation mark is missing, or the file ends too soon.
    Incomplete,
    /// Anything else.
    Unreadable,
}

impl Damage {
    /// What the parser says, in our terms.
    pub(super) fn of(error: &ron::Error) -> Self {
        use ron::Error;
        match error {
            Error::NoSuchStructField { found, .. } => Self::UnknownField(found.clone()),
            Error::MissingStructField { field, .. } => Self::MissingField((*field).to_owned()),
            Error::DuplicateStructField { field, .. } => Self::FieldTwice((*field).to_owned()),
            Error::NoSuchEnumVariant { found, .. } => Self::UnknownWord(found.clone()),
            Error::InvalidValueForType { found, .. } => Self::WrongValue(found.clone()),
            Error::Eof
            | Error::ExpectedArrayEnd
            | Error::ExpectedMapEnd
            | Error::ExpectedMapColon
            | Error::ExpectedComma
            | Error::ExpectedOptionEnd
            | Error::ExpectedStructLikeEnd
            | Error::ExpectedStringEnd
            | Error::UnclosedBlockComment
            | Error::UnclosedLineComment => Self::Incomplete,
            _ => Self::Unreadable,
        }
    }

    /// What stopped the parser, in the language of `catalog`.
    pub fn say(&self, catalog: &Catalog) -> String {
        match self {
            Self::UnknownField(name) => {
                catalog.text_with("damage-unknown-field", &[("name", name.as_str().into())])
            }
            Self::MissingField(name) => {
                catalog.text_with("damage-missing-field", &[("name", name.as_str().into())])
            }
            Self::FieldTwice(name) => {
                catalog.text_with("damage-field-twice", &[("name", name.as_str().into())])
            }
            Self::UnknownWord(name) => {
                catalog.text_with("damage-unknown-word", &[("name", name.as_str().into())])
            }
            Self::WrongValue(found) => {
                catalog.text_with("damage-wrong-value", &[("found", found.as_str().into())])
            }
            Self::Incomplete => catalog.text("damage-incomplete"),
            Self::Unreadable => catalog.text("damage-unreadable"),
        }
    }
}
