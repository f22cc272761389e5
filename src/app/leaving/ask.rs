//! Questions that buttons answer, and what follows from the answers.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, Ui};

use crate::app::{
    dispatch::Message,
    documents::open_document::DocKey,
    laneway::{Dialog, Laneway},
    leaving::leave::Leaving,
};
use crate::ui::dialogs::{Question, question_ui};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// Documents with unsaved work are to be closed.
    Unsaved(Leaving),
    /// The file of a document is not what it was.
    Changed(DocKey, PathBuf),
    /// There is a file already where a document is to be saved.
    Exists(DocKey, PathBuf),
    /// The changes of a document are to be given up.
    Revert(DocKey),
}

/// An answer, by the place of its button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// What leads on.
    Yes,
    /// The other way.
    Other,
    /// Everything stays as it is.
    No,
}

impl Laneway {
    /// Shows the question.
    pub(crate) fn ask_ui(&self, ui: &Ui, ask: &Ask) -> Option<Message> {
        let question = match ask {
            Ask::Unsaved(leaving) => self.unsaved_question(leaving),
            Ask::Changed(_, path) => self.file_question("ui-changed-heading", "ui-changed-text", path),
            Ask::Exists(_, path) => self.file_question("ui-exists-heading", "ui-exists-text", path),
            Ask::Revert(key) => self.revert_question(*key),
        };
        question_ui(ui, &question).map(Message::Answer)
    }

    fn unsaved_question(&self, leaving: &Leaving) -> Question<Answer> {
        let catalog = self.catalog();
        let names: Vec<String> = self
            .unsaved(leaving)
            .into_iter()
            .filter_map(|key| self.doc(key))
            .map(|open| open.name.clone())
            .collect();
        let count = [("count", names.len().into())];
        Question {
            heading: catalog.text_with("ui-unsaved-heading", &count),
            text: catalog.text("ui-unsaved-text"),
            items: names,
            answers: vec![
                (Answer::Yes, catalog.text("ui-save")),
                (Answer::Other, catalog.text("ui-dont-save")),
                (Answer::No, catalog.text("ui-cancel")),
            ],
        }
    }

    fn file_question(&self, heading: &str, text: &str, path: &Path) -> Question<Answer> {
        let catalog = self.catalog();
        Question {
            heading: catalog.text(heading),
            text: catalog.text(text),
            items: vec![path.display().to_string()],
            // Enter must not overwrite anything.
            answers: vec![
                (Answer::Other, catalog.text("ui-cmd-save-as")),
                (Answer::Yes, catalog.text("ui-overwrite")),
                (Answer::No, catalog.text("ui-cancel")),
            ],
        }
    }

    fn revert_question(&self, key: DocKey) -> Question<Answer> {
        let catalog = self.catalog();
        Question {
            heading: catalog.text("ui-revert-heading"),
            text: catalog.text("ui-revert-text"),
            items: self.doc(key).map(|open| open.name.clone()).into_iter().collect(),
            answers: vec![(Answer::Yes, catalog.text("ui-revert")), (Answer::No, catalog.text("ui-cancel"))],
        }
    }

    pub(crate) fn answered(&mut self, ctx: &Context, answer: Answer) {
        let Some(Dialog::Ask(ask)) = self.dialog.take() else { return };
        match (ask, answer) {
            (Ask::Unsaved(leaving), Answer::Yes) => {
                self.leaving = Some(leaving);
                self.go_on_leaving(ctx);
            }
            (Ask::Unsaved(leaving), Answer::Other) => self.leave(ctx, Some(leaving)),
            (Ask::Changed(key, path) | Ask::Exists(key, path), Answer::Yes) => {
                let saved = self.write(ctx, key, &path);
                self.after_saving(ctx, saved);
            }
            (Ask::Changed(key, _) | Ask::Exists(key, _), Answer::Other) => {
                self.save_as(ctx, key);
            }
            (Ask::Revert(key), Answer::Yes) => self.revert(key),
            (Ask::Revert(_), Answer::Other) | (_, Answer::No) => self.leaving = None,
        }
    }
}
