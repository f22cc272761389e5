//! `laneway recover`.

use std::{
    io,
    path::{Path, PathBuf},
};

use clap::ArgMatches;
use serde::Serialize;

use super::{
    args::{path, string},
    output::{FileName, print_json, time_text},
    replacing::Output,
    session::{Session, Status},
};
use crate::{
    locale::say_path,
    model::Document,
    persist::{
        journal::{LeftJournal, UnreadableJournal, claim, claim_all, claim_unreadable, count_kept},
        note_lines,
    },
    pipeline,
    revise::diff,
};

/// Unsaved work for programs.
#[derive(Serialize)]
struct Entry {
    id: String,
    title: String,
    /// The file that held the chart; none: it was never saved.
    file: Option<FileName>,
    /// When it was worked on last.
    time: String,
    /// In what it differs from its file, in words.
    changes: String,
    /// Whether not all of it can be read.
    damaged: bool,
}

/// Lists unsaved work, writes some of it into a file, or gives it up.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let state = session.state.clone();
    let folder = match state.as_ref().map(|state| (state, state.recovery())) {
        Some((_, Ok(folder))) => folder,
        Some((state, Err(error))) => return session.fail_at(Status::Input, state.root(), &error),
        None if string(matches, "id").or(string(matches, "discard")).is_some() => {
            return session.fail_with(Status::Input, "cli-no-state", &[]);
        }
        None => return list(Vec::new(), 0, matches.get_flag("json"), session),
    };
    match (string(matches, "discard"), string(matches, "id")) {
        (Some(id), _) => discard(&folder, id, matches.get_flag("force"), session),
        (None, Some(id)) => extract(&folder, id, matches, session),
        (None, None) => list_all(&folder, matches.get_flag("json"), session),
    }
}

fn list_all(folder: &Path, is_json: bool, session: &mut Session<'_>) {
    // Before this program itself has some of it.
    let kept = count_kept(folder).unwrap_or_default();
    match claim_all(folder) {
        Ok(left) => {
            let unreadable = claim_unreadable(folder).unwrap_or_default();
            let unreadable = unreadable.iter().map(|journal| unreadable_entry(journal, session));
            let entries = left.iter().map(|left| entry(left, session)).chain(unreadable).collect();
            list(entries, kept, is_json, session);
        }
        Err(error) => session.fail_at(Status::Input, folder, &error),
    }
}

/// Lists the `entries`, and says how many charts more are `kept` by windows.
fn list(entries: Vec<Entry>, kept: usize, is_json: bool, session: &mut Session<'_>) {
    if kept > 0 {
        session.remark(session.catalog.text_with("cli-recover-kept", &[("count", kept.into())]));
    }
    if is_json {
        return print_json(session, &entries);
    }
    if entries.is_empty() && kept == 0 {
        session.print(session.catalog.text("cli-recover-nothing"));
    }
    for Entry { id, title, file, time, changes, damaged: _ } in entries {
        let file =
            file.map_or_else(|| session.catalog.text("cli-recover-no-file"), |FileName(file)| say_path(file));
        session.print(format_args!("{id}  {time}  {title}  ({file}): {changes}"));
    }
}

fn entry(left: &LeftJournal, session: &Session<'_>) -> Entry {
    let document = left.account().clone().recovered().document;
    let file = left.account().head().file.as_ref().map(PathBuf::from);
    let saved = file.as_deref().map(pipeline::open_file);
    let changes = match saved {
        None if !left.is_file_known() => session.catalog.text("cli-recover-unknown-file"),
        None => session.catalog.text("cli-recover-never-saved"),
        Some(Err(_)) => session.catalog.text("cli-recover-gone"),
        Some(Ok(saved)) => diff(&saved.document, &document).summary(session.catalog),
    };
    let damage = left.is_damaged().then(|| damage_text(&document, session));
    Entry {
        id: left.id().to_owned(),
        title: pipeline::title_of(&document, &session.catalog.lang().into(), session.catalog),
        file: file.map(FileName),
        time: time_text(left.time()),
        changes: [changes].into_iter().chain(damage).collect::<Vec<_>>().join("; "),
        damaged: left.is_damaged(),
    }
}

