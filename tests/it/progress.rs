//! Long work that is called off leaves everything as it was.

use std::{ops::ControlFlow, sync::Arc};

use laneway::{
    edit::{LayoutOptions, lay_out, lay_out_watched, route_missing_watched},
    pipeline,
    progress::{Progress, Stopped},
};

use crate::edit::template;

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
    for connector in page.connectors.values_mut() {
        Arc::make_mut(connector).route = None;
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
