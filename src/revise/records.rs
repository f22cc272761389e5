//! The records of a page: what they are called and what there is to compare of them.

use std::fmt::Display;

use super::{
    Field, FieldValue, RecordId, RecordName,
    comparison::Comparison,
    page_pair::{PagePair, PageSide},
};
use crate::model::{
    Connector, ConnectorId, Detail, Lane, LaneId, Phase, PhaseId, Pool, PoolId, Step, StepId,
};

/// A record of a page.
pub(super) trait PageRecord {
    /// What names it in files.
    type Id: Ord + Clone + Display;

    /// Its name in files.
    fn id(&self) -> &Self::Id;

    /// The same among all kinds.
    fn record(&self) -> RecordId;

    /// What people call it.
    fn name(&self, side: &PageSide<'_>) -> RecordName;

    /// Notes what is different in `after`.
    fn compare(&self, after: &Self, pages: &PagePair<'_>, found: &mut Comparison<'_>);
}

impl PageRecord for Lane {
    type Id = LaneId;

    fn id(&self) -> &LaneId {
        &self.id
    }

    fn record(&self) -> RecordId {
        RecordId::Lane(self.id.clone())
    }

    fn name(&self, _: &PageSide<'_>) -> RecordName {
        RecordName::Text(self.title.clone())
    }

    fn compare(&self, after: &Self, pages: &PagePair<'_>, found: &mut Comparison<'_>) {
        // What a lane was given shows in its size.
        let Self { id: _, title, role, size, given: _, style, pool } = self;
        found.text(Field::Title, title, &after.title);
        found.field(Field::Role, *role, after.role, FieldValue::Role);
        found.named(Field::Pool, pages, [pool.as_ref(), after.pool.as_ref()], |side, id| side.pool_name(id));
        found.style(*style, after.style);
        found.place(Field::Size, *size, after.size);
    }
}

impl PageRecord for Pool {
    type Id = PoolId;

    fn id(&self) -> &PoolId {
        &self.id
    }

    fn record(&self) -> RecordId {
        RecordId::Pool(self.id.clone())
    }

    fn name(&self, _: &PageSide<'_>) -> RecordName {
        RecordName::Text(self.title.clone())
    }

    fn compare(&self, after: &Self, pages: &PagePair<'_>, found: &mut Comparison<'_>) {
        let Self { id: _, title, parent } = self;
        found.text(Field::Title, title, &after.title);
        found.named(Field::Pool, pages, [parent.as_ref(), after.parent.as_ref()], |side, id| {
            side.pool_name(id)
        });
    }
}

impl PageRecord for Phase {
    type Id = PhaseId;

    fn id(&self) -> &PhaseId {
        &self.id
    }

    fn record(&self) -> RecordId {
        RecordId::Phase(self.id.clone())
    }

    fn name(&self, _: &PageSide<'_>) -> RecordName {
        RecordName::Text(self.title.clone())
    }

    fn compare(&self, after: &Self, _: &PagePair<'_>, found: &mut Comparison<'_>) {
        let Self { id: _, title, size } = self;
        found.text(Field::Title, title, &after.title);
        found.place(Field::Size, *size, after.size);
    }
}

impl PageRecord for Step {
    type Id = StepId;

    fn id(&self) -> &StepId {
        &self.id
    }

    fn record(&self) -> RecordId {
        RecordId::Step(self.id.clone())
    }

    fn name(&self, _: &PageSide<'_>) -> RecordName {
        RecordName::Text(self.text.clone())
    }

    fn compare(&self, after: &Self, pages: &PagePair<'_>, found: &mut Comparison<'_>) {
        let Self {
            id: _,
            kind,
            lane,
            phase,
            rect: _,
            pinned,
            fit,
            text,
            details,
            time,
            link,
            style,
            properties,
        } = self;
        found.text(Field::Text, text, &after.text);
        found.field(Field::Kind, *kind, after.kind, FieldValue::StepKind);
        found.named(Field::Lane, pages, [lane, &after.lane], PageSide::lane_name);
        found.named(Field::Phase, pages, [phase.as_ref(), after.phase.as_ref()], |side, id| {
            side.phase_name(id)
        });
        for detail in Detail::ALL {
            let field = |lang| Field::Detail(detail, lang);
            found.text(field, details.get(detail), after.details.get(detail));
        }
        let estimate = |estimate| FieldValue::or_nothing(estimate, FieldValue::Estimate);
        found.field(Field::Handling, time.handling, after.time.handling, estimate);
        found.field(Field::Waiting, time.waiting, after.time.waiting, estimate);
        let minutes = |minutes| FieldValue::or_nothing(minutes, FieldValue::Minutes);
        found.field(Field::Target, time.target, after.time.target, minutes);
        found.named(Field::Link, pages, [link.as_ref(), after.link.as_ref()], |side, id| side.link_name(id));
        found.style(*style, after.style);
        found.properties(properties, &after.properties);
        let PagePair { before: old, after: new } = pages;
        let place = |side: &PageSide<'_>, step: &Self, pinned, fit| (side.starts.place(step), pinned, fit);
        // Who moves to another lane is said to be there, not to stand elsewhere.
        if *lane == after.lane {
            found.place(
                Field::Place,
                place(old, self, *pinned, *fit),
                place(new, after, after.pinned, after.fit),
            );
        }
        found.place(Field::Rank, old.page.z_order.rank(&self.id), new.page.z_order.rank(&self.id));
    }
}

impl PageRecord for Connector {
    type Id = ConnectorId;

    fn id(&self) -> &ConnectorId {
        &self.id
    }

    fn record(&self) -> RecordId {
        RecordId::Connector(self.id.clone())
    }

    fn name(&self, side: &PageSide<'_>) -> RecordName {
        let [from, to] = [&self.from, &self.to].map(|end| side.step_name(end.step()));
        RecordName::Ends(from, to)
    }

    fn compare(&self, after: &Self, pages: &PagePair<'_>, found: &mut Comparison<'_>) {
        let Self { id: _, kind, from, to, route: _, label, share, style, properties } = self;
        found.field(Field::Kind, *kind, after.kind, FieldValue::ConnectorKind);
        found.named(Field::From, pages, [from.step(), after.from.step()], |side, id| side.end_name(id));
        found.named(Field::To, pages, [to.step(), after.to.step()], |side, id| side.end_name(id));
        found.text(Field::Label, label, &after.label);
        found.field(Field::Share, *share, after.share, |share| {
            FieldValue::or_nothing(share, FieldValue::Percent)
        });
        found.style(*style, after.style);
        found.properties(properties, &after.properties);
        found.place(Field::Route, pages.before.starts.way(self), pages.after.starts.way(after));
    }
}
