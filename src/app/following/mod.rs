//! Where steps lead, followed there and back.

pub(super) mod follow;
pub(super) mod trail;
