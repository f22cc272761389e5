//! The legend below the chart: only what the chart uses.

use std::collections::BTreeSet;

use super::{
    connectors,
    item::{Item, Source},
    make::{caption, one_line},
    narrative::kind_key,
    steps,
    theme::Theme,
    view::View,
};
use crate::{
    geom::{Point, Rect, Size},
    model::{Branching, ConnectorKind, Outcome, Page, StepKind, Trigger},
    text::{Align, Face},
};

/// From the chart down to the middle of the legend's first row.
const GAP: f64 = 22.0;
/// The height of a row.
const ROW: f64 = 28.0;
/// A sample's size.
const SAMPLE: Size = Size::new(34.0, 20.0);

/// What a row of the legend shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sample {
    Step(StepKind),
    Connector(ConnectorKind),
}

/// A sample and the catalogue key of its name.
pub(super) type Row = (Sample, &'static str);

/// Draws the samples in rows as wide as the chart.
pub(super) fn draw(view: &View<'_>, theme: &Theme, frame: Rect, rows: &[Row]) -> Vec<Item> {
    let mut items = Vec::new();
    let mut at = Point::new(frame.x0, frame.y1 + GAP);
    for (sample, key) in rows.iter().copied() {
        let block = one_line(view.fonts, &view.catalog().text(key), 11.0, Face::Regular, Align::Start);
        let sample_width = match sample {
            Sample::Step(kind) => sample_size(kind).width,
            Sample::Connector(_) => 36.0,
        };
        let width = sample_width + 10.0 + block.width();
        if at.x + width > frame.x1 && at.x > frame.x0 {
            at = Point::new(frame.x0, at.y + ROW);
        }
        match sample {
            Sample::Step(kind) => {
                let size = sample_size(kind);
                let centre = Point::new(at.x + size.width / 2.0, at.y);
                items.extend(steps::sample(theme, kind, Rect::from_center_size(centre, size)));
            }
            Sample::Connector(kind) => {
                let to = Point::new(at.x + sample_width, at.y);
                items.extend(connectors::sample(theme, kind, at, to));
            }
        }
        let label = Point::new(at.x + sample_width + 10.0, at.y + 11.0 * 0.357);
        items.push(caption(&Source::Legend, block, label, theme.muted));
        at.x += width + 28.0;
    }
    items
}

const fn sample_size(kind: StepKind) -> Size {
    match kind {
        StepKind::Event(_) | StepKind::OnPageConnector => Size::new(18.0, 18.0),
        StepKind::OffPageConnector => Size::new(18.0, 20.0),
        StepKind::Decision(_) => Size::new(36.0, 22.0),
        StepKind::Database | StepKind::Document => Size::new(34.0, 22.0),
        StepKind::MultiDocument => Size::new(38.0, 30.0),
        _ => SAMPLE,
    }
}

/// The symbols and lines of the page in palette order, each outline once, and their catalogue keys.
pub(super) fn used(page: &Page) -> Vec<Row> {
    let drawn: BTreeSet<StepKind> = page.steps.values().map(|step| plain(step.kind)).collect();
    let steps = StepKind::PALETTE
        .into_iter()
        .filter(|kind| plain(*kind) == *kind && drawn.contains(kind))
        .map(|kind| (Sample::Step(kind), kind_key(kind)));
    let lines: BTreeSet<ConnectorKind> = page.connectors.values().map(|connector| connector.kind).collect();
    let lines = lines.into_iter().map(|kind| (Sample::Connector(kind), kind.key()));
    steps.chain(lines).collect()
}

/// The kind that stands for all that share an outline.
const fn plain(kind: StepKind) -> StepKind {
    match kind {
        StepKind::End(_) | StepKind::Start => StepKind::End(Outcome::Solved),
        StepKind::Decision(_) => StepKind::Decision(Branching::Plain),
        StepKind::Event(_) => StepKind::Event(Trigger::None),
        other => other,
    }
}
