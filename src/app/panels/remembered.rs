//! What the panels remember of one document.

use super::state::PanelName;
use crate::{
    app::checking::checks::Checks,
    locale::Lang,
    ui::panels::{OutlinePanel, PalettePanel, StepTable},
};

/// What the panels remember of one document.
#[derive(Default)]
pub(crate) struct DocumentPanels {
    pub(crate) palette: PalettePanel,
    pub(crate) outline: OutlinePanel,
    pub(crate) table: StepTable,
    /// The languages of its labels, and the state of the document that they were looked up in.
    pub(crate) languages: (u64, Vec<Lang>),
    pub(crate) checks: Checks,
    /// The panel that a person opened where not all have room, and those that are folded then.
    pub(crate) opened: Option<PanelName>,
    pub(crate) folded: Vec<PanelName>,
}
