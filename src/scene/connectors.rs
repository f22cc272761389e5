//! Connectors: lines with rounded bends and jumps, arrow heads, labels.

use std::{f64::consts::PI, sync::Arc};

use super::{
    item::{Item, Part, Source, Stroke, TextItem, Turn},
    make::{path_item, solid, straight, text_item},
    theme::Theme,
    view::View,
};
use crate::{
    geom::{BezPath, Point, Shape as _, Vec2},
    model::{Color, Connector, ConnectorKind, LineJumps, Step},
    route::Uprights,
    text::TextBlock,
};
use kurbo::{Arc as EllipticArc, Circle};

/// The radius of a bend.
const BEND: f64 = 6.0;
/// The radius of a jump over another line, and half of a gap.
const JUMP: f64 = 5.0;
/// The least radius of a jump, where a bend or an arrow head is near.
const LEAST_JUMP: f64 = 3.0;
/// Between a jump and the end of a line or what is drawn there.
const JUMP_GAP: f64 = 2.0;
/// Lines as near as that are jumped in one go; those that the router put side by side have a jump each.
const NEAR: f64 = 2.0 * JUMP - 0.5;
/// Length and width of an arrow head.
const HEAD: (f64, f64) = (10.0, 8.0);
/// The radius of the dot at a message's beginning.
const DOT: f64 = 3.5;

/// The line of `connector` through `points`, with its tips, back to front; it jumps over the upright pieces that are
/// given.
pub(super) fn draw(
    theme: &Theme,
    connector: &Connector,
    points: &[Point],
    jumps: (&Uprights, LineJumps),
) -> Vec<Item> {
    let mut items = Vec::new();
    draw_line(theme, connector, points, jumps, &mut items);
    items
}

/// What a label's lines follow from.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) text: &'a str,
    /// Whether it is that of a decision's branch.
    pub(super) is_of_decision: bool,
}

impl<'a> Said<'a> {
    /// What the label of `connector` says, which comes from the step `origin`.
    pub(super) fn of(view: &'a View<'_>, connector: &'a Connector, origin: Option<&Step>) -> Self {
        let is_of_decision = origin.is_some_and(|step| step.kind.can_branch());
        Self { text: view.read(&connector.label), is_of_decision }
    }
}

/// The label of `connector`, with the colour of the ground behind it. `lay_out` is asked for the lines of its text.
pub(super) fn draw_label(
    view: &View<'_>,
    connector: &Connector,
    said: Said<'_>,
    halo: Color,
    lay_out: impl FnOnce() -> Arc<TextBlock>,
) -> Option<Item> {
    let at = connector.route.as_ref()?.label?.at;
    if said.text.is_empty() {
        return None;
    }
    let block = lay_out();
    let color = connector.style.text.unwrap_or_else(|| Theme::of(view.document.theme).ink);
    let text = TextItem { block, at, turn: Turn::None, color, halo: Some(halo) };
    Some(text_item(&Source::Connector(connector.id.clone()), text))
}

const fn dashes(kind: ConnectorKind) -> &'static [f64] {
    match kind {
        ConnectorKind::Sequence => &[],
        ConnectorKind::Message => &[7.0, 4.0],
        ConnectorKind::Association => &[1.5, 3.5],
    }
}

fn draw_line(
    theme: &Theme,
    connector: &Connector,
    line: &[Point],
    jumps: (&Uprights, LineJumps),
    items: &mut Vec<Item>,
) {
    let (uprights, style) = jumps;
    let source = Source::Connector(connector.id.clone());
    let color = connector.style.line.unwrap_or(theme.line);
    let width = theme.connector_weight();
    let mut points = line.to_vec();
    let tip = tip_of(&points);
    if connector.kind == ConnectorKind::Sequence
        && let (Some(last), Some(Tip { direction, .. })) = (points.last_mut(), tip)
    {
        // The line ends inside its head, so that its butt end does not blunt the point.
        *last -= direction * (HEAD.0 - 1.0);
    }
    let stroke = Stroke { color, width, dash: dashes(connector.kind) };
    items.push(path_item(
        &source,
        Part::Line,
        rounded(&points, tips(connector.kind), uprights, style),
        None,
        Some(stroke),
    ));
    if let Some(tip) = tip {
        items.extend(head(connector.kind, tip, color, width, &source));
    }
    if connector.kind == ConnectorKind::Message
        && let Some(start) = line.first()
    {
        let dot = Circle::new(*start, DOT).to_path(0.05);
        items.push(path_item(&source, Part::Tip, dot, Some(Color::WHITE), Some(solid(color, width))));
    }
}

