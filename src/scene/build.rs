//! From a page to its display list.

use super::{
    connectors, grid,
    item::{Meta, Scene},
    legend, narrative, steps,
    theme::Theme,
    title,
    view::View,
};
use crate::geom::Rect;

/// The paper around everything that is drawn.
const MARGIN: f64 = 24.0;

/// Builds the display list of a page.
///
/// Pure: the same view gives the same scene, item for item.
pub fn build(view: &View<'_>) -> Scene {
    let theme = Theme::of(view.document.theme);
    let ways = narrative::Ways::of(view.page);
    let mut items = Vec::new();
    grid::draw(view, &theme, &mut items);
    connectors::draw(view, &theme, &mut items);
    steps::draw(view, &theme, &ways, &mut items);
    connectors::draw_labels(view, &theme, &mut items);
    let frame = view.page.frame();
    title::draw(view, &theme, &mut items);
    legend::draw(view, &theme, &mut items);
    let all = items.iter().fold(frame, |all, item| all.union(item.bounds));
    let bounds = all.inset(MARGIN);
    Scene {
        bounds: Rect::new(bounds.x0.floor(), bounds.y0.floor(), bounds.x1.ceil(), bounds.y1.ceil()),
        meta: Meta {
            title: view.document.page_title(view.page, view.lang).to_owned(),
            description: narrative::describe(view, &ways),
            lang: view.lang.to_string(),
        },
        items,
    }
}
