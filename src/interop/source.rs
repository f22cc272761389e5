//! What readers make of a file before it is a document: a flow without places.
//!
//! Neutral, so that the mapping to a document and its account are written once. Owns how records are named: the
//! same file gives the same names every time.

use std::collections::BTreeSet;

use crate::{
    geom::{Orientation, Point, Rect},
    locale::Lang,
    model::{
        Connector, ConnectorId, ConnectorKind, Details, Document, End, Fit, Lane, LaneId, LineJumps, Page,
        PageId, Phase, PhaseId, Properties, Role, Step, StepId, StepKind, Style, Text, ThemeName, Time,
        TitleBlock,
    },
    shape,
    text::{Fonts, markup},
};

/// The property that keeps what the source called a record.
pub(super) const SOURCE_ID: &str = "src.id";
/// The property that keeps what the source called the kind of a record, where our kind does not say it.
pub(super) const SOURCE_TYPE: &str = "src.type";

/// The height that a lane has until something is placed in it.
const NOMINAL_LANE: f64 = 120.0;
/// The length that a phase has until something is placed in it.
const NOMINAL_PHASE: f64 = 240.0;

/// How far apart the middles of steps stand until they are placed: the order of the source is kept in that.
const APART: f64 = 80.0;

/// One flow: a page to be.
#[derive(Clone, Debug, Default)]
pub(super) struct SourceGraph {
    pub(super) title: String,
    /// The titles of the lanes in order; none: one lane without a title.
    pub(super) lanes: Vec<String>,
    /// The titles of the phases in order.
    pub(super) phases: Vec<String>,
    pub(super) nodes: Vec<SourceNode>,
    pub(super) edges: Vec<SourceEdge>,
}

/// One step to be. Texts are plain: stars in them are stars.
#[derive(Clone, Debug)]
pub(super) struct SourceNode {
    /// The name it will have, from [`RecordNames`].
    pub(super) id: StepId,
    pub(super) kind: StepKind,
    pub(super) text: String,
    pub(super) description: String,
    /// Which of the lanes.
    pub(super) lane: usize,
    /// Which of the phases.
    pub(super) phase: Option<usize>,
    pub(super) properties: Properties,
}

/// One connector to be.
#[derive(Clone, Debug)]
pub(super) struct SourceEdge {
    pub(super) from: StepId,
    pub(super) to: StepId,
    pub(super) label: String,
}

/// Gives names that are unique in a document, without chance.
#[derive(Debug, Default)]
pub(super) struct RecordNames {
    taken: BTreeSet<String>,
}

impl RecordNames {
    /// `wish` itself if it can be a name and nobody has it, else one made of it.
    pub(super) fn step(&mut self, wish: &str) -> StepId {
        self.name(wish, StepId::parse, StepId::mint, StepId::as_str)
    }

    fn name<Id, E>(
        &mut self,
        wish: &str,
        parse: impl Fn(&str) -> Result<Id, E>,
        mint: impl Fn(&str, u32) -> Id,
        text: impl Fn(&Id) -> &str,
    ) -> Id {
        if let Ok(id) = parse(&wish.to_lowercase())
            && self.taken.insert(text(&id).to_owned())
        {
            return id;
        }
        let mut seed = hash(wish);
        loop {
            let id = mint(wish, seed);
            if self.taken.insert(text(&id).to_owned()) {
                return id;
            }
            seed = hash(text(&id)).wrapping_add(seed);
        }
    }
}

/// FNV-1a: the same in every run and on every machine.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A document with a page for each of `graphs`: steps have the size that their texts need and stand in the middle of
/// their lanes in the order of the source, connectors have no routes. Placing them well is the caller's part.
pub(super) fn document(
    title: &str,
    graphs: &[SourceGraph],
    names: &mut RecordNames,
    lang: &Lang,
    fonts: &Fonts,
) -> Document {
    let is_only = graphs.len() == 1;
    Document {
        title: text_of(title, lang),
        subtitle: Text::EMPTY,
        description: Text::EMPTY,
        language: lang.clone(),
        title_block: TitleBlock::default(),
        theme: ThemeName::default(),
        line_jumps: LineJumps::default(),
        properties: Properties::new(),
        pages: graphs
            .iter()
            .map(|graph| {
                let mut draft = Draft { graph, names, lang, fonts };
                draft.page(if is_only && graph.title == title { "" } else { &graph.title })
            })
            .collect(),
    }
}

