//! Documents in tabs, files, questions, the search, the clipboard: the window around the canvas.

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use eframe::egui::{
        Event, Key, Modifiers, OutputCommand, ViewportCommand, ViewportEvent, ViewportId,
        accesskit::{Role, Toggled},
    };
    use egui_kittest::{
        Harness,
        kittest::{NodeT as _, Queryable as _},
    };
    use laneway::{
        app::{Bundled, Laneway, ScriptedDialogs, Services},
        locale::UiLang,
    };

    use crate::window::support::fake::Fake;

    const SHIFT_CTRL: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

    type Window = Harness<'static, Laneway>;

    fn window_with(services: impl Services, save: Option<&str>) -> Window {
        window_speaking(UiLang::En, services, save)
    }

    fn window_speaking(lang: UiLang, services: impl Services, save: Option<&str>) -> Window {
        let dialogs = ScriptedDialogs { save: save.map(PathBuf::from), ..ScriptedDialogs::default() };
        let mut window =
            Harness::builder().with_size([1280.0, 800.0]).with_max_steps(60).with_step_dt(0.05).build_eframe(
                |creation| {
                    let app = Laneway::new(&creation.egui_ctx, Box::new(services), Box::new(dialogs));
                    app.speaking(lang)
                },
            );
        window.run();
        window
    }

    fn open(window: &mut Window, files: &[&str]) {
        window.state_mut().open_files(files.iter().map(PathBuf::from).collect());
        window.run();
    }

    fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
        window.key_press_modifiers(modifiers, key);
        window.run();
    }

    fn click(window: &mut Window, label: &str) {
        // What is asked lies over what is there, and comes later.
        let buttons = window.get_all_by_role_and_label(Role::Button, label);
        buttons.last().expect("a button").click();
        window.run();
    }

    fn is_shown(window: &Window, label: &str) -> bool {
        window.query_all_by_label_contains(label).next().is_some()
    }

    fn has_tab(window: &Window, name: &str) -> bool {
        window.query_by_role_and_label(Role::Tab, name).is_some()
    }

    /// Selects everything and puts a copy beside it: an edit like any other.
    fn edit(window: &mut Window) {
        press(window, Modifiers::COMMAND, Key::A);
        press(window, Modifiers::COMMAND, Key::D);
    }

    fn steps(services: &Fake, path: &str) -> usize {
        services.file(path).map_or(0, |document| document.pages[0].steps.len())
    }

    fn window_with_two() -> (Fake, Window) {
        let services = Fake::default();
        services.write("/charts/one.ron", "One");
        services.write("/charts/two.ron", "Two");
        let mut window = window_with(services.clone(), None);
        open(&mut window, &["/charts/one.ron", "/charts/two.ron"]);
        (services, window)
    }

    #[test]
    fn several_files_open_in_tabs_and_one_that_is_open_is_shown() {
        let (_, mut window) = window_with_two();
        for name in ["one.ron", "two.ron"] {
            assert!(has_tab(&window, name), "{name}");
        }
        open(&mut window, &["/charts/one.ron"]);
        // Asking for one tab fails where there are two.
        window.get_by_role_and_label(Role::Tab, "one.ron");
    }

    #[test]
    fn tabs_are_changed_by_keys_and_closed() {
        let (_, mut window) = window_with_two();
        let is_current = |window: &Window, name: &str| {
            window.get_by_role_and_label(Role::Tab, name).accesskit_node().toggled() == Some(Toggled::True)
        };
        assert!(is_current(&window, "two.ron"));
        press(&mut window, Modifiers::CTRL, Key::Tab);
        assert!(is_current(&window, "one.ron"));
        press(&mut window, Modifiers::CTRL | Modifiers::SHIFT, Key::Tab);
        assert!(is_current(&window, "two.ron"));
        press(&mut window, Modifiers::COMMAND, Key::W);
        assert!(!has_tab(&window, "two.ron") && is_current(&window, "one.ron"));
        click(&mut window, "Close: one.ron");
        assert!(!has_tab(&window, "one.ron") && is_shown(&window, "Start from a template"));
    }

    #[test]
    fn the_start_page_is_a_place_to_come_back_from() {
        let (_, mut window) = window_with_two();
        click(&mut window, "Start page");
        assert!(is_shown(&window, "Start from a template"));
        window.get_by_role_and_label(Role::Tab, "one.ron").click();
        window.run();
        assert!(!is_shown(&window, "Start from a template"));
        window.get_by_role_and_label(Role::Button, "Identity verified?");
    }

    #[test]
    fn saving_writes_the_file_and_says_so() {
        let (services, mut window) = window_with_two();
        edit(&mut window);
        assert!(has_tab(&window, "two.ron, Unsaved changes"));
        press(&mut window, Modifiers::COMMAND, Key::S);
        assert_eq!((steps(&services, "/charts/one.ron"), steps(&services, "/charts/two.ron")), (7, 14));
        assert!(is_shown(&window, "Saved to /charts/two.ron") && is_shown(&window, "Saved 12:04"));
        assert!(has_tab(&window, "two.ron"));
    }

    #[test]
    fn a_new_chart_is_saved_where_the_person_says() {
        let services = Fake::default();
        let mut window = window_with(services.clone(), Some("/charts/calls"));
        click(&mut window, "Inbound call");
        press(&mut window, Modifiers::COMMAND, Key::S);
        assert_eq!(steps(&services, "/charts/calls.ron"), 7);
        assert!(has_tab(&window, "calls.ron"));
    }

    #[test]
    fn each_chart_of_a_template_and_each_copy_is_a_document_of_its_own_and_a_save_keeps_it() {
        let services = Fake::default();
        let mut window = window_with(services.clone(), Some("/home/copy.ron"));
        let id = |window: &Window| window.state().editor().and_then(|editor| editor.document().id.clone());
        let mut ids = Vec::new();
        for _ in 0..2 {
            press(&mut window, Modifiers::COMMAND, Key::N);
            ids.push(id(&window));
        }
        open(&mut window, &["/home/good.ron"]);
        ids.push(id(&window));
        edit(&mut window);
        press(&mut window, Modifiers::COMMAND, Key::S);
        assert_eq!(services.file("/home/good.ron").unwrap().id, ids[2]);
        press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
        ids.push(id(&window));
        assert_eq!(services.file("/home/copy.ron").unwrap().id, ids[3]);
        assert_eq!(services.file("/home/good.ron").unwrap().id, ids[2]);
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(id(&window), ids[3], "which document it is, is no edit");
        let all = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), all, "{ids:?}");
    }

    #[test]
    fn a_folder_that_cannot_be_written_to_is_told_and_the_chart_stays_unsaved() {
        let services = Fake::default();
        let mut window = window_with(services, Some("/readonly/calls.ron"));
        click(&mut window, "Inbound call");
        edit(&mut window);
        press(&mut window, Modifiers::COMMAND, Key::S);
        for answer in ["Try again", "Cancel"] {
            assert!(is_shown(&window, "The chart was not saved"));
            assert!(is_shown(&window, "The file is write-protected: /readonly/calls.ron"));
            click(&mut window, answer);
        }
        assert!(!is_shown(&window, "The chart was not saved") && is_shown(&window, "Unsaved changes"));
    }

    #[test]
    fn what_could_not_be_saved_is_saved_elsewhere() {
        let services = Fake::default();
        services.write("/readonly/one.ron", "One");
        let mut window = window_with(services.clone(), Some("/home/one.ron"));
        open(&mut window, &["/readonly/one.ron"]);
        edit(&mut window);
        press(&mut window, Modifiers::COMMAND, Key::S);
        assert!(is_shown(&window, "The chart was not saved"));
        click(&mut window, "Save as…");
        assert!(services.file("/home/one.ron").is_some());
        assert!(has_tab(&window, "one.ron") && !is_shown(&window, "Unsaved changes"));
    }

    #[test]
    fn what_goes_wrong_with_files_is_said_in_the_persons_language() {
        let mut window = window_speaking(UiLang::Es, Fake::default(), Some("/readonly/calls.ron"));
        open(&mut window, &["/nowhere/calls.ron"]);
        assert!(is_shown(&window, "No existe ese archivo") && !is_shown(&window, "No se pudo abrir"));
        press(&mut window, Modifiers::COMMAND, Key::N);
        press(&mut window, Modifiers::COMMAND, Key::S);
        assert!(is_shown(&window, "El archivo está protegido contra escritura"));
    }

    #[test]
    fn a_file_that_another_program_changed_is_not_overwritten_unasked() {
        let (services, mut window) = window_with_two();
        edit(&mut window);
        services.write("/charts/two.ron", "Theirs");
        press(&mut window, Modifiers::COMMAND, Key::S);
        assert!(is_shown(&window, "The file was changed by another program"));
        assert!(is_shown(&window, "Overwriting it loses what was changed there"), "no version is kept here");
        click(&mut window, "Cancel");
        assert_eq!(steps(&services, "/charts/two.ron"), 7);
        press(&mut window, Modifiers::COMMAND, Key::S);
        click(&mut window, "Overwrite");
        assert_eq!(steps(&services, "/charts/two.ron"), 14);
    }

    #[test]
    fn a_file_loses_its_comments_not_without_a_word() {
        let mut services = Fake::default();
        services.commented.push(PathBuf::from("/charts/good.ron"));
        let mut window = window_with(services, None);
        open(&mut window, &["/charts/good.ron"]);
        press(&mut window, Modifiers::COMMAND, Key::S);
        assert!(is_shown(&window, "The comments in the file were not kept."));
        press(&mut window, Modifiers::COMMAND, Key::S);
        assert!(!is_shown(&window, "comments"));
    }

    #[test]
    fn closing_unsaved_work_asks_and_cancel_keeps_it() {
        let (services, mut window) = window_with_two();
        edit(&mut window);
        press(&mut window, Modifiers::COMMAND, Key::W);
        assert!(is_shown(&window, "Save the changes?"));
        click(&mut window, "Cancel");
        assert!(has_tab(&window, "two.ron, Unsaved changes"));
        press(&mut window, Modifiers::COMMAND, Key::W);
        click(&mut window, "Save");
        assert_eq!(steps(&services, "/charts/two.ron"), 14);
        assert!(!has_tab(&window, "two.ron") && has_tab(&window, "one.ron"));
    }

    #[test]
    fn closing_without_saving_leaves_the_file_as_it_was() {
        let (services, mut window) = window_with_two();
        edit(&mut window);
        press(&mut window, Modifiers::COMMAND, Key::W);
        click(&mut window, "Don’t save");
        assert_eq!(steps(&services, "/charts/two.ron"), 7);
        assert!(!is_shown(&window, "two.ron") && has_tab(&window, "one.ron"));
    }

    fn commands(window: &Window) -> Vec<ViewportCommand> {
        window.output().viewport_output[&ViewportId::ROOT].commands.clone()
    }

    fn close_window(window: &mut Window) -> Vec<ViewportCommand> {
        let root = window.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        root.events.push(ViewportEvent::Close);
        window.step();
        let asked = commands(window);
        window.input_mut().viewports.entry(ViewportId::ROOT).or_default().events.clear();
        window.run();
        asked
    }

    #[test]
    fn the_window_does_not_close_over_unsaved_work() {
        let (services, mut window) = window_with_two();
        edit(&mut window);
        press(&mut window, Modifiers::CTRL, Key::Tab);
        edit(&mut window);
        assert!(close_window(&mut window).contains(&ViewportCommand::CancelClose));
        assert!(is_shown(&window, "Save the changes to 2 charts?"));
        let buttons = window.get_all_by_role_and_label(Role::Button, "Save");
        buttons.last().expect("a button").click();
        let closes = |window: &mut Window| {
            window.step();
            commands(window).contains(&ViewportCommand::Close)
        };
        assert!((0..6).any(|_| closes(&mut window)));
        assert_eq!((steps(&services, "/charts/one.ron"), steps(&services, "/charts/two.ron")), (14, 14));
    }

    #[test]
    fn a_window_without_unsaved_work_closes_at_once() {
        let (_, mut window) = window_with_two();
        assert!(!close_window(&mut window).contains(&ViewportCommand::CancelClose));
        assert!(!is_shown(&window, "Save the changes"));
    }

    #[test]
    fn reverting_brings_the_file_back() {
        let (_, mut window) = window_with_two();
        edit(&mut window);
        press(&mut window, SHIFT_CTRL, Key::A);
        assert!(is_shown(&window, "14 steps"));
        window.get_by_label("File").click();
        window.run();
        click(&mut window, "Revert to saved…");
        click(&mut window, "Revert");
        assert!(is_shown(&window, "7 steps") && has_tab(&window, "two.ron"));
    }

    #[test]
    fn undo_says_what_it_takes_back() {
        let (_, mut window) = window_with_two();
        edit(&mut window);
        window.get_by_label("Edit").click();
        window.run();
        window.get_all_by_label_contains("Undo: Paste").last().expect("an entry").click();
        window.run();
        assert!(is_shown(&window, "7 steps") && has_tab(&window, "two.ron"));
        press(&mut window, Modifiers::COMMAND, Key::Y);
        assert!(has_tab(&window, "two.ron, Unsaved changes"));
    }

    fn copied(window: &Window) -> String {
        let commands = window.output().platform_output.commands.iter().rev();
        let mut texts = commands.filter_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        texts.next().unwrap_or_default()
    }

    fn copy(window: &mut Window) -> String {
        press(window, Modifiers::COMMAND, Key::A);
        window.event(Event::Copy);
        window.step();
        let text = copied(window);
        window.run();
        text
    }

    fn paste(window: &mut Window, text: &str) {
        window.event(Event::Paste(text.to_owned()));
        window.run();
    }

    #[test]
    fn steps_are_copied_from_one_document_into_another() {
        let (_, mut window) = window_with_two();
        let text = copy(&mut window);
        assert!(text.starts_with("(\n") && is_shown(&window, "Copied 7 steps"), "{text}");
        press(&mut window, Modifiers::CTRL, Key::Tab);
        paste(&mut window, &text);
        paste(&mut window, &text);
        press(&mut window, SHIFT_CTRL, Key::A);
        assert!(is_shown(&window, "21 steps") && has_tab(&window, "one.ron, Unsaved changes"));
    }

    #[test]
    fn each_line_of_a_text_becomes_a_step() {
        let (_, mut window) = window_with_two();
        paste(&mut window, "Look up the order\n\n Offer a refund \n");
        press(&mut window, SHIFT_CTRL, Key::A);
        assert!(is_shown(&window, "9 steps"));
        window.get_by_role_and_label(Role::Button, "Offer a refund");
    }

    #[test]
    fn keys_of_the_clipboard_stay_with_a_text_field() {
        let (_, mut window) = window_with_two();
        press(&mut window, Modifiers::COMMAND, Key::A);
        click(&mut window, "Start page");
        window.get_by_label("Search templates").focus();
        window.run();
        paste(&mut window, "blank");
        press(&mut window, Modifiers::NONE, Key::Backspace);
        assert!(window.query_by_role_and_label(Role::Button, "Inbound call").is_none());
        window.get_by_role_and_label(Role::Button, "Blank, four lanes");
    }

    #[test]
    fn a_command_is_found_by_its_name() {
        let (_, mut window) = window_with_two();
        press(&mut window, SHIFT_CTRL, Key::P);
        window.event(Event::Text("spanish zz".to_owned()));
        window.run();
        assert!(is_shown(&window, "No command and no step"));
        press(&mut window, Modifiers::NONE, Key::Escape);
        press(&mut window, SHIFT_CTRL, Key::P);
        window.event(Event::Text("ESPANOL".to_owned()));
        window.run();
        press(&mut window, Modifiers::NONE, Key::Enter);
        assert!(is_shown(&window, "Archivo"));
    }

    #[test]
    fn a_step_of_another_page_is_found_and_selected() {
        let (_, mut window) = window_with_two();
        press(&mut window, SHIFT_CTRL, Key::P);
        window.event(Event::Text("verified".to_owned()));
        window.run();
        press(&mut window, Modifiers::NONE, Key::ArrowDown);
        press(&mut window, Modifiers::NONE, Key::Enter);
        assert!(is_shown(&window, "1 step selected"));
        window.get_by_role_and_label(Role::Tab, "Billing and orders");
    }

    #[test]
    fn a_step_is_inserted_behind_the_selected_one_and_deleted() {
        let (_, mut window) = window_with_two();
        press(&mut window, SHIFT_CTRL, Key::P);
        window.event(Event::Text("decision".to_owned()));
        window.run();
        press(&mut window, Modifiers::NONE, Key::Enter);
        assert!(is_shown(&window, "1 step selected"));
        // Its text is being written.
        press(&mut window, Modifiers::NONE, Key::Escape);
        press(&mut window, SHIFT_CTRL, Key::A);
        assert!(is_shown(&window, "8 steps"));
        press(&mut window, Modifiers::COMMAND, Key::A);
        press(&mut window, Modifiers::NONE, Key::Delete);
        assert!(!is_shown(&window, "8 steps") && !is_shown(&window, "selected"));
        assert!(window.query_by_role_and_label(Role::Button, "Identity verified?").is_none());
    }

    #[test]
    fn a_command_that_cannot_be_used_says_why() {
        let (_, mut window) = window_with_two();
        window.get_by_role_and_label(Role::Button, "Undo").hover();
        for _ in 0..20 {
            window.step();
        }
        assert!(is_shown(&window, "There is nothing to undo"));
    }

    #[test]
    fn a_tip_goes_when_a_dialog_covers_what_it_is_about() {
        let (_, mut window) = window_with_two();
        assert!(!is_shown(&window, "/charts/one.ron"));
        window.get_by_role_and_label(Role::Tab, "one.ron").hover();
        for _ in 0..20 {
            window.step();
        }
        assert!(is_shown(&window, "/charts/one.ron"));
        press(&mut window, Modifiers::NONE, Key::F1);
        assert!(!is_shown(&window, "/charts/one.ron"));
    }

    #[test]
    fn keys_are_listed_by_menu_and_found_by_words_and_by_the_keys_themselves() {
        let (_, mut window) = window_with_two();
        press(&mut window, Modifiers::NONE, Key::F1);
        for heading in ["On the chart", "Arrange"] {
            assert!(window.query_all_by_label(heading).count() > 0, "{heading}");
        }
        let seen = |window: &Window, name: &str| window.query_by_role_and_label(Role::Label, name).is_some();
        assert!(seen(&window, "Duplicate") && seen(&window, "Zoom at the pointer"));
        for (sought, name) in [("CLONE", "Duplicate"), ("wheel", "Zoom at the pointer")] {
            window.event(Event::Text(sought.to_owned()));
            window.run();
            assert!(seen(&window, name), "{name}");
            assert!(!seen(&window, "Write a text"), "{sought}");
            press(&mut window, Modifiers::COMMAND, Key::A);
            press(&mut window, Modifiers::NONE, Key::Delete);
        }
        assert!(seen(&window, "Write a text"));
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!(!seen(&window, "Duplicate"));
    }

    #[test]
    fn the_interface_grows_and_shrinks() {
        let (_, mut window) = window_with_two();
        press(&mut window, SHIFT_CTRL, Key::Plus);
        press(&mut window, SHIFT_CTRL, Key::Plus);
        assert_eq!(window.ctx.zoom_factor(), 1.25);
        press(&mut window, SHIFT_CTRL, Key::Minus);
        assert_eq!(window.ctx.zoom_factor(), 1.1);
        for _ in 0..20 {
            press(&mut window, SHIFT_CTRL, Key::Plus);
        }
        assert_eq!(window.ctx.zoom_factor(), 2.0);
    }

    #[test]
    fn menus_and_questions_speak_spanish() {
        let (_, mut window) = window_with_two();
        window.get_by_label("View").click();
        window.run();
        window.get_by_label("Interfaz en español").click();
        window.run();
        edit(&mut window);
        press(&mut window, Modifiers::COMMAND, Key::W);
        assert!(is_shown(&window, "¿Desea guardar los cambios?"));
        click(&mut window, "No guardar");
        assert!(!is_shown(&window, "two.ron"));
    }

    #[test]
    fn a_real_file_is_saved_and_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("calls.ron");
        let mut window = window_with(Bundled, path.to_str());
        press(&mut window, Modifiers::COMMAND, Key::N);
        paste(&mut window, "Answer the call");
        press(&mut window, Modifiers::COMMAND, Key::S);
        let loaded = Bundled.load(&path).expect("a chart");
        let steps = &loaded.document.pages[0].steps;
        assert!(steps.keys().any(|id| id.as_str().starts_with("answer-the-call")), "{steps:?}");
        assert_eq!(Bundled.load(&path).expect("the file is there").stamp, loaded.stamp);
        press(&mut window, Modifiers::COMMAND, Key::S);
        assert!(!is_shown(&window, "another program"));
    }

    #[test]
    fn the_help_says_what_happens_to_ones_work() {
        for (lang, menu, row, answer) in [
            (UiLang::En, "Help", "What happens to my work when…", "the disk is full"),
            (UiLang::Es, "Ayuda", "Qué pasa con mi trabajo si…", "el disco está lleno"),
        ] {
            let mut window = window_speaking(lang, Fake::default(), None);
            click(&mut window, menu);
            click(&mut window, row);
            window.get_by_label_contains(answer);
            press(&mut window, Modifiers::NONE, Key::Escape);
            assert!(window.query_by_label_contains(answer).is_none());
        }
    }
}
