//! What a picture is made of.

use crate::{
    locale::{Catalog, Lang, UiLang},
    model::{Document, Page, Text},
    text::Fonts,
};

/// A page, seen in one language.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The fonts that texts are set in.
    pub fonts: &'a Fonts,
    /// The document that the page belongs to.
    pub document: &'a Document,
    /// The page.
    pub page: &'a Page,
    /// The language of the texts; what is not written in it falls back to the document's.
    pub lang: &'a Lang,
}

impl<'a> View<'a> {
    /// What `text` says in the view's language.
    pub fn read<'t>(&self, text: &'t Text) -> &'t str
    where
        'a: 't,
    {
        text.get(self.lang, &self.document.language)
    }

    /// The words that a picture itself brings along (legend, title block), in the view's language.
    pub fn catalog(&self) -> &'static Catalog {
        Catalog::of(UiLang::from_tag(self.lang.as_str()))
    }
}
