//! `laneway diff`.

use std::path::Path;

use clap::ArgMatches;
use serde::Serialize;

use super::{
    args::{path, paths, string},
    output::print_json,
    session::{Session, Status},
};
use crate::{
    locale::{Catalog, Lang, UiLang},
    model::PageId,
    pipeline,
    revise::{Difference, Differences, Revision, diff, outline},
};

/// A difference for programs.
#[derive(Serialize)]
struct Entry<'d> {
    /// The id of the page; none for the document.
    page: Option<&'d str>,
    record: &'static str,
    id: Option<&'d str>,
    change: &'static str,
    field: Option<&'static str>,
    /// The language of a text, the name of a property.
    part: Option<&'d str>,
    before: Option<String>,
    after: Option<String>,
    message: String,
}

/// Says in what two charts differ, or what one says.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let lang = string(matches, "lang").map_or(session.catalog.lang(), UiLang::from_tag);
    let catalog = Catalog::of(lang);
    if let Some(name) = path(matches, "textconv") {
        return print_outline(name, catalog, session);
    }
    let mut charts = paths(matches, "inputs").into_iter().map(|name| session.chart(name));
    let (Some(Some(before)), Some(Some(after))) = (charts.next(), charts.next()) else { return };
    let found = diff(&before.document, &after.document);
    if !found.is_empty() {
        session.raise(Status::Findings);
    }
    if matches.get_flag("json") {
        let lang = lang.into();
        let entries: Vec<_> =
            found.iter().map(|difference| entry(&found, difference, catalog, &lang)).collect();
        return print_json(session, &entries);
    }
    if found.is_empty() {
        session.print(catalog.text("cli-diff-equal"));
    }
    for line in found.lines(catalog, &lang.into()) {
        session.print(line);
    }
}

fn entry<'d>(all: &Differences, difference: &'d Difference, catalog: &Catalog, lang: &Lang) -> Entry<'d> {
    let Difference { page, record, name: _, what } = difference;
    let (change, changed) = match what {
        Revision::Added => ("added", None),
        Revision::Removed => ("removed", None),
        Revision::Changed(changed) => {
            (if difference.is_place() { "moved" } else { "changed" }, Some(changed))
        }
    };
    let (field, part) = changed.map(|changed| changed.field.code()).unzip();
    let value = |value| all.value(value, catalog, lang);
    Entry {
        page: page.as_ref().map(PageId::as_str),
        record: record.kind(),
        id: record.as_str(),
        change,
        field,
        part: part.flatten(),
        before: changed.and_then(|changed| value(&changed.before)),
        after: changed.and_then(|changed| value(&changed.after)),
        message: all.sentence(difference, catalog, lang),
    }
}

/// Prints what a chart says. Who compares its lines shall see those of any file: what is no chart, such as one with the
/// marks of a merge by lines, stands there as it is.
fn print_outline(name: &Path, catalog: &Catalog, session: &mut Session<'_>) {
    let Some(bytes) = session.bytes(name) else { return };
    let lang = catalog.lang().into();
    match pipeline::open_chart(bytes.clone(), name, &lang) {
        Ok(chart) => session.print_bytes(outline(&chart.document, catalog, &lang).as_bytes()),
        Err(_) => session.print_bytes(&bytes),
    }
}
