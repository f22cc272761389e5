//! A comparison that was made in the background.

use std::sync::Arc;

use super::side::{Side, SideChart};
use crate::{
    locale::{Catalog, Lang},
    model::{Document, PageId},
    pipeline::{self, Compared, OpenError},
    revise::{Difference, RevisionKind},
    ui::{
        canvas::Picture,
        dialogs::{CompareLine, ComparePage},
    },
};

/// A comparison as it is found on its thread.
pub(super) struct FoundComparison {
    documents: [Arc<Document>; 2],
    compared: Arc<Compared>,
    lines: Vec<CompareLine>,
    summary: String,
    titles: Vec<String>,
}

/// A comparison as it is shown.
pub(super) struct MadeComparison {
    pub(super) compared: Arc<Compared>,
    pub(super) lines: Vec<CompareLine>,
    pub(super) pages: Vec<ComparePage>,
    pub(super) summary: String,
}

/// What two charts are compared in.
#[derive(Clone)]
pub(super) struct CompareWords {
    /// The language of the charts' texts.
    pub(super) lang: Lang,
    /// The language of the sentences.
    pub(super) catalog: &'static Catalog,
}

/// Opens both charts and compares them.
pub(super) fn find(sides: &[Side; 2], words: &CompareWords) -> Result<FoundComparison, OpenError> {
    let CompareWords { lang, catalog } = words;
    let [before, after] = sides;
    let documents = [before.chart.open(lang)?, after.chart.open(lang)?];
    let [old, new] = &documents;
    let compared = pipeline::compare([old, new], [&before.name, &after.name], Some(lang), catalog);
    let titles = compared.pages.iter().map(|page| new.page_title(&page.page, lang).to_owned()).collect();
    let (lines, summary) = (lines(&compared, words), compared.differences.summary(catalog));
    Ok(FoundComparison { documents, compared: Arc::new(compared), lines, summary, titles })
}

impl FoundComparison {
    /// What is shown of it. The charts are at hand from now on.
    pub(super) fn shown(self, sides: &mut [Side; 2]) -> MadeComparison {
        let Self { documents, compared, lines, summary, titles } = self;
        for (side, document) in sides.iter_mut().zip(documents) {
            side.chart = SideChart::Document(document);
        }
        let pages = compared.pages.iter().zip(titles);
        let pages = pages.map(|(page, title)| ComparePage { title, picture: Picture::new(&page.scene) });
        MadeComparison { pages: pages.collect(), compared, lines, summary }
    }
}

/// The differences in words: what is of no page first, then page by page, and of each what was only moved last.
fn lines(compared: &Compared, words: &CompareWords) -> Vec<CompareLine> {
    let mut lines: Vec<CompareLine> = lines_of(compared, None, words).collect();
    let has_headings = compared.pages.len() > 1;
    for (at, page) in compared.pages.iter().enumerate() {
        let own: Vec<_> = lines_of(compared, Some((at, &page.page.id)), words).collect();
        if has_headings && !own.is_empty() {
            let title = page.page.title.get(&words.lang, &words.lang).to_owned();
            let values = [
                ("number", (at + 1).into()),
                ("count", compared.pages.len().into()),
                ("title", title.into()),
            ];
            let words = words.catalog.text_with("ui-compare-page", &values);
            lines.push(CompareLine { words, kind: None, page: Some(at), spot: None });
        }
        lines.extend(own);
    }
    lines
}

/// The differences of a page, or of no page.
fn lines_of<'c>(
    compared: &'c Compared,
    page: Option<(usize, &'c PageId)>,
    words: &'c CompareWords,
) -> impl Iterator<Item = CompareLine> + 'c {
    let of_page = move |difference: &&Difference| difference.page.as_ref() == page.map(|(_, id)| id);
    let all = move || compared.differences.iter().filter(of_page);
    let ordered = all().filter(|one| !one.is_place()).chain(all().filter(|one| one.is_place()));
    ordered.map(move |difference| {
        let at = page.map(|(at, _)| at);
        let sentence = compared.differences.sentence(difference, words.catalog, &words.lang);
        CompareLine {
            words: sentence,
            kind: Some(RevisionKind::of(&difference.what)),
            page: at,
            spot: at.and_then(|at| compared.pages.get(at)).and_then(|page| page.spot(&difference.record)),
        }
    })
}
