//! The connectors of the last scene, and which of them still hold.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;

use super::{
    connectors,
    grid::tint_at,
    item::{Item, Prim},
    kept_steps::StepChanges,
    merge::{Kept, Merge, changed_places},
    pile::Pile,
    theme::{Ink, Theme},
    view::View,
};
use crate::{
    geom::{Point, Rect, RectIndex},
    model::{Color, Connector, ConnectorId, LineJumps, StepId, Text},
    route::{Uprights, upright_rects},
    shape,
    text::TextBlock,
};

/// More lines than this are cheaper sorted at once than put into their places one by one.
const MANY: usize = 200;
/// So many lines are worth another processor.
const SHARE: usize = 500;

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
    /// Whether a line that crosses or crossed it runs otherwise now.
    is_crossed: bool,
    /// Whether it was made of more or fewer items when it was drawn last.
    is_other_pile: bool,
    /// Where in the pile the first of the items and the label lie.
    at: usize,
    label_at: usize,
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
    /// The colours of the lanes when the labels were drawn.
    tints: Vec<(Ink, f64, f64)>,
    /// The places of those that were drawn anew.
    redrawn: Vec<usize>,
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
    /// Whether some came or went.
    pub(super) is_other_pile: bool,
    moved: Moved,
    /// Upright pieces that came or went.
    uprights: Vec<Rect>,
}

impl KeptLines {
    /// Takes in the connectors of the page, whose steps changed as `steps` says.
    pub(super) fn sync(&mut self, view: &View<'_>, steps: &StepChanges) -> LineChanges {
        let mut changes = LineChanges::default();
        match changed_places(&self.lines, view.page.connectors.values()) {
            Some(mut places) => {
                places.extend(self.places_at(view, &steps.changed));
                places.sort_unstable();
                places.dedup();
                self.renew(view, places, &mut changes);
            }
            None => self.merge(view, steps, &mut changes),
        }
        for id in &steps.renamed {
            let before = view.page.connectors.entering(id).filter_map(|connector| connector.from.step());
            changes.retold.extend(before.cloned());
        }
        changes.uprights = self.replace(&changes.moved);
        changes
    }

    /// The places of the connectors with an end on some steps.
    fn places_at(&self, view: &View<'_>, steps: &BTreeSet<StepId>) -> Vec<usize> {
        let touching = steps.iter().flat_map(|id| view.page.connectors.touching(id));
        touching.filter_map(|connector| self.place(&connector.id)).collect()
    }

    fn place(&self, id: &ConnectorId) -> Option<usize> {
        self.lines.binary_search_by(|line| line.connector.id.cmp(id)).ok()
    }

    /// Takes in what became of the connectors at some places, which are of the same ids.
    fn renew(&mut self, view: &View<'_>, places: Vec<usize>, changes: &mut LineChanges) {
        for place in places {
            let Some(line) = self.lines.get_mut(place) else { continue };
            let Some(connector) = view.page.connectors.get(&line.connector.id) else { continue };
            changes.note(Some(&line.connector), Some(connector));
            line.put(view, connector, &mut changes.moved);
        }
    }

