//! Pages with marks, put together.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    badge::badges,
    compared::{ComparedDocuments, MarkedPage, finished},
    former::Former,
    gone, heading,
    marks::{RecordMark, Sign, marks_of},
    page_picture::{Layers, PagePicture},
    rings,
    room::FreeRoom,
    whole,
};
use crate::{
    geom::{Affine, Rect, Vec2},
    model::Page,
    revise::{Differences, RecordId, RevisionKind},
    scene::{Item, Part, Prim, Source},
};

/// The pages of two documents with marks on all `differences`: those that there are in their order, then those that are
/// gone.
pub fn mark_pages(compared: &ComparedDocuments<'_>, differences: &Differences) -> Vec<MarkedPage> {
    let ComparedDocuments { before, after, .. } = *compared;
    let marked = |page: &Page| match before.page(&page.id) {
        Some(old) => PagePicture::of(compared, differences, [old, page]).marked(),
        None => whole::draw(compared, after, page, RevisionKind::Added),
    };
    let gone = before.pages.iter().filter(|page| after.page(&page.id).is_none());
    let gone = gone.map(|page| whole::draw(compared, before, page, RevisionKind::Removed));
    after.pages.iter().map(marked).chain(gone).collect()
}

impl<'a> PagePicture<'a> {
    fn of(compared: &'a ComparedDocuments<'a>, differences: &Differences, pages: [&'a Page; 2]) -> Self {
        let [before, after] = pages;
        let marks = marks_of(compared, differences, &after.id);
        let scene = compared.scene(compared.after, after);
        Self { compared, before, after, former: Former::of(before, after), marks, scene }
    }

    fn marked(mut self) -> MarkedPage {
        let mut layers = Layers::default();
        gone::draw(&self, &mut layers);
        self.make_way(&layers.behind);
        rings::draw(&self, &mut layers);
        self.put_badges(&mut layers);
        let signs = self.signs(&mut layers);
        let words = self.marks.values().flat_map(|mark| &mark.words).cloned().collect::<Vec<_>>().join("\n");
        let spots = std::mem::take(&mut layers.spots);
        let mut items = self.piled(layers);
        heading::put(self.compared, self.after.frame(), &mut items, &signs);
        MarkedPage {
            page: self.after.clone(),
            scene: finished(self.compared, self.scene.meta.clone(), words, items),
            spots,
        }
    }

    /// All signs that are to be explained.
    fn signs(&self, layers: &mut Layers) -> BTreeSet<Sign> {
        let mut signs = std::mem::take(&mut layers.signs);
        signs.extend(self.marks.values().flat_map(|mark| &mark.kinds).copied().map(Sign::Badge));
        if self.marks.values().any(RecordMark::is_slight) {
            signs.insert(Sign::Slight);
        }
        signs
    }

    /// Puts the badges where they cover no text; those of connectors cover no steps either.
    fn put_badges(&self, layers: &mut Layers) {
        let texts =
            self.scene.leaves().chain(&layers.above).filter(|item| matches!(item.prim, Prim::Text(_)));
        let mut room = FreeRoom::beside(texts.map(|item| item.bounds));
        let wishes = std::mem::take(&mut layers.badges);
        let is_of_line = |record: &RecordId| matches!(record, RecordId::Connector(_));
        let (lines, others): (Vec<_>, Vec<_>) =
            wishes.into_iter().partition(|(record, _)| is_of_line(record));
        self.put_in(&mut room, others, layers);
        room.take_all(self.after.steps.values().map(|step| step.rect));
        self.put_in(&mut room, lines, layers);
    }

    fn put_in(&self, room: &mut FreeRoom, wishes: Vec<(RecordId, Vec<Rect>)>, layers: &mut Layers) {
        for (record, places) in wishes {
            let Some(mark) = self.marks.get(&record) else { continue };
            let Some(place) = room.take_one(&places) else { continue };
            layers.above.extend(badges(mark.kinds.iter().copied(), place, mark.words.join("\n")));
        }
    }

    /// Moves heading and legend out of the way of what stands before the first lane and behind the last one.
    fn make_way(&mut self, gone: &[Item]) {
        let frame = self.after.frame();
        let all = gone.iter().map(|item| item.bounds).fold(frame, |all, one| all.union(one));
        let (up, down) = (Vec2::new(0.0, all.y0 - frame.y0), Vec2::new(0.0, all.y1 - frame.y1));
        let first = self.first_of_flow();
        let items = self.scene.items.iter().enumerate().map(|(at, item)| match item.source {
            Source::Legend if down.y > 0.0 => Arc::new(moved(item, down)),
            Source::Page if up.y < 0.0 && at >= first => Arc::new(moved(item, up)),
            _ => Arc::clone(item),
        });
        self.scene.items = items.collect();
    }

    /// Where among the items steps and lines begin: behind the frame, the last of what stands behind them.
    fn first_of_flow(&self) -> usize {
        let is_frame = |item: &Arc<Item>| item.source == Source::Page && item.part == Part::Line;
        self.scene.items.iter().position(is_frame).map_or(0, |at| at + 1)
    }

    /// All items back to front.
    fn piled(&self, layers: Layers) -> Vec<Arc<Item>> {
        let Layers { behind, above, .. } = layers;
        let (grid, flow) = self.scene.items.split_at(self.first_of_flow());
        let own = |items: Vec<Item>| items.into_iter().map(Arc::new);
        grid.iter().cloned().chain(own(behind)).chain(flow.iter().cloned()).chain(own(above)).collect()
    }
}

/// `item` elsewhere.
fn moved(item: &Item, shift: Vec2) -> Item {
    let mut moved = item.clone();
    moved.bounds = moved.bounds + shift;
    match &mut moved.prim {
        Prim::Path { path, .. } => path.apply_affine(Affine::translate(shift)),
        Prim::Text(text) => text.at += shift,
        Prim::Group { items, .. } => items.iter_mut().for_each(|item| *item = self::moved(item, shift)),
    }
    moved
}
