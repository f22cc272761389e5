//! `laneway recover`: work that was not saved, from the command line.

use laneway::{
    cli::{self, Call, Session, Status},
    edit::{Command, Deed, Editor, StepCommand, TextOf},
    geom::Vec2,
    locale::{Catalog, UiLang},
    persist::{
        self, StateFolder,
        journal::{Account, Journal, JournalHead, claim},
    },
    pipeline,
};

use crate::run::Desk;

/// A chart in a file, one step of which was moved by a program that is gone.
fn desk(lang: Option<&'static str>) -> Desk {
    let desk = lang.map_or_else(Desk::new, Desk::speaking);
    assert_eq!(desk.run(&["new", "customer-service-process", "-o", "chart.ron"]).status, 0);
    leave(&desk, "abc1", Some("chart.ron"));
    desk
}

/// Leaves a journal called `id` of a chart in `file`.
fn leave(desk: &Desk, id: &str, file: Option<&str>) {
    let document = persist::load(&desk.get("chart.ron"), "chart.ron").expect("it opens").document;
    let head = JournalHead {
        name: "chart.ron".to_owned(),
        file: file.map(|file| desk.path(file).into_os_string()),
        ..JournalHead::default()
    };
    let state = StateFolder::at(&desk.path(".state/laneway"));
    let folder = state.recovery().expect("a folder");
    let mut journal =
        Journal::new(&folder, id, Account::new(head, document.clone(), 0, Some(0)), 1_796_000_000);
    let mut editor = Editor::new(document, pipeline::fonts(), true);
    let (tell, told) = std::sync::mpsc::channel();
    editor.listen(Box::new(move |deed: Deed| tell.send(deed).expect("the test listens")));
    let step = editor.page().expect("a page").steps.keys().next().expect("a step").clone();
    let by = Vec2::new(0.0, 8.0);
    editor.run(&Command::Step(StepCommand::Move { steps: [step].into(), by, onto: None })).expect("moved");
    let title = Command::SetText { of: TextOf::Title, lang: UiLang::En.into(), text: "Returns".to_owned() };
    editor.run(&title).expect("done");
    for deed in told.try_iter() {
        journal.enter(&deed, 1_796_000_000);
    }
    journal.write().expect("written");
}

#[test]
fn nothing_to_be_recovered_is_an_empty_list() {
    let desk = Desk::new();
    let ran = desk.run(&["recover", "--json"]);
    assert_eq!((ran.status, ran.text().trim()), (0, "[]"));
    let ran = desk.run(&["recover"]);
    assert_eq!((ran.status, ran.text().trim()), (0, "There is no unsaved work."));
}

