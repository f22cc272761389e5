//! Steps that are pasted into a text field give their words, also where the clipboard holds them as a text.

use std::path::Path;

use eframe::egui::{Context, Event, Plugin, RawInput};

use super::words::words;
use crate::{persist, ui::panels::table_has_keyboard};

/// Puts words in the place of the text of a document that comes to a field or a cell.
#[derive(Debug, Default)]
pub(crate) struct PastedWords;

impl Plugin for PastedWords {
    fn debug_name(&self) -> &'static str {
        "pasted words"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let pasted = input.events.iter_mut().filter_map(|event| match event {
            Event::Paste(text) => Some(text),
            _ => None,
        });
        for text in pasted {
            if (ctx.text_edit_focused() || table_has_keyboard(ctx))
                && let Some(said) = said_by(text)
            {
                *text = said;
            }
        }
    }
}

/// The words of the document that `text` is the file of; `None` where it is no such text.
fn said_by(text: &str) -> Option<String> {
    text.trim_start().starts_with('(').then_some(())?;
    let document = persist::load(text.as_bytes(), Path::new("")).ok()?.document;
    Some(words(&document, &document.language))
}
