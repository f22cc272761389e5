//! Where a text of the page stands on the screen, and in which letters.

use eframe::egui::{Align2, Color32, FontId, Rect, Vec2, pos2, vec2};

use super::painter::CanvasPlace;
use crate::{
    edit::TextOf,
    geom::{self, Orientation, f32_from},
    measures::PHASE_BAND,
    model::{Connector, Step, StepKind},
    scene::{self, Theme},
    shape,
    text::Face,
    ui::theme::{self, CONTROL, screen_color},
};

/// The size of a field beside a text that cannot be edited in its place.
const FIELD: Vec2 = vec2(220.0, CONTROL);
/// From a field to the edge of the canvas at least.
const EDGE: f32 = 8.0;
/// The least zoom at which a step's text is written in its own size.
const LEAST_ZOOM: f32 = 0.8;
/// From a step to the frame around it when it is selected, in points.
const FRAME: f32 = 4.0;
/// The least size of the field of a label.
const LABEL: geom::Size = geom::Size::new(96.0, 22.0);
/// From the top of the frame to the baseline of the lower line of the heading.
const HEADING_GAP: f64 = 15.0;
/// From line to line of the heading.
const HEADING_LINE: f64 = 21.0;

/// Where a text is written.
#[derive(Clone, Debug)]
pub struct TextPlace {
    /// The field on the screen.
    pub rect: Rect,
    /// The letters.
    pub font: FontId,
    /// The distance between lines, in points.
    pub line_height: f32,
    /// Where lines are broken, in points.
    pub wrap: f32,
    /// How many lines the text has on the page, where it is broken into lines there.
    pub lines: Option<usize>,
    /// The colour of the letters.
    pub ink: Color32,
    /// What covers the text below the field.
    pub cover: Option<(Rect, Color32)>,
    /// Where the text stands in the field.
    pub align: Align2,
    /// Whether the field has a ground and a frame of its own.
    pub framed: bool,
}

/// Where `of`, which says `text` at the moment, is written; `None` where it is not on the page.
pub fn text_place(page: &scene::View<'_>, view: &CanvasPlace, of: &TextOf, text: &str) -> Option<TextPlace> {
    match of {
        TextOf::Step(id) => Some(of_step(page, view, page.page.steps.get(id)?, text)),
        TextOf::Connector(id) => of_label(page, view, page.page.connectors.get(id)?, text),
        TextOf::Lane(id) => {
            let (_, from, to) = page.page.lane_band(id)?;
            let at = page.page.orientation.point(0.0, f64::midpoint(from, to));
            let is_level = page.page.orientation == Orientation::Horizontal;
            Some(beside(view, at, if is_level { Align2::LEFT_CENTER } else { Align2::CENTER_TOP }))
        }
        TextOf::Pool(id) => {
            let band = page.page.pool_bands().into_iter().find(|band| band.pool.id == *id)?;
            let header = scene::pool_header(page.page, &band);
            Some(beside(view, header.center(), Align2::CENTER_CENTER))
        }
        TextOf::Phase(id) => {
            let (_, from, to) = page.page.phase_band(id)?;
            let orientation = page.page.orientation;
            let middle = orientation.point(f64::midpoint(from, to), -PHASE_BAND / 2.0);
            let anchor = match orientation {
                Orientation::Horizontal => Align2::CENTER_CENTER,
                Orientation::Vertical => Align2::LEFT_CENTER,
            };
            Some(beside(view, middle, anchor))
        }
        TextOf::Title | TextOf::Page(_) => {
            let is_single = page.read(&page.document.subtitle).is_empty();
            let above = if is_single { 0.0 } else { HEADING_LINE };
            Some(of_heading(page, view, above, 23.0, Face::Bold))
        }
        TextOf::Subtitle => Some(of_heading(page, view, 0.0, 13.0, Face::Regular)),
        TextOf::Detail(..) | TextOf::Description | TextOf::Date | TextOf::Author => None,
    }
}

fn of_step(page: &scene::View<'_>, view: &CanvasPlace, step: &Step, text: &str) -> TextPlace {
    let seen = f32_from(view.camera.zoom);
    // Letters that are too small to write stand larger in a field of their own.
    let zoom = seen.max(LEAST_ZOOM);
    let shape::Label { block, at } = shape::label(page.fonts, step.kind, step.rect, text);
    let theme = Theme::of(page.document.theme);
    let fill = screen_color(step.style.fill.unwrap_or_else(|| theme.step_fill(step.kind)));
    let bounds = block.bounds();
    let cover = (bounds.width() > 0.0).then(|| view.screen_rect(bounds + at.to_vec2()).expand(1.0));
    let is_outside = matches!(step.kind, StepKind::Event(_));
    let width = if is_outside { 140.0 } else { step.rect.width() - 10.0 };
    let size = geom::Size::new(width.max(bounds.width() + 4.0), bounds.height().max(16.0) + 4.0);
    let wrap = if block.lines.is_empty() { size.width } else { bounds.width() + 3.0 };
    let framed = zoom > seen;
    let middle = view.screen_from_doc(at);
    let mut rect = Rect::from_center_size(middle, vec2(f32_from(size.width), f32_from(size.height)) * zoom);
    if framed && !is_outside {
        // Over all of the step, with the frame of what is selected.
        rect = rect.union(view.screen_rect(step.rect).expand(FRAME));
    }
    TextPlace {
        rect,
        font: theme::font(Face::Regular, f32_from(block.size) * zoom),
        line_height: f32_from(block.line_height) * zoom,
        wrap: f32_from(wrap) * zoom,
        lines: Some(block.lines.len()).filter(|lines| *lines > 0),
        ink: screen_color(step.style.text.unwrap_or(theme.ink)),
        cover: cover.map(|rect| (rect, if is_outside { theme::PAPER } else { fill })),
        align: Align2::CENTER_CENTER,
        framed,
    }
}

