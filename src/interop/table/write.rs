//! A page as the rows of a table, with an account of what a table cannot say.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    cell::{LONGEST, cell_name},
    field::StepField,
    kinds,
};
use crate::{
    interop::{
        code::Code,
        report::{Disposition, Report, ReportLine},
        source::{SOURCE_ID, SOURCE_TYPE},
    },
    locale::Lang,
    model::{
        self, Branching, Connector, ConnectorKind, Document, LaneId, Page, Properties, Step, StepId,
        StepKind, Style, Text, Time,
    },
    text::markup,
};

/// How many columns the table has.
pub(super) const WIDTH: usize = StepField::HEADERS.len();

/// One row: a text for each of [`StepField::HEADERS`].
pub(super) type OutputRow = [String; WIDTH];

/// A page as a table.
pub(super) struct OutputSheet {
    /// The page's title.
    pub(super) title: String,
    /// The rows without the headers.
    pub(super) lines: Vec<OutputRow>,
}

/// `page` as a table in `lang`; what a table cannot say goes to `report`.
pub(super) fn sheet(document: &Document, page: &Page, lang: &Lang, report: &mut Report) -> OutputSheet {
    let mut writer =
        TableWriter { document, page, lang, report, names: BTreeMap::new(), places: BTreeMap::new() };
    let steps = writer.steps_in_order();
    writer.name(&steps);
    let lines = steps.iter().map(|step| writer.line(step)).collect();
    writer.account_for_the_rest(&steps);
    OutputSheet { title: markup::one_line(document.page_title(page, lang)), lines }
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
}

/// A word that a list in a cell may hold.
fn is_list_word(text: &str) -> bool {
    !text.is_empty() && text == text.trim() && text.len() <= 80 && !text.contains([',', ';', '|', '\n'])
}

impl<'a> TableWriter<'a> {
    /// The steps in reading order; but the first step of each lane comes up where an earlier one would be missing, so
    /// that lanes keep their order, which tables only show by what comes first.
    fn steps_in_order(&self) -> Vec<&'a Step> {
        let reading: Vec<&Step> = self.page.steps_in_reading_order().into_iter().map(AsRef::as_ref).collect();
        let steps: Vec<&Step> = reading.into_iter().filter(|step| step.kind.is_flow()).collect();
        let phase = |step: &Step| self.page.phases.iter().position(|of| Some(&of.id) == step.phase.as_ref());
        let mut seen: BTreeSet<&StepId> = BTreeSet::new();
        let mut order: Vec<&Step> = Vec::new();
        for step in &steps {
            if seen.contains(&step.id) {
                continue;
            }
            for lane in self.page.lanes.iter().take_while(|lane| lane.id != step.lane) {
                let first = steps.iter().find(|of| of.lane == lane.id).filter(|of| phase(of) <= phase(step));
                order.extend(first.filter(|of| seen.insert(&of.id)));
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

    fn add(
        &mut self,
        outcome: Disposition,
        code: Code,
        (what, result): (&str, &str),
        (count, elements): (usize, usize),
    ) {
        self.report.add(ReportLine {
            outcome,
            code,
            what: what.to_owned(),
            place: String::new(),
            result: result.to_owned(),
            step: None,
            count,
            elements,
        });
    }

    /// `text` as far as a cell takes it.
    fn fitted(&mut self, step: &Step, column: u32, text: String) -> String {
        let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text };
        let row = self.places.get(&step.id).copied().unwrap_or_default();
        self.report.add(ReportLine {
            outcome: Disposition::Approximated,
            code: Code::CutText,
            what: text.clone(),
            place: cell_name("", (row, column)),
            result: String::new(),
            step: Some(step.id.clone()),
            count: 1,
            elements: 0,
        });
        text.get(..end).unwrap_or_default().to_owned()
    }

    fn line(&mut self, step: &Step) -> OutputRow {
        self.report.expect(1);
        let text = self.say(&step.text);
        let (kind, is_same) = word_of(step);
        if is_same {
            self.report.keep(1);
        } else {
            self.add(Disposition::Approximated, Code::OutKind, (&text, kind), (1, 1));
        }
        let (next, labels) = self.connections(step);
        let lane = self.page.lanes.iter().find(|lane| lane.id == step.lane);
        let phase = self.page.phases.iter().find(|phase| Some(&phase.id) == step.phase.as_ref());
        let text = self.fitted(step, 1, text);
        let description = self.fitted(step, 7, self.say(&step.details.description));
        [
            self.names.get(&step.id).cloned().unwrap_or_default(),
            text,
            next,
            labels,
            kind.to_owned(),
            lane.map(|lane| self.one_line(&lane.title)).unwrap_or_default(),
            phase.map(|phase| self.one_line(&phase.title)).unwrap_or_default(),
            description,
        ]
    }

    fn one_line(&self, text: &Text) -> String {
        markup::one_line(text.get(self.lang, &self.document.language))
    }

    /// The steps that come next and the labels of the ways there, as lists.
    fn connections(&mut self, step: &Step) -> (String, String) {
        let page = self.page;
        let mut out: Vec<(u32, &Connector)> = page
            .connectors
            .values()
            .filter(|connector| connector.from.step() == Some(&step.id))
            .filter_map(|connector| Some((*self.places.get(connector.to.step()?)?, connector.as_ref())))
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
            self.add(Disposition::Approximated, Code::OutComma, (&label, &written), (1, 1));
        } else if connector.kind != ConnectorKind::Sequence {
            self.add(Disposition::Approximated, Code::OutConnectorKind, ("", ""), (1, 1));
        } else {
            self.report.keep(1);
        }
        written
    }

