//! A selection, a lane or the page is copied as a picture and nothing else.

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use eframe::egui::{Event, Key, Modifiers, OutputCommand, accesskit::Role};
    use egui_kittest::kittest::{NodeT as _, Queryable as _};
    use laneway::{app::ClipboardOffer, edit::Selection, locale::UiLang};

    use crate::{
        run::Desk,
        window::{
            clipboard::fake::{FakeClipboard, window_copying},
            support::{
                on_file::{Window, step, window_on},
                wait::{wait_for, wait_for_words},
            },
        },
    };

    /// Chooses the first command that the search finds.
    fn search(window: &mut Window, words: &str) {
        window.key_press_modifiers(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::P);
        window.run();
        window.event(Event::Text(words.to_owned()));
        window.run();
        window.key_press(Key::Enter);
        window.step();
    }

    fn select(window: &mut Window, text: &str) {
        let id = step(window, text).id.clone();
        window.state_mut().editor_mut().expect("an editor").select(Selection::step(id));
        window.run();
    }

    fn size(png: Vec<u8>) -> (u32, u32) {
        let reader = png::Decoder::new(Cursor::new(png)).read_info().expect("a PNG");
        assert_eq!(reader.info().pixel_dims.expect("a resolution").xppu, 11811, "300 dpi");
        (reader.info().width, reader.info().height)
    }

    #[test]
    fn selection_lane_and_page_are_pictures_of_their_size() {
        let (desk, clipboard) = (Desk::with_chart("x.ron"), FakeClipboard::default());
        let mut window = window_copying(&clipboard, vec![desk.path("x.ron")]);
        let mut picture_of = |command: &str| {
            clipboard.forget();
            select(&mut window, "Needs help");
            search(&mut window, command);
            let png = clipboard.picture(&mut window);
            assert_eq!(clipboard.offer(), ClipboardOffer { has_picture: true, ..ClipboardOffer::default() });
            size(png)
        };
        let [selection, lane, page] =
            ["copy selection as picture", "copy lane as picture", "copy page as picture"]
                .map(&mut picture_of);
        wait_for_words(&mut window, "The picture is in the clipboard");
        // In a narrow picture the legend takes several rows.
        assert!(selection.0 < lane.0 && selection.1 < page.1, "{selection:?} {lane:?} {page:?}");
        assert!(lane.0 <= page.0 && lane.1 < page.1, "{lane:?} {page:?}");
    }

    #[test]
    fn where_one_kind_is_held_the_pixels_go_in_by_the_menu() {
        let desk = Desk::with_chart("x.ron");
        let mut window = window_on(desk.path("x.ron"), [1600.0, 1000.0], UiLang::Es);
        window.get_by_label("Editar").click();
        window.run();
        window.get_by_label_contains("Copiar como imagen").click();
        window.run();
        assert!(window.get_by_label("Copiar el carril como imagen").accesskit_node().is_disabled());
        window.get_by_label("Copiar la página como imagen").click();
        let [width, height] = wait_for(&mut window, "a picture", |window| {
            window.output().platform_output.commands.iter().find_map(|command| match command {
                OutputCommand::CopyImage(image) => Some(image.size),
                _ => None,
            })
        });
        assert!(width > 1000 && height > 300, "{width} × {height}");
        wait_for(&mut window, "what was done", |window| {
            window.query_by_label_contains("La imagen está en el portapapeles").map(drop)
        });
        assert!(window.query_by_role(Role::Alert).is_none());
    }
}
