//! Charts in a real repository: merged, rebased and shown by git as the user's guide says.

use std::process;

use laneway::{
    edit::{Command, Editor, StepCommand},
    geom::Vec2,
    model::StepId,
    persist, pipeline,
};

use crate::run::{Desk, skip_without};

/// A desk that is a repository whose charts are merged and shown by this program.
struct Repository {
    desk: Desk,
}

const STEP: &str = "\"Ask the customer for details\"";

impl Repository {
    /// With the chart `x.ron` committed; `None`, where there is no git.
    fn new() -> Option<Self> {
        let there = process::Command::new("git")
            .arg("--version")
            .output()
            .is_ok_and(|output| output.status.success());
        if !there {
            skip_without("git");
            return None;
        }
        let desk = Desk::with_chart("x.ron");
        desk.put(".gitattributes", b"*.ron merge=laneway diff=laneway\n");
        let new = Self { desk };
        let program = env!("CARGO_BIN_EXE_laneway");
        new.git(&["init", "--quiet", "--initial-branch=main"]);
        for (key, value) in [
            ("user.name", "Somebody".to_owned()),
            ("user.email", "somebody@example.org".to_owned()),
            ("commit.gpgsign", "false".to_owned()),
            ("merge.laneway.driver", format!("'{program}' merge %O %A %B -o %A --force")),
            ("diff.laneway.textconv", format!("'{program}' diff --textconv")),
        ] {
            new.git(&["config", key, &value]);
        }
        new.commit("The chart");
        Some(new)
    }

    /// What git says; it must succeed.
    fn git(&self, args: &[&str]) -> String {
        let (is_fine, said) = self.try_git(args);
        assert!(is_fine, "git {args:?}: {said}");
        said
    }

