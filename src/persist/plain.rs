//! A quick reader of plain RON: what our own writer writes.
//!
//! Owns the part of RON that files need: named fields, lists, maps of strings, numbers with digits, words. Gives no
//! reasons: what it does not know is for the crate `ron`, which reads everything and says what is wrong. It reads nothing
//! otherwise than that.
//!
//! ```text
//! text ──▶ plain ──▶ records
//!            └─ not plain ──▶ ron ──▶ records, or what is wrong and where
//! ```

use std::{borrow::Cow, fmt};

use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};

/// The records that `text` holds; `None` where it is not plain, or does not hold them.
///
/// One walk over the text; strings without escapes are not copied.
pub(super) fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Option<T> {
    let mut reader = Reader { rest: text };
    let read = T::deserialize(&mut reader).ok()?;
    reader.skip_space();
    reader.rest.is_empty().then_some(read)
}

/// The text is not plain, or not what is asked for.
#[derive(Debug)]
struct NotPlain;

impl fmt::Display for NotPlain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not plain")
    }
}

impl std::error::Error for NotPlain {}

impl de::Error for NotPlain {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// What is left to read.
struct Reader<'de> {
    rest: &'de str,
}

impl<'de> Reader<'de> {
    fn skip_space(&mut self) {
        let is_space = |byte: u8| matches!(byte, b' ' | b'\n' | b'\t');
        let spaces = self.rest.bytes().take_while(|byte| is_space(*byte)).count();
        self.rest = self.rest.get(spaces..).unwrap_or_default();
    }

    /// The next byte that is no space.
    fn peek(&mut self) -> Option<u8> {
        self.skip_space();
        self.rest.as_bytes().first().copied()
    }

    /// Takes a sign if it is the next one.
    fn takes(&mut self, sign: char) -> bool {
        self.skip_space();
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn take(&mut self, sign: char) -> Result<(), NotPlain> {
        if self.takes(sign) { Ok(()) } else { Err(NotPlain) }
    }

    /// Takes the beginning up to where `is_part` ends.
    fn while_part(&mut self, is_part: impl Fn(u8) -> bool) -> &'de str {
        self.skip_space();
        let length = self.rest.bytes().take_while(|byte| is_part(*byte)).count();
        let (part, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        part
    }

    /// A field's name or a word.
    fn word(&mut self) -> Result<&'de str, NotPlain> {
        let word = self.while_part(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        let begins_well = word.starts_with(|c: char| c.is_ascii_alphabetic());
        // Behind the `r` of a raw string stands a sign.
        let ends_well = !self.rest.starts_with(['"', '#', '\'']);
        if begins_well && ends_well { Ok(word) } else { Err(NotPlain) }
    }

    fn string(&mut self) -> Result<Cow<'de, str>, NotPlain> {
        self.take('"')?;
        let (plain, rest) = self.unescaped()?;
        if let Some(rest) = rest.strip_prefix('"') {
            self.rest = rest;
            return Ok(Cow::Borrowed(plain));
        }
        self.rest = rest;
        self.escaped(plain.to_owned()).map(Cow::Owned)
    }

    /// What of a string is written as it is, and what is left behind that.
    fn unescaped(&self) -> Result<(&'de str, &'de str), NotPlain> {
        let end = self.rest.bytes().position(|byte| matches!(byte, b'"' | b'\\')).ok_or(NotPlain)?;
        self.rest.split_at_checked(end).ok_or(NotPlain)
    }

    /// The rest of a string that begins with `text`; an escape is next.
    fn escaped(&mut self, mut text: String) -> Result<String, NotPlain> {
        loop {
            let (plain, rest) = self.unescaped()?;
            text.push_str(plain);
            if let Some(rest) = rest.strip_prefix('"') {
                self.rest = rest;
                return Ok(text);
            }
            let mut signs = rest.chars();
            // The second one says what is meant.
            text.push(match signs.nth(1).ok_or(NotPlain)? {
                '"' => '"',
                '\\' => '\\',
                'n' => '\n',
                't' => '\t',
                // By number: for the other reader.
                _ => return Err(NotPlain),
            });
            self.rest = signs.as_str();
        }
    }

