//! Files that do not open because they are damaged, and what can be saved of them.

pub(super) mod repair;