    fn try_git(&self, args: &[&str]) -> (bool, String) {
        let output = process::Command::new("git")
            .args(args)
            .current_dir(self.desk.path("."))
            .env("LC_ALL", "C.UTF-8")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_EDITOR", "true")
            .env("HOME", self.desk.path("."))
            .output()
            .expect("git runs");
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8_lossy(&said).into_owned())
    }

    fn commit(&self, message: &str) {
        self.git(&["add", "x.ron", ".gitattributes"]);
        self.git(&["commit", "--quiet", "-m", message]);
    }

    fn chart(&self) -> String {
        String::from_utf8(self.desk.get("x.ron")).expect("a chart is text")
    }

    /// Puts `new` for `old` in the chart.
    fn change(&self, old: &str, new: &str) {
        let chart = self.chart();
        assert!(chart.contains(old), "{old} is in the chart");
        self.desk.put("x.ron", chart.replacen(old, new, 1).as_bytes());
    }

    /// Moves the step as a person does in the window: its lines follow.
    fn move_step(&self) {
        let path = self.desk.path("x.ron");
        let document = pipeline::open_file(&path).expect("it opens").document;
        let mut editor = Editor::new(document, pipeline::fonts(), true);
        let steps = [StepId::parse("ask-cmz7x").expect("an id")].into();
        let by = Vec2::new(40.0, 12.0);
        let moved = editor.run(&Command::Step(StepCommand::Move { steps, by, onto: None }));
        moved.expect("it moves");
        persist::save(editor.document(), &path).expect("it is saved");
    }

    /// The codes that the check finds, without hints.
    fn codes(&self) -> Vec<String> {
        let found = self.desk.run(&["check", "x.ron", "--json"]).json();
        let found = found.as_array().expect("a list").iter();
        let found = found.filter(|one| one["severity"] != "hint");
        found.map(|one| one["code"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Two branches: on `side` the step is moved, on `main` it is called otherwise.
    fn rename_and_move(&self) {
        self.git(&["checkout", "--quiet", "-b", "side"]);
        self.move_step();
        self.commit("Moved");
        self.git(&["checkout", "--quiet", "main"]);
        self.change(STEP, "\"Ask for what is missing\"");
        self.commit("Renamed");
    }
}

#[test]
fn a_rename_and_a_move_of_one_step_merge_and_its_lines_follow() {
    let Some(repository) = Repository::new() else { return };
    let before = repository.codes();
    repository.rename_and_move();
    repository.git(&["merge", "--quiet", "--no-edit", "side"]);
    assert!(repository.chart().contains("Ask for what is missing"));
    assert_eq!(repository.codes(), before);
    let said = repository.git(&["diff", "HEAD~1", "HEAD", "--", "x.ron"]);
    assert!(!said.contains("fatal"), "{said}");
}

#[test]
fn a_rebase_puts_the_edits_on_each_other() {
    let Some(repository) = Repository::new() else { return };
    let before = repository.codes();
    repository.rename_and_move();
    repository.git(&["rebase", "--quiet", "side"]);
    assert!(repository.chart().contains("Ask for what is missing"));
    assert_eq!(repository.codes(), before);
    let log = repository.git(&["log", "-p", "-1"]);
    assert!(log.contains("-    “Ask the customer for details”. Process in the lane Employee."), "{log}");
    assert!(log.contains("+    “Ask for what is missing”. Process in the lane Employee."), "{log}");
}

#[test]
fn two_names_for_one_step_are_a_conflict_that_the_chart_shows() {
    let Some(repository) = Repository::new() else { return };
    let before = repository.codes();
    repository.git(&["checkout", "--quiet", "-b", "side"]);
    repository.change(STEP, "\"Call the customer\"");
    repository.commit("Theirs");
    repository.git(&["checkout", "--quiet", "main"]);
    repository.change(STEP, "\"Write to the customer\"");
    repository.commit("Ours");
    let (is_fine, said) = repository.try_git(&["merge", "--no-edit", "side"]);
    assert!(!is_fine && said.contains("CONFLICT"), "{said}");
    assert!(said.contains("“Call the customer”"), "{said}");
    let chart = repository.chart();
    assert!(chart.contains("\"Write to the customer\"") && chart.contains("Call the customer"));
    let expected: Vec<String> = before.into_iter().chain(["merge-conflict".to_owned()]).collect();
    let mut codes = repository.codes();
    codes.sort();
    let mut expected = expected;
    expected.sort();
    assert_eq!(codes, expected);
    repository.commit("Decided");
    assert!(repository.git(&["status", "--porcelain"]).lines().all(|line| line.starts_with("??")));
}

#[test]
fn a_chart_that_both_sides_add_is_one_by_its_records() {
    let Some(repository) = Repository::new() else { return };
    let chart = repository.desk.get("x.ron");
    let add = |from: &str, to: &str| {
        let text = String::from_utf8(chart.clone()).expect("a chart is text");
        assert!(text.contains(from), "{from}");
        repository.desk.put("new.ron", text.replacen(from, to, 1).as_bytes());
        repository.git(&["add", "new.ron"]);
        repository.commit("Added");
    };
    let other = "\"Fill in the request form\"";
    repository.git(&["checkout", "--quiet", "-b", "side"]);
    add(STEP, "\"Call the customer\"");
    repository.git(&["checkout", "--quiet", "main"]);
    add(other, "\"Fill in the form\"");
    let (is_fine, said) = repository.try_git(&["merge", "--no-edit", "side"]);
    // Nobody knows what either of them changed.
    assert!(!is_fine && said.contains("CONFLICT"), "{said}");
    assert!(!said.contains("is empty"), "{said}");
    let path = repository.desk.path("new.ron");
    let merged = pipeline::open_file(&path).expect("it opens").document;
    let single = pipeline::open(chart, &path).expect("it opens").document;
    let steps = |document: &laneway::model::Document| {
        document.pages.iter().map(|page| page.steps.len()).sum::<usize>()
    };
    assert_eq!(steps(&merged), steps(&single));
    let found = repository.desk.run(&["check", "new.ron", "--json"]).json();
    let found = found.as_array().expect("a list").iter();
    assert_eq!(found.filter(|one| one["code"] == "merge-conflict").count(), 2);
}

#[test]
fn charts_that_have_nothing_in_common_are_a_conflict_and_are_not_mixed() {
    let Some(repository) = Repository::new() else { return };
    let add = |template: &str| {
        let made = repository.desk.run(&["new", template, "-o", "new.ron", "--force"]);
        assert_eq!(made.status, 0, "{}", made.err);
        repository.git(&["add", "new.ron"]);
        repository.commit("Added");
    };
    repository.git(&["checkout", "--quiet", "-b", "side"]);
    add("inbound-call");
    repository.git(&["checkout", "--quiet", "main"]);
    add("complaint-handling");
    let ours = repository.desk.get("new.ron");
    let (is_fine, said) = repository.try_git(&["merge", "--no-edit", "side"]);
    assert!(!is_fine && said.contains("CONFLICT") && said.contains("--unrelated"), "{said}");
    assert_eq!(repository.desk.get("new.ron"), ours);
    assert!(repository.git(&["status", "--porcelain"]).contains("AA new.ron"));
}
