//! `laneway repair`.

use clap::ArgMatches;
use serde::Serialize;

use super::{
    args::required_path,
    output::print_json,
    replacing::{Output, is_same_file},
    session::{Session, Status},
    streams::is_stdout,
};
use crate::{
    persist::{LoadError, RepairNote, note_lines},
    pipeline::{self, OpenError},
};

/// A note for programs.
#[derive(Serialize)]
struct Entry<'n> {
    kind: &'static str,
    about: &'n str,
    line: Option<usize>,
    is_loss: bool,
    message: String,
}

/// Writes what can be saved of a damaged file to another one, and says what was done.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let input = required_path(matches, "input");
    let out = required_path(matches, "output");
    if is_same_file(input, out) {
        return session.fail_on(Status::Usage, "cli-repair-onto-itself", out);
    }
    let Some(bytes) = session.bytes(input) else { return };
    let saved = match pipeline::open(bytes.clone(), input) {
        Ok(opened) => Some((opened.document, Vec::new())),
        // It is not damaged.
        Err(OpenError::Document(error @ LoadError::Newer { .. })) => {
            return session.fail(Status::Input, error.say(session.catalog));
        }
        Err(_) => pipeline::repair(&bytes),
    };
    let Some((document, notes)) = saved else {
        return session.fail_on(Status::Input, "cli-repair-nothing", input);
    };
    if !(Output { name: out, anew: None, force: matches.get_flag("force") }).save(&document, session) {
        return;
    }
    if notes.iter().any(|note| note.kind.is_loss()) {
        session.raise(Status::Findings);
    }
    // Where the chart itself is printed, what is said of it is for a person.
    say(&notes, matches.get_flag("json") && !is_stdout(out), session);
}

fn say(notes: &[RepairNote], is_json: bool, session: &mut Session<'_>) {
    let catalog = session.catalog;
    if is_json {
        let entries = notes.iter().map(|note| Entry {
            kind: note.kind.name(),
            about: &note.about,
            line: note.line,
            is_loss: note.kind.is_loss(),
            message: note.say(catalog),
        });
        let entries: Vec<Entry<'_>> = entries.collect();
        return print_json(session, &entries);
    }
    for line in note_lines(notes, catalog) {
        session.remark(line.text);
    }
}
