//! Marks around what is on the page.

use std::collections::BTreeMap;

use super::{
    badge::{RADIUS, row_size},
    look::{BAND, MOVED_DASH, MarkInk, RING, RING_GAP, SLIGHT, SLIGHT_BAND, SLIGHT_RING, TRAIL_START},
    marks::{RecordMark, Sign},
    page_picture::{Layers, PagePicture},
};
use crate::{
    geom::{BezPath, Point, Rect, Shape as _, Size},
    measures::{HEADER, PHASE_BAND},
    model::{Color, ConnectorId, Page, PhaseId, Step},
    revise::{RecordId, RevisionKind},
    scene::{Item, Part, Prim, Source, Stroke, path_item, pool_header, solid, straight},
};
use kurbo::{Circle, PathSeg};

/// How round the corners of a ring are.
const ROUND: f64 = 7.0;
/// Of more steps that were moved, nobody can follow the ways.
const MOST_TRAILS: usize = 12;
/// A step that was moved less than this has no trail.
const LEAST_TRAIL: f64 = 24.0;

/// What is drawn of each record.
type ItemsOf<'s> = BTreeMap<&'s Source, Vec<&'s Item>>;

/// Draws the marks of all that is on the page.
pub(super) fn draw(picture: &PagePicture<'_>, layers: &mut Layers) {
    trails(picture, layers);
    let mut items = ItemsOf::new();
    for item in picture.scene.leaves() {
        items.entry(&item.source).or_default().push(item);
    }
    for (record, mark) in picture.marks.iter().filter(|(_, mark)| !mark.is_gone()) {
        let spot = match record {
            RecordId::Document => None,
            RecordId::Page(_) => Some(title_mark(picture, record, mark, layers)),
            RecordId::Lane(id) => {
                let band = picture.after.lane_band(id).map(|(_, from, to)| (from, to));
                band.map(|band| lane_mark(picture.after, record, mark, band, layers))
            }
            RecordId::Pool(id) => {
                let bands = picture.after.pool_bands();
                let band = bands.iter().find(|band| band.pool.id == *id);
                band.map(|band| header_mark(record, mark, pool_header(picture.after, band), layers))
            }
            RecordId::Phase(id) => {
                let header = phase_header(picture.after, id);
                header.map(|header| header_mark(record, mark, header, layers))
            }
            RecordId::Step(id) => {
                picture.after.steps.get(id).map(|step| step_mark(record, mark, step, layers))
            }
            RecordId::Connector(id) => line_mark(&items, record, mark, id, layers),
        };
        layers.spots.extend(spot.map(|spot| (record.clone(), spot)));
    }
}

/// The line in which something is marked that is `mark`ed so.
fn ring_stroke(mark: &RecordMark) -> Stroke {
    let color = MarkInk::of(mark.kind()).line;
    let dash = if mark.kind() == RevisionKind::Moved { MOVED_DASH } else { &[] };
    Stroke { color, width: if mark.is_slight() { SLIGHT_RING } else { RING }, dash }
}

fn wish(record: &RecordId, mark: &RecordMark, layers: &mut Layers, places: impl FnOnce(Size) -> Vec<Rect>) {
    if !mark.is_slight() {
        layers.badges.push((record.clone(), places(row_size(mark.kinds.len()))));
    }
}

fn step_mark(record: &RecordId, mark: &RecordMark, step: &Step, layers: &mut Layers) -> Rect {
    let ring = step.rect.inflate(RING_GAP, RING_GAP);
    let path = ring.to_rounded_rect(ROUND).to_path(0.05);
    let (fill, stroke) = (Some(MarkInk::of(mark.kind()).tint), Some(ring_stroke(mark)));
    layers.behind.push(path_item(&Source::Mark, Part::Ground, path, fill, stroke));
    wish(record, mark, layers, |size| corners(ring, size));
    ring
}

/// A broad line behind the line of a connector.
fn line_mark(
    items: &ItemsOf<'_>,
    record: &RecordId,
    mark: &RecordMark,
    id: &ConnectorId,
    layers: &mut Layers,
) -> Option<Rect> {
    let own = items.get(&Source::Connector(id.clone()))?;
    let path = own.iter().find_map(|item| match (&item.prim, item.part) {
        (Prim::Path { path, .. }, Part::Line) => Some(path),
        _ => None,
    })?;
    let stroke = if mark.is_slight() {
        solid(SLIGHT, SLIGHT_BAND)
    } else {
        solid(MarkInk::of(mark.kind()).band, BAND)
    };
    layers.behind.push(path_item(&Source::Mark, Part::Ground, path.clone(), None, Some(stroke)));
    wish(record, mark, layers, |size| on_line(path, size));
    own.iter().map(|item| item.bounds).reduce(|all, one| all.union(one))
}

/// A lane that came is framed as a whole, any other at its header.
fn lane_mark(
    page: &Page,
    record: &RecordId,
    mark: &RecordMark,
    band: (f64, f64),
    layers: &mut Layers,
) -> Rect {
    let header = page.orientation.rect((-HEADER, 0.0), band);
    if mark.kind() == RevisionKind::Added {
        let whole = page.orientation.rect((-HEADER, page.length()), band);
        layers.behind.extend(inner_frame(mark, whole));
    }
    header_mark(record, mark, header, layers)
}

