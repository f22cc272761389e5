//! Deleting lanes and phases: what becomes of the steps in them.

use eframe::egui::Ui;

use crate::{
    app::documents::open_document::OpenDocument,
    edit::{Command, Content, LaneCommand, PhaseCommand},
    locale::Catalog,
    model::{LaneId, Page, PhaseId},
    ui::dialogs::{BandAnswer, BandQuestion, band_ui},
};

/// A lane or a phase that is to be deleted although there are steps in it.
pub(crate) struct BandDialog {
    band: DeletedBand,
    /// What it is called.
    title: String,
    /// How many steps are in it.
    count: usize,
    /// The others of its kind.
    places: Vec<String>,
    /// The position of the one that gets the steps.
    chosen: usize,
}

/// What is deleted, and the others that could get its steps.
enum DeletedBand {
    Lane(LaneId, Vec<LaneId>),
    Phase(PhaseId, Vec<PhaseId>),
}

impl BandDialog {
    pub(crate) fn ui(&mut self, ui: &Ui, catalog: &Catalog) -> Option<BandAnswer> {
        let (heading, where_to) = match self.band {
            DeletedBand::Lane(..) => ("ui-delete-lane", "ui-move-to-lane"),
            DeletedBand::Phase(..) => ("ui-delete-phase", "ui-move-to-phase"),
        };
        let question = BandQuestion {
            heading: catalog.text_with(heading, &[("title", self.title.as_str().into())]),
            text: catalog.text_with("ui-band-steps", &[("count", self.count.into())]),
            where_to: catalog.text(where_to),
            places: &self.places,
            answers: [
                catalog.text("ui-move-steps"),
                catalog.text("ui-delete-steps"),
                catalog.text("ui-cancel"),
            ],
        };
        band_ui(ui, &question, &mut self.chosen)
    }
}

impl BandDialog {
    /// The question that is to be asked before what is selected is deleted; `None` where there is none.
    pub(crate) fn about(open: &OpenDocument, page: &Page) -> Option<Self> {
        let selection = open.editor.selection();
        let dialog = match (selection.only_lane(), selection.only_phase()) {
            (Some(lane), _) => Self::about_lane(open, page, lane),
            (_, Some(phase)) => Self::about_phase(open, page, phase),
            (None, None) => return None,
        };
        // Where there are no steps, or no other band for them, there is nothing to be asked.
        (dialog.count > 0 && !dialog.places.is_empty()).then_some(dialog)
    }

    fn about_lane(open: &OpenDocument, page: &Page, lane: &LaneId) -> Self {
        let count = page.steps.values().filter(|step| step.lane == *lane).count();
        let title = page.lane_band(lane).map(|(own, _, _)| open.read(&own.title)).unwrap_or_default();
        let others: Vec<_> = page.lanes.iter().filter(|other| other.id != *lane).collect();
        let places = others.iter().map(|other| open.read(&other.title)).collect();
        let others = others.iter().map(|other| other.id.clone()).collect();
        Self { band: DeletedBand::Lane(lane.clone(), others), title, count, places, chosen: 0 }
    }

    fn about_phase(open: &OpenDocument, page: &Page, phase: &PhaseId) -> Self {
        let count = page.steps.values().filter(|step| step.phase.as_ref() == Some(phase)).count();
        let title = page.phase_band(phase).map(|(own, _, _)| open.read(&own.title)).unwrap_or_default();
        let others: Vec<_> = page.phases.iter().filter(|other| other.id != *phase).collect();
        let places = others.iter().map(|other| open.read(&other.title)).collect();
        let others = others.iter().map(|other| other.id.clone()).collect();
        Self { band: DeletedBand::Phase(phase.clone(), others), title, count, places, chosen: 0 }
    }

    /// What the answer asks of the editor; `None`: nothing.
    pub(crate) fn answered(self, answer: BandAnswer) -> Option<Command> {
        let Self { band, chosen, .. } = self;
        let content = match answer {
            BandAnswer::Cancel => return None,
            BandAnswer::Delete => None,
            BandAnswer::Move => Some(chosen),
        };
        match band {
            DeletedBand::Lane(lane, others) => {
                let content = match content {
                    Some(chosen) => Content::MoveTo(others.get(chosen)?.clone()),
                    None => Content::Delete,
                };
                Some(Command::Lane(LaneCommand::Delete { lane, content }))
            }
            DeletedBand::Phase(phase, others) => {
                let content = match content {
                    Some(chosen) => Content::MoveTo(others.get(chosen)?.clone()),
                    None => Content::Delete,
                };
                Some(Command::Phase(PhaseCommand::Delete { phase, content: Some(content) }))
            }
        }
    }
}
