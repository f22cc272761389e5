//! What of a record changed.

use crate::{
    locale::{Catalog, Lang},
    model::{Detail, MergeMark},
};

/// A field of a record, as a person sees it: texts and details by language, properties by name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The heading of document, page, lane, pool or phase.
    Title(Lang),
    /// The line below the document's heading.
    Subtitle(Lang),
    /// What a gallery says of the document.
    Description(Lang),
    /// The language that the document is read in.
    Language,
    /// That the document is to be read in a language beside its own.
    Translation(Lang),
    /// The edition, in the title block.
    Edition,
    /// When it was made, in the title block.
    Date(Lang),
    /// Who made it, in the title block.
    Author(Lang),
    /// The look.
    Theme,
    /// How lines cross each other.
    LineJumps,
    /// Which way the flow runs.
    Orientation,
    /// Where it stands among pages, lanes or phases.
    Order,
    /// Whom a lane stands for.
    Role,
    /// The pool around a lane or a pool.
    Pool,
    /// The symbol of a step, the meaning of a connector.
    Kind,
    /// The lane of a step.
    Lane,
    /// The phase of a step.
    Phase,
    /// The label of a step.
    Text(Lang),
    /// What a step says beyond its label.
    Detail(Detail, Lang),
    /// How long it takes to do a step.
    Handling,
    /// How long a step waits.
    Waiting,
    /// How long a step may take.
    Target,
    /// Where a click on a step leads.
    Link,
    /// The step at which a connector begins.
    From,
    /// The step at which a connector ends.
    To,
    /// The label of a connector.
    Label(Lang),
    /// How often a branch is taken.
    Share,
    /// The colour of the inside.
    Fill,
    /// The colour of the outline.
    Line,
    /// The colour of the text.
    TextColor,
    /// A free property.
    Property(String),
    /// Where a step stands, how large it is, and what automatic layout may do about both.
    Place,
    /// Which way a connector runs, and where its ends and its label are.
    Route,
    /// How large a lane or a phase is.
    Size,
    /// Whether a step is drawn over others.
    Rank,
}

impl Field {
    /// What a merge left to be decided, where that is what it is.
    pub(super) fn mark(&self) -> Option<MergeMark> {
        match self {
            Self::Property(key) => MergeMark::of_key(key),
            _ => None,
        }
    }

    /// Whether it says where something stands or how large it is, and nothing of what the chart means.
    pub const fn is_place(&self) -> bool {
        matches!(self, Self::Place | Self::Route | Self::Size | Self::Rank)
    }

    /// Its name for programs, such as `text`, and what it is that of, such as the language.
    pub fn code(&self) -> (&'static str, Option<&str>) {
        match self {
            Self::Title(lang) => ("title", Some(lang.as_str())),
            Self::Subtitle(lang) => ("subtitle", Some(lang.as_str())),
            Self::Description(lang) => ("description", Some(lang.as_str())),
            Self::Language => ("language", None),
            Self::Translation(lang) => ("translation", Some(lang.as_str())),
            Self::Edition => ("version", None),
            Self::Date(lang) => ("date", Some(lang.as_str())),
            Self::Author(lang) => ("author", Some(lang.as_str())),
            Self::Theme => ("theme", None),
            Self::LineJumps => ("line-jumps", None),
            Self::Orientation => ("orientation", None),
            Self::Order => ("order", None),
            Self::Role => ("role", None),
            Self::Pool => ("pool", None),
            Self::Kind => ("kind", None),
            Self::Lane => ("lane", None),
            Self::Phase => ("phase", None),
            Self::Text(lang) => ("text", Some(lang.as_str())),
            Self::Detail(detail, lang) => (detail.name(), Some(lang.as_str())),
            Self::Handling => ("handling-time", None),
            Self::Waiting => ("waiting-time", None),
            Self::Target => ("target-time", None),
            Self::Link => ("link", None),
            Self::From => ("from", None),
            Self::To => ("to", None),
            Self::Label(lang) => ("label", Some(lang.as_str())),
            Self::Share => ("share", None),
            Self::Fill => ("fill", None),
            Self::Line => ("line", None),
            Self::TextColor => ("text-color", None),
            Self::Property(name) => ("property", Some(name)),
            Self::Place => ("place", None),
            Self::Route => ("route", None),
            Self::Size => ("size", None),
            Self::Rank => ("rank", None),
        }
    }

