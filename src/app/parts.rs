//! Puts the state into the widgets of `ui`, and what they answer into messages.

use eframe::egui::{self, Align, Button, Context, Layout, Ui, vec2};

use super::{
    commands::{AppCommand, CommandInfo, MenuName, TABLE, keys_text},
    dispatch::Message,
    laneway::{Dialog, Laneway, Purpose},
    open_document::OpenDocument,
    services::Services,
};
use crate::{
    locale::{Catalog, Lang, UiLang},
    ui::{
        canvas::Picture,
        chrome::{self, Entry, Group, Menu},
        dialogs,
        start::{Card, counts_text, language_name},
        theme::{self, Tokens},
        widgets::{caption, strong},
    },
};

fn entry(ctx: &Context, app: &Laneway, row: &CommandInfo) -> Entry<Message> {
    let catalog = app.catalog();
    let chosen = match row.command {
        AppCommand::Look(look) => Some(app.look == look),
        AppCommand::Speak(lang) => Some(app.lang == lang),
        _ => None,
    };
    Entry {
        command: Message::Command(row.command),
        label: catalog.text(row.key),
        tooltip: catalog.text(&format!("{}-tip", row.key)),
        shortcut: row.shortcuts.first().map(|keys| keys_text(ctx, keys)).unwrap_or_default(),
        enabled: app.is_enabled(row.command),
        chosen,
        icon: row.toolbar.map(|(_, icon)| icon),
    }
}

fn groups<'a>(
    ctx: &Context,
    app: &Laneway,
    rows: impl Iterator<Item = (u8, &'a CommandInfo)>,
) -> Vec<Group<Message>> {
    let mut groups: Vec<(u8, Group<Message>)> = Vec::new();
    for (number, row) in rows {
        let entry = entry(ctx, app, row);
        match groups.last_mut() {
            Some((last, group)) if *last == number => group.push(entry),
            _ => groups.push((number, vec![entry])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The menus, and at the right what is open.
pub(super) fn menus_ui(ui: &mut Ui, app: &Laneway) -> Option<Message> {
    let menus = MenuName::ALL.map(|name| {
        let rows = TABLE.iter().filter(|row| row.menu.0 == name).map(|row| (row.menu.1, row));
        let mut groups = groups(ui.ctx(), app, rows);
        if name == MenuName::View {
            groups.extend(chart_languages(app));
        }
        Menu { title: app.catalog().text(name.key()), groups }
    });
    let mut chosen = None;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(6.0);
        if let Some(open) = app.open() {
            // Half of the bar is for the menus.
            let most = vec2(ui.available_width() / 2.0, ui.available_height());
            ui.allocate_ui_with_layout(most, Layout::right_to_left(Align::Center), |ui| {
                ui.add(egui::Label::new(caption(ui, &open.name)).truncate());
            });
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            chosen = chrome::menu_bar_ui(ui, &menus);
        });
    });
    chosen
}

/// The languages of the chart as menu entries, where there are several.
fn chart_languages(app: &Laneway) -> Option<Group<Message>> {
    let open = app.open()?;
    let langs = open.editor.document().languages();
    let entry = |lang: &Lang| {
        let label = chart_language_text(app.catalog(), lang);
        Entry {
            command: Message::ChartLang(lang.clone()),
            tooltip: label.clone(),
            label,
            shortcut: String::new(),
            enabled: true,
            chosen: Some(open.lang == *lang),
            icon: None,
        }
    };
    (langs.len() > 1).then(|| langs.iter().map(entry).collect())
}

fn chart_language_text(catalog: &Catalog, lang: &Lang) -> String {
    let name = language_name(catalog, lang);
    catalog.text_with("ui-chart-in", &[("language", name.into())])
}

pub(super) fn toolbar_ui(ui: &mut Ui, app: &Laneway) -> Option<Message> {
    let rows = TABLE.iter().filter_map(|row| Some((row.toolbar?.0, row)));
    let groups = groups(ui.ctx(), app, rows);
    let lead = TABLE.iter().find(|row| row.command == AppCommand::Export)?;
    let lead = entry(ui.ctx(), app, lead);
    let mut chosen = None;
    ui.horizontal_centered(|ui| chosen = chrome::toolbar_ui(ui, &groups, &lead));
    chosen
}

pub(super) fn tabs_ui(ui: &mut Ui, app: &Laneway) -> Option<Message> {
    let open = app.open()?;
    chrome::tabs_ui(ui, &open.page_titles(), open.page_index()).map(Message::Page)
}

/// What is open at the left; languages, look and zoom at the right.
pub(super) fn status_ui(ui: &mut Ui, app: &Laneway, messages: &mut Vec<Message>) {
    let Some(open) = app.open() else { return };
    let catalog = app.catalog();
    ui.style_mut().text_styles.insert(egui::TextStyle::Button, theme::font(crate::text::Face::Regular, 12.0));
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        chrome::flatten(ui);
        zoom_ui(ui, catalog, open, messages);
        look_ui(ui, app, messages);
        let names = UiLang::ALL.map(|lang| {
            let language = [("language", lang.name().into())];
            (lang, catalog.text_with("ui-interface-in", &language))
        });
        let chosen = chrome::choice_ui(ui, &catalog.text("ui-interface-language"), &app.lang, &names);
        messages.extend(chosen.map(|lang| Message::Command(AppCommand::Speak(lang))));
        let langs = open.editor.document().languages();
        if langs.len() > 1 {
            chart_language_ui(ui, catalog, (&open.lang, &langs), messages);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(6.0);
            let (lanes, steps) = open.page().map_or((0, 0), |page| (page.lanes.len(), page.steps.len()));
            let text = format!("{} · {}", open.picture.title, counts_text(catalog, lanes, steps));
            ui.add(egui::Label::new(caption(ui, text)).truncate());
        });
    });
}

