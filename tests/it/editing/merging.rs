//! Two people's work on one chart, made one: whatever they did, in whatever order.

use std::{cell::Cell, collections::BTreeSet};

use laneway::{
    edit::Editor,
    locale::{Catalog, UiLang},
    model::Document,
    pipeline,
    revise::{ConflictKind, Differences, Merged, Revision, diff},
};
use proptest::test_runner::TestRunner;

use super::{
    edit::template,
    undo_props::{Chooser, Pick, picks},
};
use crate::testing::cases;

/// What came of doing `picks` to `base`; names of new records begin at `first`.
pub(super) fn edited(base: &Document, picks: &[Pick], first: u32) -> Document {
    let mut editor = Editor::new(base.clone(), pipeline::fonts(), true);
    for (pick, count) in picks.iter().zip(first..) {
        let document = Document::clone(editor.document());
        let Some(page) = editor.page().cloned() else { continue };
        let command = Chooser { document: &document, page: &page, count }.command(pick);
        // What is refused changes nothing.
        editor.run(&command).unwrap_or_default();
    }
    Document::clone(editor.document())
}

pub(super) fn merged(base: &Document, ours: &Document, theirs: &Document) -> Merged {
    pipeline::merge(base, ours, theirs).expect("a merge of sound charts is sound")
}

/// The records that came, went and changed in meaning, each field on its own.
fn touched(found: &Differences) -> BTreeSet<String> {
    let meant = found.iter().filter(|difference| !difference.is_place());
    let keys = meant.map(|difference| match &difference.what {
        Revision::Added | Revision::Removed => format!("{:?}", difference.record),
        Revision::Changed(change) => format!("{:?} {:?}", difference.record, change.field),
    });
    keys.collect()
}

/// The same without phases: they follow from where steps stand, and steps make room for each other.
fn without_phases(touched: &BTreeSet<String>) -> BTreeSet<String> {
    touched.iter().filter(|key| !key.ends_with(" Phase")).cloned().collect()
}

/// The fields that both sides changed. What stays because the other side needs it hangs on which side is ours.
fn contested(merged: &Merged) -> BTreeSet<String> {
    let fields = merged.conflicts.iter().filter_map(|conflict| match &conflict.what {
        ConflictKind::Field { field, .. } => Some(format!("{:?} {field:?}", conflict.record)),
        ConflictKind::Removed { .. } | ConflictKind::Gone { .. } => None,
    });
    fields.collect()
}

/// Whether one side removed anything: what hangs on it may be what the other side edits.
fn removes(found: &Differences) -> bool {
    found.iter().any(|difference| difference.what == Revision::Removed)
}

/// Holds two documents to be the same, and says in what they differ.
fn assert_same(one: &Document, other: &Document) {
    let lines = || diff(one, other).lines(Catalog::of(UiLang::En), &UiLang::En.into());
    assert!(one == other, "{:?}", lines());
}

#[test]
fn what_neither_changed_stays_byte_for_byte() {
    for template in &laneway::template::TEMPLATES {
        let base = pipeline::open_template(template).expect("it opens");
        let steps: Vec<_> = base.pages[0].steps.values().cloned().collect();
        let written = |step: &laneway::model::Step, word: &str| {
            let mut document = base.clone();
            let step = document.pages[0].steps.get_mut(&step.id).expect("the step");
            std::sync::Arc::make_mut(step).text.set(UiLang::En.into(), word);
            document
        };
        let (first, last) = (&steps[0], &steps[steps.len() - 1]);
        let merged = merged(&base, &written(first, "Ours"), &written(last, "Theirs"));
        let [before, after] = [&base, &merged.document].map(laneway::persist::to_ron);
        assert_eq!(before.lines().count(), after.lines().count(), "{}", template.id);
        let changed: Vec<_> = before.lines().zip(after.lines()).filter(|(old, new)| old != new).collect();
        assert_eq!(changed.len(), 2, "{}: {changed:#?}", template.id);
    }
}

#[test]
fn whatever_two_people_do_becomes_one_sound_chart() {
    let base = template("customer-service-process");
    let [pairs, clean, disjoint] = [(); 3].map(|()| Cell::new(0));
    let add = |count: &Cell<usize>| count.set(count.get() + 1);
    TestRunner::new(cases(24))
        .run(&(picks(6), picks(6)), |(ours, theirs)| {
            let (ours, theirs) = (edited(&base, &ours, 1000), edited(&base, &theirs, 2000));
            let one = merged(&base, &ours, &theirs);
            assert_eq!(one.document.check(), Ok(()));
            let bytes = laneway::persist::to_ron(&one.document);
            assert!(laneway::persist::load(bytes.as_bytes(), "merged.ron").is_ok());
            // Merging with oneself, or with nothing, is the identity.
            assert_same(&merged(&base, &ours, &ours).document, &ours);
            assert_same(&merged(&base, &ours, &base).document, &ours);
            assert_same(&merged(&base, &base, &theirs).document, &theirs);
            // The order of the two sides changes nothing but which of them is ours.
            let other = merged(&base, &theirs, &ours);
            assert_eq!(contested(&one), contested(&other));
            assert_eq!(one.conflicts.is_empty(), other.conflicts.is_empty());
            if one.conflicts.is_empty() {
                let apart = touched(&diff(&one.document, &other.document));
                assert_eq!(without_phases(&apart), BTreeSet::new());
            }
            // Edits of different fields all arrive.
            let (mine, yours) = (diff(&base, &ours), diff(&base, &theirs));
            add(&pairs);
            if one.conflicts.is_empty() {
                add(&clean);
            }
            if !removes(&mine) && !removes(&yours) && touched(&mine).is_disjoint(&touched(&yours)) {
                add(&disjoint);
                assert!(one.conflicts.is_empty(), "{:?}", one.conflicts);
                let arrived = touched(&diff(&base, &one.document));
                let expected = touched(&mine).union(&touched(&yours)).cloned().collect();
                assert_eq!(without_phases(&arrived), without_phases(&expected));
            }
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    let [pairs, clean, disjoint] = [pairs, clean, disjoint].map(Cell::into_inner);
    crate::run::say(&format!("{pairs} pairs merged, {clean} without conflicts, {disjoint} of edits apart"));
}
