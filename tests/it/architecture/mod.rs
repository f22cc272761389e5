//! Holds the plan of the house: who imports whom, how long things may be, how they are named, what is written down.
//!
//! All of it works on tokens rather than on a syntax tree, because a path inside a macro call is an import too.
//! `cargo test --test it architecture::report -- --ignored --nocapture` prints where each room stands.

mod circles;
mod folders;
mod glossary;
mod imports;
mod items;
mod lengths;
mod names;
mod parameters;
mod paths;
mod report;
mod support;
mod written;

use support::{assert_none, read_text};
