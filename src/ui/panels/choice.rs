//! Choices, buttons and links.

use eframe::egui::{
    Align2, Button, Color32, ComboBox, CursorIcon, Rect, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::form::{BELOW, Form};
use crate::{
    model::{ConnectorKind, LaneId, PhaseId, StepKind},
    text::Face,
    ui::{
        chrome::chevron,
        symbol::paint_symbol,
        theme::{self, BODY, CONTROL, RADIUS, Tokens},
        tip::WithTip as _,
    },
};

impl Form<'_> {
    /// A choice of one among several; gives back what was chosen.
    pub(super) fn choice<T: PartialEq + Clone>(
        &mut self,
        label: &str,
        current: Option<&T>,
        options: &[(T, String)],
    ) -> Option<T> {
        self.label(label);
        let shown = current.and_then(|current| options.iter().find(|(value, _)| value == current));
        let shown = shown.map_or_else(|| self.say("panel-several-values"), |(_, text)| text.clone());
        let chosen = combo_ui(self.ui, label, &shown, |ui| {
            let mut chosen = None;
            for (value, text) in options {
                if ui.selectable_label(Some(value) == current, text.as_str()).clicked() {
                    chosen = Some(value.clone());
                }
            }
            chosen
        });
        self.ui.add_space(BELOW);
        chosen.filter(|chosen| Some(chosen) != current)
    }

    /// A choice among the symbols.
    pub(super) fn kind_choice(&mut self, label: &str, current: Option<StepKind>) -> Option<StepKind> {
        self.label(label);
        let catalog = self.shown.catalog;
        let name = |kind: StepKind| crate::scene::kind_name(catalog, kind);
        let shown = current.map_or_else(|| self.say("panel-several-values"), name);
        let is_current = |kind: StepKind| current.is_some_and(|current| current.name() == kind.name());
        let chosen = combo_ui(self.ui, label, &shown, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            StepKind::PALETTE.into_iter().find(|kind| kind_row(ui, *kind, &name(*kind), is_current(*kind)))
        });
        self.ui.add_space(BELOW);
        chosen.filter(|chosen| !is_current(*chosen))
    }

    /// A button as wide as its words; true when it was clicked.
    pub(super) fn button(&mut self, key: &str) -> bool {
        let text = self.say(key);
        self.ui.add(Button::new(text)).clicked()
    }

    /// A row of buttons that wraps; gives back the one that was clicked.
    pub(super) fn buttons<T: Clone>(&mut self, buttons: &[(&'static str, T)]) -> Option<T> {
        let catalog = self.shown.catalog;
        let clicked = self.ui.horizontal_wrapped(|ui| {
            let mut clicked = None;
            for (key, value) in buttons {
                if ui.button(catalog.text(key)).clicked() {
                    clicked = Some(value.clone());
                }
            }
            clicked
        });
        self.ui.add_space(BELOW);
        clicked.inner
    }

    /// A row of buttons, some of which cannot be used for a reason; gives back the one that was clicked.
    pub(super) fn buttons_unless<T: Clone>(
        &mut self,
        buttons: &[(&'static str, T, Option<&'static str>)],
    ) -> Option<T> {
        let catalog = self.shown.catalog;
        let clicked = self.ui.horizontal_wrapped(|ui| {
            let mut clicked = None;
            for (key, value, reason) in buttons {
                let mut button = ui.add_enabled(reason.is_none(), Button::new(catalog.text(key)));
                if let Some(reason) = reason {
                    button = button.on_disabled_hover_text(catalog.text(reason));
                }
                if button.clicked() {
                    clicked = Some(value.clone());
                }
            }
            clicked
        });
        self.ui.add_space(BELOW);
        clicked.inner
    }

    /// Words that lead somewhere; true when they were clicked.
    pub(super) fn link(&mut self, text: &str) -> bool {
        link_ui(self.ui, text, Tokens::of(self.ui).accent)
    }
}

/// Words that lead somewhere, in `color`; true when they were clicked.
pub(super) fn link_ui(ui: &mut Ui, text: &str, color: Color32) -> bool {
    let text = RichText::new(text).color(color).underline();
    let button = Button::new(text).frame(false).wrap().min_size(vec2(0.0, 20.0));
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(0.0, 0.0);
        ui.add(button).on_hover_cursor(CursorIcon::PointingHand).clicked()
    })
    .inner
}

