//! A page as the rows of a table, with an account of what a table cannot say.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    interop::{
        clean::LONGEST,
        code::TableCode,
        draft::{SOURCE_ID, SOURCE_TYPE},
        report::{Disposition, Report, ReportLine},
        table::{
            cells::cell::cell_name,
            columns::{field::StepField, kinds, lists::POOLS_APART},
        },
    },
    locale::Lang,
    model::{
        self, Branching, Connector, ConnectorKind, Document, LaneId, Page, PhaseId, Pool, Properties, Step,
        StepId, StepKind, Style, Text, Time,
    },
    text::markup,
};

/// One row: a text for each header.
pub(super) type OutputRow = Vec<String>;

/// A page as a table.
pub(super) struct OutputSheet {
    /// The page's title.
    pub(in crate::interop::table) title: String,
    /// What the columns are called: [`StepField::HEADERS`], and [`StepField::POOL_HEADER`] where there are pools.
    pub(in crate::interop::table) headers: Vec<&'static str>,
    /// The rows without the headers.
    pub(in crate::interop::table) lines: Vec<OutputRow>,
}

/// `page` as a table in `lang`; what a table cannot say goes to `report`.
pub(super) fn sheet(document: &Document, page: &Page, lang: &Lang, report: &mut Report) -> OutputSheet {
    let mut writer = TableWriter::new(document, page, lang, report);
    let steps = writer.steps_in_order();
    writer.name(&steps);
    let lines = steps.iter().map(|step| writer.line(step)).collect();
    writer.account_for_the_rest(&steps);
    let pools = (!page.pools.is_empty()).then_some(&StepField::POOL_HEADER);
    let headers = StepField::HEADERS.iter().chain(pools).map(|(_, header)| *header).collect();
    OutputSheet { title: markup::one_line(document.page_title(page, lang)), headers, lines }
}

struct TableWriter<'a> {
    document: &'a Document,
    page: &'a Page,
    lang: &'a Lang,
    report: &'a mut Report,
    /// What each step is called in the table.
    names: BTreeMap<StepId, String>,
    /// The row of each step.
    places: BTreeMap<StepId, u32>,
    /// The connectors that leave each step.
    leaving: BTreeMap<&'a StepId, Vec<&'a Connector>>,
    /// Where each lane comes, and its title.
    lanes: BTreeMap<&'a LaneId, (usize, String)>,
    /// The same for phases.
    phases: BTreeMap<&'a PhaseId, (usize, String)>,
}

/// A word that a list in a cell may hold.
fn is_list_word(text: &str) -> bool {
    !text.is_empty() && text == text.trim() && text.len() <= 80 && !text.contains([',', ';', '|', '\n'])
}

impl<'a> TableWriter<'a> {
    fn new(document: &'a Document, page: &'a Page, lang: &'a Lang, report: &'a mut Report) -> Self {
        let mut leaving: BTreeMap<&StepId, Vec<&Connector>> = BTreeMap::new();
        for connector in page.connectors.values() {
            if let Some(step) = connector.from.step() {
                leaving.entry(step).or_default().push(connector);
            }
        }
        let title = |text: &Text| markup::one_line(text.get(lang, &document.language));
        let lanes = page.lanes.iter().enumerate();
        let lanes = lanes.map(|(nth, lane)| (&lane.id, (nth, title(&lane.title)))).collect();
        let phases = page.phases.iter().enumerate();
        let phases = phases.map(|(nth, phase)| (&phase.id, (nth, title(&phase.title)))).collect();
        let (names, places) = (BTreeMap::new(), BTreeMap::new());
        Self { document, page, lang, report, names, places, leaving, lanes, phases }
    }

