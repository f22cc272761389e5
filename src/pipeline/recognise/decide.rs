//! The decision.

use super::{compound, foreign::Foreign, kind::FileKind, markup, notation, picture, zipped};
use crate::{
    encoding::decode,
    interop,
    persist::{self, Claim, HEAD_BYTES},
};

/// How many control characters among the first ones show that it is no text: a text has one here and there that some
/// system left.
const MOST_CONTROLS: usize = 8;
const SAMPLE: usize = 4096;

/// Says what `bytes` are: by what is in them, whatever the file is called.
///
/// Never panics, and takes no longer for hostile bytes than for others: nothing is unpacked. What it calls a document
/// or a table may still turn out to be damaged further in.
pub fn recognise(bytes: &[u8]) -> FileKind {
    if let Some(kind) = binary(bytes) {
        return kind;
    }
    let text = decode(bytes.get(..HEAD_BYTES).unwrap_or(bytes)).text;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return if bytes.len() > HEAD_BYTES { FileKind::DelimitedText } else { FileKind::Empty };
    }
    match persist::claim(text) {
        Claim::Document => return FileKind::Document,
        Claim::Newer(version) => return FileKind::TooNew(version),
        Claim::Damaged => return FileKind::Damaged,
        Claim::None => {}
    }
    let controls = text.chars().take(SAMPLE).filter(|c| c.is_control() && !c.is_whitespace()).count();
    if controls > MOST_CONTROLS {
        return FileKind::Unknown;
    }
    // What tells the form may stand behind a long list, and a reader of JSON is fast.
    if text.trim_start().starts_with('{') && interop::is_geometry(&decode(bytes).text) {
        return FileKind::Geometry;
    }
    let foreign = markup::recognise(text).or_else(|| notation::recognise(text));
    foreign.map_or(FileKind::DelimitedText, FileKind::Foreign)
}

/// What begins with the marks of a format that is no text.
fn binary(bytes: &[u8]) -> Option<FileKind> {
    const ARCHIVES: [&[u8]; 6] =
        [b"\x1f\x8b", b"7z\xBC\xAF\x27\x1C", b"Rar!\x1a\x07", b"BZh", b"\xFD7zXZ", b"\x28\xB5\x2F\xFD"];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(zipped::recognise(bytes));
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Some(FileKind::Foreign(compound::recognise(bytes)));
    }
    if bytes.starts_with(b"%PDF-") {
        return Some(FileKind::Foreign(Foreign::Pdf));
    }
    if ARCHIVES.iter().any(|mark| bytes.starts_with(mark)) {
        return Some(FileKind::Foreign(Foreign::Archive));
    }
    picture::recognise(bytes).map(FileKind::Foreign)
}
