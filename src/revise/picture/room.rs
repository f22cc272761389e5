//! Places that cover nothing.

use crate::geom::{Rect, RectIndex, Size, Vec2};

/// How often a place further away is tried.
const RINGS: u32 = 12;

/// What must not be covered.
#[derive(Default)]
pub(super) struct FreeRoom {
    taken: RectIndex,
    count: usize,
}

impl FreeRoom {
    /// The room beside what is `taken`.
    pub(super) fn beside(taken: impl IntoIterator<Item = Rect>) -> Self {
        let mut room = Self::default();
        room.take_all(taken);
        room
    }

    /// Nothing may stand on these either.
    pub(super) fn take_all(&mut self, taken: impl IntoIterator<Item = Rect>) {
        for rect in taken {
            self.taken.put(self.count, rect);
            self.count += 1;
        }
    }

    /// Takes the first of some `places` that covers nothing, or else the nearest to them that does not.
    pub(super) fn take_one(&mut self, places: &[Rect]) -> Option<Rect> {
        let around = places.iter().flat_map(|place| around(*place));
        let place = places.iter().copied().chain(around).find(|place| !self.taken.meets(*place));
        let place = place.or_else(|| places.first().copied())?;
        self.take_all([place]);
        Some(place)
    }
}

/// Places of the same size around `place`, the nearer ones first.
fn around(place: Rect) -> impl Iterator<Item = Rect> {
    let Size { width, height } = place.size();
    let (right, down) = (width / 2.0 + 4.0, height / 2.0 + 4.0);
    let directions = [
        (0.0, 1.0),
        (0.0, -1.0),
        (1.0, 0.0),
        (-1.0, 0.0),
        (1.0, 1.0),
        (-1.0, 1.0),
        (1.0, -1.0),
        (-1.0, -1.0),
    ];
    (1..=RINGS).map(f64::from).flat_map(move |ring| {
        directions.into_iter().map(move |(x, y)| place + Vec2::new(x * right * ring, y * down * ring))
    })
}

#[cfg(test)]
mod tests {
    use super::FreeRoom;
    use crate::geom::Rect;

    #[test]
    fn a_place_that_is_taken_is_left_for_the_next_one() {
        let mut room = FreeRoom::beside([Rect::new(0.0, 0.0, 10.0, 10.0)]);
        let (first, second) = (Rect::new(5.0, 5.0, 9.0, 9.0), Rect::new(20.0, 0.0, 24.0, 4.0));
        assert_eq!(room.take_one(&[first, second]), Some(second));
        let third = room.take_one(&[first, second]).expect("there is room around");
        assert!(!third.overlaps(second) && !third.overlaps(Rect::new(0.0, 0.0, 10.0, 10.0)), "{third:?}");
    }
}
