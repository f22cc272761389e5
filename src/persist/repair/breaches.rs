//! Hard invariants that a salvaged document breaks, one by one.

use std::{collections::BTreeSet, sync::Arc};

use super::{RepairKind, RepairNotes};
use crate::model::{
    Breach, Detail, Document, End, Link, Page, Properties, Step, StepId, Text, Time, is_text_char,
};

/// So many breaches are mended before the document counts as lost.
const MOST: usize = 10_000;

/// Mends what keeps `document` from being one; `None` where something is left that cannot be mended.
pub(super) fn mend_breaches(document: &mut Document, notes: &mut RepairNotes) -> Option<()> {
    clear_references(document, notes);
    let mut last = None;
    for _ in 0..MOST {
        let Err(breach) = document.check() else { return Some(()) };
        // What is still there after it was mended stays.
        if last.as_ref() == Some(&breach) {
            return None;
        }
        mend(document, &breach, notes)?;
        last = Some(breach);
    }
    None
}

/// Takes out all references to what is not there.
fn clear_references(document: &mut Document, notes: &mut RepairNotes) {
    let pages: BTreeSet<_> = document.pages.iter().map(|page| page.id.clone()).collect();
    let steps: BTreeSet<_> = document.pages.iter().flat_map(|page| page.steps.keys().cloned()).collect();
    let is_gone = |link: &Link| match link {
        Link::Page(id) => !pages.contains(id),
        Link::Step(id) => !steps.contains(id),
        Link::Address(_) => false,
    };
    for page in &mut document.pages {
        let phases: BTreeSet<_> = page.phases.iter().map(|phase| phase.id.clone()).collect();
        for step in page.steps.values_mut() {
            if step.link.as_ref().is_some_and(is_gone) {
                notes.add_of(RepairKind::Reference, "", step.id.as_str());
                Arc::make_mut(step).link = None;
            }
            if step.phase.as_ref().is_some_and(|phase| !phases.contains(phase)) {
                notes.add_of(RepairKind::Reference, "", step.id.as_str());
                Arc::make_mut(step).phase = None;
            }
        }
        detach(page, notes);
    }
}

/// Frees the ends of connectors at steps that are not there, and leaves out connectors between two of them.
fn detach(page: &mut Page, notes: &mut RepairNotes) {
    let steps: BTreeSet<StepId> = page.steps.keys().cloned().collect();
    let is_gone = |end: &End| end.step().is_some_and(|id| !steps.contains(id));
    let loose: Vec<_> =
        page.connectors.values().filter(|of| is_gone(&of.from) || is_gone(&of.to)).cloned().collect();
    for connector in loose {
        let other = if is_gone(&connector.from) { &connector.to } else { &connector.from };
        let near = match other {
            End::Free(at) => Some(*at),
            End::Attached { step, .. } => page.steps.get(step).map(|step| step.rect.center()),
        };
        let Some(near) = near else {
            notes.add_of(RepairKind::Record, "", connector.id.as_str());
            page.connectors.remove(&connector.id);
            continue;
        };
        notes.add_of(RepairKind::Reference, "", connector.id.as_str());
        let aside = near + page.orientation.point(LOOSE, 0.0).to_vec2();
        page.connectors.update(&connector.id, |connector| {
            for end in [&mut connector.from, &mut connector.to] {
                if is_gone(end) {
                    *end = End::Free(aside);
                }
            }
            connector.route = None;
        });
    }
}

/// So far beside a step the loose end of its connector stands.
const LOOSE: f64 = 120.0;

/// Mends one breach; `None`: it cannot be.
fn mend(document: &mut Document, breach: &Breach, notes: &mut RepairNotes) -> Option<()> {
    let id = breach.id();
    let kind = match breach {
        Breach::NoPage | Breach::TooManySteps { .. } | Breach::UsedTwice { .. } | Breach::NoLane { .. } => {
            return None;
        }
        Breach::PoolInItself { .. }
        | Breach::TooNested { .. }
        | Breach::LanesApart { .. }
        | Breach::EmptyPool { .. } => {
            document.pages.iter_mut().for_each(|page| dissolve(page, id));
            RepairKind::Reference
        }
        Breach::Dangling { field, .. } => {
            document.pages.iter_mut().for_each(|page| clear(page, id, field));
            RepairKind::Reference
        }
        Breach::OutOfReach { .. } | Breach::Size { .. } | Breach::OutOfRange { .. } => {
            document.pages.iter_mut().for_each(|page| reset_numbers(page, id));
            RepairKind::Number
        }
        Breach::ControlCharacter { .. } => {
            clean(document);
            RepairKind::Characters
        }
    };
    notes.add_of(kind, "", id);
    Some(())
}

