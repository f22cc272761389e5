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
    locale::say_path,
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
    /// The file that held it; none: not known.
    file: Option<String>,
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
    let force = matches.get_flag("force");
    if matches.get_flag("discard") {
        return discard(&kept, name, force, session);
    }
    match (matches.get_one::<String>("number"), path(matches, "output")) {
        (Some(number), Some(out)) => {
            take(&kept, name, number, Output { name: out, anew: None, force }, session);
        }
        _ => list(&kept, name, matches.get_flag("json"), session),
    }
}

fn kept(name: &Path, session: &mut Session<'_>) -> Option<Kept> {
    let mut opened = session.open(name)?;
    persist::identify(&mut opened.document, persist::fingerprint(&opened.bytes));
    let id = opened.document.id.clone()?;
    let Some(store) = session.state.as_ref().map(VersionStore::of) else {
        session.fail_with(Status::Input, "cli-no-state", &[]);
        return None;
    };
    match store.list(&id) {
        Ok(versions) => Some(Kept { versions, document: opened.document, id, store }),
        Err(error) => {
            session.fail_at(Status::Input, store.folder(), &error);
            None
        }
    }
}

fn list(kept: &Kept, name: &Path, is_for_programs: bool, session: &mut Session<'_>) {
    let entries: Vec<Entry> =
        (1..).zip(&kept.versions).map(|(number, version)| entry(kept, number, version, session)).collect();
    if is_for_programs {
        return print_json(session, &entries);
    }
    if entries.is_empty() {
        session.print(session.catalog.text("versions-none"));
    }
    for (Entry { number, time, changes, .. }, version) in entries.iter().zip(&kept.versions) {
        let other = version.other_file_than(name).map(|file| [("file", file.into())]);
        let other = other.map(|file| format!("{}  ", session.catalog.text_with("versions-of-file", &file)));
        session.print(format_args!("{number:>3}  {time}  {}{changes}", other.unwrap_or_default()));
    }
}

fn entry(kept: &Kept, number: usize, version: &Version, session: &Session<'_>) -> Entry {
    let changes = match open(kept, version) {
        Some(document) => diff(&document, &kept.document).summary(session.catalog),
        None => session.catalog.text("versions-unreadable"),
    };
    let file = version.file().map(str::to_owned);
    Entry { number, time: time_text(version.time), bytes: version.bytes(), file, changes }
}

/// Removes all versions, unless they may be those of another file as well: then a person has to say that they shall go.
fn discard(kept: &Kept, name: &Path, force: bool, session: &mut Session<'_>) {
    let catalog = session.catalog;
    let title = kept.document.title.get(&catalog.lang().into(), &kept.document.language).to_owned();
    let other = kept.store.other_file(&kept.id, name).filter(|_| !kept.versions.is_empty());
    if let Some(other) = other.filter(|_| !force) {
        let key = if other.is_file() { "cli-versions-of-other" } else { "cli-versions-of-gone" };
        let values = [
            ("title", title.into()),
            ("count", kept.versions.len().into()),
            ("other", say_path(other).into()),
        ];
        return session.fail_with(Status::Output, key, &values);
    }
    match kept.store.discard(&kept.id) {
        Ok(()) => {
            let values = [
                ("title", title.into()),
                ("count", kept.versions.len().into()),
                ("file", say_path(name).into()),
            ];
            session.print(catalog.text_with("cli-versions-discarded", &values));
        }
        Err(error) => session.fail_at(Status::Output, name, &error),
    }
}

/// The document that a version holds, as the present one; `None` where it cannot be opened.
fn open(kept: &Kept, version: &Version) -> Option<Document> {
    let bytes = kept.store.read(&kept.id, version).ok()?;
    let document = pipeline::open(bytes, Path::new("")).ok()?.document;
    Some(Document { id: kept.document.id.clone(), ..document })
}

/// Writes what a version holds, byte for byte.
fn take(kept: &Kept, name: &Path, number: &str, output: Output<'_>, session: &mut Session<'_>) {
    let at = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let Some(version) = at.and_then(|at| kept.versions.get(at)) else {
        let values = [("number", number.into()), ("count", kept.versions.len().into())];
        return session.fail_with(Status::Usage, "cli-no-such-version", &values);
    };
    match kept.store.read(&kept.id, version) {
        Ok(bytes) => output.put(&bytes, &kept.id, session),
        Err(error) => session.fail_at(Status::Input, name, &error),
    }
}
