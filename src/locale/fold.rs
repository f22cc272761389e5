//! Texts as people search for them.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// `text` in lower case and without accents.
pub fn fold(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}
