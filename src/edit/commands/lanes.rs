//! What is done to lanes.
//!
//! What stands in a lane moves with it. Steps that come into another lane are placed; everything that moved along
//! is not.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    Outcome,
    content::{clean_text, update_lane},
    remove::delete_steps,
    steps::{REACH, ROW_GAP, move_lines_between},
};
use crate::{
    edit::{
        Content, LaneCommand, Refusal, Selection,
        behaviors::shift::{Axis, Bands},
        rules,
        transaction::Transaction,
    },
    geom::Rect,
    model::{LANE_PADDING, Lane, LaneId, Page, Role, Step, StepId, Style, Text},
};

/// The size of a new lane: one row of steps with room around it.
pub(super) const NEW: f64 = 120.0;
/// No lane is smaller than that.
const LEAST: f64 = 64.0;
/// The room between a line and the border of its lane.
const LINE_ROOM: f64 = 12.0;

pub(super) fn apply(command: &LaneCommand, tx: &mut Transaction<'_>) -> Result<Outcome, Refusal> {
    match command {
        LaneCommand::Add { id, at, title, role } => add(tx, id, *at, (title, *role)),
        LaneCommand::Move { lane, to } => shift(tx, lane, *to),
        LaneCommand::Resize { lane, size } => resize(tx, lane, *size),
        LaneCommand::Delete { lane, content } => delete(tx, lane, content),
        LaneCommand::SetRole { lane, role } => {
            update_lane(tx, lane, |lane| lane.role = *role).map(|()| Outcome::SAME)
        }
    }
}

fn position(page: &Page, id: &LaneId) -> Result<usize, Refusal> {
    page.lanes.iter().position(|lane| lane.id == *id).ok_or(Refusal::Gone)
}

fn bands(page: &Page) -> Bands {
    Bands::of(page.lanes.iter().map(|lane| lane.size))
}

/// Moves what stands in the lanes from `first` on, and beyond them, by `by`.
fn shift_from(tx: &mut Transaction<'_>, first: usize, by: f64) {
    let mut bands = bands(tx.page());
    for band in bands.bands.iter_mut().skip(first) {
        band.by = by;
    }
    bands.beyond = by;
    shift_bands(tx, &bands);
}

fn shift_bands(tx: &mut Transaction<'_>, bands: &Bands) {
    let lanes: Vec<LaneId> = tx.page().lanes.iter().map(|lane| lane.id.clone()).collect();
    bands.shift(tx, Axis::Across, &|step| lanes.iter().position(|lane| *lane == step.lane));
}

fn add(
    tx: &mut Transaction<'_>,
    id: &LaneId,
    at: usize,
    (title, role): (&Text, Role),
) -> Result<Outcome, Refusal> {
    rules::check_new(tx.doc(), [id.as_str()])?;
    let lanes = &tx.page().lanes;
    let at = at.min(lanes.len());
    // Between two lanes of a pool, it belongs to the pool.
    let before = at.checked_sub(1).and_then(|before| lanes.get(before));
    let pool = before.zip(lanes.get(at)).filter(|(before, after)| before.group == after.group);
    let group = pool.map_or(Text::EMPTY, |(before, _)| before.group.clone());
    let lane =
        Lane { id: id.clone(), title: clean_text(title), role, size: NEW, style: Style::default(), group };
    shift_from(tx, at, NEW);
    tx.update_lanes(|lanes| lanes.insert(at, Arc::new(lane)));
    Ok(Outcome::select(Selection::lane(id.clone())))
}

fn shift(tx: &mut Transaction<'_>, id: &LaneId, to: usize) -> Result<Outcome, Refusal> {
    let at = position(tx.page(), id)?;
    let to = to.min(tx.page().lanes.len().saturating_sub(1));
    if at == to {
        return Ok(Outcome::SAME);
    }
    let mut order: Vec<Arc<Lane>> = tx.page().lanes.clone();
    let moved = order.remove(at);
    order.insert(to, moved);
    let mut start = 0.0;
    let mut starts = std::collections::BTreeMap::new();
    for lane in &order {
        starts.insert(lane.id.clone(), start);
        start += lane.size;
    }
    let mut bands = bands(tx.page());
    for (band, lane) in bands.bands.iter_mut().zip(&tx.page().lanes) {
        band.by = starts.get(&lane.id).map_or(0.0, |start| start - band.from);
    }
    let lanes: Vec<LaneId> = tx.page().lanes.iter().map(|lane| lane.id.clone()).collect();
    let of = |step: &Step| lanes.iter().position(|lane| *lane == step.lane);
    for connector in bands.torn(tx.page(), Axis::Across, &of) {
        tx.reroute(&connector);
    }
    shift_bands(tx, &bands);
    tx.update_lanes(|lanes| *lanes = order);
    Ok(Outcome::SAME)
}

