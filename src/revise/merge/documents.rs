//! The merge of whole documents.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    Conflict, ConflictKind, MergeSide, Unsettled,
    edits::Edits,
    field_merge::{FieldMerge, Three},
    list::{MergedOrder, merge_order},
    marks::mark,
    named::named,
    page_merge::PageMerge,
};
use crate::{
    locale::Lang,
    model::{Breach, Document, Link, MarkedValue, Page, PageId, Properties, Step, StepId, Text, TitleBlock},
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
    let versions = Three { base: Some(base), ours, theirs };
    let (ours_edits, theirs_edits) = (Edits::of(base, ours), Edits::of(base, theirs));
    let mut needed = BTreeSet::new();
    loop {
        let (conflicts, unsettled, wanted) = Default::default();
        let edits = [&ours_edits, &theirs_edits];
        let mut merging = Merging { versions, edits, needed: &needed, conflicts, unsettled, wanted };
        let mut document = merging.document();
        merging.want_what_is_named(&document);
        let Merging { mut conflicts, unsettled, wanted, .. } = merging;
        // What a record hangs on that was removed stays with all that it brings along, which may need more.
        if !wanted.is_subset(&needed) {
            needed.extend(wanted);
            continue;
        }
        clear_links(versions, &mut document, &mut conflicts);
        mark(&mut document, &conflicts);
        document.check()?;
        return Ok(Merged { document, conflicts, unsettled });
    }
}

/// Whether two documents can have been made from the same.
///
/// They have the id of one document, or half of the steps of the smaller one in common. A few may be called alike by
/// chance, as those of different templates are. Of a document without steps nobody knows.
pub fn are_related(one: &Document, other: &Document) -> bool {
    let has_id = one.id.is_some() && one.id == other.id;
    let [one, other] = [one, other].map(|document| {
        document.pages.iter().flat_map(|page| page.steps.keys()).collect::<BTreeSet<&StepId>>()
    });
    has_id || one.intersection(&other).count() * 2 >= one.len().min(other.len())
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
        translations: BTreeSet::new(),
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
    let record = RecordId::Document;
    let mut fields = FieldMerge { versions: three, page: None, record, name, conflicts };
    let block = three.map(|document| &document.title_block);
    let written = |text: &str| MarkedValue::Words(Some(text.to_owned()).filter(|text| !text.is_empty()));
    Document {
        id: three.map(|document| &document.id).settled().clone(),
        title: fields.text(Field::Title, three.map(|document| &document.title)),
        subtitle: fields.text(Field::Subtitle, three.map(|document| &document.subtitle)),
        description: fields.text(Field::Description, three.map(|document| &document.description)),
        language: fields
            .field(Field::Language, three.map(|document| &document.language), |lang| {
                MarkedValue::Language(lang.clone())
            })
            .clone(),
        translations: merged_translations(three.map(|document| &document.translations)),
        title_block: TitleBlock {
            version: fields
                .field(Field::Edition, block.map(|block| block.version.as_str()), written)
                .to_owned(),
            date: fields.text(Field::Date, block.map(|block| &block.date)),
            author: fields.text(Field::Author, block.map(|block| &block.author)),
        },
        theme: fields.field(Field::Theme, three.map(|document| document.theme), MarkedValue::Theme),
        line_jumps: fields.field(
            Field::LineJumps,
            three.map(|document| document.line_jumps),
            MarkedValue::LineJumps,
        ),
        properties: fields.properties(three.map(|document| &document.properties)),
        pages: Vec::new(),
    }
}

/// The languages beside its own, each on its own: it came, it went, or it is as it was.
fn merged_translations(three: Three<&BTreeSet<Lang>>) -> BTreeSet<Lang> {
    let langs = three.ours.union(three.theirs);
    // Both sides have what the base has not only if both added it.
    let is_there = |lang: &&Lang| Three {
        base: Some(three.base.is_some_and(|base| base.contains(*lang))),
        ours: three.ours.contains(*lang),
        theirs: three.theirs.contains(*lang),
    };
    langs.filter(|lang| is_there(lang).settled()).cloned().collect()
}

/// A merge on its way.
struct Merging<'m> {
    versions: Three<&'m Document>,
    /// Ours and theirs.
    edits: [&'m Edits; 2],
    /// What stays although one side removed it and the other left it as it was.
    needed: &'m BTreeSet<RecordId>,
    conflicts: Vec<Conflict>,
    unsettled: BTreeMap<PageId, Unsettled>,
    /// What turned out to be needed.
    wanted: BTreeSet<RecordId>,
}

