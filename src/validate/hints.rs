//! Hints at what would make the chart more useful.

use std::collections::BTreeSet;

use super::{
    Code, Target,
    subject::{Findings, Subject},
};
use crate::model::{Step, StepKind};

/// Each lane holds a step.
pub(super) fn empty_lane(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let used: BTreeSet<_> = subject.page.steps.values().map(|step| &step.lane).collect();
    for lane in subject.page.lanes.iter().filter(|lane| !used.contains(&lane.id)) {
        let name =
            subject.names.quote(&lane.title).unwrap_or_else(|| subject.names.catalog.quote(lane.id.as_str()));
        findings.add(Code::EmptyLane, Target::Lane(lane.id.clone()), &[("lane", name)]);
    }
}

/// Each process step says what is true when it is done.
pub(super) fn missing_goal(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for step in work(subject).filter(|step| step.details.goal.is_empty()) {
        let values = [("step", subject.names.step(step))];
        findings.add(Code::MissingGoal, Target::Step(step.id.clone()), &values);
    }
}

/// Each process step says how long it takes.
pub(super) fn missing_time(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for step in work(subject).filter(|step| step.time.handling.is_none()) {
        let values = [("step", subject.names.step(step))];
        findings.add(Code::MissingTime, Target::Step(step.id.clone()), &values);
    }
}

fn work<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = &'a Step> {
    subject.page.steps.values().map(AsRef::as_ref).filter(|step| step.kind == StepKind::Process)
}

#[cfg(test)]
mod tests {
    use super::Code;
    use crate::{
        model::{Details, Time},
        validate::fixture::Fixture,
    };

    #[test]
    fn a_lane_without_steps_is_told() {
        let mut chart = Fixture::clean();
        chart.lane("other");
        chart.finds(Code::EmptyLane, "other");
    }

    #[test]
    fn a_process_step_has_a_goal_and_a_time() {
        let mut chart = Fixture::clean();
        chart.step("ask").details = Details::default();
        chart.finds(Code::MissingGoal, "ask");
        let mut chart = Fixture::clean();
        chart.step("ask").time = Time::default();
        chart.finds(Code::MissingTime, "ask");
    }
}
