//! Words in all texts of a chart, found and replaced in the window.

#[cfg(test)]
mod tests {
    use eframe::egui::{Key, Modifiers, accesskit::Role};
    use egui_kittest::kittest::{NodeT as _, Queryable as _};
    use laneway::locale::UiLang;

    use crate::{
        run::Desk,
        window::support::{
            on_file::{Window, editor, step, window_on},
            wait::wait_for_words,
        },
    };

    const FIND: &str = "Find in all texts";

    fn window() -> (Desk, Window) {
        let desk = Desk::with_chart("x.ron");
        let window = window_on(desk.path("x.ron"), [1280.0, 800.0], UiLang::En);
        (desk, window)
    }

    fn find(window: &mut Window, words: &str) {
        window.key_press_modifiers(Modifiers::COMMAND, Key::F);
        window.run();
        window.get_by_role_and_label(Role::TextInput, FIND).type_text(words);
        window.run();
    }

    /// Whether a text in the window is meant.
    fn says(window: &Window, is_meant: impl Fn(&str) -> bool) -> bool {
        let is_said = |text: Option<String>| text.is_some_and(|text| is_meant(&text));
        window.query_all_by(|node| is_said(node.label()) || is_said(node.value())).next().is_some()
    }

    /// The text of the only step that is selected.
    fn selected(window: &Window) -> String {
        let step = editor(window).selection().only_step().expect("a step");
        let text = &editor(window).page().expect("a page").steps[step].text;
        text.exactly(&UiLang::En.into()).unwrap_or_default().to_owned()
    }

    #[test]
    fn hits_are_counted_and_gone_through_by_enter_and_by_f3() {
        let (_desk, mut window) = window();
        find(&mut window, "solution");
        window.run();
        assert!(says(&window, |text| text.contains(" of ")), "a hit is shown at once");
        let mut seen = Vec::new();
        for _ in 0..4 {
            window.key_press(Key::Enter);
            window.run();
            seen.push(editor(&window).selection().clone());
        }
        assert!(window.get_by_role_and_label(Role::TextInput, FIND).is_focused());
        window.key_press(Key::F3);
        window.run();
        window.key_press_modifiers(Modifiers::SHIFT, Key::F3);
        window.run();
        assert_eq!(Some(editor(&window).selection()), seen.last());
        window.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
        window.run();
        assert_eq!(Some(editor(&window).selection()), seen.get(2));
    }

    #[test]
    fn what_was_found_is_selected_without_moving_the_view_and_edited_by_f2() {
        let (_desk, mut window) = window();
        let place = |window: &Window| window.get_by_role_and_label(Role::Button, "Needs help").rect();
        find(&mut window, "x");
        let before = place(&window);
        window.key_press(Key::Escape);
        find(&mut window, "needs help");
        assert_eq!(selected(&window), "Needs help");
        assert_eq!(place(&window), before);
        window.key_press(Key::F2);
        window.run();
        window.run();
        window.get_by_role_and_label(Role::MultilineTextInput, "Text on the chart");
    }

    #[test]
    fn escape_closes_the_bar_and_leaves_the_selection_to_the_canvas() {
        let (_desk, mut window) = window();
        find(&mut window, "needs help");
        window.key_press(Key::Escape);
        window.run();
        assert!(window.query_by_role_and_label(Role::TextInput, FIND).is_none());
        assert_eq!(selected(&window), "Needs help");
        window.key_press(Key::Delete);
        window.run();
        assert!(editor(&window).selection().is_empty());
    }

    #[test]
    fn texts_in_the_other_language_and_details_are_found() {
        let (_desk, mut window) = window();
        find(&mut window, "solucion");
        assert!(says(&window, |text| text.contains("(Spanish): ")));
    }

    #[test]
    fn what_is_replaced_is_shown_before_and_taken_back_at_once() {
        let (_desk, mut window) = window();
        let before = editor(&window).document().clone();
        window.key_press_modifiers(Modifiers::COMMAND, Key::H);
        window.run();
        window.get_by_role_and_label(Role::TextInput, FIND).type_text("needs help");
        window.run();
        window.get_by_role_and_label(Role::TextInput, "Replace by").focus();
        window.run();
        window.get_by_role_and_label(Role::TextInput, "Replace by").type_text("Wants help");
        window.run();
        window.get_by(|node| {
            node.role() == Role::CheckBox
                && node.label().is_some_and(|label| label.contains("Step “Needs help”"))
        });
        window.get_by_label("Replace in 1 place").click();
        window.run();
        wait_for_words(&mut window, "Replaced in 1 place");
        step(&window, "Wants help");
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.run();
        assert_eq!(*editor(&window).document(), before);
    }

    #[test]
    fn words_are_looked_for_in_one_language_where_that_is_chosen() {
        let (_desk, mut window) = window();
        find(&mut window, "cliente");
        let is_found = |window: &Window| {
            says(window, |said| said.split_once(" of ").is_some_and(|(nth, _)| nth.parse::<usize>().is_ok()))
        };
        assert!(is_found(&window));
        window.get_by_label_contains("All languages").click();
        window.run();
        window.get_all_by_label("English").last().expect("a choice").click();
        window.run();
        assert!(!is_found(&window), "that is Spanish");
    }

    #[test]
    fn what_is_not_ticked_stays() {
        let (_desk, mut window) = window();
        let before = editor(&window).document().clone();
        window.key_press_modifiers(Modifiers::COMMAND, Key::H);
        window.run();
        window.get_by_role_and_label(Role::TextInput, FIND).type_text("customer");
        window.run();
        window.get_by_role_and_label(Role::CheckBox, "All of them").click();
        window.run();
        assert!(window.get_by_role_and_label(Role::Button, "Remove").accesskit_node().is_disabled());
        window.key_press(Key::Escape);
        window.run();
        assert_eq!(*editor(&window).document(), before);
    }
}
