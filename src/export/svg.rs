//! Plain SVG 1.1: paths, and one `text` a line at its measured place.
//!
//! No style sheets, scripts, foreign objects or references, but links into the web where steps have them: what one
//! program shows, every program shows.

use std::fmt::Write as _;

use super::{
    options::{Background, SvgOptions, SvgText},
    path_data::{number, path_data},
};
use crate::{
    flow::Outward,
    geom::Rect,
    model::{Color, Link},
    scene::{Item, Prim, Scene, Source, Stroke, TextItem, Turn},
    text::{Face, Fonts, Line, Run},
};

/// The fonts that a viewer may take, the right one first; the others are as wide or narrower.
pub const FONT_STACK: &str = "'Open Sans', 'Segoe UI', 'Noto Sans', Arial, Helvetica, sans-serif";

/// Behind this, in the first element, stands the id of the document that the picture is of.
pub const SVG_MARK: &str = " id=\"laneway-";

/// The width of the line around letters on a connector.
const HALO: f64 = 4.0;

/// Writes `scene` as an SVG document in UTF-8.
///
/// The same scene and options give the same bytes. `fonts` must be the ones that the scene was built with.
pub fn svg(scene: &Scene, fonts: &Fonts, options: SvgOptions) -> String {
    let SvgOptions { background, text } = options;
    let mut writer = Writer { out: String::new(), depth: 1, fonts, text };
    writer.document(scene, background);
    writer.out
}

struct Writer<'a> {
    out: String,
    depth: usize,
    fonts: &'a Fonts,
    text: SvgText,
}

impl Writer<'_> {
    fn line(&mut self, line: &str) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn document(&mut self, scene: &Scene, background: Background) {
        let Rect { x0, y0, .. } = scene.bounds;
        let (width, height) = (number(scene.bounds.width()), number(scene.bounds.height()));
        let (x0, y0) = (number(x0), number(y0));
        self.out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.depth = 0;
        self.line(&format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"{x0} {y0} {width} {height}\" role=\"img\" xml:lang=\"{}\" font-family=\"{FONT_STACK}\" \
             text-anchor=\"middle\" stroke-linejoin=\"round\"{}>",
            escaped(&scene.meta.lang),
            scene.meta.id.as_ref().map(|id| format!("{SVG_MARK}{id}\"")).unwrap_or_default()
        ));
        self.depth = 1;
        self.titles(&scene.meta.title, &scene.meta.description);
        if let Some(color) = background.color() {
            self.line(&format!(
                "<rect x=\"{x0}\" y=\"{y0}\" width=\"{width}\" height=\"{height}\" fill=\"{color}\"/>"
            ));
        }
        for item in scene.items.iter() {
            self.item(item);
        }
        self.out.push_str("</svg>\n");
    }

    fn titles(&mut self, title: &str, desc: &str) {
        if !title.is_empty() {
            self.line(&format!("<title>{}</title>", escaped(title)));
        }
        if !desc.is_empty() {
            self.line(&format!("<desc>{}</desc>", escaped(desc)));
        }
    }

    fn item(&mut self, item: &Item) {
        match &item.prim {
            Prim::Path { path, fill, stroke } => {
                let (fill, stroke) =
                    (fill_attribute(*fill), stroke.map(stroke_attributes).unwrap_or_default());
                self.line(&format!("<path d=\"{}\" {fill}{stroke}/>", path_data(path)));
            }
            Prim::Text(text) => self.text_item(text),
            Prim::Group { title, desc, link, items } => {
                let web = link.as_ref().and_then(web_address);
                if let Some(address) = &web {
                    self.open(&link_start(address));
                }
                self.open(&group_start(&item.source));
                self.titles(title, desc);
                for item in items {
                    self.item(item);
                }
                self.close("</g>");
                if web.is_some() {
                    self.close("</a>");
                }
            }
        }
    }

    fn open(&mut self, tag: &str) {
        self.line(tag);
        self.depth += 1;
    }

    fn close(&mut self, tag: &str) {
        self.depth -= 1;
        self.line(tag);
    }

    fn text_item(&mut self, text: &TextItem) {
        let (x, y) = (number(text.at.x), number(text.at.y));
        let turned = match text.turn {
            Turn::None => format!(" transform=\"translate({x} {y})\""),
            Turn::Left => format!(" transform=\"translate({x} {y}) rotate(-90)\""),
        };
        // An upright text stands at page coordinates, which other programs edit more easily.
        let text_only = self.text == SvgText::Text
            && text.block.lines.iter().flat_map(|line| &line.runs).all(|run| run.outline.is_none());
        let (shift, transform) = match text.turn {
            Turn::None if text_only => (text.at.to_vec2(), String::new()),
            Turn::None | Turn::Left => (kurbo::Vec2::ZERO, turned),
        };
        let block = text.block.as_ref().clone().translated(shift);
        if let Some(halo) = text.halo {
            let line = format!(" stroke=\"{halo}\" stroke-width=\"{}\" aria-hidden=\"true\"", number(HALO));
            let extra = line + &transform;
            self.lines(&block.lines, Lettering { size: block.size, color: halo, extra: &extra });
        }
        self.lines(&block.lines, Lettering { size: block.size, color: text.color, extra: &transform });
    }

    fn lines(&mut self, lines: &[Line], lettering: Lettering<'_>) {
        let Lettering { size, color, extra } = lettering;
        for line in lines {
            let as_text = |run: &&Run| self.text == SvgText::Text && run.outline.is_none();
            let (texts, drawn): (Vec<&Run>, Vec<&Run>) = line.runs.iter().partition(as_text);
            if !texts.is_empty() {
                self.text_line(line, &texts, lettering);
            }
            for run in drawn {
                let path = self.fonts.outline(run, size, line.baseline);
                self.line(&format!("<path d=\"{}\" fill=\"{color}\"{extra}/>", path_data(&path)));
            }
        }
    }

    fn text_line(&mut self, line: &Line, runs: &[&Run], lettering: Lettering<'_>) {
        let Lettering { size, color, extra } = lettering;
        let (y, size) = (number(line.baseline), number(size));
        if let [run] = runs
            && line.runs.len() == 1
        {
            let x = number(line.x + line.width / 2.0);
            let font = font_attributes(run.face);
            let text = escaped(run.text.trim_end());
            self.line(&format!(
                "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{font} fill=\"{color}\"{extra}>{text}</text>"
            ));
            return;
        }
        let mut spans = String::new();
        for run in runs {
            let (x, font) = (number(run.x + run.width / 2.0), font_attributes(run.face));
            // Writing to a string cannot fail.
            write!(spans, "<tspan x=\"{x}\"{font}>{}</tspan>", escaped(&run.text)).unwrap_or_default();
        }
        self.line(&format!(
            "<text y=\"{y}\" font-size=\"{size}\" fill=\"{color}\" xml:space=\"preserve\"{extra}>{spans}</text>"
        ));
    }
}

