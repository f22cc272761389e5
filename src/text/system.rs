//! Fonts of the system, for characters that the bundled faces lack.
//!
//! Owns the choice of a fallback face. It is deterministic for a given set of installed fonts and does not depend on
//! which characters were asked for before. Must not shape or measure.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use fontdb::{Database, FaceInfo, ID, Stretch, Style};

use crate::text::font_face::{FontFace, can_draw};

/// The installed fonts in the order in which they are tried.
pub(super) struct SystemFonts {
    database: Database,
    regular: Vec<ID>,
    bold: Vec<ID>,
    /// Found and opened faces; fonts are searched once for each character and weight.
    cache: Mutex<Cache>,
}

/// A font of the system as whoever draws text with fonts of their own wants it.
pub struct FontFile {
    /// What the face calls itself.
    pub name: String,
    /// A TrueType or OpenType file, or a collection of them.
    pub bytes: Vec<u8>,
    /// Which face of a collection.
    pub index: u32,
}

#[derive(Default)]
struct Cache {
    by_char: BTreeMap<(bool, char), Option<ID>>,
    opened: BTreeMap<ID, Option<Arc<FontFace>>>,
}

impl SystemFonts {
    /// Reads the list of installed fonts; takes tens of milliseconds or more.
    pub(super) fn load() -> Self {
        let mut database = Database::new();
        database.load_system_fonts();
        Self::new(database)
    }

    fn new(database: Database) -> Self {
        let regular = preference(&database, 400);
        let bold = preference(&database, 700);
        Self { database, regular, bold, cache: Mutex::default() }
    }

    /// The first face that has an outline for `c`.
    pub(super) fn face_for(&self, c: char, bold: bool) -> Option<Arc<FontFace>> {
        // Cached values are complete at all times, so a panic elsewhere leaves nothing half done.
        let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        let Cache { by_char, opened } = &mut *cache;
        let id = (*by_char.entry((bold, c)).or_insert_with(|| self.search(c, bold)))?;
        opened.entry(id).or_insert_with(|| self.open(id)).clone()
    }

    /// The file of that face: its name, what is in it, and which face of it is meant.
    pub(super) fn file_for(&self, c: char, bold: bool) -> Option<FontFile> {
        let id = self.search(c, bold)?;
        let name = self.database.face(id)?.post_script_name.clone();
        self.database.with_face_data(id, |bytes, index| FontFile { name, bytes: bytes.to_vec(), index })
    }

    fn search(&self, c: char, bold: bool) -> Option<ID> {
        let order = if bold { &self.bold } else { &self.regular };
        order.iter().copied().find(|&id| {
            self.database.with_face_data(id, |bytes, index| can_draw(bytes, index, c)).unwrap_or(false)
        })
    }

    fn open(&self, id: ID) -> Option<Arc<FontFace>> {
        self.database
            .with_face_data(id, |bytes, index| FontFace::open(Cow::Owned(bytes.to_vec()), index))?
            .map(Arc::new)
    }
}

/// All faces, the best first, for text of a weight.
fn preference(database: &Database, weight: u16) -> Vec<ID> {
    let mut faces: Vec<&FaceInfo> = database.faces().collect();
    faces.sort_by_cached_key(|face| {
        let FaceInfo {
            id: _,
            source: _,
            index,
            families,
            post_script_name,
            style,
            weight: own_weight,
            stretch,
            monospaced,
        } = face;
        (
            Rank::of(families.first().map_or("", |(name, _)| name)),
            *monospaced,
            *style != Style::Normal,
            *stretch != Stretch::Normal,
            own_weight.0.abs_diff(weight),
            post_script_name.clone(),
            *index,
        )
    });
    faces.iter().map(|face| face.id).collect()
}

/// How well a family goes with the bundled one, the best first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    NotoSans,
    DejaVuSans,
    Other,
    /// Colour fonts, whose outlines are at best layers, and fonts of placeholders.
    Poor,
}

impl Rank {
    fn of(family: &str) -> Self {
        if family.starts_with("Noto Sans") {
            Self::NotoSans
        } else if family == "DejaVu Sans" {
            Self::DejaVuSans
        } else if family.contains("Color") || family.contains("Last Resort") {
            Self::Poor
        } else {
            Self::Other
        }
    }
}

#[cfg(test)]
mod tests {
    use fontdb::Database;

    use super::SystemFonts;
    use crate::text::Face;

    /// A "system" that has the bundled faces only, whatever is installed.
    fn system() -> SystemFonts {
        let mut database = Database::new();
        for face in Face::ALL {
            database.load_font_data(face.bytes().to_vec());
        }
        SystemFonts::new(database)
    }

    #[test]
    fn weight_decides_between_faces_of_a_family() {
        let system = system();
        let name = |id| system.database.face(id).map(|f| f.post_script_name.clone());
        let chosen = |bold| system.search('a', bold).and_then(name);
        assert_eq!(chosen(false).as_deref(), Some("OpenSans"));
        assert_eq!(chosen(true).as_deref(), Some("OpenSans-Bold"));
    }

    #[test]
    fn unknown_character_has_no_face() {
        let system = system();
        assert!(system.face_for('\u{65E5}', false).is_none());
        assert!(system.face_for('a', false).is_some_and(|face| face.has('a')));
    }
}
