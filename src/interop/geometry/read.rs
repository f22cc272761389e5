//! The form to a draft, with an account of each of its records and of what the form does not know.
//!
//! An *element* is a pool, a lane, a node, an edge, or a field that is not of the form and says something.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    path::Path,
};

use super::form::{FormPage, FormRecord, FormValue};
use crate::{
    encoding::decode,
    geom::{Orientation, Point, Rect},
    interop::{
        code::GeometryCode,
        draft::{
            Anchor, ChartDraft, DraftMapping, EdgeDraft, EndDraft, Imported, LaneDraft, NodeDraft, Origin,
            PageDraft, RecordNames, SOURCE_ID, SOURCE_TYPE,
        },
        drawing::{DrawingError, DrawingProblem},
        report::{Disposition, Report, ReportLine, SourceInfo},
    },
    locale::Lang,
    model::{ConnectorKind, LIMIT_STEPS, Properties, StepId, StepKind},
    text::Fonts,
};

/// The most bytes that a file may have.
const LIMIT_BYTES: usize = 64 << 20;

const POOL_FIELDS: [&str; 7] = ["id", "label", "parent", "x", "y", "w", "h"];
const LANE_FIELDS: [&str; 7] = ["id", "label", "pool", "x", "y", "w", "h"];
const NODE_FIELDS: [&str; 8] = ["id", "lane", "kind", "label", "x", "y", "w", "h"];
const EDGE_FIELDS: [&str; 9] = ["id", "source", "target", "points", "label", "lx", "ly", "lw", "lh"];

/// The chart that the neutral geometry in `bytes` describes, its texts in `lang`; `path` is what messages call the
/// file.
///
/// What the file places stands where it says; see [`Imported::unplaced`] for the rest. Never panics, whatever the bytes
/// are.
pub fn import_geometry(
    bytes: &[u8],
    path: &Path,
    lang: &Lang,
    fonts: &Fonts,
) -> Result<Imported, DrawingError> {
    read(bytes, path, lang, fonts).map_err(|problem| DrawingError { file: path.to_owned(), problem })
}

fn read(bytes: &[u8], path: &Path, lang: &Lang, fonts: &Fonts) -> Result<Imported, DrawingProblem> {
    if bytes.len() > LIMIT_BYTES {
        return Err(DrawingProblem::TooLarge);
    }
    let form: FormPage = serde_json::from_str(&decode(bytes).text)?;
    if form.nodes.is_none() && form.edges.is_none() {
        return Err(DrawingProblem::NoSteps);
    }
    if form.nodes.as_ref().is_some_and(|nodes| nodes.len() > LIMIT_STEPS) {
        return Err(DrawingProblem::TooMany);
    }
    let name = |name: Option<&std::ffi::OsStr>| {
        name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    };
    let source = SourceInfo { format: "json", file: name(path.file_name()), facts: Vec::new(), pages: 1 };
    let mut reader = GeometryReader {
        names: RecordNames::default(),
        report: Report::new(source),
        pools: BTreeMap::new(),
        lanes: BTreeMap::new(),
        nodes: BTreeMap::new(),
        others: BTreeMap::new(),
    };
    reader.report.expect(elements(&form));
    let title = name(path.file_stem());
    let page = reader.page(&form, &title);
    let GeometryReader { names, report, .. } = reader;
    Ok(DraftMapping::new(names, report, lang, fonts).import(&ChartDraft { title, pages: vec![page] }))
}

/// The records of a list and the fields that the form knows of them.
fn lists(form: &FormPage) -> [(&[FormRecord], &'static [&'static str]); 4] {
    fn list(list: Option<&Vec<FormRecord>>) -> &[FormRecord] {
        list.map(Vec::as_slice).unwrap_or_default()
    }
    [
        (list(form.pools.as_ref()), &POOL_FIELDS),
        (list(form.lanes.as_ref()), &LANE_FIELDS),
        (list(form.nodes.as_ref()), &NODE_FIELDS),
        (list(form.edges.as_ref()), &EDGE_FIELDS),
    ]
}

/// How many elements are in `form`, counted without regard to what will become of them.
fn elements(form: &FormPage) -> usize {
    let count = |(records, known): (&[FormRecord], &[&str])| {
        records.iter().map(|record| 1 + others(record, known).count()).sum::<usize>()
    };
    form.others.len() + lists(form).into_iter().map(count).sum::<usize>()
}

