//! Finds in what two documents differ.

use std::collections::BTreeSet;

use super::{
    Difference, Differences, Field, FieldChange, FieldValue, RecordId, RecordName, Revision,
    comparison::Comparison, order::moved, page_pair::PagePair,
};
use crate::{
    locale::Lang,
    model::{Document, Page},
};

/// In what `after` differs from `before`. The same document differs in nothing.
pub fn diff(before: &Document, after: &Document) -> Differences {
    let mut list = Vec::new();
    head(before, after, &mut list);
    pages(before, after, &mut list);
    let languages: BTreeSet<Lang> = before.languages().into_iter().chain(after.languages()).collect();
    let pages = if before.pages.len().max(after.pages.len()) > 1 {
        let title = |document: &Document, page: &Page| {
            (page.id.clone(), if page.title.is_empty() { document.title.clone() } else { page.title.clone() })
        };
        let gone = before.pages.iter().filter(|page| after.page(&page.id).is_none());
        after
            .pages
            .iter()
            .map(|page| title(after, page))
            .chain(gone.map(|page| title(before, page)))
            .collect()
    } else {
        Vec::new()
    };
    Differences { list, language: after.language.clone(), names_languages: languages.len() > 1, pages }
}

fn head(before: &Document, after: &Document, list: &mut Vec<Difference>) {
    let name = RecordName::Text(after.title.clone());
    let mut found = Comparison { list, page: None, record: RecordId::Document, name };
    found.text(Field::Title, &before.title, &after.title);
    found.text(Field::Subtitle, &before.subtitle, &after.subtitle);
    found.text(Field::Description, &before.description, &after.description);
    found
        .field(Field::Language, &before.language, &after.language, |lang| FieldValue::Language(lang.clone()));
    for lang in before.translations.union(&after.translations) {
        let [old, new] = [before, after].map(|document| document.translations.contains(lang));
        let value = |has: bool| if has { FieldValue::Language(lang.clone()) } else { FieldValue::Nothing };
        found.field(Field::Translation(lang.clone()), old, new, value);
    }
    let [old, new] = [&before.title_block, &after.title_block];
    let written = |text: &str| FieldValue::words(Some(text).filter(|text| !text.is_empty()));
    found.field(Field::Edition, old.version.as_str(), new.version.as_str(), written);
    found.text(Field::Date, &old.date, &new.date);
    found.text(Field::Author, &old.author, &new.author);
    found.field(Field::Theme, before.theme, after.theme, FieldValue::Theme);
    found.field(Field::LineJumps, before.line_jumps, after.line_jumps, FieldValue::LineJumps);
    found.properties(&before.properties, &after.properties);
}

/// The pages that came, went, moved and changed.
fn pages(before: &Document, after: &Document, list: &mut Vec<Difference>) {
    let whole = |page: &Page, what| Difference {
        page: Some(page.id.clone()),
        record: RecordId::Page(page.id.clone()),
        name: RecordName::Text(page.title.clone()),
        what,
    };
    let order = |document: &Document| document.pages.iter().map(|page| page.id.clone()).collect::<Vec<_>>();
    let (old_order, new_order) = (order(before), order(after));
    let moved = moved(&old_order, &new_order);
    for page in &after.pages {
        let Some(old) = before.page(&page.id) else {
            list.push(whole(page, Revision::Added));
            continue;
        };
        if moved.contains(&&page.id) {
            let behind = |document: &Document| {
                let at = document.pages.iter().position(|other| other.id == page.id);
                let other = at.and_then(|at| at.checked_sub(1)).and_then(|at| document.pages.get(at));
                FieldValue::Behind(other.map(|other| RecordName::Text(other.title.clone())))
            };
            let change = FieldChange { field: Field::Order, before: behind(before), after: behind(after) };
            list.push(whole(page, Revision::Changed(change)));
        }
        PagePair::of([before, after], [old, page]).compare(list);
    }
    let gone = before.pages.iter().filter(|page| after.page(&page.id).is_none());
    list.extend(gone.map(|page| whole(page, Revision::Removed)));
}
