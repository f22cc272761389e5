//! The window, driven by the names that a screen reader hears.

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use eframe::egui::{Pos2, Rect, accesskit::Role, vec2};
    use egui_kittest::{Harness, kittest::Queryable as _};
    use laneway::{
        app::{Laneway, ScriptedDialogs},
        locale::UiLang,
        ui::{notice, theme},
    };

    use crate::{
        run::skip_without,
        window::support::{
            fake::Fake,
            wait::{wait_for, wait_for_words},
        },
    };

    /// A font that has more signs than the bundled ones.
    const SYSTEM_FONT: &str = "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf";

    fn window(dialogs: ScriptedDialogs) -> Harness<'static, Laneway> {
        window_on(Fake::default(), dialogs)
    }

    fn window_on(services: Fake, dialogs: ScriptedDialogs) -> Harness<'static, Laneway> {
        Harness::builder().with_size([1280.0, 800.0]).with_max_steps(60).with_step_dt(0.05).build_eframe(
            |creation| {
                Laneway::new(&creation.egui_ctx, Box::new(services), Box::new(dialogs)).speaking(UiLang::En)
            },
        )
    }

    fn window_with_chart(dialogs: ScriptedDialogs) -> Harness<'static, Laneway> {
        let mut window = window(dialogs);
        window.run();
        window.get_by_role_and_label(Role::Button, "Inbound call").click();
        window.run();
        window
    }

    #[test]
    fn a_notice_is_shown_where_the_panels_leave_the_canvas_no_room() {
        let canvas = Rect::from_min_size(Pos2::new(300.0, 0.0), vec2(7.0, 200.0));
        let mut window = Harness::builder()
            .allow_missing_glyphs()
            .build_ui(move |ui| assert!(!notice::notice_ui(ui, "One step was deleted", false, None, canvas)));
        window.run();
        window.get_by_role_and_label(Role::Status, "One step was deleted");
    }

    /// The harness takes a sign that no font has for a failure.
    #[test]
    fn what_the_fonts_of_the_window_lack_comes_from_the_system() {
        if !Path::new(SYSTEM_FONT).exists() {
            return skip_without("fonts-liberation");
        }
        // Fonts that are installed are there in the next frame.
        let mut is_installed = false;
        let mut window = Harness::builder().build_ui(move |ui| {
            if std::mem::replace(&mut is_installed, true) {
                ui.label("“Known” → “Решено”");
            } else {
                theme::install(ui.ctx());
            }
        });
        window.run();
        window.get_by_label("“Known” → “Решено”");
    }

    #[test]
    fn the_start_page_shows_a_card_for_each_template() {
        let mut window = window(ScriptedDialogs::default());
        window.run();
        window.get_by_role_and_label(Role::Button, "Inbound call");
        window.get_by_role_and_label(Role::Button, "Blank, four lanes");
        window.get_by_label("4 lanes · 14 steps");
    }

    #[test]
    fn searching_leaves_what_fits() {
        let mut window = window(ScriptedDialogs::default());
        window.run();
        window.get_by_label("Search templates").focus();
        window.run();
        window.get_by_label("Search templates").type_text("blank");
        window.run();
        assert!(window.query_by_role_and_label(Role::Button, "Inbound call").is_none());
        window.get_by_role_and_label(Role::Button, "Blank, four lanes");
    }

    #[test]
    fn a_template_opens_by_its_card_and_its_steps_can_be_found() {
        let window = window_with_chart(ScriptedDialogs::default());
        window.get_by_role_and_label(Role::Button, "Note the reason for the call");
        window.get_by_role_and_label(Role::Button, "Identity verified?");
    }

    #[test]
    fn a_step_with_the_focus_shows_what_it_says() {
        let mut window = window_with_chart(ScriptedDialogs::default());
        window.get_by_role_and_label(Role::Button, "Note the reason for the call").focus();
        window.run();
        wait_for_words(&mut window, "Handling time: 2 min");
        window.get_by_label("The agent knows what is wanted");
    }

    #[test]
    fn keys_zoom() {
        let mut window = window_with_chart(ScriptedDialogs::default());
        window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::Num0);
        window.run();
        window.get_by_label("100 %");
        window.key_press(eframe::egui::Key::Plus);
        window.run();
        window.get_by_label("125 %");
        window.key_press(eframe::egui::Key::Minus);
        window.key_press(eframe::egui::Key::Minus);
        window.run();
        window.get_by_label("80 %");
    }

    #[test]
    fn the_interface_speaks_spanish() {
        let mut window = window_with_chart(ScriptedDialogs::default());
        window.get_by_label("View").click();
        window.run();
        window.get_by_label("Interfaz en español").click();
        window.run();
        window.get_by_label("Archivo");
        assert!(window.query_by_label("File").is_none());
        // The chart stays in its own language.
        window.get_by_role_and_label(Role::Button, "Identity verified?");
    }

    #[test]
    fn the_other_page_is_a_click_away() {
        let mut window = window_with_chart(ScriptedDialogs::default());
        window.get_by_label("Billing and orders").click();
        window.run();
        window.get_by_label("4 lanes · 7 steps");
    }

    #[test]
    fn an_export_says_which_file_it_wrote_and_opens_its_folder() {
        let save = Some(PathBuf::from("/somewhere/chart.svg"));
        let services = Fake::default();
        let mut window = window_on(services.clone(), ScriptedDialogs { save, ..ScriptedDialogs::default() });
        window.run();
        window.get_by_role_and_label(Role::Button, "Inbound call").click();
        window.run();
        export(&mut window);
        window.get_by_label("Exported to this file");
        window.get_by_label("chart.svg");
        window.get_by_label("In the folder /somewhere");
        window.get_by_role_and_label(Role::Button, "Open the folder").click();
        let opened = wait_for(&mut window, "the folder", |_| {
            services.opened_outside.lock().expect("places").first().cloned()
        });
        assert_eq!(opened, "/somewhere");
    }

    #[test]
    fn an_export_tells_how_far_it_is_and_can_be_stopped() {
        let save = Some(PathBuf::from("/somewhere/endless.svg"));
        let mut window = window_with_chart(ScriptedDialogs { save, ..ScriptedDialogs::default() });
        window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::E);
        window.run();
        let buttons: Vec<_> = window.get_all_by_label("Export…").collect();
        buttons.last().expect("button").click();
        wait_for_words(&mut window, "Exporting page 1 of 2…");
        window.get_by_role_and_label(Role::Button, "Cancel").click();
        wait_for(&mut window, "the end of the export", |window| {
            window.query_by_role_and_label(Role::Button, "Cancel").is_none().then_some(())
        });
        assert!(window.query_by_label_contains("Exported").is_none(), "nothing was written");
        window.get_by_role_and_label(Role::Button, "Close");
    }

    #[test]
    fn an_export_that_fails_says_why() {
        let save = Some(PathBuf::from("/readonly/chart"));
        let mut window = window_with_chart(ScriptedDialogs { save, ..ScriptedDialogs::default() });
        export(&mut window);
        window.get_by_label_contains("The file is write-protected");
    }

    fn export(window: &mut Harness<'static, Laneway>) {
        window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::E);
        window.run();
        window.get_by_label("Export the chart");
        window.key_press(eframe::egui::Key::Tab);
        let buttons: Vec<_> = window.get_all_by_label("Export…").collect();
        buttons.last().expect("button").click();
        // The file is written in the background.
        wait_for(window, "the end of the export", |window| {
            ["Exported to", "write-protected"]
                .into_iter()
                .any(|words| window.query_by_label_contains(words).is_some())
                .then_some(())
        });
    }

    #[test]
    fn a_missing_file_is_told_and_the_chart_stays() {
        let open = vec![PathBuf::from("/nowhere/missing.ron")];
        let mut window = window_with_chart(ScriptedDialogs { open, ..ScriptedDialogs::default() });
        window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::O);
        window.run();
        window.get_by_label_contains("There is no such file");
        window.get_by_role_and_label(Role::Button, "Identity verified?");
        window.get_by_label("Close").click();
        window.run();
        assert!(window.query_by_label_contains("There is no such file").is_none());
    }

    #[test]
    fn without_system_dialogs_the_window_asks_for_a_path() {
        let dialogs = ScriptedDialogs { are_missing: true, ..ScriptedDialogs::default() };
        let mut window = window(dialogs);
        window.run();
        window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::O);
        window.run();
        window.get_by_label("Open a chart");
        window.event(eframe::egui::Event::Text("/home/good.ron".to_owned()));
        window.run();
        window.key_press(eframe::egui::Key::Enter);
        window.run();
        window.get_by_role_and_label(Role::Button, "Identity verified?");
    }

    #[test]
    fn a_file_from_the_command_line_is_shown() {
        let mut window = window(ScriptedDialogs::default());
        window.state_mut().open_files(vec![PathBuf::from("/home/good.ron")]);
        window.run();
        window.get_by_role_and_label(Role::Tab, "good.ron");
        window.get_by_role_and_label(Role::Button, "Identity verified?");
    }
}
