//! The picture of two charts: whatever was done to one of them is marked.

use laneway::{
    geom::Rect,
    locale::{Catalog, UiLang},
    model::{Document, PageId},
    pipeline::{self, Compared},
    revise::{Difference, Revision},
    scene::{Item, Part, Prim, Scene, Source},
};
use proptest::test_runner::TestRunner;

use super::{edit::template, merging::edited, undo_props::picks};
use crate::testing::cases;

fn compared(before: &Document, after: &Document) -> Compared {
    pipeline::compare([before, after], ["before", "after"], None, Catalog::of(UiLang::En))
}

/// The rings, frames and broad lines around what is marked, and the signs beside it.
fn marks(scene: &Scene) -> impl Iterator<Item = &Item> {
    let is_mark = |item: &&Item| item.source == Source::Mark && !matches!(item.prim, Prim::Text(_));
    // Over the page stands what the marks mean.
    let rule =
        scene.leaves().filter(is_mark).filter(|item| item.bounds.height() < 2.0 && item.part == Part::Line);
    let top = rule.map(|item| item.bounds.y0).fold(f64::INFINITY, f64::min);
    scene.leaves().filter(is_mark).filter(move |item| item.bounds.y0 > top + 1.0)
}

#[test]
fn a_chart_compared_with_itself_has_no_marks() {
    let chart = template("customer-service-process");
    let compared = compared(&chart, &chart);
    assert!(compared.differences.is_empty());
    for page in &compared.pages {
        assert_eq!(marks(&page.scene).count(), 0);
    }
}

#[test]
fn whatever_was_done_is_marked_where_it_was_done() {
    let base = template("customer-service-process");
    TestRunner::new(cases(24))
        .run(&picks(8), |picks| {
            let after = edited(&base, &picks, 1000);
            assert_marked(&compared(&base, &after));
            assert_marked(&compared(&after, &base));
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
}

/// Holds that every difference of a record is marked where the record is.
fn assert_marked(compared: &Compared) {
    for page in &compared.pages {
        assert_readable(&page.scene);
        let own = |difference: &&Difference| difference.page.as_ref() == Some(&page.page.id);
        for difference in compared.differences.iter().filter(own) {
            let spot = page.spot(&difference.record);
            let spot = spot.unwrap_or_else(|| panic!("{difference:?} has no place"));
            assert!(contains(page.scene.bounds, spot), "{difference:?} is beside the picture");
            let is_there = match difference.what {
                // What is gone is its own mark.
                Revision::Removed => page.scene.leaves().any(|item| spot.union(item.bounds) == spot),
                Revision::Added | Revision::Changed(_) => {
                    marks(&page.scene).any(|mark| near(mark.bounds, spot))
                }
            };
            assert!(is_there, "{difference:?} has no mark");
        }
    }
    let pages: Vec<&PageId> = compared.pages.iter().map(|page| &page.page.id).collect();
    let is_shown =
        |difference: &Difference| difference.page.as_ref().is_none_or(|page| pages.contains(&page));
    assert!(compared.differences.iter().all(is_shown), "{pages:?}");
}

fn near(mark: Rect, spot: Rect) -> bool {
    mark.inflate(12.0, 12.0).overlaps(spot)
}

fn contains(outer: Rect, inner: Rect) -> bool {
    outer.union(inner) == outer
}

/// Holds that no badge covers a text, and that nothing is cut off.
fn assert_readable(scene: &Scene) {
    let texts: Vec<&Item> = scene.leaves().filter(|item| matches!(item.prim, Prim::Text(_))).collect();
    for badge in scene.leaves().filter(|item| item.source == Source::Mark && item.part == Part::Marker) {
        let covered = texts.iter().find(|text| text.bounds.intersect(badge.bounds).area() > 1.0);
        assert!(covered.is_none(), "a badge at {:?} covers {covered:?}", badge.bounds);
    }
    for item in scene.leaves() {
        assert!(contains(scene.bounds, item.bounds), "{item:?} is cut off");
    }
}
