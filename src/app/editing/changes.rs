//! What the edit, insert and arrange menus do to the document that is shown.

use std::{collections::BTreeSet, sync::Arc};

use eframe::egui::Context;

use crate::app::{
    canvas::surface, commands::Place, documents::open_document::OpenDocument, laneway::Laneway,
};
use crate::{
    edit::{
        Arrange, Command, ConnectorCommand, EditRequest, LaneCommand, PageCommand, PhaseCommand, Selection,
        StepCommand, worded,
    },
    geom::Point,
    model::{Connector, ConnectorId, LaneId, Page, PageId, PhaseId, Role, StepId, StepKind},
};

/// What the history calls a layout.
const LAYOUT: &str = "edit-layout";

impl Laneway {
    /// Does `request` to the document that is shown, or says why not.
    pub(crate) fn edit(&mut self, ctx: &Context, request: EditRequest) {
        let catalog = self.catalog();
        let is_change = !matches!(request, EditRequest::Select(_));
        let refused = self.open_mut().and_then(|open| open.editor.perform(request).err());
        match refused {
            Some(refusal) => self.refuse(ctx, refusal.say(catalog)),
            None if is_change => self.notice = None,
            None => {}
        }
        self.with_open(|services, open| open.refresh(services));
    }

    pub(crate) fn run(&mut self, ctx: &Context, command: Command) {
        self.edit(ctx, EditRequest::Run(command));
    }

    pub(crate) fn select(&mut self, ctx: &Context, selection: Selection) {
        self.edit(ctx, EditRequest::Select(selection));
    }

    pub(crate) fn undo(&mut self, ctx: &Context, is_back: bool) {
        self.notice = None;
        self.with_open(|services, open| {
            let name = if is_back { open.editor.undo_name() } else { open.editor.redo_name() };
            let is_layout = name == Some(LAYOUT);
            let before = if is_layout { open.followed_page() } else { None };
            if is_back {
                open.editor.undo();
            } else {
                open.editor.redo();
            }
            open.refresh(services);
            if is_layout {
                open.follow_layout(before.as_ref(), ctx.input(|input| input.time));
            }
        });
    }

    pub(crate) fn select_all(&mut self, ctx: &Context) {
        let everything = self.open().and_then(|open| open.page()).map(Selection::everything);
        self.select(ctx, everything.unwrap_or_default());
    }

    /// Removes steps and connectors; lanes and phases one at a time, after asking what becomes of their steps.
    pub(crate) fn delete(&mut self, ctx: &Context, heal: bool) {
        let Some(open) = self.open() else { return };
        let what = open.editor.selection().clone();
        match (what.only_lane(), what.only_phase()) {
            (Some(lane), _) => self.delete_lane(ctx, lane.clone()),
            (_, Some(phase)) => self.delete_phase(ctx, phase.clone()),
            _ => self.run(ctx, Command::Delete { what, heal }),
        }
    }

    /// Finds the ways of the selected connectors anew, and of those of the selected steps.
    pub(crate) fn tidy_selected(&mut self, ctx: &Context) {
        let Some(open) = self.open() else { return };
        let selection = open.editor.selection();
        let is_meant = |connector: &Connector| {
            let ends = [connector.from.step(), connector.to.step()];
            selection.connectors.contains(&connector.id)
                || ends.into_iter().flatten().any(|step| selection.steps.contains(step))
        };
        let connectors = open.page().map(|page| connectors(page, is_meant)).unwrap_or_default();
        self.run(ctx, Command::Connector(ConnectorCommand::Tidy { connectors }));
    }

    /// Finds the ways of all connectors anew.
    pub(crate) fn tidy_all(&mut self, ctx: &Context) {
        let page = self.open().and_then(OpenDocument::page);
        let connectors = page.map(|page| connectors(page, |_| true)).unwrap_or_default();
        self.run(ctx, Command::Connector(ConnectorCommand::Tidy { connectors }));
    }

    /// Puts the labels of the selected connectors where the program would.
    pub(crate) fn place_labels(&mut self, ctx: &Context) {
        let connectors = self.open().map(OpenDocument::placed_labels).unwrap_or_default();
        self.run(ctx, Command::Connector(ConnectorCommand::PlaceLabels { connectors }));
    }

    pub(crate) fn arrange(&mut self, ctx: &Context, how: Arrange) {
        let steps = self.selected_steps();
        self.run(ctx, Command::Step(StepCommand::Arrange { steps, how }));
    }

    pub(crate) fn fit_size(&mut self, ctx: &Context) {
        let steps = self.selected_steps();
        self.run(ctx, Command::Step(StepCommand::FitSize { steps }));
    }

    /// Pins the selected steps in place; where all of them are pinned, takes the pins away.
    pub(crate) fn pin(&mut self, ctx: &Context) {
        let (steps, pinned) = (self.selected_steps(), !self.is_selection_pinned());
        self.run(ctx, Command::Step(StepCommand::Pin { steps, pinned }));
    }

    /// Whether steps are selected and all of them are pinned.
    pub(crate) fn is_selection_pinned(&self) -> bool {
        let Some((open, page)) = self.open().and_then(|open| Some((open, open.page()?))) else {
            return false;
        };
        let selected = &open.editor.selection().steps;
        let is_pinned = |id| page.steps.get(id).is_some_and(|step| step.pinned);
        !selected.is_empty() && selected.iter().all(is_pinned)
    }

