//! What is said of two documents, and what is not.

use std::sync::Arc;

use laneway::{
    geom::{Orientation, Rect},
    locale::{Catalog, Lang, UiLang},
    model::{Document, Estimate, LaneId, Page, PageId, Role, Step, StepId, StepKind},
    testing::records::{at, connector, document, en, lane, step},
};

use super::{Revision, diff, merge, outline};

/// Two lanes, a step in each, and a line between them.
fn chart() -> Document {
    let mut lanes = vec![lane("front", Role::Employee, 200.0), lane("back", Role::Other, 200.0)];
    lanes[0].title = en("Front");
    lanes[1].title = en("Back");
    let id = PageId::parse("page").unwrap();
    let mut page = Page::blank(id, Orientation::Horizontal, lanes.into_iter().map(Arc::new).collect());
    for (id, lane, y) in [("call", "front", 50.0), ("answer", "back", 250.0)] {
        let mut step = step(id, StepKind::Process, lane, Rect::new(50.0, y, 150.0, y + 60.0));
        step.text = en(id);
        page.steps.insert(step.id.clone(), Arc::new(step));
    }
    page.connectors.insert(connector("line", at("call", None), at("answer", None)));
    document(vec![page])
}

fn change(document: &mut Document, id: &str, change: impl FnOnce(&mut Step)) {
    let step = document.pages[0].steps.get_mut(&StepId::parse(id).unwrap()).unwrap();
    change(Arc::make_mut(step));
}

fn lines(before: &Document, after: &Document) -> Vec<String> {
    diff(before, after).lines(Catalog::of(UiLang::En), &UiLang::En.into())
}

#[test]
fn a_document_differs_from_itself_in_nothing() {
    let found = diff(&chart(), &chart());
    assert!(found.is_empty());
    assert_eq!(found.summary(Catalog::of(UiLang::En)), "no difference");
}

#[test]
fn changes_are_said_by_record_and_field() {
    let (before, mut after) = (chart(), chart());
    change(&mut after, "call", |step| {
        step.text = en("call back");
        step.time.handling = Some(Estimate { usual: 5.0, best: None, worst: None });
    });
    change(&mut after, "answer", |step| {
        step.lane = LaneId::parse("front").unwrap();
        step.rect = Rect::new(250.0, 50.0, 350.0, 110.0);
    });
    after.pages[0].steps.insert(
        StepId::parse("new").unwrap(),
        Arc::new(step("new", StepKind::Note, "back", Rect::new(300.0, 250.0, 400.0, 300.0))),
    );
    assert_eq!(
        lines(&before, &after),
        [
            "Step “call back”: text changed from “call” to “call back”",
            "Step “call back”: handling time set to 5 min",
            "Step “answer” moved from the lane “Back” to the lane “Front”",
            "Step (without a name) added",
        ]
    );
    let found = diff(&before, &after);
    assert_eq!(found.summary(Catalog::of(UiLang::En)), "1 step added, 1 step changed, 1 step moved");
    assert_eq!(found.summary(Catalog::of(UiLang::Es)), "1 paso añadido, 1 paso modificado, 1 paso movido");
    let back = diff(&after, &before);
    assert!(back.iter().any(|difference| difference.what == Revision::Removed));
}

#[test]
fn what_moves_along_with_its_lane_did_not_move() {
    let (before, mut after) = (chart(), chart());
    Arc::make_mut(&mut after.pages[0].lanes[0]).size += 100.0;
    change(&mut after, "answer", |step| step.rect = Rect::new(50.0, 350.0, 150.0, 410.0));
    assert_eq!(lines(&before, &after), ["1 lane or phase has another size"]);
    change(&mut after, "call", |step| step.rect = Rect::new(90.0, 50.0, 190.0, 110.0));
    let said = lines(&before, &after);
    assert_eq!(said, ["1 step was moved on the page", "1 lane or phase has another size"]);
}

#[test]
fn lanes_that_change_places_are_named_and_no_others() {
    let (before, mut after) = (chart(), chart());
    after.pages[0].lanes.push(Arc::new(lane("third", Role::Other, 90.0)));
    after.pages[0].lanes.swap(0, 1);
    let said = lines(&before, &after);
    assert!(said.contains(&"Lane (without a name) added".to_owned()), "{said:?}");
    let moved: Vec<_> =
        said.iter().filter(|line| line.starts_with("Lane") && line.contains(" moved ")).collect();
    assert_eq!(moved, ["Lane “Back” moved to the front (it stood behind “Front”)"]);
}

#[test]
fn texts_are_told_apart_by_language_where_there_are_several() {
    let (before, mut after) = (chart(), chart());
    let es = Lang::parse("es").unwrap();
    change(&mut after, "call", |step| step.text.set(es.clone(), "llamar"));
    assert_eq!(lines(&before, &after), ["Step “call”: text (Spanish) set to “llamar”"]);
    let said = diff(&before, &after).lines(Catalog::of(UiLang::Es), &es);
    assert_eq!(said, ["Paso «llamar»: texto (español) ahora es «llamar»"]);
}

#[test]
fn an_outline_changes_with_the_meaning_and_not_with_places() {
    let said = |document: &Document| outline(document, Catalog::of(UiLang::En), &UiLang::En.into());
    let (before, mut after) = (chart(), chart());
    change(&mut after, "call", |step| step.rect = Rect::new(90.0, 50.0, 190.0, 110.0));
    assert_eq!(said(&before), said(&after));
    assert!(said(&before).contains("    “call”. Process in the lane Front.\n"), "{}", said(&before));
    assert!(said(&before).contains("        → “answer”\n"), "{}", said(&before));
    let long = "word ".repeat(100);
    change(&mut after, "call", |step| step.details.goal = en(&long));
    assert!(said(&after).contains(&format!("goal: “{}”", long.trim_end())), "{}", said(&after));
}

#[test]
fn a_step_of_next_to_no_width_is_merged_into_a_sound_chart() {
    let with = |id: &str, text: &str| {
        let mut document = chart();
        change(&mut document, "call", |step| step.rect.x1 = step.rect.x0 + 0.001);
        change(&mut document, id, |step| step.text = en(text));
        document
    };
    let merged = merge(&with("call", "call"), &with("call", "phone"), &with("answer", "reply"));
    assert_eq!(merged.expect("a sound chart").document.check(), Ok(()));
}
