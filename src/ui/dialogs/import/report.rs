//! What will become of everything in a file.

use eframe::egui::{Label, RichText, ScrollArea, Ui};

use crate::{
    interop::{Outcome, Report},
    locale::Catalog,
    ui::{theme::Tokens, widgets::strong},
};

/// The height of the lines.
const LINES: f32 = 132.0;

/// Shows the sentence and the lines, what is lost first.
pub(super) fn report_ui(ui: &mut Ui, catalog: &Catalog, report: &Report) {
    ui.add(Label::new(strong(report.summary(catalog), crate::ui::theme::BODY)).wrap());
    if report.items().is_empty() {
        return;
    }
    let tokens = Tokens::of(ui);
    ScrollArea::vertical().id_salt("import-report").max_height(LINES).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for item in report.items() {
            let color = match item.outcome {
                Outcome::Refused | Outcome::Dropped => tokens.error,
                Outcome::Approximated | Outcome::AsProperty | Outcome::Kept => tokens.text,
            };
            let line = format!("{}: {}", item.heading(catalog), item.say(catalog));
            ui.add(Label::new(RichText::new(line).color(color)).wrap());
        }
    });
}
