//! The layout from beginning to end.
//!
//! Owns the order of the phases of the algorithm and the choice between their results.

use kurbo::{Point, Rect};

use crate::{
    geom::{Ix as _, IxVec, Side},
    layout::{
        board::{Board, Prices},
        cells::Cells,
        chains::chains,
        columns::{Columns, Layering},
        graph::Graph,
        labels::tags,
        places::{Places, middle},
        quality,
        request::{Exit, LaneIx, LayoutPlan, LayoutRequest, LinkIx, Path, StepIx},
        rows::{Rows, given_order},
        runs::{RunIx, Runs, Tip},
        search::Scratch,
        settle,
        sheet::Sheet,
    },
};

/// Up to so many steps every arrangement is made as good as it gets; above, only the one that begins best.
const FEW: usize = 40;
/// How often the steps may look for better places.
const ROUNDS: usize = 3;

/// Lays a chart out.
pub fn lay_out(request: &LayoutRequest) -> LayoutPlan {
    let graph = Graph::of(request);
    let rank = given_order(request.lanes);
    let mut scratch = Scratch::default();
    let is_small = graph.steps.len() <= FEW;
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    for layering in [Layering { has_drops: true, stack: 1 }, Layering { has_drops: false, stack: 1 }] {
        let prices = Prices::of(graph.steps.len());
        drafts.push(Draft::new(request, &graph, (&rank, layering, prices), &mut scratch));
        if is_small {
            drafts.push(Draft::new(request, &graph, (&rank, layering, prices.direct()), &mut scratch));
        }
    }
    if !is_small {
        drafts.sort_by_key(|draft| draft.price);
        drafts.truncate(1);
    }
    for draft in &mut drafts {
        draft.improve(&mut scratch);
    }
    let best = drafts
        .into_iter()
        .map(|draft| {
            let runs = Runs::of(&draft.board);
            let places = Places::new(request, &draft.board, &runs);
            let cost = if is_small { quality::cost(request, &draft.board, &runs, &places) } else { 0.0 };
            (cost, draft.board, runs, places)
        })
        .min_by(|a, b| a.0.total_cmp(&b.0));
    best.map(|(_, board, runs, places)| finished(&board, &runs, &places)).unwrap_or_default()
}

/// One arrangement of steps with its lines.
struct Draft<'a> {
    board: Board<'a>,
    cells: Cells,
    /// What its lines cost together.
    price: u64,
}

impl<'a> Draft<'a> {
    fn new(
        request: &LayoutRequest,
        graph: &'a Graph,
        (rank, layering, prices): (&IxVec<LaneIx, usize>, Layering, Prices),
        scratch: &mut Scratch,
    ) -> Self {
        let columns = Columns::new(graph, request.phases, layering);
        let chains = chains(graph, &columns);
        let rows = Rows::new(graph, &chains, rank);
        let sheet = Sheet::new(graph, &columns, &rows, rank);
        let cells = Cells::new(graph, &columns, &rows);
        let spots = settle::spots(&cells, graph, &sheet);
        let mut board = Board::new(graph, (sheet, prices), spots);
        settle::draw_all(&mut board, scratch);
        settle::redraw_all(&mut board, scratch);
        let price = settle::total(&board);
        Self { board, cells, price }
    }

    /// Lets the steps look for better places.
    fn improve(&mut self, scratch: &mut Scratch) {
        settle::untangle(&mut self.board, scratch);
        for _ in 0..ROUNDS {
            if !settle::move_steps(&mut self.board, &mut self.cells, scratch) {
                break;
            }
        }
        settle::untangle(&mut self.board, scratch);
        settle::redraw_all(&mut self.board, scratch);
        self.price = settle::total(&self.board);
    }
}

/// Coordinates for a finished board.
fn finished(board: &Board<'_>, runs: &Runs, places: &Places) -> LayoutPlan {
    let tags = tags(board, runs);
    let steps: IxVec<StepIx, Point> =
        IxVec::new(board.graph.steps.ids().map(|step| middle(board, places, step)).collect(), Point::ZERO);
    let body = |step: StepIx| Rect::from_center_size(*steps.get(step), board.graph.steps.get(step).size);
    let mut labels: IxVec<LinkIx, Option<Point>> = IxVec::filled(board.graph.links.len(), None);
    for tag in &tags {
        let from = board.graph.links.get(tag.link).from;
        labels.set(tag.link, Some(tag.middle(body(from), *places.runs.get(tag.run))));
    }
    let links = board
        .graph
        .links
        .ids()
        .map(|link| Path { label: *labels.get(link), ..path(runs, places, link, body) });
    LayoutPlan {
        links: links.collect(),
        steps: steps.as_slice().to_vec(),
        lanes: places.lanes.iter().map(|(lane, size)| (LaneIx::of(*lane), *size)).collect(),
        phases: places.phases.iter().map(|(_, size)| *size).collect(),
        length: places.phases.iter().map(|(_, size)| size).sum(),
    }
}

/// The line of a connector between its runs.
fn path(runs: &Runs, places: &Places, link: LinkIx, body: impl Fn(StepIx) -> Rect) -> Path {
    let own: Vec<RunIx> = runs.of_link(link).collect();
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
    let none = Exit { side: Side::Right, t: 0.5 };
    let (from, to) =
        if own.is_empty() { (none, none) } else { (exit(own.first(), true), exit(own.last(), false)) };
    Path { bends: bends.collect(), from, to, label: None }
}
