//! Texts that a reader sees, in several languages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, Serializer};

use crate::locale::Lang;

/// One text by language. May carry `**bold**` and `*italic*`; `\n` is a hard line break.
///
/// An empty string is never kept: a language is there or it is not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "BTreeMap<Lang, String>")]
pub struct Text(BTreeMap<Lang, String>);

impl Text {
    /// A text in no language.
    pub const EMPTY: Self = Self(BTreeMap::new());

    /// A text in one language.
    pub fn new(lang: Lang, text: impl Into<String>) -> Self {
        let mut new = Self::EMPTY;
        new.set(lang, text);
        new
    }

    /// What is written in `lang`, if anything.
    pub fn exactly(&self, lang: &Lang) -> Option<&str> {
        self.0.get(lang).map(String::as_str)
    }

    /// What a reader of `lang` sees: that language, else `fallback`, else the first there is, else nothing.
    pub fn get(&self, lang: &Lang, fallback: &Lang) -> &str {
        self.exactly(lang)
            .or_else(|| self.exactly(fallback))
            .or_else(|| self.0.values().next().map(String::as_str))
            .unwrap_or_default()
    }

    /// Writes `text` in `lang`; an empty one takes the language out.
    pub fn set(&mut self, lang: Lang, text: impl Into<String>) {
        let text = text.into();
        if text.is_empty() {
            self.0.remove(&lang);
        } else {
            self.0.insert(lang, text);
        }
    }

    /// Whether no language has anything.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The languages and what is written in them, by code.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &str)> {
        self.0.iter().map(|(lang, text)| (lang, text.as_str()))
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl From<BTreeMap<Lang, String>> for Text {
    fn from(texts: BTreeMap<Lang, String>) -> Self {
        Self(texts.into_iter().filter(|(_, text)| !text.is_empty()).collect())
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
}
