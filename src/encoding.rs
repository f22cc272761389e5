//! Bytes to text, whatever editor, spreadsheet or mail program saved them.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text and how it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    /// The text.
    pub(crate) text: String,
    /// The name of the encoding.
    pub(crate) encoding: &'static str,
    /// How many characters could not be read; `U+FFFD` stands in their place.
    pub(crate) replaced: usize,
}

/// Reads `bytes` by their byte order mark; without one as UTF-16 where every other byte is zero, as UTF-8 where most
/// letters that are not ASCII are that, and as Windows-1252 otherwise, which is what western programs save as "ANSI".
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess(bytes), 0));
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
    let replaced = if had_errors { text.matches('\u{fffd}').count() } else { 0 };
    Decoded { text: text.into_owned(), encoding: encoding.name(), replaced }
}

/// The name of the encoding of `bytes`, where that is not UTF-8.
pub(crate) fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    let encoding = Encoding::for_bom(bytes).map_or_else(|| guess(bytes), |(encoding, _)| encoding);
    (encoding != UTF_8).then(|| encoding.name())
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = bytes.get(..1024).unwrap_or(bytes);
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (high, low) = (zeros(0), zeros(1));
    // Most letters, blanks and signs are Latin: one of their two bytes is zero.
    let most = sample.len() / 4;
    if low > most && high < low / 4 {
        UTF_16LE
    } else if high > most && low < high / 4 {
        UTF_16BE
    } else if is_mostly_utf8(bytes) {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

/// Whether what is not ASCII in `bytes` is UTF-8 for the most part: a few bytes may be damaged.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad == 0 || good > bad
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_encoding_is_read() {
        let text = "Descripción;Año";
        let wide = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let marked = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let table = [
            (text.as_bytes().to_vec(), "UTF-8"),
            (marked(b"\xEF\xBB\xBF", text.as_bytes()), "UTF-8"),
            (marked(b"\xFF\xFE", &wide(u16::to_le_bytes)), "UTF-16LE"),
            (marked(b"\xFE\xFF", &wide(u16::to_be_bytes)), "UTF-16BE"),
            (wide(u16::to_le_bytes), "UTF-16LE"),
            (wide(u16::to_be_bytes), "UTF-16BE"),
            (latin, "windows-1252"),
        ];
        for (bytes, encoding) in table {
            assert_eq!(decode(&bytes), Decoded { text: text.into(), encoding, replaced: 0 });
        }
    }

    #[test]
    fn a_damaged_byte_makes_no_other_letter_wrong() {
        let mut bytes = "Descripción, Año, señal".as_bytes().to_vec();
        bytes[1] = 0xFF;
        let decoded = decode(&bytes);
        assert_eq!((decoded.text.as_str(), decoded.replaced), ("D\u{fffd}scripción, Año, señal", 1));
    }

    #[test]
    fn what_cannot_be_read_is_counted() {
        assert_eq!(decode(b"\xEF\xBB\xBFa\xFFb\xFF").replaced, 2);
        assert_eq!(decode(b"\xFF\xFEa\0b").replaced, 1);
    }
}
