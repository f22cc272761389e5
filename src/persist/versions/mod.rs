//! The versions of the file format, each with its own frozen structs.
//!
//! When a saved field changes: raise the version, leave the old structs alone, convert them to the new ones. Records
//! that a version does not change are those of the version before. Only the newest version becomes the model.
//!
//! Version 1 is frozen. Version 2 is *open* until 0.2.0 is published: until then a field may be added to it, together
//! with what version 1 becomes there and with its golden file.

mod connectors;
mod convert;
pub(super) mod v1;
mod v1_to_v2;
pub(super) mod v2;
mod values;

use std::collections::BTreeSet;

use super::FileFault;
use crate::model::{Document, StepId};

/// What a file became.
pub(super) struct Converted {
    /// The document; not checked yet.
    pub(super) document: Document,
    /// Steps whose size the file does not give.
    pub(super) unsized_steps: BTreeSet<StepId>,
}

/// Something a file says that cannot be, and what to look for to find the place: `key: "id"`.
pub(super) struct Fault {
    /// The name of the field, or empty for any.
    pub(super) key: &'static str,
    /// The value, or empty where it is the document as a whole.
    pub(super) id: String,
    /// 0 for the first such place, 1 for the second.
    pub(super) nth: usize,
    /// What is wrong and what to do.
    pub(super) problem: FileFault,
}
