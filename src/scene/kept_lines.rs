//! The connectors of the last scene, and which of them still hold.

use std::{cmp::Ordering, collections::BTreeSet, sync::Arc};

use super::{
    connectors,
    grid::tint_at,
    item::{Item, Prim},
    kept_steps::StepChanges,
    merge::{Kept, Merge},
    theme::{Ink, Theme},
    view::View,
};
use crate::{
    geom::{Point, Rect, RectIndex},
    model::{Color, Connector, LineJumps, StepId, Text},
    route::{Uprights, upright_rects},
    shape,
};

/// More lines than this are cheaper sorted at once than put into their places one by one.
const MANY: usize = 200;

/// A connector and its picture.
#[derive(Debug)]
struct KeptLine {
    connector: Arc<Connector>,
    points: Vec<Point>,
    /// The box around the points.
    area: Rect,
    items: Vec<Arc<Item>>,
    label: Option<Arc<Item>>,
    /// What the label says, and whether it is that of a decision's branch, as it was laid out last.
    said: Option<(String, bool)>,
    halo: Color,
    stale: bool,
}

impl Kept for KeptLine {
    type Record = Connector;

    fn record(&self) -> &Arc<Connector> {
        &self.connector
    }

    fn order(a: &Connector, b: &Connector) -> Ordering {
        a.id.cmp(&b.id)
    }
}

/// The connectors by id, and the upright pieces of all of them.
#[derive(Debug, Default)]
pub(super) struct KeptLines {
    lines: Vec<KeptLine>,
    uprights: Uprights,
}

/// How the connectors differ from the last scene's.
#[derive(Debug, Default)]
pub(super) struct LineChanges {
    /// Steps of which something else is to be said, because of what leaves them.
    pub(super) retold: BTreeSet<StepId>,
    /// Whether there may be other kinds than before.
    pub(super) kinds: bool,
    /// Whether the order in which the flow is told may be another one.
    pub(super) order: bool,
    /// Upright pieces that came or went.
    uprights: Vec<Rect>,
}

impl KeptLines {
    /// Takes in the connectors of the page, whose steps changed as `steps` says.
    pub(super) fn sync(&mut self, view: &View<'_>, steps: &StepChanges) -> LineChanges {
        let mut changes = LineChanges::default();
        let mut merge = Merge::new(std::mem::take(&mut self.lines));
        self.lines.reserve(view.page.connectors.len());
        let mut moved = Moved::default();
        for connector in view.page.connectors.values() {
            let ends = || [&connector.from, &connector.to].into_iter().filter_map(|end| end.step());
            let stands = steps.changed.is_empty() || !ends().any(|id| steps.changed.contains(id));
            if connector.to.step().is_some_and(|id| steps.renamed.contains(id)) {
                changes.retold.extend(connector.from.step().cloned());
            }
            let old = match merge.take(connector) {
                Some(kept) if stands && Arc::ptr_eq(&kept.connector, connector) => {
                    self.lines.push(kept);
                    continue;
                }
                old => old,
            };
            changes.note(old.as_ref().map(|old| old.connector.as_ref()), Some(connector));
            let points = shape::polyline(view.page, connector).map(|line| line.points).unwrap_or_default();
            let before = old.as_ref().map(|old| old.points.as_slice()).unwrap_or_default();
            if before != points {
                moved.note(before, &points);
            }
            self.lines.push(KeptLine::new(connector, points, old));
        }
        for gone in merge.gone() {
            changes.note(Some(&gone.connector), None);
            moved.note(&gone.points, &[]);
        }
        changes.uprights = self.replace(&moved);
        changes
    }

    /// Brings the upright pieces up to date; says which came or went.
    fn replace(&mut self, moved: &Moved) -> Vec<Rect> {
        if moved.old.len() + moved.new.len() > MANY {
            self.uprights = Uprights::default();
            self.uprights.add_all(self.lines.iter().map(|line| line.points.as_slice()));
        } else {
            moved.old.iter().for_each(|points| self.uprights.remove(points));
            moved.new.iter().for_each(|points| self.uprights.add(points));
        }
        moved.old.iter().chain(&moved.new).flat_map(|points| upright_rects(points)).collect()
    }

