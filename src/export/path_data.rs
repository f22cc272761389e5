//! Numbers and path data as SVG writes them.

use std::fmt::Write as _;

use crate::geom::{BezPath, Point};
use kurbo::PathEl;

/// `value` with at most two decimals and no trailing zeros.
pub(super) fn number(value: f64) -> String {
    let mut out = String::new();
    push_number(&mut out, value);
    out
}

/// Writes hundredths as whole numbers: an outlined page has some hundred thousand of them.
fn push_number(out: &mut String, value: f64) {
    let hundredths = (value * 100.0).round() as i64;
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    if hundredths < 0 {
        out.push('-');
    }
    // Writing to a string cannot fail.
    let written = match (rest / 10, rest % 10) {
        (0, 0) => write!(out, "{whole}"),
        (tenths, 0) => write!(out, "{whole}.{tenths}"),
        (tenths, last) => write!(out, "{whole}.{tenths}{last}"),
    };
    written.unwrap_or_default();
}

/// The `d` attribute of `path`.
pub(super) fn path_data(path: &BezPath) -> String {
    let mut d = String::new();
    let mut put = |letter: char, points: &[Point]| {
        d.push(letter);
        for (i, p) in points.iter().enumerate() {
            if i > 0 {
                d.push(' ');
            }
            push_number(&mut d, p.x);
            d.push(',');
            push_number(&mut d, p.y);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        for (value, text) in [
            (0.0, "0"),
            (-0.001, "0"),
            (12.0, "12"),
            (-3.5, "-3.5"),
            (0.05, "0.05"),
            (-0.25, "-0.25"),
            (1234.567, "1234.57"),
            (9.999, "10"),
        ] {
            assert_eq!(number(value), text);
        }
    }
}
