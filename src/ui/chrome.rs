//! The bars around the canvas: menus, toolbar, tabs.
//!
//! Draws entries that come from the command table; knows no command by name.

use eframe::egui::{
    self, Align, Atom, Atoms, Button, Color32, CornerRadius, Layout, Pos2, Rect, RichText, Sense, Shape,
    Stroke, StrokeKind, Style, Ui, Vec2,
    containers::menu::{MenuConfig, SubMenuButton},
    pos2,
    style::StyleModifier,
    vec2,
};

use super::{
    icons::{Icon, paint_icon},
    theme::{self, CONTROL, RADIUS, TABS, Tokens},
    tip::WithTip as _,
    widgets::{accent_button, icon_button, strong},
};

/// The width of a menu.
const MENU_WIDTH: f32 = 248.0;
/// The room for a tick before the words of a menu that has entries which can be on.
const TICK_ROOM: Vec2 = Vec2::new(14.0, 16.0);

/// One action as a menu or a toolbar shows it; `C` is what choosing it sends.
pub struct MenuEntry<C> {
    /// What is sent.
    pub command: C,
    /// Its words.
    pub label: String,
    /// More words, for the tooltip: what it does, or why it cannot be chosen.
    pub tooltip: String,
    /// The shortcut as it is read; empty for none.
    pub shortcut: String,
    /// Whether it can be chosen now.
    pub enabled: bool,
    /// `Some` for one of a set: whether it is the chosen one.
    pub chosen: Option<bool>,
    /// Its sign in the toolbar.
    pub icon: Option<Icon>,
}

impl<C> MenuEntry<C> {
    /// One without a shortcut or a sign, which can be chosen now.
    pub const fn plain(command: C, label: String, tooltip: String, chosen: Option<bool>) -> Self {
        Self { command, label, tooltip, shortcut: String::new(), enabled: true, chosen, icon: None }
    }
}

/// What stands in a menu.
pub enum MenuItem<C> {
    /// An action.
    Entry(MenuEntry<C>),
    /// A menu inside of the menu.
    Menu(Menu<C>),
}

impl<C> MenuItem<C> {
    /// Whether it is one that is on or off.
    const fn can_be_on(&self) -> bool {
        matches!(self, Self::Entry(MenuEntry { chosen: Some(_), .. }))
    }
}

/// Items that belong together; a line parts them from the next.
pub type Group<C> = Vec<MenuItem<C>>;

/// A menu.
pub struct Menu<C> {
    /// Its heading.
    pub title: String,
    /// What is in it.
    pub groups: Vec<Group<C>>,
}

/// Shows a row of menus; gives back what was chosen.
pub fn menu_bar_ui<C: Clone>(ui: &mut Ui, menus: &[Menu<C>]) -> Option<C> {
    let mut chosen = None;
    let style = StyleModifier::new(menu_style);
    let config = MenuConfig::new().style(style.clone());
    egui::MenuBar::new().config(config).style(style).ui(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for menu in menus {
            let opened = ui.menu_button(menu.title.as_str(), |ui| menu_groups_ui(ui, &menu.groups));
            chosen = chosen.take().or(opened.inner.flatten());
        }
    });
    chosen
}

/// Shows the entries of a menu; gives back what was chosen.
pub(super) fn menu_groups_ui<C: Clone>(ui: &mut Ui, groups: &[Group<C>]) -> Option<C> {
    ui.set_width(MENU_WIDTH);
    ui.spacing_mut().item_spacing.y = 0.0;
    let has_ticks = groups.iter().flatten().any(MenuItem::can_be_on);
    let mut chosen = None;
    for (i, group) in groups.iter().enumerate() {
        if i > 0 {
            ui.add_space(5.0);
            rule(ui);
            ui.add_space(5.0);
        }
        for item in group {
            chosen = item_ui(ui, item, has_ticks).or(chosen);
        }
    }
    chosen
}

