//! A version, and the list of them.

use crate::persist::fingerprint;

/// What a file held at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// When that was written, in seconds since 1970.
    pub time: u64,
    /// What tells the content from any other, and what its file is called.
    pub(super) content: String,
}

impl Version {
    /// The version that holds `bytes`, written at `time`.
    pub(super) fn new(time: u64, bytes: &[u8]) -> Self {
        Self { time, content: format!("{:016x}-{:x}", fingerprint(bytes), bytes.len()) }
    }

    /// How many bytes it has.
    pub fn bytes(&self) -> u64 {
        let length = self.content.rsplit_once('-').map_or("", |(_, length)| length);
        u64::from_str_radix(length, 16).unwrap_or_default()
    }

    /// The version that a line of a list tells of; `None`: somebody else's line.
    fn parse(line: &str) -> Option<Self> {
        let (time, content) = line.split_once(' ')?;
        let is_name = content.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
        Some(Self { time: time.parse().ok()?, content: content.to_owned() }).filter(|_| is_name)
    }
}

/// The versions that a list tells of, in its order. What is damaged of it is passed over.
pub(super) fn parse(list: &str) -> Vec<Version> {
    list.lines().filter_map(Version::parse).collect()
}

/// The list of `versions`.
pub(super) fn text(versions: &[Version]) -> String {
    let lines: Vec<String> =
        versions.iter().map(|Version { time, content }| format!("{time} {content}\n")).collect();
    lines.concat()
}
