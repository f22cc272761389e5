//! The whole document.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde::{Deserialize, Serialize};

use super::{Detail, DocumentId, LineJumps, Page, PageId, Step, Text, ThemeName};
use crate::locale::{Lang, UiLang};

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
    /// The languages that it is to be read in beside its own, also those in which nothing is written yet.
    pub translations: BTreeSet<Lang>,
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

    /// The languages that it has, its own first: those that it is to be read in, and those in which a reader sees
    /// anything.
    pub fn languages(&self) -> Vec<Lang> {
        let mut others = self.translations.clone();
        let pages = self.pages.iter();
        let texts = pages.flat_map(Page::texts).chain([&self.title, &self.subtitle]);
        for (lang, _) in texts.flat_map(Text::iter) {
            if !others.contains(lang) {
                others.insert(lang.clone());
            }
        }
        others.remove(&self.language);
        std::iter::once(self.language.clone()).chain(others).collect()
    }

    /// The languages that the program speaks and the document has not.
    pub fn missing_languages(&self) -> Vec<Lang> {
        let languages = self.languages();
        UiLang::ALL.into_iter().map(Lang::from).filter(|lang| !languages.contains(lang)).collect()
    }

    /// The language that it is read in when `lang` is gone: its own, or else the next. `None`: it has no other one.
    pub fn language_without(&self, lang: &Lang) -> Option<Lang> {
        self.languages().into_iter().find(|other| other != lang)
    }

    /// The document as readers of `lang` see it, in that language alone.
    #[must_use]
    pub fn only_in(mut self, lang: &Lang) -> Self {
        let own = std::mem::replace(&mut self.language, lang.clone());
        self.translations = BTreeSet::new();
        let only = |text: &mut Text| *text = Text::new(lang.clone(), text.get(lang, &own));
        self.update_own_texts(&only);
        self.pages.iter_mut().for_each(|page| page.update_texts(&only));
        self
    }

    /// Changes each text that belongs to no page.
    pub fn update_own_texts(&mut self, change: &dyn Fn(&mut Text)) {
        let block = &mut self.title_block;
        let texts =
            [&mut self.title, &mut self.subtitle, &mut self.description, &mut block.date, &mut block.author];
        texts.into_iter().for_each(change);
    }

    /// Every text of the document, also those that are not drawn.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let block = &self.title_block;
        let own = [&self.title, &self.subtitle, &self.description, &block.date, &block.author];
        let steps = self.pages.iter().flat_map(|page| page.steps.values());
        let details = steps.flat_map(|step| step.details.iter().map(|(_, text)| text));
        own.into_iter().chain(self.pages.iter().flat_map(Page::texts)).chain(details)
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

    /// Changes each text of the page.
    pub fn update_texts(&mut self, change: &dyn Fn(&mut Text)) {
        change(&mut self.title);
        self.lanes.iter_mut().for_each(|lane| change(&mut Arc::make_mut(lane).title));
        self.pools.values_mut().for_each(|pool| change(&mut Arc::make_mut(pool).title));
        self.phases.iter_mut().for_each(|phase| change(&mut Arc::make_mut(phase).title));
        self.steps.values_mut().for_each(|step| Arc::make_mut(step).update_texts(change));
        self.connectors.update_all(|_| Some(()), |connector, ()| change(&mut connector.label));
    }
}

impl Step {
    fn update_texts(&mut self, change: &dyn Fn(&mut Text)) {
        change(&mut self.text);
        for detail in Detail::ALL {
            change(self.details.get_mut(detail));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::records;

    #[test]
    fn what_is_only_in_one_language_says_what_its_readers_saw() {
        let (en, es) = (Lang::from(UiLang::En), Lang::from(UiLang::Es));
        let mut document = records::document(Vec::new());
        document.title = records::en("Returns");
        document.title.set(es.clone(), "Devoluciones");
        document.subtitle = records::en("2024");
        assert_eq!(document.languages(), [en.clone(), es.clone()]);
        let spanish = document.only_in(&es);
        assert_eq!(spanish.languages(), std::slice::from_ref(&es));
        assert_eq!(spanish.title, Text::new(es.clone(), "Devoluciones"));
        assert_eq!(spanish.subtitle, Text::new(es, "2024"));
        assert_eq!(spanish.language_without(&en), Some(spanish.language.clone()));
    }

    #[test]
    fn a_language_is_there_before_anything_is_written_in_it() {
        let mut document = records::document(Vec::new());
        let (own, es) = (document.language.clone(), Lang::from(UiLang::Es));
        assert_eq!(document.language_without(&own), None);
        document.translations.insert(es.clone());
        assert_eq!(document.languages(), [own.clone(), es.clone()]);
        assert_eq!(document.language_without(&own), Some(es));
    }
}
