//! `laneway info`.

use clap::ArgMatches;
use serde::Serialize;

use super::{args::required_path, output::print_json, session::Session};
use crate::pipeline::Chart;

#[derive(Serialize)]
struct Info {
    title: String,
    version: Option<u32>,
    languages: Vec<String>,
    pages: Vec<PageInfo>,
}

#[derive(Serialize)]
struct PageInfo {
    title: String,
    lanes: usize,
    pools: usize,
    phases: usize,
    steps: usize,
    connectors: usize,
}

impl Info {
    fn of(chart: &Chart) -> Self {
        let document = &chart.document;
        let pages = document.pages.iter().map(|page| PageInfo {
            title: document.page_title(page, &document.language).to_owned(),
            lanes: page.lanes.len(),
            pools: page.pools.len(),
            phases: page.phases.len(),
            steps: page.steps.len(),
            connectors: page.connectors.len(),
        });
        Self {
            title: document.title.get(&document.language, &document.language).to_owned(),
            version: chart.version,
            languages: document.languages().iter().map(ToString::to_string).collect(),
            pages: pages.collect(),
        }
    }
}

/// Says what a file holds.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let Some(chart) = session.chart(required_path(matches, "input")) else { return };
    let info = Info::of(&chart);
    if matches.get_flag("json") {
        return print_json(session, &info);
    }
    let catalog = session.catalog;
    session.print(&info.title);
    let languages = ("languages", info.languages.join(", ").into());
    let about = match info.version {
        Some(version) => catalog.text_with("cli-info-about-file", &[("version", version.into()), languages]),
        None => catalog.text_with("cli-info-about-geometry", &[languages]),
    };
    session.print(format_args!("    {about}"));
    for page in info.pages {
        let counts = [
            ("title", page.title.into()),
            ("lanes", page.lanes.into()),
            ("phases", page.phases.into()),
            ("steps", page.steps.into()),
            ("connectors", page.connectors.into()),
        ];
        session.print(format_args!("    {}", catalog.text_with("cli-info-page", &counts)));
    }
}
