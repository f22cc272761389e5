//! Editing as a whole: what a person does to a real chart, and what comes of it.

use std::{collections::BTreeSet, path::Path};

use laneway::{
    edit::{Command, ConnectorCommand, Content, Editor, Fragment, LaneCommand, Selection, StepCommand},
    geom::Vec2,
    model::{Connector, ConnectorEnd, Document, End, Page, Port, StepId},
    persist, pipeline,
    template::find,
};

pub(crate) fn template(id: &str) -> Document {
    pipeline::open_template(find(id).expect("a template")).expect("it opens")
}

fn customer_service() -> Document {
    template("customer-service-process")
}

fn counting() -> impl FnMut() -> u32 {
    let mut next = 0;
    move || {
        next += 1;
        next
    }
}

#[test]
fn a_cutting_survives_the_clipboard_of_the_system() {
    let document = customer_service();
    let page = &document.pages[0];
    let connector = page.connectors.values().find(|connector| connector.from.step().is_some()).unwrap();
    let both: BTreeSet<StepId> =
        [&connector.from, &connector.to].into_iter().filter_map(End::step).cloned().collect();
    for selection in
        [Selection::everything(page), Selection::steps(both), Selection::connector(connector.id.clone())]
    {
        let cutting = Fragment::cut_from(page, &selection);
        let text = persist::to_ron(&cutting.to_document(&document, page));
        let loaded = persist::load(text.as_bytes(), Path::new("clipboard")).expect("it can be read");
        assert_eq!(loaded.document.check(), Ok(()));
        assert_eq!(Fragment::from_document(&loaded.document), Some(cutting));
    }
}

#[test]
fn a_selected_connector_keeps_its_line_without_its_steps() {
    let document = customer_service();
    let page = &document.pages[0];
    for connector in page.connectors.values() {
        let line = laneway::shape::polyline(page, connector).unwrap();
        let cutting = Fragment::cut_from(page, &Selection::connector(connector.id.clone()));
        let [loose] = cutting.connectors.as_slice() else { panic!("{cutting:?}") };
        assert_eq!(loose.from, End::Free(line.points[0]));
        assert_eq!(loose.to, End::Free(*line.points.last().unwrap()));
        assert!(cutting.bounds().is_some());
    }
}

#[test]
fn what_is_pasted_twice_is_there_three_times() {
    let document = customer_service();
    let everything = Selection::everything(&document.pages[0]);
    let cutting = Fragment::cut_from(&document.pages[0], &everything);
    let (steps, connectors) = (cutting.steps.len(), cutting.connectors.len());
    let mut editor = Editor::new(document, pipeline::fonts(), true);
    let mut mint = counting();
    for times in 2..=3 {
        let by = Vec2::new(0.0, 20.0);
        let fragment = Box::new(cutting.clone().renamed(&mut mint));
        assert_eq!(editor.run(&Command::Paste { fragment, by }), Ok(()));
        let page = editor.page().unwrap();
        assert_eq!((page.steps.len(), page.connectors.len()), (times * steps, times * connectors));
        // The copies lead to copies.
        let copied = &editor.selection().steps;
        for connector in editor.selection().connectors.iter().map(|id| &page.connectors[id]) {
            assert!(
                [&connector.from, &connector.to]
                    .into_iter()
                    .filter_map(End::step)
                    .all(|step| copied.contains(step))
            );
        }
        assert_eq!(editor.document().check(), Ok(()));
    }
}

#[test]
fn a_lane_that_goes_leaves_no_line_above_the_chart() {
    let document = template("inbound-call");
    let lanes: Vec<_> = document.pages[0].lanes.iter().map(|lane| lane.id.clone()).collect();
    let pairs = lanes.iter().flat_map(|lane| lanes.iter().map(move |target| (lane, target)));
    for (lane, target) in pairs.filter(|(lane, target)| lane != target) {
        let mut editor = Editor::new(document.clone(), pipeline::fonts(), true);
        let content = Content::MoveTo(target.clone());
        editor.run(&Command::Lane(LaneCommand::Delete { lane: lane.clone(), content })).expect("it goes");
        let page = editor.page().unwrap();
        for connector in page.connectors.values() {
            for bend in connector.route.iter().flat_map(|route| &route.bends) {
                assert!(page.grid().contains(bend.at), "{lane} to {target}: {} at {}", connector.id, bend.at);
            }
        }
    }
}

/// The step of the inbound call whose name begins like that.
fn named(page: &Page, name: &str) -> StepId {
    page.steps.keys().find(|id| id.as_str().starts_with(name)).expect("the step").clone()
}

fn between<'a>(page: &'a Page, from: &str, to: &str) -> &'a Connector {
    let (from, to) = (named(page, from), named(page, to));
    let joins =
        |line: &&'a std::sync::Arc<Connector>| line.from.step() == Some(&from) && line.to.step() == Some(&to);
    page.connectors.values().find(joins).expect("the connector")
}

fn port(end: &End) -> Option<Port> {
    match end {
        End::Attached { port, .. } => *port,
        End::Free(_) => None,
    }
}

#[test]
fn a_branch_that_is_led_elsewhere_keeps_its_corner_of_the_decision() {
    let mut editor = Editor::new(template("inbound-call"), pipeline::fonts(), true);
    let page = editor.page().unwrap().clone();
    let branch = between(&page, "classify", "solvable");
    let end = End::Attached { step: named(&page, "answer"), port: None };
    let (connector, which) = (branch.id.clone(), ConnectorEnd::To);
    editor.run(&Command::Connector(ConnectorCommand::Reconnect { connector, which, end })).expect("it leads");
    let now = &editor.page().unwrap().connectors[&branch.id];
    assert_eq!(port(&now.from), port(&branch.from));
}

#[test]
fn the_label_of_a_branch_stays_near_its_decision_when_that_moves() {
    let mut editor = Editor::new(template("inbound-call"), pipeline::fonts(), true);
    let page = editor.page().unwrap().clone();
    let steps = BTreeSet::from(["classify", "verify"].map(|name| named(&page, name)));
    let by = Vec2::new(35.0, 271.0);
    editor.run(&Command::Step(StepCommand::Move { steps, by, onto: None })).expect("they move");
    let page = editor.page().unwrap();
    let middle = |name| page.steps[&named(page, name)].rect.center();
    for to in ["answer", "billing", "solvable"] {
        let label = between(page, "classify", to).route.as_ref().unwrap().label.unwrap().at;
        assert!(label.distance(middle("classify")) < label.distance(middle(to)), "{to}: {label}");
    }
}
