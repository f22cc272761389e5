//! What is done to steps.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    Showing, arrange,
    content::{clean, clean_text},
};
use crate::{
    arrange::{fitted_size, has_natural_size, natural_size},
    edit::{
        NewStep, Onto, Refusal, Selection, StepCommand,
        bands::{Lanes, Phases},
        free_space::{FreeSpace, SoughtPlace},
        rules,
        space::{make_reach, move_lines_between},
        transaction::Transaction,
    },
    geom::{Point, Rect, Size, Vec2},
    measures::{CLEARANCE, COLUMN_GAP, FURTHEST, LANE_PADDING, LEAST_STEP, ROW_GAP},
    model::{
        Connector, ConnectorId, ConnectorKind, End, LIMIT_STEPS, LaneId, Link, PhaseId, Properties, Step,
        StepId, StepKind, Style, Text, Time,
    },
};

/// So far a step may come to rest from the pointer that held it on a line.
const BESIDE: f64 = 16.0;

pub(super) fn apply(command: &StepCommand, tx: &mut Transaction<'_>) -> Result<Showing, Refusal> {
    match command {
        StepCommand::Create { step, onto } => create(tx, step, onto.as_ref()),
        StepCommand::CreateAfter { step, from, connector, label } => {
            create_after(tx, step, from, connector, label)
        }
        StepCommand::Move { steps, by, onto } => shift(tx, steps, *by, onto.as_ref()),
        StepCommand::PutInLane { steps, lane } => each(tx, steps, |tx, id| put_in_lane(tx, id, lane)),
        StepCommand::PutInPhase { steps, phase } => each(tx, steps, |tx, id| put_in_phase(tx, id, phase)),
        StepCommand::LeavePhase { steps } => {
            each(tx, steps, |tx, id| tx.update_step(id, |step| step.phase = None))
        }
        StepCommand::Resize { step, rect } => resize(tx, step, *rect),
        StepCommand::FitSize { steps } => each(tx, steps, |tx, id| {
            let size = natural_size(tx.step(id)?, tx.fonts());
            set_size(tx, id, size)
        }),
        StepCommand::SetSize { steps, size } => each(tx, steps, |tx, id| {
            if !(size.width <= FURTHEST && size.height <= FURTHEST) {
                return Err(Refusal::OutOfReach);
            }
            let wished = Size::new(size.width.max(LEAST_STEP), size.height.max(LEAST_STEP));
            let size = fitted_size(tx.step(id)?, wished, tx.fonts());
            set_size(tx, id, size)
        }),
        StepCommand::SetFit { steps, fit } => {
            each(tx, steps, |tx, id| tx.update_step(id, |step| step.fit = *fit))
        }
        StepCommand::Pin { steps, pinned } => {
            each(tx, steps, |tx, id| tx.update_step(id, |step| step.pinned = *pinned))
        }
        StepCommand::SetKind { steps, kind } => each(tx, steps, |tx, id| set_kind(tx, id, *kind)),
        StepCommand::SetTime { step, time } => set_time(tx, step, *time),
        StepCommand::SetLink { step, link } => set_link(tx, step, link.as_ref()),
        StepCommand::LayOut { places } => super::lay_out::steps(tx, places).map(|()| Showing::SAME),
        StepCommand::Arrange { steps, how } => arrange::arrange(tx, steps, *how),
    }
}

fn set_time(tx: &mut Transaction<'_>, id: &StepId, time: Time) -> Result<Showing, Refusal> {
    let estimates = [time.handling, time.waiting].into_iter().flatten();
    let minutes = estimates.flat_map(|e| [Some(e.usual), e.best, e.worst]).chain([time.target]).flatten();
    if !minutes.into_iter().all(|minutes| (0.0..=FURTHEST).contains(&minutes)) {
        return Err(Refusal::OutOfReach);
    }
    tx.update_step(id, |step| step.time = time).map(|()| Showing::SAME)
}

fn set_link(tx: &mut Transaction<'_>, id: &StepId, link: Option<&Link>) -> Result<Showing, Refusal> {
    let pages = &tx.doc().pages;
    let leads_somewhere = match link {
        Some(Link::Page(to)) => pages.iter().any(|page| page.id == *to),
        Some(Link::Step(to)) => pages.iter().any(|page| page.steps.contains_key(to)),
        Some(Link::Address(_)) | None => true,
    };
    if !leads_somewhere {
        return Err(Refusal::Gone);
    }
    let link = link.cloned().map(|link| match link {
        Link::Address(address) => Link::Address(clean(&address)),
        Link::Page(_) | Link::Step(_) => link,
    });
    tx.update_step(id, |step| step.link = link).map(|()| Showing::SAME)
}

