//! Moves inner segments sideways: apart from each other, into the middle of their channel.
//!
//! Owns what may move, how far and whither; `spread` solves the resulting rows of tracks. Must not
//! move ends, via points or kept routes. After the nudging step of Wybrow, Marriott, Stuckey (2009).

use kurbo::{Point, Rect};

use crate::route::lines::channel::walls;
use crate::route::lines::index::{ConnectionIx, Ix as _, IxVec, TrackIx};
use crate::route::lines::line::Lines;
use crate::route::request::{Connection, RouteRequest, Terminal};
use crate::route::search::near::Ground;
use crate::route::tracks::rank::{SAME, Strand, pairs, ranked, side_of};
use crate::route::tracks::spread::{Track, spread};
use crate::{
    geom::{Orientation, RectIndex},
    route::lines::seg::{EPS, Seg, simplify},
};

/// Channels up to this many clearances wide are used in the middle by lines that turn back.
const NARROW: f64 = 4.0;
/// Distance to steps where there is no room for more; stubs are twice as long.
const TIGHT: f64 = 4.0;

/// Spreads the lines of all connections, first the vertical segments, then the horizontal ones. `labels` are those that stand
/// already, by connection.
pub(in crate::route) fn nudge(ground: &Ground<'_>, labels: &RectIndex, lines: &mut Lines) {
    let request = ground.request;
    for axis in [Orientation::Vertical, Orientation::Horizontal, Orientation::Vertical] {
        let found = tracks(ground, labels, lines, axis);
        let order = ranked(&found, request.settings.spacing);
        let pairs = pairs(&found, &order, request.settings.spacing);
        let tracks: IxVec<TrackIx, Track> =
            IxVec::new(found.iter().map(|strand| strand.track).collect(), Track::fixed(0.0));
        let places = spread(&tracks, &order, &pairs);
        apply(lines, &found, &places);
    }
}

/// All segments along an axis, with the room each has.
fn tracks(ground: &Ground<'_>, labels: &RectIndex, lines: &Lines, axis: Orientation) -> Vec<Strand> {
    let request = ground.request;
    let mut out = Vec::new();
    for (ix, (connection, line)) in request.connections.iter().zip(lines.as_slice()).enumerate() {
        let Some(line) = line else {
            continue;
        };
        for (place, ends) in line.points.windows(2).enumerate() {
            let [a, b] = ends else {
                continue;
            };
            let Some(seg) = Seg::between(*a, *b).filter(|seg| seg.axis == axis) else {
                continue;
            };
            let before = place.checked_sub(1).and_then(|p| line.points.get(p));
            let after = line.points.get(place + 2);
            let turn = |end: Option<&Point>| end.map_or(0.0, |end| side_of(axis.across(*end) - seg.at));
            let (first, second) = (turn(before), turn(after));
            let turns = if axis.along(*a) <= axis.along(*b) { (first, second) } else { (second, first) };
            // A via point on a neighbour counts too: the neighbour would be cut short of it.
            let runs = [before.map(|p| (*p, *a)), Some((*a, *b)), after.map(|p| (*b, *p))];
            let pinned = |run: (Point, Point)| connection.via.iter().any(|via| on_run(run, *via));
            // Where the line doubles back, the neighbour would be left slanting.
            let doubles_back = |end: Option<&Point>, corner: &Point| {
                end.and_then(|end| Seg::between(*end, *corner)).is_some_and(|other| other.axis == axis)
            };
            let movable = connection.fixed.is_none()
                && !doubles_back(before, a)
                && !doubles_back(after, b)
                && !runs.into_iter().flatten().any(pinned);
            let track = match (before, after) {
                (Some(before), Some(after)) if movable => {
                    let room = MoveLimits {
                        request,
                        steps: &ground.steps,
                        labels,
                        lines,
                        connection,
                        line: ConnectionIx(ix),
                    };
                    room.track(&seg, Neighbours { place, before: *before, after: *after }, turns)
                }
                (_, _) => Track::fixed(seg.at),
            };
            out.push(Strand { line: ConnectionIx(ix), place, seg, turns, track });
        }
    }
    out
}