/// Shows an item of a menu, after room for a tick where the menu `has_ticks`.
fn item_ui<C: Clone>(ui: &mut Ui, item: &MenuItem<C>, has_ticks: bool) -> Option<C> {
    match item {
        MenuItem::Entry(entry) => {
            let is_chosen = menu_entry_ui(ui, entry, has_ticks);
            if is_chosen {
                ui.close();
            }
            is_chosen.then(|| entry.command.clone())
        }
        MenuItem::Menu(menu) => {
            let button = Button::new(ticked(&menu.title, has_ticks.then_some(false)))
                .right_text(SubMenuButton::arrow_atom(None));
            let button = button.min_size(vec2(ui.available_width(), CONTROL));
            let (_, opened) =
                SubMenuButton::from_button(button).ui(ui, |ui| menu_groups_ui(ui, &menu.groups));
            opened.and_then(|opened| opened.inner)
        }
    }
}

/// The look of menus.
pub(super) fn menu_style(style: &mut Style) {
    egui::containers::menu::menu_style(style);
    style.spacing.button_padding = vec2(10.0, 2.0);
}

fn rule(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(rect, 0, Tokens::of(ui).border);
}

fn menu_entry_ui<C>(ui: &mut Ui, entry: &MenuEntry<C>, has_ticks: bool) -> bool {
    let words = ticked(&entry.label, has_ticks.then_some(entry.chosen == Some(true)));
    let button = match entry.chosen {
        Some(chosen) => Button::selectable(chosen, words),
        None => Button::new(words),
    };
    let shortcut = RichText::new(entry.shortcut.as_str()).color(Tokens::of(ui).muted);
    let button = if entry.shortcut.is_empty() { button } else { button.shortcut_text(shortcut) };
    let button = button.min_size(vec2(ui.available_width(), CONTROL));
    let response = ui.add_enabled(entry.enabled, button);
    let clicked = response.clicked();
    if !entry.enabled {
        response.on_disabled_hover_text(&entry.tooltip);
    }
    clicked
}

/// The words of an entry, after room for a tick where its menu has some; there is a tick if it `is_on`.
fn ticked(label: &str, is_on: Option<bool>) -> Atoms<'_> {
    let mut words = Atoms::new(label);
    if let Some(is_on) = is_on {
        words.push_left(Atom::paint(TICK_ROOM, move |ui, place| {
            if is_on {
                paint_icon(ui.painter(), Icon::Tick, place.rect, place.fallback_text_color);
            }
        }));
    }
    words
}

/// Shows a toolbar: signs by group, then the leading action; gives back what was chosen.
pub fn toolbar_ui<C: Clone>(ui: &mut Ui, groups: &[Vec<MenuEntry<C>>], lead: &MenuEntry<C>) -> Option<C> {
    let mut chosen = None;
    ui.spacing_mut().item_spacing.x = 4.0;
    for group in groups {
        for entry in group {
            let Some(icon) = entry.icon else { continue };
            let response = icon_button(ui, icon, &entry.label, entry.enabled);
            if tip(response, entry).clicked() {
                chosen = Some(entry.command.clone());
            }
        }
        ui.add_space(3.0);
        let (rect, _) = ui.allocate_exact_size(vec2(1.0, 18.0), Sense::hover());
        ui.painter().rect_filled(rect, 0, Tokens::of(ui).border);
        ui.add_space(3.0);
    }
    ui.add_space(4.0);
    let response =
        ui.add_enabled_ui(lead.enabled, |ui| accent_button(ui, &lead.label, vec2(84.0, CONTROL))).inner;
    if tip(response, lead).clicked() {
        chosen = Some(lead.command.clone());
    }
    chosen
}

/// Adds the tooltip with its shortcut.
pub fn tip<C>(response: egui::Response, entry: &MenuEntry<C>) -> egui::Response {
    let text = if entry.shortcut.is_empty() {
        entry.tooltip.clone()
    } else {
        format!("{} ({})", entry.tooltip, entry.shortcut)
    };
    response.with_tip(text)
}

