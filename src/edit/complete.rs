//! What a file may leave out.

use std::{collections::BTreeSet, sync::Arc};

use super::route_missing;
use crate::{
    geom::Rect,
    model::{Document, Step, StepId},
    shape,
    text::Fonts,
};

/// Gives each step in `unsized_steps` the size that its kind and its longest text need, about its middle, and
/// each connector without a route one. Returns whether anything was missing.
pub fn complete(document: &mut Document, unsized_steps: &BTreeSet<StepId>, fonts: &Fonts) -> bool {
    let mut changed = false;
    for page in &mut document.pages {
        for step in page.steps.values_mut().filter(|step| unsized_steps.contains(&step.id)) {
            let rect = fitted(step, fonts);
            Arc::make_mut(step).rect = rect;
            changed = true;
        }
        changed |= route_missing(page, fonts);
    }
    changed
}

/// The rectangle about the middle of `step` in which its text fits in every language.
fn fitted(step: &Step, fonts: &Fonts) -> Rect {
    let texts: Vec<&str> = step.text.iter().map(|(_, text)| text).collect();
    let size = shape::fitted_size(fonts, step.kind, shape::default_size(step.kind), &texts);
    Rect::from_center_size(step.rect.center(), size)
}
