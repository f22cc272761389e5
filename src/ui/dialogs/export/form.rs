//! What is chosen in the export dialog.

use std::path::PathBuf;

use crate::{
    export::{Background, Format, Options, Resolution, Text},
    locale::Lang,
    ui::theme,
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

pub(super) const fn format_key(format: Format) -> &'static str {
    match format {
        Format::Svg => "ui-format-svg",
        Format::Png => "ui-format-png",
        Format::Json => "ui-format-json",
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SizeKind {
    Scale,
    Dpi,
    Width,
    Height,
}

impl SizeKind {
    pub(super) const ALL: [Self; 4] = [Self::Scale, Self::Dpi, Self::Width, Self::Height];

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Scale => "ui-size-scale",
            Self::Dpi => "ui-size-dpi",
            Self::Width => "ui-size-width",
            Self::Height => "ui-size-height",
        }
    }

    pub(super) const fn start(self) -> &'static str {
        match self {
            Self::Scale => "2",
            Self::Dpi => "192",
            Self::Width => "1920",
            Self::Height => "1080",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GroundKind {
    White,
    Transparent,
    Color,
}

impl GroundKind {
    pub(super) const ALL: [Self; 3] = [Self::White, Self::Transparent, Self::Color];

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::White => "ui-background-white",
            Self::Transparent => "ui-background-transparent",
            Self::Color => "ui-background-color",
        }
    }
}

/// The dialog's fields.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportForm {
    pub(super) format: Format,
    pub(super) all_pages: bool,
    pub(super) size: SizeKind,
    pub(super) amount: String,
    pub(super) ground: GroundKind,
    pub(super) color: [u8; 3],
    pub(super) text: Text,
    pub(super) lang: Lang,
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

    /// The same fields for a chart that is shown in `lang`.
    #[must_use]
    pub fn speaking(self, lang: Lang) -> Self {
        Self { lang, ..self }
    }

    /// The choice that the fields stand for; `None` while the size is no number that will do.
    pub fn choice(&self, path: PathBuf, page: usize) -> Option<ExportChoice> {
        Some(ExportChoice { path, page: (!self.all_pages).then_some(page), options: self.options()? })
    }

    /// How a page is drawn.
    pub fn options(&self) -> Option<Options> {
        let resolution = match self.format {
            Format::Png => self.resolution()?,
            Format::Svg | Format::Json => Resolution::default(),
        };
        let background = match self.ground {
            GroundKind::White => Background::White,
            GroundKind::Transparent => Background::Transparent,
            GroundKind::Color => Background::Color(theme::document_color(self.color)),
        };
        let lang = Some(self.lang.clone());
        Some(Options { format: self.format, resolution, background, text: self.text, lang })
    }

    /// How a page is drawn as pixels, whatever the kind of file.
    pub fn picture_options(&self) -> Option<Options> {
        Self { format: Format::Png, ..self.clone() }.options()
    }

    fn resolution(&self) -> Option<Resolution> {
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
