//! How records are named in messages.

use crate::{
    locale::{Catalog, Lang, UiLang},
    model::{Connector, End, Page, Step, Text},
    text::markup::one_line,
};

/// The most characters of a label that a message quotes.
const LONGEST_QUOTE: usize = 40;
/// The most names that a message lists.
const LONGEST_LIST: usize = 8;

/// Names records as a reader of the chart knows them.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    /// The document's own language.
    pub(super) language: &'a Lang,
    /// The language of the interface.
    pub(super) catalog: &'a Catalog,
}

impl Names<'_> {
    /// What `text` says in the document's language, on one line without markup.
    pub(super) fn label(&self, text: &Text) -> String {
        one_line(text.get(self.language, self.language))
    }

    /// The label in quotation marks, shortened if it is long; `None` where nothing is to be read.
    pub(super) fn quote(&self, text: &Text) -> Option<String> {
        let label = self.label(text);
        if label.is_empty() {
            return None;
        }
        if label.chars().count() <= LONGEST_QUOTE {
            return Some(self.catalog.quote(&label));
        }
        let short: String = label.chars().take(LONGEST_QUOTE - 1).collect();
        Some(self.catalog.quote(&format!("{}…", short.trim_end())))
    }

    /// The step by its label.
    pub(super) fn step(&self, step: &Step) -> String {
        self.quote(&step.text).unwrap_or_else(|| self.catalog.text("check-without-label"))
    }

    /// The step at an end of a connector.
    pub(super) fn end(&self, page: &Page, end: &End) -> String {
        let step = end.step().and_then(|id| page.steps.get(id));
        step.map_or_else(|| self.catalog.text("check-nothing"), |step| self.step(step))
    }

    /// The connector by the steps at its ends.
    pub(super) fn connector(&self, page: &Page, connector: &Connector) -> String {
        format!("{} → {}", self.end(page, &connector.from), self.end(page, &connector.to))
    }

    /// The steps by their labels.
    pub(super) fn steps<'s>(&self, steps: impl IntoIterator<Item = &'s Step>) -> String {
        let mut steps = steps.into_iter();
        let mut names: Vec<_> = steps.by_ref().take(LONGEST_LIST).map(|step| self.step(step)).collect();
        if steps.next().is_some() {
            names.push("…".to_owned());
        }
        names.join(", ")
    }

    /// The languages by their names, in the language of the interface; by their codes where it has none.
    pub(super) fn languages<'l>(&self, languages: impl IntoIterator<Item = &'l Lang>) -> String {
        let name = |lang: &Lang| {
            let known = UiLang::ALL.into_iter().find(|known| known.code() == lang.as_str());
            match known {
                Some(UiLang::En | UiLang::Pseudo) => self.catalog.text("check-language-en"),
                Some(UiLang::Es) => self.catalog.text("check-language-es"),
                None => lang.to_string(),
            }
        };
        languages.into_iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// A number with at most two decimals.
    pub(super) fn number(&self, value: f64) -> String {
        let text = crate::geom::quantise(value).to_string();
        match self.catalog.lang() {
            UiLang::En | UiLang::Pseudo => text,
            UiLang::Es => text.replace('.', ","),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_quoted_short_and_on_one_line() {
        let language = Lang::from(UiLang::En);
        let names = Names { language: &language, catalog: Catalog::of(UiLang::En) };
        let quote = |text: &str| names.quote(&Text::new(language.clone(), text));
        assert_eq!(quote("**Ask**\nagain").as_deref(), Some("“Ask again”"));
        assert_eq!(quote(" \n"), None);
        let long = quote(&"á".repeat(41)).unwrap();
        assert_eq!(long, format!("“{}…”", "á".repeat(39)));
    }
}
