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
        order::cells::{Cells, SheetCell},
        request::{EdgeIx, StepIx},
        ways::{
            board::Board,
            search::{Scratch, find},
            sheet::NodeIx,
        },
    },
    progress::{Progress, Stopped},
};

/// A move that touches more lines than this is not tried.
const MOST_LINES: usize = 24;
/// … and neither is one that touches lines so long together: they hardly ever become cheaper, and take the most time.
const MOST_NODES: usize = 100;

/// Draws all lines, short ones first.
pub(in crate::layout) fn draw_all(
    board: &mut Board<'_>,
    scratch: &mut Scratch,
    progress: &mut Progress<'_>,
) -> Result<(), Stopped> {
    let mut order: Vec<(u32, EdgeIx)> =
        board.graph.edges.ids().map(|edge| (distance(board, edge, |step| spot(board, step)), edge)).collect();
    order.sort_unstable();
    let count = order.len();
    for (nth, (_, edge)) in order.into_iter().enumerate() {
        progress.nth(nth, count)?;
        redraw(board, edge, scratch, progress)?;
    }
    Ok(())
}

/// Takes each line away and finds its way again.
pub(in crate::layout) fn redraw_all(
    board: &mut Board<'_>,
    scratch: &mut Scratch,
    progress: &mut Progress<'_>,
) -> Result<(), Stopped> {
    let count = board.graph.edges.len();
    for edge in board.graph.edges.ids() {
        progress.nth(edge.at(), count)?;
        board.erase(edge);
        redraw(board, edge, scratch, progress)?;
    }
    Ok(())
}

fn redraw(
    board: &mut Board<'_>,
    edge: EdgeIx,
    scratch: &mut Scratch,
    progress: &mut Progress<'_>,
) -> Result<(), Stopped> {
    if let Some((path, _)) = find(board, edge, u32::MAX, scratch, progress)? {
        board.draw(edge, path);
    }
    Ok(())
}

fn spot(board: &Board<'_>, step: StepIx) -> NodeIx {
    *board.spot.get(step)
}

/// How far apart the ends of a line are.
fn distance(board: &Board<'_>, edge: EdgeIx, spot: impl Fn(StepIx) -> NodeIx) -> u32 {
    let ends = board.graph.edges.get(edge);
    let ((a, b), (c, d)) = (board.sheet.place(spot(ends.from)), board.sheet.place(spot(ends.to)));
    a.abs_diff(c) + b.abs_diff(d)
}

/// The least that a line can cost with its ends there: its length, and a bend where they are not level.
fn least(board: &Board<'_>, edge: EdgeIx, spot: impl Fn(StepIx) -> NodeIx) -> u32 {
    let ends = board.graph.edges.get(edge);
    let ((a, b), (c, d)) = (board.sheet.place(spot(ends.from)), board.sheet.place(spot(ends.to)));
    let bend = if a == c || b == d { 0 } else { board.prices.bend };
    distance(board, edge, spot) + bend
}

/// Lets each line that is dearer than it should be choose its way before the others at its steps, if all of them
/// together become cheaper by that.
pub(in crate::layout) fn untangle(
    board: &mut Board<'_>,
    scratch: &mut Scratch,
    progress: &mut Progress<'_>,
) -> Result<(), Stopped> {
    let count = board.graph.edges.len();
    for edge in board.graph.edges.ids() {
        progress.nth(edge.at(), count)?;
        let least = least(board, edge, |step| spot(board, step));
        if board.price(edge, board.paths.get(edge)) <= least + board.prices.bend {
            continue;
        }
        let ends = *board.graph.edges.get(edge);
        let mut edges = vec![edge];
        for step in [ends.from, ends.to] {
            let near = board.graph.outs.get(step).iter().chain(board.graph.ins.get(step));
            edges.extend(near.filter(|other| **other != edge));
        }
        edges.sort_by_key(|other| (*other != edge, *other));
        edges.dedup();
        let nodes: usize = edges.iter().map(|edge| board.paths.get(*edge).len()).sum();
        if nodes <= MOST_NODES * 2 {
            try_order(board, &edges, scratch, progress)?;
        }
    }
    Ok(())
}