/// The fields of `record` that the form does not know and that say something.
fn others<'r>(record: &'r FormRecord, known: &'r [&str]) -> impl Iterator<Item = (&'r str, &'r FormValue)> {
    record.others(known).filter(|(_, value)| **value != FormValue::Null)
}

struct GeometryReader {
    names: RecordNames,
    report: Report,
    /// Which pool an id means.
    pools: BTreeMap<String, usize>,
    /// Which pool or lane an id means.
    lanes: BTreeMap<String, usize>,
    /// Which node an id means.
    nodes: BTreeMap<String, KnownNode>,
    /// How often each field came that is not of the form, by what became of it.
    others: BTreeMap<(OtherFate, String), usize>,
}

struct KnownNode {
    id: StepId,
    is_note: bool,
}

/// What becomes of a field that the form does not have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum OtherFate {
    Property,
    Unread,
}

impl GeometryReader {
    fn page(&mut self, form: &FormPage, title: &str) -> PageDraft {
        let [(pools, _), (lanes, _), (nodes, _), (edges, _)] = lists(form);
        let mut bands: Vec<LaneDraft> =
            pools.iter().enumerate().map(|(nth, record)| self.pool(nth, record)).collect();
        bands.extend(lanes.iter().enumerate().map(|(nth, record)| self.lane(pools.len(), nth, record)));
        let page = PageDraft {
            title: title.to_owned(),
            orientation: form.direction.as_deref().and_then(orientation),
            lanes: bands,
            phases: Vec::new(),
            nodes: nodes.iter().enumerate().map(|(nth, record)| self.node(nth, record)).collect(),
            edges: edges.iter().enumerate().map(|(nth, record)| self.edge(nth, record)).collect(),
        };
        for name in &form.others {
            *self.others.entry((OtherFate::Unread, name.clone())).or_default() += 1;
        }
        for ((fate, name), count) in std::mem::take(&mut self.others) {
            let (disposition, code) = match fate {
                OtherFate::Property => (Disposition::AsProperty, GeometryCode::ExtraField),
                OtherFate::Unread => (Disposition::Dropped, GeometryCode::UnreadField),
            };
            self.report.add(ReportLine::new(disposition, code).of(name).many(count, count));
        }
        page
    }

    fn pool(&mut self, nth: usize, record: &FormRecord) -> LaneDraft {
        let origin = origin("pools", nth);
        let parent = self.pool_around(record, "parent", &origin);
        self.pools.entry(record.string("id").unwrap_or_default()).or_insert(nth);
        self.know_band(nth, record, &POOL_FIELDS);
        LaneDraft { parent, origin, ..band(record) }
    }

    /// A lane; the lanes come behind the `pools`.
    fn lane(&mut self, pools: usize, nth: usize, record: &FormRecord) -> LaneDraft {
        let origin = origin("lanes", nth);
        let parent = self.pool_around(record, "pool", &origin);
        self.know_band(pools + nth, record, &LANE_FIELDS);
        LaneDraft { parent, origin, ..band(record) }
    }

    /// Remembers what the id of a pool or a lane means, and which of its fields are not of the form.
    fn know_band(&mut self, index: usize, record: &FormRecord, known: &[&str]) {
        self.lanes.entry(record.string("id").unwrap_or_default()).or_insert(index);
        for (name, _) in others(record, known) {
            *self.others.entry((OtherFate::Unread, name.to_owned())).or_default() += 1;
        }
    }

    /// The pool that `field` names.
    fn pool_around(&mut self, record: &FormRecord, field: &str, origin: &Origin) -> Option<usize> {
        let name = record.string(field)?;
        let known = self.pools.get(&name).copied();
        if known.is_none() {
            self.report.add(ReportLine::note(GeometryCode::UnknownPool).of(name).at(&*origin.place));
        }
        known
    }

