//! A camera on its way to another place.

use eframe::egui::Ui;

use crate::geom::Camera;

/// How long it takes, in seconds.
const SECS: f64 = 0.12;

/// What decides whether and how fast things move by themselves.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    /// The window's time, in seconds.
    pub(crate) now: f64,
    /// Whether nothing shall move by itself.
    pub(crate) is_calm: bool,
}

impl Clock {
    pub(crate) fn of(ui: &Ui) -> Self {
        Self { now: ui.input(|input| input.time), is_calm: ui.style().animation_time <= 0.0 }
    }
}

/// The way from one camera to another one, fast at first and slow at the end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glide {
    from: Camera,
    to: Camera,
    /// When it began, by the window's clock.
    began: f64,
}

impl Glide {
    pub(crate) const fn new(from: Camera, to: Camera, now: f64) -> Self {
        Self { from, to, began: now }
    }

    /// The camera at the time `now`, and whether it has arrived.
    pub(crate) fn at(&self, now: f64) -> (Camera, bool) {
        let part = ((now - self.began) / SECS).clamp(0.0, 1.0);
        if part >= 1.0 {
            return (self.to, true);
        }
        let part = 1.0 - (1.0 - part).powi(3);
        // The edges of what is seen move evenly: not the zoom does, but the size of a point.
        let point = (1.0 - part) / self.from.zoom + part / self.to.zoom;
        (Camera { origin: self.from.origin.lerp(self.to.origin, part), zoom: 1.0 / point }, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Point;

    #[test]
    fn it_begins_where_it_is_and_arrives_where_it_goes() {
        let from = Camera { origin: Point::new(10.0, 0.0), zoom: 1.0 };
        let to = Camera { origin: Point::new(-30.0, 8.0), zoom: 0.5 };
        let glide = Glide::new(from, to, 5.0);
        assert_eq!(glide.at(5.0), (from, false));
        assert_eq!(glide.at(5.0 + SECS), (to, true));
        let (halfway, _) = glide.at(5.0 + SECS / 2.0);
        assert!(halfway.zoom < from.zoom && to.zoom < halfway.zoom, "{halfway:?}");
    }
}
