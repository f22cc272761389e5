//! Where a label that a person placed stands when its line runs another way.
//!
//! Owns what "the same place" means. Must not look at anything but the line and its label.
//!
//! ```text
//!  ┌──────┐     12 %             The same share of its piece, and the same gap across. Near an end of the piece,
//!  │ step ├──────────────┐       the gap to that end counts instead, so that a label beside a step stays there
//!  └──────┘ ◀─▶ Yes      │       when the line becomes longer. Where the line turns otherwise than before, all of
//!             ▲          ▼       it counts as one piece.
//!             └ gap
//! ```

use kurbo::{Point, Rect, Size, Vec2};

use crate::{geom::Orientation, route::lines::seg::pairs};

/// Shorter pieces have no direction.
const LEAST: f64 = 0.01;
/// A label in this part of a piece, at either end of it, belongs to that end.
const END_PART: f64 = 1.0 / 3.0;

/// A straight piece of a line.
#[derive(Clone, Copy)]
struct LinePiece {
    from: Point,
    way: Vec2,
    length: f64,
}

impl LinePiece {
    fn axis(self) -> Orientation {
        if self.way.x.abs() > self.way.y.abs() { Orientation::Horizontal } else { Orientation::Vertical }
    }

    /// The distance from the beginning to the place that is nearest to `at`.
    fn foot(self, at: Point) -> f64 {
        (at - self.from).dot(self.way).clamp(0.0, self.length)
    }

    fn at(self, distance: f64) -> Point {
        self.from + self.way * distance
    }

    /// Half of what a label takes up along the piece and across it.
    fn halves(self, size: Size) -> (f64, f64) {
        match self.axis() {
            Orientation::Horizontal => (size.width / 2.0, size.height / 2.0),
            Orientation::Vertical => (size.height / 2.0, size.width / 2.0),
        }
    }

    /// Across the piece: down, or to the right.
    fn across(self) -> Vec2 {
        match self.axis() {
            Orientation::Horizontal => Vec2::new(0.0, 1.0),
            Orientation::Vertical => Vec2::new(1.0, 0.0),
        }
    }

    /// Across the piece, to the right hand of who walks along it.
    fn right_hand(self) -> Vec2 {
        Vec2::new(-self.way.y, self.way.x)
    }
}

/// The middle of a label of `size` beside the line `new`, where its box stood as `label` beside the line `old`.
///
/// Both lines are made of level and upright pieces. Where one of them has no length, the label stays.
pub fn carry_label(old: &[Point], label: Rect, new: &[Point], size: Size) -> Point {
    let (old, new) = (pieces(old), pieces(new));
    let middle = label.center();
    let distance = |piece: &LinePiece| piece.at(piece.foot(middle)).distance(middle);
    let nearest = old.iter().enumerate().min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)));
    let Some((nth, was)) = nearest else { return middle };
    let foot = was.foot(middle);
    let place = if has_turns(&old, &new) {
        let is = new.get(nth).copied();
        is.map(|is| (is, share(foot, was.length, is.length, halves_along(*was, label, is, size))))
    } else {
        let total = |pieces: &[LinePiece]| pieces.iter().map(|piece| piece.length).sum::<f64>();
        let before: f64 = old.iter().take(nth).map(|piece| piece.length).sum();
        // How much room the label needs along depends on the piece that it comes to.
        let rough = share(before + foot, total(&old), total(&new), (0.0, 0.0));
        let halves = piece_at(&new, rough).map(|(is, _)| halves_along(*was, label, is, size));
        piece_at(&new, share(before + foot, total(&old), total(&new), halves.unwrap_or_default()))
    };
    let Some((is, foot_now)) = place else { return middle };
    let away = middle - was.at(foot);
    let halves = (was.halves(label.size()).1, is.halves(size).1);
    let aside = if was.axis() == is.axis() {
        is.across() * resized(away.dot(is.across()), halves)
    } else {
        is.right_hand() * resized(away.dot(was.right_hand()), halves)
    };
    is.at(foot_now) + is.way * away.dot(was.way) + aside
}

fn pieces(points: &[Point]) -> Vec<LinePiece> {
    let piece = |(a, b): (Point, Point)| {
        let length = a.distance(b);
        (length > LEAST).then(|| LinePiece { from: a, way: (b - a) / length, length })
    };
    pairs(points).filter_map(piece).collect()
}

/// Whether two lines turn the same way at every corner.
fn has_turns(old: &[LinePiece], new: &[LinePiece]) -> bool {
    old.len() == new.len() && old.iter().zip(new).all(|(a, b)| a.way.dot(b.way) > 0.5)
}

/// The piece at a distance from the beginning, and how far along it that is.
fn piece_at(pieces: &[LinePiece], mut distance: f64) -> Option<(LinePiece, f64)> {
    for piece in pieces {
        if distance <= piece.length {
            return Some((*piece, distance));
        }
        distance -= piece.length;
    }
    pieces.last().map(|last| (*last, last.length))
}

fn halves_along(was: LinePiece, label: Rect, is: LinePiece, size: Size) -> (f64, f64) {
    (was.halves(label.size()).0, is.halves(size).0)
}

/// The distance from the beginning of something `long` for what was at `foot` of something `length` long.
fn share(foot: f64, length: f64, long: f64, halves: (f64, f64)) -> f64 {
    let half = long / 2.0;
    if foot < length * END_PART {
        resized(foot, halves).min(half)
    } else if foot > length * (1.0 - END_PART) {
        long - resized(length - foot, halves).min(half)
    } else {
        foot / length * long
    }
}

