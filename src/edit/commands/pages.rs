//! PLACEHOLDER

use super::Outcome;
use crate::edit::{PageCommand, Refusal, transaction::Transaction};

pub(super) fn apply(_command: &PageCommand, _tx: &mut Transaction<'_>) -> Result<Outcome, Refusal> {
    Err(Refusal::Nothing)
}
