//! `laneway check`.

use std::path::Path;

use clap::ArgMatches;
use serde::Serialize;

use super::{
    args::paths,
    output::{FileName, print_json},
    session::{Session, Status},
};
use crate::{
    flow::Flows,
    locale::say_path,
    pipeline::{self, Chart, is_stdio},
    validate::{Diagnostic, Severity},
};

#[derive(Serialize)]
struct Finding {
    file: FileName,
    code: &'static str,
    severity: &'static str,
    target: String,
    message: String,
}

/// Reports what is wrong with each file.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let json = matches.get_flag("json");
    let mut findings = Vec::new();
    for name in paths(matches, "inputs") {
        let Some(Chart { document, .. }) = session.chart(name) else { continue };
        let flows = Flows::new(&document);
        let folder = (!is_stdio(name)).then(|| name.parent()).flatten();
        let found = pipeline::diagnose_in(&document, &flows, folder, session.catalog);
        if found.iter().any(|diagnostic| diagnostic.severity != Severity::Hint) {
            session.raise(Status::Findings);
        }
        if !json {
            print(name, &found, session);
        }
        findings.extend(found.into_iter().map(|diagnostic| Finding {
            file: FileName(name.to_owned()),
            code: diagnostic.code.name(),
            severity: severity_name(diagnostic.severity),
            target: diagnostic.target.id().unwrap_or_default().to_owned(),
            message: diagnostic.message,
        }));
    }
    if json {
        print_json(session, &findings);
    }
}

fn print(name: &Path, found: &[Diagnostic], session: &mut Session<'_>) {
    let (catalog, name) = (session.catalog, say_path(name));
    if found.is_empty() {
        session.print(catalog.text_with("cli-check-none", &[("file", name.as_str().into())]));
    }
    for diagnostic in found {
        let severity = match diagnostic.severity {
            Severity::Error => catalog.text("cli-check-error"),
            Severity::Warning => catalog.text("cli-check-warning"),
            Severity::Hint => catalog.text("cli-check-hint"),
        };
        let values = [
            ("file", name.as_str().into()),
            ("severity", severity.into()),
            ("code", diagnostic.code.name().into()),
            ("message", diagnostic.message.as_str().into()),
        ];
        session.print(catalog.text_with("cli-check-line", &values));
    }
}

const fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}
