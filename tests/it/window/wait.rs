//! Waiting for what runs in the background of a window.

use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use egui_kittest::{Harness, kittest::Queryable as _};
use laneway::app::Laneway;

/// How long a window may take for something in the background; a debug build on a busy machine is slow.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long the background has to itself between two frames.
const PAUSE: Duration = Duration::from_millis(5);

/// Frames of `window` until `found` finds something in it; `what` is how a failure calls it.
#[track_caller]
pub(crate) fn wait_for<T>(
    window: &mut Harness<'static, Laneway>,
    what: &str,
    mut found: impl FnMut(&mut Harness<'static, Laneway>) -> Option<T>,
) -> T {
    let start = Instant::now();
    loop {
        window.step();
        if let Some(found) = found(window) {
            return found;
        }
        assert!(start.elapsed() < PATIENCE, "{what} does not come");
        std::thread::sleep(PAUSE);
    }
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