    /// The field of a [`code`](Self::code); `None`: there is none.
    pub(super) fn of_code(code: &str, part: Option<&str>) -> Option<Self> {
        const PLAIN: [Field; 22] = [
            Field::Language,
            Field::Edition,
            Field::Theme,
            Field::LineJumps,
            Field::Orientation,
            Field::Order,
            Field::Role,
            Field::Pool,
            Field::Kind,
            Field::Lane,
            Field::Phase,
            Field::Handling,
            Field::Waiting,
            Field::Target,
            Field::Link,
            Field::From,
            Field::To,
            Field::Share,
            Field::Fill,
            Field::Line,
            Field::TextColor,
            Field::Place,
        ];
        let Some(part) = part else {
            return PLAIN.into_iter().find(|field| field.code().0 == code);
        };
        if code == "property" {
            return Some(Self::Property(part.to_owned()));
        }
        let lang = Lang::parse(part).ok()?;
        let of_text: [fn(Lang) -> Self; 8] = [
            Self::Translation,
            Self::Title,
            Self::Subtitle,
            Self::Description,
            Self::Date,
            Self::Author,
            Self::Text,
            Self::Label,
        ];
        // A step's description is one of its details; the document's is read in the same words.
        let details = Detail::ALL.into_iter().map(|detail| Self::Detail(detail, lang.clone()));
        of_text.into_iter().map(|of| of(lang.clone())).chain(details).find(|field| field.code().0 == code)
    }

    /// Its name for people, as it stands in the middle of a sentence: `text`, `text (Spanish)` where several languages
    /// may be meant.
    pub fn say(&self, catalog: &Catalog, names_language: bool) -> String {
        let name = match self {
            Self::Property(name) => catalog.quote(name),
            Self::Detail(detail, _) => lowered(&catalog.text(&format!("ui-detail-{}", detail.name()))),
            other => lowered(&catalog.text(other.key())),
        };
        let Some(lang) = self.lang().filter(|_| names_language) else { return name };
        let language = lang.name_in_phrase(catalog);
        catalog.text_with("panel-in", &[("name", name.into()), ("language", language.into())])
    }

    /// What is done to it: the end of the keys of the sentences about its conflicts.
    pub(super) const fn verb(&self) -> &'static str {
        match self {
            Self::Lane => "lane",
            Self::Phase => "phase",
            Self::From => "from",
            Self::To => "to",
            Self::Order => "order",
            _ => "field",
        }
    }

    const fn lang(&self) -> Option<&Lang> {
        match self {
            Self::Title(lang)
            | Self::Subtitle(lang)
            | Self::Description(lang)
            | Self::Date(lang)
            | Self::Author(lang)
            | Self::Text(lang)
            | Self::Detail(_, lang)
            | Self::Label(lang) => Some(lang),
            _ => None,
        }
    }

    const fn key(&self) -> &'static str {
        match self {
            Self::Title(_) => "panel-title",
            Self::Subtitle(_) => "panel-subtitle",
            Self::Description(_) | Self::Detail(..) => "panel-description",
            Self::Language => "panel-language",
            Self::Translation(_) => "revise-translation",
            Self::Edition => "scene-version",
            Self::Date(_) => "scene-date",
            Self::Author(_) => "scene-author",
            Self::Theme => "panel-theme",
            Self::LineJumps => "panel-jumps",
            Self::Orientation => "panel-flow",
            Self::Order => "revise-order",
            Self::Role => "panel-role",
            Self::Pool => "panel-pool",
            Self::Kind => "panel-kind",
            Self::Lane => "panel-lane",
            Self::Phase => "panel-phase",
            Self::Text(_) => "panel-text",
            Self::Handling => "ui-time-handling",
            Self::Waiting => "ui-time-waiting",
            Self::Target => "ui-time-target",
            Self::Link => "panel-link",
            Self::From => "panel-from",
            Self::To => "panel-to",
            Self::Label(_) => "panel-label",
            Self::Share => "panel-share",
            Self::Fill => "panel-style-fill",
            Self::Line => "panel-style-line",
            Self::TextColor => "panel-style-text",
            Self::Property(_) => "panel-properties",
            Self::Place => "panel-size",
            Self::Route => "revise-route",
            Self::Size => "revise-size",
            Self::Rank => "revise-rank",
        }
    }
}

/// `text` as it stands within a sentence.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
