//! Hours at the window in minutes: somebody clicks, drags, types and presses keys anywhere as fast as frames come.
//! Memory stays flat from one sitting to the next, and what is kept of unsaved and earlier work stays within its bounds.
//! `scripts/test soak`.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, TexturesDelta, TouchPhase,
    accesskit::Role, vec2,
};
use egui_kittest::{
    Node,
    kittest::{NodeT as _, Queryable as _},
};
use laneway::{
    app::{Bundled, Folders, Laneway, ScriptedDialogs, Services as _},
    locale::UiLang,
    persist::StateFolder,
};
use proptest::{prelude::*, strategy::ValueTree as _, test_runner::TestRunner};

use super::recovering::Window;
use crate::{
    run::say,
    testing::cases::{self, number},
    window::support::wait::{wait_for_words, wait_until},
};

const SIZE: [f32; 2] = [1280.0, 800.0];
/// How long everything takes, in seconds, unless `LANEWAY_SECONDS` says otherwise.
const USUAL: u64 = 600;
/// In less time, in seconds, what is made once and kept outweighs what would pile up.
const LONG: u64 = 300;
/// After so many of its parts everything is closed, and memory is measured.
const SITTINGS: u32 = 40;
/// So much of all memory may what stays of it grow by from the first tenth to the last.
const FLAT: f64 = 0.1;
/// The most versions of a chart that are kept of one day, with their list and its lock.
const MOST_VERSIONS: usize = 22;

/// So many steps of the zoom lead from one end of it to the other.
const ZOOMS: usize = 60;

/// What draws whole pictures in the background, and goes on when nobody wants them any more.
const DRAWING: [&str; 2] = ["preview", "export"];

/// What somebody does; the numbers choose among what is there.
#[derive(Clone, Debug)]
struct Whim {
    what: u8,
    at: usize,
    to: Pos2,
}

fn whims() -> impl Strategy<Value = Whim> {
    let numbers = (0..100_u8, 0..100_000_usize, 0.0..SIZE[0], 0.0..SIZE[1]);
    numbers.prop_map(|(what, at, x, y)| Whim { what, at, to: Pos2::new(x, y) })
}

const KEYS: [(Modifiers, Key); 24] = [
    (Modifiers::COMMAND, Key::Z),
    (Modifiers::COMMAND, Key::Z),
    (Modifiers::COMMAND, Key::Y),
    (Modifiers::COMMAND, Key::S),
    (Modifiers::COMMAND, Key::A),
    (Modifiers::COMMAND, Key::C),
    (Modifiers::COMMAND, Key::D),
    (Modifiers::COMMAND, Key::F),
    (Modifiers::COMMAND, Key::E),
    (Modifiers::COMMAND, Key::Num0),
    (Modifiers::NONE, Key::Escape),
    (Modifiers::NONE, Key::Escape),
    (Modifiers::NONE, Key::Escape),
    (Modifiers::NONE, Key::Enter),
    (Modifiers::NONE, Key::F2),
    (Modifiers::NONE, Key::Tab),
    (Modifiers::NONE, Key::Delete),
    (Modifiers::NONE, Key::ArrowLeft),
    (Modifiers::NONE, Key::ArrowRight),
    (Modifiers::NONE, Key::ArrowUp),
    (Modifiers::NONE, Key::ArrowDown),
    (Modifiers::NONE, Key::PageDown),
    (Modifiers::NONE, Key::Plus),
    (Modifiers::NONE, Key::Minus),
];

/// A screen that nobody looks at: it takes over what a window hands to its graphics card, as the card would. The usual
/// one keeps all that it was ever handed until it draws.
struct Unseen;

impl egui_kittest::TestRenderer for Unseen {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        delta.clear();
    }
}

/// Somebody at a window, with a chart in a file.
struct Sitting {
    window: Window,
    chart: PathBuf,
}

