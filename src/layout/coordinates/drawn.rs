//! From runs and coordinates to the answer.
//!
//! Owns the corners of lines and the places of labels. Must not choose where anything lies.

use kurbo::{Point, Rect};

use crate::{
    geom::{Ix as _, IxVec, Side},
    layout::{
        coordinates::{
            places::{Places, middle},
            repair::{LabelObstacles, repaired},
            runs::{RunIx, Runs, Tip},
        },
        request::{EdgeIx, Exit, LaneIx, LayoutPlan, Path, StepBox, StepIx},
        ways::board::Board,
    },
    progress::{Progress, Stopped},
};

/// A connector without a way.
const NO_LINE: Path = Path {
    bends: Vec::new(),
    from: Exit { side: Side::Right, t: 0.5 },
    to: Exit { side: Side::Left, t: 0.5 },
    label: None,
};

/// The plan that a finished board with its places is.
pub(in crate::layout) fn drawn(
    board: &Board<'_>,
    runs: &Runs,
    places: &Places,
    progress: &mut Progress<'_>,
) -> Result<LayoutPlan, Stopped> {
    let steps: IxVec<StepIx, Point> =
        IxVec::new(board.graph.steps.ids().map(|step| middle(board, places, step)).collect(), Point::ZERO);
    let body = |step: StepIx| Rect::from_center_size(*steps.get(step), board.graph.steps.get(step).size);
    let mut edges: IxVec<EdgeIx, Path> =
        IxVec::new(board.graph.edges.ids().map(|edge| path(runs, places, edge, body)).collect(), NO_LINE);
    let lines = edges.iter().map(|(edge, path)| {
        let ends = board.graph.edges.get(edge);
        let end = |exit: Exit, step| exit.side.at(body(step), exit.t);
        let mut line = vec![end(path.from, ends.from)];
        line.extend(&path.bends);
        line.push(end(path.to, ends.to));
        line
    });
    let mut labels: IxVec<EdgeIx, Option<Rect>> = IxVec::filled(board.graph.edges.len(), None);
    for tag in &places.tags {
        let from = board.graph.edges.get(tag.edge).from;
        let middle = tag.middle(body(from), *places.runs.get(tag.run));
        labels.set(tag.edge, Some(Rect::from_center_size(middle, tag.size)));
    }
    let taken = board.graph.steps.iter().map(|(step, StepBox { room, .. })| {
        let at = *steps.get(step);
        Rect::new(at.x - room.before, at.y - room.above, at.x + room.after, at.y + room.below)
    });
    let boxes = taken.collect();
    for (edge, label) in repaired(&LabelObstacles::new(boxes, lines.collect()), labels, progress)?.iter() {
        if let Some(path) = edges.get_mut(edge) {
            path.label = label.map(|label| label.center());
        }
    }
    Ok(LayoutPlan {
        edges: edges.as_slice().to_vec(),
        steps: steps.as_slice().to_vec(),
        lanes: places.lanes.iter().map(|(lane, size)| (LaneIx::of(*lane), *size)).collect(),
        phases: places.phases.iter().map(|(_, size)| *size).collect(),
        length: places.phases.iter().map(|(_, size)| size).sum(),
    })
}

/// The line of a connector between its runs.
fn path(runs: &Runs, places: &Places, edge: EdgeIx, body: impl Fn(StepIx) -> Rect) -> Path {
    let own: Vec<RunIx> = runs.of_link(edge).collect();
    let at = |run: RunIx| (runs.all.get(run).is_level(), *places.runs.get(run));
    let bends = own.windows(2).filter_map(|pair| {
        let [a, b] = pair else { return None };
        let ((is_level, first), (_, second)) = (at(*a), at(*b));
        Some(if is_level { Point::new(second, first) } else { Point::new(first, second) })
    });
    let exit = |run: Option<&RunIx>, is_start: bool| {
        let run_ix = run.copied().unwrap_or(RunIx(usize::MAX));
        let run = runs.all.get(run_ix);
        let (tip, side) =
            if is_start { (run.tips.0, run.heading) } else { (run.tips.1, run.heading.opposite()) };
        let Tip::Step(step) = tip else { return Exit { side, t: 0.5 } };
        let body = body(step);
        let place = *places.runs.get(run_ix);
        let t = if side.is_horizontal() {
            (place - body.y0) / body.height()
        } else {
            (place - body.x0) / body.width()
        };
        Exit { side, t: if t.is_finite() { t.clamp(0.0, 1.0) } else { 0.5 } }
    };
    if own.is_empty() {
        return NO_LINE;
    }
    Path { bends: bends.collect(), from: exit(own.first(), true), to: exit(own.last(), false), label: None }
}
