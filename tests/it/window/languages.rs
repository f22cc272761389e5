//! The languages of a chart: one comes, one goes, and the fields and warnings follow.

#[cfg(test)]
mod tests {
    use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
    use egui_kittest::kittest::{NodeT as _, Queryable as _};
    use laneway::locale::{Lang, UiLang};

    use crate::{
        run::Desk,
        window::support::{
            on_file::{Window, editor, window_on},
            wait::{wait_for, wait_for_button},
        },
    };

    const SIZE: [f32; 2] = [1800.0, 2600.0];

    fn window(lang: UiLang) -> (Desk, Window) {
        let desk = Desk::with_chart("x.ron");
        let window = window_on(desk.path("x.ron"), SIZE, lang);
        (desk, window)
    }

    fn press(window: &mut Window, button: &str) {
        window.get_by_role_and_label(Role::Button, button).click();
        window.run();
    }

    fn sees(window: &Window, label: &str) -> bool {
        window.query_all_by_label(label).next().is_some()
    }

    fn languages(window: &Window) -> Vec<Lang> {
        editor(window).document().languages()
    }

    #[test]
    fn a_chart_without_a_language_has_neither_its_fields_nor_its_switch_nor_its_warnings() {
        let (_desk, mut window) = window(UiLang::En);
        assert!(sees(&window, "Page title (Spanish)"));
        press(&mut window, "Remove language…");
        let count =
            editor(&window).document().texts().filter(|text| text.exactly(&UiLang::Es.into()).is_some());
        let told = format!("•  Spanish: {} texts are removed", count.count());
        window.get_by_label(&told);
        press(&mut window, "Remove Spanish");
        assert_eq!(languages(&window), [UiLang::En.into()]);
        assert!(
            sees(&window, "Page title")
                && !sees(&window, "Page title (Spanish)")
                && !sees(&window, "Page title (English)")
        );
        assert!(!sees(&window, "Chart: English"), "one language is nothing to switch");
        wait_for_button(&mut window, "No problems");
        assert_eq!(editor(&window).undo_name(), Some("edit-language-remove"));
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.run();
        assert_eq!(languages(&window), [UiLang::En.into(), UiLang::Es.into()]);
        assert!(sees(&window, "Page title (Spanish)"));
    }

    #[test]
    fn the_language_in_which_a_chart_is_read_can_go() {
        let (_desk, mut window) = window(UiLang::En);
        press(&mut window, "Remove language…");
        press(&mut window, "Remove English");
        let document = editor(&window).document();
        assert_eq!((document.languages(), &document.language), (vec![UiLang::Es.into()], &UiLang::Es.into()));
        // Steps are read in the language that is left.
        assert!(!sees(&window, "Enough information?"));
        assert!(sees(&window, "¿Información suficiente?"));
    }

    #[test]
    fn a_language_is_added_by_the_search_and_asks_for_translations() {
        let (_desk, mut window) = window(UiLang::Es);
        press(&mut window, "Quitar idioma…");
        press(&mut window, "Quitar inglés");
        assert_eq!(languages(&window), [UiLang::Es.into()]);
        window.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::P);
        window.run();
        window.event(Event::Text("Añadir idioma".to_owned()));
        window.run();
        window.key_press(Key::Enter);
        window.run();
        press(&mut window, "Añadir inglés");
        assert_eq!(languages(&window), [UiLang::Es.into(), UiLang::En.into()]);
        assert!(sees(&window, "Título de la página (inglés)"));
        let count = wait_for(&mut window, "problems", |window| {
            let mut said = window.query_all_by_label_contains(" problemas");
            said.find_map(|node| node.accesskit_node().label()?.split(' ').next()?.parse::<usize>().ok())
        });
        assert!(count > 30, "{count}");
    }

    #[test]
    fn a_translation_falls_behind_until_it_is_written_anew_or_said_to_be_right() {
        let (_desk, mut window) = window(UiLang::En);
        let write = |window: &mut Window, field: &str, text: &str| {
            window.get_by_role_and_label(Role::MultilineTextInput, field).focus();
            window.run();
            window.key_press_modifiers(Modifiers::COMMAND, Key::A);
            window.event(Event::Text(text.to_owned()));
            window.run();
            window.key_press(Key::Enter);
            window.run();
        };
        let outdated = "Page title (Spanish) – may be outdated";
        write(&mut window, "Page title (English)", "How we answer");
        write(&mut window, "Page title (Spanish)", "Cómo contestamos");
        assert!(!sees(&window, outdated), "a translation that was not there is none of something else");
        write(&mut window, "Page title (English)", "How we answer people");
        assert!(sees(&window, outdated));
        wait_for_button(&mut window, "1 problem");
        press(&mut window, "Still right");
        assert!(!sees(&window, outdated));
        assert_eq!(editor(&window).undo_name(), Some("edit-translation-confirm"));
        wait_for_button(&mut window, "No problems");
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.run();
        write(&mut window, "Page title (Spanish)", "Cómo respondemos");
        assert!(!sees(&window, outdated) && !sees(&window, "Page title (English) – may be outdated"));
    }

    #[test]
    fn the_last_language_stays() {
        let (_desk, mut window) = window(UiLang::En);
        press(&mut window, "Remove language…");
        press(&mut window, "Remove Spanish");
        press(&mut window, "Remove language…");
        assert!(!sees(&window, "Remove a language"), "there is nothing to be asked");
        assert_eq!(languages(&window), [UiLang::En.into()]);
    }
}
