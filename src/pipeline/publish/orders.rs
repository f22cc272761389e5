//! Which files are made of a document, and what they are called.

use std::{
    collections::BTreeSet,
    path::PathBuf,
    sync::{Arc, OnceLock},
};

use super::{
    names::Nth,
    publication::{Publication, PublishError, Published},
    work::{Chosen, OpenedSource, Order, Sheet, Unopened},
};
use crate::export::Drawing;

/// Gives files their names, document by document.
pub(super) struct OutputNames<'a> {
    publication: &'a Publication,
    /// How many documents there are, and how many of them have come.
    sources: (usize, usize),
    /// How many pages have names.
    pages: usize,
    taken: BTreeSet<PathBuf>,
}

/// What comes next.
pub(super) enum Next {
    /// Something to be told.
    Told(Published),
    /// A file to be made.
    Order(Order),
}

impl<'a> OutputNames<'a> {
    pub(super) const fn new(publication: &'a Publication, sources: usize) -> Self {
        Self { publication, sources: (sources, 0), pages: 0, taken: BTreeSet::new() }
    }

    /// What comes of the next document, in order, each with how much of the whole is done after it.
    pub(super) fn give(&mut self, found: Result<OpenedSource, Box<Unopened>>) -> Vec<(f64, Next)> {
        let next = match found {
            Err(unopened) => {
                let Unopened { source, error } = *unopened;
                vec![Next::Told(Published::Refused { source, error })]
            }
            Ok(opened) => self.files(opened),
        };
        let (count, before) = self.sources;
        self.sources.1 += 1;
        let files = next.len() as f64;
        let done = |nth: usize| (before as f64 + (nth + 1) as f64 / files) / count.max(1) as f64;
        next.into_iter().enumerate().map(|(nth, next)| (done(nth), next)).collect()
    }

    fn files(&mut self, opened: OpenedSource) -> Vec<Next> {
        let OpenedSource { source, document, report, pages, lang } = opened;
        let told = report.map(|report| Next::Told(Published::Imported(Box::new(report))));
        let mut next: Vec<Next> = told.into_iter().collect();
        if !document.languages().contains(&lang) {
            next.push(Next::Told(Published::OtherLanguage { source: source.clone(), lang: lang.clone() }));
        }
        let count = pages.len();
        for Chosen { position, page, part, scene } in pages {
            self.pages += 1;
            let (document, source, lang) = (Arc::clone(&document), source.clone(), lang.clone());
            let place = Place { position, count, part: &part };
            let scene = scene.map_or_else(OnceLock::new, OnceLock::from);
            let sheet = Arc::new(Sheet { source, document, page, lang, scene });
            next.extend(self.publication.drawings.iter().map(|drawing| self.file(&sheet, place, *drawing)));
        }
        next
    }

    fn file(&mut self, sheet: &Arc<Sheet>, place: Place<'_>, drawing: Drawing) -> Next {
        let nth = Nth {
            number: self.pages,
            is_one_of_several: self.sources.0 > 1 || place.count > 1,
            has_formats: self.publication.drawings.len() > 1,
            input: &sheet.source,
            pages: place.count,
            page: place.position + 1,
            part: place.part,
            title: sheet.document.page_title(&sheet.page, &sheet.lang),
            extension: drawing.format().extension(),
        };
        let file = self.publication.target.file_name(&nth);
        if let Some(path) = &file
            && !self.taken.insert(path.clone())
        {
            let source = sheet.source.clone();
            return Next::Told(Published::Failed { source, file, error: PublishError::SameName });
        }
        Next::Order(Order { sheet: Arc::clone(sheet), drawing, file, replaces: self.publication.replaces })
    }
}

/// Where a page stands among those of its document that are published.
#[derive(Clone, Copy)]
struct Place<'a> {
    /// Its position in the document, from 0.
    position: usize,
    /// How many of the document's pages are published.
    count: usize,
    /// What its file's name says of the part.
    part: &'a str,
}
