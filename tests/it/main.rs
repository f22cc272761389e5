//! The integration tests: one binary, so that the crate is linked once.

#[cfg(test)]
mod architecture;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod canvas;
#[cfg(test)]
mod cli;
#[cfg(test)]
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod desktop;
#[cfg(test)]
mod drawing;
#[cfg(test)]
mod edges;
#[cfg(test)]
mod edit;
#[cfg(test)]
mod export;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod export_dialog;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod fake;
#[cfg(test)]
mod fixes;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod import_dialog;
#[cfg(test)]
#[cfg(all(feature = "inspection", target_os = "linux"))]
mod job;
#[cfg(test)]
mod labels;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod laying_out;
#[cfg(test)]
mod lines;
#[cfg(test)]
mod locale;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod manager;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod on_file;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod panels;
#[cfg(test)]
mod persist;
#[cfg(test)]
mod pick;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod pinning;
#[cfg(test)]
mod pins;
#[cfg(test)]
mod progress;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod pseudo;
#[cfg(test)]
mod publish;
#[cfg(test)]
mod recognise;
#[cfg(test)]
#[cfg(all(feature = "inspection", target_os = "linux"))]
mod robot;
#[cfg(test)]
mod run;
#[cfg(test)]
mod scene;
#[cfg(test)]
#[cfg(all(feature = "inspection", target_os = "linux"))]
mod screens;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod shell;
#[cfg(test)]
mod source;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod start;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod step_table;
#[cfg(test)]
mod table;
#[cfg(test)]
mod templates;
#[cfg(test)]
mod test_editor;
#[cfg(test)]
mod tools;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod ui;
#[cfg(test)]
mod undo_props;
#[cfg(test)]
#[cfg(feature = "desktop")]
mod window;
#[cfg(test)]
mod workbook;
