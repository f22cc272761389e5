//! Which document a file was made of, by what is in it.

use std::{
    io::{Cursor, Read as _},
    path::Path,
};

use zip::ZipArchive;

use crate::{
    export::{FONT_STACK, PNG_KEY, SVG_MARK},
    interop::{CREATED, CUSTOM_KEY},
    persist,
};

/// What made a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Maker {
    /// This program, of the document with this id.
    Document(String),
    /// This program, of a document without an id or before documents had one.
    Nameless,
    /// Somebody else, as far as anybody knows.
    Other,
}

/// The most bytes of a part of a package that says what made it.
const LARGEST_PART: u64 = 64 << 10;

/// What made the file at `path`. What cannot be read was made by others.
pub(super) fn maker(path: &Path) -> Maker {
    let head = persist::read_head(path).unwrap_or_default();
    if head.starts_with(b"\x89PNG") {
        of_png(&head)
    } else if head.starts_with(b"PK") {
        persist::read(path).map_or(Maker::Other, |bytes| of_workbook(&bytes))
    } else {
        of_svg(&String::from_utf8_lossy(&head))
    }
}

fn of_svg(head: &str) -> Maker {
    if !head.contains("<svg") || !head.contains(FONT_STACK) {
        return Maker::Other;
    }
    let root = between(head, "<svg", ">").unwrap_or_default();
    between(&root, SVG_MARK, "\"").map_or(Maker::Nameless, Maker::Document)
}

fn of_png(head: &[u8]) -> Maker {
    let mut kinds = Vec::new();
    let mut rest = head.get(8..).unwrap_or_default();
    while let Some((start, after)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, kind @ ..] = *start;
        let length = u32::from_be_bytes([a, b, c, d]) as usize;
        let content = after.get(..length).unwrap_or_default();
        let said = (kind == *b"tEXt").then(|| content.strip_prefix(PNG_KEY.as_bytes())).flatten();
        if let Some(id) = said.and_then(|said| said.strip_prefix(b"\0")) {
            return Maker::Document(String::from_utf8_lossy(id).into_owned());
        }
        if kind == *b"IDAT" {
            break;
        }
        kinds.push(kind);
        rest = after.get(length.saturating_add(4)..).unwrap_or_default();
    }
    if kinds == [*b"IHDR", *b"pHYs"] { Maker::Nameless } else { Maker::Other }
}

fn of_workbook(bytes: &[u8]) -> Maker {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Maker::Other };
    let mut part = |name: &str| {
        let mut text = String::new();
        let part = archive.by_name(name).ok()?;
        part.take(LARGEST_PART).read_to_string(&mut text).ok()?;
        Some(text)
    };
    let custom = part("docProps/custom.xml").unwrap_or_default();
    let said = custom.split_once(&format!("name=\"{CUSTOM_KEY}\"")).map(|(_, after)| after);
    if let Some(id) = said.and_then(|after| between(after, "<vt:lpwstr>", "<")) {
        return Maker::Document(id);
    }
    // No workbook that a person made is that old.
    let is_ours = part("docProps/core.xml").is_some_and(|core| core.contains(CREATED));
    if is_ours { Maker::Nameless } else { Maker::Other }
}

/// What stands in `text` behind `start` and before the next `end`.
fn between(text: &str, start: &str, end: &str) -> Option<String> {
    let (found, _) = text.split_once(start)?.1.split_once(end)?;
    Some(found.to_owned())
}
