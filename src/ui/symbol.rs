//! Symbols in small, drawn from the outlines that the picture uses.

use eframe::egui::{
    Color32, Painter, Rect, Shape, Stroke,
    epaint::{PathShape, PathStroke},
    pos2,
};
use kurbo::PathEl;

use crate::{
    geom::{self, BezPath, f32_from},
    locale::{Catalog, fold},
    model::StepKind,
    scene::kind_name,
    shape,
};

/// How much larger the outline is constructed: its fixed measures (bars, folds) are made for steps.
const SCALE: f64 = 1.9;
/// How far a drawn line may lie beside the curve, in constructed units.
const TOLERANCE: f64 = 0.08;

/// What else people call a symbol of `kind`, which is searched and never shown: a key in the catalogue.
pub const fn symbol_synonyms_key(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Start => "ui-synonyms-start",
        StepKind::End(_) => "ui-synonyms-end",
        StepKind::Process => "ui-synonyms-process",
        StepKind::Decision(_) => "ui-synonyms-decision",
        StepKind::Data => "ui-synonyms-data",
        StepKind::Document => "ui-synonyms-document",
        StepKind::MultiDocument => "ui-synonyms-multi-document",
        StepKind::Subprocess => "ui-synonyms-subprocess",
        StepKind::Database => "ui-synonyms-database",
        StepKind::ManualOperation => "ui-synonyms-manual-operation",
        StepKind::ManualInput => "ui-synonyms-manual-input",
        StepKind::Preparation => "ui-synonyms-preparation",
        StepKind::Delay => "ui-synonyms-delay",
        StepKind::Display => "ui-synonyms-display",
        StepKind::Event(_) => "ui-synonyms-event",
        StepKind::OnPageConnector => "ui-synonyms-on-page-connector",
        StepKind::OffPageConnector => "ui-synonyms-off-page-connector",
        StepKind::Note => "ui-synonyms-note",
    }
}

/// Those of `kinds` whose names, or what else they are called, hold all words of `sought`; found by their names first.
pub(super) fn found_symbols(catalog: &Catalog, kinds: &[StepKind], sought: &str) -> Vec<(StepKind, String)> {
    let sought = fold(sought);
    let holds = |text: &str| sought.split_whitespace().all(|word| text.contains(word));
    let (mut found, mut by_synonym) = (Vec::new(), Vec::new());
    for kind in kinds {
        let name = kind_name(catalog, *kind);
        let folded = fold(&name);
        if holds(&folded) {
            found.push((*kind, name));
        } else if holds(&format!("{folded} {}", fold(&catalog.text(symbol_synonyms_key(*kind))))) {
            by_synonym.push((*kind, name));
        }
    }
    found.append(&mut by_synonym);
    found
}

/// Draws the lines of `kind` into `place`. Sheets that lie on others are filled with `ground`.
pub(super) fn paint_symbol(painter: &Painter, kind: StepKind, place: Rect, color: Color32, ground: Color32) {
    let place = room(kind, place);
    let size = geom::Size::new(f64::from(place.width()), f64::from(place.height())) * SCALE;
    let shape::Outline { behind, body, inner } =
        shape::outline(kind, geom::Rect::from_origin_size((0.0, 0.0), size));
    let width = if matches!(kind, StepKind::End(_)) { 2.25 } else { 1.3 };
    let stroke = Stroke::new(width, color);
    let fill = if behind.is_empty() { Color32::TRANSPARENT } else { ground };
    for path in behind.iter().chain([&body]).chain(&inner) {
        for line in lines(path, place) {
            painter.add(line.into_shape(stroke, fill));
        }
    }
}

/// The part of `place` that the symbol takes: circles are round, sheets need height.
fn room(kind: StepKind, place: Rect) -> Rect {
    let (width, height) = (place.width(), place.height());
    let (width, height) = match kind {
        StepKind::Event(_) | StepKind::OnPageConnector => (height * 1.05, height * 1.05),
        StepKind::OffPageConnector => (height * 1.15, height * 1.1),
        StepKind::MultiDocument => (width * 1.05, height * 1.25),
        StepKind::Decision(_) => (width * 1.05, height * 1.15),
        StepKind::Note => (width * 0.9, height),
        _ => (width, height),
    };
    Rect::from_center_size(place.center(), eframe::egui::vec2(width, height))
}

struct Line {
    points: Vec<eframe::egui::Pos2>,
    is_closed: bool,
}

impl Line {
    /// The outlines of sheets are filled as a fan from their first corner, from which all of them is seen.
    fn into_shape(self, stroke: Stroke, fill: Color32) -> Shape {
        let stroke: PathStroke = stroke.into();
        if self.is_closed {
            PathShape { points: self.points, closed: true, fill, stroke }.into()
        } else {
            PathShape::line(self.points, stroke).into()
        }
    }
}

fn lines(path: &BezPath, place: Rect) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    kurbo::flatten(path, TOLERANCE, |element| match element {
        PathEl::MoveTo(p) => lines.push(Line { points: vec![at(place, p)], is_closed: false }),
        PathEl::LineTo(p) | PathEl::QuadTo(_, p) | PathEl::CurveTo(_, _, p) => {
            if let Some(line) = lines.last_mut() {
                line.points.push(at(place, p));
            }
        }
        PathEl::ClosePath => {
            if let Some(line) = lines.last_mut() {
                line.is_closed = true;
            }
        }
    });
    lines
}

fn at(place: Rect, p: geom::Point) -> eframe::egui::Pos2 {
    pos2(place.left() + f32_from(p.x / SCALE), place.top() + f32_from(p.y / SCALE))
}