    /// The steps in reading order; but the first step of each lane comes up where an earlier one would be missing, so
    /// that lanes keep their order, which tables only show by what comes first.
    fn steps_in_order(&self) -> Vec<&'a Step> {
        let reading: Vec<&Step> = self.page.steps_in_reading_order().into_iter().map(AsRef::as_ref).collect();
        let steps: Vec<&Step> = reading.into_iter().filter(|step| step.kind.is_flow()).collect();
        let phase = |step: &Step| Some(self.phases.get(step.phase.as_ref()?)?.0);
        let mut firsts: BTreeMap<&LaneId, &Step> = BTreeMap::new();
        for step in &steps {
            firsts.entry(&step.lane).or_insert(step);
        }
        // The first steps of the lanes, in the order of the lanes.
        let firsts: Vec<(usize, &Step)> = self
            .page
            .lanes
            .iter()
            .enumerate()
            .filter_map(|(nth, lane)| Some((nth, *firsts.get(&lane.id)?)))
            .collect();
        let mut seen: BTreeSet<&StepId> = BTreeSet::new();
        let mut order: Vec<&Step> = Vec::new();
        for step in &steps {
            if seen.contains(&step.id) {
                continue;
            }
            let lane = self.lanes.get(&step.lane).map_or(0, |(nth, _)| *nth);
            for (_, first) in firsts.iter().take_while(|(nth, _)| *nth < lane) {
                if phase(first) <= phase(step) && seen.insert(&first.id) {
                    order.push(first);
                }
            }
            if seen.insert(&step.id) {
                order.push(step);
            }
        }
        order
    }

    /// Gives each step what the file that it came from called it, or else P100, P200 …
    fn name(&mut self, steps: &[&Step]) {
        let mut taken = BTreeSet::new();
        let own = |step: &&&Step| step.properties.get(SOURCE_ID).is_some_and(|id| is_list_word(id));
        for step in steps.iter().filter(own) {
            let Some(id) = step.properties.get(SOURCE_ID) else { continue };
            if taken.insert(id.to_lowercase()) {
                self.names.insert(step.id.clone(), id.clone());
            }
        }
        let mut number = 0;
        for (row, step) in (1..).zip(steps) {
            self.places.insert(step.id.clone(), row);
            if self.names.contains_key(&step.id) {
                continue;
            }
            loop {
                number += 100;
                let name = format!("P{number}");
                if taken.insert(name.to_lowercase()) {
                    self.names.insert(step.id.clone(), name);
                    break;
                }
            }
        }
    }

    fn say(&self, text: &Text) -> String {
        markup::plain(text.get(self.lang, &self.document.language)).trim().to_owned()
    }

    /// Notes that something called `what` is left out.
    fn drop_whole(&mut self, code: TableCode, what: String) {
        self.report.add(ReportLine::new(Disposition::Dropped, code).of(what));
    }

    /// `text` as far as a cell takes it.
    fn fitted(&mut self, step: &Step, column: u32, text: String) -> String {
        let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text };
        let row = self.places.get(&step.id).copied().unwrap_or_default();
        let line = ReportLine::note(TableCode::CutText).of(&*text).at(cell_name("", row, column));
        self.report.add(line.step(&step.id));
        text.get(..end).unwrap_or_default().to_owned()
    }

    fn line(&mut self, step: &Step) -> OutputRow {
        self.report.expect(1);
        let text = self.say(&step.text);
        let (kind, is_same) = word_of(step);
        if is_same {
            self.report.keep(1);
        } else {
            let line = ReportLine::new(Disposition::Approximated, TableCode::OutKind);
            self.report.add(line.of(&*text).became(kind));
        }
        let (next, labels) = self.connections(step);
        let lane = self.lanes.get(&step.lane).map(|(_, title)| title.clone());
        let phase = step.phase.as_ref().and_then(|phase| self.phases.get(phase));
        let phase = phase.map(|(_, title)| title.clone());
        let text = self.fitted(step, 1, text);
        let description = self.fitted(step, 7, self.say(&step.details.description));
        let mut row = vec![
            self.names.get(&step.id).cloned().unwrap_or_default(),
            text,
            next,
            labels,
            kind.to_owned(),
            lane.unwrap_or_default(),
            phase.unwrap_or_default(),
            description,
        ];
        if !self.page.pools.is_empty() {
            row.push(self.pools_around(step));
        }
        row
    }

    /// The pools around the lane of `step`, from the outside.
    fn pools_around(&self, step: &Step) -> String {
        let lane = self.lanes.get(&step.lane).and_then(|(nth, _)| self.page.lanes.get(*nth));
        let around = lane.into_iter().flat_map(|lane| self.page.pools_around(lane));
        let mut names: Vec<String> = around.map(|pool| self.pool_name(pool)).collect();
        names.reverse();
        names.join(POOLS_APART)
    }

    /// What a pool is called in the table.
    fn pool_name(&self, pool: &Pool) -> String {
        let name = self.one_line(&pool.title).replace('/', "-");
        if name.is_empty() { pool.id.to_string() } else { name }
    }

    fn one_line(&self, text: &Text) -> String {
        markup::one_line(text.get(self.lang, &self.document.language))
    }

    /// The steps that come next and the labels of the ways there, as lists.
    fn connections(&mut self, step: &Step) -> (String, String) {
        let leaving = self.leaving.get(&step.id).into_iter().flatten();
        let mut out: Vec<(u32, &Connector)> = leaving
            .filter_map(|connector| Some((*self.places.get(connector.to.step()?)?, *connector)))
            .collect();
        out.sort_by_key(|(row, connector)| (*row, &connector.id));
        let next: Vec<String> =
            out.iter().filter_map(|(_, of)| self.names.get(of.to.step()?).cloned()).collect();
        let labels: Vec<String> = out.iter().map(|(_, connector)| self.label(connector)).collect();
        let has_labels = labels.iter().any(|label| !label.is_empty());
        (next.join(","), if has_labels { labels.join(",") } else { String::new() })
    }

    fn label(&mut self, connector: &Connector) -> String {
        self.report.expect(1);
        let label = self.say(&connector.label);
        let written = label.replace(',', ";");
        if written != label {
            let line = ReportLine::new(Disposition::Approximated, TableCode::OutComma);
            self.report.add(line.of(label).became(&*written));
        } else if connector.kind != ConnectorKind::Sequence {
            self.report.add(ReportLine::new(Disposition::Approximated, TableCode::OutConnectorKind));
        } else {
            self.report.keep(1);
        }
        written
    }

    fn account_for_pools(&mut self, used_lanes: &BTreeSet<&LaneId>) {
        let page = self.page;
        self.report.expect(page.pools.len());
        for pool in page.pools.values() {
            let (title, name) = (self.one_line(&pool.title), self.pool_name(pool));
            if !page.lanes_in(&pool.id).any(|lane| used_lanes.contains(&lane.id)) {
                self.drop_whole(TableCode::OutEmptyPool, title);
            } else if name == title {
                self.report.keep(1);
            } else {
                let line = ReportLine::new(Disposition::Approximated, TableCode::OutPoolName);
                self.report.add(line.of(title).became(name));
            }
        }
    }

    /// What no row says.
    fn account_for_the_rest(&mut self, steps: &[&Step]) {
        let page = self.page;
        for note in page.steps.values().filter(|step| !step.kind.is_flow()) {
            self.report.expect(1);
            let text = self.say(&note.text);
            self.drop_whole(TableCode::OutNote, text);
        }
        for connector in page.connectors.values() {
            let is_row = |end: &model::End| end.step().is_some_and(|step| self.places.contains_key(step));
            if !(is_row(&connector.from) && is_row(&connector.to)) {
                self.report.expect(1);
                let label = self.one_line(&connector.label);
                self.drop_whole(TableCode::OutFreeEnd, label);
            }
        }
        self.report.expect(page.lanes.len() + page.phases.len());
        let used_lanes: BTreeSet<&LaneId> = steps.iter().map(|step| &step.lane).collect();
        let used_phases: BTreeSet<&PhaseId> = steps.iter().filter_map(|step| step.phase.as_ref()).collect();
        for lane in &page.lanes {
            if used_lanes.contains(&lane.id) {
                self.report.keep(1);
            } else {
                let title = self.one_line(&lane.title);
                self.drop_whole(TableCode::OutEmptyLane, title);
            }
        }
        for phase in &page.phases {
            if used_phases.contains(&phase.id) {
                self.report.keep(1);
            } else {
                let title = self.one_line(&phase.title);
                self.drop_whole(TableCode::OutEmptyPhase, title);
            }
        }
        self.account_for_pools(&used_lanes);
        // Tables show the order of lanes only by which comes first.
        let mut seen: BTreeSet<&LaneId> = BTreeSet::new();
        let order = steps.iter().map(|step| &step.lane).filter(|lane| seen.insert(*lane));
        if !order.is_sorted_by_key(|id| self.lanes.get(id).map(|(nth, _)| *nth)) {
            self.report.add(ReportLine::note(TableCode::OutLaneOrder));
        }
        let particulars = particulars(page);
        if particulars > 0 {
            self.report.expect(particulars);
            let line = ReportLine::new(Disposition::Dropped, TableCode::OutDetails);
            self.report.add(line.many(particulars, particulars));
        }
        self.report.add(ReportLine::note(TableCode::OutPlaces));
    }
}

