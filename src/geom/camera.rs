//! The map between document space and a screen.

use kurbo::{Point, Rect, Size, Vec2};

/// Which part of document space a viewport shows, and how large.
///
/// Screen points are egui points relative to the viewport's top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The document point at the viewport's top left corner.
    pub origin: Point,
    /// Screen points per document unit.
    pub zoom: f64,
}

impl Default for Camera {
    fn default() -> Self {
        Self { origin: Point::ZERO, zoom: 1.0 }
    }
}

impl Camera {
    /// The smallest zoom: 5 %.
    pub const MIN_ZOOM: f64 = 0.05;
    /// The largest zoom: 800 %.
    pub const MAX_ZOOM: f64 = 8.0;

    /// Where `p` is seen.
    pub fn screen_from_doc(&self, p: Point) -> Point {
        ((p - self.origin) * self.zoom).to_point()
    }

    /// What is seen at `p`.
    pub fn doc_from_screen(&self, p: Point) -> Point {
        self.origin + p.to_vec2() / self.zoom
    }

    /// The part of document space that a viewport of `viewport` points shows.
    pub fn visible(&self, viewport: Size) -> Rect {
        Rect::from_origin_size(self.origin, viewport / self.zoom)
    }

    /// The camera after the picture was dragged by `delta` screen points.
    #[must_use]
    pub fn panned(&self, delta: Vec2) -> Self {
        Self { origin: self.origin - delta / self.zoom, zoom: self.zoom }
    }

    /// The camera with another zoom, what is seen at the screen point `anchor` staying where it is.
    #[must_use]
    pub fn zoomed_about(&self, anchor: Point, zoom: f64) -> Self {
        let fixed = self.doc_from_screen(anchor);
        let zoom = zoom.clamp(Self::MIN_ZOOM, Self::MAX_ZOOM);
        Self { origin: fixed - anchor.to_vec2() / zoom, zoom }
    }

    /// The camera that shows all of `content` in the middle of the viewport with `margin` points around it.
    ///
    /// Never larger than 100 %, and as small as it must be.
    pub fn fitting(content: Rect, viewport: Size, margin: f64) -> Self {
        let room =
            Size::new((viewport.width - 2.0 * margin).max(1.0), (viewport.height - 2.0 * margin).max(1.0));
        let zoom = (room.width / content.width().max(1.0)).min(room.height / content.height().max(1.0));
        Self { origin: Point::ZERO, zoom: zoom.min(1.0) }.centred_on(content.center(), viewport)
    }

    /// The camera that shows `content` with `zoom` from its top left corner, with `margin` points around it: in the
    /// middle where there is room for all of it, and further along where `first` would not be seen.
    pub fn opening(content: Rect, first: Rect, zoom: f64, viewport: Size, margin: f64) -> Self {
        let (room, margin) = (viewport / zoom, margin / zoom);
        let from = |room: f64, content: (f64, f64), first: (f64, f64)| {
            let start = content.0 - margin;
            if content.1 + margin - start <= room {
                f64::midpoint(content.0, content.1) - room / 2.0
            } else if first.1 + margin <= start + room {
                start
            } else {
                (f64::midpoint(first.0, first.1) - room / 2.0).min(content.1 + margin - room)
            }
        };
        let x = from(room.width, (content.x0, content.x1), (first.x0, first.x1));
        let y = from(room.height, (content.y0, content.y1), (first.y0, first.y1));
        Self { origin: Point::new(x, y), zoom }
    }

    /// The camera with the document point `centre` in the middle of the viewport.
    #[must_use]
    pub fn centred_on(&self, centre: Point, viewport: Size) -> Self {
        Self { origin: centre - viewport.to_vec2() / (2.0 * self.zoom), zoom: self.zoom }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zooming_keeps_what_is_under_the_pointer() {
        let camera = Camera { origin: Point::new(30.0, -20.0), zoom: 0.7 };
        let anchor = Point::new(200.0, 100.0);
        let before = camera.doc_from_screen(anchor);
        let zoomed = camera.zoomed_about(anchor, 2.5);
        assert!(zoomed.doc_from_screen(anchor).distance(before) < 1e-9);
        assert_eq!(zoomed.zoom, 2.5);
    }

    #[test]
    fn fitting_centres_the_content_and_never_enlarges() {
        let content = Rect::new(0.0, 0.0, 100.0, 50.0);
        let camera = Camera::fitting(content, Size::new(800.0, 600.0), 24.0);
        assert_eq!(camera.zoom, 1.0);
        assert_eq!(camera.screen_from_doc(content.center()), Point::new(400.0, 300.0));
    }

    #[test]
    fn fitting_shows_all_of_the_largest_page() {
        let (content, viewport) = (Rect::new(0.0, 0.0, 90_000.0, 200.0), Size::new(800.0, 600.0));
        let seen = Camera::fitting(content, viewport, 24.0).visible(viewport);
        assert_eq!(seen.union(content), seen);
    }

    #[test]
    fn a_page_opens_at_its_corner_and_where_its_first_step_is() {
        let (content, viewport) = (Rect::new(0.0, 0.0, 4000.0, 300.0), Size::new(800.0, 600.0));
        let first = Rect::new(100.0, 100.0, 200.0, 150.0);
        let camera = Camera::opening(content, first, 0.5, viewport, 20.0);
        assert_eq!(camera.screen_from_doc(Point::new(0.0, 150.0)), Point::new(20.0, 300.0));
        let far = Rect::new(3900.0, 100.0, 3950.0, 150.0);
        let camera = Camera::opening(content, far, 0.5, viewport, 20.0);
        assert_eq!(camera.screen_from_doc(Point::new(4000.0, 150.0)), Point::new(780.0, 300.0));
    }
}