    /// Takes in connectors of which some came or went.
    fn merge(&mut self, view: &View<'_>, steps: &StepChanges, changes: &mut LineChanges) {
        changes.is_other_pile = true;
        let mut merge = Merge::new(std::mem::take(&mut self.lines));
        self.lines.reserve(view.page.connectors.len());
        for connector in view.page.connectors.values() {
            let ends = || [&connector.from, &connector.to].into_iter().filter_map(|end| end.step());
            let stands = steps.changed.is_empty() || !ends().any(|id| steps.changed.contains(id));
            let old = merge.take(connector);
            let is_same = old.as_ref().is_some_and(|old| Arc::ptr_eq(&old.connector, connector));
            if !is_same {
                changes.note(old.as_ref().map(|old| old.connector.as_ref()), Some(connector));
            }
            let mut line = old.unwrap_or_else(|| KeptLine::new(connector));
            if !is_same || !stands {
                line.put(view, connector, &mut changes.moved);
            }
            self.lines.push(line);
        }
        for gone in merge.gone() {
            changes.note(Some(&gone.connector), None);
            changes.moved.note(&gone.points, &[]);
        }
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

    /// Draws what is stale, and what crosses or crossed a line that runs otherwise now; says whether as much as before
    /// was made of each.
    pub(super) fn redraw(
        &mut self,
        view: &View<'_>,
        theme: &Theme,
        tints: &[(Ink, f64, f64)],
        changes: &mut LineChanges,
    ) {
        let crossed = RectIndex::of(changes.uprights.iter().copied());
        let hull = crossed.bounds();
        let is_tinted_anew = self.tints != tints;
        if is_tinted_anew {
            self.tints = tints.to_vec();
        }
        self.lines.par_iter_mut().with_min_len(SHARE).for_each(|line| {
            let is_near = hull.is_some_and(|hull| hull.overlaps(line.area));
            line.is_crossed = is_near && crossed.meets(line.area);
            if line.stale || line.is_crossed {
                line.redraw(theme, (&self.uprights, view.document.line_jumps));
            }
        });
        self.redrawn.clear();
        let mut laid_out = LabelMemo::default();
        for (place, line) in self.lines.iter_mut().enumerate() {
            if line.stale || line.is_crossed || is_tinted_anew {
                let had_label = line.label.is_some();
                line.relabel(view, theme, tints, &mut laid_out);
                changes.is_other_pile |= line.is_other_pile || had_label != line.label.is_some();
                line.stale = false;
                self.redrawn.push(place);
            }
        }
    }

    /// Lays the pictures of all lines on those of others, without labels.
    pub(super) fn lay(&mut self, items: &mut Vec<Arc<Item>>) {
        for line in &mut self.lines {
            line.at = items.len();
            items.extend(line.items.iter().cloned());
        }
    }

    /// Lays the pictures of all labels on those of others.
    pub(super) fn lay_labels(&mut self, items: &mut Vec<Arc<Item>>) {
        for line in &mut self.lines {
            line.label_at = items.len();
            items.extend(line.label.clone());
        }
    }

    /// Puts the pictures that were drawn anew into their places.
    pub(super) fn put(&self, pile: &mut Pile) {
        for line in self.redrawn.iter().filter_map(|place| self.lines.get(*place)) {
            pile.put(line.at, &line.items);
            pile.put(line.label_at, &line.label);
        }
    }
}

impl KeptLine {
    /// A line that is not drawn yet and has no points.
    fn new(connector: &Arc<Connector>) -> Self {
        Self {
            connector: Arc::clone(connector),
            points: Vec::new(),
            area: Rect::ZERO,
            items: Vec::new(),
            label: None,
            said: None,
            halo: Color::WHITE,
            stale: true,
            is_crossed: false,
            is_other_pile: false,
            at: 0,
            label_at: 0,
        }
    }

    /// Takes in the record of the same id that there is now, and where it runs.
    fn put(&mut self, view: &View<'_>, connector: &Arc<Connector>, moved: &mut Moved) {
        let points = shape::polyline(view.page, connector).map(|line| line.points).unwrap_or_default();
        let first = points.first().copied().unwrap_or_default();
        self.area = points.iter().fold(Rect::from_points(first, first), |area, point| area.union_pt(*point));
        self.connector = Arc::clone(connector);
        self.stale = true;
        let before = std::mem::replace(&mut self.points, points);
        if before != self.points {
            moved.note(&before, &self.points);
        }
    }

    fn redraw(&mut self, theme: &Theme, jumps: (&Uprights, LineJumps)) {
        let drawn = if self.points.is_empty() {
            Vec::new()
        } else {
            connectors::draw(theme, &self.connector, &self.points, jumps)
        };
        let old = std::mem::take(&mut self.items);
        self.is_other_pile = old.len() != drawn.len();
        let mut old = old.into_iter();
        self.items = drawn.into_iter().map(|item| kept_or_new(old.next(), item)).collect();
    }

    fn relabel(
        &mut self,
        view: &View<'_>,
        theme: &Theme,
        tints: &[(Ink, f64, f64)],
        laid_out: &mut LabelMemo,
    ) {
        let label = self.connector.route.as_ref().and_then(|route| route.label);
        let halo = label.map_or(Color::WHITE, |label| tint_at(tints, view.page.orientation, label.at));
        if self.stale || halo != self.halo {
            let (text, of_decision) = connectors::said(view, &self.connector);
            let is_same = self.said.as_ref().is_some_and(|(old, of)| old == text && *of == of_decision);
            if !is_same {
                self.said = Some((text.to_owned(), of_decision));
            }
            // Breaking a text into lines costs more than all else of a label.
            let kept = self.label.as_ref().filter(|_| is_same).and_then(|item| match &item.prim {
                Prim::Text(text) => Some(Arc::clone(&text.block)),
                Prim::Path { .. } | Prim::Group { .. } => None,
            });
            let lay_out =
                |text: &str, of_decision| kept.unwrap_or_else(|| laid_out.block(view, text, of_decision));
            let drawn = connectors::draw_label(view, theme, &self.connector, halo, lay_out);
            self.label = drawn.map(|item| kept_or_new(self.label.take(), item));
            self.halo = halo;
        }
    }
}

/// Labels of the same text, which many lines have, as they were laid out for the first of them.
#[derive(Default)]
struct LabelMemo(BTreeMap<(String, bool), Arc<TextBlock>>);

impl LabelMemo {
    fn block(&mut self, view: &View<'_>, text: &str, of_decision: bool) -> Arc<TextBlock> {
        let lay_out = || shape::connector_label(view.fonts, text, of_decision).into();
        Arc::clone(self.0.entry((text.to_owned(), of_decision)).or_insert_with(lay_out))
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
#[derive(Debug, Default)]
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
