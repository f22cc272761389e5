//! From rows, columns and runs to coordinates.
//!
//! Owns where each line of the sheet lies and where on it each run does. Level runs come first, ordered by the columns
//! between which they run; then plumb runs, whose ends are known exactly by then. Must not search ways.

use std::collections::BTreeSet;

use crate::{
    geom::{Ix as _, IxVec, Side},
    layout::{
        coordinates::{
            labels::{Tag, Tags},
            repair::PACE,
            runs::{RunIx, Runs, StraightRun, Tip},
            tracks::{Arm, POINTED, TrackItem, TrackKind, Tracks, merged},
        },
        request::{EdgeIx, LayoutRequest, StepBox, StepIx, StepRoom},
        spacing::{BORDER, CLEARANCE, Distances, LABEL},
        ways::{
            board::Board,
            sheet::{LineIx, LineKind, SheetLines},
        },
    },
    progress::{Progress, Stopped},
};

/// Half of a step, in columns: where runs that leave a step begin while only columns are known.
const HALF_STEP: f64 = 0.3;
/// This part of a side may be met by lines.
const SIDE: f64 = 0.8;
/// A label beside a plumb line reaches this far, in columns.
const HALF_COLUMN: f64 = 0.45;
/// A run that must not share a track with the one that begins where it ends reaches so far over it, in columns.
const OVER: f64 = 0.02;
/// Runs on one track are at least this far apart: in channels, and through the middles of steps.
const APART: (f64, f64) = (8.0, 1.0);
/// A touch is a meeting while only columns are known, except through the middles of steps.
const TOUCH: (f64, f64) = (0.01, -0.01);

/// Where everything lies.
pub(in crate::layout) struct Places {
    /// The middle of each row, the beginning of each channel between rows.
    pub(in crate::layout) rows: IxVec<LineIx, f64>,
    /// The same of columns.
    pub(in crate::layout) cols: IxVec<LineIx, f64>,
    /// The coordinate of each run across its direction.
    pub(in crate::layout) runs: IxVec<RunIx, f64>,
    /// The labels.
    pub(in crate::layout) tags: Vec<Tag>,
    /// Size of each lane and phase.
    pub(in crate::layout) lanes: Vec<(usize, f64)>,
    pub(in crate::layout) phases: Vec<(usize, f64)>,
}

impl Places {
    /// The coordinates of a finished board.
    pub(in crate::layout) fn new(
        request: &LayoutRequest,
        board: &Board<'_>,
        runs: &Runs,
        progress: &mut Progress<'_>,
    ) -> Result<Self, Stopped> {
        let distances = Distances::of(request.spacing);
        let tags = Tags::of(board, runs);
        let mut placing = Placing { board, runs, distances, tags, at: IxVec::filled(runs.all.len(), 0.0) };
        let (rows, lanes) = progress.part((0.0, 0.5), |progress| placing.rows(request, progress))?;
        let (cols, phases) = progress.part((0.5, 1.0), |progress| placing.cols(request, &rows, progress))?;
        placing.tags.spread(false, &placing.at);
        Ok(Self { rows, cols, tags: placing.tags.all, runs: placing.at, lanes, phases })
    }
}

struct Placing<'a> {
    board: &'a Board<'a>,
    runs: &'a Runs,
    distances: Distances,
    tags: Tags,
    at: IxVec<RunIx, f64>,
}

/// What steps and labels take up before and after the middle of each row or column.
type Extents = IxVec<LineIx, (f64, f64)>;

/// What rows or columns and the channels between them need at least.
struct LineNeeds<'a> {
    extents: &'a Extents,
    /// How far apart along the line two items must be to share a track: in a channel, in a middle.
    apart: (f64, f64),
    least: LeastWidths,
}

/// The least widths of channels: between steps, and beside the border of a band.
#[derive(Clone, Copy)]
struct LeastWidths {
    gap: f64,
    padding: f64,
}

/// Places of the lines of one direction, and the bands with their sizes.
type Stacked = (IxVec<LineIx, f64>, Vec<(usize, f64)>);

/// The tracks of one line with their offsets.
struct Laid {
    tracks: Tracks,
    offsets: IxVec<crate::layout::coordinates::tracks::ItemIx, f64>,
    /// Before the line's place and after it.
    extent: (f64, f64),
}

