//! The rules that check a document: does the chart read well, and does every path lead somewhere?
//!
//! Owns the list of rules, their codes and their order. Must not change the document, measure text or find
//! outlines: what only those who draw can know comes in through [`Facts`]. Messages come from the catalogue
//! (`assets/locale/LANGUAGE/check.ftl`), in the language of the interface; labels in them are those of the
//! document's own language.
//!
//! Also knows what can be put right at once: a [`Fix`] is a command, for whoever holds the document to run.
//!
//! Every rule is linear or n log n in the records of a page, and none recurses on the graph.

mod branches;
mod check;
mod code;
mod crossings;
mod diagnostic;
mod ends;
mod facts;
mod fixing;
#[cfg(test)]
mod fixture;
mod hints;
mod label_places;
mod labels;
mod leads;
mod line_shapes;
mod loops;
mod names;
mod paths;
mod places;
mod rect_tree;
mod subject;
mod translations;

pub use check::check;
pub use code::{Code, Severity};
pub use diagnostic::{Diagnostic, Target};
pub use facts::{Facts, LabelFit};
pub use fixing::{Fix, Proposal, ProposedStep, Repairs};
