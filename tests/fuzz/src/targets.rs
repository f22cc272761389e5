//! What is tried, and what must hold.

use std::path::Path;

use arbitrary::Unstructured;
use laneway::{
    arrange::{self, LayoutOptions},
    edit::Fragment,
    export::{SvgOptions, svg},
    flow::Flows,
    interop::TableFile,
    locale::{Catalog, Lang, UiLang},
    model::{Document, End},
    persist::{self, journal},
    pipeline, revise,
};

use crate::chart::chart;

/// Each target by its name.
pub(crate) const ALL: [(&str, fn(&[u8])); 8] = [
    ("chart", chart_file),
    ("table", table),
    ("drawing", drawing),
    ("paste", paste),
    ("layout", layout),
    ("export", export),
    ("journal", left_journal),
    ("merge", merge),
];

fn english() -> Lang {
    UiLang::En.into()
}

/// What is a chart is written so that it is read as the same chart; what is none is refused in words, and what can be
/// saved of it is one.
fn chart_file(bytes: &[u8]) {
    match persist::load(bytes, "x.ron") {
        Ok(loaded) => {
            holds(&loaded.document);
            if let Ok(text) = persist::to_file(&loaded.document, Path::new("x.ron")) {
                let again = persist::load(text.as_bytes(), "x.ron").expect("what was written is read");
                assert_eq!(persist::to_ron(&again.document), text);
            }
        }
        Err(error) => {
            assert!(!error.say(Catalog::of(UiLang::Es)).is_empty());
            if let Some((document, _notes)) = pipeline::repair(bytes) {
                holds(&document);
            }
        }
    }
}

/// Every value of a table is accounted for, and what became of it is a chart.
fn table(bytes: &[u8]) {
    let Ok(file) = TableFile::open(bytes, Path::new("x")) else { return };
    if let Ok(imported) = file.import(&english(), pipeline::fonts()) {
        assert!(imported.report.totals().is_balanced(), "{:#?}", imported.report);
        holds(&imported.document);
    }
}

/// The same of a drawing, whatever program made it.
fn drawing(bytes: &[u8]) {
    let _kind = pipeline::recognise(bytes);
    if let Ok(imported) = pipeline::import_drawing(bytes, Path::new("x.json"), &english()) {
        assert!(imported.report.totals().is_balanced(), "{:#?}", imported.report);
        holds(&imported.document);
    }
}

/// Text from the clipboard is a part of a chart, rows, or nothing.
fn paste(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(loaded) = persist::load(text.as_bytes(), "clipboard")
        && let Some(fragment) = Fragment::from_document(&loaded.document)
    {
        let mut chance = 0;
        let mut mint = || {
            chance += 1;
            chance
        };
        let renamed = fragment.renamed(&mut mint);
        let _bounds = renamed.bounds();
    }
    if let Some(document) = pipeline::rows(&text, &english()) {
        holds(&document);
    }
}

/// A chart that is laid out or routed is a chart that can be saved, wherever its steps were; at the end of the world
/// there may be no room, which saving says.
fn layout(bytes: &[u8]) {
    let Some(document) = arbitrary_chart(bytes) else { return };
    let mut routed = document.clone();
    for page in &mut routed.pages {
        arrange::route_missing(page, pipeline::fonts());
    }
    let mut laid_out = document;
    pipeline::lay_out(&mut laid_out, LayoutOptions::default());
    for document in [routed, laid_out] {
        let saved = persist::to_file(&document, Path::new("x.ron"));
        if !is_far(&document) {
            holds(&document);
            assert!(saved.is_ok(), "what was laid out can be saved: {saved:?}");
        }
    }
}

/// Whether a chart reaches so far out that what is put beside it may be further out than a document can be.
fn is_far(document: &Document) -> bool {
    let far = |at: f64| at.abs() > 1e6;
    document.pages.iter().any(|page| {
        let rects = page.steps.values().map(|step| step.rect);
        let bends =
            page.connectors.values().flat_map(|line| line.route.iter().flat_map(|route| &route.bends));
        let ends = page.connectors.values().flat_map(|line| [&line.from, &line.to]);
        let free = ends.filter_map(|end| match end {
            End::Free(at) => Some(*at),
            End::Attached { .. } => None,
        });
        far(page.length())
            || far(page.breadth())
            || rects.flat_map(|rect| [rect.x0, rect.x1, rect.y0, rect.y1]).any(far)
            || bends.map(|bend| bend.at).chain(free).flat_map(|at| [at.x, at.y]).any(far)
    })
}

/// Every page of every chart has a picture, which is well-formed and not larger than what is on it.
fn export(bytes: &[u8]) {
    let Some(document) = arbitrary_chart(bytes) else { return };
    let _found = pipeline::diagnose(&document, &Flows::default(), Catalog::of(UiLang::En));
    for page in &document.pages {
        let scene = pipeline::scene_of(&document, page, &english());
        let text = svg(&scene, pipeline::fonts(), SvgOptions::default());
        assert!(text.len() < 4 << 20, "{} bytes", text.len());
        roxmltree::Document::parse(&text).expect("a well-formed picture");
    }
}

/// A journal is read up to where it is damaged.
fn left_journal(bytes: &[u8]) {
    let folder = std::env::temp_dir().join(format!("laneway-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("x.journal"), bytes).expect("a file");
    for claim in journal::claim_all(&folder).expect("a folder that can be read") {
        holds(&claim.account().clone().recovered().document);
    }
}

/// Whatever two people did to a chart, their work is one chart; with oneself there is nothing to merge.
fn merge(bytes: &[u8]) {
    let mut chance = Unstructured::new(bytes);
    let mut next = || chart(&mut chance).ok().filter(|document| document.check().is_ok());
    let (Some(base), Some(ours), Some(theirs)) = (next(), next(), next()) else { return };
    match revise::merge(&base, &ours, &theirs) {
        Ok(merged) => holds(&merged.document),
        Err(breach) => {
            assert!(
                [&base, &ours, &theirs].into_iter().any(is_far),
                "sound charts make a sound one: {breach:?}"
            );
        }
    }
    let alone = revise::merge(&base, &ours, &ours).expect("a sound chart");
    assert!(alone.conflicts.is_empty(), "{:?}", alone.conflicts);
    assert_eq!(alone.document, ours);
}

fn arbitrary_chart(bytes: &[u8]) -> Option<Document> {
    let document = chart(&mut Unstructured::new(bytes)).ok()?;
    document.check().is_ok().then_some(document)
}

fn holds(document: &Document) {
    assert_eq!(document.check(), Ok(()));
}
