//! Documents and texts at the edge of what is possible: what is done to them can always be saved.

use std::{path::Path, sync::Arc};

use laneway::{
    arrange::LayoutOptions,
    edit::{
        Command, ConnectorCommand, Editor, LaneCommand, NewStep, PageCommand, PhaseCommand, Refusal,
        StepCommand, TextOf,
    },
    geom::{Point, Rect},
    locale::UiLang,
    model::{
        ConnectorId, ConnectorKind, Document, End, LaneId, PageId, PhaseId, Role, StepId, StepKind, Text,
    },
    persist, pipeline,
};

use crate::editing::edit::template;

fn en(text: &str) -> Text {
    Text::new(UiLang::En.into(), text)
}

/// Whether the document's file can be opened again.
fn can_be_opened(document: &Document) -> bool {
    let file = persist::to_ron(document);
    persist::load(file.as_bytes(), Path::new("saved.ron")).is_ok_and(|back| back.document.check() == Ok(()))
}

#[test]
fn a_new_record_drops_the_control_characters_of_its_text() {
    let text = en("one\u{0}two\u{7f}");
    let page = template("blank-four-lanes").pages[0].clone();
    let (start, lanes) =
        (page.steps.values().find(|step| step.kind == StepKind::Start).unwrap().id.clone(), page.lanes.len());
    let new = |id: &str| {
        let (id, at) = (StepId::parse(id).unwrap(), Point::new(800.0, 80.0));
        NewStep { id, kind: StepKind::Process, at, text: text.clone() }
    };
    let commands = [
        Command::Step(StepCommand::Create { step: new("loose"), onto: None }),
        Command::Step(StepCommand::CreateAfter {
            step: new("after"),
            from: start.clone(),
            connector: ConnectorId::mint("line", 1),
            label: text.clone(),
        }),
        Command::Connector(ConnectorCommand::Create {
            id: ConnectorId::mint("line", 2),
            from: End::Attached { step: start, port: None },
            to: End::Free(Point::new(500.0, 300.0)),
            kind: ConnectorKind::Association,
            label: text.clone(),
        }),
        Command::Lane(LaneCommand::Add {
            id: LaneId::mint("lane", 1),
            at: 0,
            title: text.clone(),
            role: Role::Other,
        }),
        Command::Phase(PhaseCommand::Add { id: PhaseId::mint("phase", 1), at: 0, title: text.clone() }),
        Command::Page(PageCommand::Add {
            id: PageId::mint("page", 1),
            pools: Vec::new(),
            lanes: (0..lanes as u32).map(|i| LaneId::mint("of it", i)).collect(),
            at: 1,
            title: text.clone(),
        }),
    ];
    for command in commands {
        let mut editor = Editor::new(template("blank-four-lanes"), pipeline::fonts(), true);
        assert_eq!(editor.run(&command), Ok(()), "{command:?}");
        let file = persist::to_ron(editor.document());
        assert!(file.contains("onetwo"), "{command:?}");
        assert!(can_be_opened(editor.document()), "{command:?}");
    }
}

#[test]
fn a_change_that_would_push_steps_off_the_world_is_refused() {
    let mut document = template("blank-four-lanes");
    for (i, step) in document.pages[0].steps.values_mut().enumerate() {
        let at = Point::new(0.0, 9e6 + 200.0 * i as f64);
        Arc::make_mut(step).rect = Rect::from_center_size(at, (136.0, 54.0));
    }
    assert_eq!(document.check(), Ok(()));
    let step = document.pages[0].steps.keys().next().unwrap().clone();
    let mut editor = Editor::new(document.clone(), pipeline::fonts(), true);
    let text = "It has to be said at length, with every reason for it. ".repeat(4);
    let command = Command::SetText { of: TextOf::Step(step), lang: UiLang::En.into(), text };
    assert_eq!(editor.run(&command), Err(Refusal::OutOfReach));
    assert_eq!(**editor.document(), document);
}

#[test]
fn a_step_that_is_hardly_there_is_still_there_when_its_page_was_laid_out() {
    let mut document = template("inbound-call");
    for step in document.pages[0].steps.values_mut() {
        let step = Arc::make_mut(step);
        step.rect = Rect::from_center_size(step.rect.center(), (1e-12, 1e-12));
    }
    assert_eq!(document.check(), Ok(()));
    pipeline::lay_out(&mut document, LayoutOptions::default());
    assert_eq!(document.check(), Ok(()));
    assert!(can_be_opened(&document));
}
