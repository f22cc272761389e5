//! What is pasted: into its lanes, into free space, and with everything else left where it is.
//!
//! ```text
//!  source           page             page afterwards
//!  A   ▢            A                A   ▢
//!  B     ▢    →     C          →     B     ▢      made, with its colour, between the lanes that it stood between
//!  C       ▢                         C       ▢
//! ```

use std::collections::BTreeMap;

use super::{Showing, content::clean_text};
use crate::{
    edit::{
        CutLane, Fragment, Refusal, Selection,
        bands::Lanes,
        clipboard::lane_of,
        free_space::{FreeSpace, SoughtPlace},
        nesting::pool_between,
        rules,
        space::{BandKind as _, insert, make_reach, shift_route},
        transaction::Transaction,
    },
    geom::{Axis, Rect, Vec2},
    measures::{FURTHEST, LANE_PADDING},
    model::{Connector, End, LIMIT_STEPS, Lane, LaneId, Link, Page, Step},
};

/// Smaller differences are none.
const SAME: f64 = 0.01;

/// How far the steps of each lane of the cutting move to stand in that lane of the page.
type Ways = BTreeMap<LaneId, Vec2>;

pub(super) fn paste(tx: &mut Transaction<'_>, fragment: &Fragment, by: Vec2) -> Result<Showing, Refusal> {
    if fragment.steps.is_empty() && fragment.connectors.is_empty() {
        return Err(Refusal::Nothing);
    }
    let ids = fragment.connectors.iter().map(|connector| connector.id.as_str());
    rules::check_new(tx.doc(), fragment.steps.iter().map(|step| step.id.as_str()).chain(ids))?;
    let steps: usize = tx.doc().pages.iter().map(|page| page.steps.len()).sum();
    if steps + fragment.steps.len() > LIMIT_STEPS {
        return Err(Refusal::TooMany);
    }
    make_lanes(tx, fragment)?;
    let ways = ways(tx, fragment)?;
    let boxes: Vec<Rect> =
        fragment.steps.iter().map(|step| step.rect + way(&ways, &step.lane) + by).collect();
    let by = by + way_to_room(tx.page(), &boxes);
    tx.keep_others();
    for step in &fragment.steps {
        put_step(tx, fragment, step, way(&ways, &step.lane) + by)?;
    }
    for connector in &fragment.connectors {
        tx.put_connector(moved(connector, fragment, &ways, by));
    }
    let mut pasted = Selection::steps(fragment.steps.iter().map(|step| step.id.clone()));
    pasted.connectors.extend(fragment.connectors.iter().map(|connector| connector.id.clone()));
    Ok(Showing::select(pasted))
}

fn put_step(tx: &mut Transaction<'_>, fragment: &Fragment, step: &Step, by: Vec2) -> Result<(), Refusal> {
    let rect = step.rect + by;
    if !(rect.x0.abs() <= FURTHEST && rect.y0.abs() <= FURTHEST) {
        return Err(Refusal::OutOfReach);
    }
    let (lane, phase) = rules::membership(tx.page(), rect.center());
    let lane = lane.ok_or(Refusal::Gone)?;
    let link = step.link.clone().filter(|link| leads_somewhere(tx.doc().pages.as_slice(), link, fragment));
    tx.put_step(Step { lane, phase, rect, link, ..step.clone() });
    tx.place(&step.id);
    Ok(())
}

/// Makes the lanes that steps stand in and the page has not.
fn make_lanes(tx: &mut Transaction<'_>, fragment: &Fragment) -> Result<(), Refusal> {
    let missing: Vec<LaneId> = fragment.missing_lanes(tx.page()).map(|cut| cut.lane.id.clone()).collect();
    for (nth, cut) in fragment.lanes.iter().enumerate() {
        if !missing.contains(&cut.lane.id) {
            continue;
        }
        rules::check_new(tx.doc(), [cut.id.as_str()])?;
        let at = place_of(tx.page(), &fragment.lanes, nth);
        let (title, pool) = (clean_text(&cut.lane.title), pool_between(tx.page(), at));
        let lane = Lane { id: cut.id.clone(), title, pool, given: None, ..cut.lane.clone() };
        insert::<Lanes>(tx, at, lane);
    }
    Ok(())
}

/// Where the lane number `nth` of a cutting comes among those of `page`: behind the nearest that came before it, else
/// before the nearest that came behind it, else at the end.
fn place_of(page: &Page, lanes: &[CutLane], nth: usize) -> usize {
    let at = |cut: &CutLane| {
        let found = lane_of(page, cut)?;
        page.lanes.iter().position(|lane| lane.id == found.id)
    };
    let before = lanes.iter().take(nth).rev().find_map(at);
    let behind = lanes.iter().skip(nth + 1).find_map(at);
    before.map(|before| before + 1).or(behind).unwrap_or(page.lanes.len())
}

