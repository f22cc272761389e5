//! `laneway layout`.

use clap::ArgMatches;
use std::path::Path;

use super::{
    args::string,
    convert,
    session::{Session, Status},
};
use crate::{
    arrange::LayoutOptions,
    export::{Format, Options},
    interop::Report,
    layout::{LaneOrder, Spacing, Start},
    model::Document,
    persist,
    pipeline::{self, WriteError},
};

/// Lays all pages of a document out and writes it, or its geometry.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let input = string(matches, "input").unwrap_or_default();
    let Some((document, report)) = open(input, options(matches), session) else { return };
    if let Some(report) = &report {
        convert::say(report, session);
    }
    if let Some(file) = string(matches, "report") {
        convert::write_report(report.as_slice(), Path::new(file), session);
    }
    let out = string(matches, "output").unwrap_or_default();
    let ending = Path::new(out).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        _ if out == "-" => session.print_bytes(persist::to_ron(&document).as_bytes()),
        Some("json") => geometry(&document, out, session),
        Some("ron") => match persist::save(&document, Path::new(out)) {
            Ok(()) => session.print(out),
            Err(error) => session.fail(Status::Output, error.say(session.catalog)),
        },
        Some(_) | None => session.fail_with(Status::Usage, "cli-layout-no-format", &[("file", out.into())]),
    }
}

/// The document in the input, laid out, and what became of it where it was a table.
fn open(
    input: &str,
    options: LayoutOptions,
    session: &mut Session<'_>,
) -> Option<(Document, Option<Report>)> {
    let bytes = session.bytes(input)?;
    let name = Path::new(input);
    if pipeline::is_document(&bytes, name) {
        let mut document = session.opened(pipeline::open(bytes, name))?.document;
        pipeline::lay_out(&mut document, options);
        let steps = document.pages.iter().flat_map(|page| page.steps.values());
        let pinned = steps.filter(|step| step.pinned).count();
        if pinned > 0 {
            session.remark(session.catalog.text_with("cli-layout-pinned", &[("count", pinned.into())]));
        }
        return Some((document, None));
    }
    let lang = session.catalog.lang().into();
    let imported =
        pipeline::open_table(&bytes, name).and_then(|file| pipeline::import_table(&file, &lang, options));
    match imported {
        Ok(imported) => Some((imported.document, Some(imported.report))),
        Err(error) => {
            session.fail(Status::Input, error.say(session.catalog));
            None
        }
    }
}

/// What the options ask for; what they leave out is as usual.
pub(super) fn options(matches: &ArgMatches) -> LayoutOptions {
    let word = |name| string(matches, name);
    LayoutOptions {
        spacing: match word("spacing") {
            Some("compact") => Spacing::Compact,
            Some("roomy") => Spacing::Roomy,
            Some(_) | None => Spacing::Normal,
        },
        start: if matches.get_flag("tidy") { Start::Tidy } else { Start::Fresh },
        lane_order: if word("lane-order") == Some("best") { LaneOrder::Best } else { LaneOrder::Keep },
        aspect: word("paper")
            .and_then(|paper| PAPERS.iter().find(|(name, _)| *name == paper).map(|(_, aspect)| *aspect)),
    }
}

/// Papers, and a screen, with the width of what is printed on them divided by its height.
pub(super) const PAPERS: [(&str, f64); 5] = [
    ("a4-landscape", pipeline::A4_LANDSCAPE),
    ("a4-portrait", pipeline::A4_PORTRAIT),
    ("letter-landscape", pipeline::LETTER_LANDSCAPE),
    ("letter-portrait", pipeline::LETTER_PORTRAIT),
    ("screen", pipeline::SCREEN),
];

fn geometry(document: &Document, out: &str, session: &mut Session<'_>) {
    let Some(page) = document.pages.first() else { return };
    let options = Options { format: Format::Json, ..Options::default() };
    let bytes = match pipeline::draw(document, page, &options) {
        Ok(bytes) => bytes,
        Err(problem) => return session.fail(Status::Output, problem.say(session.catalog)),
    };
    match pipeline::write(Path::new(out), &bytes, Format::Json, true) {
        Ok(()) => session.print(out),
        Err(WriteError::OntoDocument | WriteError::OtherKind) => {
            session.fail_with(Status::Output, "cli-other-kind", &[("file", out.into())]);
        }
        Err(WriteError::Save(error)) => session.fail(Status::Output, error.say(session.catalog)),
    }
}
