//! Quotation marks: ours, and those that text programs and mail put in their place.

const DOUBLE: [char; 8] = ['"', '“', '”', '„', '‟', '″', '«', '»'];
const SINGLE: [char; 7] = ['\'', '‘', '’', '‚', '‛', '´', '`'];

/// Whether `c` may stand for one of our quotation marks.
pub(super) fn is_mark(c: char) -> bool {
    is_double(c) || SINGLE.contains(&c)
}

/// Whether a string that begins with `open` may end with `c`.
pub(super) fn can_close(open: char, c: char) -> bool {
    is_double(c) || !is_double(open) && SINGLE.contains(&c)
}

fn is_double(c: char) -> bool {
    DOUBLE.contains(&c)
}

/// How many typographic marks are open within a text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct OpenMarks(usize);

impl OpenMarks {
    /// Takes the next character of the text; whether it is a mark that closes one of the text itself.
    pub(super) const fn closes(&mut self, c: char) -> bool {
        match c {
            '“' | '„' | '«' => self.0 += 1,
            '”' | '»' if self.0 > 0 => {
                self.0 -= 1;
                return true;
            }
            _ => {}
        }
        false
    }
}
