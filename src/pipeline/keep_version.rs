//! Files that are about to be replaced, kept as versions.

use super::recognise::recognise;
use crate::{
    model::DocumentId,
    persist::{ReplacedFile, SaveError, VersionStore},
};

/// Keeps what is replaced at the time `now` as a version of the document `id`, if it is a chart.
pub fn keep_version(
    store: &VersionStore,
    id: &DocumentId,
    replaced: ReplacedFile<'_>,
    now: u64,
) -> Result<(), SaveError> {
    if recognise(replaced.bytes).is_document() { store.keep_file(id, replaced, now) } else { Ok(()) }
}