fn header_mark(record: &RecordId, mark: &RecordMark, header: Rect, layers: &mut Layers) -> Rect {
    layers.behind.extend(inner_frame(mark, header));
    wish(record, mark, layers, |size| ends_of(header, size));
    header
}

/// A frame within `rect` that is seen on every ground.
fn inner_frame(mark: &RecordMark, rect: Rect) -> [Item; 2] {
    let path = || rect.inset(-3.0).to_path(0.1);
    let frame = |stroke| path_item(&Source::Mark, Part::Line, path(), None, Some(stroke));
    [frame(solid(Color::WHITE, 2.0 * RING)), frame(ring_stroke(mark))]
}

fn phase_header(page: &Page, id: &PhaseId) -> Option<Rect> {
    let (_, from, to) = page.phase_band(id)?;
    let is_first = page.phases.first().is_some_and(|first| first.id == *id);
    Some(page.orientation.rect((if is_first { -HEADER } else { from }, to), (-PHASE_BAND, 0.0)))
}

/// The heading of the page, at whose left the badge stands.
fn title_mark(picture: &PagePicture<'_>, record: &RecordId, mark: &RecordMark, layers: &mut Layers) -> Rect {
    let is_heading = |item: &&Item| item.source == Source::Page && matches!(item.prim, Prim::Text(_));
    let heading = picture.scene.leaves().find(is_heading).map(|item| item.bounds);
    let spot = heading.unwrap_or_else(|| picture.after.frame());
    wish(record, mark, layers, |size| {
        let left = Point::new(spot.x0 - size.width - 6.0, spot.center().y.min(spot.y0 + 20.0) - RADIUS);
        vec![Rect::from_origin_size(left, size)]
    });
    spot
}

/// The ways of the steps that were moved, unless there are too many to be followed.
fn trails(picture: &PagePicture<'_>, layers: &mut Layers) {
    let moved = picture.marks.iter().filter_map(|(record, mark)| match record {
        RecordId::Step(id) if mark.kinds.contains(&RevisionKind::Moved) => {
            let from = picture.former.step(picture.before.steps.get(id)?).center();
            let to = picture.after.steps.get(id)?.rect.center();
            (from.distance(to) >= LEAST_TRAIL).then_some((from, to))
        }
        _ => None,
    });
    let moved: Vec<(Point, Point)> = moved.collect();
    if moved.len() > MOST_TRAILS {
        return;
    }
    for (from, to) in moved {
        layers.behind.extend(trail(from, to));
        layers.signs.insert(Sign::Trail);
    }
}

/// The way of a step that was moved: a circle where it stood, and a line.
pub(super) fn trail(from: Point, to: Point) -> [Item; 2] {
    let color = MarkInk::of(RevisionKind::Moved).line;
    let way = Stroke { color, width: 1.25, dash: MOVED_DASH };
    let item = |path, fill, stroke| path_item(&Source::Mark, Part::Line, path, fill, Some(stroke));
    let start = Circle::new(from, TRAIL_START).to_path(0.05);
    [item(straight(from, to), None, way), item(start, Some(Color::WHITE), solid(color, 1.25))]
}

/// The places at the corners of `rect`, over its outline, for badges of that size.
fn corners(rect: Rect, size: Size) -> Vec<Rect> {
    let (left, right) = (rect.x0 - RADIUS, rect.x1 + RADIUS - size.width);
    let (top, bottom) = (rect.y0 - RADIUS, rect.y1 + RADIUS - size.height);
    let places = [(left, top), (right, top), (left, bottom), (right, bottom)];
    places.map(|(x, y)| Rect::from_origin_size(Point::new(x, y), size)).into()
}

/// The places within `rect` at its ends, for badges of that size.
pub(super) fn ends_of(rect: Rect, size: Size) -> Vec<Rect> {
    let within = |gap: f64| corners(rect.inflate(-RADIUS - gap, -RADIUS - gap), size);
    [6.0, 1.0].into_iter().flat_map(within).collect()
}

/// The places on a line for badges of that size: the middles of its longest pieces first.
pub(super) fn on_line(path: &BezPath, size: Size) -> Vec<Rect> {
    let mut pieces: Vec<kurbo::Line> = path
        .segments()
        .filter_map(|segment| match segment {
            PathSeg::Line(line) => Some(line),
            PathSeg::Quad(_) | PathSeg::Cubic(_) => None,
        })
        .collect();
    pieces.sort_by(|a, b| length(*b).total_cmp(&length(*a)));
    let places = [0.5, 0.3, 0.7]
        .into_iter()
        .flat_map(|share| pieces.iter().map(move |line| line.p0.lerp(line.p1, share)));
    places.map(|middle| Rect::from_center_size(middle, size)).collect()
}

fn length(line: kurbo::Line) -> f64 {
    line.p0.distance(line.p1)
}
