//! What a file held before it was saved again.

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use eframe::egui::{Key, Modifiers};
    use egui_kittest::{
        Harness,
        kittest::{NodeT as _, Queryable as _},
    };
    use laneway::{
        app::{Bundled, Folders, Home as _, Laneway, ScriptedDialogs},
        edit::{Command, StepCommand},
        geom::Vec2,
        locale::UiLang,
        model::Document,
        persist::{self, StateFolder},
        template,
    };

    use crate::window::support::wait::{wait_for, wait_for_words};

    type Window = Harness<'static, Laneway>;

    /// A person with a chart in a file.
    struct Person {
        folder: tempfile::TempDir,
        home: Folders,
    }

    impl Person {
        fn new() -> Self {
            let folder = tempfile::tempdir().expect("a folder");
            let at = |name: &str| folder.path().join(name);
            let home = Folders::new(&at("config"), &at("data")).with_state(StateFolder::at(&at("state")));
            let template = template::find("inbound-call").expect("a template");
            persist::atomic::write(&at("calls.ron"), template.source.as_bytes()).expect("written");
            Self { folder, home }
        }

        fn file(&self) -> PathBuf {
            self.folder.path().join("calls.ron")
        }

        fn window(&self) -> Window {
            let (home, file) = (self.home.clone(), self.file());
            let builder = Harness::builder().with_size([1280.0, 800.0]).with_max_steps(60).with_step_dt(0.05);
            let mut window = builder.build_eframe(move |creation| {
                let ctx = &creation.egui_ctx;
                let app = Laneway::new(ctx, Box::new(Bundled), Box::new(ScriptedDialogs::default()));
                app.speaking(UiLang::En).at_home(ctx, Box::new(home))
            });
            window.state_mut().open_files(vec![file]);
            window.run();
            window
        }
    }

    fn document(path: &Path) -> Document {
        persist::load(&persist::read(path).expect("a file"), path).expect("a chart").document
    }

    /// Deletes a step, saves, and waits until the file holds that.
    fn delete_and_save(window: &mut Window, path: &Path) {
        let editor = window.state_mut().editor_mut().expect("a chart");
        let page = editor.page().expect("a page");
        let (step, count) = (page.steps.keys().next().expect("a step").clone(), page.steps.len());
        let move_it = StepCommand::Move { steps: [step.clone()].into(), by: Vec2::new(0.0, 8.0), onto: None };
        editor.run(&Command::Step(move_it)).expect("moved");
        let what = laneway::edit::Selection::steps([step]);
        editor.run(&Command::Delete { what, heal: true }).expect("deleted");
        window.run();
        window.key_press_modifiers(Modifiers::COMMAND, Key::S);
        window.run();
        let path = path.to_owned();
        wait_for(window, "the save", move |_| {
            (document(&path).pages[0].steps.len() == count - 1).then_some(())
        });
    }

    fn choose(window: &mut Window, menu_entry: &str) {
        window.get_by_label("File").click();
        window.run();
        window.get_by_label(menu_entry).click();
        window.run();
    }

    #[test]
    fn what_a_save_replaced_is_shown_with_what_became_of_it_and_restored_as_one_edit() {
        let person = Person::new();
        let mut window = person.window();
        let before = document(&person.file());
        for _ in 0..2 {
            delete_and_save(&mut window, &person.file());
        }
        let present = std::sync::Arc::clone(window.state().editor().expect("a chart").document());
        choose(&mut window, "Versions…");
        window.get_by_label("Versions of this chart");
        wait_for_words(&mut window, "1 step removed");
        wait_for_words(&mut window, "2 steps removed");
        window.get_by_label_contains("2 steps removed").click();
        window.run();
        // In one picture with the chart.
        window.get_by_label("Compare").click();
        window.run();
        wait_for_words(&mut window, "2 steps removed");
        window.get_by_label_contains("Before: version of ");
        // The list is still there behind it.
        window.key_press(Key::Escape);
        window.run();
        window.get_by_label("Versions of this chart");
        window.get_by_label_contains("2 steps removed").click();
        window.run();
        window.get_by_label("Restore").click();
        window.run();
        let id = document(&person.file()).id;
        let editor = window.state().editor().expect("a chart");
        assert!(**editor.document() == Document { id: id.clone(), ..before.clone() }, "it is what it was");
        assert!(editor.is_dirty() && id.is_some());
        // What the chart is already is not offered to be restored.
        choose(&mut window, "Versions…");
        wait_for_words(&mut window, ", no difference");
        window.get_all_by_label_contains(", no difference").next().expect("a version").click();
        window.run();
        assert!(window.get_by_label("Restore").accesskit_node().is_disabled());
        window.get_by_label("Close").click();
        window.run();
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.run();
        assert_eq!(*window.state().editor().expect("a chart").document(), present);
        // Beside the chart, as another one.
        choose(&mut window, "Versions…");
        wait_for_words(&mut window, "2 steps removed");
        window.get_by_label("Open beside").click();
        window.run();
        let editor = window.state().editor().expect("a chart");
        assert_eq!(editor.document().pages[0].steps.len(), before.pages[0].steps.len() - 1);
        assert_ne!(editor.document().id, id);
        // Its tab says of what it is which version.
        let tabs = window.get_all_by_label_contains("calls.ron, version of 2");
        let names: Vec<_> = tabs.filter_map(|tab| tab.accesskit_node().label()).collect();
        let is_whole = |name: &String| name.starts_with("calls.ron") && name.matches(':').count() == 2;
        assert!(names.iter().any(is_whole), "with the time of day: {names:?}");
    }

    #[test]
    fn versions_of_a_copy_say_in_which_file_they_were() {
        let person = Person::new();
        let copy = person.folder.path().join("copy.ron");
        {
            let mut window = person.window();
            delete_and_save(&mut window, &person.file());
            persist::atomic::write(&copy, &persist::read(&person.file()).expect("a file")).expect("copied");
            window.state_mut().open_files(vec![copy.clone()]);
            window.run();
            delete_and_save(&mut window, &copy);
        }
        let mut window = person.window();
        choose(&mut window, "Versions…");
        wait_for_words(&mut window, ", in copy.ron");
        assert_eq!(window.get_all_by_label_contains("in copy.ron").count(), 1, "the other is of this file");
    }

    #[test]
    fn versions_are_removed_and_no_longer_kept_when_a_person_says_so() {
        let person = Person::new();
        let mut window = person.window();
        delete_and_save(&mut window, &person.file());
        let store = person.home.versions().expect("a store");
        let id = document(&person.file()).id.expect("an id");
        assert_eq!(store.list(&id).expect("it can be read").len(), 1);
        choose(&mut window, "Versions…");
        window.get_by_label("Clear versions…").click();
        window.run();
        window.get_by_label_contains("Of this chart: 1 version of “");
        window.get_by_label_contains("Of all charts: 1 version of 1 chart");
        // Who only goes on loses nothing.
        window.key_press(Key::Enter);
        window.run();
        assert_eq!(store.list(&id).expect("it can be read").len(), 1);
        window.get_by_label("Clear versions…").click();
        window.run();
        window.key_press(Key::Escape);
        window.run();
        assert_eq!(store.list(&id).expect("it can be read").len(), 1);
        window.get_by_label("Clear versions…").click();
        window.run();
        window.get_by_label("Those of this chart").click();
        window.run();
        assert!(store.list(&id).expect("it can be read").is_empty());
        choose(&mut window, "Keep versions");
        delete_and_save(&mut window, &person.file());
        assert!(
            store.list(&id).expect("it can be read").is_empty()
                && !person.home.load_settings().keeps_versions
        );
        choose(&mut window, "Versions…");
        window.get_by_label_contains("No version of this chart was kept yet");
    }

    #[test]
    fn a_save_that_could_keep_no_version_says_so() {
        let person = Person::new();
        std::fs::create_dir_all(person.folder.path().join("state")).expect("a folder");
        persist::atomic::write(&person.folder.path().join("state/versions"), b"no folder").expect("written");
        let mut window = person.window();
        delete_and_save(&mut window, &person.file());
        wait_for_words(&mut window, "The file as it was before could not be kept as a version");
    }

    #[test]
    fn a_renamed_file_keeps_its_versions_and_the_command_line_knows_them() {
        let person = Person::new();
        let old = persist::read(&person.file()).expect("a file");
        let mut window = person.window();
        delete_and_save(&mut window, &person.file());
        let desk = crate::run::Desk::new();
        std::fs::create_dir_all(desk.path(".state")).expect("a folder");
        std::fs::rename(person.folder.path().join("state"), desk.path(".state/laneway")).expect("moved");
        std::fs::rename(person.file(), desk.path("renamed.ron")).expect("renamed");
        let versions = desk.run(&["versions", "renamed.ron", "--json"]).json();
        assert_eq!(versions[0]["number"], 1);
        assert!(
            versions[0]["changes"].as_str().is_some_and(|said| said.contains("1 step removed")),
            "{versions}"
        );
        assert_eq!(desk.run(&["versions", "renamed.ron", "1", "-o", "old.ron"]).status, 0);
        assert_eq!(desk.get("old.ron"), old);
        assert_eq!(desk.run(&["versions", "renamed.ron", "1", "-o", "old.ron"]).status, 4, "it is there");
        assert_eq!(desk.run(&["versions", "renamed.ron", "2", "-o", "other.ron"]).status, 2);
        let ran = desk.run(&["versions", "renamed.ron", "--discard"]);
        assert!(ran.status == 4 && ran.err.contains("not there any more"), "{}", ran.err);
        assert_eq!(desk.run(&["versions", "renamed.ron", "--discard", "--force"]).status, 0);
        assert_eq!(desk.run(&["versions", "renamed.ron", "--json"]).json(), serde_json::json!([]));
    }
}
