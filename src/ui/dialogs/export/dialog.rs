//! The export dialog as a whole.

use std::path::PathBuf;

use eframe::egui::{
    Align, Label, Layout, Rect, RichText, ScrollArea, Sense, Spinner, Ui, UiBuilder, Vec2, vec2,
};

use super::{
    fields::fields_ui,
    form::{ExportForm, PagesKind},
    preview::{Preview, preview_ui},
};
use crate::{
    arrange::PagePart,
    export::Format,
    locale::{Catalog, Lang, say_path},
    ui::{
        chrome::dialog_heading,
        dialogs::frame::dialog_ui,
        theme::{self, CONTROL, Tokens, UNIT},
        widgets::{accent_button, caption, plain_button, strong},
    },
};

/// The largest size of the dialog's inside.
const MOST: Vec2 = vec2(960.0, 540.0);
/// What a window keeps around the dialog's inside: the dialog's own margin and some of the window.
const AROUND: Vec2 = vec2(64.0, 64.0);
/// The width of the fields: their part of the whole, within limits.
const FIELDS: f32 = 0.42;
const FIELDS_LIMITS: (f32, f32) = (160.0, 272.0);
const COLUMN_GAP: f32 = 24.0;
/// The room between the parts of the dialog.
const GAP: f32 = 14.0;

/// How far an export is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportState {
    /// The fields are being filled in.
    Asking,
    /// The files are being written, or the picture copied.
    Running {
        /// The number of the page that is being drawn.
        page: usize,
        /// How many there are; 0 or 1: nothing is said of it.
        count: usize,
    },
    /// These files were written.
    Done(Vec<PathBuf>),
    /// The picture is in the clipboard.
    Copied,
    /// It did not work, in words.
    Failed(String),
}

impl ExportState {
    /// Whether something is being done.
    pub const fn is_running(&self) -> bool {
        matches!(self, Self::Running { .. })
    }
}

/// What a person asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportAnswer {
    /// To choose a file and write it.
    Write,
    /// To put the picture into the clipboard.
    Copy,
    /// To write no further files.
    Stop,
    /// To have the system show the folder of what was written.
    OpenFolder,
    /// To close the dialog.
    Close,
}

/// What the dialog shows besides its fields.
pub struct ExportView<'a> {
    /// How far the export is.
    pub state: &'a ExportState,
    /// Whether that is news, to be scrolled to where it is out of sight.
    pub is_news: bool,
    /// What will be written.
    pub preview: &'a Preview,
    /// Whether a newer preview is being made.
    pub is_behind: bool,
    /// The languages of the document.
    pub langs: &'a [Lang],
    /// How many pages it has.
    pub pages: usize,
    /// Parts of the page that is shown, with their names; all of it first.
    pub parts: &'a [(PagePart, String)],
}

/// Shows the dialog. Gives back what was asked for, and how many pixels of the screen the preview may have.
pub fn export_ui(
    ui: &Ui,
    catalog: &Catalog,
    form: &mut ExportForm,
    view: &ExportView<'_>,
) -> (Option<ExportAnswer>, (u32, u32)) {
    let most = (ui.ctx().content_rect().size() - AROUND).min(MOST);
    let width = most.x;
    let (mut answer, mut asked, mut room) = (None, None, (1, 1));
    let closed = dialog_ui(ui, "export", width, |ui| {
        let top = ui.cursor().min.y;
        dialog_heading(ui, &catalog.text("ui-export-heading"));
        let used = ui.cursor().min.y - top + GAP + CONTROL;
        let (body, _) = ui.allocate_exact_size(vec2(width, most.y - used), Sense::hover());
        ui.spacing_mut().item_spacing.y = 0.0;
        (asked, room) = columns_ui(ui, catalog, form, view, body);
        ui.add_space(GAP);
        let is_refused = matches!(view.preview, Preview::Refused(_)) && !view.is_behind;
        answer = buttons_ui(ui, catalog, form, view.state, is_refused);
    });
    (answer.or(asked).or(closed.then_some(ExportAnswer::Close)), room)
}

/// The fields at the left, the preview at the right.
fn columns_ui(
    ui: &mut Ui,
    catalog: &Catalog,
    form: &mut ExportForm,
    view: &ExportView<'_>,
    body: Rect,
) -> (Option<ExportAnswer>, (u32, u32)) {
    let fields = (body.width() * FIELDS).clamp(FIELDS_LIMITS.0, FIELDS_LIMITS.1);
    let left = body.with_max_x(body.min.x + fields);
    let right = body.with_min_x(left.max.x + COLUMN_GAP);
    let asked = ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
        let scroll = ScrollArea::vertical().auto_shrink([false, false]);
        scroll.show(ui, |ui| form_ui(ui, catalog, form, view)).inner
    });
    let shown = ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
        preview_ui(ui, catalog, view.preview, view.is_behind)
    });
    (asked.inner, shown.inner)
}

