//! The document: what a chart means and where its parts stand.
//!
//! Owns the records and the hard invariants (`Document::check`). No files, no clock, no randomness, no
//! drawing; texts are not measured here. An open one is changed only through `edit`.
//!
//! Page coordinates: document units with the origin where the first lane and the page's beginning meet, the
//! lane headers before it along the flow and the phase band before it across. In horizontal orientation
//! *along* is x and *across* is y.

mod breach;
mod connector;
mod connectors;
mod details;
mod document;
mod id;
mod invariants;
mod kind;
mod lane;
mod marked_value;
mod merge_mark;
mod page;
mod pool;
mod records;
mod shared;
mod step;
mod style;
mod text;
mod words;
mod z_order;

pub use breach::{Breach, Ranged};
pub use connector::{Bend, Connector, ConnectorEnd, ConnectorKind, End, LabelPlace, Port, Route};
pub use connectors::Connectors;
pub use details::{Detail, Details, Estimate, Minutes, Time};
pub use document::{Document, Properties, TitleBlock};
pub use id::{ConnectorId, DocumentId, IdError, LaneId, PageId, PhaseId, PoolId, StepId};
pub use invariants::{LIMIT_COORDINATE, LIMIT_STEPS, is_text_char};
pub use kind::{Branching, Outcome, StepKind, Trigger};
pub use lane::{Lane, Phase, Pool, Role};
pub use marked_value::MarkedValue;
pub use merge_mark::{MarkedRecord, MergeMark};
pub use page::Page;
pub use pool::{LIMIT_NESTING, PoolBand};
pub use records::{is_many, put_records};
pub use step::{Fit, Link, Step};
pub use style::{Color, ColorError, LineJumps, Style, ThemeName};
pub use text::{Text, TextError};
pub use words::flow_key;
pub use z_order::ZOrder;
