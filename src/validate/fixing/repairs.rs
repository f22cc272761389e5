//! Which fixes a diagnostic has.

use std::{cell::OnceCell, collections::BTreeSet, sync::Arc};

use super::{branches, fix::Fix, flow, undecided::decide};
use crate::{
    edit::{Command, ConnectorCommand, Content, LaneCommand, Selection, StepCommand, TextOf},
    flow::{FlowGraph, PerNode},
    geom::Vec2,
    locale::Lang,
    measures::LANE_PADDING,
    model::{ConnectorId, ConnectorKind, Document, LaneId, Page, PageId, Step, StepId, StepKind},
    validate::{Code, Diagnostic, Target, translations::texts_at},
};

/// Finds the fixes of one page. What several of them ask about it is found once.
pub struct Repairs<'a> {
    pub(super) document: &'a Document,
    pub(super) page: &'a Page,
    pub(super) flow: Arc<FlowGraph>,
    pub(super) reached: OnceCell<PerNode<bool>>,
}

/// Chance for the ids of what a fix adds.
pub(super) type Mint<'m> = &'m mut dyn FnMut() -> u32;

impl<'a> Repairs<'a> {
    /// Of `page`, which belongs to `document` and has this `flow`.
    pub const fn new(document: &'a Document, page: &'a Page, flow: Arc<FlowGraph>) -> Self {
        Self { document, page, flow, reached: OnceCell::new() }
    }

    /// The page.
    pub const fn page_id(&self) -> &PageId {
        &self.page.id
    }

    /// The ways to put `diagnostic` right, the likeliest first. The document may have changed since it was checked:
    /// what is gone has no fix.
    pub fn fixes(&self, diagnostic: &Diagnostic, mint: &mut dyn FnMut() -> u32) -> Vec<Fix> {
        let (code, page) = (diagnostic.code, self.page);
        if let Some(mark) = &diagnostic.mark {
            return decide(self.document, page, mark, &diagnostic.target);
        }
        if code == Code::OutdatedTranslation {
            return confirm_translations(self.document, page, &diagnostic.target).into_iter().collect();
        }
        match &diagnostic.target {
            Target::Step(id) => {
                page.steps.get(id).map_or_else(Vec::new, |step| of_step(self, mint, code, step))
            }
            Target::Connector(id) if page.connectors.contains_key(id) => {
                of_connector(self, code, id).into_iter().collect()
            }
            Target::Lane(id) if code == Code::EmptyLane => delete_lane(page, id).into_iter().collect(),
            Target::Connector(_)
            | Target::Lane(_)
            | Target::Document
            | Target::Page(_)
            | Target::Phase(_) => Vec::new(),
        }
    }
}

fn step_fix(key: &'static str, command: StepCommand) -> Fix {
    Fix::certain(key, Command::Step(command))
}

/// Says of everything that is written at `target` that it is right still.
fn confirm_translations(document: &Document, page: &Page, target: &Target) -> Option<Fix> {
    let confirm = |of: TextOf| {
        let langs: Vec<Lang> = of.find(document, page)?.outdated().map(|(lang, _)| lang.clone()).collect();
        Some(langs.into_iter().map(move |lang| Command::ConfirmTranslation { of: of.clone(), lang }))
    };
    let confirmed: Vec<Command> = texts_at(page, target).into_iter().filter_map(confirm).flatten().collect();
    (!confirmed.is_empty()).then(|| Fix::certain("fix-confirm-translation", Command::All(confirmed)))
}

fn of_step(repairs: &Repairs<'_>, mint: Mint<'_>, code: Code, step: &Step) -> Vec<Fix> {
    let steps = || BTreeSet::from([step.id.clone()]);
    let only = |fix: Option<Fix>| fix.into_iter().collect();
    match code {
        Code::Unreachable => only(flow::connect_before(repairs, mint, step)),
        Code::DeadEnd => {
            let connect = repairs.connect_after(step, mint);
            connect.into_iter().chain(flow::end_after(repairs, mint, step)).collect()
        }
        Code::StartWithIncoming => only(flow::lead_past_start(repairs.page, step)),
        Code::EndWithOutgoing => only(delete_outgoing(repairs.page, &step.id)),
        Code::TooFewBranches => {
            let command = StepCommand::SetKind { steps: steps(), kind: StepKind::Process };
            vec![step_fix("fix-make-process", command)]
        }
        Code::ShareMissing | Code::SharesNotWhole | Code::NoShares => {
            let command = ConnectorCommand::EvenShares { step: step.id.clone() };
            vec![Fix::certain("fix-even-shares", Command::Connector(command))]
        }
        Code::TextCutOff => vec![step_fix("fix-fit-text", StepCommand::FitSize { steps: steps() })],
        Code::OutsideLane => only(into_lane(repairs.page, step)),
        Code::OutsidePhase => only(into_phase(repairs.page, step)),
        _ => Vec::new(),
    }
}

