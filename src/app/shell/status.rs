//! The status bar: what is selected, whether it is saved, languages, look and zoom.

use eframe::egui::{self, Align, Button, Layout, Ui, vec2};

use crate::app::{
    commands::{AppCommand, TABLE},
    dispatch::Message,
    documents::open_document::OpenDocument,
    laneway::Laneway,
    panels::docks::problem_count_ui,
};
use crate::{
    edit::Selection,
    locale::{Catalog, Lang, UiLang},
    ui::{
        chrome,
        start::{counts_text, language_name},
        theme,
        widgets::{caption, strong},
    },
};

/// What is selected at the left; the saved state, languages, look and zoom at the right.
pub(crate) fn status_ui(ui: &mut Ui, app: &Laneway, messages: &mut Vec<Message>) {
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
        let saved = saved_text(catalog, open);
        if !saved.is_empty() {
            ui.add_space(8.0);
            ui.label(caption(ui, saved));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(6.0);
            problem_count_ui(ui, app, messages);
            ui.add(egui::Label::new(caption(ui, left_text(catalog, open))).truncate());
        });
    });
}

/// What is selected; where nothing is, what the page holds.
fn left_text(catalog: &Catalog, open: &OpenDocument) -> String {
    let selected = selection_text(catalog, open.editor.selection());
    if !selected.is_empty() {
        return catalog.text_with("ui-selected", &[("what", selected.into())]);
    }
    let (lanes, steps) = open.page().map_or((0, 0), |page| (page.lanes.len(), page.steps.len()));
    format!("{} · {}", open.picture.title, counts_text(catalog, lanes, steps))
}

fn selection_text(catalog: &Catalog, selection: &Selection) -> String {
    let Selection { steps, connectors, lanes, phases } = selection;
    let counts = [
        ("ui-steps", steps.len()),
        ("ui-connectors", connectors.len()),
        ("ui-lanes", lanes.len()),
        ("ui-phases", phases.len()),
    ];
    let words = counts.into_iter().filter(|(_, count)| *count > 0);
    let words: Vec<_> =
        words.map(|(key, count)| catalog.text_with(key, &[("count", count.into())])).collect();
    words.join(", ")
}

fn saved_text(catalog: &Catalog, open: &OpenDocument) -> String {
    if open.is_unsaved() {
        return catalog.text("ui-unsaved");
    }
    let time = open.saved_at.as_ref();
    time.map(|time| catalog.text_with("ui-saved-at", &[("time", time.as_str().into())])).unwrap_or_default()
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
    let chosen = chrome::choice_ui(ui, &app.catalog().text("ui-look"), &app.settings.look, &looks);
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

pub(crate) fn chart_language_text(catalog: &Catalog, lang: &Lang) -> String {
    let name = language_name(catalog, lang);
    catalog.text_with("ui-chart-in", &[("language", name.into())])
}
