//! The interface's icons: lines on a grid of 16.
//!
//! Drawn by us, so that no icon font is needed; tinted by the text's colour.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2};

/// A sign for a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A house.
    Home,
    /// A sheet with a plus.
    New,
    /// A folder.
    Open,
    /// A lens with a plus.
    ZoomIn,
    /// A lens with a minus.
    ZoomOut,
    /// Four corners.
    Fit,
}

type Strokes = &'static [&'static [(f32, f32)]];

const HOME: Strokes = &[
    &[(2.0, 7.5), (8.0, 2.5), (14.0, 7.5)],
    &[(3.75, 6.2), (3.75, 13.5), (12.25, 13.5), (12.25, 6.2)],
    &[(6.5, 13.5), (6.5, 9.5), (9.5, 9.5), (9.5, 13.5)],
];
const NEW: Strokes = &[
    &[(9.0, 1.75), (3.0, 1.75), (3.0, 14.25), (13.0, 14.25), (13.0, 5.75), (9.0, 1.75)],
    &[(9.0, 1.75), (9.0, 5.75), (13.0, 5.75)],
    &[(8.0, 7.75), (8.0, 12.25)],
    &[(5.75, 10.0), (10.25, 10.0)],
];
const OPEN: Strokes = &[
    &[(13.0, 6.75), (13.0, 4.5), (7.75, 4.5), (6.25, 2.75), (1.75, 2.75), (1.75, 13.25)],
    &[(1.75, 13.25), (4.25, 6.75), (15.0, 6.75), (12.5, 13.25), (1.75, 13.25)],
];
const LENS_HANDLE: &[(f32, f32)] = &[(10.6, 10.6), (14.25, 14.25)];
const ZOOM_IN: Strokes = &[LENS_HANDLE, &[(7.0, 4.75), (7.0, 9.25)], &[(4.75, 7.0), (9.25, 7.0)]];
const ZOOM_OUT: Strokes = &[LENS_HANDLE, &[(4.75, 7.0), (9.25, 7.0)]];
const FIT: Strokes = &[
    &[(2.0, 5.5), (2.0, 2.0), (5.5, 2.0)],
    &[(10.5, 2.0), (14.0, 2.0), (14.0, 5.5)],
    &[(14.0, 10.5), (14.0, 14.0), (10.5, 14.0)],
    &[(5.5, 14.0), (2.0, 14.0), (2.0, 10.5)],
];

/// Paints `icon` in the middle of `rect`.
pub fn paint_icon(painter: &Painter, icon: Icon, rect: Rect, color: Color32) {
    let origin = (rect.center() - pos2(8.0, 8.0)).to_pos2();
    let at = |(x, y): (f32, f32)| -> Pos2 { origin + pos2(x, y).to_vec2() };
    let stroke = Stroke::new(1.5, color);
    let (strokes, circle) = match icon {
        Icon::Home => (HOME, None),
        Icon::New => (NEW, None),
        Icon::Open => (OPEN, None),
        Icon::ZoomIn => (ZOOM_IN, Some(((7.0, 7.0), 5.0))),
        Icon::ZoomOut => (ZOOM_OUT, Some(((7.0, 7.0), 5.0))),
        Icon::Fit => (FIT, None),
    };
    for points in strokes {
        painter.add(Shape::line(points.iter().copied().map(at).collect(), stroke));
    }
    if let Some((centre, radius)) = circle {
        painter.circle_stroke(at(centre), radius, stroke);
    }
}