/// The shape type of `step`, and whether it says all that the symbol does.
fn word_of(step: &Step) -> (&str, bool) {
    let word = kinds::word_for(step.kind).unwrap_or_default();
    // What the file that it came from said, while it still means the same.
    let own = step.properties.get(SOURCE_TYPE);
    let means_same = |own: &&String| match kinds::read(own) {
        kinds::KindReading::Exact(kind) | kinds::KindReading::Nearest(kind) => kind == step.kind,
        kinds::KindReading::Close(_) | kinds::KindReading::Unknown => false,
    };
    if let Some(own) = own.filter(means_same) {
        return (own, true);
    }
    let is_same = match step.kind {
        StepKind::End(_) | StepKind::Decision(_) => true,
        kind => kinds::read(word) == kinds::KindReading::Exact(kind),
    };
    (word, is_same)
}

/// How many things are said of steps, connectors and lanes for which a table has no column.
fn particulars(page: &Page) -> usize {
    let own = |properties: &Properties| {
        properties.keys().filter(|key| !matches!(key.as_str(), SOURCE_ID | SOURCE_TYPE)).count()
    };
    let style = |style: &Style| [style.fill, style.line, style.text].iter().flatten().count();
    let time = |time: &Time| {
        usize::from(time.handling.is_some())
            + usize::from(time.waiting.is_some())
            + usize::from(time.target.is_some())
    };
    let steps = page.steps.values().map(|step| {
        let details =
            step.details.iter().filter(|(name, text)| *name != "description" && !text.is_empty()).count();
        // How a path ended and how branches work, which "End" and "Decision" do not say.
        let nuance = match step.kind {
            StepKind::End(outcome) => outcome != model::Outcome::default(),
            StepKind::Decision(branching) => branching != Branching::default(),
            _ => false,
        };
        usize::from(nuance)
            + details
            + time(&step.time)
            + usize::from(step.link.is_some())
            + style(&step.style)
            + own(&step.properties)
    });
    let connectors = page.connectors.values().map(|connector| {
        usize::from(connector.share.is_some()) + style(&connector.style) + own(&connector.properties)
    });
    let lanes = page.lanes.iter().map(|lane| style(&lane.style));
    steps.sum::<usize>() + connectors.sum::<usize>() + lanes.sum::<usize>()
}
