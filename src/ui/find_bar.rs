//! The bar in which texts of the chart are looked for.

use std::iter;

use eframe::egui::{
    Event, Key, Label, Response, TextFormat, Ui,
    text::{CCursor, CCursorRange, LayoutJob},
    text_edit::TextEditState,
    vec2,
};

use super::{
    chrome::choice_ui,
    icons::Icon,
    theme::{self, CONTROL, Tokens},
    widgets::{icon_button, text_field},
};
use crate::{
    find::{MarkedText, Sought},
    locale::{Catalog, Lang},
    text::Face,
};

/// The width of the field.
const FIELD: f32 = 240.0;
/// How much of a text is shown around what was found.
const LONGEST: usize = 160;

/// What the bar says of what was found.
pub struct FindBarView<'v> {
    /// The words of the interface.
    pub catalog: &'v Catalog,
    /// The languages of the chart.
    pub languages: &'v [Lang],
    /// Which of how many is shown: “3 of 12”.
    pub count: String,
    /// Where that is, and what it says there; `None`: nothing was found.
    pub hit: Option<(String, &'v MarkedText)>,
}

/// What was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindBarAnswer {
    /// To look for something else.
    Changed,
    /// To show what comes next.
    Next,
    /// To show what comes before.
    Previous,
    /// To replace what is found.
    Replace,
    /// To close the bar.
    Close,
}

/// Shows the bar; where it `takes_keyboard`, what is typed takes the place of what is looked for.
pub fn find_bar_ui(
    ui: &mut Ui,
    view: &FindBarView<'_>,
    sought: &mut Sought,
    takes_keyboard: bool,
) -> Option<FindBarAnswer> {
    let catalog = view.catalog;
    let before = sought.clone();
    let mut answer = None;
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let hint = catalog.text("ui-find-words");
        let field = text_field(ui, &mut sought.words, &hint, vec2(FIELD, CONTROL));
        if takes_keyboard {
            select_all(ui, &field, &sought.words);
        }
        answer = keyed(ui, &field);
        if matches!(answer, Some(FindBarAnswer::Next | FindBarAnswer::Previous)) {
            field.request_focus();
        }
        let count = ui.label(&view.count);
        ui.ctx()
            .accesskit_node_builder(count.id, |node| node.set_live(eframe::egui::accesskit::Live::Polite));
        let mut button = |ui: &mut Ui, key: &str, asks: FindBarAnswer| {
            if ui.button(catalog.text(key)).clicked() {
                answer = Some(asks);
            }
        };
        button(ui, "ui-find-previous", FindBarAnswer::Previous);
        button(ui, "ui-find-next", FindBarAnswer::Next);
        ui.checkbox(&mut sought.is_whole_word, catalog.text("ui-find-word"));
        ui.checkbox(&mut sought.matches_case, catalog.text("ui-find-case"));
        language_ui(ui, catalog, view.languages, &mut sought.lang);
        button(ui, "ui-cmd-replace-text", FindBarAnswer::Replace);
        if icon_button(ui, Icon::Cross, &catalog.text("ui-find-close"), true).clicked() {
            answer = Some(FindBarAnswer::Close);
        }
    });
    if let Some((place, shown)) = &view.hit {
        ui.add(Label::new(excerpt_job(ui, Some(&format!("{place}: ")), shown)).truncate());
    }
    ui.add_space(4.0);
    answer.or((*sought != before).then_some(FindBarAnswer::Changed))
}

/// What the keys ask for while the field has the keyboard.
fn keyed(ui: &Ui, field: &Response) -> Option<FindBarAnswer> {
    if !field.lost_focus() {
        return None;
    }
    let is_back = |event: &Event| matches!(event, Event::Key { key: Key::Enter, pressed: true, modifiers, .. } if modifiers.shift);
    ui.input(|input| match () {
        () if input.key_pressed(Key::Escape) => Some(FindBarAnswer::Close),
        () if input.events.iter().any(is_back) => Some(FindBarAnswer::Previous),
        () if input.key_pressed(Key::Enter) => Some(FindBarAnswer::Next),
        () => None,
    })
}

/// Gives the keyboard to `field` and marks all of its `text`.
fn select_all(ui: &Ui, field: &Response, text: &str) {
    field.request_focus();
    let mut state = TextEditState::load(ui.ctx(), field.id).unwrap_or_default();
    let end = CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
    state.store(ui.ctx(), field.id);
}

/// The language that is looked in, or all of them, where there are several.
pub(super) fn language_ui(ui: &mut Ui, catalog: &Catalog, languages: &[Lang], sought: &mut Option<Lang>) {
    if languages.len() < 2 {
        return;
    }
    let all = (None, catalog.text("ui-replace-all-languages"));
    let each = languages.iter().map(|lang| (Some(lang.clone()), lang.name(catalog)));
    let options: Vec<(Option<Lang>, String)> = iter::once(all).chain(each).collect();
    if let Some(lang) = choice_ui(ui, &catalog.text("ui-replace-in"), sought, &options) {
        *sought = lang;
    }
}

/// A text around what is marked in it, behind its `place`, on one line.
pub(super) fn excerpt_job(ui: &Ui, place: Option<&str>, shown: &MarkedText) -> LayoutJob {
    let tokens = Tokens::of(ui);
    let plain = TextFormat::simple(theme::font(Face::Regular, theme::CAPTION), tokens.muted);
    let marked = TextFormat {
        background: tokens.warning_ground,
        ..TextFormat::simple(theme::font(Face::SemiBold, theme::CAPTION), tokens.text)
    };
    let mut job = LayoutJob::default();
    if let Some(place) = place {
        job.append(place, 0.0, plain.clone());
    }
    let MarkedText { text, marks } = shown.excerpt(LONGEST);
    let mut kept_to = 0;
    for mark in marks {
        job.append(text.get(kept_to..mark.start).unwrap_or_default(), 0.0, plain.clone());
        job.append(text.get(mark.clone()).unwrap_or_default(), 0.0, marked.clone());
        kept_to = mark.end;
    }
    job.append(text.get(kept_to..).unwrap_or_default(), 0.0, plain);
    job
}
