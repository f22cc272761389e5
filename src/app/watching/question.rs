//! What may be done about a file that somebody else changed.

use std::{path::PathBuf, sync::Arc};

use super::outside::OutsideAnswer;
use crate::{
    app::{
        documents::{
            key::DocKey,
            open_document::{HeldContent, OpenDocument},
            tabs::Documents,
        },
        effect::Effect,
        env::Env,
        opening::open_files::not_read,
        services::api::LoadedFile,
    },
    edit::{self, Prepared},
    locale::{Catalog, say_path},
    model::Document,
    pipeline,
    revise::{Conflict, Merged, VersionNames, diff},
    ui::dialogs::Question,
};

/// The question about the file of `open`. Merging is offered where there is something of both sides to merge.
pub(super) fn outside_question(open: &OpenDocument, catalog: &Catalog) -> Question<OutsideAnswer> {
    let has_base = open.basis().is_some_and(|basis| basis.document.is_some());
    let answer = |answer: OutsideAnswer, key: &str| (answer, catalog.text(key));
    let merge = answer(OutsideAnswer::Merge, "ui-merge");
    let reload = answer(OutsideAnswer::Reload, "ui-reload");
    let keep = answer(OutsideAnswer::Keep, "ui-keep-mine");
    // Enter must give nothing up.
    let (text, answers) = match (open.editor.is_dirty(), has_base) {
        (true, true) => ("ui-outside-text-both", vec![merge, reload, keep]),
        (true, false) => ("ui-outside-text-unsaved", vec![keep, reload]),
        (false, _) => ("ui-outside-text", vec![reload, keep]),
    };
    Question {
        heading: catalog.text("ui-outside-heading"),
        text: catalog.text(text),
        items: open.file.iter().map(|file| say_path(&file.path)).collect(),
        answers,
        escape: OutsideAnswer::Keep,
    }
}

/// Makes the document `key` what its file holds now: where there are changes of one's own as an edit, which gives them
/// back when it is undone.
pub(super) fn reload(documents: &mut Documents, env: &Env, key: DocKey) -> Vec<Effect> {
    let Some(open) = documents.get_mut(key) else { return Vec::new() };
    let Some(path) = open.file.as_ref().map(|file| file.path.clone()) else { return Vec::new() };
    let theirs = match env.services.load(&path) {
        Ok(theirs) => theirs,
        Err(error) => {
            open.editor.lost();
            return not_read(env, &path, &error);
        }
    };
    if !open.editor.is_dirty() {
        open.read_again(env.services.as_ref(), &path, theirs);
        return vec![Effect::Reverted(key), Effect::ForgetProblems];
    }
    open.editor.commit();
    let ours = Arc::clone(open.editor.document());
    let reloaded = edit::reload(&ours, open.editor.page_id(), theirs.document.clone());
    take_in(open, FileVersion { path, holds: theirs }, reloaded, true);
    vec![Effect::ForgetProblems, Effect::Say(env.catalog.text("ui-reloaded"))]
}

/// Makes one chart of the document `key` and what its file holds now, as an edit.
pub(crate) fn merge(documents: &mut Documents, env: &Env, key: DocKey) -> Vec<Effect> {
    let Some(open) = documents.get_mut(key) else { return Vec::new() };
    let base = open.basis().and_then(|basis| basis.document.clone());
    let Some((path, base)) = open.file.as_ref().map(|file| file.path.clone()).zip(base) else {
        return Vec::new();
    };
    let theirs = match env.services.load(&path) {
        Ok(theirs) => theirs,
        Err(error) => return not_read(env, &path, &error),
    };
    open.editor.commit();
    let ours = Arc::clone(open.editor.document());
    let Merged { document, conflicts, .. } = match pipeline::merge(&base, &ours, &theirs.document) {
        Ok(merged) => merged,
        Err(breach) => {
            let reason = breach.say(env.catalog);
            return vec![
                Effect::ForgetProblems,
                Effect::Problem(env.say("ui-merge-failed", "reason", reason)),
            ];
        }
    };
    let is_theirs = document == theirs.document;
    let changes = diff(&ours, &document).summary(env.catalog);
    let merged = edit::take_merged(&ours, open.editor.page_id(), document);
    let file = path.file_name().map(say_path).unwrap_or_default();
    take_in(open, FileVersion { path, holds: theirs }, merged, is_theirs);
    let values = [("file", file.as_str().into()), ("changes", changes.into())];
    let said = env.catalog.text_with("ui-merged", &values);
    let left = say_conflicts(&conflicts, open.editor.document(), file, env.catalog);
    let told = match left {
        None => Effect::Say(said),
        Some(left) => Effect::Warn(format!("{said}\n{left}")),
    };
    vec![Effect::ForgetProblems, told]
}

/// How many of the `conflicts` with `file` are left to be decided in what came of the merge, and what the others are, one a
/// line; `None`: there are none.
fn say_conflicts(
    conflicts: &[Conflict],
    merged: &Document,
    file: String,
    catalog: &Catalog,
) -> Option<String> {
    let (marked, told): (Vec<_>, Vec<_>) = conflicts.iter().partition(|conflict| conflict.is_marked(merged));
    let count = [("count", marked.len().into())];
    let left = (!marked.is_empty()).then(|| catalog.text_with("ui-merge-conflicts", &count));
    let names = VersionNames { ours: catalog.text("revise-this-version"), theirs: file };
    let told = told.into_iter().map(|conflict| conflict.say(catalog, &names, merged));
    let lines: Vec<String> = left.into_iter().chain(told).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// What somebody else wrote into a file.
struct FileVersion {
    path: PathBuf,
    holds: LoadedFile,
}

/// Makes the document what `prepared` says, as an edit upon what `file` holds; it may be just that.
fn take_in(open: &mut OpenDocument, file: FileVersion, prepared: Prepared, is_what_it_holds: bool) {
    let FileVersion { path, holds } = file;
    open.editor.run_prepared(open.editor.state(), prepared);
    if is_what_it_holds {
        open.editor.saved(open.editor.state());
    }
    open.has_comments = holds.comments_dropped;
    open.took_in(&path, HeldContent { stamp: holds.stamp, document: Some(holds.document.into()) });
}
