//! Things by where they lie along the flow, so that only those near a place are looked at.

use kurbo::Rect;

use crate::geom::whole_from;

/// The breadth of a strip: more than most steps and labels are long.
const BREADTH: f64 = 256.0;

/// Things in strips across the flow. Each lies in all strips that its rectangle reaches.
pub(in crate::layout) struct Strips<T> {
    /// Where the first strip begins.
    begin: f64,
    lists: Vec<Vec<T>>,
}

impl<T: Copy> Strips<T> {
    /// These things, each with its rectangle.
    pub(in crate::layout) fn new(things: Vec<(Rect, T)>) -> Self {
        let begin = things.iter().fold(f64::INFINITY, |begin, (rect, _)| begin.min(rect.x0));
        let end = things.iter().fold(f64::NEG_INFINITY, |end, (rect, _)| end.max(rect.x1));
        let mut strips = Self { begin, lists: Vec::new() };
        let count = if things.is_empty() { 0 } else { strips.nth(end) + 1 };
        strips.lists = vec![Vec::new(); count];
        for (rect, thing) in things {
            strips.add(rect, thing);
        }
        strips
    }

    /// Adds a thing; what reaches beyond the strips there are belongs to the last one.
    pub(in crate::layout) fn add(&mut self, rect: Rect, thing: T) {
        let (first, last) = self.reach(rect);
        for list in self.lists.iter_mut().take(last + 1).skip(first) {
            list.push(thing);
        }
    }

    /// What may overlap a rectangle, some of it more than once.
    pub(in crate::layout) fn near(&self, rect: Rect) -> impl Iterator<Item = &T> {
        let (first, last) = self.reach(rect);
        self.lists.iter().take(last + 1).skip(first).flatten()
    }

    fn reach(&self, rect: Rect) -> (usize, usize) {
        let most = self.lists.len().saturating_sub(1);
        (self.nth(rect.x0).min(most), self.nth(rect.x1).min(most))
    }

    fn nth(&self, x: f64) -> usize {
        whole_from((x - self.begin) / BREADTH)
    }
}
