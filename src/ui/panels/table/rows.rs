//! Which steps have a row, and in what order.

use std::collections::BTreeMap;

use super::{cell, column::Column};
use crate::{
    locale::{Lang, fold},
    model::{ConnectorId, PageId, Step, StepId},
    ui::panels::Shown,
};

/// The rows, made once for each state of the page.
#[derive(Default)]
pub(super) struct Rows {
    /// The steps that are shown, from top to bottom.
    order: Vec<StepId>,
    facts: BTreeMap<StepId, Facts>,
    made_of: Option<MadeOf>,
}

/// What is known of a step beside what it says.
#[derive(Default)]
struct Facts {
    /// Its place in the order of the flow, from 1.
    number: usize,
    row: Option<usize>,
    /// The connectors that lead on from it to a step, the first step in the order of the flow first.
    ways: Vec<ConnectorId>,
}

/// What the rows were made of.
#[derive(PartialEq, Eq)]
struct MadeOf {
    revision: u64,
    page: PageId,
    lang: Lang,
    wish: Wish,
}

/// Which rows a person wishes to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wish {
    /// Words that a row has to hold.
    pub(super) filter: String,
    /// The column they are sorted by, and whether upwards; `None`: as the page is read.
    pub(super) sort: Option<(Column, bool)>,
}

impl Rows {
    /// Makes the rows anew where the page or the wish is another one. While something is being written or dragged
    /// they stay: a row must not run away from below the cursor.
    pub(super) fn refresh(&mut self, shown: &Shown<'_>, wish: &Wish, revision: u64, is_settled: bool) {
        let page = &shown.page.id;
        let is_same_page = self.made_of.as_ref().is_some_and(|made| made.page == *page);
        let is_same = self.made_of.as_ref().is_some_and(|made| {
            made.page == *page && made.lang == *shown.lang && made.wish == *wish && made.revision == revision
        });
        if is_same || (is_same_page && !is_settled) {
            return;
        }
        self.number_steps(shown);
        self.choose(shown, wish);
        let (page, lang, wish) = (page.clone(), shown.lang.clone(), wish.clone());
        self.made_of = Some(MadeOf { revision, page, lang, wish });
    }

    fn number_steps(&mut self, shown: &Shown<'_>) {
        let steps = shown.steps_in_order();
        self.order = steps.iter().map(|step| step.id.clone()).collect();
        let numbered = steps.iter().zip(1..);
        self.facts =
            numbered.map(|(step, number)| (step.id.clone(), Facts { number, ..Facts::default() })).collect();
        for step in steps {
            let leaving = shown.page.connectors.leaving(&step.id);
            let mut ways: Vec<_> =
                leaving.filter_map(|way| Some((self.number(way.to.step()?)?, &way.id))).collect();
            ways.sort_unstable();
            if let Some(facts) = self.facts.get_mut(&step.id) {
                facts.ways = ways.into_iter().map(|(_, way)| way.clone()).collect();
            }
        }
    }

    fn choose(&mut self, shown: &Shown<'_>, wish: &Wish) {
        let mut order = std::mem::take(&mut self.order);
        let words: Vec<String> = fold(&wish.filter).split_whitespace().map(str::to_owned).collect();
        if !words.is_empty() {
            let columns = Column::all(shown);
            order.retain(|id| {
                shown.step(id).is_some_and(|step| {
                    let texts = columns.iter().filter(|column| **column != Column::Number);
                    let all: String =
                        texts.map(|column| fold(&cell::line(shown, self, step, column)) + "\n").collect();
                    words.iter().all(|word| all.contains(word))
                })
            });
        }
        if let Some((column, is_up)) = &wish.sort {
            let key = |id: &StepId| shown.step(id).map(|step| self.key(shown, step, column));
            let mut keyed: Vec<_> = order.into_iter().map(|id| (key(&id), id)).collect();
            keyed.sort_by(|(a, _), (b, _)| {
                let (a, b) = (a.as_ref(), b.as_ref());
                // What says nothing comes last either way.
                let is_empty = |key: Option<&Key>| key.is_none_or(Key::is_empty);
                let order = a.partial_cmp(&b).unwrap_or(std::cmp::Ordering::Equal);
                is_empty(a).cmp(&is_empty(b)).then(if *is_up { order } else { order.reverse() })
            });
            order = keyed.into_iter().map(|(_, id)| id).collect();
        }
        for (row, id) in order.iter().enumerate() {
            if let Some(facts) = self.facts.get_mut(id) {
                facts.row = Some(row);
            }
        }
        self.order = order;
    }

    fn key(&self, shown: &Shown<'_>, step: &Step, column: &Column) -> Key {
        match column {
            Column::Number => Key::Number(self.number(&step.id).map(|number| number as f64)),
            Column::Time(usual) => Key::Number(usual.of(&step.time)),
            // In the order of the page, not of their names.
            Column::Lane => {
                let at = shown.page.lanes.iter().position(|lane| lane.id == step.lane);
                Key::Number(at.map(|at| at as f64))
            }
            Column::Phase => {
                let is_own =
                    |phase: &&std::sync::Arc<crate::model::Phase>| Some(&phase.id) == step.phase.as_ref();
                let at = shown.page.phases.iter().position(|phase| is_own(&phase));
                Key::Number(at.map(|at| at as f64))
            }
            Column::Text(_) | Column::Kind | Column::Next | Column::Detail(_) => {
                Key::Text(fold(&cell::line(shown, self, step, column)))
            }
        }
    }

    /// How many steps are shown.
    pub(super) fn len(&self) -> usize {
        self.order.len()
    }

    /// How many steps there are.
    pub(super) fn total(&self) -> usize {
        self.facts.len()
    }

    /// The step of a row.
    pub(super) fn step(&self, row: usize) -> Option<&StepId> {
        self.order.get(row)
    }

    /// The row of a step, if it is shown.
    pub(super) fn row(&self, id: &StepId) -> Option<usize> {
        self.facts.get(id)?.row
    }

    /// The place of a step in the order of the flow, from 1.
    pub(super) fn number(&self, id: &StepId) -> Option<usize> {
        self.facts.get(id).map(|facts| facts.number)
    }

    /// The connectors that lead on from a step to another one.
    pub(super) fn ways(&self, id: &StepId) -> &[ConnectorId] {
        self.facts.get(id).map(|facts| facts.ways.as_slice()).unwrap_or_default()
    }
}

/// What rows are sorted by.
#[derive(PartialEq, PartialOrd)]
enum Key {
    Number(Option<f64>),
    Text(String),
}

impl Key {
    const fn is_empty(&self) -> bool {
        match self {
            Self::Number(number) => number.is_none(),
            Self::Text(text) => text.is_empty(),
        }
    }
}
