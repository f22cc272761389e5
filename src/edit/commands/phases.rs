//! What is done to phases.
//!
//! What stands in a phase moves with it, as one block. The last phase reaches to the page's end, so its size is set
//! right before anything is put behind it.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    Outcome,
    content::{clean_text, update_phase},
    lanes::reroute_within,
    remove::delete_steps,
    steps::{COLUMN_GAP, REACH, move_lines_between},
};
use crate::{
    edit::{
        Content, PhaseCommand, Refusal, Selection,
        behaviors::shift::{Axis, Bands},
        rules,
        transaction::Transaction,
    },
    model::{Page, Phase, PhaseId, Step, StepId, Text},
};

/// The size of a new phase: two columns of steps.
const NEW: f64 = 240.0;
/// No phase is smaller than that.
const LEAST: f64 = 64.0;
/// The room between a phase's borders and its steps.
const PADDING: f64 = 22.0;
/// The least of it, and the room between a line and the border.
const LEAST_PADDING: f64 = 12.0;

pub(super) fn apply(command: &PhaseCommand, tx: &mut Transaction<'_>) -> Result<Outcome, Refusal> {
    match command {
        PhaseCommand::Add { id, at, title } => add(tx, id, *at, title),
        PhaseCommand::Move { phase, to } => shift(tx, phase, *to),
        PhaseCommand::Resize { phase, size } => resize(tx, phase, *size),
        PhaseCommand::Delete { phase, content } => delete(tx, phase, content.as_ref()),
    }
}

fn position(page: &Page, id: &PhaseId) -> Result<usize, Refusal> {
    page.phases.iter().position(|phase| phase.id == *id).ok_or(Refusal::Gone)
}

/// The phases as bands; what lies behind the last one moves with it.
fn bands(page: &Page) -> Bands {
    let mut bands = Bands::of(page.phases.iter().map(|phase| phase.size));
    if let Some(last) = bands.bands.last_mut() {
        last.to = f64::INFINITY;
    }
    bands
}

fn shift_bands(tx: &mut Transaction<'_>, bands: &Bands) {
    let phases: Vec<PhaseId> = tx.page().phases.iter().map(|phase| phase.id.clone()).collect();
    bands.shift(tx, Axis::Along, &|step| phases.iter().position(|phase| Some(phase) == step.phase.as_ref()));
}

/// Moves what stands in the phases from `first` on by `by`.
fn shift_from(tx: &mut Transaction<'_>, first: usize, by: f64) {
    let mut bands = bands(tx.page());
    for band in bands.bands.iter_mut().skip(first) {
        band.by = by;
    }
    shift_bands(tx, &bands);
}

/// Lets the last phase be as large as it looks.
fn settle_last(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let Some((last, from, to)) = tx.page().phase_bands().last() else { return Ok(()) };
    let (id, size) = (last.id.clone(), to - from);
    if (last.size - size).abs() < 0.005 {
        return Ok(());
    }
    update_phase(tx, &id, |phase| phase.size = size)
}

fn add(tx: &mut Transaction<'_>, id: &PhaseId, at: usize, title: &Text) -> Result<Outcome, Refusal> {
    rules::check_new(tx.doc(), [id.as_str()])?;
    let outcome = Outcome::select(Selection::phase(id.clone()));
    let phase = |size: f64| Arc::new(Phase { id: id.clone(), title: clean_text(title), size });
    if tx.page().phases.is_empty() {
        let phase = phase(tx.page().length());
        for step in tx.page().steps.keys().cloned().collect::<Vec<_>>() {
            tx.update_step(&step, |step| step.phase = Some(id.clone()))?;
        }
        tx.update_phases(|phases| phases.push(phase));
        return Ok(outcome);
    }
    settle_last(tx)?;
    let at = at.min(tx.page().phases.len());
    shift_from(tx, at, NEW);
    let phase = phase(NEW);
    tx.update_phases(|phases| phases.insert(at, phase));
    Ok(outcome)
}

