//! Automatic layout of what is shown.
//!
//! Owns what is laid out, with which choices, and whether at once or in the background. What a thread found is used
//! only while the chart is as it was when it began: it never goes over a newer edit.

use std::{collections::BTreeSet, sync::Arc};

use eframe::egui::Context;

use crate::app::{
    commands::{LayOut, Paper},
    dispatch::Message,
    documents::open_document::{DocKey, OpenDocument},
    jobs::job::Job,
    laneway::Laneway,
};
use crate::{
    arrange::{self, LayoutOptions},
    edit::{self, Command, Editor, PageCommand, Prepared, Refusal, StepCommand},
    layout::{LaneOrder, Start},
    locale::Catalog,
    model::{Document, Page, StepId},
    pipeline,
    progress::{Progress, Stopped},
    ui::working::Working,
};

/// The most steps that are laid out at once: more of them would be waited for.
const MOST_AT_ONCE: usize = 500;
/// The same for a part of a page, whose lines are found among those of the rest.
const MOST_OF_PART: usize = 100;
/// How much of the time it takes, by measured times, until there are places for a whole page, whose lines come with
/// them, …
const PLACED_PAGE: f64 = 0.97;
/// … and for a part of one, whose lines are then found.
const PLACED_PART: f64 = 0.05;

/// What a layout came to: what it will do, or why it will not.
pub(crate) type Layout = Result<Box<Prepared>, Refusal>;

/// A layout that runs in the background. Where it is forgotten, it ends.
pub(crate) struct LayoutJob {
    doc: DocKey,
    /// The state of the document that is laid out.
    state: u64,
    /// How many steps it is about.
    steps: usize,
    job: Job<Layout>,
}

impl LayoutJob {
    /// How far it is.
    pub(crate) fn working(&self, catalog: &Catalog) -> Working {
        let text = catalog.text_with("ui-layout-running", &[("count", self.steps.into())]);
        Working::new(catalog, text, self.job.done())
    }
}

/// What is to be laid out.
struct Work {
    page: Page,
    /// The steps that it is about; `None`: the whole page.
    chosen: Option<BTreeSet<StepId>>,
    options: LayoutOptions,
}

impl Work {
    fn steps(&self) -> usize {
        self.chosen.as_ref().map_or(self.page.steps.len(), BTreeSet::len)
    }

    /// Whether it would be waited for.
    fn is_large(&self) -> bool {
        self.steps() > if self.chosen.is_none() { MOST_AT_ONCE } else { MOST_OF_PART }
    }

    /// Works out what it does to `document`, which holds the page.
    fn prepare(self, document: Arc<Document>, progress: &mut Progress<'_>) -> Result<Layout, Stopped> {
        let page = self.page.id.clone();
        let placed = if self.chosen.is_none() { PLACED_PAGE } else { PLACED_PART };
        let command = progress.part((0.0, placed), |progress| self.command(progress))?;
        progress.part((placed, 1.0), |progress| {
            let prepared = edit::prepare(document, &page, &command, pipeline::fonts(), progress)?;
            Ok(prepared.map(Box::new))
        })
    }

    /// Finds the places, as a command that puts everything there.
    fn command(self, progress: &mut Progress<'_>) -> Result<Command, Stopped> {
        let Self { mut page, chosen, options } = self;
        if let Some(chosen) = chosen {
            let places = arrange::places_of(&page, &chosen, options, pipeline::fonts(), progress)?;
            return Ok(Command::Step(StepCommand::LayOut { places }));
        }
        arrange::lay_out_watched(&mut page, options, pipeline::fonts(), progress)?;
        Ok(Command::Page(PageCommand::LayOut { laid_out: Box::new(page) }))
    }
}

impl Laneway {
    /// Lays out the page that is shown, or a part of it. What is in progress on it is ended first.
    pub(crate) fn lay_out(&mut self, ctx: &Context, what: LayOut) {
        let options = LayoutOptions { spacing: self.settings.spacing, ..options(what) };
        self.layout = None;
        let Some(open) = self.open_mut() else { return };
        open.rest();
        let Some(page) = open.page().cloned() else { return };
        let chosen = match what {
            LayOut::Selection => Some(open.editor.selection().steps.clone()),
            LayOut::Lane => open.steps_of_lane(),
            LayOut::Page | LayOut::Tidy | LayOut::BestLanes | LayOut::Paper(_) => None,
        };
        let key = open.key;
        let work = Work { page, chosen, options };
        if work.is_large() {
            self.lay_out_behind(ctx, key, work);
        } else if let Ok(command) = work.command(&mut Progress::unwatched()) {
            self.take_layout(ctx, key, |editor| editor.run(&command).map(|()| true));
        }
    }

