//! The layout from beginning to end.
//!
//! Owns the order of the phases of the algorithm and the choice between their results.

use crate::{
    geom::IxVec,
    layout::{
        coordinates::{drawn::drawn, places::Places, quality, runs::Runs},
        order::{
            cells::Cells,
            chains::chains,
            columns::{Columns, Layering},
            graph::AcyclicGraph,
            lane_order::best_order,
            present::present,
            rows::{LaneRows, given_order},
        },
        progress_shares::{DRAWN, ProgressShares},
        request::{LaneIx, LaneOrder, LayoutPlan, LayoutRequest, Start},
        ways::{
            board::{Board, Costs},
            search::Scratch,
            settle,
            sheet::ChartSheet,
        },
    },
    progress::{Progress, Stopped},
};

/// Up to so many steps every arrangement is made as good as it gets; above, only the one that begins best.
const FEW: usize = 40;
/// How many steps of a lane may stand below each other where the chart is to have a certain shape.
const STACK: usize = 4;
/// So many arrangements of a small chart are made as good as they get, those that begin best.
const COMPARED: usize = 3;
/// How often the steps may look for better places.
const ROUNDS: usize = 4;

/// Up to so many steps arrangements are compared where the chart is to have a certain shape.
const SHAPED: usize = 400;

/// Lays a chart out, unless whoever follows its `progress` stops it.
///
/// The indices in the request must be those of steps, lanes and phases that there are; a connector that leads elsewhere gets
/// no line. All sizes must be finite.
pub fn lay_out(request: &LayoutRequest, progress: &mut Progress<'_>) -> Result<LayoutPlan, Stopped> {
    let graph = AcyclicGraph::of(request);
    let mut scratch = Scratch::default();
    let ProgressShares { drafted, placed, .. } = ProgressShares::of(request.start);
    let mut arrangements = progress.part((0.0, drafted), |progress| match request.start {
        Start::Fresh => arrangements(request, &graph, &mut scratch, progress),
        Start::Tidy => Ok(vec![Arrangement::present(request, &graph, &mut scratch, progress)?]),
    })?;
    let steps = graph.steps.len();
    let is_compared = steps <= FEW || (request.aspect.is_some() && steps <= SHAPED);
    arrangements.sort_by_key(|arrangement| arrangement.price);
    match (is_compared, request.aspect) {
        (true, Some(_)) => {}
        (true, None) => arrangements.truncate(COMPARED),
        (false, _) => arrangements.truncate(1),
    }
    let share = (placed - drafted) / arrangements.len().max(1) as f64;
    let mut best: Option<Finished<'_>> = None;
    for (nth, arrangement) in arrangements.into_iter().enumerate() {
        let begin = drafted + share * nth as f64;
        let finished = progress.part((begin, begin + share), |progress| {
            arrangement.finish(request, is_compared, &mut scratch, progress)
        })?;
        if best.as_ref().is_none_or(|best| finished.cost.total_cmp(&best.cost).is_lt()) {
            best = Some(finished);
        }
    }
    let Some(Finished { board, runs, places, cost: _ }) = best else { return Ok(LayoutPlan::default()) };
    let plan = progress.part((placed, 1.0), |progress| drawn(&board, &runs, &places, progress))?;
    progress.at(1.0)?;
    Ok(plan)
}

/// The arrangements that are tried.
fn arrangements<'a>(
    request: &LayoutRequest,
    graph: &'a AcyclicGraph,
    scratch: &mut Scratch,
    progress: &mut Progress<'_>,
) -> Result<Vec<Arrangement<'a>>, Stopped> {
    let mut orders = vec![given_order(request.lanes)];
    if request.lane_order == LaneOrder::Best {
        orders.push(best_order(graph, request.lanes, progress)?);
    }
    let is_shaped = request.aspect.is_some() && graph.steps.len() <= SHAPED;
    let stacks = if is_shaped { 1..=STACK } else { 1..=1 };
    let prices = Costs::of(graph);
    let mut tries = Vec::new();
    for rank in &orders {
        for stack in stacks.clone() {
            for has_drops in [true, false] {
                let layering = Layering { has_drops, stack };
                tries.push(Recipe { rank, layering, prices });
                if graph.steps.len() <= FEW && stack == 1 {
                    tries.push(Recipe { rank, layering, prices: prices.direct() });
                }
            }
        }
    }
    let share = 1.0 / tries.len() as f64;
    let arrangements = tries.into_iter().enumerate().map(|(nth, recipe)| {
        let begin = share * nth as f64;
        let part = (begin, begin + share);
        progress.part(part, |progress| Arrangement::fresh(request, graph, &recipe, scratch, progress))
    });
    arrangements.collect()
}

