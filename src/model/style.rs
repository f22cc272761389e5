//! Colours and the overrides that a person may set on one record.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An opaque colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Color {
    /// Red, 0 to 255.
    pub r: u8,
    /// Green, 0 to 255.
    pub g: u8,
    /// Blue, 0 to 255.
    pub b: u8,
}

/// Why a colour was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a colour such as #1a4f8b: {0:?}")]
pub struct ColorError(pub String);

impl Color {
    /// White.
    pub const WHITE: Self = Self::hex(0xFF_FF_FF);
    /// Black.
    pub const BLACK: Self = Self::hex(0x00_00_00);

    /// The colour written `0xRRGGBB`.
    pub const fn hex(rgb: u32) -> Self {
        let [_, r, g, b] = rgb.to_be_bytes();
        Self { r, g, b }
    }

    /// Reads `#rrggbb` or `#rgb`.
    pub fn parse(text: &str) -> Result<Self, ColorError> {
        let error = || ColorError(text.to_owned());
        let digits = text.strip_prefix('#').ok_or_else(error)?;
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(error());
        }
        let long = match digits.len() {
            3 => digits.chars().flat_map(|c| [c, c]).collect(),
            6 => digits.to_owned(),
            _ => return Err(error()),
        };
        u32::from_str_radix(&long, 16).map(Self::hex).map_err(|_not_hex| error())
    }

    /// Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it.
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }

    /// Contrast ratio against `other`, 1 to 21, as WCAG 2.2 defines it.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour with `share` (0 to 1) of `other` mixed in.
    #[must_use]
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Self { r: mix(self.r, other.r), g: mix(self.g, other.g), b: mix(self.b, other.b) }
    }
}

impl From<Color> for String {
    fn from(color: Color) -> Self {
        color.to_string()
    }
}

impl TryFrom<String> for Color {
    type Error = ColorError;

    fn try_from(code: String) -> Result<Self, ColorError> {
        Self::parse(&code)
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02X}{:02X}{:02X}", self.r, self.g, self.b)
    }
}

/// What a person set differently from the theme, on a step, lane or connector.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Style {
    /// The inside of a step; the header of a lane.
    pub fill: Option<Color>,
    /// Outline or line.
    pub line: Option<Color>,
    /// The text.
    pub text: Option<Color>,
}

/// The look of a whole document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ThemeName {
    /// Lanes in the colours of their roles.
    #[default]
    Standard,
    /// For black-and-white printing.
    BlackAndWhite,
    /// Black ink and heavier lines.
    HighContrast,
}

/// How a line is drawn where it crosses another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum LineJumps {
    /// It jumps over the other one in an arc.
    #[default]
    Arc,
    /// It is broken off there.
    Gap,
    /// It runs through.
    Plain,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_and_written() {
        assert_eq!(Color::parse("#1a4f8b"), Ok(Color::hex(0x1A_4F_8B)));
        assert_eq!(Color::parse("#fff"), Ok(Color::WHITE));
        assert_eq!(Color::hex(0x00_0A_FF).to_string(), "#000AFF");
        for bad in ["", "red", "#12345", "#12345g", "1a4f8b", "#+12345"] {
            assert!(Color::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn contrast_of_black_on_white_is_21() {
        assert!((Color::BLACK.contrast(Color::WHITE) - 21.0).abs() < 0.01);
    }
}
