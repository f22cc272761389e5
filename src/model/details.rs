//! What a step says beyond its label.

use super::Text;

/// The particulars of a step: what a new colleague must know to do it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// What is true when the step is done.
    pub goal: Text,
    /// How it is done.
    pub description: Text,
    /// Who answers for it.
    pub responsible: Text,
    /// Telephone, mail, chat …
    pub channel: Text,
    /// Information and tools needed.
    pub needs: Text,
    /// What to say: the call script.
    pub say: Text,
    /// What to record.
    pub record: Text,
    /// What shows later that it was done.
    pub evidence: Text,
    /// How far the person's authority goes.
    pub authority: Text,
}

impl Details {
    /// Each detail with the name it has in files and in the catalogue, in reading order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        let Self { goal, description, responsible, channel, needs, say, record, evidence, authority } = self;
        [
            ("goal", goal),
            ("description", description),
            ("responsible", responsible),
            ("channel", channel),
            ("needs", needs),
            ("say", say),
            ("record", record),
            ("evidence", evidence),
            ("authority", authority),
        ]
        .into_iter()
    }
}

/// A duration in minutes; finite and not negative.
pub type Minutes = f64;

/// How long something takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// As a rule.
    pub usual: Minutes,
    /// At best.
    pub best: Option<Minutes>,
    /// At worst.
    pub worst: Option<Minutes>,
}

/// The times of a step.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Time {
    /// Work.
    pub handling: Option<Estimate>,
    /// Waiting before or during the work.
    pub waiting: Option<Estimate>,
    /// What was promised for the step.
    pub target: Option<Minutes>,
}
