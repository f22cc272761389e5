//! The export dialog.

use std::path::PathBuf;

use eframe::egui::{Align, ComboBox, Layout, RichText, Spinner, Ui, vec2};

use super::dialog_ui;
use crate::{
    export::{Background, Format, Options, Resolution, Text},
    locale::{Catalog, Lang},
    ui::{
        chrome::{chevron, dialog_heading},
        start::language_name,
        theme::{self, CONTROL, Tokens},
        widgets::{accent_button, caption, plain_button, strong, text_field},
    },
};

/// What is written where: the same choices as the command line.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportChoice {
    /// The file; several pages make several files beside it, named after it.
    pub path: PathBuf,
    /// The page; `None` for all.
    pub page: Option<usize>,
    /// How it is drawn.
    pub options: Options,
}

const fn format_key(format: Format) -> &'static str {
    match format {
        Format::Svg => "ui-format-svg",
        Format::Png => "ui-format-png",
        Format::Json => "ui-format-json",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SizeKind {
    Scale,
    Dpi,
    Width,
    Height,
}

impl SizeKind {
    const ALL: [Self; 4] = [Self::Scale, Self::Dpi, Self::Width, Self::Height];

    const fn key(self) -> &'static str {
        match self {
            Self::Scale => "ui-size-scale",
            Self::Dpi => "ui-size-dpi",
            Self::Width => "ui-size-width",
            Self::Height => "ui-size-height",
        }
    }

    const fn start(self) -> &'static str {
        match self {
            Self::Scale => "2",
            Self::Dpi => "192",
            Self::Width => "1920",
            Self::Height => "1080",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum GroundKind {
    White,
    Transparent,
    Color,
}

impl GroundKind {
    const ALL: [Self; 3] = [Self::White, Self::Transparent, Self::Color];

    const fn key(self) -> &'static str {
        match self {
            Self::White => "ui-background-white",
            Self::Transparent => "ui-background-transparent",
            Self::Color => "ui-background-color",
        }
    }
}

/// The dialog's fields.
#[derive(Clone, Debug)]
pub struct ExportForm {
    format: Format,
    all_pages: bool,
    size: SizeKind,
    amount: String,
    ground: GroundKind,
    color: [u8; 3],
    text: Text,
    lang: Lang,
}

impl ExportForm {
    /// The fields at first.
    pub fn new(lang: Lang) -> Self {
        Self {
            format: Format::Svg,
            all_pages: false,
            size: SizeKind::Scale,
            amount: SizeKind::Scale.start().to_owned(),
            ground: GroundKind::White,
            color: [0xF7, 0xF8, 0xFA],
            text: Text::Text,
            lang,
        }
    }

    /// The kind of file that is chosen.
    pub const fn format(&self) -> Format {
        self.format
    }

    /// The choice that the fields stand for; `None` while the size is no number that will do.
    pub fn choice(&self, path: PathBuf, page: usize) -> Option<ExportChoice> {
        let background = match self.ground {
            GroundKind::White => Background::White,
            GroundKind::Transparent => Background::Transparent,
            GroundKind::Color => Background::Color(theme::document_color(self.color)),
        };
        let options = Options {
            format: self.format,
            resolution: self.size()?,
            background,
            text: self.text,
            lang: Some(self.lang.clone()),
        };
        Some(ExportChoice { path, page: (!self.all_pages).then_some(page), options })
    }

    fn size(&self) -> Option<Resolution> {
        if self.format != Format::Png {
            return Some(Resolution::Scale(1.0));
        }
        let text = self.amount.trim().replace(',', ".");
        let number = || text.parse::<f64>().ok().filter(|n| n.is_finite() && *n > 0.0);
        let pixels = || text.parse::<u32>().ok().filter(|n| *n > 0);
        match self.size {
            SizeKind::Scale => number().map(Resolution::Scale),
            SizeKind::Dpi => number().map(Resolution::Dpi),
            SizeKind::Width => pixels().map(Resolution::Width),
            SizeKind::Height => pixels().map(Resolution::Height),
        }
    }
}

/// How far an export is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportState {
    /// The fields are being filled in.
    Asking,
    /// The files are being written.
    Running,
    /// These files were written.
    Done(Vec<PathBuf>),
    /// It did not work, in words.
    Failed(String),
}

/// What a person asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportAnswer {
    /// To choose a file and write it.
    Write,
    /// To close the dialog.
    Close,
}

/// Shows the dialog for a document in `langs` with `pages` pages.
pub fn export_ui(
    ui: &Ui,
    catalog: &Catalog,
    form: &mut ExportForm,
    state: &ExportState,
    (langs, pages): (&[Lang], usize),
) -> Option<ExportAnswer> {
    let mut answer = None;
    let closed = dialog_ui(ui, "export", 400.0, |ui| {
        dialog_heading(ui, &catalog.text("ui-export-heading"));
        ui.add_enabled_ui(*state != ExportState::Running, |ui| fields_ui(ui, catalog, form, (langs, pages)));
        ui.add_space(10.0);
        state_ui(ui, catalog, state);
        let size = vec2(ui.available_width(), CONTROL);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            let can_write = *state != ExportState::Running && form.size().is_some();
            let label = catalog.text("ui-export-write");
            let button =
                ui.add_enabled_ui(can_write, |ui| accent_button(ui, &label, vec2(96.0, CONTROL))).inner;
            if button.clicked() {
                answer = Some(ExportAnswer::Write);
            }
            if plain_button(ui, &catalog.text("ui-close"), vec2(84.0, CONTROL)).clicked() {
                answer = Some(ExportAnswer::Close);
            }
        });
    });
    answer.or(closed.then_some(ExportAnswer::Close))
}

