//! What a manager does with the program on the first day, from the start page to the picture, in both languages.

#[cfg(test)]
mod tests {
    use std::path::Path;

    use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, accesskit::Role};
    use egui_kittest::{Harness, Node, kittest::Queryable as _};
    use laneway::{
        app::{Bundled, Laneway, ScriptedDialogs},
        locale::{Catalog, Lang, UiLang},
        model::{Page, Step},
        persist, pipeline,
    };

    use crate::window::support::wait::wait_for_words;

    const SHIFT_CTRL: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

    /// What the chart says in one language.
    struct Words {
        lang: UiLang,
        template: &'static str,
        before: &'static str,
        after: &'static str,
        added: &'static str,
        renamed: &'static str,
        employee: &'static str,
        customer: &'static str,
    }

    const ENGLISH: Words = Words {
        lang: UiLang::En,
        template: "Customer service process",
        before: "Explain the solution to the customer",
        after: "Receive the solution",
        added: "Call the customer back",
        renamed: "Call the customer back today",
        employee: "Employee",
        customer: "Customer",
    };

    const SPANISH: Words = Words {
        lang: UiLang::Es,
        template: "Proceso de atención al cliente",
        before: "Explicar la solución al cliente",
        after: "Recibir la solución",
        added: "Llamar de nuevo al cliente",
        renamed: "Llamar hoy de nuevo al cliente",
        employee: "Empleado",
        customer: "Cliente",
    };

    struct Manager {
        window: Harness<'static, Laneway>,
        words: &'static Words,
    }

    impl Manager {
        fn new(words: &'static Words, save: &Path) -> Self {
            let save = Some(save.to_path_buf());
            let mut window = Harness::builder()
                .with_size([2600.0, 1500.0])
                .with_max_steps(60)
                .with_step_dt(0.02)
                .build_eframe(|creation| {
                    let dialogs = Box::new(ScriptedDialogs { save, ..ScriptedDialogs::default() });
                    Laneway::new(&creation.egui_ctx, Box::new(Bundled), dialogs).speaking(words.lang)
                });
            window.run();
            Self { window, words }
        }

        fn say(&self, key: &str) -> String {
            Catalog::of(self.words.lang).text(key)
        }

        fn page(&self) -> &Page {
            self.window.state().editor().and_then(|editor| editor.page()).expect("a page")
        }

        fn reads(&self, step: &Step) -> String {
            step.text.exactly(&Lang::from(self.words.lang)).unwrap_or_default().to_owned()
        }

        /// The step that says `text`.
        fn step(&self, text: &str) -> &Step {
            let found = self.page().steps.values().find(|step| self.reads(step) == text);
            found.unwrap_or_else(|| {
                let all: Vec<_> = self.page().steps.values().map(|step| self.reads(step)).collect();
                panic!("no step says {text:?}; there are {all:?}")
            })
        }

        fn lane_of(&self, text: &str) -> String {
            let lane = self.page().lane_band(&self.step(text).lane).expect("its lane").0;
            lane.title.exactly(&Lang::from(self.words.lang)).unwrap_or_default().to_owned()
        }

        /// Whether a connector leads from one step to another.
        fn leads(&self, from: &str, to: &str) -> bool {
            let (from, to) = (Some(&self.step(from).id), Some(&self.step(to).id));
            self.page().connectors.values().any(|line| line.from.step() == from && line.to.step() == to)
        }

        fn press(&mut self, modifiers: Modifiers, key: Key) {
            self.window.key_press_modifiers(modifiers, key);
            self.window.run();
        }

        fn write(&mut self, text: &str) {
            self.window.event(Event::Text(text.to_owned()));
            self.window.run();
        }

        /// Does a command by its name.
        fn command(&mut self, key: &str) {
            self.press(SHIFT_CTRL, Key::P);
            let name = self.say(key);
            self.write(&name);
            self.press(Modifiers::NONE, Key::Enter);
        }

        fn rect(&self, step: &str) -> Rect {
            self.window.get_by_role_and_label(Role::Button, step).rect()
        }

        fn button(&mut self, pos: Pos2, pressed: bool) {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            self.window.event(Event::PointerButton { pos, button, pressed, modifiers });
            self.window.step();
        }

        fn point(&mut self, at: Pos2) {
            self.window.event(Event::PointerMoved(at));
            self.window.step();
        }

        fn click(&mut self, step: &str) {
            let at = self.rect(step).center();
            self.point(at);
            self.button(at, true);
            self.button(at, false);
            self.window.run();
        }

        fn drag(&mut self, step: &str, to: Pos2) {
            let from = self.rect(step).center();
            self.point(from);
            self.button(from, true);
            for part in [0.1, 0.5, 0.9, 1.0] {
                self.point(from.lerp(to, part));
            }
            self.button(to, false);
            self.window.run();
        }

        /// Chooses from a list of the properties.
        fn choose(&mut self, field: &str, option: &str) {
            let name = self.say(field);
            let list = self.window.get_by_role_and_label(Role::ComboBox, &name);
            let at = list.rect().center().x;
            list.click();
            self.window.run();
            // Headings on the canvas are called like options.
            let from_list = |node: &Node<'_>| (node.rect().center().x - at).abs();
            let options = self.window.get_all_by_role_and_label(Role::Button, option);
            options
                .min_by(|one, other| from_list(one).total_cmp(&from_list(other)))
                .expect("the option")
                .click();
            self.window.run();
        }

        fn open_template(&mut self) {
            self.window.get_by_role_and_label(Role::Button, self.words.template).click();
            self.window.run();
            self.press(Modifiers::COMMAND, Key::Num0);
        }

        fn add_a_step(&mut self) {
            let Words { before, after, added, renamed, employee, .. } = *self.words;
            self.click(before);
            self.command("scene-kind-process");
            self.write(added);
            self.press(Modifiers::NONE, Key::Enter);
            assert_eq!(self.lane_of(added), employee);
            assert!(self.leads(before, added) && self.leads(added, after), "it is part of the flow");
            assert!(!self.leads(before, after), "the flow does not pass it by");
            self.press(Modifiers::NONE, Key::F2);
            self.write(renamed);
            self.press(Modifiers::NONE, Key::Enter);
            self.press(Modifiers::COMMAND, Key::Z);
            self.rect(added);
            self.press(SHIFT_CTRL, Key::Z);
            self.rect(renamed);
        }

        fn move_it_to_another_lane_and_back(&mut self) {
            let Words { after, renamed, employee, customer, .. } = *self.words;
            let to = Pos2::new(self.rect(renamed).center().x, self.rect(after).center().y);
            self.drag(renamed, to);
            assert_eq!(self.lane_of(renamed), customer);
            self.choose("panel-lane", employee);
            assert_eq!(self.lane_of(renamed), employee);
        }

        fn export(&mut self) {
            self.press(Modifiers::COMMAND, Key::E);
            let label = self.say("ui-export-write");
            let buttons: Vec<_> = self.window.get_all_by_label(&label).collect();
            buttons.last().expect("the button").click();
            let done = Catalog::of(self.words.lang).text_with("ui-export-done", &[("count", 1.into())]);
            wait_for_words(&mut self.window, &done);
        }
    }

    fn the_whole_job(words: &'static Words) {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("chart.ron");
        let mut manager = Manager::new(words, &file);
        manager.open_template();
        manager.add_a_step();
        manager.move_it_to_another_lane_and_back();
        let lanes = manager.page().lanes.len();
        manager.command("ui-cmd-lane-after");
        assert_eq!(manager.page().lanes.len(), lanes + 1);

        manager.press(Modifiers::COMMAND, Key::S);
        let shown = manager.window.state().editor().expect("a document").document().clone();
        let saved = pipeline::open_file(&file).expect("it was saved").document;
        assert_eq!(persist::to_ron(&saved), persist::to_ron(&shown));
        assert_eq!(saved.check(), Ok(()));

        let mut again = Manager::new(words, &file);
        again.window.state_mut().open_files(vec![file.clone()]);
        again.window.run();
        again.rect(words.renamed);
        again.export();
        let picture = std::fs::read_to_string(folder.path().join("chart.ron.svg")).expect("a picture");
        assert!(picture.contains(words.renamed), "the new step is in the picture");
    }

    #[test]
    fn the_whole_job_in_english() {
        the_whole_job(&ENGLISH);
    }

    #[test]
    fn the_whole_job_in_spanish() {
        the_whole_job(&SPANISH);
    }
}
