//! What a command may write over.

use std::path::Path;

use super::session::{Session, Status};
use crate::{
    model::Document,
    persist,
    pipeline::{self, Origin, WriteError},
};

/// What is known of a file that is to be written.
#[derive(Clone, Copy)]
pub(super) struct Output<'a> {
    pub(super) name: &'a str,
    /// The file that was read, where writing it anew is what is meant.
    pub(super) anew: Option<&'a str>,
    /// Whether a person asked to replace what is there.
    pub(super) force: bool,
}

impl Output<'_> {
    /// Whether it may be written; says why it may not.
    pub(super) fn is_free(self, session: &mut Session<'_>) -> bool {
        let Self { name, anew, force } = self;
        let is_free = force
            || Path::new(name).symlink_metadata().is_err()
            || anew.is_some_and(|input| is_same_file(input, name));
        if !is_free {
            session.fail_with(Status::Output, "cli-exists", &[("file", name.into())]);
        }
        is_free
    }

    /// Writes a chart of these bytes there and says its name, or why it could not.
    pub(super) fn put(self, bytes: &[u8], session: &mut Session<'_>) {
        if self.name == "-" {
            return session.print_bytes(bytes);
        }
        if !self.is_free(session) {
            return;
        }
        match persist::atomic::write(Path::new(self.name), bytes) {
            Ok(written) => {
                session.print(self.name);
                session.say_refused(&written);
            }
            Err(error) => session.fail(Status::Output, error.say(session.catalog)),
        }
    }

    /// Saves `document` there and says its name, or why it could not; `-` is standard output.
    pub(super) fn save(self, document: &Document, session: &mut Session<'_>) -> bool {
        if self.name == "-" {
            session.print_document(document);
            return true;
        }
        if !self.is_free(session) {
            return false;
        }
        match persist::save(document, Path::new(self.name)) {
            Ok(written) => {
                session.print(self.name);
                session.say_refused(&written);
                true
            }
            Err(error) => {
                session.fail(Status::Output, error.say(session.catalog));
                false
            }
        }
    }
}

/// Whether two names are those of one file that is there.
pub(super) fn is_same_file(one: &str, other: &str) -> bool {
    Path::new(one).canonicalize().is_ok_and(|one| Path::new(other).canonicalize().is_ok_and(|two| one == two))
}

/// Writes what comes from `origin` and is not a chart, and says why it could not.
pub(super) fn write(name: &str, bytes: &[u8], origin: Origin<'_>, session: &mut Session<'_>) -> bool {
    match pipeline::write_output(Path::new(name), bytes, origin) {
        Ok(()) => return true,
        Err(WriteError::Save(error)) => session.fail(Status::Output, error.say(session.catalog)),
        Err(WriteError::Exists) => session.fail_with(Status::Output, "cli-exists", &[("file", name.into())]),
        Err(error) => session.fail(Status::Output, format_args!("{name}: {}", error.say(session.catalog))),
    }
    false
}
