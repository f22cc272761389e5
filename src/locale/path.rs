//! Paths as people read them.

use std::{ffi::OsStr, fmt::Write as _};

/// `path`, or a part of one, on one line and without anything that a screen obeys or hides.
///
/// Control characters, those that turn a text or leave no mark, and bytes that are no text are written as `\n`,
/// `\u{202e}`, `\xE9`. For people only: what is made of it is no way back to the file.
pub fn say_path(path: impl AsRef<OsStr>) -> String {
    let mut said = String::new();
    for chunk in path.as_ref().as_encoded_bytes().utf8_chunks() {
        for c in chunk.valid().chars() {
            if is_plain(c) {
                said.push(c);
            } else {
                said.extend(c.escape_default());
            }
        }
        for byte in chunk.invalid() {
            // A text takes whatever is written into it.
            write!(said, "\\x{byte:02X}").unwrap_or_default();
        }
    }
    said
}

/// Whether `c` is seen as what it is.
fn is_plain(c: char) -> bool {
    let is_mark_or_turn = matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}');
    !c.is_control() && !is_mark_or_turn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_path_is_read_as_it_is() {
        for path in ["/home/ana/«Devoluciones» 2026.ron", r"C:\charts\calls.ron", "", "👩‍💻.ron", "نمودار.ron"]
        {
            assert_eq!(say_path(path), path);
        }
    }

    #[test]
    fn what_a_screen_would_obey_or_hide_is_escaped() {
        for (path, said) in [
            ("two\nlines\t.ron", r"two\nlines\t.ron"),
            ("\u{1b}[31mred.ron", r"\u{1b}[31mred.ron"),
            ("chart\u{202e}nor.exe", r"chart\u{202e}nor.exe"),
            ("a\u{200b}b\u{85}.ron", r"a\u{200b}b\u{85}.ron"),
        ] {
            assert_eq!(say_path(path), said);
        }
    }

    #[cfg(unix)]
    #[test]
    fn bytes_that_are_no_text_are_told_apart() {
        use std::os::unix::ffi::OsStrExt as _;

        assert_eq!(say_path(OsStr::from_bytes(b"caf\xe9.ron")), r"caf\xE9.ron");
        assert_eq!(say_path(OsStr::from_bytes(b"\xe8\xe9\xff")), r"\xE8\xE9\xFF");
    }
}
