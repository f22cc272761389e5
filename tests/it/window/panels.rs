//! The panels around the canvas, used by the names that a screen reader says.

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use eframe::egui::{Event, Key, Modifiers, PointerButton, accesskit::Role, vec2};
    use egui_kittest::{
        Harness, Node,
        kittest::{NodeT as _, Queryable as _},
    };
    use laneway::{
        app::{Bundled, Folders, Home as _, Laneway, ScriptedDialogs},
        edit::Selection,
        locale::{Catalog, UiLang},
        model::Pool,
    };

    use crate::{run::Desk, window::support::wait::wait_for_button};

    type Window = Harness<'static, Laneway>;

    /// A window on the large template, with room for all of the properties.
    fn window_in(lang: UiLang) -> (Desk, Window) {
        window_on(lang, Desk::with_chart("x.ron"))
    }

    fn window() -> (Desk, Window) {
        window_in(UiLang::En)
    }

    fn window_on(lang: UiLang, desk: Desk) -> (Desk, Window) {
        let mut window = Harness::builder()
            .with_size([1800.0, 2600.0])
            .with_max_steps(60)
            .with_step_dt(0.05)
            .build_eframe(|creation| {
                let dialogs = Box::new(ScriptedDialogs::default());
                Laneway::new(&creation.egui_ctx, Box::new(Bundled), dialogs).speaking(lang)
            });
        let path: PathBuf = desk.path("x.ron");
        window.state_mut().open_files(vec![path]);
        // What the check in the background found.
        let words = Catalog::of(lang).text_with("panel-problem-count", &[("count", 0.into())]);
        wait_for_button(&mut window, &words);
        (desk, window)
    }

    fn choose(window: &mut Window, step: &str) {
        window.get_by_role_and_label(Role::ListItem, step).click();
        window.run();
    }

    fn steps(window: &Window) -> usize {
        window.state().editor().and_then(|editor| editor.page()).expect("a page").steps.len()
    }

    fn field<'w>(window: &'w Window, name: &'w str) -> Node<'w> {
        let node = window
            .get_all_by_label(name)
            .find(|node| matches!(node.accesskit_node().role(), Role::TextInput | Role::MultilineTextInput));
        node.unwrap_or_else(|| panic!("no field {name}"))
    }

    fn value(window: &Window, name: &str) -> String {
        field(window, name).accesskit_node().value().unwrap_or_default()
    }

    /// Clicks into a field and replaces what is written there.
    fn write(window: &mut Window, name: &str, text: &str) {
        field(window, name).click();
        window.run();
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        window.event(Event::Text(text.to_owned()));
        window.run();
    }

    fn pick(window: &mut Window, name: &str, option: &str) {
        window.get_by_role_and_label(Role::ComboBox, name).click();
        window.run();
        window.get_by_role_and_label(Role::Button, option).click();
        window.run();
    }

    fn chosen(window: &Window, name: &str) -> String {
        let combo = window.get_by_role_and_label(Role::ComboBox, name);
        combo.accesskit_node().value().unwrap_or_default()
    }

    #[test]
    fn what_is_written_in_a_field_is_done_when_it_is_left_and_undone_at_once() {
        let (_desk, mut window) = window();
        choose(&mut window, "Fill in the request form");
        let before = value(&window, "Goal");
        write(&mut window, "Goal", "All is known");
        assert_eq!(value(&window, "Goal"), "All is known");
        window.key_press(Key::Tab);
        window.run();
        let editor = window.state().editor().expect("an editor");
        assert_eq!(editor.undo_name(), Some("edit-text"));
        assert!(!editor.is_in_gesture());
        window.state_mut().editor_mut().expect("an editor").undo();
        window.run();
        assert_eq!(value(&window, "Goal"), before);
        assert_eq!(window.state().editor().expect("an editor").undo_name(), None);
    }

    #[test]
    fn escape_leaves_a_field_and_keeps_what_was_written() {
        let (_desk, mut window) = window();
        choose(&mut window, "Fill in the request form");
        write(&mut window, "Text (English)", "Something else");
        window.get_by_role_and_label(Role::ListItem, "Something else");
        window.key_press(Key::Escape);
        window.run();
        assert_eq!(value(&window, "Text (English)"), "Something else");
        let editor = window.state_mut().editor_mut().expect("an editor");
        assert!(!editor.is_in_gesture());
        editor.undo();
        window.run();
        assert_eq!(value(&window, "Text (English)"), "Fill in the request form");
    }

    #[test]
    fn enter_is_done_with_a_label() {
        let (_desk, mut window) = window();
        choose(&mut window, "Fill in the request form");
        write(&mut window, "Text (Spanish)", "Rellenar");
        window.key_press(Key::Enter);
        window.run();
        let editor = window.state().editor().expect("an editor");
        assert!(!editor.is_in_gesture());
        assert_eq!(editor.undo_name(), Some("edit-text"));
    }

    #[test]
    fn how_lines_cross_is_chosen_for_the_document() {
        let (_desk, mut window) = window();
        assert_eq!(chosen(&window, "Where lines cross"), "One jumps over in an arc");
        pick(&mut window, "Where lines cross", "One is broken off");
        assert_eq!(chosen(&window, "Where lines cross"), "One is broken off");
        window.state_mut().editor_mut().expect("an editor").undo();
        window.run();
        assert_eq!(chosen(&window, "Where lines cross"), "One jumps over in an arc");
    }

    #[test]
    fn times_are_written_as_people_write_them() {
        let (_desk, mut window) = window();
        choose(&mut window, "Fill in the request form");
        write(&mut window, "Handling time", "1 h 30");
        window.key_press(Key::Enter);
        window.run();
        assert_eq!(value(&window, "Handling time"), "1 h 30 min");
        write(&mut window, "Handling time", "soon");
        window.get_by_label("Write a time such as 2 min, 1 h 30, 45 s or 3 d");
        window.key_press(Key::Escape);
        window.run();
        assert_eq!(value(&window, "Handling time"), "1 h 30 min");
        assert!(window.query_by_label("Write a time such as 2 min, 1 h 30, 45 s or 3 d").is_none());
    }

    #[test]
    fn a_step_changes_its_lane_and_its_kind() {
        let (_desk, mut window) = window();
        choose(&mut window, "Look for a solution");
        assert_eq!(chosen(&window, "Lane"), "Customer service department");
        pick(&mut window, "Lane", "Process owner");
        assert_eq!(chosen(&window, "Lane"), "Process owner");
        window.get_by_role_and_label(Role::ComboBox, "Kind").click();
        window.run();
        let options: Vec<_> = window.get_all_by_role_and_label(Role::Button, "Subprocess").collect();
        options.last().expect("the option").click();
        window.run();
        assert_eq!(chosen(&window, "Kind"), "Subprocess");
    }

    #[test]
    fn the_other_branch_follows_a_share() {
        let (_desk, mut window) = window();
        choose(&mut window, "Enough information?");
        let editor = window.state_mut().editor_mut().expect("an editor");
        let page = editor.page().expect("a page");
        let decision = editor.selection().only_step().expect("a step").clone();
        let branches: Vec<_> = page
            .connectors
            .values()
            .filter(|one| one.from.step() == Some(&decision))
            .map(|one| one.id.clone())
            .collect();
        editor.select(Selection::connector(branches[0].clone()));
        window.run();
        write(&mut window, "Share of the cases", "64 %");
        window.key_press(Key::Enter);
        window.run();
        let page = window.state().editor().and_then(|editor| editor.page()).expect("a page");
        let shares: Vec<_> = branches.iter().map(|id| page.connectors[id].share).collect();
        assert_eq!(shares, [Some(64.0), Some(36.0)]);
    }

    #[test]
    fn the_outline_finds_and_follows() {
        let (_desk, mut window) = window();
        let find = window.get_by_role_and_label(Role::TextInput, "Find a step");
        find.click();
        window.run();
        window.event(Event::Text("SURVEY answer".to_owned()));
        window.run();
        assert!(window.query_by_role_and_label(Role::ListItem, "Fill in the request form").is_none());
        choose(&mut window, "Answer the satisfaction survey");
        assert_eq!(value(&window, "Text (English)"), "Answer the satisfaction survey");
    }

    fn field_of_text(window: &Window) -> eframe::egui::Rect {
        field(window, "Text (English)").rect()
    }

    #[test]
    fn a_problem_has_a_card_and_a_row_and_is_put_right_by_a_click() {
        let (_desk, mut window) = window();
        choose(&mut window, "Enough information?");
        let editor = window.state_mut().editor_mut().expect("an editor");
        let decision = editor.selection().only_step().expect("a step").clone();
        let text_field = field_of_text(&window);
        let editor = window.state_mut().editor_mut().expect("an editor");
        let page = editor.page().expect("a page");
        let branch = page.connectors.values().find(|one| one.from.step() == Some(&decision)).expect("one");
        let of = laneway::edit::TextOf::Connector(branch.id.clone());
        for lang in [UiLang::En, UiLang::Es] {
            let (of, text) = (of.clone(), String::new());
            let command = laneway::edit::Command::SetText { of, lang: lang.into(), text };
            window.state_mut().editor_mut().expect("an editor").run(&command).expect("a text");
        }
        wait_for_button(&mut window, "1 problem");
        let cards = window.get_all_by_role_and_label(Role::Button, "Label Yes and No").count();
        assert_eq!(cards, 1, "the card of the step");
        assert_eq!(field_of_text(&window), text_field, "which moves no field");
        window.key_press(Key::F8);
        window.run();
        window.get_by_label("Warnings (1)");
        let fixes: Vec<_> = window.get_all_by_role_and_label(Role::Button, "Label Yes and No").collect();
        assert_eq!(fixes.len(), 2, "and the row");
        fixes[0].click();
        wait_for_button(&mut window, "No problems");
        assert!(window.query_by_role_and_label(Role::Button, "Label Yes and No").is_none());
        window.key_press(Key::F8);
        window.run();
        assert!(window.query_by_label("Warnings (1)").is_none());
    }

    #[test]
    fn a_double_click_adds_a_symbol_that_is_named_at_once() {
        let (_desk, mut window) = window();
        let before = steps(&window);
        for _ in 0..2 {
            window.get_by_role_and_label(Role::Button, "Manual input").click();
            window.step();
        }
        window.run();
        assert_eq!(steps(&window), before + 1);
        window.event(Event::Text("Type the number".to_owned()));
        window.run();
        window.key_press(Key::Enter);
        window.run();
        window.get_by_role_and_label(Role::ListItem, "Type the number");
    }

    fn buttons(window: &Window) -> Vec<String> {
        window.get_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label()).collect()
    }

    fn has_button(window: &Window, name: &str) -> bool {
        buttons(window).iter().any(|button| button == name)
    }

    #[test]
    fn a_symbol_is_found_by_its_name_and_by_other_words_and_added_by_enter() {
        for (lang, find, sought, symbol) in [
            (UiLang::En, "Search the symbols", "QUESTION", "Decision"),
            (UiLang::Es, "Buscar en los símbolos", "cilindro", "Datos almacenados"),
        ] {
            let (_desk, mut window) = window_in(lang);
            let before = steps(&window);
            window.get_by_role_and_label(Role::TextInput, find).click();
            window.run();
            window.event(Event::Text(sought.to_owned()));
            window.run();
            assert!(has_button(&window, symbol), "{symbol}");
            assert!(!has_button(&window, &Catalog::of(lang).text("scene-kind-note")));
            window.key_press(Key::Enter);
            window.run();
            assert_eq!(steps(&window), before + 1);
            assert!(has_button(&window, &Catalog::of(lang).text("scene-kind-note")), "all of them again");
        }
    }

    /// A window for a person whose things are kept in a folder of their own.
    fn window_at_home() -> (tempfile::TempDir, Folders, Desk, Window) {
        let (folder, home) = home();
        let (desk, mut window) = window();
        let ctx = window.ctx.clone();
        let dialogs = Box::new(ScriptedDialogs::default());
        let state = Laneway::new(&ctx, Box::new(Bundled), dialogs).speaking(UiLang::En);
        *window.state_mut() = state.at_home(&ctx, Box::new(home.clone()));
        window.state_mut().open_files(vec![desk.path("x.ron")]);
        window.run();
        (folder, home, desk, window)
    }

    #[test]
    fn whether_symbols_have_names_is_chosen_and_remembered() {
        let (_folder, home, _desk, mut window) = window_at_home();
        let width = |window: &Window| window.get_by_role_and_label(Role::Button, "Subprocess").rect().width();
        let in_list = width(&window);
        window.get_by_role_and_label(Role::Button, "Show the symbols as a grid").click();
        window.run();
        assert!(width(&window) < 0.5 * in_list, "a cell among others");
        assert!(!home.load_settings().panels.lists_symbols);
        window.get_by_role_and_label(Role::Button, "Show the symbols with their names").click();
        window.run();
        assert_eq!(width(&window), in_list);
        assert!(home.load_settings().panels.lists_symbols);
    }

    #[test]
    fn a_symbol_that_was_clicked_is_put_where_the_canvas_is_pressed() {
        let (_desk, mut window) = window();
        let before = steps(&window);
        window.get_by_role_and_label(Role::Button, "Note").click();
        window.run();
        let lane = window.get_by_role_and_label(Role::Button, "Look for a solution").rect();
        let free = lane.center() - vec2(250.0, 0.0);
        window.event(Event::PointerMoved(free));
        window.run();
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            window.event(Event::PointerButton { pos: free, button, pressed, modifiers });
            window.run();
        }
        assert_eq!(steps(&window), before + 1);
    }

    #[test]
    fn the_outline_lists_lanes_the_flow_or_all_pages() {
        let (_desk, mut window) = window();
        let has = |window: &Window, row: &str| window.query_by_role_and_label(Role::ListItem, row).is_some();
        assert!(has(&window, "Employee") && has(&window, "Needs help"));
        let order = |window: &mut Window, command: &str| {
            window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
            window.run();
            window.get_by_role_and_label(Role::TextInput, "Search commands and steps").type_text(command);
            window.run();
            window.key_press(Key::Enter);
            window.run();
        };
        order(&mut window, "As the flow runs");
        assert!(!has(&window, "Employee") && has(&window, "Needs help"));
        order(&mut window, "By pages");
        assert!(has(&window, "Customer service process") && !has(&window, "Employee"));
        assert!(has(&window, "Needs help"));
    }

    #[test]
    fn panels_are_there_again_as_they_were_left() {
        let (_folder, home, _desk, mut window) = window_at_home();
        window.key_press(Key::F7);
        window.run();
        assert!(window.query_by_label("Title block").is_none());
        assert!(!home.load_settings().panels.properties.is_visible);
    }

    fn home() -> (tempfile::TempDir, Folders) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let home = Folders::new(&folder.path().join("config"), &folder.path().join("data"));
        (folder, home)
    }

    #[test]
    fn groups_of_the_properties_stay_as_they_were_left() {
        let (_folder, home, _desk, mut window) = window_at_home();
        choose(&mut window, "Fill in the request form");
        let group = |name| {
            move |window: &mut Window| {
                window.get_by_role_and_label(Role::DisclosureTriangle, name).click();
                window.run();
            }
        };
        let has = |window: &Window, name: &str| window.query_all_by_label(name).next().is_some();
        assert!(has(&window, "Goal") && !has(&window, "Width"));
        group("Details")(&mut window);
        group("Size and place")(&mut window);
        choose(&mut window, "Look for a solution");
        assert!(!has(&window, "Goal") && has(&window, "Width"));
        let groups = home.load_settings().panels.groups;
        let left = [("panel-details".to_owned(), false), ("panel-size".to_owned(), true)];
        assert_eq!(groups.into_iter().collect::<Vec<_>>(), left);
    }

    #[test]
    fn a_note_has_only_what_it_needs() {
        let (_desk, mut window) = window();
        for _ in 0..2 {
            window.get_by_role_and_label(Role::Button, "Note").click();
            window.step();
        }
        window.run();
        window.event(Event::Text("Ask the night shift".to_owned()));
        window.run();
        window.key_press(Key::Enter);
        window.run();
        value(&window, "Text (English)");
        assert_eq!(chosen(&window, "Kind"), "Note");
        let groups: Vec<_> = window
            .get_all_by_role(Role::DisclosureTriangle)
            .filter_map(|node| node.accesskit_node().label())
            .collect();
        assert_eq!(groups, ["Size and place", "Colours"]);
        pick_last(&mut window, "Kind", "Process");
        assert!(window.query_all_by_label("Goal").next().is_some(), "a step has more");
    }

    /// The same as [`pick`] where the option is called like another button.
    fn pick_last(window: &mut Window, name: &str, option: &str) {
        window.get_by_role_and_label(Role::ComboBox, name).click();
        window.run();
        let options = window.get_all_by_role_and_label(Role::Button, option);
        options.last().expect("the option").click();
        window.run();
    }

    #[test]
    fn what_is_under_the_pointer_stays_there_when_another_lane_is_selected() {
        let (_desk, mut window) = window();
        let places = |window: &Window| {
            ["Add before", "Add after", "Move up", "Move down", "Delete lane"]
                .map(|name| window.get_by_role_and_label(Role::Button, name).rect())
        };
        choose(&mut window, "Customer service department");
        write(
            &mut window,
            "Title (English)",
            "A title of so many words that it takes several lines of its field",
        );
        let before = places(&window);
        window.get_by_role_and_label(Role::Button, "Add after").click();
        window.run();
        assert_ne!(value(&window, "Title (English)").lines().count(), 0);
        assert_eq!(places(&window), before);
    }

    #[test]
    fn what_is_said_of_a_field_moves_none_of_the_others() {
        let (_desk, mut window) = window();
        choose(&mut window, "Fill in the request form");
        let before = field(&window, "Goal").rect();
        write(&mut window, "Handling time", "soon");
        window.get_by_label("Write a time such as 2 min, 1 h 30, 45 s or 3 d");
        assert_eq!(field(&window, "Goal").rect(), before);
    }

    /// A window of `width` and `height` points.
    fn window_of(width: f32, height: f32) -> (Desk, Window) {
        let (desk, mut window) = window();
        window.set_size(vec2(width, height));
        window.run();
        (desk, window)
    }

    #[test]
    fn in_a_narrow_window_panels_fold_to_strips_and_the_chart_keeps_half() {
        for width in [1280.0, 914.0, 800.0, 640.0, 512.0] {
            let (_desk, window) = window_of(width, 700.0);
            let widths = window.get_all_by_role(Role::Canvas).map(|node| node.rect().width());
            let chart = widths.fold(0.0, f32::max);
            assert!(chart >= 0.5 * width - 2.0, "{width}: {chart}");
        }
        let (_desk, mut window) = window_of(800.0, 700.0);
        assert!(window.query_by_label("Outline").is_none() && has_field(&window, "Version"));
        window.get_by_role_and_label(Role::Button, "Symbols and outline").click();
        window.run();
        assert!(window.query_by_label("Outline").is_some() && !has_field(&window, "Version"));
        window.key_press(Key::F7);
        window.run();
        assert!(window.query_by_label("Outline").is_none() && has_field(&window, "Version"));
    }

    fn has_field(window: &Window, name: &str) -> bool {
        window.query_all_by_label(name).any(|node| node.accesskit_node().role() == Role::TextInput)
    }

    #[test]
    fn in_a_low_window_no_panel_reaches_into_the_bar_below() {
        for height in [560.0, 500.0, 400.0, 350.0] {
            let (_desk, window) = window_of(1280.0, height);
            let field = window.get_by_role_and_label(Role::TextInput, "Search the symbols").rect();
            let problems = window.get_by_role_and_label(Role::Button, "No problems").rect();
            assert!(problems.bottom() <= height && field.bottom() < problems.top(), "{height}: {problems}");
            assert!(problems.top() > height - 30.0, "{height}: {problems}");
        }
    }

    #[test]
    fn panels_are_hidden_by_their_keys() {
        let (_desk, mut window) = window();
        assert!(window.query_by_label("Map of the page").is_none(), "all of the page is seen");
        window.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
        window.run();
        for (key, label) in [(Key::F6, "Outline"), (Key::F7, "Title block"), (Key::F9, "Map of the page")] {
            assert!(window.query_all_by_label(label).next().is_some(), "{label}");
            window.key_press(key);
            window.run();
            assert!(window.query_all_by_label(label).next().is_none(), "{label}");
        }
    }

    #[test]
    fn spanish_has_words_for_all_of_it() {
        let (_desk, mut window) = window_in(UiLang::Es);
        choose(&mut window, "Completar el formulario");
        write(&mut window, "Tiempo de gestión", "2 horas");
        window.key_press(Key::Enter);
        window.run();
        assert_eq!(value(&window, "Tiempo de gestión"), "2 h");
        write(&mut window, "Objetivo", "Se sabe todo");
        window.key_press(Key::Tab);
        window.run();
        assert_eq!(value(&window, "Objetivo"), "Se sabe todo");
        window.get_by_role_and_label(Role::ComboBox, "Carril");
    }

    #[test]
    fn a_page_is_renamed_in_its_tab() {
        let (_desk, mut window) = window();
        for _ in 0..2 {
            window.get_by_role_and_label(Role::Tab, "Customer service process").click();
            window.step();
        }
        window.run();
        window.event(Event::Text("Overview".to_owned()));
        window.run();
        window.key_press(Key::Enter);
        window.run();
        window.get_by_role_and_label(Role::Tab, "Overview");
        let editor = window.state().editor().expect("an editor");
        assert!(!editor.is_in_gesture());
    }

    /// Every field and button that is shown has a name.
    #[test]
    fn everything_that_can_be_used_has_a_name() {
        let (_desk, mut window) = window();
        for step in [None, Some("Enough information?"), Some("Fill in the request form")] {
            if let Some(step) = step {
                choose(&mut window, step);
            }
            for role in [Role::Button, Role::TextInput, Role::MultilineTextInput, Role::ComboBox, Role::Tab] {
                for node in window.get_all_by_role(role) {
                    let node = node.accesskit_node();
                    assert!(node.label().is_some_and(|label| !label.is_empty()), "{role:?} {node:?}");
                }
            }
        }
    }

    fn select_lanes(window: &mut Window, range: std::ops::Range<usize>) {
        let editor = window.state_mut().editor_mut().expect("an editor");
        let lanes = editor.page().expect("a page").lanes[range].iter().map(|lane| lane.id.clone()).collect();
        editor.select(Selection { lanes, ..Selection::default() });
        window.run();
    }

    /// The lanes by their pools.
    fn pools(window: &Window) -> Vec<Vec<String>> {
        let editor = window.state().editor().expect("an editor");
        let (document, page) = (editor.document(), editor.page().expect("a page"));
        let name = |pool: &Pool| pool.title.get(&document.language, &document.language).to_owned();
        page.lanes.iter().map(|lane| page.pools_around(lane).map(name).collect()).collect()
    }

    #[test]
    fn lanes_come_into_pools_and_pools_get_names() {
        let (_desk, mut window) = window();
        select_lanes(&mut window, 1..3);
        window.get_by_label("Put into a new pool").click();
        window.run();
        write(&mut window, "Pool (English)", "Shop");
        window.key_press(Key::Tab);
        window.run();
        assert_eq!(pools(&window), [vec![], vec!["Shop"], vec!["Shop"], vec![]]);
        select_lanes(&mut window, 3..4);
        assert_eq!(chosen(&window, "Lies in"), "No pool");
        pick(&mut window, "Lies in", "Shop");
        assert_eq!(pools(&window), [vec![], vec!["Shop"], vec!["Shop"], vec!["Shop"]]);
        window.get_by_label("Put into a new pool").click();
        window.run();
        assert_eq!(pools(&window)[3], ["New pool", "Shop"]);
        assert_eq!(chosen(&window, "Lies in"), "Shop › New pool");
        pick(&mut window, "New pool lies in", "No pool");
        assert_eq!(pools(&window), [vec![], vec!["Shop"], vec!["Shop"], vec!["New pool"]]);
        window.get_by_label("Dissolve pool").click();
        window.run();
        assert_eq!(pools(&window)[3], Vec::<String>::new());
        let undone = window.state().editor().expect("an editor").undo_name();
        assert_eq!(undone, Some("edit-pool-dissolve"));
    }

    #[test]
    fn any_colour_is_chosen_by_its_code_or_by_sliders_with_names() {
        let (_desk, mut window) = window_in(UiLang::Es);
        choose(&mut window, "Explicar la solución al cliente");
        window.get_by_role_and_label(Role::DisclosureTriangle, "Colores").click();
        window.run();
        window.get_by_role_and_label(Role::Button, "Relleno: Cualquier color…").click();
        window.run();
        write(&mut window, "Código", "#3a7bd5");
        for slider in ["Tono", "Saturación", "Brillo"] {
            window.get_by_role_and_label(Role::Slider, slider);
        }
        window.key_press(Key::Escape);
        window.run();
        let editor = window.state().editor().expect("a chart");
        let step = editor.selection().only_step().expect("a step");
        let fill = editor.page().expect("a page").steps[step].style.fill.expect("a colour");
        assert_eq!(fill.to_string(), "#3A7BD5");
        assert_eq!(editor.undo_name(), Some("edit-style"));
    }
}
