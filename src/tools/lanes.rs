//! Dragging the borders and headers of lanes and phases, and the headers of pools.

use super::{
    CursorShape, Feedback, Stage, ToolRequest,
    gesture::{Gesture, Pointer},
    snap::on_grid,
};
use crate::{
    edit::{Command, LaneCommand, PhaseCommand, PoolCommand},
    geom::{Axis, Orientation, Point},
    model::{Lane, LaneId, Page, PhaseId, PoolId},
};
use std::collections::BTreeSet;

/// What is dragged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Band {
    Lane(LaneId),
    Phase(PhaseId),
}

impl Band {
    /// The extents of all bands of this sort.
    fn extents(&self, page: &Page) -> Vec<(f64, f64)> {
        match self {
            Self::Lane(_) => page.lane_bands().map(|(_, from, to)| (from, to)).collect(),
            Self::Phase(_) => page.phase_bands().map(|(_, from, to)| (from, to)).collect(),
        }
    }

    fn position(&self, page: &Page) -> Option<usize> {
        match self {
            Self::Lane(id) => page.lanes.iter().position(|lane| lane.id == *id),
            Self::Phase(id) => page.phases.iter().position(|phase| phase.id == *id),
        }
    }

    /// The axis on which the bands follow one another.
    const fn axis(&self) -> Axis {
        match self {
            Self::Lane(_) => Axis::Across,
            Self::Phase(_) => Axis::Along,
        }
    }

    /// The coordinate that tells the bands apart.
    fn coordinate(&self, orientation: Orientation, p: Point) -> f64 {
        self.axis().of(orientation, p)
    }

    /// What the pointer looks like over a border.
    pub(super) const fn border_cursor(&self, orientation: Orientation) -> CursorShape {
        match (self, orientation) {
            (Self::Lane(_), Orientation::Horizontal) | (Self::Phase(_), Orientation::Vertical) => {
                CursorShape::UpDown
            }
            (Self::Lane(_), Orientation::Vertical) | (Self::Phase(_), Orientation::Horizontal) => {
                CursorShape::LeftRight
            }
        }
    }
}

/// The line through the whole page at a coordinate of `axis`, headers included.
fn line_through(page: &Page, axis: Axis, coordinate: f64) -> (Point, Point) {
    let (frame, orientation) = (page.frame(), page.orientation);
    match axis {
        Axis::Across => {
            let (from, to) = orientation.span_along(frame);
            (orientation.point(from, coordinate), orientation.point(to, coordinate))
        }
        Axis::Along => {
            let (from, to) = orientation.span_across(frame);
            (orientation.point(coordinate, from), orientation.point(coordinate, to))
        }
    }
}

/// The border at the end of a band, being dragged.
pub(super) struct DragBorder {
    band: Band,
    from: f64,
    size: f64,
    orientation: Orientation,
}

impl DragBorder {
    pub(super) fn new(page: &Page, band: Band, from: Point) -> Option<Self> {
        let size = match &band {
            Band::Lane(id) => page.lanes.iter().find(|lane| lane.id == *id)?.size,
            Band::Phase(id) => page.phases.iter().find(|phase| phase.id == *id)?.size,
        };
        let orientation = page.orientation;
        let from = band.coordinate(orientation, from);
        Some(Self { band, from, size, orientation })
    }
}

impl Gesture for DragBorder {
    fn drag(
        &mut self,
        pointer: Pointer,
        _stage: &mut Stage<'_>,
        feedback: &mut Feedback,
    ) -> Vec<ToolRequest> {
        feedback.cursor = self.band.border_cursor(self.orientation);
        let by = self.band.coordinate(self.orientation, pointer.at) - self.from;
        let size = self.size + by;
        let size = if pointer.modifiers.alt { size } else { on_grid(size) };
        let command = match &self.band {
            Band::Lane(lane) => Command::Lane(LaneCommand::Resize { lane: lane.clone(), size }),
            Band::Phase(phase) => Command::Phase(PhaseCommand::Resize { phase: phase.clone(), size }),
        };
        vec![ToolRequest::preview(command)]
    }

