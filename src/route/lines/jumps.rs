//! Where the level pieces of lines jump over upright ones that they cross.
//!
//! It is always the level line that jumps, so that which one does never depends on the order in which they were drawn.

use crate::geom::{Point, Rect};

/// The least way that two lines must cross each other to cross at all: touching is no crossing.
const THROUGH: f64 = 1.0;

/// The upright pieces of lines by x, with their upper and lower ends; lines can be added and taken out one by one.
#[derive(Clone, Debug, Default)]
pub struct Uprights(Vec<(f64, f64, f64)>);

impl Uprights {
    /// Adds the upright pieces of a line.
    pub fn add(&mut self, points: &[Point]) {
        for piece in pieces(points) {
            let place = self.0.partition_point(|other| other.0 < piece.0);
            self.0.insert(place, piece);
        }
    }

    /// Adds the upright pieces of many lines; cheaper than one by one.
    pub fn add_all<'a>(&mut self, lines: impl Iterator<Item = &'a [Point]>) {
        self.0.extend(lines.flat_map(pieces));
        self.0.sort_by(|a, b| a.0.total_cmp(&b.0));
    }

    /// Takes the upright pieces of a line out again.
    pub fn remove(&mut self, points: &[Point]) {
        for piece in pieces(points) {
            let first = self.0.partition_point(|other| other.0 < piece.0);
            let place = self.0.iter().skip(first).position(|other| *other == piece);
            if let Some(place) = place {
                self.0.remove(first + place);
            }
        }
    }

    /// Where the level piece from `a` to `b` jumps, in its own direction: the x of the first and of the last line that
    /// is jumped in one go. A jump needs `room` to either end, and lines less than `apart` from each other have no room
    /// for two.
    pub fn jumps(&self, a: Point, b: Point, room: (f64, f64), apart: f64) -> Vec<(f64, f64)> {
        let mut places = self.crossed(a, b, room);
        if b.x < a.x {
            places.reverse();
        }
        let mut jumps: Vec<(f64, f64)> = Vec::new();
        for x in places {
            match jumps.last_mut().filter(|(_, last)| (x - *last).abs() < apart) {
                Some((_, last)) => *last = x,
                None => jumps.push((x, x)),
            }
        }
        jumps
    }

    /// The x of each upright piece that the level piece crosses, `room` away from its ends, from left to right.
    fn crossed(&self, a: Point, b: Point, room: (f64, f64)) -> Vec<f64> {
        let (left, right) =
            if a.x < b.x { (a.x + room.0, b.x - room.1) } else { (b.x + room.1, a.x - room.0) };
        let first = self.0.partition_point(|(x, _, _)| *x < left);
        let near = self.0.iter().skip(first).take_while(|(x, _, _)| *x <= right);
        let is_through = |top: f64, bottom: f64| top + THROUGH < a.y && a.y < bottom - THROUGH;
        near.filter(|(_, top, bottom)| is_through(*top, *bottom)).map(|(x, _, _)| *x).collect()
    }
}

/// The upright pieces of a line as rectangles without width.
pub fn upright_rects(points: &[Point]) -> impl Iterator<Item = Rect> {
    pieces(points).map(|(x, top, bottom)| Rect::new(x, top, x, bottom))
}

fn pieces(points: &[Point]) -> impl Iterator<Item = (f64, f64, f64)> {
    let ends = points.iter().zip(points.iter().skip(1));
    ends.filter(|(a, b)| (a.x - b.x).abs() < 0.01).map(|(a, b)| (a.x, a.y.min(b.y), a.y.max(b.y)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn upright(x: f64, top: f64, bottom: f64) -> [Point; 2] {
        [Point::new(x, top), Point::new(x, bottom)]
    }

    #[test]
    fn a_level_piece_jumps_over_what_crosses_it() {
        //       20  30       60    95
        //        │   │        │     │
        //   0 ───⌒───────────⌒──────── 100
        //        │   │              │
        let mut lines = Uprights::default();
        for line in [upright(60.0, -40.0, 40.0), upright(20.0, -40.0, 40.0), upright(30.0, -9.0, 9.0)] {
            lines.add(&line);
        }
        lines.add(&upright(95.0, -40.0, 40.0));
        let level = (Point::new(0.0, 0.0), Point::new(100.0, 0.0));
        assert_eq!(
            lines.jumps(level.0, level.1, (10.0, 10.0), 5.0),
            [(20.0, 20.0), (30.0, 30.0), (60.0, 60.0)]
        );
        let back = (level.1, level.0);
        assert_eq!(lines.jumps(back.0, back.1, (10.0, 10.0), 11.0), [(60.0, 60.0), (30.0, 20.0)]);
        assert_eq!(lines.jumps(back.0, back.1, (2.0, 21.0), 5.0), [(95.0, 95.0), (60.0, 60.0), (30.0, 30.0)]);
        lines.remove(&upright(20.0, -40.0, 40.0));
        assert_eq!(lines.jumps(level.0, level.1, (10.0, 10.0), 5.0), [(30.0, 30.0), (60.0, 60.0)]);
    }

    #[test]
    fn what_only_touches_is_not_crossed() {
        let mut lines = Uprights::default();
        lines.add(&upright(50.0, 0.0, 40.0));
        assert!(lines.jumps(Point::ZERO, Point::new(100.0, 0.0), (10.0, 10.0), 5.0).is_empty());
    }
}
