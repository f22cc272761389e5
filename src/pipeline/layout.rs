//! Laying documents out.

use super::fonts;
use crate::{
    arrange::{self, LayoutOptions},
    model::Document,
    progress::{Progress, Stopped},
};

/// Lays out every page of `document`.
pub fn lay_out(document: &mut Document, options: LayoutOptions) {
    for page in &mut document.pages {
        arrange::lay_out(page, options, fonts());
    }
}

/// As [`lay_out`], unless whoever follows `progress` stops it: then some pages may be laid out and others not.
pub(super) fn lay_out_watched(
    document: &mut Document,
    options: LayoutOptions,
    progress: &mut Progress<'_>,
) -> Result<(), Stopped> {
    let steps: usize = document.pages.iter().map(|page| page.steps.len()).sum();
    let share = |count: usize| count as f64 / steps.max(1) as f64;
    let mut done = 0;
    for page in &mut document.pages {
        let begin = share(done);
        done += page.steps.len();
        progress.part((begin, share(done)), |progress| {
            arrange::lay_out_watched(page, options, fonts(), progress)
        })?;
    }
    progress.at(1.0)
}
