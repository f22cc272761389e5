//! A part of a page as a page of its own.
//!
//! Owns what such a page has beside that part: a beginning and an end, where lines led in and out. Changes no document;
//! `PageCommand::Extract` does that.

use std::{collections::BTreeSet, sync::Arc};

use super::{Fragment, Selection, commands::blank_connector, copy_page};
use crate::{
    geom::{Point, Rect},
    model::{
        Connector, ConnectorId, ConnectorKind, Document, End, Outcome, Page, Step, StepId, StepKind, Text,
    },
};

/// What a page that is made of a part of another one says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubprocessTexts {
    /// Its heading.
    pub title: Text,
    /// Its beginning.
    pub start: Text,
    /// Its end.
    pub end: Text,
}

/// A page with copies of `steps` of `page`, in their lanes and phases and not laid out yet.
///
/// Where lines led in from the rest of the page it has a start, where they led out an end. The chance for new ids is what
/// `mint` gives.
pub fn subprocess_page(
    document: &Document,
    page: &Page,
    steps: &BTreeSet<StepId>,
    texts: SubprocessTexts,
    mint: &mut dyn FnMut() -> u32,
) -> Option<Page> {
    let fragment = Fragment::cut_from(page, &Selection::steps(steps.iter().cloned()));
    let mut part = fragment.to_document(document, page).pages.pop()?;
    keep_used_bands(&mut part);
    let SubprocessTexts { title, start, end } = texts;
    let entries = entries(page, &part);
    if !part.steps.values().any(|step| step.kind == StepKind::Start) {
        let id = add(&mut part, StepKind::Start, entries.first()?, start, mint())?;
        for step in &entries {
            join(&mut part, [&id, step], Text::EMPTY, mint());
        }
    }
    let exits = exits(page, &part);
    if let Some(last) = exits.last() {
        let id = add(&mut part, StepKind::End(Outcome::Solved), &last.step, end, mint())?;
        for Exit { step, label } in exits {
            join(&mut part, [&step, &id], label, mint());
        }
    }
    Some(Page { title, ..copy_page(&part, mint) })
}

fn keep_used_bands(part: &mut Page) {
    let Page { lanes, phases, steps, .. } = part;
    lanes.retain(|lane| steps.values().any(|step| step.lane == lane.id));
    phases.retain(|phase| steps.values().any(|step| step.phase.as_ref() == Some(&phase.id)));
    part.pools = part.pools_of(&part.lanes.clone());
}

/// The lines of the flow that lead from a step of `page` to another.
fn flow(page: &Page) -> impl Iterator<Item = [&StepId; 2]> {
    let sequence = page.connectors.values().filter(|connector| connector.kind == ConnectorKind::Sequence);
    sequence.filter_map(|connector| Some([connector.from.step()?, connector.to.step()?]))
}

/// The steps of `part` to which lines lead from the rest of `page`, or else no lines at all.
fn entries(page: &Page, part: &Page) -> BTreeSet<StepId> {
    let is_in = |step: &StepId| part.steps.contains_key(step);
    let led: BTreeSet<StepId> =
        flow(page).filter(|[from, to]| !is_in(from) && is_in(to)).map(|[_, to]| to.clone()).collect();
    if !led.is_empty() {
        return led;
    }
    let is_led_to = |step: &Step| flow(part).any(|[_, to]| *to == step.id);
    let first = part.steps.values().filter(|step| step.kind.is_flow() && !is_led_to(step));
    first.map(|step| step.id.clone()).collect()
}

/// A line that leads out of a part of a page.
#[derive(PartialEq)]
struct Exit {
    step: StepId,
    label: Text,
}

/// Where lines lead from `part` to the rest of `page`, or else what leads on to nothing and is no end.
fn exits(page: &Page, part: &Page) -> Vec<Exit> {
    let is_in = |end: &End| end.step().is_some_and(|step| part.steps.contains_key(step));
    let leads_out = |connector: &&Arc<Connector>| {
        connector.kind == ConnectorKind::Sequence && is_in(&connector.from) && !is_in(&connector.to)
    };
    let out = page.connectors.values().filter(leads_out);
    let mut exits: Vec<Exit> = out
        .filter_map(|connector| {
            Some(Exit { step: connector.from.step()?.clone(), label: connector.label.clone() })
        })
        .collect();
    exits.dedup();
    if exits.is_empty() {
        let is_end = |step: &Step| matches!(step.kind, StepKind::End(_));
        let leads_on = |step: &Step| flow(part).any(|[from, _]| *from == step.id);
        let last = part.steps.values().filter(|step| step.kind.is_flow() && !is_end(step) && !leads_on(step));
        exits.extend(last.map(|step| Exit { step: step.id.clone(), label: Text::EMPTY }));
    }
    exits
}

/// Adds a step in the lane of the step `beside`.
fn add(part: &mut Page, kind: StepKind, beside: &StepId, text: Text, chance: u32) -> Option<StepId> {
    let beside = Arc::clone(part.steps.get(beside)?);
    let id = StepId::mint(kind.name(), chance);
    let rect = Rect::from_center_size(Point::ZERO, crate::shape::default_size(kind));
    let step = Step {
        text,
        phase: beside.phase.clone(),
        ..Step::blank(id.clone(), kind, beside.lane.clone(), rect)
    };
    part.steps.insert(id.clone(), Arc::new(step));
    Some(id)
}

fn join(part: &mut Page, [from, to]: [&StepId; 2], label: Text, chance: u32) {
    let at = |step: &StepId| End::Attached { step: step.clone(), port: None };
    let id = ConnectorId::mint("connector", chance);
    part.connectors.insert(blank_connector(&id, at(from), at(to), ConnectorKind::Sequence, label));
}
