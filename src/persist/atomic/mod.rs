//! Replacing a file as a whole or not at all.
//!
//! The new content goes into a temporary file in the same folder, which then takes the old file's name. The only copy
//! is never truncated. Owns what the new file inherits from the old one, and the temporary files of programs that are
//! gone. Hard links of the old file are not kept.

mod attributes;
mod error;
mod inherit;
mod lock;
mod replace;
mod temp;

pub use error::SaveError;
pub use inherit::Inherited;
pub use lock::{lock_folder_of, try_lock_folder};
pub use replace::{Written, make_folder, write, write_checked, write_private, write_reproducible};
pub use temp::sweep;
