//! What is done to connectors.

use std::{collections::BTreeSet, sync::Arc};

use super::{Showing, content::clean_text, steps::blank_connector};
use crate::{
    edit::{ConnectorCommand, Refusal, Selection, rules, shares, transaction::Transaction},
    geom::Point,
    model::{Bend, Connector, ConnectorEnd, ConnectorId, ConnectorKind, End, LabelPlace, Route, StepId},
};

pub(super) fn apply(command: &ConnectorCommand, tx: &mut Transaction<'_>) -> Result<Showing, Refusal> {
    match command {
        ConnectorCommand::Create { id, from, to, kind, label } => {
            rules::check_new(tx.doc(), [id.as_str()])?;
            rules::can_connect(tx.page(), from, to, *kind, None)?;
            check_end(from)?;
            check_end(to)?;
            tx.put_connector(blank_connector(id, from.clone(), to.clone(), *kind, clean_text(label)));
            tx.reroute(id);
            Ok(Showing::select(Selection::connector(id.clone())))
        }
        ConnectorCommand::Reconnect { connector, which, end } => reconnect(tx, connector, *which, end),
        ConnectorCommand::Reverse { connector } => reverse(tx, connector),
        ConnectorCommand::SetKind { connectors, kind } => set_kind(tx, connectors, *kind),
        ConnectorCommand::SetShare { connector, share } => set_share(tx, connector, *share),
        ConnectorCommand::EvenShares { step } => even_shares(tx, step),
        ConnectorCommand::SetBends { connector, bends } => set_bends(tx, connector, bends),
        ConnectorCommand::MoveLabel { connector, at } => move_label(tx, connector, *at),
        ConnectorCommand::PlaceLabels { connectors } => place_labels(tx, connectors),
        ConnectorCommand::Tidy { connectors } => tidy(tx, connectors),
    }
}

fn check_end(end: &End) -> Result<(), Refusal> {
    let is_near = |p: &Point| p.x.abs() <= 1e6 && p.y.abs() <= 1e6;
    match end {
        End::Free(p) if !is_near(p) => Err(Refusal::OutOfReach),
        End::Attached { port: Some(port), .. } if !(0.0..=1.0).contains(&port.t) => Err(Refusal::OutOfReach),
        End::Free(_) | End::Attached { .. } => Ok(()),
    }
}

fn reconnect(
    tx: &mut Transaction<'_>,
    id: &ConnectorId,
    which: ConnectorEnd,
    end: &End,
) -> Result<Showing, Refusal> {
    check_end(end)?;
    let old = Arc::clone(tx.connector(id)?);
    let ((from, to), held) = match which {
        ConnectorEnd::From => ((end, &old.to), ConnectorEnd::To),
        ConnectorEnd::To => ((&old.from, end), ConnectorEnd::From),
    };
    rules::can_connect(tx.page(), from, to, old.kind, Some(id))?;
    let (from, to) = (from.clone(), to.clone());
    tx.update_connector(id, |connector| {
        if connector.from.step() != from.step() {
            // It was a share of the cases that reached another step.
            connector.share = None;
        }
        (connector.from, connector.to) = (from, to);
    })?;
    tx.reroute_holding(id, held);
    Ok(Showing::SAME)
}

fn reverse(tx: &mut Transaction<'_>, id: &ConnectorId) -> Result<Showing, Refusal> {
    let old = Arc::clone(tx.connector(id)?);
    rules::can_connect(tx.page(), &old.to, &old.from, old.kind, Some(id))?;
    tx.update_connector(id, |connector| {
        std::mem::swap(&mut connector.from, &mut connector.to);
        connector.share = None;
        if let Some(route) = &mut connector.route {
            route.bends.reverse();
        }
    })?;
    tx.relabel(id);
    Ok(Showing::SAME)
}

fn set_kind(
    tx: &mut Transaction<'_>,
    connectors: &BTreeSet<ConnectorId>,
    kind: ConnectorKind,
) -> Result<Showing, Refusal> {
    for id in connectors {
        let old = Arc::clone(tx.connector(id)?);
        rules::can_connect(tx.page(), &old.from, &old.to, kind, Some(id))?;
        tx.update_connector(id, |connector| connector.kind = kind)?;
        tx.relabel(id);
    }
    Ok(Showing::SAME)
}

/// Percentages are kept to a hundredth.
fn percent(share: f64) -> f64 {
    crate::geom::quantise(share.clamp(0.0, 100.0))
}

fn set_share(tx: &mut Transaction<'_>, id: &ConnectorId, share: Option<f64>) -> Result<Showing, Refusal> {
    let share = share.filter(|share| share.is_finite()).map(percent);
    tx.update_connector(id, |connector| connector.share = share)?;
    let from = tx.connector(id)?.from.step().cloned();
    if let (Some(from), Some(share)) = (from, share) {
        shares::yield_to(tx, &from, id, share)?;
    }
    Ok(Showing::SAME)
}

fn even_shares(tx: &mut Transaction<'_>, step: &StepId) -> Result<Showing, Refusal> {
    tx.step(step)?;
    shares::complete(tx, step)?;
    Ok(Showing::SAME)
}

fn set_bends(tx: &mut Transaction<'_>, id: &ConnectorId, bends: &[Bend]) -> Result<Showing, Refusal> {
    for bend in bends {
        check_end(&End::Free(bend.at))?;
    }
    tx.update_connector(id, |connector| {
        let route = connector.route.get_or_insert_default();
        route.bends = bends.to_vec();
    })?;
    tx.reroute(id);
    Ok(Showing::SAME)
}

fn move_label(tx: &mut Transaction<'_>, id: &ConnectorId, at: Point) -> Result<Showing, Refusal> {
    check_end(&End::Free(at))?;
    tx.update_connector(id, |connector| {
        let label = LabelPlace { at, pinned: true };
        connector.route.get_or_insert_with(Route::default).label = Some(label);
    })?;
    Ok(Showing::SAME)
}

fn place_labels(tx: &mut Transaction<'_>, connectors: &BTreeSet<ConnectorId>) -> Result<Showing, Refusal> {
    for id in connectors {
        tx.update_connector(id, |connector| {
            if let Some(label) = connector.route.as_mut().and_then(|route| route.label.as_mut()) {
                label.pinned = false;
            }
        })?;
        tx.relabel(id);
    }
    Ok(Showing::SAME)
}

fn tidy(tx: &mut Transaction<'_>, connectors: &BTreeSet<ConnectorId>) -> Result<Showing, Refusal> {
    for id in connectors {
        tx.update_connector(id, |connector: &mut Connector| {
            // A port without a route would be kept: somebody might have written it.
            for end in [&mut connector.from, &mut connector.to] {
                if let End::Attached { port, .. } = end {
                    *port = None;
                }
            }
            connector.route = None;
        })?;
        tx.reroute(id);
    }
    Ok(Showing::SAME)
}
