//! `laneway fmt`.

use clap::ArgMatches;
use std::path::Path;

use super::{
    args::strings,
    session::{Session, Status},
};
use crate::persist;

/// Writes each file in canonical form, or says which are not.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let check = matches.get_flag("check");
    for name in strings(matches, "inputs") {
        format(name, check, session);
    }
}

fn format(name: &str, check: bool, session: &mut Session<'_>) {
    let Some(opened) = session.open(name) else { return };
    let canonical = persist::to_ron(&opened.document);
    let same = canonical.as_bytes() == opened.bytes;
    if check {
        if !same {
            session.fail_with(Status::Findings, "cli-not-canonical", &[("file", name.into())]);
        }
        return;
    }
    if opened.comments_dropped {
        session.fail_with(Status::Fine, "cli-comments-dropped", &[("file", name.into())]);
    }
    if name == "-" {
        session.print_document(&opened.document);
    } else if !same {
        match persist::save(&opened.document, Path::new(name)) {
            Ok(written) => session.say_refused(&written),
            Err(error) => session.fail(Status::Output, error.say(session.catalog)),
        }
    }
}
