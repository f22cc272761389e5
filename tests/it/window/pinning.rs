//! Pinning in the window: keys, menus, the panel, and a layout that leaves pinned steps alone.

#[cfg(test)]
mod tests {
    use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, accesskit::Role, vec2};
    use egui_kittest::kittest::{NodeT as _, Queryable as _};
    use laneway::{
        edit::{Command, Selection, StepCommand},
        geom::Vec2,
        locale::UiLang,
        model::{Page, StepId},
    };

    use crate::{
        run::Desk,
        window::support::on_file::{Window, editor, page, step, window_on},
    };

    const SHIFT_CTRL: Modifiers = Modifiers { shift: true, ..Modifiers::COMMAND };
    const ALT_CTRL: Modifiers = Modifiers { alt: true, ..Modifiers::COMMAND };
    const MOVED: &str = "Record what the internal agent needs";

    /// A window on the large template.
    fn window() -> (Desk, Window) {
        let desk = Desk::with_chart("x.ron");
        let window = window_on(desk.path("x.ron"), [1600.0, 1000.0], UiLang::En);
        (desk, window)
    }

    fn select(window: &mut Window, steps: impl IntoIterator<Item = StepId>) {
        window.state_mut().editor_mut().expect("an editor").select(Selection::steps(steps));
        window.run();
    }

    fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
        window.key_press_modifiers(modifiers, key);
        window.run();
    }

    /// Moves a step by hand, which need not be where the layout would have it, and selects it.
    fn pull_away(window: &mut Window, text: &str, by: Vec2) -> StepId {
        let id = step(window, text).id.clone();
        let steps = [id.clone()].into();
        let command = Command::Step(StepCommand::Move { steps, by, onto: None });
        window.state_mut().editor_mut().expect("an editor").run(&command).expect("an edit");
        select(window, [id.clone()]);
        id
    }

    fn says(window: &Window, words: &str) -> bool {
        window.query_all_by_label_contains(words).next().is_some()
    }

    #[test]
    fn a_pinned_step_stays_and_the_page_is_laid_out_around_it() {
        let (_desk, mut window) = window();
        let id = pull_away(&mut window, MOVED, Vec2::new(60.0, 20.0));
        press(&mut window, ALT_CTRL, Key::P);
        assert_eq!(editor(&window).undo_name(), Some("edit-step-pin"));
        let before = page(&window).clone();
        assert!(before.steps[&id].pinned);
        press(&mut window, SHIFT_CTRL, Key::L);
        let after = page(&window);
        assert_ne!(before, *after);
        let across =
            |page: &Page| page.steps[&id].rect.y0 - page.lane_band(&page.steps[&id].lane).expect("a lane").1;
        assert_eq!(before.steps[&id].rect.x0, after.steps[&id].rect.x0);
        assert!((across(&before) - across(after)).abs() < 0.001);
        for one in after.steps.values() {
            let (_, from, to) = after.lane_band(&one.lane).expect("a lane");
            assert!(from <= one.rect.y0 && one.rect.y1 <= to, "{} stands in its lane", one.id);
            let others = after.steps.values().filter(|other| other.id != one.id);
            assert!(
                others.into_iter().all(|other| !other.rect.overlaps(one.rect)),
                "{} is on another",
                one.id
            );
        }
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(before, *page(&window));
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert!(!page(&window).steps[&id].pinned);
    }

    #[test]
    fn pinning_again_takes_the_pins_away_and_a_mixed_selection_is_pinned_first() {
        let (_desk, mut window) = window();
        let ids: Vec<StepId> = page(&window).steps.keys().take(2).cloned().collect();
        let pinned = |window: &Window| ids.iter().filter(|id| page(window).steps[*id].pinned).count();
        select(&mut window, [ids[0].clone()]);
        press(&mut window, ALT_CTRL, Key::P);
        select(&mut window, ids.clone());
        let mut counts = Vec::new();
        for _ in 0..2 {
            press(&mut window, ALT_CTRL, Key::P);
            counts.push(pinned(&window));
        }
        assert_eq!(counts, [2, 0]);
        assert_eq!(editor(&window).undo_name(), Some("edit-step-unpin"));
    }

    #[test]
    fn the_menu_of_a_step_pins_it_and_readers_are_told() {
        let (_desk, mut window) = window();
        let text = "Enough information?";
        let at: Pos2 = window.get_by_role_and_label(Role::Button, text).rect().center();
        window.event(Event::PointerMoved(at));
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Secondary, Modifiers::NONE);
            window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
            window.step();
        }
        window.run();
        window.get_by_label_contains("Pin in place").click();
        window.run();
        assert!(step(&window, text).pinned);
        let node = window.get_by_role_and_label(Role::Button, text);
        let description = node.accesskit_node().description().unwrap_or_default();
        assert!(description.ends_with("Pinned in place"), "{description}");
    }

    #[test]
    fn where_everything_is_pinned_a_layout_says_so() {
        let (_desk, mut window) = window();
        press(&mut window, Modifiers::COMMAND, Key::A);
        press(&mut window, ALT_CTRL, Key::P);
        let before = page(&window).clone();
        press(&mut window, SHIFT_CTRL, Key::L);
        assert!(says(&window, "Every step here is pinned, so nothing moves"));
        assert_eq!(before, *page(&window));
    }

    #[test]
    fn a_copy_of_a_pinned_step_is_loose() {
        let (_desk, mut window) = window();
        let id = step(&window, MOVED).id.clone();
        select(&mut window, [id.clone()]);
        press(&mut window, ALT_CTRL, Key::P);
        press(&mut window, Modifiers::COMMAND, Key::D);
        let copy = editor(&window).selection().only_step().expect("the copy").clone();
        assert_ne!(copy, id);
        assert!(!page(&window).steps[&copy].pinned);
    }

    #[test]
    fn the_panel_pins_a_step() {
        let (_desk, mut window) = window();
        let id = step(&window, MOVED).id.clone();
        select(&mut window, [id.clone()]);
        // All of the panel is in sight.
        window.set_size(vec2(1600.0, 2400.0));
        window.run();
        window.get_by_role_and_label(Role::DisclosureTriangle, "Size and place").click();
        window.run();
        window.get_by_role_and_label(Role::ComboBox, "Automatic layout").click();
        window.run();
        window.get_by_role_and_label(Role::Button, "Leaves it here (pinned)").click();
        window.run();
        assert!(page(&window).steps[&id].pinned);
    }
}
