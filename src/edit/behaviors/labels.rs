//! A label stands beside its line.
//!
//! Owns the labels of lines that stay as they are: of those whose text changed, of those that were stretched or
//! moved without their label, and of those on whose label a step or another label was put. A line that is routed anew
//! gets its label with it. Labels that a person placed stay.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    arrange::{label_size, place_labels},
    edit::{Refusal, transaction::Transaction},
    geom::{Point, Polyline, Rect, RectIndex, Size},
    model::{Connector, ConnectorId, End, Step, StepId},
    shape,
};

/// A label's distance from its line may change by so much.
const TOLERANCE: f64 = 1.0;
/// No label reaches further from its middle.
const LONGEST: f64 = 200.0;

/// Places the labels that were asked for and those that lost their line.
pub(super) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let mut touched: BTreeSet<ConnectorId> =
        tx.touched().to_label.difference(&tx.touched().to_route).cloned().collect();
    let before: BTreeMap<&ConnectorId, Option<&Arc<Connector>>> = tx.connectors_before().collect();
    touched.extend(self::touched(tx).into_iter().filter_map(|id| {
        let now = tx.page().connectors.get(id)?;
        if loose(now).is_none() || tx.touched().routed.contains(id) {
            return None;
        }
        let before = before.get(id).map_or(Some(now), |before| *before)?;
        is_left_behind(tx, before, now).then(|| id.clone())
    }));
    touched.extend(covered(tx));
    touched.retain(|id| tx.page().connectors.get(id).is_some_and(|now| pinned(now).is_none()));
    if touched.is_empty() {
        return Ok(());
    }
    for (id, label) in place_labels(tx.page(), &touched, tx.fonts()) {
        tx.update_connector(&id, |connector| {
            if let Some(route) = &mut connector.route {
                route.label = label;
            }
        })?;
    }
    Ok(())
}

/// The connectors that were changed themselves and those of steps that were.
pub(super) fn touched<'a>(tx: &'a Transaction<'_>) -> BTreeSet<&'a ConnectorId> {
    let of_steps = tx.steps_before().flat_map(|(step, _)| tx.page().connectors.touching(step));
    tx.connectors_before().map(|(id, _)| id).chain(of_steps.map(|connector| &connector.id)).collect()
}

/// Where the label of a connector stands that nobody placed.
fn loose(connector: &Connector) -> Option<Point> {
    connector.route.as_ref()?.label.filter(|label| !label.pinned).map(|label| label.at)
}

/// Where a person placed the label of a connector.
pub(super) fn pinned(connector: &Connector) -> Option<Point> {
    connector.route.as_ref()?.label.filter(|label| label.pinned).map(|label| label.at)
}

/// Whether a label that nobody moved stands further from its line than before.
fn is_left_behind(tx: &Transaction<'_>, before: &Arc<Connector>, now: &Arc<Connector>) -> bool {
    let (Some(old), Some(new)) = (&before.route, &now.route) else { return false };
    let (Some(label), Some(label_now)) = (old.label, new.label) else { return false };
    let step_now = |id: &StepId| tx.page().steps.get(id);
    let step_before = |id: &StepId| tx.step_before(id);
    let (Some(line), Some(line_now)) = (line(before, &step_before), line(now, &step_now)) else {
        return false;
    };
    if line == line_now {
        // Only the label was moved.
        return false;
    }
    distance(&line_now, label_now.at) > distance(&line, label.at) + TOLERANCE
}

/// The connectors on whose labels steps or the labels of others were put.
fn covered(tx: &Transaction<'_>) -> Vec<ConnectorId> {
    let page = tx.page();
    let placed =
        tx.touched().placed.iter().filter_map(|id| page.steps.get(id)).filter(|step| step.kind.is_flow());
    let placed = RectIndex::of(placed.map(|step| step.rect).chain(placed_labels(tx)));
    let is_covered = |connector: &&Arc<Connector>| {
        let Some(at) = loose(connector) else { return false };
        placed.meets(Rect::from_center_size(at, Size::new(2.0 * LONGEST, 2.0 * LONGEST)))
            && label_size(page, connector, tx.fonts()).is_some_and(|size| {
                let label = Rect::from_center_size(at, size).inset(-TOLERANCE);
                let mut near = placed.touching(label).into_iter().filter_map(|number| placed.get(number));
                near.any(|step| step.overlaps(label))
            })
    };
    page.connectors.values().filter(is_covered).map(|connector| connector.id.clone()).collect()
}