/// A button with a sign, which screen readers call `name`; true when it was clicked.
pub(super) fn small_button(ui: &mut Ui, sign: &str, name: &str) -> bool {
    let button = Button::new(sign).frame_when_inactive(false).min_size(vec2(CONTROL, CONTROL));
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding = vec2(4.0, 2.0);
            ui.add(button)
        })
        .inner;
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    response.with_tip(name).clicked()
}

/// A combo box that names itself; `body` is its list.
fn combo_ui<R>(ui: &mut Ui, name: &str, shown: &str, body: impl FnOnce(&mut Ui) -> Option<R>) -> Option<R> {
    let width = ui.available_width();
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding.x = 10.0;
            ComboBox::from_id_salt(("panel-choice", name))
                .selected_text(shown)
                .width(width)
                .truncate()
                .icon(|ui, rect, visuals, _| chevron(ui, rect, visuals.fg_stroke.color))
                .show_ui(ui, |ui| {
                    ui.set_min_width((width - 12.0).max(180.0));
                    body(ui)
                })
        })
        .inner;
    ui.ctx().accesskit_node_builder(response.response.id, |node| {
        node.set_label(name);
        node.set_value(shown);
    });
    response.inner.flatten()
}

fn kind_row(ui: &mut Ui, kind: StepKind, name: &str, is_chosen: bool) -> bool {
    let size = vec2(ui.available_width(), CONTROL);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, name));
    let tokens = Tokens::of(ui);
    if is_chosen || response.hovered() || response.has_focus() {
        let fill = if is_chosen { tokens.selected } else { tokens.hover };
        ui.painter().rect_filled(rect, RADIUS, fill);
    }
    let mark = Rect::from_center_size(pos2(rect.left() + 22.0, rect.center().y), vec2(28.0, 18.0));
    paint_symbol(ui.painter(), kind, mark, tokens.text, tokens.surface);
    let font = theme::font(Face::Regular, BODY);
    let at = pos2(rect.left() + 46.0, rect.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, name, font, tokens.text);
    response.clicked()
}

/// What `values` have in common, if they are equal.
pub(super) fn common<T: PartialEq>(values: impl IntoIterator<Item = T>) -> Option<T> {
    let mut values = values.into_iter();
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// The lanes of the page by their titles.
pub(super) fn lane_choice(form: &mut Form<'_>, current: Option<&LaneId>) -> Option<LaneId> {
    let shown = form.shown;
    let lanes = shown.page.lanes.iter();
    let lanes: Vec<_> =
        lanes.map(|lane| (lane.id.clone(), shown.band_name(&lane.title, lane.id.as_str()))).collect();
    let label = form.say("panel-lane");
    form.choice(&label, current, &lanes)
}

/// The phases of the page by their titles; nothing where it has none.
pub(super) fn phase_choice(form: &mut Form<'_>, current: Option<&PhaseId>) -> Option<PhaseId> {
    let shown = form.shown;
    if shown.page.phases.is_empty() {
        return None;
    }
    let phases = shown.page.phases.iter();
    let phases: Vec<_> =
        phases.map(|phase| (phase.id.clone(), shown.band_name(&phase.title, phase.id.as_str()))).collect();
    let label = form.say("panel-phase");
    form.choice(&label, current, &phases)
}

/// What a connector means.
pub(super) fn connector_kind_choice(
    form: &mut Form<'_>,
    current: Option<ConnectorKind>,
) -> Option<ConnectorKind> {
    let kinds = [ConnectorKind::Sequence, ConnectorKind::Message, ConnectorKind::Association];
    let options = kinds.map(|kind| (kind, form.say(kind.key())));
    let label = form.say("panel-connector-kind");
    form.choice(&label, current.as_ref(), &options)
}
