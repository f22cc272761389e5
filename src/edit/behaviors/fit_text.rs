//! A step grows and shrinks with its text.

use crate::{
    arrange::{fitted_size, has_natural_size, natural_size},
    edit::{
        Refusal,
        transaction::{Became, Transaction},
    },
    geom::Rect,
    model::{Fit, StepId},
};

/// Gives each step whose text changed the size that it needs, about its middle: exactly that where it had exactly
/// that before, and otherwise no less than it has.
pub(super) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let mut sized: Vec<(StepId, Rect)> = Vec::new();
    for Became { id, before, now } in tx.steps_before() {
        let (Some(before), Some(step)) = (before, now) else { continue };
        if step.fit == Fit::Fixed || (before.text == step.text && before.fit == step.fit) {
            continue;
        }
        let size = if has_natural_size(before, tx.fonts()) {
            natural_size(step, tx.fonts())
        } else {
            fitted_size(step, step.rect.size(), tx.fonts())
        };
        let rect = Rect::from_center_size(step.rect.center(), size);
        if rect != step.rect {
            sized.push((id.clone(), rect));
        }
    }
    for (id, rect) in sized {
        tx.update_step(&id, |step| step.rect = rect)?;
        tx.place(&id);
    }
    Ok(())
}