impl Placing<'_> {
    /// Places rows and level runs.
    fn rows(&mut self, request: &LayoutRequest, progress: &mut Progress<'_>) -> Result<Stacked, Stopped> {
        let lines = &self.board.sheet.rows;
        let mut items: IxVec<LineIx, Vec<TrackItem>> = IxVec::filled(lines.len(), Vec::new());
        let entangled = entangled(self.board, self.runs);
        for (ix, run) in self.runs.all.iter().filter(|(_, run)| run.is_level()) {
            let mut item = self.level_item(ix, run);
            if entangled.contains(&ix) {
                item.span.1 += OVER;
            }
            push(&mut items, run.line, item);
        }
        for tag in self.tags.all.iter().filter(|tag| !tag.side.is_horizontal()) {
            let (row, col) = self.board.sheet.lines(tag.node);
            let depth = LABEL.above + tag.size.height;
            let (line, kind) = if tag.is_first() {
                (LineIx(row.at() + 1), TrackKind::First(depth))
            } else {
                (LineIx(row.at().saturating_sub(1)), TrackKind::Last(depth))
            };
            let from = col.at() as f64;
            push(&mut items, line, label_item(kind, (from, from + HALF_COLUMN), tag.edge));
        }
        let distances = self.distances;
        let heights = self.extents(
            lines,
            |room, tag| {
                let need = LABEL.above + tag.size.height + 2.0;
                if tag.side.is_horizontal() { tag.room(room, (need, 0.0), distances.track) } else { room }
            },
            |StepRoom { above, below, .. }| (above, below),
            true,
        );
        let laid = self.lay(
            lines,
            items,
            &LineNeeds {
                extents: &heights,
                apart: TOUCH,
                least: LeastWidths { gap: distances.gap.1, padding: distances.padding.1 },
            },
            progress,
        )?;
        Ok(stack(lines, &laid, request.least_lane, &mut self.at))
    }

    /// Places columns and plumb runs.
    fn cols(
        &mut self,
        request: &LayoutRequest,
        rows: &IxVec<LineIx, f64>,
        progress: &mut Progress<'_>,
    ) -> Result<Stacked, Stopped> {
        self.tags.spread(true, &self.at);
        let lines = &self.board.sheet.cols;
        let mut items: IxVec<LineIx, Vec<TrackItem>> = IxVec::filled(lines.len(), Vec::new());
        for (ix, run) in self.runs.all.iter().filter(|(_, run)| !run.is_level()) {
            push(&mut items, run.line, self.plumb_item(ix, run, rows));
        }
        for tag in self.tags.all.iter().filter(|tag| tag.side.is_horizontal()) {
            let (_, col) = self.board.sheet.lines(tag.node);
            let depth = LABEL.corner + tag.size.width;
            // Where others turn away on both sides, the label stands behind the place where they do.
            let (before, behind) = if tag.is_between {
                (TrackKind::Last(depth + PACE), TrackKind::First(depth + PACE))
            } else {
                (TrackKind::First(depth), TrackKind::Last(depth))
            };
            let (line, kind) = if tag.is_first() {
                (LineIx(col.at() + 1), before)
            } else {
                (LineIx(col.at().saturating_sub(1)), behind)
            };
            let y = *self.at.get(tag.run);
            let (top, bottom) = tag.span(y);
            push(&mut items, line, label_item(kind, (top.min(y) - 2.0, bottom.max(y) + 2.0), tag.edge));
        }
        let distances = self.distances;
        let widths = self.extents(
            lines,
            |room, tag| {
                let need = LABEL.beside + tag.size.width + 3.0;
                if tag.side.is_horizontal() { room } else { tag.room(room, (0.0, need), distances.track) }
            },
            |StepRoom { before, after, .. }| (before, after),
            false,
        );
        let laid = self.lay(
            lines,
            items,
            &LineNeeds {
                extents: &widths,
                apart: APART,
                least: LeastWidths { gap: distances.gap.0, padding: distances.padding.0 },
            },
            progress,
        )?;
        Ok(stack(lines, &laid, request.least_phase, &mut self.at))
    }

    /// What steps and labels take up before and after the middle of each row or column.
    fn extents(
        &self,
        lines: &SheetLines,
        with_tag: impl Fn((f64, f64), &Tag) -> (f64, f64),
        of: impl Fn(StepRoom) -> (f64, f64),
        is_rows: bool,
    ) -> Extents {
        let mut extents: Extents = IxVec::filled(lines.len(), (0.0, 0.0));
        let line = |node| {
            let (row, col) = self.board.sheet.lines(node);
            if is_rows { row } else { col }
        };
        for (ix, StepBox { room, .. }) in self.board.graph.steps.iter() {
            if let Some(extent) = extents.get_mut(line(*self.board.spot.get(ix))) {
                let (before, after) = of(*room);
                *extent = (extent.0.max(before), extent.1.max(after));
            }
        }
        for tag in &self.tags.all {
            if let Some(extent) = extents.get_mut(line(tag.node)) {
                *extent = with_tag(*extent, tag);
            }
        }
        extents
    }

    /// Orders the items of all lines and gives them offsets.
    fn lay(
        &self,
        lines: &SheetLines,
        mut items: IxVec<LineIx, Vec<TrackItem>>,
        needs: &LineNeeds<'_>,
        progress: &mut Progress<'_>,
    ) -> Result<Vec<Laid>, Stopped> {
        let mut laid = Vec::with_capacity(lines.len());
        for line in lines.kind.ids() {
            progress.nth(line.at(), lines.len())?;
            let own = merged(items.get_mut(line).map(std::mem::take).unwrap_or_default());
            laid.push(match lines.kind.get(line) {
                LineKind::Middle => {
                    let tracks = Tracks::new(own, needs.apart.1, progress)?;
                    let offsets = tracks.about_middle(self.distances.track, progress)?;
                    Laid { tracks, offsets, extent: *needs.extents.get(line) }
                }
                LineKind::Channel => {
                    let (margin, least) = margins_and_least(lines, line, needs.least);
                    let tracks = Tracks::new(own, needs.apart.0, progress)?;
                    let (mut offsets, width) = tracks.offsets(margin, self.distances.track);
                    let slack = (least - width).max(0.0);
                    let has_labels = tracks.items.as_slice().iter().any(|item| item.kind != TrackKind::Line);
                    if !has_labels {
                        for ix in tracks.items.ids() {
                            offsets.set(ix, offsets.get(ix) + slack / 2.0);
                        }
                    }
                    let is_used = !tracks.items.as_slice().is_empty();
                    Laid { tracks, offsets, extent: (0.0, if is_used { width.max(least) } else { least }) }
                }
            });
        }
        Ok(laid)
    }

    fn level_item(&self, ix: RunIx, run: &StraightRun) -> TrackItem {
        let cols = &self.board.sheet.cols;
        let col = |node| self.board.sheet.lines(node).1;
        let (a, b) = (col(run.nodes.0).at() as f64, col(run.nodes.1).at() as f64);
        let sign = if a < b { 1.0 } else { -1.0 };
        let inset = |tip: Tip| if matches!(tip, Tip::Step(_)) { HALF_STEP * sign } else { 0.0 };
        let ends = (a + inset(run.tips.0), b - inset(run.tips.1));
        let arm = |tip: Tip, node, at| match tip {
            Tip::Step(_) => None,
            Tip::Turn(_, is_behind) => {
                Some(Arm { at, is_behind, is_fixed: *cols.kind.get(col(node)) == LineKind::Middle })
            }
        };
        let arms =
            arm(run.tips.0, run.nodes.0, ends.0).into_iter().chain(arm(run.tips.1, run.nodes.1, ends.1));
        self.item(ix, run, ends, arms.collect())
    }

    fn plumb_item(&self, ix: RunIx, run: &StraightRun, rows: &IxVec<LineIx, f64>) -> TrackItem {
        let end = |tip: Tip, is_down: bool| match tip {
            Tip::Turn(other, _) => *self.at.get(other),
            Tip::Step(step) => {
                let row = self.board.sheet.lines(*self.board.spot.get(step)).0;
                let half = self.board.graph.steps.get(step).size.height / 2.0;
                rows.get(row) + if is_down { half } else { -half }
            }
        };
        let is_down = run.heading == Side::Bottom;
        let ends = (end(run.tips.0, is_down), end(run.tips.1, !is_down));
        let arm = |tip: Tip, at| match tip {
            Tip::Step(_) => None,
            Tip::Turn(_, is_behind) => Some(Arm { at, is_behind, is_fixed: true }),
        };
        let arms = arm(run.tips.0, ends.0).into_iter().chain(arm(run.tips.1, ends.1));
        self.item(ix, run, ends, arms.collect())
    }

    fn item(&self, ix: RunIx, run: &StraightRun, ends: (f64, f64), arms: Vec<Arm>) -> TrackItem {
        let steps = [run.tips.0, run.tips.1].into_iter().filter_map(|tip| match tip {
            Tip::Step(step) => Some(self.board.graph.steps.get(step)),
            Tip::Turn(..) => None,
        });
        let (mut anchor, mut reach) = (0, f64::INFINITY);
        for StepBox { size, is_pointed, .. } in steps {
            let side = if run.is_level() { size.height } else { size.width };
            anchor += if *is_pointed { POINTED } else { 1 };
            reach = reach.min(SIDE * side / 2.0);
        }
        TrackItem {
            kind: TrackKind::Line,
            span: (ends.0.min(ends.1), ends.0.max(ends.1)),
            arms,
            runs: vec![ix],
            net: run.net,
            anchor,
            reach,
        }
    }
}

