//! Names that a person types in: of what is selected, and of templates.

use eframe::egui::{Context, Ui};

use super::{
    dispatch::Message,
    laneway::{Dialog, Laneway},
    open_document::{OpenDocument, plain},
};
use crate::{
    edit::{Command, TextOf},
    locale::Catalog,
    model::Text,
    ui::dialogs::{LineAnswer, line_ui},
};

/// What gets a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// The document, as a template.
    Template,
    /// A text of the document.
    Text(TextOf),
}

/// The dialog that asks for a name.
pub(super) struct NameDialog {
    named: Named,
    name: String,
}

impl NameDialog {
    pub(super) fn ui(&mut self, ui: &Ui, catalog: &Catalog) -> Option<Message> {
        let words = match self.named {
            Named::Template => ("ui-template-heading", "ui-template-name"),
            Named::Text(_) => ("ui-rename-heading", "ui-rename-text"),
        };
        line_ui(ui, catalog, words, &mut self.name).map(Message::Named)
    }
}

impl Laneway {
    pub(super) fn ask_template_name(&mut self) {
        let Some(open) = self.open() else { return };
        let document = open.editor.document();
        let name = plain(document.title.get(&open.lang, &document.language));
        self.dialog = Some(Dialog::Name(NameDialog { named: Named::Template, name }));
    }

    pub(super) fn ask_new_text(&mut self) {
        let Some(open) = self.open() else { return };
        let Some((of, text)) = selected_text(open) else { return };
        let name = text.get(&open.lang, &open.editor.document().language).replace('\n', " ");
        self.dialog = Some(Dialog::Name(NameDialog { named: Named::Text(of), name }));
    }

    pub(super) fn named(&mut self, ctx: &Context, answer: LineAnswer) {
        let Some(Dialog::Name(NameDialog { named, name })) = self.dialog.take() else { return };
        if answer == LineAnswer::Cancel {
            return;
        }
        match named {
            Named::Template => self.save_template(ctx, name.trim()),
            Named::Text(of) => {
                let Some(lang) = self.open().map(|open| open.lang.clone()) else { return };
                self.run(ctx, Command::SetText { of, lang, text: name.trim().to_owned() });
            }
        }
    }
}

/// The text of the only thing that is selected.
pub(super) fn selected_text(open: &OpenDocument) -> Option<(TextOf, &Text)> {
    let (page, selection) = (open.page()?, open.editor.selection());
    let step = selection.only_step().and_then(|id| page.steps.get(id));
    let step = step.map(|step| (TextOf::Step(step.id.clone()), &step.text));
    let connector = selection.only_connector().and_then(|id| page.connectors.get(id));
    let connector = connector.map(|own| (TextOf::Connector(own.id.clone()), &own.label));
    let lane = selection.only_lane().and_then(|id| page.lane_band(id));
    let lane = lane.map(|(lane, _, _)| (TextOf::Lane(lane.id.clone()), &lane.title));
    let phase = selection.only_phase().and_then(|id| page.phase_band(id));
    let phase = phase.map(|(phase, _, _)| (TextOf::Phase(phase.id.clone()), &phase.title));
    step.or(connector).or(lane).or(phase)
}
