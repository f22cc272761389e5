//! Dragging a piece of a connector's line, and taking a corner away.

use super::{
    Cursor, Feedback, Request, Stage,
    gesture::{Gesture, Pointer},
    snap::on_grid,
};
use crate::{
    edit::{Command, ConnectorCommand},
    geom::{Point, Vec2},
    model::{Bend, Connector, ConnectorId, Page},
    shape,
};

/// How far a line leaves a step before it turns.
const STUB: f64 = 16.0;
/// Corners closer together than this are one.
const SAME: f64 = 0.5;

/// A piece of a line that is being dragged at right angles to itself.
pub(super) struct DragSegment {
    connector: ConnectorId,
    from: Point,
    points: Vec<Point>,
    segment: usize,
    is_level: bool,
}

impl DragSegment {
    /// The piece `segment` of `connector` taken hold of at `from`; `None` where there is no such piece.
    pub(super) fn new(page: &Page, connector: &Connector, segment: usize, from: Point) -> Option<Self> {
        let mut points = shape::polyline(page, connector)?.points;
        let (a, b) = (*points.get(segment)?, *points.get(segment + 1)?);
        let is_level = (a.y - b.y).abs() <= (a.x - b.x).abs();
        let mut segment = segment;
        let stub = (b - a).normalize() * STUB.min((b - a).hypot() / 3.0);
        // What is fixed to a step stays there: a short piece of it remains.
        if segment + 2 == points.len() {
            points.insert(segment + 1, b - stub);
            points.insert(segment + 1, b - stub);
        }
        if segment == 0 {
            points.insert(1, a + stub);
            points.insert(1, a + stub);
            segment = 2;
        }
        Some(Self { connector: connector.id.clone(), from, points, segment, is_level })
    }

    fn bends(&self, pointer: Pointer) -> Vec<Bend> {
        let by = pointer.at - self.from;
        let by = if self.is_level { Vec2::new(0.0, by.y) } else { Vec2::new(by.x, 0.0) };
        let mut points = self.points.clone();
        for p in points.iter_mut().skip(self.segment).take(2) {
            *p += by;
            if !pointer.modifiers.alt {
                *p =
                    if self.is_level { Point::new(p.x, on_grid(p.y)) } else { Point::new(on_grid(p.x), p.y) };
            }
        }
        let inner = points.len().saturating_sub(2);
        let corners = corners(&points);
        let is_corner = |p: &Point| corners.iter().any(|corner| corner.distance(*p) < SAME);
        let mut bends: Vec<Bend> = Vec::new();
        for p in points.into_iter().skip(1).take(inner).filter(is_corner) {
            if bends.last().is_none_or(|last| last.at.distance(p) >= SAME) {
                bends.push(Bend { at: p, pinned: true });
            }
        }
        bends
    }
}

/// Those of `points` where the line turns.
fn corners(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for p in points {
        if kept.last().is_some_and(|last| last.distance(*p) < SAME) {
            continue;
        }
        if let [.., a, b] = kept.as_slice()
            && (*b - *a).cross(*p - *b).abs() < SAME
        {
            kept.pop();
        }
        kept.push(*p);
    }
    kept
}

impl Gesture for DragSegment {
    fn drag(&mut self, pointer: Pointer, _stage: &mut Stage<'_>, feedback: &mut Feedback) -> Vec<Request> {
        feedback.cursor = if self.is_level { Cursor::UpDown } else { Cursor::LeftRight };
        let (connector, bends) = (self.connector.clone(), self.bends(pointer));
        vec![Request::preview(Command::Connector(ConnectorCommand::SetBends { connector, bends }))]
    }

    fn drop(self: Box<Self>, _pointer: Pointer, _stage: &mut Stage<'_>) -> Vec<Request> {
        vec![Request::COMMIT]
    }
}

/// Takes away the corner of `connector` within `reach` of `at`; `None` where there is none.
pub(super) fn without_bend(connector: &Connector, at: Point, reach: f64) -> Option<Command> {
    let bends = &connector.route.as_ref()?.bends;
    let hit = bends.iter().position(|bend| bend.at.distance(at) <= reach)?;
    let mut bends = bends.clone();
    bends.remove(hit);
    let connector = connector.id.clone();
    Some(Command::Connector(ConnectorCommand::SetBends { connector, bends }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::Modifiers;

    fn bends(points: &[(f64, f64)], segment: usize, by: (f64, f64)) -> Vec<(f64, f64)> {
        let points: Vec<Point> = points.iter().map(|(x, y)| Point::new(*x, *y)).collect();
        let is_level = points[segment].y == points[segment + 1].y;
        let connector = ConnectorId::mint("c", 1);
        let drag = DragSegment { connector, from: Point::ZERO, points, segment, is_level };
        let pointer = Pointer { at: Point::new(by.0, by.1), modifiers: Modifiers::ALT };
        drag.bends(pointer).iter().map(|bend| (bend.at.x, bend.at.y)).collect()
    }

    #[test]
    fn a_piece_moves_at_right_angles_to_itself() {
        // 0,0 ─── 50,0
        //           │  →
        //         50,80 ─── 100,80
        let line = [(0.0, 0.0), (50.0, 0.0), (50.0, 80.0), (100.0, 80.0)];
        assert_eq!(bends(&line, 1, (10.0, 33.0)), [(60.0, 0.0), (60.0, 80.0)]);
    }

    #[test]
    fn corners_that_come_into_line_are_gone() {
        let line = [(0.0, 0.0), (50.0, 0.0), (50.0, 80.0), (100.0, 80.0), (100.0, 160.0)];
        assert_eq!(bends(&line, 2, (0.0, -80.0)), [(100.0, 0.0)]);
    }
}