fn text_of(plain: &str, lang: &Lang) -> Text {
    Text::new(lang.clone(), markup::escape(plain))
}

struct Draft<'a> {
    graph: &'a SourceGraph,
    names: &'a mut RecordNames,
    lang: &'a Lang,
    fonts: &'a Fonts,
}

impl Draft<'_> {
    fn page(&mut self, title: &str) -> Page {
        let graph = self.graph;
        let id = self.names.name("page", PageId::parse, PageId::mint, PageId::as_str);
        let no_lane = [String::new()];
        let titles = if graph.lanes.is_empty() { &no_lane[..] } else { &graph.lanes };
        let lanes: Vec<Lane> = titles.iter().map(|title| self.lane(title)).collect();
        let phases: Vec<Phase> = graph.phases.iter().map(|title| self.phase(title)).collect();
        let steps = (0..).zip(&graph.nodes).filter_map(|(nth, node)| self.step((nth, node), &lanes, &phases));
        let steps = steps.map(|step| (step.id.clone(), step.into())).collect();
        let connectors = graph.edges.iter().map(|edge| self.connector(edge));
        let connectors = connectors.map(|connector| (connector.id.clone(), connector.into())).collect();
        let lanes = lanes.into_iter().map(Into::into).collect();
        Page {
            title: text_of(title, self.lang),
            phases: phases.into_iter().map(Into::into).collect(),
            steps,
            connectors,
            ..Page::blank(id, Orientation::Horizontal, lanes)
        }
    }

    fn lane(&mut self, title: &str) -> Lane {
        Lane {
            id: self.names.name(&format!("lane-{title}"), LaneId::parse, LaneId::mint, LaneId::as_str),
            title: text_of(title, self.lang),
            role: Role::Other,
            size: NOMINAL_LANE,
            style: Style::default(),
            group: Text::EMPTY,
        }
    }

    fn phase(&mut self, title: &str) -> Phase {
        Phase {
            id: self.names.name(&format!("phase-{title}"), PhaseId::parse, PhaseId::mint, PhaseId::as_str),
            title: text_of(title, self.lang),
            size: NOMINAL_PHASE,
        }
    }

    fn step(&self, (nth, node): (u32, &SourceNode), lanes: &[Lane], phases: &[Phase]) -> Option<Step> {
        let SourceNode { id, kind, text, description, lane, phase, properties } = node;
        let text = text_of(text, self.lang);
        let texts: Vec<&str> = text.iter().map(|(_, text)| text).collect();
        let size = shape::fitted_size(self.fonts, *kind, shape::default_size(*kind), &texts);
        let before: f64 = lanes.iter().take(*lane).map(|lane| lane.size).sum();
        let lane = lanes.get(*lane)?;
        let middle = Point::new(APART * (f64::from(nth) + 0.5), before + lane.size / 2.0);
        Some(Step {
            id: id.clone(),
            kind: *kind,
            lane: lane.id.clone(),
            phase: phase.and_then(|phase| phases.get(phase)).map(|phase| phase.id.clone()),
            rect: Rect::from_center_size(middle, size),
            pinned: false,
            fit: Fit::Grow,
            text,
            details: Details { description: text_of(description, self.lang), ..Details::default() },
            time: Time::default(),
            link: None,
            style: Style::default(),
            properties: properties.clone(),
        })
    }

    fn connector(&mut self, edge: &SourceEdge) -> Connector {
        let end = |step: &StepId| End::Attached { step: step.clone(), port: None };
        let wish = format!("{}-{}", edge.from, edge.to);
        Connector {
            id: self.names.name(&wish, ConnectorId::parse, ConnectorId::mint, ConnectorId::as_str),
            kind: ConnectorKind::Sequence,
            from: end(&edge.from),
            to: end(&edge.to),
            route: None,
            label: text_of(&edge.label, self.lang),
            share: None,
            style: Style::default(),
            properties: Properties::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_source_where_they_can_be() {
        let mut names = RecordNames::default();
        assert_eq!(names.step("P100").as_str(), "p100");
        let second = names.step("P100");
        assert!(second.as_str().starts_with("p100-"), "{second}");
        assert_ne!(names.step("P100"), second);
        let mut again = RecordNames::default();
        again.step("P100");
        assert_eq!(again.step("P100"), second);
        assert!(names.step("¿Sí?").as_str().starts_with("s-"));
    }
}
