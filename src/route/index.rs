//! Typed indices and a vector that is read and written only through them.
//!
//! Owns bounds safety for the kernel: a read past the end gives the fallback the vector was made
//! with, a write past the end does nothing. Must not grow silently.

use std::marker::PhantomData;

/// A number that counts one kind of thing.
pub(super) trait Ix: Copy {
    /// The number itself.
    fn at(self) -> usize;
}

macro_rules! index {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub(super) struct $name(pub(super) usize);

        impl Ix for $name {
            fn at(self) -> usize {
                self.0
            }
        }
    )+};
}

index!(
    /// A vertical line of the grid.
    Col,
    /// A horizontal line of the grid.
    Row,
    /// A crossing of two grid lines.
    Node,
    /// A node together with the direction it was entered in.
    State,
    /// A job of the request and its line.
    JobIx,
    /// A segment that takes part in nudging.
    TrackIx,
);

/// A vector behind a typed index.
#[derive(Clone, Debug)]
pub(super) struct IxVec<I, T> {
    items: Vec<T>,
    fallback: T,
    index: PhantomData<I>,
}

impl<I: Ix, T> IxVec<I, T> {
    /// Wraps a vector; reads past its end give `fallback`.
    pub(super) fn new(items: Vec<T>, fallback: T) -> Self {
        Self { items, fallback, index: PhantomData }
    }

    /// The item at `ix`.
    pub(super) fn get(&self, ix: I) -> &T {
        self.items.get(ix.at()).unwrap_or(&self.fallback)
    }

    /// The item at `ix`, to be changed.
    pub(super) fn get_mut(&mut self, ix: I) -> Option<&mut T> {
        self.items.get_mut(ix.at())
    }

    /// Replaces the item at `ix`.
    pub(super) fn set(&mut self, ix: I, value: T) {
        if let Some(item) = self.items.get_mut(ix.at()) {
            *item = value;
        }
    }

    /// How many items there are.
    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    /// The items in order.
    pub(super) fn as_slice(&self) -> &[T] {
        &self.items
    }
}

impl<I: Ix, T: Clone> IxVec<I, T> {
    /// `len` copies of `value`, which is also the fallback.
    pub(super) fn filled(len: usize, value: T) -> Self {
        Self::new(vec![value.clone(); len], value)
    }
}
