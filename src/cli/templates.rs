//! `laneway templates`.

use clap::ArgMatches;
use serde::Serialize;

use super::session::{Session, Status};
use crate::{
    locale::Lang,
    pipeline::{self, About},
    template::TEMPLATES,
};

#[derive(Serialize)]
struct Row {
    id: &'static str,
    title: String,
    description: String,
    languages: Vec<String>,
    lanes: usize,
    steps: usize,
}

/// Lists what a new chart may start from.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let lang = Lang::from(session.catalog.lang());
    let mut rows = Vec::new();
    for template in TEMPLATES {
        match pipeline::about(&template, &lang) {
            Ok(About { title, description, languages, lanes, steps }) => {
                let languages = languages.iter().map(ToString::to_string).collect();
                rows.push(Row { id: template.id, title, description, languages, lanes, steps });
            }
            Err(error) => session.fail(Status::Input, error.say(session.catalog)),
        }
    }
    if matches.get_flag("json") {
        super::output::print_json(session, &rows);
        return;
    }
    for row in rows {
        let counts = [("lanes", row.lanes.into()), ("steps", row.steps.into())];
        let counts = session.catalog.text_with("cli-templates-counts", &counts);
        session.print(format_args!("{}\n    {} ({counts}; {})", row.id, row.title, row.languages.join(", ")));
        session.print(format_args!("    {}", row.description));
    }
}
