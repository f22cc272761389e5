//! The start page of the window.

use eframe::egui::Ui;

use crate::{
    app::{
        commands::command::{AppCommand, OpenCommand},
        documents::tabs::Documents,
        effect::Effect,
        env::Env,
        opening::{
            new_chart::{start, start_blank},
            open_files::not_opened,
        },
        settings::{home::Home, stored::RecentFile},
    },
    locale::{Catalog, Lang, say_path},
    model::Document,
    pipeline::ChartLanguages,
    template::BLANK,
    ui::start::{Choice, EntryId, Gallery, RecentRow, counts_text, start_ui},
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

impl StartPage {
    /// Files and templates may have come and gone since it was last seen.
    pub(crate) fn look_anew(&mut self) {
        self.recent = None;
    }

    /// Shows the page, with the files that were opened lately.
    pub(crate) fn ui(&mut self, ui: &mut Ui, env: &Env, files: &[RecentFile]) -> Option<Choice> {
        let services = env.services.as_ref();
        let gallery = self.gallery.get_or_insert_with(|| Gallery::new(services.templates()));
        if self.recent.is_none()
            && let Some(home) = &env.home
        {
            gallery.set_yours(home.user_templates());
        }
        let home = env.home.as_deref();
        let recent = self.recent.get_or_insert_with(|| recent_rows(env.catalog, home, files));
        let draw = |document: &Document, lang: &Lang| services.scene(document, 0, lang);
        start_ui(ui, env.catalog, gallery, recent, &draw)
    }

    /// Does what was chosen.
    pub(crate) fn update(&mut self, documents: &mut Documents, env: &Env, choice: Choice) -> Vec<Effect> {
        match choice {
            Choice::New => start_blank(documents, env, &self.languages(env)),
            Choice::Open => vec![Effect::Run(AppCommand::Open(OpenCommand::Files))],
            Choice::Recent(path) => vec![Effect::ForgetProblems, Effect::Open(vec![path])],
            Choice::Forget(path) => {
                if let Some(rows) = &mut self.recent {
                    rows.retain(|row| row.path != path);
                }
                vec![Effect::Forget(path)]
            }
            // A chart is started from a document of the gallery.
            Choice::Template(EntryId::Bundled(id)) if id == BLANK.id => {
                start_blank(documents, env, &self.languages(env))
            }
            Choice::Template(id) => {
                let languages = self.languages(env);
                let found = self.gallery.as_ref().and_then(|gallery| gallery.document(&id));
                match found {
                    Some(Ok(document)) => start(documents, env, Document::clone(document), &languages),
                    Some(Err(error)) => not_opened(env, error),
                    None => Vec::new(),
                }
            }
        }
    }
}

impl StartPage {
    /// The languages that a chart has which is started here.
    fn languages(&self, env: &Env) -> ChartLanguages {
        let gallery = self.gallery.as_ref();
        gallery
            .map_or_else(|| ChartLanguages::Only(env.lang()), |gallery| gallery.chart_languages(env.lang()))
    }
}

fn recent_rows(catalog: &Catalog, home: Option<&dyn Home>, files: &[RecentFile]) -> Vec<RecentRow> {
    let Some(home) = home else { return Vec::new() };
    let now = home.now();
    let row = |file: &RecentFile| {
        let when = ago(catalog, now.saturating_sub(file.opened));
        RecentRow {
            name: say_path(file.path.file_name().unwrap_or(file.path.as_os_str())),
            caption: format!("{when} · {}", counts_text(catalog, file.lanes, file.steps)),
            is_there: home.has_file(&file.path),
            path: file.path.clone(),
        }
    };
    files.iter().map(row).collect()
}

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// How long ago something was, in words. By the time gone by and not by the calendar, since the program knows no
/// time zones: what is called yesterday was between 24 and 48 hours ago.
pub(crate) fn ago(catalog: &Catalog, secs: u64) -> String {
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
