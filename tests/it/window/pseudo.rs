//! Looks for words of the interface that are not in the catalogue: in the pseudo-language every word of the catalogue
//! has accents, so that a plain vowel gives away what was written somewhere else.

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use eframe::egui::{Key, Modifiers, accesskit::Role};
    use egui_kittest::{
        Harness,
        kittest::{NodeT as _, Queryable as _},
    };
    use laneway::{
        app::{Bundled, Laneway, ScriptedDialogs},
        locale::{Catalog, UiLang},
        pipeline, template,
    };

    const SHIFT_CTRL: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };

    /// What is the same in every language: names of the program and of keys, codes, units.
    const EVERYWHERE: [&str; 20] = [
        "Laneway",
        "Ctrl",
        "Shift",
        "Alt",
        "Home",
        "Delete",
        "Backspace",
        "Enter",
        "Escape",
        "Tab",
        "SVG",
        "PNG",
        "JSON",
        "Space",
        "English",
        "Español",
        "EN",
        "ES",
        "Page Up",
        "Page Down",
    ];

    type Window = Harness<'static, Laneway>;

    /// Every word that the bundled documents hold.
    fn words_of_documents() -> BTreeSet<String> {
        let mut words = BTreeSet::new();
        let open = |template| pipeline::open_template(template).expect("a template");
        let blank = pipeline::untitled(open(&template::BLANK), 1);
        for document in template::TEMPLATES.iter().map(open).chain([blank]) {
            // The file holds all of its texts.
            let text = laneway::persist::to_ron(&document);
            words.extend(text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase));
        }
        words
    }

    /// The words that the window shows now and that are neither accented nor the document's.
    fn plain_words(window: &Window, known: &BTreeSet<String>, found: &mut BTreeSet<String>) {
        for node in window.root().children_recursive() {
            let node = node.accesskit_node();
            let texts = [node.label(), node.description(), node.placeholder().map(str::to_owned)];
            for text in texts.into_iter().flatten() {
                let mut text = text;
                for same in EVERYWHERE {
                    text = text.replace(same, "");
                }
                let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2);
                let strange = words.filter(|word| {
                    word.contains(|c| "aeiouAEIOU".contains(c)) && !known.contains(&word.to_lowercase())
                });
                found.extend(strange.map(|word| format!("{word} in {text:?}")));
            }
        }
    }

    fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
        window.key_press_modifiers(modifiers, key);
        for _ in 0..12 {
            window.step();
        }
    }

    #[test]
    fn every_word_of_the_window_is_in_the_catalogue() {
        let known = words_of_documents();
        let mut found = BTreeSet::new();
        let mut window: Window = Harness::builder()
            .with_size([1800.0, 2600.0])
            .with_max_steps(60)
            .with_step_dt(0.05)
            .build_eframe(|creation| {
                let dialogs = ScriptedDialogs { are_missing: true, ..ScriptedDialogs::default() };
                Laneway::new(&creation.egui_ctx, Box::new(Bundled), Box::new(dialogs))
                    .speaking(UiLang::Pseudo)
            });
        window.run();
        plain_words(&window, &known, &mut found);
        press(&mut window, Modifiers::COMMAND, Key::N);
        press(&mut window, Modifiers::NONE, Key::F8);
        plain_words(&window, &known, &mut found);

        // Every menu.
        for key in ["file", "edit", "view", "insert", "arrange", "window", "help"] {
            let name = Catalog::of(UiLang::Pseudo).text(&format!("ui-menu-{key}"));
            window.get_by_role_and_label(Role::Button, &name).click();
            window.run();
            plain_words(&window, &known, &mut found);
            press(&mut window, Modifiers::NONE, Key::Escape);
        }
        // The properties of a step, a decision, a lane; the dialogs.
        for step in ["First step", "Start", "End"] {
            let row = window.get_all_by_role_and_label(Role::ListItem, step).next().expect("in the outline");
            row.click();
            window.run();
            plain_words(&window, &known, &mut found);
        }
        for (modifiers, key) in [
            (Modifiers::NONE, Key::F1),
            (Modifiers::COMMAND, Key::E),
            (Modifiers::COMMAND, Key::O),
            (SHIFT_CTRL, Key::P),
        ] {
            press(&mut window, modifiers, key);
            plain_words(&window, &known, &mut found);
            press(&mut window, Modifiers::NONE, Key::Escape);
        }
        assert!(found.is_empty(), "not in the catalogue: {found:#?}");
    }
}
