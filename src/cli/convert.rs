//! `laneway convert`.

use clap::ArgMatches;
use std::{collections::BTreeSet, ffi::OsStr, path::Path, sync::Arc};

use super::{
    args::{path, required_path, string, strings},
    publishing,
    replacing::{self, Output, is_same_place},
    session::{Session, Status},
    streams::is_stream,
};
use crate::{
    arrange::LayoutOptions,
    export::{Drawing, Format},
    interop::{CsvOptions, Delimiter, Imported, Report, StepField, TableError, TableFile},
    locale::{Lang, say_path},
    model::{Document, Page},
    persist,
    pipeline::{
        self, Crop, FileContent, Origin, OutputTarget, Pages, Publication, PublicationSource, SourceError,
    },
};

/// What the output shall be, by its name.
enum Kind {
    Document,
    Csv,
    Xlsx,
    Picture(Format),
}

/// The call, read and checked.
struct Call<'m> {
    input: &'m Path,
    output: &'m Path,
    kind: Kind,
    tables: Vec<&'m str>,
    map: Vec<(&'m str, StepField)>,
    lang: Option<Lang>,
    csv: CsvOptions,
    force: bool,
}

/// Turns one file into another: a table into a chart, a chart into a table.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let Some(call) = read_call(matches, session) else { return };
    let report = NamedReport::of(matches, [call.input, call.output]);
    if report.as_ref().is_some_and(|report| !report.is_free(session)) {
        return;
    }
    let Some(Input { mut document, source, read, positions }) = open(&call, session) else { return };
    let written = match call.kind {
        Kind::Document => {
            persist::identify(&mut document, source);
            write_document(&document, &call, session).then_some(None)
        }
        Kind::Csv | Kind::Xlsx => {
            let pages: Vec<&Page> = positions.iter().filter_map(|at| document.pages.get(*at)).collect();
            write_table(&document, &pages, &call, session).map(Some)
        }
        Kind::Picture(format) => write_pictures(document, positions, format, &call, session).then_some(None),
    };
    let Some(written) = written else { return };
    let reports: Vec<Report> = read.into_iter().chain(written).collect();
    for report in &reports {
        session.say(report);
    }
    if let Some(named) = report {
        write_report(&reports, &named, session);
    }
}

fn read_call<'m>(matches: &'m ArgMatches, session: &mut Session<'_>) -> Option<Call<'m>> {
    let output = required_path(matches, "output");
    let ending = output.extension().map(OsStr::to_ascii_lowercase);
    let mut csv = CsvOptions { byte_order_mark: !matches.get_flag("no-bom"), ..CsvOptions::default() };
    let kind = match ending.as_deref().and_then(OsStr::to_str).unwrap_or_default() {
        "ron" => Kind::Document,
        "csv" => Kind::Csv,
        "tsv" => {
            csv.delimiter = Delimiter::Tab;
            Kind::Csv
        }
        "xlsx" => Kind::Xlsx,
        other => {
            let Some(format) = Format::from_extension(other) else {
                session.fail_on(Status::Usage, "cli-convert-no-format", output);
                return None;
            };
            Kind::Picture(format)
        }
    };
    match string(matches, "delimiter") {
        Some("semicolon") => csv.delimiter = Delimiter::Semicolon,
        Some("tab") => csv.delimiter = Delimiter::Tab,
        Some("comma") => csv.delimiter = Delimiter::Comma,
        Some(_) | None => {}
    }
    let mut map = Vec::new();
    for said in strings(matches, "map") {
        // A header may hold the sign itself; the name of a field does not.
        let pair = said.rsplit_once('=').and_then(|(column, field)| Some((column, StepField::parse(field)?)));
        let Some(pair) = pair else {
            let fields = StepField::ALL.map(StepField::name).join(", ");
            session.fail_with(
                Status::Usage,
                "cli-bad-map",
                &[("map", said.into()), ("fields", fields.into())],
            );
            return None;
        };
        map.push(pair);
    }
    Some(Call {
        input: required_path(matches, "input"),
        output,
        kind,
        tables: strings(matches, "table"),
        map,
        lang: session.lang(string(matches, "lang")).ok()?,
        csv,
        force: matches.get_flag("force"),
    })
}

/// What the input holds.
struct Input {
    document: Document,
    /// The fingerprint of its bytes.
    source: u64,
    /// What became of everything where it is in another form than our own.
    read: Option<Report>,
    /// The positions of the pages that are asked for.
    positions: Vec<usize>,
}

/// The document in the input.
fn open(call: &Call<'_>, session: &mut Session<'_>) -> Option<Input> {
    let bytes = session.bytes(call.input)?;
    let source = persist::fingerprint(&bytes);
    let lang = call.lang.clone().unwrap_or_else(|| session.catalog.lang().into());
    let (document, read) = match session.opened(pipeline::open_any(bytes, call.input, &lang))? {
        FileContent::Document(opened) => (opened.document, None),
        FileContent::Geometry(imported) => (imported.document, Some(imported.report)),
        FileContent::Tables(mut file) => {
            let lang = call.lang.clone().unwrap_or_else(|| language_of_tables(&file, session));
            let imported = adjust(&mut file, call)
                .and_then(|()| pipeline::import_table(&file, &lang, LayoutOptions::default()));
            let Imported { document, report, .. } = session.opened(imported.map_err(Into::into))?;
            // The titles chose among the tables.
            let positions = (0..document.pages.len()).collect();
            return Some(Input { document, source, read: Some(report), positions });
        }
    };
    let positions = chosen(&document, call, session)?;
    Some(Input { document, source, read, positions })
}

