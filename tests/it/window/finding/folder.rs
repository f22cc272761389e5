//! Words in all charts of a folder.

use eframe::egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use laneway::{
    app::{Bundled, Folders, Laneway, ScriptedDialogs},
    locale::UiLang,
    persist::StateFolder,
};

use crate::{run::Desk, window::support::wait::wait_for_words};

type Window = Harness<'static, Laneway>;

/// A window in which the folder `charts` of `desk` is chosen.
fn window(desk: &Desk) -> Window {
    let dialogs = ScriptedDialogs { open: vec![desk.path("charts")], ..ScriptedDialogs::default() };
    let home = Folders::new(&desk.path("config"), &desk.path("data"));
    let home = home.with_state(StateFolder::at(&desk.path("state")));
    let builder = Harness::builder().with_size([1280.0, 900.0]).with_max_steps(60).with_step_dt(0.05);
    let mut window = builder.build_eframe(move |creation| {
        Laneway::new(&creation.egui_ctx, Box::new(Bundled), Box::new(dialogs))
            .speaking(UiLang::En)
            .at_home(&creation.egui_ctx, Box::new(home))
    });
    window.run();
    window
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

fn write(window: &mut Window, field: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run();
    window.event(Event::Text(text.to_owned()));
    window.run();
}

fn says(desk: &Desk, chart: &str, text: &str) -> bool {
    String::from_utf8(desk.get(chart)).expect("a chart is text").contains(text)
}

/// Three charts in a folder and the one below it, of which one is open, and a file that is none.
fn desk() -> Desk {
    let desk = Desk::with_chart("x.ron");
    let chart = desk.get("x.ron");
    desk.put("charts/a.ron", &chart);
    desk.put("charts/team/b.ron", &chart);
    desk.put("charts/open.ron", &chart);
    desk.put("charts/broken.ron", b"(format: \"laneway\"");
    desk
}

#[test]
fn a_changed_policy_is_put_into_all_charts_of_a_folder() {
    let desk = desk();
    let mut window = window(&desk);
    window.state_mut().open_files(vec![desk.path("charts/open.ron")]);
    window.run();
    press(&mut window, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::F);
    wait_for_words(&mut window, "Find and replace in 3 charts of");
    window.get_by_label_contains("1 file could not be read as a chart: broken.ron.");
    write(&mut window, "Find in all texts", "for details");
    wait_for_words(&mut window, "b.ron · ");
    write(&mut window, "Replace by", "for the contract");
    wait_for_words(&mut window, "Ask the customer for the contract");
    window.get_by_role_and_label(Role::Button, "Replace in 3 places").click();
    wait_for_words(&mut window, "Replaced 3 places in 3 charts. 1 of them is open and not saved yet.");
    let new = "Ask the customer for the contract";
    assert!(says(&desk, "charts/a.ron", new) && says(&desk, "charts/team/b.ron", new));
    assert!(!says(&desk, "charts/open.ron", new), "that is an edit in its tab");
    assert!(desk.path("state/versions").read_dir().expect("versions are kept").next().is_some());
    let editor = window.state().editor().expect("a chart");
    assert!(editor.is_dirty());
    assert_eq!(editor.undo_name(), Some("edit-replace"));
}

#[test]
fn a_chart_of_the_folder_is_opened_at_what_was_found() {
    let desk = desk();
    let mut window = window(&desk);
    press(&mut window, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::F);
    wait_for_words(&mut window, "Find and replace in 3 charts of");
    write(&mut window, "Find in all texts", "for details");
    wait_for_words(&mut window, "a.ron · ");
    window.run();
    window.get_all_by_role_and_label(Role::Link, "Open").next().expect("a way to open it").click();
    window.run();
    let editor = window.state().editor().expect("the chart is open");
    assert_eq!(editor.selection().steps.len(), 1);
    window.get_by_label("1 of 1");
}
