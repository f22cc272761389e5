//! What of a chart is seen: where it opens, and what a person goes to.

#[cfg(test)]
mod tests {
    use eframe::{
        App as _,
        egui::{Event, Key, Modifiers, PointerButton, Rect, accesskit::Role, pos2, vec2},
    };
    use egui_kittest::kittest::Queryable as _;
    use laneway::{
        app::{Bundled, Folders, Laneway, ScriptedDialogs},
        locale::UiLang,
    };

    use crate::{
        run::Desk,
        window::support::on_file::{Window, window_on},
    };

    const SIZE: [f32; 2] = [1000.0, 700.0];
    const FIRST: &str = "Needs help";
    const LAST: &str = "Request closed";

    fn window() -> (Desk, Window) {
        let desk = Desk::with_chart("x.ron");
        let window = window_on(desk.path("x.ron"), SIZE, UiLang::En);
        (desk, window)
    }

    fn press(window: &mut Window, key: Key) {
        window.key_press_modifiers(Modifiers::COMMAND, key);
        window.run();
    }

    /// Has the command search run `command`.
    fn run_command(window: &mut Window, command: &str) {
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
        window.run();
        window.get_by_role_and_label(Role::TextInput, "Search commands and steps").type_text(command);
        window.run();
        window.key_press(Key::Enter);
        window.run();
    }

    fn step_rect(window: &Window, step: &str) -> Option<Rect> {
        window.query_by_role_and_label(Role::Button, step).map(|node| node.rect())
    }

    /// Whether all of a step lies between the panels.
    fn is_seen(window: &Window, step: &str) -> bool {
        let canvas = Rect::from_min_max([200.0, 100.0].into(), [SIZE[0] - 240.0, SIZE[1]].into());
        step_rect(window, step).is_some_and(|rect| canvas.contains_rect(rect))
    }

    #[test]
    fn a_page_whose_words_could_not_be_read_opens_at_its_start() {
        let (_desk, mut window) = window();
        window.get_by_label("60 %");
        assert!(is_seen(&window, FIRST) && !is_seen(&window, LAST));
        press(&mut window, Key::Num1);
        assert!(is_seen(&window, FIRST) && is_seen(&window, LAST));
        press(&mut window, Key::Num0);
        window.get_by_label("100 %");
    }

    #[test]
    fn what_is_selected_its_lane_and_the_page_are_gone_to() {
        let (_desk, mut window) = window();
        window.get_by_role_and_label(Role::Button, FIRST).click();
        window.run();
        press(&mut window, Key::Num2);
        window.get_by_label("100 %");
        assert!(is_seen(&window, FIRST));
        let of_step = step_rect(&window, FIRST).expect("seen").width();
        run_command(&mut window, "Zoom to lane");
        let in_lane = step_rect(&window, FIRST).expect("seen").width();
        assert!(in_lane < of_step / 2.0, "all of the lane is seen: {in_lane} of {of_step}");
        let end = "Closed without an answer";
        assert!(is_seen(&window, FIRST) && is_seen(&window, end), "both are in the customer's lane");
        press(&mut window, Key::Num3);
        let in_width = step_rect(&window, FIRST).map_or(0.0, |rect| rect.width());
        assert!((in_width - in_lane).abs() < in_lane / 4.0, "the lane is as long as the page is wide");
    }

    #[test]
    fn a_file_opens_again_as_it_was_last_seen() {
        let (desk, mut window) = window();
        let home = Folders::new(&desk.path("config"), &desk.path("data"));
        let ctx = window.ctx.clone();
        let fresh = || {
            let app = Laneway::new(&ctx, Box::new(Bundled), Box::new(ScriptedDialogs::default()));
            app.speaking(UiLang::En).at_home(&ctx, Box::new(home.clone()))
        };
        let open = |window: &mut Window| {
            window.state_mut().open_files(vec![desk.path("x.ron")]);
            window.run();
        };
        *window.state_mut() = fresh();
        open(&mut window);
        window.get_by_label("60 %");
        press(&mut window, Key::Num0);
        for _ in 0..3 {
            window.key_press(Key::ArrowRight);
            window.run();
        }
        let place = step_rect(&window, FIRST).expect("seen");
        press(&mut window, Key::W);
        open(&mut window);
        window.get_by_label("100 %");
        assert_eq!(step_rect(&window, FIRST), Some(place), "in the same window");
        window.state_mut().on_exit(None);
        *window.state_mut() = fresh();
        open(&mut window);
        assert_eq!(step_rect(&window, FIRST), Some(place), "in the next one");
    }

    #[test]
    fn a_lane_whose_heading_is_out_of_sight_is_named_at_the_edge() {
        let (_desk, mut window) = window();
        assert!(window.query_by_role_and_label(Role::Button, "Employee").is_none(), "the heading is seen");
        press(&mut window, Key::Num0);
        for _ in 0..20 {
            window.key_press(Key::ArrowRight);
            window.run();
        }
        let at_edge = window.get_by_role_and_label(Role::Button, "Employee");
        assert!(at_edge.rect().width() < 40.0, "a strip");
        at_edge.click();
        window.run();
        assert!(window.state().editor().is_some_and(|editor| editor.selection().only_lane().is_some()));
        press(&mut window, Key::Num1);
        assert!(
            window.query_by_role_and_label(Role::Button, "Employee").is_none(),
            "all of the page is seen"
        );
    }

    #[test]
    fn a_canvas_that_panels_leave_hardly_any_room_is_dragged_on() {
        let (_desk, mut window) = window();
        window.set_size([SIZE[0], 420.0].into());
        for key in [Key::F8, Key::F10] {
            window.key_press(key);
            window.run();
        }
        for y in (60..400).step_by(4) {
            let from = pos2(500.0, y as f32);
            for (pos, pressed) in [(from, true), (from + vec2(60.0, 20.0), false)] {
                window.event(Event::PointerMoved(pos));
                window.step();
                let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
                window.event(Event::PointerButton { pos, button, pressed, modifiers });
                window.step();
            }
            window.key_press(Key::Escape);
            window.step();
        }
        assert!(window.state().editor().is_some());
    }
}