impl Merging<'_> {
    fn document(&mut self) -> Document {
        let mut document = head(self.versions, &mut self.conflicts);
        document.pages = self.pages();
        document
    }

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
        self.note_page_order(&merged);
        merged.ours.iter().filter_map(|id| self.page(id)).collect()
    }

    /// Whether a page stays: both sides have it or one added it, or one removed what the other edited.
    fn keeps_page(&mut self, id: &PageId) -> bool {
        let Three { base, ours, theirs } = self.versions.map(|document| document.page(id));
        let was_there = base.flatten().is_some();
        let (page, edits, by) = match (ours, theirs) {
            (Some(page), None) => (page, self.edits[0], MergeSide::Theirs),
            (None, Some(page)) => (page, self.edits[1], MergeSide::Ours),
            _ => return true,
        };
        let record = RecordId::Page(id.clone());
        if was_there && (edits.has(&record) || self.needed.contains(&record)) {
            let name = RecordName::Text(page.title.clone());
            let what = ConflictKind::Removed { by };
            self.conflicts.push(Conflict { page: Some(id.clone()), record, name, what });
            return true;
        }
        !was_there
    }

    fn note_page_order(&mut self, merged: &MergedOrder<PageId>) {
        for apart in merged.misplaced() {
            let Three { base: _, ours, theirs } = self.versions;
            let Some(page) = ours.page(apart.id).or_else(|| theirs.page(apart.id)) else { continue };
            let name = RecordName::Text(page.title.clone());
            let (versions, page, record) = (self.versions, Some(apart.id), RecordId::Page(apart.id.clone()));
            let mut fields = FieldMerge { versions, page, record, name, conflicts: &mut self.conflicts };
            fields.differs(Field::Order, &apart.places());
        }
    }

    fn page(&mut self, id: &PageId) -> Option<Page> {
        let Three { base, ours, theirs } = self.versions;
        let (of_ours, of_theirs) = match (ours.page(id), theirs.page(id)) {
            (Some(of_ours), Some(of_theirs)) => (of_ours, of_theirs),
            (page, other) => return page.or(other).cloned(),
        };
        let pages = Three { base: base.and_then(|base| base.page(id)), ours: of_ours, theirs: of_theirs };
        if !pages.is_conflict() && self.needed.is_empty() {
            return Some(pages.settled().clone());
        }
        let (ours, theirs) = (PageSide::of(ours, of_ours), PageSide::of(theirs, of_theirs));
        let base = base.and_then(|document| Some(PageSide::of(document, document.page(id)?)));
        let merge = PageMerge {
            sides: Three { base: base.as_ref(), ours: &ours, theirs: &theirs },
            edits: self.edits,
            needed: self.needed,
            conflicts: &mut self.conflicts,
            wanted: &mut self.wanted,
        };
        let (page, unsettled) = merge.merge();
        self.unsettled.insert(id.clone(), unsettled);
        Some(page)
    }

    /// Wants the records that `document` lacks and that a link leads to which one side made, or that the other version
    /// of a conflict names.
    fn want_what_is_named(&mut self, document: &Document) {
        let base = self.versions.base;
        let steps = document.pages.iter().flat_map(|page| page.steps.values());
        let is_new = |step: &Step| {
            let before = base.and_then(|base| base.pages.iter().find_map(|page| page.steps.get(&step.id)));
            before.is_none_or(|before| before.link != step.link)
        };
        let linked = steps.filter_map(|step| Some((step, linked(step.link.as_ref()?)?)));
        let linked = linked.filter(|(step, _)| is_new(step)).map(|(_, record)| record);
        let marked = self.conflicts.iter().filter_map(|conflict| match &conflict.what {
            ConflictKind::Field { marked, .. } => named(marked),
            ConflictKind::Removed { .. } | ConflictKind::Gone { .. } => None,
        });
        self.wanted.extend(linked.chain(marked).filter(|record| !record.is_in(document)));
    }
}

/// The record that a link leads to.
fn linked(link: &Link) -> Option<RecordId> {
    match link {
        Link::Page(id) => Some(RecordId::Page(id.clone())),
        Link::Step(id) => Some(RecordId::Step(id.clone())),
        Link::Address(_) => None,
    }
}

/// Takes out links to what is gone: one side removed what the other linked to.
fn clear_links(versions: Three<&Document>, document: &mut Document, conflicts: &mut Vec<Conflict>) {
    let is_gone = |link: &Link| linked(link).is_some_and(|record| !record.is_in(document));
    let steps = document.pages.iter().flat_map(|page| page.steps.values().map(move |step| (page, step)));
    let broken = steps.filter(|(_, step)| step.link.as_ref().is_some_and(is_gone));
    let broken: Vec<(PageId, StepId)> =
        broken.map(|(page, step)| (page.id.clone(), step.id.clone())).collect();
    for (page_id, id) in broken {
        let page = document.pages.iter_mut().find(|page| page.id == page_id);
        let Some(step) = page.and_then(|page| page.steps.get_mut(&id)) else { continue };
        let step = Arc::make_mut(step);
        let link = step.link.take();
        let Three { base, ours, theirs } = versions;
        let names = [ours, theirs].into_iter().chain(base).map(|version| link_name(version, link.as_ref()));
        let to = names.into_iter().find(|name| *name != FieldValue::Nothing).unwrap_or(FieldValue::Nothing);
        conflicts.push(Conflict {
            page: Some(page_id),
            record: RecordId::Step(id),
            name: RecordName::Text(step.text.clone()),
            what: ConflictKind::Gone { link: Some(to) },
        });
    }
}
