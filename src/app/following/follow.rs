//! Follows what a step leads to: a page, a step, another chart, a file or a place in the web.

use std::path::{Path, PathBuf};

use eframe::egui::{Rect, Ui};

use super::trail::{Departed, PassedPage, Trail, page_name};
use crate::{
    app::{
        documents::{open_document::OpenDocument, tabs::Documents},
        effect::{DialogName, Effect},
        env::Env,
        jobs::job::{Job, Jobs},
        saving::save::ENDING,
    },
    flow::{Destination, Outward, destination},
    locale::{Catalog, say_path},
    model::StepId,
    ui::{
        dialogs::{Question, question_ui},
        passed_pages::passed_pages_ui,
    },
};

/// What is told about a link that is followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FollowTold {
    /// It leads to a file that another program opens.
    Outward(OutwardAnswer),
    /// The system did not open this.
    NotOpened(String),
    /// This page is wanted again, which was passed on the way to the one that is shown.
    Passed(PassedPage),
}

/// What was answered where another program would open a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OutwardAnswer {
    Open,
    Cancel,
}

/// What is followed, and the way back.
#[derive(Default)]
pub(crate) struct Following {
    trail: Trail,
    /// The file that another program would open.
    asked: Option<PathBuf>,
    /// What the system was asked to open; it tells what did not open.
    opening: Option<Job<Option<String>>>,
}

impl Following {
    /// Goes where the step `id` of the page that is shown leads.
    pub(crate) fn follow(
        &mut self,
        documents: &mut Documents,
        jobs: &mut Jobs,
        env: &Env,
        id: &StepId,
    ) -> Vec<Effect> {
        let Some(open) = documents.shown_mut() else { return Vec::new() };
        let Some(to) = destination_of(open, id) else { return Vec::new() };
        let from = Departed::from(open);
        match to {
            Destination::Page(page) => {
                open.show_page(env.services.as_ref(), &page);
                vec![Effect::Arrived(Box::new(from))]
            }
            Destination::Step(page, step) => {
                let mut effects = documents.jump(env.services.as_ref(), &page, step);
                effects.push(Effect::Arrived(Box::new(from)));
                effects
            }
            Destination::Outward(Outward::Web(address)) => {
                self.open_outside(jobs, env, address.clone());
                vec![Effect::Say(env.say("ui-link-opened", "place", address))]
            }
            Destination::Outward(Outward::File(file)) => self.file(open, env, &file),
            Destination::Outward(Outward::Unknown(address)) => {
                vec![Effect::Refuse(env.say("ui-link-unknown", "place", address))]
            }
        }
    }

    /// Goes to a file: a chart comes into a tab, anything else is opened by another program once the person has seen
    /// what it is.
    fn file(&mut self, open: &OpenDocument, env: &Env, file: &str) -> Vec<Effect> {
        let Some(path) = beside(open, file) else {
            return vec![Effect::Refuse(env.say("ui-link-no-place", "place", file))];
        };
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING)) {
            let from = Box::new(Departed::from(open));
            return vec![Effect::ForgetProblems, Effect::Open(vec![path]), Effect::Arrived(from)];
        }
        if !path.exists() {
            return vec![Effect::Refuse(env.say("ui-link-gone", "place", say_path(path)))];
        }
        self.asked = Some(path);
        vec![Effect::Show(DialogName::Outward)]
    }

    /// A link was followed from `from`.
    pub(crate) fn arrived(&mut self, documents: &Documents, from: Departed) {
        self.trail.arrive(documents, from);
    }

    /// Whether there is a place to go back to.
    pub(crate) fn leads_back(&self, documents: &Documents) -> bool {
        self.trail.leads_back(documents)
    }

    /// Goes back along the last link.
    pub(crate) fn back(&mut self, documents: &mut Documents, env: &Env) -> Vec<Effect> {
        self.trail.back(documents, env)
    }

    /// Shows through which pages a person came to the one that is shown; gives back the one that is wanted again.
    pub(crate) fn passed_ui(
        &self,
        ui: &Ui,
        within: Rect,
        documents: &Documents,
        catalog: &Catalog,
    ) -> Option<FollowTold> {
        let passed = self.trail.passed(documents);
        let open = documents.shown().filter(|_| !passed.is_empty())?;
        let names: Vec<String> = passed.iter().map(|page| page.name.clone()).collect();
        let here = page_name(open, open.editor.page_id());
        let at = passed_pages_ui(ui, within, &names, &here, &catalog.text("ui-cmd-back-tip"))?;
        passed.into_iter().nth(at).map(FollowTold::Passed)
    }

    pub(crate) fn ui(&self, ui: &Ui, catalog: &Catalog) -> Option<FollowTold> {
        let question = Question {
            heading: catalog.text("ui-link-file-heading"),
            text: catalog.text("ui-link-file-text"),
            items: vec![say_path(self.asked.as_ref()?)],
            answers: vec![
                (OutwardAnswer::Open, catalog.text("ui-link-file-open")),
                (OutwardAnswer::Cancel, catalog.text("ui-cancel")),
            ],
            escape: OutwardAnswer::Cancel,
        };
        question_ui(ui, &question).map(FollowTold::Outward)
    }

    /// Goes on with what is told.
    pub(crate) fn told(
        &mut self,
        documents: &mut Documents,
        jobs: &mut Jobs,
        env: &Env,
        told: FollowTold,
    ) -> Vec<Effect> {
        match told {
            FollowTold::Outward(answer) => self.answered(jobs, env, answer),
            FollowTold::NotOpened(place) => {
                return vec![Effect::Refuse(env.say("ui-link-not-opened", "place", place))];
            }
            FollowTold::Passed(page) => return self.trail.back_to(documents, env, page.at),
        }
        Vec::new()
    }

    /// Goes on after it was asked whether another program may open a file.
    fn answered(&mut self, jobs: &mut Jobs, env: &Env, answer: OutwardAnswer) {
        if let Some(path) = self.asked.take()
            && answer == OutwardAnswer::Open
        {
            self.open_outside(jobs, env, path);
        }
    }

    /// Has the system open `place`; where it does not, that is told.
    pub(crate) fn open_outside(&mut self, jobs: &mut Jobs, env: &Env, place: impl Into<PathBuf>) {
        let (services, place) = (env.services.clone(), place.into());
        self.opening = Some(jobs.start("open outside", None, move |_| {
            let opened = services.open_outside(place.as_os_str());
            Ok(opened.is_err().then(|| say_path(&place)))
        }));
    }

    /// What the system did not open, once.
    pub(crate) fn poll(&mut self) -> Option<FollowTold> {
        let found = self.opening.as_ref()?.poll()?;
        self.opening = None;
        found.ok().flatten().map(FollowTold::NotOpened)
    }
}

/// Where the step `id` of the page that is shown leads.
pub(crate) fn destination_of(open: &OpenDocument, id: &StepId) -> Option<Destination> {
    let page = open.page()?;
    destination(open.editor.document(), page, page.steps.get(id)?)
}

/// The file that `open` calls `file`; `None` where that is counted from the chart's folder and it has none.
fn beside(open: &OpenDocument, file: &str) -> Option<PathBuf> {
    let file = Path::new(file);
    if file.is_absolute() {
        return Some(file.to_owned());
    }
    Some(open.file.as_ref()?.path.parent()?.join(file))
}
