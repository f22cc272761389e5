//! Places connector labels beside finished lines.
//!
//! Owns the candidates and their order. Must not move lines or measure text.
//!
//! ```text
//!  ┌──────┐3 Yes          ┌──────┐
//!  │ step ●──────▶        │ step │
//!  └──────┘   6 below     └──●───┘
//!             the box        │7 No
//!                            ▼
//! ```

use kurbo::{Point, Rect, Size};

use crate::route::lines::dir::Dir;
use crate::route::lines::index::ConnectionIx;
use crate::route::lines::line::{Lines, RoutedLine};
use crate::route::request::{Barrier, Connection, RouteSettings};
use crate::route::search::near::{Ground, standing_labels};
use crate::{
    geom::{Orientation, RectIndex},
    route::lines::seg::{Seg, pairs},
};

/// Free space around a label.
const MARGIN: f64 = 1.5;
/// Free space between a vertical line's start and the label beside it.
const BESIDE_START: f64 = 6.0;
/// A label nearer to another line than this may be read as that line's.
const CLEAR: f64 = 7.0;
/// Costs; a later candidate costs `LATER` more than the one before.
const ON_STEP: f64 = 10_000.0;
const ON_LABEL: f64 = 4_000.0;
const ON_LINE: f64 = 1_000.0;
const ON_BARRIER: f64 = 60.0;
const BY_LINE: f64 = 15.0;
const LATER: f64 = 10.0;
/// What the first place costs that is not at the line's start, what each unit further from it does, and what the other
/// side of the line.
const AWAY: f64 = 20.0;
const FURTHER: f64 = 0.15;
const OTHER_SIDE: f64 = 1.0;
/// What a side costs to which another line turns that leaves at the same place, or from which its own does.
const MISLEADING: f64 = 15.0;
/// How far apart the places along a line are, and the most of them.
const PACE: f64 = 10.0;
const MOST: f64 = 60.0;

/// A place with what it costs before it is known what stands there.
type Candidate = (f64, Rect);

/// The boxes of the labels, by the number of their connection.
pub(in crate::route) fn place_labels(ground: &Ground<'_>, lines: &Lines) -> RectIndex {
    let request = ground.request;
    let mut placed = standing_labels(request);
    for (place, (connection, line)) in request.connections.iter().zip(lines.as_slice()).enumerate() {
        let (Some(size), Some(line)) = (connection.label.filter(|_| connection.label_at.is_none()), line)
        else {
            continue;
        };
        let reach = line.area.inflate(size.width + 40.0, size.height + 40.0);
        let scene = LabelSurroundings::near(ground, ConnectionIx(place), lines, &placed, reach);
        let sides = sides(ConnectionIx(place), line, lines);
        if let Some(label) = scene.best(&candidates(connection, &line.points, sides, size, &request.settings))
        {
            placed.put(place, label);
        }
    }
    placed
}

/// What lies near a line.
struct LabelSurroundings<'a> {
    steps: Vec<Rect>,
    /// The pieces of its own line and of the others.
    own: Vec<Seg>,
    others: Vec<Seg>,
    labels: Vec<Rect>,
    barriers: &'a [Barrier],
}

impl<'a> LabelSurroundings<'a> {
    fn near(
        ground: &'a Ground<'_>,
        own: ConnectionIx,
        lines: &Lines,
        placed: &RectIndex,
        reach: Rect,
    ) -> Self {
        let (mut its, mut others) = (Vec::new(), Vec::new());
        for (ix, line) in lines.near(reach) {
            if ix == own { its.extend(&line.segs) } else { others.extend(&line.segs) }
        }
        let labels = placed.touching(reach).into_iter();
        Self {
            steps: ground.steps_in(reach).map(|(_, step)| step).collect(),
            own: its,
            others,
            labels: labels.filter_map(|number| placed.get(number)).collect(),
            barriers: &ground.request.barriers,
        }
    }

    /// The cheapest candidate, the first of equals.
    fn best(&self, candidates: &[Candidate]) -> Option<Rect> {
        let mut best: Option<(f64, Rect)> = None;
        for (base, candidate) in candidates {
            // They come about in the order of their costs.
            if best.is_some_and(|(least, _)| base - OTHER_SIDE >= least) {
                break;
            }
            let price = base + self.price(*candidate);
            if best.is_none_or(|(least, _)| price < least) {
                best = Some((price, *candidate));
            }
        }
        best.map(|(_, label)| label)
    }

    fn price(&self, label: Rect) -> f64 {
        let wide = label.inflate(MARGIN, MARGIN);
        let clear = label.inflate(CLEAR, CLEAR);
        let count = |hits: usize, price: f64| hits as f64 * price;
        let borders = self.barriers.iter().filter_map(|barrier| Seg::between(barrier.a, barrier.b));
        let on = |segs: &[Seg], place: Rect| segs.iter().filter(|seg| seg.enters(place)).count();
        count(on_boxes(&self.steps, wide), ON_STEP)
            + count(on_boxes(&self.labels, wide), ON_LABEL)
            + count(on(&self.own, wide) + on(&self.others, wide), ON_LINE)
            + count(on(&self.others, clear), BY_LINE)
            + count(borders.filter(|seg| seg.enters(label)).count(), ON_BARRIER)
    }
}

