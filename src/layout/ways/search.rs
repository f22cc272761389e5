//! The cheapest way of one connector over the sheet.
//!
//! Owns the search only; what a way costs is the board's affair. A* with states (node, direction of entry), after
//! Wybrow, Marriott, Stuckey: *Orthogonal Connector Routing* (GD 2009), on the sheet's few lines instead of a full
//! visibility graph.

use std::{cmp::Reverse, collections::BinaryHeap};

use crate::{
    geom::{Ix as _, IxVec, Side, indices},
    layout::{
        request::EdgeIx,
        ways::{
            board::Board,
            sheet::{ChartSheet, Crossing, NodeIx},
        },
    },
    progress::{Progress, Stopped},
};

/// After so many nodes a search asks whether it goes on: about a millisecond.
const PATIENCE: usize = 4096;

indices!(pub(in crate::layout),
    /// A node and the direction it was entered in.
    StateIx,
);

/// What is kept between searches, so that none has to clear the whole sheet.
#[derive(Default)]
pub(in crate::layout) struct Scratch {
    states: IxVec<StateIx, ReachedState>,
    round: u32,
    open: BinaryHeap<Reverse<(u32, u32, StateIx)>>,
}

/// Two words, because a large sheet has millions of them.
#[derive(Clone, Copy, Default)]
struct ReachedState {
    /// The number of the search that this is of, and behind it, in [`BEFORE`] bits, the direction in which the node before
    /// was entered, counted from 1; 0 at the beginning.
    stamp: u32,
    spent: u32,
}

/// How many bits of a stamp say the direction before.
const BEFORE: u32 = 3;

impl ReachedState {
    fn new(round: u32, spent: u32, before: Option<Side>) -> Self {
        let before = before.map_or(0, |side| side as u32 + 1);
        Self { stamp: round << BEFORE | before, spent }
    }

    const fn round(self) -> u32 {
        self.stamp >> BEFORE
    }

    fn before(self) -> Option<Side> {
        let before = (self.stamp & ((1 << BEFORE) - 1)).checked_sub(1)?;
        Side::ALL.into_iter().find(|side| *side as u32 == before)
    }
}

impl Scratch {
    fn begin(&mut self, sheet: &ChartSheet) {
        let states = sheet.nodes() * Side::ALL.len();
        // The numbers of searches end at some time; then they begin anew.
        if self.states.len() != states || self.round >= u32::MAX >> BEFORE {
            self.states = IxVec::filled(states, ReachedState::default());
            self.round = 0;
        }
        self.round += 1;
        self.open.clear();
    }

    fn spent(&self, state: StateIx) -> u32 {
        let reached = *self.states.get(state);
        if reached.round() == self.round { reached.spent } else { u32::MAX }
    }
}

fn state(node: NodeIx, side: Side) -> StateIx {
    StateIx(node.at() * Side::ALL.len() + side as usize)
}

fn parts(state: StateIx) -> (NodeIx, Side) {
    let side = Side::ALL.get(state.at() % Side::ALL.len()).copied().unwrap_or(Side::Right);
    (NodeIx(state.at() / Side::ALL.len()), side)
}

/// The cheapest way of a connector from step to step, with its cost; `None` when there is none for less than
/// `limit`.
pub(in crate::layout) fn find(
    board: &Board<'_>,
    edge: EdgeIx,
    limit: u32,
    scratch: &mut Scratch,
    progress: &mut Progress<'_>,
) -> Result<Option<(Vec<NodeIx>, u32)>, Stopped> {
    progress.ask()?;
    scratch.begin(&board.sheet);
    let mut search = WaySearch::new(board, edge, limit, scratch);
    search.leave();
    let found = search.run(progress)?;
    Ok(found.map(|(last, price)| (search.trace(last), price)))
}

struct WaySearch<'a> {
    board: &'a Board<'a>,
    scratch: &'a mut Scratch,
    net: u32,
    edge: EdgeIx,
    limit: u32,
    start: NodeIx,
    goal: NodeIx,
    goal_at: (u32, u32),
}

impl<'a> WaySearch<'a> {
    fn new(board: &'a Board<'a>, edge: EdgeIx, limit: u32, scratch: &'a mut Scratch) -> Self {
        let ends = board.graph.edges.get(edge);
        let (start, goal) = (*board.spot.get(ends.from), *board.spot.get(ends.to));
        Self {
            board,
            scratch,
            net: board.net(edge),
            edge,
            limit,
            start,
            goal,
            goal_at: board.sheet.place(goal),
        }
    }

