//! All texts of a document, in the order in which they are read.

use super::{TextRef, WhichText};
use crate::{
    edit::{Owner, TextOf},
    model::{Connector, Detail, Document, MergeMark, Page, PageId, Properties, Step, Text},
};

/// A text with where it stands.
pub(super) struct TextThere<'d> {
    pub(super) at: TextRef,
    pub(super) source: &'d str,
}

/// Every text of `document` that is not empty.
pub(super) fn texts(document: &Document) -> Vec<TextThere<'_>> {
    let mut texts = Texts::default();
    texts.document(document);
    document.pages.iter().for_each(|page| texts.page(page));
    texts.found
}

/// Collects texts.
#[derive(Default)]
struct Texts<'d> {
    /// The page whose texts they are.
    page: Option<PageId>,
    found: Vec<TextThere<'d>>,
}

impl<'d> Texts<'d> {
    fn document(&mut self, document: &'d Document) {
        self.text(&TextOf::Title, &document.title);
        self.text(&TextOf::Subtitle, &document.subtitle);
        self.text(&TextOf::Description, &document.description);
        self.push(WhichText::Edition, &document.title_block.version);
        self.text(&TextOf::Date, &document.title_block.date);
        self.text(&TextOf::Author, &document.title_block.author);
        self.properties(&Owner::Document, &document.properties);
    }

    fn page(&mut self, page: &'d Page) {
        self.page = Some(page.id.clone());
        self.text(&TextOf::Page(page.id.clone()), &page.title);
        for pool in page.pools.values() {
            self.text(&TextOf::Pool(pool.id.clone()), &pool.title);
        }
        for lane in &page.lanes {
            self.text(&TextOf::Lane(lane.id.clone()), &lane.title);
        }
        for phase in &page.phases {
            self.text(&TextOf::Phase(phase.id.clone()), &phase.title);
        }
        for step in page.steps_in_reading_order() {
            self.step(step);
            page.connectors.leaving(&step.id).for_each(|connector| self.connector(connector));
        }
        let loose = page.connectors.values().filter(|connector| connector.from.step().is_none());
        loose.for_each(|connector| self.connector(connector));
    }

    fn step(&mut self, step: &'d Step) {
        self.text(&TextOf::Step(step.id.clone()), &step.text);
        for detail in Detail::ALL {
            self.text(&TextOf::Detail(step.id.clone(), detail), step.details.get(detail));
        }
        self.properties(&Owner::Step(step.id.clone()), &step.properties);
    }

    fn connector(&mut self, connector: &'d Connector) {
        self.text(&TextOf::Connector(connector.id.clone()), &connector.label);
        self.properties(&Owner::Connector(connector.id.clone()), &connector.properties);
    }

    fn text(&mut self, of: &TextOf, text: &'d Text) {
        for (lang, source) in text.iter() {
            self.push(WhichText::Text(of.clone(), lang.clone()), source);
        }
    }

    /// What a merge left to be decided is no text: the check tells of it.
    fn properties(&mut self, owner: &Owner, properties: &'d Properties) {
        for (name, value) in properties.iter().filter(|(name, _)| MergeMark::of_key(name).is_none()) {
            self.push(WhichText::Property(owner.clone(), name.clone()), value);
        }
    }

    fn push(&mut self, which: WhichText, source: &'d str) {
        if !source.is_empty() {
            self.found.push(TextThere { at: TextRef { page: self.page.clone(), which }, source });
        }
    }
}
