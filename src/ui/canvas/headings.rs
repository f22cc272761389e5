//! The names of lanes and phases whose headings are out of sight, at the canvas's edge.

use std::f32::consts::FRAC_PI_2;

use eframe::egui::{
    Area, Color32, CursorIcon, FontId, Galley, Id, Order, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo,
    epaint::TextShape,
    pos2,
    text::{LayoutJob, TextFormat},
};
use std::sync::Arc;

use super::painter::CanvasPlace;
use crate::{
    edit::Selection,
    geom::Orientation,
    measures::{HEADER, PHASE_BAND},
    model::{Document, Page, Text},
    scene::{Theme, inked_lanes},
    text::Face,
    ui::theme::{self, EDGE, screen_color},
};

/// So much of a heading, in points, is enough to read it where it stands.
const READ: f32 = 14.0;
/// What is left free at both ends of a name, in points.
const MARGIN: f32 = 6.0;
/// A strip shorter than this, in points, is not shown.
const SHORTEST: f32 = 12.0;

/// An edge of the canvas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge {
    Left,
    Top,
}

/// A lane or phase with its heading.
struct HeadedBand<'a> {
    title: &'a Text,
    /// All of it on the screen, and its heading there.
    rect: Rect,
    header: Rect,
    ground: Color32,
    ink: Color32,
    of: Selection,
}

/// Shows the names of the lanes and phases of `page` that are seen without their headings; gives back the one that was
/// clicked. `read` is what a reader of the chart sees of a text.
pub fn headings_ui(
    ui: &Ui,
    view: &CanvasPlace,
    document: &Document,
    page: &Page,
    read: &dyn Fn(&Text) -> String,
) -> Option<Selection> {
    let (of_lanes, of_phases) = match page.orientation {
        Orientation::Horizontal => (Edge::Left, Edge::Top),
        Orientation::Vertical => (Edge::Top, Edge::Left),
    };
    let theme = Theme::of(document.theme);
    let mut clicked = None;
    // What stands in the corner belongs to the lanes.
    let phases = phases(view, page, &theme).into_iter().map(|band| (of_phases, band));
    let lanes = lanes(view, page, &theme).into_iter().map(|band| (of_lanes, band));
    for (edge, band) in phases.chain(lanes) {
        if let Some(strip) = edge.strip(view.viewport, &band)
            && strip_ui(ui, edge, strip, &band, &read(band.title))
        {
            clicked = Some(band.of);
        }
    }
    clicked
}

fn lanes<'a>(view: &CanvasPlace, page: &'a Page, theme: &'a Theme) -> Vec<HeadedBand<'a>> {
    let (length, screen) =
        (page.length(), |along, across| view.screen_rect(page.orientation.rect(along, across)));
    let bands = inked_lanes(page, theme).map(|(lane, ink, from, to)| HeadedBand {
        title: &lane.title,
        rect: screen((0.0, length), (from, to)),
        header: screen((-HEADER, 0.0), (from, to)),
        ground: screen_color(ink.header),
        ink: screen_color(ink.title),
        of: Selection::lane(lane.id.clone()),
    });
    bands.collect()
}

fn phases<'a>(view: &CanvasPlace, page: &'a Page, theme: &Theme) -> Vec<HeadedBand<'a>> {
    let (breadth, screen) =
        (page.breadth(), |along, across| view.screen_rect(page.orientation.rect(along, across)));
    let bands = page.phase_bands().map(|(phase, from, to)| HeadedBand {
        title: &phase.title,
        rect: screen((from, to), (0.0, breadth)),
        header: screen((from, to), (-PHASE_BAND, 0.0)),
        ground: screen_color(theme.phase),
        ink: screen_color(theme.ink),
        of: Selection::phase(phase.id.clone()),
    });
    bands.collect()
}

impl Edge {
    /// Where the name of `band` stands at this edge of `canvas`; `None`: its heading is seen, or nothing of it is.
    fn strip(self, canvas: Rect, band: &HeadedBand<'_>) -> Option<Rect> {
        let seen = band.rect.intersect(canvas);
        let strip = match self {
            Self::Left if band.header.max.x < canvas.min.x + READ && seen.width() > EDGE => {
                Rect::from_min_max(seen.left_top(), pos2(canvas.min.x + EDGE, seen.max.y))
            }
            Self::Top if band.header.max.y < canvas.min.y + READ && seen.height() > EDGE => {
                Rect::from_min_max(seen.left_top(), pos2(seen.max.x, canvas.min.y + EDGE))
            }
            Self::Left | Self::Top => return None,
        };
        (self.length(strip) >= SHORTEST).then_some(strip)
    }

    /// How much of a name there is room for.
    fn length(self, strip: Rect) -> f32 {
        match self {
            Self::Left => strip.height(),
            Self::Top => strip.width(),
        }
    }
}

/// Shows a name in its strip; true when it was clicked.
fn strip_ui(ui: &Ui, edge: Edge, strip: Rect, band: &HeadedBand<'_>, title: &str) -> bool {
    let id = Id::unique(format!("edge-heading-{:?}-{:?}", band.of.only_lane(), band.of.only_phase()));
    let area = Area::new(id).order(Order::Middle).movable(false).fixed_pos(strip.min).constrain(false);
    let shown = area.show(ui.ctx(), |ui| {
        let (rect, response) = ui.allocate_exact_size(strip.size(), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, title));
        let painter = ui.painter();
        painter.rect_filled(rect, 0, band.ground);
        painter.rect_stroke(rect, 0, Stroke::new(1.0, band.ink.gamma_multiply(0.25)), StrokeKind::Inside);
        paint_name(painter, edge, rect, cut(painter, title, edge.length(rect) - 2.0 * MARGIN, band.ink));
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(title).clicked()
    });
    shown.inner
}

/// `title` on one line, cut to its `room`.
fn cut(painter: &Painter, title: &str, room: f32, ink: Color32) -> Arc<Galley> {
    let font: FontId = theme::font(Face::SemiBold, theme::CAPTION);
    let mut job = LayoutJob::single_section(title.to_owned(), TextFormat::simple(font, ink));
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(room.max(0.0));
    painter.layout_job(job)
}

/// Paints a name in the middle of `rect`: read upwards at the left edge, upright at the upper one.
fn paint_name(painter: &Painter, edge: Edge, rect: Rect, name: Arc<Galley>) {
    let (centre, size) = (rect.center(), name.size());
    let (at, angle) = match edge {
        Edge::Left => (pos2(centre.x - size.y / 2.0, centre.y + size.x / 2.0), -FRAC_PI_2),
        Edge::Top => (centre - size / 2.0, 0.0),
    };
    painter.add(TextShape::new(at, name, Color32::PLACEHOLDER).with_angle(angle));
}
