//! The lines on which a chart is drawn, before they have places.
//!
//! Owns the order of rows, columns and the channels between them, and guessed distances. Must not know lines of
//! connectors.
//!
//! ```text
//!   lane A ├ channel ───────────────      horizontal lines; vertical ones in the same way:
//!          ├ row      ▢────▢            a channel before each column, one after the last
//!          ├ channel ───────────────      of a phase
//!          ├ row           ▢
//!          ├ channel ───────────────
//!   lane B ├ channel ───────────────
//! ```

use crate::{
    geom::{Ix as _, IxVec, Side, indices, price_of},
    layout::{
        order::{
            columns::{ColIx, Columns},
            graph::AcyclicGraph,
            rows::{LaneRows, in_order},
        },
        request::{LaneIx, StepRoom},
    },
};

indices!(pub(in crate::layout),
    /// A crossing of a horizontal and a vertical line.
    NodeIx,
    /// A horizontal or vertical line, counted for each of the two by itself.
    LineIx,
);

/// What a line is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(in crate::layout) enum LineKind {
    /// Between rows or columns; holds as many connectors as needed.
    #[default]
    Channel,
    /// Through the middles of steps.
    Middle,
}

/// The guessed extent of a channel between steps …
const GAP: f64 = 40.0;
/// … and beside the border of a lane or phase.
const EDGE: f64 = 24.0;

/// All lines of one direction.
#[derive(Clone, Debug, Default)]
pub(in crate::layout) struct SheetLines {
    pub(in crate::layout) kind: IxVec<LineIx, LineKind>,
    /// Guessed places, in whole units.
    pub(in crate::layout) at: IxVec<LineIx, u32>,
    /// The lane or phase that a line belongs to.
    pub(in crate::layout) band: IxVec<LineIx, usize>,
}

impl SheetLines {
    fn of(bands: &[(usize, Vec<f64>)]) -> Self {
        let mut kind = Vec::new();
        let mut at = Vec::new();
        let mut band = Vec::new();
        let mut place = 0.0;
        for (name, extents) in bands {
            let mut put = |is: LineKind, extent: f64| {
                kind.push(is);
                at.push(price_of(place + extent / 2.0));
                band.push(*name);
                place += extent;
            };
            put(LineKind::Channel, EDGE);
            for (nth, extent) in extents.iter().enumerate() {
                put(LineKind::Middle, *extent);
                put(LineKind::Channel, if nth + 1 == extents.len() { EDGE } else { GAP });
            }
        }
        Self { kind: IxVec::new(kind, LineKind::Channel), at: IxVec::new(at, 0), band: IxVec::new(band, 0) }
    }

    /// How many lines there are.
    pub(in crate::layout) fn len(&self) -> usize {
        self.kind.len()
    }
}

/// A node with the lines that cross in it: to know them is dearer than to go on from them.
#[derive(Clone, Copy)]
pub(in crate::layout) struct Crossing {
    pub(in crate::layout) node: NodeIx,
    row: LineIx,
    col: LineIx,
}

/// Rows, columns and channels.
pub(in crate::layout) struct ChartSheet {
    pub(in crate::layout) rows: SheetLines,
    pub(in crate::layout) cols: SheetLines,
    /// The line of the first row of each lane.
    first_row: IxVec<LaneIx, usize>,
    /// The line of each column.
    col_line: IxVec<ColIx, usize>,
}

impl ChartSheet {
    /// The lines that steps in these columns and rows need.
    pub(in crate::layout) fn new(
        graph: &AcyclicGraph,
        columns: &Columns,
        rows: &LaneRows,
        rank: &IxVec<LaneIx, usize>,
    ) -> Self {
        let mut widths: IxVec<ColIx, f64> = IxVec::filled(columns.len(), 0.0);
        let mut heights: IxVec<LaneIx, Vec<f64>> = IxVec::new(
            (0..rank.len()).map(|lane| vec![0.0; *rows.counts.get(LaneIx(lane))]).collect(),
            Vec::new(),
        );
        for (ix, step) in graph.steps.iter() {
            let StepRoom { before, after, above, below } = step.room;
            if let Some(width) = widths.get_mut(*columns.of.get(ix)) {
                *width = width.max(before + after);
            }
            let heights = heights.get_mut(step.lane);
            if let Some(height) = heights.and_then(|heights| heights.get_mut(*rows.of.get(ix))) {
                *height = height.max(above + below);
            }
        }
        let mut bands = Vec::new();
        let mut first_row = IxVec::filled(rank.len(), 0);
        let mut line = 0;
        for lane in in_order(rank) {
            first_row.set(lane, line + 1);
            let extents = heights.get(lane).clone();
            line += 2 * extents.len() + 1;
            bands.push((lane.at(), extents));
        }
        let rows = SheetLines::of(&bands);
        let mut col_line = IxVec::filled(columns.len(), 0);
        let mut bands = Vec::new();
        let (mut line, mut col) = (0, 0);
        for (phase, count) in columns.counts.iter().enumerate() {
            let extents = (col..col + count).map(|col| *widths.get(ColIx(col))).collect();
            for nth in 0..*count {
                col_line.set(ColIx(col + nth), line + 1 + 2 * nth);
            }
            line += 2 * count + 1;
            col += count;
            bands.push((phase, extents));
        }
        let cols = SheetLines::of(&bands);
        Self { rows, cols, first_row, col_line }
    }

