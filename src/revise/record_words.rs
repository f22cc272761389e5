//! What records of one document are called.

use super::{RecordId, RecordName, words::Words};
use crate::{
    locale::{Catalog, Lang},
    model::{Document, End, Page, Text},
};

/// What a record of `document` is, and what it is called, in the language of `catalog`: `Step “Call back”`; names are
/// read in `lang`.
pub fn say_record(record: &RecordId, document: &Document, catalog: &Catalog, lang: &Lang) -> String {
    let words = Words { catalog, lang, fallback: &document.language, names_languages: true };
    let name = document.pages.iter().find_map(|page| name_on(page, record, document));
    words.record(record, &name.unwrap_or(RecordName::Text(Text::EMPTY)))
}

/// The name of a record where it is on `page`.
fn name_on(page: &Page, record: &RecordId, document: &Document) -> Option<RecordName> {
    let step = |end: &End| end.step().and_then(|id| page.steps.get(id)).map(|step| step.text.clone());
    let title = match record {
        RecordId::Document => return None,
        RecordId::Page(id) if page.id == *id && page.title.is_empty() => &document.title,
        RecordId::Page(id) => &Some(page).filter(|page| page.id == *id)?.title,
        RecordId::Lane(id) => &page.lanes.iter().find(|lane| lane.id == *id)?.title,
        RecordId::Pool(id) => &page.pools.get(id)?.title,
        RecordId::Phase(id) => &page.phases.iter().find(|phase| phase.id == *id)?.title,
        RecordId::Step(id) => &page.steps.get(id)?.text,
        RecordId::Connector(id) => {
            let connector = page.connectors.get(id)?;
            return Some(RecordName::Ends(step(&connector.from), step(&connector.to)));
        }
    };
    Some(RecordName::Text(title.clone()))
}
