//! What a patch keeps, and what it leaves alone.

use std::sync::Arc;

use super::Patch;
use crate::{
    edit::{
        Arrange, Command, LaneCommand, PageCommand, StepCommand, TextOf,
        fixture::{Chart, en, lane_id, step_id, steps},
    },
    geom::{Orientation, Vec2},
    locale::UiLang,
    model::{Document, PageId, Role},
};

fn chart() -> Chart {
    Chart::new(Orientation::Horizontal, &["a ──b ──c", "d ──e", "f"], &[])
}

/// What `command` changes.
fn patch_of(chart: &Chart, command: &Command) -> (Document, Patch) {
    let before = Document::clone(chart.editor.document());
    let mut other = Chart::new(Orientation::Horizontal, &["x"], &[]);
    other.editor = crate::edit::Editor::new(before.clone(), crate::edit::fixture::fonts(), true);
    other.run(command);
    let patch = Patch::between(&before, other.editor.document());
    (before, patch)
}

fn titled(lane: &str, text: &str) -> Command {
    let (of, lang) = (TextOf::Lane(lane_id(lane)), UiLang::En.into());
    Command::SetText { of, lang, text: text.to_owned() }
}

#[test]
fn what_is_done_to_two_lanes_does_not_meet() {
    let chart = chart();
    let (mut document, first) = patch_of(&chart, &titled("lane-0", "Front"));
    let (_, second) = patch_of(&chart, &titled("lane-1", "Back"));
    let page = document.pages[0].id.clone();
    let lanes = |patch: &Patch| -> Vec<_> {
        let page = patch.on_page(&page).expect("the page changed");
        page.lanes.records.keys().cloned().collect()
    };
    assert_eq!((lanes(&first), lanes(&second)), (vec![lane_id("lane-0")], vec![lane_id("lane-1")]));
    first.apply(&mut document);
    second.apply(&mut document);
    let titles: Vec<_> = document.pages[0].lanes.iter().map(|lane| lane.title.clone()).collect();
    assert_eq!(titles, [en("Front"), en("Back"), en("lane-2")]);
}

#[test]
fn raising_a_step_changes_its_rank_and_nothing_else() {
    let chart = chart();
    let raise = |id| Command::Step(StepCommand::Arrange { steps: steps(&[id]), how: Arrange::ToFront });
    let (document, patch) = patch_of(&chart, &raise("b"));
    let page = patch.on_page(&document.pages[0].id).expect("the page changed");
    assert_eq!(page.z_order.keys().collect::<Vec<_>>(), [&step_id("b")]);
    assert!(page.steps.is_empty() && page.connectors.is_empty() && page.lanes.is_empty());
    let mut raised = document;
    patch.apply(&mut raised);
    let top = raised.pages[0].steps_in_z_order().last().map(|step| step.id.clone());
    assert_eq!(top, Some(step_id("b")));
}

#[test]
fn a_new_page_keeps_no_other_page_and_what_did_not_change_stays_the_same_record() {
    let chart = chart();
    let id = PageId::parse("second").unwrap();
    let lanes = ["x", "y", "z"].map(lane_id).to_vec();
    let add = PageCommand::Add { id: id.clone(), lanes, pools: Vec::new(), at: 0, title: en("Second") };
    let (mut document, patch) = patch_of(&chart, &Command::Page(add));
    assert_eq!(patch.pages.keys().collect::<Vec<_>>(), [&id]);
    assert!(patch.on_pages.is_empty() && patch.changes_page_list());
    patch.apply(&mut document);
    let ids: Vec<_> = document.pages.iter().map(|page| page.id.as_str()).collect();
    assert_eq!(ids, ["second", "page"]);
    let (old, new) = (chart.page(), &document.pages[1]);
    assert!(old.steps.values().zip(new.steps.values()).all(|(old, new)| Arc::ptr_eq(old, new)));
}

#[test]
fn several_pages_change_in_one_edit_and_come_back_together() {
    let mut chart = chart();
    let id = PageId::parse("second").unwrap();
    let lanes = ["x", "y", "z"].map(lane_id).to_vec();
    chart.run(&Command::Page(PageCommand::Add {
        id: id.clone(),
        lanes,
        pools: Vec::new(),
        at: 1,
        title: en("Second"),
    }));
    chart.editor.show_page(&PageId::parse("page").unwrap());
    let before = Document::clone(chart.editor.document());
    let far =
        Command::SetText { of: TextOf::Page(id.clone()), lang: UiLang::En.into(), text: "Other".to_owned() };
    let lane = LaneCommand::Add { id: lane_id("new"), at: 3, title: en("New"), role: Role::Other };
    let near = StepCommand::Move { steps: steps(&["c"]), by: Vec2::new(80.0, 0.0), onto: None };
    let gone = PageCommand::Delete { page: PageId::parse("page").unwrap() };
    let all = vec![far, Command::Step(near), Command::Lane(lane)];
    chart.run(&Command::All(all.clone()));
    let patch = Patch::between(&before, chart.editor.document());
    assert_eq!(patch.on_pages.len(), 2);
    assert!(!patch.changes_page_list());
    assert!(chart.editor.undo());
    assert_eq!(**chart.editor.document(), before);
    // The page goes after it was changed: it comes back as it was before.
    let all = all.into_iter().chain([Command::Page(gone)]).collect();
    chart.run(&Command::All(all));
    assert_eq!(chart.editor.document().pages.len(), 1);
    assert!(chart.editor.undo());
    assert_eq!(**chart.editor.document(), before);
}