fn of_label(
    page: &scene::View<'_>,
    view: &CanvasPlace,
    connector: &Connector,
    text: &str,
) -> Option<TextPlace> {
    let zoom = f32_from(view.camera.zoom);
    let placed = connector.route.as_ref().and_then(|route| route.label).map(|label| label.at);
    let at = placed.or_else(|| middle_of(page, connector))?;
    let from = connector.from.step().and_then(|id| page.page.steps.get(id));
    let is_branch = from.is_some_and(|step| step.kind.can_branch());
    let block = shape::connector_label(page.fonts, text, is_branch);
    let bounds = block.bounds();
    let size =
        geom::Size::new((bounds.width() + 16.0).max(LABEL.width), (bounds.height() + 8.0).max(LABEL.height));
    Some(TextPlace {
        rect: view.screen_rect(geom::Rect::from_center_size(at, size)),
        font: theme::font(if is_branch { Face::Bold } else { Face::Regular }, f32_from(block.size) * zoom),
        line_height: f32_from(block.line_height) * zoom,
        wrap: f32_from(bounds.width().max(LABEL.width - 16.0) + 3.0) * zoom,
        lines: Some(block.lines.len()).filter(|lines| *lines > 0),
        ink: screen_color(Theme::of(page.document.theme).ink),
        cover: None,
        align: Align2::CENTER_CENTER,
        framed: true,
    })
}

/// The middle of the longest piece of a line, for a label that has no place yet.
fn middle_of(page: &scene::View<'_>, connector: &Connector) -> Option<geom::Point> {
    let line = shape::polyline(page.page, connector)?;
    let longest = line.segments().max_by(|a, b| a.0.distance(a.1).total_cmp(&b.0.distance(b.1)))?;
    Some(longest.0.midpoint(longest.1))
}

/// A field in the interface's own letters, with its `anchor` at a point of the page, moved into view.
fn beside(view: &CanvasPlace, at: geom::Point, anchor: Align2) -> TextPlace {
    TextPlace {
        rect: moved_into(anchor.anchor_size(view.screen_from_doc(at), FIELD), view.viewport.shrink(EDGE)),
        font: theme::font(Face::SemiBold, theme::BODY),
        line_height: 18.0,
        wrap: FIELD.x - 16.0,
        lines: None,
        ink: screen_color(Theme::of(crate::model::ThemeName::Standard).ink),
        cover: None,
        align: Align2::LEFT_CENTER,
        framed: true,
    }
}

/// `rect` moved as little as brings it `within`; what has no room there begins there.
fn moved_into(rect: Rect, within: Rect) -> Rect {
    rect.translate((within.max - rect.max).min(Vec2::ZERO).max(within.min - rect.min))
}

fn of_heading(page: &scene::View<'_>, view: &CanvasPlace, above: f64, size: f64, face: Face) -> TextPlace {
    let zoom = f32_from(view.camera.zoom);
    let frame = page.page.frame();
    let baseline = geom::Point::new(frame.x0, frame.y0 - HEADING_GAP - above);
    let at = view.screen_from_doc(baseline);
    let size = f32_from(size) * zoom;
    let right = view.screen_from_doc(geom::Point::new(frame.x1, frame.y0)).x;
    let min = pos2(at.x - 6.0, at.y - size * 1.1);
    TextPlace {
        rect: Rect::from_min_max(min, pos2(right.min(at.x + 640.0 * zoom), at.y + size * 0.35)),
        font: theme::font(face, size),
        line_height: size * 1.3,
        wrap: f32::INFINITY,
        lines: None,
        ink: screen_color(Theme::of(page.document.theme).ink),
        cover: None,
        align: Align2::LEFT_CENTER,
        framed: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::{Camera, Point};

    #[test]
    fn a_field_beside_its_text_lies_inside_the_canvas() {
        let viewport = Rect::from_min_size(pos2(200.0, 50.0), vec2(800.0, 600.0));
        let view = CanvasPlace { camera: Camera { origin: Point::ZERO, zoom: 0.5 }, viewport };
        for at in [Point::new(4.0, 300.0), Point::new(1590.0, 4.0), Point::new(-900.0, 2000.0)] {
            assert!(viewport.contains_rect(beside(&view, at, Align2::CENTER_CENTER).rect), "{at:?}");
        }
        let middle = Point::new(800.0, 600.0);
        let field = beside(&view, middle, Align2::CENTER_CENTER).rect;
        assert_eq!(field.center(), view.screen_from_doc(middle), "what is in view stays where its text is");
    }
}