fn resize(tx: &mut Transaction<'_>, id: &LaneId, size: f64) -> Result<Outcome, Refusal> {
    if !(size.is_finite() && size <= REACH) {
        return Err(Refusal::OutOfReach);
    }
    let at = position(tx.page(), id)?;
    set_size(tx, at, size.max(needed(tx.page(), at)))?;
    Ok(Outcome::SAME)
}

/// The size that what is in a lane needs.
fn needed(page: &Page, at: usize) -> f64 {
    let orientation = page.orientation;
    let Some((lane, from, to)) = page.lane_bands().nth(at) else { return LEAST };
    let steps = page.steps.values().filter(|step| step.lane == lane.id);
    let steps = steps.map(|step| orientation.span_across(step.rect).1 + LANE_PADDING);
    let bends =
        page.connectors.values().flat_map(|connector| &connector.route).flat_map(|route| &route.bends);
    let bends = bends.map(|bend| orientation.across(bend.at)).filter(|at| from < *at && *at < to);
    steps.chain(bends.map(|at| at + LINE_ROOM)).map(|end| end - from).fold(LEAST, f64::max)
}

/// Gives the lane at `at` a size; what comes after it moves.
fn set_size(tx: &mut Transaction<'_>, at: usize, size: f64) -> Result<(), Refusal> {
    let old = tx.page().lanes.get(at).ok_or(Refusal::Gone)?.size;
    if (old - size).abs() < 0.005 {
        return Ok(());
    }
    shift_from(tx, at + 1, size - old);
    tx.update_lanes(|lanes| {
        if let Some(lane) = lanes.get_mut(at) {
            Arc::make_mut(lane).size = size;
        }
    });
    Ok(())
}

/// Makes a lane large enough for what reaches to `end` across the page.
pub(super) fn make_reach(tx: &mut Transaction<'_>, id: &LaneId, end: f64) -> Result<(), Refusal> {
    let (lane, from, to) = tx.page().lane_band(id).ok_or(Refusal::Gone)?;
    let size = lane.size.max(end + LANE_PADDING - from);
    if end + LANE_PADDING <= to {
        return Ok(());
    }
    let at = position(tx.page(), id)?;
    set_size(tx, at, size)
}

fn delete(tx: &mut Transaction<'_>, id: &LaneId, content: &Content<LaneId>) -> Result<Outcome, Refusal> {
    position(tx.page(), id)?;
    if tx.page().lanes.len() == 1 {
        return Err(Refusal::LastLane);
    }
    let members = tx.page().steps.values().filter(|step| step.lane == *id);
    let steps: BTreeSet<StepId> = members.map(|step| step.id.clone()).collect();
    match content {
        Content::Delete => delete_steps(tx, &steps, false)?,
        Content::MoveTo(target) if target == id => return Err(Refusal::Nothing),
        Content::MoveTo(target) => move_content(tx, &steps, target)?,
    }
    close(tx, id)?;
    Ok(Outcome::select(Selection::default()))
}

