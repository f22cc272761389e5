//! Says that a step was put into a line, which is easily done without being meant.

use crate::{
    app::{documents::open_document::OpenDocument, effect::Effect, env::Env},
    edit::INTO_LINE,
    model::StepId,
};

/// What is said after an edit, before which the document was in `state`; `None`: it put no step into a line.
pub(super) fn told(open: &OpenDocument, env: &Env, state: u64) -> Option<Effect> {
    let is_done = open.editor.state() != state && open.editor.undo_name() == Some(INTO_LINE);
    let (page, step) = (open.page()?, open.editor.selection().only_step().filter(|_| is_done)?);
    let step_at = |id: Option<&StepId>| id.and_then(|id| page.steps.get(id));
    let name = |id| step_at(id).map(|step| open.step_name(env.catalog, step)).unwrap_or_default();
    let from = page.connectors.entering(step).next().and_then(|line| line.from.step());
    let to = page.connectors.leaving(step).next().and_then(|line| line.to.step());
    let names = [("from", name(from).into()), ("to", name(to).into())];
    Some(Effect::SayWithUndo(env.catalog.text_with("ui-put-into-line", &names)))
}
