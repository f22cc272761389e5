//! Texts, styles and properties.

use std::sync::Arc;

use super::Showing;
use crate::{
    edit::{Owner, Refusal, Selection, StylePart, TextOf, transaction::Transaction},
    locale::Lang,
    model::{Color, Phase, PhaseId, Properties, Style, Text, is_text_char},
};

/// What a text may hold: anything but control characters; lines end in `\n`, whatever ends them elsewhere.
pub(super) fn clean(text: &str) -> String {
    let ends_line = |c: char| matches!(c, '\r' | '\u{b}' | '\u{2028}' | '\u{2029}');
    let text = text.replace("\r\n", "\n");
    text.chars().map(|c| if ends_line(c) { '\n' } else { c }).filter(|c| is_text_char(*c)).collect()
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
