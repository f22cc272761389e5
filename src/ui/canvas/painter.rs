//! Paints a picture with egui.
//!
//! Owns the level of detail: what is too small to see is drawn as less. Draws every item by what it is, never by
//! what it means.

use eframe::egui::{
    Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, Vec2,
    epaint::{PathShape, PathStroke},
    vec2,
};

use super::{
    flat::{Flat, Part},
    motion::Moment,
    picture::{Drawn, Leaf, Picture, screen_rect},
    warp::Warp,
};
use crate::{
    geom::{BezPath, Camera, f32_from},
    model::Color,
    scene::{self, Prim},
    ui::theme::screen_color,
};

/// Below this zoom, straight lines are drawn as rows of whole pixels.
const PIXEL_LINES: f32 = 0.5;
/// Larger boxes than this many points (lanes, frames) share edges, which must fall on the same pixels.
const LARGEST_BOX: f32 = 90.0;
/// Shorter pieces of such lines than this many pixels are left out.
const SHORTEST_LINE: f32 = 1.2;
/// Boxes with corners rounder than this many points are drawn round.
const ROUNDEST_BOX: f32 = 1.3;

/// A place on the screen through which a picture is seen.
#[derive(Clone, Copy, Debug)]
pub struct CanvasPlace {
    /// Which part is seen and how large.
    pub camera: Camera,
    /// The place.
    pub viewport: Rect,
}

impl CanvasPlace {
    /// Where a document point is on the screen.
    pub fn screen_from_doc(&self, p: crate::geom::Point) -> Pos2 {
        let p = self.camera.screen_from_doc(p);
        self.viewport.min + vec2(f32_from(p.x), f32_from(p.y))
    }

    /// Where a document rectangle is on the screen.
    pub fn screen_rect(&self, r: crate::geom::Rect) -> Rect {
        Rect::from_two_pos(
            self.screen_from_doc(crate::geom::Point::new(r.x0, r.y0)),
            self.screen_from_doc(crate::geom::Point::new(r.x1, r.y1)),
        )
    }

    /// The document point that is seen at a screen point.
    pub fn doc_from_screen(&self, p: Pos2) -> crate::geom::Point {
        let p = p - self.viewport.min;
        self.camera.doc_from_screen(crate::geom::Point::new(f64::from(p.x), f64::from(p.y)))
    }
}

/// Paints `picture` as seen through `view`, cut to the painter's clip rectangle.
pub fn paint(painter: &Painter, picture: &Picture, view: &CanvasPlace) {
    let mut brush = Brush::new(painter, view, None);
    let seen = brush.seen;
    for drawn in picture.drawn.iter().filter(|drawn| drawn.bounds.intersects(seen)) {
        brush.draw(drawn);
    }
    brush.finish();
}

/// Paints `picture` with its steps, lanes and phases still on their way.
pub(super) fn paint_moving(painter: &Painter, picture: &Picture, view: &CanvasPlace, moment: Moment<'_>) {
    for drawn in &picture.drawn {
        let (warp, strength) = moment.of(&drawn.item.source);
        let mut painter = painter.clone();
        painter.multiply_opacity(f32_from(strength));
        let mut brush = Brush::new(&painter, view, Some(warp));
        brush.draw(drawn);
        brush.finish();
    }
}

/// The paper's place on the screen.
pub(super) fn paper_rect(picture: &Picture, view: &CanvasPlace, moment: Option<Moment<'_>>) -> Rect {
    let doc = screen_rect(picture.bounds);
    let doc = moment.map_or(doc, |moment| moment.of(&scene::Source::Page).0.rect(doc));
    let zoom = f32_from(view.camera.zoom);
    (doc * zoom).translate(view.screen_from_doc(crate::geom::Point::ZERO).to_vec2())
}

pub(super) struct Brush<'a> {
    pub(super) painter: &'a Painter,
    pub(super) zoom: f32,
    /// What of the document is seen.
    seen: Rect,
    /// Where the document's origin is on the screen.
    origin: Pos2,
    /// Where points of the document are painted, if not where they belong.
    warp: Option<Warp>,
    /// The size of a pixel in points.
    pub(super) pixel: f32,
    pub(super) shapes: Vec<Shape>,
    /// Small things, drawn as one; handed over before anything that must lie on top of them.
    pub(super) batch: Mesh,
}

