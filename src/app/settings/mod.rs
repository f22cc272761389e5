//! What is remembered of a person, and where.

pub(super) mod home;
pub(super) mod profile;
pub(super) mod seen;
pub(super) mod stored;
