//! What may be chosen about a picture.

use crate::{
    geom::Size,
    model::{Color, ColorError},
};

/// What a page is written as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A drawing that stays sharp at every size.
    #[default]
    Svg,
    /// A picture of pixels.
    Png,
    /// The places of everything, for other programs.
    Json,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Svg, Self::Png, Self::Json];

    /// The one whose files end in `ending`, in capitals or not.
    pub fn from_extension(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| ending.eq_ignore_ascii_case(format.extension()))
    }

    /// How its files' names end.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Json => "json",
        }
    }
}

/// What a page is written as, with what may be chosen about that.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Drawing {
    /// As SVG.
    Svg(SvgOptions),
    /// As PNG.
    Png(PngOptions),
    /// As JSON, about which nothing is chosen.
    Json,
}

impl Drawing {
    /// `format` with what is usual about it.
    pub fn usual(format: Format) -> Self {
        match format {
            Format::Svg => Self::Svg(SvgOptions::default()),
            Format::Png => Self::Png(PngOptions::default()),
            Format::Json => Self::Json,
        }
    }

    /// The kind of file.
    pub const fn format(&self) -> Format {
        match self {
            Self::Svg(_) => Format::Svg,
            Self::Png(_) => Format::Png,
            Self::Json => Format::Json,
        }
    }
}

/// What may be chosen about an SVG.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SvgOptions {
    /// What lies behind the chart.
    pub background: Background,
    /// How it holds its texts.
    pub text: SvgText,
}

/// What may be chosen about a PNG.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PngOptions {
    /// What lies behind the chart.
    pub background: Background,
    /// How many pixels it has.
    pub resolution: Resolution,
}

/// What lies behind the chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Background {
    /// White paper.
    #[default]
    White,
    /// Nothing.
    Transparent,
    /// A colour.
    Color(Color),
}

impl Background {
    /// Reads `white`, `transparent` or a colour such as `#f4f4f4`.
    pub fn parse(text: &str) -> Result<Self, ColorError> {
        match text {
            "white" => Ok(Self::White),
            "transparent" => Ok(Self::Transparent),
            other => Color::parse(other).map(Self::Color),
        }
    }

    /// The colour, if any.
    pub const fn color(self) -> Option<Color> {
        match self {
            Self::White => Some(Color::WHITE),
            Self::Transparent => None,
            Self::Color(color) => Some(color),
        }
    }
}

/// How an SVG holds its texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SvgText {
    /// As text, which can be searched, selected and edited.
    #[default]
    Text,
    /// As outlines, exact in every program.
    Outlines,
}

/// How many pixels a PNG has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Resolution {
    /// Pixels per document unit.
    Scale(f64),
    /// Pixels per inch; a document unit is 1/96 inch.
    Dpi(f64),
    /// The width in pixels.
    Width(u32),
    /// The height in pixels.
    Height(u32),
}

impl Default for Resolution {
    fn default() -> Self {
        Self::Scale(1.0)
    }
}

impl Resolution {
    /// Pixels per document unit for a picture of `size`.
    pub fn scale(self, size: Size) -> f64 {
        match self {
            Self::Scale(scale) => scale,
            Self::Dpi(dpi) => dpi / 96.0,
            Self::Width(pixels) => f64::from(pixels) / size.width,
            Self::Height(pixels) => f64::from(pixels) / size.height,
        }
    }
}
