//! The words of what a merge left to be decided.

use crate::{
    locale::{Catalog, Lang, Value},
    model::{Document, MarkedValue, MergeMark, Text},
    revise::{
        Field, FieldValue,
        words::{Words, quoted},
    },
};

/// What `mark` is about and what the other version has there, which is kept as `text`, as a sentence about the `record`.
///
/// It is in the language of `catalog`; names of `document` are read in that language where they are in it. A mark that
/// names its record itself is about that one.
pub fn say_mark(
    mark: &MergeMark,
    text: &str,
    record: &str,
    document: &Document,
    catalog: &Catalog,
) -> String {
    let lang: Lang = catalog.lang().into();
    let words = Words { catalog, lang: &lang, fallback: &document.language, names_languages: true };
    let named = mark.record.as_deref().and_then(|record| say_record(record, document, &words));
    let record = ("record", named.unwrap_or_else(|| record.to_owned()).into());
    let value = MarkedValue::parse(mark, text);
    match value {
        Some(MarkedValue::RemovedThere) => catalog.text_with("revise-mark-removed-there", &[record]),
        Some(MarkedValue::RemovedHere) => catalog.text_with("revise-mark-removed-here", &[record]),
        value => {
            let value = value.map(|value| FieldValue::of(&value, document));
            let said = value.map_or_else(|| quoted(text, catalog), |value| words.within(&value));
            say_field(mark, &said, record, catalog)
        }
    }
}

fn say_field(mark: &MergeMark, value: &str, record: (&str, Value<'_>), catalog: &Catalog) -> String {
    let field = Field::of_code(&mark.field, mark.part.as_deref());
    let (verb, said) = match &field {
        Some(field) => (field.verb(), field.say(catalog, true)),
        None => ("field", mark.field.clone()),
    };
    let values = [record, ("field", said.into()), ("value", value.into())];
    catalog.text_with(&format!("revise-mark-{verb}"), &values)
}

/// The record of a kind and an id.
fn say_record(record: &str, document: &Document, words: &Words<'_>) -> Option<String> {
    let (kind, id) = record.split_once(' ')?;
    let pages = || document.pages.iter();
    let title = |title: &Text| title.clone();
    let (key, name) = match kind {
        "page" => ("revise-page", pages().find(|page| page.id.as_str() == id).map(|page| title(&page.title))),
        "lane" => {
            let lane = pages().flat_map(|page| &page.lanes).find(|lane| lane.id.as_str() == id);
            ("revise-lane", lane.map(|lane| title(&lane.title)))
        }
        "pool" => {
            let pool = pages().flat_map(|page| page.pools.values()).find(|pool| pool.id.as_str() == id);
            ("revise-pool", pool.map(|pool| title(&pool.title)))
        }
        "phase" => {
            let phase = pages().flat_map(|page| &page.phases).find(|phase| phase.id.as_str() == id);
            ("revise-phase", phase.map(|phase| title(&phase.title)))
        }
        "step" => ("revise-step", None),
        "connector" => ("revise-connector", None),
        _ => return None,
    };
    let name = name.map_or_else(|| quoted(id, words.catalog), |name| words.text(&name));
    Some(words.catalog.text_with(key, &[("name", name.into())]))
}
