//! How much of a window the panels beside the canvas have: the chart keeps half of it.

use super::state::{PanelName, Panels};

/// The part of the width that the panels at both sides have together.
const SIDES: f32 = 0.5;
/// The least widths of the panels; in less they are folded.
pub(super) const LEAST_SYMBOLS: f32 = 200.0;
pub(super) const LEAST_PROPERTIES: f32 = 240.0;
/// Their most, in points and as parts of the width.
const MOST_SYMBOLS: f32 = 420.0;
const MOST_PROPERTIES: f32 = 480.0;
const PART_OF_SYMBOLS: f32 = 0.25;
const PART_OF_PROPERTIES: f32 = 0.3;
/// The width of the strip that a folded panel leaves.
pub(super) const STRIP: f32 = 36.0;

/// The most that each panel may be wide; `None`: it is folded to a strip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct SideRoom {
    pub(super) symbols: Option<f32>,
    pub(super) properties: Option<f32>,
}

impl SideRoom {
    /// The room in a window of `width`; `opened` is the panel that a person opened where not all have room.
    pub(super) fn of(width: f32, panels: &Panels, opened: Option<PanelName>) -> Self {
        let room = SIDES * width;
        let both = panels.symbols.is_visible && panels.properties.is_visible;
        let most_symbols = (PART_OF_SYMBOLS * width).clamp(LEAST_SYMBOLS, MOST_SYMBOLS);
        let most_properties = (PART_OF_PROPERTIES * width).clamp(LEAST_PROPERTIES, MOST_PROPERTIES);
        if both && room >= LEAST_SYMBOLS + LEAST_PROPERTIES {
            let symbols = most_symbols.min(room - LEAST_PROPERTIES);
            let taken = panels.symbols.size.clamp(LEAST_SYMBOLS, symbols);
            return Self { symbols: Some(symbols), properties: Some(most_properties.min(room - taken)) };
        }
        let is_opened = |name: PanelName| opened == Some(name);
        let alone = |name: PanelName, least: f32, most: f32| {
            let room = if both { room - STRIP } else { room };
            (room >= least || is_opened(name)).then(|| most.min(room).max(least))
        };
        let symbols = || alone(PanelName::Symbols, LEAST_SYMBOLS, most_symbols);
        let properties = || alone(PanelName::Properties, LEAST_PROPERTIES, most_properties);
        match (both, is_opened(PanelName::Symbols)) {
            (true, true) => Self { symbols: symbols(), properties: None },
            (true, false) => Self { symbols: None, properties: properties() },
            (false, _) => Self {
                symbols: if panels.symbols.is_visible { symbols() } else { Some(most_symbols) },
                properties: if panels.properties.is_visible { properties() } else { Some(most_properties) },
            },
        }
    }

    /// The panels that are folded.
    pub(super) fn folded(self) -> Vec<PanelName> {
        let Self { symbols, properties } = self;
        let sides = [(PanelName::Symbols, symbols), (PanelName::Properties, properties)];
        sides.into_iter().filter(|(_, room)| room.is_none()).map(|(name, _)| name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the panels take of a window of `width` at most.
    fn taken(width: f32, opened: Option<PanelName>) -> f32 {
        let SideRoom { symbols, properties } = SideRoom::of(width, &Panels::default(), opened);
        let symbols = symbols.map_or(STRIP, |most| most.min(Panels::default().symbols.size));
        symbols + properties.unwrap_or(STRIP)
    }

    #[test]
    fn the_chart_keeps_half_of_any_window_until_a_person_opens_a_panel() {
        for width in [1920.0, 1280.0, 1024.0, 914.0, 800.0, 640.0, 552.0, 512.0, 400.0] {
            assert!(taken(width, None) <= 0.5 * width, "{width}: {}", taken(width, None));
        }
        assert_eq!(SideRoom::of(1280.0, &Panels::default(), None).folded(), []);
        assert_eq!(SideRoom::of(800.0, &Panels::default(), None).folded(), [PanelName::Symbols]);
        let opened = Some(PanelName::Symbols);
        assert_eq!(SideRoom::of(800.0, &Panels::default(), opened).folded(), [PanelName::Properties]);
        let both = [PanelName::Symbols, PanelName::Properties];
        assert_eq!(SideRoom::of(400.0, &Panels::default(), None).folded(), both);
        assert_eq!(SideRoom::of(400.0, &Panels::default(), opened).folded(), [PanelName::Properties]);
    }

    #[test]
    fn a_panel_that_is_hidden_leaves_no_strip() {
        let mut panels = Panels::default();
        panels.toggle(PanelName::Symbols);
        assert_eq!(SideRoom::of(800.0, &panels, None).folded(), []);
    }
}
