//! A file that somebody else changes while it is open, and files that do not open.

mod damaged;

mod comparing;

use std::{path::Path, sync::Arc};

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use laneway::{
    edit::{Command, TextOf},
    locale::UiLang,
    model::{StepId, Text},
    persist, pipeline,
};

use super::support::{
    on_file::{Window, editor, window_on},
    wait::{wait_for, wait_for_words, wait_until},
};
use crate::run::Desk;

fn step() -> StepId {
    StepId::parse("ask-cmz7x").expect("an id")
}

/// Somebody else writes into the step.
fn write_there(path: &Path, lang: UiLang, text: &str) {
    let mut document = pipeline::open_file(path).expect("it opens").document;
    let step = document.pages[0].steps.get_mut(&step()).expect("the step");
    Arc::make_mut(step).text.set(lang.into(), text);
    persist::save(&document, path).expect("it is saved");
}

/// The person at the window writes into the same step.
fn write_here(window: &mut Window, text: &str) {
    let of = TextOf::Step(step());
    let command = Command::SetText { of, lang: UiLang::En.into(), text: text.to_owned() };
    window.state_mut().editor_mut().expect("an editor").run(&command).expect("it is done");
    window.run();
}

fn text(window: &Window) -> Text {
    editor(window).document().pages[0].steps[&step()].text.clone()
}

fn read(window: &Window, lang: UiLang) -> String {
    text(window).exactly(&lang.into()).unwrap_or_default().to_owned()
}

/// A window on a chart, and the folder that it is in.
fn window() -> (Desk, Window) {
    let desk = Desk::with_chart("x.ron");
    let window = window_on(desk.path("x.ron"), [1280.0, 800.0], UiLang::En);
    (desk, window)
}

/// Waits until it is asked what to do, and answers.
fn answer(window: &mut Window, answer: &str) {
    wait_for_words(window, "Somebody else changed the file");
    window.get_by_role_and_label(Role::Button, answer).click();
    window.run();
}

#[test]
fn what_two_people_did_becomes_one_and_can_be_taken_back() {
    let (desk, mut window) = window();
    write_here(&mut window, "Write");
    write_there(&desk.path("x.ron"), UiLang::Es, "Llamar");
    answer(&mut window, "Merge");
    assert_eq!((read(&window, UiLang::En), read(&window, UiLang::Es)), ("Write".into(), "Llamar".into()));
    assert!(editor(&window).is_dirty());
    assert!(window.state_mut().editor_mut().expect("an editor").undo());
    assert_eq!(read(&window, UiLang::Es), "Pedir más datos al cliente");
    assert_asked(&mut window);
}

/// Saving asks before what somebody else wrote is replaced.
fn assert_asked(window: &mut Window) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::S);
    window.run();
    wait_for_words(window, "The file was changed by another program");
}

#[test]
fn of_what_both_changed_the_other_version_can_be_taken() {
    let (desk, mut window) = window();
    write_here(&mut window, "Write");
    write_there(&desk.path("x.ron"), UiLang::En, "Call “back”");
    answer(&mut window, "Merge");
    wait_for_words(&mut window, "In 1 place both changed the same");
    assert_eq!(read(&window, UiLang::En), "Write");
    window.key_press(Key::F8);
    window.run();
    wait_for_words(&mut window, "text (English): changed in both versions; the other one has “Call “back””");
    window.get_all_by_role_and_label(Role::Button, "Take the other version").next().expect("a fix").click();
    window.run();
    assert_eq!(read(&window, UiLang::En), "Call “back”");
    wait_for_words(&mut window, "may be outdated, because the English one has changed since");
    window.get_by_role_and_label(Role::Button, "It is still right").click();
    window.run();
    wait_for_words(&mut window, "No problems");
    assert!(window.state_mut().editor_mut().expect("an editor").undo());
    assert!(window.state_mut().editor_mut().expect("an editor").undo());
    assert_eq!(read(&window, UiLang::En), "Write");
}

