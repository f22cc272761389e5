//! Colours and weights of a picture.

use crate::model::{Color, Role, StepKind, ThemeName};

/// The colours of a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink {
    /// The header's ground.
    pub header: Color,
    /// The title on it.
    pub title: Color,
    /// The band's ground.
    pub tint: Color,
}

/// The look of a picture: every colour and weight that a scene uses.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    name: ThemeName,
    /// Text.
    pub ink: Color,
    /// Outlines and connectors.
    pub line: Color,
    /// Text of less weight.
    pub muted: Color,
    /// Rules between captions.
    pub rule: Color,
    /// The frame and the lanes' borders.
    pub frame: Color,
    /// The phase band.
    pub phase: Color,
    /// The line between phases.
    pub separator: Color,
    /// What widths of lines are multiplied by.
    pub weight: f64,
}

impl Theme {
    /// The look `name`.
    pub const fn of(name: ThemeName) -> Self {
        let standard = Self {
            name,
            ink: Color::hex(0x1F_29_37),
            line: Color::hex(0x2F_3B_4C),
            muted: Color::hex(0x52_60_71),
            rule: Color::hex(0xC3_CC_D6),
            frame: Color::hex(0x87_93_A1),
            phase: Color::hex(0xE7_EC_F1),
            separator: Color::hex(0x94_A1_AF),
            weight: 1.0,
        };
        match name {
            ThemeName::Standard => standard,
            ThemeName::BlackAndWhite => Self {
                line: Color::BLACK,
                frame: Color::BLACK,
                phase: Color::WHITE,
                separator: Color::BLACK,
                ..standard
            },
            ThemeName::HighContrast => Self {
                ink: Color::BLACK,
                line: Color::BLACK,
                muted: Color::BLACK,
                rule: Color::BLACK,
                frame: Color::BLACK,
                phase: Color::WHITE,
                separator: Color::BLACK,
                weight: 1.5,
                ..standard
            },
        }
    }

    /// The colours of a lane of `role`; `nth` counts the page's lanes of the role `Other` from 0.
    pub fn lane(&self, role: Role, nth: usize) -> Ink {
        let (header, tint) = match role {
            Role::Customer => (0x1A_4F_8B, 0xEF_F4_FA),
            Role::Employee => (0x1B_80_68, 0xED_F6_F3),
            Role::ServiceDepartment => (0x9A_5B_00, 0xFB_F4_E9),
            Role::ProcessOwner => (0x6A_21_59, 0xF7_F0_F5),
            Role::Other => OTHERS.get(nth % OTHERS.len()).copied().unwrap_or((0x46_50_5E, 0xF2_F4_F6)),
        };
        match self.name {
            ThemeName::Standard => {
                Ink { header: Color::hex(header), title: Color::WHITE, tint: Color::hex(tint) }
            }
            ThemeName::BlackAndWhite => Ink { header: Color::WHITE, title: self.ink, tint: Color::WHITE },
            ThemeName::HighContrast => Ink { header: Color::BLACK, title: Color::WHITE, tint: Color::WHITE },
        }
    }

    /// The inside of a step.
    pub const fn step_fill(&self, kind: StepKind) -> Color {
        match (self.name, kind) {
            (ThemeName::Standard, StepKind::Decision(_)) => Color::hex(0xFF_F8_DC),
            (ThemeName::Standard, StepKind::Start | StepKind::End(_)) => Color::hex(0xE4_EA_F1),
            (ThemeName::Standard, StepKind::Note) => Color::hex(0xFF_FD_F2),
            _ => Color::WHITE,
        }
    }

    /// The width of a step's outline.
    pub fn step_weight(&self, kind: StepKind) -> f64 {
        self.weight
            * match kind {
                StepKind::End(_) => 2.25,
                StepKind::Note => 1.0,
                _ => 1.25,
            }
    }

    /// The width of a connector.
    pub fn connector_weight(&self) -> f64 {
        1.25 * self.weight
    }

    /// Whether lane headers need a frame of their own because they are as white as the lanes.
    pub const fn frames_headers(&self) -> bool {
        matches!(self.name, ThemeName::BlackAndWhite)
    }
}

/// Header and tint of lanes without a standard role: hues at one lightness, white text at 7 : 1 or more.
const OTHERS: [(u32, u32); 5] = [
    (0x46_50_5E, 0xF2_F4_F6),
    (0x2F_5D_62, 0xEF_F5_F6),
    (0x5B_4A_7A, 0xF4_F2_F8),
    (0x6B_4A_2F, 0xF7_F3_EF),
    (0x7A_3B_4A, 0xF8_F1_F3),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lane_is_readable() {
        for name in [ThemeName::Standard, ThemeName::BlackAndWhite, ThemeName::HighContrast] {
            let theme = Theme::of(name);
            for role in Role::ALL {
                for nth in 0..OTHERS.len() {
                    let ink = theme.lane(role, nth);
                    assert!(ink.title.contrast(ink.header) >= 4.5, "{name:?} {role:?} {nth}");
                    assert!(theme.ink.contrast(ink.tint) >= 7.0, "{name:?} {role:?} {nth}");
                }
            }
        }
    }
}
