//! Steps.

use serde::{Deserialize, Serialize};

use super::{Details, LaneId, PageId, PhaseId, Properties, StepId, StepKind, Style, Text, Time};
use crate::geom::{Rect, serial};

/// One symbol of the chart.
///
/// Belongs to its lane, and perhaps to a phase, *by reference*: where it stands follows from that, not the
/// other way round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name.
    pub id: StepId,
    /// The symbol.
    pub kind: StepKind,
    /// The lane it belongs to.
    pub lane: LaneId,
    /// The phase it belongs to.
    pub phase: Option<PhaseId>,
    /// Its place in page coordinates.
    #[serde(with = "serial::RectForm")]
    pub rect: Rect,
    /// Whether automatic layout leaves it where it is. A person may still move it.
    pub pinned: bool,
    /// What happens when the text no longer fits.
    pub fit: Fit,
    /// The label.
    pub text: Text,
    /// The particulars.
    pub details: Details,
    /// How long it takes.
    pub time: Time,
    /// Where a click leads.
    pub link: Option<Link>,
    /// Overrides of the theme.
    pub style: Style,
    /// Free key/value pairs.
    pub properties: Properties,
}

impl Step {
    /// A step that says nothing.
    pub fn blank(id: StepId, kind: StepKind, lane: LaneId, rect: Rect) -> Self {
        Self {
            id,
            kind,
            lane,
            phase: None,
            rect,
            pinned: false,
            fit: Fit::Grow,
            text: Text::EMPTY,
            details: Details::default(),
            time: Time::default(),
            link: None,
            style: Style::default(),
            properties: Properties::new(),
        }
    }
}

/// What happens when a step's text no longer fits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Fit {
    /// The step grows.
    #[default]
    Grow,
    /// The step keeps its size, and the check reports text that is cut off.
    Fixed,
}

/// Where a click on a step leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Link {
    /// To a page of this document.
    Page(PageId),
    /// To a step of this document.
    Step(StepId),
    /// To a file or an address.
    Address(String),
}
