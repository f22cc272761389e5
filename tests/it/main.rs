//! Integration tests, one binary.

#[cfg(feature = "desktop")]
mod ui;
