//! `laneway layout`.

use clap::ArgMatches;
use std::{ffi::OsStr, path::Path, sync::Arc};

use super::{
    args::{required_path, string},
    convert::{self, NamedReport, language_of_tables},
    publishing,
    replacing::Output,
    session::{Session, Status},
    streams::is_stream,
};
use crate::{
    arrange::LayoutOptions,
    export::Drawing,
    interop::{Imported, Report},
    layout::{LaneOrder, Spacing, Start},
    model::Document,
    persist,
    pipeline::{self, Crop, FileContent, Opened, OutputTarget, Pages, Paper, Publication, PublicationSource},
};

/// Lays all pages of a document out and writes it, or its geometry.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let (input, out) = (required_path(matches, "input"), required_path(matches, "output"));
    let named = NamedReport::of(matches, [input, out]);
    if named.as_ref().is_some_and(|named| !named.is_free(session)) {
        return;
    }
    let Some((document, report)) = open(input, options(matches), session) else { return };
    if let Some(report) = &report {
        session.say(report);
    }
    let force = matches.get_flag("force");
    let ending = out.extension().map(OsStr::to_ascii_lowercase);
    match ending.as_deref().and_then(OsStr::to_str) {
        Some("json") => geometry(document, out, force, session),
        Some("ron") => {
            Output { name: out, anew: Some(input), force }.save(&document, session);
        }
        _ if is_stream(out) => session.pour_document(&document, out),
        Some(_) | None => session.fail_on(Status::Usage, "cli-layout-no-format", out),
    }
    if let Some(named) = named {
        convert::write_report(report.as_slice(), &named, session);
    }
}

/// The document in the input, laid out, and what became of everything where it is in another form than our own.
fn open(
    input: &Path,
    options: LayoutOptions,
    session: &mut Session<'_>,
) -> Option<(Document, Option<Report>)> {
    let bytes = session.bytes(input)?;
    let source = persist::fingerprint(&bytes);
    let lang = session.catalog.lang().into();
    let (mut document, report) = match session.opened(pipeline::open_any(bytes, input, &lang))? {
        FileContent::Document(Opened { mut document, .. }) => {
            pipeline::lay_out(&mut document, options);
            let steps = document.pages.iter().flat_map(|page| page.steps.values());
            let pinned = steps.filter(|step| step.pinned).count();
            if pinned > 0 {
                session.remark(session.catalog.text_with("cli-layout-pinned", &[("count", pinned.into())]));
            }
            (document, None)
        }
        FileContent::Geometry(Imported { mut document, report, .. }) => {
            pipeline::lay_out(&mut document, options);
            (document, Some(report))
        }
        FileContent::Tables(file) => {
            let lang = language_of_tables(&file, session);
            let imported = pipeline::import_table(&file, &lang, options).map_err(Into::into);
            let imported = session.opened(imported)?;
            (imported.document, Some(imported.report))
        }
    };
    persist::identify(&mut document, source);
    Some((document, report))
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
        aspect: word("paper").and_then(Paper::parse).map(Paper::aspect),
    }
}

/// Writes the geometry of the first page.
fn geometry(document: Document, out: &Path, force: bool, session: &mut Session<'_>) {
    let publication = Publication {
        pages: Pages::At(vec![0]),
        crop: Crop::default(),
        drawings: vec![Drawing::Json],
        lang: None,
        source_lang: session.catalog.lang().into(),
        target: OutputTarget::File(out.into()),
        replaces: force,
    };
    publishing::run(
        publication,
        vec![PublicationSource::Document(out.to_owned(), Arc::new(document))],
        session,
    );
}