/// The labels that a person placed and that stand elsewhere than before, or that nobody looked at when they were routed
/// with others.
fn placed_labels(tx: &Transaction<'_>) -> impl Iterator<Item = Rect> {
    let page = tx.page();
    tx.connectors_before().filter_map(move |(id, before)| {
        let now = page.connectors.get(id)?;
        let is_new = |at: &Point| before.and_then(|before| pinned(before)) != Some(*at);
        let at = pinned(now).filter(|at| tx.touched().routed.contains(id) || is_new(at))?;
        Some(Rect::from_center_size(at, label_size(page, now, tx.fonts())?))
    })
}

pub(super) fn line<'a>(
    connector: &Connector,
    step: &dyn Fn(&StepId) -> Option<&'a Arc<Step>>,
) -> Option<Polyline> {
    let end = |end: &End| match end {
        End::Free(at) => Some(*at),
        End::Attached { step: id, port } => {
            let (step, port) = (step(id)?, port.as_ref()?);
            Some(shape::place(step.kind, step.rect, port.side, port.t))
        }
    };
    let bends = connector.route.iter().flat_map(|route| &route.bends).map(|bend| bend.at);
    let (from, to) = (end(&connector.from)?, end(&connector.to)?);
    Some(Polyline::new(std::iter::once(from).chain(bends).chain([to]).collect()))
}

fn distance(line: &Polyline, at: Point) -> f64 {
    let pieces = line.segments().map(|(a, b)| {
        let piece = Rect::from_points(a, b);
        let nearest = Point::new(at.x.clamp(piece.x0, piece.x1), at.y.clamp(piece.y0, piece.y1));
        nearest.distance(at)
    });
    pieces.fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use crate::{
        edit::{
            Command, PhaseCommand, StepCommand, TextOf,
            fixture::{Chart, line_id, phase_id, steps},
        },
        geom::{Orientation, Point, Rect, Size},
        locale::UiLang,
        model::LabelPlace,
    };

    /// `a ──▶ b` with c below; the label of the line was put at `at`.
    fn chart(at: Point) -> Chart {
        let phases = [("one", 2), ("two", 1)];
        let mut chart = Chart::with_phases(Orientation::Horizontal, &["a ──────b", "c"], &[], &phases);
        let of = TextOf::Connector(line_id("a-b"));
        chart.run(&Command::SetText { of, lang: UiLang::En.into(), text: "Yes".to_owned() });
        chart.label("a-b", LabelPlace { at, pinned: false });
        chart
    }

    fn assert_seen(chart: &Chart) {
        let label = chart.page().connectors[&line_id("a-b")].route.as_ref().unwrap().label.unwrap().at;
        let label = Rect::from_center_size(label, Size::new(20.0, 12.0));
        for id in ["a", "b", "c"] {
            assert!(!chart.rect(id).overlaps(label), "{label:?} on {id}");
        }
    }

    #[test]
    fn a_step_that_moves_up_to_a_label_does_not_hide_it() {
        let at = Point::new(230.0, 46.0);
        let mut chart = chart(at);
        chart.run(&Command::Phase(PhaseCommand::Resize { phase: phase_id("one"), size: 1.0 }));
        assert!(chart.rect("b").x0 < at.x, "it came nearer");
        assert_seen(&chart);
    }

    #[test]
    fn a_step_that_is_put_on_a_label_does_not_hide_it() {
        let at = Point::new(240.0, 180.0);
        let mut chart = chart(at);
        let by = chart.vec(160.0, 0.0);
        chart.run(&Command::Step(StepCommand::Move { steps: steps(&["c"]), by, onto: None }));
        assert!(chart.rect("c").contains(at), "it stands there");
        assert_seen(&chart);
    }
}
