//! How large a step is by default and how large its text makes it.

use super::label::{line_count, measured};
use crate::{geom::Size, model::StepKind, text::Fonts};

/// The most width that a text may make a step take while it can be broken into lines.
const WIDEST: f64 = 200.0;
/// No text makes a step wider than so many of its usual widths.
const MOST_WIDTHS: f64 = 3.0;
/// Where growing gives up: no outline needs more for a text of sane length.
const HIGHEST: f64 = 4000.0;
/// Heights come in steps of this.
const STEP: f64 = 4.0;

/// The size of a step without text.
pub const fn default_size(kind: StepKind) -> Size {
    match kind {
        StepKind::Start | StepKind::End(_) => Size::new(124.0, 38.0),
        StepKind::Decision(_) => Size::new(144.0, 76.0),
        StepKind::Database => Size::new(136.0, 58.0),
        StepKind::MultiDocument => Size::new(136.0, 64.0),
        StepKind::Event(_) | StepKind::OnPageConnector => Size::new(38.0, 38.0),
        StepKind::OffPageConnector => Size::new(60.0, 60.0),
        StepKind::Process
        | StepKind::Data
        | StepKind::Document
        | StepKind::Subprocess
        | StepKind::ManualOperation
        | StepKind::ManualInput
        | StepKind::Preparation
        | StepKind::Delay
        | StepKind::Display
        | StepKind::Note => Size::new(136.0, 54.0),
    }
}

/// The smallest size from `least` up in which each of `texts` (one a language) fits the outline of `kind`.
///
/// Grows in height to a third line's worth first, then in width to 200, then in height alone; diamonds keep
/// their proportion. A single word that is wider still makes the step wider, up to three widths; then height is all that grows.
pub fn fitted_size(fonts: &Fonts, kind: StepKind, least: Size, texts: &[&str]) -> Size {
    let texts: Vec<_> = texts.iter().map(|text| measured(fonts, kind, text)).collect();
    let lines = |size: Size| {
        let counts = texts.iter().map(|text| line_count(text, kind, size).unwrap_or(usize::MAX));
        counts.max().unwrap_or_default()
    };
    // Three lines in a diamond leave two of them almost no room: wider reads better while it stays in bounds.
    let most = if matches!(kind, StepKind::Decision(_)) { 2 } else { 3 };
    let tidy =
        candidates(kind, least).take_while(|size| size.width <= WIDEST).find(|size| lines(*size) <= most);
    tidy.or_else(|| candidates(kind, least).find(|size| lines(*size) < usize::MAX)).unwrap_or(least)
}

/// The sizes to try, from small to large.
fn candidates(kind: StepKind, least: Size) -> Box<dyn Iterator<Item = Size>> {
    match kind {
        StepKind::Event(_) => Box::new(std::iter::once(least)),
        StepKind::Decision(_) | StepKind::OnPageConnector | StepKind::OffPageConnector => {
            let ratio = least.height / least.width;
            let widths = every(least.width, HIGHEST, 2.0 * STEP);
            Box::new(widths.map(move |width| Size::new(width, (width * ratio / STEP).round() * STEP)))
        }
        _ => {
            let tall = least.height + 2.0 * STEP;
            let wide = every(least.width, WIDEST, 2.0 * STEP).flat_map(move |width| {
                every(least.height, tall, STEP).map(move |height| Size::new(width, height))
            });
            let higher =
                every(tall, tall + 400.0, STEP).map(move |height| Size::new(WIDEST.max(least.width), height));
            let broadest = (MOST_WIDTHS * least.width).max(WIDEST);
            let wider =
                every(WIDEST, broadest, 8.0 * STEP).map(move |width| Size::new(width, tall + width / 4.0));
            let highest = every(tall, HIGHEST, STEP).map(move |height| Size::new(broadest, height));
            Box::new(std::iter::once(least).chain(wide).chain(higher).chain(wider).chain(highest))
        }
    }
}

/// `from`, `from + by` … up to `to`; `from` alone where that is already more.
fn every(from: f64, to: f64, by: f64) -> impl Iterator<Item = f64> {
    let more = std::iter::successors(Some(from + by), move |v| Some(v + by)).take_while(move |v| *v <= to);
    std::iter::once(from).chain(more)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        geom::{Point, Rect},
        model::Branching,
        shape::label,
    };

    fn fitted(kind: StepKind, text: &str) -> Size {
        fitted_size(&Fonts::bundled(), kind, default_size(kind), &[text])
    }

    #[test]
    fn no_word_makes_a_step_wider_than_three_widths() {
        let word = "a".repeat(6000);
        let width = default_size(StepKind::Process).width;
        let size = fitted(StepKind::Process, &word);
        assert!(size.width <= 3.0 * width, "{size:?}");
        // As high as its lines need, and no higher.
        let lines = size.height / 16.0;
        assert!(lines * (size.width - 20.0) < 1.25 * 6000.0 * 7.5, "{size:?}");
    }

    #[test]
    fn a_short_text_leaves_the_default() {
        assert_eq!(fitted(StepKind::Process, "Search"), default_size(StepKind::Process));
    }

    #[test]
    fn every_symbol_grows_until_its_text_fits() {
        let long = "Ask the customer for the missing details and note the date by which they are needed";
        for kind in StepKind::PALETTE {
            let size = fitted(kind, long);
            let rect = Rect::from_origin_size(Point::ZERO, size);
            assert!(!label(&Fonts::bundled(), kind, rect, long).block.overflow, "{kind:?} {size:?}");
        }
    }

    #[test]
    fn a_diamond_keeps_its_proportion() {
        let size = fitted(StepKind::Decision(Branching::Plain), "Resolved within the agreed service level?");
        assert!(size.width > 144.0);
        assert!((size.height / size.width - 76.0 / 144.0).abs() < 0.03, "{size:?}");
    }

    #[test]
    fn a_word_that_cannot_be_broken_widens_the_step() {
        assert!(fitted(StepKind::Process, &"m".repeat(25)).width > WIDEST);
    }
}
