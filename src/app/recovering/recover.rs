//! Offers what was not saved when the program ended, and gives it back.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use eframe::egui::Ui;

use super::{
    ending::{Farewell, LastDeeds, end_by_signals, report_panics, told_report},
    offers::{Offer, unreadable_row},
    scribe::Clock,
    watch::Watch,
};
use crate::{
    app::{
        documents::{open_document::OpenDocument, tabs::Documents},
        effect::{DialogName, Effect},
        env::Env,
        jobs::job::{Job, Jobs},
        services::api::Stamp,
    },
    locale::{say_path, say_system_error},
    persist::{
        StateFolder,
        journal::{UnreadableJournal, claim_unreadable},
    },
    ui::dialogs::{RecoveryAnswer, RecoveryRow, give_up_ui, recovery_ui},
};

/// Unsaved work: that of the documents that are open, and what was found of others.
#[derive(Default)]
pub(crate) struct Recovering {
    kept: Option<Kept>,
    /// Somebody looks what there is.
    looking: Option<Look>,
    /// What is offered.
    offers: Vec<Offer>,
    /// Records of work in which nothing can be read.
    unreadable: Vec<UnreadableJournal>,
    /// The row whose work is asked about before it is given up.
    asked: Option<usize>,
    /// The report of how the program ended the last time, if that was by a fault of its own.
    report: Option<PathBuf>,
}

/// Where unsaved work is kept.
struct Kept {
    folder: StateFolder,
    clock: Clock,
    watch: Watch,
}

struct Look {
    job: Job<Remains>,
    /// Whether a person asked, who is told also that there is nothing.
    is_asked: bool,
}

/// What another process left.
#[derive(Default)]
struct Remains {
    offers: Vec<Offer>,
    unreadable: Vec<UnreadableJournal>,
    report: Option<PathBuf>,
}

/// What can be recovered, and whether a person asked for it.
pub(crate) struct Found {
    remains: Remains,
    is_asked: bool,
}

impl Recovering {
    /// Keeps unsaved work in `folder` from now on, and looks what was left there.
    pub(crate) fn begin(&mut self, jobs: &mut Jobs, env: &Env, folder: StateFolder, clock: Clock) {
        let watch = Watch::new(jobs, env, folder.clone(), clock);
        self.kept = Some(Kept { folder, clock, watch });
        self.look(jobs, env, false);
    }

    /// Lets unsaved work be written, and `farewell` be said, before the program ends by a fault of its own or because the
    /// system says so.
    pub(crate) fn brace(&self, jobs: &mut Jobs, farewell: Farewell) {
        let last = match &self.kept {
            Some(Kept { folder, watch, .. }) => {
                let last = LastDeeds { scribe: Some(watch.scribe.clone()), farewell };
                report_panics(last.clone(), folder.clone());
                last
            }
            None => LastDeeds { scribe: None, farewell },
        };
        end_by_signals(jobs, last);
    }

    /// Looks what there is to be recovered; a person who `is_asked` for it is told also that there is nothing.
    pub(crate) fn look(&mut self, jobs: &mut Jobs, env: &Env, is_asked: bool) {
        if let Some(look) = &mut self.looking {
            // A second look would find everything claimed by the first.
            look.is_asked |= is_asked;
            return;
        }
        let Some(kept) = &self.kept else { return };
        let (folder, services, lang) = (kept.folder.clone(), Arc::clone(&env.services), env.lang());
        let job = jobs.start("recovery", None, move |_| {
            let report = told_report(&folder);
            // Where the folder cannot be read there is nothing to be offered; that nothing can be written is told.
            let Ok(folder) = folder.recovery() else { return Ok(Remains { report, ..Remains::default() }) };
            let offers = Offer::all(&folder, services.as_ref(), &lang).unwrap_or_default();
            let unreadable = claim_unreadable(&folder).unwrap_or_default();
            Ok(Remains { offers, unreadable, report })
        });
        self.looking = Some(Look { job, is_asked });
    }

    /// What was found, when the window `is_free` for it.
    pub(crate) fn poll(&mut self, is_free: bool) -> Option<Found> {
        let look = self.looking.as_ref().filter(|_| is_free)?;
        let (remains, is_asked) = (look.job.poll()?.unwrap_or_default(), look.is_asked);
        self.looking = None;
        Some(Found { remains, is_asked })
    }

    /// Offers what was found.
    pub(crate) fn found(&mut self, env: &Env, found: Found) -> Vec<Effect> {
        let Found { remains: Remains { offers, unreadable, report }, is_asked } = found;
        (self.report, self.asked) = (report, None);
        self.offers.extend(offers);
        self.unreadable.extend(unreadable);
        if is_asked || !self.is_empty() {
            return vec![Effect::Show(DialogName::Recovery)];
        }
        self.report.take().map(|report| Effect::Problem(ended(env, &report))).into_iter().collect()
    }

