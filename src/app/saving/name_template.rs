//! Texts that a person writes: of what is selected, and names of templates.

use eframe::egui::{Context, Ui};

use crate::app::{
    dispatch::Message,
    laneway::{Dialog, Laneway},
};
use crate::{
    edit::{Selection, TextOf},
    locale::Catalog,
    ui::dialogs::{LineAnswer, line_ui},
};

/// The dialog that asks for a template's name.
pub(crate) struct NameDialog {
    name: String,
}

impl NameDialog {
    pub(crate) fn ui(&mut self, ui: &Ui, catalog: &Catalog) -> Option<Message> {
        let words = ("ui-template-heading", "ui-template-name", None);
        line_ui(ui, catalog, words, &mut self.name).map(Message::Named)
    }
}

impl Laneway {
    pub(crate) fn ask_template_name(&mut self) {
        let Some(open) = self.open() else { return };
        let document = open.editor.document();
        let name = open.read(&document.title);
        self.dialog = Some(Dialog::Name(NameDialog { name }));
    }

    pub(crate) fn named(&mut self, ctx: &Context, answer: LineAnswer) {
        let Some(Dialog::Name(NameDialog { name })) = self.dialog.take() else { return };
        match answer {
            LineAnswer::Take => self.save_template(ctx, name.trim()),
            LineAnswer::Cancel => {}
        }
    }

    /// Lets the text of what is selected be written in its place.
    pub(crate) fn write_selected(&mut self) {
        let Some(open) = self.open_mut() else { return };
        if let Some(of) = text_of_only(open.editor.selection()) {
            open.canvas.write(of);
        }
    }
}

/// The text of the only thing that is selected.
fn text_of_only(selection: &Selection) -> Option<TextOf> {
    let step = selection.only_step().map(|id| TextOf::Step(id.clone()));
    let connector = selection.only_connector().map(|id| TextOf::Connector(id.clone()));
    let lane = selection.only_lane().map(|id| TextOf::Lane(id.clone()));
    let phase = selection.only_phase().map(|id| TextOf::Phase(id.clone()));
    step.or(connector).or(lane).or(phase)
}
