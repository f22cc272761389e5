//! The interface's icons: lines on a grid of 16.
//!
//! Drawn by us, so that no icon font is needed; tinted by the text's colour.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2};

/// A sign for a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
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
    /// A disk.
    Save,
    /// An arrow that turns back.
    Undo,
    /// An arrow that turns forward.
    Redo,
    /// Scissors.
    Cut,
    /// Two sheets.
    Copy,
    /// A board with a clip.
    Paste,
    /// A lens.
    Find,
    /// A plus.
    Plus,
    /// A cross.
    Cross,
    /// A tick.
    Tick,
    /// Lines with a point before each.
    List,
    /// Four squares.
    Grid,
}

type Strokes = &'static [&'static [(f32, f32)]];

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

const SAVE: Strokes = &[
    &[(2.25, 2.25), (10.75, 2.25), (13.75, 5.25), (13.75, 13.75), (2.25, 13.75), (2.25, 2.25)],
    &[(4.75, 13.75), (4.75, 8.75), (11.25, 8.75), (11.25, 13.75)],
    &[(5.0, 2.25), (5.0, 5.25), (9.5, 5.25)],
];
const UNDO: Strokes = &[
    &[(5.25, 2.5), (2.25, 5.5), (5.25, 8.5)],
    &[
        (2.25, 5.5),
        (9.5, 5.5),
        (11.25, 5.9),
        (12.7, 7.0),
        (13.6, 8.6),
        (13.6, 10.4),
        (12.7, 12.0),
        (11.25, 13.1),
        (9.5, 13.5),
        (6.5, 13.5),
    ],
];
const CUT: Strokes = &[&[(13.5, 2.5), (5.6, 10.4)], &[(10.0, 10.0), (13.5, 13.5)], &[(5.6, 5.6), (8.2, 8.2)]];
const COPY: Strokes = &[
    &[(5.75, 5.75), (13.75, 5.75), (13.75, 13.75), (5.75, 13.75), (5.75, 5.75)],
    &[(3.25, 10.25), (2.25, 10.25), (2.25, 2.25), (10.25, 2.25), (10.25, 3.25)],
];
const PASTE: Strokes = &[
    &[(5.5, 3.0), (3.0, 3.0), (3.0, 14.25), (13.0, 14.25), (13.0, 3.0), (10.5, 3.0)],
    &[(5.5, 1.75), (10.5, 1.75), (10.5, 4.5), (5.5, 4.5), (5.5, 1.75)],
];
const PLUS: Strokes = &[&[(8.0, 3.5), (8.0, 12.5)], &[(3.5, 8.0), (12.5, 8.0)]];
const CROSS: Strokes = &[&[(5.0, 5.0), (11.0, 11.0)], &[(11.0, 5.0), (5.0, 11.0)]];
const TICK: Strokes = &[&[(3.0, 8.5), (6.5, 12.0), (13.0, 4.5)]];
const LIST: Strokes = &[
    &[(2.0, 4.0), (3.5, 4.0)],
    &[(6.5, 4.0), (14.0, 4.0)],
    &[(2.0, 8.0), (3.5, 8.0)],
    &[(6.5, 8.0), (14.0, 8.0)],
    &[(2.0, 12.0), (3.5, 12.0)],
    &[(6.5, 12.0), (14.0, 12.0)],
];
const GRID: Strokes = &[
    &[(2.5, 2.5), (6.5, 2.5), (6.5, 6.5), (2.5, 6.5), (2.5, 2.5)],
    &[(9.5, 2.5), (13.5, 2.5), (13.5, 6.5), (9.5, 6.5), (9.5, 2.5)],
    &[(2.5, 9.5), (6.5, 9.5), (6.5, 13.5), (2.5, 13.5), (2.5, 9.5)],
    &[(9.5, 9.5), (13.5, 9.5), (13.5, 13.5), (9.5, 13.5), (9.5, 9.5)],
];

/// Centre and radius.
type Circles = &'static [((f32, f32), f32)];

const LENS: Circles = &[((7.0, 7.0), 5.0)];
const HANDLES: Circles = &[((4.0, 4.0), 2.1), ((4.0, 12.0), 2.1)];

/// Paints `icon` in the middle of `rect`.
pub fn paint_icon(painter: &Painter, icon: Icon, rect: Rect, color: Color32) {
    let origin = (rect.center() - pos2(8.0, 8.0)).to_pos2();
    let is_mirrored = icon == Icon::Redo;
    let at = |(x, y): (f32, f32)| -> Pos2 {
        let x = if is_mirrored { 16.0 - x } else { x };
        origin + pos2(x, y).to_vec2()
    };
    let stroke = Stroke::new(1.5, color);
    let (strokes, circles): (Strokes, Circles) = match icon {
        Icon::New => (NEW, &[]),
        Icon::Open => (OPEN, &[]),
        Icon::Save => (SAVE, &[]),
        Icon::Undo | Icon::Redo => (UNDO, &[]),
        Icon::Cut => (CUT, HANDLES),
        Icon::Copy => (COPY, &[]),
        Icon::Paste => (PASTE, &[]),
        Icon::Find => (&[LENS_HANDLE], LENS),
        Icon::ZoomIn => (ZOOM_IN, LENS),
        Icon::ZoomOut => (ZOOM_OUT, LENS),
        Icon::Fit => (FIT, &[]),
        Icon::Plus => (PLUS, &[]),
        Icon::Cross => (CROSS, &[]),
        Icon::Tick => (TICK, &[]),
        Icon::List => (LIST, &[]),
        Icon::Grid => (GRID, &[]),
    };
    for points in strokes {
        painter.add(Shape::line(points.iter().copied().map(at).collect(), stroke));
    }
    for (centre, radius) in circles {
        painter.circle_stroke(at(*centre), *radius, stroke);
    }
}
