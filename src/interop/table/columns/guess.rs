//! What columns mean whose headers say nothing: by their place and by what is in them.

use std::collections::BTreeSet;

use super::{
    field::StepField,
    found::{Basis, Table},
    kinds,
    lists::split,
};
use crate::interop::table::cells::cell::TableCell;

/// How many rows are looked at.
const SAMPLE: usize = 200;
/// How many of the values (in percent) must be of a kind.
const MOST: usize = 80;

/// Gives a meaning to columns without one where a table lacks it: the description always, the others only where no
/// header was understood.
pub(super) fn guess_fields(table: &mut Table) {
    let is_headless = !table.columns.iter().any(|column| column.field.is_single());
    if table.column_of(StepField::Description).is_none() {
        let found =
            if is_headless { longest(table) } else { between_id_and_next(table).or_else(|| longest(table)) };
        assign(table, found, StepField::Description);
    }
    // Without a description nothing says that these are steps at all.
    if !is_headless || table.column_of(StepField::Description).is_none() {
        return;
    }
    let id = first_unassigned(table, is_id);
    assign(table, id, StepField::Id);
    if let Some(id) = id {
        let ids: BTreeSet<String> = texts(table, id).map(str::to_owned).collect();
        let next = first_unassigned(table, |values| {
            most(values, |value| split(value).iter().all(|of| of.is_empty() || ids.contains(*of)))
        });
        assign(table, next, StepField::Next);
    }
    let kind = first_unassigned(table, |values| {
        most(values, |value| !matches!(kinds::read(value), kinds::KindReading::Unknown))
    });
    assign(table, kind, StepField::Kind);
    let function = first_unassigned(table, |values| {
        let distinct: BTreeSet<&str> = values.iter().copied().collect();
        values.len() > 3 && distinct.len() * 2 <= values.len()
    });
    assign(table, function, StepField::Function);
}

fn assign(table: &mut Table, column: Option<usize>, field: StepField) {
    if let Some(column) = column.and_then(|index| table.columns.get_mut(index)) {
        (column.field, column.basis) = (field, Basis::Guess);
    }
}

/// The values of a column in the first rows.
fn texts(table: &Table, column: usize) -> impl Iterator<Item = &str> {
    let cells = table.rows.iter().take(SAMPLE).filter_map(move |row| row.cells.get(column)?.as_ref());
    cells.map(|cell: &TableCell| cell.text.as_ref())
}

fn unassigned(table: &Table) -> impl Iterator<Item = usize> {
    let columns = table.columns.iter().enumerate();
    columns.filter(|(_, column)| column.field == StepField::Property).map(|(index, _)| index)
}

fn first_unassigned(table: &Table, fits: impl Fn(&[&str]) -> bool) -> Option<usize> {
    unassigned(table).find(|index| {
        let values: Vec<&str> = texts(table, *index).collect();
        !values.is_empty() && fits(&values)
    })
}

/// The column right between the id and what comes next: where Visio has the description, whatever it is called.
fn between_id_and_next(table: &Table) -> Option<usize> {
    let (id, next) = (table.column_of(StepField::Id)?, table.column_of(StepField::Next)?);
    (id + 2 == next).then_some(id + 1).filter(|middle| unassigned(table).any(|index| index == *middle))
}

/// The column with the longest texts, of those that hold words.
fn longest(table: &Table) -> Option<usize> {
    let mean = |index: &usize| {
        let lengths: Vec<usize> = texts(table, *index).map(str::len).collect();
        lengths.iter().sum::<usize>() * 100 / lengths.len().max(1)
    };
    // `max_by_key` gives the last of equals.
    let is_prose = |index: &usize| {
        let values: Vec<&str> = texts(table, *index).collect();
        let distinct: BTreeSet<&str> = values.iter().copied().collect();
        distinct.len() * 2 > values.len() && most(&values, |value| value.contains(char::is_alphabetic))
    };
    let candidates: Vec<usize> = unassigned(table).filter(is_prose).collect();
    candidates.into_iter().rev().max_by_key(mean)
}

/// Whether `values` are short and each is there once.
fn is_id(values: &[&str]) -> bool {
    let distinct: BTreeSet<&str> = values.iter().copied().collect();
    distinct.len() == values.len() && values.iter().all(|value| value.len() <= 12 && !value.contains(' '))
}

fn most(values: &[&str], is: impl Fn(&str) -> bool) -> bool {
    values.iter().filter(|value| is(value)).count() * 100 >= values.len() * MOST
}
