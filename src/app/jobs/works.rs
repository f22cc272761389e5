//! What runs in the background, as people see it.
//!
//! Owns which of it is shown, and how it is ended: by its button, by Escape where nothing nearer takes the key, and
//! with what it was begun for.

use std::time::Duration;

use eframe::egui::{Context, Key, Modifiers, Popup, Rect, Ui};

use crate::app::{dispatch::Message, laneway::Laneway};
use crate::ui::{
    panels::table_has_keyboard,
    working::{Working, working_ui},
};

/// How often it is looked how far it is, in seconds.
const LOOK_SECS: f64 = 0.05;

/// What can run in the background.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Work {
    Layout,
    Tables,
}

impl Laneway {
    /// What runs, and how far it is.
    fn works(&self) -> Vec<(Work, Working)> {
        let catalog = self.catalog();
        let layout = self.layout.as_ref().map(|job| (Work::Layout, job.working(catalog)));
        let tables = self.tables.as_ref().map(|job| (Work::Tables, job.working(catalog)));
        layout.into_iter().chain(tables).collect()
    }

    /// Shows what runs above the lower edge of `within`.
    pub(crate) fn works_ui(&self, ui: &Ui, within: Rect, messages: &mut Vec<Message>) {
        let (works, shown): (Vec<Work>, Vec<Working>) = self.works().into_iter().unzip();
        if works.is_empty() {
            return;
        }
        ui.ctx().request_repaint_after(Duration::from_secs_f64(LOOK_SECS));
        let stopped = working_ui(ui, &shown, &self.catalog().text("ui-cancel"), within);
        messages.extend(stopped.and_then(|nth| works.get(nth)).map(|work| Message::Stop(*work)));
    }

    /// The work that Escape ends: the one that was shown last.
    pub(crate) fn escaped_work(&self, ctx: &Context) -> Option<Message> {
        let (work, _) = self.works().pop()?;
        let is_nearer = self.dialog.is_some()
            || ctx.text_edit_focused()
            || table_has_keyboard(ctx)
            || Popup::is_any_open(ctx)
            || self.open().is_some_and(|open| open.is_at_work() || open.canvas.is_taken());
        let is_meant = !is_nearer && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        is_meant.then_some(Message::Stop(work))
    }

    /// Ends a work; what it is about stays as it was.
    pub(crate) fn stop(&mut self, ctx: &Context, work: Work) {
        let said = match work {
            Work::Layout => self.layout.take().map(|_| "ui-layout-stopped"),
            Work::Tables => self.stop_tables().then_some("ui-tables-stopped"),
        };
        if let Some(key) = said {
            self.say(ctx, self.catalog().text(key));
        }
    }
}
