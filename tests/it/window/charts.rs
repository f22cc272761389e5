//! The window on the real templates: what it shows is what the files say and what an export writes.

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, path::PathBuf};

    use eframe::egui::{Key, Modifiers, Shape, accesskit::Role, epaint::ClippedShape};
    use egui_kittest::{Harness, kittest::Queryable as _};
    use laneway::{
        app::{Bundled, Laneway, ScriptedDialogs},
        locale::UiLang,
    };

    use crate::{run::Desk, window::support::wait::wait_for_words};

    const TEMPLATE: &str = "Customer service process";

    /// A window wide enough to show the template at 100 %.
    fn window_with_template(save: Option<PathBuf>) -> Harness<'static, Laneway> {
        let dialogs = ScriptedDialogs { save, ..ScriptedDialogs::default() };
        let mut window = Harness::builder()
            .with_size([3000.0, 1600.0])
            .with_max_steps(60)
            .with_step_dt(0.05)
            .build_eframe(|creation| {
                Laneway::new(&creation.egui_ctx, Box::new(Bundled), Box::new(dialogs)).speaking(UiLang::En)
            });
        window.run();
        window.get_by_role_and_label(Role::Button, TEMPLATE).click();
        window.run();
        window
    }

    fn at_100_percent(window: &mut Harness<'static, Laneway>) {
        window.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
        window.run();
        window.get_by_label("100 %");
    }

    #[test]
    fn a_template_opens_with_all_its_steps_and_zooms() {
        let mut window = window_with_template(None);
        window.get_by_label("4 lanes · 31 steps");
        for step in ["Needs help", "Enough information?", "Closed without an answer", "Request closed"] {
            window.get_by_role_and_label(Role::Button, step);
        }
        at_100_percent(&mut window);
        let before = window.get_by_role_and_label(Role::Button, "Enough information?").rect();
        window.key_press(Key::Plus);
        window.run();
        let after = window.get_by_role_and_label(Role::Button, "Enough information?").rect();
        assert!((after.width() / before.width() - 1.25).abs() < 0.01, "{before:?} {after:?}");
    }

    #[test]
    fn a_page_that_was_fitted_is_fitted_into_a_smaller_window_and_one_that_was_zoomed_is_not() {
        let mut window = window_with_template(None);
        let width = |window: &Harness<'static, Laneway>| {
            window.get_by_role_and_label(Role::Button, "Enough information?").rect().width()
        };
        let before = width(&window);
        window.set_size(eframe::egui::vec2(1400.0, 900.0));
        window.run();
        assert!(width(&window) < 0.8 * before, "{before} {}", width(&window));
        at_100_percent(&mut window);
        window.set_size(eframe::egui::vec2(1600.0, 900.0));
        window.run();
        window.get_by_label("100 %");
    }

    #[test]
    fn a_page_that_was_fitted_keeps_its_size_while_it_is_edited() {
        let mut window = window_with_template(None);
        window.set_size(eframe::egui::vec2(1400.0, 900.0));
        window.run();
        let shown = |window: &Harness<'static, Laneway>, name: &str| {
            window.get_by_role_and_label(Role::Button, name).rect()
        };
        let before = shown(&window, "Send the closing notice");
        // Steps that are put between two others push all that follows to the right.
        for _ in 0..2 {
            let step = window.state().editor().and_then(|editor| editor.page()).expect("a page");
            let step = step
                .steps
                .values()
                .find(|step| step.text.exactly(&UiLang::En.into()) == Some("Send the closing notice"));
            let step = laneway::edit::Selection::step(step.expect("a step").id.clone());
            window.state_mut().editor_mut().expect("an editor").select(step);
            window.run();
            window.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::P);
            window.run();
            window.event(eframe::egui::Event::Text("Process".to_owned()));
            window.run();
            window.key_press(Key::Enter);
            window.run();
            window.key_press(Key::Escape);
            window.run();
        }
        let steps = window.state().editor().and_then(|editor| editor.page()).expect("a page").steps.len();
        assert_eq!(steps, 33);
        let after = shown(&window, "Send the closing notice");
        assert!((after.width() - before.width()).abs() < 0.01, "{before:?} {after:?}");
        // When the room for it changes, all of it is seen again.
        window.set_size(eframe::egui::vec2(1402.0, 900.0));
        window.run();
        let fitted = shown(&window, "Send the closing notice");
        assert!(fitted.width() < 0.97 * before.width(), "it is smaller: {before:?} {fitted:?}");
        shown(&window, "Request closed");
        // A person who zoomed has said how large it shall be.
        at_100_percent(&mut window);
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.run();
        window.get_by_label("100 %");
    }

    #[test]
    fn a_new_page_is_fitted_and_its_name_is_written_at_once() {
        let mut window = window_with_template(None);
        window.key_press(Key::Plus);
        window.run();
        window.get_by_label("Add page").click();
        window.run();
        window.event(eframe::egui::Event::Text("Complaints".to_owned()));
        window.run();
        window.key_press(Key::Enter);
        window.run();
        window.get_by_role_and_label(Role::Tab, "Complaints");
        window.get_by_label("100 %");
    }

    #[test]
    fn the_window_exports_what_the_command_line_exports() {
        let desk = Desk::with_chart("x.ron");
        assert_eq!(desk.run(&["export", "x.ron", "-o", "line.svg"]).status, 0);
        let mut window = window_with_template(Some(desk.path("window.svg")));
        window.key_press_modifiers(Modifiers::COMMAND, Key::E);
        window.run();
        let buttons: Vec<_> = window.get_all_by_label("Export…").collect();
        buttons.last().expect("the dialog's button").click();
        // The file is written in the background.
        wait_for_words(&mut window, "Exported to this file");
        // They are two documents.
        let but_id = |name: &str| {
            let svg = String::from_utf8(desk.get(name)).expect("UTF-8");
            let (before, after) = svg.split_once(" id=\"laneway-").expect("an id");
            format!("{before}{}", after.split_once('"').expect("its end").1)
        };
        assert!(but_id("window.svg") == but_id("line.svg"), "the two files are the same");
    }

    /// One picture: the lines of text that the canvas paints are those of the SVG, at the same places.
    #[test]
    fn the_canvas_paints_the_lines_of_the_svg() {
        let desk = Desk::with_chart("x.ron");
        let svg = desk.run(&["export", "x.ron", "-o", "-", "--format", "svg"]).text();
        let mut window = window_with_template(None);
        at_100_percent(&mut window);
        let painted = painted_lines(&window.output().shapes);
        let written = written_lines(&svg);
        let shift_of = |text: &str| {
            let (painted, written) = (painted.get(text)?.first()?, written.get(text)?.first()?);
            Some((painted.0 - written.0, painted.1 - written.1))
        };
        let shift = shift_of("Needs help").expect("the first step");
        let mut compared = 0;
        for (text, places) in &written {
            for (x, y) in places {
                let near =
                    |(px, py): &(f64, f64)| (px - x - shift.0).abs() < 1.0 && (py - y - shift.1).abs() < 1.0;
                let found = painted.get(text).is_some_and(|all| all.iter().any(near));
                assert!(found, "“{text}” at {x}, {y}: {:?} less {shift:?}", painted.get(text));
                compared += 1;
            }
        }
        assert!(compared > 70, "only {compared} lines were compared");
    }

    type Lines = BTreeMap<String, Vec<(f64, f64)>>;

    /// The upright lines of text among `shapes`: what they say, the middle of their baselines.
    fn painted_lines(shapes: &[ClippedShape]) -> Lines {
        let mut lines = Lines::new();
        let mut stack: Vec<&Shape> = shapes.iter().map(|clipped| &clipped.shape).collect();
        while let Some(shape) = stack.pop() {
            match shape {
                Shape::Vec(inner) => stack.extend(inner),
                Shape::Text(text) if text.angle == 0.0 => {
                    let Some(glyph) = text.galley.rows.first().and_then(|row| row.glyphs.first()) else {
                        continue;
                    };
                    let x = text.pos.x + text.galley.size().x / 2.0;
                    let y = text.pos.y + glyph.pos.y;
                    let place = (f64::from(x), f64::from(y));
                    lines.entry(text.galley.text().to_owned()).or_default().push(place);
                }
                _ => {}
            }
        }
        lines
    }

    /// The upright lines of text that are anchored at their middle in `svg`.
    fn written_lines(svg: &str) -> Lines {
        let mut lines = Lines::new();
        for line in svg.lines().filter(|line| line.trim_start().starts_with("<text x=")) {
            if line.contains("rotate") || line.contains("aria-hidden") {
                continue;
            }
            let attribute = |name: &str| {
                let value = line.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
                value.parse::<f64>().ok()
            };
            let (Some(x), Some(y)) = (attribute("x"), attribute("y")) else { continue };
            let text = line.split('>').nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
            lines.entry(text.to_owned()).or_default().push((x, y));
        }
        lines
    }
}
