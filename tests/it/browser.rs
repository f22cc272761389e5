//! Exported pictures as a web browser draws them, beside our own of the same page. `scripts/test browser`.

use std::{path::Path, process::Command};

use resvg::tiny_skia::Pixmap;

use crate::{
    run::{Desk, skip_without},
    testing::cases,
};

/// How far the channels of the two pictures may differ on average, of 255: letters are smoothed otherwise.
const TOLERANCE: f64 = 3.0;
/// A browser draws the page somewhere; a picture without it differs by more than this.
const BLANK: f64 = 8.0;

/// What a browser shows of the file `svg`, in a window of this size.
fn browsed(svg: &Path, desk: &Desk, size: Size) -> Option<Pixmap> {
    let picture = desk.path("browser.png");
    let mut chromium = Command::new("chromium");
    for flag in ["headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "hide-scrollbars"] {
        chromium.arg(format!("--{flag}"));
    }
    for flag in ["disable-background-networking", "disable-component-update", "disable-sync"] {
        chromium.arg(format!("--{flag}"));
    }
    let profile = tempfile::tempdir().expect("a folder");
    chromium.arg(format!("--user-data-dir={}", profile.path().display()));
    chromium.arg(format!("--window-size={},{}", size.width, size.height));
    chromium.arg(format!("--screenshot={}", picture.display())).arg(format!("file://{}", svg.display()));
    let ran = chromium.output().ok()?;
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    Some(Pixmap::decode_png(&desk.get(&picture)).expect("the browser writes a picture"))
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Size {
    width: u32,
    height: u32,
}

fn size(picture: &Pixmap) -> Size {
    Size { width: picture.width(), height: picture.height() }
}

/// The mean difference of the channels of both on white ground, where both have something.
fn difference(ours: &Pixmap, theirs: &Pixmap) -> f64 {
    let on_white = |picture: &Pixmap, x, y| {
        let pixel = picture.pixel(x, y)?;
        let ground = 255 - pixel.alpha();
        Some([pixel.red() + ground, pixel.green() + ground, pixel.blue() + ground])
    };
    let (mut sum, mut count) = (0, 0);
    for (x, y) in (0..ours.height()).flat_map(|y| (0..ours.width()).map(move |x| (x, y))) {
        let (Some(one), Some(other)) = (on_white(ours, x, y), on_white(theirs, x, y)) else { continue };
        sum += one.iter().zip(other).map(|(one, other)| u64::from(one.abs_diff(other))).sum::<u64>();
        count += 3;
    }
    sum as f64 / f64::from(count.max(1))
}

fn white(size: Size) -> Pixmap {
    let mut white = Pixmap::new(size.width, size.height).expect("a size");
    white.fill(resvg::tiny_skia::Color::WHITE);
    white
}

#[test]
#[ignore = "needs a browser: scripts/test browser"]
fn browser_and_program_draw_the_same() {
    let desk = Desk::new();
    let count = cases(2).cases as usize;
    for template in laneway::template::TEMPLATES.iter().take(count) {
        let file = format!("{}.ron", template.id);
        assert_eq!(desk.run(&["new", template.id, "-o", &file]).status, 0);
        for (lang, text) in [("en", "text"), ("es", "text"), ("en", "outlines")] {
            let (svg, png) = (format!("{lang}-{text}.svg"), format!("{lang}.png"));
            let export = |out: &str, more: [&str; 2]| {
                let args = ["export", &file, "-o", out, "--lang", lang, "--force"];
                let ran = desk.run(&[&args[..], &more].concat());
                assert_eq!(ran.status, 0, "{}", ran.err);
            };
            export(&svg, ["--text", text]);
            export(&png, ["--scale", "1"]);
            let ours = Pixmap::decode_png(&desk.get(&png)).expect("a PNG");
            let Some(theirs) = browsed(&desk.path(&svg), &desk, size(&ours)) else {
                return skip_without("chromium");
            };
            assert_eq!(size(&theirs), size(&ours), "{}", template.id);
            let apart = difference(&ours, &theirs);
            let blank = difference(&ours, &white(size(&ours)));
            assert!(apart < TOLERANCE, "{} {lang} {text}: {apart}", template.id);
            assert!(blank > BLANK, "{}: our own picture is not empty: {blank}", template.id);
        }
    }
}
