//! What a file may leave out.

use std::{collections::BTreeSet, sync::Arc};

use super::{natural_size, route_missing};
use crate::{
    geom::Rect,
    model::{Document, StepId},
    text::Fonts,
};

/// Gives each step in `unsized_steps` the size that its kind and its longest text need, about its middle, and
/// each connector without a route one. Returns whether anything was missing.
pub fn complete(document: &mut Document, unsized_steps: &BTreeSet<StepId>, fonts: &Fonts) -> bool {
    let mut changed = false;
    for page in &mut document.pages {
        for step in page.steps.values_mut().filter(|step| unsized_steps.contains(&step.id)) {
            let size = natural_size(step, fonts);
            let step = Arc::make_mut(step);
            step.rect = Rect::from_center_size(step.rect.center(), size);
            changed = true;
        }
        changed |= route_missing(page, fonts);
    }
    changed
}
