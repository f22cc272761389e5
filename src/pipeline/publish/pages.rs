//! Which pages are meant.

use std::{collections::BTreeSet, ops::RangeInclusive};

use crate::{
    locale::fold,
    model::{Document, Page},
};

/// Which pages of a document are meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Pages {
    /// All of them.
    #[default]
    All,
    /// Those at these positions, from 0, as far as there are such.
    At(Vec<usize>),
    /// Those that a person named: by numbers from 1 such as `2`, `1-3` and `2,4-6`, else by title.
    Named(String),
}

/// A document has no page that is called so; those that it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchPage {
    /// What was asked for.
    pub name: String,
    /// The titles of the pages that there are.
    pub known: Vec<String>,
}

impl Pages {
    /// What a person wrote; `all` means every page.
    pub fn parse(text: &str) -> Self {
        if text == "all" { Self::All } else { Self::Named(text.trim().to_owned()) }
    }

    /// The positions in `document` of the pages that are meant, in the document's order.
    pub fn of(&self, document: &Document) -> Result<Vec<usize>, NoSuchPage> {
        let count = document.pages.len();
        match self {
            Self::All => Ok((0..count).collect()),
            Self::At(pages) => Ok(pages.iter().copied().filter(|page| *page < count).collect()),
            Self::Named(name) => numbered(name, count)
                .or_else(|| Some(titled(document, name)).filter(|pages| !pages.is_empty()))
                .ok_or_else(|| NoSuchPage { name: name.clone(), known: known(document) }),
        }
    }
}

/// The pages with that title in any language.
fn titled(document: &Document, name: &str) -> Vec<usize> {
    let name = fold(name);
    let is_called = |page: &Page| {
        let title = if page.title.is_empty() { &document.title } else { &page.title };
        title.iter().any(|(_, title)| fold(title) == name)
    };
    (0..).zip(&document.pages).filter(|(_, page)| is_called(page)).map(|(at, _)| at).collect()
}

/// The positions that `2`, `1-3` or `2,4-6` mean; `None` where it is no such list or goes past `count`.
fn numbered(text: &str, count: usize) -> Option<Vec<usize>> {
    let mut pages = BTreeSet::new();
    for part in text.split(',') {
        let range = range(part.trim())?;
        if *range.start() == 0 || range.start() > range.end() || *range.end() > count {
            return None;
        }
        pages.extend(range.map(|number| number - 1));
    }
    Some(pages.into_iter().collect())
}

fn range(text: &str) -> Option<RangeInclusive<usize>> {
    match text.split_once(['-', '–']) {
        Some((from, to)) => Some(from.trim().parse().ok()?..=to.trim().parse().ok()?),
        None => text.parse().ok().map(|page| page..=page),
    }
}

/// The titles of all pages.
fn known(document: &Document) -> Vec<String> {
    let titles = document.pages.iter().map(|page| document.page_title(page, &document.language));
    titles.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_ranges_are_read_as_people_write_them() {
        for (text, pages) in [
            ("2", Some(vec![1])),
            ("1-3", Some(vec![0, 1, 2])),
            ("2, 4-6", Some(vec![1, 3, 4, 5])),
            ("3,1-2,2", Some(vec![0, 1, 2])),
            ("6–6", Some(vec![5])),
            ("0", None),
            ("3-2", None),
            ("5-7", None),
            ("1,,2", None),
            ("1-99999999999999999999", None),
            ("one", None),
        ] {
            assert_eq!(numbered(text, 6), pages, "{text}");
        }
    }
}
