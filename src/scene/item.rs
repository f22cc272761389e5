//! The display list.

use std::sync::Arc;

use crate::{
    geom::{BezPath, Point, Rect},
    model::{Color, ConnectorId, DocumentId, LaneId, Link, PhaseId, PoolId, StepId},
    text::TextBlock,
};

/// A page, resolved to paths and lines of text in page coordinates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// The paper: everything that is drawn, with the margins.
    pub bounds: Rect,
    /// What is said of the picture as a whole.
    pub meta: Meta,
    /// The items, back to front. Two scenes of one [`Cache`](super::Cache) share those that are the same.
    pub items: Arc<[Arc<Item>]>,
}

/// What is said of a picture as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The heading.
    pub title: String,
    /// The flow as sentences, for readers who do not see the picture.
    pub description: Arc<str>,
    /// The language code of the texts.
    pub lang: String,
    /// The document that it is a picture of.
    pub id: Option<DocumentId>,
}

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The record that it shows.
    pub source: Source,
    /// Which part of the record.
    pub part: Part,
    /// The smallest upright rectangle that holds it, lines' widths and halos included.
    pub bounds: Rect,
    /// How it is drawn.
    pub prim: Prim,
}

/// The record that an item shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The page itself: frame, title, title block.
    Page,
    /// The legend.
    Legend,
    /// What a comparison says of a record.
    Mark,
    /// A lane.
    Lane(LaneId),
    /// A pool.
    Pool(PoolId),
    /// A phase.
    Phase(PhaseId),
    /// A step.
    Step(StepId),
    /// A connector.
    Connector(ConnectorId),
}

/// Which part of a record an item shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// An area behind other items.
    Ground,
    /// The coloured header of a lane, the header of a pool or the band of a phase.
    Header,
    /// The outline of a step, the line of a connector, a border.
    Line,
    /// An arrow head or the dot at a line's beginning.
    Tip,
    /// A sign inside a step, or beside what is marked.
    Marker,
    /// A text.
    Label,
    /// All parts of a record.
    Whole,
}

/// How an item is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Prim {
    /// A path, filled (non-zero rule) and then stroked.
    Path {
        /// The path.
        path: BezPath,
        /// The inside.
        fill: Option<Color>,
        /// The line.
        stroke: Option<Stroke>,
    },
    /// Finished lines of text.
    Text(TextItem),
    /// Items that belong together.
    Group {
        /// Its name for readers who do not see the picture.
        title: String,
        /// More about it.
        desc: String,
        /// Where a click on it leads, for sinks that can lead there.
        link: Option<Link>,
        /// Its items, back to front.
        items: Vec<Item>,
    },
}

/// How a line is drawn; ends are butt, corners round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub color: Color,
    /// Its width in document units.
    pub width: f64,
    /// Lengths of dashes and gaps in turn; empty for a solid line.
    pub dash: &'static [f64],
}

/// Finished lines of text at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct TextItem {
    /// The lines, in coordinates relative to `at`.
    pub block: Arc<TextBlock>,
    /// Where the block's origin stands.
    pub at: Point,
    /// How the block is turned about `at`.
    pub turn: Turn,
    /// The colour of the letters.
    pub color: Color,
    /// A 4-wide line in this colour around the letters, drawn first.
    pub halo: Option<Color>,
}

/// How a text is turned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    /// Upright.
    #[default]
    None,
    /// A quarter turn against the clock: it reads from bottom to top.
    Left,
}

impl Scene {
    /// Every item that is not a group, back to front.
    pub fn leaves(&self) -> impl Iterator<Item = &Item> {
        let mut stack: Vec<&Item> = self.items.iter().rev().map(AsRef::as_ref).collect();
        std::iter::from_fn(move || {
            loop {
                let item = stack.pop()?;
                match &item.prim {
                    Prim::Group { items, .. } => stack.extend(items.iter().rev()),
                    Prim::Path { .. } | Prim::Text(_) => return Some(item),
                }
            }
        })
    }
}
