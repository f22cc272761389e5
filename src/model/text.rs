//! Texts that a reader sees, in several languages.

use std::{borrow::Cow, collections::BTreeMap, fmt, iter, sync::Arc};

use serde::{Deserialize, Serialize, Serializer};

use crate::locale::{Lang, LangError};

/// One text by language. May carry `**bold**` and `*italic*`; `\n` is a hard line break.
///
/// An empty string is never kept: a language is there or it is not. When what one language says changes and the others
/// stay, each of them keeps in mind what it was right for, until it is written anew, too, or is said to be right still.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(try_from = "BTreeMap<String, String>")]
pub struct Text(
    /// By code; `None`: in no language. A map would take five times the memory: most texts are in one or two languages.
    /// Shared, because a record that is copied to be moved keeps its texts.
    Option<Arc<[TextIn]>>,
);

/// What is written in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TextIn {
    lang: Lang,
    said: Box<str>,
    /// What it was right for, where that says something else by now.
    right_for: Option<Box<Original>>,
}

/// What another language said when a text was right for it, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Original {
    lang: Lang,
    /// CRC-32 of what it said.
    checksum: u32,
}

impl Original {
    fn of(text: &TextIn) -> Self {
        Self { lang: text.lang.clone(), checksum: crc32fast::hash(text.said.as_bytes()) }
    }

    /// As it is written: the language and eight hexadecimal digits.
    fn parse(written: &str) -> Option<Self> {
        let (lang, digits) = written.split_once(' ')?;
        let is_whole = digits.len() == 8 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let checksum = u32::from_str_radix(digits, 16).ok().filter(|_| is_whole)?;
        Some(Self { lang: Lang::parse(lang).ok()?, checksum })
    }
}

impl fmt::Display for Original {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:08x}", self.lang, self.checksum)
    }
}

/// What stands behind the code of a language in the key under which it is written what its text was right for.
const RIGHT_FOR: char = '?';

/// Why what is written is no text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// A key is no language code.
    #[error(transparent)]
    Language(#[from] LangError),
    /// It does not say what a translation was right for.
    #[error("not a language and a checksum: {0:?}")]
    RightFor(String),
}

impl Text {
    /// A text in no language.
    pub const EMPTY: Self = Self(None);

