//! The shares of a decision's branches add up to 100.

use std::sync::Arc;

use super::{Refusal, transaction::Transaction};
use crate::{
    geom::quantise,
    model::{Branching, Connector, ConnectorId, ConnectorKind, Page, StepId, StepKind},
};

/// The branches of `step`, where it is a decision that takes exactly one of them.
pub(super) fn branches<'a>(page: &'a Page, step: &StepId) -> Vec<&'a Arc<Connector>> {
    let is_exclusive = page.steps.get(step).is_some_and(
        |step| matches!(step.kind, StepKind::Decision(branching) if Branching::is_exclusive(branching)),
    );
    let is_flow = |connector: &&Arc<Connector>| connector.kind == ConnectorKind::Sequence;
    if is_exclusive { page.connectors.leaving(step).filter(is_flow).collect() } else { Vec::new() }
}

/// Gives the other branches of `step` what the branch `id` with its `share` leaves: in proportion to what they
/// have, or all to the only one that has none.
pub(super) fn yield_to(
    tx: &mut Transaction<'_>,
    step: &StepId,
    id: &ConnectorId,
    share: f64,
) -> Result<(), Refusal> {
    let others = branches(tx.page(), step);
    if !others.iter().any(|branch| branch.id == *id) {
        return Ok(());
    }
    let others: Vec<_> = others
        .iter()
        .filter(|branch| branch.id != *id)
        .map(|branch| (branch.id.clone(), branch.share))
        .collect();
    let unsaid = others.iter().filter(|(_, share)| share.is_none()).count();
    let said: f64 = others.iter().filter_map(|(_, share)| *share).sum();
    match (unsaid, others.as_slice()) {
        (_, []) => Ok(()),
        (0, _) => scale(tx, &others, 100.0 - share),
        (1, _) if share + said <= 100.0 => {
            let rest = others.iter().filter(|(_, share)| share.is_none());
            let rest: Vec<_> = rest.cloned().collect();
            scale(tx, &rest, 100.0 - share - said)
        }
        // Nobody knows how what is left is divided among several.
        _ => Ok(()),
    }
}

/// Makes all branches of `step` have shares that add up to 100: those without get equal parts of what is left.
pub(super) fn complete(tx: &mut Transaction<'_>, step: &StepId) -> Result<(), Refusal> {
    let all: Vec<_> =
        branches(tx.page(), step).iter().map(|branch| (branch.id.clone(), branch.share)).collect();
    let said: f64 = all.iter().filter_map(|(_, share)| *share).sum();
    let unsaid: Vec<_> = all.iter().filter(|(_, share)| share.is_none()).cloned().collect();
    if unsaid.is_empty() || said > 100.0 {
        return scale(tx, &all, 100.0);
    }
    scale(tx, &unsaid, 100.0 - said)
}

/// Divides `total` among `parts` in proportion to what they have; equally where they have nothing. Whole numbers
/// stay whole, and the sum is exact.
pub(super) fn scale(
    tx: &mut Transaction<'_>,
    parts: &[(ConnectorId, Option<f64>)],
    total: f64,
) -> Result<(), Refusal> {
    let now: f64 = parts.iter().filter_map(|(_, share)| *share).sum();
    let count = parts.len().max(1) as f64;
    let mut given = 0.0;
    for (i, (id, share)) in parts.iter().enumerate() {
        let exact = if now > 0.0 { share.unwrap_or_default() * total / now } else { total / count };
        let is_last = i + 1 == parts.len();
        let part = if is_last { total - given } else { exact.round().min(total - given) };
        let part = quantise(part.clamp(0.0, 100.0));
        given += part;
        tx.update_connector(id, |connector| connector.share = Some(part))?;
    }
    Ok(())
}
