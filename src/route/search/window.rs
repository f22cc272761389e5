//! The part of the page that one search looks at.
//!
//! Owns the interesting coordinates and the filling of the grid with costs. Must not search.

use kurbo::Rect;

use crate::route::lines::channel::Midline;
use crate::route::search::cost::{along, meeting, through};
use crate::route::search::ends::{Site, StubEnd};
use crate::route::search::grid::{Coordinates, CostGrid};
use crate::{
    geom::Orientation,
    route::lines::seg::{Seg, touch},
};

/// Cost per unit of passing through a step, when there is no other way.
const THROUGH: f64 = 30.0;
/// Also charged for slipping through the seam between steps that touch.
const SEAM: f64 = 1.0;
/// Up to this many segments in a window offer tracks beside them.
const CROWD: usize = 200;

/// A part of the page.
pub(in crate::route) struct Window<'a> {
    pub(in crate::route) site: Site<'a>,
    pub(in crate::route) midlines: &'a [Midline],
    /// Kept to steps; `None` allows passing through them.
    pub(in crate::route) clearance: Option<f64>,
    /// Whether only the coordinates that are needed for any way at all are used.
    pub(in crate::route) sparse: bool,
    /// The part of the page.
    pub(in crate::route) area: Rect,
}

impl Window<'_> {
    /// The grid for a search between these ends.
    pub(in crate::route) fn grid(&self, starts: &[StubEnd], goals: &[StubEnd]) -> CostGrid {
        let settings = &self.site.request.settings;
        let near = self.area.inflate(settings.clearance, settings.clearance);
        let steps = self.site.steps.iter().map(|(_, step)| *step);
        let steps: Vec<Rect> = steps.filter(|step| touch(*step, near)).collect();
        let (xs, ys) = self.coordinates(&steps, starts.iter().chain(goals));
        self.priced(CostGrid::new(xs, ys), &steps)
    }

    /// The grid with what steps, lines and barriers cost.
    fn priced(&self, mut grid: CostGrid, steps: &[Rect]) -> CostGrid {
        let settings = &self.site.request.settings;
        for step in steps {
            let (kept, rate) = match self.clearance {
                Some(clearance) => (step.inflate(clearance, clearance), f64::INFINITY),
                None => (step.inflate(SEAM, SEAM), THROUGH),
            };
            grid.charge(kept, |edge| if edge.enters(kept) { edge.len() * rate } else { 0.0 });
        }
        for line in self.site.lines_in(self.area) {
            let relation = self.site.relation(line);
            for seg in &line.segs {
                let area = seg.area().inflate(settings.spacing, settings.spacing);
                if touch(area, self.area) {
                    grid.charge(area, |edge| meeting(edge, seg, relation, settings));
                }
            }
        }
        for label in self.site.labels_in(self.area) {
            grid.charge(label, |edge| through(edge, label));
        }
        for barrier in &self.site.request.barriers {
            let area =
                Rect::from_points(barrier.a, barrier.b).inflate(settings.clearance, settings.clearance);
            if touch(area, self.area) {
                grid.charge(area, |edge| along(edge, *barrier, settings));
            }
        }
        grid
    }

    /// The interesting coordinates of the window.
    fn coordinates<'e>(
        &self,
        steps: &[Rect],
        ends: impl Iterator<Item = &'e StubEnd>,
    ) -> (Vec<f64>, Vec<f64>) {
        let settings = &self.site.request.settings;
        let mut axes = Axes { window: self.area, xs: Coordinates::default(), ys: Coordinates::default() };
        for end in ends {
            axes.xs.need(end.at.x);
            axes.ys.need(end.at.y);
        }
        let clearance = self.clearance.unwrap_or(settings.clearance);
        for step in steps {
            axes.edges(*step, clearance, true);
            if self.clearance.is_none() {
                axes.edges(*step, SEAM, true);
            }
        }
        if self.sparse {
            return (axes.xs.finish(), axes.ys.finish());
        }
        let midlines = self.midlines.iter();
        for midline in midlines.filter(|midline| touch(midline.area, self.area)) {
            axes.put(midline.axis, midline.at, false);
        }
        let lines = self.site.lines_in(self.area);
        let segs: Vec<&Seg> =
            lines.flat_map(|line| &line.segs).filter(|seg| touch(seg.area(), self.area)).collect();
        // In a crowd the tracks beside other lines would make the grid quadratic in their number;
        // there, midlines and nudging have to do.
        if segs.len() <= CROWD {
            for seg in segs {
                axes.put(seg.axis, seg.at - settings.spacing, false);
                axes.put(seg.axis, seg.at + settings.spacing, false);
            }
        }
        for label in self.site.labels_in(self.area) {
            axes.edges(label, 0.0, false);
        }
        for barrier in &self.site.request.barriers {
            axes.edges(Rect::from_points(barrier.a, barrier.b), settings.clearance, false);
        }
        (axes.xs.finish(), axes.ys.finish())
    }
}

/// The coordinates of both axes, cut to a window.
struct Axes {
    window: Rect,
    xs: Coordinates,
    ys: Coordinates,
}

impl Axes {
    /// Adds the coordinate of a line along `axis`.
    fn put(&mut self, axis: Orientation, at: f64, needed: bool) {
        let (lo, hi) = axis.span_across(self.window);
        if at < lo || at > hi {
            return;
        }
        let list = match axis {
            Orientation::Horizontal => &mut self.ys,
            Orientation::Vertical => &mut self.xs,
        };
        if needed {
            list.need(at);
        } else {
            list.offer(at);
        }
    }

    /// Adds the four edges of a box, `margin` outside it.
    fn edges(&mut self, rect: Rect, margin: f64, needed: bool) {
        let rect = rect.inflate(margin, margin);
        self.put(Orientation::Vertical, rect.x0, needed);
        self.put(Orientation::Vertical, rect.x1, needed);
        self.put(Orientation::Horizontal, rect.y0, needed);
        self.put(Orientation::Horizontal, rect.y1, needed);
    }
}
