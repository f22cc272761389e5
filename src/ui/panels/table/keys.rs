//! What keys mean while the table has the keyboard and nothing is being written.

use eframe::egui::{Context, Event, EventFilter, Id, Key, Memory, Modifiers, Ui};

/// Keys that would take the focus away mean something here. Escape leaves.
const KEPT: EventFilter =
    EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };

/// What a key asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// So many rows down and columns to the right; the block is extended to there.
    Move {
        rows: isize,
        columns: isize,
        extends: bool,
    },
    /// To the first or last cell of the row, or of the table.
    Edge {
        is_last: bool,
        whole: bool,
        extends: bool,
    },
    /// The next cell in reading order, or the one before.
    Next {
        is_back: bool,
    },
    /// All cells.
    All,
    /// What is there is changed.
    Open,
    /// This takes the place of what is there.
    Type(String),
    /// What is there goes.
    Clear,
    Copy,
    Cut,
    Paste(String),
    /// The keyboard is for others again.
    Leave,
}

/// The table itself, as far as the keyboard goes.
pub(super) fn table_id() -> Id {
    Id::unique("panel-table")
}

/// The field that is written in.
pub(super) fn field_id() -> Id {
    Id::unique("panel-table-field")
}

/// Whether keys that commands have otherwise are for the table.
pub fn table_has_keyboard(ctx: &Context) -> bool {
    let focused = ctx.memory(Memory::focused);
    focused.is_some_and(|id| id == table_id() || id == field_id())
}

/// What was asked for in this frame; `page` is how many rows are seen.
pub(super) fn acts(ui: &Ui, page: usize) -> Vec<Act> {
    // A dialog has the keys even where nothing in it has the focus.
    let is_covered = !ui.memory(|memory| memory.allows_interaction(ui.layer_id()));
    if is_covered || !ui.memory(|memory| memory.has_focus(table_id())) {
        return Vec::new();
    }
    ui.memory_mut(|memory| memory.set_focus_lock_filter(table_id(), KEPT));
    let events = ui.input(|input| input.events.clone());
    events.into_iter().filter_map(|event| act(event, page)).collect()
}

fn act(event: Event, page: usize) -> Option<Act> {
    match event {
        Event::Copy => Some(Act::Copy),
        Event::Cut => Some(Act::Cut),
        Event::Paste(text) => Some(Act::Paste(text)),
        Event::Text(text) => Some(Act::Type(text)),
        Event::Key { key, pressed: true, modifiers, .. } => pressed(key, modifiers, page),
        _ => None,
    }
}

fn pressed(key: Key, modifiers: Modifiers, page: usize) -> Option<Act> {
    /// Further than any table reaches.
    const FAR: isize = isize::MAX / 2;
    let Modifiers { alt, shift, command, .. } = modifiers;
    let by = |rows, columns| Act::Move { rows, columns, extends: shift };
    let edge = |is_last| Act::Edge { is_last, whole: command, extends: shift };
    let page = isize::try_from(page.max(1)).unwrap_or(1);
    let step = if command { FAR } else { 1 };
    Some(match key {
        Key::ArrowDown if alt => Act::Open,
        Key::ArrowUp => by(-step, 0),
        Key::ArrowDown => by(step, 0),
        Key::ArrowLeft => by(0, -step),
        Key::ArrowRight => by(0, step),
        Key::PageUp => by(-page, 0),
        Key::PageDown => by(page, 0),
        Key::Home => edge(false),
        Key::End => edge(true),
        Key::Tab if !command => Act::Next { is_back: shift },
        Key::Enter => Act::Move { rows: if shift { -1 } else { 1 }, columns: 0, extends: false },
        Key::F2 => Act::Open,
        Key::Delete | Key::Backspace => Act::Clear,
        Key::A if command && !shift => Act::All,
        Key::Escape => Act::Leave,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_as_in_a_spreadsheet() {
        let pressed = |key, modifiers| pressed(key, modifiers, 12);
        let by = |rows, columns, extends| Some(Act::Move { rows, columns, extends });
        assert_eq!(pressed(Key::Enter, Modifiers::NONE), by(1, 0, false));
        assert_eq!(pressed(Key::Enter, Modifiers::SHIFT), by(-1, 0, false));
        assert_eq!(pressed(Key::ArrowRight, Modifiers::SHIFT), by(0, 1, true));
        assert_eq!(pressed(Key::PageDown, Modifiers::NONE), by(12, 0, false));
        assert_eq!(pressed(Key::Tab, Modifiers::SHIFT), Some(Act::Next { is_back: true }));
        // The keys of the next document.
        assert_eq!(pressed(Key::Tab, Modifiers::COMMAND), None);
    }
}
