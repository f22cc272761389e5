//! What the window shows beside the documents.

use super::notices::Notices;
use crate::app::effect::DialogName;

/// What the window shows beside the documents.
#[derive(Default)]
pub(crate) struct Shell {
    /// What lies over the window.
    pub(crate) dialog: Option<DialogName>,
    /// The words that are sought among keys and gestures.
    pub(crate) sought_shortcuts: String,
    /// What went wrong, in words: a line for each.
    pub(crate) problem: Option<String>,
    /// What a person has to look at although nothing went wrong, in words.
    pub(crate) warning: Option<String>,
    /// What is said at the bottom of the canvas.
    pub(crate) notices: Notices,
    /// What the system's window is called.
    pub(crate) title: String,
    /// Whether it was looked that the window lies on the screen.
    pub(crate) is_placed: bool,
}

impl Shell {
    /// Tells what went wrong, below what is told already; once.
    pub(crate) fn tell(&mut self, problem: String) {
        self.problem = Some(match self.problem.take() {
            Some(before) if before.contains(&problem) => before,
            Some(before) => format!("{before}\n{problem}"),
            None => problem,
        });
    }
}
