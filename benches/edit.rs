//! How long a frame takes while a page of 1,000 or 10,000 steps is edited with the real editor: one step is dragged,
//! one is typed into, what was done is undone, and a journal is kept of it. Each frame applies the command with all its consequences and
//! brings scene and picture up to date. Prints a table.
//!
//! `cargo bench --bench edit`, or `cargo bench --bench edit -- 1000` for the smaller page only

#![expect(clippy::print_stdout, reason = "a measurement prints")]

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, mpsc::channel},
    thread,
    time::{Duration, Instant},
};

use laneway::{
    edit::{Command, Editor, StepCommand, TextOf},
    geom::Vec2,
    model::{Document, StepId},
    persist::journal::{Account, Journal, JournalHead},
    pipeline,
    scene::{Cache, Scene, View},
    ui::canvas::Picture,
};

mod chart;

const FRAMES: usize = 200;

fn main() {
    println!("{:<52} {:>9} {:>9}", "milliseconds", "p50", "p95");
    // `-- 1000` measures the small page only.
    let only: Option<usize> = std::env::args().find_map(|arg| arg.parse().ok());
    for steps in [1_000, 10_000].into_iter().filter(|steps| only.is_none_or(|only| only == *steps)) {
        if let Some(mut bench) = Bench::new(steps) {
            bench.drag("in free space", Vec2::new(20.0, 40.0));
            bench.drag("over others", Vec2::new(75.0, 75.0));
            bench.write();
            bench.undo();
            bench.journal();
        }
    }
}

fn report(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).map_or(f64::NAN, Duration::as_secs_f64);
    println!("{name:<52} {:>9.3} {:>9.3}", at(50) * 1000.0, at(95) * 1000.0);
}

/// What each part of a frame took.
#[derive(Default)]
struct Times {
    edit: Vec<Duration>,
    scene: Vec<Duration>,
    picture: Vec<Duration>,
    all: Vec<Duration>,
}

impl Times {
    fn report(self, what: &str) {
        let Self { edit, scene, picture, all } = self;
        for (name, times) in [("edit", edit), ("scene", scene), ("picture", picture), ("all", all)] {
            report(&format!("{what}: {name}"), times);
        }
    }
}

/// An editor and what shows it.
struct Bench {
    steps: usize,
    editor: Editor,
    cache: Cache,
    picture: Picture,
    step: StepId,
}

impl Bench {
    fn new(steps: usize) -> Option<Self> {
        let document = chart::document(steps)?;
        let step = document.pages.first()?.steps.keys().nth(steps / 2)?.clone();
        let editor = Editor::new(document, pipeline::fonts(), true);
        let mut cache = Cache::default();
        let begin = Instant::now();
        let first = scene(&editor, &mut cache)?;
        report(&format!("{steps} steps: scene from scratch"), vec![begin.elapsed()]);
        let begin = Instant::now();
        let picture = Picture::new(&first);
        report(&format!("{steps} steps: picture from scratch"), vec![begin.elapsed()]);
        Some(Self { steps, editor, cache, picture, step })
    }

    /// One frame: `change`, and everything that is seen of it.
    fn frame(&mut self, times: &mut Times, change: impl FnOnce(&mut Editor)) {
        let begin = Instant::now();
        change(&mut self.editor);
        let edited = begin.elapsed();
        let Some(next) = scene(&self.editor, &mut self.cache) else { return };
        let drawn = begin.elapsed();
        self.picture.update(&next);
        let shown = begin.elapsed();
        times.edit.push(edited);
        times.scene.push(drawn.saturating_sub(edited));
        times.picture.push(shown.saturating_sub(drawn));
        times.all.push(shown);
    }

    /// Moves a step in the middle of the page round, as a person drags it; `reach` is how wide the round is. In a
    /// wide one it stands on others most of the time, and half of the page makes room.
    fn drag(&mut self, name: &str, reach: Vec2) {
        let mut times = Times::default();
        for frame in 0..FRAMES {
            let turn = std::f64::consts::TAU * frame as f64 / FRAMES as f64;
            let (sin, cos) = turn.sin_cos();
            let by = Vec2::new((cos - 1.0) * reach.x, sin * reach.y);
            let steps = BTreeSet::from([self.step.clone()]);
            let command = Command::Step(StepCommand::Move { steps, by, onto: None });
            self.frame(&mut times, |editor| shown(editor, &command));
        }
        self.editor.cancel();
        times.report(&format!("{} steps, one dragged {name}", self.steps));
    }

