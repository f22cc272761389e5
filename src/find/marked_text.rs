//! A text on one line, of which parts are pointed out.

use std::ops::Range;

use crate::text::Letter;

/// A text as it is seen, on one line, with what is pointed out in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkedText {
    /// The text.
    pub text: String,
    /// What is pointed out, in bytes and in order.
    pub marks: Vec<Range<usize>>,
}

impl MarkedText {
    /// `letters` with some of them pointed out.
    pub(super) fn new(letters: &[Letter], marked: &[Range<usize>]) -> Self {
        let mut text = String::new();
        let mut starts = Vec::with_capacity(letters.len() + 1);
        for letter in letters {
            starts.push(text.len());
            text.push(if letter.shown.is_whitespace() { ' ' } else { letter.shown });
        }
        starts.push(text.len());
        let byte = |at: usize| starts.get(at).copied().unwrap_or(text.len());
        let marks = marked.iter().map(|range| byte(range.start)..byte(range.end)).collect();
        Self { text, marks }
    }

    /// At most about `most` letters of it around the first mark, with … where there is more.
    #[must_use]
    pub fn excerpt(&self, most: usize) -> Self {
        let count = self.text.chars().count();
        if count <= most {
            return self.clone();
        }
        let before = self.marks.first().and_then(|mark| self.text.get(..mark.start));
        let first = before.map_or(0, |before| before.chars().count());
        // What comes before says less than what follows.
        let from = first.saturating_sub(most / 3).min(count - most);
        let starts: Vec<usize> =
            self.text.char_indices().map(|(at, _)| at).chain([self.text.len()]).collect();
        let byte = |at: usize| starts.get(at).copied().unwrap_or(self.text.len());
        let (start, end) = (byte(from), byte(from + most));
        let (head, tail) = (if from > 0 { "…" } else { "" }, if end < self.text.len() { "…" } else { "" });
        let seen = self.marks.iter().filter(|mark| start <= mark.start && mark.end <= end);
        let marks = seen.map(|mark| mark.start - start + head.len()..mark.end - start + head.len());
        let text = format!("{head}{}{tail}", self.text.get(start..end).unwrap_or_default());
        Self { text, marks: marks.collect() }
    }
}
