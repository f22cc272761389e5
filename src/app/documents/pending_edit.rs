//! An edit that is worked out in the background, for a document that may change meanwhile.

use super::{key::DocKey, tabs::Documents};
use crate::{
    app::jobs::job::{Job, NotFound},
    edit::{Prepared, Refusal},
};

/// What an edit came to: what it will do, or why it will not.
pub(crate) type EditOrRefusal = Result<Box<Prepared>, Refusal>;

/// How the work on an edit ended.
pub(crate) type EditFound = Result<EditOrRefusal, NotFound>;

/// An edit that is being worked out. Where it is forgotten, the work ends.
pub(crate) struct PendingEdit {
    pub(crate) doc: DocKey,
    /// The state of the document that it is for.
    pub(crate) state: u64,
    pub(crate) job: Job<EditOrRefusal>,
}

impl PendingEdit {
    /// What the `pending` edit has come to, once nothing is in progress in its document; it is forgotten where that is
    /// closed.
    pub(crate) fn poll(pending: &mut Option<Self>, documents: &Documents) -> Option<EditFound> {
        let Self { doc, job, .. } = pending.as_ref()?;
        let Some(open) = documents.get(*doc) else {
            *pending = None;
            return None;
        };
        if job.is_stopped() {
            return Some(Err(NotFound::Stopped));
        }
        if open.is_at_work() { None } else { job.poll() }
    }
}
