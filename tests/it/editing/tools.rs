//! The canvas tools on the real template, driven by nothing but input events.

#[cfg(test)]
mod tests {
    use laneway::{
        edit::{Command, EditRequest, PoolCommand, Selection, TextOf},
        geom::{Point, Side},
        measures::{HEADER, POOL_BAND},
        model::{ConnectorId, End, PoolId, StepKind, Text},
        scene, shape,
        tools::{self, InputEvent, Metrics, Mode, Modifiers, ToolKey, ToolRequest},
    };

    use crate::editing::test_editor::TestEditor;

    #[test]
    fn a_click_selects_and_shift_adds_and_the_ground_clears() {
        let mut t = TestEditor::new();
        let (a, b) = (t.step("Needs help").clone(), t.step("Enough information?").clone());
        t.click(a.rect.center(), Modifiers::NONE);
        assert_eq!(t.editor.selection().only_step(), Some(&a.id));
        t.click(b.rect.center(), Modifiers::SHIFT);
        assert_eq!(t.editor.selection().steps.len(), 2);
        t.click(a.rect.center(), Modifiers::SHIFT);
        assert_eq!(t.editor.selection().only_step(), Some(&b.id));
        let free = t.free_place();
        t.click(free, Modifiers::NONE);
        assert!(t.editor.selection().is_empty());
    }

    #[test]
    fn a_step_moves_within_its_lane_and_takes_its_lines_along() {
        let mut t = TestEditor::new();
        let step = t.step("Needs help").clone();
        let from = step.rect.center();
        t.drag(from, from + laneway::geom::Vec2::new(0.0, 24.0), Modifiers::NONE);
        let moved = t.step("Needs help");
        assert_eq!(moved.lane, step.lane);
        assert!((moved.rect.center().x - from.x).abs() < 0.01, "only down");
        assert_eq!(t.editor.undo_name(), Some("edit-step-move"));
        t.assert_undo_leads_back();
    }

    #[test]
    fn a_step_that_is_dragged_into_another_lane_belongs_to_it() {
        let mut t = TestEditor::new();
        let step = t.step("Needs help").clone();
        let lanes: Vec<_> = t.page().lane_bands().map(|(lane, a, b)| (lane.id.clone(), a, b)).collect();
        let (lane, top, bottom) = lanes.last().expect("a lane").clone();
        assert_ne!(step.lane, lane);
        let from = step.rect.center();
        t.press(from, Modifiers::NONE);
        let to = Point::new(from.x, f64::midpoint(top, bottom));
        t.drag_to(from, to, Modifiers::ALT);
        assert_eq!(t.tools.feedback().lane.as_ref(), Some(&lane), "the lane is lit while dragging");
        t.send(&InputEvent::Release { at: to, modifiers: Modifiers::ALT });
        assert_eq!(t.step("Needs help").lane, lane);
        t.assert_undo_leads_back();
    }

    #[test]
    fn escape_leaves_no_trace_of_a_drag() {
        let mut t = TestEditor::new();
        let before = (**t.editor.document()).clone();
        let from = t.step("Needs help").rect.center();
        t.press(from, Modifiers::NONE);
        t.drag_to(from, from + laneway::geom::Vec2::new(200.0, 300.0), Modifiers::NONE);
        assert!(**t.editor.document() != before, "the drag shows");
        t.key(ToolKey::Escape, Modifiers::NONE);
        assert!(**t.editor.document() == before);
        assert_eq!(t.editor.undo_name(), None);
        t.send(&InputEvent::Release { at: from, modifiers: Modifiers::NONE });
        assert!(**t.editor.document() == before);
    }

