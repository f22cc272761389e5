//! The check of one document, kept up to date in the background.
//!
//! Runs when the document has been left alone for a moment, never during a gesture, on a thread of its own. What a
//! thread found of a state that is no longer shown is dropped.

use std::{
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError, channel},
    },
    thread,
    time::Duration,
};

use eframe::egui::Context;

use crate::app::services::api::Services;
use crate::{
    edit::Editor,
    locale::{Catalog, UiLang},
    model::Document,
    pipeline,
    ui::panels::Problem,
    validate::{Repairs, Severity},
};

/// How long nothing must have changed before a check, in seconds.
const REST_SECS: f64 = 0.3;

/// What was checked: a state of the document, and the language of the messages.
type Key = (u64, UiLang);
/// What a check needs: the language of the messages, and chance for what fixes add.
type Below<'a> = (&'static Catalog, &'a Arc<dyn Services>);

/// What is wrong with a document, as far as is known.
#[derive(Default)]
pub(crate) struct Checks {
    found: Vec<Problem>,
    of: Option<Key>,
    /// What is to be checked next, and when it was first seen.
    seen: Option<(Key, f64)>,
    job: Option<(Key, Receiver<Vec<Problem>>)>,
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

    /// Takes what a thread found, and starts one where it is time to.
    pub(crate) fn update(&mut self, ctx: &Context, editor: &Editor, (catalog, services): Below<'_>) {
        let key = (editor.revision(), catalog.lang());
        self.take(key);
        if self.of == Some(key) || self.job.is_some() || editor.is_in_gesture() {
            return;
        }
        let now = ctx.input(|input| input.time);
        let since = match self.seen {
            Some((seen, since)) if seen == key => since,
            _ => {
                self.seen = Some((key, now));
                now
            }
        };
        let left = if self.of.is_none() { 0.0 } else { since + REST_SECS - now };
        if left > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        } else {
            self.start(ctx, editor, key, (catalog, services));
        }
    }

    fn take(&mut self, key: Key) {
        let Some((of, job)) = &self.job else { return };
        match job.try_recv() {
            Ok(found) => {
                if *of == key {
                    (self.found, self.of) = (found, Some(*of));
                }
                self.job = None;
            }
            Err(TryRecvError::Disconnected) => {
                // The thread ended without an answer; asking it again would end the same way.
                self.of = Some(*of);
                self.job = None;
            }
            Err(TryRecvError::Empty) => {}
        }
    }

    fn start(&mut self, ctx: &Context, editor: &Editor, key: Key, (catalog, services): Below<'_>) {
        let services = Arc::clone(services);
        let (sender, receiver) = channel();
        let (document, ctx) = (Arc::clone(editor.document()), ctx.clone());
        let spawned = thread::Builder::new().name("check".to_owned()).spawn(move || {
            let found = check(&document, catalog, &mut || services.entropy());
            // The document must be free again before the window goes on, or the next edit has to copy it.
            drop(document);
            // A closed document no longer listens.
            drop(sender.send(found));
            ctx.request_repaint();
        });
        // Without a thread nobody holds the sender, which reads as "ended without an answer".
        drop(spawned);
        self.job = Some((key, receiver));
    }
}

/// What is wrong with `document`, and what puts it right.
fn check(document: &Document, catalog: &Catalog, mint: &mut dyn FnMut() -> u32) -> Vec<Problem> {
    let found = pipeline::diagnose(document, catalog);
    let mut problems = Vec::with_capacity(found.len());
    let mut repairs: Option<Repairs<'_>> = None;
    // What is found comes page by page.
    for found in found {
        if repairs.as_ref().is_none_or(|repairs| repairs.page_id() != &found.page) {
            repairs = document.page(&found.page).map(|page| Repairs::new(document, page));
        }
        let fixes = repairs.as_ref().map(|repairs| repairs.fixes(&found, mint)).unwrap_or_default();
        problems.push(Problem { found, fixes });
    }
    problems
}
