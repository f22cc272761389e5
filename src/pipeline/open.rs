//! Documents, complete and ready to be shown.

use std::{path::Path, sync::OnceLock};

use super::{
    drawings::import_drawing,
    error::OpenError,
    recognise::{FileKind, recognise},
    tables::open_table,
};
use crate::{
    arrange,
    flow::Flows,
    interop::{Imported, Report, TableFile},
    locale::{Catalog, Lang},
    model::{Document, Step},
    persist::{self, LoadError},
    revise, shape,
    template::Template,
    text::Fonts,
    validate::{self, Diagnostic, Facts, LabelFit},
};

/// The fonts of the whole program: the bundled ones, and the system's for what those lack.
pub fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(Fonts::with_system)
}

/// A document with what is to be known of its file.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The document; sizes and routes that the file leaves out are filled in.
    pub document: Document,
    /// The version of the file's format.
    pub version: u32,
    /// Whether the file had comments, which are not kept.
    pub comments_dropped: bool,
    /// The file's bytes.
    pub bytes: Vec<u8>,
}

/// The document that `bytes` hold; `name` is what messages call the file.
pub fn open(bytes: Vec<u8>, name: &Path) -> Result<Opened, OpenError> {
    let file = || name.to_owned();
    match recognise(&bytes) {
        FileKind::Workbook | FileKind::DelimitedText => Err(OpenError::IsTable { file: file() }),
        FileKind::Geometry => Err(OpenError::IsGeometry { file: file() }),
        FileKind::Foreign(what) => Err(OpenError::Foreign { file: file(), what }),
        FileKind::Unknown => Err(OpenError::Unknown { file: file() }),
        FileKind::Document | FileKind::TooNew(_) | FileKind::Damaged | FileKind::Empty => {
            Ok(load(bytes, name)?)
        }
    }
}

/// What a file holds.
#[derive(Debug)]
pub enum FileContent {
    /// A chart.
    Document(Opened),
    /// The geometry of a chart, made into one.
    Geometry(Imported),
    /// Tables, of which a chart can be made.
    Tables(TableFile),
}

/// The chart or the tables that `bytes` hold; `name` is what messages call the file, and texts whose language the file
/// does not say are in `lang`.
pub fn open_any(bytes: Vec<u8>, name: &Path, lang: &Lang) -> Result<FileContent, OpenError> {
    match recognise(&bytes) {
        FileKind::Workbook | FileKind::DelimitedText => Ok(FileContent::Tables(open_table(&bytes, name)?)),
        FileKind::Geometry => Ok(FileContent::Geometry(import_drawing(&bytes, name, lang)?)),
        FileKind::Document
        | FileKind::TooNew(_)
        | FileKind::Damaged
        | FileKind::Foreign(_)
        | FileKind::Empty
        | FileKind::Unknown => open(bytes, name).map(FileContent::Document),
    }
}

/// A chart from a file in any form that is one by itself.
#[derive(Clone, Debug)]
pub struct Chart {
    /// The chart.
    pub document: Document,
    /// The version of the file's format; `None`: it is not our own format.
    pub version: Option<u32>,
    /// What became of everything where it is not our own format.
    pub report: Option<Report>,
}

/// The chart that `bytes` hold, in our own format or as geometry, as [`open_any`] gives it.
pub fn open_chart(bytes: Vec<u8>, name: &Path, lang: &Lang) -> Result<Chart, OpenError> {
    match open_any(bytes, name, lang)? {
        FileContent::Document(Opened { document, version, .. }) => {
            Ok(Chart { document, version: Some(version), report: None })
        }
        FileContent::Geometry(Imported { document, report, .. }) => {
            Ok(Chart { document, version: None, report: Some(report) })
        }
        FileContent::Tables(_) => Err(OpenError::IsTable { file: name.to_owned() }),
    }
}

/// What is known to be meant as a document.
fn load(bytes: Vec<u8>, name: &Path) -> Result<Opened, LoadError> {
    let loaded = persist::load(&bytes, name)?;
    let mut document = loaded.document;
    arrange::complete(&mut document, &loaded.unsized_steps, fonts());
    Ok(Opened { document, version: loaded.version, comments_dropped: loaded.comments_dropped, bytes })
}

/// The document in the file `path`.
pub fn open_file(path: &Path) -> Result<Opened, OpenError> {
    open(persist::read(path)?, path)
}

/// A new document made from `template`.
pub fn open_template(template: &Template) -> Result<Document, LoadError> {
    load(template.source.into(), Path::new(template.id)).map(|opened| opened.document)
}

/// What a gallery says of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its name for people.
    pub title: String,
    /// What it is good for.
    pub description: String,
    /// The languages that its texts are in, its own first.
    pub languages: Vec<Lang>,
    /// How many lanes its first page has.
    pub lanes: usize,
    /// How many steps all its pages have.
    pub steps: usize,
}

/// Describes `template` in `lang`.
pub fn about(template: &Template, lang: &Lang) -> Result<About, LoadError> {
    let document = open_template(template)?;
    Ok(About {
        title: document.title.get(lang, &document.language).to_owned(),
        description: document.description.get(lang, &document.language).to_owned(),
        languages: document.languages(),
        lanes: document.pages.first().map_or(0, |page| page.lanes.len()),
        steps: document.pages.iter().map(|page| page.steps.len()).sum(),
    })
}

/// Everything that is wrong with `document`, which has these `flows`, in the language of `catalog`.
pub fn diagnose(document: &Document, flows: &Flows, catalog: &Catalog) -> Vec<Diagnostic> {
    diagnose_in(document, flows, None, catalog)
}

/// The same of a document whose file lies in `folder`, so that it is known which files its links are about.
pub fn diagnose_in(
    document: &Document,
    flows: &Flows,
    folder: Option<&Path>,
    catalog: &Catalog,
) -> Vec<Diagnostic> {
    let is_missing = |file: &str| folder.is_some_and(|folder| !persist::is_there(&folder.join(file)));
    let fits = |step: &Step, text: &str| {
        let block = shape::label(fonts(), step.kind, step.rect, text).block;
        LabelFit { cut_off: block.overflow, missing: block.missing.clone() }
    };
    let facts = Facts {
        flows,
        fits: &fits,
        ends: &shape::polyline,
        label_size: &|page, connector| arrange::label_size(page, connector, fonts()),
        taken: &|step| arrange::taken(step, fonts()),
        is_missing: &is_missing,
        mark: &|mark, value, record| revise::say_mark(mark, value, record, document, catalog),
    };
    validate::check(document, &facts, catalog)
}