fn push(items: &mut IxVec<LineIx, Vec<TrackItem>>, line: LineIx, item: TrackItem) {
    if let Some(list) = items.get_mut(line) {
        list.push(item);
    }
}

/// A label's claim on a channel; no line shares its track.
fn label_item(kind: TrackKind, span: (f64, f64), edge: EdgeIx) -> TrackItem {
    let net = u32::MAX - u32::try_from(edge.at()).unwrap_or(0);
    TrackItem { kind, span, arms: Vec::new(), runs: Vec::new(), net, anchor: 0, reach: f64::INFINITY }
}

/// The margins of a channel and its least width: a channel lies between steps or beside the border of its band.
fn margins_and_least(lines: &SheetLines, line: LineIx, least: LeastWidths) -> ((f64, f64), f64) {
    let LeastWidths { gap, padding } = least;
    let band = Some(lines.band.get(line));
    let is_same = |other: Option<usize>| {
        other.filter(|other| *other < lines.len()).map(|other| lines.band.get(LineIx(other))) == band
    };
    match (is_same(line.at().checked_sub(1)), is_same(Some(line.at() + 1))) {
        (true, true) => (CLEARANCE, gap),
        (true, false) => ((CLEARANCE.1, BORDER), padding),
        (false, true) => ((BORDER, CLEARANCE.1), padding),
        (false, false) => ((BORDER, BORDER), 2.0 * padding),
    }
}

