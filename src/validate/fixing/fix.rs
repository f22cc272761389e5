//! What can be put right at once.
//!
//! A fix is a command; it is made so that the diagnostic it belongs to is gone afterwards. What a person has to
//! think about (a name, a goal, which of two steps goes) has none.

use crate::{
    edit::Command,
    locale::Catalog,
    model::{Document, StepId, Text},
};

/// A way to put something right.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// Its name in the catalogue.
    pub key: &'static str,
    /// What puts it right, on the page of the diagnostic; where that is a guess, the likeliest of the proposals.
    pub command: Command,
    /// What it may be, the likeliest first, where it is a guess; else nothing.
    pub proposals: Vec<Proposal>,
}

/// What a fix that is a guess may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The steps that it is about.
    pub steps: Vec<ProposedStep>,
    /// What does it.
    pub command: Command,
}

/// A step that a proposal is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedStep {
    /// Which.
    pub step: StepId,
    /// What is said of it, in the catalogue.
    pub word: Option<&'static str>,
}

impl Fix {
    /// One that guesses nothing.
    pub(super) const fn certain(key: &'static str, command: Command) -> Self {
        Self { key, command, proposals: Vec::new() }
    }

    /// One that is a guess; `None` where there is nothing to propose.
    pub(super) fn guess(key: &'static str, proposals: Vec<Proposal>) -> Option<Self> {
        let command = proposals.first()?.command.clone();
        Some(Self { key, command, proposals })
    }

    /// Whether it is to be asked what it shall be.
    pub const fn is_open(&self) -> bool {
        self.proposals.len() > 1
    }

    /// What it does, in the language of `catalog`; `name` is what a step is called.
    pub fn say(&self, catalog: &Catalog, name: &dyn Fn(&StepId) -> String) -> String {
        match self.proposals.as_slice() {
            [] => catalog.text(self.key),
            [only] => {
                let step = only.say(catalog, name).into();
                catalog.text_with(&format!("{}-one", self.key), &[("step", step)])
            }
            _ => catalog.text(&format!("{}-which", self.key)),
        }
    }
}

impl Proposal {
    /// The steps that it is about, with what is said of them.
    pub fn say(&self, catalog: &Catalog, name: &dyn Fn(&StepId) -> String) -> String {
        let say = |of: &ProposedStep| match of.word {
            Some(word) => format!("{}: {}", catalog.text(word), name(&of.step)),
            None => name(&of.step),
        };
        self.steps.iter().map(say).collect::<Vec<_>>().join(" · ")
    }
}

/// What a text says in the language of its document, without markup, in small letters.
pub(super) fn read(document: &Document, text: &Text) -> String {
    crate::text::markup::plain(text.get(&document.language, &document.language)).trim().to_lowercase()
}
