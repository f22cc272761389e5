//! The parts of the last picture, to be used again for the next one.
//!
//! Owns how the items of two scenes are matched: the order is nearly the same, and whatever is not found is made
//! anew, which costs time but is never wrong.

use std::{sync::Arc, vec};

use super::picture::{Leaf, Picture, StepMark};
use crate::scene::Item;

/// How far ahead an item is looked for.
const AHEAD: usize = 64;

/// An item of a scene and how much was made of it.
pub(super) struct Drawn {
    pub(super) item: Arc<Item>,
    pub(super) leaves: usize,
    pub(super) steps: usize,
}

/// The parts of a picture that are not used again yet, in their old order.
pub(super) struct Shelf {
    items: vec::IntoIter<Drawn>,
    leaves: vec::IntoIter<Leaf>,
    steps: vec::IntoIter<StepMark>,
}

impl Shelf {
    /// Takes all parts of `picture`.
    pub(super) fn of(picture: &mut Picture) -> Self {
        let shelf = Self {
            items: std::mem::take(&mut picture.items).into_iter(),
            leaves: std::mem::take(&mut picture.leaves).into_iter(),
            steps: std::mem::take(&mut picture.steps).into_iter(),
        };
        picture.items.reserve(shelf.items.len());
        picture.leaves.reserve(shelf.leaves.len());
        picture.steps.reserve(shelf.steps.len());
        shelf
    }

    /// Gives what was made of `item` to `picture`; says whether there was anything.
    pub(super) fn hand_over(&mut self, item: &Arc<Item>, picture: &mut Picture) -> bool {
        let waiting = self.items.as_slice();
        let place = waiting.iter().take(AHEAD).position(|drawn| Arc::ptr_eq(&drawn.item, item));
        let is_found = place.is_some();
        // An item that shows the same part of the same record takes the place of the one that was there.
        let replaces = |drawn: &Drawn| drawn.item.part == item.part && drawn.item.source == item.source;
        let passed = place.unwrap_or_else(|| usize::from(waiting.first().is_some_and(replaces)));
        for _ in 0..passed {
            self.discard();
        }
        if is_found && let Some(Drawn { leaves, steps, .. }) = self.items.next() {
            picture.leaves.extend(self.leaves.by_ref().take(leaves));
            picture.steps.extend(self.steps.by_ref().take(steps));
        }
        is_found
    }

    fn discard(&mut self) {
        if let Some(Drawn { leaves, steps, .. }) = self.items.next() {
            self.leaves.by_ref().take(leaves).for_each(drop);
            self.steps.by_ref().take(steps).for_each(drop);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        geom::{Rect, Shape as _},
        model::StepId,
        scene::{Part, Prim, Scene, Source},
        ui::canvas::picture::Ink,
    };

    /// A step that is a box of this width.
    fn step(name: &str, width: f64) -> Arc<Item> {
        let source = Source::Step(StepId::parse(name).unwrap());
        let bounds = Rect::new(0.0, 0.0, width, 10.0);
        let prim = Prim::Path { path: bounds.to_path(0.1), fill: None, stroke: None };
        let path = Item { source: source.clone(), part: Part::Line, bounds, prim };
        let prim = Prim::Group { title: name.to_owned(), desc: String::new(), link: None, items: vec![path] };
        Arc::new(Item { source, part: Part::Whole, bounds, prim })
    }

    fn scene(items: &[&Arc<Item>]) -> Scene {
        Scene { items: items.iter().map(|item| Arc::clone(item)).collect(), ..Scene::default() }
    }

    fn widths(picture: &Picture) -> Vec<f32> {
        picture.leaves.iter().map(|leaf| leaf.bounds.width()).collect()
    }

    /// Where the lines of a leaf are kept; they stay there when the leaf is used again.
    fn address(picture: &Picture, leaf: usize) -> *const u8 {
        match &picture.leaves[leaf].ink {
            Ink::Path(ink) => std::ptr::from_ref(ink.as_ref()).cast(),
            Ink::Text(ink) => std::ptr::from_ref(ink.as_ref()).cast(),
        }
    }

    #[test]
    fn a_picture_follows_its_scenes() {
        let [a, b, c, wide] = [step("a", 1.0), step("b", 2.0), step("c", 3.0), step("b", 9.0)];
        let mut picture = Picture::new(scene(&[&a, &b, &c]));
        let last = address(&picture, 2);
        for (items, expected) in [
            (vec![&a, &wide, &c], vec![1.0, 9.0, 3.0]),
            (vec![&wide, &c], vec![9.0, 3.0]),
            (vec![&a, &b, &wide, &c], vec![1.0, 2.0, 9.0, 3.0]),
            (vec![&b, &a, &c], vec![2.0, 1.0, 3.0]),
            (vec![&c], vec![3.0]),
        ] {
            picture.update(scene(&items));
            assert_eq!(widths(&picture), expected);
            assert_eq!(picture.steps.len(), expected.len());
            assert_eq!(address(&picture, expected.len() - 1), last, "the last step was never redrawn");
        }
    }
}
