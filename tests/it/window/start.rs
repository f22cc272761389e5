//! The start page: templates, recent files, and what is remembered.

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use eframe::egui::{Context, Key, Modifiers, accesskit::Role, vec2};
    use egui_kittest::{Harness, kittest::Queryable as _};
    use laneway::{
        app::{Bundled, Folders, Home as _, Laneway, RecentFile, ScriptedDialogs, Settings},
        locale::{Lang, UiLang},
        pipeline, template,
    };

    use crate::{run::Desk, window::support::wait::wait_for};

    /// A home in a folder of its own with two charts and one that is gone in its list.
    struct Person {
        desk: Desk,
        home: Folders,
    }

    impl Person {
        fn new() -> Self {
            let desk = Desk::with_chart("returns.ron");
            let home = Folders::new(&desk.path("config"), &desk.path("data"));
            let person = Self { desk, home };
            let file = |name: &str, hours: u64| RecentFile {
                path: person.desk.path(name),
                opened: person.home.now() - hours * 3600,
                lanes: 4,
                steps: 31,
            };
            person.keep(&Settings {
                recent: vec![file("returns.ron", 30), file("gone.ron", 50)],
                ..Settings::default()
            });
            person
        }

        fn keep(&self, settings: &Settings) {
            self.home.change_settings(settings, &|kept| kept.clone_from(settings)).expect("kept");
        }

        fn recent(&self) -> Vec<PathBuf> {
            self.home.load_settings().recent.into_iter().map(|file| file.path).collect()
        }

        fn window(&self, size: [f32; 2], lang: UiLang) -> Harness<'static, Laneway> {
            let home = self.home.clone();
            let make = |ctx: &Context| {
                let dialogs = Box::new(ScriptedDialogs::default());
                Laneway::new(ctx, Box::new(Bundled), dialogs).speaking(lang).at_home(ctx, Box::new(home))
            };
            let mut window = Harness::builder()
                .with_size(size)
                .with_max_steps(60)
                .with_step_dt(0.05)
                .build_eframe(|creation| make(&creation.egui_ctx));
            window.run();
            window
        }
    }

    const LARGE: [f32; 2] = [1280.0, 800.0];

    fn button(window: &Harness<'static, Laneway>, name: &str) -> bool {
        window.query_by_role_and_label(Role::Button, name).is_some()
    }

    #[test]
    fn recent_files_are_listed_with_what_was_in_them_and_open() {
        let person = Person::new();
        let mut window = person.window(LARGE, UiLang::En);
        window.get_by_label("yesterday · 4 lanes · 31 steps");
        window.get_by_label("returns.ron, yesterday · 4 lanes · 31 steps").click();
        window.run();
        window.get_by_role_and_label(Role::Button, "Enough information?");
        assert_eq!(person.recent()[0], person.desk.path("returns.ron"));
        assert!(person.home.now() - person.home.load_settings().recent[0].opened < 600);
    }

    #[test]
    fn a_recent_file_that_is_gone_says_so_when_it_is_opened() {
        let person = Person::new();
        let mut window = person.window(LARGE, UiLang::En);
        window.get_by_label_contains("gone.ron, 2 days ago").click();
        window.run();
        window.get_by_label_contains("There is no such file");
    }

    #[test]
    fn a_file_is_taken_off_the_list_by_mouse_and_by_keyboard() {
        let person = Person::new();
        let mut window = person.window(LARGE, UiLang::Es);
        window.get_by_label("Quitar gone.ron de la lista").click();
        window.run();
        assert_eq!(person.recent(), [person.desk.path("returns.ron")]);
        window.get_by_label_contains("returns.ron, ayer").focus();
        window.run();
        window.key_press(Key::Delete);
        window.run();
        assert!(person.recent().is_empty());
        assert!(window.query_by_label("Recientes").is_none());
    }

    #[test]
    fn chips_show_what_there_is() {
        let person = Person::new();
        let mut window = person.window(LARGE, UiLang::En);
        window.get_by_role_and_label(Role::Button, "Service");
        window.get_by_role_and_label(Role::Button, "Yours").click();
        window.run();
        assert!(!button(&window, "Customer service process"));
        window.get_by_label_contains("Save as template…");
        window.get_by_role_and_label(Role::Button, "All").click();
        window.run();
        assert!(button(&window, "Customer service process"));
    }

    #[test]
    fn ones_own_templates_stand_under_yours_and_open_as_new_charts() {
        let person = Person::new();
        let blank = pipeline::open_template(&template::BLANK).expect("opens");
        let kept = person.home.save_as_template(&blank, "Devolución");
        kept.expect("kept");
        let mut window = person.window(LARGE, UiLang::En);
        window.get_by_role_and_label(Role::Button, "Yours").click();
        window.run();
        window.get_by_role_and_label(Role::Button, "Devolución").click();
        window.run();
        window.get_by_label_contains("4 lanes · ");
        assert_eq!(person.recent().len(), 2, "a template is not a recent file");
    }

    #[test]
    fn the_search_finds_words_of_steps_without_their_accents() {
        let person = Person::new();
        let mut window = person.window(LARGE, UiLang::Es);
        window.get_by_label("Buscar plantillas").focus();
        window.run();
        window.get_by_label("Buscar plantillas").type_text("ENCUESTA de satisfaccion");
        window.run();
        assert!(button(&window, "Proceso de atención al cliente"));
        window.get_by_label("Buscar plantillas").type_text(" xyz");
        window.run();
        window.get_by_label("Ninguna plantilla contiene esas palabras");
    }

    #[test]
    fn the_gallery_speaks_the_language_that_is_chosen_and_so_does_the_chart() {
        let person = Person::new();
        let mut window = person.window(LARGE, UiLang::En);
        window.get_by_label("Templates in Spanish").click();
        window.run();
        window.get_by_role_and_label(Role::Button, "Proceso de atención al cliente").click();
        window.run();
        window.get_by_role_and_label(Role::Button, "¿Información suficiente?");
        window.get_by_label("Export…");
    }

    fn languages(window: &Harness<'static, Laneway>) -> Vec<Lang> {
        window.state().editor().expect("an editor").document().languages()
    }

    #[test]
    fn a_chart_has_one_language_unless_all_are_wanted() {
        let person = Person::new();
        let mut window = person.window(LARGE, UiLang::Es);
        window.get_by_role_and_label(Role::Button, "Llamada entrante").click();
        window.run();
        assert_eq!(languages(&window), [UiLang::Es.into()]);
        let mut window = person.window(LARGE, UiLang::En);
        window.get_by_label("Start charts with all languages of their template").click();
        window.run();
        window.get_by_role_and_label(Role::Button, "Customer service process").click();
        window.run();
        assert_eq!(languages(&window), [UiLang::En.into(), UiLang::Es.into()]);
    }

    #[test]
    fn blank_charts_are_told_apart_by_their_titles() {
        let person = Person::new();
        let mut window = person.window(LARGE, UiLang::En);
        for name in ["New chart", "Blank chart with four lanes"] {
            window.get_by_role_and_label(Role::Button, name).focus();
            window.run();
            window.key_press(Key::Enter);
            window.run();
            window.key_press_modifiers(Modifiers::ALT, Key::Home);
            window.run();
        }
        window.get_by_role_and_label(Role::Button, "New chart").click();
        window.run();
        for name in ["Untitled", "Untitled 2", "Untitled 3"] {
            assert!(window.query_all_by_label_contains(name).next().is_some(), "{name}");
        }
        let document = window.state().editor().expect("an editor").document();
        assert_eq!(document.languages(), [UiLang::En.into()]);
        assert!(document.subtitle.is_empty() && document.description.is_empty());
    }

    #[test]
    fn the_page_is_used_by_keyboard() {
        let person = Person::new();
        let mut window = person.window(LARGE, UiLang::En);
        for _ in 0..40 {
            window.key_press(Key::Tab);
            window.run();
            if window.get_by_role_and_label(Role::Button, "Customer service process").is_focused() {
                break;
            }
        }
        window.key_press(Key::Enter);
        window.run();
        window.get_by_role_and_label(Role::Button, "Enough information?");
    }

    #[test]
    fn cards_stand_below_each_other_in_a_narrow_window() {
        let person = Person::new();
        for (width, is_beside) in [(1280.0, true), (533.0, false)] {
            let window = person.window([width, 560.0], UiLang::En);
            let of = |name: &str| window.get_by_role_and_label(Role::Button, name).rect();
            let (one, other) = (of("Customer service process"), of("Blank chart with four lanes"));
            assert_eq!(one.max.x < other.min.x, is_beside, "{width}: {one:?} {other:?}");
            assert!(one.max.x <= width, "{width}: {one:?}");
        }
    }

    #[test]
    fn language_look_and_scale_are_there_again_after_a_restart() {
        let person = Person::new();
        let mut window = person.window(LARGE, UiLang::En);
        for command in ["Larger interface", "Dark theme", "Interfaz en español"] {
            window.get_by_label("View").click();
            window.run();
            window.get_by_label_contains(command).click();
            window.run();
        }
        let window = person.window(LARGE, UiLang::En);
        window.get_by_label("Nuevo diagrama");
        assert!(window.ctx.global_style().visuals.dark_mode);
        assert_eq!(window.ctx.zoom_factor(), 1.1);
    }

    #[test]
    fn the_list_of_problems_is_made_higher_and_is_so_again_after_a_restart() {
        let person = Person::new();
        assert_eq!(person.desk.run(&["new", "inbound-call", "-o", "calls.ron"]).status, 0);
        let open = || {
            let mut window = person.window(LARGE, UiLang::En);
            window.state_mut().open_files(vec![person.desk.path("calls.ron")]);
            window.run();
            window
        };
        // The edges of the panels at the sides are upright; hidden panels have none.
        let edge = |window: &Harness<'static, Laneway>| {
            let edges = window.get_all_by_label("Resize the panel").map(|edge| edge.rect());
            edges
                .filter(|edge| edge.width() > edge.height())
                .map(|edge| edge.center())
                .next()
                .expect("an edge")
        };
        let mut window = open();
        window.key_press(Key::F8);
        window.run();
        let before = edge(&window);
        let after = before - vec2(0.0, 260.0);
        window.drag_at(before);
        window.run();
        window.hover_at(after);
        window.run();
        window.drop_at(after);
        window.run();
        assert!((edge(&window).y - after.y).abs() < 4.0, "{:?} {after:?}", edge(&window));
        drop(window);
        assert!((edge(&open()).y - after.y).abs() < 4.0, "{:?} {after:?}", edge(&open()));
    }

    #[test]
    fn a_window_keeps_what_another_one_changed() {
        let person = Person::new();
        person.keep(&Settings::default());
        let mut first = person.window(LARGE, UiLang::En);
        let mut second = person.window(LARGE, UiLang::En);
        for (window, file) in [(&mut first, "returns.ron"), (&mut second, "other.ron")] {
            assert_eq!(person.desk.run(&["new", "inbound-call", "-o", file, "--force"]).status, 0);
            window.state_mut().open_files(vec![person.desk.path(file)]);
            window.run();
        }
        first.key_press(Key::F7);
        first.run();
        second.key_press(Key::F8);
        second.run();
        assert_eq!(person.recent(), [person.desk.path("other.ron"), person.desk.path("returns.ron")]);
        let kept = person.home.load_settings().panels;
        let usual = Settings::default().panels;
        assert_ne!(kept.properties.is_visible, usual.properties.is_visible, "the first window hid them");
        assert_ne!(kept.problems.is_visible, usual.problems.is_visible, "the second one shows them");
    }

    #[test]
    fn what_saves_left_that_were_ended_goes_at_the_next_start_and_what_is_being_saved_stays() {
        let person = Person::new();
        let left = person.desk.put(".laneway-a1b2c3.tmp", b"half a chart");
        let saving = person.desk.put(".laneway-d4e5f6.tmp", b"half a chart");
        let others = person.desk.put(".other-a1b2c3.tmp", b"not ours");
        let saver = std::fs::File::open(&saving).expect("a file");
        saver.lock().expect("locked");
        let elsewhere = person.desk.path("elsewhere");
        std::fs::create_dir(&elsewhere).expect("a folder");
        assert_eq!(person.desk.run(&["new", "inbound-call", "-o", "elsewhere/calls.ron"]).status, 0);
        let left_elsewhere = person.desk.put("elsewhere/.laneway-a1b2c3.tmp", b"half a chart");
        let mut window = person.window(LARGE, UiLang::En);
        wait_for(&mut window, "the sweep", |_| (!left.exists()).then_some(()));
        assert!(left_elsewhere.exists());
        window.state_mut().open_files(vec![elsewhere.join("calls.ron")]);
        wait_for(&mut window, "the sweep", |_| (!left_elsewhere.exists()).then_some(()));
        assert!(saving.exists() && others.exists());
    }

    #[test]
    fn a_file_that_is_opened_is_remembered_in_full() {
        let person = Person::new();
        person.keep(&Settings::default());
        let mut window = person.window(LARGE, UiLang::En);
        window.state_mut().open_files(vec![person.desk.path("returns.ron")]);
        window.run();
        let recent = person.home.load_settings().recent;
        assert_eq!((recent[0].lanes, recent[0].steps), (4, 31));
        assert!(Path::new(&recent[0].path).is_absolute());
    }
}