impl Sitting {
    fn new(folder: &Path) -> Self {
        let at = |name: &str| folder.join(name);
        let (state, save) = (StateFolder::at(&at("state")), Some(at("elsewhere.ron")));
        let home = Folders::new(&at("config"), &at("data")).with_state(state.clone());
        let builder = egui_kittest::Harness::builder()
            .with_size(SIZE)
            .with_step_dt(0.05)
            .allow_missing_glyphs()
            .renderer(Unseen);
        let window = builder.build_eframe(move |creation| {
            let ctx = &creation.egui_ctx;
            let dialogs = Box::new(ScriptedDialogs { save, ..ScriptedDialogs::default() });
            Laneway::new(ctx, Box::new(Bundled), dialogs)
                .speaking(UiLang::En)
                .at_home(ctx, Box::new(home))
                .keeping_work_in(state)
        });
        let chart = at("chart.ron");
        laneway::persist::save(&Bundled.blank().expect("a chart"), &chart).expect("saved");
        Self { window, chart }
    }

    /// Has made what is kept once it was made: the letters of every size that the zoom has, and a picture for the preview
    /// of an export.
    fn warm_up(&mut self) {
        self.open();
        for key in [Key::Minus, Key::Plus] {
            for _ in 0..ZOOMS {
                self.window.key_press_modifiers(Modifiers::COMMAND, key);
                self.window.step();
            }
        }
        self.window.key_press_modifiers(Modifiers::COMMAND, Key::E);
        wait_for_words(&mut self.window, " KB");
        self.close();
    }

    fn open(&mut self) {
        self.window.state_mut().open_files(vec![self.chart.clone()]);
        self.window.step();
    }

    fn event(&mut self, event: Event) {
        self.window.event(event);
        self.window.step();
    }

    fn button(&mut self, pos: Pos2, pressed: bool) {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        self.event(Event::PointerButton { pos, button, pressed, modifiers });
    }

    /// The middle of one of all the things that a screen reader is told of.
    fn place(&self, n: usize) -> Pos2 {
        let places: Vec<Pos2> =
            self.window.root().children_recursive().filter_map(|node| middle(&node)).collect();
        places.get(n % places.len().max(1)).copied().unwrap_or_default()
    }

    fn indulge(&mut self, whim: &Whim) {
        let at = self.place(whim.at);
        match whim.what {
            0..35 => self.click(at),
            35..60 => self.drag(at, whim.to),
            60..70 => self.event(Event::Text("Ask the customer".to_owned())),
            70..75 => self.event(Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, whim.to.y - SIZE[1] / 2.0),
                modifiers: Modifiers::NONE,
                phase: TouchPhase::Move,
                source: MouseWheelSource::Unknown,
            }),
            _ => {
                let (modifiers, key) = KEYS[whim.at % KEYS.len()];
                self.window.key_press_modifiers(modifiers, key);
                self.window.step();
            }
        }
    }

    fn click(&mut self, at: Pos2) {
        self.event(Event::PointerMoved(at));
        self.button(at, true);
        self.button(at, false);
    }

    fn drag(&mut self, from: Pos2, to: Pos2) {
        self.event(Event::PointerMoved(from));
        self.button(from, true);
        for part in [0.4, 1.0] {
            self.event(Event::PointerMoved(from.lerp(to, part)));
        }
        self.button(to, false);
    }

    /// Closes everything that is open and keeps nothing of it.
    fn close(&mut self) {
        wait_until(Duration::from_millis(1), || {
            for _ in 0..3 {
                self.window.key_press(Key::Escape);
                self.window.step();
            }
            if self.window.state().editor().is_none() {
                return Ok(());
            }
            self.window.key_press_modifiers(Modifiers::COMMAND, Key::W);
            self.window.step();
            for words in ["Don’t save", "No guardar"] {
                if let Some(button) = self.window.query_by_role_and_label(Role::Button, words) {
                    button.click();
                    self.window.step();
                }
            }
            Err("a chart stays open".to_owned())
        });
        wait_until(Duration::from_millis(20), || {
            let drawing = threads().into_iter().find(|name| DRAWING.contains(&name.as_str()));
            drawing.map_or(Ok(()), |name| Err(format!("{name} has no end")))
        });
    }
}

