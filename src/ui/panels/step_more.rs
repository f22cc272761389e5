//! The rest of a step's properties: times, link, size, and free properties, which connectors have, too.

use eframe::egui::{Button, Id, Layout, vec2};

use super::form::{Form, Lines};
use crate::{
    edit::{Command, Owner, StepCommand},
    geom::Size,
    locale::{parse_duration, say_duration},
    model::{Estimate, Fit, Link, Minutes, Properties, Step, Time},
    ui::theme::CONTROL,
};

/// Which time of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    Handling,
    Waiting,
}

/// Which of the values of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Case {
    Usual,
    Best,
    Worst,
}

impl Part {
    const fn of(self, time: &Time) -> Option<Estimate> {
        match self {
            Self::Handling => time.handling,
            Self::Waiting => time.waiting,
        }
    }
}

pub(super) fn times(form: &mut Form<'_>, step: &Step) {
    form.pair(
        |form| time(form, step, (Part::Handling, Case::Usual), "ui-time-handling"),
        |form| time(form, step, (Part::Waiting, Case::Usual), "ui-time-waiting"),
    );
    form.pair(|form| target(form, step), |_| {});
    form.group("panel-time-range", false, |form| {
        form.pair(
            |form| time(form, step, (Part::Handling, Case::Best), "panel-handling-best"),
            |form| time(form, step, (Part::Handling, Case::Worst), "panel-handling-worst"),
        );
        form.pair(
            |form| time(form, step, (Part::Waiting, Case::Best), "panel-waiting-best"),
            |form| time(form, step, (Part::Waiting, Case::Worst), "panel-waiting-worst"),
        );
    });
}

fn time(form: &mut Form<'_>, step: &Step, (part, case): (Part, Case), key: &str) {
    let catalog = form.shown.catalog;
    let salt = (&step.id, part, case);
    let start = form.start_of(salt, step.time);
    let minutes = part.of(&step.time).and_then(|now| match case {
        Case::Usual => Some(now.usual),
        Case::Best => now.best,
        Case::Worst => now.worst,
    });
    let value = minutes.map(|minutes| say_duration(catalog, minutes)).unwrap_or_default();
    let label = form.say(key);
    form.parsed((&label, salt), &value, "–", |text| {
        let wrong = |key: &str| catalog.text(key);
        let minutes = duration(text).map_err(wrong)?;
        let estimate = changed(part.of(&start), case, minutes).map_err(wrong)?;
        let mut time = start;
        match part {
            Part::Handling => time.handling = estimate,
            Part::Waiting => time.waiting = estimate,
        }
        Ok(Command::Step(StepCommand::SetTime { step: step.id.clone(), time }))
    });
}

fn target(form: &mut Form<'_>, step: &Step) {
    let catalog = form.shown.catalog;
    let value = step.time.target.map(|minutes| say_duration(catalog, minutes)).unwrap_or_default();
    let label = form.say("ui-time-target");
    form.parsed((&label, (&step.id, "target")), &value, "–", |text| {
        let target = duration(text).map_err(|key| catalog.text(key))?;
        let time = Time { target, ..step.time };
        Ok(Command::Step(StepCommand::SetTime { step: step.id.clone(), time }))
    });
}

/// The minutes that `text` says, if any; why it cannot be read, as a key in the catalogue.
fn duration(text: &str) -> Result<Option<Minutes>, &'static str> {
    let text = text.trim();
    if text.is_empty() || text == "–" || text == "-" {
        return Ok(None);
    }
    parse_duration(text).map(Some).ok_or("panel-time-bad")
}

/// `now` with one value changed; what is usual takes the limits with it. Why not, as a key in the catalogue.
fn changed(
    now: Option<Estimate>,
    case: Case,
    minutes: Option<Minutes>,
) -> Result<Option<Estimate>, &'static str> {
    let estimate = match (case, now, minutes) {
        (Case::Usual, _, None) | (Case::Best | Case::Worst, None, None) => return Ok(None),
        (Case::Usual, None, Some(usual)) => Estimate { usual, best: None, worst: None },
        (Case::Usual, Some(now), Some(usual)) => {
            let (best, worst) =
                (now.best.map(|best| best.min(usual)), now.worst.map(|worst| worst.max(usual)));
            Estimate { usual, best, worst }
        }
        (Case::Best | Case::Worst, None, Some(_)) => return Err("panel-time-usual-first"),
        (Case::Best, Some(now), best) => Estimate { best, ..now },
        (Case::Worst, Some(now), worst) => Estimate { worst, ..now },
    };
    let Estimate { usual, best, worst } = estimate;
    let is_ordered = best.is_none_or(|best| best <= usual) && worst.is_none_or(|worst| usual <= worst);
    if is_ordered { Ok(Some(estimate)) } else { Err("panel-time-order") }
}

