//! The translation catalogue.

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::{borrow::Cow, sync::OnceLock};

use super::UiLang;

macro_rules! source {
    ($file:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/locale/", $file, ".ftl"))
    };
}

/// The catalogue's files by language, one for each part of the program that speaks.
const SOURCES: [(UiLang, [&str; 12]); 2] = [
    (
        UiLang::En,
        [
            source!("en/scene"),
            source!("en/check"),
            source!("en/cli"),
            source!("en/edit"),
            source!("en/ui"),
            source!("en/window"),
            source!("en/panels"),
            source!("en/canvas"),
            source!("en/files"),
            source!("en/interop"),
            source!("en/revise"),
            source!("en/find"),
        ],
    ),
    (
        UiLang::Es,
        [
            source!("es/scene"),
            source!("es/check"),
            source!("es/cli"),
            source!("es/edit"),
            source!("es/ui"),
            source!("es/window"),
            source!("es/panels"),
            source!("es/canvas"),
            source!("es/files"),
            source!("es/interop"),
            source!("es/revise"),
            source!("es/find"),
        ],
    ),
];

/// A value that a message names.
pub type Value<'a> = FluentValue<'a>;

/// All interface strings of one language.
pub struct Catalog {
    lang: UiLang,
    bundle: FluentBundle<FluentResource>,
}

/// `text` with every vowel accented and doubled.
fn disguised(text: &str) -> Cow<'_, str> {
    const VOWELS: &str = "aeiouAEIOU";
    const ACCENTED: [&str; 10] = ["áá", "éé", "íí", "óó", "úú", "ÁÁ", "ÉÉ", "ÍÍ", "ÓÓ", "ÚÚ"];
    let mut new = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        match VOWELS.find(c).and_then(|vowel| ACCENTED.get(vowel)) {
            Some(accented) => new.push_str(accented),
            None => new.push(c),
        }
    }
    new.into()
}

impl Catalog {
    /// The catalogue of `lang`; read once, shared by everybody.
    pub fn of(lang: UiLang) -> &'static Self {
        static EN: OnceLock<Catalog> = OnceLock::new();
        static ES: OnceLock<Catalog> = OnceLock::new();
        static PSEUDO: OnceLock<Catalog> = OnceLock::new();
        match lang {
            UiLang::En => EN.get_or_init(|| Self::read(UiLang::En)),
            UiLang::Es => ES.get_or_init(|| Self::read(UiLang::Es)),
            UiLang::Pseudo => PSEUDO.get_or_init(|| Self::read(UiLang::Pseudo)),
        }
    }

    fn read(lang: UiLang) -> Self {
        let is_pseudo = lang == UiLang::Pseudo;
        let written = if is_pseudo { UiLang::En } else { lang };
        let mut bundle = FluentBundle::new_concurrent(written.code().parse().into_iter().collect());
        bundle.set_use_isolating(false);
        bundle.set_transform(is_pseudo.then_some(disguised));
        for source in SOURCES.iter().filter(|(of, _)| *of == written).flat_map(|(_, files)| files) {
            // A message that does not parse is missing from the bundle, and a test asks for every one.
            let resource =
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// The language.
    pub const fn lang(&self) -> UiLang {
        self.lang
    }

    /// The message `key`; the key itself where the catalogue has none (a test keeps that from shipping).
    pub fn text(&self, key: &str) -> String {
        self.text_with(key, &[])
    }

    /// The message `key` with `values` put in by name.
    pub fn text_with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let args: FluentArgs<'_> = values.iter().cloned().collect();
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    /// `words` in the quotation marks of the language.
    pub fn quote(&self, words: &str) -> String {
        self.text_with("quoted", &[("words", words.into())])
    }

    /// Whether the catalogue has the message `key`.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }
}
