//! Short notices at the bottom of the canvas.

use std::time::Duration;

use eframe::egui::{Context, Rect, Ui};

use crate::ui::notice::notice_ui;

/// How long a notice is shown, in seconds.
const SHOWN_SECS: f64 = 4.0;

/// A short notice.
struct Notice {
    text: String,
    /// Whether it says why something was not done.
    is_refused: bool,
    /// When it goes, by the window's clock.
    until: f64,
}

/// The notice that is shown, if there is one.
#[derive(Default)]
pub(crate) struct Notices {
    shown: Option<Notice>,
}

impl Notices {
    /// Says what was done.
    pub(crate) fn say(&mut self, ctx: &Context, text: String) {
        self.show(ctx, text, false);
    }

    /// Says why something was not done.
    pub(crate) fn refuse(&mut self, ctx: &Context, text: String) {
        self.show(ctx, text, true);
    }

    /// Says nothing any more.
    pub(crate) fn clear(&mut self) {
        self.shown = None;
    }

    fn show(&mut self, ctx: &Context, text: String, is_refused: bool) {
        let until = ctx.input(|input| input.time) + SHOWN_SECS;
        self.shown = Some(Notice { text, is_refused, until });
        // The frame in which it goes.
        ctx.request_repaint_after(Duration::from_secs_f64(SHOWN_SECS));
    }

    /// Shows the notice, if there is one, above the lower edge of `within`.
    pub(crate) fn ui(&mut self, ui: &Ui, within: Rect) {
        let Some(notice) = &self.shown else { return };
        let left = notice.until - ui.input(|input| input.time);
        if left <= 0.0 {
            self.shown = None;
            return;
        }
        ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
        notice_ui(ui, &notice.text, notice.is_refused, within);
    }
}
