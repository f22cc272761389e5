//! What the gallery shows: documents to start from, and what is searched and chosen among them.

use std::{path::PathBuf, sync::Arc};

use super::search::Words;
use crate::{
    locale::{Catalog, Lang, say_path},
    model::Document,
    pipeline::{ChartLanguages, OpenError},
    scene::Scene,
    text::markup,
    ui::canvas::Picture,
};

/// What a document is about: a chip each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    Calls,
    Support,
    Orders,
    Service,
}

impl Category {
    /// All of them, in the order of their chips.
    const ALL: [Self; 4] = [Self::Calls, Self::Support, Self::Orders, Self::Service];

    /// What documents call it.
    const fn word(self) -> &'static str {
        match self {
            Self::Calls => "calls",
            Self::Support => "support",
            Self::Orders => "orders",
            Self::Service => "service",
        }
    }

    /// Its name's key in the catalogue.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Calls => "ui-category-calls",
            Self::Support => "ui-category-support",
            Self::Orders => "ui-category-orders",
            Self::Service => "ui-category-service",
        }
    }
}

/// The property of a document that says which chip it stands under.
const CATEGORY: &str = "category";

/// Which of the documents are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryId {
    /// One that comes with the program, by its name.
    Bundled(String),
    /// One of the person's own, by its file.
    Yours(PathBuf),
}

/// A document to start from.
#[derive(Debug)]
pub struct GalleryEntry {
    /// Where it is from.
    pub id: EntryId,
    /// The document, or why there is none.
    pub document: Result<Arc<Document>, OpenError>,
}

/// What is shown of the gallery.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum GalleryShelf {
    /// Everything.
    #[default]
    All,
    /// What has this category.
    Category(Category),
    /// The person's own.
    Yours,
}

/// The gallery with its cards, and how a person looks at it.
#[derive(Default)]
pub struct Gallery {
    pub(super) cards: Vec<Card>,
    pub(super) search: String,
    pub(super) shelf: GalleryShelf,
    /// The language in which the cards speak; `None`: the interface's.
    pub(super) lang: Option<Lang>,
    /// Whether charts that are started keep all languages of their template.
    pub(super) keeps_languages: bool,
}

/// A document with what its card says and shows.
pub(super) struct Card {
    pub(super) entry: GalleryEntry,
    pub(super) category: Option<Category>,
    pub(super) languages: Vec<Lang>,
    pub(super) lanes: usize,
    pub(super) steps: usize,
    words: Words,
    /// The first page and the language it is drawn in; made when it is first seen.
    picture: Option<(Lang, Picture)>,
}

impl Gallery {
    /// A gallery of `entries`, in their order.
    pub fn new(entries: Vec<GalleryEntry>) -> Self {
        Self { cards: entries.into_iter().map(Card::new).collect(), ..Self::default() }
    }

    /// Puts `entries` in the place of the person's own documents; pictures of those that are the same stay.
    pub fn set_yours(&mut self, entries: Vec<GalleryEntry>) {
        let is_yours = |card: &mut Card| matches!(card.entry.id, EntryId::Yours(_));
        let mut old: Vec<Card> = self.cards.extract_if(.., is_yours).collect();
        for entry in entries {
            let kept = old.iter().position(|card| card.shows(&entry)).map(|at| old.swap_remove(at));
            self.cards.push(kept.unwrap_or_else(|| Card::new(entry)));
        }
    }

    /// Lets the cards speak the interface's language again.
    pub fn follow_interface(&mut self) {
        self.lang = None;
    }

    /// The languages of a chart that is started now; `interface`: the language of the interface.
    pub fn chart_languages(&self, interface: Lang) -> ChartLanguages {
        let lang = self.lang.clone().unwrap_or(interface);
        if self.keeps_languages { ChartLanguages::All(lang) } else { ChartLanguages::Only(lang) }
    }

    /// The document `id`.
    pub fn document(&self, id: &EntryId) -> Option<&Result<Arc<Document>, OpenError>> {
        self.cards.iter().find(|card| card.entry.id == *id).map(|card| &card.entry.document)
    }

