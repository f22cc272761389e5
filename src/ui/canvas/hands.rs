//! What the canvas remembers of pointer and keys from one frame to the next.

use eframe::egui::{Modifiers, Pos2};

/// Two presses closer together than this, in seconds, are a double click.
const DOUBLE_CLICK_SECS: f64 = 0.4;
/// And in points.
const DOUBLE_CLICK_REACH: f32 = 6.0;
/// So far from where something was done the pointer means something else, in points.
const AWAY: f32 = 24.0;

/// What the main button does while it is down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum MainButton {
    /// It is up, or went down elsewhere than on the canvas.
    #[default]
    Up,
    /// What is on the page is clicked or dragged.
    OnPage,
    /// The picture is moved and nothing on it.
    Panning,
}

/// Where the hands are.
#[derive(Clone, Debug, Default)]
pub struct Hands {
    /// What the main button does.
    pub(super) main_button: MainButton,
    /// Whether the pointer was over the canvas.
    pub(super) was_over: bool,
    /// Where the pointer was last, on the screen.
    pub(super) pointer: Option<Pos2>,
    /// The keys that were held in the last frame.
    pub(super) modifiers: Modifiers,
    /// When and where the main button went down last, and how often in a row.
    last: Option<(f64, Pos2, u8)>,
    /// Whether something else than the canvas had the keyboard at the end of the last frame: what gives it up on
    /// Escape has had the key.
    pub(super) was_elsewhere: bool,
    /// Where a button went down or up last, until the pointer has gone away from there.
    pub(super) worked_at: Option<Pos2>,
    /// When a button or key went down or up last, in egui's seconds.
    pub(super) worked: Option<f64>,
}

impl Hands {
    /// Whether the main button went down on the page and is still down.
    pub(super) fn is_down(&self) -> bool {
        self.main_button == MainButton::OnPage
    }

    /// Whether the picture is being moved with the main button.
    pub(super) fn is_panning(&self) -> bool {
        self.main_button == MainButton::Panning
    }

    /// Counts a press.
    pub(super) fn pressed(&mut self, now: f64, at: Pos2) -> u8 {
        let goes_on = |(time, place, count): (f64, Pos2, u8)| {
            (count == 1 && now - time < DOUBLE_CLICK_SECS && place.distance(at) < DOUBLE_CLICK_REACH)
                .then_some(2)
        };
        let count = self.last.and_then(goes_on).unwrap_or(1);
        self.last = Some((now, at, count));
        count
    }

    /// Notes where the pointer is.
    pub(super) fn moved(&mut self, to: Pos2) {
        self.pointer = Some(to);
        self.worked_at = self.worked_at.filter(|at| at.distance(to) < AWAY);
    }

    /// Seconds since a button or key went down or up.
    pub(super) fn secs_at_rest(&self, now: f64) -> f64 {
        self.worked.map_or(f64::INFINITY, |time| now - time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_that_trembles_has_not_gone_away() {
        let mut hands = Hands { worked_at: Some(Pos2::new(10.0, 10.0)), ..Hands::default() };
        hands.moved(Pos2::new(13.0, 9.0));
        assert!(hands.worked_at.is_some());
        hands.moved(Pos2::new(60.0, 9.0));
        assert!(hands.worked_at.is_none());
    }

    #[test]
    fn a_third_press_begins_anew() {
        let mut hands = Hands::default();
        let at = Pos2::new(10.0, 10.0);
        assert_eq!([0.0, 0.1, 0.2, 0.3].map(|time| hands.pressed(time, at)), [1, 2, 1, 2]);
        assert_eq!(hands.pressed(5.0, at), 1);
        assert_eq!(hands.pressed(5.1, Pos2::new(40.0, 10.0)), 1);
    }
}
