//! How long a document of 10,000 steps takes to load and to save.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use laneway::persist::{atomic, load, save, to_ron};

mod chart;

const STEPS: usize = 10_000;

fn persist(c: &mut Criterion) {
    let Some(document) = chart::document(STEPS) else { return };
    let file = to_ron(&document);
    c.bench_function(&format!("load 10,000 steps ({} kB)", file.len() / 1000), |b| {
        b.iter(|| load(black_box(file.as_bytes()), "bench.ron").map(|loaded| loaded.version));
    });
    // As people's documents are: from a file.
    let Ok(document) = load(file.as_bytes(), "bench.ron").map(|loaded| loaded.document) else { return };
    c.bench_function("write 10,000 steps", |b| b.iter(|| to_ron(black_box(&document))));
    let Ok(folder) = tempfile::tempdir() else { return };
    let path = folder.path().join("bench.ron");
    // What saving would take if what is written were not read back.
    c.bench_function("put 10,000 steps on the disk", |b| {
        b.iter(|| atomic::write(&path, to_ron(black_box(&document)).as_bytes()));
    });
    c.bench_function("save 10,000 steps", |b| b.iter(|| save(black_box(&document), &path)));
}

criterion_group!(benches, persist);
criterion_main!(benches);
