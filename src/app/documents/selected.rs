//! What is selected in an open document, where it is, and how it comes into sight.

use std::collections::BTreeSet;

use super::open_document::OpenDocument;
use crate::{
    app::services::api::Services,
    edit::Selection,
    geom::{Point, Rect},
    measures::{HEADER, PHASE_BAND},
    model::{Connector, ConnectorId, End, LaneId, Page, PageId, PhaseId, PoolId, Step, StepId},
    shape,
};

impl OpenDocument {
    /// Brings what is selected to the middle of the canvas, unless all of it is seen already.
    pub(crate) fn bring_selection_into_sight(&mut self) {
        let Some(bounds) = self.page().and_then(|page| bounds(page, self.editor.selection())) else { return };
        let Some(camera) = self.camera else { return };
        let seen = camera.visible(self.viewport);
        if seen.union(bounds) != seen {
            // A page that was fitted is so again when the room for it changes.
            self.camera = Some(camera.centred_on(bounds.center(), self.viewport));
        }
    }

    /// Shows a step in the middle of the canvas.
    pub(crate) fn centre_step(&mut self, services: &dyn Services, page: &PageId, step: &StepId) {
        self.show_page(services, page);
        if let Some(found) = self.page().and_then(|page| page.steps.get(step)) {
            let middle = found.rect.center();
            self.centre_on(middle);
        }
    }

    /// Where what is selected is, lanes and phases in all their length.
    pub(crate) fn selected_area(&self) -> Option<Rect> {
        let (page, selection) = (self.page()?, self.editor.selection());
        let bands = lanes(page, selection.lanes.iter()).chain(phases(page, selection.phases.iter()));
        bounds(page, selection).into_iter().chain(bands).reduce(|all, one| all.union(one))
    }

    /// The lanes that are selected or hold what is selected, in all their length.
    pub(crate) fn lanes_area(&self) -> Option<Rect> {
        let (page, selection) = (self.page()?, self.editor.selection());
        let holding = selected_steps(page, selection).map(|step| &step.lane);
        lanes(page, selection.lanes.iter().chain(holding)).reduce(|all, one| all.union(one))
    }

    /// The phases that are selected or hold what is selected, in all their length.
    pub(crate) fn phases_area(&self) -> Option<Rect> {
        let (page, selection) = (self.page()?, self.editor.selection());
        let holding = selected_steps(page, selection).filter_map(|step| step.phase.as_ref());
        phases(page, selection.phases.iter().chain(holding)).reduce(|all, one| all.union(one))
    }

    /// The lane that is selected, or that holds all selected steps; `None` where there is no such lane.
    pub(crate) fn only_lane(&self) -> Option<&LaneId> {
        let (page, selection) = (self.page()?, self.editor.selection());
        let mut lanes = selection.steps.iter().filter_map(|id| page.steps.get(id)).map(|step| &step.lane);
        match selection.only_lane() {
            Some(lane) => Some(lane),
            None => lanes.next().filter(|first| lanes.all(|lane| lane == *first)),
        }
    }

    /// The steps of that lane.
    pub(crate) fn steps_of_lane(&self) -> Option<BTreeSet<StepId>> {
        let (page, lane) = (self.page()?, self.only_lane()?);
        Some(page.steps.values().filter(|step| step.lane == *lane).map(|step| step.id.clone()).collect())
    }

    /// The nearest pool that holds all selected lanes.
    pub(crate) fn pool_of_lanes(&self) -> Option<&PoolId> {
        let around = self.page()?.pools_around_all(&self.editor.selection().lanes);
        around.first().map(|pool| &pool.id)
    }

    /// The selected connectors whose labels a person placed.
    pub(crate) fn placed_labels(&self) -> BTreeSet<ConnectorId> {
        let selected = &self.editor.selection().connectors;
        let label = |connector: &Connector| connector.route.as_ref().and_then(|route| route.label);
        let is_placed = |connector: &Connector| label(connector).is_some_and(|label| label.pinned);
        let is_meant = |connector: &Connector| selected.contains(&connector.id) && is_placed(connector);
        self.page().map(|page| connectors(page, is_meant)).unwrap_or_default()
    }

    /// Whether steps are selected and all of them are pinned.
    pub(crate) fn is_selection_pinned(&self) -> bool {
        let Some(page) = self.page() else { return false };
        let selected = &self.editor.selection().steps;
        let is_pinned = |id| page.steps.get(id).is_some_and(|step| step.pinned);
        !selected.is_empty() && selected.iter().all(is_pinned)
    }
}

/// The connectors of `page` that are meant.
pub(crate) fn connectors(page: &Page, is_meant: impl Fn(&Connector) -> bool) -> BTreeSet<ConnectorId> {
    let meant = page.connectors.values().filter(|connector| is_meant(connector));
    meant.map(|connector| connector.id.clone()).collect()
}

/// `at`, or the nearest place between the lanes' edges.
pub(crate) fn on_grid(page: &Page, at: Point) -> Point {
    let grid = page.grid();
    Point::new(at.x.clamp(grid.x0, grid.x1), at.y.clamp(grid.y0, grid.y1))
}

/// The selected steps, and those that selected connectors join.
fn selected_steps<'a>(page: &'a Page, selection: &'a Selection) -> impl Iterator<Item = &'a Step> {
    let joined = selection.connectors.iter().filter_map(|id| page.connectors.get(id));
    let joined = joined.flat_map(|connector| [&connector.from, &connector.to]).filter_map(End::step);
    let steps = selection.steps.iter().chain(joined);
    steps.filter_map(|id| page.steps.get(id)).map(AsRef::as_ref)
}

/// Where the lanes `ids` are, with their headers.
fn lanes<'a>(page: &'a Page, ids: impl Iterator<Item = &'a LaneId>) -> impl Iterator<Item = Rect> {
    ids.filter_map(|id| {
        let (_, from, to) = page.lane_band(id)?;
        Some(page.orientation.rect((-HEADER, page.length()), (from, to)))
    })
}

/// Where the phases `ids` are, with their headers.
fn phases<'a>(page: &'a Page, ids: impl Iterator<Item = &'a PhaseId>) -> impl Iterator<Item = Rect> {
    ids.filter_map(|id| {
        let (_, from, to) = page.phase_band(id)?;
        Some(page.orientation.rect((from, to), (-PHASE_BAND, page.breadth())))
    })
}

/// Where `selection` stands on `page`.
fn bounds(page: &Page, selection: &Selection) -> Option<Rect> {
    let steps = selection.steps.iter().filter_map(|id| Some(page.steps.get(id)?.rect));
    let connectors = selection.connectors.iter().filter_map(|id| {
        let line = shape::polyline(page, page.connectors.get(id)?)?;
        line.segments().map(|(a, b)| Rect::from_points(a, b)).reduce(|all, piece| all.union(piece))
    });
    let lanes = selection.lanes.iter().filter_map(|id| {
        let (_, from, to) = page.lane_band(id)?;
        Some(page.orientation.rect((-HEADER, 0.0), (from, to)))
    });
    let phases = selection.phases.iter().filter_map(|id| {
        let (_, from, to) = page.phase_band(id)?;
        Some(page.orientation.rect((from, to), (-PHASE_BAND, 0.0)))
    });
    steps.chain(connectors).chain(lanes).chain(phases).reduce(|all, one| all.union(one))
}
