//! What is done side by side: a document is opened, a file is drawn and written.

use std::{
    path::PathBuf,
    sync::{Arc, OnceLock},
};

use super::{
    names::slug,
    publication::{Made, Publication, PublicationSource, PublishError, Published, SourceError},
    write::{Origin, write},
};
use crate::{
    arrange::PagePart,
    export::Drawing,
    interop::Report,
    locale::Lang,
    model::{Document, Page},
    persist,
    pipeline::{Chart, OpenError, fonts, open_chart, picture::PageDrawing},
    scene::Scene,
};

/// A document with the pages that are published.
pub(super) struct OpenedSource {
    /// What messages call it.
    pub(super) source: PathBuf,
    pub(super) document: Arc<Document>,
    /// What became of everything where it was in another form than our own.
    pub(super) report: Option<Report>,
    pub(super) pages: Vec<Chosen>,
    /// The language of the files.
    pub(super) lang: Lang,
}

/// A source that gave nothing.
pub(super) struct Unopened {
    /// What messages call it.
    pub(super) source: PathBuf,
    pub(super) error: SourceError,
}

/// A page, or a part of one, that is published.
pub(super) struct Chosen {
    /// The page's position in the document, from 0.
    pub(super) position: usize,
    /// What is shown.
    pub(super) page: Page,
    /// What a file's name says of the part; empty for all of a page.
    pub(super) part: String,
    /// The scene, if there is one already.
    pub(super) scene: Option<Scene>,
}

/// What a file's name says of `part`.
fn name_of(part: &PagePart, page: &Page, document: &Document, lang: &Lang) -> String {
    let lane = part.lane.as_ref().and_then(|id| page.lane_band(id)).map(|(lane, _, _)| &lane.title);
    let phase = part.phase.as_ref().and_then(|id| page.phase_band(id)).map(|(phase, _, _)| &phase.title);
    let titles = lane.into_iter().chain(phase).map(|title| slug(title.get(lang, &document.language)));
    let words: Vec<String> = titles.chain(part.steps.as_ref().map(|_| "part".to_owned())).collect();
    words.join("-")
}

/// Opens `source` and finds the pages that are meant.
pub(super) fn open_source(
    source: PublicationSource,
    publication: &Publication,
) -> Result<OpenedSource, Box<Unopened>> {
    let name = source.name().to_owned();
    let compared = match &source {
        PublicationSource::Compared(_, compared) => Some(Arc::clone(compared)),
        PublicationSource::File(_) | PublicationSource::Bytes(..) | PublicationSource::Document(..) => None,
    };
    let failed = |error: SourceError| Box::new(Unopened { source: name.clone(), error });
    let (document, report) = read(source, &publication.source_lang).map_err(|error| failed(error.into()))?;
    let positions = publication.pages.of(&document).map_err(|error| failed(SourceError::NoPage(error)))?;
    let parts =
        publication.crop.of(&document, &positions).map_err(|error| failed(SourceError::NoPart(error)))?;
    let lang = publication.lang.as_ref().unwrap_or(&document.language).clone();
    let page = |(position, part): (usize, PagePart)| {
        let page = document.pages.get(position)?;
        let name = name_of(&part, page, &document, &lang);
        let marked = compared.as_ref().and_then(|compared| compared.pages.get(position));
        let scene = marked.map(|marked| marked.scene.clone());
        Some(Chosen { position, page: part.of(page, fonts())?, part: name, scene })
    };
    let pages = parts.into_iter().filter_map(page).collect();
    Ok(OpenedSource { source: name, document, report, pages, lang })
}

fn read(source: PublicationSource, lang: &Lang) -> Result<(Arc<Document>, Option<Report>), OpenError> {
    let (name, bytes) = match source {
        PublicationSource::Document(_, document) => return Ok((document, None)),
        PublicationSource::Compared(_, compared) => return Ok((Arc::clone(&compared.document), None)),
        PublicationSource::Bytes(name, bytes) => (name, bytes),
        PublicationSource::File(name) => {
            let bytes = persist::read(&name)?;
            (name, bytes)
        }
    };
    let Chart { document, report, .. } = open_chart(bytes, &name, lang)?;
    Ok((Arc::new(document), report))
}

/// A page of which files are made; its scene is built once for all of them.
pub(super) struct Sheet {
    pub(super) source: PathBuf,
    pub(super) document: Arc<Document>,
    pub(super) page: Page,
    pub(super) lang: Lang,
    pub(super) scene: OnceLock<Scene>,
}

/// A file to be made.
pub(super) struct Order {
    pub(super) sheet: Arc<Sheet>,
    pub(super) drawing: Drawing,
    /// `None`: standard output.
    pub(super) file: Option<PathBuf>,
    pub(super) replaces: bool,
}

impl Order {
    /// Draws the file and writes it.
    pub(super) fn fill(self) -> Published {
        let Self { sheet, drawing, file, replaces } = self;
        let Sheet { source, document, page, lang, scene } = &*sheet;
        let drawn = PageDrawing { document, page, lang, scene }.draw(&drawing).map_err(PublishError::from);
        let made = drawn.and_then(|bytes| match &file {
            None => Ok(Made::Bytes(bytes)),
            Some(path) => {
                write(path, &bytes, Origin::of(document, Some(source), replaces))?;
                Ok(Made::File(path.clone()))
            }
        });
        match made {
            Ok(made) => Published::Made(made),
            Err(error) => Published::Failed { source: source.clone(), file, error },
        }
    }
}
