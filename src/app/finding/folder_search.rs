//! Words in all charts of a folder: where they stand, and what is put in their place.

use std::{mem, path::PathBuf, sync::Arc};

use eframe::egui::Ui;

use super::{
    folder_charts::{ChartPlace, FolderChart, FolderCharts},
    replace_text::caption,
};
use crate::{
    app::{
        documents::{key::DocKey, tabs::Documents},
        effect::{DialogName, Effect},
        env::Env,
        jobs::job::{Job, Jobs, NotFound},
        services::api::{Replaceable, SaveEnd, SaveWish, SavedFile, Services},
    },
    edit::{Editor, Prepared},
    find::{Replacement, Sought, replace, replacements},
    locale::{Catalog, Lang, say_path},
    persist::VersionStore,
    pipeline,
    progress::{Progress, Stopped},
    ui::dialogs::{ReplaceForm, ReplaceRow, ReplaceTextAnswer, ReplaceView, replace_text_ui},
};

/// The search in a folder, from the choice of the folder to the last file that is written.
#[derive(Default)]
pub(crate) struct FolderSearch {
    /// What will be looked for first, and the charts.
    reading: Option<(Sought, Job<FolderCharts>)>,
    asked: Option<AskedFolder>,
    running: Option<Job<Vec<ReplacedChart>>>,
}

/// What is asked of the charts of a folder.
struct AskedFolder {
    charts: Arc<FolderCharts>,
    languages: Vec<Lang>,
    form: ReplaceForm,
    is_new: bool,
    /// What the rows are of; `None`: nothing was looked for yet.
    looked_for: Option<ReplaceForm>,
    looking: Option<(ReplaceForm, Job<FoundRows>)>,
    found: FoundRows,
}

/// The texts in which something was found.
#[derive(Default)]
struct FoundRows {
    rows: Vec<ReplaceRow>,
    /// For each row the place of its chart among all.
    charts: Vec<usize>,
}

/// What is to be known of the search in a folder.
pub(crate) enum FolderTold {
    /// What a person asked for in the dialog.
    Answered(ReplaceTextAnswer),
    /// Its charts were read.
    Read(Result<FolderCharts, NotFound>),
    /// What was chosen is replaced.
    Replaced(Result<Vec<ReplacedChart>, NotFound>),
}

/// What became of a chart in which something is replaced.
pub(crate) struct ReplacedChart {
    name: String,
    /// In how many places.
    count: usize,
    end: ReplaceEnd,
}

enum ReplaceEnd {
    /// The file has it.
    Written(SavedFile),
    /// The tab that shows the chart is to have it.
    ForTab(DocKey, u64, Box<Prepared>),
    /// Nothing was replaced, and why.
    Failed(String),
}

impl FolderSearch {
    /// Begins to read the charts below `folder`, to look for `sought` in them.
    pub(crate) fn read(
        &mut self,
        jobs: &mut Jobs,
        env: &Env,
        folder: PathBuf,
        sought: &Sought,
    ) -> Vec<Effect> {
        if !folder.is_dir() {
            return vec![Effect::Problem(env.say("ui-folder-none", "folder", say_path(&folder)))];
        }
        let services = Arc::clone(&env.services);
        let name = say_path(&folder);
        let caption = move |catalog: &Catalog| {
            catalog.text_with("ui-folder-reading", &[("folder", name.as_str().into())])
        };
        let job = jobs.start("folder", Some(Box::new(caption)), move |progress| {
            FolderCharts::read(folder, services.as_ref(), progress)
        });
        self.reading = Some((sought.clone(), job));
        vec![Effect::ForgetProblems]
    }

    /// What came of the work in the background; charts that were read wait until the window `is_free`.
    pub(crate) fn poll(&self, is_free: bool) -> Option<FolderTold> {
        let read = || self.reading.as_ref().filter(|_| is_free)?.1.poll().map(FolderTold::Read);
        self.running.as_ref().and_then(Job::poll).map(FolderTold::Replaced).or_else(read)
    }

    /// Goes on with what a person asked for, or with what was found out in the background.
    pub(crate) fn told(
        &mut self,
        documents: &mut Documents,
        jobs: &mut Jobs,
        env: &Env,
        told: FolderTold,
    ) -> Vec<Effect> {
        let broke = || vec![Effect::Problem(env.catalog.text("ui-replace-broke"))];
        match told {
            FolderTold::Answered(answer) => self.answered(jobs, env, answer),
            FolderTold::Read(charts) => {
                let Some((sought, _)) = self.reading.take() else { return Vec::new() };
                match charts {
                    Ok(charts) => self.ask(documents, env, sought, charts),
                    Err(NotFound::Stopped) => Vec::new(),
                    Err(NotFound::Broken) => broke(),
                }
            }
            FolderTold::Replaced(replaced) => {
                self.running = None;
                match replaced {
                    Ok(replaced) => vec![take(documents, env, replaced)],
                    Err(NotFound::Stopped) => vec![Effect::Warn(env.catalog.text("ui-folder-stopped"))],
                    Err(NotFound::Broken) => broke(),
                }
            }
        }
    }

