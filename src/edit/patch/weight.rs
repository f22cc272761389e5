//! How much a patch holds on to.

use std::mem::size_of;

use super::{Change, Changes, ListPatch, PagePatch, Patch};
use crate::model::{Connector, Lane, Page, Pool, Step, Text};

/// What an entry of a map takes beside its value.
const ENTRY: usize = 64;

impl Patch {
    /// About how many bytes the patch holds on to.
    pub fn bytes(&self) -> usize {
        let Self { head: _, pages, page_order, on_pages } = self;
        let whole = pages.values().flat_map(|change| [&change.before, &change.after]).flatten();
        let order = page_order.as_ref().map_or(0, |order| ENTRY * (order.before.len() + order.after.len()));
        size_of::<Self>()
            + order
            + whole.map(page_bytes).sum::<usize>()
            + on_pages.values().map(PagePatch::bytes).sum::<usize>()
    }
}

impl PagePatch {
    fn bytes(&self) -> usize {
        let Self { title: _, orientation: _, lanes, pools, phases, steps, connectors, z_order } = self;
        size_of::<Self>()
            + list_bytes(lanes)
            + record_bytes(pools, |_| size_of::<Pool>() + 128)
            + list_bytes(phases)
            + record_bytes(steps, step_bytes)
            + record_bytes(connectors, |_| size_of::<Connector>() + 256)
            + z_order.len() * (ENTRY + size_of::<Change<i32>>())
    }
}

fn page_bytes(page: &Page) -> usize {
    ENTRY * (page.steps.len() + page.connectors.len()) + size_of::<Page>()
}

fn list_bytes<Id: Ord, T>(list: &ListPatch<Id, T>) -> usize {
    let order = list.order.as_ref().map_or(0, |order| order.before.len() + order.after.len());
    order * ENTRY + record_bytes(&list.records, |_| size_of::<Lane>() + 128)
}

fn record_bytes<Id: Ord, T>(changes: &Changes<Id, T>, bytes: impl Fn(&T) -> usize) -> usize {
    let records = changes.values().flat_map(|change| [&change.before, &change.after]).flatten();
    changes.len() * ENTRY + records.map(|record| bytes(record)).sum::<usize>()
}

fn step_bytes(step: &Step) -> usize {
    let text = |text: &Text| text.iter().map(|(_, text)| text.len() + ENTRY).sum::<usize>();
    size_of::<Step>() + text(&step.text) + step.details.iter().map(|(_, detail)| text(detail)).sum::<usize>()
}