    /// How many nodes there are.
    pub(in crate::layout) fn nodes(&self) -> usize {
        self.rows.len() * self.cols.len()
    }

    /// The node of a step in this column and row of its lane.
    pub(in crate::layout) fn cell(&self, lane: LaneIx, cell: (ColIx, usize)) -> NodeIx {
        let (col, row) = cell;
        self.node(LineIx(self.first_row.get(lane) + 2 * row), LineIx(*self.col_line.get(col)))
    }

    /// The crossing of two lines.
    pub(in crate::layout) fn node(&self, row: LineIx, col: LineIx) -> NodeIx {
        NodeIx(row.at() * self.cols.len() + col.at())
    }

    /// The lines that cross in a node.
    pub(in crate::layout) fn lines(&self, node: NodeIx) -> (LineIx, LineIx) {
        let Crossing { node: _, row, col } = self.crossing(node);
        (row, col)
    }

    /// The next node in a direction.
    pub(in crate::layout) fn next(&self, node: NodeIx, side: Side) -> Option<NodeIx> {
        self.beyond(self.crossing(node), side).map(|beyond| beyond.node)
    }

    /// A node with its lines.
    pub(in crate::layout) fn crossing(&self, node: NodeIx) -> Crossing {
        let width = self.cols.len().max(1);
        Crossing { node, row: LineIx(node.at() / width), col: LineIx(node.at() % width) }
    }

    /// The next node in a direction, from one of which the lines are known.
    pub(in crate::layout) fn beyond(&self, at: Crossing, side: Side) -> Option<Crossing> {
        let Crossing { node, row, col } = at;
        let (width, height) = (self.cols.len(), self.rows.len());
        match side {
            Side::Right if col.at() + 1 < width => {
                Some(Crossing { node: NodeIx(node.at() + 1), col: LineIx(col.at() + 1), row })
            }
            Side::Left if col.at() > 0 => {
                Some(Crossing { node: NodeIx(node.at() - 1), col: LineIx(col.at() - 1), row })
            }
            Side::Bottom if row.at() + 1 < height => {
                Some(Crossing { node: NodeIx(node.at() + width), row: LineIx(row.at() + 1), col })
            }
            Side::Top if row.at() > 0 => {
                Some(Crossing { node: NodeIx(node.at() - width), row: LineIx(row.at() - 1), col })
            }
            Side::Right | Side::Left | Side::Bottom | Side::Top => None,
        }
    }

    /// The line on which one goes on from a node in a direction, by its kind.
    pub(in crate::layout) fn kind_along(&self, at: Crossing, side: Side) -> LineKind {
        if side.is_horizontal() { *self.rows.kind.get(at.row) } else { *self.cols.kind.get(at.col) }
    }

    /// The guessed place of a node of which the lines are known.
    pub(in crate::layout) fn place_of(&self, at: Crossing) -> (u32, u32) {
        (*self.cols.at.get(at.col), *self.rows.at.get(at.row))
    }

    /// The guessed place of a node.
    pub(in crate::layout) fn place(&self, node: NodeIx) -> (u32, u32) {
        self.place_of(self.crossing(node))
    }

    /// Whether a row and a column cross in a node.
    pub(in crate::layout) fn is_cell(&self, node: NodeIx) -> bool {
        let (row, col) = self.lines(node);
        *self.rows.kind.get(row) == LineKind::Middle && *self.cols.kind.get(col) == LineKind::Middle
    }
}

/// The direction from a node to another one on the same line.
///
/// Nodes are numbered along the rows, so two of one row are less than a row's length apart, and two of one column are
/// not: no line has to be worked out.
pub(in crate::layout) fn heading(sheet: &ChartSheet, from: NodeIx, to: NodeIx) -> Side {
    let is_beside = from.at().abs_diff(to.at()) < sheet.cols.len();
    match (is_beside, from < to) {
        (true, true) => Side::Right,
        (true, false) => Side::Left,
        (false, true) => Side::Bottom,
        (false, false) => Side::Top,
    }
}
