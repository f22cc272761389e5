//! Paths made ready for painting: curves turned into lines, insides into triangles.
//!
//! Knows neither camera nor screen: everything is in document coordinates, in `f32`, which is exact to a thousandth
//! at the size of any page.

use std::cell::OnceCell;

use eframe::egui::{Pos2, Rect, pos2};
use lyon_tessellation::{
    BuffersBuilder, FillOptions, FillRule, FillTessellator, FillVertex, VertexBuffers,
    geom::point,
    path::{Path, path::Builder},
};

use crate::geom::{self, BezPath, f32_from};
use kurbo::PathEl;

/// How far a drawn line may lie beside the curve, in document units, from coarse to fine.
const TOLERANCES: [f64; 4] = [0.6, 0.15, 0.05, 0.02];
/// The largest zoom for which each tolerance will do.
const ZOOMS: [f32; 3] = [0.35, 1.5, 4.0];

/// The approximations of a path, made when they are asked for.
pub(super) struct FlatOutline {
    is_curved: bool,
    levels: [OnceCell<Box<Flat>>; TOLERANCES.len()],
}

/// A path as straight lines.
#[derive(Default)]
pub(super) struct Flat {
    pub(super) parts: Vec<Part>,
    /// Whether the inside is one convex polygon.
    pub(super) convex: bool,
    /// The box it fills but for its corners, and how round those are; for convex insides only.
    pub(super) boxed: Option<(Rect, f32)>,
    triangles: OnceCell<Box<Triangles>>,
}

/// A stretch of a path.
#[derive(Default)]
pub(super) struct Part {
    pub(super) points: Vec<Pos2>,
    pub(super) closed: bool,
    /// Whether it is short and runs along x and y only.
    pub(super) upright: bool,
}

/// An inside as triangles.
pub(super) type Triangles = VertexBuffers<Pos2, u32>;

impl FlatOutline {
    /// None yet of `path`.
    pub(super) fn of(path: &BezPath) -> Self {
        let is_curved = path.iter().any(|el| matches!(el, PathEl::QuadTo(..) | PathEl::CurveTo(..)));
        Self { is_curved, levels: Default::default() }
    }

    /// The straight lines that look like `path`, which this is made of, at `zoom`.
    pub(super) fn flat(&self, path: &BezPath, zoom: f32) -> &Flat {
        let [coarse, middle, fine, finest] = &self.levels;
        let level = if self.is_curved { ZOOMS.iter().filter(|limit| zoom > **limit).count() } else { 0 };
        let cell = match level {
            0 => coarse,
            1 => middle,
            2 => fine,
            _ => finest,
        };
        let tolerance = TOLERANCES.get(level).copied().unwrap_or(0.02);
        cell.get_or_init(|| Box::new(Flat::new(path, tolerance)))
    }
}

impl Flat {
    fn new(path: &BezPath, tolerance: f64) -> Self {
        let mut parts: Vec<Part> = Vec::new();
        kurbo::flatten(path, tolerance, |el| match el {
            PathEl::MoveTo(p) => parts.push(Part { points: vec![screen_pos(p)], ..Part::default() }),
            PathEl::LineTo(p) => {
                if let Some(part) = parts.last_mut() {
                    let p = screen_pos(p);
                    if part.points.last() != Some(&p) {
                        part.points.push(p);
                    }
                }
            }
            PathEl::ClosePath => {
                if let Some(part) = parts.last_mut() {
                    part.closed = true;
                    if part.points.len() > 1 && part.points.first() == part.points.last() {
                        part.points.pop();
                    }
                }
            }
            // Flattening leaves no curves.
            PathEl::QuadTo(..) | PathEl::CurveTo(..) => {}
        });
        parts.retain(|part| part.points.len() > 1);
        for part in &mut parts {
            part.upright = is_upright(part);
        }
        let convex = matches!(parts.as_slice(), [only] if is_convex(&only.points));
        let boxed = parts.first().filter(|_| convex).map(|only| boxed(&only.points));
        Self { parts, convex, boxed, triangles: OnceCell::new() }
    }

