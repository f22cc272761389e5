//! The look of the window: colours, sizes, fonts.
//!
//! Owns every colour that is not part of a document. Nothing else in `ui` or `app` writes a colour value.

use std::sync::Arc;

use eframe::egui::{
    self, Color32, Context, CornerRadius, FallbackRequest, FontData, FontDefinitions, FontFamily, FontId,
    FontInsert, Margin, Stroke, Style, TextStyle, Theme, Vec2, Visuals,
    epaint::Shadow,
    style::{ScrollAnimation, Selection, WidgetVisuals},
    vec2,
};

use crate::{
    model::Color,
    pipeline,
    text::{Face, FontFile},
};

/// The spacing unit.
pub const UNIT: f32 = 4.0;
/// The padding of panels.
pub const PADDING: f32 = 16.0;
/// The height of buttons, fields and toolbar controls.
pub const CONTROL: f32 = 28.0;
/// The height of the start page's buttons.
pub const BIG_CONTROL: f32 = 36.0;
/// The height of a toolbar.
pub const BAR: f32 = 40.0;
/// The height of a row of tabs.
pub const TABS: f32 = 32.0;
/// The width of the strips at the canvas's edges that name lanes and phases.
pub const EDGE: f32 = 22.0;
/// The corners of controls.
pub const RADIUS: u8 = 6;
/// The corners of cards and windows.
pub const CARD_RADIUS: u8 = 10;
/// The size of the interface's text.
pub const BODY: f32 = 13.0;
/// The size of captions.
pub const CAPTION: f32 = 12.0;
/// The size of headings.
pub const HEADING: f32 = 15.0;

/// The colours of the window in one of its two looks.
#[derive(Clone, Copy, Debug)]
pub struct Tokens {
    /// What the paper lies on.
    pub desk: Color32,
    /// Panels and bars.
    pub panel: Color32,
    /// Fields, cards and popups.
    pub surface: Color32,
    /// Lines between areas.
    pub border: Color32,
    /// The frames of fields.
    pub strong_border: Color32,
    /// Text.
    pub text: Color32,
    /// Text of less weight.
    pub muted: Color32,
    /// What is chosen or leads on.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// What is under the pointer.
    pub hover: Color32,
    /// A selected row.
    pub selected: Color32,
    /// An error's words.
    pub error: Color32,
    /// What they stand on.
    pub error_ground: Color32,
    /// A warning's words.
    pub warning: Color32,
    /// What they stand on.
    pub warning_ground: Color32,
    /// The veil behind dialogs.
    pub veil: Color32,
    /// The shade under popups.
    pub shade: Color32,
}

const fn rgb(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

const LIGHT: Tokens = Tokens {
    desk: rgb(0xE4_E8_ED),
    panel: rgb(0xF7_F8_FA),
    surface: rgb(0xFF_FF_FF),
    border: rgb(0xD5_DB_E1),
    strong_border: rgb(0x87_93_A1),
    text: rgb(0x1F_29_37),
    muted: rgb(0x52_60_71),
    accent: rgb(0x1A_5F_B4),
    on_accent: rgb(0xFF_FF_FF),
    hover: rgb(0xE9_EE_F4),
    selected: rgb(0xDC_E8_F7),
    error: rgb(0xB3_26_1E),
    error_ground: rgb(0xFD_EC_EA),
    warning: rgb(0x7A_4F_00),
    warning_ground: rgb(0xFF_F6_E0),
    veil: Color32::from_black_alpha(70),
    shade: Color32::from_black_alpha(31),
};

const DARK: Tokens = Tokens {
    desk: rgb(0x14_17_1B),
    panel: rgb(0x1D_21_26),
    surface: rgb(0x25_2A_31),
    border: rgb(0x39_41_4B),
    strong_border: rgb(0x6B_76_82),
    text: rgb(0xE6_E9_ED),
    muted: rgb(0xA7_B0_BA),
    accent: rgb(0x7D_B4_FF),
    on_accent: rgb(0x0F_17_20),
    hover: rgb(0x2C_33_3C),
    selected: rgb(0x2A_3B_52),
    error: rgb(0xFF_8A_80),
    error_ground: rgb(0x33_20_1F),
    warning: rgb(0x00F2_C464),
    warning_ground: rgb(0x2E_28_18),
    veil: Color32::from_black_alpha(130),
    shade: Color32::from_black_alpha(110),
};

impl Tokens {
    /// The colours of the look that `ui` is drawn in.
    pub fn of(ui: &egui::Ui) -> &'static Self {
        Self::in_theme(if ui.visuals().dark_mode { Theme::Dark } else { Theme::Light })
    }

    /// The colours of `theme`.
    pub const fn in_theme(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }
}

/// The paper, which stays paper in both looks.
pub const PAPER: Color32 = rgb(0xFF_FF_FF);

/// The squares behind a transparent picture, in both looks.
pub const CHECKERS: [Color32; 2] = [rgb(0xFF_FF_FF), rgb(0xDE_E2_E7)];

