//! How large a step has to be.

use crate::{
    geom::{Rect, Size},
    model::{Branching, Fit, Step, StepKind},
    shape,
    text::Fonts,
};

/// The size that the kind and the longest text of `step` need.
pub fn natural_size(step: &Step, fonts: &Fonts) -> Size {
    // A character that no text holds keeps the languages apart.
    let texts: Vec<&str> = step.text.iter().map(|(_, text)| text).collect();
    let measure = || fitted(step, shape::default_size(step.kind), fonts);
    let style = match step.kind {
        StepKind::Decision(branching) if branching != Branching::Plain => "decision with a marker",
        kind => kind.name(),
    };
    fonts.remembered_size(style, &texts.join("\0"), measure)
}

/// Whether `step` has that size.
pub fn has_natural_size(step: &Step, fonts: &Fonts) -> bool {
    let (is, needed) = (step.rect.size(), natural_size(step, fonts));
    (is.width - needed.width).abs() < 0.5 && (is.height - needed.height).abs() < 0.5
}

/// `wished`, or the next larger size in which the text fits if the step grows with it.
pub fn fitted_size(step: &Step, wished: Size, fonts: &Fonts) -> Size {
    match step.fit {
        Fit::Fixed => wished,
        Fit::Grow if fits(step, wished, fonts) => wished,
        Fit::Grow => fitted(step, wished, fonts),
    }
}

fn fitted(step: &Step, least: Size, fonts: &Fonts) -> Size {
    let texts: Vec<&str> = step.text.iter().map(|(_, text)| text).collect();
    shape::fitted_size(fonts, step.kind, least, &texts)
}

fn fits(step: &Step, size: Size, fonts: &Fonts) -> bool {
    let rect = Rect::from_origin_size((0.0, 0.0), size);
    step.text.iter().all(|(_, text)| !shape::label(fonts, step.kind, rect, text).block.overflow)
}
