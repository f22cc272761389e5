//! Items with their bounds.

use super::item::{Item, Part, Prim, Source, Stroke, TextItem, Turn};
use crate::{
    geom::{BezPath, Point, Rect, Shape as _, Vec2},
    model::Color,
    text::{Align, Face, Fonts, Layout, TextBlock},
};

/// A path item.
pub fn path_item(
    source: &Source,
    part: Part,
    path: BezPath,
    fill: Option<Color>,
    stroke: Option<Stroke>,
) -> Item {
    let reach = stroke.map_or(0.0, |stroke| stroke.width / 2.0);
    let bounds = path.bounding_box().inset(reach);
    Item { source: source.clone(), part, bounds, prim: Prim::Path { path, fill, stroke } }
}

/// A text item.
pub fn text_item(source: &Source, text: TextItem) -> Item {
    let local = text.block.bounds().inset(if text.halo.is_some() { 2.0 } else { 0.0 });
    let turned = match text.turn {
        Turn::None => local,
        Turn::Left => Rect::new(local.y0, -local.x1, local.y1, -local.x0),
    };
    let bounds = turned + text.at.to_vec2();
    Item { source: source.clone(), part: Part::Label, bounds, prim: Prim::Text(text) }
}

/// A group of items that show one record.
pub fn group_item(source: &Source, title: String, desc: String, items: Vec<Item>) -> Option<Item> {
    let bounds = items.iter().map(|item| item.bounds).reduce(|all, one| all.union(one))?;
    let source = source.clone();
    Some(Item { source, part: Part::Whole, bounds, prim: Prim::Group { title, desc, link: None, items } })
}

/// A solid line.
pub const fn solid(color: Color, width: f64) -> Stroke {
    Stroke { color, width, dash: &[] }
}

/// The straight path from `a` to `b`.
pub fn straight(a: Point, b: Point) -> BezPath {
    let mut path = BezPath::new();
    path.move_to(a);
    path.line_to(b);
    path
}

/// One line of `text`, never broken.
pub fn one_line(fonts: &Fonts, text: &str, size: f64, face: Face, align: Align) -> TextBlock {
    let layout = Layout {
        size,
        line_height: size * 1.3,
        face,
        align,
        balance: false,
        max_width: &|_| f64::INFINITY,
        max_height: f64::INFINITY,
    };
    fonts.layout(text, &layout)
}

/// An upright text whose first line's baseline starts at `at`.
pub fn caption(source: &Source, block: TextBlock, at: Point, color: Color) -> Item {
    let first = block.lines.first().map_or(0.0, |line| line.baseline);
    let block = block.translated(Vec2::new(0.0, -first));
    text_item(source, TextItem { block: block.into(), at, turn: Turn::None, color, halo: None })
}
