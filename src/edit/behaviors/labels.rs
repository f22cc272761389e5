//! A label stands beside its line.
//!
//! Owns the labels of lines that stay as they are: of those whose text changed, of those that were stretched or
//! moved without their label, and of those on whose label a step or another label was put. A line that is routed anew
//! gets its label with it. Labels that a person placed stay.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    arrange::{label_size, place_labels},
    edit::{
        Refusal,
        transaction::{Became, EditedLine, Transaction, edited_lines},
    },
    geom::{Point, Polyline, Rect, RectIndex, Size},
    model::{Connector, ConnectorId},
};

/// A label's distance from its line may change by so much.
const TOLERANCE: f64 = 1.0;
/// No label reaches further from its middle.
const LONGEST: f64 = 200.0;

/// Places the labels that were asked for and those that lost their line.
pub(super) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let mut touched: BTreeSet<ConnectorId> =
        tx.touched().to_label.difference(&tx.touched().to_route).cloned().collect();
    let left_behind = edited_lines(tx).filter(|edited| {
        let id = &edited.now.id;
        loose(edited.now).is_some()
            && !edited.is_untouched()
            && !tx.touched().routed.contains(id)
            && is_left_behind(edited)
    });
    touched.extend(left_behind.map(|edited| edited.now.id.clone()));
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

/// Where the label of a connector stands that nobody placed.
fn loose(connector: &Connector) -> Option<Point> {
    connector.route.as_ref()?.label.filter(|label| !label.pinned).map(|label| label.at)
}

/// Where a person placed the label of a connector.
pub(super) fn pinned(connector: &Connector) -> Option<Point> {
    connector.route.as_ref()?.label.filter(|label| label.pinned).map(|label| label.at)
}

/// Whether a label that nobody moved stands further from its line than before.
fn is_left_behind(edited: &EditedLine<'_>) -> bool {
    let Some(before) = edited.before.filter(|_| !edited.is_carried()) else { return false };
    let (Some(old), Some(new)) = (&before.route, &edited.now.route) else { return false };
    let (Some(label), Some(label_now)) = (old.label, new.label) else { return false };
    let (Some(line), Some(line_now)) = (edited.line_before(), edited.line()) else { return false };
    if line == line_now {
        // Only the label was moved.
        return false;
    }
    distance(&line_now, label_now.at) > distance(&line, label.at) + TOLERANCE
}

/// The connectors on whose labels steps or the labels of others were put.
fn covered(tx: &Transaction<'_>) -> Vec<ConnectorId> {
    let page = tx.page();
    let placed = tx.placed_steps().filter(|step| step.kind.is_flow());
    let placed = RectIndex::of(placed.map(|step| step.rect).chain(placed_labels(tx)));
    if placed.bounds().is_none() {
        return Vec::new();
    }
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
    tx.connectors_before().filter_map(move |Became { id, before, now }| {
        let now = now?;
        let is_new = |at: &Point| before.and_then(|before| pinned(before)) != Some(*at);
        let at = pinned(now).filter(|at| tx.touched().routed.contains(id) || is_new(at))?;
        Some(Rect::from_center_size(at, label_size(page, now, tx.fonts())?))
    })
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
