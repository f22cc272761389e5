//! The lines of a journal: length, checksum, and what happened as RON.

use serde::{Deserialize, Serialize};

use super::JournalHead;
use crate::{edit::Patch, model::PageId};

/// The version of the form of journals.
const VERSION: u32 = 1;

/// What a line says. `P` is a patch: borrowed while it is written, owned when it was read.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Record<P> {
    /// The whole document, as its file would hold it.
    Document {
        version: u32,
        text: String,
        /// The name of the document's state.
        state: u64,
        /// The state in which nothing would be lost with the journal, if there is one.
        clean: Option<u64>,
    },
    /// Which document it is.
    Head(JournalHead),
    /// An edit was done.
    Done { name: String, pages: (PageId, PageId), states: (u64, u64), patch: P },
    /// The last edit was taken back.
    Undone,
    /// The edit that was taken back last was done again.
    Redone,
    /// A text is being written, and has changed this so far; `None`: it was given up.
    Writing(Option<P>),
    /// The document was changed beside its history.
    Amended(P),
    /// A file holds the document in this state.
    Saved(u64),
    /// Damage took something of what was done before.
    Damaged,
}

/// A line: when it happened, in seconds since 1970, and what.
pub(super) type TimedRecord<P> = (u64, Record<P>);

impl<P> Record<P> {
    /// The whole document in a state.
    pub(super) const fn document(text: String, state: u64, clean: Option<u64>) -> Self {
        Self::Document { version: VERSION, text, state, clean }
    }

    /// Whether a record of this version can be read here.
    pub(super) const fn is_known(version: u32) -> bool {
        version == VERSION
    }
}

/// `record` as a line. Nothing of what is recorded is without a form as RON; were it so, the line would be empty, and
/// reading would end before it.
pub(super) fn encode(time: u64, record: &Record<&Patch>) -> Vec<u8> {
    let text = ron::to_string(&(time, record)).unwrap_or_default();
    let sum = crc32fast::hash(text.as_bytes());
    format!("{sum:08x} {} {text}\n", text.len()).into_bytes()
}

/// The record at the beginning of `bytes`, and what comes after it; `None`: a whole one is not there.
pub(super) fn decode(bytes: &[u8]) -> Option<(TimedRecord<Patch>, &[u8])> {
    let (sum, rest) = word(bytes)?;
    let (length, rest) = word(rest)?;
    let sum = u32::from_str_radix(sum, 16).ok()?;
    let (text, rest) = rest.split_at_checked(length.parse().ok()?)?;
    let rest = rest.strip_prefix(b"\n")?;
    if crc32fast::hash(text) != sum {
        return None;
    }
    Some((ron::from_str(str::from_utf8(text).ok()?).ok()?, rest))
}

/// The longest number at the beginning of a line.
const LONGEST_WORD: usize = 20;

fn word(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = bytes.iter().take(LONGEST_WORD + 1).position(|byte| *byte == b' ')?;
    Some((str::from_utf8(bytes.get(..end)?).ok()?, bytes.get(end + 1..)?))
}
