//! The neutral JSON geometry: where everything stands, for measuring layouts with other tools.

use serde::Serialize;

use crate::{
    geom::{Orientation, Polyline, Rect, quantise, quantise_length},
    locale::Lang,
    model::{Connector, Document, Page},
    shape,
    text::{Fonts, markup},
};

#[derive(Serialize)]
struct GeometryPage {
    direction: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pools: Vec<GeometryPool>,
    lanes: Vec<GeometryBand>,
    nodes: Vec<GeometryNode>,
    edges: Vec<GeometryEdge>,
}

#[derive(Serialize)]
struct GeometryFrame {
    x: f64,
    y: f64,
    w: f64,
    h: f64,
}

/// A pool; its place is that of its lanes.
#[derive(Serialize)]
struct GeometryPool {
    id: String,
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<String>,
    #[serde(flatten)]
    frame: GeometryFrame,
}

#[derive(Serialize)]
struct GeometryBand {
    id: String,
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pool: Option<String>,
    #[serde(flatten)]
    frame: GeometryFrame,
}

#[derive(Serialize)]
struct GeometryNode {
    id: String,
    lane: String,
    kind: &'static str,
    label: String,
    #[serde(flatten)]
    frame: GeometryFrame,
}

#[derive(Serialize)]
struct GeometryEdge {
    id: String,
    source: Option<String>,
    target: Option<String>,
    points: Vec<[f64; 2]>,
    label: String,
    #[serde(flatten)]
    label_box: Option<GeometryLabel>,
}

#[derive(Serialize)]
struct GeometryLabel {
    lx: f64,
    ly: f64,
    lw: f64,
    lh: f64,
}

impl From<Rect> for GeometryFrame {
    fn from(r: Rect) -> Self {
        Self {
            x: quantise(r.x0),
            y: quantise(r.y0),
            w: quantise_length(r.width()),
            h: quantise_length(r.height()),
        }
    }
}

/// The places of `page`'s pools, lanes, steps and connectors as JSON, x and y being top left corners in document units.
///
/// A connector without a route has no points.
pub fn geometry_json(
    document: &Document,
    page: &Page,
    lang: &Lang,
    fonts: &Fonts,
) -> serde_json::Result<String> {
    let read = |text: &crate::model::Text| markup::plain(text.get(lang, &document.language));
    let along = (0.0, page.length());
    let geometry = GeometryPage {
        direction: match page.orientation {
            Orientation::Horizontal => "LR",
            Orientation::Vertical => "TB",
        },
        pools: page
            .pool_bands()
            .into_iter()
            .map(|band| GeometryPool {
                id: band.pool.id.to_string(),
                label: read(&band.pool.title),
                parent: band.pool.parent.as_ref().map(ToString::to_string),
                frame: page.orientation.rect(along, (band.from, band.to)).into(),
            })
            .collect(),
        lanes: page
            .lane_bands()
            .map(|(lane, from, to)| GeometryBand {
                id: lane.id.to_string(),
                label: read(&lane.title),
                pool: lane.pool.as_ref().map(ToString::to_string),
                frame: page.orientation.rect(along, (from, to)).into(),
            })
            .collect(),
        nodes: page
            .steps
            .values()
            .map(|step| GeometryNode {
                id: step.id.to_string(),
                lane: step.lane.to_string(),
                kind: step.kind.name(),
                label: read(&step.text),
                frame: step.rect.into(),
            })
            .collect(),
        edges: page
            .connectors
            .values()
            .map(|connector| edge(page, connector, read(&connector.label), fonts))
            .collect(),
    };
    serde_json::to_string_pretty(&geometry).map(|json| json + "\n")
}

fn edge(page: &Page, connector: &Connector, label: String, fonts: &Fonts) -> GeometryEdge {
    let line: Polyline = shape::polyline(page, connector).unwrap_or_default();
    let of_decision =
        connector.from.step().and_then(|id| page.steps.get(id)).is_some_and(|s| s.kind.can_branch());
    let at = connector
        .route
        .as_ref()
        .and_then(|route| route.label)
        .map(|label| label.at)
        .filter(|_| !label.is_empty());
    let label_box = at.map(|at| {
        let size = shape::connector_label_size(fonts, &label, of_decision);
        let GeometryFrame { x, y, w, h } = Rect::from_center_size(at, size).into();
        GeometryLabel { lx: x, ly: y, lw: w, lh: h }
    });
    GeometryEdge {
        id: connector.id.to_string(),
        source: connector.from.step().map(ToString::to_string),
        target: connector.to.step().map(ToString::to_string),
        points: line.points.iter().map(|p| [quantise(p.x), quantise(p.y)]).collect(),
        label,
        label_box,
    }
}
