//! Where in a damaged file a field or a record belongs: what comes next says more than the brackets before it.
//!
//! A field belongs to the record that knows its name and lacks it yet, a record to the list whose records have its
//! fields. The brackets decide only where there are several such places.

use super::{
    grammar::{FieldForm, Holds, RecordForm},
    levels::{Grown, Levels},
};

/// Where a field belongs.
#[derive(Clone, Copy, Debug)]
pub(super) enum FieldPlace {
    /// In the record at that level.
    In(usize, &'static FieldForm),
    /// In a record that is a field of the one at that level and whose beginning is missing.
    Within(usize, &'static FieldForm, &'static FieldForm),
    /// In a record of the list at that level whose beginning is missing.
    NextRecord(usize, &'static RecordForm, &'static FieldForm),
    /// In the record at that level, whose list or record of this name goes on.
    Again(usize, &'static FieldForm),
}

impl FieldPlace {
    /// The level of the record or list that it names.
    pub(super) const fn depth(self) -> usize {
        match self {
            Self::In(depth, _)
            | Self::Within(depth, ..)
            | Self::NextRecord(depth, ..)
            | Self::Again(depth, _) => depth,
        }
    }

    /// The field itself.
    pub(super) const fn field(self) -> &'static FieldForm {
        match self {
            Self::In(_, field)
            | Self::Within(.., field)
            | Self::NextRecord(.., field)
            | Self::Again(_, field) => field,
        }
    }
}

/// Where a record belongs that has no name.
#[derive(Clone, Copy, Debug)]
pub(super) enum RecordPlace {
    /// It has begun already.
    Begun,
    /// In the list at that level.
    In(usize, &'static RecordForm),
    /// In a list of the record at that level, or of the record that is that field of it.
    InField(usize, Option<&'static FieldForm>, &'static FieldForm),
}

/// Where the field `name` belongs; `None`: nobody knows it.
pub(super) fn place_of_field(levels: &Levels<'_>, name: &str) -> Option<FieldPlace> {
    let top = levels.top();
    let missing = |depth: usize| {
        let field = form_at(levels, depth)?.field(name)?;
        (!levels.has(depth, name)).then_some(FieldPlace::In(depth, field))
    };
    let here = form_at(levels, top);
    let known = here.and_then(|form| form.field(name));
    let deeper = || (top + 1..levels.all().len()).rev().find_map(missing);
    let next = || match levels.all().get(top)?.grown {
        Grown::List(form, _) => form.field(name).map(|field| FieldPlace::NextRecord(top, form, field)),
        _ => None,
    };
    let outer = || {
        let is_near = |place: &FieldPlace| match place {
            FieldPlace::In(depth, field) => field.holds.is_container() || depth + 1 >= top,
            _ => false,
        };
        (0..top).rev().find_map(|depth| missing(depth).filter(is_near))
    };
    let again = || {
        let field = |depth: usize| form_at(levels, depth)?.field(name).filter(|of| of.holds.is_container());
        (0..levels.all().len()).rev().find_map(|depth| Some(FieldPlace::Again(depth, field(depth)?)))
    };
    let in_doubt = || levels.is_doubtful().then(deeper).flatten();
    in_doubt()
        .or_else(|| missing(top))
        .or_else(deeper)
        .or_else(|| known.filter(|field| !field.holds.is_container()).map(|field| FieldPlace::In(top, field)))
        .or_else(|| nearly(levels, top, name))
        .or_else(|| within(levels, top, name))
        .or_else(next)
        .or_else(outer)
        .or_else(again)
}

/// Where a record with fields of these `names` belongs; `None`: nobody knows it.
pub(super) fn place_of_record(levels: &Levels<'_>, names: &[&str]) -> Option<RecordPlace> {
    let top = levels.top();
    let here = levels.all().get(top).map(|level| &level.grown);
    if let Some(Grown::Record(form, fields)) = here
        && fields.is_empty()
        && levels.unclosed() == levels.all().len()
        && names.first().is_none_or(|name| *name == form.key())
    {
        return Some(RecordPlace::Begun);
    }
    let own = match here {
        Some(Grown::List(form, _)) => Some((score(form, names), RecordPlace::In(top, form))),
        _ => None,
    };
    let found = lists(levels).filter_map(|(form, place)| {
        let score = score(form, names);
        let is_one = if names.first().is_some_and(|name| *name == form.key()) {
            score > 0
        } else {
            names.first().is_some_and(|name| is_nearly(name, form.key()))
                && score > 0
                && score + 1 == names.len()
        };
        is_one.then_some((score, place))
    });
    // The list that goes on needs no more than a chance, unless it may not be the one; of others that are equal it is
    // the first.
    let chance = usize::from(!levels.is_doubtful());
    let own = own.map(|(score, place)| (score + chance, place));
    let better = |best: (usize, _), other: (usize, _)| if other.0 > best.0 { other } else { best };
    let best = if levels.is_doubtful() {
        found.chain(own).reduce(better)
    } else {
        own.into_iter().chain(found).reduce(better)
    };
    best.map(|(_, place)| place)
}

/// How many of `names` the record has.
fn score(form: &RecordForm, names: &[&str]) -> usize {
    names.iter().filter(|name| form.field(name).is_some()).count()
}

/// All lists that there are: those that are open, the innermost first, then those of the records that are open.
fn lists(levels: &Levels<'_>) -> impl Iterator<Item = (&'static RecordForm, RecordPlace)> {
    let open = levels.all().iter().enumerate().rev().filter_map(|(depth, level)| match level.grown {
        Grown::List(form, _) => Some((form, RecordPlace::In(depth, form))),
        _ => None,
    });
    let fields = (0..levels.all().len()).rev().filter_map(|depth| Some((depth, form_at(levels, depth)?)));
    let fields = fields.flat_map(|(depth, form)| {
        let own = lists_of(form).map(move |(of, field)| (of, RecordPlace::InField(depth, None, field)));
        let inner = form.fields().flat_map(move |outer| {
            let form = if let Holds::Record(form) = outer.holds { Some(form) } else { None };
            form.into_iter()
                .flat_map(lists_of)
                .map(move |(of, field)| (of, RecordPlace::InField(depth, Some(outer), field)))
        });
        own.chain(inner)
    });
    open.chain(fields)
}

fn lists_of(form: &'static RecordForm) -> impl Iterator<Item = (&'static RecordForm, &'static FieldForm)> {
    form.fields().filter_map(|field| match field.holds {
        Holds::List(of) => Some((of, field)),
        _ => None,
    })
}

fn form_at(levels: &Levels<'_>, depth: usize) -> Option<&'static RecordForm> {
    match levels.all().get(depth)?.grown {
        Grown::Record(form, _) => Some(form),
        _ => None,
    }
}

/// A field that the record at `depth` lacks and that is called nearly so.
fn nearly(levels: &Levels<'_>, depth: usize, name: &str) -> Option<FieldPlace> {
    let form = form_at(levels, depth)?;
    if form.field(name).is_some() {
        return None;
    }
    let mut fields = form.fields().filter(|field| !levels.has(depth, field.name));
    fields.find(|field| is_nearly(name, field.name)).map(|field| FieldPlace::In(depth, field))
}

/// A field of a record that the one at `depth` lacks.
fn within(levels: &Levels<'_>, depth: usize, name: &str) -> Option<FieldPlace> {
    let mut lacking = form_at(levels, depth)?.fields().filter(|field| !levels.has(depth, field.name));
    lacking.find_map(|outer| match outer.holds {
        Holds::Record(form) => form.field(name).map(|field| FieldPlace::Within(depth, outer, field)),
        _ => None,
    })
}

/// Whether two names differ in one letter at most: put in, left out, or another.
fn is_nearly(a: &str, b: &str) -> bool {
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(same..).unwrap_or_default(), b.get(same..).unwrap_or_default());
    let without_first = |text: &str| text.get(1..).map(str::to_owned);
    let (shorter_a, shorter_b) = (without_first(a), without_first(b));
    shorter_a.as_deref() == Some(b)
        || shorter_b.as_deref() == Some(a)
        || shorter_a.is_some() && shorter_a == shorter_b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_in_a_letter_are_nearly_the_same() {
        for (a, b) in
            [("stps", "steps"), ("steps", "stps"), ("stebs", "steps"), ("i", "id"), ("steps.", "steps")]
        {
            assert!(is_nearly(a, b), "{a} {b}");
        }
        for (a, b) in [("kind", "lane"), ("steps", "stp"), ("", "id")] {
            assert!(!is_nearly(a, b), "{a} {b}");
        }
    }
}
