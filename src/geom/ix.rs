//! Typed indices and a vector that is read and written only through them.
//!
//! Owns bounds safety for the kernels: a read past the end gives the fallback the vector was made
//! with, a write past the end does nothing. Must not grow silently.

use std::marker::PhantomData;

/// A number that counts one kind of thing.
pub(crate) trait Ix: Copy {
    /// The index of the thing number `at`.
    fn of(at: usize) -> Self;
    /// The number itself.
    fn at(self) -> usize;
}

/// Declares typed indices.
macro_rules! indices {
    ($vis:vis, $(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
        $vis struct $name($vis usize);

        impl $crate::geom::Ix for $name {
            fn of(at: usize) -> Self {
                Self(at)
            }

            fn at(self) -> usize {
                self.0
            }
        }
    )+};
}

pub(crate) use indices;

/// A vector behind a typed index.
#[derive(Clone, Debug, Default)]
pub(crate) struct IxVec<I, T> {
    items: Vec<T>,
    fallback: T,
    index: PhantomData<I>,
}

impl<I: Ix, T> IxVec<I, T> {
    /// Wraps a vector; reads past its end give `fallback`.
    pub(crate) fn new(items: Vec<T>, fallback: T) -> Self {
        Self { items, fallback, index: PhantomData }
    }

    /// The item at `ix`.
    pub(crate) fn get(&self, ix: I) -> &T {
        self.items.get(ix.at()).unwrap_or(&self.fallback)
    }

    /// The item at `ix`, to be changed.
    pub(crate) fn get_mut(&mut self, ix: I) -> Option<&mut T> {
        self.items.get_mut(ix.at())
    }

    /// Replaces the item at `ix`.
    pub(crate) fn set(&mut self, ix: I, value: T) {
        if let Some(item) = self.items.get_mut(ix.at()) {
            *item = value;
        }
    }

    /// How many items there are.
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// The items in order.
    pub(crate) fn as_slice(&self) -> &[T] {
        &self.items
    }

    /// The items by value, in order.
    pub(crate) fn into_items(self) -> impl DoubleEndedIterator<Item = T> {
        self.items.into_iter()
    }

    /// The indices in order.
    pub(crate) fn ids(&self) -> impl DoubleEndedIterator<Item = I> + use<I, T> {
        (0..self.items.len()).map(I::of)
    }

    /// The items with their indices, in order.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> {
        self.items.iter().enumerate().map(|(at, item)| (I::of(at), item))
    }
}

impl<I: Ix, T: Clone> IxVec<I, T> {
    /// `len` copies of `value`, which is also the fallback.
    pub(crate) fn filled(len: usize, value: T) -> Self {
        Self::new(vec![value.clone(); len], value)
    }
}
