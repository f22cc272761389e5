//! Rules about where steps stand.

use std::collections::BTreeMap;

use super::{
    Code, Target,
    rect_tree::RectTree,
    subject::{Findings, Subject},
};
use crate::geom::Rect;

/// How far something may reach over a border: files keep hundredths, so two roundings may meet.
const TOLERANCE: f64 = 0.02;

fn is_within(span: (f64, f64), band: (f64, f64)) -> bool {
    span.0 >= band.0 - TOLERANCE && span.1 <= band.1 + TOLERANCE
}

/// Each step stands in its lane's band, and not on the lane's header.
pub(super) fn lanes(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let (page, orientation) = (subject.page, subject.page.orientation);
    let bands: BTreeMap<_, _> =
        page.lane_bands().map(|(lane, from, to)| (&lane.id, (lane, from, to))).collect();
    for step in page.steps.values() {
        let Some((lane, from, to)) = bands.get(&step.lane) else { continue };
        let across = is_within(orientation.span_across(step.rect), (*from, *to));
        if !across || orientation.span_along(step.rect).0 < -TOLERANCE {
            let lane = subject
                .names
                .quote(&lane.title)
                .unwrap_or_else(|| subject.names.catalog.quote(lane.id.as_str()));
            let values = [("step", subject.names.step(step)), ("lane", lane)];
            findings.add(Code::OutsideLane, Target::Step(step.id.clone()), &values);
        }
    }
}

/// Each step that belongs to a phase stands in it.
pub(super) fn phases(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let (page, orientation) = (subject.page, subject.page.orientation);
    let bands: BTreeMap<_, _> =
        page.phase_bands().map(|(phase, from, to)| (&phase.id, (phase, from, to))).collect();
    for step in page.steps.values() {
        let Some((phase, from, to)) = step.phase.as_ref().and_then(|id| bands.get(id)) else { continue };
        if !is_within(orientation.span_along(step.rect), (*from, *to)) {
            let phase = subject
                .names
                .quote(&phase.title)
                .unwrap_or_else(|| subject.names.catalog.quote(phase.id.as_str()));
            let values = [("step", subject.names.step(step)), ("phase", phase)];
            findings.add(Code::OutsidePhase, Target::Step(step.id.clone()), &values);
        }
    }
}

/// No step covers another. Of each pair the one with the larger id is told, and once only, so that a pile of
/// steps is no flood of messages.
pub(super) fn overlaps(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let steps: Vec<_> = subject.page.steps.values().collect();
    let tree = RectTree::new(steps.iter().map(|step| step.rect));
    for (i, step) in steps.iter().enumerate() {
        let covered = tree.find(step.rect, |rect, other| other < i && overlap(rect, step.rect));
        if let Some(other) = covered.and_then(|other| steps.get(other)) {
            let values = [("step", subject.names.step(step)), ("other", subject.names.step(other))];
            findings.add(Code::Overlap, Target::Step(step.id.clone()), &values);
        }
    }
}

fn overlap(a: Rect, b: Rect) -> bool {
    let both = a.intersect(b);
    both.width() > TOLERANCE && both.height() > TOLERANCE
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Code, Rect};
    use crate::{
        model::{Phase, PhaseId, StepKind},
        validate::fixture::{Fixture, en},
    };

    #[test]
    fn a_step_stays_in_its_lane() {
        let mut chart = Fixture::clean();
        chart.step("ask").rect = Rect::new(180.0, 80.0, 280.0, 140.0);
        chart.finds(Code::OutsideLane, "ask");
        chart.step("ask").rect = Rect::new(-30.0, 0.0, 10.0, 60.0);
        chart.finds(Code::OutsideLane, "ask");
    }

    #[test]
    fn a_step_stays_in_its_phase() {
        let mut chart = Fixture::clean();
        for id in ["first", "second"] {
            let phase = Phase { id: PhaseId::parse(id).unwrap(), title: en(id), size: 150.0 };
            chart.page().phases.push(Arc::new(phase));
        }
        chart.step("start").phase = Some(PhaseId::parse("first").unwrap());
        chart.step("refused").phase = Some(PhaseId::parse("second").unwrap());
        assert_eq!(chart.found(), []);
        chart.step("ask").phase = Some(PhaseId::parse("first").unwrap());
        chart.finds(Code::OutsidePhase, "ask");
    }

    #[test]
    fn steps_do_not_cover_each_other() {
        let mut chart = Fixture::clean();
        chart.step("ask").rect = Rect::new(120.0, 30.0, 180.0, 90.0);
        assert_eq!(chart.found(), []);
        chart.step("ask").rect = Rect::new(119.0, 30.0, 180.0, 90.0);
        chart.finds(Code::Overlap, "start");
    }

    #[test]
    fn a_pile_of_steps_is_told_once_for_each() {
        let ids: Vec<_> = (0..2_000).map(|i| format!("n{i:04}")).collect();
        let notes: Vec<_> = ids.iter().map(|id| (id.as_str(), StepKind::Note)).collect();
        let mut chart = Fixture::new();
        chart.steps(&notes);
        for id in &ids {
            chart.step(id).rect = Rect::new(20.0, 30.0, 120.0, 90.0);
        }
        let found = chart.found();
        assert_eq!(found.len(), 1_999);
        assert!(found.iter().all(|(code, _)| *code == Code::Overlap));
    }
}
