//! Words that the program writes into documents.

use crate::{
    locale::{Catalog, Lang, UiLang},
    model::Text,
};

/// What `say` says in each of a document's `languages` that the program speaks; where it speaks none, in English.
///
/// `languages` are as [`Document::languages`](crate::model::Document::languages) gives them, the document's own
/// first: English words of a document that the program does not speak stand as those.
pub fn worded(languages: &[Lang], say: impl Fn(&Catalog) -> String) -> Text {
    let mut text = Text::EMPTY;
    for lang in UiLang::ALL {
        if languages.contains(&lang.into()) {
            text.set(lang.into(), say(Catalog::of(lang)));
        }
    }
    if let Some(own) = languages.first().filter(|_| text.is_empty()) {
        text.set(own.clone(), say(Catalog::of(UiLang::En)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_in_an_unknown_language_gets_words_too() {
        let [en, es, other] = ["en", "es", "nl"].map(|code| Lang::parse(code).unwrap());
        let say = |words: &Catalog| words.text("edit-new-lane");
        let both = worded(&[es.clone(), en.clone()], say);
        assert_eq!((both.exactly(&en), both.exactly(&es)), (Some("New lane"), Some("Carril nuevo")));
        assert_eq!(worded(std::slice::from_ref(&other), say), Text::new(other, "New lane"));
    }
}
