//! What a salvaged file says about names and places, put right so that it can become a document.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use super::{
    v1, v2,
    values::{Number, Pairs},
};
use crate::{
    locale::Lang,
    model::{Color, LIMIT_COORDINATE, StepId, Text},
    persist::repair::{RepairKind, RepairNotes},
};

/// The size of a lane or a phase whose own cannot be.
const BAND: f64 = 200.0;

/// Puts the names and places of `file` right. Gives back the steps that have no place: they stand somewhere in their lane.
pub(in crate::persist) fn mend(file: &mut v2::File, notes: &mut RepairNotes) -> BTreeSet<StepId> {
    let mut mending = Mending { taken: BTreeSet::new(), unplaced: BTreeSet::new(), notes };
    let document = &mut file.document;
    let v2::Document { title, subtitle, description, title_block, id, .. } = document;
    mending.texts([title, subtitle, description], "");
    if let Some(v1::TitleBlock { date, author, .. }) = title_block {
        mending.texts([date, author], "");
    }
    mending.reference(id, "id");
    if Lang::parse(&document.language).is_err() {
        mending.notes.add(RepairKind::Field, "language");
        "en".clone_into(&mut document.language);
    }
    for page in &mut document.pages {
        mending.page(page);
    }
    mending.unplaced
}

struct Mending<'n> {
    /// The ids that are in use.
    taken: BTreeSet<String>,
    unplaced: BTreeSet<StepId>,
    notes: &'n mut RepairNotes,
}

