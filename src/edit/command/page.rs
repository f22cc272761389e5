//! What is done to pages and the document.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::step::NewStep;

use crate::{
    locale::Lang,
    model::{LaneId, LineJumps, PageId, PoolId, StepId, Text, ThemeName},
};

/// What is done to pages and the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PageCommand {
    /// Adds an empty page with the lanes of the page that is shown.
    Add {
        /// Its name.
        id: PageId,
        /// Names for its lanes, as many as the shown page has.
        lanes: Vec<LaneId>,
        /// Names for its pools, as many as the shown page has.
        pools: Vec<PoolId>,
        /// Its place among the pages.
        at: usize,
        /// The heading.
        title: Text,
    },
    /// Adds a copy of a page behind it.
    Duplicate {
        /// Which.
        page: PageId,
        /// The copy; its ids are new.
        copy: Box<crate::model::Page>,
    },
    /// Makes a page of steps: it comes behind the page that is shown, and a step that leads to it in their place, with
    /// the lines that led in and out.
    Extract {
        /// Which steps go.
        steps: BTreeSet<StepId>,
        /// The page with copies of them; its ids are new.
        page: Box<crate::model::Page>,
        /// The step that leads there.
        step: NewStep,
    },
    /// Moves a page.
    Move {
        /// Which.
        page: PageId,
        /// Its new place among the pages.
        to: usize,
    },
    /// Removes a page; the last one stays.
    Delete {
        /// Which.
        page: PageId,
    },
    /// Turns the flow of the shown page from across to down or back; everything is placed anew accordingly.
    Flip,
    /// Places everything on the shown page as a copy of it has it, which [`lay_out`](crate::arrange::lay_out) made: steps, lines
    /// and labels, lanes and phases. What came or went since then stays as it is.
    LayOut {
        /// The copy.
        laid_out: Box<crate::model::Page>,
    },
    /// Sets the language that the document is read in first.
    SetLanguage(Lang),
    /// The document is to be read in another language, too.
    AddLanguage(Lang),
    /// Takes a language out with all that is written in it, but what is written in no other one; the last one stays.
    RemoveLanguage(Lang),
    /// Sets the look.
    SetTheme(ThemeName),
    /// Sets how lines cross each other.
    SetLineJumps(LineJumps),
    /// Sets the title block's version.
    SetVersion(String),
}