    fn ask(
        &mut self,
        documents: &mut Documents,
        env: &Env,
        sought: Sought,
        mut charts: FolderCharts,
    ) -> Vec<Effect> {
        if charts.charts.is_empty() && charts.unreadable.is_empty() && charts.commented.is_empty() {
            return vec![Effect::Refuse(env.say("ui-folder-empty", "folder", say_path(&charts.folder)))];
        }
        charts.take_open(documents);
        let mut languages: Vec<Lang> = Vec::new();
        for lang in charts.charts.iter().flat_map(|chart| chart.document.languages()) {
            if !languages.contains(&lang) {
                languages.push(lang);
            }
        }
        let form = ReplaceForm { sought: Sought { lang: None, ..sought }, new: String::new() };
        self.asked = Some(AskedFolder {
            charts: Arc::new(charts),
            languages,
            form,
            is_new: true,
            looked_for: None,
            looking: None,
            found: FoundRows::default(),
        });
        vec![Effect::Show(DialogName::FindInFolder)]
    }

    /// Shows the question.
    pub(crate) fn ui(&mut self, ui: &Ui, jobs: &mut Jobs, env: &Env) -> Option<ReplaceTextAnswer> {
        let asked = self.asked.as_mut()?;
        asked.look(jobs, env);
        let (heading, remark) = (asked.heading(env), asked.remark(env));
        let view = ReplaceView {
            catalog: env.catalog,
            languages: &asked.languages,
            heading: &heading,
            remark: remark.as_deref(),
            opens: true,
            is_new: mem::take(&mut asked.is_new),
        };
        let is_behind = asked.looked_for.as_ref() != Some(&asked.form);
        let answer = replace_text_ui(ui, view, &mut asked.form, &mut asked.found.rows);
        // What is not shown yet is not replaced.
        answer.filter(|answer| *answer != ReplaceTextAnswer::Replace || !is_behind)
    }

    /// Opens the chart of a row, or begins to replace what is ticked.
    fn answered(&mut self, jobs: &mut Jobs, env: &Env, answer: ReplaceTextAnswer) -> Vec<Effect> {
        let Some(asked) = self.asked.take() else { return Vec::new() };
        match answer {
            ReplaceTextAnswer::Cancel => Vec::new(),
            ReplaceTextAnswer::Open(row) => {
                let chart = asked.found.charts.get(row).and_then(|at| asked.charts.charts.get(*at));
                let Some(chart) = chart else { return Vec::new() };
                vec![Effect::Open(vec![chart.path.clone()]), Effect::LookFor(asked.form.sought)]
            }
            ReplaceTextAnswer::Replace => {
                let wanted = asked.ticked();
                let count = wanted.iter().flat_map(|(_, ticked)| ticked).map(Replacement::count).sum();
                let writing = Writing::of(env);
                self.running = Some(jobs.start("replace", Some(caption(count)), move |progress| {
                    let parts = wanted.len().max(1) as f64;
                    let replaced = wanted.into_iter().enumerate().map(|(nth, (chart, ticked))| {
                        progress.at(nth as f64 / parts)?;
                        replace_in(chart, &ticked, &writing)
                    });
                    replaced.collect()
                }));
                vec![Effect::DropNotice]
            }
        }
    }
}

impl AskedFolder {
    /// Looks anew where something else is asked; what was found before is shown until then.
    fn look(&mut self, jobs: &mut Jobs, env: &Env) {
        if let Some((form, job)) = &self.looking
            && let Some(found) = job.poll()
        {
            self.found = found.unwrap_or_default();
            self.looked_for = Some(form.clone());
            self.looking = None;
        }
        let newest = self.looking.as_ref().map(|(form, _)| form).or(self.looked_for.as_ref());
        if newest == Some(&self.form) {
            return;
        }
        let (charts, form, catalog) = (Arc::clone(&self.charts), self.form.clone(), env.catalog);
        let job = jobs.start("folder-search", None, move |progress| rows(&charts, &form, catalog, progress));
        self.looking = Some((self.form.clone(), job));
    }

    fn heading(&self, env: &Env) -> String {
        let values =
            [("count", self.charts.charts.len().into()), ("folder", say_path(&self.charts.folder).into())];
        env.catalog.text_with("ui-folder-heading", &values)
    }