fn shift(tx: &mut Transaction<'_>, id: &PhaseId, to: usize) -> Result<Outcome, Refusal> {
    let at = position(tx.page(), id)?;
    let to = to.min(tx.page().phases.len().saturating_sub(1));
    if at == to {
        return Ok(Outcome::SAME);
    }
    settle_last(tx)?;
    let mut order: Vec<Arc<Phase>> = tx.page().phases.clone();
    let moved = order.remove(at);
    order.insert(to, moved);
    let mut start = 0.0;
    let mut starts = std::collections::BTreeMap::new();
    for phase in &order {
        starts.insert(phase.id.clone(), start);
        start += phase.size;
    }
    let mut bands = bands(tx.page());
    for (band, phase) in bands.bands.iter_mut().zip(&tx.page().phases) {
        band.by = starts.get(&phase.id).map_or(0.0, |start| start - band.from);
    }
    let phases: Vec<PhaseId> = tx.page().phases.iter().map(|phase| phase.id.clone()).collect();
    let of = |step: &Step| phases.iter().position(|phase| Some(phase) == step.phase.as_ref());
    for connector in bands.torn(tx.page(), Axis::Along, &of) {
        tx.reroute(&connector);
    }
    shift_bands(tx, &bands);
    tx.update_phases(|phases| *phases = order);
    Ok(Outcome::SAME)
}

fn resize(tx: &mut Transaction<'_>, id: &PhaseId, size: f64) -> Result<Outcome, Refusal> {
    if !(size.is_finite() && size <= REACH) {
        return Err(Refusal::OutOfReach);
    }
    let at = position(tx.page(), id)?;
    let size = size.max(needed(tx.page(), at));
    set_size(tx, at, size)?;
    Ok(Outcome::SAME)
}

/// The size that what is in a phase needs.
fn needed(page: &Page, at: usize) -> f64 {
    let orientation = page.orientation;
    let Some((phase, from, to)) = page.phase_bands().nth(at) else { return LEAST };
    let steps = page.steps.values().filter(|step| step.phase.as_ref() == Some(&phase.id));
    let steps = steps.map(|step| orientation.span_along(step.rect).1);
    let bends =
        page.connectors.values().flat_map(|connector| &connector.route).flat_map(|route| &route.bends);
    let bends = bends.map(|bend| orientation.along(bend.at)).filter(|at| from < *at && *at < to);
    steps.chain(bends).map(|end| end + LEAST_PADDING - from).fold(LEAST, f64::max)
}

/// Gives the phase at `at` a size; what comes after it moves.
fn set_size(tx: &mut Transaction<'_>, at: usize, size: f64) -> Result<(), Refusal> {
    let phase = tx.page().phases.get(at).ok_or(Refusal::Gone)?;
    let (id, by) = (phase.id.clone(), size - phase.size);
    shift_from(tx, at + 1, by);
    update_phase(tx, &id, |phase| phase.size = size)
}

/// Makes a phase large enough for what reaches to `end` along the page.
pub(super) fn make_reach_along(tx: &mut Transaction<'_>, id: &PhaseId, end: f64) -> Result<(), Refusal> {
    let (_, from, to) = tx.page().phase_band(id).ok_or(Refusal::Gone)?;
    if end + LEAST_PADDING <= to {
        return Ok(());
    }
    let at = position(tx.page(), id)?;
    set_size(tx, at, end + PADDING - from)
}

fn delete(
    tx: &mut Transaction<'_>,
    id: &PhaseId,
    content: Option<&Content<PhaseId>>,
) -> Result<Outcome, Refusal> {
    position(tx.page(), id)?;
    match content {
        None => hand_over(tx, id)?,
        Some(Content::Delete) => {
            let steps: BTreeSet<StepId> = members(tx.page(), id);
            delete_steps(tx, &steps, false)?;
            close(tx, id)?;
        }
        Some(Content::MoveTo(target)) => {
            if target == id {
                return Err(Refusal::Nothing);
            }
            move_content(tx, id, target)?;
            close(tx, id)?;
        }
    }
    Ok(Outcome::select(Selection::default()))
}

fn members(page: &Page, id: &PhaseId) -> BTreeSet<StepId> {
    let members = page.steps.values().filter(|step| step.phase.as_ref() == Some(id));
    members.map(|step| step.id.clone()).collect()
}

