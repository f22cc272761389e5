//! The connections that the rows of a table name, and what is taken for granted where they name none.

use std::collections::BTreeMap;

use super::reader::{PlacedCell, TableReader, key_of};
use crate::{
    interop::{
        code::TableCode,
        draft::{Anchor, EdgeDraft, EndDraft},
        report::{Disposition, ReportLine},
        table::columns::{
            field::StepField,
            found::TableRow,
            kinds,
            lists::{labels_for, split},
        },
    },
    model::{StepId, StepKind},
};

impl<'a> TableReader<'a> {
    /// Reads what comes after each of the `rows`, whose steps are known.
    pub(in crate::interop::table) fn connections(&mut self, rows: &[(&'a TableRow, StepId)]) {
        if self.table.column_of(StepField::Next).is_none() {
            self.in_order(rows);
        }
        for (row, id) in rows {
            self.connections_of(row, id);
        }
        if self.table.column_of(StepField::Kind).is_none() {
            self.guess_kinds();
        }
    }

    fn connections_of(&mut self, row: &'a TableRow, from: &StepId) {
        let next = self.value(row, StepField::Next);
        let next_text = next.as_ref().map_or("", |value| &value.cell.text);
        let label = self.value(row, StepField::Label);
        let mut labels: Vec<&str> =
            label.as_ref().map(|value| labels_for(next_text, &value.cell.text)).unwrap_or_default();
        labels.reverse();
        let items = if next.is_some() { split(next_text) } else { Vec::new() };
        // A cell with nothing but commas is a value too.
        let is_nothing = items.iter().all(|item| item.is_empty());
        for item in items.iter().filter(|item| is_nothing || !item.is_empty()).take(if is_nothing {
            1
        } else {
            usize::MAX
        }) {
            let label_text = labels.pop().unwrap_or_default();
            let Some(value) = &next else { continue };
            let to = self.target(item, value, from);
            match (to, &label) {
                (Some(to), _) => {
                    self.report.keep(usize::from(!label_text.is_empty()));
                    let label = label_text.to_owned();
                    self.page.edges.push(EdgeDraft::new(
                        EndDraft::node(from.clone()),
                        EndDraft::node(to),
                        label,
                    ));
                }
                (None, Some(of)) if !label_text.is_empty() => self.surplus(label_text, of, from),
                (None, _) => {}
            }
        }
        if let Some(of) = &label {
            let rest: Vec<&str> = labels.into_iter().rev().collect();
            let is_nothing = labels_for(next_text, &of.cell.text).iter().all(|label| label.is_empty());
            if is_nothing {
                self.surplus(&of.cell.text, of, from);
            }
            for label in rest.into_iter().filter(|label| !label.is_empty()) {
                self.surplus(label, of, from);
            }
        }
    }

    fn surplus(&mut self, label: &str, of: &PlacedCell<'_>, from: &StepId) {
        let line = ReportLine::new(Disposition::Dropped, TableCode::SurplusLabel);
        self.report.add(line.of(label).at(&*of.place).step(from));
    }

    /// The step that `item` of the list in `value` names.
    fn target(&mut self, item: &str, value: &PlacedCell<'_>, from: &StepId) -> Option<StepId> {
        if let Some(to) = self.index.exact.get(item) {
            self.report.keep(1);
            return Some(to.clone());
        }
        let near = self.index.folded.get(&key_of(item)).cloned();
        let line = match &near {
            Some((name, _)) => {
                ReportLine::new(Disposition::Approximated, TableCode::NextSpelling).became(&**name)
            }
            None => ReportLine::new(Disposition::Dropped, TableCode::UnknownNext),
        };
        self.report.add(line.of(item).at(&*value.place).step(from));
        near.map(|(_, to)| to)
    }

    /// Connects the rows one after the other, because nothing says what comes next.
    fn in_order(&mut self, rows: &[(&TableRow, StepId)]) {
        for pair in rows.windows(2) {
            if let [(_, from), (_, to)] = pair {
                let (from, to) = (EndDraft::node(from.clone()), EndDraft::node(to.clone()));
                self.page.edges.push(EdgeDraft::new(from, to, ""));
            }
        }
        if rows.len() > 1 {
            self.remark(TableCode::InOrder, rows.len());
        }
    }

    fn guess_kinds(&mut self) {
        let mut degrees: BTreeMap<&StepId, (usize, usize)> = BTreeMap::new();
        for edge in &self.page.edges {
            for (end, is_out) in [(&edge.from, true), (&edge.to, false)] {
                let Anchor::Node(id) = &end.anchor else { continue };
                let (incoming, outgoing) = degrees.entry(id).or_default();
                *if is_out { outgoing } else { incoming } += 1;
            }
        }
        let mut guessed = 0;
        for node in &mut self.page.nodes {
            let (incoming, outgoing) = degrees.get(&node.id).copied().unwrap_or_default();
            node.kind = kinds::guess(&node.text, incoming, outgoing);
            guessed += usize::from(node.kind != StepKind::Process);
        }
        if guessed > 0 {
            self.remark(TableCode::GuessedKinds, guessed);
        }
    }
}