fn of_connector(repairs: &Repairs<'_>, code: Code, id: &ConnectorId) -> Option<Fix> {
    match code {
        Code::NotOrthogonal | Code::ThroughStep | Code::TurnsBack | Code::SharedPlace | Code::NotRouted => {
            let tidy = ConnectorCommand::Tidy { connectors: [id.clone()].into() };
            Some(Fix::certain("fix-tidy", Command::Connector(tidy)))
        }
        Code::LabelOnStep | Code::LabelOnLabel | Code::LabelOnLine => {
            let place = ConnectorCommand::PlaceLabels { connectors: [id.clone()].into() };
            Some(Fix::certain("fix-place-label", Command::Connector(place)))
        }
        Code::FreeEnd | Code::SelfLoop => {
            let what = Selection::connector(id.clone());
            Some(Fix::certain("fix-delete-connector", Command::Delete { what, heal: false }))
        }
        Code::UnlabelledBranch => branches::label(repairs, id),
        _ => None,
    }
}

/// The other lanes stay; the last one has to.
fn delete_lane(page: &Page, id: &LaneId) -> Option<Fix> {
    let is_empty = !page.steps.values().any(|step| step.lane == *id);
    let lane = || LaneCommand::Delete { lane: id.clone(), content: Content::Delete };
    (is_empty && page.lanes.len() > 1).then(|| Fix::certain("fix-delete-lane", Command::Lane(lane())))
}

fn delete_outgoing(page: &Page, end: &StepId) -> Option<Fix> {
    let leaving = page.connectors.leaving(end).filter(|connector| connector.kind == ConnectorKind::Sequence);
    let connectors: BTreeSet<_> = leaving.map(|connector| connector.id.clone()).collect();
    let what = Selection { connectors, ..Selection::default() };
    (!what.is_empty()).then(|| Fix::certain("fix-delete-outgoing", Command::Delete { what, heal: false }))
}

/// How far a span has to move to lie in a band with some room around it; a longer one lies in the band's middle, and
/// the band grows.
fn way_into(span: (f64, f64), band: (f64, f64)) -> f64 {
    let (from, to) = span;
    let (least, most) = (band.0 + LANE_PADDING, band.1 - LANE_PADDING);
    if to - from > most - least {
        return f64::midpoint(band.0, band.1) - f64::midpoint(from, to);
    }
    (least - from).max(0.0) + (most - to).min(0.0)
}

fn into_lane(page: &Page, step: &Step) -> Option<Fix> {
    let (_, from, to) = page.lane_band(&step.lane)?;
    let across = way_into(page.orientation.span_across(step.rect), (from, to));
    let along = (LANE_PADDING - page.orientation.span_along(step.rect).0).max(0.0);
    let along = if page.orientation.span_along(step.rect).0 < 0.0 { along } else { 0.0 };
    Some(move_fix(page, step, along, across, "fix-into-lane"))
}

fn into_phase(page: &Page, step: &Step) -> Option<Fix> {
    let (_, from, to) = page.phase_band(step.phase.as_ref()?)?;
    let along = way_into(page.orientation.span_along(step.rect), (from, to));
    Some(move_fix(page, step, along, 0.0, "fix-into-phase"))
}

fn move_fix(page: &Page, step: &Step, along: f64, across: f64, key: &'static str) -> Fix {
    let by: Vec2 = page.orientation.point(along, across).to_vec2();
    let steps = [step.id.clone()].into();
    step_fix(key, StepCommand::Move { steps, by, onto: None })
}
