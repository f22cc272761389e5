//! RON as this program writes it.
//!
//! Layout is part of the format's use, since people read and merge these files, and RON's own pretty printer
//! offers one depth for everything; so the lines are laid here. Knows nothing of documents. A value that is an
//! empty string is one that may be left out, and its field is not written.

use std::fmt::Write as _;

/// The longest map that stays on one line, in characters, if it has several entries.
const WIDTH: usize = 100;

/// A field and its finished value; not written where the value is empty.
pub(super) type Field = (&'static str, String);

/// Lines of RON.
#[derive(Default)]
pub(super) struct Writer {
    out: String,
    depth: usize,
}

impl Writer {
    /// What was written.
    pub(super) fn finish(self) -> String {
        self.out
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
    }

    /// One line.
    pub(super) fn line(&mut self, text: &str) {
        self.indent();
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// A line that opens brackets; the next lines go inside.
    pub(super) fn open(&mut self, text: &str) {
        self.line(text);
        self.depth += 1;
    }

    /// The line that closes them.
    pub(super) fn close(&mut self, text: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.line(text);
    }

    /// `name: value,` on a line of its own, unless the value is empty.
    pub(super) fn field(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.indent();
            self.out.extend([name, ": ", value, ",\n"]);
        }
    }

    /// A map: on one line if it is short or has one entry, else one line for each entry. Nothing if empty.
    pub(super) fn map<S: AsRef<str>>(&mut self, name: &str, entries: impl Iterator<Item = (S, S)>) {
        let entry = |(key, value): (S, S)| format!("{}: {}", string(key.as_ref()), string(value.as_ref()));
        let entries: Vec<String> = entries.map(entry).collect();
        let length: usize = entries.iter().map(|entry| entry.chars().count() + 2).sum();
        match entries.as_slice() {
            [] => {}
            several if several.len() > 1 && length > WIDTH => {
                self.open(&format!("{name}: {{"));
                for entry in several {
                    self.line(&format!("{entry},"));
                }
                self.close("},");
            }
            few => self.field(name, &format!("{{{}}}", few.join(", "))),
        }
    }

    /// `name: [`, each record as `write` puts it, `],`; nothing if there are no records.
    pub(super) fn list<T>(
        &mut self,
        name: &str,
        records: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        let mut records = records.into_iter().peekable();
        if records.peek().is_some() {
            self.open(&format!("{name}: ["));
            records.for_each(|record| write(self, record));
            self.close("],");
        }
    }
}

/// `(name: value, …)` on one line; empty where no field has a value.
pub(super) fn record(fields: &[Field]) -> String {
    let mut out = String::new();
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        out.push_str(if out.is_empty() { "(" } else { ", " });
        out.extend([name, ": ", value]);
    }
    if !out.is_empty() {
        out.push(')');
    }
    out
}

/// A string in quotes. Line breaks and tabs are escaped, so that a record stays one line and a change of line
/// ends does not change texts; so is what nobody could see in a diff.
pub(super) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}'
            | '\u{7f}'..='\u{a0}'
            | '\u{ad}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202f}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => {
                write!(out, "\\u{{{:x}}}", u32::from(c)).unwrap_or_default();
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A number, with a point.
pub(super) fn number(value: f64) -> String {
    format!("{value:?}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_read_back_as_they_were() {
        for text in
            ["", "It's \"so\" \\ n", "a\n\tb", "\u{a0}\u{202e}x\u{feff}\u{301}", "日本 👩‍💻", "r#\"//(\"#"]
        {
            assert_eq!(ron::from_str::<String>(&string(text)).as_deref(), Ok(text));
            assert_eq!(string(text).lines().count(), 1);
        }
        assert_eq!(string("It's"), "\"It's\"");
    }

    #[test]
    fn numbers_stay_short() {
        assert_eq!(number(136.0), "136.0");
        assert_eq!(number(-0.07), "-0.07");
        assert_eq!(ron::from_str::<f64>(&number(1e300)), Ok(1e300));
    }
}
