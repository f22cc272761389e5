//! `laneway new`.

use std::path::Path;

use clap::ArgMatches;

use super::{
    args::{path, string},
    replacing::Output,
    session::{Session, Status},
};
use crate::{
    pipeline::{self, ChartLanguages, untitled},
    template::{self, BLANK, TEMPLATES},
};

/// Writes a new document made from a template.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let id = string(matches, "template").unwrap_or_default();
    let Some(template) = template::find(id) else {
        let known: Vec<&str> = TEMPLATES.iter().map(|template| template.id).collect();
        let values = [("template", id.into()), ("known", known.join(", ").into())];
        session.fail_with(Status::Usage, "cli-no-such-template", &values);
        return;
    };
    let Ok(lang) = session.lang(string(matches, "lang")) else { return };
    let mut document = match pipeline::open_template(template) {
        Ok(document) => document,
        Err(error) => return session.fail(Status::Input, error.say(session.catalog)),
    };
    if let Some(lang) = &lang {
        if !document.languages().contains(lang) {
            let codes: Vec<String> = document.languages().iter().map(ToString::to_string).collect();
            let values = [("lang", lang.to_string().into()), ("known", codes.join(", ").into())];
            return session.fail_with(Status::Usage, "cli-template-lang", &values);
        }
        document.language = lang.clone();
    }
    if matches.get_flag("only") {
        let lang = lang.unwrap_or_else(|| session.catalog.lang().into());
        document = ChartLanguages::Only(lang).of(document);
    }
    if *template == BLANK {
        document = untitled(document, 1);
    }
    document.id = Some(document.mint_id(session.chance));
    let name = path(matches, "output").map_or_else(|| format!("{id}.ron").into(), Path::to_owned);
    Output { name: &name, anew: None, force: matches.get_flag("force") }.save(&document, session);
}
