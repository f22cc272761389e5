//! Documents as files: RON in, RON out.
//!
//! Owns the file's own structs (one frozen set for each version), the reader that never panics on what it is
//! given, the canonical writer, the way files are replaced, journals, and the program's own folder of state. Does not
//! look for documents by itself: callers name them. Meaning and place stand apart in the file, and places are relative
//! to lanes, so that moving one step changes the line with its place and those of its connectors, and nothing else.

pub mod atomic;
mod bands;
mod error;
mod file_fault;
mod header;
mod identity;
pub mod journal;
mod load;
mod locate;
mod open_mark;
mod plain;
mod repair;
mod save;
mod scan;
mod state;
mod versions;
mod versions_store;
mod write;

pub use atomic::{SaveError, Written};
pub use error::LoadError;
pub use file_fault::{Damage, FileFault, PlaceOf};
pub use header::{Claim, claim};
pub use identity::{fingerprint, identify};
pub use load::{HEAD_BYTES, LIMIT_BYTES, LIMIT_DEPTH, Loaded, is_there, load, read, read_head};
pub use open_mark::{OpenMark, Opener};
pub use repair::{NamedRecord, NoteLine, RepairKind, RepairNote, Repaired, note_lines, repair};
pub use save::{save, save_text, to_file, to_ron};
pub use state::StateFolder;
use state::make_private_folder;
pub use versions_store::{KeptCount, ReplacedFile, Version, VersionStore};
