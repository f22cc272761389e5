//! Work that was not saved when a window was gone all of a sudden.

use std::path::{Path, PathBuf};

use eframe::egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable as _};
use laneway::{
    app::{Bundled, Laneway, ScriptedDialogs, Services as _},
    edit::{Command, TextOf},
    locale::UiLang,
    model::Text,
    persist::{
        StateFolder, atomic,
        journal::{Account, Journal, JournalHead, claim_all},
    },
};

use crate::window::support::wait::{PATIENCE, wait_for, wait_for_button, wait_for_words, wait_until};

pub(crate) type Window = Harness<'static, Laneway>;

/// A person's files and the program's folder of state.
pub(crate) struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    pub(crate) fn state(&self) -> StateFolder {
        StateFolder::at(&self.folder.path().join("state"))
    }

    /// A chart in a file.
    pub(crate) fn chart(&self) -> PathBuf {
        let path = self.folder.path().join("returns.ron");
        laneway::persist::save(&Bundled.blank().expect("a chart"), &path).expect("saved");
        path
    }

    /// How many journals of windows that are gone have work in them.
    fn left(&self) -> usize {
        claim_all(&self.state().recovery().expect("a folder")).expect("it can be read").len()
    }

    /// The program is gone all of a sudden; waits until its work can be found.
    fn kill(&self, window: Window, left: usize) {
        drop(window);
        wait_until(PATIENCE / 600, || {
            let found = self.left();
            if found == left { Ok(()) } else { Err(format!("{found} journals are left, and not {left}")) }
        });
    }

    /// A window of a program that was just started.
    pub(crate) fn window(&self, files: &[&Path]) -> Window {
        let state = self.state();
        let builder = Harness::builder().with_size([1280.0, 800.0]).with_max_steps(60).with_step_dt(0.05);
        let mut window = builder.build_eframe(move |creation| {
            let dialogs = Box::new(ScriptedDialogs::default());
            Laneway::new(&creation.egui_ctx, Box::new(Bundled), dialogs)
                .speaking(UiLang::En)
                .keeping_work_in(state)
        });
        window.state_mut().open_files(files.iter().map(|file| file.to_path_buf()).collect());
        window.run();
        window
    }
}

pub(crate) fn titled(text: &str) -> Command {
    Command::SetText { of: TextOf::Title, lang: UiLang::En.into(), text: text.to_owned() }
}

fn retitle(window: &mut Window, text: &str) {
    window.state_mut().editor_mut().expect("a chart").run(&titled(text)).expect("done");
    window.run();
}

fn title(window: &Window) -> String {
    let document = window.state().editor().expect("a chart").document();
    document.title.get(&UiLang::En.into(), &document.language).to_owned()
}

fn click(window: &mut Window, label: &str) {
    let buttons = window.get_all_by_role_and_label(Role::Button, label);
    buttons.last().expect("a button").click();
    window.run();
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

#[test]
fn unsaved_work_is_offered_and_comes_back_with_its_history() {
    let place = Place::new();
    let file = place.chart();
    let mut window = place.window(&[&file]);
    retitle(&mut window, "Returns");
    retitle(&mut window, "Refunds");
    place.kill(window, 1);

    let mut window = place.window(&[]);
    wait_for_words(&mut window, "A chart was not saved");
    window.get_by_label("returns.ron");
    window.get_by_label(&file.display().to_string());
    window.get_by_label_contains("just now");
    click(&mut window, "Recover");
    assert!(window.query_by_label("A chart was not saved").is_none(), "nothing more is asked");
    assert_eq!(title(&window), "Refunds");
    assert!(window.state().editor().expect("a chart").is_dirty());
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(title(&window), "Returns");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(!window.state().editor().expect("a chart").is_dirty(), "back at what the file holds");
    press(&mut window, Modifiers::COMMAND, Key::Y);
    // Nobody else wrote into the file: there is nothing to be asked.
    press(&mut window, Modifiers::COMMAND, Key::S);
    let saved = Bundled.load(&file).expect("it opens").document;
    assert_eq!(saved.title.get(&UiLang::En.into(), &saved.language), "Returns");
    place.kill(window, 0);
}

#[test]
fn recovered_work_that_is_lost_again_is_offered_again() {
    let place = Place::new();
    let file = place.chart();
    let mut window = place.window(&[&file]);
    retitle(&mut window, "Returns");
    place.kill(window, 1);
    for text in ["Refunds", "Repairs"] {
        let mut window = place.window(&[]);
        wait_for_button(&mut window, "Recover");
        click(&mut window, "Recover");
        retitle(&mut window, text);
        place.kill(window, 1);
    }
    let mut window = place.window(&[]);
    wait_for_button(&mut window, "Recover");
    click(&mut window, "Recover");
    assert_eq!(title(&window), "Repairs");
}

#[test]
fn a_chart_that_was_never_saved_is_offered_too() {
    let place = Place::new();
    let mut window = place.window(&[]);
    press(&mut window, Modifiers::COMMAND, Key::N);
    retitle(&mut window, "Returns");
    place.kill(window, 1);
    let mut window = place.window(&[]);
    wait_for_words(&mut window, "Never saved");
    // Escape and Enter both keep it.
    for key in [Key::Escape, Key::Enter] {
        click(&mut window, "Discard");
        window.get_by_label_contains("Discard the unsaved work on");
        window.get_by_label_contains("just now");
        press(&mut window, Modifiers::NONE, key);
        window.get_by_label("Never saved");
    }
    click(&mut window, "Discard");
    click(&mut window, "Discard the work");
    assert!(window.query_by_label("Never saved").is_none());
    assert_eq!(place.left(), 0);
}

#[test]
fn a_text_that_was_being_written_comes_back() {
    let place = Place::new();
    let file = place.chart();
    let mut window = place.window(&[&file]);
    let editor = window.state_mut().editor_mut().expect("a chart");
    editor.preview(&titled("Retur")).expect("shown");
    place.kill(window, 1);
    let mut window = place.window(&[]);
    wait_for_button(&mut window, "Recover");
    click(&mut window, "Recover");
    assert_eq!(title(&window), "Retur");
}

#[test]
fn what_is_not_decided_is_asked_again() {
    let place = Place::new();
    let file = place.chart();
    let mut window = place.window(&[&file]);
    retitle(&mut window, "Returns");
    place.kill(window, 1);

    let mut window = place.window(&[]);
    wait_for_button(&mut window, "Decide later");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label("Decide later").is_none());
    // The same is in the menu.
    click(&mut window, "File");
    window.get_by_label("Recover unsaved work…").click();
    wait_for_button(&mut window, "Keep the saved file");
    click(&mut window, "Keep the saved file");
    window.get_by_label_contains("The saved file stays as it is.");
    click(&mut window, "Keep the work");
    click(&mut window, "Keep the saved file");
    click(&mut window, "Discard the work");
    assert_eq!(place.left(), 0);
    click(&mut window, "File");
    window.get_by_label("Recover unsaved work…").click();
    wait_for_words(&mut window, "There is no unsaved work to recover");
}