/// The language that the texts of `file` are in, or that of the interface where that is not certain; says where they
/// differ.
pub(super) fn language_of_tables(file: &TableFile, session: &mut Session<'_>) -> Lang {
    let own: Lang = session.catalog.lang().into();
    let Some(found) = pipeline::language_of(file.texts()).filter(|found| *found != own) else { return own };
    let language = found.name_in_phrase(session.catalog);
    session.remark(session.catalog.text_with("cli-table-language", &[("language", language.into())]));
    found
}

/// Keeps the tables that are asked for, and says what their columns mean.
fn adjust(file: &mut TableFile, call: &Call<'_>) -> Result<(), TableError> {
    if !call.tables.is_empty() {
        file.choose(&call.tables)?;
    }
    for (column, field) in &call.map {
        file.assign(column, *field)?;
    }
    Ok(())
}

/// The positions of the pages of a chart that are asked for; all where none is.
fn chosen(document: &Document, call: &Call<'_>, session: &mut Session<'_>) -> Option<Vec<usize>> {
    if call.tables.is_empty() {
        return Some((0..document.pages.len()).collect());
    }
    let mut positions = BTreeSet::new();
    for name in &call.tables {
        match Pages::Named((*name).to_owned()).of(document) {
            Ok(found) => positions.extend(found),
            Err(error) => {
                let error = SourceError::NoPage(error).say(&say_path(call.input), session.catalog);
                session.fail(Status::Usage, error);
                return None;
            }
        }
    }
    Some(positions.into_iter().collect())
}

fn write_document(document: &Document, call: &Call<'_>, session: &mut Session<'_>) -> bool {
    Output { name: call.output, anew: Some(call.input), force: call.force }.save(document, session)
}

fn write_table(
    document: &Document,
    pages: &[&Page],
    call: &Call<'_>,
    session: &mut Session<'_>,
) -> Option<Report> {
    let path = call.output;
    let lang = call.lang.as_ref().unwrap_or(&document.language);
    let origin = Origin::of(document, Some(call.input), call.force);
    let written = match (&call.kind, pages) {
        (Kind::Csv, [page]) => pipeline::table_csv(document, page, lang, path, call.csv),
        (Kind::Csv, _) => {
            let values = [("file", say_path(call.output).into()), ("count", pages.len().into())];
            session.fail_with(Status::Usage, "cli-one-to-csv", &values);
            return None;
        }
        _ => pipeline::table_xlsx(document, pages, lang, path),
    };
    match written {
        Ok(table) => {
            let is_written = replacing::write(call.output, &table.bytes, origin, session);
            if is_written {
                session.print(say_path(call.output));
            }
            is_written.then_some(table.report)
        }
        Err(error) => {
            let (name, reason) = (say_path(call.output), error.say(session.catalog));
            session.fail(Status::Output, format_args!("{name}: {reason}"));
            None
        }
    }
}

fn write_pictures(
    document: Document,
    positions: Vec<usize>,
    format: Format,
    call: &Call<'_>,
    session: &mut Session<'_>,
) -> bool {
    let publication = Publication {
        pages: Pages::At(positions),
        crop: Crop::default(),
        drawings: vec![Drawing::usual(format)],
        lang: call.lang.clone(),
        source_lang: session.catalog.lang().into(),
        target: OutputTarget::File(call.output.to_owned()),
        replaces: call.force,
    };
    publishing::run(
        publication,
        vec![PublicationSource::Document(call.input.to_owned(), Arc::new(document))],
        session,
    )
}

/// Where an account goes.
pub(super) struct NamedReport<'n> {
    pub(super) file: &'n Path,
    /// What was read and written; the account replaces neither.
    pub(super) others: [&'n Path; 2],
    /// Whether it may replace any other file.
    pub(super) force: bool,
}

impl<'n> NamedReport<'n> {
    /// The account that `matches` ask for beside `others`.
    pub(super) fn of(matches: &'n ArgMatches, others: [&'n Path; 2]) -> Option<Self> {
        path(matches, "report").map(|file| Self { file, others, force: matches.get_flag("force") })
    }

    /// Whether it may be written, which is asked before anything else is; says why it may not.
    pub(super) fn is_free(&self, session: &mut Session<'_>) -> bool {
        let Self { file, others, .. } = self;
        if is_stream(file) {
            return true;
        }
        if others.iter().any(|other| is_same_place(file, other)) {
            session.fail_on(Status::Output, "cli-report-onto", file);
            return false;
        }
        replacing::may_write(file, self.origin(), session)
    }

    /// Writes `bytes` there, and says why it could not.
    pub(super) fn write(&self, bytes: &[u8], session: &mut Session<'_>) {
        replacing::write(self.file, bytes, self.origin(), session);
    }

    fn origin(&self) -> Origin<'static> {
        Origin { replaces: self.force, ..Origin::default() }
    }
}

/// Writes the account of what was read and written.
pub(super) fn write_report(reports: &[Report], named: &NamedReport<'_>, session: &mut Session<'_>) {
    let json = match reports {
        [read, written] => serde_json::json!({
            "read": read.to_json(session.catalog),
            "written": written.to_json(session.catalog),
        }),
        [only] => only.to_json(session.catalog),
        // A chart that became a chart or a picture: nothing to account for.
        _ => serde_json::json!({}),
    };
    named.write(format!("{json:#}\n").as_bytes(), session);
}
