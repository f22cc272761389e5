//! Nothing moves but what is aimed at: copies and steps that are lined up, by keys and from the search.

#[cfg(test)]
mod tests {
    use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
    use egui_kittest::kittest::Queryable as _;
    use laneway::{edit::Selection, locale::UiLang, model::StepId};

    use crate::{
        run::Desk,
        window::support::on_file::{Window, editor, page, step, window_on},
    };

    fn window() -> (Desk, Window) {
        let desk = Desk::with_chart("x.ron");
        let window = window_on(desk.path("x.ron"), [1600.0, 1000.0], UiLang::En);
        (desk, window)
    }

    fn select(window: &mut Window, texts: &[&str]) -> Vec<StepId> {
        let ids: Vec<StepId> = texts.iter().map(|text| step(window, text).id.clone()).collect();
        window.state_mut().editor_mut().expect("an editor").select(Selection::steps(ids.clone()));
        window.run();
        ids
    }

    /// Chooses the first command that the search finds.
    fn search(window: &mut Window, words: &str) {
        window.key_press_modifiers(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::P);
        window.run();
        window.event(Event::Text(words.to_owned()));
        window.run();
        window.key_press(Key::Enter);
        window.run();
    }

    #[test]
    fn duplicates_stand_free_and_in_sight_and_all_else_stays() {
        let (_desk, mut window) = window();
        let ids = select(&mut window, &["Needs help", "Enough information?"]);
        let before = page(&window).clone();
        for times in 1..=3 {
            window.key_press_modifiers(Modifiers::COMMAND, Key::D);
            window.run();
            assert_eq!(page(&window).steps.len(), before.steps.len() + times * ids.len());
            let is_same = |id: &StepId| page(&window).steps[id] == before.steps[id];
            assert!(before.steps.keys().all(is_same), "copy {times}");
            assert!(before.connectors.values().all(|line| page(&window).connectors[&line.id] == *line));
            assert_eq!(editor(&window).undo_name(), Some("edit-paste"));
            let canvas = window.ctx.content_rect();
            let shown = window.get_all_by_role_and_label(Role::Button, "Needs help");
            assert!(shown.map(|node| node.rect()).all(|rect| canvas.contains_rect(rect)));
        }
    }

    #[test]
    fn lining_up_across_lanes_says_why_nothing_happens() {
        let (_desk, mut window) = window();
        select(&mut window, &["Needs help", "Enough information?"]);
        search(&mut window, "Align top");
        window.get_by_role_and_label(
            Role::Status,
            "These steps stand in different lanes, which they would have to leave",
        );
        assert_eq!(editor(&window).undo_name(), None);
        assert!(!editor(&window).is_dirty());
    }
}
