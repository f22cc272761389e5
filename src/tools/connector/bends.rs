//! Bends that a person places: dragging a piece of a connector's line or a corner of it, adding a bend and taking one
//! away.
//!
//! ```text
//!  a piece:  ──┐        ──────┐      a corner:  ──┐       ─────┐
//!              │   →          │                   │   →        │
//!              └──            └──                 └──          └── one further down
//! ```
//!
//! A piece that ends at a step takes that end along the step's side, as far as the side reaches and where it is
//! straight; beyond that a short piece stays at the step. A line that is too short for two of those goes no further
//! than it slides.

use super::step_side::StepSide;
use crate::{
    edit::{Command, ConnectorCommand},
    geom::{Point, Vec2},
    model::{Bend, Connector, ConnectorEnd, ConnectorId, Page},
    shape,
    tools::{
        CursorShape, Feedback, Stage, ToolRequest,
        gesture::{Gesture, Pointer},
        snap::{on_grid, point_on_grid},
    },
};

/// How far a line leaves a step before it turns.
const STUB: f64 = 16.0;
/// A shorter line has no room for a detour between its two steps.
const LEAST_DETOUR: f64 = 3.0 * STUB;
/// Corners closer together than this are one.
const SAME: f64 = 0.5;

/// The corners of a line and the places in straight pieces at which it is divided.
#[derive(Clone)]
struct Line {
    points: Vec<Point>,
    divided: Vec<Point>,
}

impl Line {
    /// The line of `connector`; `None` where it has none.
    fn of(page: &Page, connector: &Connector) -> Option<Self> {
        let points = shape::polyline(page, connector)?.points;
        let corners = corners(&points);
        let pinned = connector.route.iter().flat_map(|route| &route.bends).filter(|bend| bend.pinned);
        let divided = pinned.map(|bend| bend.at).filter(|at| !is_among(&corners, *at)).collect();
        Some(Self { points, divided })
    }

    fn piece(&self, segment: usize) -> Option<(Point, Point)> {
        Some((*self.points.get(segment)?, *self.points.get(segment + 1)?))
    }

    fn is_level(&self, segment: usize) -> Option<bool> {
        self.piece(segment).map(|(a, b)| (a.y - b.y).abs() <= (a.x - b.x).abs())
    }

    /// Makes the piece `segment` one that can be moved at right angles to itself: what is fixed to a step keeps a
    /// short piece there, and where the line is divided it stays. `slides` says which of the line's ends are not
    /// fixed. Gives back where the piece is now.
    fn loosen(&mut self, segment: usize, slides: Ends<bool>) -> Option<usize> {
        let (a, b) = self.piece(segment)?;
        let is_level = self.is_level(segment)?;
        let stub = (b - a).normalize() * STUB.min((b - a).hypot() / 3.0);
        if segment + 2 == self.points.len() {
            let fixed = (!slides.to).then_some([b - stub, b - stub]);
            self.points.splice(segment + 1..=segment, fixed.into_iter().flatten());
        } else if self.is_level(segment + 1) == Some(is_level) {
            self.points.insert(segment + 1, b);
        }
        if segment == 0 {
            if slides.from {
                return Some(0);
            }
            self.points.splice(1..1, [a + stub, a + stub]);
            Some(2)
        } else if self.is_level(segment - 1) == Some(is_level) {
            self.points.insert(segment, a);
            Some(segment + 1)
        } else {
            Some(segment)
        }
    }

    /// Puts the piece `segment` at `to` across itself.
    fn put(&mut self, segment: usize, is_level: bool, to: f64) {
        for p in self.points.iter_mut().skip(segment).take(2) {
            *p = if is_level { Point::new(p.x, to) } else { Point::new(to, p.y) };
        }
    }

    /// What makes the line of `connector` so.
    fn command(&self, connector: &ConnectorId) -> Command {
        let inner = self.points.len().saturating_sub(2);
        let corners = corners(&self.points);
        let is_bend = |p: &Point| is_among(&corners, *p) || is_among(&self.divided, *p);
        let mut bends: Vec<Bend> = Vec::new();
        for p in self.points.iter().copied().skip(1).take(inner).filter(is_bend) {
            if bends.last().is_none_or(|last| last.at.distance(p) >= SAME) {
                bends.push(Bend { at: p, pinned: true });
            }
        }
        set(connector, bends)
    }
}

