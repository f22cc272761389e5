//! The outlines of the symbols, after ISO 5807.

use crate::{
    geom::{BezPath, Point, Rect, Shape as _, Size, Vec2},
    model::StepKind,
};
use kurbo::{Circle, Ellipse, PathEl, RoundedRect};

/// How exactly arcs are turned into curves, in document units.
const ACCURACY: f64 = 0.01;
/// The corner radius of a process.
const CORNER: f64 = 4.0;
/// How far the sheets of a multi-document are apart.
pub(super) const SHEET: f64 = 5.0;
/// How far a subprocess's bars stand in.
const BAR: f64 = 8.0;
/// The folded corner of a note.
const FOLD: f64 = 11.0;
/// How far an event's inner ring stands in.
const RING: f64 = 3.5;

/// The lines of a symbol.
#[derive(Clone, Debug)]
pub struct Outline {
    /// Closed paths behind the body, back to front: the further sheets of a multi-document.
    pub behind: Vec<BezPath>,
    /// The closed outline: filled, stroked, hit by the pointer, met by connectors.
    pub body: BezPath,
    /// Open lines inside the body.
    pub inner: Option<BezPath>,
}

/// The outline of a step of `kind` that takes up `rect`.
pub fn outline(kind: StepKind, rect: Rect) -> Outline {
    let mut behind = Vec::new();
    let mut inner = None;
    let body = match kind {
        StepKind::Start | StepKind::End(_) => box_with_round_corners(rect, rect.height() / 2.0),
        StepKind::Process => box_with_round_corners(rect, CORNER),
        StepKind::Decision(_) => diamond(rect),
        StepKind::Data => data(rect),
        StepKind::Document => document(rect),
        StepKind::MultiDocument => {
            let sheet = rect.size() - Size::new(2.0 * SHEET, 2.0 * SHEET);
            let at =
                |x: f64, y: f64| document(Rect::from_origin_size(rect.origin() + Vec2::new(x, y), sheet));
            behind = vec![at(2.0 * SHEET, 0.0), at(SHEET, SHEET)];
            at(0.0, 2.0 * SHEET)
        }
        StepKind::Subprocess => {
            inner = Some(bars(rect));
            box_with_round_corners(rect, CORNER)
        }
        StepKind::Database => {
            inner = Some(half_ellipse(rect, rect.y0 + lid(rect.height()), Half::Lower));
            cylinder(rect)
        }
        StepKind::ManualOperation => manual_operation(rect),
        StepKind::ManualInput => manual_input(rect),
        StepKind::Preparation => preparation(rect),
        StepKind::Delay => delay(rect),
        StepKind::Display => display(rect),
        StepKind::Event(_) => {
            inner = Some(circle(rect.inset(-RING)));
            circle(rect)
        }
        StepKind::OnPageConnector => circle(rect),
        StepKind::OffPageConnector => off_page(rect),
        StepKind::Note => {
            inner = Some(fold(rect));
            note(rect)
        }
    };
    Outline { behind, body, inner }
}

/// How far the slanted sides of data and manual operation stand in.
pub(super) fn slant(height: f64) -> f64 {
    (0.28 * height).clamp(10.0, 20.0)
}

/// How far the points of a preparation stand out.
pub(super) fn tip(height: f64) -> f64 {
    (0.3 * height).clamp(12.0, 22.0)
}

/// The amplitude of a document's wave.
pub(super) fn wave(height: f64) -> f64 {
    (0.1 * height).clamp(5.0, 8.0)
}

/// Half the height of a cylinder's lid.
pub(super) fn lid(height: f64) -> f64 {
    (0.13 * height).clamp(5.0, 9.0)
}

/// How far an off-page connector's point reaches down.
pub(super) fn off_page_point(height: f64) -> f64 {
    0.34 * height
}

fn polygon(points: &[(f64, f64)]) -> BezPath {
    let mut points = points.iter().map(|(x, y)| Point::new(*x, *y));
    let start = points.next().map(PathEl::MoveTo);
    start.into_iter().chain(points.map(PathEl::LineTo)).chain([PathEl::ClosePath]).collect()
}

fn box_with_round_corners(rect: Rect, radius: f64) -> BezPath {
    // A corner and a side each, the beginning and the end: so it is made in one go.
    let mut path = BezPath::with_capacity(10);
    path.extend(RoundedRect::from_rect(rect, radius).path_elements(ACCURACY));
    path
}

fn circle(rect: Rect) -> BezPath {
    let radius = rect.width().min(rect.height()) / 2.0;
    Circle::new(rect.center(), radius).to_path(ACCURACY)
}

fn diamond(r: Rect) -> BezPath {
    let c = r.center();
    polygon(&[(c.x, r.y0), (r.x1, c.y), (c.x, r.y1), (r.x0, c.y)])
}

fn data(r: Rect) -> BezPath {
    let s = slant(r.height());
    polygon(&[(r.x0 + s, r.y0), (r.x1, r.y0), (r.x1 - s, r.y1), (r.x0, r.y1)])
}

fn manual_operation(r: Rect) -> BezPath {
    let s = slant(r.height());
    polygon(&[(r.x0, r.y0), (r.x1, r.y0), (r.x1 - s, r.y1), (r.x0 + s, r.y1)])
}

fn manual_input(r: Rect) -> BezPath {
    let slope = (0.24 * r.height()).clamp(8.0, 16.0);
    polygon(&[(r.x0, r.y0 + slope), (r.x1, r.y0), (r.x1, r.y1), (r.x0, r.y1)])
}

