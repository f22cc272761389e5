//! The fonts a text is set with.
//!
//! Owns the opened faces; what is done with them stands where it is done (`layout`, `shaped_text`). Beyond them it only remembers sizes that were measured before, so that one value can be
//! shared by reference between threads.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use kurbo::{BezPath, Point, Size};

use crate::text::font_face::FontFace;
use crate::text::memo::Memo;
use crate::text::system::{FontFile, SystemFonts};
use crate::text::{Face, Run};

/// The bundled faces, optionally backed by the fonts of the system.
///
/// Open it once and share it: opening parses five fonts.
pub struct Fonts {
    /// In the order of [`Face::ALL`].
    faces: [Option<FontFace>; 5],
    /// `None`: bundled faces only. The list of system fonts is read on the first missing character.
    system: Option<OnceLock<SystemFonts>>,
    memo: Memo,
}

impl Fonts {
    /// The bundled faces only: the same text gives the same lines on every machine.
    pub fn bundled() -> Self {
        let faces = Face::ALL.map(|face| FontFace::open(Cow::Borrowed(face.bytes()), 0));
        Self { faces, system: None, memo: Memo::default() }
    }

    /// The bundled faces, and fonts of the system for characters that those lack.
    pub fn with_system() -> Self {
        Self { system: Some(OnceLock::new()), ..Self::bundled() }
    }

    /// The size of `text` in a style, as `measure` says it; remembered under the style's name, so that what is asked
    /// for in each frame is not laid out in each frame.
    pub fn remembered_size(&self, style: &'static str, text: &str, measure: impl FnOnce() -> Size) -> Size {
        self.memo.size(style, text, measure)
    }

    /// The glyph outlines of a run in block coordinates, to be filled with the non-zero rule.
    ///
    /// `size` and `baseline` are those of the block and the line of the run.
    pub fn outline(&self, run: &Run, size: f64, baseline: f64) -> BezPath {
        match (&run.outline, self.face(run.face)) {
            (Some(outline), _) => outline.clone(),
            (None, Some(face)) => {
                face.outline(run.glyphs.iter().map(Into::into), size, Point::new(run.x, baseline))
            }
            (None, None) => BezPath::new(),
        }
    }

    pub(super) fn face(&self, face: Face) -> Option<&FontFace> {
        self.faces.get(face as usize)?.as_ref()
    }

    /// A system face that has `c`, in the style of `like` as far as possible.
    pub(super) fn fallback(&self, c: char, like: Face) -> Option<Arc<FontFace>> {
        let system = self.system.as_ref()?.get_or_init(SystemFonts::load);
        system.face_for(c, like.weight() >= 600)
    }

    /// The file of the system face that has `c`, in the style of `like` as far as possible.
    pub fn fallback_file(&self, c: char, like: Face) -> Option<FontFile> {
        let system = self.system.as_ref()?.get_or_init(SystemFonts::load);
        system.file_for(c, like.weight() >= 600)
    }
}

#[cfg(test)]
mod tests {
    use kurbo::{Shape as _, Vec2};

    use super::Fonts;
    use crate::text::{Face, Layout};

    #[test]
    fn every_bundled_face_opens() {
        fn assert_shared<T: Send + Sync>(_: &T) {}
        let fonts = Fonts::bundled();
        assert_shared(&fonts);
        for face in Face::ALL {
            assert_eq!(Face::ALL[face as usize], face);
            assert!(fonts.face(face).is_some(), "{face:?}");
            assert!(fonts.width("Aa", face, 10.0) > 5.0, "{face:?}");
        }
    }

    #[test]
    fn kerning_narrows_pairs() {
        let fonts = Fonts::bundled();
        let width = |text| fonts.width(text, Face::Regular, 100.0);
        assert!(width("AV") < width("A") + width("V") - 1.0);
    }

    #[test]
    fn missing_character_is_drawn_from_the_system_or_as_box() {
        // Holds whatever fonts are installed.
        let fonts = Fonts::with_system();
        let block = fonts.layout("A\u{2192}B", &Layout::unbounded(13.0, 16.0));
        let runs = &block.lines[0].runs;
        let texts: Vec<&str> = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(texts, ["A", "\u{2192}", "B"]);
        let ink = runs[1].outline.as_ref().unwrap().bounding_box();
        assert!(ink.area() > 0.0 && ink.center().x > runs[1].x && ink.center().x < runs[2].x);
    }

    #[test]
    fn outline_lies_within_the_measured_width() {
        let fonts = Fonts::bundled();
        for text in ["Handle", "AVATAR To", "Überprüfen"] {
            let block = fonts.layout(text, &Layout::unbounded(20.0, 24.0)).translated(Vec2::new(7.0, 0.0));
            let run = &block.lines[0].runs[0];
            let ink = fonts.outline(run, 20.0, 50.0).bounding_box();
            assert!(ink.x0 >= run.x && ink.x1 <= run.x + run.width, "{text}: {ink:?}");
            assert!(ink.width() > 0.9 * run.width, "{text}: {ink:?}");
            assert!(ink.y0 > 50.0 - 20.0 && ink.y1 < 50.0 + 0.3 * 20.0, "{text}: {ink:?}");
        }
    }
}
