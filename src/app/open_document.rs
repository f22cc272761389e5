//! The document that is shown, and how.

use std::path::{Path, PathBuf};

use super::{canvas::CanvasState, services::Services};
use crate::{
    edit::Editor,
    geom::{Camera, Size},
    locale::{Catalog, Lang},
    model::{Document, Estimate, Page, Step, StepId},
    pipeline,
    text::markup,
    ui::{canvas::Picture, hover_card::CardText},
};

/// How much one step of zooming is.
const ZOOM_STEP: f64 = 1.25;

/// A document with the page, language and camera it is seen through.
pub(super) struct OpenDocument {
    /// The document, what is selected and what can be undone.
    pub(super) editor: Editor,
    /// The file it was read from or written to last.
    pub(super) path: Option<PathBuf>,
    /// What the window's title calls it: file name or title.
    pub(super) name: String,
    /// The language of its texts.
    pub(super) lang: Lang,
    /// The page's picture in that language.
    pub(super) picture: Picture,
    /// The editor's revision that the picture shows.
    pictured: u64,
    /// How it was last seen.
    pub(super) camera: Option<Camera>,
    /// Whether the page is kept fitted into the window.
    pub(super) fitted: bool,
    /// The size of the canvas when it was last drawn.
    pub(super) viewport: Size,
    /// What is being done on the canvas.
    pub(super) canvas: CanvasState,
}

impl OpenDocument {
    /// `document`, read in `wished` where it has that language.
    pub(super) fn new(
        services: &dyn Services,
        document: Document,
        path: Option<&Path>,
        wished: &Lang,
    ) -> Self {
        let languages = document.languages();
        let lang = languages.into_iter().find(|lang| lang == wished);
        let lang = lang.unwrap_or_else(|| document.language.clone());
        let file = path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let name = file.unwrap_or_else(|| plain(document.title.get(&lang, &document.language)));
        let picture = Picture::new(services.scene(&document, 0, &lang));
        let editor = Editor::new(document, pipeline::fonts(), path.is_some());
        Self {
            pictured: editor.revision(),
            editor,
            path: path.map(Path::to_path_buf),
            name,
            lang,
            picture,
            camera: None,
            fitted: true,
            viewport: Size::ZERO,
            canvas: CanvasState::default(),
        }
    }

    /// Shows another page.
    pub(super) fn show_page(&mut self, services: &dyn Services, page: usize) {
        let id = self.editor.document().pages.get(page).map(|page| page.id.clone());
        if let Some(id) = id {
            self.editor.show_page(&id);
        }
        self.fitted = true;
        self.redraw(services);
    }

    /// Shows the texts in another language.
    pub(super) fn show_lang(&mut self, services: &dyn Services, lang: Lang) {
        self.lang = lang;
        self.redraw(services);
    }

    /// Draws the picture anew if the document changed since.
    pub(super) fn refresh(&mut self, services: &dyn Services) {
        if self.pictured != self.editor.revision() {
            self.redraw(services);
        }
    }

    fn redraw(&mut self, services: &dyn Services) {
        let page = self.page_index();
        self.picture = Picture::new(services.scene(self.editor.document(), page, &self.lang));
        self.pictured = self.editor.revision();
    }

    /// The position of the page that is shown.
    pub(super) fn page_index(&self) -> usize {
        let pages = &self.editor.document().pages;
        pages.iter().position(|page| page.id == *self.editor.page_id()).unwrap_or_default()
    }

    /// Zooms about the middle of the canvas by `steps`.
    pub(super) fn zoom_by(&mut self, steps: i32) {
        if let Some(camera) = self.camera {
            self.zoom_to(camera.zoom * ZOOM_STEP.powi(steps));
        }
    }

    /// Zooms about the middle of the canvas.
    pub(super) fn zoom_to(&mut self, zoom: f64) {
        self.fitted = false;
        let middle = (self.viewport.to_vec2() / 2.0).to_point();
        self.camera = self.camera.map(|camera| camera.zoomed_about(middle, zoom));
    }

