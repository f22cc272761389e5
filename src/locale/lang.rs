//! Language codes.

use std::{
    fmt,
    sync::{Arc, LazyLock},
};

use serde::{Deserialize, Serialize};

use super::Catalog;

/// The code of a language that a document's texts may be in: `en`, `es`, `pt-BR`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Lang(Arc<str>);

/// Why a language code was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a language code such as en, es or pt-BR: {0:?}")]
pub struct LangError(pub String);

impl Lang {
    /// Checks the form of `code`: two or three lower-case letters, then parts of letters and digits.
    pub fn parse(code: &str) -> Result<Self, LangError> {
        let mut parts = code.split('-');
        let primary = parts.next().unwrap_or_default();
        let primary_fits = matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_lowercase());
        let rest_fits = parts
            .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        if !primary_fits || !rest_fits {
            return Err(LangError(code.to_owned()));
        }
        Ok(Self::own(code).unwrap_or_else(|| Self(code.into())))
    }

    /// The code of a language that the program speaks: nearly all texts are in one, so each is kept once.
    fn own(code: &str) -> Option<Self> {
        static OWN: LazyLock<[Lang; UiLang::ALL.len()]> =
            LazyLock::new(|| UiLang::ALL.map(|lang| Lang(lang.code().into())));
        OWN.iter().find(|own| own.as_str() == code).cloned()
    }

    /// The name of the language in that of `catalog`; the code where we know no name.
    pub fn name(&self, catalog: &Catalog) -> String {
        let key = format!("ui-lang-{self}");
        if catalog.has(&key) { catalog.text(&key) } else { self.to_string() }
    }

    /// The name as it stands within a phrase; English writes its languages with a capital there, too.
    pub fn name_in_phrase(&self, catalog: &Catalog) -> String {
        match catalog.lang() {
            UiLang::En | UiLang::Pseudo => self.name(catalog),
            UiLang::Es => self.name(catalog).to_lowercase(),
        }
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Lang> for String {
    fn from(lang: Lang) -> Self {
        lang.0.as_ref().into()
    }
}

impl TryFrom<String> for Lang {
    type Error = LangError;

    fn try_from(code: String) -> Result<Self, LangError> {
        Self::parse(&code)
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<UiLang> for Lang {
    fn from(lang: UiLang) -> Self {
        Self::own(lang.code()).unwrap_or_else(|| Self(lang.code().into()))
    }
}

/// A language that the program itself speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum UiLang {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
    /// English with its vowels accented and doubled: what is written in plain letters beside it is not in the
    /// catalogue, and what is cut off would be so in a longer language. For looking, not for using.
    Pseudo,
}

impl UiLang {
    /// Those that a person may choose.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// The code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
            Self::Pseudo => "qps",
        }
    }

    /// The language's own name of itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Es => "Español",
            Self::Pseudo => "Pséudo",
        }
    }

    /// The one that fits `tag` best: a code or a locale name such as `es_MX.UTF-8`; English otherwise.
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().chain([Self::Pseudo]).find(|lang| lang.code() == primary).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_checked() {
        for good in ["en", "es", "pt-BR", "zh-Hant", "ast"] {
            assert!(Lang::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "e", "EN", "english", "en-", "en_US", "e n"] {
            assert!(Lang::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_program_speaks_the_language_of_the_system() {
        assert_eq!(UiLang::from_tag("es_MX.UTF-8"), UiLang::Es);
        assert_eq!(UiLang::from_tag("de_DE"), UiLang::En);
    }
}
