//! What lies under a point, and what lies in a rectangle.
//!
//! Owns which of several things a person means. Everything is measured in document units; how far a finger or a
//! pointer may be beside a thing (`slop`) is for the caller to say, who knows the zoom.

use std::collections::BTreeSet;

use kurbo::ParamCurveNearest as _;

use super::{
    connectors::{self, Said},
    grid::pool_header,
    theme::Theme,
    title,
    view::View,
};
use crate::{
    geom::{BezPath, Point, Rect, Shape as _},
    measures::{HEADER, PHASE_BAND},
    model::{Color, Connector, ConnectorId, End, LaneId, Page, PhaseId, PoolId, Step, StepId, StepKind},
    shape,
};

/// How far the label of an event may reach below and beside it.
const BELOW: f64 = 140.0;
/// No part of a connector's label is further from its middle than this for each byte of its text, and `LEAST`.
const WIDEST_LETTER: f64 = 12.0;
const LEAST: f64 = 10.0;
/// The precision of distances to curves.
const PRECISION: f64 = 0.1;

/// What lies under a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A step.
    Step(StepId),
    /// The label of a connector.
    Label(ConnectorId),
    /// The line of a connector.
    Line {
        /// The connector.
        connector: ConnectorId,
        /// Which of the pieces between its corners, from 0 at its beginning.
        segment: usize,
    },
    /// The border at the *end* of a lane, in the band of the headers.
    LaneBorder(LaneId),
    /// The header of a lane.
    LaneHeader(LaneId),
    /// The header of a pool.
    PoolHeader(PoolId),
    /// The border at the *end* of a phase, in the phase band.
    PhaseBorder(PhaseId),
    /// The header of a phase.
    PhaseHeader(PhaseId),
    /// The ground of a lane.
    Lane(LaneId),
    /// The heading.
    Title,
    /// The line below the heading.
    Subtitle,
    /// Nothing.
    Desk,
}

/// What a person means who points at `at` with a precision of `slop`.
///
/// The label of a connector comes first, then the topmost step, the nearest line, borders, headers, and what lies
/// behind. Steps are met where they are drawn, not in the corners of their rectangles.
pub fn pick(view: &View<'_>, at: Point, slop: f64) -> Spot {
    label_at(view, at)
        .or_else(|| step_at(view, at, slop))
        .or_else(|| line_at(view.page, at, slop))
        .or_else(|| border_at(view.page, at, slop))
        .or_else(|| header_at(view.page, at))
        .or_else(|| ground_at(view.page, at))
        .or_else(|| heading_at(view, at))
        .unwrap_or(Spot::Desk)
}

/// The steps and the connectors that lie wholly in `rect`.
pub fn pick_in(page: &Page, rect: Rect) -> (BTreeSet<StepId>, BTreeSet<ConnectorId>) {
    let holds = |inner: Rect| rect.union(inner) == rect;
    let steps = page.steps.values().filter(|step| holds(step.rect)).map(|step| step.id.clone());
    let connectors = page.connectors.values().filter(|connector| {
        let bends = connector.route.iter().flat_map(|route| &route.bends);
        bends.into_iter().all(|bend| holds(Rect::from_points(bend.at, bend.at)))
            && shape::polyline(page, connector)
                .is_some_and(|line| line.segments().all(|(a, b)| holds(Rect::from_points(a, b))))
    });
    (steps.collect(), connectors.map(|connector| connector.id.clone()).collect())
}

fn label_at(view: &View<'_>, at: Point) -> Option<Spot> {
    let origin = |connector: &Connector| view.page.steps.get(connector.from.step()?);
    let is_hit = |connector: &&Connector| {
        let Some(label) = connector.route.as_ref().and_then(|route| route.label) else { return false };
        let reach = view.read(&connector.label).len() as f64 * WIDEST_LETTER + LEAST;
        if label.at.distance(at) > reach {
            return false;
        }
        let said = Said::of(view, connector, origin(connector).map(AsRef::as_ref));
        let lay_out = || shape::connector_label(view.fonts, said.text, said.is_of_decision).into();
        connectors::draw_label(view, connector, said, Color::WHITE, lay_out)
            .is_some_and(|label| label.bounds.contains(at))
    };
    let hit = view.page.connectors.values().rev().map(AsRef::as_ref).find(is_hit)?;
    Some(Spot::Label(hit.id.clone()))
}

fn step_at(view: &View<'_>, at: Point, slop: f64) -> Option<Spot> {
    let hits = view.page.steps_in_z_order().filter(|step| is_on_step(view, step, at, slop));
    hits.last().map(|step| Spot::Step(step.id.clone()))
}

fn is_on_step(view: &View<'_>, step: &Step, at: Point, slop: f64) -> bool {
    if step.rect.inflate(slop, slop).contains(at) {
        let drawn = shape::outline(step.kind, step.rect);
        if drawn.behind.iter().chain([&drawn.body]).any(|path| is_on_path(path, at, slop)) {
            return true;
        }
    }
    // The text of an event stands below its symbol and belongs to it.
    matches!(step.kind, StepKind::Event(_)) && step.rect.inflate(BELOW, BELOW).contains(at) && {
        let shape::Label { block, at: place } =
            shape::label(view.fonts, step.kind, step.rect, view.read(&step.text));
        (block.bounds() + place.to_vec2()).contains(at)
    }
}