/// Puts lines one after the other, makes bands as large as they must be, and notes the place of each run.
fn stack(lines: &SheetLines, laid: &[Laid], least: f64, at: &mut IxVec<RunIx, f64>) -> Stacked {
    let mut bands: Vec<(usize, f64)> = Vec::new();
    let extent = |line: &Laid| line.extent.0 + line.extent.1;
    for (line, band) in laid.iter().zip(lines.band.as_slice()) {
        match bands.last_mut() {
            Some((last, size)) if last == band => *size += extent(line),
            Some(_) | None => bands.push((*band, extent(line))),
        }
    }
    let mut places = IxVec::filled(lines.len(), 0.0);
    let mut at_line = 0;
    let mut start = 0.0;
    for (band, size) in &mut bands {
        let slack = (least - *size).max(0.0);
        let mut place = start + slack / 2.0;
        while lines.band.as_slice().get(at_line) == Some(band) {
            let Some(line) = laid.get(at_line) else { break };
            let middle = place + line.extent.0;
            places.set(LineIx(at_line), middle);
            for (ix, item) in line.tracks.items.iter() {
                for run in &item.runs {
                    at.set(*run, middle + line.offsets.get(ix));
                }
            }
            place += extent(line);
            at_line += 1;
        }
        *size += slack;
        start += *size;
    }
    (places, bands)
}

/// Where a step's middle lies.
pub(in crate::layout) fn middle(board: &Board<'_>, places: &Places, step: StepIx) -> kurbo::Point {
    let (row, col) = board.sheet.lines(*board.spot.get(step));
    kurbo::Point::new(*places.cols.get(col), *places.rows.get(row))
}

/// The level runs whose lines change rows with others in one channel, so that no order of their plumb runs keeps them from
/// lying on each other: one of the two must leave the middle of its row.
///
/// ```text
///  ──a──┐ ┌──b──      a goes down and b goes up between the same two rows: above, a must turn first,
///       ╳             below, b must
///  ──b──┘ └──a──
/// ```
fn entangled(board: &Board<'_>, runs: &Runs) -> BTreeSet<RunIx> {
    let mut downward: BTreeSet<(LineIx, LineIx, LineIx)> = BTreeSet::new();
    let mut found = BTreeSet::new();
    let changes = runs.all.iter().filter_map(|(_, run)| {
        let (Tip::Turn(first, _), Tip::Turn(last, _)) = run.tips else { return None };
        let heads_on = runs.all.get(first).heading == runs.all.get(last).heading;
        let row = |node| board.sheet.lines(node).0;
        (!run.is_level() && heads_on).then(|| (run.line, row(run.nodes.0), row(run.nodes.1), first, last))
    });
    let changes: Vec<_> = changes.collect();
    for (col, from, to, _, _) in &changes {
        if from < to {
            downward.insert((*col, *from, *to));
        }
    }
    for (col, from, to, first, last) in &changes {
        if to < from && downward.contains(&(*col, *to, *from)) {
            let is_forward = runs.all.get(*first).heading == Side::Right;
            found.insert(if is_forward { *first } else { *last });
        }
    }
    found
}
