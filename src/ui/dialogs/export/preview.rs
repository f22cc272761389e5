//! What will be written, as it will look.

use eframe::egui::{
    Image, Label, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, TextureHandle, Ui, UiBuilder,
    Vec2, WidgetInfo, vec2,
};

use crate::{
    locale::{Catalog, UiLang},
    text::Face,
    ui::{
        theme::{self, RADIUS, Tokens},
        widgets::caption,
    },
};

/// The room between the frame and the picture.
const MARGIN: f32 = 12.0;
/// The room of the line below the frame.
const CAPTION: f32 = 24.0;
/// The squares that say that something is transparent.
const SQUARE: f32 = 8.0;

/// What is known of the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PictureFacts {
    /// Width and height in pixels, of a picture that has any.
    pub pixels: Option<(u32, u32)>,
    /// Width and height on paper, of a picture.
    pub millimetres: Option<(f64, f64)>,
    /// How long the file is.
    pub bytes: usize,
    /// Whether that is an estimate.
    pub is_estimate: bool,
}

/// The picture or text that stands for the file.
#[derive(Clone)]
pub enum PreviewPicture {
    /// A picture, a pixel of the screen for each of its own.
    Picture(TextureHandle),
    /// The beginning of a text.
    Text(String),
}

/// What is known of what will be written.
#[derive(Clone, Default)]
pub enum Preview {
    /// Nothing yet.
    #[default]
    None,
    /// This.
    Ready(PreviewPicture, PictureFacts),
    /// Why there will be nothing.
    Refused(String),
}

/// Shows `preview` in the rest of `ui`; `is_behind` says that a newer one is being made. Gives back how many
/// pixels of the screen a picture may have.
pub(super) fn preview_ui(ui: &mut Ui, catalog: &Catalog, preview: &Preview, is_behind: bool) -> (u32, u32) {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let frame = rect.with_max_y(rect.max.y - CAPTION);
    let inner = frame.shrink(MARGIN);
    ui.painter().rect(frame, RADIUS, tokens.desk, Stroke::new(1.0, tokens.border), StrokeKind::Inside);
    let words = match preview {
        Preview::None => String::new(),
        // What was refused says nothing of what is being made.
        Preview::Refused(_) if is_behind => String::new(),
        Preview::Refused(reason) => {
            let reason = catalog.text_with("ui-export-refused", &[("reason", reason.as_str().into())]);
            ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
                ui.add(Label::new(RichText::new(reason).color(tokens.error)).wrap());
            });
            String::new()
        }
        Preview::Ready(shown, facts) => {
            match shown {
                PreviewPicture::Picture(texture) => picture_ui(ui, texture, inner),
                PreviewPicture::Text(text) => text_ui(ui, text, inner),
            }
            facts_text(catalog, facts)
        }
    };
    // Words and no spinner, which would have the window drawn all the time while the processor is needed.
    let words = if is_behind { catalog.text("ui-export-making") } else { words };
    let name = format!("{}: {words}", catalog.text("ui-export-preview"));
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    let line = rect.with_min_y(frame.max.y + 6.0);
    ui.scope_builder(UiBuilder::new().max_rect(line), |ui| ui.add(Label::new(caption(ui, words)).truncate()));
    let most = ui.input(|input| input.max_texture_side) as f32;
    let pixels = (inner.size() * ui.pixels_per_point()).clamp(Vec2::splat(1.0), Vec2::splat(most));
    (pixels.x as u32, pixels.y as u32)
}

fn picture_ui(ui: &Ui, texture: &TextureHandle, within: Rect) {
    let size = texture.size_vec2() / ui.pixels_per_point();
    let fitting = (within.size() / size).min_elem().min(1.0);
    let exact = Rect::from_center_size(within.center(), size * fitting);
    // On whole pixels, so that the picture stays as sharp as it is.
    let rect =
        exact.translate(whole_pixels(exact.min.to_vec2(), ui.pixels_per_point()) - exact.min.to_vec2());
    checkers(ui, rect);
    Image::new(texture).paint_at(ui, rect);
    ui.painter().rect_stroke(rect, 0, Stroke::new(1.0, Tokens::of(ui).border), StrokeKind::Outside);
}

fn whole_pixels(at: Vec2, pixels_per_point: f32) -> Vec2 {
    (at * pixels_per_point).round() / pixels_per_point
}

/// Light squares: what shows through where the picture is transparent.
fn checkers(ui: &Ui, rect: Rect) {
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect_filled(rect, 0, theme::CHECKERS[0]);
    let (columns, rows) = ((rect.width() / SQUARE).ceil() as u32, (rect.height() / SQUARE).ceil() as u32);
    for row in 0..rows {
        for column in (row % 2..columns).step_by(2) {
            let at = rect.min + vec2(column as f32, row as f32) * SQUARE;
            painter.rect_filled(Rect::from_min_size(at, Vec2::splat(SQUARE)), 0, theme::CHECKERS[1]);
        }
    }
}

fn text_ui(ui: &mut Ui, text: &str, within: Rect) {
    ui.scope_builder(UiBuilder::new().max_rect(within), |ui| {
        ScrollArea::both().id_salt("sample").auto_shrink([false, false]).show(ui, |ui| {
            let font = theme::font(Face::Regular, theme::CAPTION);
            ui.add(Label::new(RichText::new(text).font(font)).extend());
        });
    });
}

/// "2350 × 1168 px · 622 × 309 mm · 312 KB".
fn facts_text(catalog: &Catalog, facts: &PictureFacts) -> String {
    let PictureFacts { pixels, millimetres, bytes, is_estimate } = facts;
    let sides = |key: &str, width: String, height: String| {
        catalog.text_with(key, &[("width", width.into()), ("height", height.into())])
    };
    // As text: a catalogue would write 20,001 its own way.
    let pixels = pixels.map(|(w, h)| sides("ui-export-pixels", w.to_string(), h.to_string()));
    let paper = millimetres.map(|(w, h)| sides("ui-export-mm", format!("{w:.0}"), format!("{h:.0}")));
    let size = size_text(catalog, *bytes);
    let about = || catalog.text_with("ui-export-about", &[("size", size.as_str().into())]);
    let size = if *is_estimate { about() } else { size };
    let parts: Vec<String> = pixels.into_iter().chain(paper).chain([size]).collect();
    parts.join(" · ")
}

/// The length of a file: "312 KB", "1.2 MB".
fn size_text(catalog: &Catalog, bytes: usize) -> String {
    let count = |key: &str, count: String| {
        let count = match catalog.lang() {
            UiLang::En | UiLang::Pseudo => count,
            UiLang::Es => count.replace('.', ","),
        };
        catalog.text_with(key, &[("count", count.into())])
    };
    match bytes {
        0..1_000 => count("ui-bytes", bytes.to_string()),
        1_000..999_500 => count("ui-kilobytes", format!("{:.0}", bytes as f64 / 1e3)),
        _ => count("ui-megabytes", format!("{:.1}", bytes as f64 / 1e6)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_as_people_say_them() {
        let table =
            [(12, "12 bytes", "12 bytes"), (311_800, "312 KB", "312 KB"), (1_240_000, "1.2 MB", "1,2 MB")];
        for (bytes, english, spanish) in table {
            assert_eq!(size_text(Catalog::of(UiLang::En), bytes), english);
            assert_eq!(size_text(Catalog::of(UiLang::Es), bytes), spanish);
        }
    }
}
