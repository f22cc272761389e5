//! The draft itself.
//!
//! Texts are plain: stars in them are stars. Places are in the source's own coordinates, x to the right and y down,
//! 1/96 inch; where they begin does not matter, and what is not finite counts as not there.

use crate::{
    geom::{Orientation, Point, Rect},
    model::{ConnectorKind, Properties, Role, StepId, StepKind, Style},
};

/// The property that keeps what the source called a record.
pub(in crate::interop) const SOURCE_ID: &str = "src.id";
/// The property that keeps what the source called the kind of a record, where our kind does not say it.
pub(in crate::interop) const SOURCE_TYPE: &str = "src.type";

/// A whole file.
#[derive(Clone, Debug, Default)]
pub(in crate::interop) struct ChartDraft {
    pub(in crate::interop) title: String,
    pub(in crate::interop) pages: Vec<PageDraft>,
}

/// One flow: a page to be.
#[derive(Clone, Debug, Default)]
pub(in crate::interop) struct PageDraft {
    pub(in crate::interop) title: String,
    /// Which way the flow runs; `None`: as the lanes lie, or else to the right.
    pub(in crate::interop) orientation: Option<Orientation>,
    /// Pools and lanes in order, each behind the one that it lies in; none: one lane without a title.
    pub(in crate::interop) lanes: Vec<LaneDraft>,
    /// The phases in order.
    pub(in crate::interop) phases: Vec<PhaseDraft>,
    /// The steps, and the remarks among them, in the order of the source.
    pub(in crate::interop) nodes: Vec<NodeDraft>,
    /// The connectors.
    pub(in crate::interop) edges: Vec<EdgeDraft>,
}

/// Where a record stands in its source, for its line in the account.
#[derive(Clone, Debug, Default)]
pub(in crate::interop) struct Origin {
    /// The place as people name it: a row, a path, a number.
    pub(in crate::interop) place: String,
    /// How many elements of the source the record stands for of which the reader has not said what became of them.
    pub(in crate::interop) elements: usize,
}

/// A lane to be; one that others lie in is a pool.
#[derive(Clone, Debug, Default)]
pub(in crate::interop) struct LaneDraft {
    /// What the source calls it; empty: it is named after its title.
    pub(in crate::interop) name: String,
    pub(in crate::interop) title: String,
    pub(in crate::interop) role: Role,
    pub(in crate::interop) style: Style,
    /// Which of the page's lanes it lies in: one that comes before it.
    pub(in crate::interop) parent: Option<usize>,
    /// Its place.
    pub(in crate::interop) rect: Option<Rect>,
    pub(in crate::interop) origin: Origin,
}

/// A phase to be.
#[derive(Clone, Debug, Default)]
pub(in crate::interop) struct PhaseDraft {
    pub(in crate::interop) title: String,
    /// Its place; only how far it reaches along the flow counts.
    pub(in crate::interop) rect: Option<Rect>,
}

/// A step to be.
#[derive(Clone, Debug)]
pub(in crate::interop) struct NodeDraft {
    /// The name it will have, from [`RecordNames`](super::RecordNames).
    pub(in crate::interop) id: StepId,
    pub(in crate::interop) kind: StepKind,
    pub(in crate::interop) text: String,
    pub(in crate::interop) description: String,
    /// Which of the page's lanes; a pool means the lane of it in which the node stands. `None`: as its place says.
    pub(in crate::interop) lane: Option<usize>,
    /// Which of the page's phases. `None`: as its place says, or none.
    pub(in crate::interop) phase: Option<usize>,
    /// Its place and size.
    pub(in crate::interop) rect: Option<Rect>,
    pub(in crate::interop) style: Style,
    /// The address that a click leads to.
    pub(in crate::interop) link: Option<String>,
    pub(in crate::interop) properties: Properties,
    pub(in crate::interop) origin: Origin,
}

impl NodeDraft {
    /// A node that says only this; what more is known is added to it.
    pub(in crate::interop) fn new(id: StepId, kind: StepKind, text: impl Into<String>) -> Self {
        Self {
            id,
            kind,
            text: text.into(),
            description: String::new(),
            lane: None,
            phase: None,
            rect: None,
            style: Style::default(),
            link: None,
            properties: Properties::new(),
            origin: Origin::default(),
        }
    }
}

/// A connector to be.
#[derive(Clone, Debug)]
pub(in crate::interop) struct EdgeDraft {
    /// What the source calls it; empty: it is named after its ends.
    pub(in crate::interop) name: String,
    pub(in crate::interop) kind: ConnectorKind,
    pub(in crate::interop) from: EndDraft,
    pub(in crate::interop) to: EndDraft,
    /// The corners between its ends.
    pub(in crate::interop) bends: Vec<Point>,
    /// Whether somebody placed corners and label, so that they stay where the line is routed anew.
    pub(in crate::interop) pinned: bool,
    pub(in crate::interop) label: String,
    /// Where the middle of the label stands.
    pub(in crate::interop) label_at: Option<Point>,
    /// How many of the cases take it, in percent.
    pub(in crate::interop) share: Option<f64>,
    pub(in crate::interop) style: Style,
    pub(in crate::interop) properties: Properties,
    pub(in crate::interop) origin: Origin,
}

impl EdgeDraft {
    /// An edge that says only this; what more is known is added to it.
    pub(in crate::interop) fn new(from: EndDraft, to: EndDraft, label: impl Into<String>) -> Self {
        Self {
            name: String::new(),
            kind: ConnectorKind::Sequence,
            from,
            to,
            bends: Vec::new(),
            pinned: false,
            label: label.into(),
            label_at: None,
            share: None,
            style: Style::default(),
            properties: Properties::new(),
            origin: Origin::default(),
        }
    }
}

/// One end of a connector to be.
#[derive(Clone, Debug)]
pub(in crate::interop) struct EndDraft {
    /// What it is on.
    pub(in crate::interop) anchor: Anchor,
    /// Where the line ends.
    pub(in crate::interop) at: Option<Point>,
}

/// What the end of a connector is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::interop) enum Anchor {
    /// A node of the page.
    Node(StepId),
    /// Nothing: the source leaves it loose.
    Loose,
    /// Something that the source names and does not have.
    Missing,
}

impl EndDraft {
    /// An end somewhere on the node `id`.
    pub(in crate::interop) const fn node(id: StepId) -> Self {
        Self { anchor: Anchor::Node(id), at: None }
    }
}
