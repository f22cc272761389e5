//! What a person can do to a document, as data.
//!
//! Owns the vocabulary. A command says what is meant, never how it is done; ids of what it makes are part of it,
//! so that doing it again (each frame of a gesture, a replay in a test) makes the same document.
//!
//! Commands and [patches](super::Patch) are written and read with serde by *this version of the program alone*: for a
//! journal, another process, a test. They hold records as they are in memory, which change with the program; so
//! whoever keeps them longer than a run writes the program's version beside them and refuses any other. Unknown
//! fields are refused. Documents that are kept go through the frozen structs of `persist`, which alone hold the promise
//! that files of every version open.

mod any;
mod band;
mod connector;
mod key;
mod page;
mod step;

pub use any::{Command, Owner, StylePart};
pub use band::{Content, LaneCommand, PhaseCommand, PoolCommand, PoolPart};
pub use connector::ConnectorCommand;
pub use key::INTO_LINE;
pub use page::PageCommand;
pub use step::{Arrange, NewStep, Onto, StepCommand};
