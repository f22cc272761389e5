//! A draft to a document.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    bands::{PlacedBands, PlacedLane, pools_around},
    chart::{Anchor, ChartDraft, EdgeDraft, EndDraft, LaneDraft, NodeDraft, PageDraft, PhaseDraft},
    lines::{FoundLine, line},
    names::RecordNames,
};
use crate::{
    geom::Rect,
    interop::{
        clean::{Cleaning, cleaned},
        code::DraftCode,
        report::{Disposition, RecordCounts, Report, ReportLine},
    },
    locale::Lang,
    model::{
        Connector, Details, Document, End, Fit, Lane, LineJumps, Link, Page, Phase, Pool, PoolId, Properties,
        Step, StepId, Text, ThemeName, Time, TitleBlock,
    },
    shape,
    text::{Fonts, markup},
};

/// How far apart the middles of steps stand until they are placed: the order of the source is kept in that.
const APART: f64 = 80.0;

/// What an import gives.
#[derive(Clone, Debug)]
pub struct Imported {
    /// A page for each of the source's. Every step has a size.
    pub document: Document,
    /// The steps whose places the source does not say. They stand in their lanes in the order of the source until
    /// somebody places them.
    pub unplaced: BTreeSet<StepId>,
    /// What became of everything.
    pub report: Report,
}

/// The way from a draft to a document.
pub(in crate::interop) struct DraftMapping<'a> {
    names: RecordNames,
    report: Report,
    lang: &'a Lang,
    fonts: &'a Fonts,
    /// What had to be done to texts.
    cleanings: BTreeMap<Cleaning, usize>,
}

impl<'a> DraftMapping<'a> {
    /// The way for texts in `lang`, by whoever gave the nodes their `names` and began the `report`.
    pub(in crate::interop) fn new(
        names: RecordNames,
        report: Report,
        lang: &'a Lang,
        fonts: &'a Fonts,
    ) -> Self {
        Self { names, report, lang, fonts, cleanings: BTreeMap::new() }
    }

    /// A document with a page for each of the draft's. Steps stand and lines run where the draft says; steps that it
    /// does not place stand in the middle of their lanes in its order, and lines that it does not say are without a
    /// route. Each record ends in one line of the account, or is kept.
    pub(in crate::interop) fn import(mut self, chart: &ChartDraft) -> Imported {
        let is_only = chart.pages.len() == 1;
        let mut unplaced = BTreeSet::new();
        let mut pages = Vec::new();
        for page in &chart.pages {
            let title = if is_only && page.title == chart.title { "" } else { &page.title };
            let mut mapping = PageMapping {
                page,
                bands: PlacedBands::of(page),
                unplaced: &mut unplaced,
                all: &mut self,
                tally: PageTally::default(),
            };
            pages.push(mapping.page(title));
        }
        let document = Document {
            id: None,
            title: self.text(&chart.title),
            subtitle: Text::EMPTY,
            description: Text::EMPTY,
            language: self.lang.clone(),
            translations: BTreeSet::new(),
            title_block: TitleBlock::default(),
            theme: ThemeName::default(),
            line_jumps: LineJumps::default(),
            properties: Properties::new(),
            pages,
        };
        self.lines_on_texts();
        let mut report = self.report;
        report.made = RecordCounts::of(&document.pages);
        Imported { document, unplaced, report: report.finish() }
    }

    fn text(&mut self, plain: &str) -> Text {
        let plain = self.clean(plain);
        Text::new(self.lang.clone(), markup::escape(&plain))
    }

    /// `text` as a document may hold it.
    fn clean(&mut self, text: &str) -> String {
        let (text, cleaning) = cleaned(text);
        *self.cleanings.entry(cleaning).or_default() += 1;
        text
    }

    fn properties(&mut self, properties: &Properties) -> Properties {
        properties.iter().map(|(key, value)| (self.clean(key), self.clean(value))).collect()
    }

    fn lines_on_texts(&mut self) {
        for (cleaning, count) in std::mem::take(&mut self.cleanings) {
            let code = match cleaning {
                Cleaning::None => continue,
                Cleaning::Controls => DraftCode::CleanedTexts,
                Cleaning::Cut => DraftCode::CutTexts,
            };
            self.report.add(ReportLine::note(code).many(count, 0));
        }
    }
}

/// What is said once for a whole page.
#[derive(Default)]
struct PageTally {
    /// Steps whose places could not be kept, and the elements that they stand for.
    places_anew: (usize, usize),
    /// The same of lines.
    lines_anew: (usize, usize),
    without_lane: usize,
}

