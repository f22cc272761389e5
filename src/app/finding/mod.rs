//! The search for commands and steps.

pub(super) mod finder;