    /// Draws what is stale, and what crosses or crossed a line that runs otherwise now.
    pub(super) fn redraw(
        &mut self,
        view: &View<'_>,
        theme: &Theme,
        tints: &[(Ink, f64, f64)],
        changes: &LineChanges,
    ) {
        let uprights = RectIndex::of(changes.uprights.iter().copied());
        let hull = uprights.bounds();
        for line in &mut self.lines {
            let is_near = hull.is_some_and(|hull| touch(line.area, hull));
            if line.stale || (is_near && uprights.meets(line.area)) {
                line.redraw(theme, (&self.uprights, view.document.line_jumps));
            }
            line.relabel(view, theme, tints);
            line.stale = false;
        }
    }

    /// The pictures of all lines, without labels.
    pub(super) fn items(&self) -> impl Iterator<Item = &Arc<Item>> {
        self.lines.iter().flat_map(|line| &line.items)
    }

    /// The pictures of all labels.
    pub(super) fn labels(&self) -> impl Iterator<Item = &Arc<Item>> {
        self.lines.iter().filter_map(|line| line.label.as_ref())
    }
}

impl KeptLine {
    fn new(connector: &Arc<Connector>, points: Vec<Point>, old: Option<Self>) -> Self {
        let first = points.first().copied().unwrap_or_default();
        let area = points.iter().fold(Rect::from_points(first, first), |area, point| area.union_pt(*point));
        let (items, label, said) = old.map(|old| (old.items, old.label, old.said)).unwrap_or_default();
        let connector = Arc::clone(connector);
        Self { connector, points, area, items, label, said, halo: Color::WHITE, stale: true }
    }

    fn redraw(&mut self, theme: &Theme, jumps: (&Uprights, LineJumps)) {
        let drawn = if self.points.is_empty() {
            Vec::new()
        } else {
            connectors::draw(theme, &self.connector, &self.points, jumps)
        };
        let old = std::mem::take(&mut self.items);
        let mut old = old.into_iter();
        self.items = drawn.into_iter().map(|item| kept_or_new(old.next(), item)).collect();
    }

    fn relabel(&mut self, view: &View<'_>, theme: &Theme, tints: &[(Ink, f64, f64)]) {
        let label = self.connector.route.as_ref().and_then(|route| route.label);
        let halo = label.map_or(Color::WHITE, |label| tint_at(tints, view.page.orientation, label.at));
        if self.stale || halo != self.halo {
            let (text, of_decision) = connectors::said(view, &self.connector);
            let is_same = self.said.as_ref().is_some_and(|(old, of)| old == text && *of == of_decision);
            if !is_same {
                self.said = Some((text.to_owned(), of_decision));
            }
            // Breaking a text into lines costs more than all else of a label.
            let laid_out = self.label.as_ref().filter(|_| is_same).and_then(|item| match &item.prim {
                Prim::Text(text) => Some(text.block.clone()),
                Prim::Path { .. } | Prim::Group { .. } => None,
            });
            let drawn = connectors::draw_label(view, theme, &self.connector, (halo, laid_out));
            self.label = drawn.map(|item| kept_or_new(self.label.take(), item));
            self.halo = halo;
        }
    }
}

impl LineChanges {
    fn note(&mut self, old: Option<&Connector>, new: Option<&Connector>) {
        let has_kind = old.map(|c| c.kind) == new.map(|c| c.kind);
        self.kinds |= !has_kind;
        if !has_kind || old.map(said) != new.map(said) {
            self.order = true;
            let both = [old, new].into_iter().flatten();
            self.retold.extend(both.filter_map(|connector| connector.from.step().cloned()));
        }
    }
}

/// What a reader who does not see the picture hears of a connector.
fn said(connector: &Connector) -> (Option<&StepId>, Option<&StepId>, &Text) {
    (connector.from.step(), connector.to.step(), &connector.label)
}

/// Lines that ran and lines that run otherwise now.
#[derive(Default)]
struct Moved {
    old: Vec<Vec<Point>>,
    new: Vec<Vec<Point>>,
}

impl Moved {
    fn note(&mut self, old: &[Point], new: &[Point]) {
        self.old.push(old.to_vec());
        self.new.push(new.to_vec());
    }
}

/// The old item where the new one is the same, so that others see that nothing changed.
fn kept_or_new(old: Option<Arc<Item>>, new: Item) -> Arc<Item> {
    old.filter(|old| **old == new).unwrap_or_else(|| Arc::new(new))
}

fn touch(a: Rect, b: Rect) -> bool {
    a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1
}