fn on_run(run: (Point, Point), point: Point) -> bool {
    let near = Rect::from_points(run.0, run.1).inflate(SAME, SAME);
    near.contains(point)
}

/// The corners of a line before and after one segment, which is its piece number `place`.
#[derive(Clone, Copy)]
struct Neighbours {
    place: usize,
    before: Point,
    after: Point,
}

/// How far a segment may move across its axis.
#[derive(Clone, Copy)]
struct MoveRange {
    lo: f64,
    hi: f64,
}

/// The distances that a segment keeps: to steps, and the stubs of its neighbours.
#[derive(Clone, Copy)]
struct Keep {
    clearance: f64,
    stub: f64,
}

/// What limits one segment.
struct MoveLimits<'a> {
    request: &'a RouteRequest,
    steps: &'a RectIndex,
    labels: &'a RectIndex,
    lines: &'a Lines,
    connection: &'a Connection,
    line: ConnectionIx,
}

impl MoveLimits<'_> {
    /// How far the segment may move and where it would best lie.
    fn track(&self, seg: &Seg, ends: Neighbours, turns: (f64, f64)) -> Track {
        let settings = &self.request.settings;
        let (left, right) = walls(seg, self.steps, None, settings.clearance);
        let between = MoveRange { lo: left, hi: right };
        let wanted = Keep { clearance: settings.clearance, stub: settings.stub };
        let MoveRange { lo, hi } = self.limits(seg, ends, between, wanted);
        let tight = Keep { clearance: TIGHT, stub: 2.0 * TIGHT };
        let MoveRange { lo: least, hi: most } = self.limits(seg, ends, between, tight);
        let want = if turns.0 * turns.1 < 0.0 {
            f64::midpoint(lo, hi)
        } else if right - left <= NARROW * settings.clearance {
            f64::midpoint(left, right)
        } else {
            // A line that turns back stays near what it goes around, a full stub away from it.
            let slack = (settings.stub - settings.clearance).max(0.0);
            if turns.0 < 0.0 && left.is_finite() && seg.at < left + settings.stub {
                seg.at.max(lo + slack)
            } else if turns.0 > 0.0 && right.is_finite() && seg.at > right - settings.stub {
                seg.at.min(hi - slack)
            } else {
                seg.at
            }
        };
        let want = self.off_barriers(seg, want.clamp(lo, hi), lo, hi);
        Track { at: seg.at, lo, hi, want, spare: ((lo - least).max(0.0), (most - hi).max(0.0)) }
    }

    /// How far the segment may move `between` the nearest steps.
    fn limits(&self, seg: &Seg, ends: Neighbours, between: MoveRange, keep: Keep) -> MoveRange {
        let (page_lo, page_hi) = seg.axis.span_across(self.request.bounds);
        let clear_of = |distance: f64| keep.clearance.min(distance.max(0.0));
        let mut limits = MoveRange {
            lo: (between.lo + clear_of(seg.at - between.lo)).max(page_lo.min(seg.at)),
            hi: (between.hi - clear_of(between.hi - seg.at)).min(page_hi.max(seg.at)),
        };
        self.keep_neighbours(seg, ends, keep.stub, &mut limits);
        self.keep_crossings(seg, &mut limits);
        let (left, right) = walls(seg, self.labels, Some(self.line.at()), TIGHT);
        let lo = limits.lo.max((left + TIGHT).min(seg.at));
        let hi = limits.hi.min((right - TIGHT).max(seg.at));
        MoveRange { lo: lo.min(seg.at), hi: hi.max(seg.at) }
    }

    /// The connecting segments keep their direction and, at the ends, the stub.
    fn keep_neighbours(&self, seg: &Seg, ends: Neighbours, stub: f64, limits: &mut MoveRange) {
        let Neighbours { place, before, after } = ends;
        let last = self.lines.get(self.line);
        let last = last.map_or(0, |line| line.points.len().saturating_sub(3));
        let mut keep = |end: Point, outer: bool, terminal: &Terminal| {
            // Inner neighbours are tracks themselves; `spread` keeps them apart.
            if !outer {
                return;
            }
            let end = seg.axis.across(end);
            let distance = seg.at - end;
            let least = match terminal {
                Terminal::Ports { .. } => stub,
                Terminal::Free(_) => self.request.settings.spacing,
            };
            let least = least.min(distance.abs());
            if distance > 0.0 {
                limits.lo = limits.lo.max(end + least);
            } else {
                limits.hi = limits.hi.min(end - least);
            }
        };
        keep(before, place == 1, &self.connection.from);
        keep(after, place == last, &self.connection.to);
    }

    /// The segment does not move onto lines across it that it does not cross yet.
    fn keep_crossings(&self, seg: &Seg, limits: &mut MoveRange) {
        let gap = self.request.settings.spacing;
        let reach = seg.axis.point(seg.lo, limits.lo - gap);
        let reach = Rect::from_points(reach, seg.axis.point(seg.hi, limits.hi + gap));
        for (ix, line) in self.lines.near(reach) {
            for other in &line.segs {
                let beside = other.axis == seg.axis
                    || other.at <= seg.lo + EPS
                    || other.at >= seg.hi - EPS
                    || ix == self.line;
                if beside {
                    continue;
                }
                if other.hi <= seg.at {
                    limits.lo = limits.lo.max((other.hi + gap).min(seg.at));
                } else if other.lo >= seg.at {
                    limits.hi = limits.hi.min((other.lo - gap).max(seg.at));
                }
            }
        }
    }

    /// Moves a wanted place out of the reach of barriers, if there is room.
    fn off_barriers(&self, seg: &Seg, want: f64, lo: f64, hi: f64) -> f64 {
        let clearance = self.request.settings.clearance;
        let mut want = want;
        for barrier in &self.request.barriers {
            let Some(border) = Seg::between(barrier.a, barrier.b) else {
                continue;
            };
            let near = (border.at - want).abs() < clearance;
            if border.axis != seg.axis || border.common(seg) <= 0.0 || !near {
                continue;
            }
            // Its own side of the barrier first: going over it would be an odd detour.
            let own = side_of(seg.at - border.at);
            let own = if own == 0.0 { side_of(want - border.at) } else { own };
            let sides = [own, -own].map(|side| (border.at + side * clearance).clamp(lo, hi));
            let distance = |side: f64| (side - border.at).abs();
            let enough = clearance / 3.0;
            let nearest = sides.into_iter().find(|side| distance(*side) >= distance(want).max(enough));
            want = nearest.unwrap_or(want);
        }
        want
    }
}

/// Writes the tracks' new places into the lines.
fn apply(lines: &mut Lines, strands: &[Strand], places: &IxVec<TrackIx, f64>) {
    // The strands of a line follow each other.
    let mut moved: Vec<(ConnectionIx, Vec<Point>)> = Vec::new();
    for (ix, strand) in strands.iter().enumerate() {
        let at = *places.get(TrackIx(ix));
        if strand.track.is_fixed() || (at - strand.seg.at).abs() < EPS {
            continue;
        }
        if moved.last().is_none_or(|(line, _)| *line != strand.line) {
            let points = lines.get(strand.line).map(|line| line.points.clone());
            moved.push((strand.line, points.unwrap_or_default()));
        }
        let points = moved.last_mut().into_iter().flat_map(|(_, points)| points);
        for point in points.skip(strand.place).take(2) {
            *point = strand.seg.axis.point(strand.seg.axis.along(*point), at);
        }
    }
    for (ix, points) in moved {
        lines.set_points(ix, simplify(&points));
    }
}
