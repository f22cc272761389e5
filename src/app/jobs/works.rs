//! What runs in the background, as people see it.
//!
//! Owns how it is shown, and how it is ended: by its button, and by Escape where nothing nearer takes the key.

use std::time::Duration;

use eframe::egui::{Key, Modifiers, Popup, Rect, Ui};

use super::job::{JobId, Jobs};
use crate::{
    locale::Catalog,
    ui::{
        panels::table_has_keyboard,
        working::{Working, working_ui},
    },
};

/// How often it is looked how far it is, in seconds.
const LOOK_SECS: f64 = 0.05;

/// Shows what runs above the lower edge of `within`; the one whose button was pressed.
pub(crate) fn works_ui(ui: &Ui, jobs: &mut Jobs, catalog: &Catalog, within: Rect) -> Option<JobId> {
    let works = jobs.shown(catalog);
    if works.is_empty() {
        return None;
    }
    ui.ctx().request_repaint_after(Duration::from_secs_f64(LOOK_SECS));
    let shown: Vec<Working> =
        works.iter().map(|(_, text, done)| Working::new(catalog, text.clone(), *done)).collect();
    let stopped = working_ui(ui, &shown, &catalog.text("ui-cancel"), within)?;
    works.get(stopped).map(|(id, ..)| *id)
}

/// The work that Escape ends: the one that began last, unless something nearer `is_taking` the key.
pub(crate) fn escaped(ui: &Ui, jobs: &mut Jobs, is_taking: bool) -> Option<JobId> {
    let last = jobs.last_shown()?;
    let ctx = ui.ctx();
    let is_nearer =
        is_taking || ctx.text_edit_focused() || table_has_keyboard(ctx) || Popup::is_any_open(ctx);
    let is_meant = !is_nearer && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    is_meant.then_some(last)
}