    fn lay_out_behind(&mut self, ctx: &Context, doc: DocKey, work: Work) {
        let Some(editor) = self.editor() else { return };
        let (state, document) = (editor.state(), Arc::clone(editor.document()));
        let steps = work.steps();
        match Job::start("layout", move |progress| work.prepare(document, progress)) {
            Ok(job) => {
                self.notice = None;
                self.layout = Some(LayoutJob { doc, state, steps, job });
            }
            Err(error) => self.refuse(ctx, error.to_string()),
        }
    }

    /// What the layout in the background has come to, once nothing is in progress in its document.
    pub(crate) fn poll_layout(&mut self) -> Option<Message> {
        let job = self.layout.as_ref()?;
        let Some(open) = self.docs.iter().find(|open| open.key == job.doc) else {
            self.layout = None;
            return None;
        };
        if open.is_at_work() {
            return None;
        }
        job.job.poll().map(|found| Message::LaidOut(found.ok()))
    }

    /// Ends a layout of the document `doc` that runs in the background.
    pub(crate) fn forget_layout(&mut self, doc: DocKey) {
        self.layout = self.layout.take().filter(|job| job.doc != doc);
    }

    /// Uses what a layout in the background found, unless the chart is another one by now.
    pub(crate) fn laid_out(&mut self, ctx: &Context, found: Option<Layout>) {
        let Some(job) = self.layout.take() else { return };
        match found {
            None => self.refuse(ctx, self.catalog().text("ui-layout-broke")),
            Some(found) => {
                self.take_layout(ctx, job.doc, |editor| Ok(editor.run_prepared(job.state, *found?)));
            }
        }
    }

    /// Puts everything where a layout has it; `put` says whether it is for the state that the document is in.
    fn take_layout(
        &mut self,
        ctx: &Context,
        key: DocKey,
        put: impl FnOnce(&mut Editor) -> Result<bool, Refusal>,
    ) {
        let (services, catalog) = (self.services.clone(), self.catalog());
        let Some(open) = self.docs.iter_mut().find(|open| open.key == key) else { return };
        let (state, before) = (open.editor.state(), open.followed_page());
        let put = put(&mut open.editor);
        let is_same = open.editor.state() == state;
        open.refresh(services.as_ref());
        open.follow_layout(before.as_ref(), ctx.input(|input| input.time));
        match put {
            Err(refusal) => self.refuse(ctx, refusal.say(catalog)),
            Ok(false) => self.refuse(ctx, catalog.text("ui-layout-outdated")),
            Ok(true) if is_same => self.say(ctx, catalog.text("ui-layout-same")),
            Ok(true) => self.notice = None,
        }
    }
}

impl OpenDocument {
    /// The page as it is before a layout comes or goes, where the eye can follow that.
    pub(crate) fn followed_page(&self) -> Option<Page> {
        self.page().filter(|page| page.steps.len() <= MOST_AT_ONCE).cloned()
    }

    /// The steps of the lane that is selected, or that holds all selected steps; `None` where there is no such lane.
    pub(crate) fn steps_of_lane(&self) -> Option<BTreeSet<StepId>> {
        let (page, selection) = (self.page()?, self.editor.selection());
        let mut lanes = selection.steps.iter().filter_map(|id| page.steps.get(id)).map(|step| &step.lane);
        let lane = match selection.only_lane() {
            Some(lane) => lane,
            None => lanes.next().filter(|first| lanes.all(|lane| lane == *first))?,
        };
        Some(page.steps.values().filter(|step| step.lane == *lane).map(|step| step.id.clone()).collect())
    }
}

/// What a command asks of the layout.
fn options(what: LayOut) -> LayoutOptions {
    let usual = LayoutOptions::default();
    // A whole page is looked at as a whole: a long strip could not be read.
    let whole = LayoutOptions { aspect: Some(pipeline::SCREEN), ..usual };
    match what {
        LayOut::Selection | LayOut::Lane => usual,
        LayOut::Page => whole,
        LayOut::Tidy => LayoutOptions { start: Start::Tidy, ..usual },
        LayOut::BestLanes => LayoutOptions { lane_order: LaneOrder::Best, ..whole },
        LayOut::Paper(paper) => LayoutOptions { aspect: Some(aspect(paper)), ..usual },
    }
}

const fn aspect(paper: Paper) -> f64 {
    match paper {
        Paper::A4Landscape => pipeline::A4_LANDSCAPE,
        Paper::A4Portrait => pipeline::A4_PORTRAIT,
        Paper::LetterLandscape => pipeline::LETTER_LANDSCAPE,
        Paper::LetterPortrait => pipeline::LETTER_PORTRAIT,
    }
}
