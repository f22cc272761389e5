//! Work on a thread of its own, which tells how far it is and can be called off.
//!
//! Owns the thread, its way to the window and back. Must not know what the work is about. A job that is dropped is
//! called off: whoever no longer wants what it finds just forgets it, and the thread ends soon after.

use std::{
    io,
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc::{Receiver, TryRecvError, channel},
    },
    thread,
};

use crate::progress::{Progress, Stopped};

/// A work in the background.
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

/// A work that ended without finding anything, although nobody stopped it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Broken;

impl<T: Send + 'static> Job<T> {
    /// Begins a work on a thread called `name`. It does not wake the window: while something is in progress that looks
    /// how far it is.
    pub(crate) fn start(
        name: &str,
        work: impl FnOnce(&mut Progress<'_>) -> Result<T, Stopped> + Send + 'static,
    ) -> io::Result<Self> {
        let (sender, found) = channel();
        let told = Arc::<Told>::default();
        let teller = Arc::clone(&told);
        thread::Builder::new().name(name.to_owned()).spawn(move || {
            let mut watcher = |done: f64| teller.tell(done);
            if let Ok(result) = work(&mut Progress::new(&mut watcher)) {
                // Who forgot it no longer listens.
                drop(sender.send(result));
            }
        })?;
        Ok(Self { told, found })
    }

    /// How much is done, from 0 to 1.
    pub(crate) fn done(&self) -> f64 {
        f64::from_bits(self.told.done.load(Ordering::Relaxed))
    }

    /// What was found, once; `None`: it is still looking.
    pub(crate) fn poll(&self) -> Option<Result<T, Broken>> {
        match self.found.try_recv() {
            Ok(found) => Some(Ok(found)),
            Err(TryRecvError::Disconnected) => Some(Err(Broken)),
            Err(TryRecvError::Empty) => None,
        }
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        self.told.is_stopped.store(true, Ordering::Relaxed);
    }
}

impl Told {
    fn tell(&self, done: f64) -> ControlFlow<()> {
        self.done.store(done.to_bits(), Ordering::Relaxed);
        if self.is_stopped.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// Waits for a thread, with patience for a busy machine.
    fn wait<T>(look: impl Fn() -> Option<T>) -> T {
        for _ in 0..6000 {
            if let Some(found) = look() {
                return found;
            }
            thread::sleep(Duration::from_millis(5));
        }
        panic!("the thread does not end");
    }

    #[test]
    fn what_is_found_is_told_once_with_all_of_it_done() {
        let job = Job::start("test", |progress| {
            progress.at(0.5)?;
            progress.at(1.0)?;
            Ok(7)
        });
        let job = job.expect("a thread");
        assert_eq!(wait(|| job.poll()).expect("it was found"), 7);
        assert_eq!(job.done(), 1.0);
    }

    #[test]
    fn a_job_that_is_forgotten_ends_its_thread() {
        let (ended, has_ended) = channel();
        let job = Job::<()>::start("test", move |progress| {
            loop {
                if let Err(stopped) = progress.at(0.5) {
                    ended.send(()).expect("the test listens");
                    return Err(stopped);
                }
                thread::yield_now();
            }
        });
        drop(job.expect("a thread"));
        wait(|| has_ended.try_recv().ok());
    }

    #[test]
    fn a_work_that_breaks_says_so() {
        let job = Job::<()>::start("test", |_| Err(Stopped)).expect("a thread");
        assert!(wait(|| job.poll()).is_err());
    }
}
