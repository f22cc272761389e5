//! Parts of a zipped package (`.xlsx`, later others), read with limits.
//!
//! Nothing is unpacked to a disk: a part is read into memory by its name, its bytes are counted while they come, and
//! what the archive says about sizes is not believed. XML with a document type definition is refused, so there are
//! no entities to expand and nothing to fetch.

use std::{
    borrow::Cow,
    collections::BTreeSet,
    io::{Cursor, Read as _},
};

use roxmltree::{Document, ParsingOptions};
use zip::{ZipArchive, result::ZipError};

/// The most parts.
const MOST_PARTS: usize = 4096;
/// The most bytes of one part.
const LARGEST_PART: u64 = 64 << 20;
/// The most bytes of all parts that are read.
const LARGEST_TOTAL: u64 = 256 << 20;
/// From this size on a part may not be so many times larger than it is packed.
const RATIO_FROM: u64 = 1 << 20;
const LARGEST_RATIO: u64 = 200;
/// The most elements and texts of one part.
const MOST_NODES: u32 = 4_000_000;

/// Why a package or a part of it was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PackageFault {
    /// It is not what it should be: the part, and what is wrong.
    Damaged(String, String),
    /// It is far larger than it seems, or oddly put together: the part.
    Bomb(String),
    /// It declares entities: the part.
    Entities(String),
}

/// A package in memory.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How many more bytes may be read.
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens the package that `bytes` are.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, PackageFault> {
        let damaged = |error: ZipError| PackageFault::Damaged("ZIP".to_owned(), error.to_string());
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > MOST_PARTS {
            return Err(PackageFault::Bomb("ZIP".to_owned()));
        }
        let mut names = BTreeSet::new();
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).map_err(damaged)?;
            let name = part.name().map_err(damaged)?.into_owned();
            let is_odd = name.starts_with(['/', '\\']) || name.split(['/', '\\']).any(|step| step == "..");
            // Spreadsheets take names for equal that differ in capitals only.
            if is_odd || !names.insert(name.to_lowercase()) {
                return Err(PackageFault::Bomb(name));
            }
        }
        Ok(Self { archive, left: LARGEST_TOTAL })
    }

    /// The text of the part `name`; `None` where there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, PackageFault> {
        let damaged = |detail: String| PackageFault::Damaged(name.to_owned(), detail);
        let wanted = name.trim_start_matches('/');
        let mut names = self.archive.file_names().flatten();
        let found = names.find(|known| known.eq_ignore_ascii_case(wanted)).map(Cow::into_owned);
        drop(names);
        let Some(found) = found else { return Ok(None) };
        let part = self.archive.by_name(&found).map_err(|error| damaged(error.to_string()))?;
        let packed = part.compressed_size();
        let most = LARGEST_PART.min(self.left).min(packed.saturating_mul(LARGEST_RATIO).max(RATIO_FROM));
        let mut bytes = Vec::new();
        part.take(most + 1).read_to_end(&mut bytes).map_err(|error| damaged(error.to_string()))?;
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if size > most {
            return Err(PackageFault::Bomb(name.to_owned()));
        }
        self.left = self.left.saturating_sub(size);
        Ok(Some(decoded(bytes)))
    }
}

/// XML is UTF-8 or says otherwise with a byte order mark.
fn decoded(bytes: Vec<u8>) -> String {
    match encoding_rs::Encoding::for_bom(&bytes) {
        Some((encoding, mark)) => {
            let rest = bytes.get(mark..).unwrap_or_default();
            encoding.decode_without_bom_handling(rest).0.into_owned()
        }
        None => String::from_utf8(bytes).unwrap_or_else(|error| {
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(error.as_bytes()).0.into_owned()
        }),
    }
}

/// The XML of the part `name`.
pub(super) fn xml<'t>(name: &str, text: &'t str) -> Result<Document<'t>, PackageFault> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::DtdDetected => PackageFault::Entities(name.to_owned()),
        roxmltree::Error::NodesLimitReached => PackageFault::Bomb(name.to_owned()),
        other => PackageFault::Damaged(name.to_owned(), other.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;
    use zip::{ZipWriter, write::SimpleFileOptions};

    fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn parts_are_read_by_name() {
        let bytes = package(&[("xl/Workbook.xml", b"\xEF\xBB\xBF<a/>"), ("b", b"x")]);
        let mut package = Package::open(&bytes).unwrap();
        assert_eq!(package.text("/xl/workbook.xml"), Ok(Some("<a/>".to_owned())));
        assert_eq!(package.text("none"), Ok(None));
    }

    #[test]
    fn bombs_and_odd_names_are_refused() {
        let bytes = package(&[("big", &vec![0; 8 << 20])]);
        assert_eq!(Package::open(&bytes).unwrap().text("big"), Err(PackageFault::Bomb("big".into())));
        for name in ["../x", "/etc/x", "a\\..\\x"] {
            let bytes = package(&[(name, b"")]);
            assert!(matches!(Package::open(&bytes), Err(PackageFault::Bomb(_))), "{name}");
        }
        let bytes = package(&[("a", b""), ("A", b"")]);
        assert!(matches!(Package::open(&bytes), Err(PackageFault::Bomb(_))));
        assert!(matches!(Package::open(b"PK\x03\x04 no"), Err(PackageFault::Damaged(..))));
    }

    #[test]
    fn entities_are_refused() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"x\">]><a>&b;</a>";
        assert_eq!(xml("p", bomb).unwrap_err(), PackageFault::Entities("p".into()));
        assert!(matches!(xml("p", "<a>&b;</a>"), Err(PackageFault::Damaged(..))));
        let deep = format!("{}{}", "<a>".repeat(5000), "</a>".repeat(5000));
        assert!(xml("p", &deep).is_ok() || matches!(xml("p", &deep), Err(PackageFault::Damaged(..))));
    }
}
