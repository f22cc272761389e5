//! The chart that is open compared with a file, with what was saved, and with a version.

use std::path::PathBuf;

use eframe::egui::{
    Key,
    accesskit::{Role, Toggled},
};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use laneway::{
    app::{Bundled, Laneway, ScriptedDialogs},
    edit::{Command, Selection, StepCommand},
    geom::Vec2,
    locale::UiLang,
};

use super::{Window, editor, step, window, write_here, write_there};
use crate::{
    run::Desk,
    window::support::wait::{wait_for, wait_for_words},
};

fn choose(window: &mut Window, menu_entry: &str) {
    window.get_by_label("File").click();
    window.run();
    window.get_by_label(menu_entry).click();
    window.run();
}

/// A window on a chart whose person chooses `open` and `save` in the system's dialogs.
fn choosing(desk: &Desk, open: &str, save: Option<&str>) -> Window {
    let dialogs = ScriptedDialogs {
        open: vec![desk.path(open)],
        save: save.map(|name| desk.path(name)),
        are_missing: false,
    };
    let builder = Harness::builder().with_size([1280.0, 800.0]).with_max_steps(60).with_step_dt(0.05);
    let mut window = builder.build_eframe(move |creation| {
        let app = Laneway::new(&creation.egui_ctx, Box::new(Bundled), Box::new(dialogs));
        app.speaking(UiLang::En)
    });
    let file: PathBuf = desk.path("x.ron");
    window.state_mut().open_files(vec![file]);
    window.run();
    window
}

/// The line of the list that is chosen.
fn chosen(window: &Window) -> Option<String> {
    let lines = window.query_all_by_role(Role::ListBoxOption);
    let mut chosen = lines.filter(|line| line.accesskit_node().toggled() == Some(Toggled::True));
    chosen.find_map(|line| line.accesskit_node().label())
}

#[test]
fn what_was_done_since_the_last_save_is_listed_and_marked() {
    let (_desk, mut window) = window();
    choose(&mut window, "Compare with the saved file");
    wait_for_words(&mut window, "no difference");
    window.key_press(Key::Escape);
    window.run();
    write_here(&mut window, "Write");
    let steps = Selection::step(step()).steps;
    let move_it = StepCommand::Move { steps, by: Vec2::new(0.0, 8.0), onto: None };
    window.state_mut().editor_mut().expect("a chart").run(&Command::Step(move_it)).expect("moved");
    choose(&mut window, "Compare with the saved file");
    wait_for_words(&mut window, "changed from “Ask the customer for details” to “Write”");
    window.get_by_label("Before: x.ron as saved");
    window.get_by_label("After: x.ron as it is now");
    window.get_by_role_and_label(Role::ListBox, "Differences");
    // The picture says to who does not see it what it shows.
    let says = |said: String| said.contains("to “Write”");
    let pictures: Vec<String> =
        window.get_all_by_role(Role::Image).filter_map(|node| node.accesskit_node().label()).collect();
    assert!(pictures.into_iter().any(says));
    // The arrow keys go from one difference to the next.
    assert_eq!(chosen(&window), None);
    window.key_press(Key::ArrowDown);
    let first = wait_for(&mut window, "a chosen line", |window| chosen(window));
    assert!(first.contains("to “Write”"), "{first}");
    window.key_press(Key::ArrowDown);
    let is_first = |window: &mut Window| chosen(window).as_ref() == Some(&first);
    wait_for(&mut window, "the next line", |window| (!is_first(window)).then_some(()));
    window.key_press(Key::ArrowUp);
    wait_for(&mut window, "the first line", |window| is_first(window).then_some(()));
    window.get_by_label("Swap").click();
    wait_for_words(&mut window, "changed from “Write” to “Ask the customer for details”");
    window.get_by_label("Before: x.ron as it is now");
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_label("Swap").is_none(), "Escape closes it");
    assert!(editor(&window).is_dirty(), "nothing was changed");
}

#[test]
fn a_chart_is_compared_with_a_file_and_the_picture_written() {
    let desk = Desk::with_chart("x.ron");
    desk.put("old.ron", &desk.get("x.ron"));
    write_there(&desk.path("old.ron"), UiLang::En, "Phone the customer");
    let mut window = choosing(&desk, "old.ron", Some("compare.svg"));
    choose(&mut window, "Compare with…");
    wait_for_words(&mut window, "changed from “Phone the customer” to “Ask the customer for details”");
    window.get_by_label("Export SVG…").click();
    window.run();
    wait_for_words(&mut window, "Written: compare.svg");
    let svg = String::from_utf8(desk.get("compare.svg")).expect("an SVG is text");
    for said in ["old.ron", "x.ron as it is now", ">changed</text>"] {
        assert!(svg.contains(said), "{said}");
    }
}

#[test]
fn the_picture_replaces_what_somebody_made_only_when_a_person_says_so() {
    let desk = Desk::with_chart("x.ron");
    desk.put("old.ron", &desk.get("x.ron"));
    write_there(&desk.path("old.ron"), UiLang::En, "Phone the customer");
    desk.put("compare.svg", b"<svg/>");
    // The ending is ours, so the system's dialog asked about another file.
    let mut window = choosing(&desk, "old.ron", Some("compare"));
    choose(&mut window, "Compare with…");
    wait_for_words(&mut window, "Phone the customer");
    window.get_by_label("Export SVG…").click();
    window.run();
    wait_for_words(&mut window, "Another name…");
    window.get_by_label("Cancel").click();
    window.run();
    assert_eq!(desk.get("compare.svg"), b"<svg/>", "nothing is replaced unasked");
    window.get_by_label("Export SVG…").click();
    window.run();
    wait_for_words(&mut window, "Another name…");
    window.get_by_label("Replace").click();
    window.run();
    wait_for_words(&mut window, "Written: compare.svg");
    assert!(desk.get("compare.svg").len() > 100, "the picture is there");
}

#[test]
fn a_file_that_is_no_chart_says_so() {
    let desk = Desk::with_chart("x.ron");
    desk.put("other.ron", b"(format: \"laneway\", version: 2, docu");
    let mut window = choosing(&desk, "other.ron", None);
    choose(&mut window, "Compare with…");
    wait_for(&mut window, "what is wrong", |window| {
        window.query_all_by_label_contains("other.ron").nth(1).map(drop)
    });
    assert!(window.query_by_role(Role::ListBox).is_none());
    assert!(window.get_by_label("Export SVG…").accesskit_node().is_disabled());
}
