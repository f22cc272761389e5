//! What a step or connector offers to be taken hold of: handles, arrows, dots, ends.
//!
//! Their sizes are in screen points, so that they are as easy to hit at any zoom.

use super::{CursorShape, Stage};
use crate::{
    geom::{Point, Rect, Side, Vec2},
    model::{ConnectorEnd, ConnectorId, Page, Step, StepId},
    shape,
};

/// From a step to the frame around it when it is selected.
const FRAME: f64 = 4.0;
/// The edge of a square handle.
pub const HANDLE: f64 = 8.0;
/// How near a bend has to be to be meant.
const BEND: f64 = 6.0;
/// The radius of an add-next arrow.
pub const ARROW_RADIUS: f64 = 9.0;
/// From a step to the middle of its arrows.
const ARROW_GAP: f64 = 22.0;
/// How near a dot has to be to be meant.
const DOT_REACH: f64 = 8.0;
/// The least extent of a step on the screen that still has room for handles in the middle of its edges.
const ROOM_FOR_MIDDLES: f64 = 44.0;
/// The least zoom at which the arrows of a selected step are there before the pointer is: smaller, they would hide what
/// stands beside it.
const LEAST_ZOOM: f64 = 0.5;
/// The least extent of a step on the screen that has room for anything to take hold of.
const ROOM_FOR_GRIPS: f64 = 16.0;

/// Which of the two edges along an axis a handle moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edge {
    /// The one with the smaller coordinate.
    Low,
    /// Neither.
    Neither,
    /// The one with the larger coordinate.
    High,
}

impl Edge {
    const ALL: [Self; 3] = [Self::Low, Self::Neither, Self::High];

    const fn pick(self, low: f64, high: f64) -> f64 {
        match self {
            Self::Low => low,
            Self::Neither => f64::midpoint(low, high),
            Self::High => high,
        }
    }
}

/// One of the eight places by which a step is made larger or smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Handle {
    /// The upright edge it moves.
    pub x: Edge,
    /// The level edge it moves.
    pub y: Edge,
}

impl Handle {
    /// All eight.
    pub fn all() -> impl Iterator<Item = Self> {
        let every = |y| Edge::ALL.map(|x| Self { x, y });
        let is_handle = |handle: &Self| handle.x != Edge::Neither || handle.y != Edge::Neither;
        Edge::ALL.into_iter().flat_map(every).filter(is_handle)
    }

    pub(super) const fn is_corner(self) -> bool {
        !matches!(self.x, Edge::Neither) && !matches!(self.y, Edge::Neither)
    }

    pub(super) const fn cursor(self) -> CursorShape {
        match (self.x, self.y) {
            (Edge::Neither, _) => CursorShape::UpDown,
            (_, Edge::Neither) => CursorShape::LeftRight,
            (Edge::Low, Edge::Low) | (Edge::High, Edge::High) => CursorShape::Falling,
            (Edge::Low, Edge::High) | (Edge::High, Edge::Low) => CursorShape::Rising,
        }
    }
}

/// Something to take hold of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grip {
    /// Makes a step larger or smaller.
    Resize(StepId, Handle),
    /// Adds the next step on that side, or draws a connector.
    Next(StepId, Side),
    /// Draws a connector from exactly there.
    Dot(StepId, Side),
    /// Leads a connector elsewhere.
    End(ConnectorId, ConnectorEnd),
    /// Moves a bend of a connector; the first one is 0.
    Bend(ConnectorId, usize),
}

/// Where things to take hold of are, at a zoom.
#[derive(Clone, Copy, Debug)]
pub struct Metrics {
    /// Screen points per document unit.
    pub zoom: f64,
}

impl Metrics {
    const fn doc(self, points: f64) -> f64 {
        points / self.zoom
    }

    /// The frame around a selected step.
    pub fn frame(self, rect: Rect) -> Rect {
        rect.inset(self.doc(FRAME))
    }

    /// The handles of a selected step, with their middles; none of those that have no room.
    pub fn handles(self, rect: Rect) -> Vec<(Handle, Point)> {
        let frame = self.frame(rect);
        let has_room = |extent: f64| extent * self.zoom >= ROOM_FOR_MIDDLES;
        let fits = |handle: &Handle| {
            (handle.x != Edge::Neither || has_room(rect.width()))
                && (handle.y != Edge::Neither || has_room(rect.height()))
        };
        let place =
            |handle: Handle| Point::new(handle.x.pick(frame.x0, frame.x1), handle.y.pick(frame.y0, frame.y1));
        Handle::all().filter(fits).map(|handle| (handle, place(handle))).collect()
    }