    #[test]
    fn a_step_put_on_a_connector_comes_between() {
        let mut t = TestEditor::new();
        let page = t.page();
        let (connector, middle) = page
            .connectors
            .values()
            .filter(|connector| connector.from.step().is_some() && connector.to.step().is_some())
            .find_map(|connector| {
                let line = shape::polyline(page, connector)?;
                let mut long = line.segments().filter(|(a, b)| a.y == b.y && (a.x - b.x).abs() > 70.0);
                long.next().map(|(a, b)| (connector.id.clone(), a.midpoint(b)))
            })
            .expect("a long piece of a connector");
        let count = page.connectors.len();
        t.send(&InputEvent::Carry { kind: StepKind::Process, at: middle });
        assert_eq!(t.tools.feedback().splits.as_ref(), Some(&connector));
        t.send(&InputEvent::Put { kind: StepKind::Process, at: middle });
        assert_eq!(t.page().connectors.len(), count + 1);
        let new = t.editor.selection().only_step().expect("the new step").clone();
        assert_eq!(t.page().connectors[&connector].to.step(), Some(&new));
        assert_eq!(t.asked, [ToolRequest::EditText { of: TextOf::Step(new), typed: None }]);
        t.assert_undo_leads_back();
    }

    #[test]
    fn a_step_is_put_into_a_line_only_where_the_pointer_is_on_it() {
        let middle_of_a_line = |t: &TestEditor| {
            let lines = t.page().connectors.values().filter_map(|line| shape::polyline(t.page(), line));
            let long = |line: laneway::geom::Polyline| {
                line.segments().find(|(a, b)| a.y == b.y && (a.x - b.x).abs() > 70.0)
            };
            lines.into_iter().find_map(long).map(|(a, b)| a.midpoint(b)).expect("a long piece of a line")
        };
        let mut t = TestEditor::new();
        let beside = middle_of_a_line(&t) + laneway::geom::Vec2::new(0.0, 14.0);
        let count = t.page().connectors.len();
        t.send(&InputEvent::Carry { kind: StepKind::Process, at: beside });
        assert_eq!(t.tools.feedback().splits, None, "the symbol lies on it, the pointer does not");
        t.send(&InputEvent::Put { kind: StepKind::Process, at: beside });
        assert_eq!((t.page().connectors.len(), t.editor.undo_name()), (count, Some("edit-step-add")));

        // A step that is dragged there goes by the pointer, wherever it was taken hold of.
        let mut t = TestEditor::new();
        let free = t.free_place();
        t.send(&InputEvent::Put { kind: StepKind::Process, at: free });
        let new = t.editor.selection().only_step().expect("the new step").clone();
        let rect = t.page().steps[&new].rect;
        let on_line = middle_of_a_line(&t);
        let count = t.page().connectors.len();
        let grip = rect.center() + laneway::geom::Vec2::new(-40.0, -20.0);
        t.drag(grip, on_line + laneway::geom::Vec2::new(-40.0, -20.0), Modifiers::NONE);
        assert_eq!(t.page().connectors.len(), count, "only the middle of the step is on the line");
        assert!(t.editor.undo());
        t.drag(grip, on_line, Modifiers::NONE);
        assert_eq!(t.page().connectors.len(), count + 1);
        assert_eq!(t.editor.undo_name(), Some("edit-step-into-line"));
    }

    #[test]
    fn a_dot_drags_a_connector_to_a_step() {
        let mut t = TestEditor::new();
        let (from, to) = (t.step("Enough information?").clone(), t.step("Request closed").clone());
        assert!(t.ways(&from.id, &to.id).is_empty());
        t.drag(TestEditor::dot(&from, Side::Top), to.rect.center(), Modifiers::NONE);
        let new = t.ways(&from.id, &to.id);
        let [new] = new.as_slice() else { panic!("one connector") };
        let End::Attached { port: Some(port), .. } = &t.page().connectors[new].from else { panic!("a port") };
        assert!(port.side == Side::Top && port.pinned, "{port:?}");
        t.assert_undo_leads_back();
    }

