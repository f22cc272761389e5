//! What is done to phases.
//!
//! What stands in a phase moves with it, as one block. The last phase reaches to the page's end, so its size is set
//! right before anything is put behind it.

use std::{collections::BTreeSet, sync::Arc};

use super::{Showing, content::clean_text, remove::delete_steps};
use crate::{
    edit::{
        Content, PhaseCommand, Refusal, Selection,
        bands::Phases,
        rules,
        space::{
            BandKind as _, bring_into, extend, insert, open, position, remove, reorder, resize, settle_last,
            span_of_steps,
        },
        transaction::Transaction,
    },
    geom::Axis,
    measures::{COLUMN_GAP, NEW_PHASE, PHASE_PADDING},
    model::{Page, Phase, PhaseId, StepId, Text},
};

pub(super) fn apply(command: &PhaseCommand, tx: &mut Transaction<'_>) -> Result<Showing, Refusal> {
    match command {
        PhaseCommand::Add { id, at, title } => add(tx, id, *at, title),
        PhaseCommand::Move { phase, to } => reorder::<Phases>(tx, phase, *to).map(|()| Showing::SAME),
        PhaseCommand::Resize { phase, size } => resize::<Phases>(tx, phase, *size).map(|()| Showing::SAME),
        PhaseCommand::Delete { phase, content } => delete(tx, phase, content.as_ref()),
    }
}

fn add(tx: &mut Transaction<'_>, id: &PhaseId, at: usize, title: &Text) -> Result<Showing, Refusal> {
    rules::check_new(tx.doc(), [id.as_str()])?;
    let phase = |size: f64| Phase { id: id.clone(), title: clean_text(title), size };
    if tx.page().phases.is_empty() {
        let phase = phase(tx.page().length());
        for step in tx.page().steps.keys().cloned().collect::<Vec<_>>() {
            tx.update_step(&step, |step| step.phase = Some(id.clone()))?;
        }
        tx.update_phases(|phases| phases.push(Arc::new(phase)));
    } else {
        insert::<Phases>(tx, at, phase(NEW_PHASE));
    }
    Ok(Showing::select(Selection::phase(id.clone())))
}

fn delete(
    tx: &mut Transaction<'_>,
    id: &PhaseId,
    content: Option<&Content<PhaseId>>,
) -> Result<Showing, Refusal> {
    position::<Phases>(tx.page(), id)?;
    match content {
        None => hand_over(tx, id)?,
        Some(Content::Delete) => {
            let steps: BTreeSet<StepId> = members(tx.page(), id);
            delete_steps(tx, &steps, false)?;
            remove::<Phases>(tx, id)?;
        }
        Some(Content::MoveTo(target)) => {
            if target == id {
                return Err(Refusal::Nothing);
            }
            move_content(tx, id, target)?;
            remove::<Phases>(tx, id)?;
        }
    }
    Ok(Showing::select(Selection::default()))
}

fn members(page: &Page, id: &PhaseId) -> BTreeSet<StepId> {
    let members = page.steps.values().filter(|step| step.phase.as_ref() == Some(id));
    members.map(|step| step.id.clone()).collect()
}

/// The neighbour takes over room and steps of a phase that goes: the one before it, for the first one the next.
fn hand_over(tx: &mut Transaction<'_>, id: &PhaseId) -> Result<(), Refusal> {
    let at = position::<Phases>(tx.page(), id)?;
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

/// Moves the steps of a phase into another one as a block: behind what is there, or before it where that comes
/// later in the flow.
fn move_content(tx: &mut Transaction<'_>, id: &PhaseId, target: &PhaseId) -> Result<(), Refusal> {
    let is_before = position::<Phases>(tx.page(), id)? < position::<Phases>(tx.page(), target)?;
    let steps = members(tx.page(), id);
    let Some((start, end)) = span_of_steps(tx.page(), Axis::Along, &steps) else { return Ok(()) };
    settle_last::<Phases>(tx);
    let (from, to) = Phases::span(tx.page(), target).ok_or(Refusal::Gone)?;
    let length = end - start;
    let taken = span_of_steps(tx.page(), Axis::Along, &members(tx.page(), target));
    let new_start = match taken {
        None => from + PHASE_PADDING,
        Some((first, _)) if is_before => first,
        Some((_, last)) => last + COLUMN_GAP,
    };
    if taken.is_some() && is_before {
        open::<Phases>(tx, target, length + COLUMN_GAP)?;
    } else {
        extend::<Phases>(tx, target, (new_start + length + PHASE_PADDING - to).max(0.0))?;
    }
    bring_into::<Phases>(tx, &steps, target, new_start)
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
