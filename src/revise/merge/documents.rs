//! The merge of whole documents.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    Conflict, ConflictKind, MergeSide, Unsettled,
    edits::Edits,
    field_merge::{FieldMerge, Three},
    list::{Misplaced, merge_order},
    marks::mark,
    page_merge::PageMerge,
};
use crate::{
    model::{Breach, Document, Link, Page, PageId, Properties, StepId, Text, TitleBlock},
    revise::{
        Field, FieldValue, RecordId, RecordName,
        page_pair::{PageSide, link_name},
    },
};

/// What came of a merge.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The document; its hard invariants hold. Conflicts are marked in it.
    pub document: Document,
    /// What both sides changed, each otherwise.
    pub conflicts: Vec<Conflict>,
    /// What is to be placed and routed, by page.
    pub unsettled: BTreeMap<PageId, Unsettled>,
}

/// Makes `ours` and `theirs` one, both being made from `base`. Refused where that would break a limit, such as the
/// number of steps.
pub fn merge(base: &Document, ours: &Document, theirs: &Document) -> Result<Merged, Breach> {
    let mut conflicts = Vec::new();
    let mut document = head(Three { base: Some(base), ours, theirs }, &mut conflicts);
    let mut merging = Merging {
        versions: Three { base: Some(base), ours, theirs },
        ours_edits: Edits::of(base, ours),
        theirs_edits: Edits::of(base, theirs),
        conflicts,
        unsettled: BTreeMap::new(),
    };
    document.pages = merging.pages();
    merging.clear_links(&mut document);
    let Merging { conflicts, unsettled, .. } = merging;
    mark(&mut document, &conflicts);
    document.check()?;
    Ok(Merged { document, conflicts, unsettled })
}

/// What two documents are made from that have nothing in common but their ids. Where one of them counts that cannot be
/// without a value, it is ours, so the base has what `theirs` has.
pub fn empty_base(theirs: &Document) -> Document {
    Document {
        id: None,
        title: Text::EMPTY,
        subtitle: Text::EMPTY,
        description: Text::EMPTY,
        language: theirs.language.clone(),
        title_block: TitleBlock::default(),
        theme: theirs.theme,
        line_jumps: theirs.line_jumps,
        properties: Properties::new(),
        pages: Vec::new(),
    }
}

/// What belongs to no page.
fn head(three: Three<&Document>, conflicts: &mut Vec<Conflict>) -> Document {
    let name = RecordName::Text(three.ours.title.clone());
    let mut fields = FieldMerge { page: None, record: RecordId::Document, name, conflicts };
    let block = three.map(|document| &document.title_block);
    let written = |text: &str| FieldValue::words(Some(text).filter(|text| !text.is_empty()));
    Document {
        id: three.map(|document| &document.id).settled().clone(),
        title: fields.text(Field::Title, three.map(|document| &document.title)),
        subtitle: fields.text(Field::Subtitle, three.map(|document| &document.subtitle)),
        description: fields.text(Field::Description, three.map(|document| &document.description)),
        language: fields
            .field(Field::Language, three.map(|document| &document.language), |lang| {
                FieldValue::Language(lang.clone())
            })
            .clone(),
        title_block: TitleBlock {
            version: fields
                .field(Field::Edition, block.map(|block| block.version.as_str()), written)
                .to_owned(),
            date: fields.text(Field::Date, block.map(|block| &block.date)),
            author: fields.text(Field::Author, block.map(|block| &block.author)),
        },
        theme: fields.field(Field::Theme, three.map(|document| document.theme), FieldValue::Theme),
        line_jumps: fields.field(
            Field::LineJumps,
            three.map(|document| document.line_jumps),
            FieldValue::LineJumps,
        ),
        properties: fields.properties(three.map(|document| &document.properties)),
        pages: Vec::new(),
    }
}

/// A merge on its way.
struct Merging<'m> {
    versions: Three<&'m Document>,
    ours_edits: Edits,
    theirs_edits: Edits,
    conflicts: Vec<Conflict>,
    unsettled: BTreeMap<PageId, Unsettled>,
}

