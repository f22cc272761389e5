//! Rules about the ways of connectors.

use super::{
    Code, Target,
    rect_tree::RectTree,
    subject::{Findings, Subject},
};
use crate::{
    geom::{Polyline, Rect, segment_crosses_rect},
    model::{Connector, Step},
};

/// How much of its own step, from each side, a connector may cross: outlines such as a rhombus lie within.
const OWN_MARGIN: f64 = 0.3;

/// Each connector has a way.
pub(super) fn not_routed(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (connector, _) in subject.lines.iter().filter(|(_, line)| line.is_none()) {
        report(Code::NotRouted, connector, subject, findings);
    }
}

/// Each piece of a connector runs along x or y.
pub(super) fn not_orthogonal(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (connector, line) in &subject.lines {
        if line.as_ref().is_some_and(|line| !line.is_orthogonal()) {
            report(Code::NotOrthogonal, connector, subject, findings);
        }
    }
}

fn report(code: Code, connector: &Connector, subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let values = [("connector", subject.names.connector(subject.page, connector))];
    findings.add(code, Target::Connector(connector.id.clone()), &values);
}

/// No connector runs through a step. Of several on the same piece one is named, always the same.
///
/// A slanting line is not looked at: straightening it changes where it runs.
pub(super) fn through_step(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let steps: Vec<&Step> = subject.page.steps.values().map(AsRef::as_ref).collect();
    let tree = RectTree::new(steps.iter().map(|step| step.rect));
    for (connector, line) in &subject.lines {
        let Some(line) = line.as_ref().filter(|line| line.is_orthogonal()) else { continue };
        let Some(step) = first_crossed(connector, line, &steps, &tree) else { continue };
        let name = subject.names.connector(subject.page, connector);
        let values = [("connector", name), ("step", subject.names.step(step))];
        findings.add(Code::ThroughStep, Target::Connector(connector.id.clone()), &values);
    }
}

fn first_crossed<'a>(
    connector: &Connector,
    line: &Polyline,
    steps: &[&'a Step],
    tree: &RectTree,
) -> Option<&'a Step> {
    let own = [connector.from.step(), connector.to.step()];
    let crossed = line.segments().find_map(|(a, b)| {
        tree.find(Rect::from_points(a, b), |rect, i| {
            let is_own = steps.get(i).is_some_and(|step| own.contains(&Some(&step.id)));
            let inside = if is_own { core(rect) } else { rect };
            segment_crosses_rect(a, b, inside)
        })
    });
    crossed.and_then(|i| steps.get(i)).copied()
}

/// The middle of a step, which its own connectors keep out of, too.
fn core(rect: Rect) -> Rect {
    rect.inset((-OWN_MARGIN * rect.width(), -OWN_MARGIN * rect.height()))
}

#[cfg(test)]
mod tests {
    use super::Code;
    use crate::validate::fixture::Fixture;

    #[test]
    fn a_connector_without_a_way_is_told() {
        let mut chart = Fixture::clean();
        chart.connector("start--ask", |it| it.route = None);
        chart.finds(Code::NotRouted, "start--ask");
    }

    #[test]
    fn connectors_run_along_the_axes() {
        let mut chart = Fixture::clean();
        chart.route("start--ask", &[(120.0, 60.0), (180.0, 61.0)]);
        chart.finds(Code::NotOrthogonal, "start--ask");
    }

    #[test]
    fn connectors_keep_out_of_steps() {
        // start 20…120, ask 180…280, solved 340…440, all at 30…90
        let mut chart = Fixture::clean();
        chart.route("start--ask", &[(120.0, 60.0), (180.0, 60.0)]);
        chart.route("ask--known", &[(275.0, 60.0), (310.0, 60.0), (310.0, 90.0), (700.0, 90.0)]);
        assert_eq!(chart.found(), []);
        chart.route("ask--known", &[(280.0, 60.0), (660.0, 60.0)]);
        chart.finds(Code::ThroughStep, "ask--known");
        assert!(chart.check()[0].message.contains("“solved”"));
        chart.route("ask--known", &[(180.0, 50.0), (300.0, 50.0), (300.0, 10.0)]);
        chart.finds(Code::ThroughStep, "ask--known");
    }
}
