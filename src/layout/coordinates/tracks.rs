//! Parallel runs beside each other: the order of the tracks of one line of the sheet.
//!
//! Owns which of the runs on a row, column or channel lies before which, and how far apart they are. Must not know
//! steps or pages.
//!
//! Two runs that overlap cross once or not at all depending on their order, because of where their neighbours lead:
//! the order is chosen for the fewest crossings, as in channel routing and in the nudging of Wybrow, Marriott,
//! Stuckey (GD 2009). Then each run lies as far out as those before it allow.

use crate::{
    geom::{IxVec, indices},
    layout::coordinates::runs::RunIx,
    progress::{Progress, Stopped},
};

indices!(pub(in crate::layout),
    /// A track, or a label that takes up room like one.
    ItemIx,
);

/// A conflict weighs as much as so many crossings.
const CONFLICT: i32 = 40;
/// Lines with more items are ordered without trying each place for each item.
const CROWD: usize = 160;
/// Places nearer than this are one.
const SAME: f64 = 0.01;

/// Where a run leads to on another line.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::layout) struct Arm {
    /// The place along the run.
    pub(in crate::layout) at: f64,
    /// Whether it leads behind this line (to larger coordinates).
    pub(in crate::layout) is_behind: bool,
    /// Whether nothing else may lie at that place on the other line, because it cannot be shifted.
    pub(in crate::layout) is_fixed: bool,
}

/// What an item is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::layout) enum TrackKind {
    /// Runs of one net.
    Line,
    /// A label that stands at the beginning of the channel and reaches so far into it.
    First(f64),
    /// A label that stands at the end of the channel and reaches so far into it.
    Last(f64),
}

/// Something on a line of the sheet.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::layout) struct TrackItem {
    pub(in crate::layout) kind: TrackKind,
    /// Extent along the line.
    pub(in crate::layout) span: (f64, f64),
    pub(in crate::layout) arms: Vec<Arm>,
    pub(in crate::layout) runs: Vec<RunIx>,
    pub(in crate::layout) net: u32,
    /// How much a run would lose if it were not in the middle; larger ones stay there.
    pub(in crate::layout) anchor: u32,
    /// How far it may lie from the middle of a row or column without missing its steps.
    pub(in crate::layout) reach: f64,
}

/// Joins the runs of the same net that touch each other.
pub(in crate::layout) fn merged(mut items: Vec<TrackItem>) -> Vec<TrackItem> {
    items.sort_by(|a, b| a.net.cmp(&b.net).then(a.span.0.total_cmp(&b.span.0)));
    let mut out: Vec<TrackItem> = Vec::with_capacity(items.len());
    for item in items {
        match out.last_mut() {
            Some(last) if last.net == item.net && item.span.0 <= last.span.1 + SAME => {
                last.span.1 = last.span.1.max(item.span.1);
                last.arms.extend(item.arms);
                last.runs.extend(item.runs);
                last.anchor = last.anchor.max(item.anchor);
                last.reach = last.reach.min(item.reach);
            }
            Some(_) | None => out.push(item),
        }
    }
    out
}

/// Items in the order of their tracks.
pub(in crate::layout) struct Tracks {
    pub(in crate::layout) items: IxVec<ItemIx, TrackItem>,
    pub(in crate::layout) order: Vec<ItemIx>,
    /// How far apart along the line two items must be to share a track.
    gap: f64,
}

impl Tracks {
    /// Orders items. Those that are less than `gap` apart along the line get different tracks.
    pub(in crate::layout) fn new(
        items: Vec<TrackItem>,
        gap: f64,
        progress: &mut Progress<'_>,
    ) -> Result<Self, Stopped> {
        let none = TrackItem {
            kind: TrackKind::Line,
            span: (0.0, 0.0),
            arms: Vec::new(),
            runs: Vec::new(),
            net: u32::MAX,
            anchor: 0,
            reach: f64::INFINITY,
        };
        let items = IxVec::new(items, none);
        let mut tracks = Self { order: items.ids().collect(), items, gap };
        tracks.sort(progress)?;
        Ok(tracks)
    }

    fn meets(&self, a: ItemIx, b: ItemIx) -> bool {
        let (a, b) = (self.items.get(a).span, self.items.get(b).span);
        a.0 < b.1 + self.gap && b.0 < a.1 + self.gap
    }