/// The room between a field and the next one's label.
const FIELD_GAP: f32 = 7.0;

fn fields_ui(ui: &mut Ui, catalog: &Catalog, form: &mut ExportForm, (langs, pages): (&[Lang], usize)) {
    ui.spacing_mut().item_spacing.y = 3.0;
    let formats = Format::ALL.map(|format| (format, catalog.text(format_key(format))));
    choice_field(ui, &catalog.text("ui-format"), &mut form.format, &formats);
    if pages > 1 {
        let options = [(false, catalog.text("ui-page-this")), (true, catalog.text("ui-page-all"))];
        choice_field(ui, &catalog.text("ui-pages"), &mut form.all_pages, &options);
    }
    if form.format == Format::Png {
        size_field(ui, catalog, form);
    }
    if form.format != Format::Json {
        let grounds = GroundKind::ALL.map(|kind| (kind, catalog.text(kind.key())));
        choice_field(ui, &catalog.text("ui-background"), &mut form.ground, &grounds);
        if form.ground == GroundKind::Color {
            let response = ui.color_edit_button_srgb(&mut form.color);
            let name = catalog.text("ui-background-color");
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name.as_str()));
        }
    }
    if form.format == Format::Svg {
        let options =
            [(Text::Text, catalog.text("ui-text-text")), (Text::Outlines, catalog.text("ui-text-outlines"))];
        choice_field(ui, &catalog.text("ui-text"), &mut form.text, &options);
    }
    if langs.len() > 1 {
        let options: Vec<(Lang, String)> =
            langs.iter().map(|lang| (lang.clone(), language_name(catalog, lang))).collect();
        choice_field(ui, &catalog.text("ui-language"), &mut form.lang, &options);
    }
}

fn size_field(ui: &mut Ui, catalog: &Catalog, form: &mut ExportForm) {
    let kinds = SizeKind::ALL.map(|kind| (kind, catalog.text(kind.key())));
    let before = form.size;
    let name = catalog.text("ui-size");
    ui.label(caption(ui, &name));
    ui.horizontal(|ui| {
        let width = ui.available_width();
        combo_ui(ui, &name, &mut form.size, (&kinds, width * 0.62));
        let amount = catalog.text(form.size.key());
        let width = ui.available_width();
        text_field(ui, &mut form.amount, &amount, vec2(width, CONTROL));
    });
    if before != form.size {
        form.size.start().clone_into(&mut form.amount);
    }
    if form.size().is_none() {
        let words = RichText::new(catalog.text("ui-size-bad")).color(Tokens::of(ui).error);
        ui.label(words.font(theme::font(crate::text::Face::Regular, theme::CAPTION)));
    }
    ui.add_space(FIELD_GAP);
}

/// A label above a choice of one among several.
fn choice_field<T: Clone + PartialEq>(ui: &mut Ui, name: &str, value: &mut T, options: &[(T, String)]) {
    ui.label(caption(ui, name));
    let width = ui.available_width();
    combo_ui(ui, name, value, (options, width));
    ui.add_space(FIELD_GAP);
}

fn combo_ui<T: Clone + PartialEq>(
    ui: &mut Ui,
    name: &str,
    value: &mut T,
    (options, width): (&[(T, String)], f32),
) {
    let shown = options.iter().find(|(option, _)| option == value).map_or("", |(_, text)| text).to_owned();
    let field = ComboBox::from_id_salt(name).selected_text(shown.as_str()).width(width);
    let field = field.icon(|ui, rect, visuals, _| chevron(ui, rect, visuals.fg_stroke.color));
    let response = field.show_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (option, text) in options {
            ui.selectable_value(value, option.clone(), text.as_str());
        }
    });
    let full = format!("{name}: {shown}");
    ui.ctx().accesskit_node_builder(response.response.id, |node| node.set_label(full.as_str()));
}

fn state_ui(ui: &mut Ui, catalog: &Catalog, state: &ExportState) {
    match state {
        ExportState::Asking => {}
        ExportState::Running => {
            ui.horizontal(|ui| {
                ui.add(Spinner::new().size(16.0));
                ui.label(catalog.text("ui-export-running"));
            });
        }
        ExportState::Done(files) => {
            ui.label(strong(
                catalog.text_with("ui-export-done", &[("count", files.len().into())]),
                theme::BODY,
            ));
            for file in files {
                ui.add(eframe::egui::Label::new(file.display().to_string()).wrap());
            }
        }
        ExportState::Failed(reason) => {
            let words = catalog.text_with("ui-export-failed", &[("reason", reason.as_str().into())]);
            ui.label(RichText::new(words).color(Tokens::of(ui).error));
        }
    }
    if *state != ExportState::Asking {
        ui.add_space(10.0);
    }
}