fn set(connector: &ConnectorId, bends: Vec<Bend>) -> Command {
    Command::Connector(ConnectorCommand::SetBends { connector: connector.clone(), bends })
}

fn is_among(points: &[Point], at: Point) -> bool {
    points.iter().any(|p| p.distance(at) < SAME)
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

/// What belongs to the two ends of a line.
#[derive(Clone, Copy, Default)]
struct Ends<T> {
    from: T,
    to: T,
}

/// A piece of a line that is being dragged at right angles to itself.
pub(in crate::tools) struct DragSegment {
    connector: ConnectorId,
    from: Point,
    line: Line,
    segment: usize,
    is_level: bool,
    /// What the piece may slide along at the ends of the line.
    sides: Ends<Option<StepSide>>,
}

impl DragSegment {
    /// The piece `segment` of `connector` taken hold of at `from`; `None` where there is no such piece.
    pub(in crate::tools) fn new(
        page: &Page,
        connector: &Connector,
        segment: usize,
        from: Point,
    ) -> Option<Self> {
        let line = Line::of(page, connector)?;
        let is_level = line.is_level(segment)?;
        let sides = Ends {
            from: StepSide::of(page, &connector.from, is_level).filter(|_| segment == 0),
            to: StepSide::of(page, &connector.to, is_level).filter(|_| segment + 2 == line.points.len()),
        };
        Some(Self { connector: connector.id.clone(), from, line, segment, is_level, sides })
    }

    /// How far towards `to` the piece can go; `None`: nowhere.
    fn within_reach(&self, to: f64) -> Option<f64> {
        let (a, b) = self.line.piece(self.segment)?;
        if self.line.points.len() > 2 || a.distance(b) >= LEAST_DETOUR {
            return Some(to);
        }
        let sides = [&self.sides.from, &self.sides.to].into_iter().flatten();
        sides.map(|side| side.clamp(to)).min_by(|a, b| (a - to).abs().total_cmp(&(b - to).abs()))
    }

    fn command(&self, pointer: Pointer) -> Option<Command> {
        let by = pointer.at - self.from;
        let (a, _) = self.line.piece(self.segment)?;
        let to = if self.is_level { a.y + by.y } else { a.x + by.x };
        let to = self.within_reach(if pointer.modifiers.alt { to } else { on_grid(to) })?;
        let [from_end, to_end] = [&self.sides.from, &self.sides.to].map(|side| side.as_ref()?.end_at(to));
        let mut line = self.line.clone();
        let slides = Ends { from: from_end.is_some(), to: to_end.is_some() };
        let segment = line.loosen(self.segment, slides)?;
        line.put(segment, self.is_level, to);
        let bends = line.command(&self.connector);
        let lead = |which, end| {
            let connector = self.connector.clone();
            Command::Connector(ConnectorCommand::Reconnect { connector, which, end })
        };
        let ends = [(ConnectorEnd::From, from_end), (ConnectorEnd::To, to_end)];
        let ends: Vec<Command> =
            ends.into_iter().filter_map(|(which, end)| Some(lead(which, end?))).collect();
        if ends.is_empty() { Some(bends) } else { Some(Command::All([vec![bends], ends].concat())) }
    }
}

impl Gesture for DragSegment {
    fn drag(
        &mut self,
        pointer: Pointer,
        _stage: &mut Stage<'_>,
        feedback: &mut Feedback,
    ) -> Vec<ToolRequest> {
        feedback.cursor = if self.is_level { CursorShape::UpDown } else { CursorShape::LeftRight };
        self.command(pointer).map(ToolRequest::preview).into_iter().collect()
    }

    fn drop(self: Box<Self>, _pointer: Pointer, _stage: &mut Stage<'_>) -> Vec<ToolRequest> {
        vec![ToolRequest::COMMIT]
    }
}

/// A bend that is being dragged: both of its pieces go along.
pub(in crate::tools) struct DragBend {
    connector: ConnectorId,
    /// From the pointer to the bend.
    hold: Vec2,
    line: Line,
    /// The pieces before and behind it, each with whether it is level; one where the line is only divided there.
    pieces: Vec<(usize, bool)>,
    /// The bend, where the line is only divided there.
    divided: Option<Point>,
}

impl DragBend {
    /// The bend `nth` of `connector` taken hold of at `from`; `None` where there is no such bend.
    pub(in crate::tools) fn new(page: &Page, connector: &Connector, nth: usize, from: Point) -> Option<Self> {
        let mut line = Line::of(page, connector)?;
        let at = *line.points.get(nth + 1)?;
        let levels = (line.is_level(nth)?, line.is_level(nth + 1)?);
        let mut pieces = Vec::new();
        let divided = (levels.0 == levels.1).then_some(at);
        if divided.is_some() {
            line.points.remove(nth + 1);
            line.divided.retain(|p| p.distance(at) >= SAME);
            pieces.push((line.loosen(nth, Ends::default())?, levels.0));
        } else {
            let before = line.loosen(nth, Ends::default())?;
            let behind = line.loosen(before + 1, Ends::default())?;
            pieces.extend([(before, levels.0), (behind, levels.1)]);
        }
        Some(Self { connector: connector.id.clone(), hold: at - from, line, pieces, divided })
    }

    fn command(&self, pointer: Pointer) -> Command {
        let at = pointer.at + self.hold;
        let at = if pointer.modifiers.alt { at } else { point_on_grid(at) };
        let mut line = self.line.clone();
        for (segment, is_level) in &self.pieces {
            line.put(*segment, *is_level, if *is_level { at.y } else { at.x });
        }
        if let (Some(_), Some((segment, is_level))) = (self.divided, self.pieces.first())
            && let Some((a, b)) = line.piece(*segment)
        {
            let within = |at: f64, a: f64, b: f64| at.clamp(a.min(b), a.max(b));
            let at = if *is_level {
                Point::new(within(at.x, a.x, b.x), a.y)
            } else {
                Point::new(a.x, within(at.y, a.y, b.y))
            };
            line.points.insert(segment + 1, at);
            line.divided.push(at);
        }
        line.command(&self.connector)
    }
}

impl Gesture for DragBend {
    fn drag(
        &mut self,
        pointer: Pointer,
        _stage: &mut Stage<'_>,
        feedback: &mut Feedback,
    ) -> Vec<ToolRequest> {
        feedback.cursor = CursorShape::Move;
        vec![ToolRequest::preview(self.command(pointer))]
    }

    fn drop(self: Box<Self>, _pointer: Pointer, _stage: &mut Stage<'_>) -> Vec<ToolRequest> {
        vec![ToolRequest::COMMIT]
    }
}

/// Divides the piece `segment` of `connector` at `at`, so that its two parts can be moved apart; `None` where there is
/// no such piece or a bend already.
pub fn add_bend(page: &Page, connector: &Connector, segment: usize, at: Point) -> Option<Command> {
    let mut line = Line::of(page, connector)?;
    let (a, b) = line.piece(segment)?;
    let at = if line.is_level(segment)? { Point::new(at.x, a.y) } else { Point::new(a.x, at.y) };
    if at.distance(a).min(at.distance(b)) < STUB / 2.0 {
        return None;
    }
    line.points.insert(segment + 1, at);
    line.divided.push(at);
    Some(line.command(&connector.id))
}

/// Takes away the bend of `connector` within `reach` of `at`, and with it the shorter of the two pieces beside it, which
/// alone would have no corner to end in; `None` where no bend was placed there.
pub fn remove_bend(page: &Page, connector: &Connector, at: Point, reach: f64) -> Option<Command> {
    let bends = &connector.route.as_ref()?.bends;
    let nth = bends.iter().position(|bend| bend.pinned && bend.at.distance(at) <= reach)?;
    let bend = bends.get(nth)?;
    let is_divided = Line::of(page, connector)?.divided.iter().any(|p| p.distance(bend.at) < SAME);
    let others = [nth.checked_sub(1), Some(nth + 1)].into_iter().flatten();
    let others = others.filter_map(|other| Some((other, bends.get(other)?.at.distance(bend.at))));
    let partner = others.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(other, _)| other);
    let partner = partner.filter(|_| !is_divided);
    let stays = |i: &usize| *i != nth && Some(*i) != partner;
    let left = bends.iter().enumerate().filter(|(i, _)| stays(i)).map(|(_, bend)| *bend).collect();
    Some(set(&connector.id, left))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::Modifiers;

    fn points(points: &[(f64, f64)]) -> Vec<Point> {
        points.iter().map(|(x, y)| Point::new(*x, *y)).collect()
    }

    fn places(command: Command) -> Vec<(f64, f64)> {
        let Command::Connector(ConnectorCommand::SetBends { bends, .. }) = command else {
            panic!("{command:?}")
        };
        bends.iter().map(|bend| (bend.at.x, bend.at.y)).collect()
    }

    /// A piece of a line between two things that cannot be slid along.
    fn drag(line: Line, segment: usize) -> DragSegment {
        let is_level = line.is_level(segment).unwrap();
        let connector = ConnectorId::mint("c", 1);
        DragSegment { connector, from: Point::ZERO, line, segment, is_level, sides: Ends::default() }
    }

    fn dragged(line: &[(f64, f64)], segment: usize, by: (f64, f64)) -> Vec<(f64, f64)> {
        let drag = drag(Line { points: points(line), divided: Vec::new() }, segment);
        let pointer = Pointer { at: Point::new(by.0, by.1), modifiers: Modifiers::ALT };
        places(drag.command(pointer).unwrap())
    }

    #[test]
    fn a_straight_line_that_cannot_slide_keeps_a_piece_at_either_end() {
        let line = [(0.0, 0.0), (60.0, 0.0)];
        let moved = dragged(&line, 0, (0.0, 30.0));
        assert_eq!(moved, [(16.0, 0.0), (16.0, 30.0), (44.0, 30.0), (44.0, 0.0)]);
    }

    #[test]
    fn a_short_line_that_cannot_slide_stays() {
        let line = Line { points: points(&[(0.0, 0.0), (30.0, 0.0)]), divided: Vec::new() };
        let drag = drag(line, 0);
        let pointer = Pointer { at: Point::new(0.0, 20.0), modifiers: Modifiers::ALT };
        assert_eq!(drag.command(pointer), None);
    }

    #[test]
    fn a_piece_moves_at_right_angles_to_itself() {
        // 0,0 ─── 50,0
        //           │  →
        //         50,80 ─── 100,80
        let line = [(0.0, 0.0), (50.0, 0.0), (50.0, 80.0), (100.0, 80.0)];
        assert_eq!(dragged(&line, 1, (10.0, 33.0)), [(60.0, 0.0), (60.0, 80.0)]);
    }

    #[test]
    fn corners_that_come_into_line_are_gone() {
        let line = [(0.0, 0.0), (50.0, 0.0), (50.0, 80.0), (100.0, 80.0), (100.0, 160.0)];
        assert_eq!(dragged(&line, 2, (0.0, -80.0)), [(100.0, 0.0)]);
    }

    #[test]
    fn a_part_of_a_divided_piece_moves_alone() {
        // 0,0 ──┐              ┌── 160,0
        //       └── 100,40 ────┘   the right half goes down
        let line =
            [(0.0, 0.0), (40.0, 0.0), (40.0, 40.0), (100.0, 40.0), (150.0, 40.0), (150.0, 0.0), (160.0, 0.0)];
        let moved = dragged(&line, 3, (0.0, 20.0));
        assert_eq!(
            moved,
            [(40.0, 0.0), (40.0, 40.0), (100.0, 40.0), (100.0, 60.0), (150.0, 60.0), (150.0, 0.0)]
        );
    }
}
