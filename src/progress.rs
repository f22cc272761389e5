//! How far a long work is, told to whoever waits for it and may call it off.
//!
//! Owns how the parts of a work make up a whole. Knows neither threads nor clocks: a work says how much is done, and
//! whoever listens answers whether it goes on. It asks often, so an answer must cost next to nothing.

use std::ops::ControlFlow;

/// A work was called off before it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// Hears how much is done, from 0 to 1 and never less than before, and says whether to go on.
pub type Watcher<'a> = dyn FnMut(f64) -> ControlFlow<()> + 'a;

/// How far a work, or a part of one, is.
pub struct Progress<'a> {
    /// `None`: nobody waits, and nothing stops the work.
    watcher: Option<&'a mut Watcher<'a>>,
    /// Where in the whole this part begins, and how much of it it is.
    begin: f64,
    share: f64,
    /// How much of the whole is done.
    done: f64,
}

impl<'a> Progress<'a> {
    /// A work that `watcher` follows.
    pub fn new(watcher: &'a mut Watcher<'a>) -> Self {
        Self { watcher: Some(watcher), begin: 0.0, share: 1.0, done: 0.0 }
    }

    /// A work that nobody waits for.
    pub const fn unwatched() -> Self {
        Self { watcher: None, begin: 0.0, share: 1.0, done: 0.0 }
    }

    /// Says that `done` of this work is done, from 0 to 1, and asks whether to go on.
    pub fn at(&mut self, done: f64) -> Result<(), Stopped> {
        self.done = self.done.max(self.begin + self.share * done.clamp(0.0, 1.0));
        self.ask()
    }

    /// Says that `nth` of `count` equal pieces are done, and asks whether to go on.
    pub fn nth(&mut self, nth: usize, count: usize) -> Result<(), Stopped> {
        self.at(nth as f64 / count.max(1) as f64)
    }

    /// Asks whether to go on, in the midst of a piece.
    pub fn ask(&mut self) -> Result<(), Stopped> {
        match self.watcher.as_mut().map(|watcher| watcher(self.done)) {
            Some(ControlFlow::Break(())) => Err(Stopped),
            Some(ControlFlow::Continue(())) | None => Ok(()),
        }
    }

    /// This progress, for someone who keeps it; once they are done, tell how far the work is.
    pub fn lend(&mut self) -> Progress<'_> {
        let watcher = self.watcher.as_mut().map(|watcher| &mut **watcher as &mut Watcher<'_>);
        Progress { watcher, begin: self.begin, share: self.share, done: self.done }
    }

    /// Does the part of this work that lies between two points of it, each from 0 to 1.
    pub fn part<T>(&mut self, points: (f64, f64), work: impl FnOnce(&mut Self) -> T) -> T {
        let ((from, to), (begin, share)) = (points, (self.begin, self.share));
        self.begin += share * from;
        self.share *= (to - from).max(0.0);
        self.done = self.done.max(self.begin);
        let result = work(self);
        (self.begin, self.share) = (begin, share);
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_make_up_the_whole_and_nothing_goes_back() {
        let mut told = Vec::new();
        let mut watcher = |done: f64| {
            told.push(done);
            ControlFlow::Continue(())
        };
        let mut whole = Progress::new(&mut watcher);
        let first = whole.part((0.0, 0.5), |first| {
            first.nth(1, 2)?;
            first.part((0.5, 1.0), |last| last.at(0.5))?;
            first.at(0.2)
        });
        assert_eq!(first, Ok(()));
        assert_eq!(whole.part((0.5, 1.0), |second| second.at(0.5)), Ok(()));
        assert_eq!(whole.at(1.0), Ok(()));
        assert_eq!(told, [0.25, 0.375, 0.375, 0.75, 1.0]);
    }

    #[test]
    fn who_is_told_to_stop_stops() {
        let mut watcher =
            |done: f64| if done < 0.5 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
        let mut progress = Progress::new(&mut watcher);
        assert_eq!(progress.at(0.4), Ok(()));
        assert_eq!(progress.at(0.6), Err(Stopped));
        assert_eq!(Progress::unwatched().at(1.0), Ok(()));
    }
}