/// Takes a pool out: what lies in it lies in none.
fn dissolve(page: &mut Page, id: &str) {
    for lane in page.lanes.iter_mut().filter(|lane| lane.pool.as_ref().is_some_and(|of| of.as_str() == id)) {
        Arc::make_mut(lane).pool = None;
    }
    for pool in
        page.pools.values_mut().filter(|pool| pool.parent.as_ref().is_some_and(|of| of.as_str() == id))
    {
        Arc::make_mut(pool).parent = None;
    }
    page.pools.retain(|pool, _| pool.as_str() != id);
}

fn clear(page: &mut Page, id: &str, field: &str) {
    match field {
        "pool" => page.lanes.iter_mut().filter(|lane| lane.id.as_str() == id).for_each(|lane| {
            Arc::make_mut(lane).pool = None;
        }),
        "parent" => page.pools.values_mut().filter(|pool| pool.id.as_str() == id).for_each(|pool| {
            Arc::make_mut(pool).parent = None;
        }),
        _ => {
            let gone: Vec<StepId> = page
                .z_order
                .iter()
                .map(|(id, _)| id.clone())
                .filter(|id| !page.steps.contains_key(id))
                .collect();
            for id in gone {
                page.z_order.set(&id, 0);
            }
        }
    }
}

/// Takes out the numbers of a step or a connector that cannot be.
fn reset_numbers(page: &mut Page, id: &str) {
    for step in page.steps.values_mut().filter(|step| step.id.as_str() == id) {
        let Step { time, .. } = Arc::make_mut(step);
        *time = Time::default();
    }
    let connectors: Vec<_> = page.connectors.keys().filter(|of| of.as_str() == id).cloned().collect();
    for id in connectors {
        page.connectors.update(&id, |connector| {
            (connector.share, connector.route) = (None, None);
            for end in [&mut connector.from, &mut connector.to] {
                if let End::Attached { port, .. } = end {
                    *port = None;
                }
            }
        });
    }
}

/// Takes the characters out of all texts that cannot stand there.
fn clean(document: &mut Document) {
    let Document { title, subtitle, description, title_block, properties, pages, .. } = document;
    for text in [title, subtitle, description, &mut title_block.date, &mut title_block.author] {
        clean_text(text);
    }
    clean_string(&mut title_block.version);
    clean_properties(properties);
    for page in pages {
        clean_text(&mut page.title);
        page.lanes.iter_mut().for_each(|lane| clean_text(&mut Arc::make_mut(lane).title));
        page.pools.values_mut().for_each(|pool| clean_text(&mut Arc::make_mut(pool).title));
        page.phases.iter_mut().for_each(|phase| clean_text(&mut Arc::make_mut(phase).title));
        for step in page.steps.values_mut().map(Arc::make_mut) {
            clean_text(&mut step.text);
            for detail in Detail::ALL {
                clean_text(step.details.get_mut(detail));
            }
            clean_properties(&mut step.properties);
            if let Some(Link::Address(address)) = &mut step.link {
                clean_string(address);
            }
        }
        let ids: Vec<_> = page.connectors.keys().cloned().collect();
        for id in ids {
            page.connectors.update(&id, |connector| {
                clean_text(&mut connector.label);
                clean_properties(&mut connector.properties);
            });
        }
    }
}

fn clean_text(text: &mut Text) {
    if text.iter().any(|(_, text)| !text.chars().all(is_text_char)) {
        let clean = |text: &str| text.chars().filter(|c| is_text_char(*c)).collect::<String>();
        *text = text.iter().map(|(lang, text)| (lang.clone(), clean(text))).collect();
    }
}

fn clean_string(text: &mut String) {
    text.retain(is_text_char);
}

fn clean_properties(properties: &mut Properties) {
    let old = std::mem::take(properties);
    let clean = |text: String| text.chars().filter(|c| is_text_char(*c)).collect::<String>();
    properties.extend(old.into_iter().map(|(key, value)| (clean(key), clean(value))));
}
