//! Finding: words in the texts of charts, and the way about them.

mod cards;
mod folder;
mod links;
mod sight;
mod texts;
