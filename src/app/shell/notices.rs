//! Short notices at the bottom of the canvas.

use std::time::Duration;

use eframe::egui::{Context, Rect, Ui};

use crate::{locale::Catalog, ui::notice::notice_ui};

/// How long a notice is shown, in seconds …
const SHOWN_SECS: f64 = 4.0;
/// … and one that offers something.
const OFFERED_SECS: f64 = 8.0;

/// What a notice is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tone {
    /// Something was done.
    Done,
    /// The same, and it can be taken back here.
    Undoable,
    /// Something was not done.
    Refused,
}

/// A short notice.
struct Notice {
    text: String,
    tone: Tone,
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
        self.show(ctx, text, Tone::Done);
    }

    /// Says what was done, and offers to take it back.
    pub(crate) fn say_with_undo(&mut self, ctx: &Context, text: String) {
        self.show(ctx, text, Tone::Undoable);
    }

    /// Says why something was not done.
    pub(crate) fn refuse(&mut self, ctx: &Context, text: String) {
        self.show(ctx, text, Tone::Refused);
    }

    /// Says nothing any more.
    pub(crate) fn clear(&mut self) {
        self.shown = None;
    }

    fn show(&mut self, ctx: &Context, text: String, tone: Tone) {
        let secs = if tone == Tone::Undoable { OFFERED_SECS } else { SHOWN_SECS };
        let until = ctx.input(|input| input.time) + secs;
        self.shown = Some(Notice { text, tone, until });
        // The frame in which it goes.
        ctx.request_repaint_after(Duration::from_secs_f64(secs));
    }

    /// Shows the notice, if there is one, above the lower edge of `within`; true when what it says is to be undone.
    pub(crate) fn ui(&mut self, ui: &Ui, catalog: &Catalog, within: Rect) -> bool {
        let Some(notice) = &self.shown else { return false };
        let left = notice.until - ui.input(|input| input.time);
        if left <= 0.0 {
            self.shown = None;
            return false;
        }
        ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
        let offer = (notice.tone == Tone::Undoable).then(|| catalog.text("ui-undo-this"));
        notice_ui(ui, &notice.text, notice.tone == Tone::Refused, offer.as_deref(), within)
    }
}
