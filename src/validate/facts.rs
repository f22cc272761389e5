//! What the rules cannot know by themselves.

use crate::{
    flow::Flows,
    geom::{Polyline, Rect, Size},
    model::{Connector, MergeMark, Page, Step},
};

/// How a label fits its step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelFit {
    /// Whether some of the text does not fit.
    pub cut_off: bool,
    /// The characters that no font has, in order of appearance.
    pub missing: Vec<char>,
}

/// The flows of the document, and answers from those who measure text and know outlines; these must be the ones that
/// drawing uses.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The flow of each page.
    pub flows: &'a Flows,
    /// How this text fits that step.
    pub fits: &'a dyn Fn(&Step, &str) -> LabelFit,
    /// The whole line of a connector, its ends on the outlines included; `None`: not routed.
    pub ends: &'a dyn Fn(&Page, &Connector) -> Option<Polyline>,
    /// How large the label of a connector is, whatever language it is read in; `None`: it says nothing.
    pub label_size: &'a dyn Fn(&Page, &Connector) -> Option<Size>,
    /// What a step takes up, with a text that stands below its symbol.
    pub taken: &'a dyn Fn(&Step) -> Rect,
    /// Whether a file that a step leads to is not there; not where that cannot be known.
    pub is_missing: &'a dyn Fn(&str) -> bool,
    /// What a mark of a merge says with its value, as a sentence about the record of that name.
    pub mark: &'a dyn Fn(&MergeMark, &str, &str) -> String,
}
