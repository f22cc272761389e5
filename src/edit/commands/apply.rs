//! From a command to the function that does it.

use super::{Showing, connectors, content, lanes, pages, paste, phases, pools, remove, steps};
use crate::edit::{Command, Refusal, transaction::Transaction};

/// Does `command`, without its consequences.
pub(in crate::edit) fn apply(command: &Command, tx: &mut Transaction<'_>) -> Result<Showing, Refusal> {
    match command {
        Command::Step(command) => steps::apply(command, tx),
        Command::Connector(command) => connectors::apply(command, tx),
        Command::Lane(command) => lanes::apply(command, tx),
        Command::Pool(command) => pools::apply(command, tx),
        Command::Phase(command) => phases::apply(command, tx),
        Command::Page(command) => pages::apply(command, tx),
        Command::SetText { of, lang, text } => content::set_text(tx, of, lang, text),
        Command::ConfirmTranslation { of, lang } => content::confirm_translation(tx, of, lang),
        Command::SetStyle { of, part, color } => content::set_style(tx, of, *part, *color),
        Command::SetProperty { of, key, value } => content::set_property(tx, of, key, value.as_deref()),
        Command::Delete { what, heal } => remove::delete(tx, what, *heal),
        Command::Paste { fragment, by } => paste::paste(tx, fragment, *by),
        Command::All(commands) => {
            let mut last = Showing::SAME;
            for command in commands {
                let outcome = apply(command, tx)?;
                last = Showing { select: outcome.select.or(last.select), show: outcome.show.or(last.show) };
            }
            Ok(last)
        }
    }
}
