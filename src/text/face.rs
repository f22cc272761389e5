//! The bundled faces: which exist, their bytes, and how CSS and SVG name them.
//!
//! Owns the font files of the program; everything else refers to a [`Face`]. Must not parse the fonts.

/// The height of capitals in em; text is centred by it rather than by ascent and descent.
pub const CAP_HEIGHT: f64 = 0.714;

/// A bundled face of the document font.
///
/// The variants are ordered from light to heavy, upright before italic; `Face as usize` is an index into [`Face::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Upright, weight 400.
    #[default]
    Regular,
    /// Upright, weight 600.
    SemiBold,
    /// Upright, weight 700.
    Bold,
    /// Italic, weight 400.
    Italic,
    /// Italic, weight 700.
    BoldItalic,
}

impl Face {
    /// Every bundled face, in the order of the variants.
    pub const ALL: [Self; 5] = [Self::Regular, Self::SemiBold, Self::Bold, Self::Italic, Self::BoldItalic];

    /// The TrueType file of this face.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => {
                include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/OpenSans-Regular.ttf"))
            }
            Self::SemiBold => {
                include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/OpenSans-SemiBold.ttf"))
            }
            Self::Bold => {
                include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/OpenSans-Bold.ttf"))
            }
            Self::Italic => {
                include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/OpenSans-Italic.ttf"))
            }
            Self::BoldItalic => {
                include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/OpenSans-BoldItalic.ttf"))
            }
        }
    }

    /// The family name that all faces share.
    pub const fn family() -> &'static str {
        "Open Sans"
    }

    /// The value of the CSS and SVG property `font-weight`.
    pub const fn weight(self) -> u16 {
        match self {
            Self::Regular | Self::Italic => 400,
            Self::SemiBold => 600,
            Self::Bold | Self::BoldItalic => 700,
        }
    }

    /// Whether `font-style` is `italic`.
    pub const fn is_italic(self) -> bool {
        match self {
            Self::Regular | Self::SemiBold | Self::Bold => false,
            Self::Italic | Self::BoldItalic => true,
        }
    }

    /// The face of emphasised (`**bold**`) text in a text of this face.
    ///
    /// Bold faces stay as they are.
    #[must_use]
    pub const fn with_bold(self) -> Self {
        match self {
            Self::Regular | Self::SemiBold | Self::Bold => Self::Bold,
            Self::Italic | Self::BoldItalic => Self::BoldItalic,
        }
    }

    /// The face of `*italic*` text in a text of this face.
    ///
    /// There is no semi-bold italic: bold italic takes its place.
    #[must_use]
    pub const fn with_italic(self) -> Self {
        match self {
            Self::Regular | Self::Italic => Self::Italic,
            Self::SemiBold | Self::Bold | Self::BoldItalic => Self::BoldItalic,
        }
    }
}
