//! `laneway export`.

use clap::ArgMatches;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use super::{
    args::{string, strings},
    session::{Session, Status},
};
use crate::{
    export::{Background, Format, Options, Resolution, Text},
    model::{Document, Page},
    pipeline::{self, Nth, Target, WriteError},
};

/// The options, read and checked.
struct Request {
    options: Options,
    target: Target,
    page: Option<String>,
    force: bool,
}

/// A picture to be made: which page of which document.
struct Picture {
    document: usize,
    page: usize,
}

/// Draws each page that is asked for and writes it.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let Some(request) = read_request(matches, session) else { return };
    let inputs = strings(matches, "inputs");
    let mut documents: Vec<(&str, Document)> = Vec::new();
    for name in inputs {
        if let Some(opened) = session.open(name) {
            documents.push((name, opened.document));
        }
    }
    let mut pictures = Vec::new();
    for (number, (name, document)) in documents.iter().enumerate() {
        let Some(pages) = chosen_pages(document, request.page.as_deref()) else {
            let page = request.page.clone().unwrap_or_default();
            let values = [("file", (*name).into()), ("page", page.into())];
            session.fail_with(Status::Usage, "cli-no-such-page", &values);
            continue;
        };
        pictures.extend(pages.into_iter().map(|page| Picture { document: number, page }));
    }
    if request.target == Target::Stdout && pictures.len() > 1 {
        return session.fail_with(Status::Usage, "cli-one-to-stdout", &[("count", pictures.len().into())]);
    }
    write_all(&documents, &pictures, &request, session);
}

fn read_request(matches: &ArgMatches, session: &mut Session<'_>) -> Option<Request> {
    let out = string(matches, "output").unwrap_or_default();
    let target = Target::parse(out);
    let ending = Path::new(out).extension().map(|ending| ending.to_string_lossy().into_owned());
    if ending.as_deref().is_some_and(|ending| ending.eq_ignore_ascii_case("ron")) {
        session.fail_with(Status::Output, "cli-export-onto-document", &[("file", out.into())]);
        return None;
    }
    let named = string(matches, "format").and_then(Format::from_extension);
    let Some(format) = named.or_else(|| ending.as_deref().and_then(Format::from_extension)) else {
        session.fail_with(Status::Usage, "cli-no-format", &[("file", out.into())]);
        return None;
    };
    let background = Background::parse(string(matches, "background").unwrap_or("white"));
    let Ok(background) = background else {
        let color = string(matches, "background").unwrap_or_default();
        session.fail_with(Status::Usage, "cli-bad-background", &[("color", color.into())]);
        return None;
    };
    let outlines = string(matches, "text") == Some("outlines");
    let options = Options {
        format,
        resolution: resolution(matches),
        background,
        text: if outlines { Text::Outlines } else { Text::Text },
        lang: session.lang(string(matches, "lang")).ok()?,
    };
    let page = string(matches, "page").map(ToOwned::to_owned);
    Some(Request { options, target, page, force: matches.get_flag("force") })
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

/// The pages that `choice` names, by position: a number from 1, a title in any language, or all.
fn chosen_pages(document: &Document, choice: Option<&str>) -> Option<Vec<usize>> {
    let count = document.pages.len();
    let Some(choice) = choice.filter(|choice| *choice != "all") else { return Some((0..count).collect()) };
    if let Some(index) = choice.parse::<usize>().ok().and_then(|number| number.checked_sub(1)) {
        return (index < count).then(|| vec![index]);
    }
    let titled = |page: &Page| {
        page.title.iter().any(|(_, title)| title == choice)
            || (page.title.is_empty() && document.title.iter().any(|(_, title)| title == choice))
    };
    document.pages.iter().position(titled).map(|index| vec![index])
}

fn write_all(
    documents: &[(&str, Document)],
    pictures: &[Picture],
    request: &Request,
    session: &mut Session<'_>,
) {
    let mut taken: BTreeSet<PathBuf> = BTreeSet::new();
    for (i, picture) in pictures.iter().enumerate() {
        let Some((input, document)) = documents.get(picture.document) else { continue };
        let Some(page) = document.pages.get(picture.page) else { continue };
        let lang = request.options.lang.as_ref().unwrap_or(&document.language);
        let nth = Nth {
            number: i + 1,
            count: pictures.len(),
            input,
            pages: pictures.iter().filter(|other| other.document == picture.document).count(),
            page: picture.page + 1,
            title: document.page_title(page, lang),
            extension: request.options.format.extension(),
        };
        let file = request.target.file_name(&nth);
        if let Some(file) = &file
            && !taken.insert(file.clone())
        {
            let name = file.display().to_string();
            session.fail_with(Status::Output, "cli-same-output", &[("file", name.into())]);
            continue;
        }
        if !document.languages().contains(lang) {
            let values = [("file", (*input).into()), ("lang", lang.to_string().into())];
            session.fail_with(Status::Fine, "cli-lang-not-in-file", &values);
        }
        match pipeline::draw(document, page, &request.options) {
            Ok(bytes) => write(file.as_deref(), &bytes, request, session),
            Err(problem) => {
                let problem = problem.say(session.catalog);
                session.fail(Status::Output, format_args!("{input}: {problem}"));
            }
        }
    }
}

/// Writes a picture and says its name.
fn write(file: Option<&Path>, bytes: &[u8], request: &Request, session: &mut Session<'_>) {
    let Some(path) = file else { return session.print_bytes(bytes) };
    let name = path.display().to_string();
    match pipeline::write(path, bytes, request.options.format, request.force) {
        Ok(()) => session.print(name),
        Err(WriteError::OntoDocument) => {
            session.fail_with(Status::Output, "cli-export-onto-document", &[("file", name.into())]);
        }
        Err(WriteError::OtherKind) => {
            session.fail_with(Status::Output, "cli-other-kind", &[("file", name.into())]);
        }
        Err(WriteError::Save(error)) => session.fail(Status::Output, error.say(session.catalog)),
    }
}
