//! Edits that are worked out before they are done, away from the editor.
//!
//! Owns what lies between a command and its being done: so that one that takes long can be worked out in the
//! background and called off.

use std::sync::Arc;

use super::{
    Command, Patch, Refusal, behaviors,
    commands::{self, Showing},
    transaction::{Base, Sketch, Transaction},
};
use crate::{
    model::{Document, PageId},
    progress::{Progress, Stopped},
    text::Fonts,
};

/// What a command does to a document in a certain state.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub(super) name: &'static str,
    /// The page that it is about.
    pub(super) page: PageId,
    pub(super) patch: Patch,
    pub(super) after: Showing,
}

/// Works out what `command` does to the page `page` of `document`; refused where the command itself would be. It can be
/// stopped while it looks for the ways of connectors, which is what takes long.
pub fn prepare(
    document: Arc<Document>,
    page: &PageId,
    command: &Command,
    fonts: &Fonts,
    progress: &mut Progress<'_>,
) -> Result<Result<Prepared, Refusal>, Stopped> {
    let mut document = Arc::unwrap_or_clone(document);
    let sketch = document.page(page).map(Sketch::of).unwrap_or_default();
    let worked_out = work_out(&mut document, Base { page, sketch: &sketch, fonts }, command, progress);
    if worked_out == Err(Refusal::Stopped) {
        return Err(Stopped);
    }
    progress.at(1.0)?;
    Ok(worked_out.map(|(patch, after)| Prepared { name: command.key(), page: page.clone(), patch, after }))
}

/// Does `command` to `document`, with what follows from it.
pub(super) fn work_out(
    document: &mut Document,
    base: Base<'_>,
    command: &Command,
    progress: &mut Progress<'_>,
) -> Result<(Patch, Showing), Refusal> {
    let mut tx = Transaction::new(document, base, progress.lend())?;
    let outcome = commands::apply(command, &mut tx)?;
    behaviors::follow(&mut tx)?;
    Ok((tx.finish(), outcome))
}