/// How lines of text are written.
#[derive(Clone, Copy)]
struct Lettering<'a> {
    size: f64,
    color: Color,
    /// Further attributes.
    extra: &'a str,
}

fn font_attributes(face: Face) -> String {
    let weight = match face.weight() {
        400 => String::new(),
        weight => format!(" font-weight=\"{weight}\""),
    };
    let style = if face.is_italic() { " font-style=\"italic\"" } else { "" };
    weight + style
}

fn fill_attribute(fill: Option<Color>) -> String {
    fill.map_or_else(|| "fill=\"none\"".to_owned(), |color| format!("fill=\"{color}\""))
}

fn stroke_attributes(stroke: Stroke) -> String {
    let Stroke { color, width, dash } = stroke;
    let mut attributes = format!(" stroke=\"{color}\" stroke-width=\"{}\"", number(width));
    if !dash.is_empty() {
        let dash: Vec<String> = dash.iter().map(|length| number(*length)).collect();
        // Writing to a string cannot fail.
        write!(attributes, " stroke-dasharray=\"{}\"", dash.join(" ")).unwrap_or_default();
    }
    attributes
}

/// The opening of a group, with an id that is stable between runs.
fn group_start(source: &Source) -> String {
    match source {
        Source::Step(id) => format!("<g id=\"step-{id}\">"),
        Source::Lane(id) => format!("<g id=\"lane-{id}\">"),
        Source::Pool(id) => format!("<g id=\"pool-{id}\">"),
        Source::Phase(id) => format!("<g id=\"phase-{id}\">"),
        Source::Connector(id) => format!("<g id=\"connector-{id}\">"),
        Source::Page | Source::Legend | Source::Mark => "<g>".to_owned(),
    }
}

/// The address of a link into the web: the only one that leads anywhere from a picture.
fn web_address(link: &Link) -> Option<String> {
    let Link::Address(address) = link else { return None };
    match Outward::of(address) {
        Outward::Web(address) => Some(address),
        Outward::File(_) | Outward::Unknown(_) => None,
    }
}

/// The opening of a link, once as SVG 1.1 has it and once as later programs do.
fn link_start(address: &str) -> String {
    let address = escaped(address);
    format!("<a xmlns:xlink=\"http://www.w3.org/1999/xlink\" href=\"{address}\" xlink:href=\"{address}\">")
}

/// `text` as XML character data, fit for attributes too.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Not allowed in XML 1.0; documents hold none, this is the second lock.
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                out.push('\u{fffd}');
            }
            other => out.push(other),
        }
    }
    out
}
