//! One algebra for the bands that divide a page along an axis.
//!
//! Owns how a band is inserted, removed, moved, made larger or smaller with what stands in it, and how large its content
//! needs it to be. Lines are carried along: one is routed anew only where its parts move apart. Must not know which
//! bands it serves: what is particular to them is said by a [`BandKind`].
//!
//! ```text
//!  change (insert, remove, reorder, resize, open)  fit (as large as the content needs)
//!         └──────────────┬─────────────────────────┘
//!                  BandMoves: how far each band moves
//!                        │
//!                  shift: steps, free ends, bends and labels along one axis
//! ```

mod band_kind;
mod band_moves;
mod block;
mod change;
mod content;
mod fit;
mod shift;

pub(super) use band_kind::BandKind;
pub(super) use block::{bring_into, move_lines_between, shift_route, span_of_steps};
pub(super) use change::{
    extend, grow, insert, make_reach, open, position, remove, reorder, resize, settle_last,
};
pub(super) use fit::fit;
pub(super) use shift::shift;
