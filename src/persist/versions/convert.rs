//! The newest version to the model: ids and places become what they name.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{Converted, Fault, connectors::connector, places::TakenPlaces, v1, v2, values::Pairs};
use crate::{
    geom::{Point, Rect, Size, quantise_place},
    locale::{Lang, LangError},
    model::{
        self, Breach, Color, ColorError, DocumentId, IdError, LIMIT_COORDINATE, LaneId, PageId, PhaseId,
        PoolId, StepId, Text, TextError, ZOrder,
    },
    persist::{
        FileFault, PlaceOf,
        bands::{Bands, Relative},
    },
};

/// The size of a step whose size the file does not give, until the caller fits it.
const NOMINAL: Size = Size::new(136.0, 54.0);

/// A fault at the place of any `"text"`.
pub(super) fn odd(text: &str, problem: FileFault) -> Fault {
    Fault { key: "", id: text.to_owned(), nth: 0, problem }
}

pub(super) fn fault(key: &'static str, id: &str, problem: FileFault) -> Fault {
    Fault { key, id: id.to_owned(), nth: 0, problem }
}

fn used_twice(id: &str) -> Fault {
    let problem = FileFault::Breach(Breach::UsedTwice { id: id.to_owned() });
    Fault { key: "id", id: id.to_owned(), nth: 1, problem }
}

pub(super) fn bad_id(id: &str) -> Fault {
    odd(id, FileFault::Id(id.to_owned()))
}

impl v2::File {
    /// The model's document; the hard invariants are still to be checked.
    pub(in crate::persist) fn convert(self) -> Result<Converted, Fault> {
        let v2::Document {
            language,
            pages,
            id,
            title,
            subtitle,
            description,
            translations,
            title_block,
            theme,
            line_jumps,
            properties,
        } = self.document;
        let mut unsized_steps = BTreeSet::new();
        let title_block = match title_block {
            Some(v1::TitleBlock { version, date, author }) => {
                model::TitleBlock { version, date: text(date)?, author: text(author)? }
            }
            None => model::TitleBlock::default(),
        };
        let document = model::Document {
            id: id.map(|id| DocumentId::parse(&id).map_err(|IdError(_)| bad_id(&id))).transpose()?,
            title: text(title)?,
            subtitle: text(subtitle)?,
            description: text(description)?,
            language: lang(&language)?,
            translations: translations.iter().map(|code| lang(code)).collect::<Result<_, _>>()?,
            title_block,
            theme: theme.map(Into::into).unwrap_or_default(),
            line_jumps: line_jumps.map(Into::into).unwrap_or_default(),
            properties: properties.0.into_iter().collect(),
            pages: pages.into_iter().map(|p| page(p, &mut unsized_steps)).collect::<Result<_, _>>()?,
        };
        Ok(Converted { document, unsized_steps })
    }
}

fn page(from: v2::Page, unsized_steps: &mut BTreeSet<StepId>) -> Result<model::Page, Fault> {
    let v2::Page { id, lanes, title, orientation, pools, phases, steps, connectors, places } = from;
    let orientation = orientation.map(Into::into).unwrap_or_default();
    let places = places.unwrap_or(v2::Places { steps: vec![], connectors: vec![] });
    let lanes: Vec<_> = lanes.into_iter().map(lane).collect::<Result<_, _>>()?;
    let bands = Bands::of(orientation, &lanes);
    let mut step_places = TakenPlaces::new(PlaceOf::Step, places.steps, |place| &place.step)?;
    let mut connector_places =
        TakenPlaces::new(PlaceOf::Connector, places.connectors, |place| &place.connector)?;
    let mut new_steps = Vec::with_capacity(steps.len());
    let mut z_order = ZOrder::FLAT;
    for from in steps {
        let Some(place) = step_places.take(&from.id) else {
            // The place of a step is taken once.
            if new_steps.iter().any(|step: &Arc<model::Step>| step.id.as_str() == from.id) {
                return Err(used_twice(&from.id));
            }
            return Err(fault("id", &from.id, FileFault::NoPlace(from.id.clone())));
        };
        let (is_unsized, rank) = (place.size.is_none(), place.z);
        let step = step(from, place, &bands)?;
        z_order.set(&step.id, rank);
        if is_unsized {
            unsized_steps.insert(step.id.clone());
        }
        new_steps.push(Arc::new(step));
    }
    let connectors: Vec<_> = connectors
        .into_iter()
        .map(|from| connector(from, &mut connector_places, &bands).map(Arc::new))
        .collect::<Result<_, _>>()?;
    let new_connectors: model::Connectors = connectors.iter().cloned().collect();
    if new_connectors.len() != connectors.len() {
        let mut ids = BTreeSet::new();
        let twice = connectors.iter().find(|connector| !ids.insert(&connector.id));
        return Err(used_twice(twice.map_or("", |connector| connector.id.as_str())));
    }
    step_places.all_taken()?;
    connector_places.all_taken()?;
    let mut new_pools = BTreeMap::new();
    for from in pools {
        let pool = pool(from)?;
        if let Some(old) = new_pools.insert(pool.id.clone(), Arc::new(pool)) {
            return Err(used_twice(old.id.as_str()));
        }
    }
    Ok(model::Page {
        id: PageId::parse(&id).map_err(|IdError(_)| bad_id(&id))?,
        title: text(title)?,
        orientation,
        phases: phases.into_iter().map(phase).collect::<Result<_, _>>()?,
        steps: new_steps.into_iter().map(|step| (step.id.clone(), step)).collect(),
        connectors: new_connectors,
        z_order,
        lanes,
        pools: new_pools,
    })
}

