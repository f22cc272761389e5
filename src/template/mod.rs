//! The templates that come with the program.
//!
//! Owns which ones there are and in which order a gallery shows them. Each is an ordinary document, embedded as
//! the text of its file; reading it is the part of `persist`.

/// A document to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its name on the command line and of its file.
    pub id: &'static str,
    /// The document's file.
    pub source: &'static str,
}

macro_rules! template {
    ($id:literal) => {
        Template {
            id: $id,
            source: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/", $id, ".ron")),
        }
    };
}

/// The template that File > New starts from.
pub const BLANK: Template = template!("blank-four-lanes");

/// All templates, in the order of the gallery.
pub const TEMPLATES: [Template; 14] = [
    template!("customer-service-process"),
    template!("inbound-call"),
    template!("outbound-call"),
    template!("billing-and-orders"),
    template!("tiered-support"),
    template!("request-handling"),
    template!("issue-resolution"),
    template!("field-service-visit"),
    template!("returns-and-refunds"),
    template!("customer-onboarding"),
    template!("live-chat"),
    template!("specialist-teams"),
    template!("complaint-handling"),
    BLANK,
];

/// The template `id`.
pub fn find(id: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.id == id)
}
