//! Nothing moves but what is aimed at.

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, sync::Arc};

    use laneway::{
        edit::{Arrange, Command, Editor, Fragment, NewStep, Refusal, Selection, StepCommand},
        geom::{Orientation, Point},
        model::{ConnectorId, Document, Page, Step, StepId, StepKind, Text},
        pipeline, shape, template,
        tools::{self, InputEvent, Metrics, Modifiers},
    };

    use crate::editing::test_editor::TestEditor;

    fn templates() -> impl Iterator<Item = Document> {
        template::TEMPLATES.iter().map(|template| pipeline::open_template(template).expect("it opens"))
    }

    fn page(editor: &Editor) -> &Page {
        editor.page().expect("a page")
    }

    /// Asserts that all that was there in `before` is there now as it was: steps, lines, lanes and phases.
    #[track_caller]
    fn assert_still(before: &Page, now: &Page, what: &str) {
        assert_eq!(others_that_changed(before, now, &[]), Vec::<String>::new(), "{what}");
    }

    /// Names what is not as it was before, but for some steps.
    fn others_that_changed(before: &Page, now: &Page, but: &[&str]) -> Vec<String> {
        let but: BTreeSet<StepId> = but.iter().map(|name| StepId::mint(name, 0)).collect();
        let steps = before.steps.values().filter(|step| now.steps[&step.id] != **step);
        let steps = steps.filter(|step| !but.contains(&step.id));
        let lines = before.connectors.values().filter(|line| now.connectors[&line.id] != **line);
        let lanes = before.lanes.iter().zip(&now.lanes).filter(|(old, new)| old != new);
        // The last phase reaches to the page's end.
        let inner = before.phases.len().saturating_sub(1);
        let phases = before.phases.iter().zip(&now.phases).take(inner).filter(|(old, new)| old != new);
        let steps = steps.map(|step| format!("{} {:?} → {:?}", step.id, step.rect, now.steps[&step.id].rect));
        let lines = lines.map(|line| format!("{} is another line", line.id));
        let lanes = lanes.map(|(old, new)| format!("{} {} → {}", old.id, old.size, new.size));
        let phases = phases.map(|(old, new)| format!("{} {} → {}", old.id, old.size, new.size));
        steps.chain(lines).chain(lanes).chain(phases).collect()
    }

    fn copy(editor: &mut Editor, steps: BTreeSet<StepId>) {
        let mut count = 0;
        let mut mint = || {
            count += 1;
            count
        };
        let fragment = Fragment::cut_from(page(editor), &Selection::steps(steps)).renamed(&mut mint);
        let by = laneway::geom::Vec2::ZERO;
        editor.run(&Command::Paste { fragment: Box::new(fragment), by }).expect("it goes");
    }

    #[test]
    fn a_copy_finds_room_and_moves_nothing() {
        for document in templates() {
            let title = document.title.get(&document.language, &document.language).to_owned();
            let in_order: Vec<StepId> =
                document.pages[0].steps_in_reading_order().into_iter().map(|step| step.id.clone()).collect();
            for some in in_order.windows(3).map(<[StepId]>::to_vec).chain([in_order.clone()]) {
                let mut editor = Editor::new(document.clone(), pipeline::fonts(), true);
                copy(&mut editor, some.iter().cloned().collect());
                assert_still(&document.pages[0], page(&editor), &format!("{title}: {some:?}"));
                let copies: Vec<&Arc<Step>> =
                    editor.selection().steps.iter().map(|id| &page(&editor).steps[id]).collect();
                assert_eq!(copies.len(), some.len());
                // They stand to each other as what they are copies of, in the same lanes.
                let lanes = |steps: &mut dyn Iterator<Item = &Arc<Step>>| {
                    let mut lanes: Vec<_> = steps.map(|step| step.lane.clone()).collect();
                    lanes.sort();
                    lanes
                };
                let old = &document.pages[0].steps;
                assert_eq!(lanes(&mut copies.iter().copied()), lanes(&mut some.iter().map(|id| &old[id])));
            }
        }
    }

    #[test]
    fn what_is_added_behind_a_step_finds_room_and_moves_nothing() {
        for document in templates() {
            let page_before = &document.pages[0];
            for step in page_before.steps.values().filter(|step| step.kind.is_flow()) {
                let mut editor = Editor::new(document.clone(), pipeline::fonts(), true);
                let new = NewStep {
                    id: StepId::mint("new", 1),
                    kind: StepKind::Process,
                    at: page_before.orientation.point(
                        page_before.orientation.along(step.rect.center()) + 40.0,
                        page_before.orientation.across(step.rect.center()),
                    ),
                    text: Text::EMPTY,
                };
                let after = StepCommand::CreateAfter {
                    step: new,
                    from: step.id.clone(),
                    connector: ConnectorId::mint("new", 1),
                    label: Text::EMPTY,
                };
                if editor.run(&Command::Step(after)).is_ok() {
                    assert_still(page_before, page(&editor), step.id.as_str());
                }
            }
        }
    }

    #[test]
    fn a_step_that_is_moved_past_the_lanes_leaves_no_line_beyond_them() {
        for document in templates() {
            let before = &document.pages[0];
            for step in before.steps.keys() {
                for across in [-2000.0, 2000.0] {
                    let mut editor = Editor::new(document.clone(), pipeline::fonts(), true);
                    let by = before.orientation.point(0.0, across).to_vec2();
                    let steps = [step.clone()].into();
                    editor.run(&Command::Step(StepCommand::Move { steps, by, onto: None })).expect("it goes");
                    let now = page(&editor);
                    for connector in now.connectors.values() {
                        let line = shape::polyline(now, connector).expect("a line");
                        let reach = line.points.iter().map(|point| now.orientation.across(*point));
                        let is_inside = |across: f64| 0.0 <= across && across <= now.breadth();
                        assert!(
                            reach.into_iter().all(is_inside),
                            "{step} {across}: {} {line:?}",
                            connector.id
                        );
                    }
                }
            }
        }
    }

    /// A blank chart with steps in its lanes: (name, along, lane).
    fn blank(steps: &[(&str, f64, f64)]) -> Editor {
        let document = pipeline::open_template(&template::BLANK).expect("it opens");
        let mut editor = Editor::new(document, pipeline::fonts(), true);
        let what = Selection::everything(page(&editor));
        editor.run(&Command::Delete { what, heal: false }).expect("it goes");
        assert_eq!(page(&editor).orientation, Orientation::Horizontal);
        for (name, x, y) in steps {
            let id = StepId::mint(name, 0);
            let text = Text::new(editor.document().language.clone(), *name);
            let step = NewStep { id, kind: StepKind::Process, at: Point::new(*x, *y), text };
            editor.run(&Command::Step(StepCommand::Create { step, onto: None })).expect("it goes");
        }
        editor
    }

    fn at(editor: &Editor, name: &str) -> Point {
        page(editor).steps[&StepId::mint(name, 0)].rect.center()
    }

    fn arrange(editor: &mut Editor, names: &[&str], how: Arrange) -> Result<(), Refusal> {
        let steps = names.iter().map(|name| StepId::mint(name, 0)).collect();
        editor.run(&Command::Step(StepCommand::Arrange { steps, how }))
    }

    #[test]
    fn steps_of_different_lanes_are_not_lined_up_across_them_and_it_is_said_why() {
        let mut editor = blank(&[("a", 100.0, 60.0), ("b", 300.0, 185.0)]);
        editor.saved(editor.state());
        for how in [Arrange::Top, Arrange::Middle, Arrange::Bottom] {
            assert_eq!(arrange(&mut editor, &["a", "b"], how), Err(Refusal::KeepLanes));
        }
        assert!(!editor.is_dirty(), "nothing happened");
        assert_eq!(arrange(&mut editor, &["a", "b"], Arrange::Left), Ok(()));
        assert_eq!(arrange(&mut editor, &["a", "b"], Arrange::Left), Err(Refusal::AsBefore));
    }

    #[test]
    fn what_stands_in_the_way_of_lining_up_stays_and_it_is_said() {
        let mut editor = blank(&[("a", 100.0, 60.0), ("b", 300.0, 60.0), ("c", 310.0, 185.0)]);
        let before = page(&editor).clone();
        assert_eq!(arrange(&mut editor, &["a", "c"], Arrange::Right), Err(Refusal::InTheWay));
        assert_eq!(arrange(&mut editor, &["a", "c"], Arrange::Left), Ok(()));
        assert_eq!(others_that_changed(&before, page(&editor), &["c"]), Vec::<String>::new());
        assert_eq!(at(&editor, "c").x, at(&editor, "a").x);
    }

    #[test]
    fn a_spread_row_is_even_and_leaves_what_stands_between_alone() {
        let mut editor =
            blank(&[("a", 100.0, 60.0), ("x", 400.0, 60.0), ("b", 250.0, 60.0), ("c", 700.0, 60.0)]);
        let before = page(&editor).clone();
        assert_eq!(arrange(&mut editor, &["a", "b", "c"], Arrange::SpreadAcross), Ok(()));
        assert_eq!(others_that_changed(&before, page(&editor), &["b", "c"]), Vec::<String>::new());
        let [a, b, c] = ["a", "b", "c"].map(|name| at(&editor, name).x);
        assert!((b - a - (c - b)).abs() < 0.01, "{a} {b} {c}");
        assert_eq!(["a", "b", "c"].map(|name| at(&editor, name).y), [60.0; 3].map(|_| at(&editor, "x").y));
    }

    #[test]
    fn the_arrows_beside_steps_move_nothing_where_there_is_room() {
        let document = TestEditor::new().editor.document().as_ref().clone();
        let before = &document.pages[0];
        let flow = before.steps.values().filter(|step| step.kind.is_flow());
        for step in flow.cloned().collect::<Vec<_>>() {
            let arrows = Metrics { zoom: 1.0 }.arrows(before, &step);
            for (side, at) in arrows.into_iter().filter(|(side, _)| *side != before.orientation.forward()) {
                let mut t = TestEditor::on(document.clone());
                t.send(&InputEvent::Hover { at: step.rect.center(), modifiers: Modifiers::NONE });
                t.click(at, Modifiers::NONE);
                assert_still(before, t.page(), &format!("{} {side:?}", step.id));
            }
        }
    }

    #[test]
    fn a_step_put_nearly_in_the_row_of_what_it_follows_stands_in_it() {
        for off in [-20.0, 0.0, 13.0] {
            let mut t = TestEditor::on(Document::clone(blank(&[("a", 100.0, 60.0)]).document()));
            let from = StepId::mint("a", 0);
            let row = t.page().steps[&from].rect.center().y;
            t.ask(|_, stage| {
                tools::new_step(StepKind::Process, Point::new(400.0, row + off), Some(&from), stage)
            });
            let new = t.page().steps.values().find(|step| step.id != from).expect("the new step");
            assert_eq!(new.rect.center().y, row);
        }
    }
}
