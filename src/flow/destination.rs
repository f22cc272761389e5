//! Where a step leads beside its connectors: along its link, or as a connector symbol to the other one of its letter.

use crate::{
    locale::Lang,
    model::{Document, Link, Page, PageId, Step, StepId, StepKind},
    text::markup::one_line,
};

/// What the web knows how to open, and nothing that runs a program.
const WEB: [&str; 3] = ["http", "https", "mailto"];

/// Where a step leads beside its connectors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To a page.
    Page(PageId),
    /// To a step of a page.
    Step(PageId, StepId),
    /// Out of the document.
    Outward(Outward),
}

/// What an address means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outward {
    /// A place in the web, or somebody to write to.
    Web(String),
    /// A file, as a rule beside the document's own.
    File(String),
    /// Neither: it is not followed.
    Unknown(String),
}

impl Outward {
    /// What `address` means.
    pub fn of(address: &str) -> Self {
        let address = address.trim();
        let scheme = address.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| is_scheme(scheme));
        let known = |scheme: &str| WEB.iter().any(|known| scheme.eq_ignore_ascii_case(known));
        match scheme {
            Some(scheme) if known(scheme) => Self::Web(address.to_owned()),
            Some(_) => Self::Unknown(address.to_owned()),
            None => Self::File(address.to_owned()),
        }
    }
}

/// Whether `word` before a colon is a scheme. One letter is the name of a drive.
fn is_scheme(word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    word.len() > 1 && word.starts_with(|c: char| c.is_ascii_alphabetic()) && word.chars().all(is_part)
}

/// Where `step` of `page` leads; `None`: nowhere.
pub fn destination(document: &Document, page: &Page, step: &Step) -> Option<Destination> {
    match &step.link {
        Some(Link::Page(to)) => Some(Destination::Page(to.clone())),
        Some(Link::Step(to)) => {
            let of = document.pages.iter().find(|page| page.steps.contains_key(to))?;
            Some(Destination::Step(of.id.clone(), to.clone()))
        }
        Some(Link::Address(address)) => Some(Destination::Outward(Outward::of(address))),
        None => partner(document, page, step)
            .map(|(page, step)| Destination::Step(page.id.clone(), step.id.clone())),
    }
}

/// Whether `step` is a connector symbol with a letter, so that there should be another one.
pub fn has_letter(document: &Document, step: &Step) -> bool {
    is_connector_symbol(step) && !letter(step, &document.language).is_empty()
}

/// Whether another connector symbol has the kind and letter of `step`: on the same page an on-page one, on another page
/// an off-page one.
pub fn has_partner(document: &Document, page: &Page, step: &Step) -> bool {
    let wanted = letter(step, &document.language);
    let is_on_page = step.kind == StepKind::OnPageConnector;
    let mut pages = document.pages.iter().filter(|other| (other.id == page.id) == is_on_page);
    let is_partner = |other: &Step| {
        other.kind == step.kind && other.id != step.id && letter(other, &document.language) == wanted
    };
    pages.any(|page| page.steps.values().any(|other| is_partner(other)))
}

/// The next connector symbol of the kind and letter of `step`, in the order of pages and of reading, in a circle: an
/// on-page one on the same page, an off-page one on another page.
fn partner<'a>(document: &'a Document, page: &Page, step: &Step) -> Option<(&'a Page, &'a Step)> {
    if !has_letter(document, step) {
        return None;
    }
    let wanted = letter(step, &document.language);
    let is_on_page = step.kind == StepKind::OnPageConnector;
    let at = document.pages.iter().position(|other| other.id == page.id)?;
    let (before, after) = document.pages.split_at(at);
    let mut pages = after.iter().chain(before).filter(|other| (other.id == page.id) == is_on_page);
    pages.find_map(|page| {
        let mut same: Vec<&Step> = page.steps_in_reading_order().into_iter().map(AsRef::as_ref).collect();
        same.retain(|other| other.kind == step.kind && letter(other, &document.language) == wanted);
        let here = same.iter().position(|other| other.id == step.id);
        let next = here.map_or(0, |here| (here + 1) % same.len());
        same.get(next).filter(|other| other.id != step.id).map(|other| (page, *other))
    })
}

fn is_connector_symbol(step: &Step) -> bool {
    matches!(step.kind, StepKind::OnPageConnector | StepKind::OffPageConnector)
}

/// What a connector symbol says in the language of its document, without markup.
pub(super) fn letter(step: &Step, language: &Lang) -> String {
    one_line(step.text.get(language, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_and_files_are_followed() {
        for web in ["https://example.org/a?b#c", "HTTP://example.org", "mailto:help@example.org"] {
            assert_eq!(Outward::of(web), Outward::Web(web.to_owned()));
        }
        for file in
            ["returns.ron", "../forms/claim.pdf", "C:\\forms\\claim.pdf", "/a:b", "notes 1: draft.txt"]
        {
            assert_eq!(Outward::of(&format!(" {file} ")), Outward::File(file.to_owned()));
        }
        for other in ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ms-settings:a"] {
            assert_eq!(Outward::of(other), Outward::Unknown(other.to_owned()));
        }
    }
}