fn each(
    tx: &mut Transaction<'_>,
    steps: &BTreeSet<StepId>,
    mut change: impl FnMut(&mut Transaction<'_>, &StepId) -> Result<(), Refusal>,
) -> Result<Showing, Refusal> {
    if steps.is_empty() {
        return Err(Refusal::Nothing);
    }
    steps.iter().try_for_each(|id| change(tx, id)).map(|()| Showing::SAME)
}

fn create(tx: &mut Transaction<'_>, new: &NewStep, onto: Option<&Onto>) -> Result<Showing, Refusal> {
    put_new(tx, new)?;
    if let Some(onto) = onto {
        put_into(tx, &new.id, onto)?;
    }
    Ok(Showing::select(Selection::step(new.id.clone())))
}

/// A new step at its place, in the size that it needs.
fn fresh(tx: &Transaction<'_>, new: &NewStep) -> Result<Step, Refusal> {
    if tx.doc().pages.iter().map(|page| page.steps.len()).sum::<usize>() >= LIMIT_STEPS {
        return Err(Refusal::TooMany);
    }
    check_place(new.at)?;
    rules::check_new(tx.doc(), [new.id.as_str()])?;
    let NewStep { id, kind, at, text } = new.clone();
    let (lane, phase) = rules::membership(tx.page(), at);
    let rect = Rect::from_center_size(at, crate::shape::default_size(kind));
    let blank = Step::blank(id, kind, lane.ok_or(Refusal::Gone)?, rect);
    let step = Step { phase, text: clean_text(&text), ..blank };
    let rect = Rect::from_center_size(at, natural_size(&step, tx.fonts()));
    Ok(Step { rect, ..step })
}

/// Puts a new step at its place.
pub(super) fn put_new(tx: &mut Transaction<'_>, new: &NewStep) -> Result<(), Refusal> {
    let step = fresh(tx, new)?;
    put(tx, step);
    Ok(())
}

fn put(tx: &mut Transaction<'_>, step: Step) {
    let id = step.id.clone();
    tx.put_step(step);
    tx.place(&id);
}

fn check_place(p: Point) -> Result<(), Refusal> {
    let fits = p.x.abs() <= FURTHEST && p.y.abs() <= FURTHEST;
    if fits { Ok(()) } else { Err(Refusal::OutOfReach) }
}

fn create_after(
    tx: &mut Transaction<'_>,
    new: &NewStep,
    from: &StepId,
    connector: &ConnectorId,
    label: &Text,
) -> Result<Showing, Refusal> {
    let mut step = fresh(tx, new)?;
    let before = tx.step(from)?.rect;
    // Where there is no room nearby, others make some.
    let sought = SoughtPlace { boxes: &[step.rect], from: Some(before) };
    if let Some(by) = FreeSpace::of(tx.page()).near(&sought) {
        step.rect = step.rect + by;
    }
    put(tx, step);
    let at = |step: &StepId| End::Attached { step: step.clone(), port: None };
    let (from, to) = (at(from), at(&new.id));
    let kind = rules::natural_kind(tx.page(), &from, &to);
    rules::check_new(tx.doc(), [connector.as_str()])?;
    rules::can_connect(tx.page(), &from, &to, kind, None)?;
    tx.put_connector(blank_connector(connector, from, to, kind, clean_text(label)));
    tx.reroute(connector);
    Ok(Showing::select(Selection::step(new.id.clone())))
}

/// A connector without a route.
pub(in crate::edit) fn blank_connector(
    id: &ConnectorId,
    from: End,
    to: End,
    kind: ConnectorKind,
    label: Text,
) -> Connector {
    let (style, properties) = (Style::default(), Properties::new());
    Connector { id: id.clone(), kind, from, to, route: None, label, share: None, style, properties }
}

/// Cuts a connector and leads it through `step`. What it says stays at its beginning.
fn put_into(tx: &mut Transaction<'_>, step: &StepId, onto: &Onto) -> Result<(), Refusal> {
    rules::check_new(tx.doc(), [onto.onward.as_str()])?;
    let old = Arc::clone(tx.connector(&onto.connector)?);
    align_with_line(tx, step, &old)?;
    let middle = End::Attached { step: step.clone(), port: None };
    for (from, to) in [(&old.from, &middle), (&middle, &old.to)] {
        rules::can_connect(tx.page(), from, to, old.kind, None)?;
    }
    tx.update_connector(&onto.connector, |connector| connector.to = middle.clone())?;
    // Where the line arrives is chosen anew, unless a person chose it.
    let mut to = old.to.clone();
    if let End::Attached { port, .. } = &mut to {
        *port = port.filter(|port| port.pinned);
    }
    let onward = blank_connector(&onto.onward, middle, to, old.kind, Text::EMPTY);
    tx.put_connector(Connector { style: old.style, ..onward });
    tx.reroute(&onto.connector);
    tx.reroute(&onto.onward);
    Ok(())
}

/// Puts the middle of `step` on the piece of the connector's line that runs through it, or beside it where it came to
/// rest on the grid, so that the line stays straight.
fn align_with_line(tx: &mut Transaction<'_>, step: &StepId, onto: &Connector) -> Result<(), Refusal> {
    let rect = tx.step(step)?.rect;
    let middle = rect.center();
    let Some(line) = crate::shape::polyline(tx.page(), onto) else { return Ok(()) };
    let around = rect.inflate(BESIDE, BESIDE);
    let through = line.segments().filter(|(a, b)| crate::geom::segment_crosses_rect(*a, *b, around));
    let foot = |(a, b): (Point, Point)| {
        if (a.x - b.x).abs() < (a.y - b.y).abs() {
            Point::new(a.x, middle.y)
        } else {
            Point::new(middle.x, a.y)
        }
    };
    let nearest = through.map(foot).min_by(|a, b| a.distance(middle).total_cmp(&b.distance(middle)));
    let Some(nearest) = nearest.filter(|nearest| *nearest != middle) else { return Ok(()) };
    tx.update_step(step, |step| step.rect = step.rect + (nearest - middle))?;
    tx.place(step);
    Ok(())
}

/// Moves steps together with the lines between them.
fn shift(
    tx: &mut Transaction<'_>,
    steps: &BTreeSet<StepId>,
    by: Vec2,
    onto: Option<&Onto>,
) -> Result<Showing, Refusal> {
    let by = kept_on_page(tx, steps, by);
    let mut found = 0;
    tx.some_steps(steps).inspect(|_| found += 1).try_for_each(|step| check_place(step.rect.center() + by))?;
    if found < steps.len() {
        return Err(Refusal::Gone);
    }
    if by != Vec2::ZERO {
        tx.update_each_step(steps, |step| step.rect = step.rect + by)?;
        tx.place_all(steps);
        move_lines_between(tx, steps, by);
    }
    if let (Some(step), Some(onto)) = (steps.first().filter(|_| steps.len() == 1), onto) {
        put_into(tx, step, onto)?;
    }
    Ok(Showing::SAME)
}

/// `by`, or where a step would come to stand beyond the lanes or before the page's beginning, no further than all of
/// them have room: they stand to each other as they did.
fn kept_on_page(tx: &Transaction<'_>, steps: &BTreeSet<StepId>, by: Vec2) -> Vec2 {
    let (orientation, breadth) = (tx.page().orientation, tx.page().breadth());
    let moved: Vec<Rect> = tx.some_steps(steps).map(|step| step.rect + by).collect();
    let Some(around) = moved.iter().copied().reduce(|a, b| a.union(b)) else { return by };
    let (start, _) = orientation.span_along(around);
    let (top, bottom) = orientation.span_across(around);
    let is_any = |is: &dyn Fn(Point) -> bool| moved.iter().any(|rect| is(rect.center()));
    let across = if is_any(&|middle| orientation.across(middle) > breadth) {
        (breadth - LANE_PADDING) - bottom
    } else if is_any(&|middle| orientation.across(middle) < 0.0) {
        LANE_PADDING - top
    } else {
        0.0
    };
    let is_before = is_any(&|middle| orientation.along(middle) < 0.0);
    let along = if is_before { LANE_PADDING - start } else { 0.0 };
    by + orientation.point(along, across).to_vec2()
}

fn put_in_lane(tx: &mut Transaction<'_>, id: &StepId, lane: &LaneId) -> Result<(), Refusal> {
    let page = tx.page();
    let step = tx.step(id)?;
    if step.lane == *lane {
        return Ok(());
    }
    let (_, from, to) = page.lane_band(lane).ok_or(Refusal::Gone)?;
    let orientation = page.orientation;
    let (start, end) = orientation.span_along(step.rect);
    let (top, bottom) = orientation.span_across(step.rect);
    let half = (bottom - top) / 2.0;
    let blocks = |other: &&Arc<Step>| {
        let (other_start, other_end) = orientation.span_along(other.rect);
        other.lane == *lane
            && other.id != *id
            && other_start < end + CLEARANCE
            && start < other_end + CLEARANCE
    };
    // In the middle if nothing stands there, else below everything that does.
    let taken = page.steps.values().filter(blocks).map(|other| orientation.span_across(other.rect).1);
    let lowest = taken.fold(f64::NEG_INFINITY, f64::max);
    let middle = f64::midpoint(from, to).max(lowest + ROW_GAP + half).max(from + LANE_PADDING + half);
    // Its middle has to lie in the lane: that is how a step's lane is told.
    make_reach::<Lanes>(tx, lane, middle + half)?;
    let rect = orientation.rect((start, end), (middle - half, middle + half));
    tx.update_step(id, |step| {
        step.rect = rect;
        step.lane = lane.clone();
    })?;
    tx.place(id);
    Ok(())
}

fn put_in_phase(tx: &mut Transaction<'_>, id: &StepId, phase: &PhaseId) -> Result<(), Refusal> {
    let page = tx.page();
    let step = tx.step(id)?;
    if step.phase.as_ref() == Some(phase) {
        return Ok(());
    }
    let (_, from, _) = page.phase_band(phase).ok_or(Refusal::Gone)?;
    let orientation = page.orientation;
    let (start, end) = orientation.span_along(step.rect);
    let across = orientation.span_across(step.rect);
    let half = (end - start) / 2.0;
    let others = page.steps.values().filter(|other| {
        let (top, bottom) = orientation.span_across(other.rect);
        other.phase.as_ref() == Some(phase) && other.id != *id && top < across.1 && across.0 < bottom
    });
    let last = others.map(|other| orientation.span_along(other.rect).1).fold(f64::NEG_INFINITY, f64::max);
    let middle = (from + LANE_PADDING + half).max(last + COLUMN_GAP + half);
    // Its middle has to lie in the phase: that is how a step's phase is told.
    make_reach::<Phases>(tx, phase, middle + half)?;
    let rect = orientation.rect((middle - half, middle + half), across);
    tx.update_step(id, |step| step.rect = rect)?;
    tx.place(id);
    Ok(())
}

fn resize(tx: &mut Transaction<'_>, id: &StepId, rect: Rect) -> Result<Showing, Refusal> {
    let rect = rect.abs();
    let step = tx.step(id)?;
    check_place(rect.center())?;
    check_place(rect.origin())?;
    let wished =
        Size::new(rect.width().clamp(LEAST_STEP, FURTHEST), rect.height().clamp(LEAST_STEP, FURTHEST));
    let size = fitted_size(step, wished, tx.fonts());
    // The edges that were not dragged stay where they are.
    let old = step.rect;
    let keep = |low: f64, old_low: f64, high: f64, extent: f64| {
        if (low - old_low).abs() > 0.01 { (high - extent, high) } else { (low, low + extent) }
    };
    let (x0, x1) = keep(rect.x0, old.x0, rect.x1, size.width);
    let (y0, y1) = keep(rect.y0, old.y0, rect.y1, size.height);
    tx.update_step(id, |step| step.rect = Rect::new(x0, y0, x1, y1))?;
    tx.place(id);
    Ok(Showing::SAME)
}

fn set_size(tx: &mut Transaction<'_>, id: &StepId, size: Size) -> Result<(), Refusal> {
    let rect = Rect::from_center_size(tx.step(id)?.rect.center(), size);
    if rect != tx.step(id)?.rect {
        tx.update_step(id, |step| step.rect = rect)?;
        tx.place(id);
    }
    Ok(())
}

fn set_kind(tx: &mut Transaction<'_>, id: &StepId, kind: StepKind) -> Result<(), Refusal> {
    let old = Arc::clone(tx.step(id)?);
    if old.kind == kind {
        return Ok(());
    }
    let was_natural = has_natural_size(&old, tx.fonts());
    tx.update_step(id, |step| step.kind = kind)?;
    check_connectors(tx, id)?;
    let step = tx.step(id)?;
    let size = if was_natural {
        natural_size(step, tx.fonts())
    } else {
        fitted_size(step, old.rect.size(), tx.fonts())
    };
    set_size(tx, id, size)?;
    // The outline is another one, so the lines end elsewhere.
    tx.place(id);
    Ok(())
}

/// Whether what leads to and from `id` may still do so.
fn check_connectors(tx: &Transaction<'_>, id: &StepId) -> Result<(), Refusal> {
    let page = tx.page();
    page.connectors
        .values()
        .filter(|connector| [connector.from.step(), connector.to.step()].contains(&Some(id)))
        .try_for_each(|connector| {
            let Connector { id, kind, from, to, .. } = &**connector;
            match rules::can_connect(page, from, to, *kind, Some(id)) {
                // What was drawn twice before is not this command's doing.
                Err(Refusal::Twice | Refusal::ToItself) | Ok(()) => Ok(()),
                refused => refused,
            }
        })
}
