//! The list of the steps that follow a step: each with what its connector says, and a field to find another one.

use eframe::egui::{Align, Id, Label, Layout, Ui};

use super::{
    next,
    picker::{Picked, Picker},
    rows::Rows,
};
use crate::{
    edit::{Command, EditRequest, Selection, TextOf},
    model::StepId,
    ui::{
        panels::{
            PanelRequest, Shown,
            choice::small_button,
            field::{Lines, Named},
            form::Form,
        },
        theme::BODY,
        widgets::strong,
    },
};

/// What follows a step, open to be changed.
pub(super) struct Links {
    pub(super) step: StepId,
    picker: Picker<StepId>,
}

impl Links {
    /// What follows `step`; `typed` begins the name of another one.
    pub(super) fn new(shown: &Shown<'_>, step: &StepId, typed: &str) -> Self {
        Self { step: step.clone(), picker: picker(shown, step, typed) }
    }

    pub(super) fn type_more(&mut self, text: &str) {
        self.picker.type_more(text);
    }

    /// Shows the list; whether it was closed.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        rows: &Rows,
        out: &mut Vec<PanelRequest>,
    ) -> bool {
        let mut form = Form { ui, shown, out };
        let ways: Vec<_> = next::ways(shown, rows, &self.step).collect();
        for (way, to) in ways {
            let name = shown.step_name(to);
            let is_gone = form
                .ui
                .horizontal(|ui| {
                    let remove =
                        shown.catalog.text_with("panel-property-remove", &[("name", name.as_str().into())]);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let is_gone = small_button(ui, "×", &remove);
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            ui.add(Label::new(strong(format!("› {name}"), BODY)).truncate());
                        });
                        is_gone
                    })
                    .inner
                })
                .inner;
            if is_gone {
                form.run(Command::Delete { what: Selection::connector(way.id.clone()), heal: false });
            }
            let label = form.say("panel-label");
            // The properties may have a field for the same text.
            let id = Id::unique(("panel-table-label", way.id.as_str()));
            let value = way.label.exactly(shown.lang).unwrap_or_default();
            form.written(Named { label: &label, id }, value, Lines::One, &|text| {
                let of = TextOf::Connector(way.id.clone());
                Command::SetText { of, lang: shown.lang.clone(), text: text.to_owned() }
            });
            form.ui.separator();
        }
        form.finish_what_is_gone();
        let words = ["panel-table-add-next", "panel-no-step-found"].map(|key| shown.catalog.text(key));
        match self.picker.ui(ui, &words[0], &words[1]) {
            Some(Picked::Chosen(to)) => {
                let connect = next::connect(shown, &self.step, &to, String::new());
                // What is being worked on is the step and not its new connector.
                let back = EditRequest::Select(Selection::step(self.step.clone()));
                out.extend([EditRequest::Run(connect), back].map(PanelRequest::Edit));
                self.picker = picker(shown, &self.step, "");
                false
            }
            Some(Picked::Closed) => true,
            None => false,
        }
    }
}

fn picker(shown: &Shown<'_>, step: &StepId, typed: &str) -> Picker<StepId> {
    let others = shown.steps_in_order().into_iter().filter(|other| other.id != *step);
    let options = others.map(|other| (other.id.clone(), shown.step_name(other))).collect();
    Picker::new(options, None, typed)
}
