//! The chart in sentences, for readers who do not see it.

use std::collections::BTreeMap;

use super::view::View;
use crate::{
    flow::breadth_first,
    model::{Connector, LaneId, Step, StepId, StepKind},
    text::markup::one_line,
};

/// The catalogue key of a kind's name.
pub(super) const fn kind_key(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Start | StepKind::End(_) => "scene-kind-terminator",
        StepKind::Process => "scene-kind-process",
        StepKind::Decision(_) => "scene-kind-decision",
        StepKind::Data => "scene-kind-data",
        StepKind::Document => "scene-kind-document",
        StepKind::MultiDocument => "scene-kind-multi-document",
        StepKind::Subprocess => "scene-kind-subprocess",
        StepKind::Database => "scene-kind-database",
        StepKind::ManualOperation => "scene-kind-manual-operation",
        StepKind::ManualInput => "scene-kind-manual-input",
        StepKind::Preparation => "scene-kind-preparation",
        StepKind::Delay => "scene-kind-delay",
        StepKind::Display => "scene-kind-display",
        StepKind::Event(_) => "scene-kind-event",
        StepKind::OnPageConnector => "scene-kind-on-page-connector",
        StepKind::OffPageConnector => "scene-kind-off-page-connector",
        StepKind::Note => "scene-kind-note",
    }
}

/// The name of a kind in the language of `catalog`; start and end are told apart.
pub fn kind_name(catalog: &crate::locale::Catalog, kind: StepKind) -> String {
    catalog.text(kind_name_key(kind))
}

/// The same as a key in the catalogue.
pub const fn kind_name_key(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Start => "scene-kind-start",
        StepKind::End(_) => "scene-kind-end",
        other => kind_key(other),
    }
}

/// "Decision in lane Employee.", said once for all steps of that kind in that lane: looking sentences up costs more than
/// all else of a narrative.
pub(super) struct ToldPlaces(BTreeMap<(StepKind, LaneId), String>);

impl ToldPlaces {
    /// Those of `steps`.
    pub(super) fn of<'s>(view: &View<'_>, steps: impl Iterator<Item = &'s Step>) -> Self {
        let mut places = BTreeMap::new();
        for step in steps {
            places.entry((step.kind, step.lane.clone())).or_insert_with(|| place(view, step));
        }
        Self(places)
    }
}

fn place(view: &View<'_>, step: &Step) -> String {
    let catalog = view.catalog();
    let lane = view.page.lane_band(&step.lane).map(|(lane, _, _)| one_line(view.read(&lane.title)));
    catalog.text_with(
        "scene-step-in-lane",
        &[("kind", kind_name(catalog, step.kind).into()), ("lane", lane.unwrap_or_default().into())],
    )
}

/// "Decision in lane Employee. Next: Yes → Search; No → Ask."
pub(super) fn step_desc(view: &View<'_>, step: &Step, places: &ToldPlaces) -> String {
    let catalog = view.catalog();
    let told = places.0.get(&(step.kind, step.lane.clone())).cloned();
    let place = told.unwrap_or_else(|| place(view, step));
    let leaving = view.page.connectors.leaving(&step.id);
    let next: Vec<String> = leaving.filter_map(|connector| next(view, connector)).collect();
    if next.is_empty() {
        return place;
    }
    let next = catalog.text_with("scene-step-next", &[("next", next.join("; ").into())]);
    format!("{place} {next}")
}

fn next(view: &View<'_>, connector: &Connector) -> Option<String> {
    let to = view.page.steps.get(connector.to.step()?)?;
    let (label, to) = (one_line(view.read(&connector.label)), one_line(view.read(&to.text)));
    Some(if label.is_empty() { to } else { format!("{label} → {to}") })
}

/// What each pool holds, in the order of the lanes.
fn pools(view: &View<'_>) -> impl Iterator<Item = String> {
    view.page.pool_bands().into_iter().map(|band| {
        let lanes = view.page.lanes_in(&band.pool.id).map(|lane| one_line(view.read(&lane.title)));
        let lanes = lanes.collect::<Vec<_>>().join(", ");
        let pool = one_line(view.read(&band.pool.title));
        view.catalog().text_with("scene-pool", &[("pool", pool.into()), ("lanes", lanes.into())])
    })
}

/// The whole flow as numbered sentences, breadth first from its starts; `desc` is what [`step_desc`] says.
pub(super) fn describe<'d>(view: &View<'_>, desc: impl Fn(&StepId) -> Option<&'d str>) -> String {
    let catalog = view.catalog();
    let lanes: Vec<String> = view.page.lanes.iter().map(|lane| one_line(view.read(&lane.title))).collect();
    let mut lines = vec![catalog.text_with("scene-lanes", &[("lanes", lanes.join(", ").into())])];
    lines.extend(pools(view));
    let steps = breadth_first(view.page).into_iter().filter_map(|id| view.page.steps.get(id));
    for (i, step) in steps.enumerate() {
        let desc = desc(&step.id).unwrap_or_default();
        lines.push(format!("{}. {}. {desc}", i + 1, one_line(view.read(&step.text))));
    }
    lines.join("\n")
}
