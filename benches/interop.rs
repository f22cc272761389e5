//! How long tables take: charts of several sizes to a workbook and to CSV, and back to charts without places.

use std::{hint::black_box, path::Path};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use laneway::{
    interop::CsvOptions,
    model::{Document, Page},
    pipeline,
};

mod chart;

const SIZES: [usize; 3] = [1000, 3000, 10_000];

fn workbook(document: &Document) -> Vec<u8> {
    let pages: Vec<&Page> = document.pages.iter().collect();
    let written = pipeline::table_xlsx(document, &pages, &document.language, Path::new("bench.xlsx"));
    written.map(|table| table.bytes).unwrap_or_default()
}

fn csv(document: &Document) -> Vec<u8> {
    let Some(page) = document.pages.first() else { return Vec::new() };
    let (name, options) = (Path::new("bench.csv"), CsvOptions::default());
    let written = pipeline::table_csv(document, page, &document.language, name, options);
    written.map(|table| table.bytes).unwrap_or_default()
}

/// How many steps `bytes` describe.
fn read(bytes: &[u8], document: &Document) -> usize {
    let file = pipeline::open_table(bytes, Path::new("bench"));
    let imported = file.ok().and_then(|file| file.import(&document.language, pipeline::fonts()).ok());
    imported.map_or(0, |imported| imported.report.made.steps)
}

fn tables(c: &mut Criterion) {
    let mut group = c.benchmark_group("tables");
    group.sample_size(10);
    for steps in SIZES {
        let Some(document) = chart::document(steps) else { return };
        group.bench_with_input(BenchmarkId::new("to XLSX", steps), &document, |b, document| {
            b.iter(|| workbook(black_box(document)));
        });
        group.bench_with_input(BenchmarkId::new("to CSV", steps), &document, |b, document| {
            b.iter(|| csv(black_box(document)));
        });
        let (xlsx, csv) = (workbook(&document), csv(&document));
        group.bench_function(BenchmarkId::new("from XLSX", steps), |b| {
            b.iter(|| read(black_box(&xlsx), &document));
        });
        group.bench_function(BenchmarkId::new("from CSV", steps), |b| {
            b.iter(|| read(black_box(&csv), &document));
        });
    }
    group.finish();
}

criterion_group!(benches, tables);
criterion_main!(benches);
