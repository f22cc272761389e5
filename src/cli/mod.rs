//! The command line: documents in, documents, pictures and findings out, without a display.
//!
//! Owns arguments, file names, messages and exit statuses. What a command does is done by the modules below.

mod args;
mod check;
mod convert;
mod diff;
mod export;
mod find;
mod fmt;
mod info;
mod layout;
mod merge;
mod new;
mod output;
mod publishing;
mod recover;
mod repair;
mod replacing;
mod run;
mod session;
mod streams;
mod templates;
mod versions;

pub use run::{Call, run};
pub use session::{Session, Status};
