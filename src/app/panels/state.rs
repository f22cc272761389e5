//! Which panels are shown and how large, as a person left them: part of the settings.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ui::panels::OutlineOrder;

/// A panel that can be hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelName {
    /// Symbols and outline.
    Symbols,
    /// Properties.
    Properties,
    /// What the check found.
    Problems,
    /// The steps as a table.
    Table,
    /// The small map.
    Map,
}

/// A panel as a person left it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PanelState {
    /// Whether it is shown.
    pub is_visible: bool,
    /// Its width, or its height where it lies below the canvas, in points.
    pub size: f32,
}

impl PanelState {
    fn with_change(self, before: Self, after: Self) -> Self {
        Self {
            is_visible: changed(self.is_visible, &before.is_visible, after.is_visible),
            size: changed(self.size, &before.size, after.size),
        }
    }
}

/// `now`, or what became of `before` in `after` if that changed.
fn changed<T: PartialEq>(now: T, before: &T, after: T) -> T {
    if *before == after { now } else { after }
}

/// The panels of the window as a person left them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Panels {
    /// Symbols and outline.
    pub symbols: PanelState,
    /// Properties.
    pub properties: PanelState,
    /// What the check found.
    pub problems: PanelState,
    /// The steps as a table.
    pub table: PanelState,
    /// The small map, which has a size of its own.
    pub map: PanelState,
    /// Whether the symbols are a list with names, or else a grid.
    pub lists_symbols: bool,
    /// The groups of the properties that a person opened or folded, by their names in the catalogue.
    pub groups: BTreeMap<String, bool>,
    /// By what the outline lists the steps.
    pub outline_order: OutlineOrder,
}

/// The most groups that are read from a file: more than there are.
const MOST_GROUPS: usize = 100;

impl Default for Panels {
    fn default() -> Self {
        let shown = |size: f32| PanelState { is_visible: true, size };
        Self {
            symbols: shown(220.0),
            properties: shown(272.0),
            problems: PanelState { is_visible: false, size: 220.0 },
            table: PanelState { is_visible: false, size: 260.0 },
            map: shown(0.0),
            lists_symbols: true,
            groups: BTreeMap::new(),
            outline_order: OutlineOrder::default(),
        }
    }
}

impl Panels {
    /// The same with sizes that fit a screen, whatever a file says.
    #[must_use]
    pub(crate) fn checked(self) -> Self {
        let within = |state: PanelState, usual: f32, most: f32| {
            let size = if state.size.is_finite() { state.size.clamp(96.0, most) } else { usual };
            PanelState { size, ..state }
        };
        let fit = |state: PanelState, usual: f32| within(state, usual, 480.0);
        let Self { symbols, properties, problems, table, map, lists_symbols, groups, outline_order } = self;
        let usual = Self::default();
        Self {
            symbols: fit(symbols, usual.symbols.size),
            properties: fit(properties, usual.properties.size),
            // These may be nearly as high as a screen.
            problems: within(problems, usual.problems.size, 1600.0),
            table: within(table, usual.table.size, 1600.0),
            map: PanelState { size: usual.map.size, ..map },
            lists_symbols,
            groups: groups.into_iter().take(MOST_GROUPS).collect(),
            outline_order,
        }
    }

    /// The same with what became of `before` in `after`, and nothing else of either.
    #[must_use]
    pub(crate) fn with_change(self, before: &Self, after: &Self) -> Self {
        let Self { symbols, properties, problems, table, map, lists_symbols, mut groups, outline_order } =
            self;
        let changed_groups =
            after.groups.iter().filter(|(name, is_open)| before.groups.get(*name) != Some(*is_open));
        groups.extend(changed_groups.map(|(name, is_open)| (name.clone(), *is_open)));
        Self {
            symbols: symbols.with_change(before.symbols, after.symbols),
            properties: properties.with_change(before.properties, after.properties),
            problems: problems.with_change(before.problems, after.problems),
            table: table.with_change(before.table, after.table),
            map: map.with_change(before.map, after.map),
            lists_symbols: changed(lists_symbols, &before.lists_symbols, after.lists_symbols),
            groups,
            outline_order: changed(outline_order, &before.outline_order, after.outline_order),
        }
    }

    pub(crate) const fn state(&self, name: PanelName) -> &PanelState {
        match name {
            PanelName::Symbols => &self.symbols,
            PanelName::Properties => &self.properties,
            PanelName::Problems => &self.problems,
            PanelName::Table => &self.table,
            PanelName::Map => &self.map,
        }
    }

    const fn state_mut(&mut self, name: PanelName) -> &mut PanelState {
        match name {
            PanelName::Symbols => &mut self.symbols,
            PanelName::Properties => &mut self.properties,
            PanelName::Problems => &mut self.problems,
            PanelName::Table => &mut self.table,
            PanelName::Map => &mut self.map,
        }
    }

    /// Hides a panel that is shown, and the other way round.
    pub(crate) const fn toggle(&mut self, name: PanelName) {
        let state = self.state_mut(name);
        state.is_visible = !state.is_visible;
    }
}
