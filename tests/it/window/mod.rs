//! The window: its logic worked through the names that a screen reader hears, and the real one on a display of its own.

mod canvas;
mod charts;
mod clipboard;
#[cfg(target_os = "linux")]
mod desktop;
mod edits;
mod export_dialog;
#[cfg(target_os = "linux")]
mod file_names;
mod finding;
mod import_dialog;
#[cfg(all(feature = "inspection", target_os = "linux"))]
mod job;
mod languages;
mod laying_out;
mod manager;
mod outside;
mod panels;
mod pinning;
mod pseudo;
mod recovery;
#[cfg(all(feature = "inspection", target_os = "linux"))]
mod screens;
mod shell;
mod start;
mod step_table;
mod support;
mod typed;
mod ui;
mod versions;
