//! Signs inside symbols: how a decision works, what triggers an event.

use crate::{
    geom::{BezPath, Point, Rect, Shape as _, Size, Vec2},
    model::{Branching, StepKind, Trigger},
};
use kurbo::{Circle, PathEl};

/// The width of a decision's marker.
const SIZE: f64 = 11.0;

/// The sign to be stroked inside a step of `kind`, if it has one.
pub fn marker(kind: StepKind, rect: Rect) -> Option<BezPath> {
    match kind {
        StepKind::Decision(branching) => {
            let centre = Point::new(rect.center().x, rect.y0 + 0.2 * rect.height());
            decision(branching, centre, SIZE / 2.0)
        }
        StepKind::Event(trigger) => {
            event(trigger, Rect::from_center_size(rect.center(), Size::new(16.0, 16.0)))
        }
        _ => None,
    }
}

fn lines(pairs: &[(Point, Point)]) -> BezPath {
    let mut path = BezPath::new();
    for (a, b) in pairs {
        path.move_to(*a);
        path.line_to(*b);
    }
    path
}

/// `count` points on a circle about `centre`, the first one on top.
fn around(centre: Point, radius: f64, count: u32) -> impl Iterator<Item = Point> {
    (0..count).map(move |i| {
        let turn = std::f64::consts::TAU * f64::from(i) / f64::from(count) - std::f64::consts::FRAC_PI_2;
        centre + Vec2::from_angle(turn) * radius
    })
}

fn ring(points: impl Iterator<Item = Point>) -> BezPath {
    let corners = points.enumerate().map(|(i, p)| if i == 0 { PathEl::MoveTo(p) } else { PathEl::LineTo(p) });
    corners.chain([PathEl::ClosePath]).collect()
}

fn decision(branching: Branching, c: Point, r: f64) -> Option<BezPath> {
    let plus =
        [(c - Vec2::new(r, 0.0), c + Vec2::new(r, 0.0)), (c - Vec2::new(0.0, r), c + Vec2::new(0.0, r))];
    let d = r * 0.75;
    let cross = [(c + Vec2::new(-d, -d), c + Vec2::new(d, d)), (c + Vec2::new(-d, d), c + Vec2::new(d, -d))];
    match branching {
        Branching::Plain => None,
        Branching::Exclusive => Some(lines(&cross)),
        Branching::Inclusive => Some(Circle::new(c, r * 0.9).to_path(0.01)),
        Branching::Parallel => Some(lines(&plus)),
        Branching::Event => Some(ring(around(c, r, 5))),
        Branching::Complex => Some(lines(&[plus, cross].concat())),
    }
}

fn event(trigger: Trigger, r: Rect) -> Option<BezPath> {
    let c = r.center();
    let at = |x: f64, y: f64| Point::new(r.x0 + x * r.width(), r.y0 + y * r.height());
    match trigger {
        Trigger::None => None,
        Trigger::Message => {
            let mut path = Rect::new(r.x0, r.y0 + 2.5, r.x1, r.y1 - 2.5).to_path(0.01);
            path.extend(lines(&[(at(0.0, 0.16), at(0.5, 0.55)), (at(0.5, 0.55), at(1.0, 0.16))]));
            Some(path)
        }
        Trigger::Timer => {
            let mut path = Circle::new(c, r.width() / 2.0).to_path(0.01);
            path.extend(lines(&[(at(0.5, 0.16), c), (c, at(0.74, 0.62))]));
            Some(path)
        }
        Trigger::Condition => {
            let mut path = Rect::new(r.x0 + 2.0, r.y0, r.x1 - 2.0, r.y1).to_path(0.01);
            path.extend(lines(&[0.22, 0.5, 0.78].map(|y| (at(0.28, y), at(0.72, y)))));
            Some(path)
        }
        Trigger::Signal => Some(ring(around(c + Vec2::new(0.0, 1.5), r.width() / 2.0, 3))),
        Trigger::Error => Some(ring(
            [(0.05, 0.95), (0.35, 0.1), (0.62, 0.6), (0.95, 0.05), (0.66, 0.92), (0.38, 0.42)]
                .into_iter()
                .map(|(x, y)| at(x, y)),
        )),
        Trigger::Escalation => {
            Some(ring([(0.5, 0.0), (0.9, 0.95), (0.5, 0.58), (0.1, 0.95)].into_iter().map(|(x, y)| at(x, y))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_marker_has_ink_and_stays_inside_its_symbol() {
        let rect = Rect::new(0.0, 0.0, 144.0, 76.0);
        let small = Rect::new(0.0, 0.0, 38.0, 38.0);
        let branchings = [
            Branching::Exclusive,
            Branching::Inclusive,
            Branching::Parallel,
            Branching::Event,
            Branching::Complex,
        ];
        let triggers = [
            Trigger::Message,
            Trigger::Timer,
            Trigger::Condition,
            Trigger::Signal,
            Trigger::Error,
            Trigger::Escalation,
        ];
        let decisions = branchings.map(|branching| (StepKind::Decision(branching), rect));
        let events = triggers.map(|trigger| (StepKind::Event(trigger), small));
        for (kind, rect) in decisions.into_iter().chain(events) {
            let path = marker(kind, rect).expect("a marker");
            assert!(path.segments().count() >= 2, "{kind:?}");
            assert!(
                super::super::outline(kind, rect).body.contains(path.bounding_box().center()),
                "{kind:?}"
            );
        }
        assert!(marker(StepKind::Decision(Branching::Plain), rect).is_none());
    }
}
