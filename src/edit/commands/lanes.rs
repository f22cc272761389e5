//! What is done to lanes.
//!
//! What stands in a lane moves with it. Steps that come into another lane are placed; everything that moved along
//! is not.

use std::collections::BTreeSet;

use super::{Showing, content::clean_text, pools::settle, remove::delete_steps};
use crate::{
    edit::{
        Content, LaneCommand, PoolPart, Refusal, Selection,
        bands::Lanes,
        nesting::pool_between,
        rules,
        space::{
            BandKind as _, bring_into, insert, make_reach, open, position, remove, reorder, resize,
            span_of_steps,
        },
        transaction::Transaction,
    },
    geom::Axis,
    measures::{LANE_PADDING, NEW_LANE, ROW_GAP},
    model::{Lane, LaneId, Role, Step, StepId, Style, Text},
};

pub(super) fn apply(command: &LaneCommand, tx: &mut Transaction<'_>) -> Result<Showing, Refusal> {
    match command {
        LaneCommand::Add { id, at, title, role } => add(tx, id, *at, title, *role),
        LaneCommand::Move { lane, to } => {
            reorder::<Lanes>(tx, lane, *to)?;
            settle(tx, PoolPart::Lane(lane.clone())).map(|()| Showing::SAME)
        }
        LaneCommand::Resize { lane, size } => resize::<Lanes>(tx, lane, *size).map(|()| Showing::SAME),
        LaneCommand::Delete { lane, content } => delete(tx, lane, content),
        LaneCommand::SetRole { lane, role } => {
            tx.update_lane(lane, |lane| lane.role = *role).map(|()| Showing::SAME)
        }
    }
}

fn add(
    tx: &mut Transaction<'_>,
    id: &LaneId,
    at: usize,
    title: &Text,
    role: Role,
) -> Result<Showing, Refusal> {
    rules::check_new(tx.doc(), [id.as_str()])?;
    let lanes = &tx.page().lanes;
    let at = at.min(lanes.len());
    let pool = pool_between(tx.page(), at);
    let (title, style) = (clean_text(title), Style::default());
    let lane = Lane { id: id.clone(), title, role, size: NEW_LANE, given: None, style, pool };
    insert::<Lanes>(tx, at, lane);
    Ok(Showing::select(Selection::lane(id.clone())))
}

fn delete(tx: &mut Transaction<'_>, id: &LaneId, content: &Content<LaneId>) -> Result<Showing, Refusal> {
    position::<Lanes>(tx.page(), id)?;
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
    remove::<Lanes>(tx, id)?;
    Ok(Showing::select(Selection::default()))
}

/// Moves steps into another lane as a block, so that they stand to each other as they did: below what is there, or
/// above it where they come from a lane above it.
fn move_content(tx: &mut Transaction<'_>, steps: &BTreeSet<StepId>, target: &LaneId) -> Result<(), Refusal> {
    let page = tx.page();
    let (from, to) = Lanes::span(page, target).ok_or(Refusal::Gone)?;
    let along = span_of_steps(page, Axis::Along, steps);
    let Some((along, (top, bottom))) = along.zip(span_of_steps(page, Axis::Across, steps)) else {
        return Ok(());
    };
    let is_near = |step: &Step| {
        let (start, end) = page.orientation.span_along(step.rect);
        step.lane == *target && start < along.1 + ROW_GAP && along.0 < end + ROW_GAP
    };
    let near = page.steps.values().filter(|step| is_near(step)).map(|step| &step.id);
    let taken = span_of_steps(page, Axis::Across, near);
    let comes_from_above = top < from;
    let new_top = match taken {
        None => (f64::midpoint(from, to) - (bottom - top) / 2.0).max(from + LANE_PADDING),
        Some(_) if comes_from_above => from + LANE_PADDING,
        Some((_, lowest)) => lowest + ROW_GAP,
    };
    let new_bottom = new_top + bottom - top;
    if let Some((highest, _)) = taken.filter(|_| comes_from_above) {
        open::<Lanes>(tx, target, (new_bottom + ROW_GAP - highest).max(0.0))?;
    }
    make_reach::<Lanes>(tx, target, new_bottom)?;
    bring_into::<Lanes>(tx, steps, target, new_top)
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
}
