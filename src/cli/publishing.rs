//! What is said of a publication: names on standard output, what went wrong on standard error.

use std::path::{Path, PathBuf};

use super::{
    session::{Session, Status},
    streams::is_stream,
};
use crate::{
    locale::say_path,
    pipeline::{
        self, Made, OutputTarget, Publication, PublicationSource, PublishError, Published, SourceError,
        WriteError,
    },
    progress::Progress,
};

/// Publishes and says what came of it; whether everything was made.
pub(super) fn run(
    publication: Publication,
    sources: Vec<PublicationSource>,
    session: &mut Session<'_>,
) -> bool {
    let stream = match &publication.target {
        OutputTarget::Stdout => Some(PathBuf::from("-")),
        OutputTarget::File(path) => is_stream(path).then(|| path.clone()),
        OutputTarget::Folder(_) => None,
    };
    let target = if stream.is_some() { OutputTarget::Stdout } else { publication.target };
    let publication = Publication { target, ..publication };
    let mut is_whole = true;
    let mut tell = |published| {
        is_whole &= matches!(
            published,
            Published::Made(_) | Published::Imported(_) | Published::OtherLanguage { .. }
        );
        say(published, stream.as_deref(), session);
    };
    // Nobody is there to stop it.
    pipeline::publish(&publication, sources, &mut Progress::unwatched(), &mut tell).is_ok() && is_whole
}

fn say(published: Published, stream: Option<&Path>, session: &mut Session<'_>) {
    match published {
        Published::Made(Made::File(file)) => session.print(say_path(file)),
        Published::Made(Made::Bytes(bytes)) => session.pour(&bytes, stream.unwrap_or(Path::new("-"))),
        Published::Imported(report) => session.say_lost(&report),
        Published::OtherLanguage { source, lang } => {
            let values = [("file", say_path(source).into()), ("lang", lang.to_string().into())];
            session.fail_with(Status::Fine, "cli-lang-not-in-file", &values);
        }
        Published::Refused { source, error } => {
            let status = match error {
                SourceError::Open(_) => Status::Input,
                SourceError::NoPage(_) | SourceError::NoPart(_) => Status::Usage,
            };
            session.fail(status, error.say(&say_path(source), session.catalog));
        }
        Published::Failed { source, file, error } => {
            let name = file.unwrap_or(source);
            match error {
                PublishError::SameName => session.fail_on(Status::Output, "cli-same-output", &name),
                PublishError::Write(WriteError::Exists) => {
                    session.fail_on(Status::Output, "cli-exists", &name);
                }
                PublishError::Write(WriteError::Save(error)) => {
                    session.fail(Status::Output, error.say(session.catalog));
                }
                PublishError::Write(error @ (WriteError::ChartName | WriteError::OntoChart)) => {
                    session.fail(
                        Status::Output,
                        format_args!("{}: {}", say_path(name), error.say(session.catalog)),
                    );
                }
                PublishError::Draw(error) => {
                    session.fail(
                        Status::Output,
                        format_args!("{}: {}", say_path(name), error.say(session.catalog)),
                    );
                }
            }
        }
        Published::TooMany(count) => {
            session.fail_with(Status::Usage, "cli-one-to-stdout", &[("count", count.into())]);
        }
    }
}