/// How far the middle of a label is from something if half of its extent was the first of `halves` and is the
/// second: the gap between them is kept, or what they have in common where there is none.
fn resized(distance: f64, halves: (f64, f64)) -> f64 {
    let (old, new) = halves;
    if distance.abs() >= old { distance + (new - old) * distance.signum() } else { distance / old * new }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const YES: Size = Size::new(24.0, 12.0);

    fn points(points: &[(f64, f64)]) -> Vec<Point> {
        points.iter().map(|p| Point::from(*p)).collect()
    }

    fn carried(old: &[(f64, f64)], at: (f64, f64), new: &[(f64, f64)]) -> (f64, f64) {
        let label = Rect::from_center_size(at, YES);
        let to = carry_label(&points(old), label, &points(new), YES);
        ((to.x * 100.0).round() / 100.0, (to.y * 100.0).round() / 100.0)
    }

    #[test]
    fn beside_the_middle_it_stays_beside_the_middle() {
        let short = [(0.0, 0.0), (100.0, 0.0)];
        assert_eq!(carried(&short, (50.0, -14.0), &[(0.0, 0.0), (300.0, 0.0)]), (150.0, -14.0));
        assert_eq!(carried(&short, (60.0, 9.0), &[(40.0, 70.0), (240.0, 70.0)]), (160.0, 79.0));
    }

    #[test]
    fn beside_a_step_it_stays_beside_the_step() {
        let short = [(0.0, 0.0), (100.0, 0.0)];
        assert_eq!(carried(&short, (20.0, -14.0), &[(0.0, 0.0), (300.0, 0.0)]), (20.0, -14.0));
        assert_eq!(carried(&short, (80.0, -14.0), &[(0.0, 0.0), (300.0, 0.0)]), (280.0, -14.0));
        assert_eq!(carried(&short, (30.0, -14.0), &[(0.0, 0.0), (40.0, 0.0)]), (20.0, -14.0));
    }

    #[test]
    fn it_goes_with_its_piece() {
        // 0,0 ──┐
        //       │ label
        //       └────── 100,80
        let old = [(0.0, 0.0), (50.0, 0.0), (50.0, 80.0), (100.0, 80.0)];
        let new = [(0.0, 0.0), (70.0, 0.0), (70.0, 180.0), (100.0, 180.0)];
        assert_eq!(carried(&old, (70.0, 40.0), &new), (90.0, 90.0));
        // What changes elsewhere leaves it alone.
        let longer = [(0.0, 0.0), (50.0, 0.0), (50.0, 80.0), (400.0, 80.0)];
        assert_eq!(carried(&old, (70.0, 40.0), &longer), (70.0, 40.0));
    }

    #[test]
    fn it_keeps_its_side() {
        let old = [(0.0, 0.0), (100.0, 0.0)];
        // The line leads the other way: above is still above.
        assert_eq!(carried(&old, (50.0, -14.0), &[(0.0, 0.0), (-100.0, 0.0)]), (-50.0, -14.0));
        // The line leads down: to the left of who walks right is above, of who walks down the right. The gap to the
        // line is 8 in both cases.
        assert_eq!(carried(&old, (50.0, -14.0), &[(0.0, 0.0), (0.0, 100.0)]), (20.0, 50.0));
    }

    #[test]
    fn a_longer_text_keeps_the_gaps() {
        let line = points(&[(0.0, 0.0), (0.0, 100.0)]);
        let label = Rect::from_center_size((20.0, 50.0), YES);
        assert_eq!(carry_label(&line, label, &line, Size::new(64.0, 12.0)), Point::new(40.0, 50.0));
        let on_the_line = Rect::from_center_size((0.0, 50.0), YES);
        assert_eq!(carry_label(&line, on_the_line, &line, Size::new(64.0, 12.0)), Point::new(0.0, 50.0));
    }

    #[test]
    fn without_a_line_it_stays() {
        assert_eq!(carried(&[], (3.0, 4.0), &[(0.0, 0.0), (9.0, 0.0)]), (3.0, 4.0));
        assert_eq!(carried(&[(0.0, 0.0), (9.0, 0.0)], (3.0, 4.0), &[(5.0, 5.0), (5.0, 5.0)]), (3.0, 4.0));
    }

    fn line() -> impl Strategy<Value = Vec<Point>> {
        (any::<bool>(), prop::collection::vec(-300.0..300.0, 1..6)).prop_map(|(is_level, lengths)| {
            let mut points = vec![Point::ZERO];
            for (i, length) in lengths.into_iter().enumerate() {
                let last = points.last().copied().unwrap_or_default();
                let is_level = is_level == (i % 2 == 0);
                points.push(last + if is_level { Vec2::new(length, 0.0) } else { Vec2::new(0.0, length) });
            }
            points
        })
    }

    fn gap(line: &[Point], at: Point) -> f64 {
        pieces(line).iter().map(|p| p.at(p.foot(at)).distance(at)).fold(f64::INFINITY, f64::min)
    }

    mod props {
        use super::*;
        use crate::testing::cases;

        proptest! {
            #![proptest_config(cases(256))]

            /// A line that only moved takes its label along, and a label never leaves its line.
            #[test]
            fn it_goes_along_and_stays_near(
                (old, new) in (line(), line()),
                (x, y) in (-400.0..400.0, -400.0..400.0),
                by in (-500.0..500.0, -500.0..500.0),
            ) {
                let (label, by) = (Rect::from_center_size((x, y), YES), Vec2::from(by));
                let moved: Vec<Point> = old.iter().map(|p| *p + by).collect();
                let along = carry_label(&old, label, &moved, YES);
                prop_assert!(along.distance(label.center() + by) < 1e-6, "{along:?}");
                let there = carry_label(&old, label, &new, YES);
                prop_assert!(there.is_finite());
                prop_assert!(gap(&new, there) <= gap(&old, label.center()) + YES.width + 1e-6);
            }
        }
    }
}
