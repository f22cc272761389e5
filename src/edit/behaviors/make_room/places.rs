//! Steps of a page found by where they stand.
//!
//! Owns when an index of places is worth its price. Must not decide what follows from places.

use std::sync::Arc;

use crate::{
    geom::{Rect, RectIndex},
    measures::LINE_GAP,
    model::{Page, Step},
};

/// An index costs about as much as so many walks over the page.
const WALKS: usize = 32;

/// The steps of one page by their places.
///
/// Only after some questions an index is made, which then answers at the cost of what is near; so a few questions cost a
/// walk over the page each, and many between two changes cost hardly more than the index.
#[derive(Default)]
pub(super) struct Places {
    /// Questions that were answered by a walk since the last change.
    walks: usize,
    found: Option<(RectIndex, Vec<Arc<Step>>)>,
}

impl Places {
    /// The steps that overlap or touch `area`, by id.
    pub(super) fn near(&mut self, page: &Page, area: Rect) -> Vec<Arc<Step>> {
        if self.found.is_none() && self.walks < WALKS {
            self.walks += 1;
            let touches = |rect: Rect| {
                rect.x0 <= area.x1 && area.x0 <= rect.x1 && rect.y0 <= area.y1 && area.y0 <= rect.y1
            };
            return page.steps.values().filter(|step| touches(step.rect)).cloned().collect();
        }
        let (index, steps) = self.found.get_or_insert_with(|| {
            let index = RectIndex::of(page.steps.values().map(|step| step.rect));
            (index, page.steps.values().cloned().collect())
        });
        index.touching(area).into_iter().filter_map(|number| steps.get(number)).cloned().collect()
    }

    /// Whether nothing stands where `step` would make it give way, or the other way round.
    pub(super) fn is_alone(&mut self, page: &Page, step: &Step) -> bool {
        let area = step.rect.inflate(LINE_GAP, LINE_GAP);
        !step.kind.is_flow()
            || self.near(page, area).iter().all(|other| other.id == step.id || !other.kind.is_flow())
    }

    /// Says that steps stand elsewhere now, or that some came or went.
    pub(super) fn have_changed(&mut self) {
        *self = Self::default();
    }
}
