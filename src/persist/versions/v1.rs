//! Version 1 of the file: frozen. Only what reading needs; names and defaults are the format.

use serde::Deserialize;

use super::{
    read_records,
    values::{Number, Pairs},
};
use crate::{geom, model};

/// Parses a file of version 1.
pub(in crate::persist) fn parse(text: &str) -> Result<File, ron::error::SpannedError> {
    read_records(text)
}

/// The whole file. The header was read before; unknown fields beside it are let through.
#[derive(Deserialize)]
#[serde(rename = "Laneway")]
pub(in crate::persist) struct File {
    pub(super) document: Document,
}

/// A field-for-field reader of one record.
macro_rules! records {
    ($($name:ident { $($field:ident: $type:ty),* $(,)? $(; optional $($option:ident: $option_type:ty),* $(,)?)? })*) => {$(
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name {
            $(pub(super) $field: $type,)*
            $($(#[serde(default)] pub(super) $option: $option_type,)*)?
        }
    )*};
}

pub(super) use records;

records! {
    Document {
        language: String,
        pages: Vec<Page>;
        optional
        title: Pairs,
        subtitle: Pairs,
        description: Pairs,
        title_block: Option<TitleBlock>,
        theme: Option<ThemeName>,
        line_jumps: Option<LineJumps>,
        properties: Pairs,
    }
    TitleBlock {
        ; optional
        version: String,
        date: Pairs,
        author: Pairs,
    }
    Page {
        id: String,
        lanes: Vec<Lane>;
        optional
        title: Pairs,
        orientation: Option<Orientation>,
        phases: Vec<Phase>,
        steps: Vec<Step>,
        connectors: Vec<Connector>,
        places: Option<Places>,
    }
    Lane {
        id: String,
        size: Number;
        optional
        title: Pairs,
        role: Option<Role>,
        group: Pairs,
        style: Option<Style>,
    }
    Phase {
        id: String,
        size: Number;
        optional
        title: Pairs,
    }
    Step {
        id: String,
        kind: StepKind,
        lane: String;
        optional
        phase: Option<String>,
        text: Pairs,
        goal: Pairs,
        description: Pairs,
        responsible: Pairs,
        channel: Pairs,
        needs: Pairs,
        say: Pairs,
        record: Pairs,
        evidence: Pairs,
        authority: Pairs,
        time: Option<Time>,
        link: Option<Link>,
        properties: Pairs,
    }
    Time {
        ; optional
        handling: Option<Estimate>,
        waiting: Option<Estimate>,
        target: Option<Number>,
    }
    Estimate {
        usual: Number;
        optional
        best: Option<Number>,
        worst: Option<Number>,
    }
    Connector {
        id: String;
        optional
        kind: Option<ConnectorKind>,
        from: Option<String>,
        to: Option<String>,
        label: Pairs,
        share: Option<Number>,
        properties: Pairs,
    }
    Style {
        ; optional
        fill: Option<String>,
        line: Option<String>,
        text: Option<String>,
    }
    Places {
        ; optional
        z_order: Vec<String>,
        steps: Vec<StepPlace>,
        connectors: Vec<ConnectorPlace>,
    }
    StepPlace {
        step: String,
        along: Number,
        across: Number;
        optional
        size: Option<(Number, Number)>,
        pinned: bool,
        fit: Option<Fit>,
        style: Option<Style>,
    }
    ConnectorPlace {
        connector: String;
        optional
        routed: Option<bool>,
        from: Option<Port>,
        from_point: Option<Place>,
        to: Option<Port>,
        to_point: Option<Place>,
        bends: Vec<Bend>,
        label: Option<Label>,
        style: Option<Style>,
    }
    Port {
        side: Side,
        t: Number;
        optional
        pinned: bool,
    }
    Place {
        lane: String,
        along: Number,
        across: Number,
    }
    Bend {
        lane: String,
        along: Number,
        across: Number;
        optional
        pinned: bool,
    }
    Label {
        lane: String,
        along: Number,
        across: Number;
        optional
        pinned: bool,
    }
}

/// The words of the file for one of the model's enums.
macro_rules! words {
    ($($name:ident = $model:path { $($variant:ident),* $(,)? })*) => {$(
        #[derive(Clone, Copy, Deserialize)]
        pub(in crate::persist) enum $name { $($variant),* }

        impl From<$name> for $model {
            fn from(word: $name) -> Self {
                match word { $($name::$variant => Self::$variant),* }
            }
        }

        impl From<$model> for $name {
            fn from(value: $model) -> Self {
                type Model = $model;
                match value { $(Model::$variant => Self::$variant),* }
            }
        }

        impl $name {
            /// The word as it stands in the file.
            pub(in crate::persist) const fn word(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant)),* }
            }
        }
    )*};
}

words! {
    ThemeName = model::ThemeName { Standard, BlackAndWhite, HighContrast }
    LineJumps = model::LineJumps { Arc, Gap, Plain }
    Orientation = geom::Orientation { Horizontal, Vertical }
    Role = model::Role { Customer, Employee, ServiceDepartment, ProcessOwner, Other }
    ConnectorKind = model::ConnectorKind { Sequence, Message, Association }
    Fit = model::Fit { Grow, Fixed }
    Side = geom::Side { Top, Right, Bottom, Left }
    Outcome = model::Outcome { Solved, Refused, Withdrawn, HandedOver, Other }
    Branching = model::Branching { Plain, Exclusive, Inclusive, Parallel, Event, Complex }
    Trigger = model::Trigger { None, Message, Timer, Condition, Signal, Error, Escalation }
}

/// Where a click on a step leads.
#[derive(Deserialize)]
pub(super) enum Link {
    Page(String),
    Step(String),
    Address(String),
}

/// The words of the file for the symbols: those with nothing more to say, and those with a word of another enum.
macro_rules! step_kinds {
    (plain { $($plain:ident),* $(,)? } of { $($of:ident($word:ident)),* $(,)? }) => {
        #[derive(Clone, Copy, Deserialize)]
        pub(in crate::persist) enum StepKind { $($plain,)* $($of($word)),* }

        impl From<StepKind> for model::StepKind {
            fn from(word: StepKind) -> Self {
                match word {
                    $(StepKind::$plain => Self::$plain,)*
                    $(StepKind::$of(of) => Self::$of(of.into())),*
                }
            }
        }

        impl From<model::StepKind> for StepKind {
            fn from(value: model::StepKind) -> Self {
                match value {
                    $(model::StepKind::$plain => Self::$plain,)*
                    $(model::StepKind::$of(of) => Self::$of(of.into())),*
                }
            }
        }

        impl StepKind {
            /// The word as it stands in the file.
            pub(in crate::persist) fn word(self) -> String {
                match self {
                    $(Self::$plain => stringify!($plain).to_owned(),)*
                    $(Self::$of(of) => format!("{}({})", stringify!($of), of.word())),*
                }
            }
        }
    };
}

step_kinds! {
    plain {
        Start, Process, Data, Document, MultiDocument, Subprocess, Database, ManualOperation, ManualInput,
        Preparation, Delay, Display, OnPageConnector, OffPageConnector, Note,
    }
    of { End(Outcome), Decision(Branching), Event(Trigger) }
}
