//! A* over the grid, with states (node, direction of entry).
//!
//! Owns the search only; what edges cost is the grid's affair. Cost of a way: cost of both ends +
//! edges + bends. The estimate (Manhattan distance and the least number of bends to the nearest
//! goal, after Wybrow et al. 2009) never exceeds the true cost, so the way found is a cheapest one.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use kurbo::Point;

use crate::route::lines::dir::Dir;
use crate::route::lines::index::{Ix as _, IxVec, Node, State};
use crate::route::lines::seg::EPS;
use crate::route::search::ends::StubEnd;
use crate::route::search::grid::CostGrid;

/// A way from one of the starts to one of the goals.
#[derive(Clone, Debug)]
pub(in crate::route) struct FoundWay {
    /// From port to port, not simplified.
    pub(in crate::route) points: Vec<Point>,
    pub(in crate::route) from: StubEnd,
    pub(in crate::route) to: StubEnd,
    pub(in crate::route) cost: f64,
}

/// How a state was reached.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Arrival {
    Unseen,
    Start,
    Facing(Dir),
}

/// An entry of the open list; the cheapest estimate is the greatest.
#[derive(PartialEq)]
struct OpenState {
    estimate: f64,
    spent: f64,
    spot: SearchSpot,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum SearchSpot {
    Goal(usize, Dir),
    At(Node, Dir),
}

impl Eq for OpenState {}

impl PartialOrd for OpenState {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for OpenState {
    fn cmp(&self, other: &Self) -> Ordering {
        other
            .estimate
            .total_cmp(&self.estimate)
            .then_with(|| self.spent.total_cmp(&other.spent))
            .then_with(|| other.spot.cmp(&self.spot))
    }
}

/// The cheapest way from any start to any goal; `None` when there is none.
///
/// Precondition: the stub ends are nodes of the grid; ends that are not are ignored. `through_steps` says whether steps
/// can be passed through, that of an end too.
pub(in crate::route) fn search(
    grid: &CostGrid,
    starts: &[StubEnd],
    goals: &[StubEnd],
    bend_cost: f64,
    through_steps: bool,
) -> Option<FoundWay> {
    let mut search = RouteSearch::new(grid, starts, goals, bend_cost);
    search.leads_away &= !through_steps;
    search.leave(starts);
    let (goal, node, dir, cost) = search.run()?;
    search.trace(starts, (goal, node, dir), cost)
}

struct RouteSearch<'a> {
    grid: &'a CostGrid,
    goals: &'a [StubEnd],
    /// Goals that are nodes, by node.
    goal_nodes: Vec<(Node, usize)>,
    bend_cost: f64,
    /// Whether no way leads back to where it begins: not to the same step, and not through the bend that it comes from
    /// or through the step; and none comes out of the step where it ends.
    leads_away: bool,
    spent: IxVec<State, f64>,
    arrival: IxVec<State, Arrival>,
    /// What the way from a state to the nearest goal costs at least; not a number: not asked yet.
    rest: IxVec<State, f64>,
    open: BinaryHeap<OpenState>,
}

impl<'a> RouteSearch<'a> {
    fn new(grid: &'a CostGrid, starts: &[StubEnd], goals: &'a [StubEnd], bend_cost: f64) -> Self {
        let mut goal_nodes: Vec<(Node, usize)> = goals
            .iter()
            .enumerate()
            .filter_map(|(place, goal)| Some((grid.node_at(goal.at)?, place)))
            .collect();
        goal_nodes.sort_unstable();
        let states = grid.nodes() * Dir::ALL.len();
        Self {
            grid,
            goals,
            goal_nodes,
            bend_cost,
            leads_away: !starts.iter().any(|start| {
                let is_bend = start.side.is_none() && start.out.is_some();
                is_bend || goals.iter().any(|goal| goal.at == start.at)
            }),
            spent: IxVec::filled(states, f64::INFINITY),
            arrival: IxVec::filled(states, Arrival::Unseen),
            rest: IxVec::filled(states, f64::NAN),
            open: BinaryHeap::new(),
        }
    }

