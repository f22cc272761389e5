//! What is done to pools.
//!
//! Lanes move with what stands in them, as they do by themselves. Pools that hold nothing any more go by a behaviour.

use std::collections::BTreeSet;

use super::{Showing, content::clean_text};
use crate::{
    edit::{
        PoolCommand, PoolPart, Refusal,
        bands::Lanes,
        nesting::{Block, Members},
        rules,
        space::reorder,
        transaction::Transaction,
    },
    model::{LaneId, Pool, PoolId, Text},
};

pub(super) fn apply(command: &PoolCommand, tx: &mut Transaction<'_>) -> Result<Showing, Refusal> {
    match command {
        PoolCommand::Add { id, lanes, title } => add(tx, id, lanes, title)?,
        PoolCommand::Move { pool, to } => {
            let block = Block::of(tx.page(), PoolPart::Pool(pool.clone()))?;
            shift(tx, &block, *to)?;
            settle(tx, block.part)?;
        }
        PoolCommand::PutIn { part, pool } => put_in(tx, part, pool.as_ref())?,
        PoolCommand::Dissolve { pool } => dissolve(tx, pool)?,
    }
    Ok(Showing::SAME)
}

fn add(tx: &mut Transaction<'_>, id: &PoolId, lanes: &BTreeSet<LaneId>, title: &Text) -> Result<(), Refusal> {
    rules::check_new(tx.doc(), [id.as_str()])?;
    let Members { around, parts } = Members::of(tx.page(), lanes)?;
    tx.put_pool(Pool { id: id.clone(), title: clean_text(title), parent: around });
    parts.iter().try_for_each(|part| set_pool(tx, part, Some(id)))
}

/// Says which pool something lies in; nothing moves.
fn set_pool(tx: &mut Transaction<'_>, part: &PoolPart, pool: Option<&PoolId>) -> Result<(), Refusal> {
    match part {
        PoolPart::Lane(id) => tx.update_lane(id, |lane| lane.pool = pool.cloned()),
        PoolPart::Pool(id) => tx.update_pool(id, |inner| inner.parent = pool.cloned()),
    }
}

/// Gives a block the place behind `to` other lanes.
fn shift(tx: &mut Transaction<'_>, block: &Block, to: usize) -> Result<(), Refusal> {
    let lanes = tx.page().lanes.iter().skip(block.lanes.start).take(block.lanes.len());
    let lanes: Vec<LaneId> = lanes.map(|lane| lane.id.clone()).collect();
    let to = to.min(tx.page().lanes.len() - lanes.len());
    for (nth, lane) in lanes.iter().enumerate() {
        // Those that move on do so one after the other past the same lanes.
        let place = if to < block.lanes.start { to + nth } else { to + lanes.len() - 1 };
        if to != block.lanes.start {
            reorder::<Lanes>(tx, lane, place)?;
        }
    }
    Ok(())
}

/// Lets what was moved belong to the pool where it stands; a pool that holds nothing else comes along.
pub(super) fn settle(tx: &mut Transaction<'_>, moved: PoolPart) -> Result<(), Refusal> {
    let mut block = Block::of(tx.page(), moved)?;
    if let Some(around) = block.only_in().cloned() {
        block = Block::of(tx.page(), PoolPart::Pool(around))?;
    }
    let pool = block.pool_by_place();
    if pool == block.pool() {
        return Ok(());
    }
    block.check(tx.page(), pool)?;
    set_pool(tx, &block.part, pool)
}

fn put_in(tx: &mut Transaction<'_>, part: &PoolPart, pool: Option<&PoolId>) -> Result<(), Refusal> {
    let block = Block::of(tx.page(), part.clone())?;
    block.check(tx.page(), pool)?;
    let place = block.place_in(tx.page(), pool)?;
    shift(tx, &block, place)?;
    set_pool(tx, part, pool)
}

