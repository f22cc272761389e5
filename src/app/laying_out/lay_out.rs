//! Automatic layout of what is shown.
//!
//! Owns what is laid out, with which choices, and whether at once or in the background. What a thread found is used
//! only while the chart is as it was when it began: it never goes over a newer edit.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    app::{
        commands::command::LayOut,
        documents::{
            key::DocKey,
            pending_edit::{EditFound, EditOrRefusal, PendingEdit},
            tabs::Documents,
        },
        effect::Effect,
        env::Env,
        jobs::job::{Caption, Jobs, NotFound},
    },
    arrange::{self, LayoutOptions},
    edit::{self, Command, Editor, PageCommand, Refusal, StepCommand},
    layout::{LaneOrder, Spacing, Start},
    locale::Catalog,
    model::{Document, Page, StepId},
    pipeline::{self, Paper},
    progress::{Progress, Stopped},
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

/// What is to be laid out.
struct LayoutWork {
    page: Page,
    /// The steps that it is about; `None`: the whole page.
    chosen: Option<BTreeSet<StepId>>,
    options: LayoutOptions,
}

impl LayoutWork {
    fn steps(&self) -> usize {
        self.chosen.as_ref().map_or(self.page.steps.len(), BTreeSet::len)
    }

    /// Whether it would be waited for.
    fn is_large(&self) -> bool {
        self.steps() > if self.chosen.is_none() { MOST_AT_ONCE } else { MOST_OF_PART }
    }

    /// Works out what it does to `document`, which holds the page.
    fn prepare(self, document: Arc<Document>, progress: &mut Progress<'_>) -> Result<EditOrRefusal, Stopped> {
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

/// What is to be laid out, and with how much room between things.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LayoutWish {
    pub(crate) what: LayOut,
    pub(crate) spacing: Spacing,
}

/// The layout that runs in the background, if there is one.
#[derive(Default)]
pub(crate) struct LayingOut {
    running: Option<PendingEdit>,
}

impl LayingOut {
    /// Lays out the page that is shown, or a part of it. What is in progress on it is ended first.
    pub(crate) fn update(
        &mut self,
        documents: &mut Documents,
        jobs: &mut Jobs,
        env: &Env,
        wish: LayoutWish,
    ) -> Vec<Effect> {
        self.running = None;
        let Some(open) = documents.shown_mut() else { return Vec::new() };
        open.rest();
        let Some(page) = open.page().cloned() else { return Vec::new() };
        let chosen = match wish.what {
            LayOut::Selection => Some(open.editor.selection().steps.clone()),
            LayOut::Lane => open.steps_of_lane(),
            LayOut::Page | LayOut::Tidy | LayOut::BestLanes | LayOut::Paper(_) => None,
        };
        let work = LayoutWork { page, chosen, options: options(wish) };
        let (key, state) = (open.key, open.editor.state());
        if work.is_large() {
            let (steps, document) = (work.steps(), Arc::clone(open.editor.document()));
            let job =
                jobs.start("layout", Some(caption(steps)), move |progress| work.prepare(document, progress));
            self.running = Some(PendingEdit { doc: key, state, job });
            return vec![Effect::DropNotice];
        }
        let Ok(command) = work.command(&mut Progress::unwatched()) else { return Vec::new() };
        place(documents, env, key, |editor| editor.run(&command).map(|()| true))
    }

    /// What the layout in the background has come to, once nothing is in progress in its document.
    pub(crate) fn poll(&mut self, documents: &Documents) -> Option<EditFound> {
        PendingEdit::poll(&mut self.running, documents)
    }

    /// Ends a layout of the document `doc` that runs in the background.
    pub(crate) fn forget(&mut self, doc: DocKey) {
        self.running = self.running.take().filter(|running| running.doc != doc);
    }

    /// Uses what a layout in the background found, unless the chart is another one by now.
    pub(crate) fn ended(&mut self, documents: &mut Documents, env: &Env, result: EditFound) -> Vec<Effect> {
        let Some(PendingEdit { doc, state, .. }) = self.running.take() else { return Vec::new() };
        match result {
            Err(NotFound::Stopped) => vec![Effect::Say(env.catalog.text("ui-layout-stopped"))],
            Err(NotFound::Broken) => vec![Effect::Refuse(env.catalog.text("ui-layout-broke"))],
            Ok(found) => place(documents, env, doc, |editor| Ok(editor.run_prepared(state, *found?))),
        }
    }
}

/// What is said while `steps` steps are laid out.
fn caption(steps: usize) -> Caption {
    Box::new(move |catalog: &Catalog| catalog.text_with("ui-layout-running", &[("count", steps.into())]))
}

/// Puts everything where a layout has it; `put` says whether it is for the state that the document is in.
fn place(
    documents: &mut Documents,
    env: &Env,
    key: DocKey,
    put: impl FnOnce(&mut Editor) -> Result<bool, Refusal>,
) -> Vec<Effect> {
    let Some(open) = documents.get_mut(key) else { return Vec::new() };
    let (state, before) = (open.editor.state(), open.followed_page());
    let put = put(&mut open.editor);
    let is_same = open.editor.state() == state;
    open.refresh(env.services.as_ref());
    open.follow_layout(before.as_ref(), env.time());
    vec![match put {
        Err(refusal) => Effect::Refuse(refusal.say(env.catalog)),
        Ok(false) => Effect::Refuse(env.catalog.text("ui-layout-outdated")),
        Ok(true) if is_same => Effect::Say(env.catalog.text("ui-layout-same")),
        Ok(true) => Effect::DropNotice,
    }]
}

/// What a command asks of the layout.
fn options(wish: LayoutWish) -> LayoutOptions {
    let LayoutWish { what, spacing } = wish;
    let usual = LayoutOptions { spacing, ..LayoutOptions::default() };
    // A whole page is looked at as a whole: a long strip could not be read.
    let whole = LayoutOptions { aspect: Some(Paper::Screen.aspect()), ..usual };
    match what {
        LayOut::Selection | LayOut::Lane => usual,
        LayOut::Page => whole,
        LayOut::Tidy => LayoutOptions { start: Start::Tidy, ..usual },
        LayOut::BestLanes => LayoutOptions { lane_order: LaneOrder::Best, ..whole },
        LayOut::Paper(paper) => LayoutOptions { aspect: Some(paper.aspect()), ..usual },
    }
}