    /// Opens the ways out of the starts.
    fn leave(&mut self, starts: &[StubEnd]) {
        for start in starts {
            let Some(node) = self.grid.node_at(start.at) else {
                continue;
            };
            for dir in Dir::ALL {
                if start.out.is_none_or(|out| out == dir) {
                    self.reach(node, dir, start.cost, Arrival::Start);
                }
            }
        }
    }

    fn run(&mut self) -> Option<(usize, Node, Dir, f64)> {
        while let Some(OpenState { spent, spot, .. }) = self.open.pop() {
            match spot {
                SearchSpot::Goal(goal, dir) => {
                    let node = self.grid.node_at(self.goals.get(goal)?.at)?;
                    return Some((goal, node, dir, spent));
                }
                SearchSpot::At(node, dir) => {
                    if spent <= *self.spent.get(state(node, dir)) && !self.is_idle(node, dir, spent) {
                        self.expand(node, dir, spent);
                    }
                }
            }
        }
        None
    }

    fn expand(&mut self, node: Node, dir: Dir, spent: f64) {
        self.finish(node, dir, spent);
        for next in Dir::ALL {
            if next == dir.opposite() {
                continue;
            }
            if let Some((to, price)) = self.grid.step(node, next) {
                let bend = if next == dir { 0.0 } else { self.bend_cost };
                self.reach(to, next, spent + price + bend, Arrival::Facing(dir));
            }
        }
    }

    /// Opens the goals at a node.
    fn finish(&mut self, node: Node, dir: Dir, spent: f64) {
        let first = self.goal_nodes.partition_point(|(other, _)| *other < node);
        let here = self.goal_nodes.iter().skip(first);
        for (_, place) in here.take_while(|(other, _)| *other == node) {
            let Some(goal) = self.goals.get(*place) else {
                continue;
            };
            let bend = match goal.out {
                Some(out) if out == dir => continue,
                Some(out) if out.opposite() != dir => self.bend_cost,
                Some(_) | None => 0.0,
            };
            let cost = spent + bend + goal.cost;
            self.open.push(OpenState { estimate: cost, spent: cost, spot: SearchSpot::Goal(*place, dir) });
        }
    }

    fn reach(&mut self, node: Node, dir: Dir, spent: f64, arrival: Arrival) {
        let state = state(node, dir);
        if spent >= *self.spent.get(state) || self.is_idle(node, dir, spent) {
            return;
        }
        self.spent.set(state, spent);
        self.arrival.set(state, arrival);
        if self.rest.get(state).is_nan() {
            self.rest.set(state, self.least(node, dir));
        }
        let rest = *self.rest.get(state);
        if rest.is_finite() {
            self.open.push(OpenState { estimate: spent + rest, spent, spot: SearchSpot::At(node, dir) });
        }
    }

    /// Whether a node was reached in a direction across `dir` for so much less that a bend there gives every way
    /// that goes on from here, and cheaper; but the way back.
    fn is_idle(&self, node: Node, dir: Dir, spent: f64) -> bool {
        if !self.leads_away {
            return false;
        }
        let across = Dir::ALL.into_iter().filter(|other| other.axis() != dir.axis());
        let least = across.map(|other| *self.spent.get(state(node, other))).fold(f64::INFINITY, f64::min);
        least + self.bend_cost + EPS < spent
    }

    /// The least that the way from a state to any goal costs.
    fn least(&self, node: Node, dir: Dir) -> f64 {
        let here = self.grid.point(node);
        let rest = self.goals.iter().map(|goal| {
            let step = goal.at - here;
            let bends = dir.least_bends(here, goal.at, goal.out.map(Dir::opposite));
            step.x.abs() + step.y.abs() + f64::from(bends) * self.bend_cost + goal.cost
        });
        rest.fold(f64::INFINITY, f64::min)
    }

