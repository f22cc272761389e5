//! Bytes to documents.

use std::{
    borrow::Cow,
    collections::BTreeSet,
    fs::{File, metadata},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use super::{
    Damage, FileFault,
    error::LoadError,
    header::{Header, header},
    identity::{fingerprint, identify},
    locate::{find, line_column},
    scan::scan,
    versions::{Converted, Fault, v1, v2},
};
use crate::{
    encoding::other_encoding,
    model::{Document, StepId, is_text_char},
};

/// The most bytes that a file may have.
pub const LIMIT_BYTES: u64 = 64 << 20;

/// So many bytes of a file tell what it is: a header may stand below a long comment.
pub const HEAD_BYTES: usize = 64 << 10;
/// The most brackets that may stand within each other.
pub const LIMIT_DEPTH: usize = 32;
/// The version that this program writes.
pub(super) const NEWEST: u32 = 2;

/// What was in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The document; its hard invariants hold.
    pub document: Document,
    /// Steps whose size the file does not give: their rectangles have a nominal size, and the caller fits it.
    pub unsized_steps: BTreeSet<StepId>,
    /// Whether the file has comments, which saving it drops.
    pub comments_dropped: bool,
    /// The version of the file's format.
    pub version: u32,
}

/// Whether there is anything at `path`; a place that cannot be looked at counts as one where there is.
pub fn is_there(path: &Path) -> bool {
    path.try_exists().unwrap_or(true)
}

/// The first [`HEAD_BYTES`] of the file at `path`; none of what is no file.
pub fn read_head(path: &Path) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    // As in `read`: a pipe is not opened.
    if metadata(path)?.is_file() {
        File::open(path)?.take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    }
    Ok(head)
}

/// The bytes of the file at `path`, never more than [`LIMIT_BYTES`].
pub fn read(path: &Path) -> Result<Vec<u8>, LoadError> {
    let file = || path.to_owned();
    let unreadable = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => LoadError::Missing { file: file() },
        _ => LoadError::Unreadable { file: file(), source },
    };
    // Asked before opening: a pipe would keep the program waiting for somebody to write into it.
    let found = metadata(path).map_err(unreadable)?;
    if !found.is_file() {
        return Err(LoadError::NotAFile { file: file() });
    }
    if found.len() > LIMIT_BYTES {
        return Err(LoadError::TooLarge { file: file() });
    }
    let mut bytes = Vec::new();
    // The file may grow while it is read.
    File::open(path)
        .and_then(|opened| opened.take(LIMIT_BYTES + 1).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    if bytes.len() as u64 > LIMIT_BYTES {
        return Err(LoadError::TooLarge { file: file() });
    }
    Ok(bytes)
}

/// The document that `bytes` hold; `name` is what messages call the file.
///
/// Never panics and never gives part of a document, whatever the bytes are.
pub fn load(bytes: &[u8], name: impl AsRef<Path>) -> Result<Loaded, LoadError> {
    let file = name.as_ref().to_owned();
    if bytes.len() as u64 > LIMIT_BYTES {
        return Err(LoadError::TooLarge { file });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(LoadError::Empty { file });
    }
    if bytes.contains(&0) {
        return Err(match other_encoding(bytes).filter(|name| name.starts_with("UTF-16")) {
            // What some editors call Unicode.
            Some(name) => LoadError::NotUtf8 { file, at: (1, 1), encoding: Some(name) },
            None => LoadError::Binary { file },
        });
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let good = str::from_utf8(good).unwrap_or_default();
        LoadError::NotUtf8 {
            file: file.clone(),
            at: line_column(good, good.len()),
            encoding: other_encoding(bytes),
        }
    })?;
    // Line ends of other systems, also within texts, become ours; lines and columns stay what they are.
    let text = if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) };
    Source { text: &text, file }.load()
}

/// The first character that may not stand in a text, and where.
fn control_character(text: &str) -> Option<(usize, char)> {
    // Bytes are looked through faster than characters; those behind 0xC2 are beyond ASCII.
    let may_begin_one =
        |byte: u8| (byte < b' ' && !matches!(byte, b'\n' | b'\t')) || matches!(byte, 0x7F | 0xC2);
    let places = text.bytes().enumerate().filter(|(_, byte)| may_begin_one(*byte));
    places.map(|(at, _)| at).find_map(|at| {
        let c = text.get(at..)?.chars().next()?;
        (!is_text_char(c)).then_some((at, c))
    })
}

/// A text and what it is called.
struct Source<'a> {
    text: &'a str,
    file: PathBuf,
}

impl Source<'_> {
    fn load(self) -> Result<Loaded, LoadError> {
        let Self { text, file } = &self;
        let file = file.clone();
        let version = match header(text) {
            Header::NotOurs(at) => return Err(LoadError::NotOurs { file, at: line_column(text, at) }),
            Header::Odd(found, at) => {
                return Err(LoadError::OddVersion { file, at: line_column(text, at), found });
            }
            Header::Version(version, at) if version > NEWEST => {
                return Err(LoadError::Newer { file, at: line_column(text, at), version });
            }
            Header::Version(version, _) => version,
        };
        if let Some((at, c)) = control_character(text) {
            let problem = FileFault::ControlCharacter(c);
            return Err(LoadError::Content { file, at: Some(line_column(text, at)), problem });
        }
        let scan = scan(text, LIMIT_DEPTH);
        if let Some(at) = scan.too_deep {
            return Err(LoadError::TooDeep { file, at: line_column(text, at) });
        }
        // One arm for each version: its own frozen structs, converted step by step to today's.
        let damaged = |error: ron::error::SpannedError| self.damaged(&error);
        let parsed = match version {
            1 => v1::parse(text).map_err(damaged)?.upgrade().map_err(|fault| self.faulty(fault))?,
            _ => v2::parse(text).map_err(damaged)?,
        };
        let Converted { mut document, unsized_steps } =
            parsed.convert().map_err(|fault| self.faulty(fault))?;
        document.check().map_err(|breach| {
            // Ids are unique, so a second record of that name can only be what is wrong.
            let nth = usize::from(find(text, "id", breach.id(), 1).is_some());
            let id = breach.id().to_owned();
            self.faulty(Fault { key: "id", id, nth, problem: FileFault::Breach(breach) })
        })?;
        if version == 1 {
            identify(&mut document, fingerprint(text.as_bytes()));
        }
        Ok(Loaded { document, unsized_steps, comments_dropped: scan.comments, version })
    }

    fn damaged(&self, error: &ron::error::SpannedError) -> LoadError {
        let file = self.file.clone();
        // What our own readers of values say comes through the parser as text.
        let said = match &error.code {
            ron::Error::Message(message) => FileFault::from_parser(message),
            _ => None,
        };
        if let Some(problem) = said {
            let at = (error.span.end.line, error.span.end.col);
            return LoadError::Content { file, at: Some(at), problem };
        }
        let at = (error.span.start.line, error.span.start.col);
        LoadError::Damaged { file, at, problem: Damage::of(&error.code) }
    }

    fn faulty(&self, fault: Fault) -> LoadError {
        let Fault { key, id, nth, problem } = fault;
        let at = if id.is_empty() { None } else { find(self.text, key, &id, nth) };
        let at = at.map(|at| line_column(self.text, at));
        LoadError::Content { file: self.file.clone(), at, problem }
    }
}
