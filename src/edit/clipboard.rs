//! What is cut out of a page to be put in somewhere else.

use crate::model::{Connector, Step};

/// Steps and the connectors between them, as they stood on a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fragment {
    /// The steps; their lanes and phases are those of the page they came from.
    pub steps: Vec<Step>,
    /// Connectors whose ends are on those steps or free.
    pub connectors: Vec<Connector>,
}