/// What a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Nowhere,
    Page,
    Step,
    Address,
}

pub(super) fn link(form: &mut Form<'_>, step: &Step) {
    let id = Id::unique(format!("panel-link-{}", step.id));
    let set = |link: Option<Link>| Command::Step(StepCommand::SetLink { step: step.id.clone(), link });
    // An address that is not written yet is no link, so the choice is kept here.
    let wants_address = form.ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
    let way = match &step.link {
        Some(Link::Page(_)) => Way::Page,
        Some(Link::Step(_)) => Way::Step,
        Some(Link::Address(_)) => Way::Address,
        None if wants_address => Way::Address,
        None => Way::Nowhere,
    };
    let options = [
        (Way::Nowhere, form.say("panel-link-none")),
        (Way::Page, form.say("panel-link-page")),
        (Way::Step, form.say("panel-link-step")),
        (Way::Address, form.say("panel-link-address")),
    ];
    let label = form.say("panel-link-to");
    if let Some(chosen) = form.choice(&label, Some(&way), &options) {
        form.ui.data_mut(|data| data.insert_temp(id, chosen == Way::Address));
        let link = match chosen {
            Way::Nowhere | Way::Address => None,
            Way::Page => other_page(form).map(Link::Page),
            Way::Step => other_step(form, step).map(Link::Step),
        };
        form.run(set(link));
    }
    match way {
        Way::Nowhere => {}
        Way::Page => link_to_page(form, step, &set),
        Way::Step => link_to_step(form, step, &set),
        Way::Address => {
            let now = match &step.link {
                Some(Link::Address(address)) => address.as_str(),
                Some(Link::Page(_) | Link::Step(_)) | None => "",
            };
            let label = form.say("panel-link-address");
            form.written((&label, id.with("address")), now, Lines::One, &|text| {
                set((!text.trim().is_empty()).then(|| Link::Address(text.trim().to_owned())))
            });
        }
    }
}

fn other_page(form: &Form<'_>) -> Option<crate::model::PageId> {
    let pages = &form.shown.document.pages;
    let other = pages.iter().find(|page| page.id != form.shown.page.id).or_else(|| pages.first());
    other.map(|page| page.id.clone())
}

fn other_step(form: &Form<'_>, step: &Step) -> Option<crate::model::StepId> {
    form.shown.page.steps.keys().find(|id| **id != step.id).cloned()
}

fn link_to_page(form: &mut Form<'_>, step: &Step, set: &dyn Fn(Option<Link>) -> Command) {
    let shown = form.shown;
    let pages = shown.document.pages.iter();
    let pages: Vec<_> = pages
        .map(|page| (page.id.clone(), shown.document.page_title(page, shown.lang).replace('\n', " ")))
        .collect();
    let current = match &step.link {
        Some(Link::Page(id)) => Some(id),
        Some(Link::Step(_) | Link::Address(_)) | None => None,
    };
    let label = form.say("panel-link-page");
    if let Some(page) = form.choice(&label, current, &pages) {
        form.run(set(Some(Link::Page(page))));
    }
}

fn link_to_step(form: &mut Form<'_>, step: &Step, set: &dyn Fn(Option<Link>) -> Command) {
    let shown = form.shown;
    let others = shown.document.pages.iter().flat_map(|page| page.steps.values());
    let steps: Vec<_> = others
        .filter(|other| other.id != step.id)
        .map(|other| (other.id.clone(), shown.step_name(other)))
        .collect();
    let current = match &step.link {
        Some(Link::Step(id)) => Some(id),
        Some(Link::Page(_) | Link::Address(_)) | None => None,
    };
    let label = form.say("panel-link-step");
    if let Some(to) = form.choice(&label, current, &steps) {
        form.run(set(Some(Link::Step(to))));
    }
}

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
        crate::locale::UiLang::En | crate::locale::UiLang::Pseudo => '.',
        crate::locale::UiLang::Es => ',',
    }
}