    /// A text in one language.
    pub fn new(lang: Lang, text: impl Into<String>) -> Self {
        iter::once((lang, text.into())).collect()
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
    ///
    /// The other languages may be outdated by it, unless it was itself, and now says what they say.
    pub fn set(&mut self, lang: Lang, text: impl Into<String>) {
        let text: String = text.into();
        let before = self.entry(&lang);
        if before.map_or("", |before| &before.said) == text {
            return;
        }
        let outdated_by = before.and_then(|before| before.right_for.as_deref()).cloned();
        let original = before.filter(|_| outdated_by.is_none()).map(|before| Box::new(Original::of(before)));
        let others = self.entries().filter(|other| other.lang != lang).cloned().map(|other| {
            let right_for = other.right_for.or_else(|| original.clone());
            TextIn { right_for, ..other }
        });
        let mut texts: Vec<TextIn> = others.collect();
        settle(&mut texts, &lang, outdated_by.as_ref());
        texts.push(TextIn { lang, said: text.into(), right_for: None });
        *self = Self::of(texts);
    }

    /// The languages whose texts may be outdated, because what they were right for has changed, each with the language
    /// that changed.
    pub fn outdated(&self) -> impl Iterator<Item = (&Lang, &Lang)> {
        self.entries().filter_map(|text| Some((&text.lang, &text.right_for.as_ref()?.lang)))
    }

    /// Says that what is written in `lang` is right for what the other languages say now.
    pub fn confirm(&mut self, lang: &Lang) {
        let mut texts: Vec<TextIn> = self.entries().cloned().collect();
        let own = texts.iter_mut().find(|text| text.lang == *lang);
        let outdated_by = own.and_then(|own| own.right_for.take());
        settle(&mut texts, lang, outdated_by.as_deref());
        *self = Self::of(texts);
    }

    /// What this text, merged of `ours` and `theirs`, is right for: what these say of it, and where each has changed
    /// other languages than the other since `base`, none of these is for sure.
    pub fn merge_originals(&mut self, base: Option<&Self>, ours: &Self, theirs: &Self) {
        let of =
            |version: Option<&Self>, lang: &Lang| version.and_then(|version| version.entry(lang)).cloned();
        let changed =
            |version: &Self, lang: &Lang| version.exactly(lang) != base.and_then(|base| base.exactly(lang));
        let apart = |lang: &Lang, [own, other]: [&Self; 2]| {
            let is_apart = changed(own, lang) && !changed(other, lang);
            let original = base.filter(|_| is_apart)?.entries().find(|original| {
                original.lang != *lang && changed(other, &original.lang) && !changed(own, &original.lang)
            });
            original.map(|original| Box::new(Original::of(original)))
        };
        let merged = self.entries().cloned().map(|text| {
            let lang = &text.lang;
            let said =
                [ours, theirs].map(|version| of(Some(version), lang).filter(|own| own.said == text.said));
            let right_for = match said.map(|own| own.map(|own| own.right_for)) {
                [Some(ours), Some(theirs)] if of(base, lang).is_some_and(|base| base.right_for == ours) => {
                    theirs
                }
                [Some(right_for), _] | [None, Some(right_for)] => right_for,
                [None, None] => None,
            };
            let right_for = right_for.or_else(|| apart(lang, [ours, theirs]));
            let right_for = right_for.or_else(|| apart(lang, [theirs, ours]));
            TextIn { right_for, ..text }
        });
        *self = Self::of(merged.collect());
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
        self.entries().map(|text| (&text.lang, text.said.as_ref()))
    }

    /// All that is to be kept in writing: [`Text::iter`] and, behind each language that may be outdated, what it was
    /// right for.
    pub fn written(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
        self.entries().flat_map(|text| {
            let said = (Cow::from(text.lang.as_str()), Cow::from(text.said.as_ref()));
            let original = text.right_for.as_ref();
            let right_for =
                original.map(|of| (format!("{}{RIGHT_FOR}", text.lang).into(), of.to_string().into()));
            iter::once(said).chain(right_for)
        })
    }

    /// Reads what [`Text::written`] gave; of two texts in one language the later one stays.
    pub fn read(written: impl IntoIterator<Item = (String, String)>) -> Result<Self, TextError> {
        let (mut texts, mut originals) = (Vec::new(), Vec::new());
        for (key, value) in written {
            match key.strip_suffix(RIGHT_FOR) {
                Some(code) => {
                    let original = Original::parse(&value).ok_or(TextError::RightFor(value))?;
                    originals.push((Lang::parse(code)?, Box::new(original)));
                }
                None => texts.push((Lang::parse(&key)?, value)),
            }
        }
        let text: Self = texts.into_iter().collect();
        if originals.is_empty() {
            return Ok(text);
        }
        let texts = text.entries().cloned().map(|text| {
            let own = originals.iter().rfind(|(lang, _)| *lang == text.lang);
            TextIn { right_for: own.map(|(_, original)| original.clone()), ..text }
        });
        Ok(Self::of(texts.collect()))
    }

    /// Whether a key of [`Text::written`] can be read, and what stands there.
    pub fn can_read(key: &str, value: &str) -> bool {
        match key.strip_suffix(RIGHT_FOR) {
            Some(code) => Lang::parse(code).is_ok() && Original::parse(value).is_some(),
            None => Lang::parse(key).is_ok(),
        }
    }

    fn entries(&self) -> impl Iterator<Item = &TextIn> {
        self.0.iter().flat_map(|texts| texts.iter())
    }

    fn entry(&self, lang: &Lang) -> Option<&TextIn> {
        self.entries().find(|text| text.lang == *lang)
    }

    /// The text of `texts`, of which each language has one. Keeps in mind only what has truly changed.
    fn of(mut texts: Vec<TextIn>) -> Self {
        texts.retain(|text| !text.said.is_empty());
        texts.sort_by(|a, b| a.lang.cmp(&b.lang));
        if texts.iter().all(|text| text.right_for.is_none()) {
            return Self((!texts.is_empty()).then(|| texts.into()));
        }
        let now: Vec<Original> = texts.iter().map(Original::of).collect();
        for text in &mut texts {
            text.right_for.take_if(|original| {
                let current = now.iter().find(|now| now.lang == original.lang);
                original.lang == text.lang || current.is_none_or(|now| *now == **original)
            });
        }
        Self((!texts.is_empty()).then(|| texts.into()))
    }
}

/// Now that what is written in `lang` goes with the language that had outdated it, that one goes with it, too.
fn settle(texts: &mut [TextIn], lang: &Lang, outdated_by: Option<&Original>) {
    let other = texts.iter_mut().find(|text| outdated_by.is_some_and(|original| original.lang == text.lang));
    if let Some(other) = other {
        other.right_for.take_if(|original| original.lang == *lang);
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
        serializer.collect_map(self.written())
    }
}

impl TryFrom<BTreeMap<String, String>> for Text {
    type Error = TextError;

