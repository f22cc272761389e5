//! The program is killed at any moment while somebody works: what is found afterwards is no older than two seconds.
//!
//! The logic of the window runs in a process of its own, which is this test program again. `scripts/test kills` does it
//! a thousand times.

use std::{
    ffi::OsStr,
    fs,
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant, SystemTime},
};

use laneway::{
    app::{Bundled, Laneway, ScriptedDialogs, Services as _},
    locale::UiLang,
    persist::{StateFolder, journal::claim_all},
};
use proptest::{
    strategy::{Strategy as _, ValueTree as _},
    test_runner::TestRunner,
};

use crate::{
    editing::undo_props::{Chooser, picks},
    run::say,
    testing::cases,
    window::{
        recovery::recovering::titled,
        support::wait::{PATIENCE, wait_until},
    },
};

/// Where the process that is killed works.
const FOLDER: &str = "LANEWAY_KILLED_IN";
/// How many edits it does before it ends by itself; without it, as many as it can.
const EDITS: &str = "LANEWAY_EDITS";
/// How long it then waits before it ends: what could not be written is tried again after five seconds.
const TRIED_AGAIN: Duration = Duration::from_secs(13);
/// No work that is older may be lost.
const MOST_LOST: Duration = Duration::from_secs(2);
/// The program is killed so long after its first edit at most.
const LONGEST: u64 = 2500;

fn chart(folder: &Path) -> PathBuf {
    folder.join("chart.ron")
}

/// When each edit was done, a line each: written by the process that is killed, which cannot tell afterwards.
fn log(folder: &Path) -> PathBuf {
    folder.join("log")
}

fn state(folder: &Path) -> StateFolder {
    StateFolder::at(&folder.join("state"))
}

fn micros() -> u128 {
    SystemTime::UNIX_EPOCH.elapsed().expect("a clock").as_micros()
}

#[test]
#[ignore = "is started by the test that kills it"]
fn somebody_works() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let kept = state(&folder);
    let builder = egui_kittest::Harness::builder().with_size([1280.0, 800.0]).with_step_dt(0.05);
    let mut window = builder.build_eframe(move |creation| {
        let dialogs = Box::new(ScriptedDialogs::default());
        Laneway::new(&creation.egui_ctx, Box::new(Bundled), dialogs)
            .speaking(UiLang::En)
            .keeping_work_in(kept)
    });
    window.state_mut().open_files(vec![chart(&folder)]);
    window.step();
    let mut log = fs::OpenOptions::new().create(true).append(true).open(log(&folder)).expect("a log");
    let mut runner = TestRunner::new(cases(1));
    let strategy = picks(2).prop_map(|mut picks| picks.remove(0));
    let edits = std::env::var(EDITS).ok().and_then(|edits| edits.parse().ok()).unwrap_or(u32::MAX);
    for count in 1..=edits {
        let pick = strategy.new_tree(&mut runner).expect("a pick").current();
        let editor = window.state_mut().editor_mut().expect("a chart");
        let page = editor.page().expect("a page").clone();
        let chooser = Chooser { document: editor.document(), page: &page, count };
        let command = chooser.command(&pick);
        // Some are refused.
        editor.run(&command).unwrap_or_default();
        // A text is written letter by letter, and not always to its end.
        for end in ["", "."] {
            editor.preview(&titled(&format!("{count}{end}"))).expect("shown");
        }
        if count % 3 != 0 {
            editor.commit();
        }
        writeln!(log, "{}", micros()).expect("written");
        window.step();
        sleep(Duration::from_millis(15));
    }
    sleep(TRIED_AGAIN);
    std::process::abort();
}

/// Lets somebody work in `folder` by the command `program`, which goes before the program itself.
fn start(folder: &Path, program: &[&str]) -> Child {
    let this = std::env::current_exe().expect("this program");
    let mut words = program.iter().map(OsStr::new).chain([this.as_os_str()]);
    let mut child = Command::new(words.next().expect("a program"));
    child
        .args(words)
        .args(["--exact", "window::recovery::kills::somebody_works", "--ignored"])
        .env(FOLDER, folder);
    child.stdout(Stdio::null()).stderr(Stdio::null());
    if !program.is_empty() {
        child.env(EDITS, FAULTY_EDITS.to_string());
    }
    child.spawn().expect("it starts")
}

