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
    scene::{Cache, Scene, View},
    text::Fonts,
    ui::canvas::Picture,
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

/// What each part of a frame took.
#[derive(Default)]
struct Times {
    reroute: Vec<Duration>,
    scene: Vec<Duration>,
    picture: Vec<Duration>,
    all: Vec<Duration>,
}

/// Moves a step in the middle of the page in a wide circle, as a person drags it.
fn drag(mut document: Document, steps: usize, fonts: &Fonts) {
    let Some(id) = document.pages.first().and_then(|page| page.steps.keys().nth(steps / 2).cloned()) else {
        return;
    };
    let mut cache = Cache::default();
    let begin = Instant::now();
    let Some(first) = scene(&mut cache, &document, fonts) else { return };
    report(&format!("{steps} steps: scene from scratch"), vec![begin.elapsed()]);
    let begin = Instant::now();
    let mut picture = Picture::new(first);
    report(&format!("{steps} steps: picture from scratch"), vec![begin.elapsed()]);
    let mut times = Times::default();
    for frame in 0..FRAMES {
        let turn = std::f64::consts::TAU / FRAMES as f64;
        let by = Vec2::from_angle(frame as f64 * turn) * 150.0 * turn;
        let begin = Instant::now();
        let Some(page) = document.pages.first_mut() else { return };
        let touched = connectors_of(page, &id);
        let Some(step) = page.steps.get_mut(&id).map(Arc::make_mut) else { return };
        step.rect = step.rect + by;
        let found = edit::reroute(page, &touched, fonts);
        for (id, routed) in found {
            write(page, &id, routed);
        }
        let rerouted = begin.elapsed();
        let Some(next) = scene(&mut cache, &document, fonts) else { return };
        let drawn = begin.elapsed();
        picture.update(next);
        let shown = begin.elapsed();
        times.reroute.push(rerouted);
        times.scene.push(drawn.saturating_sub(rerouted));
        times.picture.push(shown.saturating_sub(drawn));
        times.all.push(shown);
    }
    report(&format!("{steps} steps, one dragged: routes"), times.reroute);
    report(&format!("{steps} steps, one dragged: scene"), times.scene);
    report(&format!("{steps} steps, one dragged: picture"), times.picture);
    report(&format!("{steps} steps, one dragged: all"), times.all);
}

fn scene(cache: &mut Cache, document: &Document, fonts: &Fonts) -> Option<Scene> {
    let page = document.pages.first()?;
    Some(cache.build(&View { fonts, document, page, lang: &document.language }))
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