#[test]
fn what_was_saved_or_given_up_is_not_offered() {
    let place = Place::new();
    let file = place.chart();
    let mut window = place.window(&[&file]);
    retitle(&mut window, "Returns");
    press(&mut window, Modifiers::COMMAND, Key::S);
    place.kill(window, 0);

    let mut window = place.window(&[&file]);
    retitle(&mut window, "Refunds");
    press(&mut window, Modifiers::COMMAND, Key::W);
    click(&mut window, "Don’t save");
    place.kill(window, 0);
}

#[test]
fn the_work_of_a_window_that_is_open_is_its_own() {
    let place = Place::new();
    let file = place.chart();
    let mut first = place.window(&[&file]);
    retitle(&mut first, "Returns");
    let journal = || place.state().recovery().expect("a folder").read_dir().expect("it can be read").count();
    wait_until(PATIENCE / 600, || if journal() > 0 { Ok(()) } else { Err("no journal".to_owned()) });
    let mut second = place.window(&[]);
    click(&mut second, "File");
    second.get_by_label("Recover unsaved work…").click();
    wait_for_words(&mut second, "There is no unsaved work to recover");
}

#[test]
fn that_unsaved_work_cannot_be_kept_is_said_of_every_chart_for_as_long_as_it_is_so() {
    let place = Place::new();
    let folder = place.state().recovery_path();
    std::fs::create_dir_all(folder.parent().expect("a folder")).expect("made");
    atomic::write(&folder, b"in the way").expect("written");
    let file = place.chart();
    let mut window = place.window(&[&file]);
    let warning = "Unsaved work cannot be kept at the moment";
    retitle(&mut window, "Returns");
    wait_for_words(&mut window, warning);
    press(&mut window, Modifiers::COMMAND, Key::N);
    wait_for_words(&mut window, warning);
    retitle(&mut window, "Refunds");
    window.get_by_label_contains(warning);
    std::fs::remove_file(&folder).expect("removed");
    let gone = |window: &mut Window| window.query_by_label_contains(warning).is_none().then_some(());
    wait_for(&mut window, "the end of the warning", gone);
    drop(window);
    wait_until(PATIENCE / 600, || if place.left() == 2 { Ok(()) } else { Err("no journal".to_owned()) });
}

#[test]
fn what_was_recovered_is_asked_about_when_it_is_closed_as_it_is() {
    let place = Place::new();
    let folder = place.state().recovery().expect("a folder");
    // As that of a chart that was made of a table and not touched since.
    let account = Account::new(JournalHead::default(), Bundled.blank().expect("a chart"), 0, None);
    Journal::new(&folder, "one", account, 1).write().expect("written");
    let mut window = place.window(&[]);
    wait_for_words(&mut window, "A chart was not saved");
    click(&mut window, "Recover");
    press(&mut window, Modifiers::COMMAND, Key::W);
    wait_for_button(&mut window, "Don’t save");
    drop(window);
    wait_until(PATIENCE / 600, || if place.left() == 1 { Ok(()) } else { Err("it is gone".to_owned()) });
}

#[test]
fn a_damaged_record_is_offered_with_all_of_its_words_and_has_a_name() {
    let place = Place::new();
    let folder = place.state().recovery().expect("a folder");
    let mut untitled = Bundled.blank().expect("a chart");
    untitled.title = Text::default();
    let head = JournalHead { name: "returns.ron".to_owned(), ..JournalHead::default() };
    Journal::new(&folder, "one", Account::new(head, untitled, 0, None), 1).write().expect("written");
    let file = folder.join("one.journal");
    let lines = std::fs::read(&file).expect("a journal");
    atomic::write(&file, &lines[..lines.len() / 2]).expect("written");

    let mut window = place.window(&[]);
    wait_for_words(&mut window, "Which file it was in is not known any more");
    let words = window.get_by_label_contains("something may be missing").rect();
    for button in ["Recover", "Discard"] {
        let button = window.get_by_role_and_label(Role::Button, button).rect();
        assert!(words.bottom() <= button.top(), "{button:?} is over {words:?}");
    }
    window.get_by_label("Untitled");
    click(&mut window, "Recover");
    window.get_by_label_contains("“Untitled” is open");
    press(&mut window, Modifiers::COMMAND, Key::W);
    window.get_by_label("•  Untitled");
}
