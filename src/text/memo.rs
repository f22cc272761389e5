//! Sizes of texts that were measured before.
//!
//! Owns what is remembered, and how much. The same labels are asked for again and again while a chart is edited;
//! laying one out takes a hundred times as long as finding it here.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use kurbo::Size;

/// More texts than this are forgotten all at once.
const MOST: usize = 4096;

/// Sizes by style and text.
#[derive(Default)]
pub(super) struct Memo(Mutex<BTreeMap<(&'static str, Box<str>), Size>>);

impl Memo {
    /// The size of `text`, which `measure` knows if nobody asked before.
    pub(super) fn size(&self, style: &'static str, text: &str, measure: impl FnOnce() -> Size) -> Size {
        let key = (style, Box::from(text));
        // What a thread that ended badly wrote is whole all the same.
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key).copied();
        if let Some(size) = known {
            return size;
        }
        let size = measure();
        let mut sizes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if sizes.len() >= MOST {
            sizes.clear();
        }
        sizes.insert(key, size);
        size
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_measured_once_in_each_style() {
        let memo = Memo::default();
        let yes = |style, width| memo.size(style, "Yes", || Size::new(width, 15.0)).width;
        assert_eq!([yes("bold", 24.0), yes("bold", 99.0), yes("regular", 22.0)], [24.0, 24.0, 22.0]);
    }
}
