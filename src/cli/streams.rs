//! Where bytes go that become no file: standard output, devices and pipes.

use std::{
    fs::{FileType, OpenOptions, metadata},
    io::{self, Write as _},
    path::Path,
};

use super::session::{Session, Status};
use crate::{model::Document, persist, pipeline::is_stdio};

/// Whether `name` is that of something that takes bytes and keeps no file: they go through it, and nothing is replaced.
pub(super) fn is_stream(name: &Path) -> bool {
    is_stdout(name) || metadata(name).is_ok_and(|found| takes_bytes(found.file_type()))
}

/// Whether `name` is that of standard output, also where that leads into a file.
pub(super) fn is_stdout(name: &Path) -> bool {
    is_stdio(name) || name.as_os_str() == "/dev/stdout"
}

#[cfg(unix)]
fn takes_bytes(kind: FileType) -> bool {
    use std::os::unix::fs::FileTypeExt as _;

    kind.is_char_device() || kind.is_fifo()
}

#[cfg(not(unix))]
fn takes_bytes(_kind: FileType) -> bool {
    false
}

impl Session<'_> {
    /// Writes `bytes` through the stream `name`.
    pub(super) fn pour(&mut self, bytes: &[u8], name: &Path) {
        if is_stdout(name) {
            return self.print_bytes(bytes);
        }
        match OpenOptions::new().write(true).open(name).and_then(|mut stream| stream.write_all(bytes)) {
            Ok(()) => {}
            // Who reads it has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
            Err(error) => self.fail_at(Status::Output, name, &error),
        }
    }

    /// Writes `document` through the stream `name` as the text of a file, or says why it cannot be one.
    pub(super) fn pour_document(&mut self, document: &Document, name: &Path) {
        match persist::to_file(document, name) {
            Ok(text) => self.pour(text.as_bytes(), name),
            Err(error) => self.fail(Status::Output, error.say(self.catalog)),
        }
    }
}
