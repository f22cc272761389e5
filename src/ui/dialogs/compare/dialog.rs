//! The dialog around picture and list.

use eframe::egui::{Align, Label, Layout, RichText, Sense, Ui, UiBuilder, vec2};

use super::{
    list::list_ui,
    picture::picture_ui,
    state::{CompareContent, CompareState},
};
use crate::{
    export::Format,
    locale::Catalog,
    ui::{
        chrome::dialog_heading,
        dialogs::{frame::dialog_ui, question::button_width},
        theme::{self, CONTROL, Tokens},
        widgets::{accent_button, caption, plain_button, strong},
    },
};

/// The room around the dialog, and that of everything in it but picture and list.
const BESIDE: f32 = 84.0;
const AROUND: f32 = 250.0;
const LIST: f32 = 330.0;
const GAP: f32 = 14.0;

/// A comparison as it is shown.
pub struct CompareView<'v> {
    /// What the two charts are called, the older one first.
    pub names: [&'v str; 2],
    /// What was found.
    pub found: CompareFound<'v>,
    /// What came of an export.
    pub note: Option<&'v str>,
    /// Why nothing did.
    pub problem: Option<&'v str>,
}

/// What is known of a comparison.
pub enum CompareFound<'v> {
    /// It is being made.
    Making,
    /// Why there is none.
    Refused(&'v str),
    /// It is there.
    Ready(CompareContent<'v>),
}

/// What a person asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareAnswer {
    /// The newer chart as the older one.
    Swap,
    /// The picture in a file.
    Export(Format),
    /// Nothing more.
    Close,
}

/// Shows a comparison.
pub fn compare_ui(
    ui: &Ui,
    catalog: &Catalog,
    view: &CompareView<'_>,
    state: &mut CompareState,
) -> Option<CompareAnswer> {
    let mut answer = None;
    let room = ui.ctx().content_rect().size() - vec2(BESIDE, AROUND);
    let closed = dialog_ui(ui, "compare", room.x, |ui| {
        dialog_heading(ui, &catalog.text("ui-compare-heading"));
        if names_ui(ui, catalog, view) {
            answer = Some(CompareAnswer::Swap);
        }
        ui.add_space(8.0);
        let size = vec2(ui.available_width(), room.y.max(120.0));
        let (area, _) = ui.allocate_exact_size(size, Sense::hover());
        let mut inner = ui.new_child(UiBuilder::new().max_rect(area));
        found_ui(&mut inner, catalog, view, state);
        ui.add_space(8.0);
        let words = match (view.problem, view.note) {
            (Some(problem), _) => RichText::new(problem).color(Tokens::of(ui).error),
            (None, note) => caption(ui, note.map_or_else(|| catalog.text("ui-compare-help"), str::to_owned)),
        };
        ui.add(Label::new(words).truncate());
        ui.add_space(8.0);
        let is_ready = matches!(view.found, CompareFound::Ready(_));
        answer = answer.or(buttons_ui(ui, catalog, is_ready));
    });
    answer.or(closed.then_some(CompareAnswer::Close))
}

/// What is compared with what; whether they are to be swapped.
fn names_ui(ui: &mut Ui, catalog: &Catalog, view: &CompareView<'_>) -> bool {
    let swap = catalog.text("ui-compare-swap");
    let size = vec2(ui.available_width(), CONTROL);
    let swapped = ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        let size = vec2(button_width(ui, &swap), CONTROL);
        let clicked = plain_button(ui, &swap, size).clicked();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0 * GAP;
            let [before, after] = view.names;
            let half = ui.available_width() / 2.0 - GAP;
            for (key, name) in [("ui-compare-before", before), ("ui-compare-after", after)] {
                let words = catalog.text_with(key, &[("name", name.into())]);
                ui.allocate_ui(vec2(half, CONTROL), |ui| {
                    ui.add(Label::new(strong(words, theme::BODY)).truncate());
                });
            }
        });
        clicked
    });
    swapped.inner
}

fn found_ui(ui: &mut Ui, catalog: &Catalog, view: &CompareView<'_>, state: &mut CompareState) {
    let (shown, list) = ui.max_rect().split_left_right_at_x(ui.max_rect().max.x - LIST);
    let shown = shown.with_max_x(shown.max.x - GAP);
    match &view.found {
        CompareFound::Making => drop(ui.label(catalog.text("ui-compare-making"))),
        CompareFound::Refused(why) => {
            ui.add(Label::new(RichText::new(*why).color(Tokens::of(ui).error)).wrap());
        }
        CompareFound::Ready(content) => {
            picture_ui(ui, shown, catalog, content, state);
            list_ui(ui, list, &catalog.text("ui-compare-list"), content, state);
        }
    }
}

fn buttons_ui(ui: &mut Ui, catalog: &Catalog, is_ready: bool) -> Option<CompareAnswer> {
    let mut answer = None;
    let row = vec2(ui.available_width(), CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let words = catalog.text("ui-close");
        let size = vec2(button_width(ui, &words), CONTROL);
        if accent_button(ui, &words, size).clicked() {
            answer = Some(CompareAnswer::Close);
        }
        for (key, format) in [("ui-compare-png", Format::Png), ("ui-compare-svg", Format::Svg)] {
            let words = catalog.text(key);
            let size = vec2(button_width(ui, &words), CONTROL);
            let clicked = ui.add_enabled_ui(is_ready, |ui| plain_button(ui, &words, size).clicked()).inner;
            if clicked {
                answer = Some(CompareAnswer::Export(format));
            }
        }
    });
    answer
}
