//! Compound files, in which Microsoft's programs kept everything until 2007 and keep what has a password.

use super::foreign::Foreign;

/// Entries of the directory are as long as this and begin at multiples of it.
const ENTRY: usize = 128;

/// Which program's file the compound file `bytes` is, by the names of its streams.
pub(super) fn recognise(bytes: &[u8]) -> Foreign {
    const STREAMS: [(&str, Foreign); 5] = [
        ("VisioDocument", Foreign::Visio),
        ("WordDocument", Foreign::Word),
        ("PowerPoint Document", Foreign::PowerPoint),
        ("Workbook", Foreign::OldWorkbook),
        ("Book", Foreign::OldWorkbook),
    ];
    let wide = STREAMS.map(|(name, foreign)| {
        let letters: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        (letters, foreign)
    });
    let named = |entry: &[u8]| wide.iter().find(|(name, _)| entry.starts_with(name)).map(|(_, of)| *of);
    bytes.chunks_exact(ENTRY).find_map(named).unwrap_or(Foreign::OldOffice)
}
