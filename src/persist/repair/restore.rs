//! A damaged file becomes a document with everything that can be read of it.

use std::collections::BTreeSet;

use super::{RepairKind, RepairNote, RepairNotes, breaches::mend_breaches, pieces::bare};
use crate::{
    model::{Document, StepId, is_text_char},
    persist::{
        LIMIT_BYTES,
        header::{Header, header},
        load::NEWEST,
        versions::{mend, salvage},
    },
};

/// A document from a damaged file.
#[derive(Clone, Debug)]
pub struct Repaired {
    /// The document; its hard invariants hold.
    pub document: Document,
    /// Steps whose size the file does not give, as in [`Loaded`](crate::persist::Loaded).
    pub unsized_steps: BTreeSet<StepId>,
    /// Steps that have no place yet: they stand somewhere in their lane.
    pub unplaced: BTreeSet<StepId>,
    /// What was done to the file.
    pub notes: Vec<RepairNote>,
}

/// What can be saved of the document in `bytes`; `None`: nothing.
///
/// Every record that stands there whole is in it. Never panics, whatever the bytes are; nothing that a sound file says
/// is changed.
pub fn repair(bytes: &[u8]) -> Option<Repaired> {
    if bytes.len() as u64 > LIMIT_BYTES {
        return None;
    }
    let mut notes = RepairNotes::default();
    let text = readable(bytes, &mut notes);
    let version = match header(&text) {
        Header::Version(version, _) if version <= NEWEST => version,
        Header::Version(..) => return None,
        Header::Odd(..) | Header::NotOurs(_) => NEWEST,
    };
    let mut file = salvage(body(&text)?, version, &mut notes)?;
    let unplaced = mend(&mut file, &mut notes);
    let converted = file.convert().ok()?;
    let mut document = converted.document;
    mend_breaches(&mut document, &mut notes)?;
    let RepairNotes(notes) = notes;
    Some(Repaired { document, unsized_steps: converted.unsized_steps, unplaced, notes })
}

/// What stands behind the comments and attributes that a file may begin with.
fn body(text: &str) -> Option<&str> {
    let mut rest = bare(text);
    while rest.starts_with("#!") {
        rest = bare(rest.split_once(']')?.1);
    }
    rest.get(rest.find('(')?..)
}

/// The text without what cannot stand in one.
fn readable(bytes: &[u8], notes: &mut RepairNotes) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut text = text.replace("\r\n", "\n");
    let before = text.len();
    text.retain(|c| is_text_char(c) && c != '\u{feff}');
    if text.len() != before || text.contains('\u{fffd}') {
        notes.add(RepairKind::Characters, "");
    }
    text
}
