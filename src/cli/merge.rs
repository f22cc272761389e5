//! `laneway merge`.

use std::{fs, path::Path};

use clap::ArgMatches;
use serde::Serialize;

use super::{
    args::{paths, required_path},
    convert::NamedReport,
    replacing::Output,
    session::{Session, Status},
};
use crate::{
    locale::{Lang, say_path},
    model::{Document, PageId},
    pipeline,
    revise::{self, Conflict, ConflictKind, Field, MergeSide, Merged, VersionNames},
};

/// A conflict for programs.
#[derive(Serialize)]
struct Entry<'c> {
    page: Option<&'c str>,
    record: &'static str,
    id: Option<&'c str>,
    /// What both changed; none where one side removed what the other edited.
    field: Option<&'static str>,
    /// The language of a text, the name of a property.
    part: Option<&'c str>,
    removed_by: Option<&'static str>,
    base: Option<String>,
    ours: Option<String>,
    theirs: Option<String>,
    message: String,
}

/// Makes one chart of two that were made from the same.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let out = required_path(matches, "output");
    let named = NamedReport::of(matches, [out, out]);
    if named.as_ref().is_some_and(|named| !named.is_free(session)) {
        return;
    }
    let force = matches.get_flag("force");
    let mut names = paths(matches, "inputs").into_iter();
    // What both sides add git hands over with an empty base.
    let base = names.next().filter(|base| !is_empty_file(base));
    let mut charts = base.iter().copied().chain(names).map(|name| session.chart(name).map(|of| of.document));
    let base = match base.map(|_| charts.next().flatten()) {
        Some(None) => return,
        Some(Some(base)) => Some(base),
        None => None,
    };
    let (Some(Some(ours)), Some(Some(theirs))) = (charts.next(), charts.next()) else { return };
    if !matches.get_flag("unrelated")
        && let Some(key) = unrelated(base.as_ref(), &ours, &theirs)
    {
        return session.fail_with(Status::Input, key, &[]);
    }
    let base = base.unwrap_or_else(|| revise::empty_base(&theirs));
    let merged = match pipeline::merge(&base, &ours, &theirs) {
        Ok(merged) => merged,
        Err(breach) => return session.fail(Status::Input, breach.say(session.catalog)),
    };
    let output = Output { name: out, anew: None, force };
    // Nothing is said of it: git calls this with names that mean nothing to a person.
    if !output.save_quietly(&merged.document, session) {
        return;
    }
    let names = version_names(&paths(matches, "inputs"), session);
    for conflict in &merged.conflicts {
        session.raise(Status::Findings);
        session.remark(conflict.say(session.catalog, &names, &merged.document));
    }
    if let Some(named) = named {
        report(&merged, &named, &names, session);
    }
}

/// What is to be said where the three were not made from the same; nobody knows what a base was that is missing.
fn unrelated(base: Option<&Document>, ours: &Document, theirs: &Document) -> Option<&'static str> {
    match base {
        Some(base) => {
            let is_of_base = |side| revise::are_related(base, side);
            (!is_of_base(ours) || !is_of_base(theirs)).then_some("cli-merge-unrelated")
        }
        None => (!revise::are_related(ours, theirs)).then_some("cli-merge-unrelated-sides"),
    }
}

/// What the two versions among `inputs` are called: by their files, but for those that git makes for the merge alone.
fn version_names(inputs: &[&Path], session: &Session<'_>) -> VersionNames {
    let name = |input: Option<&&Path>, key: &str| {
        let named = input.filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            !name.starts_with(".merge_file_")
        });
        named.map_or_else(|| session.catalog.text(key), say_path)
    };
    VersionNames {
        ours: name(inputs.get(1), "revise-this-version"),
        theirs: name(inputs.get(2), "revise-other-version"),
    }
}

/// Whether `path` is a file with nothing in it.
fn is_empty_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() == 0)
}

fn report(merged: &Merged, file: &NamedReport<'_>, names: &VersionNames, session: &mut Session<'_>) {
    let entries: Vec<Entry<'_>> =
        merged.conflicts.iter().map(|of| entry(of, merged, names, session)).collect();
    match serde_json::to_vec_pretty(&entries) {
        Ok(json) => file.write(&json, session),
        Err(error) => session.fail(Status::Output, error),
    }
}

fn entry<'c>(
    conflict: &'c Conflict,
    merged: &Merged,
    names: &VersionNames,
    session: &Session<'_>,
) -> Entry<'c> {
    let lang: Lang = session.catalog.lang().into();
    let (catalog, fallback) = (session.catalog, &merged.document.language);
    let mut entry = Entry {
        page: conflict.page.as_ref().map(PageId::as_str),
        record: conflict.record.kind(),
        id: conflict.record.as_str(),
        field: None,
        part: None,
        removed_by: None,
        base: None,
        ours: None,
        theirs: None,
        message: conflict.say(catalog, names, &merged.document),
    };
    match &conflict.what {
        ConflictKind::Field { field, base, ours, theirs, marked: _ } => {
            let [base, ours, theirs] =
                [base, ours, theirs].map(|value| value.plain(catalog, &lang, fallback));
            let (field, part) = field.code();
            entry = Entry { field: Some(field), part, base, ours, theirs, ..entry };
        }
        ConflictKind::Removed { by: MergeSide::Ours } => entry.removed_by = Some("ours"),
        ConflictKind::Removed { by: MergeSide::Theirs } => entry.removed_by = Some("theirs"),
        ConflictKind::Gone { link: None } => {}
        ConflictKind::Gone { link: Some(_) } => entry.field = Some(Field::Link.code().0),
    }
    entry
}
