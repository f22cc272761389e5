//! Pictures: the same in every program, on every machine, in every run.

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg,
};
use std::{process::Command, sync::Arc};

use crate::run::{Desk, skip_without};

fn svg(args: &[&str]) -> String {
    let desk = Desk::with_chart("x.ron");
    let args = [&["export", "x.ron", "-o", "-", "--format", "svg"][..], args].concat();
    desk.run(&args).text()
}

/// Options with the fonts of one file only; the generic names lead to it too.
fn fonts_of(paths: &[&str]) -> usvg::Options<'static> {
    let mut fonts = fontdb::Database::new();
    for path in paths {
        fonts.load_font_file(path).expect("the font is there");
    }
    let family = fonts.faces().next().expect("a face").families[0].0.clone();
    fonts.set_sans_serif_family(family.clone());
    usvg::Options { fontdb: Arc::new(fonts), font_family: family, ..usvg::Options::default() }
}

fn bundled() -> usvg::Options<'static> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/OpenSans-");
    let paths: Vec<String> = ["Regular", "SemiBold", "Bold", "Italic", "BoldItalic"]
        .map(|face| format!("{root}{face}.ttf"))
        .into();
    fonts_of(&paths.iter().map(String::as_str).collect::<Vec<_>>())
}

fn drawn(svg: &str) -> Pixmap {
    let tree = usvg::Tree::from_str(svg, &bundled()).expect("our SVG is well formed");
    let size = tree.size().to_int_size();
    let mut pixmap = Pixmap::new(size.width(), size.height()).expect("a size");
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    pixmap
}

/// The mean difference of two pictures' channels, 0 to 255.
fn difference(a: &[u8], b: &[u8]) -> f64 {
    assert_eq!(a.len(), b.len());
    let sum: u64 = a.iter().zip(b).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    sum as f64 / a.len() as f64
}

#[test]
fn svg_is_plain() {
    let svg = svg(&[]);
    for foreign in ["<script", "<style", "<foreignObject", "href", "url(", "<image", "class="] {
        assert!(!svg.contains(foreign), "{foreign}");
    }
    let root = svg.lines().find(|line| line.starts_with("<svg")).expect("a root");
    for attribute in ["width=\"2", "height=\"1", "viewBox=\"-65 "] {
        assert!(root.contains(attribute), "{attribute} in {root}");
    }
    assert!(!root.contains("px"), "{root}");
}

#[test]
fn a_step_that_leads_into_the_web_is_a_link_and_no_other() {
    let desk = Desk::with_chart("x.ron");
    let chart = String::from_utf8(desk.get("x.ron")).expect("UTF-8");
    let linked = |to: &str| {
        let (before, after) = chart.split_once("text: {\"en\": \"Needs help\"").expect("the step");
        let text = format!("{before}link: Address(\"{to}\"), text: {{\"en\": \"Needs help\"{after}");
        desk.put("y.ron", text.as_bytes());
        desk.run(&["export", "y.ron", "-o", "-", "--format", "svg"]).text()
    };
    let svg = linked("https://example.org/?a=1&b=2");
    assert_eq!(svg.matches("</a>").count(), 1);
    let inside = svg.split("href=\"https://example.org/?a=1&amp;b=2\"").last().expect("a link");
    assert!(inside.lines().nth(1).is_some_and(|line| line.contains("<g id=\"step-")), "{inside}");
    usvg::Tree::from_str(&svg, &bundled()).expect("well formed");
    for to in ["javascript:alert(1)", "form.pdf"] {
        assert!(!linked(to).contains("<a"), "{to}");
    }
}

/// The whole of a small picture: a change in how anything is drawn shows here first.
#[test]
fn svg_of_the_blank_chart() {
    let desk = Desk::new();
    // A template has no id, and no picture of it any chance.
    desk.put("x.ron", laneway::template::BLANK.source.as_bytes());
    insta::assert_snapshot!(desk.run(&["export", "x.ron", "-o", "-", "--format", "svg"]).text());
}

#[test]
fn svg_describes_every_step_and_the_flow() {
    let svg = svg(&["--lang", "es"]);
    assert_eq!(svg.matches("<g id=\"step-").count(), 31);
    let step = svg.split("<g id=\"step-enough-").nth(1).expect("the step");
    let head: String = step.lines().skip(1).take(2).collect();
    assert!(head.contains("<title>¿Información suficiente?</title>"), "{head}");
    assert!(head.contains("Decisión en el carril Empleado"), "{head}");
    assert!(head.contains("No → Pedir más datos al cliente"), "{head}");
    assert!(svg.contains("1. Necesita ayuda."), "the picture is described from its start");
}

#[test]
fn svg_is_the_same_in_every_run_and_escapes_every_label() {
    let desk = Desk::with_chart("x.ron");
    let chart = String::from_utf8(desk.get("x.ron")).expect("UTF-8");
    let hostile = chart.replace("Needs help", "<b onload='x'>&amp; \\\"Q\\\"]]>");
    assert_ne!(hostile, chart);
    desk.put("x.ron", hostile.as_bytes());
    let export = || desk.run(&["export", "x.ron", "-o", "-", "--format", "svg"]).text();
    let svg = export();
    assert_eq!(svg, export());
    assert!(svg.contains("&lt;b onload=&#39;x&#39;&gt;&amp;amp;"), "escaped");
    usvg::Tree::from_str(&svg, &bundled()).expect("well formed");
}

