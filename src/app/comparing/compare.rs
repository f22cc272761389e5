//! The comparison that is shown, and what runs for it in the background.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use eframe::egui::Ui;

use super::{
    made::{CompareWords, FoundComparison, MadeComparison, find},
    side::{Side, SideChart},
};
use crate::{
    app::{
        choosing::purpose::Purpose,
        commands::command::CompareCommand,
        documents::{open_document::OpenDocument, tabs::Documents},
        effect::{DialogName, Effect},
        env::Env,
        jobs::job::{Job, Jobs},
        saving::names::with_extension,
    },
    export::{Drawing, Format},
    locale::{Catalog, say_path},
    model::Document,
    pipeline::{self, Crop, Made, OutputTarget, Pages, Publication, PublicationSource, Published},
    ui::dialogs::{CompareAnswer, CompareContent, CompareFound, CompareState, CompareView, compare_ui},
};

/// The comparison that is shown, if any.
#[derive(Default)]
pub(crate) struct Comparing {
    shown: Option<ShownComparison>,
}

struct ShownComparison {
    /// The older chart first.
    sides: [Side; 2],
    words: CompareWords,
    making: Option<Job<Result<FoundComparison, String>>>,
    made: Option<MadeComparison>,
    refused: Option<String>,
    state: CompareState,
    /// The file of the chart that is open, or what it is called.
    file: PathBuf,
    writing: Option<Job<WrittenPictures>>,
    written: WrittenPictures,
}

/// What came of an export, in words.
#[derive(Default)]
struct WrittenPictures {
    note: Option<String>,
    problem: Option<String>,
}

impl Comparing {
    /// Does a command.
    pub(crate) fn update(
        &mut self,
        documents: &Documents,
        jobs: &mut Jobs,
        env: &Env,
        command: CompareCommand,
    ) -> Vec<Effect> {
        match command {
            CompareCommand::WithFile => vec![Effect::Ask(Purpose::Compare, PathBuf::new())],
            CompareCommand::WithSaved => {
                let Some(file) = documents.shown().and_then(|open| open.file.as_ref()) else {
                    return Vec::new();
                };
                let name = env.say("ui-compare-saved", "name", name_of(&file.path));
                let chart = match &file.base {
                    Some(base) => SideChart::Document(Arc::clone(base)),
                    None => SideChart::File(file.path.clone()),
                };
                self.show(documents, jobs, env, Side { name, chart })
            }
        }
    }

    /// Compares the chart that is shown with the file at `path`.
    pub(crate) fn with_file(
        &mut self,
        documents: &Documents,
        jobs: &mut Jobs,
        env: &Env,
        path: PathBuf,
    ) -> Vec<Effect> {
        let side = Side { name: name_of(&path), chart: SideChart::File(path) };
        self.show(documents, jobs, env, side)
    }

    /// Compares the chart that is shown with what it was `when`.
    pub(crate) fn with_version(
        &mut self,
        documents: &Documents,
        jobs: &mut Jobs,
        env: &Env,
        version: (String, Document),
    ) -> Vec<Effect> {
        let (when, document) = version;
        let name = env.say("ui-compare-version", "when", when);
        self.show(documents, jobs, env, Side { name, chart: SideChart::Document(Arc::new(document)) })
    }

    fn show(&mut self, documents: &Documents, jobs: &mut Jobs, env: &Env, before: Side) -> Vec<Effect> {
        let Some(open) = documents.shown() else { return Vec::new() };
        let file = open.file.as_ref().map_or_else(|| PathBuf::from(&open.name), |file| file.path.clone());
        let mut shown = ShownComparison {
            sides: [before, present(open, env)],
            words: CompareWords { lang: open.lang.clone(), catalog: env.catalog },
            making: None,
            made: None,
            refused: None,
            state: CompareState::default(),
            file,
            writing: None,
            written: WrittenPictures::default(),
        };
        shown.make(jobs);
        self.shown = Some(shown);
        vec![Effect::Show(DialogName::Compare)]
    }

    /// The dialog is no longer shown. What is being written is written all the same.
    pub(crate) fn close(&mut self) {
        if let Some(writing) = self.shown.take().and_then(|shown| shown.writing) {
            writing.detach();
        }
    }

    /// Shows the dialog.
    pub(crate) fn ui(&mut self, ui: &Ui, catalog: &Catalog) -> Option<CompareAnswer> {
        let shown = self.shown.as_mut()?;
        shown.take();
        let found = match (&shown.made, &shown.refused) {
            (Some(made), _) => CompareFound::Ready(CompareContent {
                summary: &made.summary,
                pages: &made.pages,
                lines: &made.lines,
            }),
            (None, Some(why)) => CompareFound::Refused(why),
            (None, None) => CompareFound::Making,
        };
        let [before, after] = &shown.sides;
        let view = CompareView {
            names: [&before.name, &after.name],
            found,
            note: shown.written.note.as_deref(),
            problem: shown.written.problem.as_deref(),
        };
        compare_ui(ui, catalog, &view, &mut shown.state)
    }

