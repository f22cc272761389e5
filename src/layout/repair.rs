//! Other places for the labels that found none at the beginning of their lines.
//!
//! Owns the few labels that stand on a line, a step or another label although room was reserved: where three lines leave
//! through one side, the middle one has no free side. Must not move lines.

use kurbo::{Point, Rect, Size};

use crate::{
    geom::{IxVec, segment_crosses_rect},
    layout::{air::LABEL, request::LinkIx},
};

/// Labels keep this far from everything.
const MARGIN: f64 = 1.0;
/// The places along a run that are tried, as shares of its length.
const SHARES: [f64; 5] = [0.5, 0.3, 0.7, 0.15, 0.85];

/// What labels must not stand on.
pub(super) struct Drawing {
    steps: Vec<Rect>,
    /// The corners of each line, with its ends, and the box around them.
    lines: IxVec<LinkIx, (Rect, Vec<Point>)>,
}

impl Drawing {
    /// The drawing of these steps and lines.
    pub(super) fn new(steps: Vec<Rect>, lines: Vec<Vec<Point>>) -> Self {
        let framed = lines.into_iter().map(|line| {
            let first = line.first().copied().unwrap_or_default();
            let frame = line.iter().fold(Rect::from_points(first, first), |frame, at| frame.union_pt(*at));
            (frame, line)
        });
        Self { steps, lines: IxVec::new(framed.collect(), (Rect::ZERO, Vec::new())) }
    }

    /// Whether a label could stand there, as far as steps and lines are concerned.
    fn is_free(&self, wide: Rect) -> bool {
        let is_on = |(frame, line): &(Rect, Vec<Point>)| {
            frame.inflate(1.0, 1.0).overlaps(wide)
                && line.windows(2).any(|ends| matches!(ends, [a, b] if segment_crosses_rect(*a, *b, wide)))
        };
        !self.steps.iter().any(|step| step.overlaps(wide)) && !self.lines.as_slice().iter().any(is_on)
    }
}

/// The labels, those that stood on something at free places beside their lines where there are any.
pub(super) fn repaired(
    drawing: &Drawing,
    mut labels: IxVec<LinkIx, Option<Rect>>,
) -> IxVec<LinkIx, Option<Rect>> {
    for link in labels.ids() {
        let Some(label) = *labels.get(link) else { continue };
        let is_free = |place: Rect| {
            let wide = place.inflate(MARGIN, MARGIN);
            let overlaps = |other: Rect| other.overlaps(wide);
            let others = labels.iter().filter(|(other, _)| *other != link);
            drawing.is_free(wide) && !others.filter_map(|(_, at)| *at).any(overlaps)
        };
        if is_free(label) {
            continue;
        }
        let (_, line) = drawing.lines.get(link);
        if let Some(place) = beside(line, label.size()).into_iter().find(|place| is_free(*place)) {
            labels.set(link, Some(place));
        }
    }
    labels
}

/// Places beside a line, those near its beginning first.
fn beside(line: &[Point], size: Size) -> Vec<Rect> {
    let mut places = Vec::new();
    for ends in line.windows(2) {
        let [a, b] = ends else { continue };
        let is_level = (a.y - b.y).abs() < 0.01;
        let aside = if is_level { LABEL.above + size.height / 2.0 } else { LABEL.beside + size.width / 2.0 };
        for share in SHARES {
            let at = a.lerp(*b, share);
            for aside in [-aside, aside] {
                let middle =
                    if is_level { Point::new(at.x, at.y + aside) } else { Point::new(at.x - aside, at.y) };
                places.push(Rect::from_center_size(middle, size));
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_on_another_line_goes_to_the_other_side_of_its_own() {
        let own = vec![Point::new(0.0, 50.0), Point::new(200.0, 50.0)];
        let other = vec![Point::new(0.0, 36.0), Point::new(200.0, 36.0)];
        let label = Rect::from_center_size((100.0, 36.0), (40.0, 16.0));
        let drawing = Drawing::new(Vec::new(), vec![own, other]);
        let labels = repaired(&drawing, IxVec::new(vec![Some(label), None], None));
        assert_eq!(*labels.get(LinkIx(0)), Some(Rect::from_center_size((100.0, 64.0), (40.0, 16.0))));
    }
}
