//! The picture of a comparison, which is looked at and clicked.

use eframe::egui::{
    Align, Id, Layout, Rect, Role, Sense, Stroke, StrokeKind, Theme, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::state::{CompareContent, CompareLine, ComparePage, CompareState};
use crate::{
    geom::{Point, Size},
    locale::Catalog,
    ui::{
        canvas::{CanvasPlace, looked, paint},
        icons::Icon,
        theme::{self, CONTROL, RADIUS, Tokens},
        widgets::{icon_button, plain_button},
    },
};

/// How much one step of zooming is.
const ZOOM_STEP: f64 = 1.25;

/// Shows the page that is chosen in `area`, with what moves it above.
pub(super) fn picture_ui(
    ui: &mut Ui,
    area: Rect,
    catalog: &Catalog,
    content: &CompareContent<'_>,
    state: &mut CompareState,
) {
    let CompareContent { pages, lines, .. } = *content;
    let frame = area.with_min_y(area.min.y + CONTROL + 6.0);
    let bar = area.with_max_y(area.min.y + CONTROL);
    let size = Size::new(f64::from(frame.width()), f64::from(frame.height()));
    ui.scope_builder(UiBuilder::new().max_rect(bar), |ui| bar_ui(ui, catalog, pages, size, state));
    let Some(page) = pages.get(state.page) else { return };
    let picture = &page.picture;
    let response = ui.interact(frame, Id::unique("compare-picture"), Sense::CLICK | Sense::DRAG);
    let name = format!("{}. {}", picture.title, picture.description);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    let is_shown_whole = state.camera.is_none() && state.wanted.is_none();
    let camera = state.camera(picture.bounds, size);
    let place = CanvasPlace { camera, viewport: frame };
    let moved = looked(ui, &response, &place);
    if moved != camera || !is_shown_whole {
        state.camera = Some(moved);
    }
    let place = CanvasPlace { camera: moved, viewport: frame };
    if response.clicked()
        && let Some(pointer) = response.interact_pointer_pos()
        && let Some(at) = line_at(lines, state.page, place.doc_from_screen(pointer))
        && let Some(line) = lines.get(at)
    {
        (state.chosen, state.scrolls) = (line.kind.map(|_| at), true);
    }
    paint_page(ui, page, &place, state.chosen.and_then(|at| lines.get(at)), state.page);
}

/// The line whose spot is the smallest one around a point of a page.
fn line_at(lines: &[CompareLine], page: usize, at: Point) -> Option<usize> {
    let hit = lines.iter().enumerate().filter_map(|(nth, line)| {
        let spot = line.spot.filter(|_| line.page == Some(page))?.inflate(6.0, 6.0);
        spot.contains(at).then_some((nth, spot.area()))
    });
    hit.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(nth, _)| nth)
}

fn paint_page(ui: &Ui, page: &ComparePage, place: &CanvasPlace, chosen: Option<&CompareLine>, shown: usize) {
    let frame = place.viewport;
    let tokens = Tokens::of(ui);
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(frame));
    painter.rect_filled(frame, RADIUS, tokens.desk);
    painter.rect_filled(on_screen(place, page.picture.bounds), 0, theme::PAPER);
    paint(&painter, &page.picture, place);
    if let Some(spot) = chosen.filter(|line| line.page == Some(shown)).and_then(|line| line.spot) {
        let ring = on_screen(place, spot).expand(7.0);
        // The paper stays paper in both looks, and what stands out on it does.
        let accent = Tokens::in_theme(Theme::Light).accent;
        painter.rect_stroke(ring, 8, Stroke::new(3.0, accent), StrokeKind::Outside);
    }
    ui.painter().rect_stroke(frame, RADIUS, Stroke::new(1.0, tokens.border), StrokeKind::Inside);
}

fn on_screen(place: &CanvasPlace, rect: crate::geom::Rect) -> Rect {
    let corner = |x, y| place.screen_from_doc(Point::new(x, y));
    Rect::from_min_max(corner(rect.x0, rect.y0), corner(rect.x1, rect.y1))
}

/// Which page is shown, and how large.
fn bar_ui(ui: &mut Ui, catalog: &Catalog, pages: &[ComparePage], viewport: Size, state: &mut CompareState) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let button = |ui: &mut Ui, icon, key: &str| {
            let words = catalog.text(key);
            icon_button(ui, icon, &words, true).on_hover_text(words).clicked()
        };
        if button(ui, Icon::Fit, "ui-cmd-zoom-fit") {
            state.camera = None;
        }
        let larger = button(ui, Icon::ZoomIn, "ui-cmd-zoom-in");
        let smaller = button(ui, Icon::ZoomOut, "ui-cmd-zoom-out");
        if let Some(page) = pages.get(state.page)
            && (larger || smaller)
        {
            let camera = state.camera(page.picture.bounds, viewport);
            let zoom = camera.zoom * if larger { ZOOM_STEP } else { 1.0 / ZOOM_STEP };
            let middle = (viewport.to_vec2() / 2.0).to_point();
            state.camera = Some(camera.zoomed_about(middle, zoom));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| pages_ui(ui, catalog, pages, state));
    });
}

/// The pages, where there are several.
fn pages_ui(ui: &mut Ui, catalog: &Catalog, pages: &[ComparePage], state: &mut CompareState) {
    if pages.len() < 2 {
        return;
    }
    let values = [
        ("number", (state.page + 1).into()),
        ("count", pages.len().into()),
        ("title", pages.get(state.page).map_or("", |page| page.title.as_str()).into()),
    ];
    for (key, to) in [("ui-compare-back", state.page.checked_sub(1)), ("ui-compare-on", Some(state.page + 1))]
    {
        let to = to.filter(|to| *to < pages.len());
        let words = catalog.text(key);
        let size = vec2(super::super::question::button_width(ui, &words), CONTROL);
        let clicked = ui.add_enabled_ui(to.is_some(), |ui| plain_button(ui, &words, size).clicked()).inner;
        if let Some(to) = to.filter(|_| clicked) {
            state.show_page(to);
        }
    }
    ui.label(catalog.text_with("ui-compare-page", &values));
}