fn form_ui(
    ui: &mut Ui,
    catalog: &Catalog,
    form: &mut ExportForm,
    view: &ExportView<'_>,
) -> Option<ExportAnswer> {
    let &ExportView { state, is_news, preview: _, is_behind: _, langs: _, pages, parts: _ } = view;
    ui.add_enabled_ui(!state.is_running(), |ui| fields_ui(ui, catalog, form, view));
    if pages > 1 && form.pages == PagesKind::All {
        let count = [("count", pages.into())];
        ui.add(Label::new(caption(ui, catalog.text_with("ui-export-files", &count))).wrap());
    }
    let said = ui.scope(|ui| state_ui(ui, catalog, state));
    if is_news {
        said.response.scroll_to_me(None);
    }
    said.inner
}

fn buttons_ui(
    ui: &mut Ui,
    catalog: &Catalog,
    form: &ExportForm,
    state: &ExportState,
    is_refused: bool,
) -> Option<ExportAnswer> {
    let is_running = state.is_running();
    let is_free = !is_running && !is_refused;
    let row = vec2(ui.available_width(), CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let can_write = is_free && form.drawing().is_some();
        let mut answer = None;
        let write = catalog.text("ui-export-write");
        let button = ui.add_enabled_ui(can_write, |ui| accent_button(ui, &write, vec2(96.0, CONTROL))).inner;
        if button.clicked() {
            answer = Some(ExportAnswer::Write);
        }
        if form.format() != Format::Json {
            let copy = catalog.text("ui-export-copy");
            let can_copy = is_free && form.picture().is_some();
            let button =
                ui.add_enabled_ui(can_copy, |ui| plain_button(ui, &copy, vec2(116.0, CONTROL))).inner;
            if button.on_hover_text(catalog.text("ui-export-copy-tip")).clicked() {
                answer = Some(ExportAnswer::Copy);
            }
        }
        let (words, leave) =
            if is_running { ("ui-cancel", ExportAnswer::Stop) } else { ("ui-close", ExportAnswer::Close) };
        if plain_button(ui, &catalog.text(words), vec2(84.0, CONTROL)).clicked() {
            answer = Some(leave);
        }
        answer
    })
    .inner
}

fn state_ui(ui: &mut Ui, catalog: &Catalog, state: &ExportState) -> Option<ExportAnswer> {
    match state {
        ExportState::Asking => {}
        ExportState::Running { page, count } => {
            ui.horizontal(|ui| {
                ui.add(Spinner::new().size(16.0));
                let numbers = [("page", (*page).into()), ("count", (*count).into())];
                ui.label(match count {
                    0 | 1 => catalog.text("ui-export-running"),
                    _ => catalog.text_with("ui-export-running-page", &numbers),
                });
            });
        }
        ExportState::Copied => {
            ui.label(strong(catalog.text("ui-export-copied"), theme::BODY));
        }
        ExportState::Done(files) => {
            ui.label(strong(
                catalog.text_with("ui-export-done", &[("count", files.len().into())]),
                theme::BODY,
            ));
            return files_ui(ui, catalog, files);
        }
        ExportState::Failed(reason) => {
            let words = catalog.text_with("ui-export-failed", &[("reason", reason.as_str().into())]);
            ui.add(Label::new(RichText::new(words).color(Tokens::of(ui).error)).wrap());
        }
    }
    None
}

/// The files that were written, their folder, and a way to it.
fn files_ui(ui: &mut Ui, catalog: &Catalog, files: &[PathBuf]) -> Option<ExportAnswer> {
    for file in files {
        let name = file.file_name().map(say_path).unwrap_or_default();
        ui.add(Label::new(name).wrap());
    }
    let folder = files.first().and_then(|file| file.parent()).map(say_path).unwrap_or_default();
    let words = catalog.text_with("ui-export-folder", &[("folder", folder.into())]);
    ui.add(Label::new(caption(ui, words)).wrap());
    ui.add_space(UNIT);
    ui.button(catalog.text("ui-export-open-folder")).clicked().then_some(ExportAnswer::OpenFolder)
}
