//! Fixes of what a merge left to be decided: all stays as it is, or what the other one has takes its place.

use super::{
    fix::Fix,
    theirs::{removal, theirs},
};
use crate::{
    edit::{Command, Owner},
    model::{Document, MarkedRecord, MarkedValue, MergeMark, Page, Properties},
    validate::Target,
};

/// What a mark is about.
#[derive(Clone, Debug)]
pub(super) enum Marked {
    /// What has free properties, among which the mark stands.
    Owner(Owner),
    /// What has none.
    Record(MarkedRecord),
}

/// A mark where it stands.
struct Undecided<'d> {
    document: &'d Document,
    page: &'d Page,
    mark: &'d MergeMark,
    owner: Owner,
}

/// The ways to decide what `mark` says, which was found at `target`.
pub(super) fn decide(document: &Document, page: &Page, mark: &MergeMark, target: &Target) -> Vec<Fix> {
    let owner = match (&mark.record, target) {
        (None, Target::Step(id)) => Owner::Step(id.clone()),
        (None, Target::Connector(id)) => Owner::Connector(id.clone()),
        _ => Owner::Document,
    };
    let undecided = Undecided { document, page, mark, owner };
    // It may be gone since it was found.
    let Some(text) = undecided.properties().and_then(|of| of.get(&mark.key())) else { return Vec::new() };
    [undecided.keep()].into_iter().chain(undecided.take(text)).collect()
}

impl Undecided<'_> {
    fn properties(&self) -> Option<&Properties> {
        match &self.owner {
            Owner::Document => Some(&self.document.properties),
            Owner::Step(id) => self.page.steps.get(id).map(|step| &step.properties),
            Owner::Connector(id) => self.page.connectors.get(id).map(|connector| &connector.properties),
        }
    }

    fn unmark(&self) -> Command {
        Command::SetProperty { of: self.owner.clone(), key: self.mark.key(), value: None }
    }

    fn keep(&self) -> Fix {
        Fix::certain("fix-remove-marks", self.unmark())
    }

    /// What decides for the other version, or for that a record is removed.
    fn take(&self, text: &str) -> Option<Fix> {
        let marked = match &self.mark.record {
            None => Marked::Owner(self.owner.clone()),
            Some(_) => Marked::Record(self.page.marked(self.mark)?),
        };
        let value = MarkedValue::parse(self.mark, text)?;
        match Some(value).filter(|value| value.is_possible(self.document))? {
            MarkedValue::RemovedThere | MarkedValue::RemovedHere => {
                let removal = removal(self.page, &marked)?;
                // Marks of steps and connectors go with them.
                let after = Some(self.unmark()).filter(|_| self.owner == Owner::Document);
                let command = Command::All([removal].into_iter().chain(after).collect());
                Some(Fix::certain("fix-take-removal", command))
            }
            value => {
                let theirs = theirs(self.document, self.page, self.mark, &marked, value)?;
                Some(Fix::certain("fix-take-theirs", Command::All(vec![theirs, self.unmark()])))
            }
        }
    }
}