/// The neighbour takes over room and steps of a phase that goes: the one before it, for the first one the next.
fn hand_over(tx: &mut Transaction<'_>, id: &PhaseId) -> Result<(), Refusal> {
    let at = position(tx.page(), id)?;
    let neighbour = at.checked_sub(1).unwrap_or(at + 1);
    let heir = tx.page().phases.get(neighbour).map(|phase| phase.id.clone());
    let size = tx.page().phases.get(at).map_or(0.0, |phase| phase.size);
    for step in members(tx.page(), id) {
        tx.update_step(&step, |step| step.phase.clone_from(&heir))?;
    }
    tx.update_phases(|phases| {
        if let Some(neighbour) = phases.get_mut(neighbour) {
            Arc::make_mut(neighbour).size += size;
        }
        phases.remove(at);
    });
    Ok(())
}

/// Takes out a phase without steps; what comes after it moves up.
fn close(tx: &mut Transaction<'_>, id: &PhaseId) -> Result<(), Refusal> {
    let at = position(tx.page(), id)?;
    let from: f64 = tx.page().phases.iter().take(at).map(|phase| phase.size).sum();
    let size = tx.page().phases.get(at).map_or(0.0, |phase| phase.size);
    reroute_within(tx, Axis::Along, (from, from + size));
    shift_from(tx, at + 1, -size);
    tx.update_phases(|phases| {
        phases.remove(at);
    });
    Ok(())
}

/// Moves the steps of a phase into another one as a block: behind what is there, or before it where that comes
/// later in the flow.
fn move_content(tx: &mut Transaction<'_>, id: &PhaseId, target: &PhaseId) -> Result<(), Refusal> {
    let (at, to) = (position(tx.page(), id)?, position(tx.page(), target)?);
    let steps = members(tx.page(), id);
    let Some((start, end)) = extent(tx.page(), &steps) else { return Ok(()) };
    settle_last(tx)?;
    let (_, from, old_end) = tx.page().phase_band(target).ok_or(Refusal::Gone)?;
    let length = end - start;
    let taken = extent(tx.page(), &members(tx.page(), target));
    let grows = match taken {
        None => (PADDING + length + PADDING - (old_end - from)).max(0.0),
        Some(_) if at < to => length + COLUMN_GAP,
        Some((_, last)) => (last + COLUMN_GAP + length + PADDING - old_end).max(0.0),
    };
    let new_start = match taken {
        Some((_, last)) if at > to => last + COLUMN_GAP,
        Some((first, _)) => first,
        None => from + PADDING,
    };
    let size = old_end - from + grows;
    if at < to && taken.is_some() {
        shift_from(tx, to, grows);
        update_phase(tx, target, |phase| phase.size = size)?;
    } else {
        set_size(tx, to, size)?;
    }
    // What comes after the target has moved, perhaps these steps too.
    let Some((start, _)) = extent(tx.page(), &steps) else { return Ok(()) };
    let by = tx.page().orientation.point(new_start - start, 0.0).to_vec2();
    for step in &steps {
        tx.update_step(step, |step| {
            step.rect = step.rect + by;
            step.phase = Some(target.clone());
        })?;
        tx.place(step);
    }
    move_lines_between(tx, &steps, by);
    Ok(())
}

