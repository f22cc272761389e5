//! `laneway export`.

use clap::ArgMatches;
use std::{collections::BTreeSet, ffi::OsStr};

use super::{
    args::{paths, required_path, string, strings},
    publishing,
    session::{Session, Status},
};
use crate::{
    export::{Background, Drawing, Format, PngOptions, Resolution, SvgOptions, SvgText},
    pipeline::{Crop, OutputTarget, Pages, PartNames, Publication, PublicationSource, is_stdio},
};

/// Draws each page that is asked for and writes it.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let Some(publication) = read(matches, session) else { return };
    let mut sources = Vec::new();
    for name in paths(matches, "inputs") {
        if is_stdio(name) {
            let Some(bytes) = session.bytes(name) else { continue };
            sources.push(PublicationSource::Bytes(name.to_owned(), bytes));
        } else {
            sources.push(PublicationSource::File(name.to_owned()));
        }
    }
    publishing::run(publication, sources, session);
}

/// The options, read and checked.
fn read(matches: &ArgMatches, session: &mut Session<'_>) -> Option<Publication> {
    let out = required_path(matches, "output");
    let ending = out.extension().and_then(OsStr::to_str);
    if ending.is_some_and(|ending| ending.eq_ignore_ascii_case("ron")) {
        session.fail_on(Status::Output, "cli-export-chart-name", out);
        return None;
    }
    let formats = formats(matches, ending);
    if formats.is_empty() {
        session.fail_on(Status::Usage, "cli-no-format", out);
        return None;
    }
    let color = string(matches, "background").unwrap_or("white");
    let Ok(background) = Background::parse(color) else {
        session.fail_with(Status::Usage, "cli-bad-background", &[("color", color.into())]);
        return None;
    };
    let outlines = string(matches, "text") == Some("outlines");
    let text = if outlines { SvgText::Outlines } else { SvgText::Text };
    let drawing = |format| match format {
        Format::Svg => Drawing::Svg(SvgOptions { background, text }),
        Format::Png => Drawing::Png(PngOptions { background, resolution: resolution(matches) }),
        Format::Json => Drawing::Json,
    };
    Some(Publication {
        pages: string(matches, "page").map(Pages::parse).unwrap_or_default(),
        crop: crop(matches),
        drawings: formats.into_iter().map(drawing).collect(),
        lang: session.lang(string(matches, "lang")).ok()?,
        source_lang: session.catalog.lang().into(),
        target: OutputTarget::parse(out),
        replaces: matches.get_flag("force"),
    })
}

/// The part that is named.
fn crop(matches: &ArgMatches) -> Crop {
    let names = PartNames {
        lane: string(matches, "lane").map(ToOwned::to_owned),
        phase: string(matches, "phase").map(ToOwned::to_owned),
        steps: strings(matches, "steps").into_iter().map(ToOwned::to_owned).collect(),
    };
    if names == PartNames::default() { Crop::default() } else { Crop::Named(names) }
}

/// The formats that are named, each once, or that of the output's ending.
fn formats(matches: &ArgMatches, ending: Option<&str>) -> Vec<Format> {
    let mut seen = BTreeSet::new();
    let named = strings(matches, "format").into_iter().filter(|name| seen.insert(*name));
    let named: Vec<Format> = named.filter_map(Format::from_extension).collect();
    if named.is_empty() { ending.and_then(Format::from_extension).into_iter().collect() } else { named }
}

fn resolution(matches: &ArgMatches) -> Resolution {
    let number = |id: &str| matches.get_one::<f64>(id).copied();
    let pixels = |id: &str| matches.get_one::<u32>(id).copied();
    number("scale")
        .map(Resolution::Scale)
        .or_else(|| number("dpi").map(Resolution::Dpi))
        .or_else(|| pixels("width").map(Resolution::Width))
        .or_else(|| pixels("height").map(Resolution::Height))
        .unwrap_or_default()
}
