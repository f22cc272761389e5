//! What became of everything in a file, or will.

use eframe::egui::{Label, RichText, ScrollArea, Sense, Ui, vec2};

use crate::{
    interop::{Disposition, Report, ReportLine},
    locale::Catalog,
    model::StepId,
    ui::{
        chrome::dialog_heading,
        dialogs::{
            account::{AccountAnswer, copy_or_close_ui},
            frame::dialog_ui,
        },
        theme::{self, Tokens},
        widgets::strong,
    },
};

/// The height of the lines in the import dialog.
const LINES: f32 = 132.0;
/// The size of a dialog of its own: its width, and the height of its lines.
const ALONE: (f32, f32) = (640.0, 360.0);

/// Shows the sentence and the lines, what is lost first.
pub(super) fn outlook_ui(ui: &mut Ui, catalog: &Catalog, report: &Report) {
    lines_ui(ui, catalog, &report.outlook(catalog), report, LINES);
}

/// What a person asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportAnswer {
    /// To see a step that a line speaks of.
    Show(StepId),
    /// The lines as text in the clipboard.
    Copy,
    /// Nothing.
    Close,
}

/// Shows a report in a dialog of its own.
pub fn report_ui(ui: &Ui, catalog: &Catalog, heading: &str, report: &Report) -> Option<ReportAnswer> {
    let mut answer = None;
    let room = ui.ctx().content_rect().size() - vec2(64.0, 176.0);
    let closed = dialog_ui(ui, "report", ALONE.0.min(room.x), |ui| {
        dialog_heading(ui, heading);
        answer = lines_ui(ui, catalog, &report.summary(catalog), report, ALONE.1.min(room.y))
            .map(ReportAnswer::Show);
        answer = answer.take().or(copy_or_close_ui(ui, catalog).map(|asked| match asked {
            AccountAnswer::Copy => ReportAnswer::Copy,
            AccountAnswer::Close => ReportAnswer::Close,
        }));
    });
    answer.or(closed.then_some(ReportAnswer::Close))
}

/// The sentence and the lines; gives back the step of a line that was clicked.
pub(in crate::ui::dialogs) fn lines_ui(
    ui: &mut Ui,
    catalog: &Catalog,
    sentence: &str,
    report: &Report,
    height: f32,
) -> Option<StepId> {
    ui.add(Label::new(strong(sentence, theme::BODY)).wrap());
    let mut clicked = None;
    ScrollArea::vertical().id_salt("report-lines").max_height(height).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for item in report.items() {
            if line_ui(ui, catalog, item) {
                clicked.clone_from(&item.step);
            }
        }
    });
    clicked
}

/// One line; whether it was clicked. Only those that speak of a step can be.
fn line_ui(ui: &mut Ui, catalog: &Catalog, item: &ReportLine) -> bool {
    let tokens = Tokens::of(ui);
    let color = match item.disposition {
        Disposition::Refused | Disposition::Dropped => tokens.error,
        Disposition::Approximated | Disposition::AsProperty | Disposition::Kept => tokens.text,
    };
    let text = RichText::new(item.line(catalog)).color(color);
    if item.step.is_none() {
        ui.add(Label::new(text).wrap());
        return false;
    }
    let response = ui.add(Label::new(text).wrap().selectable(false).sense(Sense::click()));
    response.on_hover_text(catalog.text("ui-report-show")).clicked()
}
