//! The comparison that is shown, and what runs for it in the background.

use std::{
    ffi::OsString,
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
        choosing::{chosen_file::ChosenFile, purpose::Purpose},
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
    pipeline::{
        self, Crop, Made, OpenError, OutputTarget, Pages, Publication, PublicationSource, PublishError,
        Published, WriteError,
    },
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
    making: Option<Job<Result<FoundComparison, OpenError>>>,
    made: Option<MadeComparison>,
    refused: Option<String>,
    state: CompareState,
    /// The file of the chart that is open, or what it is called.
    file: PathBuf,
    /// What is shown again afterwards: the list of versions, or the question that it helps to answer.
    behind: Option<DialogName>,
    writing: Option<Writing>,
    note: Option<String>,
    problem: Option<String>,
}

/// An export that runs.
struct Writing {
    format: Format,
    /// What was chosen, with the format's ending.
    file: PathBuf,
    job: Job<WrittenPictures>,
}

/// What came of an export.
#[derive(Default)]
struct WrittenPictures {
    files: Vec<PathBuf>,
    /// Why a file was not written, in words.
    problem: Option<String>,
    /// Something that was not made of the chart has the name of one of the files.
    is_in_the_way: bool,
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
                let chart = match &file.holds.document {
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

    /// Compares the chart that is shown with what it was `when`, over the list of versions.
    pub(crate) fn with_version(
        &mut self,
        documents: &Documents,
        jobs: &mut Jobs,
        env: &Env,
        version: (String, Document),
    ) -> Vec<Effect> {
        let (when, document) = version;
        let name = env.say("ui-compare-version", "when", when);
        let version = Side { name, chart: SideChart::Document(Arc::new(document)) };
        self.show_over(documents, jobs, env, (DialogName::Versions, version))
    }

    /// Compares the chart that is shown with the file at `path`, over the question what becomes of that.
    pub(crate) fn with_changed_file(
        &mut self,
        documents: &Documents,
        jobs: &mut Jobs,
        env: &Env,
        path: PathBuf,
    ) -> Vec<Effect> {
        let side = Side { name: name_of(&path), chart: SideChart::File(path) };
        self.show_over(documents, jobs, env, (DialogName::Saving, side))
    }

    fn show_over(
        &mut self,
        documents: &Documents,
        jobs: &mut Jobs,
        env: &Env,
        over: (DialogName, Side),
    ) -> Vec<Effect> {
        let (behind, before) = over;
        let effects = self.show(documents, jobs, env, before);
        if let Some(shown) = &mut self.shown {
            shown.behind = Some(behind);
        }
        effects
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
            behind: None,
            writing: None,
            note: None,
            problem: None,
        };
        shown.make(jobs);
        self.shown = Some(shown);
        vec![Effect::Show(DialogName::Compare)]
    }

    /// The dialog is no longer shown. What is being written is written all the same.
    pub(crate) fn close(&mut self) {
        if let Some(writing) = self.shown.take().and_then(|shown| shown.writing) {
            writing.job.detach();
        }
    }

    /// Takes what has ended in the background; gives back the picture that would replace something else.
    pub(crate) fn poll(&mut self) -> Option<(Format, PathBuf)> {
        let shown = self.shown.as_mut()?;
        shown.take_found();
        shown.take_written()
    }

    /// Shows the dialog.
    pub(crate) fn ui(&mut self, ui: &Ui, catalog: &Catalog) -> Option<CompareAnswer> {
        let shown = self.shown.as_mut()?;
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
            note: shown.note.as_deref(),
            problem: shown.problem.as_deref(),
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
                return vec![Effect::Ask(Purpose::ComparePicture(format), shown.suggested(format))];
            }
            CompareAnswer::Close => {
                return vec![shown.behind.map_or(Effect::CloseDialog, Effect::Show)];
            }
        }
        Vec::new()
    }

    /// Writes the picture to `file`, one a page.
    pub(crate) fn write(&mut self, jobs: &mut Jobs, format: Format, file: ChosenFile) {
        if let Some(shown) = &mut self.shown {
            shown.write(jobs, format, file);
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

    /// What the file of its picture may be called.
    fn suggested(&self, format: Format) -> PathBuf {
        let mut name = OsString::from(self.file.file_stem().unwrap_or_default());
        name.push("-");
        name.push(self.words.catalog.text("ui-compare-file"));
        with_extension(name.into(), format.extension())
    }

    /// Takes the comparison when it is made.
    fn take_found(&mut self) {
        let Some(found) = self.making.as_ref().and_then(Job::poll) else { return };
        self.making = None;
        match found {
            Ok(Ok(found)) => self.made = Some(found.shown(&mut self.sides)),
            Ok(Err(error)) => self.refused = Some(error.say(self.words.catalog)),
            Err(_) => self.refused = Some(self.words.catalog.text("ui-compare-broke")),
        }
    }

    /// Takes what came of an export when it has ended; gives back the picture that would replace something else.
    fn take_written(&mut self) -> Option<(Format, PathBuf)> {
        let written = self.writing.as_ref()?.job.poll()?;
        let Writing { format, file, .. } = self.writing.take()?;
        let catalog = self.words.catalog;
        let Ok(WrittenPictures { files, problem, is_in_the_way }) = written else {
            self.problem = Some(catalog.text("ui-compare-broke"));
            return None;
        };
        if problem.is_none() && is_in_the_way {
            return Some((format, file));
        }
        if !files.is_empty() {
            let names: Vec<_> = files.iter().map(|file| name_of(file)).collect();
            self.note = Some(catalog.text_with("ui-compare-written", &[("files", names.join(", ").into())]));
        }
        self.problem = problem;
        None
    }

    fn write(&mut self, jobs: &mut Jobs, format: Format, file: ChosenFile) {
        let Some(made) = &self.made else { return };
        let file = file.named(format.extension());
        let publication = Publication {
            pages: Pages::All,
            crop: Crop::default(),
            drawings: vec![Drawing::usual(format)],
            lang: Some(self.words.lang.clone()),
            source_lang: self.words.lang.clone(),
            replaces: file.may_replace(made.pages.len() == 1),
            target: OutputTarget::File(file.path.clone()),
        };
        let source = PublicationSource::Compared(self.file.clone(), Arc::clone(&made.compared));
        let catalog = self.words.catalog;
        let job = jobs.start("compare-picture", None, move |progress| {
            let mut written = WrittenPictures::default();
            pipeline::publish(&publication, vec![source], progress, &mut |published| {
                written.add(published, catalog);
            })?;
            Ok(written)
        });
        (self.note, self.problem) = (None, None);
        self.writing = Some(Writing { format, file: file.path, job });
    }
}

impl WrittenPictures {
    /// Takes in what came of one file; what went wrong is said in the language of `catalog`.
    fn add(&mut self, published: Published, catalog: &Catalog) {
        match published {
            Published::Made(Made::File(file)) => self.files.push(file),
            Published::Failed { error: PublishError::Write(WriteError::Exists), .. } => {
                self.is_in_the_way = true;
            }
            Published::Failed { file, error, .. } => {
                let name = file.as_deref().map(name_of).unwrap_or_default();
                self.problem = Some(format!("{name}: {}", error.say(catalog)));
            }
            Published::Refused { source, error } => {
                self.problem = Some(error.say(&say_path(source), catalog));
            }
            Published::Made(Made::Bytes(_))
            | Published::Imported(_)
            | Published::OtherLanguage { .. }
            | Published::TooMany(_) => {}
        }
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
