//! The heading and the title block over the chart.

use super::{
    item::{Item, Part, Source},
    make::{caption, one_line, path_item, solid, straight},
    theme::Theme,
    view::View,
};
use crate::{
    geom::{Point, Rect},
    text::{Align, Face, TextBlock},
};

/// From the top of the chart up to the lowest baseline of the heading.
const GAP: f64 = 15.0;
/// From the heading's baseline down to the baseline of the line below it.
const SUBTITLE: f64 = 21.0;
/// The room around a field of the title block.
const FIELD_PADDING: f64 = 12.0;

/// Draws the heading at the left and the title block at the right.
pub(super) fn draw(view: &View<'_>, theme: &Theme, frame: Rect) -> Vec<Item> {
    let mut lines: Vec<Item> = heading(view, theme, frame).into_iter().flatten().collect();
    let heading_end = lines.iter().map(|item| item.bounds.x1).fold(frame.x0, f64::max);
    title_block(view, theme, frame, heading_end, &mut lines);
    lines
}

/// The title and the line below it, where there are any.
pub(super) fn heading(view: &View<'_>, theme: &Theme, frame: Rect) -> [Option<Item>; 2] {
    let subtitle = view.read(&view.document.subtitle);
    let title = view.document.page_title(view.page, view.lang);
    let low = frame.y0 - GAP;
    let high = if subtitle.is_empty() { low } else { low - SUBTITLE };
    let line = |text: &str, size, face, baseline, color| {
        let block = one_line(view.fonts, text, size, face, Align::Start);
        let at = Point::new(frame.x0, baseline);
        (!text.is_empty()).then(|| caption(&Source::Page, block, at, color))
    };
    [line(title, 23.0, Face::Bold, high, theme.ink), line(subtitle, 13.0, Face::Regular, low, theme.muted)]
}

/// Caption and value of each field that has something to say.
fn fields(view: &View<'_>) -> Vec<(TextBlock, TextBlock)> {
    let catalog = view.catalog();
    let block = &view.document.title_block;
    let (number, count) = number_of(view);
    let page = catalog.text_with("scene-page-of", &[("page", number.into()), ("pages", count.into())]);
    let named = [
        ("scene-version", block.version.as_str()),
        ("scene-date", view.read(&block.date)),
        ("scene-author", view.read(&block.author)),
    ];
    let mut filled: Vec<(&str, &str)> = named.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    if count > 1 || !filled.is_empty() {
        filled.push(("scene-page", &page));
    }
    let set = |text: &str, size| one_line(view.fonts, text, size, Face::Regular, Align::Start);
    filled.into_iter().map(|(key, value)| (set(&catalog.text(key), 10.5), set(value, 13.0))).collect()
}

/// The page's number in its document, and how many there are.
pub(super) fn number_of(view: &View<'_>) -> (usize, usize) {
    let pages = &view.document.pages;
    (pages.iter().position(|page| page.id == view.page.id).unwrap_or_default() + 1, pages.len())
}

fn title_block(view: &View<'_>, theme: &Theme, frame: Rect, heading_end: f64, items: &mut Vec<Item>) {
    let fields = fields(view);
    let width = |(caption, value): &(TextBlock, TextBlock)| caption.width().max(value.width());
    let total: f64 =
        fields.iter().map(|field| width(field) + 2.0 * FIELD_PADDING).sum::<f64>() - FIELD_PADDING;
    let mut x = frame.x1 - total;
    // A chart too narrow for both keeps the heading and pushes the block to the right of it.
    x = x.max(heading_end + 2.0 * FIELD_PADDING);
    for field in fields {
        let advance = width(&field) + 2.0 * FIELD_PADDING;
        let (name, value) = field;
        let rule = straight(Point::new(x, frame.y0 - 50.0), Point::new(x, frame.y0 - GAP));
        items.push(path_item(&Source::Page, Part::Line, rule, None, Some(solid(theme.rule, 1.0))));
        let left = x + FIELD_PADDING;
        items.push(caption(&Source::Page, name, Point::new(left, frame.y0 - 40.0), theme.muted));
        items.push(caption(&Source::Page, value, Point::new(left, frame.y0 - 20.0), theme.ink));
        x += advance;
    }
}
