//! What a panel is given, and what comes back.

use std::{collections::BTreeMap, sync::Arc};

use eframe::egui::Id;

use super::outline::OutlineOrder;
use crate::{
    edit::{EditRequest, Selection, TextOf},
    flow::Flows,
    geom::Point,
    locale::{Catalog, Lang},
    model::{
        Connector, ConnectorId, Document, End, Lane, LaneId, Page, PageId, Phase, PhaseId, Step, StepId,
        StepKind, Text,
    },
    text::markup,
    validate::{Diagnostic, Fix, Target},
};

/// Something that the check found.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// What is wrong.
    pub found: Diagnostic,
    /// What puts it right, the likeliest first.
    pub fixes: Vec<Fix>,
}

/// What panels show: a document as it is seen now.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The document.
    pub document: &'a Document,
    /// The page that is shown.
    pub page: &'a Page,
    /// What is selected on it.
    pub selection: &'a Selection,
    /// The languages that its labels are in, its own first.
    pub languages: &'a [Lang],
    /// The language that the chart is read in.
    pub lang: &'a Lang,
    /// The language of the interface.
    pub catalog: &'a Catalog,
    /// The flow of each page.
    pub flows: &'a Flows,
    /// What the check found last; may be of a slightly older state of the document.
    pub problems: &'a [Problem],
    /// The groups of the properties that a person opened or folded.
    pub groups: &'a BTreeMap<String, bool>,
    /// Chance, for the ids of what is added.
    pub mint: &'a dyn Fn() -> u32,
}

/// What a person asked for in a panel.
#[derive(Clone, Debug, PartialEq)]
pub enum PanelRequest {
    /// Change the document.
    Edit(EditRequest),
    /// Delete what is selected; a lane or a phase only after asking what becomes of its steps.
    DeleteSelected,
    /// The next click on the canvas puts a symbol there.
    Arm(StepKind),
    /// Put a symbol behind the selected step, or into the middle of what is seen.
    Add(StepKind),
    /// Show the symbols as a list with names, or else as a grid.
    ListSymbols(bool),
    /// Open or fold a group of the properties.
    Fold {
        /// Its name in the catalogue.
        group: String,
        /// Whether it is to be open.
        is_open: bool,
    },
    /// List the steps by this.
    OrderOutline(OutlineOrder),
    /// Show another page.
    ShowPage(PageId),
    /// Select something and bring it to the middle of the canvas.
    Jump {
        /// On which page.
        page: PageId,
        /// What.
        to: Selection,
    },
    /// Select a step and put the cursor into its text.
    Write(StepId),
    /// Read the chart in another language.
    Read(Lang),
    /// Ask in which other language the chart is to be read.
    AddLanguage,
    /// Ask which language goes.
    RemoveLanguage,
    /// Bring a point of the page to the middle of the canvas.
    Centre(Point),
    /// Ask which of its proposals a fix is to be, and do that.
    AskFix(Fix),
    /// Say why something was not done.
    Refuse(String),
}

impl<'a> Shown<'a> {
    /// What a reader of the chart sees of `text`, on one line and without markup.
    pub(super) fn read(&self, text: &Text) -> String {
        markup::one_line(text.get(self.lang, &self.document.language))
    }

    /// The steps in the order of the flow.
    pub(super) fn steps_in_order(&self) -> Vec<&'a Arc<Step>> {
        self.flows.of_page(self.document, self.page).order(self.page)
    }

    /// What a list calls a step: its text, or else its kind.
    pub(super) fn step_name(&self, step: &Step) -> String {
        let text = self.read(&step.text);
        if text.is_empty() { crate::scene::kind_name(self.catalog, step.kind) } else { text }
    }

    /// What a list calls a lane or phase: its title, or else its id.
    pub(super) fn band_name(&self, title: &Text, id: &str) -> String {
        let title = self.read(title);
        if title.is_empty() { id.to_owned() } else { title }
    }

    /// `Text (Spanish)`.
    pub(super) fn in_language(&self, name: &str, lang: &Lang) -> String {
        let language = lang.name_in_phrase(self.catalog);
        self.catalog.text_with("panel-in", &[("name", name.into()), ("language", language.into())])
    }

    /// What a list calls an end of a connector.
    pub(super) fn end_name(&self, end: &End) -> String {
        let step = end.step().and_then(|id| self.page.steps.get(id));
        step.map_or_else(|| self.catalog.text("panel-nothing"), |step| self.step_name(step))
    }

    /// The step `id` of the page.
    pub(super) fn step(&self, id: &StepId) -> Option<&'a Step> {
        self.page.steps.get(id).map(AsRef::as_ref)
    }

    /// The connector `id` of the page.
    pub(super) fn connector(&self, id: &ConnectorId) -> Option<&'a Connector> {
        self.page.connectors.get(id).map(AsRef::as_ref)
    }

    /// The lane `id` of the page.
    pub(super) fn lane(&self, id: &LaneId) -> Option<&'a Lane> {
        self.page.lanes.iter().find(|lane| lane.id == *id).map(AsRef::as_ref)
    }

    /// The phase `id` of the page.
    pub(super) fn phase(&self, id: &PhaseId) -> Option<&'a Phase> {
        self.page.phases.iter().find(|phase| phase.id == *id).map(AsRef::as_ref)
    }

    /// What the document says there now; `None` where the record is gone.
    pub(super) fn text_of(&self, of: &TextOf) -> Option<&'a Text> {
        of.find(self.document, self.page)
    }
}

/// The field of the properties in which `of` is written.
pub(super) fn text_field_id(of: &TextOf, lang: &Lang) -> Id {
    Id::unique(format!("panel-text-{of:?}-{lang}"))
}

/// What is to be selected so that a person sees what a diagnostic is about.
pub(super) fn selection_of(target: &Target) -> Selection {
    match target {
        Target::Document | Target::Page(_) => Selection::default(),
        Target::Lane(id) => Selection::lane(id.clone()),
        Target::Phase(id) => Selection::phase(id.clone()),
        Target::Step(id) => Selection::step(id.clone()),
        Target::Connector(id) => Selection::connector(id.clone()),
    }
}