impl<'a> Brush<'a> {
    /// A brush for what is seen through `view`, where `warp` says.
    fn new(painter: &'a Painter, view: &CanvasPlace, warp: Option<Warp>) -> Self {
        let clip = painter.clip_rect().intersect(view.viewport);
        let (zoom, origin) = (f32_from(view.camera.zoom), view.screen_from_doc(crate::geom::Point::ZERO));
        let seen = clip.translate(-origin.to_vec2()) / zoom;
        let pixel = 1.0 / painter.pixels_per_point();
        Self { painter, zoom, seen, origin, warp, pixel, shapes: Vec::new(), batch: Mesh::default() }
    }

    /// Hands everything over.
    fn finish(mut self) {
        self.flush();
        self.painter.extend(self.shapes);
    }

    /// Draws what of an item is seen.
    fn draw(&mut self, drawn: &Drawn) {
        let warp = self.warp;
        drawn.each_leaf(|leaf| {
            let bounds = screen_rect(leaf.item.bounds);
            match &leaf.item.prim {
                Prim::Path { path, fill, stroke } => {
                    if self.is_seen(bounds) {
                        self.path(leaf, path, (*fill, stroke.as_ref()));
                    }
                }
                Prim::Text(text) => {
                    self.warp = warp.map(|warp| warp.of_text(bounds));
                    if self.is_seen(bounds) {
                        self.text(leaf, text);
                    }
                    self.warp = warp;
                }
                Prim::Group { .. } => {}
            }
        });
    }

    fn is_seen(&self, bounds: Rect) -> bool {
        self.warp.map_or(bounds, |warp| warp.rect(bounds)).intersects(self.seen)
    }

    pub(super) fn at(&self, p: Pos2) -> Pos2 {
        let p = self.warp.map_or(p, |warp| warp.at(p));
        self.origin + p.to_vec2() * self.zoom
    }

    fn points(&self, part: &Part) -> Vec<Pos2> {
        part.points.iter().map(|p| self.at(*p)).collect()
    }

    pub(super) fn flush(&mut self) {
        if !self.batch.is_empty() {
            self.shapes.push(Shape::mesh(std::mem::take(&mut self.batch)));
        }
    }

    fn add(&mut self, shape: Shape) {
        self.flush();
        self.shapes.push(shape);
    }

    fn path(&mut self, leaf: Leaf<'_>, path: &BezPath, colors: (Option<Color>, Option<&scene::Stroke>)) {
        let (fill, stroke) = colors;
        let bounds = screen_rect(leaf.item.bounds);
        let size = bounds.size() * self.zoom;
        if size.max_elem() < 0.4 {
            return;
        }
        if size.max_elem() < 3.0 {
            if let Some(color) = stroke.map(|stroke| stroke.color).or(fill) {
                let rect = Rect::from_min_max(self.at(bounds.min), self.at(bounds.max));
                self.batch.add_colored_rect(rect, screen_color(color).gamma_multiply(0.6));
            }
            return;
        }
        let Some(flat) = leaf.flat(0, path, self.zoom) else { return };
        if let (Some((around, radius)), Some(fill)) = (flat.boxed, fill)
            && radius * self.zoom < ROUNDEST_BOX
            && self.zoom < PIXEL_LINES
            && size.max_elem() < LARGEST_BOX
        {
            self.small_box(around, screen_color(fill), stroke);
            return;
        }
        if let Some(fill) = fill {
            self.fill(flat, screen_color(fill));
        }
        if let Some(stroke) = stroke {
            self.stroke(flat, stroke);
        }
    }

    /// Draws a box as whole pixels: the frame, and the inside over it.
    fn small_box(&mut self, around: Rect, fill: Color32, stroke: Option<&scene::Stroke>) {
        let rect = self.snapped(Rect::from_min_max(self.at(around.min), self.at(around.max)));
        let Some(stroke) = stroke.filter(|stroke| stroke.dash.is_empty()) else {
            self.batch.add_colored_rect(rect, fill);
            return;
        };
        let width = f32_from(stroke.width) * self.zoom / self.pixel;
        let frame = fill.lerp_to_gamma(screen_color(stroke.color), width.clamp(0.25, 1.0));
        let width = width.round().max(1.0) * self.pixel;
        self.batch.add_colored_rect(rect.expand2(Vec2::splat(width - self.pixel)), frame);
        self.batch.add_colored_rect(rect.shrink(self.pixel), fill);
    }

