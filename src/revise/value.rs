//! What a field is, for whoever says it.

use super::{
    RecordName,
    words::{Words, quoted},
};
use crate::{
    geom::Orientation,
    locale::{Catalog, Lang, say_duration},
    model::{Color, ConnectorKind, Estimate, LineJumps, Role, StepKind, Text, ThemeName, flow_key},
    scene,
    text::markup::one_line,
};

/// What a field is: what is needed to say it.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// Nothing is said.
    Nothing,
    /// What is written there.
    Words(String),
    /// A record by its name.
    Record(Text),
    /// The place in a list: behind a record of that name, or at the beginning.
    Behind(Option<RecordName>),
    /// A language.
    Language(Lang),
    /// A look.
    Theme(ThemeName),
    /// A way to cross.
    LineJumps(LineJumps),
    /// A direction.
    Orientation(Orientation),
    /// Whom a lane stands for.
    Role(Role),
    /// A symbol.
    StepKind(StepKind),
    /// The meaning of a line.
    ConnectorKind(ConnectorKind),
    /// How long something takes.
    Estimate(Estimate),
    /// A number of minutes.
    Minutes(f64),
    /// A number of cases in a hundred.
    Percent(f64),
    /// A colour.
    Color(Color),
}

impl FieldValue {
    /// What `text` says; nothing where there is none.
    pub(super) fn words(text: Option<&str>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Words(text.to_owned()))
    }

    /// What `of` makes of a value; nothing where there is none.
    pub(super) fn or_nothing<T>(value: Option<T>, of: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Nothing, of)
    }

    /// The value for programs, texts as they are; `None`: there is none. Names are read in `lang`, or else in
    /// `fallback`.
    pub fn plain(&self, catalog: &Catalog, lang: &Lang, fallback: &Lang) -> Option<String> {
        match self {
            Self::Nothing => None,
            Self::Words(text) => Some(text.clone()),
            Self::Record(name) => Some(name.get(lang, fallback).to_owned()),
            other => Some(other.say(&Words { catalog, lang, fallback, names_languages: true })),
        }
    }

    /// The value as `words` say it, with the whole of its text.
    pub(super) fn say_whole(&self, words: &Words<'_>) -> String {
        match self {
            Self::Words(text) => words.catalog.quote(&one_line(text)),
            other => other.say(words),
        }
    }

    /// The value as `words` say it.
    pub(super) fn say(&self, words: &Words<'_>) -> String {
        let catalog = words.catalog;
        match self {
            Self::Nothing => catalog.text("panel-nothing"),
            Self::Words(text) => quoted(text, catalog),
            Self::Record(name) => words.text(name),
            Self::Behind(None) => catalog.text("revise-first"),
            Self::Behind(Some(name)) => {
                catalog.text_with("revise-behind", &[("name", words.name(name).into())])
            }
            Self::Language(lang) => lang.name(catalog),
            Self::Theme(theme) => catalog.text(theme.key()),
            Self::LineJumps(jumps) => catalog.text(jumps.key()),
            Self::Orientation(orientation) => catalog.text(flow_key(*orientation)),
            Self::Role(role) => catalog.text(role.key()),
            Self::StepKind(kind) => say_kind(catalog, *kind),
            Self::ConnectorKind(kind) => catalog.text(kind.key()),
            Self::Estimate(estimate) => say_estimate(catalog, *estimate),
            Self::Minutes(minutes) => say_duration(catalog, *minutes),
            Self::Percent(share) => format!("{share} %"),
            Self::Color(color) => color.to_string(),
        }
    }
}

/// What kind of decision, event or end it is: a key in the catalogue.
const fn variant_key(kind: StepKind) -> Option<&'static str> {
    match kind {
        StepKind::Decision(branching) => Some(branching.key()),
        StepKind::Event(trigger) => Some(trigger.key()),
        StepKind::End(outcome) => Some(outcome.key()),
        _ => None,
    }
}

fn say_kind(catalog: &Catalog, kind: StepKind) -> String {
    let name = scene::kind_name(catalog, kind);
    variant_key(kind).map_or_else(|| name.clone(), |key| format!("{name} ({})", catalog.text(key)))
}

fn say_estimate(catalog: &Catalog, Estimate { usual, best, worst }: Estimate) -> String {
    let say = |minutes| say_duration(catalog, minutes);
    match (best, worst) {
        (None, None) => say(usual),
        (best, worst) => {
            format!("{} ({} – {})", say(usual), say(best.unwrap_or(usual)), say(worst.unwrap_or(usual)))
        }
    }
}
