//! PLACEHOLDER

use super::Outcome;
use crate::edit::{LaneCommand, Refusal, transaction::Transaction};

pub(super) fn apply(_command: &LaneCommand, _tx: &mut Transaction<'_>) -> Result<Outcome, Refusal> {
    Err(Refusal::Nothing)
}
