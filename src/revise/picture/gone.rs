//! What is no longer on the page, where it stood, and where connectors ran that lead elsewhere now.

use super::{
    badge::row_size,
    look::{GONE_DASH, GONE_TEXT, MarkInk, former_way},
    marks::Sign,
    page_picture::{Layers, PagePicture},
    rings::{ends_of, on_line},
    room::FreeRoom,
};
use crate::{
    geom::{BezPath, Point, Rect, Shape as _},
    measures::{HEADER, PHASE_BAND, POOL_BAND},
    model::{Color, LaneId, Page, PhaseId, PoolId, StepId},
    revise::{RecordId, RevisionKind},
    scene::{Item, Part, Prim, Source, Stroke, TextItem, group_item, path_item, straight, text_item},
    shape,
};
use kurbo::PathEl;

/// The room between a step that is gone and those that stand there now.
const CLEARANCE: f64 = 8.0;
/// Between lanes and the phases that are gone, which stand behind them.
const GAP: f64 = 12.0;
/// In so many strides an outline is looked for.
const WAY: i32 = 24;

/// Draws all that is gone.
pub(super) fn draw(picture: &PagePicture<'_>, layers: &mut Layers) {
    if !picture.marks.values().any(|mark| mark.is_gone() || mark.leads_elsewhere) {
        return;
    }
    let compared = picture.compared;
    let steps = || picture.after.steps.values().map(|step| step.rect);
    let room = FreeRoom::beside(steps().map(|step| step.inflate(CLEARANCE, CLEARANCE)));
    let labels = picture.scene.leaves().filter(|item| matches!(item.prim, Prim::Text(_)));
    let beside_labels = FreeRoom::beside(labels.map(|item| item.bounds).chain(steps()));
    let mut gone = Gone { picture, layers, room, beside_labels };
    for item in compared.scene(compared.before, picture.before).items.iter() {
        gone.item(item);
    }
}

struct Gone<'p, 'l> {
    picture: &'p PagePicture<'p>,
    layers: &'l mut Layers,
    /// Where no step stands.
    room: FreeRoom,
    /// Where neither a step nor a text stands.
    beside_labels: FreeRoom,
}

impl Gone<'_, '_> {
    /// Draws an item of the page as it was, if its record is gone or led elsewhere.
    fn item(&mut self, item: &Item) {
        let Some(record) = record_of(&item.source) else { return };
        let Some(mark) = self.picture.marks.get(&record) else { return };
        if mark.leads_elsewhere && item.part == Part::Line {
            self.former_way(item);
        }
        if !mark.is_gone() {
            return;
        }
        match &record {
            RecordId::Step(id) => self.step(&record, id, item),
            RecordId::Connector(_) => self.line(&record, item),
            RecordId::Lane(id) => self.lane(&record, id, item),
            RecordId::Pool(id) => self.pool(&record, id, item),
            RecordId::Phase(id) => self.phase(&record, id, item),
            RecordId::Document | RecordId::Page(_) => {}
        }
    }

    /// A step, beside its place if another one stands there now.
    fn step(&mut self, record: &RecordId, id: &StepId, item: &Item) {
        let Some(step) = self.picture.before.steps.get(id) else { return };
        let former = self.picture.former.step(step);
        let Some(place) = self.room.take_one(&[former]) else { return };
        if place != former {
            let stroke =
                Stroke { color: MarkInk::of(RevisionKind::Removed).line, width: 1.0, dash: GONE_DASH };
            let leader = straight(former.center(), place.center());
            self.layers.behind.push(path_item(&Source::Mark, Part::Line, leader, None, Some(stroke)));
        }
        let shift = place.center() - step.rect.center();
        self.put(record, item, &|p| p + shift);
        let outline = shape::outline(step.kind, place).body;
        self.layers.badges.push((record.clone(), on_outline(&outline, place)));
    }

    /// A part of a connector: its line, a tip, its label.
    fn line(&mut self, record: &RecordId, item: &Item) {
        let former = &self.picture.former;
        if let (Part::Line, Prim::Path { path, .. }) = (item.part, &item.prim) {
            let places = on_line(&carried(path, &|p| former.point(p)), row_size(1));
            self.layers.badges.push((record.clone(), places));
        }
        if let Prim::Text(text) = &item.prim {
            let wanted = item.bounds + (former.point(text.at) - text.at);
            let shift =
                self.beside_labels.take_one(&[wanted]).map(|place| place.center() - item.bounds.center());
            return self.put(record, item, &|p| p + shift.unwrap_or_default());
        }
        self.put(record, item, &|p| former.point(p));
    }

