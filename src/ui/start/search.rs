//! Looking for words without regard to case and accents.

use crate::{
    locale::fold,
    model::{Document, Text},
};

/// What a search looks through.
#[derive(Clone, Debug, Default)]
pub(super) struct Words(String);

impl Words {
    /// The words of `document` that people know it by, in all its languages: title, description, lanes, steps.
    pub(super) fn of(document: &Document) -> Self {
        let Document { title, subtitle, description, pages, .. } = document;
        let inside = pages.iter().flat_map(|page| {
            let lanes = page.lanes.iter().map(|lane| &lane.title);
            let steps = page.steps.values().map(|step| &step.text);
            std::iter::once(&page.title).chain(lanes).chain(steps)
        });
        let texts = [title, subtitle, description].into_iter().chain(inside);
        // A line each: what is looked for is found inside of one text.
        let lines: Vec<String> = texts.flat_map(Text::iter).map(|(_, text)| fold(text)).collect();
        Self(lines.join("\n"))
    }

    /// The words of a plain text.
    pub(super) fn of_text(text: &str) -> Self {
        Self(fold(text))
    }

    /// Whether every word of `search` is there.
    pub(super) fn have(&self, search: &str) -> bool {
        fold(search).split_whitespace().all(|word| self.0.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_do_not_matter() {
        let words = Words::of_text("Gestión de DEVOLUCIONES\nDueño del proceso");
        for found in ["gestion", "GESTIÓN devol", "dueno", "", "  proceso  gesti"] {
            assert!(words.have(found), "{found}");
        }
        assert!(!words.have("gestion pedidos"));
    }
}
