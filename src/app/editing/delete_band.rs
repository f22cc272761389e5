//! Deleting lanes and phases: what becomes of the steps in them.

use eframe::egui::{Context, Ui};

use crate::app::{
    dispatch::Message,
    laneway::{Dialog, Laneway},
};
use crate::{
    edit::{Command, Content, LaneCommand, PhaseCommand},
    locale::Catalog,
    model::{LaneId, PhaseId},
    ui::dialogs::{BandAnswer, BandQuestion, band_ui},
};

/// A lane or a phase that is to be deleted although there are steps in it.
pub(crate) struct BandDialog {
    band: Band,
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
enum Band {
    Lane(LaneId, Vec<LaneId>),
    Phase(PhaseId, Vec<PhaseId>),
}

impl BandDialog {
    pub(crate) fn ui(&mut self, ui: &Ui, catalog: &Catalog) -> Option<Message> {
        let (heading, where_to) = match self.band {
            Band::Lane(..) => ("ui-delete-lane", "ui-move-to-lane"),
            Band::Phase(..) => ("ui-delete-phase", "ui-move-to-phase"),
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
        band_ui(ui, &question, &mut self.chosen).map(Message::Band)
    }
}

impl Laneway {
    pub(crate) fn delete_lane(&mut self, ctx: &Context, lane: LaneId) {
        let Some(open) = self.open() else { return };
        let Some(page) = open.page() else { return };
        let count = page.steps.values().filter(|step| step.lane == lane).count();
        // The last lane stays; the editor says so.
        if count == 0 || page.lanes.len() < 2 {
            return self.run(ctx, Command::Lane(LaneCommand::Delete { lane, content: Content::Delete }));
        }
        let title = page.lane_band(&lane).map(|(own, _, _)| open.read(&own.title)).unwrap_or_default();
        let others: Vec<_> = page.lanes.iter().filter(|other| other.id != lane).collect();
        let places = others.iter().map(|other| open.read(&other.title)).collect();
        let band = Band::Lane(lane, others.iter().map(|other| other.id.clone()).collect());
        self.dialog = Some(Dialog::Band(BandDialog { band, title, count, places, chosen: 0 }));
    }

    pub(crate) fn delete_phase(&mut self, ctx: &Context, phase: PhaseId) {
        let Some(open) = self.open() else { return };
        let Some(page) = open.page() else { return };
        let count = page.steps.values().filter(|step| step.phase.as_ref() == Some(&phase)).count();
        // Without other phases the steps belong to none and stay.
        if count == 0 || page.phases.len() < 2 {
            return self.run(ctx, Command::Phase(PhaseCommand::Delete { phase, content: None }));
        }
        let title = page.phase_band(&phase).map(|(own, _, _)| open.read(&own.title)).unwrap_or_default();
        let others: Vec<_> = page.phases.iter().filter(|other| other.id != phase).collect();
        let places = others.iter().map(|other| open.read(&other.title)).collect();
        let band = Band::Phase(phase, others.iter().map(|other| other.id.clone()).collect());
        self.dialog = Some(Dialog::Band(BandDialog { band, title, count, places, chosen: 0 }));
    }

    pub(crate) fn band_answered(&mut self, ctx: &Context, answer: BandAnswer) {
        let Some(Dialog::Band(BandDialog { band, chosen, .. })) = self.dialog.take() else { return };
        let command = match (band, answer) {
            (_, BandAnswer::Cancel) => return,
            (Band::Lane(lane, _), BandAnswer::Delete) => {
                Command::Lane(LaneCommand::Delete { lane, content: Content::Delete })
            }
            (Band::Phase(phase, _), BandAnswer::Delete) => {
                Command::Phase(PhaseCommand::Delete { phase, content: Some(Content::Delete) })
            }
            (Band::Lane(lane, others), BandAnswer::Move) => {
                let Some(to) = others.get(chosen).cloned() else { return };
                Command::Lane(LaneCommand::Delete { lane, content: Content::MoveTo(to) })
            }
            (Band::Phase(phase, others), BandAnswer::Move) => {
                let Some(to) = others.get(chosen).cloned() else { return };
                Command::Phase(PhaseCommand::Delete { phase, content: Some(Content::MoveTo(to)) })
            }
        };
        self.run(ctx, command);
    }
}
