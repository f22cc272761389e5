//! Names of files that are no text, or that a screen would obey, in the window.

#[cfg(test)]
mod tests {
    use std::{
        ffi::OsStr,
        os::unix::ffi::OsStrExt as _,
        path::{Path, PathBuf},
    };

    use eframe::egui::{Key, Modifiers, accesskit::Role};
    use egui_kittest::{
        Harness,
        kittest::{NodeT as _, Queryable as _},
    };
    use laneway::{
        app::{Bundled, Folders, Home as _, Laneway, ScriptedDialogs},
        locale::UiLang,
        persist::{self, StateFolder},
        template,
    };

    use crate::window::support::wait::{wait_for, wait_for_words};

    const NAME: &[u8] = b"caf\xe9\n\x1b\xe2\x80\xae.ron";
    const SAID: &str = r"caf\xE9\n\u{1b}\u{202e}.ron";

    type Window = Harness<'static, Laneway>;

    fn window(place: &Path) -> Window {
        let home = Folders::new(&place.join("config"), &place.join("data"));
        let state = StateFolder::at(&place.join("state"));
        let builder = Harness::builder().with_size([1280.0, 800.0]).with_max_steps(60).with_step_dt(0.05);
        let mut window = builder.build_eframe(move |creation| {
            let ctx = &creation.egui_ctx;
            let dialogs = ScriptedDialogs { are_missing: true, ..ScriptedDialogs::default() };
            let app = Laneway::new(ctx, Box::new(Bundled), Box::new(dialogs)).speaking(UiLang::En);
            app.at_home(ctx, Box::new(home)).keeping_work_in(state)
        });
        window.run();
        window
    }

    fn chart_in(place: &Path) -> PathBuf {
        let path = place.join(OsStr::from_bytes(NAME));
        let template = template::find("inbound-call").expect("a template");
        persist::atomic::write(&path, template.source.as_bytes()).expect("written");
        path
    }

    fn press(window: &mut Window, key: Key) {
        window.key_press_modifiers(Modifiers::COMMAND, key);
        window.run();
    }

    /// Nothing that a screen reader hears or a screen shows may obey a name.
    fn assert_is_plain(window: &Window) {
        for node in window.query_all_by_label_contains("") {
            let label = node.accesskit_node().label().unwrap_or_default();
            assert!(!label.contains(['\u{1b}', '\u{202e}', '\u{fffd}']), "{label:?}");
        }
    }

    #[test]
    fn a_chart_of_any_name_is_opened_saved_exported_and_found_again() {
        let place = tempfile::tempdir().expect("a folder");
        let path = chart_in(place.path());
        let mut window = window(place.path());
        window.state_mut().open_files(vec![path.clone()]);
        window.run();
        window.get_by_role_and_label(Role::Tab, SAID);
        assert_is_plain(&window);
        for key in [Key::A, Key::D] {
            press(&mut window, key);
        }
        let before = persist::read(&path).expect("a file");
        press(&mut window, Key::S);
        let saved = path.clone();
        wait_for(&mut window, "the save", move |_| {
            (persist::read(&saved).expect("a file") != before).then_some(())
        });
        wait_for_words(&mut window, SAID);
        assert_is_plain(&window);
        // The path that is suggested is that of the file, though its name cannot be typed.
        window.key_press_modifiers(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::S);
        window.run();
        window.key_press(Key::Enter);
        window.run();
        assert!(window.query_by_label_contains("Overwrite").is_none(), "it is its own file");
        let only = std::fs::read_dir(place.path()).expect("a folder").flatten();
        let charts = only.filter(|entry| entry.path().extension() == Some(OsStr::new("ron"))).count();
        assert_eq!(charts, 1, "no other file was made");
        let home = Folders::new(&place.path().join("config"), &place.path().join("data"));
        let recent = home.load_settings().recent;
        assert_eq!(recent.iter().map(|file| &file.path).collect::<Vec<_>>(), [&path]);
    }

    #[test]
    fn the_start_page_shows_and_opens_it() {
        let place = tempfile::tempdir().expect("a folder");
        let path = chart_in(place.path());
        let mut first = window(place.path());
        first.state_mut().open_files(vec![path]);
        first.run();
        drop(first);
        let mut next = window(place.path());
        wait_for_words(&mut next, SAID);
        assert_is_plain(&next);
        let rows: Vec<_> = next.query_all_by_label_contains(SAID).collect();
        rows.first().expect("a row").click();
        next.run();
        next.get_by_role_and_label(Role::Tab, SAID);
    }
}
