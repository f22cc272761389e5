//! A column of controls: headings, groups that fold, two controls side by side.

use eframe::egui::{
    Align, Align2, Label, Layout, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::{PanelRequest, Shown};
use crate::{
    edit::{Command, EditRequest},
    text::Face,
    ui::{
        chrome::{chevron, chevron_right},
        theme::{self, CONTROL, Tokens, UNIT},
        widgets::{caption, focus_ring, strong},
    },
};

/// Between two fields in a row.
const GUTTER: f32 = 12.0;
/// Below a field, beside the usual spacing.
pub(super) const BELOW: f32 = 4.0;

/// A column of controls.
pub(super) struct Form<'f> {
    pub(super) ui: &'f mut Ui,
    pub(super) shown: &'f Shown<'f>,
    pub(super) out: &'f mut Vec<PanelRequest>,
}

impl Form<'_> {
    pub(super) fn say(&self, key: &str) -> String {
        self.shown.catalog.text(key)
    }

    /// Asks for `command`.
    pub(super) fn run(&mut self, command: Command) {
        self.out.push(PanelRequest::Edit(EditRequest::Run(command)));
    }

    pub(super) fn heading(&mut self, text: &str) {
        self.ui.label(strong(text, theme::HEADING));
        self.ui.add_space(BELOW);
    }

    pub(super) fn label(&mut self, text: &str) {
        let text = caption(self.ui, text);
        self.ui.add(Label::new(text).truncate());
    }

    pub(super) fn remark(&mut self, text: &str) {
        let text = caption(self.ui, text);
        self.ui.add(Label::new(text).wrap());
    }

    /// A group that folds; whether it is open is remembered by its name in the catalogue, and `is_usual` before a person
    /// chose.
    pub(super) fn group(&mut self, key: &str, is_usual: bool, body: impl FnOnce(&mut Form<'_>)) {
        self.ui.add_space(BELOW);
        let is_open = self.shown.groups.get(key).copied().unwrap_or(is_usual);
        let title = self.say(key);
        if group_header(self.ui, &title, is_open).clicked() {
            self.out.push(PanelRequest::Fold { group: key.to_owned(), is_open: !is_open });
        }
        if is_open {
            body(self);
        }
    }

    /// Two controls side by side.
    pub(super) fn pair(&mut self, left: impl FnOnce(&mut Form<'_>), right: impl FnOnce(&mut Form<'_>)) {
        let spacing = self.ui.spacing().item_spacing;
        let width = ((self.ui.available_width() - GUTTER) / 2.0).floor();
        let (shown, out) = (self.shown, &mut *self.out);
        self.ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GUTTER;
            let mut half = |ui: &mut Ui, body: &mut dyn FnMut(&mut Form<'_>)| {
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down_justified(Align::Min), |ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing = spacing;
                    body(&mut Form { ui, shown, out: &mut *out });
                });
            };
            let (mut left, mut right) = (Some(left), Some(right));
            half(ui, &mut |form| {
                if let Some(left) = left.take() {
                    left(form);
                }
            });
            half(ui, &mut |form| {
                if let Some(right) = right.take() {
                    right(form);
                }
            });
        });
        // Both halves end with a gap of their own.
        self.ui.add_space(-self.ui.spacing().item_spacing.y);
    }
}

fn group_header(ui: &mut Ui, title: &str, is_open: bool) -> Response {
    let tokens = Tokens::of(ui);
    let size = vec2(ui.available_width(), CONTROL);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, is_open, title));
    let line = rect.x_range();
    ui.painter().hline(line, rect.top(), Stroke::new(1.0, tokens.border));
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    let color = if response.hovered() { tokens.text } else { tokens.muted };
    let font = theme::font(Face::SemiBold, theme::CAPTION);
    let at = pos2(rect.left(), rect.center().y + 1.0);
    ui.painter().text(at, Align2::LEFT_CENTER, title, font, color);
    let icon = Rect::from_center_size(pos2(rect.right() - 2.0 * UNIT, rect.center().y), vec2(16.0, 16.0));
    if is_open {
        chevron(ui, icon, color);
    } else {
        chevron_right(ui, icon, color);
    }
    response
}
