//! The check of one document, kept up to date in the background.
//!
//! Runs when the document has been left alone for a moment, never during a gesture, in the background. What was
//! found of a state that is no longer shown is dropped.

use std::{path::Path, sync::Arc, time::Duration};

use crate::{
    app::{
        env::Env,
        jobs::job::{Job, Jobs},
    },
    edit::Editor,
    flow::Flows,
    locale::UiLang,
    model::Document,
    pipeline,
    ui::panels::Problem,
    validate::{Diagnostic, Repairs, Severity},
};

/// How long nothing must have changed before a check, in seconds.
const REST_SECS: f64 = 0.3;

/// What was checked: a state of the document, and the language of the messages.
type CheckedState = (u64, UiLang);

/// A document that is checked, and the folder of its file, from which its links are counted.
#[derive(Clone, Copy)]
pub(crate) struct CheckedDocument<'a> {
    pub(crate) editor: &'a Editor,
    pub(crate) folder: Option<&'a Path>,
}

/// What is wrong with a document, as far as is known.
#[derive(Default)]
pub(crate) struct Checks {
    found: Vec<Problem>,
    of: Option<CheckedState>,
    /// What is to be checked next, and when it was first seen.
    seen: Option<(CheckedState, f64)>,
    job: Option<(CheckedState, Job<Vec<Problem>>)>,
}

impl Checks {
    /// What was found last.
    pub(crate) fn found(&self) -> &[Problem] {
        &self.found
    }

    /// How many errors and warnings there are; hints are no problems.
    pub(crate) fn problems(&self) -> usize {
        self.found.iter().filter(|problem| problem.found.severity != Severity::Hint).count()
    }

    /// The severity of the worst that was found.
    pub(crate) fn worst(&self) -> Option<Severity> {
        let found = |severity| self.found.iter().any(|problem| problem.found.severity == severity);
        [Severity::Error, Severity::Warning, Severity::Hint].into_iter().find(|severity| found(*severity))
    }

    /// Takes what was found, and begins a check where it is time to.
    pub(crate) fn update(&mut self, of: CheckedDocument<'_>, jobs: &mut Jobs, env: &Env) {
        let editor = of.editor;
        let key = (editor.revision(), env.catalog.lang());
        self.take(key);
        if self.of == Some(key) || self.job.is_some() || editor.is_in_gesture() {
            return;
        }
        let now = env.time();
        let since = match self.seen {
            Some((seen, since)) if seen == key => since,
            _ => {
                self.seen = Some((key, now));
                now
            }
        };
        let left = if self.of.is_none() { 0.0 } else { since + REST_SECS - now };
        if left > 0.0 {
            env.ctx.request_repaint_after(Duration::from_secs_f64(left));
        } else {
            self.start(of, key, jobs, env);
        }
    }

    fn take(&mut self, key: CheckedState) {
        let Some((of, job)) = &self.job else { return };
        let Some(found) = job.poll() else { return };
        match found {
            Ok(found) if *of == key => (self.found, self.of) = (found, Some(*of)),
            Ok(_) => {}
            // It ended without an answer; asking again would end the same way.
            Err(_) => self.of = Some(*of),
        }
        self.job = None;
    }

    fn start(&mut self, of: CheckedDocument<'_>, key: CheckedState, jobs: &mut Jobs, env: &Env) {
        let CheckedDocument { editor, folder } = of;
        let (services, catalog) = (Arc::clone(&env.services), env.catalog);
        let (document, flows) = (Arc::clone(editor.document()), editor.flows().clone());
        let folder = folder.map(Path::to_owned);
        // The work owns the document, which is free again before the window goes on: else the next edit would copy it.
        let job = jobs.start("check", None, move |_| {
            let found = pipeline::diagnose_in(&document, &flows, folder.as_deref(), catalog);
            let found = with_fixes(&document, &flows, found, &mut || services.entropy());
            drop(document);
            Ok(found)
        });
        self.job = Some((key, job));
    }
}

/// What was `found` wrong with `document`, and what puts it right.
fn with_fixes(
    document: &Document,
    flows: &Flows,
    found: Vec<Diagnostic>,
    mint: &mut dyn FnMut() -> u32,
) -> Vec<Problem> {
    let mut problems = Vec::with_capacity(found.len());
    let mut repairs: Option<Repairs<'_>> = None;
    // What is found comes page by page.
    for found in found {
        if repairs.as_ref().is_none_or(|repairs| repairs.page_id() != &found.page) {
            repairs = document
                .page(&found.page)
                .map(|page| Repairs::new(document, page, flows.of_page(document, page)));
        }
        let fixes = repairs.as_ref().map(|repairs| repairs.fixes(&found, mint)).unwrap_or_default();
        problems.push(Problem { found, fixes });
    }
    problems
}
