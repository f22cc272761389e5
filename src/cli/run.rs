//! From arguments to commands.

use clap::{ArgMatches, error::ErrorKind};
use clap_complete::Shell;
use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use super::{
    args::{self, WORDS, paths},
    check, convert, diff, export, find, fmt, info, layout, merge, new, recover, repair,
    session::{Session, Status},
    templates, versions,
};
use crate::locale::{Catalog, UiLang};

/// What the arguments ask for.
#[derive(Debug, PartialEq, Eq)]
pub enum Call {
    /// The window, with these files.
    Window(Vec<PathBuf>),
    /// A command, which has run.
    Done(Status),
}

/// Reads `args` (the program's name first) and runs the command, unless it is the window that is asked for.
pub fn run(args: impl IntoIterator<Item = OsString>, session: &mut Session<'_>) -> Call {
    let matches = match args::command(session.catalog).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return Call::Done(refused(&error, session)),
    };
    speak(&matches, session);
    match matches.subcommand() {
        Some(("templates", matches)) => templates::run(matches, session),
        Some(("new", matches)) => new::run(matches, session),
        Some(("export", matches)) => export::run(matches, session),
        Some(("convert", matches)) => convert::run(matches, session),
        Some(("info", matches)) => info::run(matches, session),
        Some(("check", matches)) => check::run(matches, session),
        Some(("diff", matches)) => diff::run(matches, session),
        Some(("find", matches)) => find::run(matches, session),
        Some(("fmt", matches)) => fmt::run(matches, session),
        Some(("layout", matches)) => layout::run(matches, session),
        Some(("recover", matches)) => recover::run(matches, session),
        Some(("merge", matches)) => merge::run(matches, session),
        Some(("versions", matches)) => versions::run(matches, session),
        Some(("repair", matches)) => repair::run(matches, session),
        Some(("completions", matches)) => completions(matches, session),
        Some(("man", _)) => man(session),
        Some(_) | None => return window(&matches, session),
    }
    Call::Done(session.status())
}

/// From now on everything is said in the language that the command is asked for, if it is.
fn speak(matches: &ArgMatches, session: &mut Session<'_>) {
    let asked = matches.subcommand().and_then(|(_, matches)| matches.try_get_one::<String>(WORDS).ok()?);
    if let Some(lang) = asked {
        session.catalog = Catalog::of(UiLang::from_tag(lang));
    }
}

/// A help text goes to standard output and is no error; a wrong call is.
fn refused(error: &clap::Error, session: &mut Session<'_>) -> Status {
    let text = error.render();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            session.print_bytes(text.to_string().as_bytes());
        }
        _ => {
            let text = text.to_string();
            session.fail(Status::Usage, text.trim_start_matches("error: ").trim_end());
        }
    }
    session.status()
}

/// Files that are not there are an error: no new document is made of a slip of the pen.
fn window(matches: &ArgMatches, session: &mut Session<'_>) -> Call {
    let files: Vec<PathBuf> = paths(matches, "files").into_iter().map(Path::to_owned).collect();
    for file in &files {
        if !file.exists() {
            session.fail_on(Status::Input, "cli-no-such-file", file);
        }
    }
    if session.status() == Status::Fine { Call::Window(files) } else { Call::Done(session.status()) }
}

fn completions(matches: &ArgMatches, session: &mut Session<'_>) {
    let Some(shell) = matches.get_one::<Shell>("shell") else { return };
    let mut script = Vec::new();
    clap_complete::generate(*shell, &mut args::command(session.catalog), "laneway", &mut script);
    session.print_bytes(&script);
}

fn man(session: &mut Session<'_>) {
    let mut page = Vec::new();
    match clap_mangen::Man::new(args::command(session.catalog)).render(&mut page) {
        Ok(()) => session.print_bytes(&page),
        Err(error) => session.fail(Status::Output, error),
    }
}
