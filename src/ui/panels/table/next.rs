//! The steps that follow a step, in words and back: `Yes › Send the offer`, one on each line or parted by `;`.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::Rows;
use crate::{
    edit::{Command, ConnectorCommand, Selection, TextOf, rules},
    locale::fold,
    model::{Connector, ConnectorId, End, Step, StepId, Text},
    ui::panels::Shown,
};

/// Between what a connector says and where it leads; the window's font has no arrow.
const ARROW: &str = "›";
/// What people write there.
const ARROWS: [&str; 4] = [ARROW, "→", "->", ">"];
/// Between two steps that follow.
const PARTED: &str = "; ";

/// What follows `id`.
pub(super) fn said(shown: &Shown<'_>, rows: &Rows, id: &StepId) -> String {
    let ways = ways(shown, rows, id);
    let each = ways.map(|(way, to)| {
        let (label, name) = (shown.read(&way.label), shown.step_name(to));
        if label.is_empty() { name } else { format!("{label} {ARROW} {name}") }
    });
    each.collect::<Vec<_>>().join(PARTED)
}

/// The connectors from `id` to a step, with that step.
pub(super) fn ways<'a>(
    shown: &'a Shown<'_>,
    rows: &'a Rows,
    id: &StepId,
) -> impl Iterator<Item = (&'a Connector, &'a Step)> {
    rows.ways(id).iter().filter_map(|way| {
        let way = shown.connector(way)?;
        Some((way, shown.step(way.to.step()?)?))
    })
}

/// The steps by what they are called, folded; of several with the same name the first in the order of the flow.
pub(super) struct StepNames(BTreeMap<String, StepId>);

impl StepNames {
    pub(super) fn of(shown: &Shown<'_>) -> Self {
        let mut names = Self(BTreeMap::new());
        let steps = shown.steps_in_order();
        for step in &steps {
            names.add(&shown.step_name(step), &step.id);
        }
        for (step, number) in steps.iter().zip(1..) {
            names.add(&format!("{number}"), &step.id);
        }
        names
    }

    /// Knows a step by `name`, too, unless that is another one's.
    pub(super) fn add(&mut self, name: &str, id: &StepId) {
        self.0.entry(fold(name.trim())).or_insert_with(|| id.clone());
    }

    fn find(&self, name: &str) -> Option<&StepId> {
        self.0.get(&fold(name.trim().trim_start_matches('#')))
    }

    /// The label and the step of each part of `text`; `None` where a part names no step.
    fn read(&self, text: &str) -> Option<Vec<(String, StepId)>> {
        if text.trim().is_empty() {
            return Some(Vec::new());
        }
        let part = |part: &str| {
            let splits = ARROWS.iter().filter_map(|arrow| part.split_once(arrow));
            let (label, name) = splits.min_by_key(|(label, _)| label.len()).unwrap_or(("", part));
            Some((label.trim().to_owned(), self.find(name)?.clone()))
        };
        // A name may hold a semicolon.
        if let Some(only) = part(text) {
            return Some(vec![only]);
        }
        let parts = text.split(['\n', ';']).filter(|part| !part.trim().is_empty());
        parts.map(part).collect()
    }
}

/// What makes exactly the steps follow `step` that `text` names: connectors that are there already stay as they are.
/// `Err`: a part of it names no step.
pub(super) fn write(
    shown: &Shown<'_>,
    rows: &Rows,
    names: &StepNames,
    step: &StepId,
    text: &str,
) -> Result<Vec<Command>, ()> {
    let wanted = names.read(text).ok_or(())?;
    let mut there: Vec<(&Connector, &Step)> = ways(shown, rows, step).collect();
    let mut commands = Vec::new();
    for (label, to) in wanted {
        let at = there.iter().position(|(way, target)| target.id == to && shown.read(&way.label) == label);
        let at = at.or_else(|| there.iter().position(|(_, target)| target.id == to));
        match at {
            Some(at) => {
                let (way, _) = there.remove(at);
                if shown.read(&way.label) != label {
                    commands.push(relabel(shown, &way.id, label));
                }
            }
            None => commands.push(connect(shown, step, &to, label)),
        }
    }
    let gone: BTreeSet<ConnectorId> = there.iter().map(|(way, _)| way.id.clone()).collect();
    if !gone.is_empty() {
        // Before the new ones: two ways to the same step are refused.
        let what = Selection { connectors: gone, ..Selection::default() };
        commands.insert(0, Command::Delete { what, heal: false });
    }
    Ok(commands)
}

fn relabel(shown: &Shown<'_>, way: &ConnectorId, text: String) -> Command {
    Command::SetText { of: TextOf::Connector(way.clone()), lang: shown.lang.clone(), text }
}

/// A new connector between two steps.
pub(super) fn connect(shown: &Shown<'_>, from: &StepId, to: &StepId, label: String) -> Command {
    let end = |step: &StepId| End::Attached { step: step.clone(), port: None };
    let (from, to) = (end(from), end(to));
    Command::Connector(ConnectorCommand::Create {
        id: ConnectorId::mint("connector", (shown.mint)()),
        kind: rules::natural_kind(shown.page, &from, &to),
        from,
        to,
        label: Text::new(shown.lang.clone(), label),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_is_read_as_people_write_it() {
        let mut names = StepNames(BTreeMap::new());
        let (offer, ask) = (StepId::mint("offer", 1), StepId::mint("ask", 1));
        names.add("Send the offer; wait", &offer);
        names.add("Ask again", &ask);
        names.add("7", &ask);
        let read = |text: &str| names.read(text);
        let to = |label: &str, step: &StepId| (label.to_owned(), step.clone());
        assert_eq!(read(""), Some(Vec::new()));
        assert_eq!(read("Sí → send the OFFER; wait"), Some(vec![to("Sí", &offer)]));
        assert_eq!(read("Yes -> 7; No › Ask again"), Some(vec![to("Yes", &ask), to("No", &ask)]));
        assert_eq!(read("#7\nAsk again"), Some(vec![to("", &ask), to("", &ask)]));
        assert_eq!(read("Yes > nobody"), None);
    }
}
