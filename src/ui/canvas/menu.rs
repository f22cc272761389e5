//! The menu of what can be done with what was clicked with the other button.

use eframe::egui::{Id, LayerId, Order, Popup, PopupAnchor, PopupCloseBehavior, Pos2, Ui};

use crate::ui::chrome::{Group, menu_groups_ui, menu_style};

/// What was done with the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuAnswer<C> {
    /// Something was chosen.
    Choose(C),
    /// The menu was closed.
    Close,
}

/// Shows `groups` as a menu at `pos`.
pub fn menu_ui<C: Clone>(ui: &Ui, pos: Pos2, groups: &[Group<C>]) -> Option<MenuAnswer<C>> {
    let id = Id::unique("canvas-menu");
    let mut is_open = true;
    let layer = LayerId::new(Order::Foreground, id);
    let shown = Popup::new(id, ui.ctx().clone(), PopupAnchor::Position(pos), layer)
        .kind(eframe::egui::PopupKind::Menu)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .style(menu_style)
        .open_bool(&mut is_open)
        .show(|ui| menu_groups_ui(ui, groups));
    let chosen = shown.and_then(|shown| shown.inner).map(MenuAnswer::Choose);
    chosen.or_else(|| (!is_open).then_some(MenuAnswer::Close))
}
