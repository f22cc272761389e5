//! What an export is to be: the same choices as the command line.

use std::path::PathBuf;

use crate::{locale::Lang, model::Color};

/// What is written where.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportChoice {
    /// The file; several pages make several files beside it, named after it.
    pub path: PathBuf,
    /// The kind of file.
    pub format: ExportFormat,
    /// The page; `None` for all.
    pub page: Option<usize>,
    /// How large a raster picture is.
    pub size: ExportSize,
    /// What lies behind the picture.
    pub background: Background,
    /// How text is written.
    pub text: ExportText,
    /// The language of the texts.
    pub lang: Lang,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExportFormat {
    /// Scalable picture.
    #[default]
    Svg,
    /// Raster picture.
    Png,
    /// Geometry for other programs.
    Json,
}

/// How large a raster picture is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ExportSize {
    /// Pixels per document unit.
    Scale(f64),
    /// Pixels per inch.
    Dpi(f64),
    /// Pixels from left to right.
    Width(u32),
    /// Pixels from top to bottom.
    Height(u32),
}

/// What lies behind a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Background {
    /// Paper.
    #[default]
    White,
    /// Nothing.
    Transparent,
    /// A colour.
    Color(Color),
}

/// How text is written into a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExportText {
    /// As text, which can be searched.
    #[default]
    Text,
    /// As shapes, which look the same everywhere.
    Outlines,
}

impl ExportFormat {
    pub(super) const ALL: [Self; 3] = [Self::Svg, Self::Png, Self::Json];

    /// How file names end.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Json => "json",
        }
    }

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Svg => "ui-format-svg",
            Self::Png => "ui-format-png",
            Self::Json => "ui-format-json",
        }
    }

    pub(super) const fn is_picture(self) -> bool {
        !matches!(self, Self::Json)
    }
}
