//! What changed of a document beside its pages.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    Change, State,
    change::{between, inverted, maps_between, put, put_value},
};
use crate::{
    locale::Lang,
    model::{Document, DocumentId, LineJumps, Properties, Text, ThemeName, TitleBlock},
};

/// Of a document, what belongs to no page.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::edit) struct Head {
    id: Option<DocumentId>,
    title: Text,
    subtitle: Text,
    description: Text,
    language: Lang,
    translations: BTreeSet<Lang>,
    title_block: TitleBlock,
    theme: ThemeName,
    line_jumps: LineJumps,
    properties: Properties,
}

impl Head {
    /// A copy of the document's head.
    pub(in crate::edit) fn of(document: &Document) -> Self {
        let Document {
            id,
            title,
            subtitle,
            description,
            language,
            translations,
            title_block,
            theme,
            line_jumps,
            properties,
            pages: _,
        } = document;
        Self {
            id: id.clone(),
            title: title.clone(),
            subtitle: subtitle.clone(),
            description: description.clone(),
            language: language.clone(),
            translations: translations.clone(),
            title_block: title_block.clone(),
            theme: *theme,
            line_jumps: *line_jumps,
            properties: properties.clone(),
        }
    }
}

/// What changed of a document's head, field by field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadPatch {
    /// Which document it is.
    pub id: Option<Change<Option<DocumentId>>>,
    /// The heading.
    pub title: Option<Change<Text>>,
    /// The line below the heading.
    pub subtitle: Option<Change<Text>>,
    /// What a gallery says of it.
    pub description: Option<Change<Text>>,
    /// The language it is read in.
    pub language: Option<Change<Lang>>,
    /// The languages that it is to be read in beside its own.
    pub translations: Option<Change<BTreeSet<Lang>>>,
    /// The edition, in the title block.
    pub version: Option<Change<String>>,
    /// When it was made.
    pub date: Option<Change<Text>>,
    /// Who made it.
    pub author: Option<Change<Text>>,
    /// The look.
    pub theme: Option<Change<ThemeName>>,
    /// How lines cross each other.
    pub line_jumps: Option<Change<LineJumps>>,
    /// Free key/value pairs, each on its own.
    pub properties: BTreeMap<String, Change<Option<String>>>,
}

impl HeadPatch {
    /// What makes the head `a` into `b`.
    pub(in crate::edit) fn between(a: &Head, b: &Head) -> Self {
        Self {
            id: between(&a.id, &b.id),
            title: between(&a.title, &b.title),
            subtitle: between(&a.subtitle, &b.subtitle),
            description: between(&a.description, &b.description),
            language: between(&a.language, &b.language),
            translations: between(&a.translations, &b.translations),
            version: between(&a.title_block.version, &b.title_block.version),
            date: between(&a.title_block.date, &b.title_block.date),
            author: between(&a.title_block.author, &b.title_block.author),
            theme: between(&a.theme, &b.theme),
            line_jumps: between(&a.line_jumps, &b.line_jumps),
            properties: maps_between(&a.properties, &b.properties, |a, b| a == b),
        }
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn inverted(self) -> Self {
        Self {
            id: self.id.map(Change::inverted),
            title: self.title.map(Change::inverted),
            subtitle: self.subtitle.map(Change::inverted),
            description: self.description.map(Change::inverted),
            language: self.language.map(Change::inverted),
            translations: self.translations.map(Change::inverted),
            version: self.version.map(Change::inverted),
            date: self.date.map(Change::inverted),
            author: self.author.map(Change::inverted),
            theme: self.theme.map(Change::inverted),
            line_jumps: self.line_jumps.map(Change::inverted),
            properties: inverted(self.properties),
        }
    }

    pub(super) fn put(&self, document: &mut Document, state: State) {
        let Self {
            id,
            title,
            subtitle,
            description,
            language,
            translations,
            version,
            date,
            author,
            theme,
            line_jumps,
            properties,
        } = self;
        put_value(&mut document.id, id.as_ref(), state);
        put_value(&mut document.title, title.as_ref(), state);
        put_value(&mut document.subtitle, subtitle.as_ref(), state);
        put_value(&mut document.description, description.as_ref(), state);
        put_value(&mut document.language, language.as_ref(), state);
        put_value(&mut document.translations, translations.as_ref(), state);
        put_value(&mut document.title_block.version, version.as_ref(), state);
        put_value(&mut document.title_block.date, date.as_ref(), state);
        put_value(&mut document.title_block.author, author.as_ref(), state);
        put_value(&mut document.theme, theme.as_ref(), state);
        put_value(&mut document.line_jumps, line_jumps.as_ref(), state);
        put(&mut document.properties, properties, state);
    }
}
