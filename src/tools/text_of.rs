//! Which text is meant by what is pointed at or selected.

use crate::{
    edit::{Selection, TextOf},
    model::Page,
    scene::{Spot, View},
};

/// The text of what lies at `spot`; `None` where nothing is written.
pub fn text_of(view: &View<'_>, spot: &Spot) -> Option<TextOf> {
    match spot {
        Spot::Step(id) => Some(TextOf::Step(id.clone())),
        Spot::Label(id) => Some(TextOf::Connector(id.clone())),
        Spot::Line { connector, .. } => Some(TextOf::Connector(connector.clone())),
        Spot::LaneHeader(id) => Some(TextOf::Lane(id.clone())),
        Spot::PoolHeader(id) => Some(TextOf::Pool(id.clone())),
        Spot::PhaseHeader(id) => Some(TextOf::Phase(id.clone())),
        Spot::Title => Some(title(view.page)),
        Spot::Subtitle => Some(TextOf::Subtitle),
        Spot::LaneBorder(_) | Spot::PhaseBorder(_) | Spot::Lane(_) | Spot::Desk => None,
    }
}

/// The heading that a page shows: its own, or the document's.
fn title(page: &Page) -> TextOf {
    if page.title.is_empty() { TextOf::Title } else { TextOf::Page(page.id.clone()) }
}

/// The text of the one thing that is selected.
pub(super) fn text_of_selected(selection: &Selection) -> Option<TextOf> {
    let step = selection.only_step().map(|id| TextOf::Step(id.clone()));
    let connector = || selection.only_connector().map(|id| TextOf::Connector(id.clone()));
    let lane = || selection.only_lane().map(|id| TextOf::Lane(id.clone()));
    let phase = || selection.only_phase().map(|id| TextOf::Phase(id.clone()));
    step.or_else(connector).or_else(lane).or_else(phase)
}
