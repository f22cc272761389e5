//! The marks that commands leave for the behaviours that follow.

use std::{collections::BTreeSet, sync::Arc};

use super::{joined::joined, touched::Touched, write::Transaction};
use crate::model::{ConnectorEnd, ConnectorId, Step, StepId};

impl Transaction<'_> {
    /// Says that a step was put somewhere.
    pub(in crate::edit) fn place(&mut self, id: &StepId) {
        self.touched.placed.insert(id.clone());
    }

    /// Says that steps were put somewhere.
    pub(in crate::edit) fn place_all(&mut self, ids: &BTreeSet<StepId>) {
        if self.touched.placed.is_empty() {
            self.touched.placed.clone_from(ids);
        } else {
            self.touched.placed.extend(ids.iter().cloned());
        }
    }

    /// Says that no other step moves for the sake of those that are put somewhere.
    pub(in crate::edit) fn keep_others(&mut self) {
        self.touched.keeps_others = true;
    }

    /// Some of the steps, as far as they are there.
    pub(in crate::edit) fn some_steps<'t>(
        &'t self,
        ids: &'t BTreeSet<StepId>,
    ) -> impl Iterator<Item = &'t Arc<Step>> {
        joined(ids.iter().map(|id| (id, ())), &self.page().steps).filter_map(|(_, (), step)| step)
    }

    /// The steps that were put somewhere.
    pub(in crate::edit) fn placed_steps(&self) -> impl Iterator<Item = &Arc<Step>> {
        self.some_steps(&self.touched.placed)
    }

    /// The marks that were left so far.
    pub(in crate::edit) const fn touched(&self) -> &Touched {
        &self.touched
    }

    /// Asks for a connector to be routed anew.
    pub(in crate::edit) fn reroute(&mut self, id: &ConnectorId) {
        self.touched.to_route.insert(id.clone());
    }

    /// Asks for a connector to be routed anew, if possible without its leaving the place that it has at one end.
    pub(in crate::edit) fn reroute_holding(&mut self, id: &ConnectorId, end: ConnectorEnd) {
        self.reroute(id);
        self.touched.held.insert(id.clone(), end);
    }

    /// Says that connectors got a new line with their label.
    pub(in crate::edit) fn routed(&mut self, ids: BTreeSet<ConnectorId>) {
        self.touched.routed.extend(ids);
    }

    /// Asks for a connector's label to be placed anew.
    pub(in crate::edit) fn relabel(&mut self, id: &ConnectorId) {
        self.touched.to_label.insert(id.clone());
    }

    /// Says that everything on the page was given its place.
    pub(in crate::edit) const fn lay_out(&mut self) {
        self.touched.is_laid_out = true;
    }
}
