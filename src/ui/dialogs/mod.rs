//! What opens over the window and asks or tells something.

mod about;
mod band;
mod export;
mod finder;
mod import;
mod line;
mod question;
mod save_table;

pub use about::{about_ui, shortcuts_ui};
pub use band::{BandAnswer, BandQuestion, band_ui};
pub use export::{
    ExportAnswer, ExportChoice, ExportForm, ExportState, ExportView, Facts, Preview, Shown, WantedPages,
    export_ui,
};
pub use finder::{FindAnswer, FindRow, finder_ui};
pub use import::{ImportAnswer, ImportForm, ImportView, ReportAnswer, import_ui, report_ui};
pub use line::{LineAnswer, line_ui};
pub use question::{Question, question_ui};
pub use save_table::{SaveTableAnswer, TableKind, save_table_ui};

use eframe::egui::{Frame, Id, Modal, Ui};

use super::theme::{CARD_RADIUS, Tokens};

/// Shows a dialog over everything; true when Esc or a click beside it closed it.
fn dialog_ui(ui: &Ui, name: &str, width: f32, content: impl FnOnce(&mut Ui)) -> bool {
    let frame = Frame::popup(ui.style()).inner_margin(20).corner_radius(CARD_RADIUS);
    let modal = Modal::new(Id::unique(name)).frame(frame).backdrop_color(Tokens::of(ui).veil);
    let response = modal.show(ui.ctx(), |ui| {
        ui.set_width(width);
        content(ui);
    });
    response.should_close()
}