    /// The line of a connector that began or ended elsewhere.
    fn former_way(&mut self, item: &Item) {
        let Prim::Path { path, .. } = &item.prim else { return };
        let path = carried(path, &|p| self.picture.former.point(p));
        self.layers.behind.push(path_item(&Source::Mark, Part::Line, path, None, Some(former_way())));
        self.layers.signs.insert(Sign::FormerWay);
    }

    fn lane(&mut self, record: &RecordId, id: &LaneId, item: &Item) {
        let former = &self.picture.former;
        let Some((_, from, to)) = former.lanes.iter().find(|(lane, _, _)| lane == id) else { return };
        let rect = |along| former.orientation.rect(along, (*from, *to));
        let length = self.picture.after.length();
        self.band(record, item, rect((-HEADER, 0.0)), Some(rect((0.0, length))));
    }

    /// The header of a pool, before all others beside the lanes that it held.
    fn pool(&mut self, record: &RecordId, id: &PoolId, item: &Item) {
        let PagePicture { before, after, former, .. } = self.picture;
        let bands = before.pool_bands();
        let Some(band) = bands.iter().find(|band| band.pool.id == *id) else { return };
        let held = before.lanes_in(id).filter_map(|lane| across_of(self.picture, after, &lane.id));
        let Some((from, to)) = held.reduce(|(a, b), (c, d)| (a.min(c), b.max(d))) else { return };
        let reach = HEADER + POOL_BAND * (after.pool_levels() + band.level) as f64;
        let header = former.orientation.rect((-reach, POOL_BAND - reach), (from, to));
        self.band(record, item, header, None);
    }

    /// The header of a phase, behind all lanes.
    fn phase(&mut self, record: &RecordId, id: &PhaseId, item: &Item) {
        let PagePicture { before, former, .. } = self.picture;
        let Some((_, from, to)) = before.phase_band(id) else { return };
        let across = former.breadth + GAP;
        self.band(record, item, former.orientation.rect((from, to), (across, across + PHASE_BAND)), None);
    }

    /// A band of which `item` is the picture that it had: its header with its title, and perhaps its ground.
    fn band(&mut self, record: &RecordId, item: &Item, header: Rect, ground: Option<Rect>) {
        let Prim::Group { title, items, .. } = &item.prim else { return };
        let ink = MarkInk::of(RevisionKind::Removed);
        let stroke = Stroke { color: ink.line, width: 1.5, dash: GONE_DASH };
        let path =
            |part, rect: Rect, fill| path_item(&item.source, part, rect.to_path(0.1), fill, Some(stroke));
        let ground = ground.map(|ground| path(Part::Ground, ground, None));
        let texts = items.iter().filter_map(|item| match &item.prim {
            Prim::Text(text) => {
                Some(text_item(&item.source, TextItem { at: header.center(), ..faded_text(text) }))
            }
            Prim::Path { .. } | Prim::Group { .. } => None,
        });
        let parts = ground.into_iter().chain([path(Part::Header, header, Some(ink.tint))]).chain(texts);
        let group = group_item(&item.source, title.clone(), String::new(), parts.collect());
        let Some(group) = group else { return };
        self.layers.spots.insert(record.clone(), group.bounds);
        self.layers.behind.push(group);
        self.layers.badges.push((record.clone(), ends_of(header, row_size(1))));
    }

    /// Puts `item`, faded and carried elsewhere, behind the steps, and its texts above them.
    fn put(&mut self, record: &RecordId, item: &Item, carry: &dyn Fn(Point) -> Point) {
        let tip = MarkInk::of(RevisionKind::Removed).line;
        let line = |Stroke { width, .. }| Stroke { color: tip, width: f64::max(width, 1.5), dash: GONE_DASH };
        let Some(faded) = (Fading { carry, line: &line, tip }).faded(item) else { return };
        let spot = self.layers.spots.get(record).map_or(faded.bounds, |spot| spot.union(faded.bounds));
        self.layers.spots.insert(record.clone(), spot);
        let (texts, rest) = split_texts(faded);
        self.layers.behind.extend(rest);
        self.layers.above.extend(texts);
    }
}

