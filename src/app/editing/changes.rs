//! What the edit, insert and arrange menus do to the document that is shown.

use std::collections::BTreeSet;

use super::{
    delete_band::BandDialog,
    extract::extract,
    fix_question::FixQuestion,
    languages::{LanguageAnswer, LanguageQuestion},
    splice,
};
use crate::{
    app::{
        commands::command::{Beside, EditCommand},
        documents::{open_document::OpenDocument, selected::connectors, tabs::Documents},
        effect::{DialogName, Effect},
        env::Env,
    },
    edit::{
        Command, ConnectorCommand, Content, EditRequest, LaneCommand, PageCommand, PhaseCommand, PoolCommand,
        Refusal, Selection, StepCommand, TextOf, worded,
    },
    model::{Connector, LaneId, Page, PageId, PhaseId, PoolId, Role, StepId},
    ui::{dialogs::BandAnswer, panels::rename_page},
    validate::{Fix, Repairs},
};

/// What the history calls a layout.
const LAYOUT: &str = "edit-layout";

/// What is asked before the chart is changed.
#[derive(Default)]
pub(crate) struct Editing {
    /// About a lane or phase that is to be deleted.
    pub(crate) band: Option<BandDialog>,
    /// About a language that is to come or go.
    pub(crate) language: Option<LanguageQuestion>,
    /// About a fix that is a guess.
    pub(crate) fix: Option<FixQuestion>,
}

impl Editing {
    /// Changes the document that is shown as a command says.
    pub(crate) fn update(
        &mut self,
        documents: &mut Documents,
        env: &Env,
        command: EditCommand,
    ) -> Vec<Effect> {
        let is_undo = command == EditCommand::Undo;
        if is_undo || command == EditCommand::Redo {
            undo(documents, env, is_undo);
            return vec![Effect::DropNotice];
        }
        let Some(open) = documents.shown() else { return Vec::new() };
        let Some(page) = open.page() else { return Vec::new() };
        let document = open.editor.document();
        if command == EditCommand::ConnectWith {
            let refused = || vec![Effect::Refuse(Refusal::Nothing.say(env.catalog))];
            return connect_with(open, page, env)
                .map_or_else(refused, |fix| self.ask_fix(documents, env, fix));
        }
        self.language = match command {
            EditCommand::AddLanguage => Some(LanguageQuestion::adding(document)),
            EditCommand::RemoveLanguage => Some(LanguageQuestion::removing(document)),
            _ => None,
        };
        if self.language.is_some() {
            return vec![Effect::Show(DialogName::Language)];
        }
        if matches!(command, EditCommand::Delete | EditCommand::DeleteLeavingGap) {
            // Lanes and phases go one at a time, after asking what becomes of their steps.
            self.band = BandDialog::about(open, page);
            if self.band.is_some() {
                return vec![Effect::Show(DialogName::Band)];
            }
        }
        request(open, page, env, command).map(Effect::Edit).into_iter().collect()
    }

    /// Asks which of its proposals `fix` is to be.
    pub(crate) fn ask_fix(&mut self, documents: &Documents, env: &Env, fix: Fix) -> Vec<Effect> {
        let Some((open, page)) = documents.shown().and_then(|open| Some((open, open.page()?))) else {
            return Vec::new();
        };
        self.fix = Some(FixQuestion::about(open, page, env.catalog, fix));
        vec![Effect::Show(DialogName::Fix)]
    }

    /// Deletes the lane or phase that was asked about, as the answer says.
    pub(crate) fn answered(&mut self, answer: BandAnswer) -> Vec<Effect> {
        let command = self.band.take().and_then(|band| band.answered(answer));
        command.map(|command| Effect::Edit(EditRequest::Run(command))).into_iter().collect()
    }
}

/// What may follow the step that is selected.
fn connect_with(open: &OpenDocument, page: &Page, env: &Env) -> Option<Fix> {
    let step = page.steps.get(open.editor.selection().only_step()?)?;
    let repairs = Repairs::new(open.editor.document(), page, open.editor.flow()?);
    repairs.connect_after(step, &mut || env.services.entropy())
}

/// Adds or removes a language, as the answer says.
pub(crate) fn language_answered(answer: LanguageAnswer) -> Vec<Effect> {
    answer.command().map(|command| Effect::Edit(EditRequest::Run(command))).into_iter().collect()
}

