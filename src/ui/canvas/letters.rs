//! The brush's way with text: laid out at the size it is seen at, so that it is crisp at every zoom.

use std::sync::Arc;

use eframe::egui::{Color32, Galley, Pos2, Rect, Vec2, emath::Rot2, epaint::TextShape, pos2, vec2};

use super::{flat::Flat, painter::Brush, picture::Leaf};
use crate::{
    geom::f32_from,
    scene::{TextItem, Turn},
    text::{Line, Run},
    ui::theme::{font, screen_color},
};

/// Text lower than this many points is drawn as bars.
const LEAST_TEXT: f32 = 4.0;
/// Text lower than this many points is not drawn at all.
const LEAST_BAR: f32 = 1.2;
/// How far the halo of a text reaches, in document units.
const HALO: f32 = 1.5;

impl Brush<'_> {
    pub(super) fn text(&mut self, leaf: Leaf<'_>, text: &TextItem) {
        let TextItem { block, at, turn, color, halo } = text;
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
        let mut outlines = 0..;
        for line in &block.lines {
            for run in &line.runs {
                if let Some(outline) = &run.outline {
                    let flat = outlines.next().and_then(|nth| leaf.flat(nth, outline, self.zoom));
                    if let Some(flat) = flat {
                        self.glyphs(flat, &place, color);
                    }
                } else if !run.text.trim().is_empty() {
                    let pen = Pen {
                        place: &place,
                        size: stepped,
                        scale: stepped / size,
                        color,
                        halo: halo.map(screen_color),
                    };
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

    fn glyphs(&mut self, flat: &Flat, place: &Place, color: Color32) {
        self.triangles(flat, color, |p| place.doc(p));
    }

    fn run(&mut self, run: &Run, baseline: f64, pen: &Pen<'_>) {
        let id = font(run.face, pen.size);
        let galley = self.painter.layout_no_wrap(run.text.clone(), id, Color32::PLACEHOLDER);
        let Some(ascent) = ascent_of(&galley) else { return };
        // The size on the screen comes in steps. The text grows or shrinks about its anchor, as a whole: a
        // centred line stays centred, and one that begins at a margin keeps to it.
        let start = pos2(f32_from(run.x) * pen.scale, f32_from(baseline));
        let angle = pen.place.angle();
        let at = self.at(pen.place.doc(start)) - Rot2::from_angle(angle) * vec2(0.0, ascent);
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
    /// The drawn size over the size that was asked for.
    scale: f32,
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
