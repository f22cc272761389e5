//! The side of a step as something along which the end of a line slides.

use std::ops::RangeInclusive;

use crate::{
    geom::{Rect, Side},
    model::{End, Page, Port, StepId},
    shape,
};

/// An end keeps this far from the corners of its step, or this part of a short side.
const CORNER: f64 = 10.0;
const CORNER_PART: f64 = 0.2;

/// A straight side of a step at which a line ends.
pub(in crate::tools) struct StepSide {
    step: StepId,
    rect: Rect,
    side: Side,
}

impl StepSide {
    /// The side at which `end` of a piece lies that is level or not; `None` where it is on no step, or on a side along
    /// which the piece cannot slide.
    pub(in crate::tools) fn of(page: &Page, end: &End, is_level: bool) -> Option<Self> {
        let End::Attached { step, port: Some(port) } = end else { return None };
        let step = page.steps.get(step)?;
        let slides = shape::is_straight(step.kind, port.side) && port.side.is_horizontal() == is_level;
        slides.then(|| Self { step: step.id.clone(), rect: step.rect, side: port.side })
    }

    fn span(&self) -> (f64, f64) {
        let Rect { x0, y0, x1, y1 } = self.rect;
        if self.side.is_horizontal() { (y0, y1) } else { (x0, x1) }
    }

    /// The coordinates along the side between which an end may lie.
    fn reach(&self) -> RangeInclusive<f64> {
        let (from, to) = self.span();
        let corner = CORNER.min((to - from) * CORNER_PART);
        from + corner..=to - corner
    }

    /// The nearest coordinate at which an end may lie.
    pub(in crate::tools) fn clamp(&self, at: f64) -> f64 {
        at.clamp(*self.reach().start(), *self.reach().end())
    }

    /// The end at a coordinate along the side, which a person chose; `None` where the side does not reach there.
    pub(in crate::tools) fn end_at(&self, at: f64) -> Option<End> {
        let (from, to) = self.span();
        let port = Port { side: self.side, t: (at - from) / (to - from), pinned: true };
        self.reach().contains(&at).then(|| End::Attached { step: self.step.clone(), port: Some(port) })
    }
}
