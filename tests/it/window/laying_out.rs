//! Automatic layout in the window: from the menu, by keys, for a part of the page, and in the background.

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, sync::Arc};

    use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, accesskit::Role, vec2};
    use egui_kittest::{
        Node,
        kittest::{NodeT as _, Queryable as _},
    };
    use laneway::{
        edit::{Command, LaneCommand, PageCommand, Selection, StepCommand},
        geom::{self, Point, Vec2},
        locale::UiLang,
        model::{
            Connector, ConnectorId, Connectors, Document, End, LaneId, Page, PageId, Step, StepId, StepKind,
            ZOrder,
        },
        persist, pipeline, template,
    };

    use crate::{
        run::Desk,
        window::support::{
            on_file::{self, Window, editor, page, window_on},
            wait::wait_for,
        },
    };

    const SHIFT_CTRL: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };
    const SIZE: [f32; 2] = [1600.0, 1000.0];
    const RUNNING: &str = "Laying out 520 steps…";

    /// A window on the large template.
    fn window() -> (Desk, Window) {
        let desk = Desk::with_chart("x.ron");
        let window = window_on(desk.path("x.ron"), SIZE, UiLang::En);
        (desk, window)
    }

    /// A window on a chart of 520 steps in rows, each leading to the next.
    fn large_window() -> (Desk, Window) {
        let desk = Desk::new();
        let text = persist::to_ron(&large());
        persist::atomic::write(&desk.path("large.ron"), text.as_bytes()).expect("a file");
        let window = window_on(desk.path("large.ron"), SIZE, UiLang::En);
        (desk, window)
    }

    fn large() -> Document {
        let found = template::find("blank-four-lanes").expect("a template");
        let mut document = pipeline::open_template(found).expect("a document");
        let page = &mut document.pages[0];
        let kept = page.steps.values().find(|step| step.kind == StepKind::Process);
        let kept = Step::clone(kept.expect("a step of work"));
        let line = Connector::clone(page.connectors.values().next().expect("a connector"));
        page.connectors = Connectors::new();
        page.steps.clear();
        page.z_order = ZOrder::FLAT;
        for number in 0..520_u32 {
            let mut step = kept.clone();
            step.id = StepId::parse(&format!("step-{number}")).expect("a name");
            step.lane = page.lanes[number as usize % 4].id.clone();
            let (_, from, to) = page.lane_band(&step.lane).expect("a lane");
            let at = Point::new(100.0 + 200.0 * f64::from(number), f64::midpoint(from, to));
            step.rect = geom::Rect::from_center_size(at, step.rect.size());
            page.steps.insert(step.id.clone(), Arc::new(step));
        }
        for number in 0..519_u32 {
            let end = |number: u32| End::Attached {
                step: StepId::parse(&format!("step-{number}")).expect("a name"),
                port: None,
            };
            let mut line = line.clone();
            line.id = ConnectorId::parse(&format!("line-{number}")).expect("a name");
            (line.from, line.to, line.route) = (end(number), end(number + 1), None);
            page.connectors.insert(line);
        }
        document
    }

    fn run(window: &mut Window, command: &Command) {
        window.state_mut().editor_mut().expect("an editor").run(command).expect("an edit");
        window.run();
    }

    fn step(window: &Window, text: &str) -> StepId {
        on_file::step(window, text).id.clone()
    }

    fn places(window: &Window) -> BTreeMap<StepId, Point> {
        page(window).steps.values().map(|step| (step.id.clone(), step.rect.center())).collect()
    }

    fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
        window.key_press_modifiers(modifiers, key);
        window.run();
    }

    /// Does a command by its name, as the search has it.
    fn command(window: &mut Window, name: &str) {
        press(window, SHIFT_CTRL, Key::P);
        window.event(Event::Text(name.to_owned()));
        window.run();
        press(window, Modifiers::NONE, Key::Enter);
    }

    /// An entry of *Arrange > Automatic layout*; the menus stay open.
    fn entry<'w>(window: &'w mut Window, name: &'w str) -> Node<'w> {
        if window.query_by_role_and_label(Role::Button, name).is_none() {
            window.get_by_label("Arrange").click();
            window.run();
            window.get_by_label_contains("Automatic layout").click();
            window.run();
        }
        window.get_by_label_contains(name)
    }

    fn says(window: &Window, words: &str) -> bool {
        window.query_all_by_label_contains(words).next().is_some()
    }

    /// Frames until the background has come to an end.
    fn wait(window: &mut Window) {
        wait_for(window, "the end of the layout", |window| (!says(window, RUNNING)).then_some(()));
        window.run();
    }

    /// Pulls a step far away from where it was.
    fn pull_away(window: &mut Window, text: &str, by: Vec2) {
        let steps = [step(window, text)].into();
        run(window, &Command::Step(StepCommand::Move { steps, by, onto: None }));
    }

    fn on_screen(window: &Window, text: &str) -> Rect {
        window.get_by_role_and_label(Role::Button, text).rect()
    }

    #[test]
    fn the_menu_lays_the_page_out_and_undo_gives_back_what_was_there() {
        let (_desk, mut window) = window();
        pull_away(&mut window, "Record what the internal agent needs", Vec2::new(900.0, 0.0));
        let chosen = Selection::step(step(&window, "Enough information?"));
        window.state_mut().editor_mut().expect("an editor").select(chosen.clone());
        let before = page(&window).clone();
        entry(&mut window, "Lay out page Ctrl+Shift+L").click();
        window.run();
        let after = page(&window);
        assert_ne!(before, *after);
        assert_eq!(*editor(&window).selection(), chosen);
        for (id, step) in &after.steps {
            let (_, from, to) = after.lane_band(&step.lane).expect("a lane");
            assert_eq!((&before.steps[id].lane, &before.steps[id].text), (&step.lane, &step.text));
            assert!(from <= step.rect.y0 && step.rect.y1 <= to, "{id} stands in its lane");
        }
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(before, *page(&window));
    }

    #[test]
    fn a_page_that_was_fitted_is_fitted_afterwards_and_one_that_was_zoomed_is_not() {
        let (_desk, mut window) = window();
        pull_away(&mut window, "Request closed", Vec2::new(3000.0, 0.0));
        press(&mut window, Modifiers::COMMAND, Key::Num1);
        let small = on_screen(&window, "Enough information?").width();
        press(&mut window, SHIFT_CTRL, Key::L);
        let large = on_screen(&window, "Enough information?").width();
        assert!(large > 1.2 * small, "{small} {large}");
        press(&mut window, Modifiers::COMMAND, Key::Num0);
        command(&mut window, "Lay out page for A4 portrait");
        window.get_by_label("100 %");
    }

    #[test]
    fn a_page_that_is_laid_out_already_is_said_to_be_so() {
        let (_desk, mut window) = window();
        press(&mut window, SHIFT_CTRL, Key::L);
        press(&mut window, SHIFT_CTRL, Key::L);
        assert!(says(&window, "Everything already stands where the automatic layout would place it"));
        assert_eq!(editor(&window).undo_name(), Some("edit-layout"));
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(editor(&window).undo_name(), None);
    }

    #[test]
    fn the_spacing_is_chosen_once_and_used_by_every_layout() {
        let (_desk, mut window) = window();
        let width =
            |window: &Window| page(window).steps.values().map(|step| step.rect.x1).fold(0.0_f64, f64::max);
        let mut widths = Vec::new();
        for spacing in ["Compact spacing", "Normal spacing", "Roomy spacing"] {
            entry(&mut window, spacing).click();
            window.run();
            press(&mut window, Modifiers::NONE, Key::Escape);
            press(&mut window, SHIFT_CTRL, Key::L);
            widths.push(width(&window));
        }
        assert!(widths[0] < widths[1] && widths[1] < widths[2], "{widths:?}");
    }

    #[test]
    fn a_chart_for_paper_is_narrower_and_for_upright_paper_no_wider() {
        let (_desk, mut window) = window();
        let drawn = page(&window).grid().aspect_ratio_width();
        let mut shape = |name: &str| {
            command(&mut window, name);
            page(&window).grid().aspect_ratio_width()
        };
        let (lying, upright) =
            (shape("Lay out page for A4 landscape"), shape("Lay out page for A4 portrait"));
        assert!(upright <= lying && lying < drawn, "{upright} {lying} {drawn}");
    }

    #[test]
    fn the_best_order_of_lanes_keeps_every_lane() {
        let (_desk, mut window) = window();
        let lanes =
            |window: &Window| -> Vec<_> { page(window).lanes.iter().map(|lane| lane.id.clone()).collect() };
        let (given, first) = (lanes(&window), page(&window).lanes[0].id.clone());
        run(&mut window, &Command::Lane(LaneCommand::Move { lane: first, to: 3 }));
        let moved = lanes(&window);
        command(&mut window, "Lay out page, best lane order");
        let mut found = lanes(&window);
        found.sort();
        let mut given = given;
        given.sort();
        assert_eq!(found, given);
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(lanes(&window), moved);
    }

    #[test]
    fn the_selection_is_laid_out_and_the_rest_of_the_flow_keeps_its_lanes() {
        let (_desk, mut window) = window();
        let (one, other) = ("Needs help", "Enough information?");
        pull_away(&mut window, one, Vec2::new(0.0, 40.0));
        let lanes = |window: &Window| -> Vec<_> {
            page(window).steps.values().map(|step| step.lane.clone()).collect()
        };
        let before = (places(&window), lanes(&window));
        let chosen = Selection::steps([step(&window, one), step(&window, other)]);
        window.state_mut().editor_mut().expect("an editor").select(chosen.clone());
        window.run();
        command(&mut window, "Lay out selection");
        assert_ne!(places(&window), before.0);
        assert_eq!((lanes(&window), editor(&window).selection()), (before.1, &chosen));
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(places(&window), before.0);
    }

    #[test]
    fn the_lane_of_a_selected_step_is_laid_out() {
        let (_desk, mut window) = window();
        let id = step(&window, "Enough information?");
        let lane = page(&window).steps[&id].lane.clone();
        pull_away(&mut window, "Enough information?", Vec2::new(1200.0, 0.0));
        for selection in [Selection::step(id), Selection::lane(lane)] {
            let before = page(&window).clone();
            window.state_mut().editor_mut().expect("an editor").select(selection);
            window.run();
            entry(&mut window, "Lay out lane").click();
            window.run();
            assert_ne!(before, *page(&window));
            press(&mut window, Modifiers::COMMAND, Key::Z);
            assert_eq!(before, *page(&window));
        }
    }

    #[test]
    fn what_cannot_be_laid_out_is_grey_and_its_keys_do_nothing() {
        let (_desk, mut window) = window();
        for (name, can) in
            [("Lay out page Ctrl", true), ("Lay out selection", false), ("Lay out lane", false)]
        {
            assert_eq!(entry(&mut window, name).accesskit_node().is_disabled(), !can, "{name}");
        }
        entry(&mut window, "Lay out selection").hover();
        window.run();
        window.step();
        press(&mut window, Modifiers::NONE, Key::Escape);
        press(&mut window, Modifiers::COMMAND, Key::A);
        press(&mut window, Modifiers::NONE, Key::Delete);
        assert!(page(&window).steps.is_empty());
        let before = editor(&window).state();
        for name in ["Lay out page Ctrl", "Tidy page", "Lay out page for A4 landscape"] {
            assert!(entry(&mut window, name).accesskit_node().is_disabled(), "{name}");
        }
        press(&mut window, Modifiers::NONE, Key::Escape);
        press(&mut window, SHIFT_CTRL, Key::L);
        assert_eq!(editor(&window).state(), before);
    }

    #[test]
    fn a_text_that_is_written_is_done_and_a_drag_is_given_up() {
        let (_desk, mut window) = window();
        let id = step(&window, "Enough information?");
        window.state_mut().editor_mut().expect("an editor").select(Selection::step(id.clone()));
        window.run();
        press(&mut window, Modifiers::NONE, Key::F2);
        window.event(Event::Text("Is it enough?".to_owned()));
        window.run();
        press(&mut window, SHIFT_CTRL, Key::L);
        assert_eq!(step(&window, "Is it enough?"), id);
        let laid_out = page(&window).clone();
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(step(&window, "Is it enough?"), id);
        press(&mut window, Modifiers::COMMAND, Key::Y);
        assert_eq!(laid_out, *page(&window));

        let at = on_screen(&window, "Is it enough?").center();
        drag(&mut window, at, at + vec2(60.0, 90.0));
        assert_ne!(laid_out, *page(&window));
        press(&mut window, SHIFT_CTRL, Key::L);
        release(&mut window, at + vec2(60.0, 90.0));
        assert_eq!(laid_out, *page(&window));
    }

    fn drag(window: &mut Window, from: Pos2, to: Pos2) {
        window.event(Event::PointerMoved(from));
        window.step();
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.event(Event::PointerButton { pos: from, button, pressed: true, modifiers });
        window.step();
        for part in [0.3, 0.6, 1.0] {
            window.event(Event::PointerMoved(from.lerp(to, part)));
            window.step();
        }
    }

    fn release(window: &mut Window, pos: Pos2) {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.event(Event::PointerButton { pos, button, pressed: false, modifiers });
        window.run();
    }

    /// Begins a layout in the background, and then a gesture, for whose end its answer waits.
    fn begin_behind(window: &mut Window) -> Page {
        let before = page(window).clone();
        window.key_press_modifiers(SHIFT_CTRL, Key::L);
        window.step();
        window.state_mut().editor_mut().expect("an editor").preview(&nudge(&before)).expect("an edit");
        for _ in 0..10 {
            window.step();
        }
        assert!(says(window, RUNNING));
        before
    }

    fn nudge(page: &Page) -> Command {
        let steps = page.steps.keys().take(1).cloned().collect();
        Command::Step(StepCommand::Move { steps, by: Vec2::new(8.0, 0.0), onto: None })
    }

    #[test]
    fn a_large_page_is_laid_out_in_the_background_and_waits_for_what_is_in_progress() {
        let (_desk, mut window) = large_window();
        let before = begin_behind(&mut window);
        window.state_mut().editor_mut().expect("an editor").cancel();
        assert_eq!(before, *page(&window));
        wait(&mut window);
        assert_ne!(before, *page(&window));
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(before, *page(&window));
    }

    #[test]
    fn a_layout_in_the_background_can_be_stopped() {
        let (_desk, mut window) = large_window();
        let before = begin_behind(&mut window);
        window.get_by_role_and_label(Role::Button, "Cancel").click();
        wait(&mut window);
        assert!(says(&window, "Everything stays where it was"));
        window.state_mut().editor_mut().expect("an editor").cancel();
        window.run();
        assert_eq!(before, *page(&window));
    }

    #[test]
    fn the_bar_says_how_far_a_layout_is() {
        let (_desk, mut window) = large_window();
        begin_behind(&mut window);
        let bar = window.get_by_role_and_label(Role::ProgressIndicator, RUNNING);
        let value = bar.accesskit_node().numeric_value().expect("a number");
        assert!((0.0..=100.0).contains(&value), "{value}");
        assert!(says(&window, " %"));
        window.get_by_role_and_label(Role::Button, "Cancel").click();
        wait(&mut window);
    }

    #[test]
    fn a_second_layout_takes_the_place_of_the_first() {
        let (_desk, mut window) = large_window();
        let before = begin_behind(&mut window);
        // What was in progress on the page ends, and with it what the first answer waited for.
        window.key_press_modifiers(SHIFT_CTRL, Key::L);
        window.step();
        wait(&mut window);
        let mut undone = 0;
        while *page(&window) != before {
            press(&mut window, Modifiers::COMMAND, Key::Z);
            undone += 1;
        }
        assert_eq!(undone, 2, "the edit that was in progress, and one layout");
    }

    #[test]
    fn a_chart_that_is_closed_ends_its_layout() {
        let (_desk, mut window) = large_window();
        window.key_press_modifiers(SHIFT_CTRL, Key::L);
        window.step();
        press(&mut window, Modifiers::COMMAND, Key::W);
        if says(&window, "Don’t save") {
            window.get_by_label("Don’t save").click();
            window.run();
        }
        assert!(!says(&window, RUNNING) && window.state().editor().is_none());
    }

    #[test]
    fn a_page_that_is_not_shown_meanwhile_is_laid_out_all_the_same() {
        let (_desk, mut window) = large_window();
        let ids = |window: &Window| -> Vec<_> {
            editor(window).document().pages.iter().map(|page| page.id.clone()).collect()
        };
        let title = editor(&window).document().title.clone();
        let (id, lanes) = (PageId::mint("page", 7), (0..4).map(|nth| LaneId::mint("lane", nth)).collect());
        run(&mut window, &Command::Page(PageCommand::Add { id, lanes, pools: Vec::new(), at: 1, title }));
        let pages = ids(&window);
        window.state_mut().editor_mut().expect("an editor").show_page(&pages[0]);
        window.run();
        let before = page(&window).clone();
        window.key_press_modifiers(SHIFT_CTRL, Key::L);
        window.step();
        window.state_mut().editor_mut().expect("an editor").show_page(&pages[1]);
        wait(&mut window);
        assert_eq!(*editor(&window).page_id(), pages[1]);
        assert_ne!(before, editor(&window).document().pages[0]);
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(before, *page(&window));
    }

    #[test]
    fn a_chart_that_is_read_again_ends_its_layout() {
        let (_desk, mut window) = large_window();
        let before = page(&window).clone();
        window.key_press_modifiers(SHIFT_CTRL, Key::L);
        window.step();
        for name in ["File", "Revert to saved…", "Revert"] {
            window.get_by_label(name).click();
            for _ in 0..8 {
                window.step();
            }
        }
        assert!(!says(&window, RUNNING));
        assert_eq!(before, *page(&window));
    }

    #[test]
    fn a_layout_that_came_too_late_does_not_go_over_a_newer_edit() {
        let (_desk, mut window) = large_window();
        window.key_press_modifiers(SHIFT_CTRL, Key::L);
        window.step();
        // The answer is looked at in the next frame at the earliest.
        let nudge = nudge(page(&window));
        window.state_mut().editor_mut().expect("an editor").run(&nudge).expect("an edit");
        let edited = page(&window).clone();
        wait(&mut window);
        assert!(says(&window, "The chart was changed meanwhile, so the layout was not used"));
        assert_eq!(edited, *page(&window));
    }
}
