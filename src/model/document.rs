//! The whole document.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{DocumentId, LineJumps, Page, PageId, Text, ThemeName};
use crate::locale::Lang;

/// Free key/value pairs; also where another program's original type is kept.
pub type Properties = BTreeMap<String, String>;

/// A set of pages: what one file holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Which document it is, whatever its file is called; `None`: a template, or nobody's yet.
    pub id: Option<DocumentId>,
    /// The heading.
    pub title: Text,
    /// The line below the heading.
    pub subtitle: Text,
    /// What a gallery says of it.
    pub description: Text,
    /// The language it is read in, and the one that others fall back to.
    pub language: Lang,
    /// What the title block says.
    pub title_block: TitleBlock,
    /// The look.
    pub theme: ThemeName,
    /// How lines cross each other.
    pub line_jumps: LineJumps,
    /// Free key/value pairs.
    pub properties: Properties,
    /// The charts in order; at least one.
    pub pages: Vec<Page>,
}

/// The title block; an empty field is not drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleBlock {
    /// The edition.
    pub version: String,
    /// When it was made, as it is to be read.
    pub date: Text,
    /// Who made it.
    pub author: Text,
}

impl Document {
    /// A new id for it: a slug of its title and a suffix made of `entropy`.
    pub fn mint_id(&self, entropy: u32) -> DocumentId {
        DocumentId::mint(self.title.get(&self.language, &self.language), entropy)
    }

    /// The languages in which a reader sees anything, the document's own first.
    pub fn languages(&self) -> Vec<Lang> {
        let mut others = BTreeSet::new();
        let pages = self.pages.iter();
        let texts = pages.flat_map(Page::texts).chain([&self.title, &self.subtitle]);
        for (lang, _) in texts.flat_map(Text::iter) {
            if *lang != self.language {
                others.insert(lang.clone());
            }
        }
        std::iter::once(self.language.clone()).chain(others).collect()
    }

    /// The page `id`.
    pub fn page(&self, id: &PageId) -> Option<&Page> {
        self.pages.iter().find(|page| page.id == *id)
    }

    /// The heading of `page` in `lang`: its own title, or the document's.
    pub fn page_title<'a>(&'a self, page: &'a Page, lang: &Lang) -> &'a str {
        let own = page.title.get(lang, &self.language);
        if own.is_empty() { self.title.get(lang, &self.language) } else { own }
    }
}

impl Page {
    /// Every label that is drawn on the page.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let lanes = self.lanes.iter().map(|lane| &lane.title);
        let pools = self.pools.values().map(|pool| &pool.title);
        let phases = self.phases.iter().map(|phase| &phase.title);
        let steps = self.steps.values().map(|step| &step.text);
        let connectors = self.connectors.values().map(|connector| &connector.label);
        std::iter::once(&self.title).chain(lanes).chain(pools).chain(phases).chain(steps).chain(connectors)
    }
}