    fn node(&mut self, nth: usize, record: &FormRecord) -> NodeDraft {
        let mut origin = origin("nodes", nth);
        let name = record.string("id").unwrap_or_default();
        let text = record.string("label").unwrap_or_default();
        let id = self.names.step(if name.is_empty() { &text } else { &name });
        let mut properties = self.properties(record, &NODE_FIELDS);
        let word = record.string("kind").unwrap_or_else(|| StepKind::Process.name().to_owned());
        let known = StepKind::PALETTE.into_iter().find(|kind| kind.name() == word);
        if known.is_none() {
            let line = ReportLine::new(Disposition::Approximated, GeometryCode::UnknownKind);
            self.report.add(line.of(&word).at(&origin.place).step(&id));
            properties.entry(SOURCE_TYPE.to_owned()).or_insert(word);
            origin.elements = 0;
        }
        let kind = known.unwrap_or(StepKind::Process);
        if !name.is_empty() && id.as_str() != name {
            properties.entry(SOURCE_ID.to_owned()).or_insert_with(|| name.clone());
        }
        let node = KnownNode { id: id.clone(), is_note: !kind.is_flow() };
        match self.nodes.entry(name) {
            Entry::Vacant(free) => drop(free.insert(node)),
            Entry::Occupied(first) => {
                let line = ReportLine::note(GeometryCode::DuplicateId).of(first.key());
                self.report.add(line.at(&*origin.place));
            }
        }
        let lane = record.string("lane");
        let known = lane.as_ref().and_then(|lane| self.lanes.get(lane)).copied();
        if let Some(lane) = lane.filter(|_| known.is_none()) {
            self.report.add(ReportLine::note(GeometryCode::UnknownLane).of(lane).at(&*origin.place));
        }
        NodeDraft { lane: known, rect: rect(record), properties, origin, ..NodeDraft::new(id, kind, text) }
    }

    fn edge(&mut self, nth: usize, record: &FormRecord) -> EdgeDraft {
        let points = record.points("points");
        let end = |name: Option<String>, at: Option<&Point>| {
            let anchor = match name.as_ref().map(|name| self.nodes.get(name)) {
                Some(Some(node)) => Anchor::Node(node.id.clone()),
                Some(None) => Anchor::Missing,
                None => Anchor::Loose,
            };
            EndDraft { anchor, at: at.copied() }
        };
        let (source, target) = (record.string("source"), record.string("target"));
        let is_note = |name: &Option<String>| {
            name.as_ref().and_then(|name| self.nodes.get(name)).is_some_and(|node| node.is_note)
        };
        let is_remark = is_note(&source) || is_note(&target);
        let bends = points.get(1..points.len().saturating_sub(1)).unwrap_or_default().to_vec();
        let last = points.last().filter(|_| points.len() > 1);
        let (from, to) = (end(source, points.first()), end(target, last));
        EdgeDraft {
            name: record.string("id").unwrap_or_default(),
            // What the form does not say: whatever is at a remark belongs to it and is no part of the flow.
            kind: if is_remark { ConnectorKind::Association } else { ConnectorKind::Sequence },
            bends,
            label_at: label_rect(record).map(|rect| rect.center()),
            properties: self.properties(record, &EDGE_FIELDS),
            origin: origin("edges", nth),
            ..EdgeDraft::new(from, to, record.string("label").unwrap_or_default())
        }
    }

    /// The fields of `record` that are not of the form, as properties; a list or an object is left out.
    fn properties(&mut self, record: &FormRecord, known: &[&str]) -> Properties {
        let mut properties = Properties::new();
        for (name, _) in others(record, known) {
            let fate = match record.string(name) {
                Some(text) => {
                    properties.insert(name.to_owned(), text);
                    OtherFate::Property
                }
                None => OtherFate::Unread,
            };
            *self.others.entry((fate, name.to_owned())).or_default() += 1;
        }
        properties
    }
}

/// What is said alike of pools and lanes.
fn band(record: &FormRecord) -> LaneDraft {
    LaneDraft {
        name: record.string("id").unwrap_or_default(),
        title: record.string("label").unwrap_or_default(),
        rect: rect(record),
        ..LaneDraft::default()
    }
}

fn origin(list: &str, nth: usize) -> Origin {
    Origin { place: format!("{list}[{nth}]"), elements: 1 }
}

/// The orientation that the form calls `direction`.
fn orientation(direction: &str) -> Option<Orientation> {
    match direction {
        "LR" => Some(Orientation::Horizontal),
        "TB" => Some(Orientation::Vertical),
        _ => None,
    }
}

/// The place of a pool, a lane or a node; where only a part of it is said, one that is not finite.
fn rect(record: &FormRecord) -> Option<Rect> {
    let [x, y, w, h] = ["x", "y", "w", "h"].map(|name| record.number(name));
    let says = [x, y, w, h].iter().any(Option::is_some);
    let [x, y, w, h] = [x, y, w, h].map(|number| number.unwrap_or(f64::NAN));
    says.then(|| Rect::from_origin_size((x, y), (w, h)))
}

/// The place of an edge's label.
fn label_rect(record: &FormRecord) -> Option<Rect> {
    let origin = (record.number("lx")?, record.number("ly")?);
    Some(Rect::from_origin_size(origin, (record.number("lw")?, record.number("lh")?)))
}
