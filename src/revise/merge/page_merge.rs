//! A page that both sides have, made into one.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    Conflict, ConflictKind, MergeSide, Unsettled,
    bands::{MergedStep, MergedSteps, fit_bands},
    edits::Edits,
    field_merge::{FieldMerge, Origin, Sides, Three},
    list::merge_order,
    pools::{fill_revived, settle_pools},
    records,
    revived::Revived,
    unsettled::{self, LineSources},
};
use crate::{
    model::{Connector, End, Lane, LaneId, MarkedValue, Page, Phase, PhaseId, Pool, PoolId, Step, StepId},
    revise::{Field, RecordId, RecordName, page_pair::PageSide, place::Way, records::PageRecord},
};

/// What the merge of a page needs to know, and the conflicts that it finds.
pub(super) struct PageMerge<'m, 'p> {
    pub(super) sides: Sides<'m, 'p>,
    /// Ours and theirs.
    pub(super) edits: [&'m Edits; 2],
    /// What stays although one side removed it and the other left it as it was.
    pub(super) needed: &'m BTreeSet<RecordId>,
    pub(super) conflicts: &'m mut Vec<Conflict>,
    /// What turned out to be needed.
    pub(super) wanted: &'m mut BTreeSet<RecordId>,
}

/// The records of one kind, by id.
pub(super) type Records<'r, R> = BTreeMap<<R as PageRecord>::Id, &'r R>;

/// A merged connector with the way that it had, and on which side.
struct Line {
    connector: Connector,
    way: Way,
    origin: Origin,
}

fn by_id<'r, R: PageRecord + 'r>(records: impl IntoIterator<Item = &'r Arc<R>>) -> Records<'r, R> {
    records.into_iter().map(|record| (record.id().clone(), record.as_ref())).collect()
}

impl<'m, 'p> PageMerge<'m, 'p> {
    /// The page, and what of it is to be placed and routed.
    pub(super) fn merge(mut self) -> (Page, Unsettled) {
        let pages = self.sides.map(|side| side.page);
        let lines = self.connectors();
        let needed = lines
            .iter()
            .flat_map(|line| [&line.connector.from, &line.connector.to])
            .filter_map(End::step)
            .cloned();
        let needed: BTreeSet<StepId> = needed.collect();
        let mut steps = self.steps(&needed);
        let needed: BTreeSet<LaneId> = steps.values().map(|merged| merged.step.lane.clone()).collect();
        let lanes = self.lanes(&needed);
        let phases = self.phases();
        let pools = self.pools();
        let id = RecordId::Page(pages.ours.id.clone());
        let mut fields = self.fields(id, RecordName::Text(pages.ours.title.clone()));
        let title = fields.text(Field::Title, pages.map(|page| &page.title));
        let orientation = pages.map(|page| page.orientation);
        let orientation = fields.field(Field::Orientation, orientation, MarkedValue::Orientation);
        let mut page =
            Page { title, pools, phases, ..Page::blank(pages.ours.id.clone(), orientation, lanes) };
        fill_revived(&mut page, self.sides);
        settle_pools(&mut page, &self.parents());
        let starts = fit_bands(&mut page, &mut steps, self.sides);
        let ranks = pages.map(|page| &page.z_order);
        for (id, MergedStep { mut step, place, origin: _ }) in steps {
            step.rect = starts.rect(&step.lane, step.phase.as_ref(), place);
            page.z_order.set(&id, ranks.map(|ranks| ranks.rank(&id)).settled());
            page.steps.insert(id, Arc::new(step));
        }
        let mut sources = LineSources::new();
        for Line { mut connector, way, origin } in lines {
            starts.lay(&way, &mut connector);
            self.drop_foreign_ports(&mut connector, origin);
            sources.insert(connector.id.clone(), self.side(origin));
            page.connectors.insert(connector);
        }
        let unsettled = unsettled::find(&page, self.sides, &sources);
        (page, unsettled)
    }

    pub(super) const fn side(&self, origin: Origin) -> &'m PageSide<'p> {
        match origin {
            Origin::Both | Origin::Ours => self.sides.ours,
            Origin::Theirs => self.sides.theirs,
        }
    }

    fn fields(&mut self, record: RecordId, name: RecordName) -> FieldMerge<'_> {
        let (versions, page) = (self.sides.map(|side| side.document), &self.sides.ours.page.id);
        FieldMerge { versions, page: Some(page), record, name, conflicts: self.conflicts }
    }

    /// The ids of the records that stay: those that both sides have or one side added, and those that one side removed
    /// and the other edited.
    fn kept<R: PageRecord>(
        &mut self,
        records: &Three<Records<'_, R>>,
        needed: &BTreeSet<R::Id>,
    ) -> BTreeSet<R::Id> {
        let Three { base, ours, theirs } = records;
        let ids: BTreeSet<&R::Id> = ours.keys().chain(theirs.keys()).collect();
        let mut kept = BTreeSet::new();
        for id in ids {
            let was_there = base.as_ref().is_some_and(|base| base.contains_key(id));
            let (side, record, edits, by) = match (ours.get(id), theirs.get(id)) {
                (Some(record), None) => (self.sides.ours, *record, self.edits[0], MergeSide::Theirs),
                (None, Some(record)) => (self.sides.theirs, *record, self.edits[1], MergeSide::Ours),
                _ => {
                    kept.insert(id.clone());
                    continue;
                }
            };
            let found = record.record();
            let is_edited = edits.has(&found) || self.needed.contains(&found);
            if was_there && !is_edited {
                if !needed.contains(id) {
                    continue;
                }
                self.wanted.insert(found.clone());
            }
            if was_there {
                self.fields(found, record.name(side)).note(ConflictKind::Removed { by });
            }
            kept.insert(id.clone());
        }
        kept
    }

    fn connectors(&mut self) -> Vec<Line> {
        let records = self.sides.map(|side| by_id::<Connector>(side.page.connectors.values()));
        let revived = Revived::of(self, &records);
        let kept = self.kept(&records, &BTreeSet::new());
        for (record, origin) in revived.gone.iter().filter(|(record, _)| !kept.contains(&record.id)) {
            let name = record.name(self.side(*origin));
            self.fields(record.record(), name).note(ConflictKind::Gone { link: None });
        }
        let mut lines: Vec<Line> =
            revived.kept.values().map(|(record, origin)| self.line_alone(record, *origin)).collect();
        for id in kept.into_iter().filter(|id| !revived.kept.contains_key(id)) {
            let line = match (records.ours.get(&id), records.theirs.get(&id)) {
                (Some(ours), Some(theirs)) => {
                    let base = records.base.as_ref().and_then(|base| base.get(&id)).copied();
                    self.connector(Three { base, ours, theirs })
                }
                (Some(record), None) => self.line_alone(record, Origin::Ours),
                (None, Some(record)) => self.line_alone(record, Origin::Theirs),
                (None, None) => continue,
            };
            lines.push(line);
        }
        lines
    }

    fn line_alone(&self, connector: &Connector, origin: Origin) -> Line {
        Line { connector: connector.clone(), way: self.side(origin).starts.way(connector), origin }
    }

    fn connector(&mut self, three: Three<&Connector>) -> Line {
        let sides = self.sides;
        let name = three.ours.name(sides.ours);
        let connector = records::connector(three, &mut self.fields(three.ours.record(), name));
        let ways = Three {
            base: sides.base.zip(three.base).map(|(side, record)| side.starts.way(record)),
            ours: sides.ours.starts.way(three.ours),
            theirs: sides.theirs.starts.way(three.theirs),
        };
        let ends = [three.map(|of| of.from.step()).origin(), three.map(|of| of.to.step()).origin()];
        let origin = if ends.contains(&Origin::Ours) {
            Origin::Ours
        } else if ends.contains(&Origin::Theirs) {
            Origin::Theirs
        } else {
            ways.origin()
        };
        Line { connector, way: ways.of(origin), origin }
    }

    /// A port that a connector had at another step is none here.
    fn drop_foreign_ports(&self, connector: &mut Connector, origin: Origin) {
        let Some(source) = self.side(origin).page.connectors.get(&connector.id) else { return };
        for (own, of) in [(&mut connector.from, &source.from), (&mut connector.to, &source.to)] {
            if let End::Attached { step, port } = own
                && of.step() != Some(step)
            {
                *port = None;
            }
        }
    }

    fn steps(&mut self, needed: &BTreeSet<StepId>) -> MergedSteps {
        let sides = self.sides;
        let records = sides.map(|side| by_id::<Step>(side.page.steps.values()));
        let mut steps = MergedSteps::new();
        for id in self.kept(&records, needed) {
            let alone = |step: &Step, origin| MergedStep {
                step: step.clone(),
                place: self.side(origin).starts.place(step),
                origin,
            };
            let merged = match (records.ours.get(&id), records.theirs.get(&id)) {
                (Some(ours), Some(theirs)) => {
                    let base = records.base.as_ref().and_then(|base| base.get(&id)).copied();
                    let name = ours.name(sides.ours);
                    let mut fields = self.fields(ours.record(), name);
                    records::step(Three { base, ours, theirs }, sides, &mut fields)
                }
                (Some(step), None) => alone(step, Origin::Ours),
                (None, Some(step)) => alone(step, Origin::Theirs),
                (None, None) => continue,
            };
            steps.insert(id, merged);
        }
        steps
    }

    fn lanes(&mut self, needed: &BTreeSet<LaneId>) -> Vec<Arc<Lane>> {
        let sides = self.sides;
        let records = sides.map(|side| by_id::<Lane>(&side.page.lanes));
        let mut kept = self.kept(&records, needed);
        if kept.is_empty() {
            // Each side kept a lane that the other one removed.
            kept = records.ours.keys().cloned().collect();
        }
        let order = self.order(&sides.map(|side| by_order(&side.page.lanes)), &kept, &records);
        let lanes = order.into_iter().filter_map(|id| self.either(&records, &id, records::lane));
        lanes.map(Arc::new).collect()
    }

    fn phases(&mut self) -> Vec<Arc<Phase>> {
        let sides = self.sides;
        let records = sides.map(|side| by_id::<Phase>(&side.page.phases));
        let kept = self.kept(&records, &BTreeSet::new());
        let order: Vec<PhaseId> = self.order(&sides.map(|side| by_order(&side.page.phases)), &kept, &records);
        let phases = order.into_iter().filter_map(|id| self.either(&records, &id, records::phase));
        phases.map(Arc::new).collect()
    }

    fn pools(&mut self) -> BTreeMap<PoolId, Arc<Pool>> {
        let sides = self.sides;
        let records = sides.map(|side| by_id::<Pool>(side.page.pools.values()));
        let kept = self.kept(&records, &BTreeSet::new());
        let pools = kept.into_iter().filter_map(|id| {
            let pool = self.either(&records, &id, records::pool)?;
            Some((id, Arc::new(pool)))
        });
        pools.collect()
    }

    /// Which pool lay in which, in any version.
    fn parents(&self) -> BTreeMap<PoolId, Option<PoolId>> {
        let Three { base, ours, theirs } = self.sides;
        let pages = base.into_iter().chain([theirs, ours]).map(|side| side.page);
        pages
            .flat_map(|page| page.pools.values())
            .map(|pool| (pool.id.clone(), pool.parent.clone()))
            .collect()
    }

    /// A record that both sides have, merged, or else that of the side that has it.
    fn either<R: PageRecord + Clone>(
        &mut self,
        records: &Three<Records<'_, R>>,
        id: &R::Id,
        merge: impl Fn(Three<&R>, &mut FieldMerge<'_>) -> R,
    ) -> Option<R> {
        match (records.ours.get(id), records.theirs.get(id)) {
            (Some(ours), Some(theirs)) => {
                let base = records.base.as_ref().and_then(|base| base.get(id)).copied();
                let name = ours.name(self.sides.ours);
                Some(merge(Three { base, ours, theirs }, &mut self.fields(ours.record(), name)))
            }
            (Some(record), None) | (None, Some(record)) => Some(R::clone(record)),
            (None, None) => None,
        }
    }

    /// The order of the records in `kept`.
    fn order<R: PageRecord>(
        &mut self,
        orders: &Three<Vec<R::Id>>,
        kept: &BTreeSet<R::Id>,
        records: &Three<Records<'_, R>>,
    ) -> Vec<R::Id> {
        let slices = Three {
            base: orders.base.as_deref(),
            ours: orders.ours.as_slice(),
            theirs: orders.theirs.as_slice(),
        };
        let merged = merge_order(slices, kept);
        for apart in merged.misplaced() {
            let Some(record) = records.ours.get(apart.id).or_else(|| records.theirs.get(apart.id)) else {
                continue;
            };
            let name = record.name(self.sides.ours);
            self.fields(record.record(), name).differs(Field::Order, &apart.places());
        }
        merged.ours
    }
}

fn by_order<R: PageRecord>(records: &[Arc<R>]) -> Vec<R::Id> {
    records.iter().map(|record| record.id().clone()).collect()
}