/// A short sample of a connector, for the legend.
pub(super) fn sample(theme: &Theme, kind: ConnectorKind, from: Point, to: Point) -> Vec<Item> {
    let direction = (to - from).normalize();
    let end = if kind == ConnectorKind::Sequence { to - direction * (HEAD.0 - 1.0) } else { to };
    let (color, width) = (theme.line, theme.connector_weight());
    let stroke = Stroke { color, width, dash: dashes(kind) };
    let mut items = vec![path_item(&Source::Legend, Part::Line, straight(from, end), None, Some(stroke))];
    items.extend(head(kind, Tip { at: to, direction }, color, width, &Source::Legend));
    items
}

/// The end of a line.
#[derive(Clone, Copy)]
struct Tip {
    at: Point,
    /// The direction in which the line arrives, of length 1.
    direction: Vec2,
}

fn tip_of(points: &[Point]) -> Option<Tip> {
    let at = *points.last()?;
    let before = points.iter().rev().find(|p| p.distance(at) > 0.01)?;
    Some(Tip { at, direction: (at - *before).normalize() })
}

fn head(kind: ConnectorKind, tip: Tip, color: Color, width: f64, source: &Source) -> Option<Item> {
    let Tip { at: tip, direction } = tip;
    let across = Vec2::new(-direction.y, direction.x) * (HEAD.1 / 2.0);
    let back = tip - direction * HEAD.0;
    let mut path = BezPath::new();
    path.move_to(back + across);
    path.line_to(tip);
    path.line_to(back - across);
    match kind {
        ConnectorKind::Sequence => {
            path.close_path();
            Some(path_item(source, Part::Tip, path, Some(color), None))
        }
        ConnectorKind::Message => {
            path.close_path();
            Some(path_item(source, Part::Tip, path, Some(Color::WHITE), Some(solid(color, width))))
        }
        ConnectorKind::Association => None,
    }
}

/// How far what is drawn at the beginning and at the end of a line reaches over it.
const fn tips(kind: ConnectorKind) -> (f64, f64) {
    match kind {
        // The line ends where its head begins.
        ConnectorKind::Sequence | ConnectorKind::Association => (0.0, 0.0),
        ConnectorKind::Message => (DOT, HEAD.0),
    }
}

/// The line through `points` with rounded bends and a jump over each upright line that it crosses. `tips` reach over
/// its ends.
fn rounded(points: &[Point], tips: (f64, f64), uprights: &Uprights, style: LineJumps) -> BezPath {
    let mut path = BezPath::with_capacity(2 * points.len());
    let Some(first) = points.first() else { return path };
    path.move_to(*first);
    for (i, window) in points.windows(2).enumerate() {
        let [a, b] = window else { continue };
        if (a.y - b.y).abs() < 0.01 && style != LineJumps::Plain {
            let gaps = (
                if i == 0 { tips.0 + JUMP_GAP } else { BEND },
                if i + 2 == points.len() { tips.1 + JUMP_GAP } else { BEND },
            );
            for (from, to) in uprights.jumps(*a, *b, (gaps.0 + LEAST_JUMP, gaps.1 + LEAST_JUMP), NEAR) {
                let room = ((from - a.x).abs() - gaps.0).min((b.x - to).abs() - gaps.1);
                let (from, to) = (Point::new(from, a.y), Point::new(to, a.y));
                let leap = Leap { from, to, radius: room.min(JUMP), is_rightwards: b.x > a.x };
                leap.draw(&mut path, style);
            }
        }
        let Some(next) = points.get(i + 2) else {
            path.line_to(*b);
            continue;
        };
        let radius = BEND.min(a.distance(*b) / 2.0).min(b.distance(*next) / 2.0);
        if radius < 0.01 {
            path.line_to(*b);
            continue;
        }
        let before = *b - (*b - *a).normalize() * radius;
        let after = *b + (*next - *b).normalize() * radius;
        // The cubic that meets a quarter circle best.
        let pull = 0.5523;
        path.line_to(before);
        path.curve_to(before.lerp(*b, pull), after.lerp(*b, pull), after);
    }
    path
}

