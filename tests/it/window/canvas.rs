//! The canvas on a real template, worked with pointer and keys, seen through the names that a screen reader hears.

#[cfg(test)]
mod tests {
    use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, accesskit::Role, vec2};
    use egui_kittest::{
        Harness,
        kittest::{NodeT as _, Queryable as _},
    };
    use laneway::{
        app::{Bundled, Laneway, ScriptedDialogs},
        locale::UiLang,
    };

    struct Window(Harness<'static, Laneway>);

    impl Window {
        /// A window wide enough to show the template at 100 %.
        fn new() -> Self {
            let mut harness = Harness::builder()
                .with_size([2500.0, 1500.0])
                .with_max_steps(60)
                .with_step_dt(0.02)
                .build_eframe(|creation| {
                    let dialogs = Box::new(ScriptedDialogs::default());
                    Laneway::new(&creation.egui_ctx, Box::new(Bundled), dialogs).speaking(UiLang::En)
                });
            harness.run();
            harness.get_by_role_and_label(Role::Button, "Customer service process").click();
            harness.run();
            harness.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
            harness.run();
            Self(harness)
        }

        fn step_rect(&self, name: &str) -> Rect {
            self.0.get_by_role_and_label(Role::Button, name).rect()
        }

        fn description(&self, name: &str) -> String {
            let node = self.0.get_by_role_and_label(Role::Button, name);
            node.accesskit_node().description().unwrap_or_default()
        }

        fn is_selected(&self, name: &str) -> bool {
            let node = self.0.get_by_role_and_label(Role::Button, name);
            node.accesskit_node().is_selected() == Some(true)
        }

        fn move_to(&mut self, at: Pos2) {
            self.0.event(Event::PointerMoved(at));
            self.0.step();
        }

        fn button(&mut self, pos: Pos2, pressed: bool) {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            self.0.event(Event::PointerButton { pos, button, pressed, modifiers });
            self.0.step();
        }

        fn click(&mut self, at: Pos2) {
            self.move_to(at);
            self.button(at, true);
            self.button(at, false);
        }

        fn drag(&mut self, from: Pos2, to: Pos2) {
            self.move_to(from);
            self.button(from, true);
            for part in [0.2, 0.6, 1.0] {
                self.move_to(from.lerp(to, part));
            }
            self.0.step();
        }

        fn drop(&mut self, at: Pos2) {
            self.button(at, false);
            self.0.run();
        }

        fn type_text(&mut self, text: &str) {
            self.0.event(Event::Text(text.to_owned()));
            self.0.run();
        }

        fn key(&mut self, key: Key) {
            self.0.key_press(key);
            self.0.run();
        }
    }

    #[test]
    fn a_step_is_dragged_into_another_lane() {
        let mut window = Window::new();
        let from = window.step_rect("Needs help").center();
        assert!(
            window.description("Needs help").contains("Customer"),
            "{}",
            window.description("Needs help")
        );
        let to = from + vec2(0.0, 420.0);
        window.drag(from, to);
        window.drop(to);
        let description = window.description("Needs help");
        assert!(!description.contains("lane Customer"), "{description}");
        assert!(window.is_selected("Needs help"));
    }

    #[test]
    fn what_is_dragged_far_beyond_the_window_does_not_fling_the_page_away() {
        let mut window = Window::new();
        let from = window.step_rect("Needs help").center();
        let before = window.step_rect("Solution found?").center();
        window.drag(from, from + vec2(-4000.0, 4000.0));
        for _ in 0..10 {
            window.0.step();
        }
        let gone = window.step_rect("Solution found?").center().distance(before);
        assert!(0.0 < gone && gone < 600.0, "{gone}");
        window.key(Key::Escape);
    }

    #[test]
    fn a_text_is_typed_where_it_stands() {
        let mut window = Window::new();
        let at = window.step_rect("Needs help").center();
        window.click(at);
        window.click(at);
        window.0.run();
        window.0.get_by_role_and_label(Role::MultilineTextInput, "Text on the chart");
        window.type_text("Calls us");
        window.step_rect("Calls us");
        window.key(Key::Enter);
        assert!(window.0.query_by_role_and_label(Role::MultilineTextInput, "Text on the chart").is_none());
        window.step_rect("Calls us");
    }

    #[test]
    fn a_letter_on_a_selected_step_begins_a_new_text_and_escape_ends_it() {
        let mut window = Window::new();
        let at = window.step_rect("Needs help").center();
        window.click(at);
        window.type_text("W");
        window.type_text("rites");
        window.step_rect("Writes");
        window.key(Key::Escape);
        window.step_rect("Writes");
        window.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.0.run();
        window.step_rect("Needs help");
    }

    #[test]
    fn a_connector_into_a_start_is_refused_in_words() {
        let mut window = Window::new();
        let from = window.step_rect("Enough information?");
        let to = window.step_rect("Needs help").center();
        window.move_to(from.center());
        window.drag(from.center_top(), to);
        let painted = window.0.output().shapes.iter().any(|clipped| says(&clipped.shape, "start"));
        assert!(painted, "the reason stands beside the pointer");
        window.drop(to);
    }

    /// Whether a shape is a text that tells of a start in the words of a refusal.
    fn says(shape: &eframe::egui::Shape, word: &str) -> bool {
        match shape {
            eframe::egui::Shape::Vec(shapes) => shapes.iter().any(|shape| says(shape, word)),
            eframe::egui::Shape::Text(text) => {
                let catalog = laneway::locale::Catalog::of(UiLang::En);
                text.galley.text() == laneway::edit::Refusal::IntoStart.say(catalog)
                    && text.galley.text().contains(word)
            }
            _ => false,
        }
    }

    #[test]
    fn a_step_is_added_by_keyboard_behind_another_one() {
        let mut window = Window::new();
        let from = window.step_rect("Solution found?");
        let free = from.center_top() + vec2(200.0, -50.0);
        window.move_to(from.center());
        window.drag(from.center_top(), free);
        window.drop(free);
        window.0.get_by_label("Find a symbol");
        window.type_text("data");
        window.key(Key::ArrowDown);
        window.key(Key::Enter);
        assert!(window.0.query_by_label("Find a symbol").is_none());
        window.0.get_by_role_and_label(Role::MultilineTextInput, "Text on the chart");
        window.type_text("Case file");
        window.key(Key::Enter);
        assert!(
            window.description("Case file").starts_with("Stored data"),
            "{}",
            window.description("Case file")
        );
        let before = window.description("Solution found?");
        assert!(before.contains("Case file"), "{before}");
    }

    #[test]
    fn a_step_that_is_refused_leaves_the_keyboard_to_the_canvas() {
        let mut window = Window::new();
        let end = window.step_rect("Request closed").center();
        window.click(end);
        window.0.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::P);
        window.0.run();
        window.type_text("manual operation");
        window.key(Key::Enter);
        assert!(window.0.query_by_role_and_label(Role::MultilineTextInput, "Text on the chart").is_none());
        window.key(Key::F2);
        window.0.get_by_role_and_label(Role::MultilineTextInput, "Text on the chart");
    }

    #[test]
    fn a_step_with_the_focus_is_opened_and_chosen_by_keys() {
        let mut window = Window::new();
        window.0.get_by_role_and_label(Role::Button, "Needs help").focus();
        window.0.run();
        window.key(Key::Space);
        assert!(window.is_selected("Needs help"));
        window.key(Key::F2);
        window.0.get_by_role_and_label(Role::MultilineTextInput, "Text on the chart");
    }

    #[test]
    fn the_menu_of_a_line_adds_a_bend_and_tidies_it() {
        let mut window = Window::new();
        // The line between these two is level and long.
        let from = window.step_rect("Solution found?");
        let to = window.step_rect("Explain the solution to the customer");
        let at = from.right_center().lerp(to.left_center(), 0.5);
        let right = |window: &mut Window, pressed| {
            let (button, modifiers) = (PointerButton::Secondary, Modifiers::NONE);
            window.0.event(Event::PointerButton { pos: at, button, pressed, modifiers });
            window.0.run();
        };
        let choose = |window: &mut Window, name: &str| {
            window.move_to(at);
            right(window, true);
            right(window, false);
            window.0.get_by_label_contains(name).click();
            window.0.run();
        };
        let bends = |window: &Window| {
            let editor = window.0.state().editor().expect("an editor");
            let line = editor.selection().only_connector().expect("the line is selected");
            let line = &editor.page().expect("a page").connectors[line];
            line.route.as_ref().expect("a route").bends.len()
        };
        choose(&mut window, "Add bend");
        assert_eq!(bends(&window), 1);
        choose(&mut window, "Remove bend");
        assert_eq!(bends(&window), 0);
        choose(&mut window, "Add bend");
        choose(&mut window, "Tidy this line");
        assert_eq!(bends(&window), 0);
        for _ in 0..4 {
            window.0.key_press_modifiers(Modifiers::COMMAND, Key::Z);
            window.0.run();
        }
        assert_eq!(window.0.state().editor().expect("an editor").undo_name(), None);
    }

    #[test]
    fn the_other_button_opens_a_menu() {
        let mut window = Window::new();
        let pos = window.step_rect("Needs help").center();
        window.move_to(pos);
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Secondary, Modifiers::NONE);
            window.0.event(Event::PointerButton { pos, button, pressed, modifiers });
            window.0.step();
        }
        window.0.run();
        window.0.get_by_label_contains("Edit text").click();
        window.0.run();
        window.0.get_by_role_and_label(Role::MultilineTextInput, "Text on the chart");
    }

    /// Opens the menu of what is at `pos` and chooses the entries `names`, one inside the other.
    fn choose_in_menu(window: &mut Window, pos: Pos2, names: &[&str]) {
        window.move_to(pos);
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Secondary, Modifiers::NONE);
            window.0.event(Event::PointerButton { pos, button, pressed, modifiers });
            window.0.step();
        }
        window.0.run();
        for name in names {
            // The panels have buttons of the same names.
            let entries = window.0.get_all_by_role(Role::Button);
            let is_it = |label: &str| label == *name || label.starts_with(&format!("{name} "));
            let named = entries.filter(|node| node.accesskit_node().label().is_some_and(|it| is_it(&it)));
            let named: Vec<_> = named.collect();
            named.last().unwrap_or_else(|| panic!("no entry {name}")).click();
            window.0.run();
        }
    }

    #[test]
    fn the_menu_of_a_step_offers_symbol_lane_and_colour() {
        let mut window = Window::new();
        let step = |window: &Window| {
            let editor = window.0.state().editor().expect("an editor");
            let step = editor.selection().only_step().expect("a step");
            editor.page().expect("a page").steps[step].clone()
        };
        for names in [["Kind", "Subprocess"], ["Fill", "Employee"], ["Lane", "Process owner"]] {
            let pos = window.step_rect("Look for a solution").center();
            choose_in_menu(&mut window, pos, &names);
        }
        assert!(window.description("Look for a solution").starts_with("Subprocess"));
        assert!(window.description("Look for a solution").contains("Process owner"));
        assert!(step(&window).style.fill.is_some());
    }

    #[test]
    fn a_lane_changes_places_with_its_neighbours_by_a_command() {
        let mut window = Window::new();
        let order = |window: &Window| {
            let page = window.0.state().editor().and_then(|editor| editor.page()).expect("a page");
            page.lanes.iter().map(|lane| lane.id.clone()).collect::<Vec<_>>()
        };
        let before = order(&window);
        let first = laneway::edit::Selection::lane(before[0].clone());
        window.0.state_mut().editor_mut().expect("an editor").select(first);
        window.0.run();
        for name in ["Arrange", "Move lane down or right"] {
            window.0.get_by_role_and_label(Role::Button, name).click();
            window.0.run();
        }
        assert_eq!(order(&window), [1, 0, 2, 3].map(|at: usize| before[at].clone()));
        let editor = window.0.state_mut().editor_mut().expect("an editor");
        assert!(editor.undo());
        window.0.run();
        assert_eq!(order(&window), before);
    }

    #[test]
    fn closing_while_a_text_is_written_asks_about_it() {
        let mut window = Window::new();
        let at = window.step_rect("Needs help").center();
        window.click(at);
        window.click(at);
        window.0.run();
        window.type_text("Calls us");
        window.0.key_press_modifiers(Modifiers::COMMAND, Key::W);
        window.0.run();
        window.0.get_by_label("Save the changes?");
        window.0.get_by_role_and_label(Role::Button, "Cancel").click();
        window.0.run();
        window.step_rect("Calls us");
    }

    #[test]
    fn a_drag_ends_where_another_document_is_shown() {
        let mut window = Window::new();
        let at = window.step_rect("Needs help").center();
        window.drag(at, at + vec2(0.0, 420.0));
        window.0.key_press_modifiers(Modifiers::COMMAND, Key::N);
        window.0.run();
        window.drop(at);
        window.0.key_press_modifiers(Modifiers::CTRL, Key::Tab);
        window.0.run();
        window.move_to(at + vec2(300.0, 300.0));
        window.0.run();
        assert!(window.step_rect("Needs help").center().distance(at) < 3.0, "it is where it was");
    }

    #[test]
    fn keys_in_a_question_are_not_the_charts() {
        let mut window = Window::new();
        let at = window.step_rect("Needs help").center();
        window.click(at);
        window.0.run();
        let at = window.step_rect("Needs help").center();
        window.0.key_press_modifiers(Modifiers::COMMAND, Key::E);
        for _ in 0..20 {
            window.0.step();
        }
        window.0.event(Event::Text("Q".to_owned()));
        window.0.key_press(Key::ArrowRight);
        for _ in 0..20 {
            window.0.step();
        }
        window.0.key_press(Key::Escape);
        window.0.run();
        assert!(window.0.query_by_role_and_label(Role::MultilineTextInput, "Text on the chart").is_none());
        assert_eq!(window.step_rect("Needs help").center(), at);
        assert!(window.is_selected("Needs help"));
    }

    #[test]
    fn commands_are_found_by_what_else_people_call_them() {
        let table = [
            ("print", "Export"),
            ("pdf", "Export"),
            ("colour", "Properties"),
            ("language", "Interfaz en español"),
            ("vertical", "Turn the page"),
            ("substitute", "Replace…"),
            ("group", "Pool around lanes"),
            ("total", "Table of steps"),
            ("add phase", "Phase after"),
            ("if", "Decision"),
        ];
        let mut window = Window::new();
        for (words, title) in table {
            window.0.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::P);
            window.0.run();
            window.0.event(Event::Text(words.to_owned()));
            window.0.run();
            let rows = window.0.query_all_by_role(Role::ListBoxOption);
            let titles: Vec<String> = rows.filter_map(|row| row.accesskit_node().label()).collect();
            assert!(titles.iter().any(|row| row.starts_with(title)), "{words}: {titles:?}");
            assert!(titles.iter().all(|row| !row.to_lowercase().contains("substitute")), "{titles:?}");
            window.0.key_press(Key::Escape);
            window.0.run();
        }
    }

    #[test]
    fn the_search_lists_what_cannot_be_used_now_and_says_why() {
        let mut window = Window::new();
        window.0.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::P);
        window.0.run();
        window.0.event(Event::Text("pool".to_owned()));
        window.0.run();
        let row = "Pool around lanes, Select lanes by their headers";
        let is_usable = |window: &Window| {
            !window.0.get_by_role_and_label(Role::ListBoxOption, row).accesskit_node().is_disabled()
        };
        assert!(!is_usable(&window));
        window.0.key_press(Key::Enter);
        window.0.run();
        assert!(!is_usable(&window), "the search stays open");
    }
}
