//! The real window is ended in the middle of work, by force or by the system: the next one gives the work back.
//!
//! The picture of the offer is left in `target/desktop/recovery.png`.

use std::{
    os::unix::process::ExitStatusExt as _,
    path::Path,
    thread::sleep,
    time::{Duration, Instant},
};

use laneway::{
    locale::UiLang,
    persist::{StateFolder, journal::claim_all},
};

use crate::{
    run::skip_without,
    testing::cases::cases,
    window::{
        desktop::new_document,
        recovery::kills::say_lost,
        support::robot::{Robot, lacking},
    },
};

const SIZE: (u32, u32) = (1400, 900);
const STEP: &str = "Explain the solution to the customer";
const TYPED: &str = "Call the customer back";
/// What may be lost is younger.
const KEPT: Duration = Duration::from_secs(2);

/// Brings every step of the chart into sight.
fn show_all(robot: &mut Robot) {
    robot.find("60 %");
    robot.press("ctrl+1");
}

/// A window on a chart, a step of which says something else by now.
fn at_work(home: &Path) -> Robot {
    let file = new_document(home);
    let mut robot = Robot::start(home, SIZE, &[file.to_str().expect("a path")]);
    show_all(&mut robot);
    let at = robot.step(STEP).at;
    robot.click_at(at, 1, 1);
    robot.press("F2");
    robot.press("ctrl+a");
    robot.write(TYPED);
    robot
}

#[test]
fn work_comes_back_after_the_window_was_killed() {
    let missing = lacking();
    if !missing.is_empty() {
        return skip_without(&missing.join(", "));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut robot = at_work(folder.path());
    robot.press("Return");
    sleep(KEPT);
    assert_eq!(robot.end("KILL").signal(), Some(9));

    let mut robot = Robot::start(folder.path(), SIZE, &[]);
    robot.find("A chart was not saved");
    robot.find("process.ron");
    robot.picture(&Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("desktop").join("recovery.png"));
    robot.click("Recover");
    show_all(&mut robot);
    robot.step(TYPED);
    robot.press("ctrl+z");
    robot.step(STEP);
}

#[test]
fn work_is_kept_when_the_system_ends_the_window() {
    let missing = lacking();
    if !missing.is_empty() {
        return skip_without(&missing.join(", "));
    }
    for (name, number) in [("TERM", 15), ("INT", 2), ("HUP", 1)] {
        let folder = tempfile::tempdir().expect("a folder");
        // The text is not finished, and nothing is waited for.
        let robot = at_work(folder.path());
        let mark = folder.path().join(".process.ron.laneway-open");
        assert!(mark.exists());
        let status = robot.end(name);
        assert_eq!(status.signal(), Some(number), "it ends as the system expects");
        assert!(!mark.exists(), "nothing says that the file is open");
        let mut robot = Robot::start(folder.path(), SIZE, &[]);
        robot.click("Recover");
        show_all(&mut robot);
        robot.step(TYPED);
    }
}

/// For so many kills of the window's logic (see `kills`), the real window is killed once.
const KILLS_EACH: u32 = 16;
/// The window is killed so long after the first text was written at most, in milliseconds.
const LONGEST: u64 = 4000;

/// What is written on the step, one after the other: none of them is the beginning of another one.
const TEXTS: [&str; 26] = [
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u",
    "v", "w", "x", "y", "z",
];

/// Writes one text after the other on a step, and kills the window in the middle of it; how old the oldest of them is
/// that is lost.
fn lost(after: Duration) -> Duration {
    let folder = tempfile::tempdir().expect("a folder");
    let mut robot = at_work(folder.path());
    robot.press("Return");
    let begin = Instant::now();
    let mut written = Vec::new();
    'work: for text in TEXTS {
        for key in ["F2", "ctrl+a", text, "Return"] {
            if begin.elapsed() >= after {
                break 'work;
            }
            robot.press(key);
        }
        written.push(Instant::now());
    }
    robot.end("KILL");
    let killed = Instant::now();
    let first_lost = written.get(recovered(folder.path())).copied().unwrap_or(killed);
    killed - first_lost
}

/// How many of the texts are found in what was left: the last of them wrote over those before.
fn recovered(home: &Path) -> usize {
    let state = StateFolder::at(&home.join("laneway"));
    let left = claim_all(&state.recovery().expect("a folder")).expect("it can be read");
    let document = left.first().expect("work").account().clone().recovered().document;
    let lang = UiLang::En.into();
    let mut steps = document.pages.iter().flat_map(|page| page.steps.values());
    let found = |text: &str| TEXTS.iter().position(|known| *known == text);
    steps.find_map(|step| found(step.text.exactly(&lang)?)).map_or(0, |last| last + 1)
}

#[test]
#[ignore = "takes long: scripts/test kills"]
fn kills_of_the_real_window() {
    let missing = lacking();
    if !missing.is_empty() {
        return skip_without(&missing.join(", "));
    }
    let kills = cases(1000).cases.div_ceil(KILLS_EACH);
    let mut all: Vec<Duration> = (0..u64::from(kills))
        .map(|case| {
            let after = Duration::from_millis(case * 7919 % LONGEST);
            let lost = lost(after);
            assert!(lost <= KEPT, "killed after {after:?}: work of {lost:?} is lost");
            lost
        })
        .collect();
    say_lost(&mut all, &format!("{kills} kills of the real window"));
}
