//! A version, and the list of them.

use std::path::Path;

use crate::{locale::say_path, persist::fingerprint};

/// What a file held at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// When that was written, in seconds since 1970.
    pub time: u64,
    /// What tells the content from any other, and what its file is called.
    pub(super) content: String,
    /// The file that held it, as people are told; `None`: that is not known.
    pub(super) file: Option<String>,
}

impl Version {
    /// The version that holds `bytes`, written at `time`.
    pub(super) fn new(time: u64, bytes: &[u8]) -> Self {
        Self { time, content: format!("{:016x}-{:x}", fingerprint(bytes), bytes.len()), file: None }
    }

    /// The same, held by `file`.
    pub(super) fn of(self, file: &Path) -> Self {
        Self { file: Some(say_whole(file)), ..self }
    }

    /// The file that held it; `None`: that is not known.
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// The file that held it where that is not `present`: by its name if it lies in the same folder.
    pub fn other_file_than(&self, present: &Path) -> Option<&str> {
        let (file, name) = (self.file()?, present.file_name().map(say_path).unwrap_or_default());
        let present = say_whole(present);
        let folder = present.strip_suffix(&name).unwrap_or_default();
        (file != present).then(|| file.strip_prefix(folder).unwrap_or(file))
    }

    /// How many bytes it has.
    pub fn bytes(&self) -> u64 {
        let length = self.content.rsplit_once('-').map_or("", |(_, length)| length);
        u64::from_str_radix(length, 16).unwrap_or_default()
    }

    /// The version that a line of a list tells of; `None`: somebody else's line.
    fn parse(line: &str) -> Option<Self> {
        let (time, rest) = line.split_once(' ')?;
        let (content, file) =
            rest.split_once(' ').map_or((rest, None), |(content, file)| (content, Some(file)));
        let is_name = content.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
        let (time, file) = (time.parse().ok()?, file.map(str::to_owned));
        Some(Self { time, content: content.to_owned(), file }).filter(|_| is_name)
    }
}

/// The versions that a list tells of, in its order. What is damaged of it is passed over.
pub(super) fn parse(list: &str) -> Vec<Version> {
    list.lines().filter_map(Version::parse).collect()
}

/// The list of `versions`.
pub(super) fn text(versions: &[Version]) -> String {
    let line = |Version { time, content, file }: &Version| match file {
        // The name of a file has no line break as it is said.
        Some(file) => format!("{time} {content} {file}\n"),
        None => format!("{time} {content}\n"),
    };
    versions.iter().map(line).collect()
}

/// The file at `path` with its folders, as people are told of it.
fn say_whole(path: &Path) -> String {
    say_path(path.canonicalize().unwrap_or_else(|_| path.to_owned()))
}
