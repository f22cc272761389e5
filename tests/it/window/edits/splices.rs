//! A step that is let go on a line is put into it, which is said, and taken back where it was not meant.

#[cfg(test)]
mod tests {
    use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, accesskit::Role, vec2};
    use egui_kittest::kittest::Queryable as _;
    use laneway::{locale::UiLang, model::StepId};

    use crate::{
        run::Desk,
        window::support::on_file::{Window, editor, page, step, window_on},
    };

    /// A window on a chart at 100 %, with a step beside the flow.
    fn window() -> (Desk, Window, StepId) {
        let desk = Desk::with_chart("x.ron");
        let mut window = window_on(desk.path("x.ron"), [2500.0, 1500.0], UiLang::En);
        window.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
        window.run();
        let copied = step(&window, "Needs help").id.clone();
        let only = laneway::edit::Selection::step(copied);
        window.state_mut().editor_mut().expect("an editor").select(only);
        window.run();
        window.key_press_modifiers(Modifiers::COMMAND, Key::D);
        window.run();
        let copy = editor(&window).selection().only_step().expect("the copy").clone();
        // A start cannot stand within the flow.
        let kind = laneway::model::StepKind::Process;
        let command = laneway::edit::StepCommand::SetKind { steps: [copy.clone()].into(), kind };
        let command = laneway::edit::Command::Step(command);
        window.state_mut().editor_mut().expect("an editor").run(&command).expect("it goes");
        window.run();
        (desk, window, copy)
    }

    fn button(window: &mut Window, pos: Pos2, pressed: bool) {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.event(Event::PointerButton { pos, button, pressed, modifiers });
        window.step();
    }

    fn drag(window: &mut Window, from: Pos2, to: Pos2) {
        window.event(Event::PointerMoved(from));
        window.step();
        button(window, from, true);
        for part in [0.2, 0.6, 1.0] {
            window.event(Event::PointerMoved(from.lerp(to, part)));
            window.step();
        }
        window.step();
        button(window, to, false);
        window.run();
    }

    #[test]
    fn it_is_said_and_undone_from_the_notice() {
        let (_desk, mut window, copy) = window();
        let before = page(&window).clone();
        let of_page = |window: &Window, at: laneway::geom::Point| {
            let known = step(window, "Enough information?").rect.center();
            let place = window.get_by_role_and_label(Role::Button, "Enough information?").rect().center();
            place + vec2((at.x - known.x) as f32, (at.y - known.y) as f32)
        };
        let from = of_page(&window, before.steps[&copy].rect.center());
        let on_line = before.connectors.values().find_map(|line| {
            let (from, to) = (line.from.step()?, line.to.step()?);
            let says = |id: &StepId| before.steps[id].text.exactly(&UiLang::En.into()).map(str::to_owned);
            let line = laneway::shape::polyline(&before, line)?;
            let (a, b) = line.segments().find(|(a, b)| a.y == b.y && (a.x - b.x).abs() > 70.0)?;
            Some((a.midpoint(b), says(from)?, says(to)?))
        });
        let (at, first, next) = on_line.expect("a long piece of a line");
        let to = of_page(&window, at);
        drag(&mut window, from, to);
        assert_eq!(editor(&window).undo_name(), Some("edit-step-into-line"));
        let said = format!("Put into the line from “{first}” to “{next}”");
        window.get_by_role_and_label(Role::Status, &said);
        window
            .get_all_by_role_and_label(Role::Button, "Undo")
            .last()
            .expect("the button of the notice")
            .click();
        window.run();
        assert_eq!(*page(&window), before);
        assert!(window.query_by_role_and_label(Role::Status, &said).is_none());
    }
}