/// How an arrangement is made.
#[derive(Clone, Copy)]
struct Recipe<'a> {
    rank: &'a IxVec<LaneIx, usize>,
    layering: Layering,
    prices: Costs,
}

/// The columns and rows of all steps, and the order of the lanes.
struct Order<'a> {
    columns: Columns,
    rows: LaneRows,
    rank: &'a IxVec<LaneIx, usize>,
}

/// One arrangement of steps with its lines.
struct Arrangement<'a> {
    board: Board<'a>,
    cells: Cells,
    /// What its lines cost together.
    price: u64,
}

/// A drawing that is as good as it gets.
struct Finished<'a> {
    board: Board<'a>,
    runs: Runs,
    places: Places,
    cost: f64,
}

impl<'a> Arrangement<'a> {
    /// An arrangement that begins with nothing.
    fn fresh(
        request: &LayoutRequest,
        graph: &'a AcyclicGraph,
        recipe: &Recipe<'_>,
        scratch: &mut Scratch,
        progress: &mut Progress<'_>,
    ) -> Result<Self, Stopped> {
        let Recipe { rank, layering, prices } = *recipe;
        let columns = Columns::new(graph, request.phases, layering);
        progress.ask()?;
        let rows = LaneRows::new(graph, &chains(graph, &columns), rank);
        progress.ask()?;
        Self::new(graph, &Order { columns, rows, rank }, prices, scratch, progress)
    }

    /// The arrangement that there is.
    fn present(
        request: &LayoutRequest,
        graph: &'a AcyclicGraph,
        scratch: &mut Scratch,
        progress: &mut Progress<'_>,
    ) -> Result<Self, Stopped> {
        let (columns, rows) = present(graph, request.phases, request.lanes);
        let order = Order { columns, rows, rank: &given_order(request.lanes) };
        Self::new(graph, &order, Costs::of(graph), scratch, progress)
    }

    fn new(
        graph: &'a AcyclicGraph,
        order: &Order<'_>,
        prices: Costs,
        scratch: &mut Scratch,
        progress: &mut Progress<'_>,
    ) -> Result<Self, Stopped> {
        let Order { columns, rows, rank } = order;
        let sheet = ChartSheet::new(graph, columns, rows, rank);
        progress.ask()?;
        let cells = Cells::new(graph, columns, rows);
        let spots = settle::spots(&cells, graph, &sheet);
        let mut board = Board::new(graph, sheet, prices, spots);
        progress.part((0.0, DRAWN), |progress| settle::draw_all(&mut board, scratch, progress))?;
        progress.part((DRAWN, 1.0), |progress| settle::redraw_all(&mut board, scratch, progress))?;
        let price = settle::total(&board);
        Ok(Self { board, cells, price })
    }

    /// Makes the lines better and gives everything its place.
    fn finish(
        mut self,
        request: &LayoutRequest,
        is_compared: bool,
        scratch: &mut Scratch,
        progress: &mut Progress<'_>,
    ) -> Result<Finished<'a>, Stopped> {
        let shares = ProgressShares::of(request.start);
        self.improve(request.start, shares, scratch, progress)?;
        let Self { board, .. } = self;
        let runs = Runs::of(&board);
        let part = (shares.redrawn, 1.0);
        let places = progress.part(part, |progress| Places::new(request, &board, &runs, progress))?;
        let cost = if is_compared { quality::cost(request, &board, &runs, &places, progress)? } else { 0.0 };
        Ok(Finished { board, runs, places, cost })
    }

    /// Makes the lines better, and lets the steps look for better places unless they are to stay.
    fn improve(
        &mut self,
        start: Start,
        shares: ProgressShares,
        scratch: &mut Scratch,
        progress: &mut Progress<'_>,
    ) -> Result<(), Stopped> {
        let Self { board, cells, price: _ } = self;
        let ProgressShares { untangled, moved, smoothed, redrawn, .. } = shares;
        progress.part((0.0, untangled), |progress| settle::untangle(board, scratch, progress))?;
        let round_share = (moved - untangled) / ROUNDS as f64;
        for round in 0..ROUNDS {
            let begin = untangled + round_share * round as f64;
            let mut look = |progress: &mut Progress<'_>| settle::move_steps(board, cells, scratch, progress);
            if start == Start::Tidy || !progress.part((begin, begin + round_share), &mut look)? {
                break;
            }
        }
        progress.part((moved, smoothed), |progress| settle::untangle(board, scratch, progress))?;
        progress.part((smoothed, redrawn), |progress| settle::redraw_all(board, scratch, progress))
    }
}
