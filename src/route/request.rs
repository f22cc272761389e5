//! What a caller asks of the router and what it gets back.
//!
//! Owns the public data types. Must not hold any routing logic.

use kurbo::{Point, Rect, Size};

use crate::geom::{Orientation, Side};
use crate::measures::{LABEL_CORNER_GAP, LABEL_ROW_GAP, LABEL_SIDE_GAP, LINE_CLEARANCE};

/// Position of a step's box in [`RouteRequest::obstacles`].
///
/// An index past the end is not an error: the terminal then has no box of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ObstacleIx(pub usize);

/// A place on an outline where a line may start or end.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PortOption {
    /// The side the line leaves through, at a right angle.
    pub side: Side,
    /// Where the line touches the outline; may lie inside the box of a slanted or round shape.
    pub point: Point,
    /// What the use of this port adds to the cost of a way, in document units of length.
    pub cost: f64,
}

/// One end of a connector.
#[derive(Clone, PartialEq, Debug)]
pub enum Terminal {
    /// At one of the ports of a step.
    Ports {
        /// The step's own box.
        obstacle: ObstacleIx,
        /// The ports on offer; an empty list is treated as the box's centre.
        ports: Vec<PortOption>,
    },
    /// Loose on the page; the line may leave in any direction.
    Free(Point),
}

/// A connector to be routed.
#[derive(Clone, PartialEq, Debug)]
pub struct Connection {
    /// Where the line starts.
    pub from: Terminal,
    /// Where the line ends; the end with the arrowhead.
    pub to: Terminal,
    /// Points the line passes in this order: bends that a person placed.
    pub via: Vec<Point>,
    /// Size of the label, when there is one.
    pub label: Option<Size>,
    /// A label that stands already: it stays, and other labels and lines keep off it.
    pub label_at: Option<Rect>,
    /// A finished polyline that is kept as it is; other lines see it and its label is placed.
    pub fixed: Option<Vec<Point>>,
    /// Whether the label belongs to the start (branches of a decision) and not to the middle.
    pub label_near_start: bool,
}

/// A straight horizontal or vertical line that routes may cross but not run along.
///
/// Lane borders, phase separators, edges of header bands. Slanted barriers are ignored.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Barrier {
    /// One end.
    pub a: Point,
    /// The other end.
    pub b: Point,
}

/// Distances and costs, all in document units.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct RouteSettings {
    /// Wanted distance between a line and any step.
    pub clearance: f64,
    /// Wanted distance between parallel lines.
    pub spacing: f64,
    /// Wanted least length of the first and the last segment.
    pub stub: f64,
    /// Cost of a bend.
    pub bend_cost: f64,
    /// Cost of crossing another line.
    pub crossing_cost: f64,
    /// Cost of each unit of length that is shared with another line.
    pub overlap_cost: f64,
    /// Distance between the outline's corner and a label above a horizontal line.
    pub label_gap_corner: f64,
    /// Distance between a horizontal line and the label above or below it.
    pub label_gap_line: f64,
    /// Distance between a vertical line and the label beside it.
    pub label_gap_side: f64,
}

impl Default for RouteSettings {
    fn default() -> Self {
        Self {
            clearance: LINE_CLEARANCE,
            spacing: 10.0,
            stub: 16.0,
            bend_cost: 80.0,
            crossing_cost: 110.0,
            overlap_cost: 40.0,
            label_gap_corner: LABEL_CORNER_GAP,
            label_gap_line: LABEL_ROW_GAP,
            label_gap_side: LABEL_SIDE_GAP,
        }
    }
}

/// Everything the router needs.
#[derive(Clone, PartialEq, Debug)]
pub struct RouteRequest {
    /// Reading direction; decides between ways of equal cost.
    pub flow: Orientation,
    /// Boxes of the steps, the ends of connectors included.
    pub obstacles: Vec<Rect>,
    /// Lines that routes must not run along.
    pub barriers: Vec<Barrier>,
    /// The area that routes should stay in.
    pub bounds: Rect,
    /// The connectors.
    pub connections: Vec<Connection>,
    /// Distances and costs.
    pub settings: RouteSettings,
}

/// A routed connector.
#[derive(Clone, PartialEq, Debug)]
pub struct FoundRoute {
    /// Corners of the line: horizontal and vertical segments in turn, at least two points.
    ///
    /// Kept routes ([`Connection::fixed`]) are passed through unchanged.
    pub points: Vec<Point>,
    /// The side the line leaves through; `None` for free ends.
    pub from_side: Option<Side>,
    /// The side the line arrives at; `None` for free ends.
    pub to_side: Option<Side>,
    /// Where the label goes, when there is one.
    pub label: Option<Rect>,
    /// Whether the line passes no step.
    pub clear: bool,
}
