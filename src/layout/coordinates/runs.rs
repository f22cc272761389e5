//! The straight pieces of all lines.
//!
//! Owns the cutting of ways into runs, each on one line of the sheet. Must not know coordinates.

use crate::{
    geom::{Ix as _, IxVec, Side, indices},
    layout::{
        request::{EdgeIx, StepIx},
        ways::{
            board::Board,
            sheet::{LineIx, NodeIx, heading},
        },
    },
};

indices!(pub(in crate::layout),
    /// A straight piece of a line.
    RunIx,
);

/// What a run ends at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::layout) enum Tip {
    /// A step.
    Step(StepIx),
    /// The next run of the same line, which leads away before (`false`) or behind (`true`) this one.
    Turn(RunIx, bool),
}

/// A straight piece of a line.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::layout) struct StraightRun {
    pub(in crate::layout) edge: EdgeIx,
    pub(in crate::layout) net: u32,
    /// The line of the sheet that it is on: a row's when it is level, else a column's.
    pub(in crate::layout) line: LineIx,
    /// Where it starts and ends.
    pub(in crate::layout) nodes: (NodeIx, NodeIx),
    pub(in crate::layout) heading: Side,
    pub(in crate::layout) tips: (Tip, Tip),
}

impl StraightRun {
    /// Whether it runs along the flow.
    pub(in crate::layout) const fn is_level(&self) -> bool {
        self.heading.is_horizontal()
    }
}

/// All runs, those of a connector one after the other.
pub(in crate::layout) struct Runs {
    pub(in crate::layout) all: IxVec<RunIx, StraightRun>,
    /// The first run of each connector and how many it has.
    pub(in crate::layout) of: IxVec<EdgeIx, (usize, usize)>,
}

impl Runs {
    /// Cuts the lines of a board.
    pub(in crate::layout) fn of(board: &Board<'_>) -> Self {
        let mut all: Vec<StraightRun> = Vec::new();
        let mut of = IxVec::filled(board.paths.len(), (0, 0));
        for (edge, path) in board.paths.iter() {
            let corners = corners(board, path);
            let first = all.len();
            all.extend(cut(board, edge, &corners, first));
            of.set(edge, (first, all.len() - first));
        }
        let none = StraightRun {
            edge: EdgeIx(0),
            net: u32::MAX,
            line: LineIx(0),
            nodes: (NodeIx(0), NodeIx(0)),
            heading: Side::Right,
            tips: (Tip::Step(StepIx(0)), Tip::Step(StepIx(0))),
        };
        Self { all: IxVec::new(all, none), of }
    }

    /// The runs of a connector from its beginning to its end.
    pub(in crate::layout) fn of_link(&self, edge: EdgeIx) -> impl Iterator<Item = RunIx> + use<> {
        let (first, count) = *self.of.get(edge);
        (first..first + count).map(RunIx)
    }
}

/// The ends of a way and the nodes at which it turns.
fn corners(board: &Board<'_>, path: &[NodeIx]) -> Vec<NodeIx> {
    let turns = path.windows(3).filter_map(|nodes| {
        let [a, b, c] = nodes else { return None };
        (heading(&board.sheet, *a, *b) != heading(&board.sheet, *b, *c)).then_some(*b)
    });
    let ends = (path.first().copied(), path.last().copied());
    ends.0.into_iter().chain(turns).chain(ends.1.filter(|_| path.len() > 1)).collect()
}

/// The runs between corners; the first one will have the number `first`.
fn cut(board: &Board<'_>, edge: EdgeIx, corners: &[NodeIx], first: usize) -> Vec<StraightRun> {
    let ends = board.graph.edges.get(edge);
    let last = corners.len().saturating_sub(2);
    let sheet = &board.sheet;
    let mut runs = Vec::with_capacity(corners.len());
    for (nth, pair) in corners.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let heading = heading(sheet, *a, *b);
        let line =
            |node: NodeIx| if heading.is_horizontal() { sheet.lines(node).0 } else { sheet.lines(node).1 };
        let own = line(*a);
        let before = nth.checked_sub(1).and_then(|before| corners.get(before));
        let after = corners.get(nth + 2);
        let start = match before {
            Some(before) if nth > 0 => Tip::Turn(RunIx::of(first + nth - 1), line(*before) > own),
            Some(_) | None => Tip::Step(ends.from),
        };
        let end = match after {
            Some(after) if nth < last => Tip::Turn(RunIx::of(first + nth + 1), line(*after) > own),
            Some(_) | None => Tip::Step(ends.to),
        };
        runs.push(StraightRun {
            edge,
            net: board.net(edge),
            line: own,
            nodes: (*a, *b),
            heading,
            tips: (start, end),
        });
    }
    runs
}
