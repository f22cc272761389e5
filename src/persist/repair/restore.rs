//! A damaged file becomes a document with everything that can be read of it.

use std::collections::BTreeSet;

use super::{
    RepairKind, RepairNote, RepairNotes,
    breaches::mend_breaches,
    gather::gather,
    lines::RecordLines,
    sides::{Sides, unite},
};
use crate::{
    encoding::{Decoded, decode},
    model::{Document, StepId, is_text_char},
    persist::{
        LIMIT_BYTES,
        header::{Header, header},
        load::NEWEST,
        versions::{
            mend, salvage,
            words::{add_words, words_of},
        },
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
    if let Header::Version(version, _) = header(&text)
        && version > NEWEST
    {
        return None;
    }
    let mut file = match Sides::of(&text) {
        Some(Sides { ours, theirs }) => {
            let mut tree = gather(&ours, &mut notes);
            let mut their_notes = RepairNotes::default();
            unite(&mut tree, gather(&theirs, &mut their_notes), "", &mut notes);
            notes.add_others(their_notes);
            salvage(tree, &mut notes)?
        }
        None => salvage(gather(&text, &mut notes), &mut notes)?,
    };
    let mut words = words_of(&file);
    let unplaced = mend(&mut file, &mut notes);
    add_words(&file, &mut words);
    let converted = file.convert().ok()?;
    let mut document = converted.document;
    mend_breaches(&mut document, &mut notes)?;
    notes.locate(&RecordLines::of(&text), &words);
    let RepairNotes(notes) = notes;
    Some(Repaired { document, unsized_steps: converted.unsized_steps, unplaced, notes })
}

/// The text without what cannot stand in one.
fn readable(bytes: &[u8], notes: &mut RepairNotes) -> String {
    let Decoded { text, encoding, replaced } = decode(bytes);
    if encoding != "UTF-8" {
        notes.add(RepairKind::Encoding, encoding);
    }
    let mut text = text.replace("\r\n", "\n");
    let before = text.len();
    text.retain(|c| is_text_char(c) && c != '\u{feff}');
    if text.len() != before {
        notes.add(RepairKind::Characters, "");
    }
    let lines = text.lines().enumerate().filter(|(_, line)| replaced > 0 && line.contains('\u{fffd}'));
    lines.for_each(|(at, _)| notes.add_in_line(RepairKind::Letters, at + 1, ""));
    text
}
