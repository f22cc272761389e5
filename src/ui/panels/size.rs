//! How large something is, in the units that people use, and whether it stays where it is.

use super::{field::Named, field_error::FieldError, form::Form};
use crate::{
    edit::{Command, StepCommand},
    geom::Size,
    locale::UiLang,
    model::{Fit, Step},
};

/// Millimetres in a document unit.
const MM: f64 = 25.4 / 96.0;

/// A length in document units as it is read: `36 mm`.
pub(super) fn say_length(units: f64, decimal: char) -> String {
    let mm = (units * MM * 10.0).round() / 10.0;
    format!("{mm} mm").replace('.', &decimal.to_string())
}

/// The document units that `text` says; a number alone means millimetres.
pub(super) fn parse_length(text: &str) -> Option<f64> {
    let text = text.trim().to_lowercase().replace(',', ".");
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let count: f64 = number.parse().ok()?;
    let mm = match unit.trim() {
        "" | "mm" => 1.0,
        "cm" => 10.0,
        "in" | "″" | "\"" => 25.4,
        _ => return None,
    };
    Some(count * mm / MM).filter(|units| (1.0..1e5).contains(units))
}

/// The decimal sign of the interface's language.
pub(super) const fn decimal(form: &Form<'_>) -> char {
    match form.shown.catalog.lang() {
        UiLang::En | UiLang::Pseudo => '.',
        UiLang::Es => ',',
    }
}

pub(super) fn size(form: &mut Form<'_>, step: &Step) {
    let sign = decimal(form);
    let size = step.rect.size();
    let start = |form: &Form<'_>, side: &str| form.start_of((&step.id, side), size);
    let steps = || [step.id.clone()].into();
    let set = |size: Size| Command::Step(StepCommand::SetSize { steps: steps(), size });
    let read = |text: &str| parse_length(text).ok_or(FieldError::Length);
    form.pair(
        |form| {
            let (label, start) = (form.say("panel-width"), start(form, "width"));
            form.parsed(
                Named { label: &label, id: (&step.id, "width") },
                &say_length(size.width, sign),
                "",
                |text| Ok(set(Size::new(read(text)?, start.height))),
            );
        },
        |form| {
            let (label, start) = (form.say("panel-height"), start(form, "height"));
            form.parsed(
                Named { label: &label, id: (&step.id, "height") },
                &say_length(size.height, sign),
                "",
                |text| Ok(set(Size::new(start.width, read(text)?))),
            );
        },
    );
    let options = [(Fit::Grow, form.say("panel-fit-grow")), (Fit::Fixed, form.say("panel-fit-fixed"))];
    let label = form.say("panel-fit-mode");
    if let Some(fit) = form.choice(&label, Some(&step.fit), &options) {
        form.run(Command::Step(StepCommand::SetFit { steps: steps(), fit }));
    }
    if form.button("panel-fit") {
        form.run(Command::Step(StepCommand::FitSize { steps: steps() }));
    }
    let options = [(false, form.say("panel-pin-loose")), (true, form.say("panel-pin-held"))];
    let label = form.say("panel-pin-mode");
    if let Some(pinned) = form.choice(&label, Some(&step.pinned), &options) {
        form.run(Command::Step(StepCommand::Pin { steps: steps(), pinned }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_in_millimetres() {
        assert_eq!(say_length(136.0, '.'), "36 mm");
        assert_eq!(say_length(54.0, ','), "14,3 mm");
        for (text, mm) in [("36", 36.0), ("36 mm", 36.0), ("3,6 cm", 36.0), ("1 in", 25.4)] {
            let units = parse_length(text).unwrap();
            assert!((units * MM - mm).abs() < 1e-9, "{text}: {units}");
        }
        for bad in ["", "wide", "3 m", "-4 mm", "0", "1.2.3"] {
            assert_eq!(parse_length(bad), None, "{bad}");
        }
    }
}
