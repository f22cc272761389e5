//! What is shown of a comparison, and where a person is in it.

use crate::{
    geom::{Camera, Rect, Size},
    revise::RevisionKind,
    ui::canvas::Picture,
};

/// A page of a comparison.
pub struct ComparePage {
    /// What it is called.
    pub title: String,
    /// The page with its marks.
    pub picture: Picture,
}

/// A line of the list.
pub struct CompareLine {
    /// What it says.
    pub words: String,
    /// What became of the record; `None`: a heading over other lines.
    pub kind: Option<RevisionKind>,
    /// The position of the page that shows it.
    pub page: Option<usize>,
    /// Where on that page it is.
    pub spot: Option<Rect>,
}

/// All that is shown of a comparison.
#[derive(Clone, Copy)]
pub struct CompareContent<'v> {
    /// In a few words.
    pub summary: &'v str,
    /// The pages, with marks.
    pub pages: &'v [ComparePage],
    /// The differences in words.
    pub lines: &'v [CompareLine],
}

/// Where a person is in a comparison.
#[derive(Clone, Copy, Debug, Default)]
pub struct CompareState {
    /// The position of the page that is shown.
    pub page: usize,
    /// The line that is chosen.
    pub chosen: Option<usize>,
    /// Whether the list had the keyboard once.
    pub(super) has_begun: bool,
    /// How the page is seen; `None`: all of it.
    pub(super) camera: Option<Camera>,
    /// What is to be brought into sight.
    pub(super) wanted: Option<Rect>,
    /// Whether the chosen line is to be brought into sight.
    pub(super) scrolls: bool,
}

/// The room around what is brought into sight, in document units.
const AROUND: Size = Size::new(480.0, 260.0);

impl CompareState {
    /// Chooses a line and goes where it is.
    pub(super) fn choose(&mut self, at: usize, line: &CompareLine) {
        self.chosen = Some(at);
        self.scrolls = true;
        if let Some(page) = line.page {
            self.show_page(page);
        }
        self.wanted = line.spot;
    }

    /// Shows another page.
    pub(super) fn show_page(&mut self, page: usize) {
        if self.page != page {
            (self.page, self.camera, self.wanted) = (page, None, None);
        }
    }

    /// How the page with these bounds is seen in a viewport of that size.
    pub(super) fn camera(&mut self, bounds: Rect, viewport: Size) -> Camera {
        let whole = Camera::fitting(bounds, viewport, 8.0);
        if let Some(spot) = self.wanted.take() {
            let near = Camera::fitting(spot.inflate(AROUND.width, AROUND.height), viewport, 0.0);
            let zoom = self.camera.map_or(near.zoom, |camera| camera.zoom.min(near.zoom)).max(whole.zoom);
            // Who looks at all of the page comes closer, who is close already stays so.
            let zoom =
                if self.camera.is_none_or(|camera| camera.zoom <= whole.zoom) { near.zoom } else { zoom };
            self.camera = Some(Camera { zoom, ..near }.centred_on(spot.center(), viewport));
        }
        self.camera.unwrap_or(whole)
    }
}
