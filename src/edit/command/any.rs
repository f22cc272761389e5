//! What a person wants to be done.

use serde::{Deserialize, Serialize};

use super::{
    band::{LaneCommand, PhaseCommand, PoolCommand},
    connector::ConnectorCommand,
    page::PageCommand,
    step::StepCommand,
};
use crate::{
    edit::{Fragment, Selection, TextOf},
    geom::{Vec2, serial},
    locale::Lang,
    model::{Color, ConnectorId, StepId},
};

/// Something that a person wants to be done. Acts on the page that the editor shows unless it says otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Command {
    /// About steps.
    Step(StepCommand),
    /// About connectors.
    Connector(ConnectorCommand),
    /// About lanes.
    Lane(LaneCommand),
    /// About pools.
    Pool(PoolCommand),
    /// About phases.
    Phase(PhaseCommand),
    /// About pages and the document.
    Page(PageCommand),
    /// Writes a text; an empty one takes the language out.
    SetText {
        /// Which text.
        of: TextOf,
        /// In which language.
        lang: Lang,
        /// What it will say.
        text: String,
    },
    /// Says that a text is right in a language, although another one has changed since it was written.
    ConfirmTranslation {
        /// Which text.
        of: TextOf,
        /// In which language.
        lang: Lang,
    },
    /// Sets or takes away an override of the theme.
    SetStyle {
        /// Steps, connectors and lanes; what a record has no such part of is passed over.
        of: Selection,
        /// Which colour.
        part: StylePart,
        /// `None`: as the theme says.
        color: Option<Color>,
    },
    /// Sets or takes away a free property.
    SetProperty {
        /// Whose.
        of: Owner,
        /// Its name.
        key: String,
        /// `None` takes it away.
        value: Option<String>,
    },
    /// Removes steps and connectors, and the lanes and phases in the selection together with nothing else:
    /// see [`LaneCommand::Delete`] for those.
    Delete {
        /// What goes.
        what: Selection,
        /// Whether the flow is closed where a removed step had one way in and one way out.
        heal: bool,
    },
    /// Adds a copy of what was cut out.
    Paste {
        /// What; its ids are new.
        fragment: Box<Fragment>,
        /// How far from where it was cut out; further, where something stands there.
        #[serde(with = "serial::Vec2Form")]
        by: Vec2,
    },
    /// Several commands as one; refused when one of them is.
    All(Vec<Self>),
}

/// A record with free properties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Owner {
    /// The document.
    Document,
    /// A step.
    Step(StepId),
    /// A connector.
    Connector(ConnectorId),
}

/// A colour that may differ from the theme's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum StylePart {
    /// The inside of a step; the header of a lane.
    Fill,
    /// Outline or line.
    Line,
    /// The text.
    Text,
}
