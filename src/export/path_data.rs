//! Numbers and path data as SVG writes them.

use std::fmt::Write as _;

use crate::geom::{BezPath, Point, quantise};
use kurbo::PathEl;

/// `value` with at most two decimals and no trailing zeros.
pub(super) fn number(value: f64) -> String {
    quantise(value).to_string()
}

/// The `d` attribute of `path`, moved by `offset`.
pub(super) fn path_data(path: &BezPath) -> String {
    let mut d = String::new();
    let mut put = |letter: char, points: &[Point]| {
        d.push(letter);
        for (i, p) in points.iter().enumerate() {
            let gap = if i == 0 { "" } else { " " };
            // Writing to a string cannot fail.
            write!(d, "{gap}{},{}", number(p.x), number(p.y)).unwrap_or_default();
        }
    };
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(p) => put('M', &[p]),
            PathEl::LineTo(p) => put('L', &[p]),
            PathEl::QuadTo(c, p) => put('Q', &[c, p]),
            PathEl::CurveTo(a, b, p) => put('C', &[a, b, p]),
            PathEl::ClosePath => put('Z', &[]),
        }
    }
    d
}
