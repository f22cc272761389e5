//! A colour of one's own, by its code or by hue, saturation and brightness.
//!
//! The library's picker has English words and a sign that our fonts lack.

use eframe::egui::{
    Align2, Frame, Id, Margin, Popup, PopupCloseBehavior, Response, Role, Sense, Slider, StrokeKind,
    TextEdit, Ui, WidgetInfo, ecolor::Hsva, vec2,
};

use crate::{
    locale::Catalog,
    model::Color,
    text::Face,
    ui::{
        theme::{self, Tokens, document_color, screen_color},
        tip::WithTip as _,
        widgets::{caption, field_ui, focus_ring},
    },
};

/// The button, wider than a swatch so that it is not taken for one.
const WIDTH: f32 = 36.0;
/// What the button opens.
const POPUP_WIDTH: f32 = 224.0;
/// The degrees of all hues.
const TURN: f32 = 360.0;

/// The colour while it is chosen: hue and saturation of a grey are remembered, and a code that is not whole yet.
#[derive(Clone, Default)]
struct Choosing {
    color: Option<Color>,
    hue: Hsva,
    code: String,
}

/// A button `name` of this `height` that opens a choice of any colour; the colour that was chosen just now.
pub(super) fn any_colour(
    ui: &mut Ui,
    now: Color,
    height: f32,
    name: &str,
    catalog: &Catalog,
) -> Option<Color> {
    let button = button(ui, now, height, name);
    let id = button.id.with("any");
    let popup = Popup::from_toggle_button_response(&button).id(id);
    let popup = popup.close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(POPUP_WIDTH);
    let frame = Frame::popup(ui.style()).inner_margin(Margin::same(12));
    let shown = popup.frame(frame).show(|ui| choice(ui, id, now, catalog));
    button.with_tip(catalog.text("panel-style-any"));
    shown.and_then(|shown| shown.inner)
}

fn button(ui: &mut Ui, now: Color, height: f32, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let inner = rect.shrink(2.0);
    let edge = eframe::egui::Stroke::new(1.0, Tokens::of(ui).strong_border);
    ui.painter().rect(inner, 5, screen_color(now), edge, StrokeKind::Inside);
    let ink = if now.luminance() > 0.3 { Color::BLACK } else { Color::WHITE };
    let font = theme::font(Face::Regular, theme::BODY);
    ui.painter().text(inner.center(), Align2::CENTER_CENTER, "+", font, screen_color(ink));
    if response.has_focus() {
        focus_ring(ui, rect.expand(2.0));
    }
    response
}

fn choice(ui: &mut Ui, id: Id, now: Color, catalog: &Catalog) -> Option<Color> {
    let mut choosing: Choosing = ui.data_mut(|data| data.get_temp(id)).unwrap_or_default();
    if choosing.color != Some(now) {
        let hue = Hsva::from_srgb([now.r, now.g, now.b]);
        choosing = Choosing { color: Some(now), hue, code: now.to_string() };
    }
    let chosen = code_ui(ui, &mut choosing, catalog).or_else(|| sliders_ui(ui, &mut choosing, catalog));
    if chosen.is_some() {
        choosing.color = chosen;
    }
    ui.data_mut(|data| data.insert_temp(id, choosing));
    chosen
}

/// The code of the colour, `#3A7BD5`.
fn code_ui(ui: &mut Ui, choosing: &mut Choosing, catalog: &Catalog) -> Option<Color> {
    ui.label(caption(ui, catalog.text("panel-colour-code")));
    let is_wrong = Color::parse(choosing.code.trim()).is_err();
    let field = field_ui(ui, TextEdit::singleline(&mut choosing.code), is_wrong);
    ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(catalog.text("panel-colour-code")));
    let color = field.changed().then(|| Color::parse(choosing.code.trim()).ok()).flatten()?;
    choosing.hue = Hsva::from_srgb([color.r, color.g, color.b]);
    Some(color)
}

fn sliders_ui(ui: &mut Ui, choosing: &mut Choosing, catalog: &Catalog) -> Option<Color> {
    let hue = &mut choosing.hue;
    let parts = [
        ("panel-colour-hue", &mut hue.h, TURN, "°"),
        ("panel-colour-saturation", &mut hue.s, 100.0, " %"),
        ("panel-colour-brightness", &mut hue.v, 100.0, " %"),
    ];
    let mut is_changed = false;
    ui.spacing_mut().slider_width = POPUP_WIDTH - 76.0;
    // The rail has the colour of the ground otherwise.
    ui.visuals_mut().widgets.inactive.bg_fill = Tokens::of(ui).border;
    for (key, part, most, unit) in parts {
        let name = catalog.text(key);
        ui.label(caption(ui, name.as_str()));
        // Whole numbers; a part between two of them stays what it is until it is moved.
        let shown = (*part * most).round();
        let mut value = shown;
        let slider = ui.add(Slider::new(&mut value, 0.0..=most).fixed_decimals(0).suffix(unit));
        ui.ctx().accesskit_node_builder(slider.id, |node| node.set_label(name.as_str()));
        if value != shown {
            (*part, is_changed) = (value / most, true);
        }
    }
    if !is_changed {
        return None;
    }
    let color = document_color(hue.to_srgb());
    choosing.code = color.to_string();
    Some(color)
}
