//! The lines of a page in the middle of an edit, each beside what it was before.
//!
//! Owns the finding of the steps at their ends, without looking for each by its id. Decides nothing.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    sketch::{Sketch, SketchedLine, StepSet},
    write::Transaction,
};
use crate::{
    geom::{Point, Polyline, Rect, Vec2},
    model::{Connector, End, LabelPlace, Route, Step, StepId},
    shape::line_between,
};

/// The steps at both ends of a line; `None`: that end is free.
type EndSteps<'a> = [Option<&'a Arc<Step>>; 2];

/// What moves further apart than that does not move as a whole.
const SAME: f64 = 1e-6;

/// A connector as it is now and was before, with its steps.
pub(in crate::edit) struct EditedLine<'a> {
    pub(in crate::edit) now: &'a Arc<Connector>,
    /// `None`: it was not there.
    pub(in crate::edit) before: Option<&'a Arc<Connector>>,
    pub(in crate::edit) steps: EndSteps<'a>,
    steps_before: EndSteps<'a>,
    /// The numbers of the steps, of those that the same end was on before.
    numbers: [Option<usize>; 2],
    /// What was known of it before the edit; `None`: nothing.
    sketched: Option<&'a SketchedLine>,
}

impl EditedLine<'_> {
    /// Whether the connector itself is another record than before.
    pub(in crate::edit) fn is_changed(&self) -> bool {
        self.before.is_none_or(|before| !Arc::ptr_eq(before, self.now))
    }

    /// Whether a step at one of its ends is another record than before.
    pub(in crate::edit) fn has_changed_steps(&self) -> bool {
        let is_same = |now: Option<&Arc<Step>>, before: Option<&Arc<Step>>| match (now, before) {
            (Some(now), Some(before)) => Arc::ptr_eq(now, before),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        !self.steps.iter().zip(&self.steps_before).all(|(now, before)| is_same(*now, *before))
    }

    /// Whether the edit touched neither the connector nor its steps.
    pub(in crate::edit) fn is_untouched(&self) -> bool {
        !self.is_changed() && !self.has_changed_steps()
    }

    /// Whether all of it moved equally far, label included, and nothing else became of it.
    pub(in crate::edit) fn is_carried(&self) -> bool {
        let (Some(before), Some(by)) = (self.before, self.moved_steps()) else { return false };
        let is_moved = |before: Point, now: Point| (before + by).distance(now) < SAME;
        let is_label_moved = |before: Option<LabelPlace>, now: Option<LabelPlace>| match (before, now) {
            (Some(before), Some(now)) => before.pinned == now.pinned && is_moved(before.at, now.at),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        let is_route_moved = |before: &Route, now: &Route| {
            before.bends.len() == now.bends.len()
                && before.bends.iter().zip(&now.bends).all(|(before, now)| is_moved(before.at, now.at))
                && is_label_moved(before.label, now.label)
        };
        (&before.kind, &before.from, &before.to, &before.label)
            == (&self.now.kind, &self.now.from, &self.now.to, &self.now.label)
            && before.route.as_ref().zip(self.now.route.as_ref()).is_some_and(|(a, b)| is_route_moved(a, b))
    }

    /// How far the steps at both ends moved, if that is equally far and nothing else became of their outlines.
    fn moved_steps(&self) -> Option<Vec2> {
        let moved = |now: Option<&Arc<Step>>, before: Option<&Arc<Step>>| {
            let (now, before) = (now?, before?);
            let (start, end) =
                (now.rect.origin() - before.rect.origin(), far_corner(now) - far_corner(before));
            (now.kind == before.kind && (start - end).hypot() < SAME).then_some(start)
        };
        let ([first, last], [first_before, last_before]) = (self.steps, self.steps_before);
        let (by, by_too) = (moved(first, first_before)?, moved(last, last_before)?);
        ((by - by_too).hypot() < SAME).then_some(by)
    }

    /// Whether each end is on one of some steps.
    pub(in crate::edit) fn ends_on(&self, steps: &StepSet<'_>) -> [bool; 2] {
        let is_on = |end: &End, number| end.step().is_some_and(|id| steps.contains(number, id));
        let [first, last] = self.numbers;
        [is_on(&self.now.from, first), is_on(&self.now.to, last)]
    }

    /// The line as it is now.
    pub(in crate::edit) fn line(&self) -> Option<Polyline> {
        line_between(self.now, self.steps.map(|step| step.map(AsRef::as_ref)))
    }

    /// The line as it was before.
    pub(in crate::edit) fn line_before(&self) -> Option<Polyline> {
        line_between(self.before?, self.steps_before.map(|step| step.map(AsRef::as_ref)))
    }

    /// The box around a line that is untouched; `None` where there is no line.
    pub(in crate::edit) fn area(&self) -> Option<Rect> {
        match self.sketched {
            Some(sketched) => sketched.area,
            None => self.line()?.bounds(),
        }
    }
}

/// Some steps of the page that is edited, for [`EditedLine::ends_on`].
pub(in crate::edit) fn step_set<'a>(tx: &Transaction<'_>, ids: &'a BTreeSet<StepId>) -> StepSet<'a> {
    sketch_of(tx).set(ids)
}

/// What is known of the page that is edited as it was before; nothing where that one went.
fn sketch_of<'t>(tx: &'t Transaction<'_>) -> &'t Sketch {
    static NOTHING: Sketch = Sketch::NOTHING;
    if tx.sketch().is_of(tx.page()) { tx.sketch() } else { &NOTHING }
}

/// All lines of the page that is edited, by id.
pub(in crate::edit) fn edited_lines<'t>(tx: &'t Transaction<'_>) -> impl Iterator<Item = EditedLine<'t>> {
    let (page, sketch) = (tx.page(), sketch_of(tx));
    let steps_now = paired(sketch.steps(), &page.steps);
    let mut sketched = sketch.lines().iter().peekable();
    page.connectors.values().map(move |now| {
        while sketched.next_if(|line| line.connector.id < now.id).is_some() {}
        let sketched = sketched.next_if(|line| line.connector.id == now.id);
        let Some(SketchedLine { connector, ends, area: _ }) = sketched else { return unknown(tx, now) };
        let [first, last] = *ends;
        let numbers = [
            first.filter(|_| connector.from.step() == now.from.step()),
            last.filter(|_| connector.to.step() == now.to.step()),
        ];
        let step_now = |number: Option<usize>, end: &End| {
            let known = number.and_then(|number| *steps_now.get(number)?);
            known.or_else(|| page.steps.get(end.step()?))
        };
        let [first_now, last_now] = numbers;
        let step_before = |number: Option<usize>| sketch.steps().get(number?);
        EditedLine {
            now,
            before: Some(connector),
            steps: [step_now(first_now, &now.from), step_now(last_now, &now.to)],
            numbers,
            steps_before: [step_before(first), step_before(last)],
            sketched,
        }
    })
}

/// A line that came, or is of a page that nothing was known of.
fn unknown<'t>(tx: &'t Transaction<'_>, now: &'t Arc<Connector>) -> EditedLine<'t> {
    let before = tx.connector_before(&now.id);
    let step = |end: &End| tx.page().steps.get(end.step()?);
    let step_before = |end: &End| tx.step_before(end.step()?);
    let ends_before = before.map(|before| [&before.from, &before.to].map(step_before));
    EditedLine {
        now,
        before,
        steps: [step(&now.from), step(&now.to)],
        steps_before: ends_before.unwrap_or_default(),
        numbers: [None; 2],
        sketched: None,
    }
}

fn far_corner(step: &Step) -> Point {
    Point::new(step.rect.x1, step.rect.y1)
}

/// For each of the `steps`, which come by id, what there is `now`.
fn paired<'a>(steps: &[Arc<Step>], now: &'a BTreeMap<StepId, Arc<Step>>) -> Vec<Option<&'a Arc<Step>>> {
    let mut now = now.iter().peekable();
    let find = |step: &Arc<Step>| {
        while now.next_if(|(id, _)| **id < step.id).is_some() {}
        now.next_if(|(id, _)| **id == step.id).map(|(_, step)| step)
    };
    steps.iter().map(find).collect()
}
