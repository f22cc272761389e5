//! Archives in which newer programs keep their files: told apart by the names of their parts.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::{foreign::Foreign, kind::FileKind};

/// What the archive `bytes` is. Only its list of parts is read, and the few bytes that say an `OpenDocument`'s type.
pub(super) fn recognise(bytes: &[u8]) -> FileKind {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return damaged(bytes) };
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.to_lowercase()).collect();
    if let Some(kind) = by_parts(&|part| names.iter().any(|name| name.starts_with(part))) {
        return kind;
    }
    let mut declared = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        // What cannot be read says nothing.
        part.take(96).read_to_string(&mut declared).unwrap_or_default();
    }
    FileKind::Foreign(match declared.trim() {
        says if says.contains("opendocument.spreadsheet") => Foreign::OpenDocumentSheet,
        says if says.contains("opendocument") => Foreign::OpenDocument,
        _ if names.iter().any(|name| name.contains(".iwa")) => Foreign::AppleOffice,
        _ => Foreign::Archive,
    })
}

/// An archive whose list is lost: the names of its first parts stand between them, too.
fn damaged(bytes: &[u8]) -> FileKind {
    let start = bytes.get(..1 << 20).unwrap_or(bytes);
    let has = |part: &str| start.windows(part.len()).any(|bytes| bytes == part.as_bytes());
    by_parts(&has).unwrap_or(FileKind::Foreign(Foreign::Archive))
}

fn by_parts(has: &dyn Fn(&str) -> bool) -> Option<FileKind> {
    if has("xl/") {
        Some(FileKind::Workbook)
    } else if has("visio/") {
        Some(FileKind::Foreign(Foreign::Visio))
    } else if has("word/") {
        Some(FileKind::Foreign(Foreign::Word))
    } else if has("ppt/") {
        Some(FileKind::Foreign(Foreign::PowerPoint))
    } else if has("document.json") {
        // The form in which Lucidchart takes and gives charts.
        Some(FileKind::Foreign(Foreign::Lucid))
    } else {
        None
    }
}
