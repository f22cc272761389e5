//! What lies over the whole window: the dialog that is open, and the veil while a file is held over it.

use eframe::egui::{self, Ui, vec2};

use crate::app::{
    dispatch::Message,
    laneway::{Dialog, Laneway, Purpose},
    shell::menus::shortcut_rows,
};
use crate::{
    locale::Catalog,
    ui::{
        dialogs,
        theme::{self, Tokens},
    },
};

/// Says that a file may be let go.
pub(crate) fn drop_veil_ui(ui: &Ui, catalog: &Catalog) {
    if ui.input(|i| i.raw.hovered_files.is_empty()) {
        return;
    }
    let id = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop-veil"));
    let painter = ui.ctx().layer_painter(id);
    let (rect, tokens) = (ui.ctx().content_rect(), Tokens::of(ui));
    painter.rect_filled(rect, 0, tokens.veil);
    let font = theme::font(crate::text::Face::SemiBold, theme::HEADING);
    let galley = painter.layout_no_wrap(catalog.text("ui-drop-here"), font, tokens.text);
    let card = egui::Rect::from_center_size(rect.center(), galley.size() + vec2(48.0, 32.0));
    painter.rect_filled(card, theme::CARD_RADIUS, tokens.surface);
    painter.galley(card.center() - galley.size() / 2.0, galley, tokens.text);
}

impl Laneway {
    /// The dialog that is open, if any.
    pub(crate) fn dialog_ui(&mut self, ui: &Ui, messages: &mut Vec<Message>) {
        let catalog = self.catalog();
        let closing = |is_open: bool| (!is_open).then_some(Message::CloseDialog);
        let asked = match &self.dialog {
            Some(Dialog::Ask(ask)) => self.ask_ui(ui, ask),
            _ => None,
        };
        messages.extend(asked);
        let answer = match &mut self.dialog {
            None | Some(Dialog::Ask(_)) => None,
            Some(Dialog::About) => closing(dialogs::about_ui(ui, catalog)),
            Some(Dialog::Shortcuts) => {
                let rows = shortcut_rows(ui.ctx(), catalog);
                closing(dialogs::shortcuts_ui(ui, catalog, &rows))
            }
            Some(Dialog::Path { purpose, path, problem, .. }) => {
                let heading = match purpose {
                    Purpose::Open => "ui-path-open",
                    Purpose::Save(_) => "ui-path-save",
                    Purpose::Export => "ui-path-export",
                    Purpose::Import => "ui-path-import",
                    Purpose::Table(..) => "ui-path-table",
                };
                let problem = problem.as_deref();
                dialogs::line_ui(ui, catalog, (heading, "ui-path", problem), path).map(Message::PathDialog)
            }
            Some(Dialog::Name(name)) => name.ui(ui, catalog),
            Some(Dialog::Band(band)) => band.ui(ui, catalog),
            Some(Dialog::Find(finder)) => {
                let words = (catalog.text("ui-find"), catalog.text("ui-nothing-found"));
                finder.ui(ui, (&words.0, &words.1))
            }
            Some(Dialog::Table(table)) => {
                let open = self.current.and_then(|current| self.docs.get(current));
                open.and_then(|open| table.ui(ui, (self.services.as_ref(), catalog), open))
            }
            Some(Dialog::Report(report)) => {
                let heading = catalog.text("ui-report");
                dialogs::report_ui(ui, catalog, &heading, report).map(Message::Report)
            }
            Some(Dialog::Import(import)) => import.ui(ui, (self.services.as_ref(), catalog)),
            Some(Dialog::Export(export)) => {
                let open = self.current.and_then(|current| self.docs.get(current));
                open.and_then(|open| export.ui(ui, catalog, open, &self.services)).map(Message::Export)
            }
        };
        messages.extend(answer);
    }
}