    /// Walks back from a goal to its start.
    fn trace(&self, starts: &[StubEnd], last: (usize, Node, Dir), cost: f64) -> Option<FoundWay> {
        let (goal, mut node, mut dir) = last;
        let to = *self.goals.get(goal)?;
        let mut points = vec![to.port, self.grid.point(node)];
        while let Arrival::Facing(before) = *self.arrival.get(state(node, dir)) {
            node = self.grid.beside(node, dir.opposite())?;
            dir = before;
            points.push(self.grid.point(node));
        }
        let spent = *self.spent.get(state(node, dir));
        let from = starts.iter().find(|start| {
            start.out.is_none_or(|out| out == dir)
                && start.cost <= spent
                && self.grid.node_at(start.at) == Some(node)
        })?;
        points.push(from.port);
        points.reverse();
        Some(FoundWay { points, from: *from, to, cost })
    }
}

fn state(node: Node, dir: Dir) -> State {
    State(node.at() * Dir::ALL.len() + dir.ordinal())
}

#[cfg(test)]
mod tests {
    use kurbo::Rect;
    use proptest::prelude::*;

    use super::*;
    use crate::geom::Side;
    use crate::route::lines::seg::Seg;

    const STEP: f64 = 10.0;
    const SIZE: usize = 12;

    fn cost(grid: &CostGrid, starts: &[StubEnd], goals: &[StubEnd], prunes: bool) -> Option<f64> {
        let mut search = RouteSearch::new(grid, starts, goals, 80.0);
        search.leads_away &= prunes;
        search.leave(starts);
        search.run().map(|(.., cost)| cost)
    }

    fn dir() -> impl Strategy<Value = Dir> {
        prop::sample::select(Dir::ALL.to_vec())
    }

    fn place() -> impl Strategy<Value = Point> {
        (0..SIZE, 0..SIZE).prop_map(|(x, y)| Point::new(x as f64 * STEP, y as f64 * STEP))
    }

    /// The ends of a short and a long stub out of one port.
    fn stubs() -> impl Strategy<Value = Vec<StubEnd>> {
        (place(), prop::option::weighted(0.9, dir()), 0.0..200.0).prop_map(|(at, out, cost)| {
            let short = StubEnd { cost, ..StubEnd::loose(at, out) };
            let Some(out) = out else { return vec![short] };
            let short = StubEnd { side: Some(Side::Top), ..short };
            vec![short, StubEnd { at: at + out.unit() * STEP, cost: cost + STEP - 2.0, ..short }]
        })
    }

    fn area() -> impl Strategy<Value = Rect> {
        (place(), place()).prop_map(|(a, b)| Rect::from_points(a, b).inflate(3.0, 3.0))
    }

    fn ends() -> impl Strategy<Value = Vec<StubEnd>> {
        prop::collection::vec(stubs(), 1..4).prop_map(|stubs| stubs.concat())
    }

    /// The steps behind the ends.
    fn steps(ends: &[StubEnd]) -> Vec<Rect> {
        let step =
            |end: &StubEnd| Some(Rect::from_center_size(end.port - end.out?.unit() * STEP, (20.0, 20.0)));
        ends.iter().filter_map(step).collect()
    }

    mod props {
        use super::*;
        use crate::testing::cases;

        proptest! {
            #![proptest_config(cases(1024))]

            /// What the search passes over would not have been cheaper.
            #[test]
            fn nothing_cheaper_is_passed_over(
                (starts, goals) in (ends(), ends()),
                walls in prop::collection::vec(area(), 0..6),
                dear in prop::collection::vec((area(), 0.0..30.0), 0..6),
            ) {
                let axis = || (0..SIZE).map(|n| n as f64 * STEP).collect::<Vec<f64>>();
                let mut grid = CostGrid::new(axis(), axis());
                for wall in steps(&starts).into_iter().chain(steps(&goals)).chain(walls) {
                    grid.charge(wall, |edge: &Seg| if edge.enters(wall) { f64::INFINITY } else { 0.0 });
                }
                for (area, rate) in dear {
                    grid.charge(area, |edge: &Seg| if edge.enters(area) { edge.len() * rate } else { 0.0 });
                }
                let (found, cheapest) = (cost(&grid, &starts, &goals, true), cost(&grid, &starts, &goals, false));
                prop_assert_eq!(found.is_some(), cheapest.is_some());
                let difference = found.unwrap_or_default() - cheapest.unwrap_or_default();
                prop_assert!(difference.abs() < 1e-6, "{found:?} {cheapest:?}");
            }
        }
    }
}
