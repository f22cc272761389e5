//! Long work that is called off leaves everything as it was.

use std::{ops::ControlFlow, sync::Arc};

use laneway::{
    arrange::{LayoutOptions, lay_out, lay_out_watched, places_of, route_missing_watched},
    edit::{Command, Editor, Selection, StepCommand, prepare},
    pipeline,
    progress::{Progress, Stopped},
};

use crate::editing::edit::template;

/// Stops at the question of this number.
fn stopping_at(number: usize) -> impl FnMut(f64) -> ControlFlow<()> {
    let mut asked = 0;
    move |_| {
        asked += 1;
        if asked < number { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }
}

#[test]
fn a_page_stays_as_it_was_when_its_layout_is_stopped() {
    let mut page = template("customer-service-process").pages.remove(0);
    let (before, options) = (page.clone(), LayoutOptions::default());
    for number in [1, 20, 400] {
        let mut stop = stopping_at(number);
        let laid_out = lay_out_watched(&mut page, options, pipeline::fonts(), &mut Progress::new(&mut stop));
        assert_eq!((laid_out, &page), (Err(Stopped), &before));
    }
    let mut told = Vec::new();
    let mut listen = |done: f64| {
        told.push(done);
        ControlFlow::Continue(())
    };
    let laid_out = lay_out_watched(&mut page, options, pipeline::fonts(), &mut Progress::new(&mut listen));
    assert_eq!((laid_out, told.last()), (Ok(()), Some(&1.0)));
    assert!(told.is_sorted());
    let mut other = before;
    lay_out(&mut other, options, pipeline::fonts());
    assert_eq!(page, other);
}

#[test]
fn lines_that_are_missing_are_all_found_or_none() {
    let mut page = template("customer-service-process").pages.remove(0);
    for id in page.connectors.keys().cloned().collect::<Vec<_>>() {
        page.connectors.update(&id, |connector| connector.route = None);
    }
    let before = page.clone();
    for number in [1, 9] {
        let mut stop = stopping_at(number);
        let routed = route_missing_watched(&mut page, pipeline::fonts(), &mut Progress::new(&mut stop));
        assert_eq!((routed, &page), (Err(Stopped), &before));
    }
    let routed = route_missing_watched(&mut page, pipeline::fonts(), &mut Progress::unwatched());
    assert_eq!(routed, Ok(true));
    assert!(page.connectors.values().all(|connector| connector.route.is_some()));
}

#[test]
fn an_edit_that_was_prepared_is_the_edit_itself() {
    let document = template("customer-service-process");
    let page = &document.pages[0];
    let chosen = Selection::everything(page).steps;
    let mut nobody = Progress::unwatched();
    let places = places_of(page, &chosen, LayoutOptions::default(), pipeline::fonts(), &mut nobody);
    let command = Command::Step(StepCommand::LayOut { places: places.expect("nobody stops it") });
    let mut direct = Editor::new(document.clone(), pipeline::fonts(), true);
    direct.run(&command).expect("an edit");
    let mut editor = Editor::new(document.clone(), pipeline::fonts(), true);
    let base = || Arc::clone(editor.document());
    let mut stop = stopping_at(3);
    let mut progress = Progress::new(&mut stop);
    let stopped = prepare(base(), editor.page_id(), &command, pipeline::fonts(), &mut progress);
    assert!(stopped.is_err());
    let prepared = prepare(base(), editor.page_id(), &command, pipeline::fonts(), &mut nobody);
    let prepared = prepared.expect("nobody stops it").expect("an edit");
    let state = editor.state();
    assert!(editor.run_prepared(state, prepared.clone()));
    assert_eq!(editor.document().pages, direct.document().pages);
    assert_eq!((editor.undo_name(), editor.is_dirty()), (direct.undo_name(), true));
    assert!(!editor.run_prepared(state, prepared), "it is for another state");
    editor.undo();
    assert!(**editor.document() == document);
}
