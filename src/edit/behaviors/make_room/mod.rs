//! A step stands where nothing else does.
//!
//! Owns who gives way. A step that is put partly over another one slides off it where that is a short way. One that
//! is put between two others pushes everything behind it on, in all lanes, so that what stood in one column still
//! does; between two that stand below each other, it pushes the row below it and the later lanes away. A step that
//! grew stays in its column and row, and those move with it.
//!
//! A pinned step is not pushed where there is another way: what would come onto it goes round it, and what is pushed
//! towards it stops before it where there is room.

mod follow;
mod neighbours;
mod places;
mod push;
mod spare;
#[cfg(test)]
mod tests;

pub(super) use follow::follow;