#[test]
fn whoever_kept_theirs_is_offered_to_merge_or_compare_when_saving() {
    let (desk, mut window) = window();
    write_here(&mut window, "Write");
    write_there(&desk.path("x.ron"), UiLang::Es, "Llamar");
    answer(&mut window, "Keep mine");
    window.key_press_modifiers(Modifiers::COMMAND, Key::S);
    window.run();
    wait_for_words(&mut window, "The file was changed by another program");
    for closed in ["Escape", "Close"] {
        window.get_by_role_and_label(Role::Button, "Compare").click();
        window.run();
        wait_for_words(&mut window, "“Llamar”");
        if closed == "Escape" {
            window.key_press(Key::Escape);
        } else {
            window.get_by_role_and_label(Role::Button, closed).click();
        }
        window.run();
        // The question waits behind it.
        wait_for_words(&mut window, "The file was changed by another program");
    }
    window.get_by_role_and_label(Role::Button, "Merge").click();
    window.run();
    wait_for_words(&mut window, "Merged with “x.ron”");
    assert_eq!((read(&window, UiLang::En), read(&window, UiLang::Es)), ("Write".into(), "Llamar".into()));
    // It is the file's own version now that is written over.
    window.key_press_modifiers(Modifiers::COMMAND, Key::S);
    window.run();
    wait_until(std::time::Duration::from_millis(20), || {
        let saved = pipeline::open_file(&desk.path("x.ron")).map_err(|error| format!("{error:?}"))?.document;
        let text = &saved.pages[0].steps[&step()].text;
        if *text == self::text(&window) { Ok(()) } else { Err(format!("{text:?}")) }
    });
}

#[test]
fn what_a_merge_left_to_be_decided_comes_before_all_other_problems() {
    let (desk, mut window) = window();
    let path = desk.path("x.ron");
    write_here(&mut window, "Write");
    write_there(&path, UiLang::En, "Call back");
    answer(&mut window, "Merge");
    let editor = window.state_mut().editor_mut().expect("an editor");
    let line = editor.document().pages[0].connectors.leaving(&step()).next().expect("a line").id.clone();
    let what = laneway::edit::Selection::connector(line);
    editor.run(&Command::Delete { what, heal: false }).expect("it goes");
    window.run();
    window.key_press(Key::F8);
    window.run();
    wait_for_words(&mut window, "Errors (");
    let conflicts = window.get_by_label("To be decided after merging (1)").rect();
    assert!(conflicts.top() < window.get_by_label_contains("Errors (").rect().top());
}

#[test]
fn what_cannot_come_back_is_told_when_files_are_merged() {
    let (desk, mut window) = window();
    let path = desk.path("x.ron");
    let document = pipeline::open_file(&path).expect("it opens").document;
    let mut editor = laneway::edit::Editor::new(document, pipeline::fonts(), true);
    let line = editor.document().pages[0].connectors.leaving(&step()).next().expect("a line").clone();
    let both = [step(), line.to.step().expect("a step").clone()];
    let what = laneway::edit::Selection::steps(both);
    editor.run(&Command::Delete { what, heal: false }).expect("they go");
    write_here(&mut window, "Write");
    persist::save(editor.document(), &path).expect("it is saved");
    answer(&mut window, "Merge");
    wait_for_words(&mut window, "In 1 place both changed the same");
    wait_for_words(&mut window, "one version removed both this connector and the step at its other end");
    assert_eq!(read(&window, UiLang::En), "Write");
}

#[test]
fn all_answers_of_a_question_stand_beside_each_other() {
    let desk = Desk::with_chart("x.ron");
    let mut window = window_on(desk.path("x.ron"), [1280.0, 800.0], UiLang::Es);
    write_here(&mut window, "Write");
    write_there(&desk.path("x.ron"), UiLang::Es, "Llamar");
    wait_for_words(&mut window, "Otra persona cambió el archivo");
    window.get_by_role_and_label(Role::Button, "Conservar lo mío").click();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::S);
    window.run();
    wait_for_words(&mut window, "Otro programa cambió el archivo");
    let text = window.get_by_label_contains("desde que el diagrama se abrió").rect();
    let answers = ["Cancelar", "Sobrescribir", "Guardar como…", "Comparar", "Unir"];
    let rects = answers.map(|answer| window.get_by_role_and_label(Role::Button, answer).rect());
    assert!(rects[0].left() >= text.left(), "{rects:?} {text:?}");
    assert!(rects.windows(2).all(|pair| pair[0].right() < pair[1].left()), "{rects:?}");
}

