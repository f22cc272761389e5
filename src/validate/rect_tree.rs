//! An index of rectangles: what lies at a place?

use crate::geom::Rect;

/// How many children a node has.
const FANOUT: usize = 16;

/// A packed R-tree, filled once.
///
/// S. Leutenegger, M. Lopez and J. Edgington, "STR: a simple and efficient algorithm for R-tree packing", ICDE
/// 1997: sorted into slices by x, each slice by y, then every sixteen neighbours share a box. Built in n log n;
/// a query costs about log n plus what it finds.
#[derive(Debug)]
pub(super) struct RectTree {
    /// The rectangles with their numbers, packed.
    items: Vec<(Rect, usize)>,
    /// The boxes around every sixteen of the level below, the lowest level first.
    levels: Vec<Vec<Rect>>,
}

impl RectTree {
    /// An index of `rects`, which are known by their place in the list.
    pub(super) fn new(rects: impl IntoIterator<Item = Rect>) -> Self {
        let mut items: Vec<_> = rects.into_iter().zip(0..).collect();
        let leaves = items.len().div_ceil(FANOUT);
        let slice = (leaves as f64).sqrt().ceil().max(1.0) as usize * FANOUT;
        // Stable sorts: equal rectangles stay in the order of the list.
        items.sort_by(|(a, _), (b, _)| a.center().x.total_cmp(&b.center().x));
        for part in items.chunks_mut(slice) {
            part.sort_by(|(a, _), (b, _)| a.center().y.total_cmp(&b.center().y));
        }
        let mut levels: Vec<Vec<Rect>> = Vec::new();
        let mut below: Vec<Rect> = items.iter().map(|(rect, _)| *rect).collect();
        while below.len() > 1 || (levels.is_empty() && !below.is_empty()) {
            below = below.chunks(FANOUT).filter_map(around).collect();
            levels.push(below.clone());
        }
        Self { items, levels }
    }

    /// The first rectangle that touches `area` and that `accept` takes: its number.
    pub(super) fn find(&self, area: Rect, mut accept: impl FnMut(Rect, usize) -> bool) -> Option<usize> {
        let top = self.levels.len();
        // Places to look at: a level (0: the items) and which sixteen of it.
        let mut waiting = vec![(top.saturating_sub(1), 0)];
        if self.levels.last().is_none_or(|root| !root.iter().any(|rect| touches(*rect, area))) {
            return None;
        }
        while let Some((level, group)) = waiting.pop() {
            if level == 0 {
                let items = self.items.chunks(FANOUT).nth(group).unwrap_or_default();
                let hit = items.iter().find(|(rect, i)| touches(*rect, area) && accept(*rect, *i));
                if let Some((_, i)) = hit {
                    return Some(*i);
                }
                continue;
            }
            let Some(boxes) = self.levels.get(level - 1) else { continue };
            let first = group * FANOUT;
            let children = boxes.iter().enumerate().skip(first).take(FANOUT).rev();
            waiting.extend(
                children.filter(|(_, rect)| touches(**rect, area)).map(|(child, _)| (level - 1, child)),
            );
        }
        None
    }
}

fn around(rects: &[Rect]) -> Option<Rect> {
    rects.iter().copied().reduce(|a, b| a.union(b))
}

fn touches(a: Rect, b: Rect) -> bool {
    a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_search_of_all_finds() {
        let rect = |i: u32| {
            let (x, y) = (f64::from(i * 7919 % 1013), f64::from(i * 104_729 % 997));
            Rect::new(x, y, x + 9.0, y + 5.0)
        };
        for count in [0, 1, 16, 17, 256, 257, 1000] {
            let rects: Vec<_> = (0..count).map(rect).collect();
            let tree = RectTree::new(rects.iter().copied());
            for area in (0..50).map(|i| rect(i * 31 + 5)) {
                let mut found = Vec::new();
                tree.find(area, |_, i| {
                    found.push(i);
                    false
                });
                found.sort_unstable();
                let expected: Vec<_> = (0..rects.len()).filter(|&i| touches(rects[i], area)).collect();
                assert_eq!(found, expected, "{count} {area:?}");
            }
        }
    }
}
