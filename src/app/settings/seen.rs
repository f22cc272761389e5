//! How files and the window were last seen.

use std::path::{Path, absolute};

use eframe::egui::{Pos2, Rect, Vec2, ViewportBuilder, ViewportInfo, pos2, vec2};
use serde::{Deserialize, Serialize};

/// How many files are remembered with their views.
const MOST_FILES: usize = 60;
/// The least size of the window, in points.
pub(crate) const LEAST_WINDOW: Vec2 = vec2(800.0, 560.0);
/// So much of the window's upper edge is on the screen at least, in points: where it can be taken hold of.
const LEAST_GRIP: Vec2 = vec2(160.0, 40.0);

/// How a file was last seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeenFile {
    /// Where it is, in full.
    pub path: String,
    /// The id of the page.
    pub page: String,
    /// What of it; `None`: all.
    #[serde(default)]
    pub area: Option<SeenArea>,
}

/// What of a page was seen.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeenArea {
    /// Of the middle, in page coordinates.
    pub x: f64,
    /// The same.
    pub y: f64,
    /// Points of the screen per document unit.
    pub zoom: f64,
}

/// The views of files, the last one first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SeenFiles(Vec<SeenFile>);

impl SeenFiles {
    /// How the file `path` was seen.
    pub fn of(&self, path: &Path) -> Option<&SeenFile> {
        let path = full_text(path)?;
        let seen = self.0.iter().find(|file| file.path == path)?;
        let is_sound =
            |area: &SeenArea| [area.x, area.y, area.zoom].iter().all(|n| n.is_finite()) && area.zoom > 0.0;
        seen.area.as_ref().is_none_or(is_sound).then_some(seen)
    }

    /// Remembers how a file was seen.
    pub fn note(&mut self, seen: SeenFile) {
        self.0.retain(|file| file.path != seen.path);
        self.0.insert(0, seen);
        self.0.truncate(MOST_FILES);
    }
}

/// `path` in full, where that is text.
pub(crate) fn full_text(path: &Path) -> Option<String> {
    absolute(path).ok()?.to_str().map(str::to_owned)
}

/// Where the window was, in points of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// The left edge.
    pub x: f32,
    /// The upper edge.
    pub y: f32,
    /// The width of what is inside.
    pub width: f32,
    /// The height of what is inside.
    pub height: f32,
    /// Whether it filled the screen.
    #[serde(default)]
    pub is_maximised: bool,
}

impl WindowPlace {
    /// Where the window is now; one that fills the screen was `before` where it will be again. `None` where that cannot
    /// be known.
    pub(crate) fn of(info: &ViewportInfo, scale: f32, before: Option<Self>) -> Option<Self> {
        let is_maximised = info.maximized == Some(true) || info.fullscreen == Some(true);
        if info.minimized == Some(true) {
            return before;
        }
        if let Some(before) = before.filter(|_| is_maximised) {
            return Some(Self { is_maximised, ..before });
        }
        let inner = info.inner_rect?;
        let corner = info.outer_rect.unwrap_or(inner).min * scale;
        let size = inner.size() * scale;
        Some(Self { x: corner.x, y: corner.y, width: size.x, height: size.y, is_maximised })
    }

    /// The same, if it can be a window's place.
    pub(crate) fn checked(self) -> Option<Self> {
        let all = [self.x, self.y, self.width, self.height];
        let is_sound = all.iter().all(|n| n.is_finite() && n.abs() < 100_000.0);
        (is_sound && self.width >= LEAST_WINDOW.x && self.height >= LEAST_WINDOW.y).then_some(self)
    }

    /// The window at this place.
    pub(crate) fn put(self, window: ViewportBuilder) -> ViewportBuilder {
        window
            .with_inner_size(vec2(self.width, self.height))
            .with_position(pos2(self.x, self.y))
            .with_maximized(self.is_maximised)
    }
}

/// The corner that a window at `outer` comes to, so that it can be taken hold of on a screen of the size `monitor`; `None`:
/// it stays.
pub(crate) fn brought_on_screen(outer: Rect, monitor: Vec2) -> Option<Pos2> {
    let screen = Rect::from_min_size(Pos2::ZERO, monitor);
    let grip = Rect::from_min_size(outer.min, vec2(outer.width(), LEAST_GRIP.y)).intersect(screen);
    if grip.width() >= LEAST_GRIP.x && grip.height() >= LEAST_GRIP.y {
        return None;
    }
    let most = (monitor - outer.size()).max(Vec2::ZERO);
    Some(pos2(outer.min.x.clamp(0.0, most.x), outer.min.y.clamp(0.0, most.y)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(path: &str, zoom: f64) -> SeenFile {
        let area = Some(SeenArea { x: 1.0, y: 2.0, zoom });
        SeenFile { path: path.to_owned(), page: "main".to_owned(), area }
    }

    #[test]
    fn a_file_is_remembered_once_and_old_ones_are_forgotten() {
        let mut files = SeenFiles::default();
        for i in 0..100 {
            files.note(seen(&format!("/{i}.ron"), 0.5));
        }
        files.note(seen("/99.ron", 2.0));
        assert_eq!(files.of(Path::new("/99.ron")), Some(&seen("/99.ron", 2.0)));
        assert_eq!(files.of(Path::new("/0.ron")), None);
        assert_eq!(files.0.len(), MOST_FILES);
        files.note(seen("/98.ron", f64::NAN));
        assert_eq!(files.of(Path::new("/98.ron")), None, "nothing can be seen so");
    }

    #[test]
    fn a_window_beside_the_screen_comes_back_to_it() {
        let monitor = vec2(1920.0, 1080.0);
        let at = |x: f32, y: f32| Rect::from_min_size(pos2(x, y), vec2(1280.0, 800.0));
        assert_eq!(brought_on_screen(at(100.0, 60.0), monitor), None);
        assert_eq!(brought_on_screen(at(-900.0, 60.0), monitor), None, "enough of it is seen");
        assert_eq!(brought_on_screen(at(2500.0, 60.0), monitor), Some(pos2(640.0, 60.0)));
        assert_eq!(brought_on_screen(at(0.0, -300.0), monitor), Some(pos2(0.0, 0.0)));
    }

    #[test]
    fn a_window_that_fills_the_screen_knows_where_it_was() {
        let before = WindowPlace { x: 5.0, y: 6.0, width: 900.0, height: 700.0, is_maximised: false };
        let full = Rect::from_min_size(Pos2::ZERO, vec2(1920.0, 1080.0));
        let info = ViewportInfo { inner_rect: Some(full), maximized: Some(true), ..ViewportInfo::default() };
        let place = WindowPlace::of(&info, 1.0, Some(before));
        assert_eq!(place, Some(WindowPlace { is_maximised: true, ..before }));
        let tiny = WindowPlace { width: 10.0, ..before };
        assert_eq!((tiny.checked(), before.checked()), (None, Some(before)));
    }
}