    /// The add-next arrows of a step with their middles; none that would lie on another step.
    pub fn arrows(self, page: &Page, step: &Step) -> Vec<(Side, Point)> {
        if !step.kind.is_flow() || !self.has_room(step) {
            return Vec::new();
        }
        let place = |side: Side| side.at(step.rect, 0.5) + side.normal() * self.doc(ARROW_GAP);
        let reach = self.doc(ARROW_RADIUS);
        let is_free = |(_, at): &(Side, Point)| {
            let circle = Rect::from_center_size(*at, (2.0 * reach, 2.0 * reach));
            !page.steps.values().any(|other| other.rect.overlaps(circle))
        };
        Side::ALL.into_iter().map(|side| (side, place(side))).filter(is_free).collect()
    }

    /// The arrows of a selected step, which the pointer need not be near.
    pub fn lasting_arrows(self, page: &Page, step: &Step) -> Vec<(Side, Point)> {
        if self.zoom < LEAST_ZOOM { Vec::new() } else { self.arrows(page, step) }
    }

    /// The dots on the outline of a step.
    pub fn dots(self, step: &Step) -> Vec<(Side, Point)> {
        if !self.has_room(step) {
            return Vec::new();
        }
        Side::ALL.into_iter().map(|side| (side, shape::place(step.kind, step.rect, side, 0.5))).collect()
    }

    fn has_room(self, step: &Step) -> bool {
        step.rect.width().min(step.rect.height()) * self.zoom >= ROOM_FOR_GRIPS
    }

    /// The dot of `step` that is meant at `at`.
    pub(super) fn dot_at(self, step: &Step, at: Point) -> Option<Side> {
        let near = |(_, dot): &(Side, Point)| dot.distance(at) <= self.doc(DOT_REACH);
        self.dots(step).into_iter().find(near).map(|(side, _)| side)
    }

    /// Whether `at` is near enough to `step` for its arrows to stay.
    pub(super) fn is_near(self, step: &Step, at: Point) -> bool {
        step.rect.inset(self.doc(ARROW_GAP + ARROW_RADIUS + 4.0)).contains(at)
    }

    /// The ends of a connector that can be taken hold of.
    pub fn ends(self, page: &Page, connector: &ConnectorId) -> Vec<(ConnectorEnd, Point)> {
        let line = page.connectors.get(connector).and_then(|connector| shape::polyline(page, connector));
        let Some(line) = line else { return Vec::new() };
        let ends = [(ConnectorEnd::From, line.points.first()), (ConnectorEnd::To, line.points.last())];
        ends.into_iter().filter_map(|(which, at)| Some((which, *at?))).collect()
    }
}

/// What the pointer at `at` would take hold of: `hovered` shows its arrows and dots.
pub(super) fn grip_at(stage: &Stage<'_>, hovered: Option<&StepId>, at: Point) -> Option<Grip> {
    let metrics = Metrics { zoom: stage.zoom };
    let page = stage.view.page;
    let within = |p: Point, reach: f64| {
        let Vec2 { x, y } = p - at;
        x.abs().max(y.abs()) <= metrics.doc(reach)
    };
    if let Some(connector) = stage.selection.only_connector() {
        let mut ends = metrics.ends(page, connector).into_iter();
        if let Some((which, _)) = ends.find(|(_, end)| within(*end, HANDLE)) {
            return Some(Grip::End(connector.clone(), which));
        }
        let route = page.connectors.get(connector).and_then(|connector| connector.route.as_ref());
        let mut bends = route.iter().flat_map(|route| &route.bends);
        if let Some(nth) = bends.position(|bend| within(bend.at, BEND)) {
            return Some(Grip::Bend(connector.clone(), nth));
        }
    }
    let selected = stage.selection.only_step().and_then(|id| page.steps.get(id));
    if let Some(step) = selected.filter(|step| metrics.has_room(step)) {
        let mut handles = metrics.handles(step.rect).into_iter();
        if let Some((handle, _)) = handles.find(|(_, p)| within(*p, HANDLE / 2.0 + 2.0)) {
            return Some(Grip::Resize(step.id.clone(), handle));
        }
    }
    let hovered = hovered.and_then(|id| page.steps.get(id));
    let lasting = selected.map(|step| (step, metrics.lasting_arrows(page, step)));
    let passing = hovered.map(|step| (step, metrics.arrows(page, step)));
    for (step, arrows) in lasting.into_iter().chain(passing) {
        let mut arrows = arrows.into_iter();
        if let Some((side, _)) = arrows.find(|(_, p)| p.distance(at) <= metrics.doc(ARROW_RADIUS)) {
            return Some(Grip::Next(step.id.clone(), side));
        }
    }
    let step = hovered.filter(|step| !stage.selection.steps.contains(&step.id))?;
    metrics.dot_at(step, at).map(|side| Grip::Dot(step.id.clone(), side))
}
