//! What every dialog stands in.

use eframe::egui::{Frame, Id, Modal, Ui};

use crate::ui::theme::{CARD_RADIUS, Tokens};

/// Shows a dialog over everything; true when Esc or a click beside it closed it.
pub(super) fn dialog_ui(ui: &Ui, name: &str, width: f32, content: impl FnOnce(&mut Ui)) -> bool {
    let frame = Frame::popup(ui.style()).inner_margin(20).corner_radius(CARD_RADIUS);
    let modal = Modal::new(Id::unique(name)).frame(frame).backdrop_color(Tokens::of(ui).veil);
    let response = modal.show(ui.ctx(), |ui| {
        ui.set_width(width);
        content(ui);
    });
    response.should_close()
}
