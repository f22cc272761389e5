//! Other places for the labels that found none at the beginning of their lines.
//!
//! Owns the few labels that stand on a line, a step or another label although room was reserved: where three lines leave
//! through one side, the middle one has no free side. Must not move lines.

use kurbo::{Point, Rect, Size};

use crate::{
    geom::{Ix as _, IxVec, segment_crosses_rect},
    layout::{air::LABEL, request::LinkIx, strips::Strips},
    progress::{Progress, Stopped},
};

/// Labels keep this far from everything.
const MARGIN: f64 = 1.0;
/// The places along a run that are tried, as shares of its length.
const SHARES: [f64; 5] = [0.5, 0.3, 0.7, 0.15, 0.85];

/// What labels must not stand on.
pub(super) struct Drawing {
    steps: Strips<Rect>,
    /// The straight pieces of all lines.
    pieces: Strips<(Point, Point)>,
    /// The corners of each line, with its ends.
    lines: IxVec<LinkIx, Vec<Point>>,
}

impl Drawing {
    /// The drawing of these steps and lines.
    pub(super) fn new(steps: Vec<Rect>, lines: Vec<Vec<Point>>) -> Self {
        let pieces = lines.iter().flat_map(|line| line.windows(2)).filter_map(|ends| match ends {
            [a, b] => Some((Rect::from_points(*a, *b), (*a, *b))),
            _ => None,
        });
        Self {
            steps: Strips::new(steps.into_iter().map(|step| (step, step)).collect()),
            pieces: Strips::new(pieces.collect()),
            lines: IxVec::new(lines, Vec::new()),
        }
    }

    /// Whether a label could stand there, as far as steps and lines are concerned.
    fn is_free(&self, wide: Rect) -> bool {
        !self.steps.near(wide).any(|step| step.overlaps(wide))
            && !self.pieces.near(wide).any(|(a, b)| segment_crosses_rect(*a, *b, wide))
    }
}

/// The labels, those that stood on something at free places beside their lines where there are any.
pub(super) fn repaired(
    drawing: &Drawing,
    mut labels: IxVec<LinkIx, Option<Rect>>,
    progress: &mut Progress<'_>,
) -> Result<IxVec<LinkIx, Option<Rect>>, Stopped> {
    let placed = labels.iter().filter_map(|(link, label)| Some(((*label)?, link)));
    let mut found = Strips::new(placed.collect());
    for link in labels.ids() {
        progress.nth(link.at(), labels.len())?;
        let Some(label) = *labels.get(link) else { continue };
        let is_free = |place: Rect| {
            let wide = place.inflate(MARGIN, MARGIN);
            let overlaps = |other: &LinkIx| labels.get(*other).is_some_and(|other| other.overlaps(wide));
            let mut others = found.near(wide).filter(|other| **other != link);
            drawing.is_free(wide) && !others.any(overlaps)
        };
        if is_free(label) {
            continue;
        }
        let line = drawing.lines.get(link);
        if let Some(place) = beside(line, label.size()).into_iter().find(|place| is_free(*place)) {
            labels.set(link, Some(place));
            found.add(place, link);
        }
    }
    Ok(labels)
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
        let labels = IxVec::new(vec![Some(label), None], None);
        let labels = repaired(&drawing, labels, &mut Progress::unwatched()).unwrap();
        assert_eq!(*labels.get(LinkIx(0)), Some(Rect::from_center_size((100.0, 64.0), (40.0, 16.0))));
    }
}
