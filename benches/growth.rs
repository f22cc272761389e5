//! How the time of what concerns a whole page grows with its size: opening a file that leaves out its routes, and
//! moving everything. Prints a table with the power of the size that each time grows with.
//!
//! `cargo bench --bench growth` measures the usual sizes, `cargo bench --bench growth -- 1000 2000` others.

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a measurement prints, and stops where it cannot go on"
)]

use std::{
    collections::BTreeSet,
    hint::black_box,
    time::{Duration, Instant},
};

use laneway::{
    arrange,
    edit::{Command, Editor, StepCommand},
    geom::Vec2,
    model::{Connector, ConnectorId, Document, End, StepId},
    pipeline,
    scene::{Cache, View},
    ui::canvas::Picture,
};

mod chart;

const SIZES: [usize; 3] = [1_000, 3_000, 10_000];
const RUNS: usize = 3;

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|arg| arg.parse().ok()).collect();
    let sizes = if asked.is_empty() { SIZES.to_vec() } else { asked };
    print!("{:<40}", "milliseconds, the median of 3");
    for steps in &sizes {
        print!(" {steps:>10}");
    }
    println!(" {:>10}", "exponent");
    for (name, run) in [
        ("routes for all connectors", routes as fn(&Document) -> Duration),
        ("moving everything, a frame", move_all),
    ] {
        let times: Vec<(f64, f64)> = sizes
            .iter()
            .filter_map(|steps| Some((*steps as f64, run_on(&chart::document(*steps)?, run))))
            .collect();
        print!("{name:<40}");
        for (_, ms) in &times {
            print!(" {ms:>10.1}");
        }
        println!(" {:>10.2}", exponent(&times));
    }
}

/// The median of some runs, in milliseconds.
fn run_on(document: &Document, run: fn(&Document) -> Duration) -> f64 {
    let mut times: Vec<Duration> = (0..RUNS).map(|_| run(document)).collect();
    times.sort_unstable();
    times.get(RUNS / 2).map_or(f64::NAN, Duration::as_secs_f64) * 1000.0
}

/// The slope of the line through the logarithms of sizes and times.
fn exponent(times: &[(f64, f64)]) -> f64 {
    let points: Vec<(f64, f64)> = times.iter().map(|(steps, ms)| (steps.ln(), ms.ln())).collect();
    let count = points.len() as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |(x, y), point| (x + point.0 / count, y + point.1 / count));
    let (xy, xx) = points
        .iter()
        .fold((0.0, 0.0), |(xy, xx), point| (xy + (point.0 - x) * (point.1 - y), xx + (point.0 - x).powi(2)));
    xy / xx
}

/// What a file costs that leaves out all routes.
fn routes(document: &Document) -> Duration {
    let mut bare = document.clone();
    for page in &mut bare.pages {
        let ids: Vec<ConnectorId> = page.connectors.keys().cloned().collect();
        for id in &ids {
            page.connectors.update(id, forget_route);
        }
    }
    let begin = Instant::now();
    arrange::complete(black_box(&mut bare), &BTreeSet::new(), pipeline::fonts());
    begin.elapsed()
}

fn forget_route(connector: &mut Connector) {
    connector.route = None;
    for end in [&mut connector.from, &mut connector.to] {
        if let End::Attached { step: _, port } = end {
            *port = None;
        }
    }
}

/// One frame of moving all steps: the edit with all its consequences, the scene and the picture.
fn move_all(document: &Document) -> Duration {
    let mut editor = Editor::new(document.clone(), pipeline::fonts(), true);
    let mut cache = Cache::default();
    let scene = |editor: &Editor, cache: &mut Cache| {
        let (document, page) = (editor.document(), editor.page().expect("a page"));
        cache.draft(&View { fonts: pipeline::fonts(), document, page, lang: &document.language })
    };
    let mut picture = Picture::new(&scene(&editor, &mut cache));
    let steps: BTreeSet<StepId> = editor.page().expect("a page").steps.keys().cloned().collect();
    let mut frame = |by| {
        let begin = Instant::now();
        let command = Command::Step(StepCommand::Move { steps: steps.clone(), by, onto: None });
        editor.preview(&command).expect("they may move");
        picture.update(&scene(&editor, &mut cache));
        begin.elapsed()
    };
    frame(Vec2::new(4.0, 0.0));
    frame(Vec2::new(8.0, 4.0))
}
