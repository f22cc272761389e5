//! A record that both sides have, field by field.

use super::{
    bands::MergedStep,
    field_merge::{FieldMerge, Origin, Sides, Three},
};
use crate::{
    geom::Size,
    model::{Connector, Detail, Details, End, Fit, Lane, MarkedValue, Phase, Pool, Step, Time},
    revise::{Field, place::StepPlace},
};

/// Merges a lane; its size is not yet what stands in it needs.
pub(super) fn lane(three: Three<&Lane>, merge: &mut FieldMerge<'_>) -> Lane {
    Lane {
        id: three.ours.id.clone(),
        title: merge.text(Field::Title, three.map(|lane| &lane.title)),
        role: merge.field(Field::Role, three.map(|lane| lane.role), MarkedValue::Role),
        size: larger(three.map(|lane| lane.size)),
        given: three.map(|lane| lane.given).settled(),
        style: merge.style(three.map(|lane| lane.style)),
        pool: merge.field(Field::Pool, three.map(|lane| lane.pool.clone()), MarkedValue::Pool),
    }
}

/// Merges a pool.
pub(super) fn pool(three: Three<&Pool>, merge: &mut FieldMerge<'_>) -> Pool {
    Pool {
        id: three.ours.id.clone(),
        title: merge.text(Field::Title, three.map(|pool| &pool.title)),
        parent: merge.field(Field::Pool, three.map(|pool| pool.parent.clone()), MarkedValue::Pool),
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
    let lane = merge.field(Field::Lane, three.map(|step| step.lane.clone()), MarkedValue::Lane);
    let phase = merge.field(Field::Phase, three.map(|step| step.phase.clone()), MarkedValue::Phase);
    let fit = three.map(|step| step.fit).settled();
    let place = place(three, sides, fit);
    let time = three.map(|step| step.time);
    let kind = merge.field(Field::Kind, three.map(|step| step.kind), MarkedValue::StepKind);
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
            handling: merge.field(Field::Handling, time.map(|time| time.handling), MarkedValue::Estimate),
            waiting: merge.field(Field::Waiting, time.map(|time| time.waiting), MarkedValue::Estimate),
            target: merge.field(Field::Target, time.map(|time| time.target), MarkedValue::Minutes),
        },
        link: merge.field(Field::Link, three.map(|step| step.link.clone()), MarkedValue::Link),
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
pub(super) fn connector(three: Three<&Connector>, merge: &mut FieldMerge<'_>) -> Connector {
    let from = end(Field::From, three.map(|connector| &connector.from), merge);
    let to = end(Field::To, three.map(|connector| &connector.to), merge);
    Connector {
        id: three.ours.id.clone(),
        kind: merge.field(Field::Kind, three.map(|connector| connector.kind), MarkedValue::ConnectorKind),
        from,
        to,
        route: None,
        label: merge.text(Field::Label, three.map(|connector| &connector.label)),
        share: merge.field(Field::Share, three.map(|connector| connector.share), MarkedValue::Percent),
        style: merge.style(three.map(|connector| connector.style)),
        properties: merge.properties(three.map(|connector| &connector.properties)),
    }
}

/// An end comes from the side that attached it to its step; where both have the same step, from the one that moved it.
fn end(field: Field, three: Three<&End>, merge: &mut FieldMerge<'_>) -> End {
    let steps = three.map(End::step);
    if steps.is_conflict() {
        merge.differs(field, &three.map(|end| MarkedValue::End(without_port(end))));
    }
    let origin = match steps.origin() {
        Origin::Both => three.origin(),
        origin @ (Origin::Ours | Origin::Theirs) => origin,
    };
    three.of(origin).clone()
}

/// The end where the router chooses its port.
fn without_port(end: &End) -> End {
    match end {
        End::Attached { step, port: _ } => End::Attached { step: step.clone(), port: None },
        free @ End::Free(_) => free.clone(),
    }
}
