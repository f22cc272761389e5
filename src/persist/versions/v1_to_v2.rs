//! Version 1 to version 2: the list of raised steps becomes a rank at the place of each.

use std::collections::BTreeMap;

use super::{Fault, convert::fault, v1, v2};
use crate::{model::Breach, persist::FileFault};

impl v1::File {
    /// The same file in version 2.
    pub(in crate::persist) fn upgrade(self) -> Result<v2::File, Fault> {
        let v1::Document {
            language,
            pages,
            title,
            subtitle,
            description,
            title_block,
            theme,
            line_jumps,
            properties,
        } = self.document;
        let pages = pages.into_iter().map(page).collect::<Result<_, _>>()?;
        Ok(v2::File::of(v2::Document {
            language,
            pages,
            title,
            subtitle,
            description,
            title_block,
            theme,
            line_jumps,
            properties,
        }))
    }
}

fn page(from: v1::Page) -> Result<v2::Page, Fault> {
    let v1::Page { id, lanes, title, orientation, phases, steps, connectors, places } = from;
    let places = places.map(|of| self::places(&id, of)).transpose()?;
    Ok(v2::Page { id, lanes, title, orientation, phases, steps, connectors, places })
}

fn places(page: &str, from: v1::Places) -> Result<v2::Places, Fault> {
    let v1::Places { z_order, steps, connectors } = from;
    let mut ranks = BTreeMap::new();
    for (step, rank) in z_order.into_iter().zip(1..) {
        if let Some((twice, _)) = ranks.get_key_value(&step) {
            return Err(fault("id", page, FileFault::RaisedTwice(String::clone(twice))));
        }
        ranks.insert(step, rank);
    }
    let steps = steps.into_iter().map(|place| {
        let v1::StepPlace { step, along, across, size, pinned, fit, style } = place;
        let z = ranks.remove(&step).unwrap_or_default();
        v2::StepPlace { step, along, across, size, z, pinned, fit, style }
    });
    let steps = steps.collect();
    if let Some(target) = ranks.into_keys().next() {
        let breach = Breach::Dangling { id: page.to_owned(), field: "z_order", target };
        return Err(fault("id", page, FileFault::Breach(breach)));
    }
    Ok(v2::Places { steps, connectors })
}
