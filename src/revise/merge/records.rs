//! A record that both sides have, field by field.

use super::{
    bands::MergedStep,
    field_merge::{FieldMerge, Origin, Sides, Three},
};
use crate::{
    geom::Size,
    model::{Connector, Detail, Details, Fit, Lane, Phase, Pool, Step, Time},
    revise::{Field, FieldValue, page_pair::PageSide, place::StepPlace},
};

/// Merges a lane; its size is not yet what stands in it needs.
pub(super) fn lane(three: Three<&Lane>, sides: Sides<'_, '_>, merge: &mut FieldMerge<'_>) -> Lane {
    Lane {
        id: three.ours.id.clone(),
        title: merge.text(Field::Title, three.map(|lane| &lane.title)),
        role: merge.field(Field::Role, three.map(|lane| lane.role), FieldValue::Role),
        size: larger(three.map(|lane| lane.size)),
        style: merge.style(three.map(|lane| lane.style)),
        pool: merge
            .named(Field::Pool, sides, three.map(|lane| lane.pool.as_ref()), |side, id| side.pool_name(id))
            .cloned(),
    }
}

/// Merges a pool.
pub(super) fn pool(three: Three<&Pool>, sides: Sides<'_, '_>, merge: &mut FieldMerge<'_>) -> Pool {
    Pool {
        id: three.ours.id.clone(),
        title: merge.text(Field::Title, three.map(|pool| &pool.title)),
        parent: merge
            .named(Field::Pool, sides, three.map(|pool| pool.parent.as_ref()), |side, id| side.pool_name(id))
            .cloned(),
    }
}

/// Merges a phase; its size is not yet what stands in it needs.
pub(super) fn phase(three: Three<&Phase>, merge: &mut FieldMerge<'_>) -> Phase {
    Phase {
        id: three.ours.id.clone(),
        title: merge.text(Field::Title, three.map(|phase| &phase.title)),
        size: larger(three.map(|phase| phase.size)),
    }
}

/// A size that one side changed, or the larger one of two: room that somebody needs.
fn larger(three: Three<f64>) -> f64 {
    if three.is_conflict() { three.ours.max(three.theirs) } else { three.settled() }
}

/// Merges a step. Its rectangle is not yet that of its place.
pub(super) fn step(three: Three<&Step>, sides: Sides<'_, '_>, merge: &mut FieldMerge<'_>) -> MergedStep {
    let lanes = three.map(|step| &step.lane);
    let lane = merge.named(Field::Lane, sides, lanes, PageSide::lane_name).clone();
    let phases = three.map(|step| step.phase.as_ref());
    let phase = merge.named(Field::Phase, sides, phases, |side, id| side.phase_name(id)).cloned();
    let fit = three.map(|step| step.fit).settled();
    let place = place(three, sides, fit);
    let estimate = |estimate| FieldValue::or_nothing(estimate, FieldValue::Estimate);
    let time = three.map(|step| step.time);
    let kind = merge.field(Field::Kind, three.map(|step| step.kind), FieldValue::StepKind);
    let link = three.map(|step| step.link.as_ref());
    let step = Step {
        id: three.ours.id.clone(),
        kind,
        lane,
        phase,
        rect: three.ours.rect,
        pinned: three.map(|step| step.pinned).settled(),
        fit,
        text: merge.text(Field::Text, three.map(|step| &step.text)),
        details: details(three, merge),
        time: Time {
            handling: merge.field(Field::Handling, time.map(|time| time.handling), estimate),
            waiting: merge.field(Field::Waiting, time.map(|time| time.waiting), estimate),
            target: merge.field(Field::Target, time.map(|time| time.target), |minutes| {
                FieldValue::or_nothing(minutes, FieldValue::Minutes)
            }),
        },
        link: merge.named(Field::Link, sides, link, |side, link| side.link_name(link)).cloned(),
        style: merge.style(three.map(|step| step.style)),
        properties: merge.properties(three.map(|step| &step.properties)),
    };
    MergedStep { step, place, origin: Origin::Both }
}

/// Across the lanes a step stands where the side has it that put it into its lane, along the flow where the side has it
/// that put it into its phase.
fn place(three: Three<&Step>, sides: Sides<'_, '_>, fit: Fit) -> StepPlace {
    let places = Three {
        base: sides.base.zip(three.base).map(|(side, step)| side.starts.place(step)),
        ours: sides.ours.starts.place(three.ours),
        theirs: sides.theirs.starts.place(three.theirs),
    };
    let of = |band: Origin, value: Three<f64>| match band {
        Origin::Both => value.settled(),
        Origin::Ours | Origin::Theirs => value.of(band),
    };
    let (lane, phase) =
        (three.map(|step| &step.lane).origin(), three.map(|step| step.phase.as_ref()).origin());
    let sizes = places.map(|place| place.size);
    let size = if fit == Fit::Grow && sizes.is_conflict() {
        Size::new(sizes.ours.width.max(sizes.theirs.width), sizes.ours.height.max(sizes.theirs.height))
    } else {
        sizes.settled()
    };
    StepPlace {
        along: of(phase, places.map(|place| place.along)),
        across: of(lane, places.map(|place| place.across)),
        size,
    }
}

fn details(three: Three<&Step>, merge: &mut FieldMerge<'_>) -> Details {
    let mut merged = Details::default();
    for detail in Detail::ALL {
        let texts = three.map(|step| step.details.get(detail));
        *merged.get_mut(detail) = merge.text(|lang| Field::Detail(detail, lang), texts);
    }
    merged
}

/// Merges a connector. Its ends and its route are those of the side that counts, not yet on the merged page.
pub(super) fn connector(
    three: Three<&Connector>,
    sides: Sides<'_, '_>,
    merge: &mut FieldMerge<'_>,
) -> Connector {
    let end = |side: &PageSide<'_>, id| side.end_name(id);
    let from = three.map(|connector| connector.from.step());
    let to = three.map(|connector| connector.to.step());
    merge.named(Field::From, sides, from, end);
    merge.named(Field::To, sides, to, end);
    Connector {
        id: three.ours.id.clone(),
        kind: merge.field(Field::Kind, three.map(|connector| connector.kind), FieldValue::ConnectorKind),
        from: three.map(|connector| &connector.from).of(end_origin(&from, &three.map(|of| &of.from))).clone(),
        to: three.map(|connector| &connector.to).of(end_origin(&to, &three.map(|of| &of.to))).clone(),
        route: None,
        label: merge.text(Field::Label, three.map(|connector| &connector.label)),
        share: merge.field(Field::Share, three.map(|connector| connector.share), |share| {
            FieldValue::or_nothing(share, FieldValue::Percent)
        }),
        style: merge.style(three.map(|connector| connector.style)),
        properties: merge.properties(three.map(|connector| &connector.properties)),
    }
}

/// An end comes from the side that attached it to its step; where both have the same step, from the one that moved it.
fn end_origin<E: PartialEq, P: PartialEq>(step: &Three<E>, end: &Three<P>) -> Origin {
    match step.origin() {
        Origin::Both => end.origin(),
        origin @ (Origin::Ours | Origin::Theirs) => origin,
    }
}
