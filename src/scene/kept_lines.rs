//! The connectors of the last scene, and which of them still hold.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;

use super::{
    connectors::{self, Said},
    grid::tint_at,
    item::{Item, Prim},
    kept_steps::{KeptSteps, StepChanges},
    merge::{Kept, Merge, changed_places},
    pile::Pile,
    theme::{Ink, Theme},
    view::View,
};
use crate::{
    geom::{Point, Rect, RectIndex},
    model::{Color, Connector, End, LineJumps, StepId, Text},
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
    /// The places of the steps at its ends.
    ends: [Option<usize>; 2],
    points: Vec<Point>,
    /// The points that it had before it was led otherwise in this scene.
    old_points: Option<Vec<Point>>,
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
    /// Takes in the connectors of the page, whose steps are `kept_steps` and changed as `steps` says.
    pub(super) fn sync(
        &mut self,
        view: &View<'_>,
        kept_steps: &KeptSteps,
        steps: &StepChanges,
    ) -> LineChanges {
        let mut changes = LineChanges::default();
        if steps.is_renumbered {
            self.lines.iter_mut().for_each(|line| line.find_ends(kept_steps));
        }
        match changed_places(&self.lines, view.page.connectors.values()) {
            Some(changed) => self.renew(&changed, kept_steps, steps, &mut changes),
            None => self.merge(view, kept_steps, steps, &mut changes),
        }
        for id in &steps.renamed {
            let before = view.page.connectors.entering(id).filter_map(|connector| connector.from.step());
            changes.retold.extend(before.cloned());
        }
        changes.uprights = self.replace(&changes.moved);
        changes
    }

    /// Takes in what became of the connectors, which are of the same ids, and of their steps.
    fn renew(
        &mut self,
        changed: &[(usize, &Arc<Connector>)],
        kept_steps: &KeptSteps,
        steps: &StepChanges,
        changes: &mut LineChanges,
    ) {
        let mut changed = changed.iter().peekable();
        for (place, line) in self.lines.iter_mut().enumerate() {
            if let Some((_, connector)) = changed.next_if(|(at, _)| *at == place) {
                changes.note(Some(&line.connector), Some(connector));
                line.put(kept_steps, connector);
            } else if line.has_moved_steps(steps) {
                line.lead(kept_steps);
            } else {
                continue;
            }
            changes.moved.note(place, line);
        }
    }

    /// Takes in connectors of which some came or went.
    fn merge(
        &mut self,
        view: &View<'_>,
        kept_steps: &KeptSteps,
        steps: &StepChanges,
        changes: &mut LineChanges,
    ) {
        changes.is_other_pile = true;
        let mut merge = Merge::new(std::mem::take(&mut self.lines));
        self.lines.reserve(view.page.connectors.len());
        for connector in view.page.connectors.values() {
            let old = merge.take(connector);
            let is_same = old.as_ref().is_some_and(|old| Arc::ptr_eq(&old.connector, connector));
            if !is_same {
                changes.note(old.as_ref().map(|old| old.connector.as_ref()), Some(connector));
            }
            let mut line = old.unwrap_or_else(|| KeptLine::new(connector, kept_steps));
            if !is_same {
                line.put(kept_steps, connector);
            } else if line.has_moved_steps(steps) {
                line.lead(kept_steps);
            }
            changes.moved.note(self.lines.len(), &mut line);
            self.lines.push(line);
        }
        for gone in merge.gone() {
            changes.note(Some(&gone.connector), None);
            changes.moved.old.push(gone.points);
        }
    }

    /// Brings the upright pieces up to date; says which came or went.
    fn replace(&mut self, moved: &Moved) -> Vec<Rect> {
        let new =
            || moved.new.iter().filter_map(|place| self.lines.get(*place)).map(|line| line.points.as_slice());
        if moved.old.len() + moved.new.len() > MANY {
            self.uprights = Uprights::default();
            self.uprights.add_all(self.lines.iter().map(|line| line.points.as_slice()));
        } else {
            moved.old.iter().for_each(|points| self.uprights.remove(points));
            new().for_each(|points| self.uprights.add(points));
        }
        moved.old.iter().map(Vec::as_slice).chain(new()).flat_map(upright_rects).collect()
    }

    /// Draws what is stale, and what crosses or crossed a line that runs otherwise now; says whether as much as before
    /// was made of each.
    pub(super) fn redraw(
        &mut self,
        view: &View<'_>,
        kept_steps: &KeptSteps,
        tints: &[(Ink, f64, f64)],
        changes: &mut LineChanges,
    ) {
        let theme = &Theme::of(view.document.theme);
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
                line.relabel(view, kept_steps, tints, &mut laid_out);
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
    fn new(connector: &Arc<Connector>, steps: &KeptSteps) -> Self {
        let mut line = Self {
            connector: Arc::clone(connector),
            ends: [None; 2],
            points: Vec::new(),
            old_points: None,
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
        };
        line.find_ends(steps);
        line
    }

    fn find_ends(&mut self, steps: &KeptSteps) {
        let place = |end: &End| end.step().and_then(|id| steps.place(id));
        self.ends = [place(&self.connector.from), place(&self.connector.to)];
    }

    /// Whether a step at one of its ends changed or went.
    fn has_moved_steps(&self, steps: &StepChanges) -> bool {
        let has_moved = |end: &End, place: Option<usize>| match place {
            Some(place) => steps.changed.get(place) == Some(&true),
            None => end.step().is_some(),
        };
        let [first, last] = self.ends;
        has_moved(&self.connector.from, first) || has_moved(&self.connector.to, last)
    }

    /// Takes in the record of the same id that there is now.
    fn put(&mut self, steps: &KeptSteps, connector: &Arc<Connector>) {
        let old = std::mem::replace(&mut self.connector, Arc::clone(connector));
        let ends = |of: &Connector| [of.from.step().cloned(), of.to.step().cloned()];
        if ends(&old) != ends(connector) {
            self.find_ends(steps);
        }
        self.lead(steps);
    }

    /// Finds where it runs.
    fn lead(&mut self, steps: &KeptSteps) {
        let line = shape::line_between(&self.connector, self.ends.map(|end| steps.step(end?)));
        let points = line.map(|line| line.points).unwrap_or_default();
        let first = points.first().copied().unwrap_or_default();
        self.area = points.iter().fold(Rect::from_points(first, first), |area, point| area.union_pt(*point));
        self.stale = true;
        if points != self.points {
            self.old_points = Some(std::mem::replace(&mut self.points, points));
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
        steps: &KeptSteps,
        tints: &[(Ink, f64, f64)],
        laid_out: &mut LabelMemo,
    ) {
        let label = self.connector.route.as_ref().and_then(|route| route.label);
        let halo = label.map_or(Color::WHITE, |label| tint_at(tints, view.page.orientation, label.at));
        if self.stale || halo != self.halo {
            let [origin, _] = self.ends;
            let said = Said::of(view, &self.connector, origin.and_then(|place| steps.step(place)));
            let is_same =
                self.said.as_ref().is_some_and(|(old, of)| old == said.text && *of == said.is_of_decision);
            if !is_same {
                self.said = Some((said.text.to_owned(), said.is_of_decision));
            }
            // Breaking a text into lines costs more than all else of a label.
            let kept = self.label.as_ref().filter(|_| is_same).and_then(|item| match &item.prim {
                Prim::Text(text) => Some(Arc::clone(&text.block)),
                Prim::Path { .. } | Prim::Group { .. } => None,
            });
            let lay_out = || kept.unwrap_or_else(|| laid_out.block(view, said));
            let drawn = connectors::draw_label(view, &self.connector, said, halo, lay_out);
            self.label = drawn.map(|item| kept_or_new(self.label.take(), item));
            self.halo = halo;
        }
    }
}

/// Labels of the same text, which many lines have, as they were laid out for the first of them.
#[derive(Default)]
struct LabelMemo(BTreeMap<(String, bool), Arc<TextBlock>>);

impl LabelMemo {
    fn block(&mut self, view: &View<'_>, said: Said<'_>) -> Arc<TextBlock> {
        let lay_out = || shape::connector_label(view.fonts, said.text, said.is_of_decision).into();
        Arc::clone(self.0.entry((said.text.to_owned(), said.is_of_decision)).or_insert_with(lay_out))
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
    /// The places of those that run otherwise now.
    new: Vec<usize>,
}

impl Moved {
    /// Notes the line at a place if it was led otherwise.
    fn note(&mut self, place: usize, line: &mut KeptLine) {
        if let Some(old) = line.old_points.take() {
            self.old.push(old);
            self.new.push(place);
        }
    }
}

/// The old item where the new one is the same, so that others see that nothing changed.
fn kept_or_new(old: Option<Arc<Item>>, new: Item) -> Arc<Item> {
    old.filter(|old| **old == new).unwrap_or_else(|| Arc::new(new))
}
