//! Events that arrive together and must be answered one after the other.
//!
//! Where frames are slow, or hands fast, one frame brings a word, the Enter behind it and the next word. What has the
//! keyboard after the Enter is known only when what opened was drawn once, so the rest waits. Owns which events go
//! together; must not know who they are for.

use std::collections::VecDeque;

use eframe::egui::{Context, Event, Key, Modifiers, Plugin, RawInput};

/// What waits for a frame of its own.
#[derive(Debug, Default)]
pub struct InputQueue {
    waiting: VecDeque<Waiting>,
    /// What was answered in the last frame: it may have given the keyboard to something that is drawn in this one for
    /// the first time.
    last: Group,
}

/// An event, and when it arrived.
#[derive(Debug)]
struct Waiting {
    event: Event,
    /// The clock of the frame that brought it, in seconds: what is clicked twice is told by it.
    time: Option<f64>,
}

/// Which events may share a frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Group {
    /// Goes with whatever is there: movements, keys that are let go.
    #[default]
    Any,
    /// Shift, Control and their like are held or let go.
    Held,
    /// Letters.
    Text,
    /// A key that moves in a text or takes something away; the same one again.
    Moves(Key),
    /// A button of the pointer, which finds what is drawn already.
    Button,
    /// A key that may give the keyboard to something else, or take a text as it is.
    Command,
}

impl Group {
    /// Whether nothing shares its frame.
    const fn is_alone(self) -> bool {
        matches!(self, Self::Button | Self::Command)
    }

    /// Whether it waits a frame longer where the `last` one answered that: a field that letters open takes them in, a
    /// dialog that a key opens takes the keyboard.
    const fn waits_for(self, last: Self) -> bool {
        match last {
            Self::Any | Self::Held | Self::Moves(_) => false,
            Self::Text => matches!(self, Self::Moves(_) | Self::Command),
            Self::Button | Self::Command => matches!(self, Self::Text | Self::Moves(_) | Self::Command),
        }
    }
}

impl InputQueue {
    /// Leaves in `input` what one frame can answer, the oldest first, and keeps the rest; whether there is any.
    fn take_turn(&mut self, input: &mut RawInput) -> bool {
        let was_empty = self.waiting.is_empty();
        self.add(input);
        let count = self.turn();
        let turn: Vec<Waiting> = self.waiting.drain(..count).collect();
        let meant = turn.iter().map(|waiting| group(&waiting.event));
        self.last = meant.rev().find(|group| !matches!(group, Group::Any | Group::Held)).unwrap_or_default();
        let has_more = !self.waiting.is_empty();
        // The clock never goes back: while anything waits, every frame has the time of its events.
        if has_more || !was_empty {
            input.time = turn.last().or(self.waiting.front()).and_then(|waiting| waiting.time);
        }
        input.events.extend(turn.into_iter().map(|waiting| waiting.event));
        has_more
    }

    fn add(&mut self, input: &mut RawInput) {
        for event in std::mem::take(&mut input.events) {
            // Who holds a key down does not want to be served when it is up again.
            if let Event::Key { key, repeat: true, .. } = &event
                && group(&event) == Group::Command
                && self.waiting.iter().any(|waiting| is_press_of(&waiting.event, *key))
            {
                continue;
            }
            self.waiting.push_back(Waiting { event, time: input.time });
        }
    }

    /// How many of the events that wait go together now.
    fn turn(&self) -> usize {
        let mut turn = Group::Any;
        for (i, waiting) in self.waiting.iter().enumerate() {
            let next = group(&waiting.event);
            match (turn, next) {
                (Group::Any, _) if next.waits_for(self.last) => return i,
                // A click with Shift held is one although Shift is let go in the same frame.
                (Group::Button | Group::Command | Group::Moves(_), Group::Held) => return i,
                (_, Group::Any | Group::Held) => {}
                (Group::Any, _) => turn = next,
                (_, _) if turn == next && !next.is_alone() => {}
                (_, _) => return i,
            }
        }
        self.waiting.len()
    }
}

impl Plugin for InputQueue {
    fn debug_name(&self) -> &'static str {
        "input queue"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        if self.take_turn(input) {
            ctx.request_repaint();
        }
    }
}

fn is_press_of(event: &Event, of: Key) -> bool {
    matches!(event, Event::Key { key, pressed: true, .. } if *key == of)
}

