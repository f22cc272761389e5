//! What a command may write over.

use std::path::Path;

use super::{
    session::{Session, Status},
    streams::is_stream,
};
use crate::{
    export::Format,
    locale::say_path,
    model::{Document, DocumentId},
    persist::{self, ReplacedFile, SaveError, VersionStore, Written},
    pipeline::{self, Origin, WriteError},
};

/// How the names of tables end.
const TABLES: [&str; 3] = ["csv", "tsv", "xlsx"];

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
    fn is_free(self, session: &mut Session<'_>) -> bool {
        let Self { name, anew, force } = self;
        let is_anew = anew.is_some_and(|input| is_same_file(input, name));
        if !is_anew && is_named_otherwise(name) {
            session.fail_on(Status::Usage, "cli-chart-name", name);
            return false;
        }
        let is_there = name.symlink_metadata().is_ok();
        if is_there && name.metadata().is_ok_and(|found| !found.is_file()) {
            let error = SaveError::NotAFile { file: name.to_owned() };
            session.fail(Status::Output, error.say(session.catalog));
            return false;
        }
        let is_free = force || !is_there || is_anew;
        if !is_free {
            session.fail_on(Status::Output, "cli-exists", name);
        }
        is_free
    }

    /// Writes `bytes`, which are a chart with the id `id`, there and says its name, or why it could not.
    pub(super) fn put(self, bytes: &[u8], id: &DocumentId, session: &mut Session<'_>) {
        if is_stream(self.name) {
            return session.pour(bytes, self.name);
        }
        if self.is_free(session) {
            let written = replace(self.name, Some(id), session, || persist::atomic::write(self.name, bytes));
            if written {
                session.print(say_path(self.name));
            }
        }
    }

    /// Saves `document` there and says its name, or why it could not.
    pub(super) fn save(self, document: &Document, session: &mut Session<'_>) -> bool {
        let is_saved = self.save_quietly(document, session);
        if is_saved && !is_stream(self.name) {
            session.print(say_path(self.name));
        }
        is_saved
    }

    /// Saves `document` there, or says why it could not.
    pub(super) fn save_quietly(self, document: &Document, session: &mut Session<'_>) -> bool {
        if is_stream(self.name) {
            session.pour_document(document, self.name);
            return true;
        }
        self.is_free(session)
            && replace(self.name, document.id.as_ref(), session, || persist::save(document, self.name))
    }
}

/// So begin the names of the files that git makes for a merge and removes. What was in them is in its repository, and
/// would drive out the versions that a person saved.
const GIT_MERGES: &str = ".merge_file_";

/// Replaces the chart at `name` by `write`, and keeps what was there as a version of the document `id`; says what went
/// wrong.
fn replace(
    name: &Path,
    id: Option<&DocumentId>,
    session: &mut Session<'_>,
    write: impl FnOnce() -> Result<Written, SaveError>,
) -> bool {
    // From the look at what is there until it is replaced.
    let _lock = persist::atomic::lock_folder_of(name);
    keep_version(name, id, session);
    match write() {
        Ok(written) => {
            session.say_refused(&written);
            true
        }
        Err(error) => {
            session.fail(Status::Output, error.say(session.catalog));
            false
        }
    }
}

/// Keeps the chart at `name` as a version of the document `id`, where versions are kept and there is one.
fn keep_version(name: &Path, id: Option<&DocumentId>, session: &mut Session<'_>) {
    let is_gits = name.file_name().is_some_and(|name| name.to_string_lossy().starts_with(GIT_MERGES));
    let state = session.state.as_ref().filter(|_| session.keeps_versions && !is_gits);
    let (Some(state), Some(id), Ok(bytes)) = (state, id, persist::read(name)) else { return };
    let replaced = ReplacedFile { path: name, bytes: &bytes };
    if pipeline::keep_version(&VersionStore::of(state), id, replaced, session.now).is_err() {
        session.remark(session.catalog.text("ui-version-lost"));
    }
}

/// Whether the ending of `name` says that it is a picture or a table, which no chart can be taken for.
fn is_named_otherwise(name: &Path) -> bool {
    let ending = name.extension().unwrap_or_default().to_string_lossy();
    let is_table = TABLES.iter().any(|table| ending.eq_ignore_ascii_case(table));
    is_table || Format::from_extension(&ending).is_some()
}

/// Whether two names are those of one file that is there.
pub(super) fn is_same_file(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|two| one == two))
}

/// Whether two names are those of one file, be it there or not.
pub(super) fn is_same_place(one: &Path, other: &Path) -> bool {
    let whole = |name: &Path| {
        let folder = name.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).canonicalize().ok()?;
        Some(folder.join(name.file_name()?))
    };
    is_same_file(one, other) || whole(one).is_some_and(|one| whole(other).is_some_and(|two| one == two))
}

/// Whether what comes from `origin` and is not a chart may be written; says why it may not.
pub(super) fn may_write(name: &Path, origin: Origin<'_>, session: &mut Session<'_>) -> bool {
    said(name, pipeline::may_write(name, origin), session)
}

/// Writes what comes from `origin` and is not a chart, and says why it could not.
pub(super) fn write(name: &Path, bytes: &[u8], origin: Origin<'_>, session: &mut Session<'_>) -> bool {
    if is_stream(name) {
        session.pour(bytes, name);
        return true;
    }
    said(name, pipeline::write_output(name, bytes, origin), session)
}

/// Whether `result` is none that is to be said of the file `name`.
fn said(name: &Path, result: Result<(), WriteError>, session: &mut Session<'_>) -> bool {
    match result {
        Ok(()) => return true,
        Err(WriteError::Save(error)) => session.fail(Status::Output, error.say(session.catalog)),
        Err(WriteError::Exists) => session.fail_on(Status::Output, "cli-exists", name),
        Err(error) => {
            session.fail(Status::Output, format_args!("{}: {}", say_path(name), error.say(session.catalog)));
        }
    }
    false
}
