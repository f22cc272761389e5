//! The shares of a decision's branches still add up to 100 when a branch comes or goes.

use std::collections::BTreeSet;

use crate::{
    edit::{
        Refusal, shares,
        transaction::{Became, Transaction},
    },
    model::{ConnectorId, ConnectorKind, StepId},
};

/// Divides what a branch that went had among those that stay. A branch that came has no share yet; that is for a
/// person to say.
pub(super) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let lost: Vec<(StepId, f64)> = tx
        .connectors_before()
        .filter_map(|Became { before, now, .. }| {
            let before = before.filter(|before| before.kind == ConnectorKind::Sequence)?;
            let from = before.from.step()?;
            let stays =
                now.is_some_and(|now| now.from.step() == Some(from) && now.kind == ConnectorKind::Sequence);
            Some((from.clone(), before.share.filter(|_| !stays)?))
        })
        .collect();
    let decisions: BTreeSet<StepId> = lost.iter().map(|(step, _)| step.clone()).collect();
    for decision in decisions {
        let stay: Vec<(ConnectorId, Option<f64>)> = shares::branches(tx.page(), &decision)
            .iter()
            .map(|branch| (branch.id.clone(), branch.share))
            .collect();
        let gone: f64 = lost.iter().filter(|(step, _)| *step == decision).map(|(_, share)| share).sum();
        let said: f64 = stay.iter().filter_map(|(_, share)| *share).sum();
        let was_whole = (said + gone - 100.0).abs() < 0.5 && stay.iter().all(|(_, share)| share.is_some());
        if was_whole && !stay.is_empty() {
            shares::scale(tx, &stay, 100.0)?;
        }
    }
    Ok(())
}
