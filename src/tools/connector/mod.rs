//! What is done with connectors: drawing new ones, and dragging the bends, the pieces and the label of one.

mod bends;
mod connect;
mod label;
mod step_side;

pub use bends::{add_bend, remove_bend};

pub(super) use bends::{DragBend, DragSegment};
pub(super) use connect::Connect;
pub(super) use label::DragLabel;