/// Does `request` to the document that is shown, or says why not.
pub(crate) fn perform(documents: &mut Documents, env: &Env, request: EditRequest) -> Vec<Effect> {
    let Some(open) = documents.shown_mut() else { return Vec::new() };
    let is_change = !matches!(request, EditRequest::Select(_));
    let title = new_title(&request);
    let state = open.editor.state();
    let done = open.editor.perform(request);
    open.refresh(env.services.as_ref());
    if let Some(title) = title.filter(|_| done.is_ok()) {
        write(open, env, title);
    }
    match done {
        Err(refusal) => vec![Effect::Refuse(refusal.say(env.catalog))],
        Ok(()) if is_change => {
            std::iter::once(Effect::DropNotice).chain(splice::told(open, env, state)).collect()
        }
        Ok(()) => Vec::new(),
    }
}

fn undo(documents: &mut Documents, env: &Env, is_back: bool) {
    let Some(open) = documents.shown_mut() else { return };
    let name = if is_back { open.editor.undo_name() } else { open.editor.redo_name() };
    let is_layout = name == Some(LAYOUT);
    let before = if is_layout { open.followed_page() } else { None };
    if is_back {
        open.editor.undo();
    } else {
        open.editor.redo();
    }
    open.refresh(env.services.as_ref());
    if is_layout {
        open.follow_layout(before.as_ref(), env.time());
    }
}

/// What a command asks of the editor; `None`: nothing.
fn request(open: &OpenDocument, page: &Page, env: &Env, command: EditCommand) -> Option<EditRequest> {
    let selection = open.editor.selection();
    let steps = || selection.steps.clone();
    let command = match command {
        EditCommand::Undo
        | EditCommand::Redo
        | EditCommand::ConnectWith
        | EditCommand::AddLanguage
        | EditCommand::RemoveLanguage => return None,
        EditCommand::SelectAll => return Some(EditRequest::Select(Selection::everything(page))),
        EditCommand::SelectNone => return Some(EditRequest::Select(Selection::default())),
        EditCommand::Delete => delete(selection, true),
        EditCommand::DeleteLeavingGap => delete(selection, false),
        EditCommand::Lane(place) => new_lane(open, page, env, place),
        EditCommand::MoveLane(place) => move_lane(selection, page, place)?,
        EditCommand::Pool => new_pool(open, env),
        EditCommand::DissolvePool => {
            Command::Pool(PoolCommand::Dissolve { pool: open.pool_of_lanes()?.clone() })
        }
        EditCommand::Phase(place) => new_phase(open, page, env, place),
        EditCommand::Page => new_page(open, page, env),
        EditCommand::Extract => extract(open, page, env)?,
        EditCommand::Arrange(how) => Command::Step(StepCommand::Arrange { steps: steps(), how }),
        EditCommand::FitSize => Command::Step(StepCommand::FitSize { steps: steps() }),
        // Where all of them are pinned, takes the pins away.
        EditCommand::Pin => {
            Command::Step(StepCommand::Pin { steps: steps(), pinned: !open.is_selection_pinned() })
        }
        EditCommand::TidyLines => {
            let is_meant = |connector: &Connector| is_touched(connector, selection, &selection.steps);
            Command::Connector(ConnectorCommand::Tidy { connectors: connectors(page, is_meant) })
        }
        EditCommand::TidyAllLines => {
            Command::Connector(ConnectorCommand::Tidy { connectors: connectors(page, |_| true) })
        }
        EditCommand::TurnPage => Command::Page(PageCommand::Flip),
        EditCommand::PlaceLabels => {
            Command::Connector(ConnectorCommand::PlaceLabels { connectors: open.placed_labels() })
        }
        EditCommand::Reverse => {
            let connector = selection.only_connector()?.clone();
            Command::Connector(ConnectorCommand::Reverse { connector })
        }
    };
    Some(EditRequest::Run(command))
}

/// Whether a connector is selected or ends at one of `steps`.
fn is_touched(connector: &Connector, selection: &Selection, steps: &BTreeSet<StepId>) -> bool {
    let ends = [connector.from.step(), connector.to.step()];
    selection.connectors.contains(&connector.id)
        || ends.into_iter().flatten().any(|step| steps.contains(step))
}

/// The title of what `request` adds.
fn new_title(request: &EditRequest) -> Option<TextOf> {
    let EditRequest::Run(command) = request else { return None };
    match command {
        Command::Lane(LaneCommand::Add { id, .. }) => Some(TextOf::Lane(id.clone())),
        Command::Pool(PoolCommand::Add { id, .. }) => Some(TextOf::Pool(id.clone())),
        Command::Phase(PhaseCommand::Add { id, .. }) => Some(TextOf::Phase(id.clone())),
        Command::Page(PageCommand::Add { id, .. }) => Some(TextOf::Page(id.clone())),
        Command::Page(PageCommand::Extract { step, .. }) => Some(TextOf::Step(step.id.clone())),
        _ => None,
    }
}

