//! Paints a picture with egui.
//!
//! Owns the level of detail: what is too small to see is drawn as less. Draws every item by what it is, never by
//! what it means. Text is laid out at the size it is seen at, so that it is crisp at every zoom.

use std::sync::Arc;

use eframe::egui::{
    self, Color32, Galley, Mesh, Painter, Pos2, Rect, Shape, Stroke, Vec2,
    epaint::{PathShape, PathStroke, TextShape},
    pos2, vec2,
};

use super::picture::{Flat, Ink, Outline, Part, PathInk, Picture, TextInk, screen_rect};
use crate::{
    geom::{Camera, f32_from},
    scene::{self, TextItem, Turn},
    text::{Line, Run},
    ui::theme::{font, screen_color},
};

/// Text lower than this many points is drawn as bars.
const LEAST_TEXT: f32 = 4.0;
/// Text lower than this many points is not drawn at all.
const LEAST_BAR: f32 = 1.2;
/// Below this zoom, straight lines are drawn as rows of whole pixels.
const PIXEL_LINES: f32 = 0.5;
/// How far the halo of a text reaches, in document units.
const HALO: f32 = 1.5;

/// A place on the screen through which a picture is seen.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// Which part is seen and how large.
    pub camera: Camera,
    /// The place.
    pub viewport: Rect,
}

impl View {
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
pub fn paint(painter: &Painter, picture: &Picture, view: &View) {
    let clip = painter.clip_rect().intersect(view.viewport);
    let (zoom, origin) = (f32_from(view.camera.zoom), view.screen_from_doc(crate::geom::Point::ZERO));
    let pixel = 1.0 / painter.pixels_per_point();
    let mut brush = Brush { painter, zoom, origin, pixel, shapes: Vec::new(), batch: Mesh::default() };
    let seen = clip.translate(-origin.to_vec2()) / zoom;
    for leaf in picture.leaves.iter().filter(|leaf| leaf.bounds.intersects(seen)) {
        match &leaf.ink {
            Ink::Path(ink) => brush.path(ink, leaf.bounds),
            Ink::Text(ink) => brush.text(ink),
        }
    }
    brush.flush();
    painter.extend(brush.shapes);
}

/// The paper's place on the screen.
pub fn paper_rect(picture: &Picture, view: &View) -> Rect {
    let doc = screen_rect(picture.bounds);
    let zoom = f32_from(view.camera.zoom);
    (doc * zoom).translate(view.screen_from_doc(crate::geom::Point::ZERO).to_vec2())
}

struct Brush<'a> {
    painter: &'a Painter,
    zoom: f32,
    /// Where the document's origin is on the screen.
    origin: Pos2,
    /// The size of a pixel in points.
    pixel: f32,
    shapes: Vec<Shape>,
    /// Small things, drawn as one; handed over before anything that must lie on top of them.
    batch: Mesh,
}

