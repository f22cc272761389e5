//! What is compared, and what comes of it.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    geom::Rect,
    locale::{Catalog, Lang},
    model::{Document, Page},
    revise::RecordId,
    scene::{self, Item, MARGIN, Meta, Scene, View},
    text::Fonts,
};

/// Two documents, and how they are shown.
#[derive(Clone, Copy)]
pub struct ComparedDocuments<'a> {
    /// The fonts that texts are set in.
    pub fonts: &'a Fonts,
    /// The older one.
    pub before: &'a Document,
    /// The newer one.
    pub after: &'a Document,
    /// What people call the two.
    pub names: [&'a str; 2],
    /// The language of the charts' texts.
    pub lang: &'a Lang,
    /// The language of what is said of them.
    pub catalog: &'a Catalog,
}

impl ComparedDocuments<'_> {
    /// A page of one of them, as it is drawn without marks.
    pub(super) fn scene(&self, document: &Document, page: &Page) -> Scene {
        scene::build(&View { fonts: self.fonts, document, page, lang: self.lang })
    }
}

/// A page with marks on what became of its records.
#[derive(Clone, Debug)]
pub struct MarkedPage {
    /// The page as it is afterwards, or as it was where it is gone.
    pub page: Page,
    /// The picture.
    pub scene: Scene,
    /// Where on it each record is that differs.
    pub(super) spots: BTreeMap<RecordId, Rect>,
}

impl MarkedPage {
    /// Where on the page a record is, or was, that differs; `None`: it has no place.
    pub fn spot(&self, record: &RecordId) -> Option<Rect> {
        self.spots.get(record).copied()
    }
}

/// The picture of `items`; `words` say to who does not see it in what the page differs.
pub(super) fn finished(
    compared: &ComparedDocuments<'_>,
    meta: Meta,
    words: String,
    items: Vec<Arc<Item>>,
) -> Scene {
    let all = items.iter().map(|item| item.bounds).reduce(|all, one| all.union(one)).unwrap_or_default();
    let Rect { x0, y0, x1, y1 } = all.inset(MARGIN);
    let [before, after] = compared.names;
    let values = [("title", meta.title.into()), ("before", before.into()), ("after", after.into())];
    let title = compared.catalog.text_with("revise-picture-title", &values);
    let description = if words.is_empty() { compared.catalog.text("revise-equal") } else { words };
    Scene {
        bounds: Rect::new(x0.floor(), y0.floor(), x1.ceil(), y1.ceil()),
        meta: Meta { title, description: description.into(), lang: meta.lang, id: meta.id },
        items: items.into(),
    }
}