fn on_boxes(boxes: &[Rect], label: Rect) -> usize {
    let overlaps = |other: &&Rect| {
        let common = other.intersect(label);
        common.width() > 0.0 && common.height() > 0.0
    };
    boxes.iter().filter(overlaps).count()
}

/// Possible boxes, the most wanted first.
fn candidates(
    connection: &Connection,
    points: &[Point],
    sides: [f64; 2],
    size: Size,
    settings: &RouteSettings,
) -> Vec<Candidate> {
    let mut runs: Vec<(Point, Point)> = pairs(points).filter(|(a, b)| a != b).collect();
    let mut out = if connection.label_near_start {
        from_start(&runs, sides, size, settings)
    } else {
        // The longest first, horizontal ones before vertical ones of the same length.
        runs.sort_by(|(a, b), (c, d)| c.distance(*d).total_cmp(&a.distance(*b)));
        let shifts = [0.5, 0.3, 0.7, 0.15, 0.85, 0.0];
        let places = shifts.iter().flat_map(|shift| runs.iter().map(move |run| (run, *shift)));
        let boxes = places.flat_map(|((a, b), shift)| beside(*a, *b, shift, size, settings));
        boxes.enumerate().map(|(nth, place)| (nth as f64 * LATER, place)).collect()
    };
    if out.is_empty() {
        let at = points.first().copied().unwrap_or(Point::ZERO);
        out.push((0.0, Rect::from_center_size(at, size)));
    }
    out
}

/// What the first and the second side of a line cost more at its start, because lines that leave with it turn there.
/// Of two that turn to the same side, that side is for the one that turns first.
fn sides(ix: ConnectionIx, line: &RoutedLine, lines: &Lines) -> [f64; 2] {
    let Some(LineStart { at, dir, turn: own }) = LineStart::of(&line.points) else { return [0.0; 2] };
    let door = Rect::from_points(at, at).inflate(1.0, 1.0);
    let others = lines.near(door).filter(|(other, _)| *other != ix);
    let rivals = others.filter_map(|(_, line)| LineStart::of(&line.points));
    let mut prices = [0.0; 2];
    for LineStart { turn: theirs, .. } in rivals.filter(|rival| rival.dir == dir && door.contains(rival.at)) {
        let misleading = match (own, theirs) {
            (None, theirs) => theirs.map(|turn| turn.side),
            (Some(own), Some(theirs)) if own.side == theirs.side && theirs.after < own.after => {
                Some(own.side)
            }
            (Some(own), _) => Some(1 - own.side),
        };
        if let Some(price) = misleading.and_then(|side| prices.get_mut(side)) {
            *price = MISLEADING;
        }
    }
    prices
}

/// Where a line begins and in which direction.
struct LineStart {
    at: Point,
    dir: Dir,
    /// Its first turn; `None` for a straight line.
    turn: Option<FirstTurn>,
}

/// Where a line leaves its first direction.
#[derive(Clone, Copy)]
struct FirstTurn {
    /// To which of its sides, 0 or 1 as [`beside`] counts them.
    side: usize,
    /// How far from its beginning.
    after: f64,
}

impl LineStart {
    fn of(points: &[Point]) -> Option<Self> {
        let mut runs = pairs(points).filter(|(a, b)| a != b);
        let (at, end) = runs.next()?;
        let dir = Dir::between(at, end)?;
        let turn = runs.find_map(|(a, b)| {
            let by = dir.axis().across(b) - dir.axis().across(a);
            let side = usize::from((by > 0.0) == (dir.axis() == Orientation::Horizontal));
            (by.abs() > 1.0).then_some(FirstTurn { side, after: at.distance(a) })
        });
        Some(Self { at, dir, turn })
    }
}

/// The boxes at the start of a line, then those further and further from it.
///
/// ```text
///   ┌──────┐
///  ─┼──────┘ Yes      between two others, a label stands behind the place where they have turned away
///  ─┼─────────────▶
///   └──────┐
/// ```
fn from_start(
    runs: &[(Point, Point)],
    sides: [f64; 2],
    size: Size,
    settings: &RouteSettings,
) -> Vec<Candidate> {
    let Some((a, b)) = runs.first() else { return Vec::new() };
    let [first, second] = sides;
    let first = beside(*a, *b, 0.0, size, settings).into_iter().zip([first, LATER + second]);
    let mut out: Vec<Candidate> = first.map(|(place, price)| (price, place)).collect();
    out.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let total: f64 = runs.iter().map(|(a, b)| a.distance(*b)).sum();
    let pace = PACE.max(total / MOST);
    let mut before = 0.0;
    for (nth, (a, b)) in runs.iter().enumerate() {
        let length = a.distance(*b);
        let paces = (length / pace).floor() as usize;
        for step in usize::from(nth == 0)..=paces {
            let on = step as f64 * pace;
            let price = AWAY + FURTHER * (before + on);
            let [one, other] = beside(*a, *b, on / length, size, settings);
            out.extend([(price, one), (price + OTHER_SIDE, other)]);
        }
        before += length;
    }
    out
}

