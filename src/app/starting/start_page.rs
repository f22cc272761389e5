//! The start page of the window, and what is remembered from one start of the program to the next.

use std::{
    path::{Path, absolute},
    sync::Arc,
};

use eframe::egui::{Context, Ui};

use crate::app::{
    commands::AppCommand,
    dispatch::Message,
    laneway::Laneway,
    settings::home::Home,
    settings::stored::{RecentFile, Settings},
};
use crate::{
    locale::{Catalog, Lang},
    model::Document,
    ui::{
        start::{Choice, EntryId, Gallery, RecentRow, counts_text, start_ui},
        theme,
    },
};

/// What the start page shows.
#[derive(Default)]
pub(crate) struct StartPage {
    /// Made when it is first shown; the bundled templates are read once.
    gallery: Option<Gallery>,
    /// `None`: to be made anew, with the person's own templates.
    recent: Option<Vec<RecentRow>>,
}

impl StartPage {
    /// The interface speaks another language now.
    pub(crate) fn follow_interface(&mut self) {
        self.recent = None;
        if let Some(gallery) = &mut self.gallery {
            gallery.follow_interface();
        }
    }
}

impl Laneway {
    /// The same window for a person whose things are kept in `home`: their look, language and scale.
    #[must_use]
    pub fn at_home(mut self, ctx: &Context, home: Box<dyn Home>) -> Self {
        self.settings = home.load_settings();
        self.home = Some(home);
        self.panels = self.settings.panels;
        self.lang = self.settings.lang.unwrap_or(self.lang);
        ctx.set_theme(self.settings.look);
        ctx.set_zoom_factor(self.settings.scale);
        theme::calm(ctx, self.settings.is_calm);
        self
    }

    /// Changes what is remembered, and keeps it.
    pub(crate) fn remember(&mut self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.settings);
        let Some(home) = &self.home else { return };
        if let Err(reason) = home.save_settings(&self.settings, self.catalog()) {
            self.problem = Some(self.catalog().text_with("ui-settings-failed", &[("reason", reason.into())]));
        }
    }

    /// Draws the interface a step larger or smaller, or in the system's own size.
    pub(crate) fn scale(&mut self, ctx: &Context, is_larger: Option<bool>) {
        let now = (self.settings.scale * 100.0).round();
        let percent = match is_larger {
            Some(true) => SCALES.into_iter().find(|step| *step > now),
            Some(false) => SCALES.into_iter().rev().find(|step| *step < now),
            None => Some(100.0),
        };
        let scale = percent.unwrap_or(now) / 100.0;
        ctx.set_zoom_factor(scale);
        self.remember(|settings| settings.scale = scale);
        let words = [("percent", (scale * 100.0).round().into())];
        self.say(ctx, self.catalog().text_with("ui-scaled", &words));
    }

    /// Remembers that the file `path` was opened and what was `inside`; nothing, where it was not.
    pub(crate) fn note_opened(&mut self, path: &Path, inside: Option<(usize, usize)>) {
        self.start.recent = None;
        let now = self.home.as_ref().map(|home| home.now());
        if let (Some(inside), Some(now)) = (inside, now) {
            // A relative name would mean another file the next time.
            let path = absolute(path).unwrap_or_else(|_| path.to_owned());
            self.remember(|settings| settings.note_opened(&path, inside, now));
        }
    }

    /// Goes to the start page; files and templates may have come and gone since it was last seen.
    pub(crate) fn show_start_page(&mut self) {
        self.current = None;
        self.start.recent = None;
    }

    pub(crate) fn start_page_ui(&mut self, ui: &mut Ui, messages: &mut Vec<Message>) {
        let catalog = self.catalog();
        let gallery = self.start.gallery.get_or_insert_with(|| Gallery::new(self.services.templates()));
        if self.start.recent.is_none()
            && let Some(home) = &self.home
        {
            gallery.set_yours(home.user_templates(catalog));
        }
        let (home, files) = (self.home.as_deref(), &self.settings.recent);
        let recent = self.start.recent.get_or_insert_with(|| recent_rows(catalog, home, files));
        let services = self.services.as_ref();
        let draw = |document: &Document, lang: &Lang| services.scene(document, 0, lang);
        let choice = start_ui(ui, catalog, gallery, recent, &draw);
        messages.extend(choice.map(Message::Start));
    }

    pub(crate) fn start_chosen(&mut self, ctx: &Context, choice: Choice) {
        match choice {
            Choice::New => self.command(ctx, AppCommand::NewChart),
            Choice::Open => self.command(ctx, AppCommand::Open),
            Choice::Recent(path) => self.load(&path),
            Choice::Forget(path) => {
                self.remember(|settings| settings.forget(&path));
                if let Some(rows) = &mut self.start.recent {
                    rows.retain(|row| row.path != path);
                }
            }
            Choice::Template(id, lang) => self.open_entry(&id, &lang),
        }
    }

    /// Starts a chart from a document of the gallery.
    fn open_entry(&mut self, id: &EntryId, lang: &Lang) {
        let found = self.start.gallery.as_ref().and_then(|gallery| gallery.document(id));
        if let Some(document) = found {
            let document = document.clone().map(Arc::unwrap_or_clone);
            self.show(document, lang);
        }
    }
}

