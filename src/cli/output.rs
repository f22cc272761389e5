//! JSON on standard output.

use std::path::PathBuf;

use serde::{Serialize, Serializer};

use super::session::{Session, Status};

/// Prints `value` as JSON.
pub(super) fn print_json(session: &mut Session<'_>, value: &impl Serialize) {
    match serde_json::to_string_pretty(value) {
        Ok(json) => session.print(json),
        Err(error) => session.fail(Status::Output, error),
    }
}

/// The name of a file, of which programs are told what is text.
pub(super) struct FileName(pub(super) PathBuf);

impl Serialize for FileName {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0.to_string_lossy())
    }
}

/// Seconds since 1970 as a date and a time in UTC.
pub(super) fn time_text(secs: u64) -> String {
    let time = i64::try_from(secs).ok().and_then(|secs| jiff::Timestamp::from_second(secs).ok());
    time.map(|time| time.to_string()).unwrap_or_default()
}
