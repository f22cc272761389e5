//! Steps.

use std::sync::Arc;

use super::{
    item::{Item, Part, Prim, Source, TextItem, Turn},
    make::{group_item, path_item, solid, text_item},
    narrative::kind_name,
    theme::Theme,
    view::View,
};
use crate::{
    geom::{Affine, Rect},
    model::{Outcome, Step, StepKind},
    shape,
    text::TextBlock,
};

/// What is said of a step to readers who do not see it.
pub(super) struct Told {
    /// What it is called.
    pub(super) title: String,
    /// More about it.
    pub(super) desc: String,
}

/// What `step` is called for readers who do not see the picture: what says nothing is named by its kind.
pub(super) fn title(view: &View<'_>, step: &Step) -> String {
    let title = crate::text::markup::one_line(view.read(&step.text));
    if title.is_empty() { kind_name(view.catalog(), step.kind) } else { title }
}

/// The picture of `step`. `laid_out` is its text, where
/// that was laid out before for a step of this kind and size.
pub(super) fn draw(
    view: &View<'_>,
    theme: &Theme,
    step: &Step,
    told: Told,
    laid_out: Option<Arc<TextBlock>>,
) -> Option<Item> {
    let source = Source::Step(step.id.clone());
    let mut items = symbol(theme, step, &source);
    let text = view.read(&step.text);
    if !text.is_empty() {
        let shape::Label { block, at } = match laid_out {
            Some(block) => shape::placed_label(step.kind, step.rect, block),
            None => shape::label(view.fonts, step.kind, step.rect, text),
        };
        let color = step.style.text.unwrap_or(theme.ink);
        items.push(text_item(&source, TextItem { block, at, turn: Turn::None, color, halo: None }));
    }
    let mut group = group_item(&source, told.title, told.desc, items)?;
    if let Prim::Group { link, .. } = &mut group.prim {
        link.clone_from(&step.link);
    }
    Some(group)
}

/// The symbol of `step` without its text.
fn symbol(theme: &Theme, step: &Step, source: &Source) -> Vec<Item> {
    let shape::Outline { behind, body, inner } = shape::outline(step.kind, step.rect);
    let fill = Some(step.style.fill.unwrap_or_else(|| theme.step_fill(step.kind)));
    let line = step.style.line.unwrap_or(theme.line);
    let stroke = Some(solid(line, theme.step_weight(step.kind)));
    let mut items: Vec<Item> =
        behind.into_iter().map(|path| path_item(source, Part::Line, path, fill, stroke)).collect();
    items.push(path_item(source, Part::Line, body, fill, stroke));
    if let Some(path) = inner {
        items.push(path_item(source, Part::Line, path, None, stroke));
    }
    if let Some(path) = shape::marker(step.kind, step.rect) {
        items.push(path_item(source, Part::Marker, path, None, Some(solid(line, 1.5 * theme.weight))));
    }
    items
}

/// How much larger than in the legend a sample is constructed.
const SAMPLE_SCALE: f64 = 1.6;

/// A symbol of `kind` as it is drawn in a legend.
pub(super) fn sample(theme: &Theme, kind: StepKind, rect: Rect) -> Vec<Item> {
    // In small a terminator stands for both ends of a flow, and is drawn light.
    let kind = if kind == StepKind::End(Outcome::Solved) { StepKind::Start } else { kind };
    // The fixed measures of an outline (bars, sheets) are made for steps: drawn larger and made smaller, they fit.
    let shape::Outline { behind, body, inner } = shape::outline(kind, rect.scale_from_origin(SAMPLE_SCALE));
    let stroke = Some(solid(theme.line, theme.step_weight(kind)));
    let fill = Some(theme.step_fill(kind));
    let back = behind.into_iter().chain([body]).map(|path| (path, fill));
    back.chain(inner.map(|path| (path, None)))
        .map(|(path, fill)| (Affine::scale(1.0 / SAMPLE_SCALE) * path, fill))
        .map(|(path, fill)| path_item(&Source::Legend, Part::Line, path, fill, stroke))
        .collect()
}
