//! Papers, and a screen, as shapes that a chart can be laid out for.

/// What a chart is to be looked at on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A4, 297 × 210 mm.
    A4Landscape,
    /// A4 upright.
    A4Portrait,
    /// Letter, 11 × 8.5 inches.
    LetterLandscape,
    /// Letter upright.
    LetterPortrait,
    /// The room for a chart on a screen.
    Screen,
}

impl Paper {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::A4Landscape, Self::A4Portrait, Self::LetterLandscape, Self::LetterPortrait, Self::Screen];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A4Landscape => "a4-landscape",
            Self::A4Portrait => "a4-portrait",
            Self::LetterLandscape => "letter-landscape",
            Self::LetterPortrait => "letter-portrait",
            Self::Screen => "screen",
        }
    }

    /// The one with that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.name() == name)
    }

    /// Width of what is shown on it divided by its height; papers have margins of 15 mm.
    pub const fn aspect(self) -> f64 {
        match self {
            Self::A4Landscape => 267.0 / 180.0,
            Self::A4Portrait => 180.0 / 267.0,
            Self::LetterLandscape => 249.4 / 185.9,
            Self::LetterPortrait => 185.9 / 249.4,
            Self::Screen => 2.0,
        }
    }
}