#[test]
fn unsaved_work_is_listed_with_what_is_different() {
    let desk = desk(None);
    leave(&desk, "abc2", None);
    let ran = desk.run(&["recover", "--json"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let listed = ran.json();
    let entry = |id: &str| {
        let all = listed.as_array().expect("a list");
        all.iter().find(|entry| entry["id"] == id).expect("it is listed").clone()
    };
    let first = entry("abc1");
    assert_eq!(first["title"], "Returns");
    assert_eq!(first["file"], desk.path("chart.ron").display().to_string());
    assert_eq!(first["time"], "2026-11-30T00:53:20Z");
    let changes = first["changes"].as_str().expect("words");
    assert!(changes.contains("1 step"), "{changes}");
    let second = entry("abc2");
    assert_eq!((&second["file"], &second["changes"]), (&serde_json::Value::Null, &"never saved".into()));
    let text = desk.run(&["recover"]).text();
    assert!(text.lines().all(|line| line.starts_with("abc")) && text.contains("chart.ron"), "{text}");
}

#[test]
fn unsaved_work_is_written_into_a_file_and_stays_listed() {
    let desk = desk(None);
    let ran = desk.run(&["recover", "abc1", "-o", "out.ron"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let written = persist::load(&desk.get("out.ron"), "out.ron").expect("it opens").document;
    assert_eq!(written.title.exactly(&UiLang::En.into()), Some("Returns"));
    // The file that is there is somebody's work.
    let ran = desk.run(&["recover", "abc1", "-o", "chart.ron"]);
    assert_eq!(ran.status, 4);
    assert_eq!(desk.run(&["recover", "abc1", "-o", "chart.ron", "--force"]).status, 0);
    assert_eq!(desk.get("chart.ron"), desk.get("out.ron"));
    assert_eq!(desk.run(&["recover", "--json"]).json().as_array().map(Vec::len), Some(1));
}

#[test]
fn unsaved_work_is_given_up_by_its_name_only() {
    let desk = desk(None);
    for id in ["abc2", "../abc1", ""] {
        let ran = desk.run(&["recover", "--discard", id, "--force"]);
        assert_eq!(ran.status, 2, "{id}: {}", ran.err);
    }
    assert_eq!(desk.run(&["recover", "abc1"]).status, 2, "nobody said where to");
    let ran = desk.run(&["recover", "--discard", "abc1"]);
    assert!(ran.status == 4 && ran.err.contains("“Returns”") && ran.err.contains("--force"), "{}", ran.err);
    assert_eq!(desk.run(&["recover", "--discard", "abc1", "--force"]).status, 0);
    assert_eq!(desk.run(&["recover", "--json"]).text().trim(), "[]");
}

#[test]
fn a_person_is_asked_before_unsaved_work_is_given_up() {
    let desk = desk(None);
    let state = StateFolder::at(&desk.path(".state/laneway"));
    let discard = |answer: &str, lang| {
        let (mut input, mut out, mut err) = (answer.as_bytes(), Vec::new(), Vec::new());
        let mut session = Session::new(&mut input, &mut out, &mut err, Catalog::of(lang), 0);
        (session.state, session.is_attended) = (Some(state.clone()), true);
        let args = ["laneway", "recover", "--discard", "abc1"];
        assert_eq!(cli::run(args.iter().map(Into::into), &mut session), Call::Done(Status::Fine));
        (String::from_utf8(out).expect("text"), String::from_utf8(err).expect("text"))
    };
    for answer in ["n\n", "\n", "", "yesterday\n"] {
        let (out, err) = discard(answer, UiLang::En);
        assert!(out.is_empty() && err.contains("“Returns”") && err.contains("Nothing was given up"), "{err}");
        assert!(claim(&state.recovery_path(), "abc1").expect("it can be read").is_some());
    }
    let (out, err) = discard("Sí\n", UiLang::Es);
    assert!(err.contains("¿descartarlo para siempre?") && out.contains("descartado"), "{err}{out}");
    assert!(claim(&state.recovery_path(), "abc1").expect("it can be read").is_none());
}

#[test]
fn unsaved_work_is_listed_in_spanish() {
    let desk = desk(Some("es_ES.UTF-8"));
    leave(&desk, "abc2", None);
    let text = desk.run(&["recover"]).text();
    assert!(text.contains("nunca guardado") && text.contains("1 paso"), "{text}");
}

#[test]
fn where_nothing_can_be_kept_nothing_that_is_named_is_found() {
    for (args, status) in [
        (&["laneway", "recover"][..], Status::Fine),
        (&["laneway", "recover", "abc1", "-o", "out.ron"], Status::Input),
        (&["laneway", "recover", "--discard", "abc1", "--force"], Status::Input),
    ] {
        let (mut input, mut out, mut err) = (std::io::empty(), Vec::new(), Vec::new());
        let mut session = Session::new(&mut input, &mut out, &mut err, Catalog::of(UiLang::En), 0);
        assert_eq!(cli::run(args.iter().map(Into::into), &mut session), Call::Done(status), "{args:?}");
        assert_eq!(err.is_empty(), status == Status::Fine, "{args:?}");
    }
}

#[test]
fn what_there_is_not_is_a_wrong_call_also_among_versions() {
    let desk = desk(None);
    assert_eq!(desk.run(&["recover", "zzz9", "-o", "out.ron"]).status, 2);
    assert_eq!(desk.run(&["versions", "chart.ron", "99", "-o", "out.ron"]).status, 2);
}

/// The bytes of the journal `id` are changed.
fn damage(desk: &Desk, id: &str, change: impl FnOnce(&mut Vec<u8>)) {
    let file = desk.path(format!(".state/laneway/recovery/{id}.journal"));
    let mut bytes = std::fs::read(&file).expect("a journal");
    change(&mut bytes);
    persist::atomic::write(&file, &bytes).expect("written");
}

#[test]
fn a_damaged_record_says_so_and_what_of_it_can_be_saved() {
    let cut = |bytes: &mut Vec<u8>| bytes.truncate(5000);
    let flip = |bytes: &mut Vec<u8>| bytes[3000] ^= 1;
    let flip_last = |bytes: &mut Vec<u8>| *bytes.iter_mut().rev().nth(9).expect("a byte") ^= 1;
    for change in [&cut as &dyn Fn(&mut Vec<u8>), &flip, &flip_last] {
        let desk = desk(None);
        leave(&desk, "abc2", None);
        damage(&desk, "abc1", change);
        let listed = desk.run(&["recover", "--json"]).json();
        let is_damaged = |id: &str| {
            let all = listed.as_array().expect("a list");
            all.iter().find(|entry| entry["id"] == id).expect("it is listed")["damaged"].clone()
        };
        assert_eq!((is_damaged("abc1"), is_damaged("abc2")), (true.into(), false.into()));
        let text = desk.run(&["recover"]).text();
        let line = text.lines().find(|line| line.starts_with("abc1")).expect("it is listed");
        assert!(line.contains("damaged; what can be saved has"), "{line}");

        let ran = desk.run(&["recover", "abc1", "-o", "out.ron"]);
        let document = persist::load(&desk.get("out.ron"), "out.ron").expect("it opens").document;
        let steps = match document.pages[0].steps.len() {
            1 => "1 step\n".to_owned(),
            count => format!("{count} steps\n"),
        };
        assert_eq!(ran.status, 1, "something may be missing: {}", ran.err);
        assert!(ran.err.contains(&steps) && ran.err.contains("something may be missing"), "{}", ran.err);
        assert_eq!(desk.run(&["recover", "abc2", "-o", "whole.ron"]).status, 0);
    }
}

#[test]
fn a_record_that_breaks_off_says_what_was_done_to_it_and_not_that_it_was_never_saved() {
    let desk = desk(Some("es_ES.UTF-8"));
    damage(&desk, "abc1", |bytes| bytes.truncate(5000));
    let text = desk.run(&["recover"]).text();
    assert!(text.contains("ya no se sabe en qué archivo estaba; dañado"), "{text}");
    let ran = desk.run(&["recover", "abc1", "-o", "out.ron"]);
    assert!(ran.err.contains("El archivo se interrumpe"), "{}", ran.err);
}

#[test]
fn work_that_a_window_has_or_asks_about_is_counted() {
    let desk = desk(None);
    let folder = desk.path(".state/laneway/recovery");
    let asked = claim(&folder, "abc1").expect("it can be read").expect("work");
    let ran = desk.run(&["recover"]);
    assert_eq!((ran.status, ran.text().as_str()), (0, ""), "it is not said that there is none");
    assert!(ran.err.contains("One chart that was not saved is not listed"), "{}", ran.err);
    leave(&desk, "abc2", None);
    let ran = desk.run(&["recover", "--json"]);
    assert_eq!(ran.json().as_array().map(Vec::len), Some(1));
    assert!(ran.err.contains("One chart that was not saved is not listed"), "{}", ran.err);
    drop(asked);
    let ran = desk.run(&["recover"]);
    assert_eq!((ran.text().lines().count(), ran.err.as_str()), (2, ""));
}
