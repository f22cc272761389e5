//! Lines without short sidesteps.
//!
//! Owns which pieces may slide to take a jog out of a line. Must not judge whether the line is better then.

use kurbo::{Point, Rect};

use crate::route::lines::seg::{EPS, simplify};
use crate::route::tracks::rank::SAME;

/// A shorter sidestep is a jog.
const JOG: f64 = 16.0;

/// How many jogs a line has: pieces shorter than [`JOG`] before and behind which it leads the same way.
///
/// ```text
///   ──────┐
///         └──────
/// ```
pub(in crate::route) fn jogs(points: &[Point]) -> usize {
    points.windows(4).filter(|four| is_jog(four)).count()
}

/// The line with one of its jogs taken out, in each of the ways there are: the piece before it slides over, or the one
/// behind. Ends and `via` points stay.
pub(in crate::route) fn without_jog(points: &[Point], via: &[Point]) -> Vec<Vec<Point>> {
    let jogs = points.windows(4).enumerate().filter(|(_, four)| is_jog(four)).map(|(place, _)| place);
    // The piece from `place` on, and the piece behind the jog, each to where the other one is.
    let slides = jogs.flat_map(|place| [(place, place + 2), (place + 2, place)]);
    slides.filter_map(|(piece, onto)| slid(points, via, piece, onto)).collect()
}

fn is_jog(four: &[Point]) -> bool {
    let [a, b, c, d] = four else { return false };
    let (before, aside, behind) = (*b - *a, *c - *b, *d - *c);
    let is_level = before.cross(behind).abs() < EPS * (1.0 + before.hypot() * behind.hypot());
    aside.hypot() < JOG && is_level && before.dot(behind) > 0.0 && before.dot(aside).abs() < EPS
}

/// The line with one piece moved sideways onto the course of another one; `None` where an end or a via point holds it.
fn slid(points: &[Point], via: &[Point], piece: usize, onto: usize) -> Option<Vec<Point>> {
    let (before, after) = (points.get(piece.checked_sub(1)?)?, points.get(piece + 2)?);
    let (a, b) = (points.get(piece)?, points.get(piece + 1)?);
    let runs = [(*before, *a), (*a, *b), (*b, *after)];
    let is_held = |run: (Point, Point)| {
        let near = Rect::from_points(run.0, run.1).inflate(SAME, SAME);
        via.iter().any(|via| near.contains(*via))
    };
    if runs.into_iter().any(is_held) {
        return None;
    }
    let way = *points.get(onto)? - *a;
    let along = (*b - *a).normalize();
    let aside = way - along * way.dot(along);
    let mut line = points.to_vec();
    line.iter_mut().skip(piece).take(2).for_each(|point| *point += aside);
    Some(simplify(&line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(points: &[(f64, f64)]) -> Vec<Point> {
        points.iter().copied().map(Point::from).collect()
    }

    #[test]
    fn the_inner_one_of_two_pieces_slides() {
        let jogged = line(&[(0.0, 0.0), (0.0, 40.0), (50.0, 40.0), (50.0, 50.0), (90.0, 50.0)]);
        assert_eq!(jogs(&jogged), 1);
        // The last piece ends at a step.
        assert_eq!(without_jog(&jogged, &[]), [line(&[(0.0, 0.0), (0.0, 50.0), (90.0, 50.0)])]);
        assert!(without_jog(&jogged, &[Point::new(20.0, 40.0)]).is_empty(), "a person put it there");
    }

    #[test]
    fn a_longer_sidestep_and_a_turn_back_are_no_jogs() {
        assert_eq!(jogs(&line(&[(0.0, 0.0), (50.0, 0.0), (50.0, 16.0), (90.0, 16.0)])), 0);
        assert_eq!(jogs(&line(&[(0.0, 0.0), (50.0, 0.0), (50.0, 10.0), (0.0, 10.0)])), 0);
    }
}