    pub(crate) fn reverse(&mut self, ctx: &Context) {
        let connector = self.open().and_then(|open| open.editor.selection().only_connector());
        if let Some(connector) = connector.cloned() {
            self.run(ctx, Command::Connector(ConnectorCommand::Reverse { connector }));
        }
    }

    /// The steps that are selected.
    fn selected_steps(&self) -> BTreeSet<StepId> {
        self.open().map(|open| open.editor.selection().steps.clone()).unwrap_or_default()
    }

    /// Adds a step behind the selected one, or in the middle of what is seen; its text is written next.
    pub(crate) fn insert_step(&mut self, ctx: &Context, kind: StepKind) {
        let (services, catalog) = (Arc::clone(&self.services), self.catalog());
        let mut messages = Vec::new();
        if let Some(open) = self.open_mut() {
            surface::insert(open, kind, (services.as_ref(), catalog), &mut messages);
        }
        for message in messages {
            self.dispatch(ctx, message);
        }
        self.with_open(|_, open| open.bring_selection_into_sight());
    }

    /// Adds a lane beside the one that is selected or holds what is selected; else at the end.
    pub(crate) fn insert_lane(&mut self, ctx: &Context, place: Place) {
        let entropy = self.services.entropy();
        let Some(open) = self.open() else { return };
        let Some(page) = open.page() else { return };
        let selection = open.editor.selection();
        let step = selection.steps.first().and_then(|id| page.steps.get(id));
        let chosen = selection.lanes.first().or(step.map(|step| &step.lane));
        let chosen = chosen.and_then(|id| page.lanes.iter().position(|lane| lane.id == *id));
        let at = beside(chosen, page.lanes.len(), place);
        let title = worded(&open.editor.document().languages(), |words| words.text("edit-new-lane"));
        let id = LaneId::mint("lane", entropy);
        self.run(ctx, Command::Lane(LaneCommand::Add { id, at, title, role: Role::Other }));
    }

    /// Adds a phase beside the one that is selected or holds what is selected; else at the end.
    pub(crate) fn insert_phase(&mut self, ctx: &Context, place: Place) {
        let entropy = self.services.entropy();
        let Some(open) = self.open() else { return };
        let Some(page) = open.page() else { return };
        let selection = open.editor.selection();
        let step = selection.steps.first().and_then(|id| page.steps.get(id));
        let chosen = selection.phases.first().or(step.and_then(|step| step.phase.as_ref()));
        let chosen = chosen.and_then(|id| page.phases.iter().position(|phase| phase.id == *id));
        let at = beside(chosen, page.phases.len(), place);
        let title = worded(&open.editor.document().languages(), |words| words.text("edit-new-phase"));
        let id = PhaseId::mint("phase", entropy);
        self.run(ctx, Command::Phase(PhaseCommand::Add { id, at, title }));
    }

    /// Adds a page behind the one that is shown.
    pub(crate) fn insert_page(&mut self, ctx: &Context) {
        let id = PageId::mint("page", self.services.entropy());
        let Some(open) = self.open() else { return };
        let Some(page) = open.page() else { return };
        let lanes = page.lanes.iter().map(|_| LaneId::mint("lane", self.services.entropy())).collect();
        let document = open.editor.document();
        let number = document.pages.len() + 1;
        let title = worded(&document.languages(), |words| {
            words.text_with("edit-new-page", &[("number", number.into())])
        });
        let command = PageCommand::Add { id, lanes, at: open.page_index() + 1, title };
        self.run(ctx, Command::Page(command));
    }
}

impl OpenDocument {
    /// The selected connectors whose labels a person placed.
    pub(crate) fn placed_labels(&self) -> BTreeSet<ConnectorId> {
        let selected = &self.editor.selection().connectors;
        let label = |connector: &Connector| connector.route.as_ref().and_then(|route| route.label);
        let is_placed = |connector: &Connector| label(connector).is_some_and(|label| label.pinned);
        let is_meant = |connector: &Connector| selected.contains(&connector.id) && is_placed(connector);
        self.page().map(|page| connectors(page, is_meant)).unwrap_or_default()
    }
}

/// The connectors of `page` that are meant.
fn connectors(page: &Page, is_meant: impl Fn(&Connector) -> bool) -> BTreeSet<ConnectorId> {
    let meant = page.connectors.values().filter(|connector| is_meant(connector));
    meant.map(|connector| connector.id.clone()).collect()
}

/// The position beside the chosen one of `count`; without one, the end.
fn beside(chosen: Option<usize>, count: usize, place: Place) -> usize {
    match (chosen, place) {
        (Some(at), Place::Before) => at,
        (Some(at), Place::After) => at + 1,
        (None, Place::Before) => 0,
        (None, Place::After) => count,
    }
}

/// `at`, or the nearest place between the lanes' edges.
pub(crate) fn on_grid(page: &Page, at: Point) -> Point {
    let grid = page.grid();
    Point::new(at.x.clamp(grid.x0, grid.x1), at.y.clamp(grid.y0, grid.y1))
}
