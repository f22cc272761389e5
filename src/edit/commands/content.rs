//! Texts, styles, properties, and what is pasted.

use std::sync::Arc;

use super::Showing;
use crate::{
    edit::{
        Fragment, Owner, Refusal, Selection, StylePart, TextOf,
        free_space::{FreeSpace, SoughtPlace},
        rules,
        space::shift_route,
        transaction::Transaction,
    },
    geom::{Rect, Vec2},
    locale::Lang,
    measures::FURTHEST,
    model::{
        Color, Connector, End, LIMIT_STEPS, Link, Page, Phase, PhaseId, Properties, Step, Style, Text,
        is_text_char,
    },
};

/// What a text may hold: anything but control characters; lines end in `\n`.
pub(super) fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|c| is_text_char(*c)).collect()
}

/// The same for a text that comes with something new.
pub(super) fn clean_text(text: &Text) -> Text {
    let mut cleaned = Text::EMPTY;
    for (lang, said) in text.iter() {
        cleaned.set(lang.clone(), clean(said));
    }
    cleaned
}

pub(super) fn set_text(
    tx: &mut Transaction<'_>,
    of: &TextOf,
    lang: &Lang,
    text: &str,
) -> Result<Showing, Refusal> {
    let text = clean(text);
    update_text(tx, of, |target| target.set(lang.clone(), text))
}

pub(super) fn confirm_translation(
    tx: &mut Transaction<'_>,
    of: &TextOf,
    lang: &Lang,
) -> Result<Showing, Refusal> {
    update_text(tx, of, |target| target.confirm(lang))
}

fn update_text(
    tx: &mut Transaction<'_>,
    of: &TextOf,
    write: impl FnOnce(&mut Text),
) -> Result<Showing, Refusal> {
    match of {
        TextOf::Step(id) => tx.update_step(id, |step| write(&mut step.text))?,
        TextOf::Detail(id, detail) => tx.update_step(id, |step| write(step.details.get_mut(*detail)))?,
        TextOf::Connector(id) => {
            tx.update_connector(id, |connector| write(&mut connector.label))?;
            tx.relabel(id);
        }
        TextOf::Lane(id) => tx.update_lane(id, |lane| write(&mut lane.title))?,
        TextOf::Pool(id) => tx.update_pool(id, |pool| write(&mut pool.title))?,
        TextOf::Phase(id) => update_phase(tx, id, |phase| write(&mut phase.title))?,
        TextOf::Page(id) => tx.update_title(id, write)?,
        TextOf::Title => tx.update_head(|head| write(&mut head.title)),
        TextOf::Subtitle => tx.update_head(|head| write(&mut head.subtitle)),
        TextOf::Description => tx.update_head(|head| write(&mut head.description)),
        TextOf::Date => tx.update_head(|head| write(&mut head.title_block.date)),
        TextOf::Author => tx.update_head(|head| write(&mut head.title_block.author)),
    }
    Ok(Showing::SAME)
}

/// Changes the phase `id`.
pub(super) fn update_phase(
    tx: &mut Transaction<'_>,
    id: &PhaseId,
    change: impl FnOnce(&mut Phase),
) -> Result<(), Refusal> {
    let at = tx.page().phases.iter().position(|phase| phase.id == *id).ok_or(Refusal::Gone)?;
    tx.update_phases(|phases| {
        if let Some(phase) = phases.get_mut(at) {
            change(Arc::make_mut(phase));
        }
    });
    Ok(())
}

pub(super) fn set_style(
    tx: &mut Transaction<'_>,
    of: &Selection,
    part: StylePart,
    color: Option<Color>,
) -> Result<Showing, Refusal> {
    let paint = |style: &mut Style| match part {
        StylePart::Fill => style.fill = color,
        StylePart::Line => style.line = color,
        StylePart::Text => style.text = color,
    };
    for id in &of.steps {
        tx.update_step(id, |step| paint(&mut step.style))?;
    }
    if part != StylePart::Fill {
        for id in &of.connectors {
            tx.update_connector(id, |connector| paint(&mut connector.style))?;
        }
    }
    if part != StylePart::Line {
        for id in &of.lanes {
            tx.update_lane(id, |lane| paint(&mut lane.style))?;
        }
    }
    Ok(Showing::SAME)
}

