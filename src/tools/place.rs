//! Carrying a symbol to its place.

use super::{CursorShape, Feedback, Stage, create};
use crate::{edit::rules, geom::Point, model::StepKind};

/// Shows where a step of `kind` would stand at `at`, and what it would be put into.
pub(super) fn carry(kind: StepKind, at: Point, stage: &Stage<'_>, feedback: &mut Feedback) {
    let rect = create::place_of(kind, at);
    let page = stage.view.page;
    feedback.carried = Some((kind, rect));
    feedback.splits = create::split(stage, kind, at);
    feedback.lane = rules::membership(page, rect.center()).0;
    feedback.cursor = CursorShape::Copy;
}
