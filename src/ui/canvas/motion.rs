//! Steps on their way to new places, so that the eye can follow them.
//!
//! Owns how far each still is from its place. Only what is painted moves: everything else is where it belongs at once.

use std::collections::BTreeMap;

use crate::{
    geom::Vec2,
    model::{Page, StepId},
    scene::Source,
};

/// How long it takes, in seconds.
const SECS: f64 = 0.2;
/// Smaller moves than this are not seen.
const LEAST: f64 = 0.5;

/// A page on its way from one look to another.
pub struct Motion {
    /// How far from its place each step that moves was when it began.
    from: BTreeMap<StepId, Vec2>,
    /// When it was first seen, by the window's clock.
    began: Option<f64>,
}

/// How far a motion is at one moment.
#[derive(Clone, Copy)]
pub struct Moment<'a> {
    from: &'a BTreeMap<StepId, Vec2>,
    /// How much is done, from 0 to 1.
    done: f64,
}

impl Motion {
    /// The way of the steps from where they are in `before` to where they are in `after`; `None` where all stay.
    pub fn between(before: &Page, after: &Page) -> Option<Self> {
        let moved = after.steps.iter().filter_map(|(id, step)| {
            let by = before.steps.get(id)?.rect.center() - step.rect.center();
            (by.hypot() > LEAST).then(|| (id.clone(), by))
        });
        let from: BTreeMap<_, _> = moved.collect();
        (!from.is_empty()).then_some(Self { from, began: None })
    }

    /// How far it is at the time `now`; `None`: everything has arrived. It begins when this is first asked.
    pub fn at(&mut self, now: f64) -> Option<Moment<'_>> {
        let began = *self.began.get_or_insert(now);
        let part = (now - began) / SECS;
        // Fast at first and slow at the end.
        let done = 1.0 - (1.0 - part.clamp(0.0, 1.0)).powi(3);
        (part < 1.0).then_some(Moment { from: &self.from, done })
    }
}

impl Moment<'_> {
    /// How far from its place what shows `source` is to be painted, and how strongly: lines appear where they will be.
    pub(super) fn of(&self, source: &Source) -> (Vec2, f64) {
        match source {
            Source::Step(id) => (self.from.get(id).map_or(Vec2::ZERO, |from| *from * (1.0 - self.done)), 1.0),
            Source::Connector(_) => (Vec2::ZERO, self.done),
            Source::Page | Source::Legend | Source::Lane(_) | Source::Phase(_) => (Vec2::ZERO, 1.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{pipeline, template};

    #[test]
    fn a_step_sets_out_from_where_it_was_and_arrives() {
        let template = template::find("blank-four-lanes").expect("a template");
        let before = pipeline::open_template(template).expect("a document").pages.remove(0);
        assert!(Motion::between(&before, &before).is_none());
        let mut after = before.clone();
        let id = after.steps.keys().next().expect("a step").clone();
        let by = Vec2::new(100.0, 0.0);
        let step = after.steps.get_mut(&id).map(std::sync::Arc::make_mut).expect("a step");
        step.rect = step.rect + by;
        let mut motion = Motion::between(&before, &after).expect("a motion");
        let source = Source::Step(id);
        let mut shift = |now: f64| motion.at(now).map(|moment| moment.of(&source).0.x);
        assert_eq!(shift(7.0), Some(-100.0));
        assert!(shift(7.0 + SECS / 2.0).is_some_and(|x| -50.0 < x && x < 0.0));
        assert_eq!(shift(7.0 + SECS), None);
    }
}
