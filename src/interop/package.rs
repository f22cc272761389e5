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
/// The most bytes of all parts that are read, for each byte of the package, and how many they may be in any case and at
/// most: sheets of many equal cells are packed to a thirtieth of their size.
const TOTAL_RATIO: u64 = 64;
const LEAST_TOTAL: u64 = 16 << 20;
const LARGEST_TOTAL: u64 = 256 << 20;
/// From this size on a part may not be so many times larger than it is packed.
const RATIO_FROM: u64 = 1 << 20;
const LARGEST_RATIO: u64 = 200;
/// The most elements and texts of one part: one for so many of its bytes. A cell with a number has three in 30 bytes.
const BYTES_PER_NODE: usize = 8;
/// The most elements and texts of one part that is small, and of any part.
const LEAST_NODES: usize = 10_000;
const MOST_NODES: usize = 4_000_000;
/// The most attributes of an element: the parser compares each with all others.
const MOST_ATTRIBUTES: usize = 256;
/// The most declarations of name spaces in a part: the parser copies them from element to element.
const MOST_NAME_SPACES: usize = 4096;

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
    /// The parts that were read, as the archive calls them.
    read: BTreeSet<String>,
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
        let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let left = packed.saturating_mul(TOTAL_RATIO).clamp(LEAST_TOTAL, LARGEST_TOTAL);
        Ok(Self { archive, left, read: BTreeSet::new() })
    }

    /// The text of the part `name`; `None` where there is no such part.
    ///
    /// A part is read once: a package whose parts are all one would be as large as it likes.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, PackageFault> {
        let damaged = |detail: String| PackageFault::Damaged(name.to_owned(), detail);
        let wanted = name.trim_start_matches('/');
        let mut names = self.archive.file_names().flatten();
        let found = names.find(|known| known.eq_ignore_ascii_case(wanted)).map(Cow::into_owned);
        drop(names);
        let Some(found) = found else { return Ok(None) };
        if !self.read.insert(found.clone()) {
            return Err(PackageFault::Bomb(name.to_owned()));
        }
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
    if !is_sane(text) {
        return Err(PackageFault::Bomb(name.to_owned()));
    }
    let nodes = (text.len() / BYTES_PER_NODE).clamp(LEAST_NODES, MOST_NODES);
    let nodes_limit = u32::try_from(nodes).unwrap_or(u32::MAX);
    let options = ParsingOptions { allow_dtd: false, nodes_limit, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::DtdDetected => PackageFault::Entities(name.to_owned()),
        roxmltree::Error::NodesLimitReached => PackageFault::Bomb(name.to_owned()),
        other => PackageFault::Damaged(name.to_owned(), other.to_string()),
    })
}

/// Whether no element has too many attributes, and the part not too many name spaces.
///
/// What stands in a quotation inside of a tag counts as well, as does an attribute for each `=`: a value of more than
/// 256 signs of equality is as odd.
fn is_sane(text: &str) -> bool {
    let tags = text.split('<').skip(1).map(|tag| tag.split_once('>').map_or(tag, |(tag, _)| tag));
    let mut name_spaces = 0;
    for tag in tags {
        let attributes = tag.bytes().filter(|byte| *byte == b'=').count();
        name_spaces += if attributes > 0 { tag.matches("xmlns").count() } else { 0 };
        if attributes > MOST_ATTRIBUTES || name_spaces > MOST_NAME_SPACES {
            return false;
        }
    }
    true
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
        assert!(matches!(package.text("xl/workbook.xml"), Err(PackageFault::Bomb(_))), "again");
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

    #[test]
    fn what_would_keep_the_parser_busy_is_refused() {
        let attributes = (0..300).map(|i| format!(" a{i}=\"1\"")).collect::<Vec<_>>().concat();
        let spaces = (0..5000).map(|i| format!("<a xmlns:b{i}=\"c\"/>")).collect::<Vec<_>>().concat();
        let nodes = "<a/>".repeat(100_000);
        for odd in [format!("<a{attributes}/>"), format!("<r>{spaces}</r>"), format!("<r>{nodes}</r>")] {
            assert_eq!(xml("p", &odd).unwrap_err(), PackageFault::Bomb("p".into()));
        }
        let cells = "<c r=\"A1\" s=\"1\"><v>1</v></c>".repeat(100_000);
        assert!(xml("p", &format!("<r>{cells}</r>")).is_ok());
    }
}
