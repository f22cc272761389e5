//! Rules about how connectors look.

use std::collections::BTreeMap;

use super::{
    Code, Target,
    subject::{Findings, Subject},
};
use crate::{
    geom::Polyline,
    model::{Connector, StepId},
};

/// Ends that are nearer to each other than this are one place.
const ONE_PLACE: f64 = 1.5;
/// A shorter way back is a rounding.
const LEAST: f64 = 0.5;

/// No connector leads back over itself.
pub(super) fn turns_back(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (connector, line) in &subject.lines {
        if line.as_ref().is_some_and(has_spur) {
            let values = [("connector", subject.names.connector(subject.page, connector))];
            findings.add(Code::TurnsBack, Target::Connector(connector.id.clone()), &values);
        }
    }
}

fn has_spur(line: &Polyline) -> bool {
    let pieces: Vec<_> = line.segments().map(|(a, b)| b - a).filter(|way| way.hypot() > LEAST).collect();
    pieces.windows(2).any(|two| matches!(two, [one, next] if one.dot(*next) < -LEAST))
}

/// No connector leaves a step where another one arrives: nobody could tell which of them the arrowhead belongs to.
pub(super) fn shared_place(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let mut leaving = BTreeMap::<&StepId, Vec<(&Connector, _)>>::new();
    for (connector, line) in &subject.lines {
        let start = line.as_ref().and_then(|line| line.points.first());
        if let (Some(step), Some(start)) = (connector.from.step(), start) {
            leaving.entry(step).or_default().push((connector, *start));
        }
    }
    for (connector, line) in &subject.lines {
        let tip = line.as_ref().and_then(|line| line.points.last());
        let (Some(step), Some(tip)) = (connector.to.step(), tip) else { continue };
        let mut beside = leaving.get(step).into_iter().flatten();
        if let Some((other, _)) = beside.find(|(_, start)| start.distance(*tip) < ONE_PLACE) {
            let name = |connector| subject.names.connector(subject.page, connector);
            let values = [("connector", name(connector)), ("other", name(other))];
            findings.add(Code::SharedPlace, Target::Connector(connector.id.clone()), &values);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Code;
    use crate::validate::fixture::Fixture;

    #[test]
    fn a_connector_does_not_lead_back_over_itself() {
        let mut chart = Fixture::clean();
        chart.route("start--ask", &[(120.0, 60.0), (180.0, 60.0)]);
        assert_eq!(chart.found(), []);
        chart.route("start--ask", &[(120.0, 60.0), (170.0, 60.0), (150.0, 60.0), (180.0, 60.0)]);
        chart.finds(Code::TurnsBack, "start--ask");
    }

    #[test]
    fn a_connector_does_not_leave_where_another_one_arrives() {
        // start 20…120, ask 180…280, solved 340…440, all at 30…90
        let mut chart = Fixture::clean();
        chart.route("ask--known", &[(180.0, 61.0), (170.0, 61.0), (170.0, 10.0), (660.0, 10.0)]);
        chart.route("start--ask", &[(120.0, 60.0), (180.0, 60.0)]);
        chart.finds(Code::SharedPlace, "start--ask");
    }
}
