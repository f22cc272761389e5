//! What the router counts.

use crate::geom::indices;
pub(in crate::route) use crate::geom::{Ix, IxVec};

indices!(pub(in crate::route),
    /// A crossing of two grid lines.
    Node,
    /// A node together with the direction it was entered in.
    State,
    /// A connection of the request and its line.
    ConnectionIx,
    /// A segment that takes part in nudging.
    TrackIx,
);
