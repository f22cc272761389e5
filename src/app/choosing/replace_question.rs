//! The question whether something that is there may be replaced.

use std::path::PathBuf;

use eframe::egui::Ui;

use super::purpose::Purpose;
use crate::{
    app::effect::{DialogName, Effect},
    locale::{Catalog, say_path},
    ui::dialogs::{Question, question_ui},
};

/// What a person answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReplaceAnswer {
    /// It is replaced.
    Replace,
    /// Something else is written.
    AnotherName,
    /// Nothing is written.
    Cancel,
}

/// The question that is asked.
#[derive(Default)]
pub(crate) struct Replacing {
    asked: Option<(Purpose, PathBuf)>,
}

impl Replacing {
    /// Asks about what is at `path`.
    pub(crate) fn ask(&mut self, purpose: Purpose, path: PathBuf) -> Vec<Effect> {
        self.asked = Some((purpose, path));
        vec![Effect::Show(DialogName::Replace)]
    }

    /// Shows the question.
    pub(crate) fn ui(&self, ui: &Ui, catalog: &Catalog) -> Option<ReplaceAnswer> {
        let (_, path) = self.asked.as_ref()?;
        let question = Question {
            heading: catalog.text("ui-replace-heading"),
            text: catalog.text("ui-replace-text"),
            items: vec![say_path(path)],
            // Enter must not replace anything.
            answers: vec![
                (ReplaceAnswer::AnotherName, catalog.text("ui-another-name")),
                (ReplaceAnswer::Replace, catalog.text("ui-replace")),
                (ReplaceAnswer::Cancel, catalog.text("ui-cancel")),
            ],
            escape: ReplaceAnswer::Cancel,
        };
        question_ui(ui, &question)
    }

    /// What it was asked about.
    pub(crate) const fn take(&mut self) -> Option<(Purpose, PathBuf)> {
        self.asked.take()
    }
}
