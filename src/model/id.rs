//! Identifiers: readable, and unique in a whole document.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    sync::Arc,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Why an identifier was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id (1 to 80 letters a-z, digits, - or _): {0:?}")]
pub struct IdError(pub String);

const LONGEST: usize = 80;
const LONGEST_SLUG: usize = 32;

fn checked(id: &str) -> Result<Arc<str>, IdError> {
    let fits = (1..=LONGEST).contains(&id.len())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_'));
    if fits { Ok(id.into()) } else { Err(IdError(id.to_owned())) }
}

/// A slug of `text` and four letters from `entropy`, so that two people adding steps do not mint the same id.
fn minted(text: &str, entropy: u32) -> Arc<str> {
    const ALPHABET: [char; 32] = [
        'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'j', 'k', 'm', 'n', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w',
        'x', 'y', 'z', '2', '3', '4', '5', '6', '7', '8', '9', '0',
    ];
    let mut id = String::new();
    for c in text.chars() {
        if id.len() >= LONGEST_SLUG {
            break;
        }
        if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let slug = id.trim_end_matches('-');
    let slug = if slug.is_empty() { "x" } else { slug };
    let suffix: String =
        (0..5).filter_map(|i| ALPHABET.get((entropy >> (i * 5)) as usize % ALPHABET.len())).collect();
    format!("{slug}-{suffix}").into()
}

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Checks the form of `id`: 1 to 80 of `a-z`, `0-9`, `-` and `_`.
            pub fn parse(id: &str) -> Result<Self, IdError> {
                checked(id).map(Self)
            }

            /// A new id: a slug of `text` and a suffix made of `entropy` (25 bits count; pass random ones).
            pub fn mint(text: &str, entropy: u32) -> Self {
                Self(minted(text, entropy))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        // Most ids that are found to be equal are copies of one: their letters need not be looked at.
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
            }
        }

        impl Eq for $name {}

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                if Arc::ptr_eq(&self.0, &other.0) { Ordering::Equal } else { self.0.cmp(&other.0) }
            }
        }

        impl Hash for $name {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.0.hash(state);
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

id_types! {
    /// Names a document: its versions, its recovered work and the pictures made of it are known by it.
    DocumentId;
    /// Names a page.
    PageId;
    /// Names a lane.
    LaneId;
    /// Names a pool.
    PoolId;
    /// Names a phase.
    PhaseId;
    /// Names a step.
    StepId;
    /// Names a connector.
    ConnectorId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minted_ids_read_well_and_parse() {
        let id = StepId::mint("¿Llamar al cliente? (2.ª vez)", 0x00AB_CDEF);
        assert!(id.as_str().starts_with("llamar-al-cliente-2-vez-"), "{id}");
        assert_eq!(StepId::parse(id.as_str()), Ok(id));
        assert!(StepId::parse(StepId::mint("日本", 7).as_str()).is_ok());
        assert_ne!(StepId::mint("a", 1), StepId::mint("a", 2));
    }

    #[test]
    fn bad_ids_are_refused() {
        for bad in ["", "A", "a b", "é", &"x".repeat(81)] {
            assert!(StepId::parse(bad).is_err(), "{bad}");
        }
    }
}
