//! The vocabulary of document space: points, rectangles, sides, orientations, cameras.
//!
//! Owns every lossy number cast. Knows nothing of documents, text or screens. Document units are 1/96 inch,
//! x to the right, y down, all in `f64`.

mod axis;
mod camera;
mod cast;
mod ix;
mod orientation;
mod polyline;
mod rect_index;
pub(crate) mod serial;
mod side;

pub use axis::Axis;
pub use camera::Camera;
pub use cast::{
    f32_from, floor_to_i64, nearest_count, pixels_from, price_of, quantise, quantise_length, quantise_place,
    whole_from,
};
pub(crate) use ix::{Ix, IxVec, indices};
pub use kurbo::{Affine, BezPath, Point, Rect, Shape, Size, Vec2};
pub use orientation::Orientation;
pub use polyline::{Polyline, segment_crosses_rect};
pub use rect_index::RectIndex;
pub use side::Side;
