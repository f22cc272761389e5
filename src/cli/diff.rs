//! `laneway diff`.

use std::{ffi::OsStr, path::Path, sync::Arc};

use clap::ArgMatches;
use serde::Serialize;

use super::{
    args::{WORDS, path, paths, string},
    output::print_json,
    publishing,
    session::{Session, Status},
};
use crate::{
    export::{Drawing, Format},
    locale::{Catalog, Lang, UiLang, say_path},
    model::{Document, PageId},
    pipeline::{self, Crop, OutputTarget, Pages, Publication, PublicationSource},
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
    let catalog = session.catalog;
    let lang = catalog.lang();
    if let Some(name) = path(matches, "textconv") {
        return print_outline(name, catalog, session);
    }
    let picture = match path(matches, "output").map(|out| Picture::of(out, matches, session)) {
        None => None,
        Some(Some(picture)) => Some(picture),
        Some(None) => return,
    };
    let names = paths(matches, "inputs");
    let mut charts = names.iter().map(|name| session.chart(name));
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
    if let (Some(picture), [a, b]) = (picture, names.as_slice()) {
        picture.write([&before.document, &after.document], [a, b], catalog, session);
    }
}

/// The picture of the differences, as it was asked for.
struct Picture<'m> {
    out: &'m Path,
    format: Format,
    page: Option<&'m str>,
    /// The language of the charts' texts; `None`: their own.
    lang: Option<Lang>,
    force: bool,
}

impl<'m> Picture<'m> {
    /// What `matches` say of it; says what is wrong with that.
    fn of(out: &'m Path, matches: &'m ArgMatches, session: &mut Session<'_>) -> Option<Self> {
        let ending = out.extension().and_then(OsStr::to_str);
        let format = ending.and_then(Format::from_extension).filter(|format| *format != Format::Json);
        let Some(format) = format else {
            session.fail_on(Status::Usage, "cli-diff-no-format", out);
            return None;
        };
        let lang = string(matches, WORDS).map(|lang| UiLang::from_tag(lang).into());
        Some(Self { out, format, page: string(matches, "page"), lang, force: matches.get_flag("force") })
    }

    /// Draws it, the older document first, and says the names of the files, one a page.
    fn write(
        self,
        documents: [&Document; 2],
        inputs: [&Path; 2],
        catalog: &Catalog,
        session: &mut Session<'_>,
    ) {
        let [a, b] = side_names(inputs);
        let compared = pipeline::compare(documents, [&a, &b], self.lang.as_ref(), catalog);
        let publication = Publication {
            pages: self.page.map(Pages::parse).unwrap_or_default(),
            crop: Crop::default(),
            drawings: vec![Drawing::usual(self.format)],
            lang: self.lang,
            source_lang: catalog.lang().into(),
            target: OutputTarget::parse(self.out),
            replaces: self.force,
        };
        let [_, newer] = inputs;
        let source = PublicationSource::Compared(newer.to_owned(), Arc::new(compared));
        publishing::run(publication, vec![source], session);
    }
}

/// What two files are called beside each other: by their names, with their folders where those are the same, and by
/// letters where it is one file.
fn side_names([a, b]: [&Path; 2]) -> [String; 2] {
    let name = |path: &Path| path.file_name().map_or_else(|| say_path(path), say_path);
    if a == b {
        ["A", "B"].map(|letter| format!("{letter} ({})", name(a)))
    } else if name(a) == name(b) {
        [a, b].map(say_path)
    } else {
        [a, b].map(name)
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