    #[test]
    fn nothing_leads_into_a_start_and_the_reason_is_shown() {
        let mut t = TestEditor::new();
        let (from, to) = (t.step("Enough information?").clone(), t.step("Needs help").clone());
        let before = (**t.editor.document()).clone();
        let start = TestEditor::dot(&from, Side::Top);
        t.press(start, Modifiers::NONE);
        t.drag_to(start, to.rect.center(), Modifiers::NONE);
        let shown = t.tools.feedback().drop.clone().expect("a target");
        assert_eq!((shown.step, shown.refusal), (to.id, Some(laneway::edit::Refusal::IntoStart)));
        t.send(&InputEvent::Release { at: to.rect.center(), modifiers: Modifiers::NONE });
        assert!(**t.editor.document() == before);
        assert_eq!(t.editor.undo_name(), None);
    }

    #[test]
    fn a_step_that_is_left_and_come_back_to_cannot_follow_itself() {
        let mut t = TestEditor::new();
        let from = t.step("Enough information?").clone();
        let (start, away) = (TestEditor::dot(&from, Side::Top), t.free_place());
        t.press(start, Modifiers::NONE);
        t.drag_to(start, from.rect.center(), Modifiers::NONE);
        assert_eq!(t.tools.feedback().drop, None, "the pointer has not left it yet");
        t.drag_to(from.rect.center(), away, Modifiers::NONE);
        t.drag_to(away, from.rect.center(), Modifiers::NONE);
        let shown = t.tools.feedback().drop.clone().expect("a target");
        assert_eq!((shown.step, shown.refusal), (from.id, Some(laneway::edit::Refusal::ToItself)));
    }

    #[test]
    fn a_connector_dropped_on_nothing_asks_for_a_step() {
        let mut t = TestEditor::new();
        let from = t.step("Enough information?").clone();
        let free = t.free_place();
        t.drag(TestEditor::dot(&from, Side::Top), free, Modifiers::NONE);
        assert_eq!(t.asked, [ToolRequest::AddStep { at: free, from: Some(from.id.clone()) }]);
        assert_eq!(t.editor.undo_name(), None);
    }

    #[test]
    fn the_end_of_a_connector_is_led_elsewhere_or_left_loose() {
        let mut t = TestEditor::new();
        let connector = t.page().connectors.values().find(|c| c.to.step().is_some()).expect("one").id.clone();
        t.editor.select(Selection::connector(connector.clone()));
        let (_, at) = Metrics { zoom: 1.0 }.ends(t.page(), &connector).pop().expect("an end");
        let free = t.free_place();
        t.drag(at, free, Modifiers::NONE);
        assert_eq!(t.page().connectors[&connector].to, End::Free(free));
        t.assert_undo_leads_back();
    }

    #[test]
    fn a_handle_makes_a_step_wider() {
        let mut t = TestEditor::new();
        let step = t.step("Needs help").clone();
        t.click(step.rect.center(), Modifiers::NONE);
        let handles = Metrics { zoom: 1.0 }.handles(step.rect);
        let (_, corner) = *handles.last().expect("the last corner");
        t.drag(corner, corner + laneway::geom::Vec2::new(40.0, 0.0), Modifiers::ALT);
        let wider = t.step("Needs help").rect;
        assert!((wider.width() - step.rect.width() - 40.0).abs() < 0.1, "{wider:?}");
        assert!((wider.x0 - step.rect.x0).abs() < 0.1, "the other edge stays");
        t.assert_undo_leads_back();
    }

    #[test]
    fn a_rectangle_takes_what_is_wholly_inside_and_backwards_what_it_touches() {
        let mut t = TestEditor::new();
        let step = t.step("Needs help").clone();
        let around = step.rect.inset(6.0);
        let (a, b) = (Point::new(around.x0, around.y0), Point::new(around.x1, around.y1));
        t.drag(a, b, Modifiers::NONE);
        assert_eq!(t.editor.selection().only_step(), Some(&step.id));
        let free = t.free_place();
        t.click(free, Modifiers::NONE);
        let half = Point::new(step.rect.center().x, around.y0);
        t.drag(a, Point::new(half.x, b.y), Modifiers::NONE);
        assert!(t.editor.selection().is_empty(), "half of it is not enough");
        t.drag(Point::new(half.x, a.y), Point::new(a.x, b.y), Modifiers::NONE);
        assert!(t.editor.selection().steps.contains(&step.id), "backwards it is");
    }

