//! The versions of the file format, each with its own frozen structs.
//!
//! When a saved field changes: raise the version, leave the old structs alone, convert them to the new ones. Records
//! that a version does not change are those of the version before. Only the newest version becomes the model.
//!
//! Version 1 is frozen. Version 2 is *open* until 0.2.0 is published: until then a field may be added to it, together
//! with what version 1 becomes there and with its golden file.

mod connectors;
mod convert;
mod mend;
mod places;
mod salvage;
mod spelling;
pub(super) mod v1;
mod v1_to_v2;
pub(super) mod v2;
mod values;
pub(super) mod words;

pub(super) use mend::mend;
pub(super) use salvage::salvage;

use std::collections::BTreeSet;

use ron::{error::SpannedError, extensions::Extensions};
use serde::Deserialize;

use super::{FileFault, plain};
use crate::model::{Document, StepId};

/// The records of a file of any version: quickly where they are written as we write them, else with all that RON
/// allows. `Some` may be left out (`implicit_some`), as the writer does.
fn read_records<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, SpannedError> {
    plain::read(text).map_or_else(|| read_any(text), Ok)
}

fn read_any<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, SpannedError> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.with_recursion_limit(64).from_str(text)
}

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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Documents with something of everything that the writer writes.
    const GOLDEN: [&str; 2] =
        [include_str!("../../../tests/golden/v1.ron"), include_str!("../../../tests/golden/v2.ron")];

    fn quickly(text: &str, version: usize) -> Option<Document> {
        let file = match version {
            1 => plain::read::<v1::File>(text)?.upgrade().ok()?,
            _ => plain::read::<v2::File>(text)?,
        };
        file.convert().ok().map(|converted| converted.document)
    }

    fn by_ron(text: &str, version: usize) -> Option<Document> {
        let file = match version {
            1 => read_any::<v1::File>(text).ok()?.upgrade().ok()?,
            _ => read_any::<v2::File>(text).ok()?,
        };
        file.convert().ok().map(|converted| converted.document)
    }

    #[test]
    fn what_we_write_is_read_quickly() {
        for (text, version) in GOLDEN.into_iter().zip(1..) {
            assert!(quickly(text, version).is_some(), "version {version} is left to ron");
            assert_eq!(quickly(text, version), by_ron(text, version));
        }
    }

    /// Some signs cut out of a text and others put there.
    fn changed(text: &str, changes: &[(prop::sample::Index, usize, String)]) -> String {
        let mut text = text.to_owned();
        for (at, cut, put) in changes {
            let at = at.index(text.len());
            let end = (at + cut).min(text.len());
            if text.is_char_boundary(at) && text.is_char_boundary(end) {
                text.replace_range(at..end, put);
            }
        }
        text
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1024))]

        /// Whatever becomes of a file, it is read as `ron` reads it, or left to `ron`.
        #[test]
        fn nothing_is_read_otherwise(
            changes in prop::collection::vec(
                (
                    any::<prop::sample::Index>(),
                    0..4_usize,
                    "[ -~\\n\\t]|//|r#|None|Some\\(|\\\\u\\{a\\}|\\(\\)|0|\\.5|e3",
                ),
                1..4,
            ),
        ) {
            for (text, version) in GOLDEN.into_iter().zip(1..) {
                let text = changed(text, &changes);
                let read = quickly(&text, version);
                prop_assert!(read.is_none() || read == by_ron(&text, version), "{text}");
            }
        }
    }
}
