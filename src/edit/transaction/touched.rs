//! The marks that commands and behaviours leave for the behaviours after them.
//!
//! Owns what is meant by an edit beyond the records that it changes: that a step was put where it is, that a line is
//! to be found anew. Holds ids only and forgets them with the edit.

use std::collections::BTreeSet;

use crate::{
    arrange::HeldEnds,
    model::{ConnectorId, StepId},
};

/// What an edit touched, and how what follows is to treat it.
#[derive(Default)]
pub(in crate::edit) struct Touched {
    /// Steps that a person or a behaviour put somewhere: others make room, their lanes are found, their
    /// connectors are routed. Steps that moved along with their lane are not among them.
    pub(in crate::edit) placed: BTreeSet<StepId>,
    /// Connectors that are routed anew whatever happened to their steps.
    pub(in crate::edit) to_route: BTreeSet<ConnectorId>,
    /// Ends of those that a person left where they were.
    pub(in crate::edit) held: HeldEnds,
    /// Connectors that got a new line, with their label, in this edit.
    pub(in crate::edit) routed: BTreeSet<ConnectorId>,
    /// Connectors whose label is placed anew on the line that they have.
    pub(in crate::edit) to_label: BTreeSet<ConnectorId>,
    /// Whether no step moves for the sake of those that were put somewhere: they go past.
    pub(in crate::edit) keeps_others: bool,
    /// Whether everything on the page was given its place, so that nothing follows from places.
    pub(in crate::edit) is_laid_out: bool,
}