    #[test]
    fn arrow_keys_nudge() {
        let mut t = TestEditor::new();
        let step = t.step("Needs help").clone();
        t.click(step.rect.center(), Modifiers::NONE);
        t.key(ToolKey::Down, Modifiers::NONE);
        t.key(ToolKey::Down, Modifiers::SHIFT);
        assert!((t.step("Needs help").rect.y0 - step.rect.y0 - 9.0).abs() < 0.1);
        t.assert_undo_leads_back();
    }

    #[test]
    fn a_double_click_and_a_letter_edit_the_text() {
        let mut t = TestEditor::new();
        let step = t.step("Needs help").clone();
        t.double_click(step.rect.center());
        t.send(&InputEvent::Text("W".to_owned()));
        let of = TextOf::Step(step.id);
        assert_eq!(
            t.asked,
            [
                ToolRequest::EditText { of: of.clone(), typed: None },
                ToolRequest::EditText { of, typed: Some("W".to_owned()) }
            ]
        );
    }

    #[test]
    fn a_double_click_on_the_ground_asks_for_a_step() {
        let mut t = TestEditor::new();
        let free = t.free_place();
        t.double_click(free);
        assert_eq!(t.asked, [ToolRequest::AddStep { at: free, from: None }]);
    }

    #[test]
    fn an_arrow_adds_the_next_step() {
        let mut t = TestEditor::new();
        let step = t.step("Request closed").clone();
        let other = t.step("Enough information?").clone();
        for step in [step, other] {
            let arrows = Metrics { zoom: 1.0 }.arrows(t.page(), &step);
            let Some((_, at)) = arrows.first().copied() else { continue };
            t.send(&InputEvent::Hover { at: step.rect.center(), modifiers: Modifiers::NONE });
            let count = t.page().steps.len();
            t.click(at, Modifiers::NONE);
            if step.text.exactly(&t.lang) == Some("Request closed") {
                assert_eq!(t.page().steps.len(), count, "nothing follows an end");
            } else {
                assert_eq!(t.page().steps.len(), count + 1);
                let new = t.editor.selection().only_step().expect("the new step").clone();
                assert_eq!(t.ways(&step.id, &new).len(), 1);
            }
        }
        t.assert_undo_leads_back();
    }

    #[test]
    fn a_piece_of_a_selected_line_is_dragged_and_stays() {
        let mut t = TestEditor::new();
        let page = t.page();
        let (connector, at) = page
            .connectors
            .values()
            .find_map(|connector| {
                let line = shape::polyline(page, connector)?;
                let inner = line.segments().skip(1).take(line.points.len().saturating_sub(3));
                let mut long = inner.filter(|(a, b)| a.distance(*b) > 60.0);
                long.next().map(|(a, b)| (connector.id.clone(), a.midpoint(b)))
            })
            .expect("a line with a long middle piece");
        t.editor.select(Selection::connector(connector.clone()));
        let before = shape::polyline(t.page(), &t.page().connectors[&connector]).expect("a line");
        t.drag(at, at + laneway::geom::Vec2::new(16.0, 16.0), Modifiers::ALT);
        let after = shape::polyline(t.page(), &t.page().connectors[&connector]).expect("a line");
        assert_ne!(before, after);
        let pinned = t.page().connectors[&connector].route.iter().flat_map(|route| &route.bends);
        assert!(pinned.clone().any(|bend| bend.pinned), "{:?}", pinned.collect::<Vec<_>>());
        t.assert_undo_leads_back();
    }