    fn sort(&mut self, progress: &mut Progress<'_>) -> Result<(), Stopped> {
        let lines: Vec<ItemIx> =
            self.items.iter().filter(|(_, item)| item.kind == TrackKind::Line).map(|(ix, _)| ix).collect();
        let mut order = self.by_preference(&lines, progress)?;
        if order.len() <= CROWD {
            self.improve(&mut order);
        }
        let of = |is_first: bool| {
            let kind = move |item: &TrackItem| match item.kind {
                TrackKind::First(_) => is_first,
                TrackKind::Last(_) => !is_first,
                TrackKind::Line => false,
            };
            self.items.iter().filter(move |(_, item)| kind(item)).map(|(ix, _)| ix)
        };
        self.order = of(true).chain(order).chain(of(false)).collect();
        Ok(())
    }

    /// The items that gain most by lying first, first.
    fn by_preference(&self, lines: &[ItemIx], progress: &mut Progress<'_>) -> Result<Vec<ItemIx>, Stopped> {
        let mut ranked: Vec<(i32, ItemIx)> = Vec::with_capacity(lines.len());
        for a in lines {
            progress.ask()?;
            let others = lines.iter().filter(|b| *b != a && self.meets(*a, **b));
            ranked.push((others.map(|b| self.gain(*a, *b)).sum::<i32>(), *a));
        }
        ranked.sort_unstable();
        Ok(ranked.into_iter().map(|(_, ix)| ix).collect())
    }

    /// Moves each item to the place where it costs least, until nothing changes.
    fn improve(&self, order: &mut Vec<ItemIx>) {
        for _ in 0..6 {
            let mut has_changed = false;
            for ix in order.clone() {
                let Some(at) = order.iter().position(|other| *other == ix) else { continue };
                let (mut best, mut place) = (0, at);
                let mut sum = 0;
                for (back, other) in order.iter().take(at).rev().enumerate() {
                    sum += self.gain(ix, *other);
                    if sum < best {
                        (best, place) = (sum, at - back - 1);
                    }
                }
                sum = 0;
                for (ahead, other) in order.iter().skip(at + 1).enumerate() {
                    sum -= self.gain(ix, *other);
                    if sum < best {
                        (best, place) = (sum, at + ahead + 1);
                    }
                }
                if place != at {
                    order.remove(at);
                    order.insert(place, ix);
                    has_changed = true;
                }
            }
            if !has_changed {
                break;
            }
        }
    }

    /// What it costs more when `a` lies before `b` than the other way round.
    fn gain(&self, a: ItemIx, b: ItemIx) -> i32 {
        if !self.meets(a, b) {
            return 0;
        }
        let (a, b) = (self.items.get(a), self.items.get(b));
        cost(a, b) - cost(b, a)
    }

    /// How far each item lies from the beginning of the channel, and how wide the channel must be.
    pub(in crate::layout) fn offsets(&self, margin: (f64, f64), spacing: f64) -> (IxVec<ItemIx, f64>, f64) {
        let mut offsets: IxVec<ItemIx, f64> = IxVec::filled(self.items.len(), 0.0);
        let mut width: f64 = 0.0;
        let mut done: Vec<ItemIx> = Vec::with_capacity(self.order.len());
        for ix in &self.order {
            let item = self.items.get(*ix);
            let near = done.iter().filter(|other| self.meets(*ix, **other));
            let offset = match item.kind {
                TrackKind::First(depth) => {
                    width = width.max(depth + margin.1);
                    depth
                }
                TrackKind::Line => {
                    let behind = near.map(|other| {
                        *offsets.get(*other) + spacing.min(room(self.items.get(*other), spacing))
                    });
                    let offset = behind.fold(margin.0, f64::max);
                    width = width.max(offset + margin.1);
                    offset
                }
                TrackKind::Last(depth) => {
                    let last = near.map(|other| *offsets.get(*other)).fold(0.0, f64::max);
                    width = width.max(last + LABEL_GAP + depth).max(depth + margin.0);
                    last
                }
            };
            offsets.set(*ix, offset);
            done.push(*ix);
        }
        (offsets, width)
    }

