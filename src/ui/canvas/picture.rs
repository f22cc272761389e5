//! A scene made ready for painting: groups opened, curves turned into lines, insides into triangles.
//!
//! Owns the caches of the canvas. Knows neither camera nor screen: everything is in document coordinates, in
//! `f32`, which is exact to a thousandth at the size of any page.

use std::{cell::OnceCell, sync::Arc};

use eframe::egui::{Pos2, Rect, pos2};
use lyon_tessellation::{
    BuffersBuilder, FillOptions, FillRule, FillTessellator, FillVertex, VertexBuffers,
    geom::point,
    path::{Path, path::Builder},
};

use super::shelf::{Drawn, Shelf};
use crate::{
    geom::{self, BezPath, f32_from},
    model::{Color, StepId},
    scene::{Item, Prim, Scene, Source, Stroke, TextItem},
};
use kurbo::PathEl;

/// How far a drawn line may lie beside the curve, in document units, from coarse to fine.
const TOLERANCES: [f64; 4] = [0.6, 0.15, 0.05, 0.02];
/// The largest zoom for which each tolerance will do.
const ZOOMS: [f32; 3] = [0.35, 1.5, 4.0];

/// A page ready for painting.
pub struct Picture {
    /// The paper.
    pub bounds: geom::Rect,
    /// What the picture is called.
    pub title: String,
    /// What is said of it to readers who do not see it.
    pub description: Arc<str>,
    /// The steps, in drawing order.
    pub steps: Vec<StepMark>,
    pub(super) leaves: Vec<Leaf>,
    /// What the leaves and the steps were made of, in the same order.
    pub(super) items: Vec<Drawn>,
}

/// Where a step stands and what it is called.
pub struct StepMark {
    /// The step.
    pub id: StepId,
    /// Its bounds in document coordinates.
    pub bounds: geom::Rect,
    /// Its name for readers who do not see the picture.
    pub title: String,
    /// More about it.
    pub description: String,
}

/// One thing to paint.
pub(super) struct Leaf {
    pub(super) bounds: Rect,
    pub(super) ink: Ink,
}

pub(super) enum Ink {
    Path(Box<PathInk>),
    Text(Box<TextInk>),
}

pub(super) struct PathInk {
    pub(super) fill: Option<Color>,
    pub(super) stroke: Option<Stroke>,
    outline: FlatOutline,
}

pub(super) struct TextInk {
    pub(super) item: TextItem,
    /// One for each run that is drawn as shapes, in the order of lines and runs.
    pub(super) outlines: Vec<FlatOutline>,
}

/// A path and its approximations.
pub(super) struct FlatOutline {
    path: BezPath,
    curved: bool,
    flat: [OnceCell<Flat>; TOLERANCES.len()],
}

/// A path as straight lines.
#[derive(Default)]
pub(super) struct Flat {
    pub(super) parts: Vec<Part>,
    /// Whether the inside is one convex polygon.
    pub(super) convex: bool,
    /// The box it fills but for its corners, and how round those are; for convex insides only.
    pub(super) boxed: Option<(Rect, f32)>,
    triangles: OnceCell<Triangles>,
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

impl Picture {
    /// The picture of `scene`.
    pub fn new(scene: Scene) -> Self {
        let mut new = Self {
            bounds: scene.bounds,
            title: String::new(),
            description: Arc::default(),
            steps: Vec::new(),
            leaves: Vec::new(),
            items: Vec::new(),
        };
        new.update(scene);
        new
    }

    /// Becomes the picture of `scene`. What was worked out for items that both scenes share is kept.
    pub fn update(&mut self, scene: Scene) {
        let Scene { bounds, meta, items } = scene;
        self.bounds = bounds;
        self.title = meta.title;
        self.description = meta.description;
        let mut old = Shelf::of(self);
        for item in items {
            let (leaves, steps) = (self.leaves.len(), self.steps.len());
            if !old.hand_over(&item, self) {
                self.add(&item);
            }
            let (leaves, steps) = (self.leaves.len() - leaves, self.steps.len() - steps);
            self.items.push(Drawn { item, leaves, steps });
        }
    }

    fn add(&mut self, item: &Item) {
        let bounds = screen_rect(item.bounds);
        match &item.prim {
            Prim::Group { title, desc, items, .. } => {
                if let Source::Step(id) = &item.source {
                    let (id, title, description) = (id.clone(), title.clone(), desc.clone());
                    self.steps.push(StepMark { id, bounds: item.bounds, title, description });
                }
                for item in items {
                    self.add(item);
                }
            }
            Prim::Path { path, fill, stroke } => {
                let (fill, stroke, outline) = (*fill, *stroke, FlatOutline::new(path.clone()));
                self.leaves
                    .push(Leaf { bounds, ink: Ink::Path(Box::new(PathInk { fill, stroke, outline })) });
            }
            Prim::Text(item) => {
                let runs = item.block.lines.iter().flat_map(|line| &line.runs);
                let outlines = runs.filter_map(|run| run.outline.clone()).map(FlatOutline::new).collect();
                let ink = TextInk { item: item.clone(), outlines };
                self.leaves.push(Leaf { bounds, ink: Ink::Text(Box::new(ink)) });
            }
        }
    }

    /// The topmost step at `p` in document coordinates.
    pub fn step_at(&self, p: geom::Point) -> Option<&StepMark> {
        self.steps.iter().rev().find(|step| step.bounds.contains(p))
    }

    /// The step `id`.
    pub fn step(&self, id: &StepId) -> Option<&StepMark> {
        self.steps.iter().find(|step| step.id == *id)
    }
}

impl PathInk {
    pub(super) fn flat(&self, zoom: f32) -> &Flat {
        self.outline.flat(zoom)
    }
}

impl FlatOutline {
    fn new(path: BezPath) -> Self {
        let curved = path.iter().any(|el| matches!(el, PathEl::QuadTo(..) | PathEl::CurveTo(..)));
        Self { path, curved, flat: Default::default() }
    }

    /// The straight lines that look like the path at `zoom`.
    pub(super) fn flat(&self, zoom: f32) -> &Flat {
        let [coarse, middle, fine, finest] = &self.flat;
        let level = if self.curved { ZOOMS.iter().filter(|limit| zoom > **limit).count() } else { 0 };
        let cell = match level {
            0 => coarse,
            1 => middle,
            2 => fine,
            _ => finest,
        };
        let tolerance = TOLERANCES.get(level).copied().unwrap_or(0.02);
        cell.get_or_init(|| Flat::new(&self.path, tolerance))
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
            if done.is_err() { Triangles::new() } else { triangles }
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

pub(super) fn screen_rect(r: geom::Rect) -> Rect {
    Rect::from_min_max(pos2(f32_from(r.x0), f32_from(r.y0)), pos2(f32_from(r.x1), f32_from(r.y1)))
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
        let (around, radius) = FlatOutline::new(path).flat(8.0).boxed.expect("convex");
        assert_eq!(around, Rect::from_min_max(pos2(0.0, 0.0), pos2(90.0, 40.0)));
        assert!((radius - 8.0).abs() < 0.2, "{radius}");
    }

    #[test]
    fn an_l_is_filled_by_triangles_inside_of_it() {
        let path = BezPath::from_svg("M0 0 H9 V3 H3 V9 H0 Z").expect("path");
        let flat = FlatOutline::new(path);
        let flat = flat.flat(1.0);
        assert!(!flat.convex);
        assert_eq!(flat.triangles().indices.len(), 4 * 3);
    }
}
