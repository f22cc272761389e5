//! A file that does not open is told, and repaired on request.

use std::path::PathBuf;

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable as _;
use laneway::locale::UiLang;

use crate::{
    run::Desk,
    window::support::{
        on_file::{Window, editor, window_on},
        wait::wait_for_words,
    },
};

/// A chart that breaks off.
fn cut(desk: &Desk, name: &str) -> (PathBuf, Vec<u8>) {
    let chart = desk.get("x.ron");
    let cut = chart.get(..chart.len() / 2).expect("half of it").to_vec();
    (desk.put(name, &cut), cut)
}

fn click(window: &mut Window, button: &str) {
    window.get_by_role_and_label(Role::Button, button).click();
    window.run();
}

#[test]
fn a_file_that_breaks_off_becomes_a_new_chart_on_request() {
    let desk = Desk::with_chart("x.ron");
    let (path, bytes) = cut(&desk, "cut.ron");
    let mut window = window_on(path, [1280.0, 800.0], UiLang::En);
    wait_for_words(&mut window, "The file does not open");
    // Where it breaks off.
    let line = String::from_utf8_lossy(&bytes).lines().count();
    assert!(window.query_by_label_contains(&format!("cut.ron:{line}:")).is_some());
    assert!(window.query_by_label_contains("text editor").is_none());
    click(&mut window, "Repair…");
    wait_for_words(&mut window, "The file breaks off");
    click(&mut window, "Close");
    assert_eq!(
        editor(&window).document().title.exactly(&UiLang::En.into()),
        Some("Customer service process")
    );
    assert_eq!(desk.get("cut.ron"), bytes);
    // It is work that no file holds.
    window.key_press_modifiers(Modifiers::COMMAND, Key::W);
    window.run();
    wait_for_words(&mut window, "Don’t save");
}

#[test]
fn a_chart_in_another_encoding_is_told_and_read_on_request() {
    let desk = Desk::with_chart("x.ron");
    let chart = String::from_utf8(desk.get("x.ron")).expect("a chart is text");
    let damaged = chart.replacen("\"Ask the customer for details\"", "\"Ask the customer for details", 1);
    let bytes: Vec<u8> = damaged.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut window = window_on(desk.put("wide.ron", &bytes), [1280.0, 800.0], UiLang::En);
    wait_for_words(&mut window, "UTF-16LE");
    click(&mut window, "Repair…");
    wait_for_words(&mut window, "The file was read as UTF-16LE");
    // As the command line says it.
    wait_for_words(&mut window, "step “Ask the customer for details” (ask-cmz7x)");
    click(&mut window, "Close");
    assert_eq!(desk.get("wide.ron"), bytes);
}

#[test]
fn where_nothing_can_be_saved_that_is_said() {
    let desk = Desk::new();
    let path = desk.put("none.ron", b"(format: \"laneway\", version: 2, document: (");
    let mut window = window_on(path, [1280.0, 800.0], UiLang::Es);
    wait_for_words(&mut window, "El archivo no se abre");
    click(&mut window, "Reparar…");
    wait_for_words(&mut window, "No se puede salvar nada");
    click(&mut window, "Cerrar");
    assert!(window.state().editor().is_none());
}

#[test]
fn of_several_files_each_is_told() {
    let desk = Desk::with_chart("x.ron");
    let (first, _) = cut(&desk, "a.ron");
    let (second, _) = cut(&desk, "b.ron");
    let mut window = window_on(desk.path("x.ron"), [1280.0, 800.0], UiLang::En);
    let missing = desk.path("missing.ron");
    let geometry = desk.put("c.json", br#"{"nodes": [{"label": "a"}, {"label": "b"}]}"#);
    window.state_mut().open_files(vec![first, missing, second, geometry]);
    window.run();
    // The account of the chart that was imported.
    window.key_press(Key::Escape);
    window.run();
    for name in ["a.ron", "b.ron"] {
        wait_for_words(&mut window, "The file does not open");
        wait_for_words(&mut window, name);
        window.key_press(Key::Escape);
        window.run();
    }
    wait_for_words(&mut window, "There is no such file");
}