    /// How far each item lies from the middle of a row or column; of those that touch each other, the one that cannot
    /// leave the middle stays there.
    pub(in crate::layout) fn about_middle(
        &self,
        spacing: f64,
        progress: &mut Progress<'_>,
    ) -> Result<IxVec<ItemIx, f64>, Stopped> {
        let mut level: IxVec<ItemIx, usize> = IxVec::filled(self.items.len(), 0);
        // The group of each item, and the items of each group.
        let mut group: IxVec<ItemIx, ItemIx> = IxVec::new(self.items.ids().collect(), ItemIx(0));
        let mut members = IxVec::new(self.items.ids().map(|ix| vec![ix]).collect(), Vec::new());
        let mut done: Vec<ItemIx> = Vec::with_capacity(self.order.len());
        for ix in &self.order {
            progress.ask()?;
            for other in done.iter().filter(|other| self.meets(*ix, **other)) {
                level.set(*ix, (level.get(*other) + 1).max(*level.get(*ix)));
                let (old, new) = (*group.get(*other), *group.get(*ix));
                if old == new {
                    continue;
                }
                let joined = members.get_mut(old).map(std::mem::take).unwrap_or_default();
                for ix in &joined {
                    group.set(*ix, new);
                }
                if let Some(members) = members.get_mut(new) {
                    members.extend(joined);
                }
            }
            done.push(*ix);
        }
        let mut offsets = IxVec::filled(self.items.len(), 0.0);
        for mut members in members.as_slice().iter().cloned() {
            members.sort_unstable();
            let items = || members.iter().map(|ix| (*ix, self.items.get(*ix)));
            let middle = middle(items(), &level);
            let from_middle = |ix: ItemIx| (*level.get(ix) as f64 - middle) * spacing;
            // Where a side is too small for all its lines they lie closer together.
            let share = items().map(|(ix, item)| (item.reach / from_middle(ix).abs()).min(1.0));
            let share = share.fold(1.0, f64::min);
            for ix in &members {
                offsets.set(*ix, share * from_middle(*ix));
            }
        }
        Ok(offsets)
    }
}

/// How strongly a line to a pointed step is held in the middle.
pub(in crate::layout) const POINTED: u32 = 4;

/// The room between a label and a line beside it.
pub(in crate::layout) const LABEL_GAP: f64 = 8.0;

/// The level in the middle of a group: that of what cannot leave the middle, if there is such a thing.
fn middle<'t>(members: impl Iterator<Item = (ItemIx, &'t TrackItem)>, level: &IxVec<ItemIx, usize>) -> f64 {
    let (mut most, mut strongest, mut at) = (0, 0, 0);
    for (ix, item) in members {
        most = most.max(*level.get(ix));
        if item.anchor > strongest {
            (strongest, at) = (item.anchor, *level.get(ix));
        }
    }
    if strongest >= POINTED { at as f64 } else { most as f64 / 2.0 }
}

fn room(item: &TrackItem, spacing: f64) -> f64 {
    match item.kind {
        TrackKind::First(_) => LABEL_GAP,
        TrackKind::Line | TrackKind::Last(_) => spacing,
    }
}

/// How often `a`, lying before `b`, crosses it; more where lines would lie on each other.
fn cost(a: &TrackItem, b: &TrackItem) -> i32 {
    let inside = |at: f64, span: (f64, f64)| span.0 + SAME < at && at < span.1 - SAME;
    let mut sum = 0;
    for arm in a.arms.iter().filter(|arm| arm.is_behind) {
        if inside(arm.at, b.span) {
            sum += 1;
        }
        for other in b.arms.iter().filter(|other| !other.is_behind && (other.at - arm.at).abs() < SAME) {
            sum += if arm.is_fixed || other.is_fixed {
                CONFLICT
            } else {
                i32::from(is_same_end(arm.at, a.span, b.span))
            };
        }
    }
    sum + b.arms.iter().filter(|arm| !arm.is_behind && inside(arm.at, a.span)).map(|_| 1).sum::<i32>()
}

/// Whether two spans end at a place in the same direction.
fn is_same_end(at: f64, a: (f64, f64), b: (f64, f64)) -> bool {
    let is_start = |span: (f64, f64)| (span.0 - at).abs() < SAME;
    is_start(a) == is_start(b)
}
