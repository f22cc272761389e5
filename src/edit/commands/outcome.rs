//! From a command to the function that does it.

use super::{connectors, content, lanes, pages, phases, remove, steps};
use crate::{
    edit::{Command, Refusal, Selection, transaction::Transaction},
    model::PageId,
};

/// What follows from a command for what is seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::edit) struct Outcome {
    /// What is selected then; `None`: what was selected before.
    pub(in crate::edit) select: Option<Selection>,
    /// The page that is shown then; `None`: the same.
    pub(in crate::edit) show: Option<PageId>,
}

impl Outcome {
    /// Nothing else is seen.
    pub(in crate::edit) const SAME: Self = Self { select: None, show: None };

    /// `selection` is selected.
    pub(in crate::edit) fn select(selection: Selection) -> Self {
        Self { select: Some(selection), show: None }
    }
}

/// Does `command`, without its consequences.
pub(in crate::edit) fn apply(command: &Command, tx: &mut Transaction<'_>) -> Result<Outcome, Refusal> {
    match command {
        Command::Step(command) => steps::apply(command, tx),
        Command::Connector(command) => connectors::apply(command, tx),
        Command::Lane(command) => lanes::apply(command, tx),
        Command::Phase(command) => phases::apply(command, tx),
        Command::Page(command) => pages::apply(command, tx),
        Command::SetText { of, lang, text } => content::set_text(tx, of, lang, text),
        Command::SetStyle { of, part, color } => content::set_style(tx, of, *part, *color),
        Command::SetProperty { of, key, value } => content::set_property(tx, of, key, value.as_deref()),
        Command::Delete { what, heal } => remove::delete(tx, what, *heal),
        Command::Paste { fragment, by } => content::paste(tx, fragment, *by),
        Command::All(commands) => {
            let mut last = Outcome::SAME;
            for command in commands {
                let outcome = apply(command, tx)?;
                last = Outcome { select: outcome.select.or(last.select), show: outcome.show.or(last.show) };
            }
            Ok(last)
        }
    }
}
