//! Lining up, spreading, and what lies on top.

use std::{collections::BTreeSet, sync::Arc};

use super::Showing;
use crate::{
    edit::{Arrange, Refusal, transaction::Transaction},
    geom::{Orientation, Rect, Vec2},
    model::{LaneId, Step, StepId},
};

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
        | Arrange::SpreadDown => {
            for group in groups(tx.page().orientation, &chosen, how) {
                for (id, by) in moves(&group, how) {
                    tx.update_step(&id, |step| step.rect = step.rect + by)?;
                    tx.place(&id);
                }
            }
        }
    }
    Ok(Showing::SAME)
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

fn moves(group: &[Arc<Step>], how: Arrange) -> Vec<(StepId, Vec2)> {
    let Some(around) = group.iter().map(|step| step.rect).reduce(|a, b| a.union(b)) else {
        return Vec::new();
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
    match how {
        Arrange::SpreadAcross => spread(group, |r| (r.x0, r.x1), |d| Vec2::new(d, 0.0)),
        Arrange::SpreadDown => spread(group, |r| (r.y0, r.y1), |d| Vec2::new(0.0, d)),
        _ => group.iter().map(|step| (step.id.clone(), by(step.rect))).collect(),
    }
}

/// Equal gaps between neighbours; the first and the last stay.
fn spread(
    group: &[Arc<Step>],
    span: impl Fn(Rect) -> (f64, f64),
    by: impl Fn(f64) -> Vec2,
) -> Vec<(StepId, Vec2)> {
    let mut row: Vec<(f64, f64, &StepId)> = group
        .iter()
        .map(|step| {
            let (from, to) = span(step.rect);
            (from, to, &step.id)
        })
        .collect();
    row.sort_by(|a, b| (a.0 + a.1).total_cmp(&(b.0 + b.1)));
    let (Some(first), Some(last)) = (row.first(), row.last()) else { return Vec::new() };
    let filled: f64 = row.iter().map(|(from, to, _)| to - from).sum();
    let gaps = row.len().saturating_sub(1).max(1) as f64;
    let gap = (last.1 - first.0 - filled) / gaps;
    let mut next = first.0;
    row.iter()
        .map(|(from, to, id)| {
            let moved = ((*id).clone(), by(next - from));
            next += to - from + gap;
            moved
        })
        .collect()
}

/// Puts steps at one height; their order among themselves is that of their ids.
fn rank(tx: &mut Transaction<'_>, steps: &BTreeSet<StepId>, rank: i32) {
    for id in steps {
        tx.set_rank(id, rank);
    }
}
