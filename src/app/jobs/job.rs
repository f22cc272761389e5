//! Work on a thread of its own, which tells how far it is and can be called off.
//!
//! Owns the threads, their ways to the window and back, and the list of what runs. Must not know what the work is
//! about: whoever began it keeps its [`Job`] and asks that for what was found.

use std::{
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc::{Receiver, TryRecvError, channel},
    },
    thread,
    time::Duration,
};

use eframe::egui::Context;

use crate::{
    locale::Catalog,
    progress::{Progress, Stopped},
};

/// A work in the background. A job that is dropped is called off: whoever no longer wants what it finds just forgets
/// it, and the thread ends soon after.
pub(crate) struct Job<T> {
    told: Arc<Told>,
    found: Receiver<T>,
}

/// What thread and window tell each other.
#[derive(Default)]
struct Told {
    /// How much is done, from 0 to 1, as the bits of a number.
    done: AtomicU64,
    is_stopped: AtomicBool,
}

/// Why a work found nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotFound {
    /// It was called off.
    Stopped,
    /// It ended by itself.
    Broken,
}

/// Names a work that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct JobId(u64);

/// What people read of a work while it runs, in the language of a catalogue.
pub(crate) type Caption = Box<dyn Fn(&Catalog) -> String>;

/// Everything that runs in the background: the only place where threads begin.
pub(crate) struct Jobs {
    ctx: Context,
    /// What people see of it, in the order in which it began.
    shown: Vec<ShownJob>,
    last: u64,
}

struct ShownJob {
    id: JobId,
    told: Arc<Told>,
    caption: Caption,
}

impl Jobs {
    /// Nothing runs yet. What ends wakes the window of `ctx`.
    pub(crate) const fn new(ctx: Context) -> Self {
        Self { ctx, shown: Vec::new(), last: 0 }
    }

    /// The window that is woken.
    pub(crate) const fn ctx(&self) -> &Context {
        &self.ctx
    }

    /// Begins a work on a thread called `name`. With a `caption` people see how far it is and can call it off. Where the
    /// system has no thread for it, it is broken from the beginning.
    pub(crate) fn start<T: Send + 'static>(
        &mut self,
        name: &str,
        caption: Option<Caption>,
        work: impl FnOnce(&mut Progress<'_>) -> Result<T, Stopped> + Send + 'static,
    ) -> Job<T> {
        let (sender, found) = channel();
        let told = Arc::<Told>::default();
        let (teller, ctx) = (Arc::clone(&told), self.ctx.clone());
        let spawned = thread::Builder::new().name(name.to_owned()).spawn(move || {
            let mut watcher = |done: f64| teller.tell(done);
            if let Ok(result) = work(&mut Progress::new(&mut watcher)) {
                // Who forgot it no longer listens.
                drop(sender.send(result));
            }
            // Who looks after this is told that nothing more comes.
            drop(sender);
            ctx.request_repaint();
        });
        if let (Ok(_), Some(caption)) = (spawned, caption) {
            self.last += 1;
            self.shown.push(ShownJob { id: JobId(self.last), told: Arc::clone(&told), caption });
        }
        Job { told, found }
    }

    /// What people see of it: its name, what it is about, and how much is done, from 0 to 1.
    pub(crate) fn shown(&mut self, catalog: &Catalog) -> Vec<(JobId, String, f64)> {
        self.drop_ended();
        self.shown.iter().map(|shown| (shown.id, (shown.caption)(catalog), shown.told.done())).collect()
    }

    /// The one that began last of those that people see.
    pub(crate) fn last_shown(&mut self) -> Option<JobId> {
        self.drop_ended();
        self.shown.last().map(|shown| shown.id)
    }

    /// Calls a work off.
    pub(crate) fn stop(&mut self, id: JobId) {
        if let Some(shown) = self.shown.iter().find(|shown| shown.id == id) {
            shown.told.is_stopped.store(true, Ordering::Relaxed);
        }
        self.drop_ended();
    }

    /// A work is shown until what it found is taken, and its job dropped with that.
    fn drop_ended(&mut self) {
        self.shown.retain(|shown| !shown.told.is_stopped());
    }
}

impl<T> Job<T> {
    /// A work that has found this already.
    pub(crate) fn ended(found: T) -> Self {
        let (sender, receiver) = channel();
        drop(sender.send(found));
        Self { told: Arc::default(), found: receiver }
    }