impl Mending<'_> {
    fn page(&mut self, page: &mut v2::Page) {
        self.name(&mut page.id, "page");
        if page.lanes.is_empty() {
            self.notes.add(RepairKind::Added, "lane");
            page.lanes.push(empty_lane());
        }
        self.texts([&mut page.title], &page.id);
        for lane in &mut page.lanes {
            self.name(&mut lane.id, "lane");
            self.texts([&mut lane.title], &lane.id);
            self.reference(&mut lane.pool, &lane.id);
            self.size(&mut lane.size, &lane.id);
            if let Some(given) = &mut lane.given {
                self.size(given, &lane.id);
            }
            self.style(&mut lane.style, &lane.id);
        }
        for pool in &mut page.pools {
            self.name(&mut pool.id, "pool");
            self.texts([&mut pool.title], &pool.id);
            self.reference(&mut pool.parent, &pool.id);
        }
        for phase in &mut page.phases {
            self.name(&mut phase.id, "phase");
            self.texts([&mut phase.title], &phase.id);
            self.size(&mut phase.size, &phase.id);
        }
        let places =
            page.places.get_or_insert_with(|| v2::Places { steps: Vec::new(), connectors: Vec::new() });
        let lanes: BTreeMap<&str, f64> =
            page.lanes.iter().map(|lane| (lane.id.as_str(), lane.size.0)).collect();
        let first = page.lanes.first().map_or("", |lane| lane.id.as_str());
        for step in page.steps.iter_mut().filter(|step| !lanes.contains_key(step.lane.as_str())) {
            self.notes.add_of(RepairKind::Reference, &step.lane, &step.id);
            first.clone_into(&mut step.lane);
        }
        self.steps(&mut page.steps, &mut places.steps, &lanes);
        self.connectors(&mut page.connectors, &mut places.connectors, &lanes);
    }

    /// Gives a record another name where the one that it has is none, or another's.
    fn name(&mut self, id: &mut String, kind: &str) {
        if StepId::parse(id).is_ok() && self.taken.insert(id.clone()) {
            return;
        }
        let names = (2..).map(|count| format!("{kind}-{count}"));
        let free = names.into_iter().find(|name| !self.taken.contains(name)).unwrap_or_default();
        self.notes.add_of(RepairKind::Renamed, &format!("{id} →"), &free);
        self.taken.insert(free.clone());
        *id = free;
    }

    fn size(&mut self, size: &mut Number, id: &str) {
        if size.0 <= 0.0 || size.0 > LIMIT_COORDINATE {
            self.notes.add_of(RepairKind::Number, "", id);
            *size = Number(BAND);
        }
    }

    fn style(&mut self, style: &mut Option<v1::Style>, id: &str) {
        let is_bad =
            |color: &Option<String>| color.as_ref().is_some_and(|color| Color::parse(color).is_err());
        if let Some(v1::Style { fill, line, text }) = style
            && [&*fill, &*line, &*text].into_iter().any(is_bad)
        {
            self.notes.add_of(RepairKind::Field, "", id);
            *style = None;
        }
    }

    /// Takes out what a step says in no language, and refers to by no name.
    fn words(&mut self, step: &mut v1::Step) {
        let v1::Step { id, phase, link, text, .. } = step;
        self.reference(phase, id);
        self.texts([text], id);
        self.texts([&mut step.goal, &mut step.description, &mut step.responsible, &mut step.channel], id);
        self.texts([&mut step.needs, &mut step.say, &mut step.record], id);
        self.texts([&mut step.evidence, &mut step.authority], id);
        if let Some(v1::Link::Page(to) | v1::Link::Step(to)) = link
            && StepId::parse(to).is_err()
        {
            self.notes.add_of(RepairKind::Reference, "", id);
            *link = None;
        }
    }

    fn texts<const N: usize>(&mut self, texts: [&mut Pairs; N], id: &str) {
        for Pairs(entries) in texts {
            let before = entries.len();
            entries.retain(|(key, value)| Text::can_read(key, value));
            if entries.len() != before {
                self.notes.add_of(RepairKind::Field, "", id);
            }
        }
    }

    /// Takes out a reference that is no name.
    fn reference(&mut self, to: &mut Option<String>, id: &str) {
        if to.as_ref().is_some_and(|to| StepId::parse(to).is_err()) {
            self.notes.add_of(RepairKind::Reference, "", id);
            *to = None;
        }
    }

    /// Every step stands in a lane that there is and has one place; every place belongs to a step.
    fn steps(
        &mut self,
        steps: &mut [v1::Step],
        places: &mut Vec<v2::StepPlace>,
        lanes: &BTreeMap<&str, f64>,
    ) {
        let mut known: BTreeMap<String, v2::StepPlace> = BTreeMap::new();
        for place in places.drain(..) {
            let id = place.step.clone();
            if let Entry::Vacant(free) = known.entry(id) {
                free.insert(place);
            } else {
                self.notes.add_of(RepairKind::LeftOver, "", &place.step);
            }
        }
        for step in steps {
            let place = known.remove(&step.id);
            self.name(&mut step.id, "step");
            self.words(step);
            let mut place = place.filter(can_be).unwrap_or_else(|| {
                self.notes.add_of(RepairKind::Place, "", &step.id);
                self.unplaced.extend(StepId::parse(&step.id));
                let middle = lanes.get(step.lane.as_str()).copied().unwrap_or(BAND) / 2.0;
                somewhere(middle)
            });
            self.style(&mut place.style, &step.id);
            place.step.clone_from(&step.id);
            places.push(place);
        }
        for id in known.keys() {
            self.notes.add_of(RepairKind::LeftOver, "", id);
        }
    }

    /// Every place belongs to a connector, and none leads through a lane that is not there.
    fn connectors(
        &mut self,
        connectors: &mut Vec<v1::Connector>,
        places: &mut Vec<v1::ConnectorPlace>,
        lanes: &BTreeMap<&str, f64>,
    ) {
        let mut known: BTreeMap<String, v1::ConnectorPlace> = BTreeMap::new();
        for place in places.drain(..) {
            if let Entry::Vacant(free) = known.entry(place.connector.clone()) {
                free.insert(place);
            } else {
                self.notes.add_of(RepairKind::LeftOver, "", &place.connector);
            }
        }
        connectors.retain_mut(|connector| {
            let place = known.remove(&connector.id);
            self.name(&mut connector.id, "connector");
            self.texts([&mut connector.label], &connector.id);
            self.reference(&mut connector.from, &connector.id);
            self.reference(&mut connector.to, &connector.id);
            let mut place = place.unwrap_or_else(no_way);
            place.connector.clone_from(&connector.id);
            self.way(&mut place, lanes);
            place.from_point = place.from_point.take().filter(|_| connector.from.is_none());
            place.to_point = place.to_point.take().filter(|_| connector.to.is_none());
            let has_ends = (connector.from.is_some() || place.from_point.is_some())
                && (connector.to.is_some() || place.to_point.is_some());
            if has_ends {
                self.style(&mut place.style, &connector.id);
                places.push(place);
            } else {
                self.notes.add_of(RepairKind::Record, "", &connector.id);
            }
            has_ends
        });
        for id in known.keys() {
            self.notes.add_of(RepairKind::LeftOver, "", id);
        }
    }

    /// Takes out a way that leads through a lane that is not there, or too far.
    fn way(&mut self, place: &mut v1::ConnectorPlace, lanes: &BTreeMap<&str, f64>) {
        let is_bad = |lane: &str, along: Number, across: Number| {
            !lanes.contains_key(lane) || along.0.abs() > FAR || across.0.abs() > FAR
        };
        let bends = place.bends.iter().any(|bend| is_bad(&bend.lane, bend.along, bend.across));
        let label = place.label.as_ref().is_some_and(|label| is_bad(&label.lane, label.along, label.across));
        if bends || label || place.routed == Some(false) {
            if bends || label {
                self.notes.add_of(RepairKind::Place, "", &place.connector);
            }
            (place.bends, place.label, place.routed) = (Vec::new(), None, Some(false));
        }
        for point in [&mut place.from_point, &mut place.to_point] {
            if point.as_ref().is_some_and(|point| is_bad(&point.lane, point.along, point.across)) {
                *point = None;
            }
        }
    }
}

/// So far from the beginning something may stand and still be within reach with all lanes before it.
const FAR: f64 = LIMIT_COORDINATE / 4.0;

/// Whether a place is within reach, and a size one.
fn can_be(place: &v2::StepPlace) -> bool {
    let is_size = |size: Number| size.0 > 0.0 && size.0 < FAR;
    place.along.0.abs() < FAR
        && place.across.0.abs() < FAR
        && place.size.is_none_or(|(width, height)| is_size(width) && is_size(height))
}

fn empty_lane() -> v2::Lane {
    v2::Lane {
        id: String::new(),
        size: Number(BAND),
        title: Pairs::default(),
        role: None,
        pool: None,
        given: None,
        style: None,
    }
}

/// A place in the middle of a lane.
fn somewhere(middle: f64) -> v2::StepPlace {
    v2::StepPlace {
        step: String::new(),
        along: Number(BAND),
        across: Number(middle),
        size: None,
        z: 0,
        pinned: false,
        fit: None,
        style: None,
    }
}

/// What a file says of a connector that it does not place.
fn no_way() -> v1::ConnectorPlace {
    v1::ConnectorPlace {
        connector: String::new(),
        routed: Some(false),
        from: None,
        from_point: None,
        to: None,
        to_point: None,
        bends: Vec::new(),
        label: None,
        style: None,
    }
}