    /// The inside, by the non-zero rule.
    pub(super) fn triangles(&self) -> &Triangles {
        self.triangles.get_or_init(|| {
            let mut builder = Path::builder();
            for part in &self.parts {
                trace(&mut builder, &part.points);
            }
            let mut triangles = Triangles::new();
            let options = FillOptions::default().with_fill_rule(FillRule::NonZero);
            let mut out = BuffersBuilder::new(&mut triangles, |vertex: FillVertex<'_>| {
                let p = vertex.position();
                pos2(p.x, p.y)
            });
            let done = FillTessellator::new().tessellate_path(&builder.build(), &options, &mut out);
            // A path that cannot be filled (coordinates that are no numbers) keeps its line.
            Box::new(if done.is_err() { Triangles::new() } else { triangles })
        })
    }
}

fn trace(builder: &mut Builder, points: &[Pos2]) {
    let [first, rest @ ..] = points else { return };
    builder.begin(point(first.x, first.y));
    for p in rest {
        builder.line_to(point(p.x, p.y));
    }
    builder.end(true);
}

/// Whether a closed line turns one way only, and only once around.
fn is_convex(points: &[Pos2]) -> bool {
    let next = || points.iter().cycle().skip(1);
    let turns = points.iter().zip(next()).zip(next().skip(1)).map(|((a, b), c)| {
        let (u, v) = (*b - *a, *c - *b);
        (u.x * v.y - u.y * v.x, u.angle(), v.angle())
    });
    let (mut left, mut right, mut total) = (false, false, 0.0_f32);
    for (cross, from, to) in turns {
        left |= cross < -1e-4;
        right |= cross > 1e-4;
        let tau = std::f32::consts::TAU;
        total += (to - from + tau / 2.0).rem_euclid(tau) - tau / 2.0;
    }
    !(left && right) && total.abs() < 1.5 * std::f32::consts::TAU
}

fn is_upright(part: &Part) -> bool {
    let closing = part.points.first().filter(|_| part.closed);
    let ends = part.points.iter().skip(1).chain(closing);
    part.points.len() <= 16
        && part.points.iter().zip(ends).all(|(a, b)| (a.x - b.x).abs() < 0.01 || (a.y - b.y).abs() < 0.01)
}

/// The box around a convex polygon and the radius of the round corners that would cut as much from the box.
fn boxed(points: &[Pos2]) -> (Rect, f32) {
    let around = Rect::from_points(points);
    let next = points.iter().cycle().skip(1);
    // From a corner of the box, for the sake of small numbers.
    let cross = |(a, b): (&Pos2, &Pos2)| {
        let (a, b) = (*a - around.min, *b - around.min);
        a.x * b.y - a.y * b.x
    };
    let area = points.iter().zip(next).map(cross).sum::<f32>().abs() / 2.0;
    let cut = (around.area() - area).max(0.0);
    (around, (cut / (4.0 - std::f32::consts::PI)).sqrt())
}

fn screen_pos(p: geom::Point) -> Pos2 {
    pos2(f32_from(p.x), f32_from(p.y))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_convex_and_an_l_is_not() {
        let square = [pos2(0.0, 0.0), pos2(9.0, 0.0), pos2(9.0, 9.0), pos2(0.0, 9.0)];
        assert!(is_convex(&square));
        let ell = [pos2(0.0, 0.0), pos2(9.0, 0.0), pos2(4.0, 4.0), pos2(0.0, 9.0)];
        assert!(!is_convex(&ell));
    }

    #[test]
    fn round_corners_are_measured() {
        let path = kurbo::Shape::to_path(&geom::Rect::new(0.0, 0.0, 90.0, 40.0).to_rounded_rect(8.0), 0.01);
        let (around, radius) = Flat::new(&path, 0.02).boxed.expect("convex");
        assert_eq!(around, Rect::from_min_max(pos2(0.0, 0.0), pos2(90.0, 40.0)));
        assert!((radius - 8.0).abs() < 0.2, "{radius}");
    }

    #[test]
    fn an_l_is_filled_by_triangles_inside_of_it() {
        let path = BezPath::from_svg("M0 0 H9 V3 H3 V9 H0 Z").expect("path");
        let flat = Flat::new(&path, 0.15);
        assert!(!flat.convex);
        assert_eq!(flat.triangles().indices.len(), 4 * 3);
    }
}