fn is_on_path(path: &BezPath, at: Point, slop: f64) -> bool {
    let near = |segment: kurbo::PathSeg| segment.nearest(at, PRECISION).distance_sq <= slop * slop;
    path.winding(at) != 0 || path.segments().any(near)
}

fn line_at(page: &Page, at: Point, slop: f64) -> Option<Spot> {
    let mut best: Option<(f64, Spot)> = None;
    for connector in page.connectors.values().filter(|connector| is_near(page, connector, at, slop)) {
        let Some(line) = shape::polyline(page, connector) else { continue };
        for (segment, (a, b)) in line.segments().enumerate() {
            let distance = kurbo::Line::new(a, b).nearest(at, PRECISION).distance_sq.sqrt();
            // Of lines at the same distance the last one is drawn on top.
            if distance <= slop && best.as_ref().is_none_or(|(least, _)| distance <= *least) {
                best = Some((distance, Spot::Line { connector: connector.id.clone(), segment }));
            }
        }
    }
    best.map(|(_, spot)| spot)
}

/// Whether a connector's line may pass near `at`: a look at its bends and the rectangles of its steps.
fn is_near(page: &Page, connector: &Connector, at: Point, slop: f64) -> bool {
    let area = |end: &End| match end {
        End::Free(point) => Some(Rect::from_points(*point, *point)),
        End::Attached { step, .. } => page.steps.get(step).map(|step| step.rect),
    };
    let (Some(route), Some(from), Some(to)) = (&connector.route, area(&connector.from), area(&connector.to))
    else {
        return false;
    };
    let all = route.bends.iter().fold(from.union(to), |all, bend| all.union_pt(bend.at));
    all.inflate(slop, slop).contains(at)
}

fn border_at(page: &Page, at: Point, slop: f64) -> Option<Spot> {
    let (along, across) = (page.orientation.along(at), page.orientation.across(at));
    let nearest = |borders: &mut dyn Iterator<Item = (f64, Spot)>| {
        let near = borders.filter(|(distance, _)| *distance <= slop);
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, spot)| spot)
    };
    let lanes = page.lane_bands();
    let mut lanes = lanes.map(|(lane, _, to)| ((to - across).abs(), Spot::LaneBorder(lane.id.clone())));
    let mut phases =
        page.phase_bands().map(|(phase, _, to)| ((to - along).abs(), Spot::PhaseBorder(phase.id.clone())));
    if is_in_headers(along) {
        nearest(&mut lanes)
    } else if is_in_phase_band(across) {
        nearest(&mut phases)
    } else {
        None
    }
}

fn header_at(page: &Page, at: Point) -> Option<Spot> {
    let (along, across) = (page.orientation.along(at), page.orientation.across(at));
    if is_in_phase_band(across) {
        // The first phase begins over the headers of the lanes.
        let mut phases = page.phase_bands().enumerate();
        let hit = phases.find(|(i, (_, from, to))| {
            let from = if *i == 0 { -HEADER } else { *from };
            (from..*to).contains(&along)
        });
        return hit.map(|(_, (phase, _, _))| Spot::PhaseHeader(phase.id.clone()));
    }
    let mut lanes = page.lane_bands();
    let (lane, _, _) = lanes.find(|(_, from, to)| (*from..*to).contains(&across))?;
    if is_in_headers(along) {
        return Some(Spot::LaneHeader(lane.id.clone()));
    }
    let headers = page.pool_bands().into_iter().map(|band| (band.pool, pool_header(page, &band)));
    let hit = headers.rev().find(|(_, header)| header.contains(at));
    hit.map(|(pool, _)| Spot::PoolHeader(pool.id.clone()))
}

fn is_in_headers(along: f64) -> bool {
    (-HEADER..0.0).contains(&along)
}

fn is_in_phase_band(across: f64) -> bool {
    (-PHASE_BAND..0.0).contains(&across)
}

fn ground_at(page: &Page, at: Point) -> Option<Spot> {
    let (along, across) = (page.orientation.along(at), page.orientation.across(at));
    let mut lanes = page.lane_bands();
    let (lane, _, _) = lanes.find(|(_, from, to)| (*from..*to).contains(&across))?;
    (0.0..page.length()).contains(&along).then(|| Spot::Lane(lane.id.clone()))
}

fn heading_at(view: &View<'_>, at: Point) -> Option<Spot> {
    let frame = view.page.frame();
    if at.y >= frame.y0 {
        return None;
    }
    let [title, subtitle] = title::heading(view, &Theme::of(view.document.theme), frame);
    let is_hit = |line: Option<super::Item>| line.is_some_and(|line| line.bounds.contains(at));
    if is_hit(title) { Some(Spot::Title) } else { is_hit(subtitle).then_some(Spot::Subtitle) }
}
