//! Words that are typed faster than frames are drawn: each test gives a frame more than one event.

#[cfg(test)]
mod tests {
    use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, accesskit::Role};
    use egui_kittest::kittest::{NodeT as _, Queryable as _};
    use laneway::locale::UiLang;

    use crate::{
        run::Desk,
        window::support::on_file::{Window, editor, page, step, window_on},
    };

    fn window() -> (Desk, Window) {
        let desk = Desk::with_chart("x.ron");
        let window = window_on(desk.path("x.ron"), [2400.0, 2400.0], UiLang::En);
        (desk, window)
    }

    fn key_with(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    fn key(key: Key) -> Event {
        key_with(key, Modifiers::NONE)
    }

    fn text(text: &str) -> Event {
        Event::Text(text.to_owned())
    }

    fn click(pos: Pos2) -> [Event; 3] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        let turned = |pressed| Event::PointerButton { pos, button, pressed, modifiers };
        [Event::PointerMoved(pos), turned(true), turned(false)]
    }

    /// Gives one frame all of `events`.
    fn at_once(window: &mut Window, events: impl IntoIterator<Item = Event>) {
        window.input_mut().events.extend(events);
        window.run();
    }

    fn center(window: &Window, role: Role, name: &str) -> Pos2 {
        window.get_by_role_and_label(role, name).rect().center()
    }

    fn undo(window: &mut Window) {
        at_once(window, [key_with(Key::Z, Modifiers::COMMAND)]);
    }

    #[test]
    fn a_step_is_opened_written_and_ended_in_one_frame() {
        let (_desk, mut window) = window();
        let at = center(&window, Role::Button, "Needs help");
        let mut events = Vec::from(click(at));
        events.extend(click(at));
        events.extend([text("Customer starts a chat"), text(" 2 with us"), key(Key::Enter)]);
        at_once(&mut window, events);
        step(&window, "Customer starts a chat 2 with us");
        assert!(!editor(&window).is_in_gesture());
    }

    #[test]
    fn a_click_elsewhere_and_a_command_come_after_the_letters_before_them() {
        let (desk, mut window) = window();
        let at = center(&window, Role::Button, "Needs help");
        at_once(&mut window, click(at).into_iter().chain([text("Ca")]));
        let other = center(&window, Role::Button, "Look for a solution");
        at_once(&mut window, [text("lls us")].into_iter().chain(click(other)));
        step(&window, "Calls us");
        at_once(&mut window, [text("Sear"), text("ch"), key_with(Key::S, Modifiers::COMMAND)]);
        step(&window, "Search");
        let saved = std::fs::read_to_string(desk.path("x.ron")).expect("the file");
        assert!(saved.contains("\"Search\""), "all letters were saved");
    }

    #[test]
    fn tab_gives_the_next_word_to_the_next_step() {
        let (_desk, mut window) = window();
        let at = center(&window, Role::Button, "Needs help");
        let next = {
            let flow = editor(&window).flow().expect("a flow");
            flow.order(page(&window))[1].id.clone()
        };
        let words = [text("One"), key(Key::Tab), text("Two"), key(Key::Enter)];
        at_once(&mut window, click(at).into_iter().chain(words));
        step(&window, "One");
        assert_eq!(step(&window, "Two").id, next);
    }

    #[test]
    fn every_word_that_is_typed_on_a_selected_step_is_kept_with_its_spaces() {
        let (_desk, mut window) = window();
        let at = center(&window, Role::Button, "Needs help");
        let letters = "one two".chars().map(|c| text(&c.to_string()));
        at_once(&mut window, click(at).into_iter().chain(letters).chain([key(Key::Enter)]));
        step(&window, "one two");
    }

    #[test]
    fn letters_that_come_while_a_list_opens_are_searched_for() {
        let (_desk, mut window) = window();
        at_once(&mut window, [key(Key::F10)]);
        let (from, to) = (step(&window, "Needs help").id.clone(), step(&window, "Request closed").id.clone());
        let at = center(&window, Role::Cell, "Next steps 1");
        at_once(&mut window, click(at));
        // A frame for each part: the list is drawn for the first time when the second one comes.
        for part in ["Re", "quest", " clo"] {
            window.input_mut().events.push(text(part));
            window.step();
        }
        at_once(&mut window, [key(Key::Enter)]);
        let ways = page(&window).connectors.values().filter(|way| way.from.step() == Some(&from));
        assert!(ways.filter_map(|way| way.to.step()).any(|step| *step == to));
    }

    #[test]
    fn escape_keeps_what_was_written_and_a_second_one_leaves_the_step() {
        let (_desk, mut window) = window();
        let at = center(&window, Role::Button, "Needs help");
        at_once(&mut window, click(at).into_iter().chain([text("Calls us"), key(Key::Escape)]));
        step(&window, "Calls us");
        assert_eq!(editor(&window).undo_name(), Some("edit-text"));
        assert!(editor(&window).selection().only_step().is_some());
        at_once(&mut window, [key(Key::Escape)]);
        assert!(editor(&window).selection().is_empty());
        undo(&mut window);
        step(&window, "Needs help");
    }

    #[test]
    fn a_field_of_the_properties_has_its_whole_text_when_the_next_one_is_reached() {
        let (_desk, mut window) = window();
        let at = center(&window, Role::Button, "Needs help");
        at_once(&mut window, click(at));
        window.get_by_label("Other properties").click();
        window.run();
        window.get_by_role_and_label(Role::TextInput, "Name").focus();
        window.run();
        at_once(
            &mut window,
            [text("co"), text("st"), key(Key::Tab), text("12"), text(".50"), key(Key::Enter)],
        );
        let value = &step(&window, "Needs help").properties;
        assert_eq!(value.get("cost").map(String::as_str), Some("12.50"));
    }

    #[test]
    fn the_table_is_written_row_by_row_in_one_frame() {
        let (_desk, mut window) = window();
        at_once(&mut window, [key(Key::F10)]);
        let at = center(&window, Role::Cell, "Text (English) 2");
        let words = [text("A"), text("sk"), key(Key::Enter), text("Wait"), key(Key::Enter)];
        at_once(&mut window, click(at).into_iter().chain(words));
        let says = |window: &Window, name: &str| {
            window.get_by_role_and_label(Role::Cell, name).accesskit_node().value().unwrap_or_default()
        };
        assert_eq!(says(&window, "Text (English) 2"), "Ask");
        assert_eq!(says(&window, "Text (English) 3"), "Wait");
    }

    #[test]
    fn a_following_step_is_found_by_all_its_letters() {
        let (_desk, mut window) = window();
        at_once(&mut window, [key(Key::F10)]);
        let from = step(&window, "Needs help").id.clone();
        let to = step(&window, "Request closed").id.clone();
        let at = center(&window, Role::Cell, "Next steps 1");
        let words = [text("R"), text("equest clo"), key(Key::Enter)];
        at_once(&mut window, click(at).into_iter().chain(words));
        let ways = page(&window).connectors.values().filter(|way| way.from.step() == Some(&from));
        assert!(ways.filter_map(|way| way.to.step()).any(|step| *step == to));
    }

    #[test]
    fn what_cannot_be_taken_in_a_cell_is_said_when_it_is_left() {
        let (_desk, mut window) = window();
        at_once(&mut window, [key(Key::F10)]);
        let at = center(&window, Role::Cell, "Handling time 2");
        let other = center(&window, Role::Cell, "Kind 3");
        at_once(&mut window, click(at).into_iter().chain([text("soon")]).chain(click(other)));
        window.get_by_role_and_label(
            Role::Status,
            "“soon” was not taken: Write a time such as 2 min, 1 h 30, 45 s or 3 d",
        );
    }

    #[test]
    fn a_new_lane_a_new_phase_and_a_new_page_wait_for_their_titles() {
        let (_desk, mut window) = window();
        for (command, title) in
            [("Lane before", "Partners"), ("Phase after", "Afterwards"), ("Page", "Refunds")]
        {
            window.get_by_label("Insert").click();
            window.run();
            let at = center(&window, Role::Button, command);
            at_once(&mut window, click(at).into_iter().chain([text(title), key(Key::Enter)]));
            let page = page(&window);
            let lanes = page.lanes.iter().map(|lane| &lane.title);
            let phases = page.phases.iter().map(|phase| &phase.title);
            let mut titles = lanes.chain(phases).chain([&page.title]);
            assert!(titles.any(|text| text.exactly(&UiLang::En.into()) == Some(title)), "{command}");
        }
    }

    #[test]
    fn a_page_that_is_added_beside_the_tabs_or_by_the_search_waits_for_its_title() {
        let (_desk, mut window) = window();
        let is_titled = |window: &Window, title: &str| {
            let pages = &editor(window).document().pages;
            pages.iter().any(|page| page.title.exactly(&UiLang::En.into()) == Some(title))
        };
        let at = center(&window, Role::Button, "Add page");
        at_once(&mut window, click(at).into_iter().chain([text("Refunds"), key(Key::Enter)]));
        assert!(is_titled(&window, "Refunds"));
        at_once(&mut window, [key_with(Key::P, Modifiers::COMMAND | Modifiers::SHIFT), text("page insert")]);
        let at = center(&window, Role::ListBoxOption, "Page, Insert");
        at_once(&mut window, click(at).into_iter().chain([text("Returns"), key(Key::Enter)]));
        assert!(is_titled(&window, "Returns"));
    }

    #[test]
    fn a_page_is_renamed_in_one_frame() {
        let (_desk, mut window) = window();
        let page_id = page(&window).id.clone();
        let tab = window.get_all_by_role(Role::Tab).last().expect("the page's tab").rect().center();
        let mut events = Vec::from(click(tab));
        events.extend(click(tab));
        events.extend([text("Ev"), text("erything"), key(Key::Enter)]);
        at_once(&mut window, events);
        let document = editor(&window).document();
        let page = document.page(&page_id).expect("the page");
        assert_eq!(page.title.get(&UiLang::En.into(), &document.language), "Everything");
    }
}