#[test]
fn outlines_look_like_text() {
    let (text, outlines) = (svg(&[]), svg(&["--text", "outlines"]));
    assert!(!outlines.contains("<text"));
    let difference = difference(drawn(&text).data(), drawn(&outlines).data());
    assert!(difference < 0.2, "{difference}");
}

#[test]
fn another_program_draws_the_same_picture() {
    let outlines = svg(&["--text", "outlines"]);
    let desk = Desk::new();
    let path = desk.put("x.svg", outlines.as_bytes());
    let Ok(ran) = Command::new("rsvg-convert").arg(&path).output() else {
        return skip_without("rsvg-convert");
    };
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let theirs = Pixmap::decode_png(&ran.stdout).expect("a PNG");
    let ours = drawn(&outlines);
    assert_eq!((theirs.width(), theirs.height()), (ours.width(), ours.height()));
    let difference = difference(ours.data(), theirs.data());
    assert!(difference < 0.6, "{difference}");
}

/// Where Open Sans is missing, the fonts named after it are as wide or narrower.
#[test]
fn text_stays_in_its_shape_in_a_fall_back_font() {
    let font = "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf";
    if !std::path::Path::new(font).exists() {
        return skip_without("Liberation Sans");
    }
    for lang in ["en", "es"] {
        let tree = usvg::Tree::from_str(&svg(&["--lang", lang]), &fonts_of(&[font])).expect("well formed");
        let mut steps = 0;
        visit(tree.root(), &mut |group| {
            if !group.id().starts_with("step-") {
                return;
            }
            steps += 1;
            let mut shape: Option<usvg::Rect> = None;
            let mut texts = Vec::new();
            for node in group.children() {
                match node {
                    usvg::Node::Text(text) => texts.push(text.abs_bounding_box()),
                    other => shape = shape.or_else(|| Some(other.abs_bounding_box())),
                }
            }
            let shape = shape.expect("an outline");
            for text in texts {
                assert!(
                    text.left() >= shape.left() + 4.0 && text.right() <= shape.right() - 4.0,
                    "{lang} {}: {text:?} in {shape:?}",
                    group.id()
                );
            }
        });
        assert_eq!(steps, 31);
    }
}

fn visit(group: &usvg::Group, look: &mut dyn FnMut(&usvg::Group)) {
    look(group);
    for node in group.children() {
        if let usvg::Node::Group(inner) = node {
            visit(inner, look);
        }
    }
}

#[test]
fn png_has_the_size_and_the_resolution_that_were_asked_for() {
    let desk = Desk::with_chart("x.ron");
    let reader = |args: &[&str]| {
        let args = [&["export", "x.ron", "-o", "x.png"][..], args].concat();
        let ran = desk.run(&args);
        assert_eq!(ran.status, 0, "{}", ran.err);
        let decoder = png::Decoder::new(std::io::Cursor::new(desk.get("x.png")));
        let reader = decoder.read_info().expect("a PNG");
        let info = reader.info();
        (info.width, info.height, info.pixel_dims.expect("pHYs").xppu)
    };
    let (width, height, per_metre) = reader(&[]);
    assert_eq!(per_metre, 3780, "96 dots an inch");
    assert_eq!(reader(&["--scale", "2"]), (2 * width, 2 * height, 7559));
    assert_eq!(reader(&["--dpi", "192"]).2, 7559);
    assert_eq!(reader(&["--width", "500"]).0, 500);
    assert_eq!(reader(&["--height", "333"]).1, 333);
}

#[test]
fn the_background_is_what_was_asked_for() {
    let desk = Desk::with_chart("x.ron");
    let corner = |background: &str| {
        let args = ["export", "x.ron", "-o", "x.png", "--width", "200", "--background", background];
        assert_eq!(desk.run(&args).status, 0);
        let pixel = Pixmap::decode_png(&desk.get("x.png")).expect("a PNG").pixel(0, 0).expect("a pixel");
        (pixel.red(), pixel.green(), pixel.blue(), pixel.alpha())
    };
    assert_eq!(corner("white"), (255, 255, 255, 255));
    assert_eq!(corner("transparent"), (0, 0, 0, 0));
    assert_eq!(corner("#102030"), (16, 32, 48, 255));
}

#[test]
fn geometry_names_every_place() {
    let desk = Desk::with_chart("x.ron");
    let json = desk.run(&["export", "x.ron", "-o", "-", "--format", "json"]).json();
    assert_eq!(json["direction"], "LR");
    let count = |key: &str| json[key].as_array().map(Vec::len);
    assert_eq!((count("lanes"), count("nodes"), count("edges")), (Some(4), Some(31), Some(36)));
    for edge in json["edges"].as_array().expect("edges") {
        assert!(edge["points"].as_array().is_some_and(|points| points.len() >= 2), "{edge}");
        assert_eq!(edge["label"] == "", edge.get("lx").is_none(), "{edge}");
    }
}