/// Moves steps into another lane as a block, so that they stand to each other as they did: below what is there, or
/// above it where they come from a lane above it.
fn move_content(tx: &mut Transaction<'_>, steps: &BTreeSet<StepId>, target: &LaneId) -> Result<(), Refusal> {
    let at = position(tx.page(), target)?;
    let Some(block) = around(tx.page(), |step| steps.contains(&step.id)) else { return Ok(()) };
    let orientation = tx.page().orientation;
    let (along, (top, bottom)) = (orientation.span_along(block), orientation.span_across(block));
    let (_, from, to) = tx.page().lane_band(target).ok_or(Refusal::Gone)?;
    let is_near = |step: &Step| {
        let (start, end) = orientation.span_along(step.rect);
        step.lane == *target && start < along.1 + ROW_GAP && along.0 < end + ROW_GAP
    };
    let taken = around(tx.page(), is_near).map(|rect| orientation.span_across(rect));
    let new_top = match taken {
        None => (f64::midpoint(from, to) - (bottom - top) / 2.0).max(from + LANE_PADDING),
        Some(_) if top < from => from + LANE_PADDING,
        Some((_, lowest)) => lowest + ROW_GAP,
    };
    let new_bottom = new_top + bottom - top;
    if let Some((highest, _)) = taken.filter(|_| top < from) {
        let by = (new_bottom + ROW_GAP - highest).max(0.0);
        shift_from(tx, at, by);
        update_lane(tx, target, |lane| lane.size += by)?;
    }
    make_reach(tx, target, new_bottom)?;
    // What comes after the target has moved, perhaps these steps too.
    let block = around(tx.page(), |step| steps.contains(&step.id)).unwrap_or(block);
    let by = orientation.point(0.0, new_top - orientation.span_across(block).0).to_vec2();
    for step in steps {
        tx.update_step(step, |step| {
            step.rect = step.rect + by;
            step.lane = target.clone();
        })?;
        tx.place(step);
    }
    move_lines_between(tx, steps, by);
    Ok(())
}

/// The box around some steps.
fn around(page: &Page, is_meant: impl Fn(&Step) -> bool) -> Option<Rect> {
    page.steps.values().filter(|step| is_meant(step)).map(|step| step.rect).reduce(|a, b| a.union(b))
}

/// Takes out a lane without steps; what comes after it moves up.
fn close(tx: &mut Transaction<'_>, id: &LaneId) -> Result<(), Refusal> {
    let at = position(tx.page(), id)?;
    let (_, from, to) = tx.page().lane_band(id).ok_or(Refusal::Gone)?;
    reroute_within(tx, Axis::Across, (from, to));
    shift_from(tx, at + 1, from - to);
    tx.update_lanes(|lanes| {
        lanes.remove(at);
    });
    Ok(())
}

