//! JSON of the neutral form, read within limits.
//!
//! What is not understood is passed over while it is read and takes no memory; so a small file of any make stays
//! small. A record is the names of its fields and their values; what they mean is the reader's part.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use crate::{geom::Point, model::LIMIT_STEPS};

/// The most pools, lanes, nodes or edges that are taken.
const MOST_RECORDS: usize = LIMIT_STEPS * 4;
/// The most fields of a record, and the most fields of a page that are not known.
const MOST_FIELDS: usize = 100;

/// A page of the form.
#[derive(Default)]
pub(super) struct FormPage {
    pub(super) direction: Option<String>,
    pub(super) pools: Option<Vec<FormRecord>>,
    pub(super) lanes: Option<Vec<FormRecord>>,
    pub(super) nodes: Option<Vec<FormRecord>>,
    pub(super) edges: Option<Vec<FormRecord>>,
    /// The names of fields that the form does not have.
    pub(super) others: Vec<String>,
}

/// A pool, lane, node or edge.
#[derive(Default)]
pub(super) struct FormRecord {
    fields: Vec<(String, FormValue)>,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum FormValue {
    Null,
    Number(f64),
    Text(String),
    /// A list of two numbers.
    Pair(Point),
    /// A list of such.
    Points(Vec<Point>),
    /// Anything else.
    Other,
}

impl FormRecord {
    /// What stands in the field `name`.
    pub(super) fn get(&self, name: &str) -> Option<&FormValue> {
        self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The text in the field `name`; a number is a text too.
    pub(super) fn string(&self, name: &str) -> Option<String> {
        match self.get(name)? {
            FormValue::Text(text) => Some(text.clone()),
            FormValue::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    pub(super) fn number(&self, name: &str) -> Option<f64> {
        match self.get(name)? {
            FormValue::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn points(&self, name: &str) -> &[Point] {
        match self.get(name) {
            Some(FormValue::Points(points)) => points,
            _ => &[],
        }
    }

    /// The fields that are none of `known`.
    pub(super) fn others(&self, known: &[&str]) -> impl Iterator<Item = (&str, &FormValue)> {
        let fields = self.fields.iter().filter(move |(name, _)| !known.contains(&name.as_str()));
        fields.map(|(name, value)| (name.as_str(), value))
    }
}

struct PageVisitor;

impl<'de> Visitor<'de> for PageVisitor {
    type Value = FormPage;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with lanes, nodes and edges")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FormPage, A::Error> {
        let mut page = FormPage::default();
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "direction" => page.direction = map.next_value()?,
                "pools" => page.pools = Some(map.next_value::<Records>()?.0),
                "lanes" => page.lanes = Some(map.next_value::<Records>()?.0),
                "nodes" => page.nodes = Some(map.next_value::<Records>()?.0),
                "edges" => page.edges = Some(map.next_value::<Records>()?.0),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    push(&mut page.others, name, MOST_FIELDS)?;
                }
            }
        }
        Ok(page)
    }
}

impl<'de> Deserialize<'de> for FormPage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PageVisitor)
    }
}

/// Adds to a list that may only become so long.
fn push<T, E: Error>(list: &mut Vec<T>, value: T, most: usize) -> Result<(), E> {
    if list.len() >= most {
        return Err(E::custom(format_args!("more than {most} in one list")));
    }
    list.push(value);
    Ok(())
}

struct Records(Vec<FormRecord>);

struct RecordsVisitor;

impl<'de> Visitor<'de> for RecordsVisitor {
    type Value = Records;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Records, A::Error> {
        let mut records = Vec::new();
        while let Some(record) = list.next_element()? {
            push(&mut records, record, MOST_RECORDS)?;
        }
        Ok(Records(records))
    }
}

impl<'de> Deserialize<'de> for Records {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(RecordsVisitor)
    }
}

struct RecordVisitor;

impl<'de> Visitor<'de> for RecordVisitor {
    type Value = FormRecord;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FormRecord, A::Error> {
        let mut fields: Vec<(String, FormValue)> = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            let value = map.next_value()?;
            push(&mut fields, (name, value), MOST_FIELDS)?;
        }
        Ok(FormRecord { fields })
    }
}

impl<'de> Deserialize<'de> for FormRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RecordVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = FormValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<FormValue, E> {
        Ok(FormValue::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<FormValue, E> {
        Ok(FormValue::Text(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<FormValue, E> {
        Ok(FormValue::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<FormValue, E> {
        Ok(FormValue::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<FormValue, E> {
        Ok(FormValue::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<FormValue, E> {
        Ok(FormValue::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<FormValue, A::Error> {
        let mut numbers = Vec::new();
        let mut points = Vec::new();
        let mut count = 0;
        while let Some(value) = list.next_element()? {
            count += 1;
            match value {
                FormValue::Number(number) if count <= 2 => numbers.push(number),
                FormValue::Pair(point) if count == points.len() + 1 => points.push(point),
                // Nothing that is understood: no room is made for it.
                _ => {}
            }
        }
        Ok(match numbers.as_slice() {
            [x, y] if count == 2 => FormValue::Pair(Point::new(*x, *y)),
            _ if points.len() == count => FormValue::Points(points),
            _ => FormValue::Other,
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FormValue, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(FormValue::Other)
    }
}

impl<'de> Deserialize<'de> for FormValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(json: &str) -> FormValue {
        let record: FormRecord = serde_json::from_str(&format!("{{\"v\": {json}}}")).unwrap();
        record.get("v").unwrap().clone()
    }

    #[test]
    fn values_are_what_the_form_has_or_nothing() {
        assert_eq!(value("null"), FormValue::Null);
        assert_eq!(value("-3"), FormValue::Number(-3.0));
        assert_eq!(value("true"), FormValue::Text("true".to_owned()));
        assert_eq!(value("[1, 2.5]"), FormValue::Pair(Point::new(1.0, 2.5)));
        assert_eq!(
            value("[[1, 2], [3, 4]]"),
            FormValue::Points(vec![Point::new(1.0, 2.0), Point::new(3.0, 4.0)])
        );
        assert_eq!(value("[]"), FormValue::Points(Vec::new()));
        for odd in [
            "[1]",
            "[1, 2, 3]",
            "[[1, 2], 3]",
            "[[1, 2], [3]]",
            "[null, [1, 2]]",
            "{\"a\": [1]}",
            "[[[1, 2]]]",
        ] {
            assert_eq!(value(odd), FormValue::Other, "{odd}");
        }
    }

    #[test]
    fn lists_without_end_are_refused() {
        let fields: Vec<String> = (0..=MOST_FIELDS).map(|nth| format!("\"f{nth}\": 0")).collect();
        assert!(serde_json::from_str::<FormRecord>(&format!("{{{}}}", fields.join(","))).is_err());
        assert!(serde_json::from_str::<FormPage>("{\"nodes\": [[]]}").is_err());
        assert!(serde_json::from_str::<FormPage>("[]").is_err());
    }
}
