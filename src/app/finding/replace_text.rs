//! Replacing in the texts of the chart that is shown: the question, and the work that follows.

use std::sync::Arc;

use eframe::egui::Ui;

use crate::{
    app::{
        documents::{
            key::DocKey,
            pending_edit::{EditFound, PendingEdit},
            tabs::Documents,
        },
        effect::{DialogName, Effect},
        env::Env,
        jobs::job::{Caption, Jobs, NotFound},
    },
    find::{Replacement, Sought, replace, replacements},
    locale::Catalog,
    pipeline,
    ui::dialogs::{ReplaceForm, ReplaceRow, ReplaceTextAnswer, ReplaceView, replace_text_ui},
};

/// The question, while it is open, and the work, while it is done.
#[derive(Default)]
pub(crate) struct ReplacingText {
    asked: Option<AskedReplace>,
    running: Option<PendingEdit>,
    /// In how many places that replaces something.
    count: usize,
}

/// What is asked of a document.
struct AskedReplace {
    form: ReplaceForm,
    /// What the rows are of: the form, the document and the editor's revision; `None`: it was not looked yet.
    of: Option<(ReplaceForm, DocKey, u64)>,
    rows: Vec<ReplaceRow>,
}

impl ReplacingText {
    /// Asks what is to be replaced, beginning with what is looked for.
    pub(crate) fn ask(&mut self, sought: &Sought) -> Vec<Effect> {
        let form = ReplaceForm { sought: sought.clone(), new: String::new() };
        self.asked = Some(AskedReplace { form, of: None, rows: Vec::new() });
        vec![Effect::Show(DialogName::ReplaceText)]
    }

    pub(crate) fn ui(&mut self, ui: &Ui, documents: &Documents, env: &Env) -> Option<ReplaceTextAnswer> {
        let asked = self.asked.as_mut()?;
        let is_new = asked.of.is_none();
        asked.look(documents, env);
        let languages = documents.shown()?.editor.document().languages();
        let AskedReplace { form, rows, .. } = asked;
        let heading = env.catalog.text("ui-replace-in-texts");
        let (catalog, languages) = (env.catalog, &languages);
        let view = ReplaceView { catalog, languages, heading: &heading, remark: None, opens: false, is_new };
        replace_text_ui(ui, view, form, rows)
    }

    /// Begins to replace what is ticked.
    pub(crate) fn answered(
        &mut self,
        documents: &mut Documents,
        jobs: &mut Jobs,
        answer: ReplaceTextAnswer,
    ) -> Vec<Effect> {
        let (Some(asked), ReplaceTextAnswer::Replace) = (self.asked.take(), answer) else {
            return Vec::new();
        };
        let Some(open) = documents.shown_mut() else { return Vec::new() };
        let ticked = asked.rows.into_iter().filter(|row| row.is_ticked).map(|row| row.replacement);
        let ticked: Vec<Replacement> = ticked.collect();
        let count = ticked.iter().map(Replacement::count).sum();
        open.rest();
        let document = Arc::clone(open.editor.document());
        let job = jobs.start("replace", Some(caption(count)), move |progress| {
            let prepared = replace(&document, &ticked, pipeline::fonts(), progress)?;
            Ok(prepared.map(Box::new))
        });
        self.running = Some(PendingEdit { doc: open.key, state: open.editor.state(), job });
        self.count = count;
        vec![Effect::DropNotice]
    }

    /// What replacing came to, once nothing is in progress in its document.
    pub(crate) fn poll(&mut self, documents: &Documents) -> Option<EditFound> {
        PendingEdit::poll(&mut self.running, documents)
    }

    /// Does what was worked out, unless the chart is another one by now.
    pub(crate) fn ended(&mut self, documents: &mut Documents, env: &Env, result: EditFound) -> Vec<Effect> {
        let Some(PendingEdit { doc, state, .. }) = self.running.take() else { return Vec::new() };
        let Some(open) = documents.get_mut(doc) else { return Vec::new() };
        let effect = match result {
            Err(NotFound::Stopped) => Effect::Say(env.catalog.text("ui-replace-stopped")),
            Err(NotFound::Broken) => Effect::Refuse(env.catalog.text("ui-replace-broke")),
            Ok(Err(refusal)) => Effect::Refuse(refusal.say(env.catalog)),
            Ok(Ok(prepared)) => {
                if open.editor.run_prepared(state, *prepared) {
                    Effect::Say(env.catalog.text_with("ui-replace-done", &[("count", self.count.into())]))
                } else {
                    Effect::Refuse(env.catalog.text("ui-replace-outdated"))
                }
            }
        };
        open.refresh(env.services.as_ref());
        vec![effect]
    }
}

impl AskedReplace {
    /// Looks anew where something else is asked, or the document is another one.
    fn look(&mut self, documents: &Documents, env: &Env) {
        let Some(open) = documents.shown() else { return };
        let of = (self.form.clone(), open.key, open.editor.revision());
        if self.of.as_ref() == Some(&of) {
            return;
        }
        let document = open.editor.document();
        let row = |replacement: Replacement| ReplaceRow {
            place: replacement.at().say_on_page(document, env.catalog, &open.lang),
            is_ticked: replacement.after.is_some(),
            replacement,
        };
        let found = replacements(document, &self.form.sought, &self.form.new);
        self.rows = found.into_iter().map(row).collect();
        self.of = Some(of);
    }
}

/// What is said while something is replaced in so many places.
pub(super) fn caption(count: usize) -> Caption {
    Box::new(move |catalog: &Catalog| catalog.text_with("ui-replace-running", &[("count", count.into())]))
}
