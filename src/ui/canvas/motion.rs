//! A page on its way to new places, so that the eye can follow it.
//!
//! Owns how far steps, lanes and phases still are from their places. Only what is painted moves: everything else is
//! where it belongs at once.

use std::collections::BTreeMap;

use super::warp::{Stretch, Warp};
use crate::{
    geom::{Orientation, Vec2, f32_from},
    model::{LaneId, Page, PhaseId, StepId},
    scene::Source,
};

/// How long it takes, in seconds.
const SECS: f64 = 0.2;
/// Smaller moves than this are not seen.
const LEAST: f64 = 0.5;

/// A page on its way from one look to another.
pub struct Motion {
    ways: Ways,
    /// When it was first seen, by the window's clock.
    began: Option<f64>,
}

/// A band where it was and where it is.
#[derive(Clone, Copy)]
struct Band {
    was: (f64, f64),
    is: (f64, f64),
}

/// Where everything comes from.
struct Ways {
    orientation: Orientation,
    /// How far from its place each step that moves was when it began.
    steps: BTreeMap<StepId, Vec2>,
    lanes: BTreeMap<LaneId, Band>,
    phases: BTreeMap<PhaseId, Band>,
    /// All of the page along the flow and across it.
    along: Band,
    across: Band,
}

/// How far a motion is at one moment.
#[derive(Clone, Copy)]
pub struct Moment<'a> {
    ways: &'a Ways,
    /// How much is done, from 0 to 1.
    done: f64,
}

impl Motion {
    /// The way from the look of a page `before` to that `after`; `None` where everything stays.
    pub fn between(before: &Page, after: &Page) -> Option<Self> {
        let ways = Ways::between(before, after);
        ways.is_far().then_some(Self { ways, began: None })
    }

    /// How far it is at the time `now`; `None`: everything has arrived. It begins when this is first asked.
    pub fn at(&mut self, now: f64) -> Option<Moment<'_>> {
        let began = *self.began.get_or_insert(now);
        let part = (now - began) / SECS;
        // Fast at first and slow at the end.
        let done = 1.0 - (1.0 - part.clamp(0.0, 1.0)).powi(3);
        (part < 1.0).then_some(Moment { ways: &self.ways, done })
    }
}

impl Band {
    /// Where it is shown when so much of the way is done.
    fn stretch(self, done: f64) -> Stretch {
        let between = |was: f64, is: f64| was + (is - was) * done;
        Stretch::new(self.is, (between(self.was.0, self.is.0), between(self.was.1, self.is.1)))
    }

    const fn is_far(&self) -> bool {
        (self.was.0 - self.is.0).abs() > LEAST || (self.was.1 - self.is.1).abs() > LEAST
    }
}

impl Ways {
    fn between(before: &Page, after: &Page) -> Self {
        let moved = after.steps.iter().filter_map(|(id, step)| {
            let by = before.steps.get(id)?.rect.center() - step.rect.center();
            (by.hypot() > LEAST).then(|| (id.clone(), by))
        });
        let lanes = after.lane_bands().filter_map(|(lane, from, to)| {
            let (_, was_from, was_to) = before.lane_band(&lane.id)?;
            Some((lane.id.clone(), Band { was: (was_from, was_to), is: (from, to) }))
        });
        let phases = after.phase_bands().filter_map(|(phase, from, to)| {
            let (_, was_from, was_to) = before.phase_band(&phase.id)?;
            Some((phase.id.clone(), Band { was: (was_from, was_to), is: (from, to) }))
        });
        Self {
            orientation: after.orientation,
            steps: moved.collect(),
            lanes: lanes.collect(),
            phases: phases.collect(),
            along: Band { was: (0.0, before.length()), is: (0.0, after.length()) },
            across: Band { was: (0.0, before.breadth()), is: (0.0, after.breadth()) },
        }
    }

    fn is_far(&self) -> bool {
        let bands = self.lanes.values().chain(self.phases.values()).chain([&self.along, &self.across]);
        !self.steps.is_empty() || bands.into_iter().any(Band::is_far)
    }
}

impl Moment<'_> {
    /// Where what shows `source` is to be painted, and how strongly: lines appear where they will be.
    pub(super) fn of(&self, source: &Source) -> (Warp, f64) {
        let Ways { orientation, steps, lanes, phases, along, across } = self.ways;
        let bands = |along: &Band, across: &Band| {
            Warp::new(*orientation, along.stretch(self.done), across.stretch(self.done))
        };
        let warp = match source {
            Source::Step(id) => {
                let left = steps.get(id).map_or(Vec2::ZERO, |from| *from * (1.0 - self.done));
                Warp::shift((f32_from(left.x), f32_from(left.y)).into())
            }
            Source::Connector(_) => return (Warp::shift((0.0, 0.0).into()), self.done),
            Source::Page | Source::Legend | Source::Mark | Source::Pool(_) => bands(along, across),
            Source::Lane(id) => bands(along, lanes.get(id).unwrap_or(across)),
            Source::Phase(id) => bands(phases.get(id).unwrap_or(along), across),
        };
        (warp, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::pos2;

    use super::*;
    use crate::{pipeline, template};

    fn page() -> Page {
        let template = template::find("blank-four-lanes").expect("a template");
        pipeline::open_template(template).expect("a document").pages.remove(0)
    }

    #[test]
    fn a_step_sets_out_from_where_it_was_and_arrives() {
        let before = page();
        assert!(Motion::between(&before, &before).is_none());
        let mut after = before.clone();
        let id = after.steps.keys().next().expect("a step").clone();
        let by = Vec2::new(100.0, 0.0);
        let step = after.steps.get_mut(&id).map(std::sync::Arc::make_mut).expect("a step");
        step.rect = step.rect + by;
        let mut motion = Motion::between(&before, &after).expect("a motion");
        let source = Source::Step(id);
        let mut shift = |now: f64| motion.at(now).map(|moment| moment.of(&source).0.at(pos2(0.0, 0.0)).x);
        assert_eq!(shift(7.0), Some(-100.0));
        assert!(shift(7.0 + SECS / 2.0).is_some_and(|x| -50.0 < x && x < 0.0));
        assert_eq!(shift(7.0 + SECS), None);
    }

    #[test]
    fn a_lane_grows_from_what_it_was_and_those_below_go_along() {
        let before = page();
        let mut after = before.clone();
        let size = before.lanes[1].size;
        std::sync::Arc::make_mut(&mut after.lanes[1]).size = 3.0 * size;
        let lanes = [1, 2].map(|at| Source::Lane(after.lanes[at].id.clone()));
        let [grown, below] = [1, 2].map(|at| after.lane_band(&after.lanes[at].id).expect("a lane"));
        let edges = [pos2(9.0, f32_from(grown.2)), pos2(9.0, f32_from(below.1))];
        let mut motion = Motion::between(&before, &after).expect("a motion");
        let began = motion.at(7.0).expect("a moment");
        let shown = [0, 1].map(|at| began.of(&lanes[at]).0.at(edges[at]).y);
        assert_eq!(shown, [f32_from(grown.2 - 2.0 * size); 2]);
        assert_eq!(began.of(&Source::Page).0.at(pos2(-5.0, -5.0)), pos2(-5.0, -5.0), "headings stay");
    }
}