    /// Whether the person has documents of their own here.
    pub(super) fn has_yours(&self) -> bool {
        self.cards.iter().any(|card| card.is_on(GalleryShelf::Yours))
    }

    /// The shelves that have something; everything and one's own are always there.
    pub(super) fn shelves(&self) -> Vec<GalleryShelf> {
        let shelves = Category::ALL.into_iter().map(GalleryShelf::Category);
        let filled = shelves.filter(|shelf| self.cards.iter().any(|card| card.is_on(*shelf)));
        std::iter::once(GalleryShelf::All).chain(filled).chain([GalleryShelf::Yours]).collect()
    }

    /// The languages that the documents have, in the order in which they come.
    pub(super) fn languages(&self) -> Vec<Lang> {
        let mut all: Vec<Lang> = Vec::new();
        for lang in self.cards.iter().flat_map(|card| &card.languages) {
            if !all.contains(lang) {
                all.push(lang.clone());
            }
        }
        all
    }

    /// The numbers of the cards that are on the shelf and have the words that are searched.
    pub(super) fn found(&self) -> Vec<usize> {
        let fits = |card: &Card| card.is_on(self.shelf) && card.words.have(&self.search);
        self.cards.iter().enumerate().filter(|(_, card)| fits(card)).map(|(i, _)| i).collect()
    }
}

impl Card {
    fn new(entry: GalleryEntry) -> Self {
        let Ok(document) = &entry.document else {
            let words = Words::of_text(&entry.id.name());
            return Self {
                entry,
                category: None,
                languages: Vec::new(),
                lanes: 0,
                steps: 0,
                words,
                picture: None,
            };
        };
        let named = document.properties.get(CATEGORY);
        Self {
            category: Category::ALL.into_iter().find(|known| named.is_some_and(|word| word == known.word())),
            languages: document.languages(),
            lanes: document.pages.first().map_or(0, |page| page.lanes.len()),
            steps: document.pages.iter().map(|page| page.steps.len()).sum(),
            words: Words::of(document),
            picture: None,
            entry,
        }
    }

    fn shows(&self, entry: &GalleryEntry) -> bool {
        let is_same = matches!((&self.entry.document, &entry.document), (Ok(own), Ok(other)) if own == other);
        self.entry.id == entry.id && is_same
    }

    fn is_on(&self, shelf: GalleryShelf) -> bool {
        match shelf {
            GalleryShelf::All => true,
            GalleryShelf::Category(category) => self.category == Some(category),
            GalleryShelf::Yours => matches!(self.entry.id, EntryId::Yours(_)),
        }
    }

    /// What it is called in `lang`.
    pub(super) fn title(&self, lang: &Lang) -> String {
        let Ok(document) = &self.entry.document else { return self.entry.id.name() };
        let title = markup::one_line(document.title.get(lang, &document.language));
        if title.is_empty() { self.entry.id.name() } else { title }
    }

    /// What it is good for, in `lang`; why it cannot be opened.
    pub(super) fn description(&self, catalog: &Catalog, lang: &Lang) -> String {
        match &self.entry.document {
            Ok(document) => markup::plain(document.description.get(lang, &document.language)),
            Err(error) => error.say(catalog),
        }
    }

    /// Whether the picture in `lang` is there.
    pub(super) fn has_picture(&self, lang: &Lang) -> bool {
        self.entry.document.is_err() || self.picture.as_ref().is_some_and(|(drawn, _)| drawn == lang)
    }

    /// Draws the first page in `lang`.
    pub(super) fn draw(&mut self, lang: &Lang, draw: &dyn Fn(&Document, &Lang) -> Scene) {
        if let Ok(document) = &self.entry.document {
            self.picture = Some((lang.clone(), Picture::new(&draw(document, lang))));
        }
    }

    /// The picture; for a frame or two that of the language before.
    pub(super) fn picture(&self) -> Option<&Picture> {
        self.picture.as_ref().map(|(_, picture)| picture)
    }
}

impl EntryId {
    /// Its name as a last resort.
    fn name(&self) -> String {
        match self {
            Self::Bundled(id) => id.clone(),
            Self::Yours(path) => path.file_name().map(say_path).unwrap_or_default(),
        }
    }
}
