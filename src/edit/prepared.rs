//! Edits that are worked out before they are done, away from the editor.
//!
//! Owns what lies between a command and its being done: so that one that takes long can be worked out in the
//! background and called off.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    Command, Patch, Refusal, behaviors,
    commands::{self, Showing},
    transaction::{Base, Sketch, Transaction},
};
use crate::{
    model::{ConnectorId, Document, PageId, StepId},
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

/// Works out what several commands do, each to a page of `document`, as one edit that is called `name`.
///
/// Taking it back shows the first of the pages. Refused where one of the commands is.
pub fn prepare_on_pages(
    name: &'static str,
    document: &Document,
    edits: &[(PageId, Command)],
    fonts: &Fonts,
    progress: &mut Progress<'_>,
) -> Result<Result<Prepared, Refusal>, Stopped> {
    let Some(first) = edits.first().map(|(page, _)| page.clone()) else { return Ok(Err(Refusal::Nothing)) };
    let mut after = document.clone();
    let count = edits.len() as f64;
    for (nth, (page, command)) in edits.iter().enumerate() {
        let sketch = after.page(page).map(Sketch::of).unwrap_or_default();
        let base = Base { page, sketch: &sketch, fonts };
        let points = (nth as f64 / count, (nth + 1) as f64 / count);
        match progress.part(points, |progress| work_out(&mut after, base, command, progress)) {
            Ok(_) => {}
            Err(Refusal::Stopped) => return Err(Stopped),
            Err(refusal) => return Ok(Err(refusal)),
        }
    }
    progress.at(1.0)?;
    let patch = Patch::between(document, &after);
    Ok(Ok(Prepared { name, page: first, patch, after: Showing::default() }))
}

/// Does to a page of `document` what follows from `steps` having been put where they are.
///
/// Others make room, lanes and phases are as large as they must be, and the lines of `connectors` are found anew. Where
/// that is refused, the page stays as it is.
pub fn settle(
    document: &mut Document,
    page: &PageId,
    steps: &BTreeSet<StepId>,
    connectors: &BTreeSet<ConnectorId>,
    fonts: &Fonts,
) -> Result<(), Refusal> {
    let sketch = document.page(page).map(Sketch::of).unwrap_or_default();
    let mut tx = Transaction::new(document, Base { page, sketch: &sketch, fonts }, Progress::unwatched())?;
    for id in steps {
        tx.place(id);
    }
    for id in connectors {
        tx.reroute(id);
    }
    behaviors::follow(&mut tx)?;
    tx.finish();
    Ok(())
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
