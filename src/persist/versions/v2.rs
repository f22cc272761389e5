//! Version 2 of the file: open until 0.2.0. What a step's place says of the order of drawing stands with the place,
//! so that raising one step changes one line; pools are records, which lanes name; the document has an id; and what
//! the file holds beside the document is refused if unknown.

use serde::Deserialize;

use super::{
    read_records,
    v1::{
        Connector, ConnectorPlace, Fit, LineJumps, Orientation, Phase, Role, Step, Style, ThemeName,
        TitleBlock, records,
    },
    values::{Number, Pairs},
};

/// Parses a file of version 2.
pub(in crate::persist) fn parse(text: &str) -> Result<File, ron::error::SpannedError> {
    read_records(text)
}

/// The whole file. The header was read before.
#[derive(Deserialize)]
#[serde(rename = "Laneway", deny_unknown_fields)]
pub(in crate::persist) struct File {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
    pub(super) document: Document,
}

impl File {
    /// A file of this version.
    pub(super) fn of(document: Document) -> Self {
        Self { _format: String::new(), _version: 2, document }
    }
}

records! {
    Document {
        language: String,
        pages: Vec<Page>;
        optional
        id: Option<String>,
        title: Pairs,
        subtitle: Pairs,
        description: Pairs,
        translations: Vec<String>,
        title_block: Option<TitleBlock>,
        theme: Option<ThemeName>,
        line_jumps: Option<LineJumps>,
        properties: Pairs,
    }
    Page {
        id: String,
        lanes: Vec<Lane>;
        optional
        title: Pairs,
        orientation: Option<Orientation>,
        pools: Vec<Pool>,
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
        pool: Option<String>,
        given: Option<Number>,
        style: Option<Style>,
    }
    Pool {
        id: String;
        optional
        title: Pairs,
        parent: Option<String>,
    }
    Places {
        ; optional
        steps: Vec<StepPlace>,
        connectors: Vec<ConnectorPlace>,
    }
    StepPlace {
        step: String,
        along: Number,
        across: Number;
        optional
        size: Option<(Number, Number)>,
        z: i32,
        pinned: bool,
        fit: Option<Fit>,
        style: Option<Style>,
    }
}