    /// A connector with a level piece between two corners that is long, and the middle of that.
    fn bent_line(t: &TestEditor) -> (ConnectorId, usize, Point) {
        let found = t.page().connectors.values().find_map(|connector| {
            let line = shape::polyline(t.page(), connector)?;
            let inner = line.segments().enumerate().skip(1).take(line.points.len().saturating_sub(3));
            let mut long = inner.filter(|(_, (a, b))| a.distance(*b) > 60.0);
            long.next().map(|(nth, (a, b))| (connector.id.clone(), nth, a.midpoint(b)))
        });
        found.expect("a line with a long middle piece")
    }

    fn line(t: &TestEditor, id: &ConnectorId) -> laneway::geom::Polyline {
        shape::polyline(t.page(), &t.page().connectors[id]).expect("a line")
    }

    #[test]
    fn a_bend_of_a_selected_line_is_dragged_both_ways_and_stays() {
        let mut t = TestEditor::new();
        let (id, segment, _) = bent_line(&t);
        t.editor.select(Selection::connector(id.clone()));
        let corner = line(&t, &id).points[segment];
        let to = corner + laneway::geom::Vec2::new(9.0, -7.0);
        t.drag(corner, to, Modifiers::ALT);
        assert!(line(&t, &id).points.iter().any(|p| p.distance(to) < 0.5), "{:?}", line(&t, &id));
        t.assert_undo_leads_back();
    }

    #[test]
    fn a_bend_that_was_added_divides_its_piece_and_goes_again() {
        let mut t = TestEditor::new();
        let (id, segment, middle) = bent_line(&t);
        let before = line(&t, &id);
        let add = tools::add_bend(t.page(), &t.page().connectors[&id], segment, middle).expect("a bend");
        t.editor.run(&add).expect("it is added");
        assert_eq!(line(&t, &id).points.len(), before.points.len() + 1);
        // The half before it moves alone.
        t.editor.select(Selection::connector(id.clone()));
        let (a, b) = line(&t, &id).segments().nth(segment).expect("a piece");
        let is_level = (a.y - b.y).abs() < 0.1;
        let by = if is_level { (0.0, 8.0) } else { (8.0, 0.0) };
        t.drag(a.midpoint(b), a.midpoint(b) + laneway::geom::Vec2::from(by), Modifiers::ALT);
        assert!(line(&t, &id).points.iter().any(|p| p.distance(middle) < 0.5), "{:?}", line(&t, &id));
        assert!(line(&t, &id).points.len() > before.points.len() + 1);
        t.assert_undo_leads_back();
    }

    #[test]
    fn a_double_click_takes_a_placed_bend_away_with_its_piece() {
        let mut t = TestEditor::new();
        let (id, _, middle) = bent_line(&t);
        t.editor.select(Selection::connector(id.clone()));
        t.drag(middle, middle + laneway::geom::Vec2::new(16.0, 16.0), Modifiers::ALT);
        let pinned = |t: &TestEditor| {
            let route = t.page().connectors[&id].route.clone().expect("a route");
            route.bends.into_iter().filter(|bend| bend.pinned).collect::<Vec<_>>()
        };
        let before = pinned(&t);
        t.double_click(before[0].at);
        assert!(pinned(&t).len() < before.len(), "{:?}", pinned(&t));
        t.assert_undo_leads_back();
    }

    #[test]
    fn tidying_forgets_the_bends_and_the_dots_that_a_person_chose() {
        let mut t = TestEditor::new();
        let (from, to) = (t.step("Enough information?").clone(), t.step("Search the knowledge base").clone());
        let id = t.ways(&from.id, &to.id)[0].clone();
        let before = line(&t, &id);
        t.editor.select(Selection::connector(id.clone()));
        let end = *before.points.last().expect("an end");
        t.drag(end, TestEditor::dot(&to, Side::Bottom), Modifiers::NONE);
        assert_eq!(side(&t, &id), Some(Side::Bottom));
        let tidy = laneway::edit::ConnectorCommand::Tidy { connectors: [id.clone()].into() };
        t.editor.run(&Command::Connector(tidy)).expect("it is tidied");
        assert_eq!(line(&t, &id), before);
        t.assert_undo_leads_back();
    }

