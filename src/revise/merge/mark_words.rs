//! The words of what a merge left to be decided.

use crate::{
    locale::{Catalog, Lang},
    model::{Document, MergeMark, Text},
    revise::{
        Field,
        words::{Words, quoted},
    },
};

/// What `mark` is about, and the `value` that the other version has there, both in the language of `catalog`; names of
/// `document` are read in that language where they are in it.
pub fn say_mark(mark: &MergeMark, value: &str, document: &Document, catalog: &Catalog) -> [String; 2] {
    let field = Field::of_code(&mark.field, mark.part.as_deref());
    let what = match &field {
        Some(field) => field.say(catalog, true),
        None if mark.field == MergeMark::REMOVED => catalog.text("revise-mark-removed"),
        None => {
            [mark.field.as_str(), mark.part.as_deref().unwrap_or_default()].join(" ").trim_end().to_owned()
        }
    };
    let lang: Lang = catalog.lang().into();
    let words = Words { catalog, lang: &lang, fallback: &document.language, names_languages: true };
    let what = match mark.record.as_deref().and_then(|record| say_record(record, document, &words)) {
        Some(record) => format!("{record}, {what}"),
        None => what,
    };
    [what, say_value(mark, field.as_ref(), value, catalog)]
}

fn say_value(mark: &MergeMark, field: Option<&Field>, value: &str, catalog: &Catalog) -> String {
    match (value, field) {
        (MergeMark::BY_US, None) if mark.field == MergeMark::REMOVED => {
            catalog.text("revise-mark-removed-here")
        }
        (MergeMark::BY_THEM, None) if mark.field == MergeMark::REMOVED => {
            catalog.text("revise-mark-removed-there")
        }
        ("", _) => catalog.text("panel-nothing"),
        (_, Some(Field::Language)) => {
            Lang::parse(value).map_or_else(|_| value.to_owned(), |lang| lang.name(catalog))
        }
        (_, Some(Field::Kind | Field::Role | Field::Theme | Field::LineJumps | Field::Orientation)) => {
            let known = |key: &str| if catalog.has(key) { catalog.text(key) } else { key.to_owned() };
            match value.split_once(' ').filter(|(key, _)| catalog.has(key)) {
                Some((key, variant)) => format!("{} ({})", known(key), known(variant)),
                None => known(value),
            }
        }
        (_, Some(field)) if !field.is_text() => value.to_owned(),
        _ => quoted(value),
    }
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
    let name = name.map_or_else(|| quoted(id), |name| words.text(&name));
    Some(words.catalog.text_with(key, &[("name", name.into())]))
}
