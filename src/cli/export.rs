//! `laneway export`.

use clap::ArgMatches;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use super::{
    output::{Nth, Target, file_name},
    run::{string, strings},
    session::{Session, Status, fonts},
};
use crate::{
    export::{self, Background, Resolution, Text},
    interop,
    locale::Lang,
    model::{Document, Page},
    persist,
    scene::{self, View},
};

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
    Json,
}

impl Format {
    fn parse(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            "json" => Some(Self::Json),
            _ => None,
        }
    }

    const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Json => "json",
        }
    }
}

/// The options, read and checked.
struct Options {
    format: Format,
    target: Target,
    page: Option<String>,
    resolution: Resolution,
    background: Background,
    text: Text,
    lang: Option<Lang>,
    force: bool,
}

/// A picture to be made: which page of which document.
struct Picture {
    document: usize,
    page: usize,
}

/// Draws each page that is asked for and writes it.
pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) {
    let Some(options) = read_options(matches, session) else { return };
    let inputs = strings(matches, "inputs");
    let mut documents: Vec<(&str, Document)> = Vec::new();
    for name in inputs {
        if let Some(opened) = session.open(name) {
            documents.push((name, opened.document));
        }
    }
    let mut pictures = Vec::new();
    for (number, (name, document)) in documents.iter().enumerate() {
        let Some(pages) = chosen_pages(document, options.page.as_deref()) else {
            let page = options.page.clone().unwrap_or_default();
            let values = [("file", (*name).into()), ("page", page.into())];
            session.fail_with(Status::Usage, "cli-no-such-page", &values);
            continue;
        };
        pictures.extend(pages.into_iter().map(|page| Picture { document: number, page }));
    }
    if options.target == Target::Stdout && pictures.len() > 1 {
        return session.fail_with(Status::Usage, "cli-one-to-stdout", &[("count", pictures.len().into())]);
    }
    write_all(&documents, &pictures, &options, session);
}

fn read_options(matches: &ArgMatches, session: &mut Session<'_>) -> Option<Options> {
    let out = string(matches, "output").unwrap_or_default();
    let target = Target::parse(out);
    let ending = Path::new(out).extension().map(|ending| ending.to_string_lossy().into_owned());
    if ending.as_deref().is_some_and(|ending| ending.eq_ignore_ascii_case("ron")) {
        session.fail_with(Status::Output, "cli-export-onto-document", &[("file", out.into())]);
        return None;
    }
    let named = string(matches, "format").and_then(Format::parse);
    let Some(format) = named.or_else(|| ending.as_deref().and_then(Format::parse)) else {
        session.fail_with(Status::Usage, "cli-no-format", &[("file", out.into())]);
        return None;
    };
    let background = Background::parse(string(matches, "background").unwrap_or("white"));
    let Ok(background) = background else {
        let color = string(matches, "background").unwrap_or_default();
        session.fail_with(Status::Usage, "cli-bad-background", &[("color", color.into())]);
        return None;
    };
    Some(Options {
        format,
        target,
        page: string(matches, "page").map(ToOwned::to_owned),
        resolution: resolution(matches),
        background,
        text: if string(matches, "text") == Some("outlines") { Text::Outlines } else { Text::Text },
        lang: session.lang(string(matches, "lang")).ok()?,
        force: matches.get_flag("force"),
    })
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
    options: &Options,
    session: &mut Session<'_>,
) {
    let mut taken: BTreeSet<PathBuf> = BTreeSet::new();
    for (i, picture) in pictures.iter().enumerate() {
        let Some((input, document)) = documents.get(picture.document) else { continue };
        let Some(page) = document.pages.get(picture.page) else { continue };
        let lang = options.lang.as_ref().unwrap_or(&document.language);
        let nth = Nth {
            number: i + 1,
            count: pictures.len(),
            input,
            pages: pictures.iter().filter(|other| other.document == picture.document).count(),
            page: picture.page + 1,
            title: document.page_title(page, lang),
            extension: options.format.extension(),
        };
        let file = file_name(&options.target, &nth);
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
        match draw(document, page, lang, options) {
            Ok(bytes) => write(file.as_deref(), &bytes, options, session),
            Err(problem) => session.fail(Status::Output, format_args!("{input}: {problem}")),
        }
    }
}

fn draw(document: &Document, page: &Page, lang: &Lang, options: &Options) -> Result<Vec<u8>, String> {
    let fonts = fonts();
    let scene = || scene::build(&View { fonts, document, page, lang });
    match options.format {
        Format::Svg => Ok(export::svg(&scene(), fonts, options.background, options.text).into_bytes()),
        Format::Png => export::png(&scene(), fonts, options.background, options.resolution)
            .map_err(|error| error.to_string()),
        Format::Json => interop::geometry_json(document, page, lang, fonts)
            .map(String::into_bytes)
            .map_err(|error| error.to_string()),
    }
}

/// Writes a picture. What stands there already is replaced only if it is a picture of the same kind.
fn write(file: Option<&Path>, bytes: &[u8], options: &Options, session: &mut Session<'_>) {
    let Some(path) = file else { return session.print_bytes(bytes) };
    let own = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(options.format.extension()));
    let name = path.display().to_string();
    if !own && !options.force && path.symlink_metadata().is_ok() {
        return session.fail_with(Status::Output, "cli-other-kind", &[("file", name.into())]);
    }
    match persist::atomic::write(path, bytes) {
        Ok(()) => session.print(name),
        Err(error) => session.fail(Status::Output, error),
    }
}
