//! Other places for the labels that found none at the beginning of their lines.
//!
//! Owns the few labels that stand on a line, a step or another label although room was reserved: where three lines leave
//! through one side, the middle one has no free side. Must not move lines.

use kurbo::{Point, Rect, Size};

use crate::{
    geom::{Ix as _, IxVec, segment_crosses_rect},
    layout::{coordinates::strips::Strips, request::EdgeIx, spacing::LABEL},
    progress::{Progress, Stopped},
};

/// Labels keep this far from everything, …
const MARGIN: f64 = 1.0;
/// … and so far from the lines of others where there is room.
const CLEAR: f64 = 7.0;
/// How far apart the places along a line are that are tried, and the most of them.
pub(in crate::layout) const PACE: f64 = 8.0;
const MOST: usize = 60;

/// What labels must not stand on.
pub(in crate::layout) struct LabelObstacles {
    steps: Strips<Rect>,
    /// The straight pieces of all lines.
    pieces: Strips<(EdgeIx, Point, Point)>,
    /// The corners of each line, with its ends.
    lines: IxVec<EdgeIx, Vec<Point>>,
}

impl LabelObstacles {
    /// The drawing of these steps and lines.
    pub(in crate::layout) fn new(steps: Vec<Rect>, lines: Vec<Vec<Point>>) -> Self {
        let of_line = |(at, line): (usize, &Vec<Point>)| {
            let ends = line.iter().zip(line.iter().skip(1));
            let piece = |(a, b): (&Point, &Point)| (Rect::from_points(*a, *b), (EdgeIx(at), *a, *b));
            ends.map(piece).collect::<Vec<_>>()
        };
        let pieces = lines.iter().enumerate().flat_map(of_line);
        Self {
            steps: Strips::new(steps.into_iter().map(|step| (step, step)).collect()),
            pieces: Strips::new(pieces.collect()),
            lines: IxVec::new(lines, Vec::new()),
        }
    }

    /// Whether no step and no line comes near a label but that of `edge`, its own, which it may stand on if it
    /// `is_on_own`.
    fn is_free(&self, edge: EdgeIx, label: Rect, is_on_own: bool) -> bool {
        let wide = label.inflate(MARGIN, MARGIN);
        let mut pieces = self.pieces.near(wide);
        !self.steps.near(wide).any(|step| step.overlaps(wide))
            && !pieces.any(|(of, a, b)| !(is_on_own && *of == edge) && segment_crosses_rect(*a, *b, wide))
    }

    /// Whether no other line than that of `edge` comes close to a label.
    fn is_clear(&self, edge: EdgeIx, label: Rect) -> bool {
        let wide = label.inflate(CLEAR, CLEAR);
        !self.pieces.near(wide).any(|(of, a, b)| *of != edge && segment_crosses_rect(*a, *b, wide))
    }
}

/// The labels, those that stood on something at free places beside their lines where there are any, else on their own
/// lines.
pub(in crate::layout) fn repaired(
    drawing: &LabelObstacles,
    mut labels: IxVec<EdgeIx, Option<Rect>>,
    progress: &mut Progress<'_>,
) -> Result<IxVec<EdgeIx, Option<Rect>>, Stopped> {
    let placed = labels.iter().filter_map(|(edge, label)| Some(((*label)?, edge)));
    let mut found = Strips::new(placed.collect());
    for edge in labels.ids() {
        progress.nth(edge.at(), labels.len())?;
        let Some(label) = *labels.get(edge) else { continue };
        let is_free = |place: Rect, is_on_own: bool| {
            let wide = place.inflate(MARGIN, MARGIN);
            let overlaps = |other: &EdgeIx| labels.get(*other).is_some_and(|other| other.overlaps(wide));
            let mut others = found.near(wide).filter(|other| **other != edge);
            drawing.is_free(edge, place, is_on_own) && !others.any(overlaps)
        };
        if is_free(label, false) {
            continue;
        }
        let line = drawing.lines.get(edge);
        let (beside, on) = places(line, label.size());
        let free: Vec<Rect> = beside.into_iter().filter(|place| is_free(*place, false)).collect();
        let clear = free.iter().copied().find(|place| drawing.is_clear(edge, *place));
        let place = clear.or_else(|| free.first().copied());
        if let Some(place) = place.or_else(|| on.into_iter().find(|place| is_free(*place, true))) {
            labels.set(edge, Some(place));
            found.add(place, edge);
        }
    }
    Ok(labels)
}