    fn drop(self: Box<Self>, _pointer: Pointer, _stage: &mut Stage<'_>) -> Vec<ToolRequest> {
        vec![ToolRequest::COMMIT]
    }
}

/// A band dragged by its header to another place among its like.
pub(super) struct DragHeader {
    pub(super) band: Band,
}

impl DragHeader {
    /// Before how many of the others the band would come, and the border where that is; `None` where it stays.
    fn place(&self, page: &Page, at: Point) -> Option<(usize, f64)> {
        let now = self.band.position(page)?;
        let extents = self.band.extents(page);
        let coordinate = self.band.coordinate(page.orientation, at);
        let before = extents.iter().filter(|(from, to)| f64::midpoint(*from, *to) < coordinate).count();
        let border =
            extents.get(before).map_or_else(|| extents.last().map(|(_, to)| *to), |(from, _)| Some(*from));
        // Taken out of its old place first.
        let to = if before > now { before - 1 } else { before };
        (to != now).then_some((to, border?))
    }
}

impl Gesture for DragHeader {
    fn drag(&mut self, pointer: Pointer, stage: &mut Stage<'_>, feedback: &mut Feedback) -> Vec<ToolRequest> {
        feedback.cursor = CursorShape::Move;
        let page = stage.view.page;
        feedback.gap =
            self.place(page, pointer.at).map(|(_, border)| line_through(page, self.band.axis(), border));
        Vec::new()
    }

    fn drop(self: Box<Self>, pointer: Pointer, stage: &mut Stage<'_>) -> Vec<ToolRequest> {
        let Some((to, _)) = self.place(stage.view.page, pointer.at) else { return Vec::new() };
        vec![ToolRequest::run(match self.band {
            Band::Lane(lane) => Command::Lane(LaneCommand::Move { lane, to }),
            Band::Phase(phase) => Command::Phase(PhaseCommand::Move { phase, to }),
        })]
    }
}

/// A pool dragged by its header to another place among the other lanes.
pub(super) struct DragPool {
    pub(super) pool: PoolId,
}

impl DragPool {
    /// Behind how many of the other lanes the pool would come, and the border where that is; `None` where it stays.
    fn place(&self, page: &Page, at: Point) -> Option<(usize, f64)> {
        let own: BTreeSet<&LaneId> = page.lanes_in(&self.pool).map(|lane| &lane.id).collect();
        let is_own = |lane: &Lane| own.contains(&lane.id);
        let now = page.lanes.iter().position(|lane| is_own(lane))?;
        let others: Vec<(f64, f64)> =
            page.lane_bands().filter(|(lane, ..)| !is_own(lane)).map(|(_, from, to)| (from, to)).collect();
        let across = page.orientation.across(at);
        let to = others.iter().filter(|(from, to)| f64::midpoint(*from, *to) < across).count();
        let border = if to < now {
            others.get(to).map(|(from, _)| *from)
        } else {
            others.get(to.checked_sub(1)?).map(|(_, to)| *to)
        };
        (to != now).then_some((to, border?))
    }
}

impl Gesture for DragPool {
    fn drag(&mut self, pointer: Pointer, stage: &mut Stage<'_>, feedback: &mut Feedback) -> Vec<ToolRequest> {
        feedback.cursor = CursorShape::Move;
        let page = stage.view.page;
        let border = self.place(page, pointer.at).map(|(_, border)| border);
        feedback.gap = border.map(|border| line_through(page, Axis::Across, border));
        Vec::new()
    }

    fn drop(self: Box<Self>, pointer: Pointer, stage: &mut Stage<'_>) -> Vec<ToolRequest> {
        let Some((to, _)) = self.place(stage.view.page, pointer.at) else { return Vec::new() };
        vec![ToolRequest::run(Command::Pool(PoolCommand::Move { pool: self.pool, to }))]
    }
}