fn group(event: &Event) -> Group {
    match event {
        Event::Text(_) | Event::Ime(_) => Group::Text,
        Event::Key { key, pressed: true, modifiers, .. } => pressed(*key, *modifiers),
        Event::ModifiersChanged(_) => Group::Held,
        Event::PointerButton { .. } => Group::Button,
        Event::Copy
        | Event::Cut
        | Event::Paste(_)
        | Event::PasteImage(_)
        | Event::MiddleClickPaste { .. }
        | Event::AccessKitActionRequest(_) => Group::Command,
        _ => Group::Any,
    }
}

fn pressed(key: Key, held: Modifiers) -> Group {
    match key {
        Key::ArrowDown
        | Key::ArrowLeft
        | Key::ArrowRight
        | Key::ArrowUp
        | Key::Backspace
        | Key::Delete
        | Key::Home
        | Key::End
        | Key::PageUp
        | Key::PageDown => Group::Moves(key),
        Key::Enter | Key::Tab | Key::Escape => Group::Command,
        _ if (held.any() && !held.shift_only()) || is_function(key) => Group::Command,
        // The letter itself follows.
        _ => Group::Text,
    }
}

/// Whether it is one of F1, F2 and so on.
fn is_function(key: Key) -> bool {
    key.name().strip_prefix('F').is_some_and(|number| number.parse::<u8>().is_ok())
}

#[cfg(test)]
mod tests {
    use eframe::egui::{PointerButton, Pos2};

    use super::*;

    fn key(key: Key) -> Event {
        let modifiers = Modifiers::NONE;
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    fn text(text: &str) -> Event {
        Event::Text(text.to_owned())
    }

    fn button(pressed: bool) -> Event {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        Event::PointerButton { pos: Pos2::ZERO, button, pressed, modifiers }
    }

    /// How many events each frame gets of those that arrive with the first one.
    fn turns(events: Vec<Event>) -> Vec<usize> {
        let mut queue = InputQueue::default();
        let mut turns = Vec::new();
        let mut input = RawInput { events, time: Some(1.0), ..RawInput::default() };
        loop {
            let has_more = queue.take_turn(&mut input);
            turns.push(input.events.len());
            if !has_more {
                return turns;
            }
            input = RawInput { time: Some(2.0), ..RawInput::default() };
        }
    }

    #[test]
    fn what_ends_a_text_comes_when_the_text_is_there() {
        // A frame without events draws what the letters opened, and what has the keyboard behind the Enter.
        let events = vec![text("a"), text("b"), key(Key::Enter), text("c"), key(Key::Tab)];
        assert_eq!(turns(events), [2, 0, 1, 0, 1, 0, 1]);
        let events = vec![text("a"), button(true), button(false), text("b")];
        assert_eq!(turns(events), [1, 1, 1, 0, 1]);
    }

    #[test]
    fn letters_and_what_is_held_down_share_a_frame() {
        let letters = ["a", "b"].map(text);
        assert_eq!(turns(vec![key(Key::A), letters[0].clone(), key(Key::B), letters[1].clone()]), [4]);
        assert_eq!(turns(vec![key(Key::Backspace), key(Key::Backspace), key(Key::ArrowLeft)]), [2, 1]);
        assert_eq!(turns(Vec::new()), [0]);
    }

    #[test]
    fn a_command_that_is_held_down_does_not_go_on_when_it_is_let_go() {
        let modifiers = Modifiers::COMMAND;
        let undo = |repeat| Event::Key { key: Key::Z, physical_key: None, pressed: true, repeat, modifiers };
        assert_eq!(turns(vec![undo(false), undo(true), undo(true)]), [1]);
    }

    #[test]
    fn what_waited_keeps_its_time_and_the_clock_never_goes_back() {
        let mut queue = InputQueue::default();
        let mut frame = |time: f64, events: Vec<Event>| {
            let mut input = RawInput { events, time: Some(time), ..RawInput::default() };
            queue.take_turn(&mut input);
            input.time
        };
        let events = vec![button(true), button(false), text("a")];
        let times = [frame(1.0, events), frame(2.0, vec![text("b")]), frame(3.0, vec![]), frame(4.0, vec![])];
        // The button, the other one, what opened, the letters.
        assert_eq!(times, [Some(1.0), Some(1.0), Some(1.0), Some(2.0)]);
        assert_eq!(frame(5.0, vec![]), Some(5.0));
    }
}