/// Where a level line jumps over what stands between two points of it.
struct Leap {
    from: Point,
    to: Point,
    radius: f64,
    is_rightwards: bool,
}

impl Leap {
    /// Leads `path` over it.
    fn draw(&self, path: &mut BezPath, style: LineJumps) {
        let Self { from, to, radius, is_rightwards } = *self;
        let half = from.distance(to) / 2.0 + radius;
        let centre = from.midpoint(to);
        let reach = Vec2::new(if is_rightwards { -half } else { half }, 0.0);
        match style {
            LineJumps::Arc => {
                let (start_angle, sweep_angle) = if is_rightwards { (PI, PI) } else { (0.0, -PI) };
                let radii = Vec2::new(half, radius);
                let arc = EllipticArc { center: centre, radii, start_angle, sweep_angle, x_rotation: 0.0 };
                path.line_to(centre + reach);
                path.extend(arc.append_iter(0.01));
            }
            LineJumps::Gap => {
                path.line_to(centre + reach);
                path.move_to(centre - reach);
            }
            LineJumps::Plain => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_line_jumps_over_an_upright_one() {
        //        │
        //  ──────⌒──────
        //        │
        let level = [Point::new(0.0, 0.0), Point::new(100.0, 0.0)];
        let upright = [Point::new(50.0, -40.0), Point::new(50.0, 40.0)];
        let mut uprights = Uprights::default();
        uprights.add(&upright);
        let drawn = |line: &[Point], style| rounded(line, (0.0, 0.0), &uprights, style);
        assert!((drawn(&level, LineJumps::Arc).bounding_box().y0 + JUMP).abs() < 0.1);
        assert_eq!(drawn(&upright, LineJumps::Arc).bounding_box().width(), 0.0);
        let gap = drawn(&level, LineJumps::Gap);
        assert_eq!(gap.bounding_box().height(), 0.0);
        assert!((gap.perimeter(0.1) - (100.0 - 2.0 * JUMP)).abs() < 0.1, "a part of it is left out");
        assert_eq!(drawn(&level, LineJumps::Plain), straight(level[0], level[1]));
    }

    #[test]
    fn a_jump_close_to_an_arrow_head_is_smaller() {
        let level = [Point::new(0.0, 0.0), Point::new(100.0, 0.0)];
        let height = |x: f64| {
            let mut uprights = Uprights::default();
            uprights.add(&[Point::new(x, -40.0), Point::new(x, 40.0)]);
            -rounded(&level, (0.0, 0.0), &uprights, LineJumps::Arc).bounding_box().y0
        };
        assert!((height(93.0) - JUMP).abs() < 0.1);
        assert!((height(94.5) - 3.5).abs() < 0.1);
        assert!(height(96.0).abs() < 0.1, "there is no room for one");
    }

    #[test]
    fn bends_are_rounded_but_the_ends_stay() {
        let points = [Point::new(0.0, 0.0), Point::new(40.0, 0.0), Point::new(40.0, 30.0)];
        let path = rounded(&points, (0.0, 0.0), &Uprights::default(), LineJumps::Arc);
        let near = |p: Point| {
            path.segments().map(move |s| kurbo::ParamCurveNearest::nearest(&s, p, 1e-3).distance_sq)
        };
        assert!(near(Point::new(40.0, 0.0)).fold(f64::INFINITY, f64::min) > 1.0);
        assert!(near(Point::new(40.0, 30.0)).fold(f64::INFINITY, f64::min) < 1e-6);
    }
}