/// The pools of a page, as far as its lanes were made.
#[derive(Default)]
struct OpenPools {
    /// Those around the last lane, from the outside, with the draft's that they are.
    around: Vec<(usize, PoolId)>,
    all: Vec<Pool>,
}

struct PageMapping<'a, 'm> {
    page: &'a PageDraft,
    bands: PlacedBands,
    unplaced: &'a mut BTreeSet<StepId>,
    all: &'a mut DraftMapping<'m>,
    tally: PageTally,
}

impl PageMapping<'_, '_> {
    fn page(&mut self, title: &str) -> Page {
        let draft = self.page;
        let id = self.all.names.page("page");
        let mut open = OpenPools::default();
        let lanes: Vec<Lane> =
            (0..self.bands.lanes.len()).filter_map(|nth| self.lane(nth, &mut open)).collect();
        let lengths = self.bands.phases.clone();
        let phases: Vec<Phase> =
            draft.phases.iter().zip(lengths).map(|(phase, size)| self.phase(phase, size)).collect();
        let mut steps = BTreeMap::new();
        for (nth, node) in (0..).zip(&draft.nodes) {
            if let Some(step) = self.step(nth, node, &lanes, &phases) {
                steps.insert(step.id.clone(), step);
            }
        }
        let connectors = draft.edges.iter().filter_map(|edge| self.connector(edge, &steps)).collect();
        self.lines_on_the_page();
        let lanes = lanes.into_iter().map(Into::into).collect();
        Page {
            title: self.all.text(title),
            pools: open.all.into_iter().map(|pool| (pool.id.clone(), pool.into())).collect(),
            phases: phases.into_iter().map(Into::into).collect(),
            steps: steps.into_iter().map(|(id, step)| (id, step.into())).collect(),
            connectors,
            ..Page::blank(id, self.bands.orientation, lanes)
        }
    }

    fn lane(&mut self, nth: usize, open: &mut OpenPools) -> Option<Lane> {
        let PlacedLane { index, size, .. } = *self.bands.lanes.get(nth)?;
        let none = LaneDraft::default();
        let lane = index.and_then(|index| self.page.lanes.get(index)).unwrap_or(&none);
        let wish = if lane.name.is_empty() { &format!("lane-{}", lane.title) } else { &lane.name };
        let id = self.all.names.lane(wish);
        let mut around: Vec<usize> =
            index.into_iter().flat_map(|index| pools_around(&self.page.lanes, index)).collect();
        around.reverse();
        Some(Lane {
            id,
            title: self.all.text(&lane.title),
            role: lane.role,
            size,
            given: None,
            style: lane.style,
            pool: self.pool(&around, open),
        })
    }

    /// The pool of the next lane, which lies in those of the draft's that are `around` it, from the outside. What the
    /// source does not have side by side is several pools.
    fn pool(&mut self, around: &[usize], open: &mut OpenPools) -> Option<PoolId> {
        let stay = open.around.iter().zip(around).take_while(|(open, index)| open.0 == **index).count();
        open.around.truncate(stay);
        for index in around.iter().skip(stay) {
            let pool = self.page.lanes.get(*index)?;
            let wish = if pool.name.is_empty() { &format!("pool-{}", pool.title) } else { &pool.name };
            let parent = open.around.last().map(|(_, id)| id.clone());
            let pool = Pool { id: self.all.names.pool(wish), title: self.all.text(&pool.title), parent };
            open.around.push((*index, pool.id.clone()));
            open.all.push(pool);
        }
        open.around.last().map(|(_, id)| id.clone())
    }

    fn phase(&mut self, phase: &PhaseDraft, size: f64) -> Phase {
        Phase {
            id: self.all.names.phase(&format!("phase-{}", phase.title)),
            title: self.all.text(&phase.title),
            size,
        }
    }