fn dissolve(tx: &mut Transaction<'_>, id: &PoolId) -> Result<(), Refusal> {
    let page = tx.page();
    let around = page.pools.get(id).ok_or(Refusal::Gone)?.parent.clone();
    let lanes = page.lanes.iter().filter(|lane| lane.pool.as_ref() == Some(id));
    let lanes = lanes.map(|lane| PoolPart::Lane(lane.id.clone()));
    let pools = page.pools.values().filter(|pool| pool.parent.as_ref() == Some(id));
    let parts: Vec<PoolPart> = lanes.chain(pools.map(|pool| PoolPart::Pool(pool.id.clone()))).collect();
    parts.iter().try_for_each(|part| set_pool(tx, part, around.as_ref()))?;
    tx.remove_pool(id);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edit::{
            Command, Content, LaneCommand, TextOf,
            fixture::{Chart, en, lane_id},
        },
        geom::Orientation,
        model::{LIMIT_NESTING, Role},
    };

    fn pool_id(id: &str) -> PoolId {
        PoolId::parse(id).unwrap()
    }

    fn lanes(numbers: &[usize]) -> BTreeSet<LaneId> {
        numbers.iter().map(|number| lane_id(&format!("lane-{number}"))).collect()
    }

    fn add(id: &str, numbers: &[usize]) -> Command {
        Command::Pool(PoolCommand::Add { id: pool_id(id), lanes: lanes(numbers), title: en(id) })
    }

    fn put_lane(number: usize, pool: Option<&str>) -> Command {
        let part = PoolPart::Lane(lane_id(&format!("lane-{number}")));
        Command::Pool(PoolCommand::PutIn { part, pool: pool.map(pool_id) })
    }

    fn put_pool(id: &str, pool: Option<&str>) -> Command {
        Command::Pool(PoolCommand::PutIn { part: PoolPart::Pool(pool_id(id)), pool: pool.map(pool_id) })
    }

    fn move_lane(number: usize, to: usize) -> Command {
        Command::Lane(LaneCommand::Move { lane: lane_id(&format!("lane-{number}")), to })
    }

    /// The lanes in order, each with the pools around it from the outside.
    fn nests(chart: &Chart) -> String {
        let lane = |lane: &crate::model::Lane| {
            let mut names: Vec<&str> = chart.page().pools_around(lane).map(|pool| pool.id.as_str()).collect();
            names.reverse();
            names.push(lane.id.as_str().trim_start_matches("lane-"));
            names.join("/")
        };
        chart.page().lanes.iter().map(|of| lane(of)).collect::<Vec<_>>().join(" ")
    }

    /// Six lanes with a flow through all of them; a pool `p` around 1, 2 and 3.
    fn chart(orientation: Orientation) -> Chart {
        let rows = ["a ──b", "c", "d ──e", "f", "g ──h", "i"];
        let lines = [("a", "c"), ("b", "d"), ("e", "f"), ("f", "h"), ("g", "i")];
        let mut chart = Chart::new(orientation, &rows, &lines);
        chart.run(&add("p", &[1, 2, 3]));
        assert_eq!(nests(&chart), "0 p/1 p/2 p/3 4 5");
        chart
    }

    /// What the pools are after a command.
    fn after(command: &Command) -> String {
        let mut down = chart(Orientation::Vertical);
        down.run(command);
        let mut across = chart(Orientation::Horizontal);
        across.run(command);
        assert_eq!(nests(&across), nests(&down));
        nests(&across)
    }

    #[test]
    fn a_pool_goes_around_lanes_and_whole_pools() {
        assert_eq!(after(&add("q", &[1, 2])), "0 p/q/1 p/q/2 p/3 4 5");
        assert_eq!(after(&add("q", &[1, 2, 3, 4])), "0 q/p/1 q/p/2 q/p/3 q/4 5");
        assert_eq!(after(&add("q", &[5])), "0 p/1 p/2 p/3 4 q/5");
        for (numbers, refusal) in [
            (&[][..], Refusal::Nothing),
            (&[0, 4], Refusal::LanesApart),
            (&[3, 4], Refusal::LanesApart),
            (&[4, 9], Refusal::Gone),
        ] {
            assert_eq!(chart(Orientation::Horizontal).try_run(&add("q", numbers)), Err(refusal));
        }
        assert_eq!(chart(Orientation::Horizontal).try_run(&add("p", &[5])), Err(Refusal::Taken));
    }

    #[test]
    fn a_lane_that_is_put_into_a_pool_comes_to_stand_there() {
        assert_eq!(after(&put_lane(4, Some("p"))), "0 p/1 p/2 p/3 p/4 5");
        assert_eq!(after(&put_lane(5, Some("p"))), "0 p/1 p/2 p/3 p/5 4");
        assert_eq!(after(&put_lane(0, Some("p"))), "p/0 p/1 p/2 p/3 4 5");
        assert_eq!(after(&put_lane(1, None)), "0 1 p/2 p/3 4 5");
        assert_eq!(after(&put_lane(2, None)), "0 2 p/1 p/3 4 5");
        assert_eq!(after(&put_lane(2, Some("p"))), "0 p/1 p/2 p/3 4 5");
        let gone = put_lane(2, Some("q"));
        assert_eq!(chart(Orientation::Horizontal).try_run(&gone), Err(Refusal::Gone));
    }

    #[test]
    fn a_lane_that_moves_belongs_to_where_it_stands() {
        assert_eq!(after(&move_lane(0, 1)), "p/1 p/0 p/2 p/3 4 5", "amid a pool");
        assert_eq!(after(&move_lane(0, 3)), "p/1 p/2 p/3 0 4 5");
        assert_eq!(after(&move_lane(2, 1)), "0 p/2 p/1 p/3 4 5", "still beside its own");
        assert_eq!(after(&move_lane(2, 0)), "2 0 p/1 p/3 4 5", "away from its own");
    }

    #[test]
    fn a_pool_comes_along_with_its_only_lane_and_goes_with_it() {
        let mut chart = chart(Orientation::Horizontal);
        chart.run(&add("q", &[5]));
        chart.run(&move_lane(5, 2));
        assert_eq!(nests(&chart), "0 p/1 p/q/5 p/2 p/3 4");
        chart.run(&Command::Lane(LaneCommand::Delete { lane: lane_id("lane-5"), content: Content::Delete }));
        assert_eq!(nests(&chart), "0 p/1 p/2 p/3 4");
        assert_eq!(chart.page().pools.len(), 1);
    }

    #[test]
    fn pools_move_and_nest_with_everything_in_them() {
        let mut chart = chart(Orientation::Horizontal);
        chart.run(&add("q", &[4, 5]));
        chart.run(&put_pool("q", Some("p")));
        assert_eq!(nests(&chart), "0 p/1 p/2 p/3 p/q/4 p/q/5");
        assert_eq!(chart.try_run(&put_pool("p", Some("q"))), Err(Refusal::PoolInItself));
        chart.run(&Command::Pool(PoolCommand::Move { pool: pool_id("q"), to: 2 }));
        assert_eq!(nests(&chart), "0 p/1 p/q/4 p/q/5 p/2 p/3");
        chart.run(&Command::Pool(PoolCommand::Move { pool: pool_id("p"), to: 0 }));
        assert_eq!(nests(&chart), "p/1 p/q/4 p/q/5 p/2 p/3 0");
        chart.run(&put_pool("q", None));
        assert_eq!(nests(&chart), "q/4 q/5 p/1 p/2 p/3 0");
        chart.run(&Command::Pool(PoolCommand::Move { pool: pool_id("q"), to: 2 }));
        assert_eq!(nests(&chart), "p/1 p/2 p/q/4 p/q/5 p/3 0");
    }

    #[test]
    fn what_lies_in_a_pool_that_is_dissolved_lies_in_the_one_around() {
        let mut chart = chart(Orientation::Horizontal);
        chart.run(&add("q", &[1, 2]));
        chart.run(&Command::Pool(PoolCommand::Dissolve { pool: pool_id("p") }));
        assert_eq!(nests(&chart), "0 q/1 q/2 3 4 5");
        let gone = Command::Pool(PoolCommand::Dissolve { pool: pool_id("p") });
        assert_eq!(chart.try_run(&gone), Err(Refusal::Gone));
    }

    #[test]
    fn a_new_lane_between_two_of_a_pool_lies_in_it() {
        let new = |at| LaneCommand::Add { id: lane_id("lane-n"), at, title: en("New"), role: Role::Other };
        assert_eq!(after(&Command::Lane(new(2))), "0 p/1 p/n p/2 p/3 4 5");
        assert_eq!(after(&Command::Lane(new(4))), "0 p/1 p/2 p/3 n 4 5");
    }

    #[test]
    fn a_pool_is_renamed_once_for_all_its_lanes() {
        let mut chart = chart(Orientation::Horizontal);
        let lang = crate::locale::UiLang::En.into();
        let of = TextOf::Pool(pool_id("p"));
        chart.run(&Command::SetText { of, lang, text: "Shop".to_owned() });
        let titles: Vec<_> = chart.page().pools.values().map(|pool| pool.title.clone()).collect();
        assert_eq!(titles, [en("Shop")]);
    }

    #[test]
    fn pools_nest_as_deep_as_a_document_may_hold_them() {
        let mut chart = Chart::new(Orientation::Horizontal, &["a"], &[]);
        for nth in 0..LIMIT_NESTING {
            chart.run(&add(&format!("p{nth}"), &[0]));
        }
        assert_eq!(chart.try_run(&add("more", &[0])), Err(Refusal::TooNested));
    }
}
