//! The parts of the last picture, to be used again for the next one.
//!
//! Owns how the items of two scenes are matched: the order is nearly the same, and whatever is not found is made
//! anew, which costs time but is never wrong.

use std::{sync::Arc, vec};

use super::picture::Drawn;
use crate::scene::Item;

/// How far ahead an item is looked for.
const AHEAD: usize = 64;

/// The parts of a picture that are not used again yet, in their old order.
pub(super) struct Shelf(vec::IntoIter<Drawn>);

impl Shelf {
    /// All parts of a picture.
    pub(super) fn new(parts: Vec<Drawn>) -> Self {
        Self(parts.into_iter())
    }

    /// What was made of `item`.
    pub(super) fn take(&mut self, item: &Arc<Item>) -> Option<Drawn> {
        let waiting = self.0.as_slice();
        let Some(place) = waiting.iter().take(AHEAD).position(|drawn| Arc::ptr_eq(&drawn.item, item)) else {
            // An item that shows the same part of the same record takes the place of the one that was there.
            let replaces = |drawn: &Drawn| drawn.item.part == item.part && drawn.item.source == item.source;
            if waiting.first().is_some_and(replaces) {
                self.0.next();
            }
            return None;
        };
        self.0.nth(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        geom::{Rect, Shape as _},
        model::StepId,
        scene::{Part, Prim, Scene, Source},
        ui::canvas::{flat::Flat, picture::Picture},
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
        picture.drawn.iter().map(|drawn| drawn.bounds.width()).collect()
    }

    /// Where the lines of an item are kept; they stay there when they are used again.
    fn address(picture: &Picture, nth: usize) -> *const Flat {
        let mut lines = None;
        picture.drawn[nth].each_leaf(|leaf| match &leaf.item.prim {
            Prim::Path { path, .. } => lines = leaf.flat(0, path, 1.0),
            Prim::Text(_) | Prim::Group { .. } => {}
        });
        lines.expect("a box")
    }

    #[test]
    fn a_picture_follows_its_scenes() {
        let [a, b, c, wide] = [step("a", 1.0), step("b", 2.0), step("c", 3.0), step("b", 9.0)];
        let mut picture = Picture::new(&scene(&[&a, &b, &c]));
        let last = address(&picture, 2);
        for (items, expected) in [
            (vec![&a, &wide, &c], vec![1.0, 9.0, 3.0]),
            (vec![&wide, &c], vec![9.0, 3.0]),
            (vec![&a, &b, &wide, &c], vec![1.0, 2.0, 9.0, 3.0]),
            (vec![&b, &a, &c], vec![2.0, 1.0, 3.0]),
            (vec![&c], vec![3.0]),
        ] {
            picture.update(&scene(&items));
            assert_eq!(widths(&picture), expected);
            assert_eq!(picture.steps_in(Rect::new(0.0, 0.0, 9.0, 9.0)).count(), expected.len());
            assert_eq!(address(&picture, expected.len() - 1), last, "the last step was never redrawn");
        }
    }
}