    fn step(&mut self, nth: u32, node: &NodeDraft, lanes: &[Lane], phases: &[Phase]) -> Option<Step> {
        let text = self.all.text(&node.text);
        let placed = node.rect.and_then(|rect| self.bands.place(rect));
        let lane = self.bands.lane(self.page, node);
        let rect = match placed {
            Some(rect) => rect,
            None => self.waiting(nth, node, lane, &text),
        };
        self.account_for_node(node, placed, lane);
        let phase = node.phase.or_else(|| self.bands.phase_at(self.page, placed?));
        Some(Step {
            id: node.id.clone(),
            kind: node.kind,
            lane: lanes.get(lane)?.id.clone(),
            phase: phase.and_then(|phase| phases.get(phase)).map(|phase| phase.id.clone()),
            rect,
            pinned: false,
            fit: Fit::Grow,
            text,
            details: Details { description: self.all.text(&node.description), ..Details::default() },
            time: Time::default(),
            link: node.link.as_ref().map(|link| Link::Address(self.all.clean(link))),
            style: node.style,
            properties: self.all.properties(&node.properties),
        })
    }

    /// Where a step stands until somebody places it; its size is what its text needs.
    fn waiting(&mut self, nth: u32, node: &NodeDraft, lane: usize, text: &Text) -> Rect {
        self.unplaced.insert(node.id.clone());
        let texts: Vec<&str> = text.iter().map(|(_, text)| text).collect();
        let size = shape::fitted_size(self.all.fonts, node.kind, shape::default_size(node.kind), &texts);
        let middle = self.bands.lanes.get(lane).map_or(0.0, |lane| lane.start + lane.size / 2.0);
        let middle = self.bands.orientation.point(APART * (f64::from(nth) + 0.5), middle);
        Rect::from_center_size(middle, size)
    }

    fn account_for_node(&mut self, node: &NodeDraft, placed: Option<Rect>, lane: usize) {
        self.tally.without_lane += usize::from(self.bands.without_lane() == Some(lane));
        if node.rect.is_some() && placed.is_none() {
            self.tally.places_anew.0 += 1;
            self.tally.places_anew.1 += node.origin.elements;
        } else {
            self.all.report.keep(node.origin.elements);
        }
    }

    /// The connector of `edge`; `None` where an end of it is nowhere.
    fn connector(&mut self, edge: &EdgeDraft, steps: &BTreeMap<StepId, Step>) -> Option<Connector> {
        let found = line(edge, &self.bands, steps, |step| !self.unplaced.contains(step));
        let Some(FoundLine { from, to, route, is_anew }) = found else {
            self.edge_line(Disposition::Dropped, DraftCode::LostConnector, edge);
            return None;
        };
        let is_missing = |end: &EndDraft| match &end.anchor {
            Anchor::Node(id) => !steps.contains_key(id),
            Anchor::Missing => true,
            Anchor::Loose => false,
        };
        if is_missing(&edge.from) || is_missing(&edge.to) {
            self.edge_line(Disposition::Approximated, DraftCode::FreeEnd, edge);
        } else if is_anew {
            self.tally.lines_anew.0 += 1;
            self.tally.lines_anew.1 += edge.origin.elements;
        } else {
            self.all.report.keep(edge.origin.elements);
        }
        let name_of = |end: &End| end.step().map_or("free", StepId::as_str).to_owned();
        let wish = if edge.name.is_empty() {
            format!("{}-{}", name_of(&from), name_of(&to))
        } else {
            edge.name.clone()
        };
        Some(Connector {
            id: self.all.names.connector(&wish),
            kind: edge.kind,
            from,
            to,
            route,
            label: self.all.text(&edge.label),
            share: edge.share.filter(|share| (0.0..=100.0).contains(share)),
            style: edge.style,
            properties: self.all.properties(&edge.properties),
        })
    }

    /// Says what became of `edge` as a whole.
    fn edge_line(&mut self, disposition: Disposition, code: DraftCode, edge: &EdgeDraft) {
        let what = if edge.label.is_empty() { &edge.name } else { &edge.label };
        let line = ReportLine::new(disposition, code).of(what).at(&edge.origin.place);
        self.all.report.add(line.many(1, edge.origin.elements));
    }

    /// What is said once for the whole page.
    fn lines_on_the_page(&mut self) {
        let PageTally { places_anew, lines_anew, without_lane } = std::mem::take(&mut self.tally);
        self.all.report.keep(self.page.lanes.iter().map(|lane| lane.origin.elements).sum());
        let approximated = [
            (DraftCode::PlacesAnew, places_anew),
            (DraftCode::LinesAnew, lines_anew),
            (DraftCode::WithoutLane, (without_lane, 0)),
        ];
        for (code, (count, elements)) in approximated {
            if count > 0 {
                let line = ReportLine::new(Disposition::Approximated, code).of(&self.page.title);
                self.all.report.add(line.many(count, elements));
            }
        }
    }
}
