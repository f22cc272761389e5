//! Rules about where the labels of connectors stand.

use std::collections::BTreeMap;

use super::{
    Code, Target,
    rect_tree::RectTree,
    subject::{Findings, Subject},
};
use crate::{
    geom::{Point, Polyline, Rect, segment_crosses_rect},
    model::{Connector, ConnectorId, Step},
};

/// Boxes of texts are higher and wider than their letters: so much in common is not seen.
const TOLERANCE: f64 = 1.0;

/// No label lies on a step. Of several steps under it one is named, always the same.
pub(super) fn on_step(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let steps: Vec<&Step> = subject.page.steps.values().map(AsRef::as_ref).collect();
    let tree = RectTree::new(steps.iter().map(|step| (subject.facts.taken)(step)));
    for (connector, label) in &subject.labels {
        let under = tree.find(*label, |rect, _| overlap(rect, *label)).and_then(|i| steps.get(i));
        if let Some(step) = under {
            report(Code::LabelOnStep, connector, ("step", subject.names.step(step)), subject, findings);
        }
    }
}

/// No label lies on another one. Of each pair the one whose connector has the larger id is told, and once only.
pub(super) fn on_label(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let tree = RectTree::new(subject.labels.iter().map(|(_, label)| *label));
    for (i, (connector, label)) in subject.labels.iter().enumerate() {
        let under = tree.find(*label, |rect, other| other < i && overlap(rect, *label));
        if let Some((other, _)) = under.and_then(|other| subject.labels.get(other)) {
            let other = subject.names.quote(&other.label).unwrap_or_default();
            report(Code::LabelOnLabel, connector, ("other", other), subject, findings);
        }
    }
}

/// No label lies on a line that is not its own. Of several lines under it one is named, always the same.
pub(super) fn on_line(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let lines = subject.lines.iter().filter_map(|(connector, line)| Some((*connector, line.as_ref()?)));
    let lines: BTreeMap<&ConnectorId, (&Connector, &Polyline)> =
        lines.map(|(connector, line)| (&connector.id, (connector, line))).collect();
    let pieces = lines.values().flat_map(|(of, line)| line.segments().map(move |piece| (*of, piece)));
    let pieces: Vec<(&Connector, (Point, Point))> = pieces.collect();
    let tree = RectTree::new(pieces.iter().map(|(_, (a, b))| Rect::from_points(*a, *b)));
    for (connector, label) in &subject.labels {
        let inside = label.inset(-TOLERANCE);
        let own = lines.get(&connector.id).map(|(_, line)| *line);
        let is_crossed = |i: usize| {
            pieces.get(i).is_some_and(|(of, (a, b))| {
                of.id != connector.id
                    && segment_crosses_rect(*a, *b, inside)
                    && !own.is_some_and(|own| runs_along(own, *a, *b, inside))
            })
        };
        let under = tree.find(inside, |_, i| is_crossed(i)).and_then(|i| pieces.get(i));
        if let Some((other, _)) = under {
            let other = subject.names.connector(subject.page, other);
            report(Code::LabelOnLine, connector, ("other", other), subject, findings);
        }
    }
}

/// Whether `own` runs where the piece does under the label, so that a label on its own line is on both.
fn runs_along(own: &Polyline, a: Point, b: Point, label: Rect) -> bool {
    let is_level = |a: Point, b: Point| (a.y - b.y).abs() < TOLERANCE;
    let is_upright = |a: Point, b: Point| (a.x - b.x).abs() < TOLERANCE;
    own.segments().filter(|(c, d)| segment_crosses_rect(*c, *d, label)).any(|(c, d)| {
        (is_level(a, b) && is_level(c, d) && is_level(a, c))
            || (is_upright(a, b) && is_upright(c, d) && is_upright(a, c))
    })
}

fn report(
    code: Code,
    connector: &Connector,
    under: (&str, String),
    subject: &Subject<'_>,
    findings: &mut Findings<'_>,
) {
    let label = subject.names.quote(&connector.label).unwrap_or_default();
    let name = subject.names.connector(subject.page, connector);
    let values = [("label", label), ("connector", name), under];
    findings.add(code, Target::Connector(connector.id.clone()), &values);
}

fn overlap(a: Rect, b: Rect) -> bool {
    let both = a.intersect(b);
    both.width() > TOLERANCE && both.height() > TOLERANCE
}

#[cfg(test)]
mod tests {
    use super::Code;
    use crate::validate::fixture::{Fixture, en};

    const YES: &str = "known--solved";
    const NO: &str = "known--refused";

    /// Two labels of 24 × 12 beside their lines, far from the steps.
    fn labelled() -> Fixture {
        let mut chart = Fixture::clean();
        chart.route(YES, &[(710.0, 30.0), (710.0, 0.0), (390.0, 0.0), (390.0, 30.0)]);
        chart.route(NO, &[(710.0, 90.0), (710.0, 110.0), (550.0, 110.0), (550.0, 90.0)]);
        chart.place_label(YES, (600.0, -10.0));
        chart.place_label(NO, (600.0, 102.0));
        assert_eq!(chart.found(), []);
        chart
    }

    #[test]
    fn labels_keep_off_steps() {
        let mut chart = labelled();
        // ask 180…280, 30…90
        chart.place_label(YES, (230.0, 26.0));
        chart.finds(Code::LabelOnStep, YES);
        assert!(chart.check()[0].message.contains("“ask”"));
        chart.place_label(YES, (230.0, 24.5));
        assert_eq!(chart.found(), [], "they touch");
    }

    #[test]
    fn labels_keep_off_each_other() {
        let mut chart = labelled();
        chart.place_label(NO, (620.0, -14.0));
        chart.finds(Code::LabelOnLabel, YES);
        assert!(chart.check()[0].message.contains("“No”"));
        chart.place_label(NO, (624.0, -14.0));
        assert_eq!(chart.found(), []);
        chart.connector(NO, |it| it.label = en(""));
        chart.connector(YES, |it| it.label = en(""));
        chart.place_label(NO, (600.0, -10.0));
        assert!(
            chart.found().iter().all(|(code, _)| *code != Code::LabelOnLabel),
            "there is nothing to read"
        );
    }

    #[test]
    fn labels_keep_off_the_lines_of_others() {
        let mut chart = labelled();
        chart.place_label(NO, (600.0, 110.0));
        assert_eq!(chart.found(), [], "on its own line");
        chart.place_label(NO, (500.0, 2.0));
        chart.finds(Code::LabelOnLine, NO);
        assert!(chart.check()[0].message.contains("“known” → “solved”"));
        chart.place_label(NO, (500.0, 5.5));
        assert_eq!(chart.found(), []);
        // Two lines that share a piece: a label on it is on its own line.
        chart.route(NO, &[(710.0, 30.0), (710.0, 0.0), (550.0, 0.0), (550.0, 30.0)]);
        chart.place_label(NO, (600.0, 0.0));
        chart.place_label(YES, (450.0, -10.0));
        assert_eq!(chart.found(), []);
    }
}
