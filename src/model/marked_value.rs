//! What the other version of a merge has, in a form that can be put in place.

use serde::{Deserialize, Serialize};

use super::{
    Color, ConnectorKind, Document, End, Estimate, LaneId, LineJumps, Link, MergeMark, Minutes, PhaseId,
    PoolId, Role, StepKind, ThemeName,
};
use crate::{geom::Orientation, locale::Lang};

/// What a field is in the other version of a merge, as the mark of a conflict keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum MarkedValue {
    /// What is written there; `None`: nothing.
    Words(Option<String>),
    /// The language that the document is read in.
    Language(Lang),
    /// A look.
    Theme(ThemeName),
    /// A way to cross.
    LineJumps(LineJumps),
    /// A direction of the flow.
    Orientation(Orientation),
    /// Whom a lane stands for.
    Role(Role),
    /// The symbol of a step.
    StepKind(StepKind),
    /// The meaning of a connector.
    ConnectorKind(ConnectorKind),
    /// The lane of a step.
    Lane(LaneId),
    /// The phase of a step.
    Phase(Option<PhaseId>),
    /// The pool around a lane or a pool.
    Pool(Option<PoolId>),
    /// How long something takes.
    Estimate(Option<Estimate>),
    /// How long a step may take.
    Minutes(Option<Minutes>),
    /// How many cases in a hundred take a branch.
    Percent(Option<f64>),
    /// Where a click on a step leads.
    Link(Option<Link>),
    /// Where a connector begins or ends.
    End(End),
    /// A colour of its own.
    Color(Option<Color>),
    /// The id of the page, lane or phase behind which it stands; `None`: it is the first.
    Behind(Option<String>),
    /// That it is gone there …
    RemovedThere,
    /// … and that it was removed here, and is there.
    RemovedHere,
}

impl MarkedValue {
    /// The value that `text` keeps under `mark`; `None`: it keeps none.
    pub fn parse(mark: &MergeMark, text: &str) -> Option<Self> {
        match text {
            MergeMark::BY_THEM if mark.is_removal() => Some(Self::RemovedThere),
            MergeMark::BY_US if mark.is_removal() => Some(Self::RemovedHere),
            words if mark.is_of_words() => {
                Some(Self::Words(Some(words.to_owned()).filter(|words| !words.is_empty())))
            }
            value => ron::from_str(value).ok(),
        }
    }

    /// Whether `document` has what the value names, so that it can be put in place.
    pub fn is_possible(&self, document: &Document) -> bool {
        let mut pages = document.pages.iter();
        match self {
            Self::Lane(id) => pages.any(|page| page.lanes.iter().any(|lane| lane.id == *id)),
            Self::Phase(Some(id)) => pages.any(|page| page.phases.iter().any(|phase| phase.id == *id)),
            Self::Pool(Some(id)) => pages.any(|page| page.pools.contains_key(id)),
            Self::Link(Some(Link::Page(id))) => pages.any(|page| page.id == *id),
            Self::Link(Some(Link::Step(id))) | Self::End(End::Attached { step: id, .. }) => {
                pages.any(|page| page.steps.contains_key(id))
            }
            _ => true,
        }
    }

    /// The value as text: words as they are, all else as it stands in files.
    pub fn text(&self) -> String {
        match self {
            Self::Words(words) => words.clone().unwrap_or_default(),
            Self::RemovedThere => MergeMark::BY_THEM.to_owned(),
            Self::RemovedHere => MergeMark::BY_US.to_owned(),
            // Names and numbers can always be written.
            value => ron::to_string(value).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Branching, StepId};

    #[test]
    fn values_are_read_back() {
        let estimate = Estimate { usual: 5.0, best: None, worst: Some(12.5) };
        let values = [
            ("merge: text en", MarkedValue::Words(Some("“Call”\nback".to_owned()))),
            ("merge: property a", MarkedValue::Words(None)),
            ("merge: version", MarkedValue::Words(Some("2".to_owned()))),
            ("merge: kind", MarkedValue::StepKind(StepKind::Decision(Branching::Exclusive))),
            ("merge: lane", MarkedValue::Lane(LaneId::mint("Employee", 7))),
            ("merge: handling-time", MarkedValue::Estimate(Some(estimate))),
            ("merge: link", MarkedValue::Link(Some(Link::Step(StepId::mint("call", 1))))),
            ("merge: to", MarkedValue::End(End::Attached { step: StepId::mint("call", 1), port: None })),
            ("merge: phase a: order", MarkedValue::Behind(None)),
            ("merge: removed", MarkedValue::RemovedThere),
        ];
        for (key, value) in values {
            let mark = MergeMark::of_key(key).expect("a mark");
            assert_eq!(MarkedValue::parse(&mark, &value.text()), Some(value));
        }
        let mark = MergeMark::of_key("merge: lane").expect("a mark");
        assert_eq!(MarkedValue::parse(&mark, "“Employee”"), None);
    }
}