    /// A number of digits only.
    fn count(&mut self) -> Result<&'de str, NotPlain> {
        let digits = self.while_part(|byte| byte.is_ascii_digit());
        let is_plain = !digits.is_empty() && (digits.len() == 1 || !digits.starts_with('0'));
        if is_plain && self.rest.starts_with([',', ')', ' ', '\n']) { Ok(digits) } else { Err(NotPlain) }
    }

    /// A number of digits, perhaps with a sign and a point between them.
    fn number(&mut self) -> Result<f64, NotPlain> {
        let digits = self.while_part(|byte| byte.is_ascii_digit() || byte == b'-' || byte == b'.');
        let (whole, part) = digits.strip_prefix('-').unwrap_or(digits).split_once('.').ok_or(NotPlain)?;
        let is_count = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        // What goes on behind it is no number of this kind.
        let ends = self.rest.starts_with([',', ')', ' ', '\n']);
        if is_count(whole) && is_count(part) && ends {
            digits.parse().map_err(|_error| NotPlain)
        } else {
            Err(NotPlain)
        }
    }
}

/// Refuses what no file has.
macro_rules! unknown {
    ($($name:ident)*) => {$(
        fn $name<V: Visitor<'de>>(self, _: V) -> Result<V::Value, NotPlain> {
            Err(NotPlain)
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = NotPlain;

    unknown! {
        deserialize_any deserialize_i8 deserialize_i16 deserialize_i64 deserialize_u64 deserialize_u8 deserialize_u16
        deserialize_f32 deserialize_char deserialize_bytes deserialize_byte_buf
        deserialize_unit
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match self.word()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(NotPlain),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_f64(self.number()?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_u32(self.count()?.parse().map_err(|_error| NotPlain)?)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        let sign = if self.takes('-') { "-" } else { "" };
        if self.rest.starts_with([' ', '\n', '\t']) {
            return Err(NotPlain);
        }
        let count = self.count()?;
        visitor.visit_i32(format!("{sign}{count}").parse().map_err(|_error| NotPlain)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match self.string()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_borrowed_str(self.word()?)
    }

    /// `Some` is left out.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.skip_space();
        if self.rest.starts_with("None") || self.rest.starts_with("Some") {
            return Err(NotPlain);
        }
        visitor.visit_some(self)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: V,
    ) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.take('[')?;
        visitor.visit_seq(Parts { reader: self, end: ']', is_first: true })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, NotPlain> {
        self.take('(')?;
        let mut parts = Parts { reader: self, end: ')', is_first: true };
        let read = visitor.visit_seq(Counted { parts: &mut parts, left: length })?;
        if parts.has_more()? { Err(NotPlain) } else { Ok(read) }
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        _: V,
    ) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.take('{')?;
        visitor.visit_map(Parts { reader: self, end: '}', is_first: true })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        self.take('(')?;
        visitor.visit_map(Parts { reader: self, end: ')', is_first: true })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        visitor.visit_enum(self)
    }

    /// Only single values can be passed over.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        if self.peek() == Some(b'"') {
            self.string()?;
        } else {
            self.count()?;
        }
        visitor.visit_unit()
    }
}

/// What stands between brackets, with commas between, and perhaps behind the last one.
struct Parts<'a, 'de> {
    reader: &'a mut Reader<'de>,
    end: char,
    is_first: bool,
}

impl Parts<'_, '_> {
    /// Whether another part comes; takes what is between it and the last one, or the end.
    fn has_more(&mut self) -> Result<bool, NotPlain> {
        if !std::mem::take(&mut self.is_first) && !self.reader.takes(',') {
            return self.reader.take(self.end).map(|()| false);
        }
        Ok(!self.reader.takes(self.end))
    }
}

impl<'de> SeqAccess<'de> for Parts<'_, 'de> {
    type Error = NotPlain;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, NotPlain> {
        if self.has_more()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for Parts<'_, 'de> {
    type Error = NotPlain;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, NotPlain> {
        if self.has_more()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, NotPlain> {
        self.reader.take(':')?;
        seed.deserialize(&mut *self.reader)
    }
}

/// The parts of a tuple, of which there are so many left.
struct Counted<'p, 'a, 'de> {
    parts: &'p mut Parts<'a, 'de>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Counted<'_, '_, 'de> {
    type Error = NotPlain;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, NotPlain> {
        self.left = self.left.checked_sub(1).ok_or(NotPlain)?;
        self.parts.next_element_seed(seed)
    }
}

impl<'de> EnumAccess<'de> for &mut Reader<'de> {
    type Error = NotPlain;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), NotPlain> {
        let variant = seed.deserialize(&mut *self)?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = NotPlain;

    fn unit_variant(self) -> Result<(), NotPlain> {
        if self.peek() == Some(b'(') { Err(NotPlain) } else { Ok(()) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, NotPlain> {
        self.take('(')?;
        let value = seed.deserialize(&mut *self)?;
        self.take(')')?;
        Ok(value)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }
}