    /// Shows the offer, or asks before work is given up.
    pub(crate) fn ui(&mut self, ui: &Ui, env: &Env) -> Option<RecoveryAnswer> {
        let now = self.kept.as_ref().map_or(0, |kept| (kept.clock)());
        let ended = self.report.as_ref().map(|report| ended(env, report));
        let unreadable = self.unreadable.iter().map(|journal| unreadable_row(journal, env, now));
        let rows: Vec<RecoveryRow<'_>> =
            self.offers.iter().map(|offer| offer.row(env, now)).chain(unreadable).collect();
        match self.asked.and_then(|at| Some((at, rows.get(at)?))) {
            Some((at, row)) => give_up_ui(ui, env.catalog, row, at),
            None => recovery_ui(ui, env.catalog, ended.as_deref(), &rows),
        }
    }

    /// Does what was decided.
    pub(crate) fn answered(
        &mut self,
        documents: &mut Documents,
        env: &Env,
        answer: RecoveryAnswer,
    ) -> Vec<Effect> {
        self.asked = None;
        let mut effects = match answer {
            RecoveryAnswer::Recover(at) if at < self.offers.len() => {
                let offer = self.offers.remove(at);
                self.recover(documents, env, offer)
            }
            RecoveryAnswer::GiveUp(at) => {
                let problem = |error: io::Error| {
                    Effect::Problem(env.say(
                        "ui-recover-not-removed",
                        "reason",
                        say_system_error(&error, env.catalog),
                    ))
                };
                self.give_up(at).err().map(problem).into_iter().collect()
            }
            RecoveryAnswer::AskGiveUp(at) => {
                self.asked = Some(at);
                Vec::new()
            }
            RecoveryAnswer::Recover(_) | RecoveryAnswer::Hold => Vec::new(),
            RecoveryAnswer::Later => {
                // Whoever asks next gets them.
                self.offers.clear();
                self.unreadable.clear();
                Vec::new()
            }
        };
        if self.is_empty() {
            self.report = None;
            effects.push(Effect::CloseDialog);
        }
        effects
    }

    /// Whether nothing is offered.
    fn is_empty(&self) -> bool {
        self.offers.is_empty() && self.unreadable.is_empty()
    }

    /// Gives up what is offered in the row `at`.
    fn give_up(&mut self, at: usize) -> io::Result<()> {
        if at < self.offers.len() {
            return self.offers.remove(at).left.discard();
        }
        let at = at - self.offers.len();
        if at < self.unreadable.len() { self.unreadable.remove(at).discard() } else { Ok(()) }
    }

    /// Opens a chart with what was done to it, as an unsaved change of its file.
    fn recover(&mut self, documents: &mut Documents, env: &Env, offer: Offer) -> Vec<Effect> {
        let Some(kept) = &mut self.kept else { return Vec::new() };
        let (file, base, name) = (offer.file(), offer.base(), offer.name(env));
        let Offer { left, recovered, .. } = offer;
        let stamp = left.account().head().stamp.map(Stamp::of_bits);
        // A tab that shows the file as it is makes room; one with other work in it keeps the file.
        let tab = file.as_ref().and_then(|file| documents.of_file(file));
        let is_taken = tab.and_then(|key| documents.get(key)).is_some_and(OpenDocument::is_unsaved);
        if let Some(key) = tab.filter(|_| !is_taken) {
            documents.remove(&[key]);
        }
        let Some(open) = documents.add_recovered(env.services.as_ref(), recovered, &env.lang()) else {
            return Vec::new();
        };
        open.name.clone_from(&name);
        if let Some((file, stamp)) = file.zip(stamp).filter(|_| !is_taken) {
            open.keep_in(&file, stamp);
            if let Some(base) = base {
                open.is_based_on(base);
            }
        }
        kept.watch.resume(open, left);
        let mut effects = vec![Effect::ForgetProblems];
        // Beside other offers it would hide one; that this one has gone says as much.
        if self.is_empty() {
            effects.push(Effect::Say(env.say("ui-recovered", "name", name)));
        }
        effects
    }

    /// Looks which documents are open, at the end of a frame.
    pub(crate) fn follow(&mut self, documents: &mut Documents) {
        if let Some(kept) = &mut self.kept {
            kept.watch.follow(documents);
        }
    }

    /// Says that unsaved work is not kept now, and why.
    pub(crate) fn warning(&self, env: &Env) -> Option<String> {
        let error = self.kept.as_ref()?.watch.problem()?;
        Some(env.say("ui-recover-not-kept", "reason", say_system_error(error, env.catalog)))
    }

    /// The window closes; what was not saved is kept unless the person decided about it.
    pub(crate) fn end(&self, documents: &Documents, is_answered: bool) {
        if let Some(kept) = &self.kept {
            kept.watch.end(documents, is_answered);
        }
    }
}

/// That the program ended by a fault of its own, and where its report is.
fn ended(env: &Env, report: &Path) -> String {
    env.say("ui-recover-ended", "file", say_path(report))
}