/// How many lanes the first page of `document` has, and how many steps all its pages.
pub(crate) fn counts(document: &Document) -> (usize, usize) {
    let lanes = document.pages.first().map_or(0, |page| page.lanes.len());
    (lanes, document.pages.iter().map(|page| page.steps.len()).sum())
}

fn recent_rows(catalog: &Catalog, home: Option<&dyn Home>, files: &[RecentFile]) -> Vec<RecentRow> {
    let Some(home) = home else { return Vec::new() };
    let now = home.now();
    let row = |file: &RecentFile| {
        let name = file.path.file_name().map(|name| name.to_string_lossy().into_owned());
        let when = ago(catalog, now.saturating_sub(file.opened));
        RecentRow {
            name: name.unwrap_or_else(|| file.path.display().to_string()),
            caption: format!("{when} · {}", counts_text(catalog, file.lanes, file.steps)),
            is_there: home.has_file(&file.path),
            path: file.path.clone(),
        }
    };
    files.iter().map(row).collect()
}

/// How large the interface can be drawn, in percent of the system's size.
const SCALES: [f32; 10] = [80.0, 90.0, 100.0, 110.0, 125.0, 140.0, 150.0, 160.0, 180.0, 200.0];

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// How long ago something was, in words. By the time gone by and not by the calendar, since the program knows no
/// time zones: what is called yesterday was between 24 and 48 hours ago.
fn ago(catalog: &Catalog, secs: u64) -> String {
    let count = |key: &str, count: u64| catalog.text_with(key, &[("count", count.into())]);
    match secs {
        0..MINUTE => catalog.text("ui-ago-now"),
        MINUTE..HOUR => count("ui-ago-minutes", secs / MINUTE),
        HOUR..DAY => count("ui-ago-hours", secs / HOUR),
        _ if secs < 14 * DAY => count("ui-ago-days", secs / DAY),
        _ if secs < 60 * DAY => count("ui-ago-weeks", secs / (7 * DAY)),
        _ => count("ui-ago-months", secs / (30 * DAY)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::UiLang;

    #[test]
    fn times_gone_by_read_as_people_say_them() {
        let table = [
            (5, "just now", "ahora mismo"),
            (61, "1 minute ago", "hace 1 minuto"),
            (7_300, "2 hours ago", "hace 2 horas"),
            (DAY, "yesterday", "ayer"),
            (3 * DAY, "3 days ago", "hace 3 días"),
            (20 * DAY, "2 weeks ago", "hace 2 semanas"),
            (400 * DAY, "13 months ago", "hace 13 meses"),
        ];
        for (secs, english, spanish) in table {
            assert_eq!(ago(Catalog::of(UiLang::En), secs), english);
            assert_eq!(ago(Catalog::of(UiLang::Es), secs), spanish);
        }
    }
}