fn preparation(r: Rect) -> BezPath {
    let (p, y) = (tip(r.height()), r.center().y);
    polygon(&[(r.x0 + p, r.y0), (r.x1 - p, r.y0), (r.x1, y), (r.x1 - p, r.y1), (r.x0 + p, r.y1), (r.x0, y)])
}

fn off_page(r: Rect) -> BezPath {
    let shoulder = r.y1 - off_page_point(r.height());
    polygon(&[(r.x0, r.y0), (r.x1, r.y0), (r.x1, shoulder), (r.center().x, r.y1), (r.x0, shoulder)])
}

fn note(r: Rect) -> BezPath {
    polygon(&[(r.x0, r.y0), (r.x1 - FOLD, r.y0), (r.x1, r.y0 + FOLD), (r.x1, r.y1), (r.x0, r.y1)])
}

fn fold(r: Rect) -> BezPath {
    let mut path = BezPath::new();
    path.move_to((r.x1 - FOLD, r.y0));
    path.line_to((r.x1 - FOLD, r.y0 + FOLD));
    path.line_to((r.x1, r.y0 + FOLD));
    path
}

fn bars(r: Rect) -> BezPath {
    let mut path = BezPath::new();
    for x in [r.x0 + BAR, r.x1 - BAR] {
        path.move_to((x, r.y0));
        path.line_to((x, r.y1));
    }
    path
}

/// A sheet whose lower edge is a wave: two cubic arcs, the first (right) above the base line, the second below.
fn document(r: Rect) -> BezPath {
    let (w, a) = (r.width(), wave(r.height()));
    let base = r.y1 - a;
    let swing = 1.34 * a;
    let x = |share: f64| r.x1 - share * w;
    let mut path = BezPath::new();
    path.move_to((r.x0, r.y0));
    path.line_to((r.x1, r.y0));
    path.line_to((r.x1, base));
    path.curve_to((x(0.182), base - swing), (x(0.5 - 0.182), base - swing), (x(0.5), base));
    path.curve_to((x(0.682), base + swing), (x(0.818), base + swing), (r.x0, base));
    path.close_path();
    path
}

#[derive(Clone, Copy)]
enum Half {
    Upper,
    Lower,
}

/// Half an ellipse as wide as `r`, from its left end over or under `y` to its right end.
fn half_ellipse(r: Rect, y: f64, half: Half) -> BezPath {
    let sweep = match half {
        Half::Upper => std::f64::consts::PI,
        Half::Lower => -std::f64::consts::PI,
    };
    let centre = Point::new(r.center().x, y);
    let arc = Ellipse::new(centre, (r.width() / 2.0, lid(r.height())), 0.0);
    kurbo::Arc {
        center: arc.center(),
        radii: arc.radii(),
        start_angle: std::f64::consts::PI,
        sweep_angle: sweep,
        x_rotation: 0.0,
    }
    .to_path(ACCURACY)
}

fn cylinder(r: Rect) -> BezPath {
    let e = lid(r.height());
    let mut path = half_ellipse(r, r.y0 + e, Half::Upper);
    path.line_to((r.x1, r.y1 - e));
    // The lower half runs left to right; here it is needed right to left.
    let lower = half_ellipse(r, r.y1 - e, Half::Lower).reverse_subpaths();
    path.extend(lower.elements().iter().skip(1).copied());
    path.close_path();
    path
}

/// An elliptic arc from the end of `path`, clockwise over half a turn from above `centre` to below it.
fn right_end(path: &mut BezPath, centre: Point, radii: (f64, f64)) {
    let arc = kurbo::Arc {
        center: centre,
        radii: radii.into(),
        start_angle: -std::f64::consts::FRAC_PI_2,
        sweep_angle: std::f64::consts::PI,
        x_rotation: 0.0,
    };
    path.extend(arc.append_iter(ACCURACY));
}

fn delay(r: Rect) -> BezPath {
    let radius = (r.height() / 2.0).min(r.width() / 2.0);
    let mut path = BezPath::new();
    path.move_to((r.x0, r.y0));
    path.line_to((r.x1 - radius, r.y0));
    right_end(&mut path, Point::new(r.x1 - radius, r.center().y), (radius, r.height() / 2.0));
    path.line_to((r.x0, r.y1));
    path.close_path();
    path
}

fn display(r: Rect) -> BezPath {
    let (h, y) = (r.height(), r.center().y);
    let (left, right) = ((0.38 * h).min(r.width() / 2.0), (0.26 * h).min(r.width() / 2.0));
    let control = r.x0 + 0.42 * left;
    let mut path = BezPath::new();
    path.move_to((r.x0, y));
    path.quad_to((control, r.y0), (r.x0 + left, r.y0));
    path.line_to((r.x1 - right, r.y0));
    right_end(&mut path, Point::new(r.x1 - right, y), (right, h / 2.0));
    path.line_to((r.x0 + left, r.y1));
    path.quad_to((control, r.y1), (r.x0, y));
    path.close_path();
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outline_is_closed_and_fills_its_rectangle() {
        let rect = Rect::new(10.0, 20.0, 150.0, 80.0);
        for kind in StepKind::PALETTE {
            let Outline { behind, body, .. } = outline(kind, rect);
            let all = behind.iter().fold(body.bounding_box(), |all, path| all.union(path.bounding_box()));
            assert!(matches!(body.elements().last(), Some(PathEl::ClosePath)), "{kind:?}");
            assert!(all.x0 >= 9.9 && all.y0 >= 19.9 && all.x1 <= 150.1 && all.y1 <= 80.1, "{kind:?} {all:?}");
            assert!(all.height() > 55.0, "{kind:?} {all:?}");
            assert!(body.contains(rect.center()), "{kind:?}");
        }
    }
}
