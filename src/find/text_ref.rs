//! Which text of a document, in which language.

use crate::{
    edit::{Command, Owner, PageCommand, TextOf},
    locale::{Catalog, Lang},
    model::{Document, PageId},
    revise::{Field, RecordId, say_record},
};

/// A text of a document as it is written in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRef {
    /// The page that it stands on; `None`: it is the document's.
    pub page: Option<PageId>,
    /// Which of the texts there.
    pub which: WhichText,
}

/// One of the texts of a page, or of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhichText {
    /// One that is written by language.
    Text(TextOf, Lang),
    /// The free property with this name.
    Property(Owner, String),
    /// The edition in the title block.
    Edition,
}

impl TextRef {
    /// The record that it belongs to.
    pub fn record(&self) -> RecordId {
        match &self.which {
            WhichText::Text(of, _) => match of {
                TextOf::Step(id) | TextOf::Detail(id, _) => RecordId::Step(id.clone()),
                TextOf::Connector(id) => RecordId::Connector(id.clone()),
                TextOf::Lane(id) => RecordId::Lane(id.clone()),
                TextOf::Pool(id) => RecordId::Pool(id.clone()),
                TextOf::Phase(id) => RecordId::Phase(id.clone()),
                TextOf::Page(id) => RecordId::Page(id.clone()),
                TextOf::Title | TextOf::Subtitle | TextOf::Description | TextOf::Date | TextOf::Author => {
                    RecordId::Document
                }
            },
            WhichText::Property(Owner::Step(id), _) => RecordId::Step(id.clone()),
            WhichText::Property(Owner::Connector(id), _) => RecordId::Connector(id.clone()),
            WhichText::Property(Owner::Document, _) | WhichText::Edition => RecordId::Document,
        }
    }

    /// The field of that record.
    pub fn field(&self) -> Field {
        match &self.which {
            WhichText::Text(of, lang) => field_of(of, lang.clone()),
            WhichText::Property(_, name) => Field::Property(name.clone()),
            WhichText::Edition => Field::Edition,
        }
    }

    /// The language that it is written in; `None`: it is the same in all.
    pub const fn lang(&self) -> Option<&Lang> {
        match &self.which {
            WhichText::Text(_, lang) => Some(lang),
            WhichText::Property(..) | WhichText::Edition => None,
        }
    }

    /// Whether stars and backslashes in it are markup.
    pub(super) const fn has_markup(&self) -> bool {
        self.lang().is_some()
    }

    /// What writes `text` there.
    pub(super) fn writing(&self, text: String) -> Command {
        match &self.which {
            WhichText::Text(of, lang) => Command::SetText { of: of.clone(), lang: lang.clone(), text },
            WhichText::Property(of, key) => {
                Command::SetProperty { of: of.clone(), key: key.clone(), value: Some(text) }
            }
            WhichText::Edition => Command::Page(PageCommand::SetVersion(text)),
        }
    }

    /// Where it stands, for people: `Step “Call back”: text (Spanish)`; names are read in `lang`.
    pub fn say(&self, document: &Document, catalog: &Catalog, lang: &Lang) -> String {
        let record = say_record(&self.record(), document, catalog, lang);
        let field = self.field().say(catalog, document.languages().len() > 1);
        catalog.text_with("find-place", &[("record", record.into()), ("field", field.into())])
    }

    /// The same with its page.
    pub fn say_on_page(&self, document: &Document, catalog: &Catalog, lang: &Lang) -> String {
        let place = self.say(document, catalog, lang);
        let Some(page) = self.page.clone().filter(|_| !matches!(self.record(), RecordId::Page(_))) else {
            return place;
        };
        let page = say_record(&RecordId::Page(page), document, catalog, lang);
        catalog.text_with("find-place-on-page", &[("page", page.into()), ("place", place.into())])
    }
}

fn field_of(text: &TextOf, lang: Lang) -> Field {
    match text {
        TextOf::Step(_) => Field::Text(lang),
        TextOf::Detail(_, detail) => Field::Detail(*detail, lang),
        TextOf::Connector(_) => Field::Label(lang),
        TextOf::Lane(_) | TextOf::Pool(_) | TextOf::Phase(_) | TextOf::Page(_) | TextOf::Title => {
            Field::Title(lang)
        }
        TextOf::Subtitle => Field::Subtitle(lang),
        TextOf::Description => Field::Description(lang),
        TextOf::Date => Field::Date(lang),
        TextOf::Author => Field::Author(lang),
    }
}