/// A folder with a chart in it.
fn place() -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a folder");
    laneway::persist::save(&Bundled.blank().expect("a chart"), &chart(place.path())).expect("saved");
    place
}

/// Kills somebody's program in the middle of work; how old the oldest work is that is lost.
fn lost(after: Duration) -> Duration {
    let place = place();
    let folder = place.path();
    let mut child = start(folder, &[]);
    wait_until(PATIENCE / 2000, || {
        let length = fs::metadata(log(folder)).map_or(0, |log| log.len());
        if length > 0 { Ok(()) } else { Err("nobody works".to_owned()) }
    });
    sleep(after);
    child.kill().expect("killed");
    let killed = micros();
    child.wait().expect("it ends");
    let lines = BufReader::new(fs::File::open(log(folder)).expect("a log")).lines();
    let times: Vec<u128> = lines.map(|line| line.expect("a line").parse().unwrap_or(killed)).collect();
    let recovered = recovered(folder);
    let first_lost = times.get(recovered).copied().unwrap_or(killed);
    Duration::from_micros(killed.saturating_sub(first_lost) as u64)
}

/// How many of the edits are found in what was left.
fn recovered(folder: &Path) -> usize {
    let left = claim_all(&state(folder).recovery().expect("a folder")).expect("it can be read");
    let Some(left) = left.first() else { return 0 };
    let document = left.account().clone().recovered().document;
    assert_eq!(document.check(), Ok(()));
    let title = document.title.get(&UiLang::En.into(), &document.language);
    title.trim_end_matches('.').parse().unwrap_or_default()
}

fn assert_little_is_lost(kills: u32) {
    let begin = Instant::now();
    let mut all: Vec<Duration> = (0..u64::from(kills))
        .map(|case| {
            let after = Duration::from_millis(case * 7919 % LONGEST);
            let lost = lost(after);
            assert!(lost <= MOST_LOST, "killed after {after:?}: work of {lost:?} is lost");
            lost
        })
        .collect();
    say_lost(&mut all, &format!("{kills} kills in {} s", begin.elapsed().as_secs()));
}

/// Says how old the work was that was lost by all the kills that `what` names.
pub(super) fn say_lost(all: &mut [Duration], what: &str) {
    all.sort_unstable();
    let at = |share: usize| all[(all.len() - 1) * share / 100].as_secs_f64();
    say(&format!("{what}; work lost: p50 {:.2} s, most {:.2} s", at(50), at(100)));
}

#[test]
fn whoever_is_killed_loses_less_than_two_seconds() {
    assert_little_is_lost(4);
}

/// How many edits are done while the disk fails.
const FAULTY_EDITS: usize = 60;
/// What fails every other time: a call of the system and what it says.
#[cfg(target_os = "linux")]
const FAULTS: [(&str, &str); 8] = [
    ("fdatasync", "EIO"),
    ("fdatasync", "ENOSPC"),
    ("fsync", "EIO"),
    ("fsync", "ENOSPC"),
    ("rename", "EACCES"),
    ("rename", "EXDEV"),
    ("rename", "EPERM"),
    ("flock", "ENOLCK"),
];

#[cfg(target_os = "linux")]
#[test]
#[ignore = "takes long: scripts/test kills"]
fn faults_of_the_disk_are_made_up_for() {
    if !crate::window::desktop::is_installed("strace") {
        return crate::run::skip_without("strace");
    }
    // Most of the time each of them waits.
    std::thread::scope(|all| {
        for (call, error) in FAULTS {
            all.spawn(move || assert_made_up_for(call, error));
        }
    });
}

/// Somebody works while `call` fails every other time and says `error`.
#[cfg(target_os = "linux")]
fn assert_made_up_for(call: &str, error: &str) {
    let place = place();
    let inject = format!("inject={call}:error={error}:when=1+2");
    let trace = format!("trace={call}");
    let strace = ["strace", "-f", "-qqq", "-o", "/dev/null", "-e", &trace, "-e", &inject];
    start(place.path(), &strace).wait().expect("it ends");
    assert_eq!(recovered(place.path()), FAULTY_EDITS, "{call}: {error}");
    say(&format!("{call}: {error}: nothing is lost"));
}

#[test]
#[ignore = "takes long: scripts/test kills"]
fn kills_at_any_moment() {
    assert_little_is_lost(cases(1000).cases);
}
