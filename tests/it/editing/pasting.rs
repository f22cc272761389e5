//! What is pasted into a chart with other lanes comes into its own, and stands as it stood before.

use std::{collections::BTreeMap, sync::Arc};

use laneway::{
    edit::{Command, Editor, Fragment, Selection},
    geom::{Orientation, Vec2},
    model::{Color, Document, Lane, LaneId, Page, PageId, Role, Step, Text},
    pipeline,
};

use super::edit::template;
use crate::testing::records;

fn lane(id: &str, title: &str, size: f64) -> Lane {
    Lane { title: records::en(title), ..records::lane(id, Role::Other, size) }
}

fn chart(lanes: Vec<Lane>) -> Document {
    let id = PageId::parse("sheet").expect("an id");
    records::document(vec![Page::blank(
        id,
        Orientation::Horizontal,
        lanes.into_iter().map(Arc::new).collect(),
    )])
}

/// The inbound call with a lane of its own colour, everything of it cut out.
fn inbound_call() -> (Page, Fragment) {
    let mut page = template("inbound-call").pages.remove(0);
    let second = Arc::make_mut(&mut page.lanes[1]);
    second.style.fill = Some(Color::hex(0x1A_4F_8B));
    let cutting = Fragment::cut_from(&page, &Selection::everything(&page));
    let mut count = 0;
    let cutting = cutting.renamed(&mut || {
        count += 1;
        count
    });
    (page, cutting)
}

fn paste(document: Document, fragment: Fragment) -> Editor {
    let mut editor = Editor::new(document, pipeline::fonts(), true);
    let fragment = Box::new(fragment);
    assert_eq!(editor.run(&Command::Paste { fragment, by: Vec2::ZERO }), Ok(()));
    assert_eq!(editor.document().check(), Ok(()));
    editor
}

fn titles(page: &Page) -> Vec<&str> {
    page.lanes.iter().map(|lane| english(&lane.title)).collect()
}

fn english(text: &Text) -> &str {
    let lang = laneway::locale::UiLang::En.into();
    text.get(&lang, &lang)
}

/// The title of each step's lane, by its text.
fn homes(page: &Page) -> BTreeMap<String, String> {
    let title = |id: &LaneId| page.lanes.iter().find(|lane| lane.id == *id).map(|lane| english(&lane.title));
    let home = |step: &Step| (english(&step.text).to_owned(), title(&step.lane).expect("a lane").to_owned());
    page.steps.values().map(|step| home(step)).collect()
}

#[test]
fn lanes_that_are_missing_are_made_with_role_colour_and_order() {
    let (source, fragment) = inbound_call();
    let wanted = titles(&source);
    // The same heading in other letters, somewhere else, and smaller.
    let target = chart(vec![lane("first", "Archive", 120.0), lane("second", "EMPLOYEE", 120.0)]);
    let mut editor = paste(target.clone(), fragment);
    let page = editor.page().expect("a page");
    assert_eq!(titles(page), ["Archive", wanted[0], "EMPLOYEE", wanted[2], wanted[3]]);
    for (made, of) in [(1, 0), (3, 2), (4, 3)] {
        assert_eq!(page.lanes[made].role, source.lanes[of].role);
        assert_eq!(page.lanes[made].style, source.lanes[of].style);
    }
    let homes = homes(page);
    for (text, title) in self::homes(&source) {
        assert!(homes[&text].eq_ignore_ascii_case(&title), "“{text}” stands in {}", homes[&text]);
    }
    assert_eq!(editor.undo_name(), Some("edit-paste"));
    assert!(editor.undo());
    assert_eq!(**editor.document(), target, "one entry takes everything back");
}

#[test]
fn a_made_lane_keeps_its_colour() {
    let (source, fragment) = inbound_call();
    let editor = paste(chart(vec![lane("first", "Archive", 120.0)]), fragment);
    let page = editor.page().expect("a page");
    assert_eq!(page.lanes.len(), 5);
    assert_eq!(page.lanes[2].style.fill, source.lanes[1].style.fill);
}

#[test]
fn the_arrangement_is_kept_along_the_flow_and_in_each_lane() {
    let (source, fragment) = inbound_call();
    let editor = paste(chart(vec![lane("first", "Employee", 120.0)]), fragment);
    let page = editor.page().expect("a page");
    let found = |step: &Step| page.steps.values().find(|other| other.text == step.text).expect("a copy");
    let steps: Vec<_> = source.steps.values().collect();
    for pair in steps.windows(2) {
        let (was, is) = (
            pair[1].rect.center() - pair[0].rect.center(),
            found(pair[1]).rect.center() - found(pair[0]).rect.center(),
        );
        assert!((was.x - is.x).abs() < 0.01, "{was:?} {is:?}");
        if pair[0].lane == pair[1].lane {
            assert!((was.y - is.y).abs() < 0.01, "{was:?} {is:?}");
        }
    }
    for step in page.steps.values() {
        let (_, from, to) = page.lane_band(&step.lane).expect("a lane");
        assert!(from < step.rect.y0 && step.rect.y1 < to, "{} hangs out of its lane", step.id);
    }
}

#[test]
fn what_is_aimed_at_a_lane_comes_there() {
    let page = template("inbound-call").pages.remove(0);
    let lane_of_start = page.steps.values().next().expect("a step").lane.clone();
    let members = page.steps.values().filter(|step| step.lane == lane_of_start);
    let selection = Selection::steps(members.map(|step| step.id.clone()));
    let mut count = 0;
    let fragment = Fragment::cut_from(&page, &selection).renamed(&mut || {
        count += 1;
        count
    });
    assert_eq!(fragment.only_lane(), Some(&lane_of_start));
    let target = chart(vec![lane("first", "Archive", 120.0), lane("second", "Store", 120.0)]);
    let to = target.pages[0].lanes[1].id.clone();
    let editor = paste(target, fragment.aimed(&lane_of_start, &to));
    let page = editor.page().expect("a page");
    assert_eq!(page.lanes.len(), 2);
    assert!(page.steps.values().all(|step| step.lane == to));
}
