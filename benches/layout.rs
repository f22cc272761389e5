//! Automatic layout of generated flows: what it costs and how good it is, beside the routing of a single step's lines.
//! Prints two tables. Needs `python3` for the generator and the figures in `benches/flows`.
//!
//! `cargo bench --bench layout` measures the usual sizes, `cargo bench --bench layout -- 50 200` others.

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a measurement prints, and stops where it cannot go on"
)]

use std::{
    collections::BTreeSet,
    hint::black_box,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use laneway::{
    arrange::{self, LayoutOptions},
    export::Drawing,
    geom::Vec2,
    model::{ConnectorId, Document, Page, StepId},
    pipeline::{self, Origin},
};
use serde_json::Value;

mod flows;

use flows::{import, python};

const SIZES: [&str; 6] = ["12", "30", "100", "300", "1000", "3000"];
/// The columns of the table with what `metrics.py` calls them.
const FIGURES: [(&str, &str); 15] = [
    ("lanes", "lanes_ok"),
    ("cross", "crossings"),
    ("through", "edge_node"),
    ("bends/c", "bends_per_edge"),
    ("ortho", "ortho_share"),
    ("len/step", "len_per_node"),
    ("attached", "attached"),
    ("missing", "edges_missing"),
    ("on step", "node_overlaps"),
    ("shared", "shared_unrel"),
    ("lab/step", "label_node"),
    ("lab/lab", "label_label"),
    ("lab/line", "label_line"),
    ("no box", "labels_missing"),
    ("forward", "forward"),
];

fn main() {
    let asked: Vec<String> =
        std::env::args().skip(1).filter(|arg| arg.chars().all(|c| c.is_ascii_digit())).collect();
    let usual = || SIZES.map(str::to_owned).to_vec();
    let sizes = if asked.is_empty() { usual() } else { asked };
    let folder = tempfile::tempdir().expect("a temporary folder");
    python("gen.py", &[&[folder.path().display().to_string()], sizes.as_slice()].concat());
    let names = std::iter::once("service".to_owned()).chain(sizes.iter().map(|size| format!("n{size}")));
    let flows: Vec<(String, Document)> =
        names.map(|name| (name.clone(), import(&folder.path().join(&name)))).collect();
    print!("{:<8} {:>5} {:>5} {:>5} {:>9} {:>9}", "flow", "steps", "conn", "lanes", "ms", "mean step");
    for (title, _) in FIGURES {
        print!(" {title:>8}");
    }
    println!();
    let times: Vec<(f64, f64)> =
        flows.iter().map(|(name, document)| measure(name, document, folder.path())).collect();
    println!("\ntime grows with size to the power of {:.2}", exponent(&times));
    println!("\n{:<8} {:>14} {:>14}", "flow", "reroute p50 ms", "reroute p95 ms");
    for (name, document) in &flows {
        reroutes(name, document);
    }
}

/// Lays a flow out, prints its line of the table, and gives its steps and milliseconds.
fn measure(name: &str, document: &Document, folder: &Path) -> (f64, f64) {
    let page = document.pages.first().expect("a page");
    let runs = if page.steps.len() > 500 { 5 } else { 21 };
    let lay_out = || {
        let mut page = page.clone();
        let start = Instant::now();
        arrange::lay_out(&mut page, LayoutOptions::default(), pipeline::fonts());
        (start.elapsed(), black_box(page))
    };
    let (_, laid_out) = lay_out();
    let ms = share((0..runs).map(|_| lay_out().0).collect(), 0.5);
    let mut document = document.clone();
    document.pages = vec![laid_out];
    let page = document.pages.first().expect("a page");
    let out = folder.join(name).join("laneway.json");
    let bytes = pipeline::draw(&document, page, &document.language, &Drawing::Json).expect("geometry");
    pipeline::write(&out, &bytes, Origin { replaces: true, ..Origin::default() }).expect("a file");
    let figures: Value =
        serde_json::from_str(&python("metrics.py", &[out.display().to_string()])).expect("JSON");
    let steps = page.steps.len() as f64;
    let (w, h) =
        page.steps.values().fold((0.0, 0.0), |(w, h), step| (w + step.rect.width(), h + step.rect.height()));
    print!("{name:<8} {steps:>5} {:>5} {:>5} {ms:>9.2} ", page.connectors.len(), page.lanes.len());
    print!("{:>9}", format!("{:.0}×{:.0}", w / steps, h / steps));
    for (_, key) in FIGURES {
        let figure = figures.get(key).cloned().unwrap_or_default();
        print!(" {:>8}", figure.as_str().map_or_else(|| figure.to_string(), str::to_owned));
    }
    println!();
    (steps, ms)
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

/// Moves steps one at a time and routes their lines anew, as dragging does.
fn reroutes(name: &str, document: &Document) {
    let mut page = document.pages.first().expect("a page").clone();
    arrange::lay_out(&mut page, LayoutOptions::default(), pipeline::fonts());
    let every = (page.steps.len() / 200).max(1);
    let ids: Vec<StepId> = page.steps.keys().step_by(every).cloned().collect();
    let times: Vec<Duration> = ids.iter().map(|id| reroute(&page, id)).collect();
    println!("{name:<8} {:>14.2} {:>14.2}", share(times.clone(), 0.5), share(times, 0.95));
}

fn reroute(page: &Page, id: &StepId) -> Duration {
    let mut page = page.clone();
    if let Some(step) = page.steps.get_mut(id).map(Arc::make_mut) {
        step.rect = step.rect + Vec2::new(9.0, 6.0);
    }
    let touched: BTreeSet<ConnectorId> = page
        .connectors
        .values()
        .filter(|connector| [&connector.from, &connector.to].into_iter().any(|end| end.step() == Some(id)))
        .map(|connector| connector.id.clone())
        .collect();
    let start = Instant::now();
    black_box(arrange::reroute(&page, &touched, pipeline::fonts()));
    start.elapsed()
}

/// The time that this share of all is not above, in milliseconds.
fn share(mut times: Vec<Duration>, share: f64) -> f64 {
    times.sort_unstable();
    let last = times.len().saturating_sub(1);
    let at = laneway::geom::nearest_count(last as f64 * share);
    times.get(at).map_or(f64::NAN, Duration::as_secs_f64) * 1000.0
}
