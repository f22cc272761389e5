//! Fixes that lead the flow on: what comes after a step, and what before it.

use std::sync::Arc;

use super::{
    fix::{Fix, Proposal, ProposedStep},
    proposals::attached,
    repairs::{Mint, Repairs},
};
use crate::{
    edit::{Command, ConnectorCommand, NewStep, StepCommand, rules, worded},
    flow::{Direction, PerNode},
    model::{
        Connector, ConnectorEnd, ConnectorId, ConnectorKind, Outcome, Page, Step, StepId, StepKind, Text,
    },
    shape,
};

/// Between a step and the end that is added after it.
const GAP: f64 = 36.0;

impl Repairs<'_> {
    /// What can be reached from a beginning.
    pub(super) fn reached(&self) -> &PerNode<bool> {
        self.reached.get_or_init(|| self.flow.graph().reached(self.flow.beginnings(), Direction::Forward))
    }

    /// Leads on from `step`: to which other one is a guess.
    pub fn connect_after(&self, step: &Step, mint: &mut dyn FnMut() -> u32) -> Option<Fix> {
        let followers = self.followers(step).into_iter();
        let proposals = followers.map(|next| connect(mint, [step, next], &next.id)).collect();
        Fix::guess("fix-connect-next", proposals)
    }
}

/// Connects the first of two steps with the second one; `other` is the one of them that is proposed.
fn connect(mint: Mint<'_>, [from, to]: [&Step; 2], other: &StepId) -> Proposal {
    let command = ConnectorCommand::Create {
        id: ConnectorId::mint(from.id.as_str(), mint()),
        from: attached(&from.id),
        to: attached(&to.id),
        kind: ConnectorKind::Sequence,
        label: Text::EMPTY,
    };
    let steps = vec![ProposedStep { step: other.clone(), word: None }];
    Proposal { steps, command: Command::Connector(command) }
}

/// Leads to a step that is never reached: from which other one is a guess.
pub(super) fn connect_before(repairs: &Repairs<'_>, mint: Mint<'_>, step: &Step) -> Option<Fix> {
    let node = repairs.flow.node(&step.id)?;
    if repairs.flow.incoming(node) > 0 {
        // The step before it is not reached either; that one is the one to be connected.
        return None;
    }
    let leaders = repairs.leaders(step).into_iter();
    let proposals = leaders.map(|before| connect(mint, [before, step], &before.id)).collect();
    Fix::guess("fix-connect-previous", proposals)
}

/// Puts an end behind a step that leads nowhere.
pub(super) fn end_after(repairs: &Repairs<'_>, mint: Mint<'_>, step: &Step) -> Option<Fix> {
    let kind = StepKind::End(Outcome::Solved);
    let orientation = repairs.page.orientation;
    let centre = step.rect.center();
    let half = |size: crate::geom::Size| orientation.length(size) / 2.0;
    let along = orientation.along(centre) + half(step.rect.size()) + GAP + half(shape::default_size(kind));
    let text = worded(&repairs.document.languages(), |words| words.text("fix-end-text"));
    let id = StepId::mint("end", mint());
    let connector = ConnectorId::mint(step.id.as_str(), mint());
    let at = orientation.point(along, orientation.across(centre));
    let command = StepCommand::CreateAfter {
        step: NewStep { id, kind, at, text },
        from: step.id.clone(),
        connector,
        label: Text::EMPTY,
    };
    step.kind.is_flow().then(|| Fix::certain("fix-add-end", Command::Step(command)))
}

/// Leads what comes into a start to the step after it.
pub(super) fn lead_past_start(page: &Page, start: &Step) -> Option<Fix> {
    let is_flow = |connector: &&Arc<Connector>| connector.kind == ConnectorKind::Sequence;
    let mut ways = page.connectors.leaving(&start.id).filter(is_flow);
    let (Some(only), None) = (ways.next(), ways.next()) else { return None };
    let next = only.to.step()?;
    let mut commands = Vec::new();
    for way in page.connectors.entering(&start.id).filter(is_flow) {
        let (end, id) = (attached(next), Some(&way.id));
        rules::can_connect(page, &way.from, &end, ConnectorKind::Sequence, id).ok()?;
        let connector = way.id.clone();
        let command = ConnectorCommand::Reconnect { connector, which: ConnectorEnd::To, end };
        commands.push(Command::Connector(command));
    }
    (!commands.is_empty()).then(|| Fix::certain("fix-past-start", Command::All(commands)))
}
