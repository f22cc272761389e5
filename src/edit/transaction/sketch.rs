//! Where steps stand and lines run on a page, kept from one edit to the next.
//!
//! Owns what would else be looked for by its id for every line in every frame of a gesture: the steps at its ends, the
//! box around it. The editor brings it up to date before an edit; during the edit it tells how the page was before.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    geom::Rect,
    model::{Connector, End, Page, PageId, Step, StepId, is_many},
    shape::line_between,
};

/// The steps and lines of a page by number, in the order of their ids.
#[derive(Debug, Default)]
pub(in crate::edit) struct Sketch {
    page: Option<PageId>,
    steps: Vec<Arc<Step>>,
    lines: Vec<SketchedLine>,
}

/// Some steps.
pub(in crate::edit) struct StepSet<'a> {
    ids: &'a BTreeSet<StepId>,
    /// By number, whether the step is among them.
    has: Vec<bool>,
}

impl StepSet<'_> {
    /// Whether the step `id` is among them, which has this number; `None`: it has none.
    pub(super) fn contains(&self, number: Option<usize>, id: &StepId) -> bool {
        number.map_or_else(|| self.ids.contains(id), |number| self.has.get(number) == Some(&true))
    }
}

/// A connector with what is known of its line.
#[derive(Debug, PartialEq)]
pub(super) struct SketchedLine {
    pub(super) connector: Arc<Connector>,
    /// The numbers of the steps at its ends.
    pub(super) ends: [Option<usize>; 2],
    /// The box around the line; `None`: it has none.
    pub(super) area: Option<Rect>,
}

impl Sketch {
    /// A sketch of no page.
    pub(super) const NOTHING: Self = Self { page: None, steps: Vec::new(), lines: Vec::new() };

    /// The sketch of a page.
    pub(in crate::edit) fn of(page: &Page) -> Self {
        let steps = page.steps.values().cloned().collect();
        let mut sketch = Self { page: Some(page.id.clone()), steps, lines: Vec::new() };
        sketch.lines = page.connectors.values().map(|connector| sketch.line(connector)).collect();
        sketch
    }

    /// Makes this the sketch of `page`; the work is a look at each record, and what became of those that changed.
    pub(in crate::edit) fn sync(&mut self, page: &Page) {
        if !self.is_of(page) || !self.has_ids_of(page) {
            *self = Self::of(page);
            return;
        }
        let mut has_moved = vec![false; self.steps.len()];
        for ((step, now), has_moved) in self.steps.iter_mut().zip(page.steps.values()).zip(&mut has_moved) {
            if !Arc::ptr_eq(step, now) {
                *step = Arc::clone(now);
                *has_moved = true;
            }
        }
        let has_moved = |end: &Option<usize>| end.is_some_and(|at| has_moved.get(at) == Some(&true));
        let mut lines = std::mem::take(&mut self.lines);
        for (line, now) in lines.iter_mut().zip(page.connectors.values()) {
            if !Arc::ptr_eq(&line.connector, now) {
                *line = self.line(now);
            } else if line.ends.iter().any(has_moved) {
                line.area = self.area(now, line.ends);
            }
        }
        self.lines = lines;
    }

    /// Whether it is of this page, in whatever state.
    pub(super) fn is_of(&self, page: &Page) -> bool {
        self.page.as_ref() == Some(&page.id)
    }

    fn has_ids_of(&self, page: &Page) -> bool {
        self.steps.len() == page.steps.len()
            && self.lines.len() == page.connectors.len()
            && self.steps.iter().zip(page.steps.values()).all(|(a, b)| Arc::ptr_eq(a, b) || a.id == b.id)
            && (self.lines.iter().map(|line| &line.connector).zip(page.connectors.values()))
                .all(|(a, b)| Arc::ptr_eq(a, b) || a.id == b.id)
    }

    /// Some steps of the page, to be asked by number.
    pub(super) fn set<'a>(&self, ids: &'a BTreeSet<StepId>) -> StepSet<'a> {
        let mut has = vec![false; self.steps.len()];
        if is_many(ids.len(), self.steps.len()) {
            let mut ids = ids.iter().peekable();
            for (step, has) in self.steps.iter().zip(&mut has) {
                while ids.next_if(|id| **id < step.id).is_some() {}
                *has = ids.next_if(|id| **id == step.id).is_some();
            }
        } else {
            for number in ids.iter().filter_map(|id| self.number(id)) {
                if let Some(has) = has.get_mut(number) {
                    *has = true;
                }
            }
        }
        StepSet { ids, has }
    }

    /// The steps by number.
    pub(super) fn steps(&self) -> &[Arc<Step>] {
        &self.steps
    }

    /// The lines by number.
    pub(super) fn lines(&self) -> &[SketchedLine] {
        &self.lines
    }

    fn number(&self, id: &StepId) -> Option<usize> {
        self.steps.binary_search_by(|step| step.id.cmp(id)).ok()
    }

    fn line(&self, connector: &Arc<Connector>) -> SketchedLine {
        let number = |end: &End| end.step().and_then(|id| self.number(id));
        let ends = [number(&connector.from), number(&connector.to)];
        SketchedLine { connector: Arc::clone(connector), ends, area: self.area(connector, ends) }
    }

    fn area(&self, connector: &Connector, ends: [Option<usize>; 2]) -> Option<Rect> {
        let steps = ends.map(|end| self.steps.get(end?).map(AsRef::as_ref));
        line_between(connector, steps)?.bounds()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        edit::{
            Command, ConnectorCommand, Selection, StepCommand,
            fixture::{Chart, line_id, step_id, steps},
        },
        geom::{Orientation, Vec2},
        testing::cases,
    };

    fn assert_same(kept: &Sketch, page: &Page) {
        let anew = Sketch::of(page);
        assert_eq!((&kept.page, &kept.steps, &kept.lines), (&anew.page, &anew.steps, &anew.lines));
    }

    mod props {
        use super::*;

        proptest! {
            #![proptest_config(cases(40))]

            #[test]
            fn a_sketch_that_is_kept_equals_one_that_is_made_anew(
                edits in prop::collection::vec((0..4_u8, 0..5_usize, -90.0..90.0_f64, -90.0..90.0_f64), 1..12),
            ) {
                let mut chart = Chart::new(Orientation::Horizontal, &["a ──b ──?c", "d ──e"], &[("c", "e")]);
                let mut kept = Sketch::default();
                for (what, n, x, y) in edits {
                    let id = ["a", "b", "c", "d", "e"][n];
                    let by = Vec2::new(x, y);
                    let command = match what {
                        0 => Command::Delete { what: Selection::step(step_id(id)), heal: true },
                        1 => Command::Connector(ConnectorCommand::Reverse { connector: line_id("c-e") }),
                        _ => Command::Step(StepCommand::Move { steps: steps(&[id]), by, onto: None }),
                    };
                    if chart.editor.run(&command).is_err() {
                        continue;
                    }
                    kept.sync(chart.page());
                    assert_same(&kept, chart.page());
                }
            }
        }
    }
}
