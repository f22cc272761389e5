//! PLACEHOLDER

use super::Outcome;
use crate::edit::{PhaseCommand, Refusal, transaction::Transaction};

pub(super) fn apply(_command: &PhaseCommand, _tx: &mut Transaction<'_>) -> Result<Outcome, Refusal> {
    Err(Refusal::Nothing)
}
