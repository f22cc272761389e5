//! How long a step takes.

use super::{field::Named, field_error::FieldError, form::Form};
use crate::{
    edit::{Command, StepCommand},
    locale::{Catalog, parse_duration, say_duration},
    model::{Estimate, Minutes, Step, StepKind, Time},
};

/// Whether a step of `kind` is work or waiting, so that times make sense.
pub(super) const fn takes_time(kind: StepKind) -> bool {
    kind.is_flow()
        && !matches!(
            kind,
            StepKind::Start | StepKind::End(_) | StepKind::OnPageConnector | StepKind::OffPageConnector
        )
}

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

/// A time of a step as a table shows it: what is usual, and what was promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Usual {
    Handling,
    Waiting,
    Target,
}

impl Usual {
    /// What it is called: a key in the catalogue.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Handling => "ui-time-handling",
            Self::Waiting => "ui-time-waiting",
            Self::Target => "ui-time-target",
        }
    }

    pub(super) fn of(self, time: &Time) -> Option<Minutes> {
        match self {
            Self::Handling => time.handling.map(|estimate| estimate.usual),
            Self::Waiting => time.waiting.map(|estimate| estimate.usual),
            Self::Target => time.target,
        }
    }

    pub(super) fn said(self, catalog: &Catalog, time: &Time) -> String {
        self.of(time).map(|minutes| say_duration(catalog, minutes)).unwrap_or_default()
    }

    /// `time` with what `text` says; or why it cannot be read.
    pub(super) fn written(self, time: Time, text: &str) -> Result<Time, FieldError> {
        let minutes = duration(text)?;
        let usual = |now| changed(now, Case::Usual, minutes);
        Ok(match self {
            Self::Handling => Time { handling: usual(time.handling)?, ..time },
            Self::Waiting => Time { waiting: usual(time.waiting)?, ..time },
            Self::Target => Time { target: minutes, ..time },
        })
    }
}

pub(super) fn times(form: &mut Form<'_>, step: &Step) {
    form.pair(
        |form| time(form, step, Part::Handling, Case::Usual, "ui-time-handling"),
        |form| time(form, step, Part::Waiting, Case::Usual, "ui-time-waiting"),
    );
    form.pair(|form| target(form, step), |_| {});
    form.group("panel-time-range", false, |form| {
        form.pair(
            |form| time(form, step, Part::Handling, Case::Best, "panel-handling-best"),
            |form| time(form, step, Part::Handling, Case::Worst, "panel-handling-worst"),
        );
        form.pair(
            |form| time(form, step, Part::Waiting, Case::Best, "panel-waiting-best"),
            |form| time(form, step, Part::Waiting, Case::Worst, "panel-waiting-worst"),
        );
    });
}

fn time(form: &mut Form<'_>, step: &Step, part: Part, case: Case, key: &str) {
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
    form.parsed(Named { label: &label, id: salt }, &value, "–", |text| {
        let minutes = duration(text)?;
        let estimate = changed(part.of(&start), case, minutes)?;
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
    form.parsed(Named { label: &label, id: (&step.id, "target") }, &value, "–", |text| {
        let target = duration(text)?;
        let time = Time { target, ..step.time };
        Ok(Command::Step(StepCommand::SetTime { step: step.id.clone(), time }))
    });
}

/// The minutes that `text` says, if any; or why it cannot be read.
fn duration(text: &str) -> Result<Option<Minutes>, FieldError> {
    let text = text.trim();
    if text.is_empty() || text == "–" || text == "-" {
        return Ok(None);
    }
    parse_duration(text).map(Some).ok_or(FieldError::Time)
}

/// `now` with one value changed; what is usual takes the limits with it. Or why not.
fn changed(
    now: Option<Estimate>,
    case: Case,
    minutes: Option<Minutes>,
) -> Result<Option<Estimate>, FieldError> {
    let estimate = match (case, now, minutes) {
        (Case::Usual, _, None) | (Case::Best | Case::Worst, None, None) => return Ok(None),
        (Case::Usual, None, Some(usual)) => Estimate { usual, best: None, worst: None },
        (Case::Usual, Some(now), Some(usual)) => {
            let (best, worst) =
                (now.best.map(|best| best.min(usual)), now.worst.map(|worst| worst.max(usual)));
            Estimate { usual, best, worst }
        }
        (Case::Best | Case::Worst, None, Some(_)) => return Err(FieldError::UsualFirst),
        (Case::Best, Some(now), best) => Estimate { best, ..now },
        (Case::Worst, Some(now), worst) => Estimate { worst, ..now },
    };
    let Estimate { usual, best, worst } = estimate;
    let is_ordered = best.is_none_or(|best| best <= usual) && worst.is_none_or(|worst| usual <= worst);
    if is_ordered { Ok(Some(estimate)) } else { Err(FieldError::TimeOrder) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn best_usual_and_worst_keep_their_order() {
        let now = Some(Estimate { usual: 5.0, best: None, worst: None });
        assert_eq!(changed(None, Case::Best, Some(1.0)), Err(FieldError::UsualFirst));
        assert_eq!(changed(now, Case::Best, Some(6.0)), Err(FieldError::TimeOrder));
        assert_eq!(changed(now, Case::Worst, Some(4.0)), Err(FieldError::TimeOrder));
        let ordered = Estimate { usual: 5.0, best: Some(2.0), worst: None };
        assert_eq!(changed(now, Case::Best, Some(2.0)), Ok(Some(ordered)));
        assert_eq!(changed(Some(ordered), Case::Usual, None), Ok(None));
        let earlier = Estimate { usual: 1.0, best: Some(1.0), worst: None };
        assert_eq!(changed(Some(ordered), Case::Usual, Some(1.0)), Ok(Some(earlier)));
    }
}
