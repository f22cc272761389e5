//! What is pasted into texts, and what is no steps at all.

#[cfg(test)]
mod tests {
    use eframe::egui::{Event, Key, Modifiers};
    use egui_kittest::kittest::Queryable as _;
    use laneway::{edit::Selection, locale::UiLang};

    use crate::{
        run::Desk,
        window::{
            clipboard::fake::{FakeClipboard, copy, window_copying},
            support::on_file::{Window, page, step, window_on},
        },
    };

    fn select(window: &mut Window, texts: &[&str]) {
        let ids: Vec<_> = texts.iter().map(|text| step(window, text).id.clone()).collect();
        window.state_mut().editor_mut().expect("an editor").select(Selection::steps(ids));
        window.run();
    }

    /// Pastes `text` in the place of the text of the step that says `old`.
    fn paste_over(window: &mut Window, old: &str, text: &str) {
        select(window, &[old]);
        window.key_press(Key::F2);
        window.run();
        window.event(Event::Paste(text.to_owned()));
        window.run();
        window.key_press(Key::Enter);
        window.run();
    }

    #[test]
    fn a_text_pasted_into_a_label_keeps_its_lines_and_its_markup() {
        let desk = Desk::with_chart("x.ron");
        let mut window = window_on(desk.path("x.ron"), [1600.0, 1000.0], UiLang::En);
        let id = step(&window, "Needs help").id.clone();
        paste_over(&mut window, "Needs help", "Needs **quick**\r\nand *kind*\u{b}help\rnow");
        let lang = UiLang::En.into();
        let text = page(&window).steps[&id].text.exactly(&lang);
        assert_eq!(text, Some("Needs **quick**\nand *kind*\nhelp\nnow"));
    }

    #[test]
    fn steps_pasted_into_a_text_field_give_their_words() {
        // Where the clipboard holds one kind, the steps come as the text of a file.
        let desk = Desk::with_chart("x.ron");
        let mut window = window_on(desk.path("x.ron"), [1600.0, 1000.0], UiLang::En);
        let (count, id) = (page(&window).steps.len(), step(&window, "Needs help").id.clone());
        select(&mut window, &["Enough information?"]);
        let source = copy(&mut window).expect("a text");
        assert!(source.starts_with('('));
        paste_over(&mut window, "Needs help", &source);
        let lang = UiLang::En.into();
        assert_eq!(page(&window).steps[&id].text.exactly(&lang), Some("Enough information?"));
        assert_eq!(page(&window).steps.len(), count);
        window.key_press_modifiers(Modifiers::COMMAND, Key::F);
        window.run();
        window.event(Event::Paste(source));
        window.run();
        assert!(window.query_all_by_label_contains("format: ").next().is_none());
    }

    #[test]
    fn the_path_of_a_file_is_told_and_becomes_no_step() {
        let (desk, clipboard) = (Desk::with_chart("x.ron"), FakeClipboard::default());
        let mut window = window_copying(&clipboard, vec![desk.path("x.ron")]);
        let count = page(&window).steps.len();
        let path = desk.path("x.ron").to_string_lossy().into_owned();
        for pasted in [path.clone(), format!("file://{path}\r\n"), format!("{path}\n{path}")] {
            window.event(Event::Paste(pasted));
            window.run();
            assert_eq!(page(&window).steps.len(), count);
            assert!(window.query_by_label_contains("File > Open").is_some());
        }
        window.event(Event::Paste("/no/such/file".to_owned()));
        window.run();
        assert_eq!(page(&window).steps.len(), count + 1, "any other text is a step");
    }
}