/// Lets the title of what was added be written where it stands.
fn write(open: &mut OpenDocument, env: &Env, title: TextOf) {
    match title {
        TextOf::Page(page) => rename_page(&env.ctx, &page),
        title => open.canvas.write(title),
    }
}

/// Deletes what is selected, lanes and phases without asking.
fn delete(selection: &Selection, heal: bool) -> Command {
    match (selection.only_lane(), selection.only_phase()) {
        // The last lane stays; the editor says so.
        (Some(lane), _) => {
            Command::Lane(LaneCommand::Delete { lane: lane.clone(), content: Content::Delete })
        }
        // Without other phases the steps belong to none and stay.
        (_, Some(phase)) => Command::Phase(PhaseCommand::Delete { phase: phase.clone(), content: None }),
        (None, None) => Command::Delete { what: selection.clone(), heal },
    }
}

/// A lane beside the one that is selected or holds what is selected; else at the end.
fn new_lane(open: &OpenDocument, page: &Page, env: &Env, place: Beside) -> Command {
    let selection = open.editor.selection();
    let step = selection.steps.first().and_then(|id| page.steps.get(id));
    let chosen = selection.lanes.first().or(step.map(|step| &step.lane));
    let chosen = chosen.and_then(|id| page.lanes.iter().position(|lane| lane.id == *id));
    let at = beside(chosen, page.lanes.len(), place);
    let title = worded(&open.editor.document().languages(), |words| words.text("edit-new-lane"));
    let id = LaneId::mint("lane", env.services.entropy());
    Command::Lane(LaneCommand::Add { id, at, title, role: Role::Other })
}

/// The selected lane before its neighbour or behind it; the first and the last one stay where they are.
fn move_lane(selection: &Selection, page: &Page, place: Beside) -> Option<Command> {
    let lane = selection.lanes.first()?;
    let at = page.lanes.iter().position(|other| other.id == *lane)?;
    let to = match place {
        Beside::Before => at.checked_sub(1)?,
        Beside::After => (at + 1 < page.lanes.len()).then_some(at + 1)?,
    };
    Some(Command::Lane(LaneCommand::Move { lane: lane.clone(), to }))
}

/// A pool around the lanes that are selected.
fn new_pool(open: &OpenDocument, env: &Env) -> Command {
    let lanes = open.editor.selection().lanes.clone();
    let title = worded(&open.editor.document().languages(), |words| words.text("edit-new-pool"));
    let id = PoolId::mint("pool", env.services.entropy());
    Command::Pool(PoolCommand::Add { id, lanes, title })
}

/// A phase beside the one that is selected or holds what is selected; else at the end.
fn new_phase(open: &OpenDocument, page: &Page, env: &Env, place: Beside) -> Command {
    let selection = open.editor.selection();
    let step = selection.steps.first().and_then(|id| page.steps.get(id));
    let chosen = selection.phases.first().or(step.and_then(|step| step.phase.as_ref()));
    let chosen = chosen.and_then(|id| page.phases.iter().position(|phase| phase.id == *id));
    let at = beside(chosen, page.phases.len(), place);
    let title = worded(&open.editor.document().languages(), |words| words.text("edit-new-phase"));
    let id = PhaseId::mint("phase", env.services.entropy());
    Command::Phase(PhaseCommand::Add { id, at, title })
}

/// A page behind the one that is shown.
fn new_page(open: &OpenDocument, page: &Page, env: &Env) -> Command {
    let id = PageId::mint("page", env.services.entropy());
    let lanes = page.lanes.iter().map(|_| LaneId::mint("lane", env.services.entropy())).collect();
    let pools = page.pools.keys().map(|_| PoolId::mint("pool", env.services.entropy())).collect();
    let document = open.editor.document();
    let number = document.pages.len() + 1;
    let title =
        worded(&document.languages(), |words| words.text_with("edit-new-page", &[("number", number.into())]));
    Command::Page(PageCommand::Add { id, lanes, pools, at: open.page_index() + 1, title })
}

/// The position beside the chosen one of `count`; without one, the end.
fn beside(chosen: Option<usize>, count: usize, place: Beside) -> usize {
    match (chosen, place) {
        (Some(at), Beside::Before) => at,
        (Some(at), Beside::After) => at + 1,
        (None, Beside::Before) => 0,
        (None, Beside::After) => count,
    }
}
