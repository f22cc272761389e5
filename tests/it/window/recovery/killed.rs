//! The real window is ended in the middle of work, by force or by the system: the next one gives the work back.
//!
//! The picture of the offer is left in `target/desktop/recovery.png`.

use std::{os::unix::process::ExitStatusExt as _, path::Path, thread::sleep, time::Duration};

use crate::{
    run::skip_without,
    window::{
        desktop::new_document,
        support::robot::{Robot, lacking},
    },
};

const SIZE: (u32, u32) = (1400, 900);
const STEP: &str = "Explain the solution to the customer";
const TYPED: &str = "Call the customer back";
/// What may be lost is younger.
const KEPT: Duration = Duration::from_secs(2);

/// A window on a chart, a step of which says something else by now.
fn at_work(home: &Path) -> Robot {
    let file = new_document(home);
    let mut robot = Robot::start(home, SIZE, &[file.to_str().expect("a path")]);
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
        let status = at_work(folder.path()).end(name);
        assert_eq!(status.signal(), Some(number), "it ends as the system expects");
        let mut robot = Robot::start(folder.path(), SIZE, &[]);
        robot.click("Recover");
        robot.step(TYPED);
    }
}
