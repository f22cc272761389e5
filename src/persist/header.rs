//! The beginning of a file: whose it is, and which version.

use super::{load::NEWEST, scan::comment_len};

/// What the beginning of a file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Header {
    /// A document of a version, and the byte offset of that.
    Version(u32, usize),
    /// A document without a version that can be read; what stands at the byte offset instead.
    Odd(String, usize),
    /// Not a document, from the byte offset on.
    NotOurs(usize),
}

/// Reads `(format: "laneway", version: N`; spaces and comments may stand anywhere between.
pub(super) fn header(text: &str) -> Header {
    let mut cursor = Cursor { text, at: 0 };
    let is_ours = cursor.skip_attributes()
        && ["(", "format", ":", "\"laneway\""].into_iter().all(|part| cursor.take(part));
    if !is_ours {
        return Header::NotOurs(cursor.at);
    }
    let has_version = [",", "version", ":"].into_iter().all(|part| cursor.take(part));
    cursor.skip_space();
    let word: String =
        cursor.rest().chars().take_while(|c| !c.is_whitespace() && !matches!(c, ',' | ')' | '/')).collect();
    match word.parse() {
        Ok(version) if has_version && version > 0 => Header::Version(version, cursor.at),
        _ if word.is_empty() || !has_version => Header::Odd("none".to_owned(), cursor.at),
        _ => Header::Odd(word.chars().take(40).collect(), cursor.at),
    }
}

/// What a text claims to be by its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// No document.
    None,
    /// A document of a version that is read.
    Document,
    /// A document of a newer version.
    Newer(u32),
    /// Something in the form of a document whose beginning is not one's.
    Damaged,
}

/// What `text` claims to be; only its beginning is looked at, and the rest may still be damaged.
pub fn claim(text: &str) -> Claim {
    match header(text) {
        Header::Version(version, _) if version > NEWEST => Claim::Newer(version),
        Header::Version(..) => Claim::Document,
        Header::Odd(..) => Claim::Damaged,
        Header::NotOurs(_) if has_form(text) => Claim::Damaged,
        Header::NotOurs(_) => Claim::None,
    }
}

/// Whether `text` begins with a record, `(name: `, as every document does, or a comment and then a bracket.
fn has_form(text: &str) -> bool {
    let mut cursor = Cursor { text, at: 0 };
    if !cursor.skip_attributes() || !cursor.take("(") {
        return false;
    }
    cursor.skip_space();
    let rest = cursor.rest();
    let name = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_').len();
    cursor.at += name;
    name > 0 && cursor.take(":")
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start().len();
            let comment = rest.get(blank..).and_then(|rest| comment_len(rest.as_bytes())).unwrap_or(0);
            if blank + comment == 0 {
                return;
            }
            self.at += blank + comment;
        }
    }

    fn take(&mut self, part: &str) -> bool {
        self.skip_space();
        let fits = self.rest().starts_with(part);
        if fits {
            self.at += part.len();
        }
        fits
    }

    /// Steps over `#![enable(…)]`, which RON allows first.
    fn skip_attributes(&mut self) -> bool {
        while self.take("#![") {
            let Some(end) = self.rest().find(']') else { return false };
            self.at += end + 1;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_tells_documents_from_other_texts() {
        for (text, is) in [
            ("(format: \"laneway\", version: 1, document: (", Claim::Document),
            ("(format: \"laneway\", version: 4000000000)", Claim::Newer(4_000_000_000)),
            ("(format: \"laneway\", version: x)", Claim::Damaged),
            ("// mine\n(fromat: \"laneway\", version: 1)", Claim::Damaged),
            ("(document: ())", Claim::Damaged),
            ("(none),Task", Claim::None),
            ("ID,Task (format: laneway)", Claim::None),
            ("", Claim::None),
        ] {
            assert_eq!(claim(text), is, "{text}");
        }
    }

    #[test]
    fn headers_are_read_through_spaces_and_comments() {
        for good in [
            "(format: \"laneway\", version: 7, document: ())",
            " // made by hand\n( /* a */ format :\"laneway\"\n,version:7)",
            "#![enable(implicit_some)]\n(format: \"laneway\", version: 7/* b */)",
        ] {
            assert!(matches!(header(good), Header::Version(7, _)), "{good}");
        }
        for odd in ["0", "-1", "1.5", "x", "", "99999999999"] {
            let text = format!("(format: \"laneway\", version: {odd})");
            assert!(matches!(header(&text), Header::Odd(_, 29)), "{odd}");
        }
        assert!(matches!(header("(format: \"laneway\")"), Header::Odd(_, _)));
        for bad in ["", "{}", "(format: \"other\")", "laneway", "#![x", "/*"] {
            assert!(matches!(header(bad), Header::NotOurs(_)), "{bad}");
        }
    }
}
