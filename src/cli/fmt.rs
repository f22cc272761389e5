//! `laneway fmt`.

use clap::ArgMatches;
use std::path::Path;

use super::{
    args::paths,
    replacing::Output,
    session::{Session, Status},
};
use crate::{persist, pipeline::is_stdio};

/// Writes each file in canonical form, or says which are not.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let check = matches.get_flag("check");
    for name in paths(matches, "inputs") {
        format(name, check, session);
    }
}

fn format(name: &Path, check: bool, session: &mut Session<'_>) {
    let Some(opened) = session.open(name) else { return };
    let canonical = persist::to_ron(&opened.document);
    let same = canonical.as_bytes() == opened.bytes;
    if check {
        if !same {
            session.fail_on(Status::Findings, "cli-not-canonical", name);
        }
        return;
    }
    if opened.comments_dropped {
        session.fail_on(Status::Fine, "cli-comments-dropped", name);
    }
    if !same || is_stdio(name) {
        Output { name, anew: Some(name), force: false }.save_quietly(&opened.document, session);
    }
}