    /// Types a text, letter by letter.
    fn write(&mut self) {
        let mut times = Times::default();
        let lang = self.editor.document().language.clone();
        let whole = "Ask the customer for the number of the order and repeat it";
        for end in 1..=whole.len() {
            let text = whole.get(..end).unwrap_or_default().to_owned();
            let of = TextOf::Step(self.step.clone());
            let command = Command::SetText { of, lang: lang.clone(), text };
            self.frame(&mut times, |editor| shown(editor, &command));
        }
        self.editor.commit();
        times.report(&format!("{} steps, one typed into", self.steps));
    }

    /// Moves a step so often, each time as an edit of its own.
    fn edits(&mut self) -> Vec<Duration> {
        let mut times = Vec::new();
        for count in 0..FRAMES {
            let by = Vec2::new(if count % 2 == 0 { 8.0 } else { -8.0 }, 0.0);
            let steps = BTreeSet::from([self.step.clone()]);
            let begin = Instant::now();
            let done = self.editor.run(&Command::Step(StepCommand::Move { steps, by, onto: None }));
            times.push(begin.elapsed());
            assert!(done.is_ok(), "{done:?}");
        }
        times
    }

    /// Edits with and without somebody who keeps a journal of them, and what that takes him for each.
    fn journal(&mut self) {
        report(&format!("{} steps, one moved and done", self.steps), self.edits());
        let Ok(folder) = tempfile::tempdir() else { return };
        let account =
            Account::new(JournalHead::default(), Document::clone(self.editor.document()), 0, Some(u64::MAX));
        let mut journal = Journal::new(folder.path(), "bench", account, 0);
        let (tell, told) = channel();
        let keeper = thread::Builder::new().spawn(move || {
            let keep = |deed| {
                let begin = Instant::now();
                journal.enter(&deed, 0);
                let written = journal.write();
                assert!(written.is_ok(), "{written:?}");
                begin.elapsed()
            };
            told.iter().map(keep).collect::<Vec<Duration>>()
        });
        let handing = Arc::new(Mutex::new(Vec::new()));
        let handed = Arc::clone(&handing);
        self.editor.listen(Box::new(move |deed| {
            let begin = Instant::now();
            let is_told = tell.send(deed).is_ok();
            assert!(is_told, "a journal is kept");
            if let Ok(mut handed) = handed.lock() {
                handed.push(begin.elapsed());
            }
        }));
        report(&format!("{} steps, one moved and done, with a journal", self.steps), self.edits());
        self.editor.listen(Box::new(|_| {}));
        if let Ok(mut handed) = handing.lock() {
            report(&format!("{} steps: handed over to it", self.steps), std::mem::take(&mut *handed));
        }
        if let Some(kept) = keeper.ok().and_then(|keeper| keeper.join().ok()) {
            report(&format!("{} steps: written and synced by its thread", self.steps), kept);
        }
    }

    /// Takes back what was typed, and does it again.
    fn undo(&mut self) {
        let mut times = Times::default();
        for _ in 0..FRAMES / 2 {
            self.frame(&mut times, |editor| assert!(editor.undo(), "something was done"));
            self.frame(&mut times, |editor| assert!(editor.redo(), "something was undone"));
        }
        times.report(&format!("{} steps, undo and redo", self.steps));
    }
}

fn scene(editor: &Editor, cache: &mut Cache) -> Option<Scene> {
    let (document, page) = (editor.document(), editor.page()?);
    let view = View { fonts: pipeline::fonts(), document, page, lang: &document.language };
    // As the window does it; it tells the flow in a later frame.
    Some(cache.draft(&view))
}

fn shown(editor: &mut Editor, command: &Command) {
    let done = editor.preview(command);
    assert!(done.is_ok(), "{command:?}: {done:?}");
}