/// That the record of `document` is damaged, and what of it can be saved.
fn damage_text(document: &Document, session: &Session<'_>) -> String {
    let steps: usize = document.pages.iter().map(|page| page.steps.len()).sum();
    session.catalog.text_with("cli-recover-damaged", &[("count", steps.into())])
}

/// The entry of what can only be discarded.
fn unreadable_entry(journal: &UnreadableJournal, session: &Session<'_>) -> Entry {
    Entry {
        id: journal.id().to_owned(),
        title: session.catalog.text("ui-recover-unknown"),
        file: None,
        time: time_text(journal.time()),
        changes: session.catalog.text("ui-recover-unreadable"),
        damaged: true,
    }
}

/// The unsaved work `id`; says where there is none.
fn found(folder: &Path, id: &str, session: &mut Session<'_>) -> Option<LeftJournal> {
    match claim(folder, id) {
        Ok(Some(left)) => return Some(left),
        Ok(None) => {
            let unreadable = claim_unreadable(folder).unwrap_or_default();
            let is_unreadable = unreadable.iter().any(|journal| journal.id() == id);
            let (status, key) = if is_unreadable {
                (Status::Input, "ui-recover-unreadable")
            } else {
                (Status::Usage, "cli-recover-unknown")
            };
            session.fail_with(status, key, &[("id", id.into())]);
        }
        Err(error) => session.fail_at(Status::Input, id, &error),
    }
    None
}

/// Writes the work `id` into a file, and says what damage did to it. It stays where it is.
fn extract(folder: &Path, id: &str, matches: &ArgMatches, session: &mut Session<'_>) {
    let Some(name) = path(matches, "output") else {
        return session.fail_with(Status::Usage, "cli-recover-where", &[("id", id.into())]);
    };
    let Some(left) = found(folder, id, session) else { return };
    let output = Output { name, anew: None, force: matches.get_flag("force") };
    let document = left.account().clone().recovered().document;
    if output.save(&document, session) && left.is_damaged() {
        session.raise(Status::Findings);
        session.remark(format_args!("{id}: {}", damage_text(&document, session)));
        for line in note_lines(left.repair_notes(), session.catalog) {
            session.remark(line.text);
        }
        session.remark(session.catalog.text("ui-recover-damaged"));
    }
}

/// Gives the work `id` up, which a person has to mean.
fn discard(folder: &Path, id: &str, force: bool, session: &mut Session<'_>) {
    let unreadable = claim_unreadable(folder).unwrap_or_default();
    let found = match unreadable.into_iter().find(|journal| journal.id() == id) {
        Some(journal) => Discarded::Unreadable(journal),
        None => match found(folder, id, session) {
            Some(left) => Discarded::Work(Box::new(left)),
            None => return,
        },
    };
    if !force && !is_meant(&found, id, session) {
        return;
    }
    match found.discard() {
        Ok(()) => session.print(session.catalog.text_with("cli-recover-discarded", &[("id", id.into())])),
        Err(error) => session.fail_at(Status::Output, id, &error),
    }
}

/// What is to be given up.
enum Discarded {
    Work(Box<LeftJournal>),
    Unreadable(UnreadableJournal),
}

impl Discarded {
    fn entry(&self, session: &Session<'_>) -> Entry {
        match self {
            Self::Work(left) => entry(left, session),
            Self::Unreadable(journal) => unreadable_entry(journal, session),
        }
    }

    fn discard(self) -> io::Result<()> {
        match self {
            Self::Work(left) => left.discard(),
            Self::Unreadable(journal) => journal.discard(),
        }
    }
}

/// Whether a person says that the work shall go; without one it stays, and how to say so is said.
fn is_meant(found: &Discarded, id: &str, session: &mut Session<'_>) -> bool {
    let Entry { title, changes, .. } = found.entry(session);
    let values = [("id", id.into()), ("title", title.into()), ("changes", changes.into())];
    if !session.is_attended {
        session.fail_with(Status::Output, "cli-recover-unasked", &values);
        return false;
    }
    let is_meant = session.confirms(session.catalog.text_with("cli-recover-ask", &values));
    if !is_meant {
        session.remark(session.catalog.text("cli-recover-stays"));
    }
    is_meant
}
