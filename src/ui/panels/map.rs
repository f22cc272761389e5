//! The small map: where on the page the window looks.

use eframe::egui::{
    Color32, Mesh, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::{PanelRequest, Shown};
use crate::{
    geom::{self, Camera, Point, Size, f32_from},
    model::{Document, Page},
    scene::Theme,
    ui::theme::{PAPER, RADIUS, Tokens, screen_color},
};

/// The size of the card.
const CARD: eframe::egui::Vec2 = vec2(152.0, 112.0);
/// A canvas of less width has no room to spare for the map.
const LEAST_CANVAS: f32 = 520.0;
/// From the corner of the canvas.
const AWAY: f32 = 16.0;
/// Around the paper.
const PADDING: f32 = 10.0;

/// What the map shows, and where.
#[derive(Clone, Copy, Debug)]
pub struct MapSight {
    /// The whole picture, in page coordinates.
    pub paper: geom::Rect,
    /// The canvas on the screen, in whose lower right corner the map is.
    pub canvas: Rect,
    /// The camera of the canvas.
    pub camera: Camera,
    /// How much of the screen the camera has.
    pub viewport: Size,
}

/// Shows the page in small.
///
/// Lanes and steps are boxes; a frame shows what of the paper the camera sees; nothing where it sees all of it. A click or drag asks for [`PanelRequest::Centre`].
pub fn map_ui(ui: &mut Ui, shown: &Shown<'_>, sight: MapSight) -> Option<PanelRequest> {
    let MapSight { paper, canvas, camera, viewport } = sight;
    let card = Rect::from_min_size(canvas.max - CARD - vec2(AWAY, AWAY), CARD);
    let seen = camera.visible(viewport);
    // Where all of the paper is seen there is nothing to find, and nothing must lie on it.
    let is_all_seen = seen.union(paper) == seen;
    let has_room = canvas.width() >= LEAST_CANVAS && canvas.contains_rect(card);
    if is_all_seen || !has_room || paper.width() <= 0.0 || paper.height() <= 0.0 {
        return None;
    }
    ui.scope_builder(UiBuilder::new().max_rect(card), |ui| {
        let (card, response) = ui.allocate_exact_size(CARD, Sense::click_and_drag());
        let name = shown.catalog.text("panel-map");
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        let tokens = Tokens::of(ui);
        let edge = Stroke::new(1.0, tokens.border);
        ui.painter().rect(card, RADIUS, tokens.surface, edge, StrokeKind::Inside);
        let scale = Scale::new(paper, card.shrink(PADDING));
        ui.painter().rect(scale.rect(paper), 0, PAPER, edge, StrokeKind::Outside);
        ui.painter().add(Shape::mesh(mesh(shown.document, shown.page, &scale)));
        let seen = scale.rect(seen.intersect(paper));
        ui.painter().rect(
            seen,
            2,
            tokens.accent.gamma_multiply(0.08),
            Stroke::new(1.5, tokens.accent),
            StrokeKind::Inside,
        );
        let pressed = response.clicked() || response.dragged();
        let at = response.interact_pointer_pos().filter(|_| pressed)?;
        Some(PanelRequest::Centre(scale.doc(at)))
    })
    .inner
}

/// Shows a page in small, as the map does.
pub(super) fn page_thumbnail_ui(ui: &mut Ui, document: &Document, page: &Page) {
    let along = (-crate::measures::HEADER, page.length());
    let paper = page.orientation.rect(along, (0.0, page.breadth()));
    let (rect, _) = ui.allocate_exact_size(CARD, Sense::hover());
    let scale = Scale::new(paper, rect);
    ui.painter().rect_filled(scale.rect(paper), 0, PAPER);
    ui.painter().add(Shape::mesh(mesh(document, page, &scale)));
}

/// From the page to the card and back.
struct Scale {
    paper: geom::Rect,
    room: Rect,
    factor: f64,
}

impl Scale {
    fn new(paper: geom::Rect, room: Rect) -> Self {
        let factor = (f64::from(room.width()) / paper.width()).min(f64::from(room.height()) / paper.height());
        Self { paper, room, factor }
    }

    fn screen(&self, p: Point) -> eframe::egui::Pos2 {
        let away = (p - self.paper.center()) * self.factor;
        self.room.center() + vec2(f32_from(away.x), f32_from(away.y))
    }

    fn rect(&self, r: geom::Rect) -> Rect {
        Rect::from_two_pos(self.screen(Point::new(r.x0, r.y0)), self.screen(Point::new(r.x1, r.y1)))
    }

    fn doc(&self, p: eframe::egui::Pos2) -> Point {
        let away = p - self.room.center();
        self.paper.center() + geom::Vec2::new(f64::from(away.x), f64::from(away.y)) / self.factor
    }
}

/// Lanes and steps as boxes: one shape, however many there are.
fn mesh(document: &Document, page: &Page, scale: &Scale) -> Mesh {
    let theme = Theme::of(document.theme);
    let mut mesh = Mesh::default();
    for (lane, from, to) in page.lane_bands() {
        let ink = theme.lane(lane.role, 0);
        let band = page.orientation.rect((0.0, page.length()), (from, to));
        mesh.add_colored_rect(scale.rect(band), screen_color(ink.tint));
        let header = page.orientation.rect((-crate::measures::HEADER, 0.0), (from, to));
        mesh.add_colored_rect(scale.rect(header), screen_color(lane.style.fill.unwrap_or(ink.header)));
    }
    let line: Color32 = screen_color(theme.line).gamma_multiply(0.7);
    for step in page.steps.values() {
        let rect = scale.rect(step.rect);
        let least = Rect::from_center_size(rect.center(), vec2(1.5, 1.5));
        mesh.add_colored_rect(rect.union(least), line);
    }
    mesh
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::pos2;

    #[test]
    fn a_point_of_the_map_is_a_point_of_the_page() {
        let paper = geom::Rect::new(-64.0, -84.0, 936.0, 416.0);
        let scale = Scale::new(paper, Rect::from_min_size(pos2(100.0, 50.0), vec2(200.0, 200.0)));
        for p in [Point::new(0.0, 0.0), Point::new(500.0, -20.0)] {
            assert!((scale.doc(scale.screen(p)) - p).hypot() < 0.1);
        }
        assert!((scale.rect(paper).width() - 200.0).abs() < 0.01);
    }
}
