//! What happens to a person's work when something goes wrong: the page of `docs`, as it is printed for managers.

use eframe::egui::{Color32, Label, ScrollArea, TextFormat, Ui, text::LayoutJob, vec2};

use super::{about::close_row, frame::dialog_ui};
use crate::{
    locale::{Catalog, UiLang},
    text::{Face, markup},
    ui::{
        chrome::dialog_heading,
        theme::{self, Tokens},
        widgets::strong,
    },
};

const WIDTH: f32 = 640.0;
/// Between two paragraphs.
const GAP: f32 = 10.0;

/// The page in the language of the interface.
const fn page(lang: UiLang) -> &'static str {
    match lang {
        UiLang::En | UiLang::Pseudo => include_str!("../../../docs/what-happens-to-my-work.md"),
        UiLang::Es => include_str!("../../../docs/what-happens-to-my-work.es.md"),
    }
}

/// The column of the present system in the page's table.
const SYSTEM: usize = if cfg!(windows) {
    2
} else if cfg!(target_os = "macos") {
    3
} else {
    1
};

/// A part of the page.
#[derive(Debug, PartialEq, Eq)]
enum Block<'p> {
    Title(&'p str),
    Heading(&'p str),
    Paragraph(&'p str),
    /// What is kept, and where on this system.
    Place(&'p str, &'p str),
}

fn blocks(page: &str) -> impl Iterator<Item = Block<'_>> {
    page.lines().filter_map(|line| {
        if let Some(title) = line.strip_prefix("# ") {
            return Some(Block::Title(title));
        }
        if let Some(heading) = line.strip_prefix("## ") {
            return Some(Block::Heading(heading));
        }
        if !line.starts_with('|') {
            return (!line.is_empty()).then_some(Block::Paragraph(line));
        }
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let (what, place) = (cells.first()?, cells.get(SYSTEM)?);
        (!what.is_empty() && !what.starts_with('-')).then_some(Block::Place(what, place))
    })
}

/// Shows the page; false when it is to be closed.
pub fn promises_ui(ui: &Ui, catalog: &Catalog) -> bool {
    let mut open = true;
    let room = ui.ctx().content_rect().size() - vec2(64.0, 190.0);
    let closed = dialog_ui(ui, "promises", WIDTH.min(room.x), |ui| {
        let mut blocks = blocks(page(catalog.lang()));
        if let Some(Block::Title(title)) = blocks.next() {
            dialog_heading(ui, title);
        }
        ScrollArea::vertical().max_height(room.y).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            blocks.for_each(|block| block_ui(ui, &block));
        });
        open = !close_row(ui, catalog);
    });
    open && !closed
}

fn block_ui(ui: &mut Ui, block: &Block<'_>) {
    match block {
        Block::Title(text) | Block::Heading(text) => {
            ui.add_space(GAP);
            ui.add(Label::new(strong(*text, theme::HEADING)).wrap());
        }
        Block::Paragraph(text) => {
            ui.add(Label::new(marked(ui, text)).wrap());
        }
        Block::Place(what, place) => {
            ui.add(Label::new(marked(ui, &format!("**{what}**: {place}"))).wrap());
        }
    }
}

/// A paragraph of which some is emphasised; one that is so as a whole is a remark.
fn marked(ui: &Ui, text: &str) -> LayoutJob {
    let tokens = Tokens::of(ui);
    let mut job = LayoutJob::default();
    let spans = markup::parse(&text.replace('`', ""));
    let is_remark = spans.iter().all(|span| span.italic);
    let color: Color32 = if is_remark { tokens.muted } else { tokens.text };
    for span in spans {
        let face = match (span.bold, span.italic && !is_remark) {
            (true, _) => Face::SemiBold,
            (false, true) => Face::Italic,
            (false, false) => Face::Regular,
        };
        let format = TextFormat::simple(theme::font(face, theme::BODY), color);
        job.append(&span.text, 0.0, format);
    }
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_promise_the_same() {
        let kinds = |lang| {
            let kind = |block: Block<'_>| match block {
                Block::Title(_) => "title",
                Block::Heading(_) => "heading",
                Block::Paragraph(text) if text.starts_with("**") => "question",
                Block::Paragraph(text) if text.starts_with('*') => "remark",
                Block::Paragraph(_) => "text",
                Block::Place(..) => "place",
            };
            blocks(page(lang)).map(kind).collect::<Vec<_>>()
        };
        let english = kinds(UiLang::En);
        assert_eq!(kinds(UiLang::Es), english);
        assert!(english.starts_with(&["title", "text", "question"]), "{english:?}");
        assert!(english.contains(&"place") && english.contains(&"remark"));
    }
}
