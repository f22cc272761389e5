//! Rectangles found by where they lie.

use std::collections::BTreeMap;

use kurbo::Rect;

use super::floor_to_i64;

/// The side of the smallest cells.
const CELL: f64 = 256.0;
/// Each size of cells is this power of two times the one before.
const GROWTH: i32 = 2;
/// The greatest size of cells, as a power of two; larger than any page.
const LARGEST: i32 = 26;

/// Numbered rectangles in a grid of cells, one grid for each size that occurs.
///
/// A rectangle lies in the one cell that holds its low corner, of a grid whose cells are at least as wide and as high as
/// itself; widths and heights are sized apart, so that long thin ones share cells with few others.
///
/// ```text
///   cell          an area is met by what begins in
///   ├────┼────┤   its own cells or one cell before
///   │ ▭  │▭   │
/// ```
///
/// Putting and taking cost the logarithm of the count. A question costs the cells that the area covers, and what lies in
/// them, for each size that occurs: what is far away costs nothing.
#[derive(Clone, Debug, Default)]
pub struct RectIndex {
    rects: Vec<Option<Rect>>,
    levels: Vec<Level>,
    bounds: Option<Rect>,
}

/// All rectangles for which cells of one size are the smallest.
#[derive(Clone, Debug)]
struct Level {
    size: (f64, f64),
    /// The numbers in each cell, by column and row.
    cells: BTreeMap<(i64, i64), Vec<usize>>,
}

impl Level {
    fn cell(&self, x: f64, y: f64) -> (i64, i64) {
        (floor_to_i64(x / self.size.0), floor_to_i64(y / self.size.1))
    }

    /// The numbers in the cells that something may lie in that meets `area`.
    fn near(&self, area: Rect) -> impl Iterator<Item = usize> {
        let (first, top) = self.cell(area.x0 - self.size.0, area.y0 - self.size.1);
        let (last, bottom) = self.cell(area.x1, area.y1);
        // Only columns in which something lies are visited.
        let next =
            move |from: i64| self.cells.range((from, i64::MIN)..).next().map(|((column, _), _)| *column);
        let columns = std::iter::successors(next(first), move |column| next(column + 1));
        let columns = columns.take_while(move |column| *column <= last);
        columns
            .flat_map(move |column| self.cells.range((column, top)..=(column, bottom)))
            .flat_map(|(_, numbers)| numbers.iter().copied())
    }
}

/// The size of the cells that hold something so long.
fn cell_size(length: f64) -> f64 {
    let mut power = 0;
    while power < LARGEST && CELL * f64::from(2_i32.pow(power.unsigned_abs())) < length {
        power += GROWTH;
    }
    CELL * f64::from(2_i32.pow(power.unsigned_abs()))
}

impl RectIndex {
    /// The index of some rectangles, numbered from 0.
    pub fn of(rects: impl IntoIterator<Item = Rect>) -> Self {
        let mut index = Self::default();
        for (number, rect) in rects.into_iter().enumerate() {
            index.put(number, rect);
        }
        index
    }

    /// Puts a rectangle in, or elsewhere if there is one with that number.
    ///
    /// Numbers are meant to be dense: room is made for all lower ones.
    pub fn put(&mut self, number: usize, rect: Rect) {
        if self.get(number) == Some(rect) {
            return;
        }
        self.take(number);
        if self.rects.len() <= number {
            self.rects.resize(number + 1, None);
        }
        if let Some(slot) = self.rects.get_mut(number) {
            *slot = Some(rect);
        }
        self.bounds = Some(self.bounds.map_or(rect, |bounds| bounds.union(rect)));
        let size = (cell_size(rect.width()), cell_size(rect.height()));
        let level = self.levels.iter().position(|level| level.size == size).unwrap_or_else(|| {
            self.levels.push(Level { size, cells: BTreeMap::new() });
            self.levels.len() - 1
        });
        if let Some(level) = self.levels.get_mut(level) {
            let cell = level.cell(rect.x0, rect.y0);
            level.cells.entry(cell).or_default().push(number);
        }
    }

    /// Takes the rectangle with that number out.
    pub fn take(&mut self, number: usize) {
        let Some(rect) = self.rects.get_mut(number).and_then(Option::take) else { return };
        let size = (cell_size(rect.width()), cell_size(rect.height()));
        let Some(level) = self.levels.iter_mut().find(|level| level.size == size) else { return };
        let cell = level.cell(rect.x0, rect.y0);
        if let Some(numbers) = level.cells.get_mut(&cell) {
            numbers.retain(|other| *other != number);
            if numbers.is_empty() {
                level.cells.remove(&cell);
            }
        }
    }

    /// The rectangle with that number.
    pub fn get(&self, number: usize) -> Option<Rect> {
        self.rects.get(number).copied().flatten()
    }

    /// The numbers of all rectangles that overlap `area` or touch it, in ascending order.
    pub fn touching(&self, area: Rect) -> Vec<usize> {
        let mut found: Vec<usize> = self.met(area).collect();
        found.sort_unstable();
        found
    }

    /// Whether any rectangle overlaps `area` or touches it.
    pub fn meets(&self, area: Rect) -> bool {
        self.met(area).next().is_some()
    }

    fn met(&self, area: Rect) -> impl Iterator<Item = usize> {
        // Most areas are far away from a few rectangles, which is quickly seen.
        let is_near = self.bounds.is_some_and(|bounds| touch(bounds, area));
        let levels = self.levels.iter().filter(move |_| is_near);
        let near = levels.flat_map(move |level| level.near(area));
        near.filter(move |number| self.get(*number).is_some_and(|rect| touch(rect, area)))
    }

    /// A rectangle around all that was ever put in; `None` when there was none.
    pub const fn bounds(&self) -> Option<Rect> {
        self.bounds
    }
}

/// Whether two rectangles overlap or touch.
fn touch(a: Rect, b: Rect) -> bool {
    a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rect() -> impl Strategy<Value = Rect> {
        let length = || prop_oneof![0.0..10.0, 0.0..900.0, 0.0..20_000.0];
        (-9e3..9e3, -9e3..9e3, length(), length()).prop_map(|(x, y, w, h)| Rect::new(x, y, x + w, y + h))
    }

    proptest! {
        /// What is put, put elsewhere and taken out is found as by looking at all.
        #[test]
        fn all_that_touches_is_found(
            puts in prop::collection::vec((0..40_usize, prop::option::weighted(0.8, rect())), 1..80),
            areas in prop::collection::vec(rect(), 1..10),
        ) {
            let mut index = RectIndex::default();
            let mut all: BTreeMap<usize, Rect> = BTreeMap::new();
            for (number, rect) in puts {
                if let Some(rect) = rect {
                    index.put(number, rect);
                    all.insert(number, rect);
                } else {
                    index.take(number);
                    all.remove(&number);
                }
            }
            for area in areas {
                let touches = |b: &Rect| {
                    area.x0 <= b.x1 && b.x0 <= area.x1 && area.y0 <= b.y1 && b.y0 <= area.y1
                };
                let expected: Vec<usize> =
                    all.iter().filter(|(_, rect)| touches(rect)).map(|(number, _)| *number).collect();
                prop_assert_eq!(index.meets(area), !expected.is_empty());
                prop_assert_eq!(index.touching(area), expected);
            }
        }
    }
}
