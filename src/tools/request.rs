//! What tools see, and what they ask for.

use crate::{
    edit::{Command, EditRequest, Selection, TextOf},
    geom::Point,
    model::{ConnectorId, StepId},
    scene::{Spot, View},
};

/// What a tool sees when something happens.
pub struct Stage<'a> {
    /// The page as it is shown.
    pub view: &'a View<'a>,
    /// What is selected.
    pub selection: &'a Selection,
    /// Screen points per document unit.
    pub zoom: f64,
    /// A fresh number for each new id.
    pub mint: &'a mut dyn FnMut() -> u32,
}

impl Stage<'_> {
    /// `points` on the screen as a length on the page.
    pub(super) fn doc(&self, points: f64) -> f64 {
        points / self.zoom.max(1e-6)
    }

    pub(super) fn step_id(&mut self, text: &str) -> StepId {
        StepId::mint(text, (self.mint)())
    }

    pub(super) fn connector_id(&mut self) -> ConnectorId {
        ConnectorId::mint("connector", (self.mint)())
    }
}

/// What a tool asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum ToolRequest {
    /// Of the editor.
    Edit(EditRequest),
    /// That a text be edited in its place.
    EditText {
        /// Which.
        of: TextOf,
        /// Letters that take the place of all that is there.
        typed: Option<String>,
    },
    /// That a symbol be chosen for a new step.
    AddStep {
        /// The middle of its place.
        at: Point,
        /// The step that will lead to it.
        from: Option<StepId>,
    },
    /// To go where a step leads beside its connectors.
    Follow(StepId),
    /// That a menu be shown.
    Menu {
        /// Where.
        at: Point,
        /// What it is about.
        on: Spot,
    },
}

impl ToolRequest {
    /// Do `command`.
    pub(super) const fn run(command: Command) -> Self {
        Self::Edit(EditRequest::Run(command))
    }

    /// Show what `command` would do.
    pub(super) const fn preview(command: Command) -> Self {
        Self::Edit(EditRequest::Preview(command))
    }

    /// Select `selection`.
    pub(super) const fn select(selection: Selection) -> Self {
        Self::Edit(EditRequest::Select(selection))
    }

    /// What was shown is done.
    pub(super) const COMMIT: Self = Self::Edit(EditRequest::Commit);
    /// What was shown is given up.
    pub(super) const CANCEL: Self = Self::Edit(EditRequest::Cancel);

    /// Edit `of` as it is.
    pub(super) const fn edit(of: TextOf) -> Self {
        Self::EditText { of, typed: None }
    }
}
