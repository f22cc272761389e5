//! The labels of connectors: where each stands beside the beginning of its line.
//!
//! ```text
//!  ┌──────┐ Yes            one line: above it, or behind it where it runs across
//!  │ step ├─────▶
//!  └──────┘                two lines through one side: on the outer sides of both
//!                          three lines: that of the middle one where the others have turned away
//! ```

use std::collections::BTreeMap;

use kurbo::{Point, Rect, Size};

use crate::{
    geom::{IxVec, Side},
    layout::{
        coordinates::runs::{RunIx, Runs, Tip},
        request::EdgeIx,
        spacing::LABEL,
        ways::{board::Board, sheet::NodeIx},
    },
};

/// A label, the step's node and the side where its line leaves.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Tag {
    pub(in crate::layout) edge: EdgeIx,
    pub(in crate::layout) node: NodeIx,
    pub(in crate::layout) run: RunIx,
    pub(in crate::layout) side: Side,
    pub(in crate::layout) size: Size,
    /// Whether another line meets its step at the same side.
    pub(in crate::layout) is_shared: bool,
    /// Whether it stands on the other side of its line, because another label stands on the usual one.
    pub(in crate::layout) is_flipped: bool,
    /// Whether other lines lie on both sides of its own, so that no label stands beside its beginning.
    pub(in crate::layout) is_between: bool,
}

impl Tag {
    /// Whether the label stands behind its step, in the direction of rows and columns.
    pub(in crate::layout) const fn is_first(&self) -> bool {
        matches!(self.side, Side::Right | Side::Bottom)
    }

    /// Where the label begins and ends across its line, which lies at `at`.
    pub(in crate::layout) fn span(&self, at: f64) -> (f64, f64) {
        let (gap, extent) = if self.side.is_horizontal() {
            (LABEL.above, self.size.height)
        } else {
            (LABEL.beside, self.size.width)
        };
        // Usually above a level line and behind a plumb one.
        if self.side.is_horizontal() == self.is_flipped {
            (at + gap, at + gap + extent)
        } else {
            (at - gap - extent, at - gap)
        }
    }

    /// The room before and after the middle of a row or column with this label beside it: as much as `need` where it
    /// usually stands, on both sides and past the other lines where it shares a side.
    pub(in crate::layout) const fn room(&self, room: (f64, f64), need: (f64, f64), track: f64) -> (f64, f64) {
        let most = need.0.max(need.1) + track;
        let need = if self.is_shared { (most, most) } else { need };
        (room.0.max(need.0), room.1.max(need.1))
    }

    /// The middle of the label; `step` is the box of the step, `at` where the first run lies.
    pub(in crate::layout) fn middle(&self, step: Rect, at: f64) -> Point {
        let (from, to) = self.span(at);
        let across = f64::midpoint(from, to);
        let (w, h) = (self.size.width / 2.0, self.size.height / 2.0);
        match self.side {
            Side::Right => Point::new(step.x1 + LABEL.corner + w, across),
            Side::Left => Point::new(step.x0 - LABEL.corner - w, across),
            Side::Bottom => Point::new(across, step.y1 + LABEL.above + h),
            Side::Top => Point::new(across, step.y0 - LABEL.above - h),
        }
    }
}

/// The labels of all connectors, and which runs meet which side of which step.
pub(in crate::layout) struct Tags {
    pub(in crate::layout) all: Vec<Tag>,
    doors: BTreeMap<(NodeIx, Side), Vec<RunIx>>,
}

impl Tags {
    /// The labels of all connectors that have a line.
    pub(in crate::layout) fn of(board: &Board<'_>, runs: &Runs) -> Self {
        let mut doors: BTreeMap<(NodeIx, Side), Vec<RunIx>> = BTreeMap::new();
        for (ix, run) in runs.all.iter() {
            let ends =
                [(run.tips.0, run.nodes.0, run.heading), (run.tips.1, run.nodes.1, run.heading.opposite())];
            for (_, node, side) in ends.into_iter().filter(|(tip, _, _)| matches!(tip, Tip::Step(_))) {
                doors.entry((node, side)).or_default().push(ix);
            }
        }
        let edges = board.graph.edges.iter();
        let tags = edges.filter_map(|(edge, ends)| {
            let run = runs.of_link(edge).next()?;
            let first = runs.all.get(run);
            let (node, side, size) = (first.nodes.0, first.heading, ends.label?);
            let is_shared = doors.get(&(node, side)).is_some_and(|runs| runs.len() > 1);
            Some(Tag { edge, node, run, side, size, is_shared, is_flipped: false, is_between: false })
        });
        Self { all: tags.collect(), doors }
    }

    /// Puts the labels of lines that share a side with others on the outer sides of them all, once it is known where
    /// level or plumb lines lie.
    pub(in crate::layout) fn spread(&mut self, is_level: bool, at: &IxVec<RunIx, f64>) {
        for tag in self.all.iter_mut().filter(|tag| tag.is_shared && tag.side.is_horizontal() == is_level) {
            let own = *at.get(tag.run);
            let others =
                || self.doors.get(&(tag.node, tag.side)).into_iter().flatten().map(|run| *at.get(*run));
            let has_before = others().any(|other| other < own);
            let has_behind = others().any(|other| other > own);
            match (has_before, has_behind) {
                (true, false) => tag.is_flipped = is_level,
                (false, true) => tag.is_flipped = !is_level,
                (true, true) => tag.is_between = true,
                (false, false) => {}
            }
        }
    }
}
