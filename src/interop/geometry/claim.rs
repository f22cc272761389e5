//! Whether a text is in the form, told from its beginning.

use std::fmt;

use serde::{
    Deserializer,
    de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

/// Whether `text`, of which only the beginning may be there, is the neutral geometry of a page.
///
/// Other programs have nodes and edges in their JSON, too. It is the form where lanes come with a direction, as we
/// write them; else the first node has a label or the first edge a source and a target, and neither speaks against
/// it.
pub fn is_geometry(text: &str) -> bool {
    let mut seen = SeenPage::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    // What is cut off or broken behind its beginning is judged by its beginning.
    PageSeed(&mut seen).deserialize(&mut reader).unwrap_or_default();
    let records = [seen.node, seen.edge];
    let is_ours = seen.has_direction && seen.has_lanes;
    is_ours || (records.contains(&Some(true)) && !records.contains(&Some(false)))
}

/// What was seen of a page until now.
#[derive(Default)]
struct SeenPage {
    has_direction: bool,
    has_lanes: bool,
    /// Whether the first node is one of the form; `None`: none was seen.
    node: Option<bool>,
    /// The same of the first edge.
    edge: Option<bool>,
}

/// Notes what it sees as it comes, so that it is there when the text ends too early.
struct PageSeed<'s>(&'s mut SeenPage);

impl<'de> DeserializeSeed<'de> for PageSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for PageSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self(seen) = self;
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "direction" => {
                    let direction = map.next_value::<serde_json::Value>()?;
                    seen.has_direction = direction == "LR" || direction == "TB";
                }
                "lanes" => {
                    seen.has_lanes = true;
                    map.next_value::<IgnoredAny>()?;
                }
                "nodes" => {
                    let needed = &["label"];
                    map.next_value_seed(RecordsSeed { needed, is_ours: &mut seen.node })?;
                }
                "edges" => {
                    let needed = &["source", "target"];
                    map.next_value_seed(RecordsSeed { needed, is_ours: &mut seen.edge })?;
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}

/// Looks whether the first record of a list has the fields that are `needed`.
struct RecordsSeed<'s> {
    needed: &'static [&'static str],
    is_ours: &'s mut Option<bool>,
}

impl<'de> DeserializeSeed<'de> for RecordsSeed<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for RecordsSeed<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Some(first) = list.next_element::<serde_json::Value>()? else { return Ok(()) };
        let first = first.as_object().ok_or_else(|| A::Error::custom("an object is needed"))?;
        *self.is_ours = Some(self.needed.iter().all(|name| first.contains_key(*name)));
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_told_from_what_other_programs_write() {
        for (text, is_ours) in [
            (r#"{"direction": "LR", "lanes": [], "nodes": [], "edges": []}"#, true),
            (r#"{"direction": "TB", "lanes": [{"id": "a", "la"#, true),
            (r#"{"nodes": [{"id": "a", "label": "Call"}], "edges": []}"#, true),
            (r#"{"nodes": [{"id": "a", "label": "Call"}, {"id": "#, true),
            (r#"{"edges": [{"source": "a", "target": "b"}]}"#, true),
            (r#"{"nodes": [], "edges": []}"#, false),
            (r#"{"direction": "north", "lanes": []}"#, false),
            // A board, and two forms of libraries that draw graphs.
            (r#"{"nodes": [{"id": "a", "type": "text", "text": "x"}], "edges": []}"#, false),
            (r#"{"nodes": [{"id": "1", "data": {"label": "x"}}], "edges": []}"#, false),
            (r#"{"nodes": [{"id": 1, "label": "x"}], "edges": [{"from": 1, "to": 2}]}"#, false),
            (r#"{"nodes": 3}"#, false),
            (r#"{"nodes": [3]}"#, false),
            ("[]", false),
            ("", false),
        ] {
            assert_eq!(is_geometry(text), is_ours, "{text}");
        }
        let deep = format!("{{\"nodes\": {}", "[".repeat(100_000));
        assert!(!is_geometry(&deep));
    }
}
