//! Says that a step was put into a line, which is easily done without being meant.

use crate::{
    app::{documents::open_document::OpenDocument, effect::Effect, env::Env},
    edit::INTO_LINE,
    model::{Page, StepId},
    scene::kind_name,
};

/// What is said after an edit, before which the document was in `state`; `None`: it put no step into a line.
pub(super) fn told(open: &OpenDocument, env: &Env, state: u64) -> Option<Effect> {
    let is_done = open.editor.state() != state && open.editor.undo_name() == Some(INTO_LINE);
    let (page, step) = (open.page()?, open.editor.selection().only_step().filter(|_| is_done)?);
    let name = |id: Option<&StepId>| id.and_then(|id| step_name(open, env, page, id)).unwrap_or_default();
    let from = page.connectors.entering(step).next().and_then(|line| line.from.step());
    let to = page.connectors.leaving(step).next().and_then(|line| line.to.step());
    let names = [("from", name(from).into()), ("to", name(to).into())];
    Some(Effect::SayWithUndo(env.catalog.text_with("ui-put-into-line", &names)))
}

/// What a step says, or else its kind.
fn step_name(open: &OpenDocument, env: &Env, page: &Page, id: &StepId) -> Option<String> {
    let step = page.steps.get(id)?;
    let text = open.read(&step.text);
    Some(if text.is_empty() { kind_name(env.catalog, step.kind) } else { text })
}