/// The names of what runs in the background.
fn threads() -> Vec<String> {
    let tasks = fs::read_dir("/proc/self/task").expect("the system tells");
    let name = |task: fs::DirEntry| fs::read_to_string(task.path().join("comm")).unwrap_or_default();
    tasks.flatten().map(|task| name(task).trim().to_owned()).collect()
}

/// The middle of what `node` tells of; `None` where it is nowhere.
fn middle(node: &Node<'_>) -> Option<Pos2> {
    let bounds = node.accesskit_node().bounding_box()?;
    Some(Pos2::new(bounds.x0.midpoint(bounds.x1) as f32, bounds.y0.midpoint(bounds.y1) as f32))
}

/// Memory of the process in MB.
#[derive(Clone, Copy)]
struct Memory {
    /// All that it has.
    all: f64,
    /// Without the pages of files, the program's among them: they come as they are used, and the system takes them back
    /// when it likes.
    own: f64,
}

impl Memory {
    fn now() -> Self {
        let statm = fs::read_to_string("/proc/self/statm").expect("the system tells");
        let pages = statm.split(' ').map(|pages| pages.parse::<f64>().unwrap_or_default() * 4096.0 / 1e6);
        let [_, all, of_files, ..] = pages.collect::<Vec<_>>()[..] else { panic!("{statm}") };
        Self { all, own: all - of_files }
    }
}

/// How many files there are in each folder of `folder`, and in itself.
fn files_in_each(folder: &Path) -> Vec<usize> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let (folders, files): (Vec<_>, Vec<_>) = entries.flatten().partition(|entry| entry.path().is_dir());
    folders.iter().flat_map(|entry| files_in_each(&entry.path())).chain([files.len()]).collect()
}

#[test]
#[ignore = "takes long: scripts/test soak"]
fn soak_at_the_window() {
    let seconds = number("LANEWAY_SECONDS").unwrap_or(USUAL);
    let part = Duration::from_secs(seconds) / SITTINGS;
    let place = tempfile::tempdir().expect("a folder");
    let mut sitting = Sitting::new(place.path());
    sitting.warm_up();
    let mut runner = TestRunner::new(cases::cases(1));
    let whims = whims();
    let (mut deeds, mut curve) = (0, Vec::new());
    for _ in 0..SITTINGS {
        let begin = Instant::now();
        sitting.open();
        while begin.elapsed() < part {
            let whim = whims.new_tree(&mut runner).expect("a whim").current();
            sitting.indulge(&whim);
            deeds += 1;
        }
        sitting.close();
        curve.push(Memory::now());
    }
    let most = |of: &[Memory], which: fn(&Memory) -> f64| of.iter().map(which).fold(0.0, f64::max);
    let tenth = curve.len() / 10;
    let (first, last) = (&curve[..tenth], &curve[curve.len() - tenth..]);
    let all = most(first, |memory| memory.all);
    let shown: Vec<String> = curve.iter().map(|memory| format!("{:.0}", memory.own)).collect();
    say(&format!(
        "{deeds} deeds in {seconds} s; own MB after each sitting, of {all:.0}: {}",
        shown.join(" ")
    ));
    // What is free in between swings by some MB; what piles up is there after every sitting.
    let stays = last.iter().map(|memory| memory.own).fold(f64::INFINITY, f64::min);
    let grown = stays - most(first, |memory| memory.own);
    if seconds >= LONG {
        assert!(grown <= FLAT * all, "memory grows by {grown:.0} MB");
    }

    let state = place.path().join("state");
    wait_until(Duration::from_millis(100), || {
        let left: usize = files_in_each(&state.join("recovery")).iter().sum();
        if left == 0 { Ok(()) } else { Err(format!("{left} files are kept of work that was given up")) }
    });
    let versions = files_in_each(&state.join("versions"));
    assert!(versions.iter().all(|files| *files <= MOST_VERSIONS), "{versions:?} files of versions");
}
