//! How long the phases of a layout take.
//!
//! Owns the points of the whole, from 0 to 1, at which phases end, measured with charts of 500 to 10,000 steps: so that
//! half is told to be done after about half of the time. Must not decide what is done.

use crate::layout::request::Start;

/// How far a layout is when …
#[derive(Clone, Copy, Debug)]
pub(super) struct ProgressShares {
    /// … there are arrangements,
    pub(super) drafted: f64,
    /// … and when everything has its place, so that only labels are left.
    pub(super) placed: f64,
    /// How far making an arrangement better is when its lines are untangled, …
    pub(super) untangled: f64,
    /// … its steps have moved, …
    pub(super) moved: f64,
    /// … its lines are untangled again, …
    pub(super) smoothed: f64,
    /// … and drawn again, so that only places are left.
    pub(super) redrawn: f64,
}

/// How far an arrangement is when it has lines, which are then drawn again.
pub(super) const DRAWN: f64 = 0.6;

impl ProgressShares {
    /// The shares of a layout that begins so.
    pub(super) const fn of(start: Start) -> Self {
        match start {
            Start::Fresh => Self {
                drafted: 0.37,
                placed: 0.98,
                untangled: 0.14,
                moved: 0.75,
                smoothed: 0.86,
                redrawn: 0.95,
            },
            // Steps do not move.
            Start::Tidy => {
                Self { drafted: 0.35, placed: 0.9, untangled: 0.3, moved: 0.3, smoothed: 0.58, redrawn: 0.85 }
            }
        }
    }
}
