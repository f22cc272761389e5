//! What of an open document is seen: all of a page, its start, or what a person goes to.

use super::open_document::OpenDocument;
use crate::{
    app::{
        canvas::glide::{Clock, Glide},
        services::api::Services,
        settings::seen::{SeenArea, SeenFile, full_text},
    },
    geom::{Camera, Point, Rect, Size},
    model::{Page, PageId, StepKind},
    ui::canvas::{self, Motion},
};

/// How much one step of zooming is.
const ZOOM_STEP: f64 = 1.25;
/// Words can be read from this zoom on.
const LEAST_READ: f64 = 0.45;
/// The zoom with which a page opens that is larger than that.
const OPENED: f64 = 0.6;

/// How a page opens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Opening {
    /// At its start, where all of it would be too small.
    Start,
    /// As it was last seen.
    Again(SeenArea),
}

/// A page, and how it is seen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PageView {
    pub(crate) page: PageId,
    /// `None`: all of it.
    pub(crate) camera: Option<Camera>,
}

impl OpenDocument {
    /// What of the document is seen now.
    pub(crate) fn view(&self) -> PageView {
        PageView { page: self.editor.page_id().clone(), camera: self.camera.filter(|_| !self.fitted) }
    }

    /// Shows what `view` shows, where its page is still there.
    pub(crate) fn look_at(&mut self, services: &dyn Services, view: &PageView) {
        self.show_page(services, &view.page);
        self.fit();
        if let Some(camera) = view.camera {
            self.fitted = false;
            self.camera = Some(camera);
        }
    }

    /// The middle of what is seen, in page coordinates.
    pub(crate) fn middle(&self) -> Point {
        let middle = (self.viewport.to_vec2() / 2.0).to_point();
        self.camera.map_or(middle, |camera| camera.doc_from_screen(middle))
    }

    /// Fits the page into the canvas, and keeps it so while a person does not move it.
    pub(crate) const fn fit(&mut self) {
        self.fitted = true;
        self.fitted_into = Size::ZERO;
        self.opening = None;
    }

    /// Shows a page that was just opened: all of it, or its start where words would be too small to be read.
    pub(super) const fn open_page(&mut self) {
        self.fit();
        self.opening = Some(Opening::Start);
    }

    /// The camera at the time of `clock` for a canvas of the size `room`; `None` where the page is to be fitted into it.
    pub(crate) fn camera_in(&mut self, room: Size, clock: Clock) -> Option<Camera> {
        let may_move = self.fitted && !self.is_at_work();
        if !self.fitted || (may_move && self.fitted_into != room) {
            self.glide = None;
        }
        if may_move && self.fitted_into != room {
            self.fitted_into = room;
            let start = self.opening.take().and_then(|opening| self.opened(opening, room));
            self.fitted = start.is_none();
            return start;
        }
        let Some(glide) = self.glide else { return self.camera };
        let (camera, has_arrived) = glide.at(if clock.is_calm { f64::INFINITY } else { clock.now });
        self.glide = self.glide.filter(|_| !has_arrived);
        Some(camera)
    }

    /// The camera with which a page opens; `None`: all of it is seen.
    fn opened(&self, opening: Opening, room: Size) -> Option<Camera> {
        match opening {
            Opening::Start => self.start(room),
            Opening::Again(SeenArea { x, y, zoom }) => {
                let zoom = zoom.min(Camera::MAX_ZOOM);
                Some(Camera { origin: Point::ZERO, zoom }.centred_on(Point::new(x, y), room))
            }
        }
    }

    /// How the file is seen now; `None` where there is none, or nothing was seen.
    pub(crate) fn seen(&self) -> Option<SeenFile> {
        let path = full_text(&self.file.as_ref()?.path)?;
        let PageView { page, camera } = self.view();
        let (Point { x, y }, _) = (self.middle(), self.camera?);
        let area = camera.map(|Camera { zoom, .. }| SeenArea { x, y, zoom });
        Some(SeenFile { path, page: page.as_str().to_owned(), area })
    }

    /// Opens, where nothing of it was shown yet, as its file was last `seen`.
    pub(crate) fn open_as_seen(&mut self, services: &dyn Services, seen: Option<&SeenFile>) {
        let Some(seen) = seen.filter(|_| self.camera.is_none()) else { return };
        let Ok(page) = PageId::parse(&seen.page) else { return };
        self.show_page(services, &page);
        if let Some(area) = seen.area.filter(|_| *self.editor.page_id() == page) {
            self.opening = Some(Opening::Again(area));
        }
    }

    /// The camera that shows the start of a page whose words cannot be read where all of it is seen.
    fn start(&self, room: Size) -> Option<Camera> {
        if canvas::fitted(&self.picture, room).zoom >= LEAST_READ {
            return None;
        }
        let steps = self.page()?.steps_in_reading_order();
        let first = steps.iter().find(|step| step.kind == StepKind::Start).or(steps.first())?;
        Some(canvas::opened(&self.picture, first.rect, OPENED, room))
    }

    /// Whether the camera is on its way, so that there is another frame.
    pub(crate) const fn is_gliding(&self) -> bool {
        self.glide.is_some()
    }

    /// Lets everything move from where it was in `before`, and shows all of the page where it is kept fitted.
    pub(crate) fn follow_layout(&mut self, before: Option<&Page>, now: f64) {
        let same = before.zip(self.page()).filter(|(before, page)| before.id == page.id);
        let motion = same.and_then(|(before, page)| Motion::between(before, page));
        self.motion = motion.map(|motion| (motion, self.editor.revision()));
        let Some(camera) = self.camera.filter(|_| self.fitted && self.fitted_into == self.viewport) else {
            return;
        };
        let fitted = canvas::fitted(&self.picture, self.viewport);
        self.glide = (fitted != camera).then(|| Glide::new(camera, fitted, now));
    }

    /// Whether something is being dragged or written, so that the page has to stay where it is.
    pub(crate) fn is_at_work(&self) -> bool {
        self.editor.is_in_gesture() || self.canvas.tools.feedback().is_dragging
    }

    /// Moves the page so that `at` is in the middle of the canvas.
    pub(crate) fn centre_on(&mut self, at: Point) {
        self.fitted = false;
        let viewport = self.viewport;
        self.camera = self.camera.map(|camera| camera.centred_on(at, viewport));
    }

    /// Zooms about the middle of the canvas by `steps`.
    pub(crate) fn zoom_by(&mut self, steps: i32) {
        if let Some(camera) = self.camera {
            self.zoom_to(camera.zoom * ZOOM_STEP.powi(steps));
        }
    }

    /// Zooms about the middle of the canvas.
    pub(crate) fn zoom_to(&mut self, zoom: f64) {
        self.fitted = false;
        let middle = (self.viewport.to_vec2() / 2.0).to_point();
        self.camera = self.camera.map(|camera| camera.zoomed_about(middle, zoom));
    }

    /// Shows `area` as large as it fits, never larger than as printed.
    pub(crate) fn zoom_on(&mut self, area: Option<Rect>) {
        let Some(area) = area else { return };
        self.fitted = false;
        self.camera = Some(canvas::fitted_to(area, self.viewport));
    }

    /// Shows the page as wide as the canvas, what is in the middle staying at its height.
    pub(crate) fn zoom_to_width(&mut self) {
        let Rect { x0, x1, .. } = self.picture.bounds;
        let Point { y, .. } = self.middle();
        self.zoom_on(Some(Rect::new(x0, y, x1, y)));
    }
}
