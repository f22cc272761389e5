//! A document in words, a line a field, for programs that compare lines.
//!
//! Follows the flow and not the places, so that what is only moved changes no line.

use std::{collections::BTreeMap, sync::Arc};

use super::{Difference, Differences, Field, RecordId, Revision, diff};
use crate::{
    flow::breadth_first,
    geom::Point,
    locale::{Catalog, Lang},
    model::{
        Branching, Connector, ConnectorKind, Connectors, Details, Document, End, Lane, Outcome, Page, Phase,
        Pool, Properties, Role, Step, StepKind, Style, Text, Time, TitleBlock, Trigger,
    },
};

/// What `document` says, in the language of `catalog`; names are read in `lang`.
pub fn outline(document: &Document, catalog: &Catalog, lang: &Lang) -> String {
    // Whatever the document says is a difference to the same records saying nothing.
    let said = diff(&blank(document), document);
    let mut by_record: BTreeMap<&RecordId, Vec<&Difference>> = BTreeMap::new();
    for difference in said.iter().filter(|difference| !difference.is_place()) {
        by_record.entry(&difference.record).or_default().push(difference);
    }
    let mut outline = Outliner { said: &said, by_record, catalog, lang, lines: Vec::new() };
    outline.record(0, &catalog.text("revise-document"), &RecordId::Document);
    for page in &document.pages {
        outline.page(document, page);
    }
    outline.lines.join("\n") + "\n"
}

/// Writes the lines.
struct Outliner<'d> {
    said: &'d Differences,
    by_record: BTreeMap<&'d RecordId, Vec<&'d Difference>>,
    catalog: &'d Catalog,
    lang: &'d Lang,
    lines: Vec<String>,
}

impl Outliner<'_> {
    fn page(&mut self, document: &Document, page: &Page) {
        let title = self.said.called(&page.title, self.catalog, self.lang);
        let heading = self.catalog.text_with("revise-page", &[("name", title.into())]);
        self.record(0, &heading, &RecordId::Page(page.id.clone()));
        for lane in &page.lanes {
            self.named("revise-lane", &lane.title, &RecordId::Lane(lane.id.clone()));
        }
        for pool in page.pools.values() {
            self.named("revise-pool", &pool.title, &RecordId::Pool(pool.id.clone()));
        }
        for phase in &page.phases {
            self.named("revise-phase", &phase.title, &RecordId::Phase(phase.id.clone()));
        }
        for step in breadth_first(page).into_iter().filter_map(|id| page.steps.get(id)) {
            self.step(document, page, step);
        }
        let loose = page.connectors.values().filter(|connector| connector.from.step().is_none());
        loose.for_each(|connector| self.connector(0, page, connector));
    }

    fn named(&mut self, key: &str, title: &Text, record: &RecordId) {
        let name = self.said.called(title, self.catalog, self.lang);
        let heading = self.catalog.text_with(key, &[("name", name.into())]);
        self.record(1, &heading, record);
    }

    fn step(&mut self, document: &Document, page: &Page, step: &Step) {
        let lane = page.lanes.iter().find(|lane| lane.id == step.lane);
        let lane = lane.map_or("", |lane| lane.title.get(self.lang, &document.language));
        let kind = crate::scene::kind_name(self.catalog, step.kind);
        let place =
            self.catalog.text_with("scene-step-in-lane", &[("kind", kind.into()), ("lane", lane.into())]);
        let name = self.said.called(&step.text, self.catalog, self.lang);
        self.record(1, &format!("{name}. {place}"), &RecordId::Step(step.id.clone()));
        page.connectors.leaving(&step.id).for_each(|connector| self.connector(2, page, connector));
    }

    fn connector(&mut self, depth: usize, page: &Page, connector: &Connector) {
        let to = connector.to.step().and_then(|id| page.steps.get(id));
        let to = to.map_or_else(
            || self.catalog.text("check-nothing"),
            |step| self.said.called(&step.text, self.catalog, self.lang),
        );
        self.record(depth, &format!("→ {to}"), &RecordId::Connector(connector.id.clone()));
    }

    /// A heading, and below it what else the record says.
    fn record(&mut self, depth: usize, heading: &str, record: &RecordId) {
        let indent = |depth: usize| "    ".repeat(depth);
        self.lines.push(format!("{}{heading}", indent(depth)));
        for difference in self.by_record.get(record).into_iter().flatten() {
            let Revision::Changed(change) = &difference.what else { continue };
            if !matches!(change.field, Field::Lane | Field::From | Field::To) {
                let field = self.said.field(change, self.catalog, self.lang);
                self.lines.push(format!("{}{field}", indent(depth + 1)));
            }
        }
    }
}

/// The records of `document`, saying nothing.
fn blank(document: &Document) -> Document {
    Document {
        title: Text::EMPTY,
        subtitle: Text::EMPTY,
        description: Text::EMPTY,
        language: document.language.clone(),
        title_block: TitleBlock::default(),
        properties: Properties::new(),
        pages: document.pages.iter().map(blank_page).collect(),
        ..document.clone()
    }
}

fn blank_page(page: &Page) -> Page {
    let lane = |lane: &Arc<Lane>| {
        Arc::new(Lane {
            title: Text::EMPTY,
            role: Role::Other,
            style: Style::default(),
            pool: None,
            ..Lane::clone(lane)
        })
    };
    let phase = |phase: &Arc<Phase>| Arc::new(Phase { title: Text::EMPTY, ..Phase::clone(phase) });
    let pool = |pool: &Arc<Pool>| Arc::new(Pool { title: Text::EMPTY, parent: None, ..Pool::clone(pool) });
    Page {
        title: Text::EMPTY,
        lanes: page.lanes.iter().map(lane).collect(),
        pools: page.pools.iter().map(|(id, of)| (id.clone(), pool(of))).collect(),
        phases: page.phases.iter().map(phase).collect(),
        steps: page.steps.iter().map(|(id, step)| (id.clone(), Arc::new(blank_step(step)))).collect(),
        connectors: page
            .connectors
            .values()
            .map(|connector| blank_connector(connector))
            .collect::<Connectors>(),
        ..page.clone()
    }
}

fn blank_step(step: &Step) -> Step {
    Step {
        // Another kind of decision, event or end is said; which of the kinds it is stands in the heading.
        kind: match step.kind {
            StepKind::Decision(_) => StepKind::Decision(Branching::default()),
            StepKind::Event(_) => StepKind::Event(Trigger::default()),
            StepKind::End(_) => StepKind::End(Outcome::default()),
            kind => kind,
        },
        phase: None,
        text: Text::EMPTY,
        details: Details::default(),
        time: Time::default(),
        link: None,
        style: Style::default(),
        properties: Properties::new(),
        ..step.clone()
    }
}

fn blank_connector(connector: &Connector) -> Connector {
    Connector {
        kind: ConnectorKind::Sequence,
        from: End::Free(Point::ZERO),
        to: End::Free(Point::ZERO),
        label: Text::EMPTY,
        share: None,
        style: Style::default(),
        properties: Properties::new(),
        ..connector.clone()
    }
}