    /// What no row says.
    fn account_for_the_rest(&mut self, steps: &[&Step]) {
        let page = self.page;
        for note in page.steps.values().filter(|step| !step.kind.is_flow()) {
            self.report.expect(1);
            let text = self.say(&note.text);
            self.add(Disposition::Dropped, Code::OutNote, (&text, ""), (1, 1));
        }
        for connector in page.connectors.values() {
            let is_row = |end: &model::End| end.step().is_some_and(|step| self.places.contains_key(step));
            if !(is_row(&connector.from) && is_row(&connector.to)) {
                self.report.expect(1);
                let label = self.one_line(&connector.label);
                self.add(Disposition::Dropped, Code::OutFreeEnd, (&label, ""), (1, 1));
            }
        }
        self.report.expect(page.lanes.len() + page.phases.len());
        for lane in &page.lanes {
            if steps.iter().any(|step| step.lane == lane.id) {
                self.report.keep(1);
            } else {
                let title = self.one_line(&lane.title);
                self.add(Disposition::Dropped, Code::OutEmptyLane, (&title, ""), (1, 1));
            }
        }
        for phase in &page.phases {
            if steps.iter().any(|step| step.phase.as_ref() == Some(&phase.id)) {
                self.report.keep(1);
            } else {
                let title = self.one_line(&phase.title);
                self.add(Disposition::Dropped, Code::OutEmptyPhase, (&title, ""), (1, 1));
            }
        }
        // Tables show the order of lanes only by which comes first.
        let mut order: Vec<&LaneId> = Vec::new();
        for step in steps {
            if !order.contains(&&step.lane) {
                order.push(&step.lane);
            }
        }
        if !order.is_sorted_by_key(|id| page.lanes.iter().position(|lane| lane.id == **id)) {
            self.add(Disposition::Approximated, Code::OutLaneOrder, ("", ""), (1, 0));
        }
        let particulars = particulars(page);
        if particulars > 0 {
            self.report.expect(particulars);
            self.add(Disposition::Dropped, Code::OutDetails, ("", ""), (particulars, particulars));
        }
        self.add(Disposition::Approximated, Code::OutPlaces, ("", ""), (1, 0));
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
    let lanes = page.lanes.iter().map(|lane| style(&lane.style) + usize::from(!lane.group.is_empty()));
    steps.sum::<usize>() + connectors.sum::<usize>() + lanes.sum::<usize>()
}