#[test]
fn a_damaged_file_that_is_to_be_read_again_can_be_repaired() {
    let (desk, mut window) = window();
    let chart = desk.get("x.ron");
    write_here(&mut window, "Write");
    write_there(&desk.path("x.ron"), UiLang::En, "Call");
    wait_for_words(&mut window, "Somebody else changed the file");
    desk.put("x.ron", &chart[..chart.len() / 2]);
    answer(&mut window, "Reload");
    wait_for_words(&mut window, "Repair");
    assert!(window.query_by_label_contains("laneway repair").is_none());
    assert_eq!(read(&window, UiLang::En), "Write");
}

#[test]
fn a_file_that_was_changed_is_read_again_or_left_alone() {
    let (desk, mut window) = window();
    write_there(&desk.path("x.ron"), UiLang::En, "Call");
    answer(&mut window, "Keep mine");
    assert_eq!(read(&window, UiLang::En), "Ask the customer for details");
    write_there(&desk.path("x.ron"), UiLang::En, "Call back");
    answer(&mut window, "Reload");
    assert_eq!(read(&window, UiLang::En), "Call back");
    assert!(!editor(&window).is_dirty());
}

#[test]
fn reloading_over_own_changes_is_an_edit_that_can_be_taken_back() {
    let (desk, mut window) = window();
    write_here(&mut window, "Write");
    write_there(&desk.path("x.ron"), UiLang::En, "Call");
    answer(&mut window, "Reload");
    assert_eq!(read(&window, UiLang::En), "Call");
    assert!(!editor(&window).is_dirty(), "it is what the file holds");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    assert_eq!(read(&window, UiLang::En), "Write");
    assert!(editor(&window).is_dirty());
    assert_asked(&mut window);
}

#[test]
fn a_chart_whose_file_is_gone_or_emptied_is_unsaved() {
    for damage in ["gone", "emptied"] {
        let (desk, mut window) = window();
        // The window has seen it there.
        let mark = desk.path(".x.ron.laneway-open");
        wait_for(&mut window, "a look at the file", |_| mark.exists().then_some(()));
        if damage == "gone" {
            std::fs::remove_file(desk.path("x.ron")).expect("removed");
        } else {
            desk.put("x.ron", b"");
        }
        wait_for_words(&mut window, "The file of “x.ron” is not there any more, or holds no chart");
        assert!(editor(&window).is_dirty(), "{damage}");
        window.key_press_modifiers(Modifiers::COMMAND, Key::W);
        window.run();
        window.get_by_role_and_label(Role::Button, "Don’t save");
    }
}

#[test]
fn a_file_that_is_open_elsewhere_is_hinted_at_and_nobody_is_kept_from_anything() {
    let (desk, mut first) = window();
    let mark = desk.path(".x.ron.laneway-open");
    wait_for(&mut first, "the mark", |_| mark.exists().then_some(()));
    let mut second = window_on(desk.path("x.ron"), [1280.0, 800.0], UiLang::En);
    wait_for_words(&mut second, "has this file open, too");
    wait_for_words(&mut first, "has this file open, too");
    write_here(&mut second, "Write");
    assert!(editor(&second).is_dirty());
    second.get_by_role_and_label(Role::Button, "Go on").click();
    second.run();
    assert!(second.query_by_label_contains("has this file open, too").is_none());
    // When the second one is closed, the first one is no longer told of it, and who comes then is told of the first.
    drop(second);
    wait_for(&mut first, "the end of the other", |window| {
        window.query_by_label_contains("has this file open, too").is_none().then_some(())
    });
    let mut third = window_on(desk.path("x.ron"), [1280.0, 800.0], UiLang::Es);
    wait_for_words(&mut third, "también tiene abierto este archivo");
    drop((first, third));
    let second_mark = desk.path(".x.ron.2.laneway-open");
    wait_until(std::time::Duration::from_millis(20), || {
        if mark.exists() || second_mark.exists() { Err("a mark stays".to_owned()) } else { Ok(()) }
    });
}
