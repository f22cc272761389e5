//! Texts that a reader sees, in several languages.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize, Serializer};

use crate::locale::Lang;

/// One text by language. May carry `**bold**` and `*italic*`; `\n` is a hard line break.
///
/// An empty string is never kept: a language is there or it is not.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "BTreeMap<Lang, String>")]
pub struct Text(
    /// By code; `None`: in no language. A map would take five times the memory: most texts are in one or two languages.
    /// Shared, because a record that is copied to be moved keeps its texts.
    Option<Arc<[TextIn]>>,
);

/// What is written in one language.
type TextIn = (Lang, Box<str>);

impl Text {
    /// A text in no language.
    pub const EMPTY: Self = Self(None);

    /// A text in one language.
    pub fn new(lang: Lang, text: impl Into<String>) -> Self {
        std::iter::once((lang, text.into())).collect()
    }

    /// What is written in `lang`, if anything.
    pub fn exactly(&self, lang: &Lang) -> Option<&str> {
        self.iter().find(|(of, _)| *of == lang).map(|(_, text)| text)
    }

    /// What a reader of `lang` sees: that language, else `fallback`, else the first there is, else nothing.
    pub fn get(&self, lang: &Lang, fallback: &Lang) -> &str {
        self.exactly(lang)
            .or_else(|| self.exactly(fallback))
            .or_else(|| self.iter().next().map(|(_, text)| text))
            .unwrap_or_default()
    }

    /// Writes `text` in `lang`; an empty one takes the language out.
    pub fn set(&mut self, lang: Lang, text: impl Into<String>) {
        let others = self.iter().filter(|(of, _)| *of != &lang);
        let others = others.map(|(of, text)| (of.clone(), text.to_owned()));
        let others: Vec<(Lang, String)> = others.collect();
        *self = others.into_iter().chain([(lang, text.into())]).collect();
    }

    /// Takes `lang` out. What is written in no other language stays, as the text of `heir`.
    pub fn remove_language(&mut self, lang: &Lang, heir: &Lang) {
        let Some(text) = self.exactly(lang).map(str::to_owned) else { return };
        self.set(lang.clone(), "");
        if self.is_empty() {
            self.set(heir.clone(), text);
        }
    }

    /// Whether no language has anything.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The languages and what is written in them, by code.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &str)> {
        self.0.iter().flat_map(|texts| texts.iter()).map(|(lang, text)| (lang, text.as_ref()))
    }
}

// Records that were copied share their texts, which then need not be read.
impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(own), Some(other)) => Arc::ptr_eq(own, other) || own == other,
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }
}

impl Eq for Text {}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl From<BTreeMap<Lang, String>> for Text {
    fn from(texts: BTreeMap<Lang, String>) -> Self {
        texts.into_iter().collect()
    }
}

/// Of two texts in one language the later one stays.
impl FromIterator<(Lang, String)> for Text {
    fn from_iter<I: IntoIterator<Item = (Lang, String)>>(texts: I) -> Self {
        let mut by_code: Vec<TextIn> = Vec::new();
        for (lang, text) in texts {
            let place = by_code.binary_search_by(|(of, _)| of.cmp(&lang));
            match place {
                Ok(at) => by_code.splice(at..=at, [(lang, text.into())]).for_each(drop),
                Err(at) => by_code.insert(at, (lang, text.into())),
            }
        }
        by_code.retain(|(_, text)| !text.is_empty());
        Self((!by_code.is_empty()).then(|| by_code.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::UiLang;

    #[test]
    fn a_missing_language_falls_back() {
        let (en, es) = (Lang::from(UiLang::En), Lang::from(UiLang::Es));
        let mut text = Text::new(es.clone(), "Sí");
        assert_eq!(text.get(&en, &es), "Sí");
        text.set(en.clone(), "Yes");
        assert_eq!(text.get(&en, &es), "Yes");
        text.set(en.clone(), "");
        assert_eq!(text.exactly(&en), None);
    }

    #[test]
    fn what_is_said_in_one_language_alone_outlives_it() {
        let (en, es) = (Lang::from(UiLang::En), Lang::from(UiLang::Es));
        let mut text = Text::new(es.clone(), "Sí");
        text.set(en.clone(), "Yes");
        text.remove_language(&es, &en);
        assert_eq!(text, Text::new(en.clone(), "Yes"));
        text.remove_language(&en, &es);
        assert_eq!(text, Text::new(es, "Yes"));
    }
}