    /// Calls the work off. It may still find something: what it had done by then.
    pub(crate) fn stop(&self) {
        self.told.is_stopped.store(true, Ordering::Relaxed);
    }

    /// Whether it was called off.
    pub(crate) fn is_stopped(&self) -> bool {
        self.told.is_stopped()
    }

    /// Lets the work, of which people see nothing, go on to its end, which nobody hears of.
    pub(crate) fn detach(mut self) {
        self.told = Arc::default();
    }

    /// What was found, if that is so within `patience`; else as [`Job::poll`].
    pub(crate) fn wait(&self, patience: Duration) -> Option<Result<T, NotFound>> {
        self.found.recv_timeout(patience).map_or_else(|_| self.poll(), |found| Some(Ok(found)))
    }

    /// What was found, once, or why nothing was; `None`: it has not ended.
    pub(crate) fn poll(&self) -> Option<Result<T, NotFound>> {
        match self.found.try_recv() {
            Ok(found) => Some(Ok(found)),
            Err(TryRecvError::Disconnected) if self.told.is_stopped() => Some(Err(NotFound::Stopped)),
            Err(TryRecvError::Disconnected) => Some(Err(NotFound::Broken)),
            Err(TryRecvError::Empty) => None,
        }
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Told {
    fn tell(&self, done: f64) -> ControlFlow<()> {
        self.done.store(done.to_bits(), Ordering::Relaxed);
        if self.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn done(&self) -> f64 {
        f64::from_bits(self.done.load(Ordering::Relaxed))
    }

    fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::UiLang;

    /// Waits for a thread, with patience for a busy machine.
    fn wait<T>(mut look: impl FnMut() -> Option<T>) -> T {
        for _ in 0..6000 {
            if let Some(found) = look() {
                return found;
            }
            thread::sleep(Duration::from_millis(5));
        }
        panic!("the thread does not end");
    }

    fn jobs() -> Jobs {
        Jobs::new(Context::default())
    }

    #[test]
    fn what_is_found_is_told_once_with_all_of_it_done() {
        let job = jobs().start("test", None, |progress| {
            progress.at(0.5)?;
            progress.at(1.0)?;
            Ok(7)
        });
        assert_eq!(wait(|| job.poll()), Ok(7));
        assert_eq!(job.told.done(), 1.0);
    }

    #[test]
    fn a_job_that_is_forgotten_ends_its_thread() {
        let (ended, has_ended) = channel();
        let job: Job<()> = jobs().start("test", None, move |progress| {
            loop {
                if let Err(stopped) = progress.at(0.5) {
                    ended.send(()).expect("the test listens");
                    return Err(stopped);
                }
                thread::yield_now();
            }
        });
        drop(job);
        wait(|| has_ended.try_recv().ok());
    }

    #[test]
    fn a_work_that_breaks_says_so() {
        let job: Job<()> = jobs().start("test", None, |_| Err(Stopped));
        assert_eq!(wait(|| job.poll()), Err(NotFound::Broken));
    }

    #[test]
    fn what_is_shown_can_be_stopped_and_goes_when_it_is_forgotten() {
        let (mut jobs, catalog) = (jobs(), Catalog::of(UiLang::En));
        let caption = |text: &'static str| -> Option<Caption> { Some(Box::new(move |_| text.to_owned())) };
        let endless = |progress: &mut Progress<'_>| -> Result<(), Stopped> {
            loop {
                progress.at(0.25)?;
                thread::yield_now();
            }
        };
        let first = jobs.start("test", caption("first"), endless);
        let second = jobs.start("test", caption("second"), endless);
        let texts =
            |jobs: &mut Jobs| jobs.shown(catalog).into_iter().map(|(_, text, _)| text).collect::<Vec<_>>();
        assert_eq!(texts(&mut jobs), ["first", "second"]);
        let last = jobs.last_shown().expect("two of them");
        jobs.stop(last);
        assert_eq!(wait(|| second.poll()), Err(NotFound::Stopped));
        assert_eq!(first.poll(), None);
        assert_eq!(texts(&mut jobs), ["first"]);
        drop(first);
        assert_eq!(jobs.last_shown(), None);
    }
}