pub(super) fn size(form: &mut Form<'_>, step: &Step) {
    let (catalog, sign) = (form.shown.catalog, decimal(form));
    let size = step.rect.size();
    let start = |form: &Form<'_>, side: &str| form.start_of((&step.id, side), size);
    let steps = || [step.id.clone()].into();
    let set = |size: Size| Command::Step(StepCommand::SetSize { steps: steps(), size });
    let read = |text: &str| parse_length(text).ok_or_else(|| catalog.text("panel-length-bad"));
    form.pair(
        |form| {
            let (label, start) = (form.say("panel-width"), start(form, "width"));
            form.parsed((&label, (&step.id, "width")), &say_length(size.width, sign), "", |text| {
                Ok(set(Size::new(read(text)?, start.height)))
            });
        },
        |form| {
            let (label, start) = (form.say("panel-height"), start(form, "height"));
            form.parsed((&label, (&step.id, "height")), &say_length(size.height, sign), "", |text| {
                Ok(set(Size::new(start.width, read(text)?)))
            });
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
}

/// Free properties: a row each, and one to add another.
pub(super) fn properties(form: &mut Form<'_>, owner: &Owner, properties: &Properties) {
    for (key, value) in properties {
        property(form, owner, key, value);
    }
    let id = Id::unique(format!("panel-property-{owner:?}"));
    let mut new: (String, String) = form.ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let (key_label, value_label) = (form.say("panel-property-name"), form.say("panel-property-value"));
    form.pair(
        |form| form.draft((&key_label, id.with("key")), &mut new.0),
        |form| form.draft((&value_label, id.with("value")), &mut new.1),
    );
    let key = new.0.trim().to_owned();
    let is_good = !key.is_empty() && !properties.contains_key(&key);
    let text = form.say("panel-property-add");
    let button = form.ui.add_enabled(is_good, Button::new(text));
    let reason = if key.is_empty() { "panel-property-needs-name" } else { "panel-property-twice" };
    if button.on_disabled_hover_text(form.say(reason)).clicked() {
        let set = Command::SetProperty { of: owner.clone(), key, value: Some(new.1.clone()) };
        form.run(set);
        new = Default::default();
    }
    form.ui.data_mut(|data| data.insert_temp(id, new));
}

fn property(form: &mut Form<'_>, owner: &Owner, key: &str, value: &str) {
    let set = |value: Option<String>| Command::SetProperty { of: owner.clone(), key: key.to_owned(), value };
    let width = form.ui.available_width() - CONTROL - 4.0;
    let (shown, out) = (form.shown, &mut *form.out);
    form.ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let column = Layout::top_down(eframe::egui::Align::Min);
        ui.allocate_ui_with_layout(vec2(width, 0.0), column, |ui| {
            ui.set_width(width);
            let id = Id::unique(format!("panel-property-{owner:?}-{key}"));
            let mut form = Form { ui, shown, out: &mut *out };
            form.written((key, id), value, Lines::One, &|text| set(Some(text.to_owned())));
        });
        ui.vertical(|ui| {
            ui.add_space(20.0);
            let name = shown.catalog.text_with("panel-property-remove", &[("name", key.into())]);
            if super::form::small_button(ui, "×", &name) {
                Form { ui, shown, out: &mut *out }.run(set(None));
            }
        });
    });
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

    #[test]
    fn best_usual_and_worst_keep_their_order() {
        let now = Some(Estimate { usual: 5.0, best: None, worst: None });
        assert_eq!(changed(None, Case::Best, Some(1.0)), Err("panel-time-usual-first"));
        assert_eq!(changed(now, Case::Best, Some(6.0)), Err("panel-time-order"));
        assert_eq!(changed(now, Case::Worst, Some(4.0)), Err("panel-time-order"));
        let ordered = Estimate { usual: 5.0, best: Some(2.0), worst: None };
        assert_eq!(changed(now, Case::Best, Some(2.0)), Ok(Some(ordered)));
        assert_eq!(changed(Some(ordered), Case::Usual, None), Ok(None));
        let earlier = Estimate { usual: 1.0, best: Some(1.0), worst: None };
        assert_eq!(changed(Some(ordered), Case::Usual, Some(1.0)), Ok(Some(earlier)));
    }
}