/// Draws lines anew in this order, if that makes them cheaper together.
fn try_order(
    board: &mut Board<'_>,
    edges: &[EdgeIx],
    scratch: &mut Scratch,
    progress: &mut Progress<'_>,
) -> Result<(), Stopped> {
    let (before, old_price) = erase(board, edges);
    if !redraw_below(board, edges, old_price, scratch, progress)? {
        restore(board, edges, before);
    }
    Ok(())
}

/// Takes lines away; their ways and what they cost together, each among those before it.
fn erase(board: &mut Board<'_>, edges: &[EdgeIx]) -> (Vec<Vec<NodeIx>>, u32) {
    let paths: Vec<Vec<NodeIx>> = edges.iter().map(|edge| board.erase(*edge)).collect();
    let mut price = 0;
    for (edge, path) in edges.iter().zip(paths) {
        price += board.price(*edge, &path);
        board.draw(*edge, path);
    }
    (edges.iter().map(|edge| board.erase(*edge)).collect(), price)
}

/// Draws lines as they were.
fn restore(board: &mut Board<'_>, edges: &[EdgeIx], paths: Vec<Vec<NodeIx>>) {
    for (edge, path) in edges.iter().zip(paths) {
        board.erase(*edge);
        board.draw(*edge, path);
    }
}

/// Lets each step look for a better cell, once, alone or with those that it forms a straight row with. Returns whether
/// any moved.
pub(in crate::layout) fn move_steps(
    board: &mut Board<'_>,
    cells: &mut Cells,
    scratch: &mut Scratch,
    progress: &mut Progress<'_>,
) -> Result<bool, Stopped> {
    let mut has_moved = false;
    let count = board.graph.steps.len();
    for step in board.graph.steps.ids() {
        progress.nth(step.at(), count)?;
        if !is_unhappy(board, step) {
            continue;
        }
        let alone = cells.near(board.graph, step).into_iter().map(|cell| vec![(step, cell)]);
        let together = cells.rows_near(board.graph, step).into_iter().map(|row| {
            let group = straight_with(board, cells, step);
            group.into_iter().map(|step| (step, (cells.of.get(step).0, row))).collect()
        });
        let moves: Vec<Vec<(StepIx, SheetCell)>> = alone.chain(together).collect();
        for moves in moves {
            if try_moves(board, cells, moves, scratch, progress)? {
                has_moved = true;
                break;
            }
        }
    }
    Ok(has_moved)
}

/// A step and those of its row that straight lines connect it with.
fn straight_with(board: &Board<'_>, cells: &Cells, step: StepIx) -> Vec<StepIx> {
    let graph = board.graph;
    let mut group = vec![step];
    let mut at = 0;
    while let Some(step) = group.get(at).copied() {
        at += 1;
        let lane = graph.steps.get(step).lane;
        let row = cells.of.get(step).1;
        let new: Vec<StepIx> = graph
            .neighbours(step)
            .filter(|other| graph.steps.get(*other).lane == lane && cells.of.get(*other).1 == row)
            .collect();
        for other in new {
            if !group.contains(&other) {
                group.push(other);
            }
        }
    }
    group
}

/// Whether a line of the step bends more than once or costs clearly more than its length.
fn is_unhappy(board: &Board<'_>, step: StepIx) -> bool {
    let graph = board.graph;
    graph.outs.get(step).iter().chain(graph.ins.get(step)).any(|edge| {
        let path = board.paths.get(*edge);
        let price = board.price(*edge, path);
        price > distance(board, *edge, |step| spot(board, step)) + board.prices.bend
    })
}

/// Moves steps to cells, changing places with who stands there, if that makes the lines cheaper.
fn try_moves(
    board: &mut Board<'_>,
    cells: &mut Cells,
    mut moves: Vec<(StepIx, SheetCell)>,
    scratch: &mut Scratch,
    progress: &mut Progress<'_>,
) -> Result<bool, Stopped> {
    if !with_swaps(board, cells, &mut moves) {
        return Ok(false);
    }
    let touched = touched(board, &moves);
    let nodes: usize = touched.iter().map(|edge| board.paths.get(*edge).len()).sum();
    if nodes > MOST_NODES || touched.len() > MOST_LINES || !can_gain(board, &moves, &touched) {
        return Ok(false);
    }
    let (before, old_price) = erase(board, &touched);
    let back: Vec<(StepIx, SheetCell)> =
        moves.iter().map(|(step, _)| (*step, *cells.of.get(*step))).collect();
    place(board, &moves);
    if redraw_below(board, &touched, old_price, scratch, progress)? {
        for (step, cell) in moves {
            cells.of.set(step, cell);
        }
        return Ok(true);
    }
    for edge in &touched {
        board.erase(*edge);
    }
    place(board, &back);
    restore(board, &touched, before);
    Ok(false)
}

