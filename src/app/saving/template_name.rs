//! The name under which a document is kept as a template.

use eframe::egui::Ui;

use crate::{
    app::{
        documents::{open_document::OpenDocument, tabs::Documents},
        effect::Effect,
        env::Env,
    },
    locale::{Catalog, say_path},
    ui::dialogs::{LineAnswer, LineWords, line_ui},
};

/// A name that is typed.
pub(crate) struct TemplateName(String);

impl TemplateName {
    /// The title of `open`, to begin with.
    pub(crate) fn new(open: &OpenDocument) -> Self {
        Self(open.read(&open.editor.document().title))
    }

    /// Shows the dialog.
    pub(crate) fn ui(&mut self, ui: &Ui, catalog: &Catalog) -> Option<LineAnswer> {
        let words = LineWords { heading: "ui-template-heading", label: "ui-template-name", problem: None };
        line_ui(ui, catalog, words, &mut self.0)
    }

    /// Keeps the document that is shown as a template of that name.
    pub(crate) fn keep(&self, documents: &Documents, env: &Env) -> Vec<Effect> {
        let (Some(home), Some(open)) = (&env.home, documents.shown()) else { return Vec::new() };
        match home.save_as_template(open.editor.document(), self.0.trim()) {
            Ok(path) => vec![Effect::Say(env.say("ui-template-kept", "file", say_path(path)))],
            Err(error) => {
                let reason = error.say(env.catalog);
                vec![Effect::ForgetProblems, Effect::Problem(env.say("ui-save-failed", "reason", reason))]
            }
        }
    }
}
