//! Nothing stands further out than a document reaches.
//!
//! Owns the refusal of what would follow from an edit but could not be saved: a step that is put into a huge gap or
//! beside a huge one may push others over the edge, which no command can know.

use crate::{
    edit::{Refusal, transaction::Transaction},
    geom::Point,
    model::{Connector, End, LIMIT_COORDINATE, Step},
};

/// Refuses an edit after which something that it touched lies out of reach.
pub(super) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let page = tx.page();
    let lanes = page.lanes.iter().map(|lane| lane.size);
    let sizes = lanes.chain(page.phases.iter().map(|phase| phase.size));
    let steps = tx.steps_before().filter_map(|step| step.now);
    let connectors = tx.connectors_before().filter_map(|connector| connector.now);
    let fits = sizes.into_iter().all(fits_on_page)
        && steps.into_iter().all(|step| is_step_in_reach(step))
        && connectors.into_iter().all(|connector| is_line_in_reach(connector));
    if fits { Ok(()) } else { Err(Refusal::OutOfReach) }
}

fn fits_on_page(value: f64) -> bool {
    value.abs() <= LIMIT_COORDINATE
}

fn is_in_reach(p: Point) -> bool {
    fits_on_page(p.x) && fits_on_page(p.y)
}

fn is_step_in_reach(step: &Step) -> bool {
    is_in_reach(step.rect.origin()) && is_in_reach(Point::new(step.rect.x1, step.rect.y1))
}

fn is_line_in_reach(connector: &Connector) -> bool {
    let ends = [&connector.from, &connector.to].into_iter().filter_map(|end| match end {
        End::Free(p) => Some(*p),
        End::Attached { .. } => None,
    });
    let bends = connector.route.iter().flat_map(|route| &route.bends).map(|bend| bend.at);
    let label = connector.route.iter().filter_map(|route| route.label).map(|label| label.at);
    ends.chain(bends).chain(label).all(is_in_reach)
}
