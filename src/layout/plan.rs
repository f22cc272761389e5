//! The layout from beginning to end.
//!
//! Owns the order of the phases of the algorithm and the choice between their results.

use crate::{
    geom::IxVec,
    layout::{
        board::{Board, Prices},
        cells::Cells,
        chains::chains,
        columns::{Columns, Layering},
        drawn::drawn,
        graph::Graph,
        lanes::best_order,
        places::Places,
        present::present,
        quality,
        request::{LaneIx, LaneOrder, LayoutPlan, LayoutRequest, Start},
        rows::{Rows, given_order},
        runs::Runs,
        search::Scratch,
        settle,
        sheet::Sheet,
    },
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

/// Lays a chart out.
///
/// The indices in the request must be those of steps, lanes and phases that there are; a connector that leads elsewhere gets
/// no line. All sizes must be finite.
pub fn lay_out(request: &LayoutRequest) -> LayoutPlan {
    let graph = Graph::of(request);
    let mut scratch = Scratch::default();
    let mut drafts = match request.start {
        Start::Fresh => drafts(request, &graph, &mut scratch),
        Start::Tidy => vec![Draft::present(request, &graph, &mut scratch)],
    };
    let steps = graph.steps.len();
    let is_compared = steps <= FEW || (request.aspect.is_some() && steps <= SHAPED);
    drafts.sort_by_key(|draft| draft.price);
    match (is_compared, request.aspect) {
        (true, Some(_)) => {}
        (true, None) => drafts.truncate(COMPARED),
        (false, _) => drafts.truncate(1),
    }
    let finished = drafts.into_iter().map(|mut draft| {
        draft.improve(request.start, &mut scratch);
        let runs = Runs::of(&draft.board);
        let places = Places::new(request, &draft.board, &runs);
        let cost = if is_compared { quality::cost(request, &draft.board, &runs, &places) } else { 0.0 };
        (cost, draft.board, runs, places)
    });
    let best = finished.min_by(|a, b| a.0.total_cmp(&b.0));
    best.map(|(_, board, runs, places)| drawn(&board, &runs, &places)).unwrap_or_default()
}

/// The arrangements that are tried.
fn drafts<'a>(request: &LayoutRequest, graph: &'a Graph, scratch: &mut Scratch) -> Vec<Draft<'a>> {
    let mut orders = vec![given_order(request.lanes)];
    if request.lane_order == LaneOrder::Best {
        orders.push(best_order(graph, request.lanes));
    }
    let is_shaped = request.aspect.is_some() && graph.steps.len() <= SHAPED;
    let stacks = if is_shaped { 1..=STACK } else { 1..=1 };
    let prices = Prices::of(graph);
    let mut drafts = Vec::new();
    for rank in &orders {
        for stack in stacks.clone() {
            for has_drops in [true, false] {
                let layering = Layering { has_drops, stack };
                drafts.push(Draft::fresh(request, graph, (rank, layering, prices), scratch));
                if graph.steps.len() <= FEW && stack == 1 {
                    drafts.push(Draft::fresh(request, graph, (rank, layering, prices.direct()), scratch));
                }
            }
        }
    }
    drafts
}

/// One arrangement of steps with its lines.
struct Draft<'a> {
    board: Board<'a>,
    cells: Cells,
    /// What its lines cost together.
    price: u64,
}

impl<'a> Draft<'a> {
    /// An arrangement that begins with nothing.
    fn fresh(
        request: &LayoutRequest,
        graph: &'a Graph,
        (rank, layering, prices): (&IxVec<LaneIx, usize>, Layering, Prices),
        scratch: &mut Scratch,
    ) -> Self {
        let columns = Columns::new(graph, request.phases, layering);
        let rows = Rows::new(graph, &chains(graph, &columns), rank);
        Self::new(graph, (&columns, &rows, rank), prices, scratch)
    }

    /// The arrangement that there is.
    fn present(request: &LayoutRequest, graph: &'a Graph, scratch: &mut Scratch) -> Self {
        let (columns, rows) = present(graph, request.phases, request.lanes);
        let rank = given_order(request.lanes);
        Self::new(graph, (&columns, &rows, &rank), Prices::of(graph), scratch)
    }

    fn new(
        graph: &'a Graph,
        (columns, rows, rank): (&Columns, &Rows, &IxVec<LaneIx, usize>),
        prices: Prices,
        scratch: &mut Scratch,
    ) -> Self {
        let sheet = Sheet::new(graph, columns, rows, rank);
        let cells = Cells::new(graph, columns, rows);
        let spots = settle::spots(&cells, graph, &sheet);
        let mut board = Board::new(graph, (sheet, prices), spots);
        settle::draw_all(&mut board, scratch);
        settle::redraw_all(&mut board, scratch);
        let price = settle::total(&board);
        Self { board, cells, price }
    }

    /// Makes the lines better, and lets the steps look for better places unless they are to stay.
    fn improve(&mut self, start: Start, scratch: &mut Scratch) {
        settle::untangle(&mut self.board, scratch);
        for _ in 0..ROUNDS {
            if start == Start::Tidy || !settle::move_steps(&mut self.board, &mut self.cells, scratch) {
                break;
            }
        }
        settle::untangle(&mut self.board, scratch);
        settle::redraw_all(&mut self.board, scratch);
    }
}