pub(super) fn set_property(
    tx: &mut Transaction<'_>,
    of: &Owner,
    key: &str,
    value: Option<&str>,
) -> Result<Showing, Refusal> {
    let key = clean(key.trim());
    if key.is_empty() {
        return Err(Refusal::Nothing);
    }
    let write = |properties: &mut Properties| {
        match value {
            Some(value) => properties.insert(key, clean(value)),
            None => properties.remove(&key),
        };
    };
    match of {
        Owner::Document => tx.update_head(|head| write(&mut head.properties)),
        Owner::Step(id) => tx.update_step(id, |step| write(&mut step.properties))?,
        Owner::Connector(id) => tx.update_connector(id, |connector| write(&mut connector.properties))?,
    }
    Ok(Showing::SAME)
}

pub(super) fn paste(tx: &mut Transaction<'_>, fragment: &Fragment, by: Vec2) -> Result<Showing, Refusal> {
    if fragment.steps.is_empty() && fragment.connectors.is_empty() {
        return Err(Refusal::Nothing);
    }
    let ids = fragment.connectors.iter().map(|connector| connector.id.as_str());
    rules::check_new(tx.doc(), fragment.steps.iter().map(|step| step.id.as_str()).chain(ids))?;
    let steps: usize = tx.doc().pages.iter().map(|page| page.steps.len()).sum();
    if steps + fragment.steps.len() > LIMIT_STEPS {
        return Err(Refusal::TooMany);
    }
    let by = by + way_to_room(tx.page(), fragment, by);
    tx.keep_others();
    for step in &fragment.steps {
        let rect = step.rect + by;
        if !(rect.x0.abs() <= FURTHEST && rect.y0.abs() <= FURTHEST) {
            return Err(Refusal::OutOfReach);
        }
        let (lane, phase) = rules::membership(tx.page(), rect.center());
        let lane = lane.ok_or(Refusal::Gone)?;
        let link =
            step.link.clone().filter(|link| leads_somewhere(tx.doc().pages.as_slice(), link, fragment));
        tx.put_step(Step { lane, phase, rect, link, ..step.clone() });
        tx.place(&step.id);
    }
    for connector in &fragment.connectors {
        let mut copy: Connector = connector.clone();
        for end in [&mut copy.from, &mut copy.to] {
            if let End::Free(at) = end {
                *at += by;
            }
        }
        if let Some(route) = &mut copy.route {
            shift_route(route, by);
        }
        tx.put_connector(copy);
    }
    let mut pasted = Selection::steps(fragment.steps.iter().map(|step| step.id.clone()));
    pasted.connectors.extend(fragment.connectors.iter().map(|connector| connector.id.clone()));
    Ok(Showing::select(pasted))
}

/// How far `fragment` goes on from where it was wished, so that nothing has to make room for it.
fn way_to_room(page: &Page, fragment: &Fragment, by: Vec2) -> Vec2 {
    let boxes: Vec<Rect> = fragment.steps.iter().map(|step| step.rect + by).collect();
    if boxes.is_empty() {
        return Vec2::ZERO;
    }
    FreeSpace::of(page).anywhere(&SoughtPlace { boxes: &boxes, from: None })
}

fn leads_somewhere(pages: &[Page], link: &Link, fragment: &Fragment) -> bool {
    match link {
        Link::Page(id) => pages.iter().any(|page| page.id == *id),
        Link::Step(id) => {
            fragment.steps.iter().any(|step| step.id == *id)
                || pages.iter().any(|page| page.steps.contains_key(id))
        }
        Link::Address(_) => true,
    }
}