impl Brush<'_> {
    fn at(&self, p: Pos2) -> Pos2 {
        self.origin + p.to_vec2() * self.zoom
    }

    fn points(&self, part: &Part) -> Vec<Pos2> {
        part.points.iter().map(|p| self.at(*p)).collect()
    }

    fn flush(&mut self) {
        if !self.batch.is_empty() {
            self.shapes.push(Shape::mesh(std::mem::take(&mut self.batch)));
        }
    }

    fn add(&mut self, shape: Shape) {
        self.flush();
        self.shapes.push(shape);
    }

    fn path(&mut self, ink: &PathInk, bounds: Rect) {
        let size = bounds.size() * self.zoom;
        if size.max_elem() < 0.4 {
            return;
        }
        if size.max_elem() < 3.0 {
            let color = ink.stroke.map_or(ink.fill, |stroke| Some(stroke.color));
            if let Some(color) = color {
                let rect = Rect::from_min_max(self.at(bounds.min), self.at(bounds.max));
                self.batch.add_colored_rect(rect, screen_color(color).gamma_multiply(0.6));
            }
            return;
        }
        let flat = ink.flat(self.zoom);
        if let Some(fill) = ink.fill {
            self.fill(flat, screen_color(fill));
        }
        if let Some(stroke) = &ink.stroke {
            self.stroke(flat, stroke);
        }
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
    fn triangles(&mut self, flat: &Flat, color: Color32, place: impl Fn(Pos2) -> Pos2) {
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
            } else if self.zoom < PIXEL_LINES && is_upright(part) {
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
            let thick = if (a.x - b.x).abs() < (a.y - b.y).abs() { vec2(half, 0.0) } else { vec2(0.0, half) };
            let rect = Rect::from_two_pos(a, b);
            let min = ((rect.min - thick) / self.pixel).round() * self.pixel;
            let size = rect.size() + 2.0 * thick;
            self.batch.add_colored_rect(Rect::from_min_size(min, size), color);
        }
    }

    fn text(&mut self, ink: &TextInk) {
        let TextItem { block, at, turn, color, halo } = &ink.item;
        let size = f32_from(block.size) * self.zoom;
        if size < LEAST_BAR {
            return;
        }
        let place = Place { at: pos2(f32_from(at.x), f32_from(at.y)), turn: *turn };
        let color = screen_color(*color);
        if size < LEAST_TEXT {
            for line in &block.lines {
                self.bar(line, block.size, &place, color);
            }
            return;
        }
        let stepped = stepped_size(size / self.pixel) * self.pixel;
        let mut outlines = ink.outlines.iter();
        for line in &block.lines {
            for run in &line.runs {
                if run.outline.is_some() {
                    if let Some(outline) = outlines.next() {
                        self.glyphs(outline, &place, color);
                    }
                } else if !run.text.trim().is_empty() {
                    let pen = Pen { place: &place, size: stepped, color, halo: halo.map(screen_color) };
                    self.run(run, line.baseline, &pen);
                }
            }
        }
    }

    /// A faint bar where a line of text is too small to be read.
    fn bar(&mut self, line: &Line, size: f64, place: &Place, color: Color32) {
        let top = f32_from(line.baseline - 0.55 * size);
        let (x, base) = (f32_from(line.x), f32_from(line.baseline));
        let a = self.at(place.doc(pos2(x, top)));
        let b = self.at(place.doc(pos2(x + f32_from(line.width), base)));
        self.batch.add_colored_rect(Rect::from_two_pos(a, b), color.gamma_multiply(0.35));
    }

    fn glyphs(&mut self, outline: &Outline, place: &Place, color: Color32) {
        let flat = outline.flat(self.zoom);
        self.triangles(flat, color, |p| place.doc(p));
    }

    fn run(&mut self, run: &Run, baseline: f64, pen: &Pen<'_>) {
        let id = font(run.face, pen.size);
        let galley = self.painter.layout_no_wrap(run.text.clone(), id, Color32::PLACEHOLDER);
        let Some(ascent) = ascent_of(&galley) else { return };
        // The size on the screen comes in steps; what that adds or takes is shared by both sides.
        let middle = pos2(f32_from(run.x + run.width / 2.0), f32_from(baseline));
        let width = advance_of(&galley);
        let angle = pen.place.angle();
        let back = egui::emath::Rot2::from_angle(angle) * vec2(width / 2.0, ascent);
        let at = self.at(pen.place.doc(middle)) - back;
        self.flush();
        if let Some(halo) = pen.halo {
            self.halo(&galley, at, halo, angle);
        }
        self.shapes.push(TextShape::new(at, galley, pen.color).with_angle(angle).into());
    }

    fn halo(&mut self, galley: &Arc<Galley>, at: Pos2, color: Color32, angle: f32) {
        let reach = HALO * self.zoom;
        if reach < 0.6 {
            return;
        }
        for i in 0..8_u8 {
            let offset = Vec2::angled(f32::from(i) * std::f32::consts::FRAC_PI_4) * reach;
            let shape = TextShape::new(at + offset, Arc::clone(galley), color).with_angle(angle);
            self.shapes.push(shape.into());
        }
    }
}

/// Where a text's own coordinates lie in the document.
struct Place {
    at: Pos2,
    turn: Turn,
}

impl Place {
    fn doc(&self, p: Pos2) -> Pos2 {
        match self.turn {
            Turn::None => self.at + p.to_vec2(),
            Turn::Left => self.at + vec2(p.y, -p.x),
        }
    }

    const fn angle(&self) -> f32 {
        match self.turn {
            Turn::None => 0.0,
            Turn::Left => -std::f32::consts::FRAC_PI_2,
        }
    }
}

/// What a run is written with.
struct Pen<'a> {
    place: &'a Place,
    size: f32,
    color: Color32,
    halo: Option<Color32>,
}

/// The size of text that is drawn for `size` pixels: few enough sizes that glyphs are found again while zooming.
fn stepped_size(size: f32) -> f32 {
    let step = match size {
        ..16.0 => 0.25,
        ..40.0 => 0.5,
        _ => 1.0,
    };
    (size / step).round() * step
}

fn ascent_of(galley: &Galley) -> Option<f32> {
    let row = galley.rows.first()?;
    Some(row.pos.y + row.glyphs.first()?.pos.y)
}

fn advance_of(galley: &Galley) -> f32 {
    let glyphs = galley.rows.first().map_or(&[][..], |row| &row.glyphs);
    glyphs.last().map_or(0.0, |last| last.pos.x + last.advance_width)
}

/// The rectangle that a closed line is, if its edges run along x and y.
fn upright_rect(points: &[Pos2]) -> Option<Rect> {
    let [a, b, c, d] = points else { return None };
    let upright = (a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y)
        || (a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x);
    upright.then(|| Rect::from_two_pos(*a, *c))
}

fn is_upright(part: &Part) -> bool {
    let closing = part.points.first().filter(|_| part.closed);
    let ends = part.points.iter().skip(1).chain(closing);
    part.points.len() <= 16
        && part.points.iter().zip(ends).all(|(a, b)| (a.x - b.x).abs() < 0.01 || (a.y - b.y).abs() < 0.01)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_text_reads_upwards() {
        let place = Place { at: pos2(10.0, 10.0), turn: Turn::Left };
        assert_eq!(place.doc(pos2(5.0, 0.0)), pos2(10.0, 5.0));
        assert_eq!(place.doc(pos2(0.0, 3.0)), pos2(13.0, 10.0));
    }

    #[test]
    fn sizes_come_in_steps() {
        assert_eq!(stepped_size(12.9), 13.0);
        assert_eq!(stepped_size(6.4), 6.5);
        assert_eq!(stepped_size(100.3), 100.0);
    }
}
