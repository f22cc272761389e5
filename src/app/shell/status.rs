//! The status bar: what is selected, whether it is saved, languages, look and zoom.

use eframe::egui::{self, Align, Button, Layout, Ui, vec2};

use super::answer::ShellAnswer;
use crate::{
    app::{
        commands::{
            availability::CommandState,
            command::{AppCommand, SettingsCommand, Zoom},
            table::TABLE,
        },
        documents::open_document::OpenDocument,
        panels::state::PanelName,
    },
    edit::Selection,
    locale::{Catalog, Lang, UiLang},
    ui::{
        chrome,
        start::counts_text,
        theme::{self, Tokens},
        tip::WithTip as _,
        widgets::{caption, strong},
    },
    validate::Severity,
};

/// The least width that has room for look and language of the interface.
const WIDE: f32 = 700.0;

/// What is selected at the left; the saved state, languages, look and zoom at the right.
pub(crate) fn status_ui(ui: &mut Ui, state: &CommandState<'_>) -> Vec<ShellAnswer> {
    let mut answers = Vec::new();
    if let Some(open) = state.documents.shown() {
        shown_ui(ui, state, open, &mut answers);
    }
    answers
}

fn shown_ui(ui: &mut Ui, state: &CommandState<'_>, open: &OpenDocument, answers: &mut Vec<ShellAnswer>) {
    let catalog = state.catalog;
    ui.style_mut().text_styles.insert(egui::TextStyle::Button, theme::font(crate::text::Face::Regular, 12.0));
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        chrome::flatten(ui);
        zoom_ui(ui, catalog, open, answers);
        // The View menu has these, too.
        if ui.available_width() >= WIDE {
            look_ui(ui, state, answers);
            interface_language_ui(ui, catalog, answers);
        }
        let langs = open.editor.document().languages();
        if langs.len() > 1 {
            chart_language_ui(ui, catalog, open, answers);
        }
        let saved = saved_text(catalog, open);
        if !saved.is_empty() {
            ui.add_space(8.0);
            ui.label(caption(ui, saved));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(6.0);
            problem_count_ui(ui, catalog, open, answers);
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
    counts_text(catalog, lanes, steps)
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

fn zoom_ui(ui: &mut Ui, catalog: &Catalog, open: &OpenDocument, answers: &mut Vec<ShellAnswer>) {
    let percent = open.camera.map_or(100.0, |camera| (camera.zoom * 100.0).round());
    let label = catalog.text_with("ui-zoom", &[("percent", percent.into())]);
    let button = ui.add(Button::new(strong(label, 12.0)).min_size(vec2(60.0, 22.0)));
    if button.with_tip(catalog.text("ui-cmd-zoom-reset-tip")).clicked() {
        answers.push(ShellAnswer::Command(AppCommand::Zoom(Zoom::Reset)));
    }
}

fn look_ui(ui: &mut Ui, state: &CommandState<'_>, answers: &mut Vec<ShellAnswer>) {
    let looks = TABLE.iter().filter_map(|row| match row.command {
        AppCommand::Settings(SettingsCommand::Look(look)) => Some((look, state.catalog.text(row.key))),
        _ => None,
    });
    let looks: Vec<_> = looks.collect();
    let chosen = chrome::choice_ui(ui, &state.catalog.text("ui-look"), &state.settings.look, &looks);
    answers
        .extend(chosen.map(|look| ShellAnswer::Command(AppCommand::Settings(SettingsCommand::Look(look)))));
}

fn interface_language_ui(ui: &mut Ui, catalog: &Catalog, answers: &mut Vec<ShellAnswer>) {
    let names = UiLang::ALL.map(|lang| {
        let language = [("language", lang.name().into())];
        (lang, catalog.text_with("ui-interface-in", &language))
    });
    let chosen = chrome::choice_ui(ui, &catalog.text("ui-interface-language"), &catalog.lang(), &names);
    answers
        .extend(chosen.map(|lang| ShellAnswer::Command(AppCommand::Settings(SettingsCommand::Speak(lang)))));
}

fn chart_language_ui(ui: &mut Ui, catalog: &Catalog, open: &OpenDocument, answers: &mut Vec<ShellAnswer>) {
    let option = |lang: Lang| {
        let text = chart_language_text(catalog, &lang);
        (lang, text)
    };
    let options: Vec<_> = open.editor.document().languages().into_iter().map(option).collect();
    let chosen = chrome::choice_ui(ui, &catalog.text("ui-chart-language"), &open.lang, &options);
    answers.extend(chosen.map(ShellAnswer::ChartLang));
}

/// How many problems there are; a click shows or hides the list.
fn problem_count_ui(ui: &mut Ui, catalog: &Catalog, open: &OpenDocument, answers: &mut Vec<ShellAnswer>) {
    let count = open.panels.checks.problems();
    let text = catalog.text_with("panel-problem-count", &[("count", count.into())]);
    let tokens = Tokens::of(ui);
    let text = match open.panels.checks.worst() {
        Some(Severity::Error) => strong(text, theme::CAPTION).color(tokens.error),
        Some(Severity::Warning) => strong(text, theme::CAPTION).color(tokens.warning),
        Some(Severity::Hint) | None => caption(ui, text),
    };
    let tip = catalog.text("ui-cmd-problems-tip");
    if ui.button(text).with_tip(format!("{tip} (F8)")).clicked() {
        answers.push(ShellAnswer::Command(AppCommand::Toggle(PanelName::Problems)));
    }
}

pub(crate) fn chart_language_text(catalog: &Catalog, lang: &Lang) -> String {
    let name = lang.name(catalog);
    catalog.text_with("ui-chart-in", &[("language", name.into())])
}
