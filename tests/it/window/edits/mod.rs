//! Editing in the window: what an edit moves, and what is said of it.

mod bystanders;
mod fixes;
mod splices;
