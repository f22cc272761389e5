//! Places relative to lanes.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    geom::{Orientation, Point, quantise, quantise_place},
    model::{Lane, LaneId},
};

/// Where each lane of a page begins; made once for a page, since the page itself adds up the lanes each time.
pub(super) struct Bands<'a> {
    orientation: Orientation,
    lanes: Vec<(&'a LaneId, f64, f64)>,
    starts: BTreeMap<&'a str, f64>,
}

/// A place as the file keeps it: along the page, and across from the beginning of a lane.
pub(super) struct Relative<'a> {
    /// The lane, by id.
    pub(super) lane: &'a str,
    /// Along the page.
    pub(super) along: f64,
    /// Across, from the lane's beginning.
    pub(super) across: f64,
}

impl<'a> Bands<'a> {
    /// The bands of a page with these lanes.
    pub(super) fn of(orientation: Orientation, of: &'a [Arc<Lane>]) -> Self {
        let mut start = 0.0;
        let (mut lanes, mut starts) = (Vec::new(), BTreeMap::new());
        for lane in of {
            lanes.push((&lane.id, start, lane.size));
            starts.insert(lane.id.as_str(), start);
            start += lane.size;
        }
        Self { orientation, lanes, starts }
    }

    /// Which way the page runs.
    pub(super) const fn orientation(&self) -> Orientation {
        self.orientation
    }

    /// Where the lane `id` begins across the page.
    pub(super) fn start(&self, id: &str) -> Option<f64> {
        self.starts.get(id).copied()
    }

    /// The place in page coordinates; `None` where there is no such lane.
    pub(super) fn absolute(&self, place: &Relative<'_>) -> Option<Point> {
        Some(self.orientation.point(place.along, quantise_place(self.start(place.lane)? + place.across)))
    }

    /// `p` relative to the lane in whose band it lies, or to the first or last lane if it lies outside;
    /// rounded.
    ///
    /// The band is chosen by the *rounded* numbers: a point just before a border would otherwise be stored
    /// on the border, read back into the next lane, and written differently the second time.
    pub(super) fn relative(&self, p: Point) -> Relative<'a> {
        let (along, across) = (quantise_place(self.orientation.along(p)), self.orientation.across(p));
        let inside =
            self.lanes.iter().position(|(_, start, size)| quantise_place(across - start) < quantise(*size));
        let index = inside.unwrap_or(self.lanes.len().saturating_sub(1));
        let Some((lane, start, _)) = self.lanes.get(index) else {
            return Relative { lane: "", along, across: quantise_place(across) };
        };
        let offset = quantise_place(across - start);
        let across = if index == 0 { offset } else { offset.max(0.0) };
        Relative { lane: lane.as_str(), along, across }
    }
}
