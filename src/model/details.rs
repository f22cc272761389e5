//! What a step says beyond its label.

use serde::{Deserialize, Serialize};

use super::Text;

/// The particulars of a step: what a new colleague must know to do it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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

/// Which of the particulars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Detail {
    /// [`Details::goal`].
    Goal,
    /// [`Details::description`].
    Description,
    /// [`Details::responsible`].
    Responsible,
    /// [`Details::channel`].
    Channel,
    /// [`Details::needs`].
    Needs,
    /// [`Details::say`].
    Say,
    /// [`Details::record`].
    Record,
    /// [`Details::evidence`].
    Evidence,
    /// [`Details::authority`].
    Authority,
}

impl Detail {
    /// All of them, in reading order.
    pub const ALL: [Self; 9] = [
        Self::Goal,
        Self::Description,
        Self::Responsible,
        Self::Channel,
        Self::Needs,
        Self::Say,
        Self::Record,
        Self::Evidence,
        Self::Authority,
    ];

    /// The name it has in files and in the catalogue.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Goal => "goal",
            Self::Description => "description",
            Self::Responsible => "responsible",
            Self::Channel => "channel",
            Self::Needs => "needs",
            Self::Say => "say",
            Self::Record => "record",
            Self::Evidence => "evidence",
            Self::Authority => "authority",
        }
    }
}

impl Details {
    /// What is written in `detail`.
    pub const fn get(&self, detail: Detail) -> &Text {
        match detail {
            Detail::Goal => &self.goal,
            Detail::Description => &self.description,
            Detail::Responsible => &self.responsible,
            Detail::Channel => &self.channel,
            Detail::Needs => &self.needs,
            Detail::Say => &self.say,
            Detail::Record => &self.record,
            Detail::Evidence => &self.evidence,
            Detail::Authority => &self.authority,
        }
    }

    /// What is written in `detail`, to be changed.
    pub const fn get_mut(&mut self, detail: Detail) -> &mut Text {
        match detail {
            Detail::Goal => &mut self.goal,
            Detail::Description => &mut self.description,
            Detail::Responsible => &mut self.responsible,
            Detail::Channel => &mut self.channel,
            Detail::Needs => &mut self.needs,
            Detail::Say => &mut self.say,
            Detail::Record => &mut self.record,
            Detail::Evidence => &mut self.evidence,
            Detail::Authority => &mut self.authority,
        }
    }

    /// Each detail with the name it has in files and in the catalogue, in reading order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        Detail::ALL.into_iter().map(|detail| (detail.name(), self.get(detail)))
    }
}

/// A duration in minutes; finite and not negative.
pub type Minutes = f64;

/// How long something takes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    /// As a rule.
    pub usual: Minutes,
    /// At best.
    pub best: Option<Minutes>,
    /// At worst.
    pub worst: Option<Minutes>,
}

/// The times of a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Time {
    /// Work.
    pub handling: Option<Estimate>,
    /// Waiting before or during the work.
    pub waiting: Option<Estimate>,
    /// What was promised for the step.
    pub target: Option<Minutes>,
}
