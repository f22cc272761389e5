//! `laneway versions`.

use std::path::Path;

use clap::ArgMatches;
use serde::Serialize;

use super::{
    args::{path, required_path},
    output::{print_json, time_text},
    replacing::Output,
    session::{Session, Status},
};
use crate::{
    model::{Document, DocumentId},
    persist::{self, Version, VersionStore},
    pipeline,
    revise::diff,
};

/// A version for people and programs.
#[derive(Serialize)]
struct Entry {
    /// From 1, which is the newest.
    number: usize,
    time: String,
    bytes: u64,
    /// What became of it in the present file.
    changes: String,
}

/// The document in a file, and what was kept of it.
struct Kept {
    document: Document,
    id: DocumentId,
    store: VersionStore,
    /// The newest first.
    versions: Vec<Version>,
}

/// Lists the versions of a chart, takes one of them out, or removes them.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let name = required_path(matches, "input");
    let Some(kept) = kept(name, session) else { return };
    if matches.get_flag("discard") {
        if let Err(error) = kept.store.discard(&kept.id) {
            session.fail_at(Status::Output, name, &error);
        }
        return;
    }
    match (matches.get_one::<usize>("number"), path(matches, "output")) {
        (Some(number), Some(out)) => {
            take(&kept, *number, Output { name: out, anew: None, force: matches.get_flag("force") }, session);
        }
        _ => list(&kept, matches.get_flag("json"), session),
    }
}

fn kept(name: &Path, session: &mut Session<'_>) -> Option<Kept> {
    let mut opened = session.open(name)?;
    persist::identify(&mut opened.document, persist::fingerprint(&opened.bytes));
    let id = opened.document.id.clone()?;
    let state = session.state.clone();
    match state.as_ref().map(|state| (state, VersionStore::open(state))) {
        Some((_, Ok(store))) => {
            Some(Kept { versions: store.list(&id), document: opened.document, id, store })
        }
        Some((state, Err(error))) => {
            session.fail_at(Status::Input, state.root(), &error);
            None
        }
        None => {
            session.fail_with(Status::Input, "cli-no-state", &[]);
            None
        }
    }
}

fn list(kept: &Kept, is_for_programs: bool, session: &mut Session<'_>) {
    let entries: Vec<Entry> =
        (1..).zip(&kept.versions).map(|(number, version)| entry(kept, number, version, session)).collect();
    if is_for_programs {
        return print_json(session, &entries);
    }
    if entries.is_empty() {
        session.print(session.catalog.text("versions-none"));
    }
    for Entry { number, time, changes, .. } in &entries {
        session.print(format_args!("{number:>3}  {time}  {changes}"));
    }
}

fn entry(kept: &Kept, number: usize, version: &Version, session: &Session<'_>) -> Entry {
    let changes = match open(kept, version) {
        Some(document) => diff(&document, &kept.document).summary(session.catalog),
        None => session.catalog.text("versions-unreadable"),
    };
    Entry { number, time: time_text(version.time), bytes: version.bytes(), changes }
}

/// The document that a version holds, as the present one; `None` where it cannot be opened.
fn open(kept: &Kept, version: &Version) -> Option<Document> {
    let bytes = kept.store.read(&kept.id, version).ok()?;
    let document = pipeline::open(bytes, Path::new("")).ok()?.document;
    Some(Document { id: kept.document.id.clone(), ..document })
}

/// Writes what a version holds, byte for byte.
fn take(kept: &Kept, number: usize, output: Output<'_>, session: &mut Session<'_>) {
    let Some(version) = number.checked_sub(1).and_then(|at| kept.versions.get(at)) else {
        let values = [("number", number.into()), ("count", kept.versions.len().into())];
        return session.fail_with(Status::Usage, "cli-no-such-version", &values);
    };
    match kept.store.read(&kept.id, version) {
        Ok(bytes) => output.put(&bytes, &kept.id, session),
        Err(error) => session.fail(Status::Input, error),
    }
}
