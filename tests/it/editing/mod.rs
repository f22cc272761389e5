//! What is done to charts, in the editor and with the tools of the canvas, without any window.

mod bystanders;
mod comparing;
mod edges;
pub(crate) mod edit;
mod fixes;
mod labels;
mod lines;
mod merging;
mod monkey;
mod pasting;
mod pick;
mod pins;
mod progress;
mod settling;
mod soak;
mod test_editor;
mod tools;
pub(crate) mod undo_props;
