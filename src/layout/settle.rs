//! Lines for all connectors, and better places for the steps that their lines do not like.
//!
//! Owns the order of the search for ways and the local search over places. Must not know coordinates.
//!
//! Every way is found among the others, then taken away and found again, because the first ones did not know
//! the last ones. After that each step whose lines bend or cross tries the cells around it; a
//! change is kept if all lines that it touches become cheaper together.

use crate::{
    geom::{Ix as _, IxVec},
    layout::{
        board::Board,
        cells::Cells,
        request::{LinkIx, StepIx},
        search::{Scratch, find},
        sheet::NodeIx,
    },
};

/// How often every way is found again, and every step may look for a better place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    pub(super) ways: usize,
    pub(super) places: usize,
}

/// Draws all lines.
pub(super) fn draw_all(board: &mut Board<'_>, scratch: &mut Scratch) {
    let mut order: Vec<(u32, LinkIx)> = board
        .graph
        .links
        .iter()
        .map(|(ix, link)| {
            let ((a, b), (c, d)) =
                (board.sheet.place(*board.spot.get(link.from)), board.sheet.place(*board.spot.get(link.to)));
            (a.abs_diff(c) + b.abs_diff(d), ix)
        })
        .collect();
    order.sort_unstable();
    for (_, link) in order {
        redraw(board, link, scratch);
    }
}

/// Takes each line away and finds its way again.
pub(super) fn redraw_all(board: &mut Board<'_>, scratch: &mut Scratch) {
    for link in board.graph.links.ids() {
        board.erase(link);
        redraw(board, link, scratch);
    }
}

fn redraw(board: &mut Board<'_>, link: LinkIx, scratch: &mut Scratch) -> u32 {
    match find(board, link, scratch) {
        Some((path, price)) => {
            board.draw(link, path);
            price
        }
        None => 0,
    }
}

/// Lets each step look for a better cell, once. Returns whether any moved.
pub(super) fn move_steps(board: &mut Board<'_>, cells: &mut Cells, scratch: &mut Scratch) -> bool {
    let mut has_moved = false;
    for step in board.graph.steps.ids() {
        if !is_unhappy(board, step) {
            continue;
        }
        for cell in cells.near(board.graph, step) {
            if try_move(board, cells, (step, cell), scratch) {
                has_moved = true;
                break;
            }
        }
    }
    has_moved
}

/// Whether a line of the step bends more than once or costs clearly more than its length.
fn is_unhappy(board: &Board<'_>, step: StepIx) -> bool {
    let graph = board.graph;
    graph.outs.get(step).iter().chain(graph.ins.get(step)).any(|link| {
        let path = board.paths.get(*link);
        let price = board.price(*link, path);
        let ends = graph.links.get(*link);
        let ((a, b), (c, d)) =
            (board.sheet.place(*board.spot.get(ends.from)), board.sheet.place(*board.spot.get(ends.to)));
        price > a.abs_diff(c) + b.abs_diff(d) + board.prices.bend
    })
}

/// Moves a step to a cell, changing places with who stands there, if that makes the lines cheaper.
fn try_move(
    board: &mut Board<'_>,
    cells: &mut Cells,
    (step, cell): (StepIx, crate::layout::cells::Cell),
    scratch: &mut Scratch,
) -> bool {
    let graph = board.graph;
    let old = *cells.of.get(step);
    let lane = graph.steps.get(step).lane;
    let (from, to) = (*board.spot.get(step), board.sheet.cell(lane, cell));
    let other = board.taken(to);
    if other.is_some_and(|other| !cells.may_stand(graph, other, old)) {
        return false;
    }
    let touched = touched(board, (step, other), (from, to));
    let before: Vec<Vec<NodeIx>> = touched.iter().map(|link| board.erase(*link)).collect();
    let mut old_price = 0;
    for (link, path) in touched.iter().zip(&before) {
        old_price += board.price(*link, path);
        board.draw(*link, path.clone());
    }
    for link in &touched {
        board.erase(*link);
    }
    place(board, (step, to), other.map(|other| (other, from)));
    let mut new_price = 0;
    for link in &touched {
        new_price += redraw(board, *link, scratch);
        if new_price >= old_price {
            break;
        }
    }
    if new_price < old_price {
        cells.of.set(step, cell);
        if let Some(other) = other {
            cells.of.set(other, old);
        }
        return true;
    }
    for link in &touched {
        board.erase(*link);
    }
    place(board, (step, from), other.map(|other| (other, to)));
    for (link, path) in touched.iter().zip(before) {
        board.draw(*link, path);
    }
    false
}

fn place(board: &mut Board<'_>, (step, node): (StepIx, NodeIx), other: Option<(StepIx, NodeIx)>) {
    board.put(step, node);
    if let Some((other, node)) = other {
        board.put(other, node);
    }
}

/// The lines of the steps and those through the cells that they change.
fn touched(
    board: &Board<'_>,
    (step, other): (StepIx, Option<StepIx>),
    (from, to): (NodeIx, NodeIx),
) -> Vec<LinkIx> {
    let graph = board.graph;
    let of = |step: StepIx| graph.outs.get(step).iter().chain(graph.ins.get(step)).copied();
    let mut touched: Vec<LinkIx> = of(step)
        .chain(other.into_iter().flat_map(of))
        .chain(board.through(from).iter().copied())
        .chain(board.through(to).iter().copied())
        .collect();
    touched.sort_unstable_by_key(|link| link.at());
    touched.dedup();
    touched
}

/// What all lines cost together; a crossing counts once for each of its lines.
pub(super) fn total(board: &Board<'_>) -> u64 {
    let prices = board.paths.iter().map(|(link, path)| u64::from(board.price(link, path)));
    prices.sum()
}

/// Where each step stands.
pub(super) fn spots(
    board_cells: &Cells,
    graph: &crate::layout::graph::Graph,
    sheet: &crate::layout::sheet::Sheet,
) -> IxVec<StepIx, NodeIx> {
    let spots = graph.steps.iter().map(|(ix, step)| sheet.cell(step.lane, *board_cells.of.get(ix)));
    IxVec::new(spots.collect(), NodeIx(0))
}