fn zoom_ui(ui: &mut Ui, catalog: &Catalog, open: &OpenDocument, messages: &mut Vec<Message>) {
    let percent = open.camera.map_or(100.0, |camera| (camera.zoom * 100.0).round());
    let label = catalog.text_with("ui-zoom", &[("percent", percent.into())]);
    let button = ui.add(Button::new(strong(label, 12.0)).min_size(vec2(60.0, 22.0)));
    if button.on_hover_text(catalog.text("ui-cmd-zoom-reset-tip")).clicked() {
        messages.push(Message::Command(AppCommand::ZoomReset));
    }
}

fn look_ui(ui: &mut Ui, app: &Laneway, messages: &mut Vec<Message>) {
    let looks = TABLE.iter().filter_map(|row| match row.command {
        AppCommand::Look(look) => Some((look, app.catalog().text(row.key))),
        _ => None,
    });
    let looks: Vec<_> = looks.collect();
    let chosen = chrome::choice_ui(ui, &app.catalog().text("ui-look"), &app.look, &looks);
    messages.extend(chosen.map(|look| Message::Command(AppCommand::Look(look))));
}

fn chart_language_ui(
    ui: &mut Ui,
    catalog: &Catalog,
    (current, langs): (&Lang, &[Lang]),
    messages: &mut Vec<Message>,
) {
    let options: Vec<_> =
        langs.iter().map(|lang| (lang.clone(), chart_language_text(catalog, lang))).collect();
    let chosen = chrome::choice_ui(ui, &catalog.text("ui-chart-language"), current, &options);
    messages.extend(chosen.map(Message::ChartLang));
}

/// The templates with their pictures; one that cannot be opened has none.
pub(super) fn cards(services: &dyn Services, lang: &Lang) -> Vec<Card> {
    let card = |info: super::TemplateInfo| {
        let document = services.open_template(&info.id).ok();
        let shown = if info.languages.contains(lang) { Some(lang) } else { info.languages.first() };
        let shown = shown.unwrap_or(lang);
        let picture = document.map(|document| Picture::new(services.scene(&document, 0, shown)));
        Card { info, picture }
    };
    services.templates(lang).into_iter().map(card).collect()
}

/// Says that a file may be let go.
pub(super) fn drop_veil_ui(ui: &Ui, catalog: &Catalog) {
    if ui.input(|i| i.raw.hovered_files.is_empty()) {
        return;
    }
    let id = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop-veil"));
    let painter = ui.ctx().layer_painter(id);
    let (rect, tokens) = (ui.ctx().content_rect(), Tokens::of(ui));
    painter.rect_filled(rect, 0, tokens.veil);
    let font = theme::font(crate::text::Face::SemiBold, theme::HEADING);
    let galley = painter.layout_no_wrap(catalog.text("ui-drop-here"), font, tokens.text);
    let card = egui::Rect::from_center_size(rect.center(), galley.size() + vec2(48.0, 32.0));
    painter.rect_filled(card, theme::CARD_RADIUS, tokens.surface);
    painter.galley(card.center() - galley.size() / 2.0, galley, tokens.text);
}

impl Laneway {
    /// The dialog that is open, if any.
    pub(super) fn dialog_ui(&mut self, ui: &Ui, messages: &mut Vec<Message>) {
        let catalog = self.catalog();
        let closing = |is_open: bool| (!is_open).then_some(Message::CloseDialog);
        match &mut self.dialog {
            None => {}
            Some(Dialog::About) => messages.extend(closing(dialogs::about_ui(ui, catalog))),
            Some(Dialog::Shortcuts) => {
                let rows = shortcut_rows(ui.ctx(), catalog);
                messages.extend(closing(dialogs::shortcuts_ui(ui, catalog, &rows)));
            }
            Some(Dialog::Path { purpose, path, .. }) => {
                let heading = match purpose {
                    Purpose::Open => "ui-path-open",
                    Purpose::Export => "ui-path-export",
                };
                let answer = dialogs::path_ui(ui, catalog, heading, path);
                messages.extend(answer.map(Message::PathDialog));
            }
            Some(Dialog::Export(export)) => {
                let Some(open) = self.current.and_then(|current| self.docs.get(current)) else { return };
                let langs = open.editor.document().languages();
                let pages = open.editor.document().pages.len();
                let answer =
                    dialogs::export_ui(ui, catalog, &mut export.form, &export.state, (&langs, pages));
                messages.extend(answer.map(Message::Export));
            }
        }
    }
}

/// What each command's keys are, and what the mouse does.
fn shortcut_rows(ctx: &Context, catalog: &Catalog) -> Vec<(String, String)> {
    let commands = TABLE.iter().filter(|row| !row.shortcuts.is_empty()).map(|row| {
        let keys: Vec<String> = row.shortcuts.iter().map(|keys| keys_text(ctx, keys)).collect();
        (catalog.text(row.key), keys.join(", "))
    });
    let gestures = ["pan", "pan-keys", "zoom", "steps"].map(|name| {
        (catalog.text(&format!("ui-gesture-{name}")), catalog.text(&format!("ui-gesture-{name}-how")))
    });
    commands.chain(gestures).collect()
}