    fn fill(&mut self, flat: &Flat, color: Color32) {
        match flat.parts.as_slice() {
            [only] if flat.convex => {
                if let Some(rect) = upright_rect(&only.points) {
                    let rect = Rect::from_min_max(self.at(rect.min), self.at(rect.max));
                    self.batch.add_colored_rect(self.snapped(rect), color);
                } else {
                    let points = self.points(only);
                    self.add(Shape::convex_polygon(points, color, PathStroke::NONE));
                }
            }
            _ => self.triangles(flat, color, |p| p),
        }
    }

    /// Fills with triangles and draws a hair's line around them, because egui smooths only the edges of lines.
    pub(super) fn triangles(&mut self, flat: &Flat, color: Color32, place: impl Fn(Pos2) -> Pos2) {
        let triangles = flat.triangles();
        let base = self.batch.vertices.len() as u32;
        for vertex in &triangles.vertices {
            let p = self.at(place(*vertex));
            self.batch.colored_vertex(p, color);
        }
        self.batch.indices.extend(triangles.indices.iter().map(|i| base + i));
        let hair = PathStroke::new(0.6 * self.pixel, color);
        for part in &flat.parts {
            let points = part.points.iter().map(|p| self.at(place(*p))).collect();
            self.add(PathShape::closed_line(points, hair.clone()).into());
        }
    }

    fn snapped(&self, rect: Rect) -> Rect {
        let round = |p: Pos2| (p / self.pixel).round() * self.pixel;
        Rect::from_min_max(round(rect.min), round(rect.max))
    }

    fn stroke(&mut self, flat: &Flat, stroke: &scene::Stroke) {
        let width = f32_from(stroke.width) * self.zoom;
        let color = screen_color(stroke.color);
        let period: f64 = stroke.dash.iter().sum();
        let dashed = !stroke.dash.is_empty() && f32_from(period) * self.zoom > 3.0;
        let color = if stroke.dash.is_empty() || dashed { color } else { color.gamma_multiply(0.6) };
        for part in &flat.parts {
            if dashed {
                self.dashes(part, Stroke::new(width, color), stroke.dash);
            } else if self.zoom < PIXEL_LINES && part.upright {
                self.pixel_lines(part, width, color);
            } else {
                let points = self.points(part);
                let line = PathStroke::new(width, color);
                let shape = if part.closed {
                    PathShape::closed_line(points, line)
                } else {
                    PathShape::line(points, line)
                };
                self.add(shape.into());
            }
        }
    }

    fn dashes(&mut self, part: &Part, stroke: Stroke, dash: &[f64]) {
        let mut points = self.points(part);
        if part.closed {
            points.extend(points.first().copied());
        }
        // An odd list is gone through twice, as in SVG.
        let count = if dash.len().is_multiple_of(2) { dash.len() } else { 2 * dash.len() };
        let lengths = || dash.iter().cycle().take(count).map(|length| f32_from(*length) * self.zoom);
        let on: Vec<f32> = lengths().step_by(2).collect();
        let off: Vec<f32> = lengths().skip(1).step_by(2).collect();
        self.flush();
        Shape::dashed_line_many_with_offset(&points, stroke, &on, &off, 0.0, &mut self.shapes);
    }

    /// Draws straight lines one pixel wide, fainter where they ought to be thinner.
    fn pixel_lines(&mut self, part: &Part, width: f32, color: Color32) {
        let color = color.gamma_multiply((width / self.pixel).clamp(0.25, 1.0));
        let half = (0.5 * (width / self.pixel).round().max(1.0)) * self.pixel;
        let closing = part.points.first().filter(|_| part.closed);
        let ends = part.points.iter().skip(1).chain(closing);
        for (a, b) in part.points.iter().zip(ends) {
            let (a, b) = (self.at(*a), self.at(*b));
            if (a - b).abs().max_elem() < SHORTEST_LINE * self.pixel {
                continue;
            }
            let thick = if (a.x - b.x).abs() < (a.y - b.y).abs() { vec2(half, 0.0) } else { vec2(0.0, half) };
            let rect = Rect::from_two_pos(a, b);
            let min = ((rect.min - thick) / self.pixel).round() * self.pixel;
            let size = rect.size() + 2.0 * thick;
            self.batch.add_colored_rect(Rect::from_min_size(min, size), color);
        }
    }
}

/// The rectangle that a closed line is, if its edges run along x and y.
fn upright_rect(points: &[Pos2]) -> Option<Rect> {
    let [a, b, c, d] = points else { return None };
    let upright = (a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y)
        || (a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x);
    upright.then(|| Rect::from_two_pos(*a, *c))
}
