//! Values of conflicts as people see them: what they name in its words.

use crate::{
    model::{Document, End, Link, MarkedValue, Text},
    revise::{FieldValue, RecordName, page_pair::link_name},
};

impl FieldValue {
    /// What `value` is in `document`, which has what it names.
    pub(super) fn of(value: &MarkedValue, document: &Document) -> Self {
        let record = |title: Option<&Text>| Self::or_nothing(title.cloned(), Self::Record);
        match value {
            MarkedValue::Words(words) => Self::words(words.as_deref()),
            MarkedValue::Language(lang) => Self::Language(lang.clone()),
            MarkedValue::Theme(theme) => Self::Theme(*theme),
            MarkedValue::LineJumps(jumps) => Self::LineJumps(*jumps),
            MarkedValue::Orientation(orientation) => Self::Orientation(*orientation),
            MarkedValue::Role(role) => Self::Role(*role),
            MarkedValue::StepKind(kind) => Self::StepKind(*kind),
            MarkedValue::ConnectorKind(kind) => Self::ConnectorKind(*kind),
            MarkedValue::Lane(id) => record(lane_title(document, id.as_str())),
            MarkedValue::Phase(id) => record(id.as_ref().and_then(|id| phase_title(document, id.as_str()))),
            MarkedValue::Pool(id) => {
                let pools = || document.pages.iter().filter_map(|page| page.pools.get(id.as_ref()?));
                record(pools().next().map(|pool| &pool.title))
            }
            MarkedValue::Estimate(estimate) => Self::or_nothing(*estimate, Self::Estimate),
            MarkedValue::Minutes(minutes) => Self::or_nothing(*minutes, Self::Minutes),
            MarkedValue::Percent(share) => Self::or_nothing(*share, Self::Percent),
            MarkedValue::Link(link) => link_name(document, link.as_ref()),
            MarkedValue::End(End::Free(_)) | MarkedValue::RemovedThere | MarkedValue::RemovedHere => {
                Self::Nothing
            }
            MarkedValue::End(End::Attached { step, port: _ }) => {
                link_name(document, Some(&Link::Step(step.clone())))
            }
            MarkedValue::Color(color) => Self::or_nothing(*color, Self::Color),
            MarkedValue::Behind(id) => Self::Behind(id.as_deref().and_then(|id| {
                let page = document.pages.iter().find(|page| page.id.as_str() == id);
                let title = page.map(|page| &page.title).or_else(|| lane_title(document, id));
                title.or_else(|| phase_title(document, id)).cloned().map(RecordName::Text)
            })),
        }
    }
}

fn lane_title<'d>(document: &'d Document, id: &str) -> Option<&'d Text> {
    let mut lanes = document.pages.iter().flat_map(|page| &page.lanes);
    lanes.find(|lane| lane.id.as_str() == id).map(|lane| &lane.title)
}

fn phase_title<'d>(document: &'d Document, id: &str) -> Option<&'d Text> {
    let mut phases = document.pages.iter().flat_map(|page| &page.phases);
    phases.find(|phase| phase.id.as_str() == id).map(|phase| &phase.title)
}
