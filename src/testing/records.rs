//! Records with nothing in them but what a test says.

use std::collections::BTreeSet;

use laneway::{
    geom::Rect,
    locale::UiLang,
    model::{
        Connector, ConnectorId, ConnectorKind, Details, Document, End, Fit, Lane, LaneId, LineJumps, Page,
        Port, Properties, Role, Step, StepId, StepKind, Style, Text, ThemeName, Time, TitleBlock,
    },
};

/// An English text.
pub(crate) fn en(text: &str) -> Text {
    Text::new(UiLang::En.into(), text)
}

/// An English document of `pages`.
pub(crate) fn document(pages: Vec<Page>) -> Document {
    Document {
        id: None,
        title: Text::EMPTY,
        subtitle: Text::EMPTY,
        description: Text::EMPTY,
        language: UiLang::En.into(),
        translations: BTreeSet::new(),
        title_block: TitleBlock::default(),
        theme: ThemeName::Standard,
        line_jumps: LineJumps::Arc,
        properties: Properties::new(),
        pages,
    }
}

/// A lane without a title.
pub(crate) fn lane(id: &str, role: Role, size: f64) -> Lane {
    let id = LaneId::parse(id).unwrap();
    Lane { id, title: Text::EMPTY, role, size, given: None, style: Style::default(), pool: None }
}

/// A step without a text.
pub(crate) fn step(id: &str, kind: StepKind, lane: &str, rect: Rect) -> Step {
    Step {
        id: StepId::parse(id).unwrap(),
        kind,
        lane: LaneId::parse(lane).unwrap(),
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

/// A connector of the flow without a route.
pub(crate) fn connector(id: &str, from: End, to: End) -> Connector {
    Connector {
        id: ConnectorId::parse(id).unwrap(),
        kind: ConnectorKind::Sequence,
        from,
        to,
        route: None,
        label: Text::EMPTY,
        share: None,
        style: Style::default(),
        properties: Properties::new(),
    }
}

/// The end on the step `step`.
pub(crate) fn at(step: &str, port: Option<Port>) -> End {
    End::Attached { step: StepId::parse(step).unwrap(), port }
}