/// The record of a page that an item shows.
fn record_of(source: &Source) -> Option<RecordId> {
    match source {
        Source::Step(id) => Some(RecordId::Step(id.clone())),
        Source::Connector(id) => Some(RecordId::Connector(id.clone())),
        Source::Lane(id) => Some(RecordId::Lane(id.clone())),
        Source::Pool(id) => Some(RecordId::Pool(id.clone())),
        Source::Phase(id) => Some(RecordId::Phase(id.clone())),
        Source::Page | Source::Legend | Source::Mark => None,
    }
}

/// The places for a badge on an outline within `rect`: where the ways from its corners to its middle meet it.
fn on_outline(outline: &BezPath, rect: Rect) -> Vec<Rect> {
    let corners = [(rect.x0, rect.y0), (rect.x1, rect.y0), (rect.x0, rect.y1), (rect.x1, rect.y1)];
    let met = corners.map(Point::from).map(|corner| {
        let way = (0..=WAY).map(|nth| corner.lerp(rect.center(), f64::from(nth) / f64::from(WAY)));
        let inside = |p: &Point| outline.winding(*p) != 0;
        way.into_iter().find(inside).unwrap_or(corner)
    });
    met.map(|middle| Rect::from_center_size(middle, row_size(1))).into()
}

/// Where a lane is across the page, or stands beside it.
fn across_of(picture: &PagePicture<'_>, after: &Page, id: &LaneId) -> Option<(f64, f64)> {
    let there = after.lane_band(id).map(|(_, from, to)| (from, to));
    let beside = picture.former.lanes.iter().find(|(lane, _, _)| lane == id);
    there.or_else(|| beside.map(|(_, from, to)| (*from, *to)))
}

/// The texts of a group, and the group without them.
fn split_texts(item: Item) -> (Vec<Item>, Option<Item>) {
    match item.prim {
        Prim::Path { .. } => (Vec::new(), Some(item)),
        Prim::Text(_) => (vec![item], None),
        Prim::Group { title, desc, items, .. } => {
            let (texts, rest): (Vec<Item>, Vec<Item>) =
                items.into_iter().partition(|item| matches!(item.prim, Prim::Text(_)));
            (texts, group_item(&item.source, title, desc, rest))
        }
    }
}

/// How something looks that is gone.
pub(super) struct Fading<'a> {
    /// Where each point of it is now.
    pub(super) carry: &'a dyn Fn(Point) -> Point,
    /// What its lines are drawn in.
    pub(super) line: &'a dyn Fn(Stroke) -> Stroke,
    /// What is filled with the colour of lines.
    pub(super) tip: Color,
}

impl Fading<'_> {
    /// `item` as something that is gone.
    pub(super) fn faded(&self, item: &Item) -> Option<Item> {
        let tint = MarkInk::of(RevisionKind::Removed).tint;
        match &item.prim {
            Prim::Path { path, fill, stroke } => {
                let is_solid = stroke.is_none() && item.part == Part::Tip;
                let fill = fill.map(|_| if is_solid { self.tip } else { tint });
                let (path, stroke) = (carried(path, self.carry), stroke.map(self.line));
                Some(path_item(&item.source, item.part, path, fill, stroke))
            }
            Prim::Text(text) => {
                Some(text_item(&item.source, TextItem { at: (self.carry)(text.at), ..faded_text(text) }))
            }
            Prim::Group { title, desc, items, .. } => {
                let items = items.iter().filter_map(|item| self.faded(item)).collect();
                group_item(&item.source, title.clone(), desc.clone(), items)
            }
        }
    }
}

fn faded_text(text: &TextItem) -> TextItem {
    TextItem { color: GONE_TEXT, halo: Some(MarkInk::of(RevisionKind::Removed).tint), ..text.clone() }
}

fn carried(path: &BezPath, carry: &dyn Fn(Point) -> Point) -> BezPath {
    let elements = path.elements().iter().map(|element| match *element {
        PathEl::MoveTo(p) => PathEl::MoveTo(carry(p)),
        PathEl::LineTo(p) => PathEl::LineTo(carry(p)),
        PathEl::QuadTo(a, p) => PathEl::QuadTo(carry(a), carry(p)),
        PathEl::CurveTo(a, b, p) => PathEl::CurveTo(carry(a), carry(b), carry(p)),
        PathEl::ClosePath => PathEl::ClosePath,
    });
    BezPath::from_vec(elements.collect())
}