impl Merging<'_> {
    fn pages(&mut self) -> Vec<Page> {
        let orders = self
            .versions
            .map(|document| document.pages.iter().map(|page| page.id.clone()).collect::<Vec<_>>());
        let mut kept: BTreeSet<PageId> =
            orders.ours.iter().chain(&orders.theirs).filter(|id| self.keeps_page(id)).cloned().collect();
        if kept.is_empty() {
            // Each side kept a page that the other one removed.
            kept = orders.ours.iter().cloned().collect();
        }
        let slices = Three {
            base: orders.base.as_deref(),
            ours: orders.ours.as_slice(),
            theirs: orders.theirs.as_slice(),
        };
        let merged = merge_order(slices, &kept);
        if merged.is_conflict {
            self.note_page_order(&orders.ours, &orders.theirs);
        }
        merged.order.iter().filter_map(|id| self.page(id)).collect()
    }

    /// Whether a page stays: both sides have it or one added it, or one removed what the other edited.
    fn keeps_page(&mut self, id: &PageId) -> bool {
        let Three { base, ours, theirs } = self.versions.map(|document| document.page(id));
        let was_there = base.flatten().is_some();
        let (page, edits, by) = match (ours, theirs) {
            (Some(page), None) => (page, &self.ours_edits, MergeSide::Theirs),
            (None, Some(page)) => (page, &self.theirs_edits, MergeSide::Ours),
            _ => return true,
        };
        let record = RecordId::Page(id.clone());
        if was_there && edits.has(&record) {
            let name = RecordName::Text(page.title.clone());
            let what = ConflictKind::Removed { by };
            self.conflicts.push(Conflict { page: Some(id.clone()), record, name, what });
            return true;
        }
        !was_there
    }

    fn note_page_order(&mut self, ours: &[PageId], theirs: &[PageId]) {
        let Some(apart) = Misplaced::first(ours, theirs) else { return };
        let name = |document: &Document, id: Option<&PageId>| {
            let page = id.and_then(|id| document.page(id));
            page.map(|page| RecordName::Text(page.title.clone()))
        };
        let versions = self.versions;
        let Some(own_name) = name(versions.ours, Some(apart.id)) else { return };
        let what = ConflictKind::Field {
            field: Field::Order,
            base: FieldValue::Nothing,
            ours: FieldValue::Behind(name(versions.ours, apart.behind_in_ours)),
            theirs: FieldValue::Behind(name(versions.theirs, apart.behind_in_theirs)),
        };
        let (page, record) = (Some(apart.id.clone()), RecordId::Page(apart.id.clone()));
        self.conflicts.push(Conflict { page, record, name: own_name, what });
    }

    fn page(&mut self, id: &PageId) -> Option<Page> {
        let Three { base, ours, theirs } = self.versions;
        let (of_ours, of_theirs) = match (ours.page(id), theirs.page(id)) {
            (Some(of_ours), Some(of_theirs)) => (of_ours, of_theirs),
            (page, other) => return page.or(other).cloned(),
        };
        let pages = Three { base: base.and_then(|base| base.page(id)), ours: of_ours, theirs: of_theirs };
        if !pages.is_conflict() {
            return Some(pages.settled().clone());
        }
        let (ours, theirs) = (PageSide::of(ours, of_ours), PageSide::of(theirs, of_theirs));
        let base = base.and_then(|document| Some(PageSide::of(document, document.page(id)?)));
        let merge = PageMerge {
            sides: Three { base: base.as_ref(), ours: &ours, theirs: &theirs },
            ours_edits: &self.ours_edits,
            theirs_edits: &self.theirs_edits,
            conflicts: &mut self.conflicts,
        };
        let (page, unsettled) = merge.merge();
        self.unsettled.insert(id.clone(), unsettled);
        Some(page)
    }

    /// Takes out links to what is gone: one side removed what the other linked to.
    fn clear_links(&mut self, document: &mut Document) {
        let pages: BTreeSet<PageId> = document.pages.iter().map(|page| page.id.clone()).collect();
        let steps: BTreeSet<StepId> =
            document.pages.iter().flat_map(|page| page.steps.keys().cloned()).collect();
        let is_gone = |link: &Link| match link {
            Link::Page(id) => !pages.contains(id),
            Link::Step(id) => !steps.contains(id),
            Link::Address(_) => false,
        };
        for page in &mut document.pages {
            let broken = page.steps.values_mut().filter(|step| step.link.as_ref().is_some_and(is_gone));
            for step in broken {
                let step = Arc::make_mut(step);
                let link = step.link.take();
                let Three { base, ours, theirs } = self.versions;
                let mut names =
                    [theirs, ours].into_iter().chain(base).map(|version| link_name(version, link.as_ref()));
                let theirs = names.find(|name| *name != FieldValue::Nothing).unwrap_or(FieldValue::Nothing);
                let (base, ours) = (FieldValue::Nothing, FieldValue::Nothing);
                self.conflicts.push(Conflict {
                    page: Some(page.id.clone()),
                    record: RecordId::Step(step.id.clone()),
                    name: RecordName::Text(step.text.clone()),
                    what: ConflictKind::Field { field: Field::Link, base, ours, theirs },
                });
            }
        }
    }
}