/// Whether the lines could be cheaper if nothing were in their way.
fn can_gain(board: &Board<'_>, moves: &[(StepIx, SheetCell)], touched: &[EdgeIx]) -> bool {
    let graph = board.graph;
    let place = |step: StepIx| {
        let new = moves.iter().find(|(mover, _)| *mover == step);
        new.map_or(*board.spot.get(step), |(_, cell)| board.sheet.cell(graph.steps.get(step).lane, *cell))
    };
    let new: u32 = touched.iter().map(|edge| least(board, *edge, place)).sum();
    let old: u32 = touched.iter().map(|edge| board.price(*edge, board.paths.get(*edge))).sum();
    new < old
}

/// Adds the moves of those who stand where others go; `false` where they cannot.
fn with_swaps(board: &Board<'_>, cells: &Cells, moves: &mut Vec<(StepIx, SheetCell)>) -> bool {
    let graph = board.graph;
    let mut swaps = Vec::new();
    for (step, cell) in moves.iter() {
        let lane = graph.steps.get(*step).lane;
        let Some(other) = board.taken(board.sheet.cell(lane, *cell)) else { continue };
        if moves.iter().any(|(step, _)| *step == other) {
            continue;
        }
        let old = *cells.of.get(*step);
        // Who has to go where somebody else goes would need a longer chain of moves.
        let is_wanted = moves.iter().any(|(mover, to)| *to == old && graph.steps.get(*mover).lane == lane);
        if is_wanted || !cells.may_stand(graph, other, old) {
            return false;
        }
        swaps.push((other, old));
    }
    moves.extend(swaps);
    true
}

fn place(board: &mut Board<'_>, moves: &[(StepIx, SheetCell)]) {
    for (step, _) in moves {
        board.lift(*step);
    }
    for (step, cell) in moves {
        let node = board.sheet.cell(board.graph.steps.get(*step).lane, *cell);
        board.put(*step, node);
    }
}

/// Draws lines anew as long as all of them together cost less than `limit`.
fn redraw_below(
    board: &mut Board<'_>,
    edges: &[EdgeIx],
    limit: u32,
    scratch: &mut Scratch,
    progress: &mut Progress<'_>,
) -> Result<bool, Stopped> {
    let mut rest: u32 = edges.iter().map(|edge| least(board, *edge, |step| spot(board, step))).sum();
    let mut spent = 0;
    for edge in edges {
        rest -= least(board, *edge, |step| spot(board, step));
        if spent + rest >= limit {
            return Ok(false);
        }
        let found = find(board, *edge, limit - spent - rest, scratch, progress)?;
        let Some((path, price)) = found else { return Ok(false) };
        spent += price;
        board.draw(*edge, path);
    }
    Ok(spent < limit)
}

/// The lines of the steps and those through the cells that they change.
fn touched(board: &Board<'_>, moves: &[(StepIx, SheetCell)]) -> Vec<EdgeIx> {
    let graph = board.graph;
    let mut touched: Vec<EdgeIx> = Vec::new();
    for (step, cell) in moves {
        touched.extend(graph.outs.get(*step).iter().chain(graph.ins.get(*step)));
        touched.extend(board.through(board.sheet.cell(graph.steps.get(*step).lane, *cell)));
    }
    touched.sort_unstable_by_key(|edge| edge.at());
    touched.dedup();
    touched
}

/// What all lines cost together; a crossing counts once for each of its lines.
pub(in crate::layout) fn total(board: &Board<'_>) -> u64 {
    let prices = board.paths.iter().map(|(edge, path)| u64::from(board.price(edge, path)));
    prices.sum()
}

/// Where each step stands.
pub(in crate::layout) fn spots(
    board_cells: &Cells,
    graph: &crate::layout::order::graph::AcyclicGraph,
    sheet: &crate::layout::ways::sheet::ChartSheet,
) -> IxVec<StepIx, NodeIx> {
    let spots = graph.steps.iter().map(|(ix, step)| sheet.cell(step.lane, *board_cells.of.get(ix)));
    IxVec::new(spots.collect(), NodeIx(0))
}
