//! A page as a small picture.

use eframe::egui::{CornerRadius, Rect, Stroke, StrokeKind, Ui};

use crate::{
    geom::{Camera, Size},
    ui::{
        canvas::{CanvasPlace, Picture, paint},
        theme::{self, Tokens},
    },
};

/// Paints the page into `frame` on paper; none as long as there is no picture yet.
pub(super) fn thumbnail_ui(ui: &Ui, picture: Option<&Picture>, frame: Rect) {
    let corners = CornerRadius::same(3);
    ui.painter().rect_filled(frame, corners, theme::PAPER);
    if let Some(picture) = picture {
        let inner = frame.shrink(4.0);
        let size = Size::new(f64::from(inner.width()), f64::from(inner.height()));
        let wanted = (size.width / picture.bounds.width()).min(size.height / picture.bounds.height());
        let camera = Camera { zoom: wanted.min(0.6), ..Camera::default() };
        let camera = camera.centred_on(picture.bounds.center(), size);
        let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(inner));
        paint(&painter, picture, &CanvasPlace { camera, viewport: inner });
    }
    let stroke = Stroke::new(1.0, Tokens::of(ui).border);
    ui.painter().rect_stroke(frame, corners, stroke, StrokeKind::Inside);
}
