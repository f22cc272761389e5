//! What marks look like.

use crate::{model::Color, revise::RevisionKind, scene::Stroke};

/// The colours of a mark.
#[derive(Clone, Copy)]
pub(super) struct MarkInk {
    /// Of lines and badges.
    pub(super) line: Color,
    /// Of the ground behind what is marked.
    pub(super) tint: Color,
    /// Of the broad line behind a connector.
    pub(super) band: Color,
}

impl MarkInk {
    /// The colours that say what became of a record.
    pub(super) const fn of(kind: RevisionKind) -> Self {
        let (line, tint, band) = match kind {
            RevisionKind::Added => (0x12_6B_2E, 0xDD_F6_E3, 0x7F_D8_97),
            RevisionKind::Removed => (0xB4_23_18, 0xFF_F3_F1, 0xF3_B0_A8),
            RevisionKind::Changed => (0x9A_45_00, 0xFF_EE_CE, 0xF5_C0_6B),
            RevisionKind::Moved => (0x1D_4E_D8, 0xDF_EA_FF, 0xA9_C5_FA),
        };
        Self { line: Color::hex(line), tint: Color::hex(tint), band: Color::hex(band) }
    }
}

/// The colour of the sign that says what became of a record; white stands out against it.
pub const fn mark_color(kind: RevisionKind) -> Color {
    MarkInk::of(kind).line
}

/// The text of what is gone: paler than the chart's, and readable.
pub(super) const GONE_TEXT: Color = Color::hex(0x8F_4A_43);
/// Dash and gap around what is gone.
pub(super) const GONE_DASH: &[f64] = &[6.0, 3.5];
/// Dash and gap around what only stands elsewhere.
pub(super) const MOVED_DASH: &[f64] = &[3.0, 3.0];
/// The radius of the circle where a step stood that was moved.
pub(super) const TRAIL_START: f64 = 4.0;
/// The width of the line around what is marked.
pub(super) const RING: f64 = 2.25;
/// How far it is from it.
pub(super) const RING_GAP: f64 = 6.0;
/// The width of the broad line behind a connector.
pub(super) const BAND: f64 = 8.0;
/// The broad line behind a connector that only makes way for others, and its width.
pub(super) const SLIGHT: Color = Color::hex(0xC9_D9_F7);
pub(super) const SLIGHT_BAND: f64 = 6.0;
/// The line around a band that does so.
pub(super) const SLIGHT_RING: f64 = 1.25;

/// The line where a connector ran that begins or ends elsewhere now.
pub(super) const fn former_way() -> Stroke {
    Stroke { color: MarkInk::of(RevisionKind::Changed).line, width: 1.5, dash: GONE_DASH }
}

#[cfg(test)]
mod tests {
    use super::{GONE_TEXT, MarkInk};
    use crate::{model::Color, revise::RevisionKind};

    #[test]
    fn marks_can_be_told_from_what_they_stand_on() {
        for kind in RevisionKind::ALL {
            let MarkInk { line, tint, .. } = MarkInk::of(kind);
            assert!(line.contrast(Color::WHITE) >= 4.5, "the sign in a badge of {kind:?}");
            assert!(line.contrast(tint) >= 4.5, "the ring of {kind:?}");
            assert!(Color::hex(0x1F_29_37).contrast(tint) >= 7.0, "the chart's text on {kind:?}");
        }
        assert!(GONE_TEXT.contrast(MarkInk::of(RevisionKind::Removed).tint) >= 4.5);
    }
}
