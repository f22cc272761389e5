//! Lining up, spreading, and what lies on top.
//!
//! Only what is chosen moves; where something else stands in the way, nothing does.

use std::{collections::BTreeSet, sync::Arc};

use super::{Showing, bystanders::Bystanders, spread::spread};
use crate::{
    edit::{Arrange, Refusal, transaction::Transaction},
    geom::{Orientation, Rect, Vec2},
    model::{LaneId, Page, Step, StepId},
};

/// Smaller moves are none.
const SAME: f64 = 0.01;

pub(super) fn arrange(
    tx: &mut Transaction<'_>,
    steps: &BTreeSet<StepId>,
    how: Arrange,
) -> Result<Showing, Refusal> {
    let chosen: Vec<Arc<Step>> = steps.iter().map(|id| tx.step(id).cloned()).collect::<Result<_, _>>()?;
    if chosen.is_empty() {
        return Err(Refusal::Nothing);
    }
    match how {
        Arrange::ToFront => rank(tx, steps, tx.page().z_order.over_all_but(steps)),
        Arrange::ToBack => rank(tx, steps, tx.page().z_order.under_all_but(steps)),
        Arrange::Left
        | Arrange::Centre
        | Arrange::Right
        | Arrange::Top
        | Arrange::Middle
        | Arrange::Bottom
        | Arrange::SpreadAcross
        | Arrange::SpreadDown => put(tx, moves(tx.page(), &chosen, how)?)?,
    }
    Ok(Showing::SAME)
}

/// Moves steps, and nothing else for their sake.
fn put(tx: &mut Transaction<'_>, moves: Vec<(StepId, Vec2)>) -> Result<(), Refusal> {
    tx.keep_others();
    for (id, by) in moves {
        tx.update_step(&id, |step| step.rect = step.rect + by)?;
        tx.place(&id);
    }
    Ok(())
}

/// Which steps move how far.
fn moves(page: &Page, chosen: &[Arc<Step>], how: Arrange) -> Result<Vec<(StepId, Vec2)>, Refusal> {
    let others = Bystanders::of(page, chosen);
    let groups = groups(page.orientation, chosen, how);
    let mut moves = Vec::new();
    for group in &groups {
        moves.extend(match how {
            Arrange::SpreadAcross | Arrange::SpreadDown => spread(page, group, &others, how)?,
            _ => line_up(group, &others, how)?,
        });
    }
    moves.retain(|(_, by)| is_move(*by));
    match (moves.is_empty(), groups.len()) {
        (false, _) => Ok(moves),
        (true, 1) => Err(Refusal::AsBefore),
        (true, _) => Err(Refusal::KeepLanes),
    }
}

/// Whether a step that goes so far has moved.
fn is_move(by: Vec2) -> bool {
    by.hypot() > SAME
}

/// What is lined up with each other: across the lanes, only what is in the same lane, because nothing leaves its
/// lane by being lined up.
fn groups(orientation: Orientation, chosen: &[Arc<Step>], how: Arrange) -> Vec<Vec<Arc<Step>>> {
    let is_level = matches!(how, Arrange::Top | Arrange::Middle | Arrange::Bottom | Arrange::SpreadDown);
    let is_across = is_level == (orientation == Orientation::Horizontal);
    if !is_across {
        return vec![chosen.to_vec()];
    }
    let lanes: BTreeSet<&LaneId> = chosen.iter().map(|step| &step.lane).collect();
    let of = |lane: &LaneId| chosen.iter().filter(|step| step.lane == *lane).cloned().collect();
    lanes.into_iter().map(of).collect()
}

fn line_up(group: &[Arc<Step>], others: &Bystanders, how: Arrange) -> Result<Vec<(StepId, Vec2)>, Refusal> {
    let Some(around) = group.iter().map(|step| step.rect).reduce(|a, b| a.union(b)) else {
        return Ok(Vec::new());
    };
    let x = |to: f64, from: f64| Vec2::new(to - from, 0.0);
    let y = |to: f64, from: f64| Vec2::new(0.0, to - from);
    let by = |r: Rect| match how {
        Arrange::Left => x(around.x0, r.x0),
        Arrange::Centre => x(around.center().x, r.center().x),
        Arrange::Right => x(around.x1, r.x1),
        Arrange::Top => y(around.y0, r.y0),
        Arrange::Middle => y(around.center().y, r.center().y),
        Arrange::Bottom => y(around.y1, r.y1),
        Arrange::SpreadAcross | Arrange::SpreadDown | Arrange::ToFront | Arrange::ToBack => Vec2::ZERO,
    };
    let is_blocked = |step: &Step| {
        let by = by(step.rect);
        is_move(by) && step.kind.is_flow() && others.block(step.rect + by)
    };
    if group.iter().any(|step| is_blocked(step)) {
        return Err(Refusal::InTheWay);
    }
    Ok(group.iter().map(|step| (step.id.clone(), by(step.rect))).collect())
}

/// Puts steps at one height; their order among themselves is that of their ids.
fn rank(tx: &mut Transaction<'_>, steps: &BTreeSet<StepId>, rank: i32) {
    for id in steps {
        tx.set_rank(id, rank);
    }
}
