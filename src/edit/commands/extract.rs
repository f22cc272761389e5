//! A part of a page becomes a page of its own; a step in its place leads there.

use std::collections::BTreeSet;

use super::{Showing, pages::put_behind, remove::delete_steps, steps};
use crate::{
    edit::{NewStep, Refusal, Selection, transaction::Transaction},
    model::{Connector, End, Link, Page, StepId, Text},
};

/// Puts `made` behind the page, and `step`, which leads to it, in the place of `steps`; lines that led in and out are
/// joined to it, those of the same way as one.
pub(super) fn extract(
    tx: &mut Transaction<'_>,
    steps: &BTreeSet<StepId>,
    made: &Page,
    step: &NewStep,
) -> Result<Showing, Refusal> {
    if steps.is_empty() {
        return Err(Refusal::Nothing);
    }
    steps.iter().try_for_each(|id| tx.step(id).map(drop))?;
    let page = tx.page().id.clone();
    let joined = joined(tx.page(), steps, &step.id);
    put_behind(tx, &page, made)?;
    delete_steps(tx, steps, false)?;
    steps::put_new(tx, step)?;
    tx.update_step(&step.id, |record| record.link = Some(Link::Page(made.id.clone())))?;
    for connector in joined {
        let id = connector.id.clone();
        tx.put_connector(connector);
        tx.reroute(&id);
    }
    Ok(Showing::select(Selection::step(step.id.clone())))
}

/// The connectors between `steps` and the rest of `page`, led to `step` instead: of several with the same ends and kind
/// the first one, which says nothing where they did not say the same.
fn joined(page: &Page, steps: &BTreeSet<StepId>, step: &StepId) -> Vec<Connector> {
    let mut joined: Vec<Connector> = Vec::new();
    for connector in page.connectors.values() {
        let Some(led) = led_to(connector, steps, step) else { continue };
        match joined.iter_mut().find(|first| is_same_way(first, &led)) {
            Some(first) => take_in(first, &led),
            None => joined.push(led),
        }
    }
    joined
}

/// `connector` with its end on one of `steps` on `step` instead; `None` where not just one of its ends is there.
fn led_to(connector: &Connector, steps: &BTreeSet<StepId>, step: &StepId) -> Option<Connector> {
    let is_in = |end: &End| end.step().is_some_and(|id| steps.contains(id));
    let (connector, end) = (connector.clone(), End::Attached { step: step.clone(), port: None });
    match (is_in(&connector.from), is_in(&connector.to)) {
        // The step that leads out decides nothing.
        (true, false) => Some(Connector { from: end, route: None, share: None, ..connector }),
        (false, true) => Some(Connector { to: end, route: None, ..connector }),
        (true, true) | (false, false) => None,
    }
}

/// Makes of `connector` one that stands for `other`, too.
fn take_in(connector: &mut Connector, other: &Connector) {
    connector.share = connector.share.zip(other.share).map(|(one, another)| one + another);
    if connector.label != other.label {
        connector.label = Text::EMPTY;
    }
}

fn is_same_way(one: &Connector, other: &Connector) -> bool {
    let way = |it: &Connector| Some((it.kind, it.from.step()?.clone(), it.to.step()?.clone()));
    way(one).is_some_and(|it| way(other) == Some(it))
}