/// Where the first of some steps begins along the page and where the last one ends.
fn extent(page: &Page, steps: &BTreeSet<StepId>) -> Option<(f64, f64)> {
    let spans = steps.iter().filter_map(|id| page.steps.get(id));
    let spans = spans.map(|step| page.orientation.span_along(step.rect));
    spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        edit::{
            Command,
            fixture::{Chart, en, phase_id, steps},
        },
        geom::Orientation,
    };

    const BOTH: [Orientation; 2] = [Orientation::Horizontal, Orientation::Vertical];

    /// ```text
    ///  one     │ two         │ three
    ///  a ──b───┼─c ──d───────┼─f
    ///          │     e       │
    /// ```
    fn chart(orientation: Orientation) -> Chart {
        let rows = ["a ──b ──c ──d ──f", "            e"];
        Chart::with_phases(orientation, &rows, &[("d", "e")], &[("one", 2), ("two", 2), ("three", 1)])
    }

    fn run(chart: &mut Chart, command: PhaseCommand) {
        chart.run(&Command::Phase(command));
    }

    fn of(chart: &Chart, id: &str) -> Option<String> {
        chart.step(id).phase.as_ref().map(|phase| phase.as_str().to_owned())
    }

    #[test]
    fn the_first_phase_takes_in_all_steps_and_a_later_one_none() {
        for orientation in BOTH {
            let mut chart = Chart::new(orientation, &["a ──b ──c ──d ──f", "        e"], &[]);
            let (before, length) = (chart.at("f"), chart.page().length());
            run(&mut chart, PhaseCommand::Add { id: phase_id("one"), at: 0, title: en("One") });
            assert!(chart.page().steps.values().all(|step| step.phase.is_some()));
            assert_eq!((chart.at("f"), chart.phase_sizes()), (before, vec![length]));
            run(&mut chart, PhaseCommand::Add { id: phase_id("two"), at: 1, title: en("Two") });
            assert_eq!(chart.phase_sizes(), [length, 240.0]);
            assert!(chart.page().steps.values().all(|step| step.phase == Some(phase_id("one"))));
            run(&mut chart, PhaseCommand::Add { id: phase_id("zero"), at: 0, title: en("Zero") });
            assert_eq!(chart.at("f"), (before.0 + 240.0, before.1));
        }
    }

    #[test]
    fn a_phase_moves_as_a_block() {
        for orientation in BOTH {
            let mut chart = chart(orientation);
            let (c, e, f) = (chart.at("c"), chart.at("e"), chart.at("f"));
            run(&mut chart, PhaseCommand::Move { phase: phase_id("two"), to: 0 });
            assert_eq!(chart.phase_sizes(), [320.0, 320.0, 160.0]);
            assert_eq!((chart.at("c"), chart.at("e")), ((c.0 - 320.0, c.1), (e.0 - 320.0, e.1)));
            assert_eq!(chart.at("f"), f);
            run(&mut chart, PhaseCommand::Move { phase: phase_id("two"), to: 9 });
            assert_eq!(chart.at("c"), (c.0 + 160.0, c.1));
        }
    }

    #[test]
    fn a_phase_is_never_smaller_than_what_is_in_it() {
        for orientation in BOTH {
            let mut chart = chart(orientation);
            let f = chart.at("f");
            run(&mut chart, PhaseCommand::Resize { phase: phase_id("one"), size: 400.0 });
            assert_eq!(chart.at("f"), (f.0 + 80.0, f.1));
            run(&mut chart, PhaseCommand::Resize { phase: phase_id("one"), size: 0.0 });
            let end = orientation.span_along(chart.rect("b")).1;
            assert_eq!(chart.phase_sizes()[0], end + 12.0);
        }
    }

    #[test]
    fn without_a_phase_its_steps_stay_and_belong_to_the_neighbour() {
        for orientation in BOTH {
            let mut chart = chart(orientation);
            let before = ["a", "c", "e", "f"].map(|id| chart.at(id));
            for (phase, heir) in [("two", Some("one")), ("one", Some("three")), ("three", None)] {
                let delete = PhaseCommand::Delete { phase: phase_id(phase), content: None };
                run(&mut chart, delete);
                assert_eq!(of(&chart, "e").as_deref(), heir);
            }
            assert_eq!(["a", "c", "e", "f"].map(|id| chart.at(id)), before);
        }
    }

    #[test]
    fn the_steps_of_a_phase_that_goes_move_as_a_block() {
        for (orientation, (target, is_before)) in BOTH.into_iter().zip([("three", true), ("one", false)]) {
            let mut chart = chart(orientation);
            let apart = chart.at("d").0 - chart.at("c").0;
            let content = Some(Content::MoveTo(phase_id(target)));
            run(&mut chart, PhaseCommand::Delete { phase: phase_id("two"), content });
            assert_eq!(of(&chart, "c").as_deref(), Some(target));
            assert_eq!(chart.at("d").0 - chart.at("c").0, apart);
            assert_eq!(chart.page().phases.len(), 2);
            if is_before {
                assert!(chart.at("d").0 < chart.at("f").0);
            } else {
                assert!(chart.at("b").0 < chart.at("c").0);
            }
        }
    }

    #[test]
    fn a_phase_goes_with_its_steps_and_leaves_no_gap() {
        let mut chart = chart(Orientation::Horizontal);
        let f = chart.at("f");
        let content = Some(Content::Delete);
        run(&mut chart, PhaseCommand::Delete { phase: phase_id("two"), content });
        assert_eq!(chart.page().steps.keys().cloned().collect::<BTreeSet<_>>(), steps(&["a", "b", "f"]));
        assert_eq!(chart.at("f"), (f.0 - 320.0, f.1));
    }
}
