//! Equal gaps between steps.
//!
//! The first and the last one stay where there is room between them. Where another step stands on one of the places, or
//! there is too little room, the gaps become wider, all of them alike, until nothing is in the way.

use std::sync::Arc;

use super::bystanders::Bystanders;
use crate::{
    edit::{Arrange, Refusal, free_space::Bands},
    geom::{Rect, RectIndex, Vec2},
    model::{Page, Step, StepId},
};

/// Smaller moves are none.
const SAME: f64 = 0.01;
/// Gaps grow by so much at a time …
const WIDER: f64 = 4.0;
/// … and so often.
const MOST_TIMES: usize = 300;

/// How far each step of `group` moves.
pub(super) fn spread(
    page: &Page,
    group: &[Arc<Step>],
    others: &Bystanders,
    how: Arrange,
) -> Result<Vec<(StepId, Vec2)>, Refusal> {
    let row = Row::of(group, how);
    let bands = Bands::of(page);
    let stands = |moved: &[(Rect, bool)]| {
        let among = RectIndex::of(moved.iter().filter(|(_, is_flow)| *is_flow).map(|(rect, _)| *rect));
        let is_alone = |rect: Rect| among.touching(rect).len() == 1;
        moved.iter().all(|(rect, is_flow)| !is_flow || (is_alone(*rect) && !others.block(*rect)))
    };
    let gaps = std::iter::successors(Some(row.even_gap()), |gap| Some(gap + WIDER)).take(MOST_TIMES);
    for gap in gaps {
        let moves = row.moves(gap);
        let moved: Vec<_> = row.steps.iter().zip(&moves).filter(|(_, by)| by.hypot() > SAME).collect();
        let is_inside = moved.iter().all(|(step, by)| bands.hold(step.rect + **by));
        let all: Vec<(Rect, bool)> =
            row.steps.iter().zip(&moves).map(|(step, by)| (step.rect + *by, step.kind.is_flow())).collect();
        if moved.is_empty() || (is_inside && stands(&all)) {
            return Ok(row.steps.iter().map(|step| step.id.clone()).zip(moves).collect());
        }
    }
    Err(Refusal::NoRoom)
}

/// Steps in the order of their places.
struct Row<'s> {
    steps: Vec<&'s Arc<Step>>,
    is_level: bool,
}

impl<'s> Row<'s> {
    fn of(group: &'s [Arc<Step>], how: Arrange) -> Self {
        let is_level = how == Arrange::SpreadAcross;
        let mut row = Self { steps: group.iter().collect(), is_level };
        let middle = |step: &Step| if is_level { step.rect.center().x } else { step.rect.center().y };
        row.steps.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
        row
    }

    /// Where a step begins and ends in the direction of the row.
    fn span(&self, step: &Step) -> (f64, f64) {
        let rect = step.rect;
        if self.is_level { (rect.x0, rect.x1) } else { (rect.y0, rect.y1) }
    }

    /// The gap between neighbours with which the first and the last one stay.
    fn even_gap(&self) -> f64 {
        let (Some(first), Some(last)) = (self.steps.first(), self.steps.last()) else { return 0.0 };
        let filled: f64 = self.steps.iter().map(|step| self.span(step)).map(|(from, to)| to - from).sum();
        let gaps = self.steps.len().saturating_sub(1).max(1) as f64;
        (self.span(last).1 - self.span(first).0 - filled) / gaps
    }

    /// How far each one moves so that all gaps are `gap`; the first one stays.
    fn moves(&self, gap: f64) -> Vec<Vec2> {
        let mut next = self.steps.first().map_or(0.0, |first| self.span(first).0);
        let by = |step: &&Arc<Step>| {
            let (from, to) = self.span(step);
            let by = next - from;
            next += to - from + gap;
            if self.is_level { Vec2::new(by, 0.0) } else { Vec2::new(0.0, by) }
        };
        self.steps.iter().map(by).collect()
    }
}
