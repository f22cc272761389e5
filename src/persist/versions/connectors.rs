//! The newest version to the model: connectors.

use super::{
    Fault,
    convert::{bad_id, fault, step_id, style, text, within},
    places::TakenPlaces,
    v1,
};
use crate::{
    geom::Point,
    model::{self, End, IdError},
    persist::{
        FileFault,
        bands::{Bands, Relative},
    },
};

/// The connector with its place, which is taken out of `places`.
pub(super) fn connector(
    from: v1::Connector,
    places: &mut TakenPlaces<v1::ConnectorPlace>,
    bands: &Bands<'_>,
) -> Result<model::Connector, Fault> {
    let v1::Connector { id, kind, from: start, to, label, share, properties } = from;
    let place = places.take(&id);
    let (mut from, mut to) = (EndParts::new("from", start), EndParts::new("to", to));
    let (mut route, mut its_style) = (None, None);
    if let Some(place) = place {
        let v1::ConnectorPlace { connector: _, routed, bends, label, style, .. } = place;
        (from.port, from.point) = (place.from, place.from_point);
        (to.port, to.point) = (place.to, place.to_point);
        its_style = style;
        if routed == Some(false) && (!bends.is_empty() || label.is_some()) {
            return Err(fault("connector", &id, FileFault::UnroutedRoute(id.clone())));
        }
        if routed != Some(false) {
            let bends = bends.into_iter().map(|bend| {
                let v1::Bend { lane, along, across, pinned } = bend;
                let at = point(&id, v1::Place { lane, along, across }, bands)?;
                Ok(model::Bend { at, pinned })
            });
            let bends = bends.collect::<Result<_, _>>()?;
            let label = label.map(|label| {
                let v1::Label { lane, along, across, pinned } = label;
                let at = point(&id, v1::Place { lane, along, across }, bands)?;
                Ok(model::LabelPlace { at, pinned })
            });
            let label = label.transpose()?;
            route = Some(model::Route { bends, label });
        }
    }
    Ok(model::Connector {
        kind: kind.map(Into::into).unwrap_or_default(),
        from: from.end(&id, bands)?,
        to: to.end(&id, bands)?,
        route,
        label: text(label)?,
        share: share.map(|n| n.0),
        style: style(its_style)?,
        properties: properties.0.into_iter().collect(),
        id: model::ConnectorId::parse(&id).map_err(|IdError(_)| bad_id(&id))?,
    })
}

/// What a file says of an end of a connector: among the connectors its step, among the places the rest.
struct EndParts {
    /// The end's name in files.
    name: &'static str,
    step: Option<String>,
    port: Option<v1::Port>,
    point: Option<v1::Place>,
}

impl EndParts {
    /// What is said among the connectors.
    const fn new(name: &'static str, step: Option<String>) -> Self {
        Self { name, step, port: None, point: None }
    }

    /// The end of the connector `id`: on the step that it names, or else at a point.
    fn end(self, id: &str, bands: &Bands<'_>) -> Result<End, Fault> {
        let Self { name: end, step, port, point: place } = self;
        match (step, port, place) {
            (Some(step), port, None) => {
                let port = port.map(|v1::Port { side, t, pinned }| model::Port {
                    side: side.into(),
                    t: t.0,
                    pinned,
                });
                Ok(End::Attached { step: step_id(&step)?, port })
            }
            (None, None, Some(place)) => Ok(End::Free(point(id, place, bands)?)),
            (Some(_), _, Some(_)) => {
                Err(fault("connector", id, FileFault::TwoEnds { id: id.to_owned(), end }))
            }
            (None, ..) => Err(fault("id", id, FileFault::NoEnd { id: id.to_owned(), end })),
        }
    }
}

/// A place of the connector `id` in page coordinates.
fn point(id: &str, from: v1::Place, bands: &Bands<'_>) -> Result<Point, Fault> {
    let v1::Place { lane, along, across } = from;
    let at =
        bands.absolute(&Relative { lane: &lane, along: along.0, across: across.0 }).ok_or_else(|| {
            fault("connector", id, FileFault::PlaceInNoLane { id: id.to_owned(), lane: lane.clone() })
        })?;
    within(at, "connector", id)?;
    Ok(at)
}