    /// Does what was asked for.
    pub(crate) fn answered(&mut self, jobs: &mut Jobs, answer: CompareAnswer) -> Vec<Effect> {
        let Some(shown) = &mut self.shown else { return Vec::new() };
        match answer {
            CompareAnswer::Swap => {
                shown.sides.reverse();
                shown.make(jobs);
            }
            CompareAnswer::Export(format) => {
                let stem = shown.file.file_stem().unwrap_or_default().to_string_lossy();
                let name = format!("{stem}-{}", shown.words.catalog.text("ui-compare-file"));
                let name = with_extension(name.into(), format.extension());
                return vec![Effect::Ask(Purpose::ComparePicture(format), name)];
            }
            CompareAnswer::Close => return vec![Effect::CloseDialog],
        }
        Vec::new()
    }

    /// Writes the picture to `path`, a file a page.
    pub(crate) fn write(&mut self, jobs: &mut Jobs, env: &Env, format: Format, path: &Path) {
        if let Some(shown) = &mut self.shown {
            shown.write(jobs, env, format, path);
        }
    }
}

impl ShownComparison {
    /// Compares the two charts anew.
    fn make(&mut self, jobs: &mut Jobs) {
        (self.made, self.refused, self.state) = (None, None, CompareState::default());
        let (sides, words) = (self.sides.clone(), self.words.clone());
        self.making = Some(jobs.start("compare", None, move |_| Ok(find(&sides, &words))));
    }

    /// Takes what has ended in the background.
    fn take(&mut self) {
        if let Some(found) = self.making.as_ref().and_then(Job::poll) {
            self.making = None;
            match found {
                Ok(Ok(found)) => self.made = Some(found.shown(&mut self.sides)),
                Ok(Err(why)) => self.refused = Some(why),
                Err(_) => self.refused = Some(self.words.catalog.text("ui-compare-broke")),
            }
        }
        if let Some(written) = self.writing.as_ref().and_then(Job::poll) {
            self.writing = None;
            let broke = || Some(self.words.catalog.text("ui-compare-broke"));
            self.written = written
                .unwrap_or_else(|_| WrittenPictures { problem: broke(), ..WrittenPictures::default() });
        }
    }

    fn write(&mut self, jobs: &mut Jobs, env: &Env, format: Format, path: &Path) {
        let Some(made) = &self.made else { return };
        let named = with_extension(path.to_owned(), format.extension());
        // The system's dialog asked already, but for the name that was typed, and for no others.
        let replaces = env.dialogs.is_available() && named == path && made.pages.len() == 1;
        let publication = Publication {
            pages: Pages::All,
            crop: Crop::default(),
            drawings: vec![Drawing::usual(format)],
            lang: Some(self.words.lang.clone()),
            source_lang: self.words.lang.clone(),
            target: OutputTarget::File(named),
            replaces,
        };
        let source = PublicationSource::Compared(self.file.clone(), Arc::clone(&made.compared));
        let catalog = self.words.catalog;
        self.writing = Some(jobs.start("compare-picture", None, move |progress| {
            let mut written = WrittenPictures::default();
            let mut names = Vec::new();
            pipeline::publish(&publication, vec![source], progress, &mut |published| match published {
                Published::Made(Made::File(file)) => names.push(name_of(&file)),
                Published::Failed { file, error, .. } => {
                    let name = file.as_deref().map(name_of).unwrap_or_default();
                    written.problem = Some(format!("{name}: {}", error.say(catalog)));
                }
                Published::Refused { source, error } => {
                    written.problem = Some(error.say(&say_path(source), catalog));
                }
                Published::Made(Made::Bytes(_))
                | Published::Imported(_)
                | Published::OtherLanguage { .. }
                | Published::TooMany(_) => {}
            })?;
            let values = [("files", names.join(", ").into())];
            written.note = Some(catalog.text_with("ui-compare-written", &values));
            Ok(written)
        }));
    }
}

/// The chart that is open, as it is now.
fn present(open: &OpenDocument, env: &Env) -> Side {
    let name = open.file.as_ref().map_or_else(|| open.name.clone(), |file| name_of(&file.path));
    let chart = SideChart::Document(Arc::clone(open.editor.document()));
    Side { name: env.say("ui-compare-now", "name", name), chart }
}

/// What a file is called.
fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| say_path(path), say_path)
}
