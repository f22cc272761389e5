//! Waiting for what comes by itself: out of the background of a window, or from the program on a display.

use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use egui_kittest::{Harness, kittest::Queryable as _};
use laneway::app::Laneway;

/// How long anything may take to come; a debug build that draws in software on a busy machine is slow.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);
/// How long the background has to itself between two frames.
const PAUSE: Duration = Duration::from_millis(5);

/// What `look` finds, which looks again after each `pause`; what it says there is instead is how a failure ends.
#[track_caller]
pub(crate) fn wait_until<T>(pause: Duration, mut look: impl FnMut() -> Result<T, String>) -> T {
    let start = Instant::now();
    loop {
        match look() {
            Ok(found) => return found,
            Err(instead) => assert!(start.elapsed() < PATIENCE, "{instead}"),
        }
        std::thread::sleep(pause);
    }
}

/// Frames of `window` until `found` finds something in it; `what` is how a failure calls it.
#[track_caller]
pub(crate) fn wait_for<T>(
    window: &mut Harness<'static, Laneway>,
    what: &str,
    mut found: impl FnMut(&mut Harness<'static, Laneway>) -> Option<T>,
) -> T {
    wait_until(PAUSE, || {
        window.step();
        found(window).ok_or_else(|| format!("{what} does not come"))
    })
}

/// Frames until something says `words`, among others.
#[track_caller]
pub(crate) fn wait_for_words(window: &mut Harness<'static, Laneway>, words: &str) {
    wait_for(window, words, |window| window.query_all_by_label_contains(words).next().map(drop));
}

/// Frames until there is a button called `label`.
#[track_caller]
pub(crate) fn wait_for_button(window: &mut Harness<'static, Laneway>, label: &str) {
    wait_for(window, label, |window| window.query_by_role_and_label(Role::Button, label).map(drop));
}
