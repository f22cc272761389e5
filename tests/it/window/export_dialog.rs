//! The export dialog: the preview is of what is written.

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use eframe::egui::{Key, Modifiers, OutputCommand, accesskit::Role};
    use egui_kittest::{
        Harness,
        kittest::{NodeT as _, Queryable as _},
    };
    use laneway::{
        app::{Bundled, Laneway, ScriptedDialogs},
        locale::UiLang,
    };

    use crate::{
        run::Desk,
        window::support::wait::{wait_for, wait_for_words},
    };

    /// A window that shows the blank template and the export dialog.
    fn dialog(size: [f32; 2], lang: UiLang, save: Option<PathBuf>) -> Harness<'static, Laneway> {
        let dialogs = ScriptedDialogs { save, ..ScriptedDialogs::default() };
        let mut window =
            Harness::builder().with_size(size).with_max_steps(60).with_step_dt(0.05).build_eframe(
                |creation| {
                    Laneway::new(&creation.egui_ctx, Box::new(Bundled), Box::new(dialogs)).speaking(lang)
                },
            );
        window.run();
        window.key_press_modifiers(Modifiers::COMMAND, Key::N);
        window.run();
        open(&mut window);
        window
    }

    fn open(window: &mut Harness<'static, Laneway>) {
        window.key_press_modifiers(Modifiers::COMMAND, Key::E);
        step(window);
    }

    /// A few frames; the preview comes later.
    fn step(window: &mut Harness<'static, Laneway>) {
        for _ in 0..8 {
            window.step();
        }
    }

    fn choose(window: &mut Harness<'static, Laneway>, field: &str, option: &str) {
        window.get_by_label_contains(&format!("{field}: ")).click();
        step(window);
        window.get_by_role_and_label(Role::Button, option).click();
        step(window);
    }

    /// Writes `text` in the place of what stands in the field `name`.
    fn write(window: &mut Harness<'static, Laneway>, name: &str, text: &str) {
        window.get_by_label(name).focus();
        step(window);
        window.key_press_modifiers(Modifiers::COMMAND, Key::A);
        window.get_by_label(name).type_text(text);
        step(window);
    }

    const PNG: &str = "PNG (raster picture)";

    #[test]
    fn the_preview_says_how_large_the_file_will_be() {
        let desk = Desk::new();
        let file = desk.path("blank.png");
        let mut window = dialog([1280.0, 800.0], UiLang::En, Some(file.clone()));
        wait_for_words(&mut window, " mm · ");
        choose(&mut window, "Format", PNG);
        write(&mut window, "Scale factor", "0.5");
        wait_for_words(&mut window, " px · ");
        let shown = window.get_by_role(Role::Image).accesskit_node().label().expect("a name");
        let buttons: Vec<_> = window.get_all_by_label("Export…").collect();
        buttons.last().expect("the dialog's button").click();
        wait_for_words(&mut window, "Exported to this file");
        let png = desk.get("blank.png");
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
        let pixels = format!("Preview: {} × {} px", side(16), side(20));
        assert!(shown.starts_with(&pixels), "{shown} is not of {pixels}");
        let kilobytes = format!("{:.0} KB", png.len() as f64 / 1e3);
        assert!(shown.ends_with(&kilobytes), "{shown} is not {kilobytes}");
    }

    #[test]
    fn a_picture_replaces_what_somebody_made_only_when_a_person_says_so() {
        let desk = Desk::new();
        let theirs = desk.put("blank.svg", b"somebody's picture");
        let mut window = dialog([1280.0, 800.0], UiLang::En, Some(desk.path("blank")));
        for answer in ["Cancel", "Replace"] {
            window.get_all_by_label("Export…").last().expect("the dialog's button").click();
            wait_for_words(&mut window, "Replace what is there?");
            assert_eq!(desk.get("blank.svg"), b"somebody's picture");
            window.get_by_role_and_label(Role::Button, answer).click();
            step(&mut window);
            assert!(window.query_by_label_contains("Format: ").is_some(), "the dialog is there still");
        }
        wait_for(&mut window, "the picture", |_| {
            std::fs::read(&theirs).is_ok_and(|bytes| bytes.starts_with(b"<?xml")).then_some(())
        });
    }

    #[test]
    fn the_last_of_several_sizes_wins() {
        let mut window = dialog([1280.0, 800.0], UiLang::En, None);
        choose(&mut window, "Format", PNG);
        choose(&mut window, "Size", "Width in pixels");
        for width in ["400", "300", "200"] {
            write(&mut window, "Width in pixels", width);
        }
        wait_for_words(&mut window, "200 × ");
        step(&mut window);
        let shown = window.get_by_role(Role::Image).accesskit_node().label().expect("a name");
        assert!(shown.starts_with("Preview: 200 × "), "{shown}");
    }

    #[test]
    fn too_large_a_picture_is_refused_in_words() {
        let mut window = dialog([1280.0, 800.0], UiLang::Es, None);
        choose(&mut window, "Formato", "PNG (imagen de píxeles)");
        write(&mut window, "Factor de escala", "400");
        wait_for_words(&mut window, "Esto no se puede exportar: ");
        step(&mut window);
        let copy = window.get_by_role_and_label(Role::Button, "Copiar imagen");
        assert!(copy.accesskit_node().is_disabled());
    }

    #[test]
    fn json_is_shown_as_text() {
        let mut window = dialog([1280.0, 800.0], UiLang::En, None);
        choose(&mut window, "Format", "JSON (data for other programs)");
        wait_for_words(&mut window, "\"lanes\"");
        assert!(window.query_by_label("Copy picture").is_none());
    }

    #[test]
    fn the_picture_goes_into_the_clipboard() {
        let mut window = dialog([1280.0, 800.0], UiLang::En, None);
        choose(&mut window, "Format", PNG);
        write(&mut window, "Scale factor", "0.25");
        wait_for_words(&mut window, " px · ");
        window.get_by_role_and_label(Role::Button, "Copy picture").click();
        let [width, height] = wait_for(&mut window, "a picture", |window| {
            window.output().platform_output.commands.iter().find_map(|command| match command {
                OutputCommand::CopyImage(image) => Some(image.size),
                _ => None,
            })
        });
        let shown = window.get_by_role(Role::Image).accesskit_node().label().expect("a name");
        assert!(shown.contains(&format!(" {width} × {height} px")), "{shown}");
        wait_for_words(&mut window, "The picture is in the clipboard");
    }

    #[test]
    fn the_choices_are_there_again() {
        let mut window = dialog([1280.0, 800.0], UiLang::En, None);
        choose(&mut window, "Format", PNG);
        write(&mut window, "Scale factor", "0.75");
        window.get_by_role_and_label(Role::Button, "Close").click();
        step(&mut window);
        assert!(window.query_by_label("Export the chart").is_none());
        open(&mut window);
        window.get_by_label(&format!("Format: {PNG}"));
        wait_for_words(&mut window, " px · ");
    }

    #[test]
    fn everything_is_inside_of_small_windows() {
        for (size, lang) in
            [([800.0, 560.0], UiLang::En), ([800.0, 560.0], UiLang::Es), ([533.0, 373.0], UiLang::Es)]
        {
            let mut window = dialog(size, lang, None);
            wait_for_words(&mut window, " mm · ");
            let [copy, close] = match lang {
                UiLang::En | UiLang::Pseudo => ["Copy picture", "Close"],
                UiLang::Es => ["Copiar imagen", "Cerrar"],
            };
            for rect in [
                window.get_by_role_and_label(Role::Button, copy).rect(),
                window.get_by_role_and_label(Role::Button, close).rect(),
                window
                    .get_by(|node| {
                        node.role() == Role::Image && node.label().is_some_and(|said| said.contains(" mm · "))
                    })
                    .rect(),
            ] {
                let is_inside =
                    rect.min.x >= 0.0 && rect.min.y >= 0.0 && rect.max.x <= size[0] && rect.max.y <= size[1];
                assert!(is_inside, "{size:?} {lang:?}: {rect:?}");
            }
        }
    }
}