/// Asks for new routes for the lines that bend between two coordinates, where nothing will be.
pub(super) fn reroute_within(tx: &mut Transaction<'_>, axis: Axis, (from, to): (f64, f64)) {
    let orientation = tx.page().orientation;
    let bends = |connector: &crate::model::Connector| {
        let at = connector.route.iter().flat_map(|route| &route.bends);
        at.map(|bend| axis.of(orientation, bend.at)).any(|at| from <= at && at <= to)
    };
    let lines = tx.page().connectors.values().filter(|connector| bends(connector));
    for id in lines.map(|connector| connector.id.clone()).collect::<Vec<_>>() {
        tx.reroute(&id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edit::{
            Command,
            fixture::{Chart, en, lane_id, steps},
        },
        geom::Orientation,
    };

    const BOTH: [Orientation; 2] = [Orientation::Horizontal, Orientation::Vertical];

    /// Two lanes with a way down and back, and a lane below that.
    fn chart(orientation: Orientation) -> Chart {
        Chart::new(orientation, &["a ──b    e", "    c ──d", "    f"], &[("b", "c"), ("d", "e")])
    }

    fn run(chart: &mut Chart, command: LaneCommand) {
        chart.run(&Command::Lane(command));
    }

    fn of(chart: &Chart, id: &str) -> String {
        chart.step(id).lane.as_str().to_owned()
    }

    #[test]
    fn a_new_lane_pushes_the_later_ones_away() {
        for orientation in BOTH {
            let mut chart = chart(orientation);
            let (a, c, f) = (chart.at("a"), chart.at("c"), chart.at("f"));
            let id = lane_id("new");
            run(&mut chart, LaneCommand::Add { id: id.clone(), at: 1, title: en("New"), role: Role::Other });
            assert_eq!(chart.lane_sizes(), [120.0; 4]);
            assert_eq!(chart.at("a"), a);
            assert_eq!(chart.at("c"), (c.0, c.1 + 120.0));
            assert_eq!(chart.at("f"), (f.0, f.1 + 120.0));
            assert_eq!(chart.editor.selection().only_lane(), Some(&id));
            let again = LaneCommand::Add { id, at: 0, title: en("New"), role: Role::Other };
            assert_eq!(chart.try_run(&Command::Lane(again)), Err(Refusal::Taken));
        }
    }

    #[test]
    fn a_lane_moves_with_everything_in_it() {
        for orientation in BOTH {
            let mut chart = chart(orientation);
            let before = chart.at("c");
            run(&mut chart, LaneCommand::Resize { lane: lane_id("lane-0"), size: 200.0 });
            run(&mut chart, LaneCommand::Move { lane: lane_id("lane-0"), to: 2 });
            assert_eq!(chart.lane_sizes(), [120.0, 120.0, 200.0]);
            assert_eq!(chart.at("c"), (before.0, before.1 - 120.0));
            assert_eq!(chart.at("a"), (80.0, 300.0));
            assert_eq!(of(&chart, "a"), "lane-0");
            run(&mut chart, LaneCommand::Move { lane: lane_id("lane-0"), to: 0 });
            assert_eq!(chart.at("c"), (before.0, before.1 + 80.0));
        }
    }

    #[test]
    fn a_lane_is_never_smaller_than_what_is_in_it() {
        for orientation in BOTH {
            let mut chart = chart(orientation);
            run(&mut chart, LaneCommand::Resize { lane: lane_id("lane-2"), size: 1.0 });
            let reach = orientation.span_across(chart.rect("f")).1;
            assert_eq!(chart.lane_sizes()[2], reach - 240.0 + 16.0);
            let all = Command::Delete { what: Selection::steps(steps(&["f"])), heal: false };
            chart.run(&all);
            run(&mut chart, LaneCommand::Resize { lane: lane_id("lane-2"), size: 1.0 });
            assert_eq!(chart.lane_sizes()[2], 64.0);
            let huge = LaneCommand::Resize { lane: lane_id("lane-2"), size: f64::INFINITY };
            assert_eq!(chart.try_run(&Command::Lane(huge)), Err(Refusal::OutOfReach));
        }
    }

    #[test]
    fn the_steps_of_a_lane_that_goes_find_room_in_another() {
        for orientation in BOTH {
            let mut chart = chart(orientation);
            let along: Vec<f64> = ["a", "b", "e"].map(|id| chart.at(id).0).to_vec();
            let content = Content::MoveTo(lane_id("lane-1"));
            run(&mut chart, LaneCommand::Delete { lane: lane_id("lane-0"), content });
            assert_eq!(chart.page().lanes.len(), 2);
            assert_eq!(["a", "b", "e"].map(|id| chart.at(id).0).to_vec(), along);
            for id in ["a", "b", "e"] {
                assert_eq!(of(&chart, id), "lane-1");
            }
            // They come from above and stand above, in the row that they had.
            assert_eq!(chart.at("a").1, chart.at("b").1);
            assert!(chart.at("b").1 < chart.at("c").1);
        }
    }

    #[test]
    fn a_lane_goes_with_its_steps_but_the_last_one_stays() {
        let mut chart = chart(Orientation::Horizontal);
        for lane in ["lane-1", "lane-0"] {
            run(&mut chart, LaneCommand::Delete { lane: lane_id(lane), content: Content::Delete });
        }
        assert_eq!(chart.page().steps.len(), 1);
        assert_eq!(chart.at("f"), (240.0, 60.0));
        let last = LaneCommand::Delete { lane: lane_id("lane-2"), content: Content::Delete };
        assert_eq!(chart.try_run(&Command::Lane(last)), Err(Refusal::LastLane));
        let gone = LaneCommand::Move { lane: lane_id("lane-0"), to: 0 };
        assert_eq!(chart.try_run(&Command::Lane(gone)), Err(Refusal::Gone));
    }

    #[test]
    fn a_lane_between_two_of_a_pool_belongs_to_the_pool() {
        let mut chart = chart(Orientation::Horizontal);
        for lane in ["lane-0", "lane-1"] {
            let of = crate::edit::TextOf::Pool(lane_id(lane));
            let lang = crate::locale::UiLang::En.into();
            chart.run(&Command::SetText { of, lang, text: "Shop".to_owned() });
        }
        for (at, group) in [(1, en("Shop")), (4, Text::EMPTY)] {
            let id = lane_id(&format!("new-{at}"));
            run(&mut chart, LaneCommand::Add { id, at, title: en("New"), role: Role::Other });
            assert_eq!(chart.page().lanes[at].group, group);
        }
    }
}
