//! The nearest free place of a lane.
//!
//! Owns what stands in one lane already. Must not know columns and rows.

use kurbo::{Point, Rect};

use crate::layout::{request::StepBox, spacing::Distances};

/// Closer than this, along and across, two steps are in each other's way.
const NEAR: (f64, f64) = (18.0, 12.0);

/// What stands in a lane: boxes along the flow and across it, counted from where the lane begins.
#[derive(Clone, Default)]
pub(super) struct OccupiedPlaces {
    boxes: Vec<Rect>,
}

impl OccupiedPlaces {
    /// Adds a box.
    pub(super) fn add(&mut self, taken: Rect) {
        self.boxes.push(taken);
    }

    /// Whether nothing is near a step with its middle at `at`.
    pub(super) fn is_free(&self, step: &StepBox, at: Point) -> bool {
        let own = taken(step, at).inflate(NEAR.0 - 0.01, NEAR.1 - 0.01);
        !self.boxes.iter().any(|other| own.overlaps(*other))
    }

    /// The place nearest to `at` where nothing is near a step, beside it along the flow within `bounds` or across it,
    /// wherever it is nearer. There always is one: a lane has no end.
    pub(super) fn nearest(
        &self,
        step: &StepBox,
        at: Point,
        distances: Distances,
        bounds: (f64, f64),
    ) -> Point {
        let room = step.room;
        let own = taken(step, at);
        let beside =
            self.boxes.iter().filter(|other| own.y0 - NEAR.1 < other.y1 && other.y0 < own.y1 + NEAR.1);
        let beside = beside
            .map(|other| (other.x0 - distances.gap.0 - room.after, other.x1 + distances.gap.0 + room.before));
        let x = nearest_outside(at.x, beside.collect(), bounds);
        let stacked =
            self.boxes.iter().filter(|other| own.x0 - NEAR.0 < other.x1 && other.x0 < own.x1 + NEAR.0);
        let stacked = stacked
            .map(|other| (other.y0 - distances.gap.1 - room.below, other.y1 + distances.gap.1 + room.above));
        let y = nearest_outside(at.y, stacked.collect(), (distances.padding.1 + room.above, f64::INFINITY));
        let y = y.unwrap_or(at.y);
        match x {
            Some(x) if (x - at.x).abs() < (y - at.y).abs() => Point::new(x, at.y),
            Some(_) | None => Point::new(at.x, y),
        }
    }
}

/// The room that a step with its middle at `at` takes up.
pub(super) fn taken(step: &StepBox, at: Point) -> Rect {
    let room = step.room;
    Rect::new(at.x - room.before, at.y - room.above, at.x + room.after, at.y + room.below)
}

/// The number within `bounds`, both included, that lies inside none of `spans` and is nearest to `at`; of two, the greater.
fn nearest_outside(at: f64, mut spans: Vec<(f64, f64)>, bounds: (f64, f64)) -> Option<f64> {
    let (low, high) = bounds;
    let at = at.min(high).max(low);
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut joined: Vec<(f64, f64)> = Vec::new();
    for (from, to) in spans {
        match joined.last_mut().filter(|last| from < last.1) {
            Some(last) => last.1 = last.1.max(to),
            None => joined.push((from, to)),
        }
    }
    let (below, above) = joined.into_iter().find(|(from, to)| *from < at && at < *to).unwrap_or((at, at));
    let free = [above, below].into_iter().filter(|place| (low..=high).contains(place));
    free.min_by(|a, b| (a - at).abs().total_cmp(&(b - at).abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_number_outside_of_spans_is_found() {
        let all = (0.0, 100.0);
        let spans = || vec![(50.0, 60.0), (10.0, 30.0), (29.0, 40.0), (90.0, 120.0)];
        for (at, nearest) in
            [(5.0, 5.0), (10.0, 10.0), (35.0, 40.0), (15.0, 10.0), (55.0, 60.0), (99.0, 90.0)]
        {
            assert_eq!(nearest_outside(at, spans(), all), Some(nearest), "{at}");
        }
        assert_eq!(nearest_outside(-20.0, spans(), all), Some(0.0));
        assert_eq!(nearest_outside(50.0, vec![(-10.0, 110.0)], all), None);
    }
}
