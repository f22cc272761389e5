//! Colours that differ from the theme's.

use eframe::egui::{Color32, Id, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{choice::common, form::Form};
use crate::{
    edit::{Command, Selection, StylePart},
    model::{Color, Role as LaneRole, Style, ThemeName},
    scene::Theme,
    ui::{
        any_colour::any_colour,
        theme::{Tokens, screen_color},
        tip::WithTip as _,
        widgets::focus_ring,
    },
};

const SWATCH: f32 = 22.0;

/// The colours of everything in `of`; a group that folds.
pub(super) fn colours(form: &mut Form<'_>, of: &Selection) {
    form.group("panel-style", false, |form| {
        let has = |parts: &[bool]| parts.iter().any(|part| *part);
        let (steps, connectors, lanes) =
            (!of.steps.is_empty(), !of.connectors.is_empty(), !of.lanes.is_empty());
        if has(&[steps, lanes]) {
            part(form, of, StylePart::Fill, "panel-style-fill");
        }
        if has(&[steps, connectors]) {
            part(form, of, StylePart::Line, "panel-style-line");
        }
        if has(&[steps, connectors, lanes]) {
            part(form, of, StylePart::Text, "panel-style-text");
        }
    });
}

fn part(form: &mut Form<'_>, of: &Selection, part: StylePart, key: &str) {
    let name = form.say(key);
    form.label(&name);
    let now = common(styles(form, of).map(|style| match part {
        StylePart::Fill => style.fill,
        StylePart::Line => style.line,
        StylePart::Text => style.text,
    }))
    .flatten();
    let set = |color: Option<Color>| Command::SetStyle { of: of.clone(), part, color };
    let theme = form.shown.document.theme;
    let id = Id::unique(format!("panel-colour-{key}"));
    let (mut chosen, mut painted) = (None, None);
    let catalog = form.shown.catalog;
    form.ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let reset = format!("{name}: {}", catalog.text("panel-style-reset"));
        if swatch(ui, None, now.is_none(), &reset).clicked() {
            chosen = Some(None);
        }
        for color in swatches(theme, part) {
            if swatch(ui, Some(color), now == Some(color), &format!("{name}: {color}")).clicked() {
                chosen = Some(Some(color));
            }
        }
        let any = format!("{name}: {}", catalog.text("panel-style-any"));
        painted = any_colour(ui, now.unwrap_or(Color::WHITE), SWATCH, &any, catalog);
    });
    if let Some(color) = chosen {
        form.run(set(color));
    }
    if let Some(color) = painted {
        form.preview(id, set(Some(color)));
    } else if !form.ui.input(|input| input.pointer.any_down()) {
        form.commit(id);
    }
    form.ui.add_space(4.0);
}

fn styles<'a>(form: &'a Form<'_>, of: &'a Selection) -> impl Iterator<Item = Style> + 'a {
    let shown = form.shown;
    let steps = of.steps.iter().filter_map(|id| shown.step(id)).map(|step| step.style);
    let connectors = of.connectors.iter().filter_map(|id| shown.connector(id)).map(|one| one.style);
    let lanes = of.lanes.iter().filter_map(|id| shown.lane(id)).map(|lane| lane.style);
    steps.chain(connectors).chain(lanes)
}

/// The roles whose colours are offered.
const ROLES: [LaneRole; 4] =
    [LaneRole::Customer, LaneRole::Employee, LaneRole::ServiceDepartment, LaneRole::ProcessOwner];

/// The colours of `theme` that a step can be filled with, light enough for ink, with the keys of their names in the
/// catalogue.
pub fn fill_colors(theme: ThemeName) -> impl Iterator<Item = (&'static str, Color)> {
    let theme = Theme::of(theme);
    let tint = move |role: LaneRole| (role.key(), theme.lane(role, 0).header.mixed(Color::WHITE, 0.78));
    [("panel-style-white", Color::WHITE)].into_iter().chain(ROLES.into_iter().map(tint))
}

/// The theme's colours that go with `part`.
fn swatches(name: ThemeName, part: StylePart) -> Vec<Color> {
    let theme = Theme::of(name);
    match part {
        StylePart::Fill => fill_colors(name).map(|(_, color)| color).collect(),
        StylePart::Line | StylePart::Text => {
            [theme.ink].into_iter().chain(ROLES.map(|role| theme.lane(role, 0).header)).collect()
        }
    }
}

fn swatch(ui: &mut Ui, color: Option<Color>, is_chosen: bool, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(SWATCH, SWATCH), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
    let tokens = Tokens::of(ui);
    let inner = rect.shrink(2.0);
    let fill = color.map_or(Color32::TRANSPARENT, screen_color);
    let edge = Stroke::new(1.0, tokens.strong_border);
    ui.painter().rect(inner, 5, fill, edge, StrokeKind::Inside);
    if color.is_none() {
        let line = [inner.left_bottom() + vec2(3.0, -3.0), inner.right_top() + vec2(-3.0, 3.0)];
        ui.painter().line_segment(line, Stroke::new(1.3, tokens.muted));
    }
    if is_chosen {
        ui.painter().rect_stroke(rect, 6, Stroke::new(2.0, tokens.accent), StrokeKind::Inside);
    }
    if response.has_focus() {
        focus_ring(ui, rect.expand(2.0));
    }
    response.with_tip(name)
}