    /// What is not looked through, where there is such a thing.
    fn remark(&self, env: &Env) -> Option<String> {
        let FolderCharts { charts, unreadable, commented, is_cut, .. } = self.charts.as_ref();
        let left_out = || env.catalog.text_with("ui-folder-cut", &[("count", charts.len().into())]);
        let of = |key: &str, files: &[String]| {
            let values = [("count", files.len().into()), ("files", files.join(", ").into())];
            (!files.is_empty()).then(|| env.catalog.text_with(key, &values))
        };
        let not_read = of("ui-folder-unreadable", unreadable);
        let said = [is_cut.then(left_out), not_read, of("ui-folder-commented", commented)];
        let said: Vec<String> = said.into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// The charts in which something is ticked, each with that.
    fn ticked(self) -> Vec<(FolderChart, Vec<Replacement>)> {
        let mut wanted: Vec<(usize, Vec<Replacement>)> = Vec::new();
        for (row, at) in self.found.rows.into_iter().zip(self.found.charts).filter(|(row, _)| row.is_ticked) {
            match wanted.last_mut() {
                Some((last, ticked)) if *last == at => ticked.push(row.replacement),
                _ => wanted.push((at, vec![row.replacement])),
            }
        }
        let chart = |at: usize| self.charts.charts.get(at).cloned();
        wanted.into_iter().filter_map(|(at, ticked)| Some((chart(at)?, ticked))).collect()
    }
}

/// The texts of `charts` in which something is found.
fn rows(
    charts: &FolderCharts,
    form: &ReplaceForm,
    catalog: &Catalog,
    progress: &mut Progress<'_>,
) -> Result<FoundRows, Stopped> {
    let mut found = FoundRows::default();
    for (at, FolderChart { name, document, .. }) in charts.charts.iter().enumerate() {
        progress.ask()?;
        for replacement in replacements(document, &form.sought, &form.new) {
            let place = replacement.at().say_on_page(document, catalog, &catalog.lang().into());
            let is_ticked = replacement.after.is_some();
            found.rows.push(ReplaceRow { place: format!("{name} · {place}"), replacement, is_ticked });
            found.charts.push(at);
        }
    }
    Ok(found)
}

/// What writing files in the background needs of what is around the window.
struct Writing {
    services: Arc<dyn Services>,
    versions: Option<VersionStore>,
    now: u64,
    catalog: &'static Catalog,
}

impl Writing {
    fn of(env: &Env) -> Self {
        let (services, versions) = (Arc::clone(&env.services), env.versions());
        Self { services, versions, now: env.now(), catalog: env.catalog }
    }
}

/// Replaces what is `ticked` in a chart, and writes it unless it is open in a tab.
fn replace_in(
    chart: FolderChart,
    ticked: &[Replacement],
    writing: &Writing,
) -> Result<ReplacedChart, Stopped> {
    let Writing { services, versions, now, catalog } = writing;
    let FolderChart { path, name, document, place } = chart;
    let count = ticked.iter().map(Replacement::count).sum();
    let failed = |why: String| ReplacedChart { name: name.clone(), count, end: ReplaceEnd::Failed(why) };
    // A file is written whole or not at all: stopping waits for its end.
    let prepared = match replace(&document, ticked, pipeline::fonts(), &mut Progress::unwatched())? {
        Ok(prepared) => prepared,
        Err(refusal) => return Ok(failed(refusal.say(catalog))),
    };
    let stamp = match place {
        ChartPlace::Tab(key, state) => {
            return Ok(ReplacedChart {
                end: ReplaceEnd::ForTab(key, state, Box::new(prepared)),
                name,
                count,
            });
        }
        ChartPlace::File { stamp } => stamp,
    };
    let mut editor = Editor::new(document.as_ref().clone(), pipeline::fonts(), true);
    editor.run_prepared(editor.state(), prepared);
    let wish = SaveWish { path, replaces: Replaceable::Only(stamp), versions: versions.clone(), now: *now };
    Ok(match services.save(editor.document(), &wish) {
        Ok(SaveEnd::Saved(saved)) => ReplacedChart { end: ReplaceEnd::Written(saved), name, count },
        Ok(SaveEnd::Changed | SaveEnd::Exists | SaveEnd::Unreadable) => {
            failed(catalog.text("ui-folder-changed"))
        }
        Err(error) => failed(error.say(catalog)),
    })
}

/// Puts what was replaced into the tabs that show charts, and says what became of all.
fn take(documents: &mut Documents, env: &Env, replaced: Vec<ReplacedChart>) -> Effect {
    let catalog = env.catalog;
    let (mut places, mut charts, mut unsaved) = (0, 0, 0);
    let mut told = Vec::new();
    for ReplacedChart { name, count, end } in replaced {
        let problem = match end {
            ReplaceEnd::Failed(why) => Some(why),
            ReplaceEnd::Written(saved) => {
                let lost = saved.is_version_lost.then(|| catalog.text("ui-version-lost"));
                told.extend(
                    saved.written.say(catalog).into_iter().chain(lost).map(|said| format!("{name}: {said}")),
                );
                None
            }
            ReplaceEnd::ForTab(key, state, prepared) => {
                let open = documents.get_mut(key);
                let is_done = open.is_some_and(|open| {
                    let is_done = open.editor.run_prepared(state, *prepared);
                    open.refresh(env.services.as_ref());
                    is_done
                });
                unsaved += usize::from(is_done);
                (!is_done).then(|| catalog.text("ui-replace-outdated"))
            }
        };
        if let Some(problem) = problem {
            told.push(format!("{name}: {problem}"));
        } else {
            (places, charts) = (places + count, charts + 1);
        }
    }
    let values = [("count", places.into()), ("charts", charts.into()), ("unsaved", unsaved.into())];
    let done = catalog.text_with("ui-folder-done", &values);
    if told.is_empty() { Effect::Say(done) } else { Effect::Warn([vec![done], told].concat().join("\n")) }
}
