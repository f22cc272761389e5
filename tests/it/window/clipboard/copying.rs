//! What is copied lies in the clipboard as steps, in words and as a picture, all at once.

#[cfg(test)]
mod tests {
    use std::{io::Cursor, sync::Arc};

    use eframe::egui::{ColorImage, Event, Key, Modifiers};
    use egui_kittest::kittest::Queryable as _;
    use laneway::edit::Selection;

    use crate::{
        run::Desk,
        window::{
            clipboard::fake::{FakeClipboard, copy, window_copying},
            support::on_file::{Window, page, step},
        },
    };

    fn window() -> (Desk, FakeClipboard, Window) {
        let (desk, clipboard) = (Desk::with_chart("x.ron"), FakeClipboard::default());
        let window = window_copying(&clipboard, vec![desk.path("x.ron")]);
        (desk, clipboard, window)
    }

    fn select(window: &mut Window, texts: &[&str]) {
        let ids: Vec<_> = texts.iter().map(|text| step(window, text).id.clone()).collect();
        window.state_mut().editor_mut().expect("an editor").select(Selection::steps(ids));
        window.run();
    }

    #[test]
    fn a_copy_is_steps_and_words_in_the_order_of_the_flow_and_a_picture_for_print() {
        let (_desk, clipboard, mut window) = window();
        select(&mut window, &["Enough information?", "Needs help"]);
        assert_eq!(copy(&mut window), None, "all kinds go in at once, and not one after the other");
        let offer = clipboard.offer();
        assert_eq!(offer.words.as_deref(), Some("Needs help\nEnough information?"));
        assert!(offer.steps.expect("steps").starts_with("(\n") && offer.has_picture);
        assert!(window.query_by_label_contains("Copied 2 steps").is_some());
        let png = clipboard.picture(&mut window);
        let reader = png::Decoder::new(Cursor::new(png)).read_info().expect("a PNG");
        let dims = reader.info().pixel_dims.expect("a resolution");
        assert_eq!((dims.xppu, dims.yppu, dims.unit), (11811, 11811, png::Unit::Meter), "300 dpi");
    }

    #[test]
    fn what_was_copied_is_pasted_as_steps_whatever_kind_comes_first() {
        let (_desk, clipboard, mut window) = window();
        select(&mut window, &["Needs help"]);
        copy(&mut window);
        let (words, count) = (clipboard.offer().words.expect("words"), page(&window).steps.len());
        window.event(Event::Paste(words));
        window.run();
        let pasted = step(&window, "Needs help").kind;
        assert_eq!(page(&window).steps.len(), count + 1);
        assert_eq!(page(&window).steps.values().filter(|step| step.kind == pasted).count(), 2);
        let picture = Arc::new(ColorImage::filled([4, 4], eframe::egui::Color32::RED));
        window.event(Event::PasteImage(Arc::clone(&picture)));
        window.run();
        assert_eq!(page(&window).steps.len(), count + 2);
        clipboard.forget();
        window.event(Event::PasteImage(picture));
        window.run();
        assert_eq!(page(&window).steps.len(), count + 2);
        assert!(window.query_by_label_contains("A picture cannot become steps").is_some());
    }

    #[test]
    fn one_text_keeps_its_lines_and_loses_its_markup() {
        let (_desk, clipboard, mut window) = window();
        select(&mut window, &["Needs help"]);
        window.key_press(Key::F2);
        window.run();
        window.event(Event::Text("Needs **more**".to_owned()));
        window.run();
        window.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
        window.run();
        window.event(Event::Text("help".to_owned()));
        window.run();
        window.key_press(Key::Enter);
        window.run();
        copy(&mut window);
        assert_eq!(clipboard.offer().words.as_deref(), Some("Needs more\nhelp"));
    }
}
