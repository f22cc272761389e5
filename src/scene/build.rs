//! From a page to its display list.

use crate::{
    geom::{BezPath, Point, Rect, Shape as _, Vec2},
    locale::{Catalog, Lang, UiLang},
    model::{Color, Document, Page, Text},
    text::{Align, Face, Fonts, Layout, TextBlock},
};

use super::{
    connectors, grid,
    item::{Item, Meta, Part, Prim, Scene, Source, Stroke, TextItem, Turn},
    legend, narrative, steps,
    theme::Theme,
    title,
};

/// The paper around everything that is drawn.
pub(super) const MARGIN: f64 = 24.0;

/// What a picture is made of: a page, seen in one language.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The fonts that texts are set in.
    pub fonts: &'a Fonts,
    /// The document that the page belongs to.
    pub document: &'a Document,
    /// The page.
    pub page: &'a Page,
    /// The language of the texts; what is not written in it falls back to the document's.
    pub lang: &'a Lang,
}

impl<'a> View<'a> {
    /// What `text` says in the view's language.
    pub fn read<'t>(&self, text: &'t Text) -> &'t str
    where
        'a: 't,
    {
        text.get(self.lang, &self.document.language)
    }

    /// The words that a picture itself brings along (legend, title block), in the view's language.
    pub fn catalog(&self) -> &'static Catalog {
        Catalog::of(UiLang::from_tag(self.lang.as_str()))
    }
}

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

/// A path item.
pub(super) fn path_item(
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
pub(super) fn text_item(source: &Source, text: TextItem) -> Item {
    let local = text.block.bounds().inset(if text.halo.is_some() { 2.0 } else { 0.0 });
    let turned = match text.turn {
        Turn::None => local,
        Turn::Left => Rect::new(local.y0, -local.x1, local.y1, -local.x0),
    };
    let bounds = turned + text.at.to_vec2();
    Item { source: source.clone(), part: Part::Label, bounds, prim: Prim::Text(text) }
}

/// A group of items that show one record.
pub(super) fn group_item(source: &Source, title: String, desc: String, items: Vec<Item>) -> Option<Item> {
    let bounds = items.iter().map(|item| item.bounds).reduce(|all, one| all.union(one))?;
    let source = source.clone();
    Some(Item { source, part: Part::Whole, bounds, prim: Prim::Group { title, desc, items } })
}

/// A solid line.
pub(super) const fn solid(color: Color, width: f64) -> Stroke {
    Stroke { color, width, dash: &[] }
}

/// The straight path from `a` to `b`.
pub(super) fn straight(a: Point, b: Point) -> BezPath {
    let mut path = BezPath::new();
    path.move_to(a);
    path.line_to(b);
    path
}

/// One line of `text`, never broken.
pub(super) fn one_line(fonts: &Fonts, text: &str, size: f64, face: Face, align: Align) -> TextBlock {
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
pub(super) fn caption(source: &Source, block: TextBlock, at: Point, color: Color) -> Item {
    let first = block.lines.first().map_or(0.0, |line| line.baseline);
    let block = block.translated(Vec2::new(0.0, -first));
    text_item(source, TextItem { block, at, turn: Turn::None, color, halo: None })
}