    fn side(t: &TestEditor, id: &ConnectorId) -> Option<Side> {
        match &t.page().connectors[id].to {
            End::Attached { port, .. } => port.map(|port| port.side),
            End::Free(_) => None,
        }
    }

    #[test]
    fn a_label_is_dragged_along_its_line_and_stays_with_it() {
        let mut t = TestEditor::new();
        let (from, to) =
            (t.step("Solution found?").clone(), t.step("Explain the solution to the customer").clone());
        let id = t.ways(&from.id, &to.id)[0].clone();
        let label = |t: &TestEditor| {
            t.page().connectors[&id].route.as_ref().and_then(|route| route.label).expect("a label").at
        };
        let before = label(&t);
        let by = laneway::geom::Vec2::new(120.0, 0.0);
        t.press(before, Modifiers::NONE);
        t.drag_to(before, before + by, Modifiers::NONE);
        assert!(!t.tools.feedback().guides.is_empty(), "it is shown which line it belongs to");
        t.send(&InputEvent::Release { at: before + by, modifiers: Modifiers::NONE });
        assert_eq!(label(&t), before + by);
        // The line moves, and the label is still beside it.
        let middle = to.rect.center();
        t.drag(middle, middle + laneway::geom::Vec2::new(16.0, 0.0), Modifiers::ALT);
        assert!(line(&t, &id).nearest(label(&t)).distance(label(&t)) < 20.0, "{:?}", label(&t));
    }

    #[test]
    fn an_armed_symbol_is_put_where_it_is_clicked() {
        let mut t = TestEditor::new();
        let free = t.free_place();
        t.tools.set_mode(Mode::Place(StepKind::Database));
        t.send(&InputEvent::Hover { at: free, modifiers: Modifiers::NONE });
        assert!(t.tools.feedback().carried.is_some());
        t.click(free, Modifiers::NONE);
        let new = t.editor.selection().only_step().expect("the new step");
        assert_eq!(t.page().steps[new].kind, StepKind::Database);
        assert_eq!(t.tools.mode(), Mode::Select);
        t.assert_undo_leads_back();
    }

    #[test]
    fn ctrl_drags_a_copy() {
        let mut t = TestEditor::new();
        let (one, other) = (t.step("Look for a solution").clone(), t.step("Known problem?").clone());
        t.click(one.rect.center(), Modifiers::NONE);
        t.click(other.rect.center(), Modifiers::SHIFT);
        let (steps, connectors) = (t.page().steps.len(), t.page().connectors.len());
        let between = t.ways(&other.id, &one.id).len();
        let from = one.rect.center();
        t.drag(from, from + laneway::geom::Vec2::new(-400.0, 0.0), Modifiers::CTRL);
        assert_eq!(t.page().steps.len(), steps + 2);
        assert_eq!(t.page().connectors.len(), connectors + between);
        assert_eq!(t.page().steps[&one.id].kind, one.kind);
        assert!(!t.editor.selection().steps.contains(&one.id), "the copies are selected");
        t.assert_undo_leads_back();
    }

    #[test]
    fn the_border_of_a_lane_is_dragged_by_its_header() {
        let mut t = TestEditor::new();
        let (lane, _, to) = t.page().lane_bands().next().expect("a lane");
        let (id, size) = (lane.id.clone(), lane.size);
        let at = Point::new(-20.0, to);
        t.drag(at, at + laneway::geom::Vec2::new(0.0, 64.0), Modifiers::NONE);
        let (lane, _, _) = t.page().lane_band(&id).expect("the lane");
        assert!((lane.size - size - 64.0).abs() <= 4.0, "{} became {}", size, lane.size);
        t.assert_undo_leads_back();
    }