/// The boxes on both sides of a run: above and below, or right and left.
///
/// `shift` 0 puts the box at the start of the run, with the wanted gap to the corner; else the box's middle lies at
/// that share of the run.
fn beside(a: Point, b: Point, shift: f64, size: Size, settings: &RouteSettings) -> [Rect; 2] {
    let dir = Dir::between(a, b).unwrap_or(Dir::Right);
    let (axis, sign) = (dir.axis(), dir.unit().x + dir.unit().y);
    let (extent, gap) = match axis {
        Orientation::Horizontal => (size.width, settings.label_gap_corner),
        Orientation::Vertical => (size.height, BESIDE_START),
    };
    let length = a.distance(b);
    let nearest = gap + extent / 2.0;
    let from_a = if shift <= 0.0 { nearest } else { shift * length };
    let along = axis.along(a) + sign * from_a;
    let aside = match axis {
        Orientation::Horizontal => settings.label_gap_line + size.height / 2.0,
        Orientation::Vertical => settings.label_gap_side + size.width / 2.0,
    };
    let (first, second) = match axis {
        Orientation::Horizontal => (-aside, aside),
        Orientation::Vertical => (aside, -aside),
    };
    [first, second].map(|shift| {
        let middle = axis.point(along, axis.across(a) + shift);
        Rect::from_center_size(middle, size)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::{RouteRequest, Terminal, route};

    /// The labels of lines that run already.
    fn labels(lines: &[&[(f64, f64)]]) -> Vec<Rect> {
        let connection = |line: &&[(f64, f64)]| {
            let points: Vec<Point> = line.iter().map(|at| Point::from(*at)).collect();
            let end = |at: Option<&Point>| Terminal::Free(*at.unwrap());
            Connection {
                from: end(points.first()),
                to: end(points.last()),
                via: Vec::new(),
                label: Some(Size::new(30.0, 14.0)),
                label_at: None,
                fixed: Some(points),
                label_near_start: true,
            }
        };
        let request = RouteRequest {
            flow: Orientation::Horizontal,
            obstacles: vec![Rect::new(-100.0, -30.0, 0.0, 30.0)],
            barriers: Vec::new(),
            bounds: Rect::new(-500.0, -500.0, 500.0, 500.0),
            connections: lines.iter().map(connection).collect(),
            settings: RouteSettings::default(),
        };
        route(&request).into_iter().map(|route| route.label.unwrap()).collect()
    }

    #[test]
    fn a_label_keeps_clear_of_another_line_where_there_is_room() {
        let alone = labels(&[&[(0.0, 0.0), (300.0, 0.0)]]);
        assert!(alone[0].y1 < 0.0 && alone[0].x0 < 10.0, "above, at the step: {alone:?}");
        let crowded = labels(&[&[(0.0, 0.0), (300.0, 0.0)], &[(0.0, -24.0), (300.0, -24.0)]]);
        assert!(crowded[0].y0 > 0.0 && crowded[0].x0 < 10.0, "below: {crowded:?}");
    }

    #[test]
    fn between_two_lines_a_label_stands_where_they_have_turned_away() {
        let up = [(0.0, -10.0), (90.0, -10.0), (90.0, -150.0)];
        let down = [(0.0, 10.0), (90.0, 10.0), (90.0, 150.0)];
        let found = labels(&[&up, &[(0.0, 0.0), (300.0, 0.0)], &down]);
        assert!((97.0..120.0).contains(&found[1].x0), "{found:?}");
    }

    #[test]
    fn of_two_lines_that_turn_to_one_side_it_is_for_the_first() {
        let first = [(0.0, 0.0), (60.0, 0.0), (60.0, 90.0)];
        let later = [(0.0, 0.0), (200.0, 0.0), (200.0, 90.0)];
        for (lines, is_below) in [([&later, &first], [false, true]), ([&first, &later], [true, false])] {
            let found = labels(&lines.map(<[_; 3]>::as_slice));
            assert_eq!([found[0].y0 > 0.0, found[1].y0 > 0.0], is_below, "{found:?}");
        }
    }

    /// ```text
    ///        ┌──
    ///   a    │         a is the label of the line that turns up
    ///  ──────┴────
    ///   b
    /// ```
    #[test]
    fn of_two_lines_from_one_place_each_has_its_label_where_it_turns() {
        let found = labels(&[&[(0.0, 0.0), (300.0, 0.0)], &[(0.0, 0.0), (60.0, 0.0), (60.0, -90.0)]]);
        assert!(found[0].y0 > 0.0 && found[1].y1 < 0.0, "{found:?}");
    }
}