    /// Opens the four ways out of the first step.
    fn leave(&mut self) {
        let from = self.board.graph.edges.get(self.edge).from;
        let start = self.board.sheet.crossing(self.start);
        for side in Side::ALL {
            let door = self.board.door(from, side, self.net, false);
            if let Some((to, price)) = self.board.hop(start, side, self.net)
                && (self.board.is_free(to.node) || to.node == self.goal)
            {
                self.reach(to, side, door + price, None);
            }
        }
    }

    fn run(&mut self, progress: &mut Progress<'_>) -> Result<Option<(StateIx, u32)>, Stopped> {
        let mut left_to_ask = PATIENCE;
        while let Some(Reverse((_, left, at))) = self.scratch.open.pop() {
            left_to_ask -= 1;
            if left_to_ask == 0 {
                progress.ask()?;
                left_to_ask = PATIENCE;
            }
            let (node, side) = parts(at);
            let spent = self.scratch.spent(at);
            if node == self.goal {
                return Ok(Some((at, spent)));
            }
            // An older entry for a state that was reached cheaper since then.
            if left != u32::MAX - spent || self.is_idle(node, side, spent) {
                continue;
            }
            let here = self.board.sheet.crossing(node);
            for next in Side::ALL {
                if next == side.opposite() {
                    continue;
                }
                let Some((to, price)) = self.board.hop(here, next, self.net) else { continue };
                if to.node == self.goal || self.board.is_free(to.node) {
                    let turn = self.board.turn(node, side, next);
                    self.reach(to, next, spent + price + turn, Some(side));
                }
            }
        }
        Ok(None)
    }

    fn reach(&mut self, to: Crossing, side: Side, spent: u32, before: Option<Side>) {
        let spent = if to.node == self.goal {
            let step = self.board.graph.edges.get(self.edge).to;
            spent + self.board.door(step, side.opposite(), self.net, true)
        } else {
            spent
        };
        let at = state(to.node, side);
        if spent >= self.scratch.spent(at) {
            return;
        }
        self.scratch.states.set(at, ReachedState::new(self.scratch.round, spent, before));
        let rest = self.rest(to, side);
        if spent + rest >= self.limit {
            return;
        }
        // Of equal estimates the one that has come further first.
        self.scratch.open.push(Reverse((spent + rest, u32::MAX - spent, at)));
    }

    /// Whether the node was reached across `side` for so much less that a bend there gives every way that goes on from
    /// here, and cheaper; but the way back.
    fn is_idle(&self, node: NodeIx, side: Side, spent: u32) -> bool {
        // That leads nowhere but to the beginning, where only a loop has to go.
        if self.start == self.goal {
            return false;
        }
        let bend = self.board.prices.bend;
        let across = Side::ALL.into_iter().filter(|other| other.is_horizontal() != side.is_horizontal());
        let mut across = across.map(|other| (other, self.scratch.spent(state(node, other))));
        across.any(|(other, least)| {
            least < spent.saturating_sub(bend) && least + self.board.turn(node, other, other) <= spent + bend
        })
    }

    /// Not more than the rest of the way costs: its length and the bends without which it cannot be. In large charts
    /// more, for the sake of time.
    fn rest(&self, at: Crossing, side: Side) -> u32 {
        let (x, y) = self.board.sheet.place_of(at);
        let (u, v) = self.goal_at;
        let (ahead, aside) = match side {
            Side::Right => (i64::from(u) - i64::from(x), y.abs_diff(v)),
            Side::Left => (i64::from(x) - i64::from(u), y.abs_diff(v)),
            Side::Bottom => (i64::from(v) - i64::from(y), x.abs_diff(u)),
            Side::Top => (i64::from(y) - i64::from(v), x.abs_diff(u)),
        };
        let bends = match (ahead, aside) {
            (0.., 0) => 0,
            (0.., _) => 1,
            (..0, _) => 2,
        };
        (x.abs_diff(u) + y.abs_diff(v) + bends * self.board.prices.bend) * self.board.prices.estimate_weight
            / 4
    }

    /// Walks back from the last step to the first.
    fn trace(&self, last: StateIx) -> Vec<NodeIx> {
        let (mut node, mut side) = parts(last);
        let mut path = vec![node];
        loop {
            let before = self.scratch.states.get(state(node, side)).before();
            let Some(back) = self.board.sheet.next(node, side.opposite()) else { break };
            node = back;
            path.push(node);
            match before {
                Some(before) => side = before,
                None => break,
            }
        }
        path.reverse();
        path
    }
}