    fn try_from(written: BTreeMap<String, String>) -> Result<Self, TextError> {
        Self::read(written)
    }
}

/// Of two texts in one language the later one stays; each is right for the others.
impl FromIterator<(Lang, String)> for Text {
    fn from_iter<I: IntoIterator<Item = (Lang, String)>>(texts: I) -> Self {
        let by_code: BTreeMap<Lang, String> = texts.into_iter().collect();
        let entry = |(lang, said): (Lang, String)| TextIn { lang, said: said.into(), right_for: None };
        Self::of(by_code.into_iter().map(entry).collect())
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

    fn both(en: &str, es: &str) -> Text {
        [(UiLang::En.into(), en.to_owned()), (UiLang::Es.into(), es.to_owned())].into_iter().collect()
    }

    fn outdated(text: &Text) -> Vec<&str> {
        text.outdated().map(|(lang, _)| lang.as_str()).collect()
    }

    #[test]
    fn a_translation_is_outdated_until_it_is_written_anew_or_confirmed() {
        let (en, es) = (Lang::from(UiLang::En), Lang::from(UiLang::Es));
        let mut text = both("Ask", "Preguntar");
        assert_eq!(outdated(&text), [""; 0]);
        text.set(en.clone(), "Ask twice");
        text.set(en.clone(), "Ask again");
        assert_eq!(outdated(&text), ["es"]);
        let mut back = text.clone();
        back.set(en.clone(), "Ask");
        assert_eq!(back, both("Ask", "Preguntar"));
        let mut confirmed = text.clone();
        confirmed.confirm(&es);
        assert_eq!(confirmed, both("Ask again", "Preguntar"));
        text.set(es.clone(), "Preguntar otra vez");
        assert_eq!(text, both("Ask again", "Preguntar otra vez"));
        text.set(es, "Repreguntar");
        assert_eq!(outdated(&text), ["en"]);
    }

    #[test]
    fn what_is_outdated_is_kept_in_writing() {
        let mut text = both("Ask", "Preguntar");
        text.set(UiLang::En.into(), "Ask again");
        let written: Vec<_> =
            text.written().map(|(key, value)| (key.into_owned(), value.into_owned())).collect();
        assert_eq!(written.last().map(|(key, _)| key.as_str()), Some("es?"));
        assert_eq!(Text::read(written), Ok(text));
        for wrong in ["", "en", "en 12", "en 1234567G", "? 12345678"] {
            let wrong = Text::read([("es?".to_owned(), wrong.to_owned())]);
            assert!(matches!(wrong, Err(TextError::RightFor(_))), "{wrong:?}");
        }
        assert!(matches!(
            Text::read([("e?".to_owned(), "en 12345678".to_owned())]),
            Err(TextError::Language(_))
        ));
    }

    #[test]
    fn languages_that_two_people_changed_apart_may_both_be_outdated() {
        let base = both("Ask", "Preguntar");
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        ours.set(UiLang::En.into(), "Ask again");
        theirs.set(UiLang::Es.into(), "Consultar");
        let mut merged = both("Ask again", "Consultar");
        merged.merge_originals(Some(&base), &ours, &theirs);
        assert_eq!(outdated(&merged), ["en", "es"]);
        merged.confirm(&UiLang::Es.into());
        assert_eq!(merged, both("Ask again", "Consultar"));
        let mut one_side = both("Ask again", "Preguntar");
        one_side.merge_originals(Some(&base), &ours, &base);
        assert_eq!(one_side, ours);
        let mut settled = ours.clone();
        settled.confirm(&UiLang::Es.into());
        let mut confirmed = both("Ask again", "Preguntar");
        confirmed.merge_originals(Some(&ours), &settled, &ours);
        assert_eq!(confirmed, settled);
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
