//! What a cell says.

use super::{column::Column, next, rows::Rows};
use crate::{model::Step, scene::kind_name, text::markup::one_line, ui::panels::Shown};

/// What is written in the cell, as it is edited and copied: all lines, with their markup.
pub(super) fn source(shown: &Shown<'_>, rows: &Rows, step: &Step, column: &Column) -> String {
    match column {
        Column::Number => rows.number(&step.id).map(|number| number.to_string()).unwrap_or_default(),
        Column::Text(lang) => step.text.exactly(lang).unwrap_or_default().to_owned(),
        Column::Kind => kind_name(shown.catalog, step.kind),
        Column::Lane => {
            let lane = shown.lane(&step.lane);
            lane.map(|lane| shown.band_name(&lane.title, lane.id.as_str())).unwrap_or_default()
        }
        Column::Phase => {
            let phase = step.phase.as_ref().and_then(|id| shown.phase(id));
            phase.map(|phase| shown.band_name(&phase.title, phase.id.as_str())).unwrap_or_default()
        }
        Column::Next => next::said(shown, rows, &step.id),
        Column::Time(usual) => usual.said(shown.catalog, &step.time),
        Column::Detail(detail) => {
            step.details.get(*detail).exactly(shown.lang).unwrap_or_default().to_owned()
        }
    }
}

/// The same as it is read in a row.
pub(super) fn line(shown: &Shown<'_>, rows: &Rows, step: &Step, column: &Column) -> String {
    let source = source(shown, rows, step, column);
    match column {
        Column::Text(_) | Column::Detail(_) => one_line(&source),
        Column::Number | Column::Kind | Column::Lane | Column::Phase | Column::Next | Column::Time(_) => {
            source
        }
    }
}