/// A document's colour on the screen.
pub const fn screen_color(color: Color) -> Color32 {
    Color32::from_rgb(color.r, color.g, color.b)
}

/// A colour picked on the screen, for a document.
pub const fn document_color([r, g, b]: [u8; 3]) -> Color {
    Color { r, g, b }
}

/// The font of `face` at `size`.
pub fn font(face: Face, size: f32) -> FontId {
    FontId::new(size, family(face))
}

fn family(face: Face) -> FontFamily {
    match face {
        Face::Regular => FontFamily::Proportional,
        Face::SemiBold => FontFamily::Name("semibold".into()),
        Face::Bold => FontFamily::Name("bold".into()),
        Face::Italic => FontFamily::Name("italic".into()),
        Face::BoldItalic => FontFamily::Name("bold-italic".into()),
    }
}

/// Gives `ctx` the fonts and both looks; light where the system does not say.
pub fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    for face in Face::ALL {
        let name = format!("{face:?}");
        fonts.font_data.insert(name.clone(), Arc::new(FontData::from_static(face.bytes())));
        fonts.families.insert(family(face), vec![name]);
    }
    fonts.families.insert(FontFamily::Monospace, vec![format!("{:?}", Face::Regular)]);
    ctx.set_fonts(fonts);
    ctx.add_font_provider(Arc::new(fallback));
    ctx.options_mut(|options| {
        options.fallback_theme = Theme::Light;
        options.zoom_with_keyboard = false;
    });
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style(theme));
    }
}

/// A font for what the bundled faces lack: the one that pictures take it from, too.
fn fallback(request: &FallbackRequest<'_>) -> Option<FontInsert> {
    let like = Face::ALL.into_iter().find(|face| family(*face) == *request.family).unwrap_or(Face::Regular);
    let FontFile { name, bytes, index } =
        pipeline::fonts().fallback_file(request.cluster.chars().next()?, like)?;
    let data = FontData { index, ..FontData::from_owned(bytes) };
    Some(FontInsert::new(&name, data, Vec::new()))
}

/// Lets nothing move by itself where a person `is_calm`; otherwise as usual.
pub fn calm(ctx: &Context, is_calm: bool) {
    let usual = Style::default();
    ctx.all_styles_mut(|style| {
        style.animation_time = if is_calm { 0.0 } else { usual.animation_time };
        style.scroll_animation = if is_calm { ScrollAnimation::none() } else { usual.scroll_animation };
    });
}

fn style(theme: Theme) -> Style {
    let mut style = Style { visuals: visuals(theme), ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, font(Face::Regular, CAPTION)),
        (TextStyle::Body, font(Face::Regular, BODY)),
        (TextStyle::Button, font(Face::Regular, BODY)),
        (TextStyle::Monospace, font(Face::Regular, BODY)),
        (TextStyle::Heading, font(Face::SemiBold, HEADING)),
    ]
    .into();
    style.animation_time = 0.0;
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::splat(2.0 * UNIT);
    spacing.button_padding = vec2(12.0, UNIT);
    spacing.interact_size = vec2(CONTROL, CONTROL);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(20);
    spacing.combo_height = 320.0;
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 8.0;
    style.interaction.tooltip_delay = 0.4;
    style.interaction.selectable_labels = false;
    style
}

fn visuals(theme: Theme) -> Visuals {
    let tokens = Tokens::in_theme(theme);
    let mut visuals = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    // One weight of letters in both looks: the paper is white in both, and egui has one atlas of glyphs.
    visuals.text_options = Visuals::light().text_options;
    let control = |fill: Color32, border: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, border),
        corner_radius: CornerRadius::same(RADIUS),
        fg_stroke: Stroke::new(1.0, tokens.text),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = control(tokens.panel, tokens.border);
    visuals.widgets.inactive = control(tokens.surface, tokens.strong_border);
    visuals.widgets.hovered = control(tokens.hover, tokens.strong_border);
    visuals.widgets.active = control(tokens.selected, tokens.accent);
    visuals.widgets.open = control(tokens.hover, tokens.strong_border);
    visuals.selection = Selection { bg_fill: tokens.selected, stroke: Stroke::new(1.0, tokens.text) };
    visuals.hyperlink_color = tokens.accent;
    visuals.error_fg_color = tokens.error;
    visuals.extreme_bg_color = tokens.surface;
    visuals.faint_bg_color = tokens.hover;
    visuals.weak_text_color = Some(tokens.muted);
    visuals.panel_fill = tokens.panel;
    visuals.window_fill = tokens.surface;
    visuals.window_stroke = Stroke::new(1.0, tokens.border);
    visuals.window_corner_radius = CornerRadius::same(CARD_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(RADIUS + 2);
    let shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: tokens.shade };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.text_cursor.stroke = Stroke::new(1.5, tokens.accent);
    visuals
}
