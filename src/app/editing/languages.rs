//! Adding and removing languages of a chart: which one it is to be.

use eframe::egui::Ui;

use crate::{
    edit::{Command, PageCommand},
    locale::{Catalog, Lang},
    model::{Document, Text},
    ui::dialogs::{Question, question_ui},
};

/// What was answered to the question for a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LanguageAnswer {
    /// The chart gets a language.
    Add(Lang),
    /// The chart loses a language.
    Remove(Lang),
    /// Nothing.
    Cancel,
}

impl LanguageAnswer {
    /// What the answer asks of the editor; `None`: nothing.
    pub(crate) fn command(self) -> Option<Command> {
        match self {
            Self::Add(lang) => Some(Command::Page(PageCommand::AddLanguage(lang))),
            Self::Remove(lang) => Some(Command::Page(PageCommand::RemoveLanguage(lang))),
            Self::Cancel => None,
        }
    }
}

/// Which language is to be added or removed.
pub(crate) struct LanguageQuestion {
    heading: &'static str,
    /// What is to be known, by languages.
    facts: Vec<LanguageFacts>,
    answers: Vec<LanguageAnswer>,
}

/// What becomes of the texts in a language that goes.
struct LanguageFacts {
    lang: Lang,
    /// How many texts are written in it …
    count: usize,
    /// … and how many of them in no other language.
    only: usize,
    /// The language that gets those.
    heir: Lang,
}

impl LanguageFacts {
    /// `None`: `lang` is the last language of `document`.
    fn of(document: &Document, lang: Lang) -> Option<Self> {
        let written: Vec<&Text> = document.texts().filter(|text| text.exactly(&lang).is_some()).collect();
        let only = written.iter().filter(|text| text.iter().count() == 1).count();
        Some(Self { count: written.len(), only, heir: document.language_without(&lang)?, lang })
    }

    fn say(&self, catalog: &Catalog) -> String {
        let values = [
            ("language", self.lang.name_in_phrase(catalog).into()),
            ("count", (self.count - self.only).into()),
        ];
        let goes = catalog.text_with("ui-language-texts", &values);
        if self.only == 0 {
            return goes;
        }
        let values = [("language", self.heir.name_in_phrase(catalog).into()), ("count", self.only.into())];
        format!("{goes}; {}", catalog.text_with("ui-language-only", &values))
    }
}

impl LanguageQuestion {
    /// Which language `document` is to have, too.
    pub(crate) fn adding(document: &Document) -> Self {
        let answers = document.missing_languages().into_iter().map(LanguageAnswer::Add).collect();
        Self { heading: "ui-add-language", facts: Vec::new(), answers }
    }

    /// Which language `document` is to lose; the one that it is read in comes last.
    pub(crate) fn removing(document: &Document) -> Self {
        let mut languages = document.languages();
        languages.rotate_left(1);
        let answers = languages.iter().cloned().map(LanguageAnswer::Remove).collect();
        let facts = languages.into_iter().filter_map(|lang| LanguageFacts::of(document, lang)).collect();
        Self { heading: "ui-remove-language", facts, answers }
    }

    pub(crate) fn ui(&self, ui: &Ui, catalog: &Catalog) -> Option<LanguageAnswer> {
        let words = |answer: &LanguageAnswer| match answer {
            LanguageAnswer::Add(lang) => say_language(catalog, "ui-add-this-language", lang),
            LanguageAnswer::Remove(lang) => say_language(catalog, "ui-remove-this-language", lang),
            LanguageAnswer::Cancel => catalog.text("ui-cancel"),
        };
        let answers = self.answers.iter().cloned().chain([LanguageAnswer::Cancel]);
        let question = Question {
            heading: catalog.text(self.heading),
            text: catalog.text(&format!("{}-text", self.heading)),
            items: self.facts.iter().map(|facts| facts.say(catalog)).collect(),
            answers: answers.map(|answer| (answer.clone(), words(&answer))).collect(),
            escape: LanguageAnswer::Cancel,
        };
        question_ui(ui, &question)
    }
}

fn say_language(catalog: &Catalog, key: &str, lang: &Lang) -> String {
    catalog.text_with(key, &[("language", lang.name_in_phrase(catalog).into())])
}