/// Shows tabs; gives back the one that was chosen.
pub fn tabs_ui(ui: &mut Ui, titles: &[String], current: usize) -> Option<usize> {
    let mut chosen = None;
    ui.with_layout(Layout::left_to_right(Align::Max), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for (i, title) in titles.iter().enumerate() {
            if tab_ui(ui, title, i == current) {
                chosen = Some(i);
            }
        }
    });
    chosen
}

fn tab_ui(ui: &mut Ui, title: &str, current: bool) -> bool {
    let tokens = Tokens::of(ui);
    let (face, color) = if current {
        (crate::text::Face::SemiBold, tokens.text)
    } else {
        (crate::text::Face::Regular, tokens.muted)
    };
    let galley = ui.painter().layout_no_wrap(title.to_owned(), theme::font(face, theme::BODY), color);
    let size = vec2(galley.size().x + 28.0, TABS - 2.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, current, title));
    let corners = CornerRadius { nw: RADIUS, ne: RADIUS, sw: 0, se: 0 };
    if current {
        ui.painter().rect(rect, corners, tokens.surface, Stroke::new(1.0, tokens.border), StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, corners, tokens.hover);
    }
    if response.has_focus() {
        super::widgets::focus_ring(ui, rect.shrink(2.0));
    }
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, color);
    response.clicked()
}

/// A choice of one among several, drawn without a frame as a status bar wants it.
pub fn choice_ui<T: Clone + PartialEq>(
    ui: &mut Ui,
    name: &str,
    current: &T,
    options: &[(T, String)],
) -> Option<T> {
    let mut chosen = None;
    let shown = options.iter().find(|(value, _)| value == current).map_or("", |(_, text)| text);
    let response = egui::ComboBox::from_id_salt(name)
        .selected_text(RichText::new(shown).font(theme::font(crate::text::Face::Regular, theme::CAPTION)))
        .width(0.0)
        .icon(|ui, rect, visuals, _| chevron(ui, rect, visuals.fg_stroke.color))
        .show_ui(ui, |ui| {
            for (value, text) in options {
                if ui.selectable_label(value == current, text.as_str()).clicked() {
                    chosen = Some(value.clone());
                }
            }
        })
        .response;
    let full = format!("{name}: {shown}");
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(full.as_str()));
    response.with_tip(name);
    chosen
}

/// The sign of a control that opens a list.
pub fn chevron(ui: &Ui, rect: Rect, color: Color32) {
    let at = |x: f32, y: f32| -> Pos2 { rect.center() + pos2(x, y).to_vec2() };
    let line = vec![at(-3.5, -1.5), at(0.0, 2.0), at(3.5, -1.5)];
    ui.painter().add(Shape::line(line, Stroke::new(1.5, color)));
}

/// The sign of something that is folded.
pub(super) fn chevron_right(ui: &Ui, rect: Rect, color: Color32) {
    let at = |x: f32, y: f32| rect.center() + vec2(x, y);
    let line = vec![at(-1.5, -3.5), at(2.0, 0.0), at(-1.5, 3.5)];
    ui.painter().add(Shape::line(line, Stroke::new(1.5, color)));
}

/// Makes controls flat: no frame until the pointer is there.
pub fn flatten(ui: &mut Ui) {
    let inactive = &mut ui.visuals_mut().widgets.inactive;
    inactive.weak_bg_fill = Color32::TRANSPARENT;
    inactive.bg_fill = Color32::TRANSPARENT;
    inactive.bg_stroke = Stroke::NONE;
    let widgets = &mut ui.visuals_mut().widgets;
    for state in [&mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
        state.bg_stroke = Stroke::NONE;
    }
    ui.spacing_mut().button_padding = vec2(8.0, 2.0);
    ui.spacing_mut().interact_size = Vec2::splat(22.0);
}

/// A heading inside a dialog.
pub fn dialog_heading(ui: &mut Ui, text: &str) {
    ui.label(strong(text, theme::HEADING));
    ui.add_space(8.0);
}
