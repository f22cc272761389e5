//! How long a frame takes while one step of 1,000 is dragged: new routes for its connectors, a new scene, a new
//! picture. Prints a table.
//!
//! `cargo bench --bench edit`

#![expect(clippy::print_stdout, reason = "a measurement prints")]

use std::{
    collections::BTreeSet,
    sync::Arc,
    time::{Duration, Instant},
};

use laneway::{
    edit::{self, Routed},
    geom::Vec2,
    model::{ConnectorId, Document, End, Page, StepId},
    text::Fonts,
};

mod chart;

const FRAMES: usize = 200;

fn main() {
    let fonts = Fonts::bundled();
    println!("{:<44} {:>9} {:>9}", "milliseconds", "p50", "p95");
    for steps in [1_000, 10_000] {
        if let Some(document) = chart::document(steps) {
            drag(document, steps, &fonts);
        }
    }
}

fn report(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 100).map_or(f64::NAN, Duration::as_secs_f64);
    println!("{name:<44} {:>9.3} {:>9.3}", at(50) * 1000.0, at(95) * 1000.0);
}

/// Moves a step in the middle of the page in a wide circle, as a person drags it.
fn drag(mut document: Document, steps: usize, fonts: &Fonts) {
    let Some(page) = document.pages.first_mut() else { return };
    let Some(id) = page.steps.keys().nth(steps / 2).cloned() else { return };
    let touched = connectors_of(page, &id);
    let Some(start) = page.steps.get(&id).map(|step| step.rect) else { return };
    let mut reroute = Vec::new();
    for frame in 0..FRAMES {
        let turn = frame as f64 / FRAMES as f64 * std::f64::consts::TAU;
        let Some(step) = page.steps.get_mut(&id) else { return };
        Arc::make_mut(step).rect = start + Vec2::from_angle(turn) * 150.0;
        let begin = Instant::now();
        let found = edit::reroute(page, &touched, fonts);
        reroute.push(begin.elapsed());
        for (id, routed) in found {
            write(page, &id, routed);
        }
    }
    report(&format!("{steps} steps, {} rerouted", touched.len()), reroute);
}

fn connectors_of(page: &Page, id: &StepId) -> BTreeSet<ConnectorId> {
    let touches = |end: &End| end.step() == Some(id);
    let all = page.connectors.values();
    all.filter(|c| touches(&c.from) || touches(&c.to)).map(|c| c.id.clone()).collect()
}

fn write(page: &mut Page, id: &ConnectorId, routed: Routed) {
    let Some(connector) = page.connectors.get_mut(id).map(Arc::make_mut) else { return };
    for (end, chosen) in [(&mut connector.from, routed.from), (&mut connector.to, routed.to)] {
        if let (End::Attached { port, .. }, Some(_)) = (end, chosen) {
            *port = chosen;
        }
    }
    connector.route = Some(routed.route);
}
