//! What a command may write over.

use std::path::Path;

use super::session::{Session, Status};
use crate::{
    locale::say_path,
    model::Document,
    persist,
    pipeline::{self, Origin, WriteError, is_stdio},
};

/// What is known of a file that is to be written.
#[derive(Clone, Copy)]
pub(super) struct Output<'a> {
    pub(super) name: &'a Path,
    /// The file that was read, where writing it anew is what is meant.
    pub(super) anew: Option<&'a Path>,
    /// Whether a person asked to replace what is there.
    pub(super) force: bool,
}

impl Output<'_> {
    /// Whether it may be written; says why it may not.
    pub(super) fn is_free(self, session: &mut Session<'_>) -> bool {
        let Self { name, anew, force } = self;
        let is_free =
            force || name.symlink_metadata().is_err() || anew.is_some_and(|input| is_same_file(input, name));
        if !is_free {
            session.fail_on(Status::Output, "cli-exists", name);
        }
        is_free
    }

    /// Writes a chart of these bytes there and says its name, or why it could not.
    pub(super) fn put(self, bytes: &[u8], session: &mut Session<'_>) {
        if is_stdio(self.name) {
            return session.print_bytes(bytes);
        }
        if !self.is_free(session) {
            return;
        }
        match persist::atomic::write(self.name, bytes) {
            Ok(written) => {
                session.print(say_path(self.name));
                session.say_refused(&written);
            }
            Err(error) => session.fail(Status::Output, error.say(session.catalog)),
        }
    }

    /// Saves `document` there and says its name, or why it could not; `-` is standard output.
    pub(super) fn save(self, document: &Document, session: &mut Session<'_>) -> bool {
        if is_stdio(self.name) {
            session.print_document(document);
            return true;
        }
        if !self.is_free(session) {
            return false;
        }
        match persist::save(document, self.name) {
            Ok(written) => {
                session.print(say_path(self.name));
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
pub(super) fn is_same_file(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|two| one == two))
}

/// Writes what comes from `origin` and is not a chart, and says why it could not.
pub(super) fn write(name: &Path, bytes: &[u8], origin: Origin<'_>, session: &mut Session<'_>) -> bool {
    match pipeline::write_output(name, bytes, origin) {
        Ok(()) => return true,
        Err(WriteError::Save(error)) => session.fail(Status::Output, error.say(session.catalog)),
        Err(WriteError::Exists) => session.fail_on(Status::Output, "cli-exists", name),
        Err(error) => {
            session.fail(Status::Output, format_args!("{}: {}", say_path(name), error.say(session.catalog)));
        }
    }
    false
}
