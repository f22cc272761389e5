//! Which of several ways to put something right is meant: each is shown on the chart while it is chosen.

use eframe::egui::Ui;

use crate::{
    app::{documents::open_document::OpenDocument, effect::Effect},
    edit::{Command, EditRequest},
    locale::Catalog,
    model::Page,
    ui::dialogs::{ProposalQuestion, proposals_ui},
    validate::{Fix, Proposal},
};

/// What was answered.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum FixAnswer {
    /// To show what this would do.
    Show(Command),
    /// To do what is shown.
    Done,
    /// Nothing.
    Cancel,
}

impl FixAnswer {
    /// What follows from it.
    pub(crate) fn effects(self) -> Vec<Effect> {
        match self {
            Self::Show(command) => vec![Effect::Edit(EditRequest::Preview(command))],
            Self::Done => vec![Effect::Edit(EditRequest::Commit), Effect::CloseDialog],
            Self::Cancel => vec![Effect::Edit(EditRequest::Cancel), Effect::CloseDialog],
        }
    }
}

/// A fix that is a guess, and the ways to do it.
pub(crate) struct FixQuestion {
    heading: String,
    names: Vec<String>,
    proposals: Vec<Proposal>,
    chosen: usize,
    /// The proposal that is shown on the chart.
    shown: Option<usize>,
}

impl FixQuestion {
    /// About the `proposals` of `fix`, on `page`.
    pub(crate) fn about(open: &OpenDocument, page: &Page, catalog: &Catalog, fix: Fix) -> Self {
        let heading = fix.say(catalog, &|_| String::new());
        let name = |id: &_| page.steps.get(id).map(|step| open.step_name(catalog, step)).unwrap_or_default();
        let names = fix.proposals.iter().map(|proposal| proposal.say(catalog, &name)).collect();
        Self { heading, names, proposals: fix.proposals, chosen: 0, shown: None }
    }

    pub(crate) fn ui(&mut self, ui: &Ui, catalog: &Catalog) -> Option<FixAnswer> {
        let text = catalog.text("ui-fix-which");
        let question = ProposalQuestion {
            heading: &self.heading,
            text: &text,
            proposals: &self.names,
            answers: [catalog.text("ui-fix-do"), catalog.text("ui-cancel")],
        };
        match proposals_ui(ui, &question, &mut self.chosen) {
            Some(true) => return Some(FixAnswer::Done),
            Some(false) => return Some(FixAnswer::Cancel),
            None => {}
        }
        if self.shown == Some(self.chosen) {
            return None;
        }
        self.shown = Some(self.chosen);
        self.proposals.get(self.chosen).map(|proposal| FixAnswer::Show(proposal.command.clone()))
    }
}