    #[test]
    fn a_lane_is_dragged_by_its_header_to_another_place() {
        let mut t = TestEditor::new();
        let lanes: Vec<_> = t.page().lane_bands().map(|(lane, a, b)| (lane.id.clone(), a, b)).collect();
        let at = |i: usize| Point::new(-20.0, f64::midpoint(lanes[i].1, lanes[i].2));
        t.press(at(0), Modifiers::NONE);
        t.drag_to(at(0), at(1) + laneway::geom::Vec2::new(0.0, 30.0), Modifiers::NONE);
        assert!(t.tools.feedback().gap.is_some());
        let to = at(1) + laneway::geom::Vec2::new(0.0, 30.0);
        t.send(&InputEvent::Release { at: to, modifiers: Modifiers::NONE });
        let now: Vec<_> = t.page().lanes.iter().map(|lane| lane.id.clone()).collect();
        assert_eq!(now[..2], [lanes[1].0.clone(), lanes[0].0.clone()]);
        t.assert_undo_leads_back();
    }

    #[test]
    fn a_pool_is_selected_moved_and_renamed_by_its_header() {
        let mut t = TestEditor::new();
        let lanes: Vec<_> = t.page().lanes.iter().map(|lane| lane.id.clone()).collect();
        let id = PoolId::mint("pool", 0);
        let pair = lanes[..2].iter().cloned().collect();
        let add = PoolCommand::Add { id: id.clone(), lanes: pair, title: Text::EMPTY };
        t.editor.run(&Command::Pool(add)).expect("a pool");
        let bands: Vec<_> = t.page().lane_bands().map(|(_, from, to)| (from, to)).collect();
        let header = Point::new(-HEADER - POOL_BAND / 2.0, bands[0].1);
        t.click(header, Modifiers::NONE);
        assert!(t.editor.selection().lanes.iter().eq(t.page().lanes_in(&id).map(|lane| &lane.id)));
        let to = Point::new(header.x, f64::midpoint(bands[2].0, bands[2].1) + 20.0);
        t.press(header, Modifiers::NONE);
        t.drag_to(header, to, Modifiers::NONE);
        assert!(t.tools.feedback().gap.is_some());
        t.send(&InputEvent::Release { at: to, modifiers: Modifiers::NONE });
        let now: Vec<_> = t.page().lanes.iter().map(|lane| lane.id.clone()).collect();
        assert_eq!(now[..3], [lanes[2].clone(), lanes[0].clone(), lanes[1].clone()]);
        assert_eq!(t.page().lanes_in(&id).count(), 2);
        let band = t.page().lane_band(&lanes[0]).expect("the lane").1;
        t.double_click(Point::new(header.x, band + 10.0));
        let asks = |asked: &ToolRequest| matches!(asked, ToolRequest::EditText { of: TextOf::Pool(of), .. } if *of == id);
        assert!(t.asked.iter().any(asks));
        t.assert_undo_leads_back();
    }

    #[test]
    fn a_menu_is_about_what_was_clicked() {
        let mut t = TestEditor::new();
        let step = t.step("Needs help").clone();
        t.send(&InputEvent::Menu { at: step.rect.center() });
        assert_eq!(t.editor.selection().only_step(), Some(&step.id));
        assert!(
            matches!(&t.asked[..], [ToolRequest::Menu { on: scene::Spot::Step(id), .. }] if *id == step.id)
        );
    }

    #[test]
    fn giving_up_a_gesture_asks_for_nothing_when_there_is_none() {
        let mut t = TestEditor::new();
        assert!(t.tools.give_up().is_empty());
        let from = t.step("Needs help").rect.center();
        t.press(from, Modifiers::NONE);
        t.drag_to(from, from + laneway::geom::Vec2::new(50.0, 0.0), Modifiers::NONE);
        assert_eq!(t.tools.give_up(), [ToolRequest::Edit(EditRequest::Cancel)]);
    }
}
