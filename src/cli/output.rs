//! JSON on standard output.

use serde::Serialize;

use super::session::{Session, Status};

/// Prints `value` as JSON.
pub(super) fn print_json(session: &mut Session<'_>, value: &impl Serialize) {
    match serde_json::to_string_pretty(value) {
        Ok(json) => session.print(json),
        Err(error) => session.fail(Status::Output, error),
    }
}
