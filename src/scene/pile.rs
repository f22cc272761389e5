//! The items of the last scene, in which those that changed are put into the places of what was there.

use std::sync::Arc;

use super::item::Item;
use crate::geom::Rect;

/// Items back to front, and the box around them.
#[derive(Debug, Default)]
pub(super) struct Pile {
    items: Arc<[Arc<Item>]>,
    /// `None`: something that reached to its edge has gone.
    hull: Option<Rect>,
}

impl Pile {
    /// A pile of `items`.
    pub(super) fn of(items: Vec<Arc<Item>>) -> Self {
        Self { items: items.into(), hull: None }
    }

    /// The items; they are shared with whoever asks.
    pub(super) const fn items(&self) -> &Arc<[Arc<Item>]> {
        &self.items
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    /// Puts `items` where they belong, from the place `first` on.
    pub(super) fn put<'i>(&mut self, first: usize, items: impl IntoIterator<Item = &'i Arc<Item>>) {
        for (place, item) in (first..).zip(items) {
            if self.items.get(place).is_some_and(|old| !Arc::ptr_eq(old, item)) {
                self.put_one(place, item);
            }
        }
    }

    fn put_one(&mut self, place: usize, item: &Arc<Item>) {
        // Copies the list where somebody still has the last scene.
        let Some(there) = Arc::make_mut(&mut self.items).get_mut(place) else { return };
        let old = std::mem::replace(there, Arc::clone(item)).bounds;
        let hull = self.hull.filter(|hull| item.bounds == old || !reaches_edge(old, *hull));
        self.hull = hull.map(|hull| hull.union(item.bounds));
    }

    /// The box around all items; nothing where there are none.
    pub(super) fn hull(&mut self) -> Option<Rect> {
        if self.hull.is_none() {
            self.hull = self.items.iter().map(|item| item.bounds).reduce(|all, one| all.union(one));
        }
        self.hull
    }
}

/// Whether the box would perhaps be smaller without what fills `part` of it.
const fn reaches_edge(part: Rect, hull: Rect) -> bool {
    part.x0 <= hull.x0 || part.y0 <= hull.y0 || part.x1 >= hull.x1 || part.y1 >= hull.y1
}
