//! What goes, and how the flow is closed behind it.

use std::{collections::BTreeSet, sync::Arc};

use super::Showing;
use crate::{
    edit::{Refusal, Selection, rules, transaction::Transaction},
    model::{Connector, ConnectorKind, Link, PageId, StepId},
};

pub(super) fn delete(tx: &mut Transaction<'_>, what: &Selection, heal: bool) -> Result<Showing, Refusal> {
    if what.steps.is_empty() && what.connectors.is_empty() {
        return Err(Refusal::Nothing);
    }
    for id in &what.connectors {
        tx.connector(id)?;
    }
    for id in &what.steps {
        tx.step(id)?;
    }
    for id in &what.connectors {
        tx.remove_connector(id);
    }
    delete_steps(tx, &what.steps, heal)?;
    Ok(Showing::select(Selection::default()))
}

/// Removes steps with everything that names them.
pub(super) fn delete_steps(
    tx: &mut Transaction<'_>,
    steps: &BTreeSet<StepId>,
    heal: bool,
) -> Result<(), Refusal> {
    for id in steps {
        if heal {
            close_flow(tx, id)?;
        }
        for connector in attached(tx, id) {
            tx.remove_connector(&connector.id);
        }
        tx.remove_step(id);
        tx.set_rank(id, 0);
    }
    drop_links(tx, steps)
}

fn attached(tx: &Transaction<'_>, id: &StepId) -> Vec<Arc<Connector>> {
    tx.page().connectors.touching(id).cloned().collect()
}

/// Where one connector leads on from the step, what leads to the step leads on instead.
fn close_flow(tx: &mut Transaction<'_>, id: &StepId) -> Result<(), Refusal> {
    let all = attached(tx, id);
    let flow = || all.iter().filter(|connector| connector.kind == ConnectorKind::Sequence);
    let mut ways_out = flow().filter(|connector| connector.from.step() == Some(id));
    let (Some(way_out), None) = (ways_out.next(), ways_out.next()) else { return Ok(()) };
    for way_in in flow().filter(|connector| connector.to.step() == Some(id)) {
        let (from, to) = (&way_in.from, &way_out.to);
        if rules::can_connect(tx.page(), from, to, ConnectorKind::Sequence, Some(&way_in.id)).is_err() {
            continue;
        }
        let (to, label) = (way_out.to.clone(), way_out.label.clone());
        tx.update_connector(&way_in.id, |connector| {
            connector.to = to;
            if connector.label.is_empty() {
                connector.label = label;
            }
        })?;
        tx.reroute(&way_in.id);
    }
    Ok(())
}

/// Links that lead to steps that are gone lead nowhere.
fn drop_links(tx: &mut Transaction<'_>, steps: &BTreeSet<StepId>) -> Result<(), Refusal> {
    let leads_there = |link: &Option<Link>| matches!(link, Some(Link::Step(to)) if steps.contains(to));
    let leading = tx.doc().pages.iter().flat_map(|page| page.steps.values().map(move |step| (page, step)));
    let leading: Vec<(PageId, StepId)> = leading
        .filter(|(_, step)| leads_there(&step.link))
        .map(|(page, step)| (page.id.clone(), step.id.clone()))
        .collect();
    leading.iter().try_for_each(|(page, step)| tx.set_link(page, step, None))
}