/// Places beside a line and on it, those near its beginning first.
fn places(line: &[Point], size: Size) -> (Vec<Rect>, Vec<Rect>) {
    let runs = || line.iter().zip(line.iter().skip(1));
    let total: f64 = runs().map(|(a, b)| a.distance(*b)).sum();
    let pace = PACE.max(total / MOST as f64);
    let (mut beside, mut on) = (Vec::new(), Vec::new());
    for (a, b) in runs() {
        let is_level = (a.y - b.y).abs() < 0.01;
        let (gap, extent, aside) = if is_level {
            (LABEL.corner, size.width, LABEL.above + size.height / 2.0)
        } else {
            (LABEL.above, size.height, LABEL.beside + size.width / 2.0)
        };
        let (length, least) = (a.distance(*b), gap + extent / 2.0);
        let paces = ((length - 2.0 * least) / pace).floor().max(0.0) as usize;
        // A run that is shorter than the label has it beside its middle.
        let from = least.min(length / 2.0);
        for at in (0..=paces).map(|nth| from + pace * nth as f64) {
            let at = a.lerp(*b, at / length.max(1.0));
            for aside in [-aside, aside] {
                let middle =
                    if is_level { Point::new(at.x, at.y + aside) } else { Point::new(at.x - aside, at.y) };
                beside.push(Rect::from_center_size(middle, size));
            }
            on.push(Rect::from_center_size(at, size));
        }
    }
    (beside, on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_on_another_line_goes_to_the_other_side_of_its_own() {
        let own = vec![Point::new(0.0, 50.0), Point::new(200.0, 50.0)];
        let other = vec![Point::new(0.0, 36.0), Point::new(200.0, 36.0)];
        let label = Rect::from_center_size((100.0, 36.0), (40.0, 16.0));
        let drawing = LabelObstacles::new(Vec::new(), vec![own, other]);
        let labels =
            repaired(&drawing, IxVec::new(vec![Some(label), None], None), &mut Progress::unwatched())
                .unwrap();
        assert_eq!(*labels.get(EdgeIx(0)), Some(Rect::from_center_size((23.0, 64.0), (40.0, 16.0))));
    }

    #[test]
    fn between_two_lines_a_label_stands_where_they_have_turned_away() {
        // 0,0  ──────┐  90
        // 0,10 ──────┼────────── 300     the label is 40 wide and stands right of the turns
        // 0,20 ──────┘
        let line = |points: &[(f64, f64)]| points.iter().map(|at| Point::from(*at)).collect::<Vec<_>>();
        let above = line(&[(0.0, 0.0), (90.0, 0.0), (90.0, -80.0)]);
        let own = line(&[(0.0, 10.0), (300.0, 10.0)]);
        let below = line(&[(0.0, 20.0), (90.0, 20.0), (90.0, 90.0)]);
        let label = Rect::from_center_size((23.0, -4.0), (40.0, 16.0));
        let drawing = LabelObstacles::new(Vec::new(), vec![above, own, below]);
        let labels =
            repaired(&drawing, IxVec::new(vec![None, Some(label), None], None), &mut Progress::unwatched())
                .unwrap();
        let label = labels.get(EdgeIx(1)).unwrap();
        assert!((97.0..110.0).contains(&label.x0) && label.y1 < 10.0, "{label:?}");
    }
}