/// How far the steps of each lane move, so that they stand in that lane as they stood before; lanes become large
/// enough for them.
fn ways(tx: &mut Transaction<'_>, fragment: &Fragment) -> Result<Ways, Refusal> {
    let flow = tx.page().orientation;
    let mut blocks = Vec::new();
    let mut start = 0.0;
    for cut in &fragment.lanes {
        let source = (start, start + cut.lane.size);
        start = source.1;
        let steps = fragment.steps.iter().filter(|step| step.lane == cut.lane.id);
        let span = steps.map(|step| flow.span_across(step.rect)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        let found = span.zip(lane_of(tx.page(), cut).map(|lane| lane.id.clone()));
        blocks.extend(found.map(|(span, target)| (cut.lane.id.clone(), LaneBlock { source, span, target })));
    }
    for (_, block) in &blocks {
        block.make_room(tx)?;
    }
    let way = |block: &LaneBlock| Some(Axis::Across.vector(flow, block.way(tx.page())?));
    blocks.iter().map(|(lane, block)| Ok((lane.clone(), way(block).ok_or(Refusal::Gone)?))).collect()
}

/// The steps of a cutting that stand in one lane.
struct LaneBlock {
    /// Where that lane was, across the page.
    source: (f64, f64),
    /// Where the steps were.
    span: (f64, f64),
    /// The lane of the page that they come into.
    target: LaneId,
}

impl LaneBlock {
    /// Whether the lane of the page is as large as the other one was.
    fn is_same(&self, target: (f64, f64)) -> bool {
        (self.source.1 - self.source.0 - (target.1 - target.0)).abs() < SAME
    }

    fn make_room(&self, tx: &mut Transaction<'_>) -> Result<(), Refusal> {
        let target = Lanes::span(tx.page(), &self.target).ok_or(Refusal::Gone)?;
        if self.is_same(target) {
            return Ok(());
        }
        make_reach::<Lanes>(tx, &self.target, target.0 + LANE_PADDING + self.span.1 - self.span.0)
    }

    /// How far the steps move to stand likewise in their lane of `page`.
    fn way(&self, page: &Page) -> Option<f64> {
        let Self { source, span, target } = self;
        let target = Lanes::span(page, target)?;
        if self.is_same(target) {
            return Some(target.0 - source.0);
        }
        let likewise = f64::midpoint(target.0, target.1) - f64::midpoint(source.0, source.1);
        let last = target.1 - LANE_PADDING - span.1;
        let first = target.0 + LANE_PADDING - span.0;
        Some(likewise.min(last).max(first))
    }
}

fn way(ways: &Ways, lane: &LaneId) -> Vec2 {
    ways.get(lane).copied().unwrap_or_default()
}

/// A connector of the cutting at its new place. Between steps that moved apart it finds its way anew.
fn moved(connector: &Connector, fragment: &Fragment, ways: &Ways, by: Vec2) -> Connector {
    let of = |end: &End| {
        let step = end.step().and_then(|id| fragment.steps.iter().find(|step| step.id == *id));
        step.map(|step| way(ways, &step.lane))
    };
    let [from, to] = [&connector.from, &connector.to].map(of);
    let across = from.or(to).or(ways.values().next().copied()).unwrap_or_default();
    let is_torn = from.zip(to).is_some_and(|(from, to)| (from - to).hypot() > SAME);
    let mut copy = connector.clone();
    for end in [&mut copy.from, &mut copy.to] {
        if let End::Free(at) = end {
            *at += across + by;
        }
    }
    match &mut copy.route {
        Some(_) if is_torn => copy.route = None,
        Some(route) => shift_route(route, across + by),
        None => {}
    }
    copy
}

/// How far `boxes` go on from where they were wished, so that nothing has to make room for them.
fn way_to_room(page: &Page, boxes: &[Rect]) -> Vec2 {
    if boxes.is_empty() {
        return Vec2::ZERO;
    }
    FreeSpace::of(page).anywhere(&SoughtPlace { boxes, from: None })
}

fn leads_somewhere(pages: &[Page], link: &Link, fragment: &Fragment) -> bool {
    match link {
        Link::Page(id) => pages.iter().any(|page| page.id == *id),
        Link::Step(id) => {
            fragment.steps.iter().any(|step| step.id == *id)
                || pages.iter().any(|page| page.steps.contains_key(id))
        }
        Link::Address(_) => true,
    }
}
