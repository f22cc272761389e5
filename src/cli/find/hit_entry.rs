//! What is found, for programs.

use serde::Serialize;
use std::path::Path;

use crate::{
    cli::output::FileName,
    find::{NewText, TextHit},
};

/// A text in which something was found, for programs.
#[derive(Serialize)]
pub(super) struct HitEntry {
    file: FileName,
    page: Option<String>,
    record: &'static str,
    id: Option<String>,
    field: &'static str,
    /// The language, or the name of a property.
    part: Option<String>,
    count: usize,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced_by: Option<String>,
}

impl HitEntry {
    pub(super) fn of(name: &Path, hit: &TextHit, after: Option<&NewText>) -> Self {
        let (record, field) = (hit.at.record(), hit.at.field());
        let (field, part) = field.code();
        Self {
            file: FileName(name.to_owned()),
            page: hit.at.page.as_ref().map(ToString::to_string),
            record: record.kind(),
            id: record.as_str().map(str::to_owned),
            field,
            part: part.map(str::to_owned),
            count: hit.shown.marks.len(),
            text: hit.shown.text.clone(),
            replaced_by: after.map(|after| after.shown.text.clone()),
        }
    }
}
