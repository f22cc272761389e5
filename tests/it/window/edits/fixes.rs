//! A fix that is a guess asks which step is meant, and shows what it would do before it is done.

#[cfg(test)]
mod tests {
    use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
    use egui_kittest::kittest::Queryable as _;
    use laneway::{
        edit::{Command, Selection},
        locale::UiLang,
        model::{ConnectorId, StepId},
    };

    use crate::{
        run::Desk,
        window::support::{
            on_file::{Window, editor, page, step, window_on},
            wait::wait_for_words,
        },
    };

    const CUT: &str = "Needs help";

    /// A window on the template, in which nothing follows the first step, which is selected.
    fn window() -> (Desk, Window, StepId) {
        let desk = Desk::with_chart("x.ron");
        let mut window = window_on(desk.path("x.ron"), [1600.0, 1000.0], UiLang::En);
        let from = step(&window, CUT).id.clone();
        let ways: Vec<ConnectorId> =
            page(&window).connectors.leaving(&from).map(|connector| connector.id.clone()).collect();
        let what = Selection { connectors: ways.into_iter().collect(), ..Selection::default() };
        let editor = window.state_mut().editor_mut().expect("an editor");
        editor.run(&Command::Delete { what, heal: false }).expect("it goes");
        editor.select(Selection::step(from.clone()));
        window.run();
        (desk, window, from)
    }

    fn followers(window: &Window, from: &StepId) -> Vec<StepId> {
        page(window).connectors.leaving(from).filter_map(|line| line.to.step().cloned()).collect()
    }

    fn press(window: &mut Window, key: Key) {
        window.key_press(key);
        window.run();
    }

    #[test]
    fn the_card_of_a_dead_end_asks_which_step_follows_and_shows_it_first() {
        let (_desk, mut window, from) = window();
        let before = page(&window).clone();
        wait_for_words(&mut window, "Connect with…");
        window.run();
        window.get_all_by_role_and_label(Role::Button, "Connect with…").next().expect("a fix").click();
        window.run();
        let first = followers(&window, &from);
        assert_eq!(first.len(), 1, "the likeliest is shown");
        press(&mut window, Key::ArrowDown);
        let second = followers(&window, &from);
        assert!(second.len() == 1 && second != first, "so is the one that is chosen");
        press(&mut window, Key::Escape);
        assert_eq!(*page(&window), before, "nothing was done");

        window.get_all_by_role_and_label(Role::Button, "Connect with…").next().expect("a fix").click();
        window.run();
        press(&mut window, Key::ArrowDown);
        window.get_by_role_and_label(Role::Button, "Do this").click();
        window.run();
        assert_eq!(followers(&window, &from), second);
        assert_eq!(editor(&window).undo_name(), Some("edit-connect"));
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.run();
        assert_eq!(*page(&window), before);
    }

    #[test]
    fn the_same_is_asked_from_the_search_by_keys_alone() {
        let (_desk, mut window, from) = window();
        window.key_press_modifiers(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::P);
        window.run();
        window.event(Event::Text("Connect with".to_owned()));
        window.run();
        press(&mut window, Key::Enter);
        window.get_by_role_and_label(Role::Button, "Do this");
        press(&mut window, Key::Enter);
        assert_eq!(followers(&window, &from).len(), 1);
        assert!(!editor(&window).is_in_gesture());
    }
}
