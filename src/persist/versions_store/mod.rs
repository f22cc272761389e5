//! What files of documents held before they were replaced.
//!
//! A folder for each document, called by its id, so that a file that is renamed keeps its versions:
//!
//! ```text
//! versions/inbound-call-k3vm2/list                      1764500000 9f3c…-b3e4, a line a version, oldest first
//! versions/inbound-call-k3vm2/9f3c…-b3e4                what the file held: fingerprint and length
//! versions/inbound-call-k3vm2/file                      /home/sam/inbound call.ron, which was replaced last
//! ```
//!
//! Owns what is kept for how long and that equal contents are there once. Knows neither clock nor settings. Charts can
//! be confidential: everything is for its person alone.

mod retention;
mod store;
mod version;

pub use store::{KeptCount, ReplacedFile, VersionStore};
pub use version::Version;
