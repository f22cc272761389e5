//! Opens files and new charts.

use std::path::{Path, PathBuf};

use super::new_chart::start_blank;
use crate::{
    app::{
        choosing::purpose::Purpose,
        commands::command::OpenCommand,
        documents::{counts::Counts, tabs::Documents},
        effect::Effect,
        env::Env,
        repairing::repair::RefusedFile,
    },
    pipeline::{ChartLanguages, FileKind, OpenError},
};

/// Does a command.
pub(crate) fn update(documents: &mut Documents, env: &Env, command: OpenCommand) -> Vec<Effect> {
    match command {
        OpenCommand::Blank => start_blank(documents, env, &ChartLanguages::Only(env.lang())),
        OpenCommand::Files => vec![Effect::Ask(Purpose::Open, PathBuf::new())],
        OpenCommand::StartPage => vec![Effect::StartPage],
    }
}

/// Opens `files`, each in a tab of its own; the last one that could be opened is shown.
pub(crate) fn open_files(documents: &mut Documents, env: &Env, files: Vec<PathBuf>) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut files = files.into_iter();
    while let Some(path) = files.next() {
        if env.services.recognise(&path).is_some_and(FileKind::is_imported) {
            // One file at a time: there may be a dialog about it. After one that cannot be read comes the next.
            effects.push(Effect::Import(path, files.collect()));
            break;
        }
        effects.extend(open_file(documents, env, &path));
    }
    effects
}

/// Opens a file, or shows it where it is open already.
fn open_file(documents: &mut Documents, env: &Env, path: &Path) -> Vec<Effect> {
    if let Some(key) = documents.of_file(path) {
        documents.show(key);
        return Vec::new();
    }
    match env.services.load(path) {
        Ok(loaded) => {
            let inside = Counts::of(&loaded.document);
            documents.add_file(env.services.as_ref(), path, loaded, &env.lang());
            vec![Effect::Opened(path.to_owned(), Some(inside))]
        }
        Err(error) => vec![Effect::Opened(path.to_owned(), None), refused(env, path, &error)],
    }
}

/// Tells why the file of an open document was not read, or offers to repair it, and nothing that was told before.
pub(crate) fn not_read(env: &Env, path: &Path, error: &OpenError) -> Vec<Effect> {
    vec![Effect::ForgetProblems, refused(env, path, error)]
}

/// Offers to repair a file that was not opened, or tells why that would be in vain.
fn refused(env: &Env, path: &Path, error: &OpenError) -> Effect {
    if !error.is_damage() {
        return problem(env, error);
    }
    // What to do about it is offered.
    let reason = error.say(env.catalog).lines().next().unwrap_or_default().to_owned();
    Effect::OfferRepair(RefusedFile { path: path.to_owned(), reason })
}

/// Tells why a document was not opened, and nothing that was told before.
pub(crate) fn not_opened(env: &Env, error: &OpenError) -> Vec<Effect> {
    vec![Effect::ForgetProblems, problem(env, error)]
}

/// Tells why a file was not opened.
pub(crate) fn problem(env: &Env, error: &OpenError) -> Effect {
    Effect::Problem(error.say(env.catalog))
}
