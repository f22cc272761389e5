//! What a person places by hand on a line stays: its label, and the line itself.

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use laneway::{
        edit::{Command, ConnectorCommand, Selection},
        geom::{Point, Polyline, Rect, Vec2},
        locale::{Catalog, UiLang},
        model::{ConnectorId, End, LabelPlace, StepKind},
        pipeline, shape,
        tools::Modifiers,
        validate::Code,
    };

    use crate::editing::test_editor::TestEditor;

    fn way(t: &TestEditor, from: &str, to: &str) -> ConnectorId {
        t.ways(&t.step(from).id.clone(), &t.step(to).id.clone())[0].clone()
    }

    fn line(t: &TestEditor, id: &ConnectorId) -> Polyline {
        shape::polyline(t.page(), &t.page().connectors[id]).expect("a line")
    }

    fn label(t: &TestEditor, id: &ConnectorId) -> LabelPlace {
        t.page().connectors[id].route.as_ref().and_then(|route| route.label).expect("a label")
    }

    fn yes(t: &TestEditor) -> ConnectorId {
        way(t, "Solution found?", "Explain the solution to the customer")
    }

    /// On which side of its line a label stands, in the direction of the line: above a line to the right is -1.
    fn side(t: &TestEditor, id: &ConnectorId) -> f64 {
        let at = label(t, id).at;
        let line = line(t, id);
        let near = line.nearest(at);
        let is_on = |(a, b): &(Point, Point)| Rect::from_points(*a, *b).inflate(0.1, 0.1).contains(near);
        let (a, b) = line.segments().find(is_on).expect("a piece");
        (b - a).cross(at - near).signum()
    }

    #[test]
    fn a_label_that_was_dragged_stays_on_its_side_when_a_step_moves() {
        let mut t = TestEditor::new();
        let id = yes(&t);
        let before = label(&t, &id);
        assert!(!before.pinned);
        let across = line(&t, &id).nearest(before.at) - before.at;
        t.drag(before.at, before.at + across * 2.0, Modifiers::ALT);
        let dragged = label(&t, &id);
        assert!(dragged.pinned);
        let (was, distance) = (side(&t, &id), across.hypot());
        assert!((line(&t, &id).nearest(dragged.at).distance(dragged.at) - distance).abs() < 1.0);
        let step = t.step("Explain the solution to the customer").rect.center();
        for by in [(24.0, 0.0), (40.0, 60.0), (-60.0, -90.0)] {
            let from = t.step("Explain the solution to the customer").rect.center();
            t.drag(from, from + Vec2::from(by), Modifiers::ALT);
            let now = label(&t, &id);
            assert!(now.pinned);
            assert_eq!(side(&t, &id), was, "{by:?}");
            let gap = line(&t, &id).nearest(now.at).distance(now.at);
            assert!(gap < distance + 30.0, "{by:?}: {gap}");
        }
        assert_ne!(t.step("Explain the solution to the customer").rect.center(), step);
        t.assert_undo_leads_back();
    }

    #[test]
    fn a_label_that_was_dragged_onto_a_step_stays_and_is_told() {
        let mut t = TestEditor::new();
        let id = yes(&t);
        let (from, to) = (label(&t, &id).at, t.step("Solution found?").rect.center());
        t.drag(from, to, Modifiers::ALT);
        assert!(label(&t, &id).at.distance(to) < 0.1);
        let codes = |t: &TestEditor| -> Vec<Code> {
            let found = pipeline::diagnose(t.editor.document(), t.editor.flows(), Catalog::of(UiLang::En));
            found.iter().map(|found| found.code).filter(|code| *code == Code::LabelOnStep).collect()
        };
        assert_eq!(codes(&t), [Code::LabelOnStep]);
        let connectors = [id.clone()].into();
        t.editor
            .run(&Command::Connector(ConnectorCommand::PlaceLabels { connectors }))
            .expect("it is placed");
        assert_eq!(codes(&t), []);
        assert!(!label(&t, &id).pinned);
    }

    /// A straight level line of such a length between two steps with straight sides, and its middle.
    fn straight(t: &TestEditor, length: Range<f64>) -> (ConnectorId, Point) {
        let is_box = |end: &End| {
            let step = end.step().and_then(|id| t.page().steps.get(id));
            step.is_some_and(|step| matches!(step.kind, StepKind::Process | StepKind::Document))
        };
        let page = t.page();
        let mut boxes = page.connectors.values().filter(|c| is_box(&c.from) && is_box(&c.to));
        let found = boxes.find_map(|connector| match line(t, &connector.id).points.as_slice() {
            [a, b] if a.y == b.y && length.contains(&a.distance(*b)) => {
                Some((connector.id.clone(), a.midpoint(*b)))
            }
            _ => None,
        });
        found.expect("a straight line")
    }

    fn drag_down(t: &mut TestEditor, id: &ConnectorId, middle: Point, by: f64) -> Vec<Point> {
        t.editor.select(Selection::connector(id.clone()));
        t.drag(middle, middle + Vec2::new(0.0, by), Modifiers::ALT);
        line(t, id).points
    }

    #[test]
    fn a_straight_line_between_steps_slides_along_their_sides() {
        let mut t = TestEditor::new();
        let (id, middle) = straight(&t, 20.0..1000.0);
        let points = drag_down(&mut t, &id, middle, 9.0);
        assert_eq!(points.len(), 2, "{points:?}");
        assert!(points.iter().all(|p| (p.y - middle.y - 9.0).abs() < 0.01), "{points:?}");
        // It stays there when it has to look for its way again.
        let bends = Vec::new();
        let again = Command::Connector(ConnectorCommand::SetBends { connector: id.clone(), bends });
        t.editor.run(&again).expect("it is routed");
        assert_eq!(line(&t, &id).points, points);
        t.assert_undo_leads_back();
    }

    #[test]
    fn dragged_beyond_its_steps_a_line_bends_where_it_is_long_enough() {
        for (length, is_long) in [(50.0..1000.0, true), (20.0..47.0, false)] {
            let mut t = TestEditor::new();
            let (id, middle) = straight(&t, length);
            let points = drag_down(&mut t, &id, middle, 70.0);
            assert_eq!(points.len() > 2, is_long, "{points:?}");
            assert!(is_long || points[0].y > middle.y + 10.0, "as far as it slides: {points:?}");
            t.assert_undo_leads_back();
        }
    }
}
