//! Which command the keys that were pressed mean.

use eframe::egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use super::{
    command::{AppCommand, ClipboardCommand, EditCommand},
    table::TABLE,
};
use crate::ui::panels::table_has_keyboard;

/// What keys asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PressedKeys {
    /// A command.
    Command(AppCommand),
    /// This text is to be put in.
    Paste(String),
    /// A picture is to be put in.
    PastePicture,
}

/// The command whose keys were pressed, if any. A text field or table that has the focus keeps the keys it knows; what
/// cannot be used now leaves its keys to others.
pub(crate) fn pressed(ctx: &Context, can_be_used: impl Fn(AppCommand) -> bool) -> Option<PressedKeys> {
    let is_writing = ctx.text_edit_focused();
    let is_in_table = table_has_keyboard(ctx);
    if !(is_writing || is_in_table)
        && let Some(pressed) = clipboard(ctx)
    {
        return Some(pressed);
    }
    // Those with more modifiers first: Ctrl+S would be found in Ctrl+Shift+S, too.
    let mut all: Vec<_> =
        TABLE.iter().flat_map(|row| row.shortcuts.iter().map(move |keys| (row, keys))).collect();
    all.retain(|(row, _)| can_be_used(row.command));
    all.sort_by_key(|(_, keys)| !(keys.modifiers.shift || keys.modifiers.alt));
    ctx.input_mut(|input| {
        let mut fits = all.into_iter().filter(|(row, keys)| {
            let types = keys.modifiers == Modifiers::NONE && !is_function_key(keys.logical_key);
            let is_others =
                (is_writing && (types || row.is_texts)) || (is_in_table && (types || is_cells(row.command)));
            !is_others && input.consume_shortcut(keys)
        });
        fits.next().map(|(row, _)| PressedKeys::Command(row.command))
    })
}

/// Whether the keys of a command mean the cells of the table while that has the keyboard.
const fn is_cells(command: AppCommand) -> bool {
    matches!(
        command,
        AppCommand::Clipboard(ClipboardCommand::Cut | ClipboardCommand::Copy | ClipboardCommand::Paste)
            | AppCommand::Edit(EditCommand::Delete | EditCommand::DeleteLeavingGap | EditCommand::SelectAll)
            | AppCommand::Rename
    )
}

/// The system turns the keys of the clipboard into events of their own.
fn clipboard(ctx: &Context) -> Option<PressedKeys> {
    ctx.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Cut => Some(PressedKeys::Command(AppCommand::Clipboard(ClipboardCommand::Cut))),
            Event::Copy => Some(PressedKeys::Command(AppCommand::Clipboard(ClipboardCommand::Copy))),
            Event::Paste(text) => Some(PressedKeys::Paste(text.clone())),
            Event::PasteImage(_) => Some(PressedKeys::PastePicture),
            _ => None,
        })
    })
}

fn is_function_key(key: Key) -> bool {
    matches!(key, Key::F1 | Key::F2 | Key::F3 | Key::F6 | Key::F7 | Key::F8 | Key::F9 | Key::F10)
}

/// How keys are read: `Ctrl+O`.
pub(crate) fn keys_text(ctx: &Context, keys: KeyboardShortcut) -> String {
    let key = match keys.logical_key {
        Key::Plus => "+",
        Key::Equals => "=",
        Key::Minus => "-",
        _ => return ctx.format_shortcut(&keys),
    };
    let named = ctx.format_shortcut(&KeyboardShortcut::new(keys.modifiers, Key::A));
    format!("{}{key}", named.trim_end_matches('A'))
}