fn lane(from: v2::Lane) -> Result<Arc<model::Lane>, Fault> {
    let v2::Lane { id, size, title, role, pool, given, style: its_style } = from;
    Ok(Arc::new(model::Lane {
        id: LaneId::parse(&id).map_err(|IdError(_)| bad_id(&id))?,
        title: text(title)?,
        role: role.map(Into::into).unwrap_or_default(),
        size: size.0,
        given: given.map(|given| given.0),
        style: style(its_style)?,
        pool: pool.map(|id| pool_id(&id)).transpose()?,
    }))
}

fn pool(from: v2::Pool) -> Result<model::Pool, Fault> {
    let v2::Pool { id, title, parent } = from;
    let parent = parent.map(|id| pool_id(&id)).transpose()?;
    Ok(model::Pool { id: pool_id(&id)?, title: text(title)?, parent })
}

fn pool_id(id: &str) -> Result<PoolId, Fault> {
    PoolId::parse(id).map_err(|IdError(_)| bad_id(id))
}

fn phase(from: v1::Phase) -> Result<Arc<model::Phase>, Fault> {
    let v1::Phase { id, size, title } = from;
    let id = PhaseId::parse(&id).map_err(|IdError(_)| bad_id(&id))?;
    Ok(Arc::new(model::Phase { id, title: text(title)?, size: size.0 }))
}

fn step(from: v1::Step, place: v2::StepPlace, bands: &Bands<'_>) -> Result<model::Step, Fault> {
    let v1::Step { id, kind, lane, phase, text: label, time, link, properties, .. } = from;
    let details = model::Details {
        goal: text(from.goal)?,
        description: text(from.description)?,
        responsible: text(from.responsible)?,
        channel: text(from.channel)?,
        needs: text(from.needs)?,
        say: text(from.say)?,
        record: text(from.record)?,
        evidence: text(from.evidence)?,
        authority: text(from.authority)?,
    };
    let v2::StepPlace { step, along, across, size, z: _, pinned, fit, style: its_style } = place;
    let center = bands.absolute(&Relative { lane: &lane, along: along.0, across: across.0 });
    let center = center.ok_or_else(|| {
        let breach = Breach::Dangling { id: id.clone(), field: "lane", target: lane.clone() };
        fault("id", &id, FileFault::Breach(breach))
    })?;
    let size = size.map_or(NOMINAL, |(width, height)| Size::new(width.0, height.0));
    let rect = Rect::from_center_size(center, size);
    let rect = Rect::new(
        quantise_place(rect.x0),
        quantise_place(rect.y0),
        quantise_place(rect.x1),
        quantise_place(rect.y1),
    );
    within(rect.origin(), "step", &step)?;
    Ok(model::Step {
        id: step_id(&id)?,
        kind: kind.into(),
        lane: LaneId::parse(&lane).map_err(|IdError(_)| bad_id(&lane))?,
        phase: phase.map(|id| PhaseId::parse(&id).map_err(|IdError(_)| bad_id(&id))).transpose()?,
        rect,
        pinned,
        fit: fit.map(Into::into).unwrap_or_default(),
        text: text(label)?,
        details,
        time: time.map(times).unwrap_or_default(),
        link: link.map(linked).transpose()?,
        style: style(its_style)?,
        properties: properties.0.into_iter().collect(),
    })
}

fn times(from: v1::Time) -> model::Time {
    let v1::Time { handling, waiting, target } = from;
    let estimate = |from: v1::Estimate| {
        let v1::Estimate { usual, best, worst } = from;
        model::Estimate { usual: usual.0, best: best.map(|n| n.0), worst: worst.map(|n| n.0) }
    };
    model::Time {
        handling: handling.map(estimate),
        waiting: waiting.map(estimate),
        target: target.map(|n| n.0),
    }
}

fn linked(from: v1::Link) -> Result<model::Link, Fault> {
    Ok(match from {
        v1::Link::Page(id) => model::Link::Page(PageId::parse(&id).map_err(|IdError(_)| bad_id(&id))?),
        v1::Link::Step(id) => model::Link::Step(step_id(&id)?),
        v1::Link::Address(address) => model::Link::Address(address),
    })
}

/// The same limit as `Document::check`, said where the place stands rather than where the record stands.
pub(super) fn within(p: Point, key: &'static str, id: &str) -> Result<(), Fault> {
    if p.x.abs() <= LIMIT_COORDINATE && p.y.abs() <= LIMIT_COORDINATE {
        return Ok(());
    }
    let breach = Breach::OutOfReach { id: id.to_owned(), at: (p.x, p.y) };
    Err(fault(key, id, FileFault::Breach(breach)))
}

pub(super) fn step_id(id: &str) -> Result<StepId, Fault> {
    StepId::parse(id).map_err(|IdError(_)| bad_id(id))
}

fn lang(code: &str) -> Result<Lang, Fault> {
    Lang::parse(code).map_err(|LangError(_)| odd(code, FileFault::Language(code.to_owned())))
}

pub(super) fn text(from: Pairs) -> Result<Text, Fault> {
    Text::read(from.0).map_err(|error| match error {
        TextError::Language(LangError(code)) => odd(&code, FileFault::Language(code.clone())),
        TextError::RightFor(value) => odd(&value, FileFault::RightFor(value.clone())),
    })
}

pub(super) fn style(from: Option<v1::Style>) -> Result<model::Style, Fault> {
    let Some(v1::Style { fill, line, text }) = from else { return Ok(model::Style::default()) };
    let color = |of: Option<String>| {
        of.map(|code| Color::parse(&code).map_err(|ColorError(_)| odd(&code, FileFault::Color(code.clone()))))
            .transpose()
    };
    Ok(model::Style { fill: color(fill)?, line: color(line)?, text: color(text)? })
}
