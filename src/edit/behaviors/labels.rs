//! A label stands beside its line.
//!
//! Owns the labels of lines that stay as they are: of those whose text changed, and of those that were stretched or
//! moved without their label. A line that is routed anew gets its label with it.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    edit::{Refusal, place_labels, transaction::Transaction},
    geom::{Point, Polyline, Rect},
    model::{Connector, ConnectorId, End, Step, StepId},
    shape,
};

/// A label's distance from its line may change by so much.
const TOLERANCE: f64 = 1.0;

/// Places the labels that were asked for and those that lost their line.
pub(super) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let mut touched: BTreeSet<ConnectorId> = tx.to_label().difference(tx.to_route()).cloned().collect();
    touched.extend(tx.connectors_before().filter_map(|(id, before)| {
        let now = tx.page().connectors.get(id)?;
        is_left_behind(tx, before?, now).then(|| id.clone())
    }));
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

/// Whether a label that nobody moved stands further from its line than before.
fn is_left_behind(tx: &Transaction<'_>, before: &Arc<Connector>, now: &Arc<Connector>) -> bool {
    let (Some(old), Some(new)) = (&before.route, &now.route) else { return false };
    let (Some(label), Some(label_now)) = (old.label, new.label) else { return false };
    if old.bends == new.bends && before.from == now.from && before.to == now.to {
        // The line may have been stretched, but only the label was moved.
        return false;
    }
    let step_now = |id: &StepId| tx.page().steps.get(id);
    let step_before = |id: &StepId| tx.step_before(id);
    let (Some(line), Some(line_now)) = (line(before, &step_before), line(now, &step_now)) else {
        return false;
    };
    distance(&line_now, label_now) > distance(&line, label) + TOLERANCE
}

fn line<'a>(connector: &Connector, step: &dyn Fn(&StepId) -> Option<&'a Arc<Step>>) -> Option<Polyline> {
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
