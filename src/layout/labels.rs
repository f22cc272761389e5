//! The labels of connectors: where each stands beside the beginning of its line.

use kurbo::{Point, Rect, Size};

use crate::{
    geom::Side,
    layout::{
        air::LABEL,
        board::Board,
        request::LinkIx,
        runs::{RunIx, Runs},
        sheet::NodeIx,
    },
};

/// A label, the step's node and the side where its line leaves.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag {
    pub(super) link: LinkIx,
    pub(super) node: NodeIx,
    pub(super) run: RunIx,
    pub(super) side: Side,
    pub(super) size: Size,
}

impl Tag {
    /// Whether the label stands behind its step, in the direction of rows and columns.
    pub(super) const fn is_first(&self) -> bool {
        matches!(self.side, Side::Right | Side::Bottom)
    }

    /// The middle of the label; `step` is the box of the step, `at` where the first run lies.
    pub(super) fn middle(&self, step: Rect, at: f64) -> Point {
        let (w, h) = (self.size.width / 2.0, self.size.height / 2.0);
        match self.side {
            Side::Right => Point::new(step.x1 + LABEL.corner + w, at - LABEL.above - h),
            Side::Left => Point::new(step.x0 - LABEL.corner - w, at - LABEL.above - h),
            Side::Bottom => Point::new(at + LABEL.beside + w, step.y1 + LABEL.above + h),
            Side::Top => Point::new(at + LABEL.beside + w, step.y0 - LABEL.above - h),
        }
    }
}

/// The labels of all connectors that have a line.
pub(super) fn tags(board: &Board<'_>, runs: &Runs) -> Vec<Tag> {
    let links = board.graph.links.iter();
    links
        .filter_map(|(link, ends)| {
            let run = runs.of_link(link).next()?;
            let first = runs.all.get(run);
            Some(Tag { link, node: first.nodes.0, run, side: first.heading, size: ends.label? })
        })
        .collect()
}
