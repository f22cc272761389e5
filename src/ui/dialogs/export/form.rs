//! What is chosen in the export dialog.

use std::path::PathBuf;

use crate::{
    arrange::PagePart,
    export::{Background, Drawing, Format, PngOptions, Resolution, SvgOptions, SvgText},
    locale::Lang,
    ui::theme,
};

/// What is written where: the same choices as the command line.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportChoice {
    /// The file; several pages make several files beside it, named after it.
    pub path: PathBuf,
    /// Which pages.
    pub pages: WantedPages,
    /// Which part of them.
    pub part: PagePart,
    /// The language of its texts.
    pub lang: Lang,
    /// What it is written as.
    pub drawing: Drawing,
    /// Whether it may replace files that were not made of the same document.
    pub replaces: bool,
}

impl ExportChoice {
    /// Whether it is written to the very file of that name.
    pub const fn is_one_file(&self) -> bool {
        matches!(self.pages, WantedPages::At(_))
    }
}

/// Which pages are exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WantedPages {
    /// The one at this position, from 0.
    At(usize),
    /// All of them.
    All,
    /// Those that a person named, such as `1-3`.
    Named(String),
}

/// How the pages are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PagesKind {
    This,
    All,
    Range,
}

impl PagesKind {
    pub(super) const ALL: [Self; 3] = [Self::This, Self::All, Self::Range];

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::This => "ui-page-this",
            Self::All => "ui-page-all",
            Self::Range => "ui-page-range",
        }
    }
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
    pub(super) pages: PagesKind,
    pub(super) range: String,
    pub(super) part: PagePart,
    pub(super) size: SizeKind,
    pub(super) amount: String,
    pub(super) ground: GroundKind,
    pub(super) color: [u8; 3],
    pub(super) text: SvgText,
    pub(super) lang: Lang,
}

impl ExportForm {
    /// The fields at first.
    pub fn new(lang: Lang) -> Self {
        Self {
            format: Format::Svg,
            pages: PagesKind::This,
            range: "1-2".to_owned(),
            part: PagePart::default(),
            size: SizeKind::Scale,
            amount: SizeKind::Scale.start().to_owned(),
            ground: GroundKind::White,
            color: [0xF7, 0xF8, 0xFA],
            text: SvgText::Text,
            lang,
        }
    }

    /// The kind of file that is chosen.
    pub const fn format(&self) -> Format {
        self.format
    }

    /// The same fields for another chart, which is shown in `lang`; all of it.
    #[must_use]
    pub fn speaking(self, lang: Lang) -> Self {
        Self { lang, part: PagePart::default(), ..self }
    }

    /// Which part of the page is drawn; of several pages, all.
    pub fn part(&self) -> PagePart {
        if self.pages == PagesKind::This { self.part.clone() } else { PagePart::default() }
    }

    /// The choice that the fields stand for; `None` while the size is no number that will do.
    pub fn choice(&self, path: PathBuf, page: usize) -> Option<ExportChoice> {
        let pages = match self.pages {
            PagesKind::This => WantedPages::At(page),
            PagesKind::All => WantedPages::All,
            PagesKind::Range => WantedPages::Named(self.range.trim().to_owned()),
        };
        let (part, lang) = (self.part(), self.lang.clone());
        Some(ExportChoice { path, pages, part, lang, drawing: self.drawing()?, replaces: false })
    }

    /// The language of the texts.
    pub const fn lang(&self) -> &Lang {
        &self.lang
    }

    /// What a page is written as; `None` while the size is no number that will do.
    pub fn drawing(&self) -> Option<Drawing> {
        let background = match self.ground {
            GroundKind::White => Background::White,
            GroundKind::Transparent => Background::Transparent,
            GroundKind::Color => Background::Color(theme::document_color(self.color)),
        };
        Some(match self.format {
            Format::Svg => Drawing::Svg(SvgOptions { background, text: self.text }),
            Format::Png => Drawing::Png(PngOptions { background, resolution: self.resolution()? }),
            Format::Json => Drawing::Json,
        })
    }

    /// What a page is drawn as for the clipboard: as pixels, whatever the kind of file.
    pub fn picture(&self) -> Option<Drawing> {
        Self { format: Format::Png, ..self.clone() }.drawing()
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
