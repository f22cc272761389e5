//! What the canvas draws while a tool is at work; none of it belongs to the document.

use super::Grip;
use crate::{
    edit::Refusal,
    geom::{Point, Rect, Side},
    model::{ConnectorId, LaneId, StepId, StepKind},
};

/// What lies over the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Feedback {
    /// The step that shows its arrows and dots, because the pointer is near it.
    pub hovered: Option<StepId>,
    /// What the pointer would take hold of.
    pub hot: Option<Grip>,
    /// The rectangle that is being drawn around things.
    pub marquee: Option<Rect>,
    /// Lines that say what is in line with what.
    pub guides: Vec<(Point, Point)>,
    /// A step that is dragged, and where its middle was put: lanes that grow and shrink for it may have moved it on,
    /// and the guides with it.
    pub lead: Option<(StepId, Point)>,
    /// The lane that a step would come to.
    pub lane: Option<LaneId>,
    /// A connector that is being drawn and leads nowhere yet.
    pub ghost: Vec<Point>,
    /// The step that a connector would lead to.
    pub drop: Option<Drop>,
    /// The connector that a step would be put into.
    pub splits: Option<ConnectorId>,
    /// A symbol that is carried, and where it would stand.
    pub carried: Option<(StepKind, Rect)>,
    /// Where a lane or phase that is dragged by its header would come to.
    pub gap: Option<(Point, Point)>,
    /// What the pointer looks like.
    pub cursor: CursorShape,
    /// Whether something is being dragged.
    pub is_dragging: bool,
}

/// The step under the end of a connector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drop {
    /// Which.
    pub step: StepId,
    /// The side whose dot the end would be fixed to; `None`: the best place is found.
    pub side: Option<Side>,
    /// Why it does not go.
    pub refusal: Option<Refusal>,
}

/// What the pointer looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CursorShape {
    /// An arrow.
    #[default]
    Arrow,
    /// Something can be moved.
    Move,
    /// Something is copied.
    Copy,
    /// Something can be clicked.
    Hand,
    /// Something can be drawn.
    Cross,
    /// Something is not allowed.
    No,
    /// An upright border can be moved.
    LeftRight,
    /// A level border can be moved.
    UpDown,
    /// A corner on the falling diagonal can be moved.
    Falling,
    /// A corner on the rising diagonal can be moved.
    Rising,
}
