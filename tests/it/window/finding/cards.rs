//! The card beside a step that the pointer rests on.

#[cfg(test)]
mod tests {
    use eframe::egui::{Event, Rect, Vec2, accesskit::Role, vec2};
    use egui_kittest::kittest::Queryable as _;
    use laneway::locale::UiLang;

    use crate::{
        run::Desk,
        window::support::on_file::{Window, editor, window_on},
    };

    fn window() -> (Desk, Window) {
        let desk = Desk::with_chart("x.ron");
        let window = window_on(desk.path("x.ron"), [1600.0, 1000.0], UiLang::En);
        (desk, window)
    }

    /// Lets the pointer rest on what is called `name` for two seconds.
    fn rest_on(window: &mut Window, name: &str) -> Rect {
        let rect = window.get_by_role_and_label(Role::Button, name).rect();
        window.event(Event::PointerMoved(rect.center() + vec2(3.0, 3.0)));
        for _ in 0..40 {
            window.step();
        }
        rect
    }

    fn has_card(window: &Window) -> bool {
        window.query_by_role_and_label(Role::Button, "More").is_some()
    }

    /// A step in the middle of what is seen.
    fn some_step(window: &Window) -> String {
        let canvas = Rect::from_min_max([500.0, 300.0].into(), [1000.0, 800.0].into());
        let page = editor(window).page().expect("a page");
        let lang = UiLang::En.into();
        let names = page.steps.values().filter_map(|step| step.text.exactly(&lang));
        let seen = |name: &&str| {
            let node = window.query_by_role_and_label(Role::Button, name);
            node.is_some_and(|node| canvas.contains_rect(node.rect()))
        };
        names.into_iter().find(seen).expect("a step in the middle").to_owned()
    }

    #[test]
    fn a_card_beside_the_step_leads_to_all_details() {
        let (_desk, mut window) = window();
        let name = some_step(&window);
        assert!(!has_card(&window));
        let step = rest_on(&mut window, &name);
        let more = window.get_by_role_and_label(Role::Button, "More");
        assert!(!more.rect().intersects(step), "the card is not on the step");
        more.click();
        window.run();
        assert_eq!(editor(&window).selection().steps.len(), 1);
        assert!(!has_card(&window), "the properties say it now");
    }

    #[test]
    fn a_card_waits_for_the_pointer_and_goes_when_something_is_done() {
        let (_desk, mut window) = window();
        let name = some_step(&window);
        let step = rest_on(&mut window, &name);
        let more = window.get_by_role_and_label(Role::Button, "More").rect();
        window.event(Event::PointerMoved(step.center() + (more.center() - step.center()) * 0.6));
        window.step();
        assert!(has_card(&window), "the pointer is on its way");
        window.event(Event::PointerMoved(step.center() + Vec2::new(0.0, -200.0)));
        window.step();
        window.step();
        assert!(!has_card(&window));
    }

    #[test]
    fn who_writes_is_shown_no_card() {
        let (_desk, mut window) = window();
        let name = some_step(&window);
        window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::F);
        window.run();
        rest_on(&mut window, &name);
        assert!(!has_card(&window), "the keyboard is in the field of the search");
    }
}