    /// The page that is shown.
    pub(super) fn page(&self) -> Option<&Page> {
        self.editor.page()
    }

    /// The titles of the pages.
    pub(super) fn page_titles(&self) -> Vec<String> {
        let document = self.editor.document();
        document.pages.iter().map(|page| plain(document.page_title(page, &self.lang))).collect()
    }

    /// The card of a step.
    pub(super) fn card(&self, catalog: &Catalog, id: &StepId) -> Option<CardText> {
        let page = self.page()?;
        let step = page.steps.get(id)?;
        let text = |text: &crate::model::Text| plain(text.get(&self.lang, &self.editor.document().language));
        let lane = page.lane_band(&step.lane).map(|(lane, _, _)| text(&lane.title));
        let phase =
            step.phase.as_ref().and_then(|id| page.phase_band(id)).map(|(phase, _, _)| text(&phase.title));
        let place: Vec<String> = lane.into_iter().chain(phase).filter(|part| !part.is_empty()).collect();
        let details = step.details.iter().filter(|(_, value)| !value.is_empty());
        let rows = details.map(|(name, value)| (catalog.text(&format!("ui-detail-{name}")), text(value)));
        let rows = rows.chain(times(catalog, step)).collect();
        Some(CardText { title: text(&step.text), place: place.join(" · "), rows })
    }
}

/// A text of the document as a single run of plain characters.
fn plain(text: &str) -> String {
    markup::plain(text).replace('\n', " ")
}

fn times(catalog: &Catalog, step: &Step) -> Vec<(String, String)> {
    let target = step.time.target.map(|usual| Estimate { usual, best: None, worst: None });
    let all = [
        ("ui-time-handling", step.time.handling),
        ("ui-time-waiting", step.time.waiting),
        ("ui-time-target", target),
    ];
    let rows = all.into_iter().filter_map(|(key, time)| Some((catalog.text(key), estimate(catalog, &time?))));
    rows.collect()
}

fn estimate(catalog: &Catalog, time: &Estimate) -> String {
    let usual = duration(catalog, time.usual);
    match (time.best, time.worst) {
        (None, None) => usual,
        (best, worst) => {
            let (best, worst) = (best.unwrap_or(time.usual), worst.unwrap_or(time.usual));
            format!("{usual} ({} – {})", duration(catalog, best), duration(catalog, worst))
        }
    }
}

/// Minutes as people say them: `45 s`, `2 min`, `1 h 30 min`, `3 d`.
fn duration(catalog: &Catalog, minutes: f64) -> String {
    let unit = |key: &str, count: f64| catalog.text_with(key, &[("count", count.into())]);
    let parts = |large: (&str, f64), small: (&str, f64)| {
        if small.1 == 0.0 {
            unit(large.0, large.1)
        } else {
            format!("{} {}", unit(large.0, large.1), unit(small.0, small.1))
        }
    };
    if minutes < 1.0 {
        return unit("ui-seconds", (minutes * 60.0).round());
    }
    let whole = minutes.round();
    if whole < 60.0 {
        return unit("ui-minutes", (minutes * 10.0).round() / 10.0);
    }
    if whole < 1440.0 {
        return parts(("ui-hours", (whole / 60.0).floor()), ("ui-minutes", whole % 60.0));
    }
    let hours = (whole / 60.0).round();
    parts(("ui-days", (hours / 24.0).floor()), ("ui-hours", hours % 24.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::UiLang;

    #[test]
    fn durations_read_as_people_say_them() {
        let catalog = Catalog::of(UiLang::En);
        let table = [(0.5, "30 s"), (2.0, "2 min"), (90.0, "1 h 30 min"), (120.0, "2 h"), (4320.0, "3 d")];
        for (minutes, words) in table {
            assert_eq!(duration(catalog, minutes), words);
        }
    }
}
